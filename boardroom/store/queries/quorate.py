"""Whether there is a quorum for an item at the present moment, as decisions ask."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting
from boardroom.domain.provisional import is_provisional
from boardroom.domain.words import MeetingStatus, Method, Result
from boardroom.store.queries.room import room_at
from boardroom.store.queries.running import moment_at


def would_be_provisional(
    session: Session, item_id: UUID, method: Method | None, result: Result | None, now: datetime | None = None
) -> bool:
    """Return whether a decision recorded at an item now would wait to be ratified.

    Args:
        session: of the unit of work.
        item_id: the item.
        method: how it is settled.
        result: what was settled.
        now: the present moment, local; it counts while the item is being taken.
    """
    item = session.get(AgendaItem, item_id)
    if item is None or session.get_one(Meeting, item.meeting_id).status is MeetingStatus.PLANNED:
        return False
    moment = moment_at(session, item.meeting_id, item_id, now)
    return is_provisional(room_at(session, item.meeting_id), moment, method, result)
