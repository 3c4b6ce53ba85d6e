"""Who presides, from item to item."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.meeting import Presiding
from boardroom.domain.text import clean_line
from boardroom.services.named import person_meant
from boardroom.services.standing_rows import item_standing, meeting_standing, standing
from boardroom.services.stated import stated_line
from boardroom.store.queries.attendance import presidings_of
from boardroom.store.queries.hanging import next_place


def let_preside(
    session: Session, meeting_id: UUID, name: str, *, from_item_id: UUID | None = None, reason: str = ""
) -> Presiding:
    """Let somebody take the chair from an item on (from the opening, without one); said again, it is changed.

    Raises:
        Refusal: nobody is named, or the meeting or the item is gone.
    """
    meeting_standing(session, meeting_id)
    name = stated_line(name, "Say who takes the chair.")
    if from_item_id is not None:
        item_standing(session, from_item_id, meeting_id)
    known = [one for one in presidings_of(session, meeting_id) if one.from_item_id == from_item_id]
    presiding = known[0] if known else _new(session, meeting_id, from_item_id)
    presiding.name, presiding.person_id = name, person_meant(session, name, meeting_id)
    presiding.reason = clean_line(reason)
    return presiding


def remove_presiding(session: Session, presiding_id: UUID) -> None:
    """Take out that somebody took the chair; whoever had it before keeps it.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, Presiding, presiding_id, "That change of chair"))


def _new(session: Session, meeting_id: UUID, from_item_id: UUID | None) -> Presiding:
    position = next_place(session, Presiding, "meeting_id", meeting_id)
    presiding = Presiding(meeting_id=meeting_id, position=position, from_item_id=from_item_id)
    session.add(presiding)
    return presiding
