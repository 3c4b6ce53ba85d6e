"""Where something came from: the meeting and the agenda item that it stands under."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting
from boardroom.store.queries.agenda import first_day, seal_of
from boardroom.store.queries.hidden import restricted_among


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A meeting and, where there is one, its item.

    `sealed`: what was minuted there can't be changed; `restricted`: the item isn't for the public.
    """

    meeting_id: UUID
    meeting: str
    held_on: date | None
    sealed: bool
    item_id: UUID | None
    item_number: str
    item_title: str
    restricted: bool


def origin_of(session: Session, meeting_id: UUID | None, item_id: UUID | None) -> Origin | None:
    """Return where something came from; None where it came up between meetings."""
    meeting = session.get(Meeting, meeting_id) if meeting_id is not None else None
    if meeting is None:
        return None
    item = session.get(AgendaItem, item_id) if item_id is not None else None
    return Origin(
        meeting_id=meeting.id,
        meeting=meeting.name,
        held_on=first_day(session, meeting.id),
        sealed=seal_of(session, meeting.id) is not None,
        item_id=item.id if item is not None else None,
        item_number=item.number if item is not None else "",
        item_title=item.title if item is not None else "",
        restricted=item_id in restricted_among(session, [item_id]),
    )
