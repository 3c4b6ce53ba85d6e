"""A note that tells of a contribution is recorded as a point, and linked to it."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.spoken import Spoken
from boardroom.domain.words import PointKind
from boardroom.services.points import add_point
from boardroom.services.quick_entry import as_written, lead_on, line_to_record


def record_spoken(  # noqa: PLR0913, PLR0917 - where the note stands, what it says, and the kind that was chosen
    session: Session, meeting_id: UUID, item_id: UUID, spoken: Spoken, kind: PointKind, paragraph_id: UUID | None = None
) -> UUID:
    """Record what a note tells of as a point of who spoke, and link the note to it.

    Args:
        session: of the unit of work; it is one step, undone as one.
        meeting_id: the meeting.
        item_id: the item whose notes the note stands in.
        spoken: the note as it was understood.
        kind: what sort of contribution it is.
        paragraph_id: the note, if it is stored.

    Returns:
        the id of the point.

    Raises:
        Refusal: the note was recorded already, it is restricted under an open item, or the item is gone.
    """
    line = line_to_record(session, meeting_id, item_id, paragraph_id)
    name, organisation = as_written(spoken.by)
    sector = spoken.by.sector
    point = add_point(session, item_id, spoken.text, kind=kind, name=name, organisation=organisation, sector=sector)
    lead_on(line, point)
    return point.id
