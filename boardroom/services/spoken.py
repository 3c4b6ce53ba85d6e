"""A note that tells of a contribution is recorded as a point, and linked to it."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.known import KnownPerson
from boardroom.domain.spoken import Spoken
from boardroom.domain.words import PointKind
from boardroom.services.points import add_point
from boardroom.services.quick_entry import line_to_record


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
    by = spoken.by
    is_person = isinstance(by, KnownPerson)
    point = add_point(
        session,
        item_id,
        spoken.text,
        kind=kind,
        name=by.name if is_person else "",
        organisation=by.organisation if isinstance(by, KnownPerson) else by.name,
        sector=by.sector,
    )
    session.flush()
    if line is not None:
        line.became, line.became_id = point.__tablename__, point.id
    return point.id
