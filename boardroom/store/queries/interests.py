"""The register of interests: of a person, of an organisation, of who declares one at a meeting."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Membership, Seat
from boardroom.domain.interests import Interest
from boardroom.store.queries.agenda import first_day
from boardroom.store.queries.names import people_named
from boardroom.store.queries.sectors import in_force


def interests_of_person(session: Session, person_id: UUID) -> Sequence[Interest]:
    """Return what a person has registered, the ended with the current, the latest begun first."""
    return _ordered(session, Interest.person_id == person_id)


def interests_of_organisation(session: Session, organisation_id: UUID) -> Sequence[Interest]:
    """Return what is registered of an organisation, also through a person, the latest begun first."""
    return _ordered(session, Interest.organisation_id == organisation_id)


def items_of_interest(session: Session, meeting_id: UUID, person: str) -> list[UUID]:
    """Return the items of a meeting on strands that somebody has a registered interest in, in the agenda's order.

    The interest is their own, or of the body for which they sit on the meeting's day. Nothing comes back where the name
    is nobody's or several people's, or the meeting has no day.
    """
    on = first_day(session, meeting_id)
    known = people_named(session, person) if person else ()
    if len(known) != 1 or on is None:
        return []
    person_id = known[0].id
    bodies = (
        select(Membership.organisation_id)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(Membership.person_id == person_id, in_force(Membership, on), in_force(Seat, on))
    )
    theirs = or_(
        Interest.person_id == person_id,
        Interest.person_id.is_(None) & Interest.organisation_id.in_(bodies),
    )
    strands = select(Interest.strand_id).where(theirs, Interest.strand_id.is_not(None), in_force(Interest, on))
    wanted = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id, AgendaItem.strand_id.in_(strands))
    return list(session.scalars(wanted.order_by(AgendaItem.position, AgendaItem.id)))


def whose_interest(session: Session, interest_id: UUID) -> tuple[str, UUID] | None:
    """Return whose page an interest stands on, as a table's name and an id; None where it is gone."""
    interest = session.get(Interest, interest_id)
    if interest is None:
        return None
    if interest.person_id is not None:
        return "person", interest.person_id
    return ("organisation", interest.organisation_id) if interest.organisation_id is not None else None


def _ordered(session: Session, *conditions: ColumnElement[bool]) -> Sequence[Interest]:
    wanted = select(Interest).where(*conditions)
    return session.scalars(wanted.order_by(Interest.starts.desc().nulls_last(), Interest.id)).all()
