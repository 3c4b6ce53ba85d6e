"""Which decision of a later meeting confirms the minutes of one: those that can, the likeliest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.words import Result
from boardroom.store.queries.decision_list import Wanted, decisions_page
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.fields import ChoiceField
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.store.queries.meeting_page import HeadView
    from boardroom.ui.desk import Desk

_ACCEPTING = frozenset({Result.CARRIED, Result.CARRIED_AS_AMENDED, None})
_CANDIDATES = 100
_SHORT = 90


def choice_of_confirming(desk: Desk, head: HeadView) -> ChoiceField[UUID] | None:
    """Return a choice among the decisions of later meetings, those on minutes first; None without any.

    Args:
        desk: where the decisions are read.
        head: the meeting whose minutes they may confirm.
    """
    wanted = Wanted(board_id=head.boards[0][0] if head.boards else None)
    rows = [
        row
        for row in desk.read(decisions_page, wanted, limit=_CANDIDATES)
        if row.meeting_id not in {None, head.id}
        and row.result in _ACCEPTING
        and not row.to_ratify
        and (row.day is None or head.held_on is None or row.day >= head.held_on)
    ]
    rows.sort(key=lambda row: (not _speaks_of(row.wording, head), "minutes" not in row.wording.casefold()))
    if not rows:
        return None
    choices = [
        (
            row.id,
            " ".join(part for part in (plain_day(row.day) if row.day else "", short_name(row.wording, _SHORT)) if part),
        )
        for row in rows
    ]
    field = ChoiceField(QCoreApplication.translate("MeetingLife", "By the decision"), choices)
    field.open(choices[0][0])
    return field


def _speaks_of(wording: str, head: HeadView) -> bool:
    """Whether a decision names a meeting or its day."""
    day = f"{head.held_on.day} {head.held_on:%B}" if head.held_on is not None else ""
    return any(part and part.casefold() in wording.casefold() for part in (head.name, day))
