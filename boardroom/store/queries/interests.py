"""The register of interests: of a person, of an organisation, of those who sit on a board on a day."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.board import Membership, Seat
from boardroom.domain.interests import Interest
from boardroom.store.queries.sectors import in_force


def interests_of_person(session: Session, person_id: UUID) -> Sequence[Interest]:
    """Return what a person has registered, the ended with the current, the latest begun first."""
    return _ordered(session, Interest.person_id == person_id)


def interests_of_organisation(session: Session, organisation_id: UUID) -> Sequence[Interest]:
    """Return what is registered of an organisation, also through a person, the latest begun first."""
    return _ordered(session, Interest.organisation_id == organisation_id)


def interests_on_board(session: Session, board_id: UUID, on: date) -> Sequence[Interest]:
    """Return the interests in force on a day of a board's members then, and of the bodies that they sit for."""
    sitting = (
        select(Membership.person_id, Membership.organisation_id)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(Seat.board_id == board_id, in_force(Membership, on), in_force(Seat, on))
        .cte("sitting")
    )
    return _ordered(
        session,
        or_(
            Interest.person_id.in_(select(sitting.c.person_id)),
            # Somebody else's interest through the same body is no member's.
            Interest.person_id.is_(None) & Interest.organisation_id.in_(select(sitting.c.organisation_id)),
        ),
        in_force(Interest, on),
    )


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
