"""The row that an id names, or the sentence that it is gone."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.base import Base
from boardroom.domain.meeting import Meeting
from boardroom.domain.refusal import Refusal

T = TypeVar("T", bound=Base)


def standing(session: Session, entity: type[T], entity_id: UUID, what: str) -> T:
    """Return the row of an id.

    Args:
        session: of the unit of work.
        entity: what is looked for.
        entity_id: its id.
        what: how a sentence names it, with its article ("That motion").

    Raises:
        Refusal: it is gone.
    """
    row = session.get(entity, entity_id)
    if row is None:
        message = f"{what} isn't there any more; somebody has taken it out."
        raise Refusal(message)
    return row


def meeting_standing(session: Session, meeting_id: UUID) -> Meeting:
    """Return a meeting.

    Raises:
        Refusal: it is gone.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        message = "That meeting isn't in the board file any more."
        raise Refusal(message)
    return meeting


def item_standing(session: Session, item_id: UUID, meeting_id: UUID | None = None) -> AgendaItem:
    """Return an item, of this meeting where one is given.

    Raises:
        Refusal: it is gone, or is on another meeting's agenda.
    """
    item = session.get(AgendaItem, item_id)
    if item is None:
        message = "That item isn't on the agenda any more."
        raise Refusal(message)
    if meeting_id is not None and item.meeting_id != meeting_id:
        message = f"“{item.title}” is on another meeting's agenda."
        raise Refusal(message)
    return item
