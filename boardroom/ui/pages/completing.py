"""Names that complete while they are typed: people and organisations of the board file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.words import MeetingStatus
from boardroom.store.queries.completing import organisations_like, people_like
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.ui.kit.days import plain_day, short_day
from boardroom.ui.kit.name_field import Suggestion

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from boardroom.ui.desk import Desk


def people_meant(desk: Desk, typed: str, meeting_id: UUID | None = None) -> list[Suggestion]:
    """Return the people who were meant by what was typed, those at a meeting first."""
    return [Suggestion(one.name, one.id, one.context) for one in desk.read(people_like, typed, meeting_id)]


def organisations_meant(desk: Desk, typed: str) -> list[Suggestion]:
    """Return the organisations that were meant by what was typed."""
    return [Suggestion(one.name, one.id, one.context) for one in desk.read(organisations_like, typed)]


def meetings_ahead(desk: Desk, meeting_id: UUID, after: date | None, typed: str = "") -> list[Suggestion]:
    """Return the planned meetings to which something of a meeting can be put off, the nearest first.

    Args:
        desk: where they are read; they are those of its board.
        meeting_id: the meeting, which isn't among them.
        after: its day; earlier ones aren't offered.
        typed: parts of a day or of a name.
    """
    wanted = Wanted(board_id=desk.board_id, statuses=(MeetingStatus.PLANNED,))
    found, parts = [], typed.casefold().split()
    for one in reversed(desk.read(meetings_page, wanted)):
        if one.id == meeting_id or one.day is None or (after is not None and one.day < after):
            continue
        words = QCoreApplication.translate("completing", "the meeting of {}").format(plain_day(one.day))
        spoken = f"{words} {short_day(one.day, one.day)} {one.name}".casefold()
        if all(part in spoken for part in parts):
            found.append(Suggestion(words, one.id, one.name))
    return found
