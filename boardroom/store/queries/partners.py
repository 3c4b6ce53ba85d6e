"""The partners of a board file: organisations and people by name, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select, tuple_
from sqlalchemy.orm import Session

from boardroom.domain.board import Membership, Seat
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.text import clean_line
from boardroom.domain.words import Sector
from boardroom.store.queries.sectors import in_force, statuses_on
from boardroom.store.queries.walk import PAGE

# Said with both bounds where a list begins, so that SQLite walks the index on the name.
_FIRST_NAME = ""


@dataclass(frozen=True, slots=True)
class NameKey:
    """Where a page of names ends."""

    name: str
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """One organisation on a day; seats and people are those of the board that was asked for, or of all."""

    id: UUID
    name: str
    short_name: str
    sector: Sector | None
    statutory: bool
    seats: int
    people: int
    succeeded: bool

    @property
    def key(self) -> NameKey:
        """Where a page ends that ends with this row."""
        return NameKey(self.name, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person on a day: the names of the seats held, the first one's sector, and for whom they sit."""

    id: UUID
    name: str
    email: str
    seats: tuple[str, ...]
    sector: Sector | None
    organisation: str

    @property
    def key(self) -> NameKey:
        """Where a page ends that ends with this row."""
        return NameKey(self.name, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list of partners is narrowed to; with a board, only who sits on it that day."""

    board_id: UUID | None = None
    words: str = ""
    sector: Sector | None = None


def organisations_page(
    session: Session, wanted: Wanted, today: date, *, after: NameKey | None = None, limit: int = PAGE
) -> list[OrganisationRow]:
    """Return the next page of organisations, by name."""
    some = select(Organisation).where(*_beyond(Organisation, after))
    words = clean_line(wanted.words)
    if words:
        some = some.where(
            or_(
                Organisation.name.icontains(words, autoescape=True),
                Organisation.short_name.icontains(words, autoescape=True),
            )
        )
    if wanted.sector is not None:
        some = some.where(
            exists().where(
                OrganisationStatus.organisation_id == Organisation.id,
                OrganisationStatus.sector == wanted.sector,
                in_force(OrganisationStatus, today),
            )
        )
    if wanted.board_id is not None:
        some = some.where(_on_board(wanted.board_id, today))
    found = session.scalars(some.order_by(Organisation.name, Organisation.id).limit(limit)).all()
    ids = [one.id for one in found]
    statuses = statuses_on(session, ids, today)
    seats, people = _seats(session, ids, wanted.board_id, today), _people(session, ids, wanted.board_id, today)
    rows = []
    for one in found:
        status = statuses.get(one.id)
        rows.append(
            OrganisationRow(
                id=one.id,
                name=one.name,
                short_name=one.short_name,
                sector=status.sector if status else None,
                statutory=bool(status and status.statutory),
                seats=seats.get(one.id, 0),
                people=people.get(one.id, 0),
                succeeded=one.successor_id is not None,
            )
        )
    return rows


def people_page(
    session: Session, wanted: Wanted, today: date, *, after: NameKey | None = None, limit: int = PAGE
) -> list[PersonRow]:
    """Return the next page of people, by name."""
    some = select(Person).where(*_beyond(Person, after))
    words = clean_line(wanted.words)
    if words:
        some = some.where(
            or_(Person.name.icontains(words, autoescape=True), Person.email.icontains(words, autoescape=True))
        )
    if wanted.sector is not None or wanted.board_id is not None:
        sits = exists().where(
            Membership.person_id == Person.id, Membership.seat_id == Seat.id, in_force(Membership, today)
        )
        if wanted.sector is not None:
            sits = sits.where(Seat.sector == wanted.sector)
        if wanted.board_id is not None:
            sits = sits.where(Seat.board_id == wanted.board_id)
        some = some.where(sits)
    found = session.scalars(some.order_by(Person.name, Person.id).limit(limit)).all()
    held = _held(session, [one.id for one in found], wanted.board_id, today)
    rows = []
    for one in found:
        seats = held.get(one.id, [])
        first = seats[0] if seats else None
        rows.append(
            PersonRow(
                id=one.id,
                name=one.name,
                email=one.email,
                seats=tuple(seat.name for seat, _ in seats),
                sector=first[0].sector if first else None,
                organisation=next((organisation for _, organisation in seats if organisation), ""),
            )
        )
    return rows


def count_partners(session: Session) -> tuple[int, int]:
    """Return how many organisations and how many people the file holds."""
    organisations = session.scalar(select(func.count(Organisation.id))) or 0
    return organisations, session.scalar(select(func.count(Person.id))) or 0


def _beyond(entity: type[Organisation | Person], after: NameKey | None) -> list[ColumnElement[bool]]:
    if after is None:
        return [entity.name >= _FIRST_NAME]
    # The first bound is what SQLite walks the index by.
    return [entity.name >= after.name, tuple_(entity.name, entity.id) > tuple_(after.name, str(after.id))]


def _on_board(board_id: UUID, today: date) -> ColumnElement[bool]:
    seat = exists().where(Seat.organisation_id == Organisation.id, Seat.board_id == board_id, in_force(Seat, today))
    through = exists().where(
        Membership.organisation_id == Organisation.id,
        Membership.seat_id == Seat.id,
        Seat.board_id == board_id,
        in_force(Membership, today),
    )
    return or_(seat, through)


def _seats(session: Session, ids: Sequence[UUID], board_id: UUID | None, today: date) -> dict[UUID | None, int]:
    wanted = select(Seat.organisation_id, func.count(Seat.id)).where(
        Seat.organisation_id.in_(ids), in_force(Seat, today)
    )
    if board_id is not None:
        wanted = wanted.where(Seat.board_id == board_id)
    return dict(session.execute(wanted.group_by(Seat.organisation_id)).all())


def _people(session: Session, ids: Sequence[UUID], board_id: UUID | None, today: date) -> dict[UUID, int]:
    """Return how many different people sit for each organisation."""
    for_whom = func.coalesce(Membership.organisation_id, Seat.organisation_id).label("for_whom")
    # Two arms, each by its index: OR over two tables would read every membership.
    own = select(Membership.person_id, for_whom).join(Seat, Seat.id == Membership.seat_id)
    own = own.where(in_force(Membership, today))
    if board_id is not None:
        own = own.where(Seat.board_id == board_id)
    direct = own.where(Membership.organisation_id.in_(ids))
    through = own.where(Membership.organisation_id.is_(None), Seat.organisation_id.in_(ids))
    both = direct.union(through).subquery()
    counted = select(both.c.for_whom, func.count(both.c.person_id)).group_by(both.c.for_whom)
    return {UUID(str(organisation_id)): count for organisation_id, count in session.execute(counted)}


def _held(
    session: Session, ids: Sequence[UUID], board_id: UUID | None, today: date
) -> dict[UUID, list[tuple[Seat, str]]]:
    """Return the seats that each person holds, in order, each with the organisation that they sit for."""
    wanted = (
        select(Membership.person_id, Seat, Organisation.name)
        .join(Seat, Seat.id == Membership.seat_id)
        .outerjoin(Organisation, Organisation.id == func.coalesce(Membership.organisation_id, Seat.organisation_id))
        .where(Membership.person_id.in_(ids), in_force(Membership, today))
        .order_by(Seat.position, Seat.id)
    )
    if board_id is not None:
        wanted = wanted.where(Seat.board_id == board_id)
    held: dict[UUID, list[tuple[Seat, str]]] = {}
    for person_id, seat, organisation in session.execute(wanted):
        held.setdefault(person_id, []).append((seat, organisation or ""))
    return held
