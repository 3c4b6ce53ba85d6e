"""What a pasted table is held against: names that the file knows, who sits on a board, its open actions, an agenda."""

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Membership, Seat
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.words import Sector
from boardroom.store.queries.sectors import in_force


def people_by_name(session: Session) -> dict[str, UUID]:
    """Return everybody by name in small letters; of two of one name the one made first."""
    rows = session.execute(select(Person.name, Person.id).order_by(Person.id.desc()))
    return {name.casefold(): row_id for name, row_id in rows}


def organisations_by_name(session: Session) -> dict[str, UUID]:
    """Return the organisations by name and by short name, in small letters."""
    rows = session.execute(select(Organisation.name, Organisation.short_name, Organisation.id)).all()
    short = {row.short_name.casefold(): row.id for row in rows if row.short_name}
    return short | {row.name.casefold(): row.id for row in rows}


def sectors_of_organisations(session: Session) -> dict[UUID, Sector]:
    """Return the sector of every organisation, the latest that is stated."""
    wanted = select(OrganisationStatus.organisation_id, OrganisationStatus.sector)
    rows = session.execute(
        wanted.order_by(OrganisationStatus.starts.is_not(None), OrganisationStatus.starts, OrganisationStatus.id)
    )
    return dict(iter(rows))


def seated_on(session: Session, board_id: UUID, day: date) -> dict[UUID, str]:
    """Return who sits on a board on a day, each with the name of the seat."""
    rows = session.execute(
        select(Membership.person_id, Seat.name)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(Seat.board_id == board_id, in_force(Membership, day))
    )
    return dict(iter(rows))


def filled_seats(session: Session, board_id: UUID, day: date) -> set[UUID]:
    """Return the seats of a board that somebody holds on a day or will hold later."""
    wanted = select(Membership.seat_id).join(Seat, Seat.id == Membership.seat_id).where(Seat.board_id == board_id)
    return set(session.scalars(wanted.where(or_(Membership.ends.is_(None), Membership.ends >= day))))


def titles_on(session: Session, meeting_id: UUID) -> dict[str, str]:
    """Return the titles of a meeting's items in small letters, each with the item's number."""
    rows = session.execute(select(AgendaItem.title, AgendaItem.number).where(AgendaItem.meeting_id == meeting_id))
    return {title.casefold(): number for title, number in rows}


def actions_on(session: Session, board_id: UUID) -> set[str]:
    """Return the texts of a board's actions in small letters."""
    return {text.casefold() for text in session.scalars(select(Action.text).where(Action.board_id == board_id))}
