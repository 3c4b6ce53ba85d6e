"""The agenda of the next meeting, as something is brought to one of its items."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.words import ItemKind, ItemState
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.meeting_list import next_meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingItem:
    """An item that something can be brought to."""

    id: UUID
    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingAgenda:
    """The next meeting, and those of its items that are still to be dealt with, in running order."""

    meeting_id: UUID
    held_on: date | None
    items: tuple[ComingItem, ...]


def coming_agenda(session: Session, board_id: UUID, today: date) -> ComingAgenda | None:
    """Return the agenda of the first meeting that is planned for today or later, if there is one."""
    meeting = next_meeting(session, board_id, today)
    if meeting is None:
        return None
    items = [
        ComingItem(id=item.id, number=item.number, title=item.title)
        for item in items_of(session, meeting.id)
        if item.kind is not ItemKind.HEADING and item.state is ItemState.OPEN
    ]
    return ComingAgenda(meeting_id=meeting.id, held_on=meeting.day, items=tuple(items))
