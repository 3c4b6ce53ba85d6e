"""Motions, their amendments and votes as a tree, as the item's lists show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardroom.ui.kit.row_data import RowData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boardroom.store.queries.item_page import ItemView
    from boardroom.store.queries.item_votes import MotionView, VoteView
    from boardroom.ui.pages.meeting.item_section import Key


def votes_in(item: ItemView) -> list[VoteView]:
    """Return every vote taken at an item."""
    found = [*item.votes, *(vote for one in item.decisions for vote in one.votes)]

    def below(motion: MotionView) -> None:
        found.extend(motion.votes)
        for amendment in motion.amendments:
            below(amendment)

    for motion in item.motions:
        below(motion)
    return found


def vote_row(place: int, vote: VoteView, indent: int) -> RowData:
    """Return a vote as a row below what was voted on."""
    return RowData(
        id=("vote_event", vote.id), key=place, title=vote.sentence, icon="hand-palm", indent=indent,
        second_line=" ".join(vote.warnings), muted=False,
    )  # fmt: skip


def motions_in(item: ItemView) -> Iterator[tuple[MotionView, int]]:
    """Return the motions of an item, each followed by its amendments, with how deep they stand."""

    def below(motion: MotionView, depth: int) -> Iterator[tuple[MotionView, int]]:
        yield motion, depth
        for amendment in motion.amendments:
            yield from below(amendment, depth + 1)

    for motion in item.motions:
        yield from below(motion, 0)


def wording_of(item: ItemView, on: Key) -> str:
    """Return how what is voted on is worded; of a motion that was amended, the wording that stands."""
    if on[0] == "motion":
        return next((one.stands for one, _ in motions_in(item) if one.id == on[1]), "")
    return next((one.wording for one in item.decisions if one.id == on[1]), "")
