"""The seats of a board on a day: who holds each, since when, for whom, and who stands in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from boardroom.domain.board import Deputy, Membership, Seat
from boardroom.domain.people import Organisation, Person
from boardroom.domain.words import SeatRole, Sector
from boardroom.store.queries.sectors import in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyRow:
    """One who may stand in for the holder of a seat."""

    id: UUID
    person_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who sits in a seat: the membership, the person, for whom they sit, and between which days."""

    membership_id: UUID
    person_id: UUID
    name: str
    organisation_id: UUID | None
    organisation: str
    voting: bool | None
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """One seat; `holder` is None while it is vacant."""

    id: UUID
    board_id: UUID
    name: str
    role: SeatRole
    sector: Sector
    voting: bool
    organisation_id: UUID | None
    organisation: str
    position: int
    starts: date | None
    ends: date | None
    holder: Holder | None
    deputies: tuple[DeputyRow, ...]


def seats_on(session: Session, board_id: UUID, day: date, *, ended: bool = False) -> list[SeatRow]:
    """Return the seats of a board in order, with who holds them on a day.

    Args:
        session: of the board file.
        board_id: whose seats.
        day: the day that holders and deputies are of.
        ended: also the seats that no longer stand on that day, or don't stand yet.
    """
    wanted = (
        select(Seat, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Seat.organisation_id)
        .where(Seat.board_id == board_id)
        .order_by(Seat.position, Seat.id)
    )
    found = session.execute(wanted if ended else wanted.where(in_force(Seat, day))).all()
    ids = [seat.id for seat, _ in found]
    holders, deputies = _holders(session, ids, day), _deputies(session, ids, day)
    return [
        SeatRow(
            id=seat.id,
            board_id=seat.board_id,
            name=seat.name,
            role=seat.role,
            sector=seat.sector,
            voting=seat.voting,
            organisation_id=seat.organisation_id,
            organisation=organisation or "",
            position=seat.position,
            starts=seat.starts,
            ends=seat.ends,
            holder=holders.get(seat.id),
            deputies=tuple(deputies.get(seat.id, ())),
        )
        for seat, organisation in found
    ]


def holders_of(session: Session, seat_id: UUID) -> list[Holder]:
    """Return everybody who ever held a seat, the latest first."""
    found = session.execute(
        _memberships().where(Membership.seat_id == seat_id).order_by(Membership.starts.desc().nulls_last())
    )
    return [_holder(membership, person, organisation) for membership, person, organisation in found]


def sectors_in_use(session: Session, board_id: UUID, day: date) -> list[Sector]:
    """Return the sectors that have a seat on a board on a day, in the order of the seats."""
    wanted = select(Seat.sector).where(Seat.board_id == board_id, in_force(Seat, day))
    found = session.scalars(wanted.order_by(Seat.position, Seat.id))
    return [sector for sector in dict.fromkeys(found) if sector is not Sector.UNKNOWN]


def _memberships() -> Select[Membership, str, str]:
    return (
        select(Membership, Person.name, Organisation.name)
        .join(Person, Person.id == Membership.person_id)
        .outerjoin(Organisation, Organisation.id == Membership.organisation_id)
    )


def _holders(session: Session, seat_ids: list[UUID], day: date) -> dict[UUID, Holder]:
    found = session.execute(
        _memberships()
        .where(Membership.seat_id.in_(seat_ids), in_force(Membership, day))
        .order_by(Membership.starts.is_not(None), Membership.starts, Membership.id)
    )
    return {membership.seat_id: _holder(membership, person, body) for membership, person, body in found}


def _holder(membership: Membership, person: str, organisation: str | None) -> Holder:
    return Holder(
        membership_id=membership.id,
        person_id=membership.person_id,
        name=person,
        organisation_id=membership.organisation_id,
        organisation=organisation or "",
        voting=membership.voting,
        starts=membership.starts,
        ends=membership.ends,
    )


def _deputies(session: Session, seat_ids: list[UUID], day: date) -> dict[UUID, list[DeputyRow]]:
    wanted = (
        select(Deputy, Person.name)
        .join(Person, Person.id == Deputy.person_id)
        .where(Deputy.seat_id.in_(seat_ids), in_force(Deputy, day))
        .order_by(Deputy.position, Deputy.id)
    )
    found: dict[UUID, list[DeputyRow]] = {}
    for deputy, name in session.execute(wanted):
        found.setdefault(deputy.seat_id, []).append(DeputyRow(id=deputy.id, person_id=deputy.person_id, name=name))
    return found
