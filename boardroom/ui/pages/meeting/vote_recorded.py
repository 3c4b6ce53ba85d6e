"""A vote that is in the record, taken apart again for the form that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardroom.domain.words import Sector, VoteOption
from boardroom.services.votes import Cast
from boardroom.store.queries.voters import VoterView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from boardroom.store.queries.item_votes import VoteView


def marks_of(vote: VoteView) -> dict[UUID, VoteOption]:
    """Return how those voted who have a line of attendance."""
    return {one.attendance_id: one.option for one in vote.votes if one.attendance_id is not None}


def left_since(vote: VoteView, voters: Iterable[VoterView]) -> list[VoterView]:
    """Return who voted then and isn't among the voters by now: they stay, whatever the attendance says.

    Args:
        vote: the vote as it was recorded.
        voters: who is asked now.
    """
    known = {one.attendance_id for one in voters}
    return [
        VoterView(
            attendance_id=one.attendance_id,
            name=one.name,
            sector=one.sector or Sector.UNKNOWN,
            may=True,
            recused=False,
            absent=False,
            remote=False,
            proxy_for=one.proxy_for,
        )
        for one in vote.votes
        if one.attendance_id is not None and one.attendance_id not in known
    ]


def cast_elsewhere(vote: VoteView) -> tuple[Cast, ...]:
    """Return the votes of those who have no line of attendance; the grid doesn't show them."""
    return tuple(
        Cast(option=one.option, name=one.name, sector=one.sector, proxy_for=one.proxy_for)
        for one in vote.votes
        if one.attendance_id is None
    )


def by_sector(vote: VoteView) -> dict[Sector, dict[VoteOption, int]]:
    """Return what is recorded of each sector's figures; what wasn't counted is left out."""
    found = {}
    for one in vote.sectors:
        figures = ((VoteOption.YES, one.yes), (VoteOption.NO, one.no), (VoteOption.ABSTAIN, one.abstain))
        found[one.sector] = {option: count for option, count in figures if count is not None}
    return found
