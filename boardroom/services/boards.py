"""Setting up a board: its terms of reference, seats, and who sits in them."""

import re
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.board import Board, Deputy, Membership, Seat, TermsOfReference
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import MinuteNumbers, SeatRole, Sector
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.named import person_added
from boardroom.services.plan import begin_plan
from boardroom.services.standing_rows import standing
from boardroom.services.stated import stated_line
from boardroom.store.queries import boards as find
from boardroom.store.queries.names import people_named

# The shape of a BCP 47 tag: a language, then subtags.
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def create_board(session: Session, name: str) -> Board:
    """Start a board with the default terms of reference and the outcomes of Every Child Matters.

    Raises:
        Refusal: the name is blank, or a board of the file has it already.
    """
    name = _named(name, "a board")
    if find.board_named(session, name) is not None:
        message = f"The file holds a board “{name}” already."
        raise Refusal(message)
    board = Board(name=name)
    session.add_all([board, TermsOfReference(board_id=board.id)])
    begin_plan(session, board.id)
    return board


def change_board(  # noqa: PLR0913 - a board has these parts
    session: Session,
    board_id: UUID,
    *,
    name: str | Kept = KEPT,
    kind: str | Kept = KEPT,
    area: str | Kept = KEPT,
    country: str | Kept = KEPT,
    language: str | Kept = KEPT,
    accountable_body_id: UUID | Kept | None = KEPT,
    minute_numbers: MinuteNumbers | Kept = KEPT,
) -> Board:
    """Put right what a board says of itself.

    Raises:
        Refusal: it is gone, its name is blank or another board's, its language is no language tag, or the
            accountable body is gone.
    """
    board = standing(session, Board, board_id, "That board")
    said = _named(given(name, board.name), "the board")
    other = find.board_named(session, said)
    if other is not None and other.id != board_id:
        message = f"The file holds a board “{said}” already."
        raise Refusal(message)
    tag = clean_line(given(language, board.language))
    if not _LANGUAGE.fullmatch(tag):
        message = f"“{tag}” is no language tag; write one such as en-GB or cy."
        raise Refusal(message)
    body = given(accountable_body_id, board.accountable_body_id)
    if body is not None:
        standing(session, Organisation, body, "That organisation")
    board.name, board.language, board.accountable_body_id = said, tag, body
    board.kind, board.area = clean_line(given(kind, board.kind)), clean_line(given(area, board.area))
    board.country = clean_line(given(country, board.country))
    board.minute_numbers = given(minute_numbers, board.minute_numbers)
    return board


def add_organisation(session: Session, name: str, sector: Sector, *, statutory: bool = False) -> Organisation:
    """Add an organisation with its sector, in force from always until changed.

    Raises:
        Refusal: the name is blank.
    """
    organisation = Organisation(name=_named(name, "an organisation"))
    session.add_all(
        [organisation, OrganisationStatus(organisation_id=organisation.id, sector=sector, statutory=statutory)]
    )
    return organisation


def add_seat(  # noqa: PLR0913 - a seat has these parts
    session: Session,
    board_id: UUID,
    name: str,
    *,
    sector: Sector,
    role: SeatRole = SeatRole.MEMBER,
    organisation_id: UUID | None = None,
    voting: bool = True,
) -> Seat:
    """Add a seat, last in order.

    Raises:
        Refusal: the name is blank, or the board is gone.
    """
    standing(session, Board, board_id, "That board")
    seats = find.seats_of(session, board_id)
    seat = Seat(
        board_id=board_id,
        name=_named(name, "a seat"),
        sector=sector,
        role=role,
        organisation_id=organisation_id,
        voting=voting,
        position=seats[-1].position + 1 if seats else 0,
    )
    session.add(seat)
    return seat


def seat_person(
    session: Session, seat_id: UUID, name: str, *, starts: date | None = None, organisation_id: UUID | None = None
) -> Membership:
    """Put a person into a seat from a day on; whoever sat there until then leaves the day before.

    Raises:
        Refusal: the name is blank, the seat is gone, or it changed hands later than that day.
    """
    name = _named(name, "a person")
    person = next(iter(people_named(session, name)), None)
    if person is None:
        person = Person(name=name)
        session.add(person)
    standing(session, Seat, seat_id, "That seat")
    for earlier in find.memberships_of(session, seat_id):
        if earlier.ends is not None and (starts is None or earlier.ends < starts):
            continue
        if starts is None or (earlier.starts is not None and earlier.starts >= starts):
            message = "Somebody sits in this seat then; choose a later day."
            raise Refusal(message)
        earlier.ends = date.fromordinal(starts.toordinal() - 1)
    membership = Membership(seat_id=seat_id, person_id=person.id, organisation_id=organisation_id, starts=starts)
    session.add(membership)
    return membership


def add_deputy(session: Session, seat_id: UUID, person_id: UUID) -> Deputy:
    """Name a stand-in for whoever holds the seat, after those named before.

    Raises:
        Refusal: the seat is gone.
    """
    standing(session, Seat, seat_id, "That seat")
    deputies = find.deputies_of(session, seat_id)
    deputy = Deputy(seat_id=seat_id, person_id=person_id, position=deputies[-1].position + 1 if deputies else 0)
    session.add(deputy)
    return deputy


def name_deputy(session: Session, seat_id: UUID, name: str, person_id: UUID | None = None) -> Deputy:
    """Name a stand-in by name; somebody new is added to the file.

    Args:
        session: of the unit of work.
        seat_id: the seat whose holder they stand in for.
        name: who.
        person_id: the person, where one of that name was chosen.

    Raises:
        Refusal: nobody is named, or several people have that name and none was chosen.
    """
    found = person_id or person_added(session, name)
    if found is None:
        message = (
            f"Several people are called {clean_line(name)}; choose one of them."
            if clean_line(name)
            else ("Say who may stand in.")
        )
        raise Refusal(message)
    return add_deputy(session, seat_id, found)


def _named(name: str, what: str) -> str:
    return stated_line(name, f"Give {what} a name.")
