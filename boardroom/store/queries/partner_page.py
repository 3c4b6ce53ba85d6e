"""One partner: an organisation with all that is known of it, or a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.attendance import Attendance, Declaration
from boardroom.domain.board import Board, Deputy, Membership, Seat
from boardroom.domain.interests import Interest
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Presence
from boardroom.store.queries import proposal_list
from boardroom.store.queries.action_list import ActionRow, action_rows
from boardroom.store.queries.boards import statuses_of
from boardroom.store.queries.find import UNHELD
from boardroom.store.queries.interests import interests_of_organisation, interests_of_person
from boardroom.store.queries.proposal_list import ProposalRow
from boardroom.store.queries.walk import with_entities

_HERE = frozenset({Presence.PRESENT, Presence.SUBSTITUTE})
_YEAR = 365
MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A seat with who holds or held it, on which board, for whom and between which days; vacant without a person."""

    seat_id: UUID
    seat: str
    board: str
    membership_id: UUID | None
    person_id: UUID | None
    person: str
    organisation_id: UUID | None
    organisation: str
    starts: date | None
    ends: date | None

    def stands(self, day: date) -> bool:
        """Whether somebody sits there on a day."""
        begun = self.starts is None or self.starts <= day
        return self.person_id is not None and begun and (self.ends is None or self.ends >= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """Of how many meetings of the last twelve months a partner was at how many."""

    held: int
    attended: int
    apologies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """An interest that a person declared at a meeting."""

    id: UUID
    meeting_id: UUID
    day: date | None
    nature: str
    recused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """One organisation; `proposals` are its latest, each with its answer."""

    id: UUID
    name: str
    short_name: str
    successor_id: UUID | None
    successor: str
    statuses: tuple[OrganisationStatus, ...]
    sittings: tuple[Sitting, ...]
    interests: tuple[Interest, ...]
    proposals: tuple[ProposalRow, ...]
    turnout: Turnout


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One person; `stands_in_for` are the seats whose deputy they are."""

    id: UUID
    name: str
    email: str
    language: str
    sittings: tuple[Sitting, ...]
    stands_in_for: tuple[Sitting, ...]
    interests: tuple[Interest, ...]
    declarations: tuple[Declared, ...]
    actions: tuple[ActionRow, ...]
    turnout: Turnout


def organisation_view(session: Session, organisation_id: UUID, today: date) -> OrganisationView:
    """Return one organisation with all that is known of it.

    Raises:
        Refusal: it is gone.
    """
    one = session.get(Organisation, organisation_id)
    if one is None:
        message = "That organisation isn't in the board file any more."
        raise Refusal(message)
    successor = session.get(Organisation, one.successor_id) if one.successor_id else None
    sittings = _sittings(session, for_organisation=organisation_id)
    put = proposal_list.Wanted(organisation_id=organisation_id)
    return OrganisationView(
        id=one.id,
        name=one.name,
        short_name=one.short_name,
        successor_id=one.successor_id,
        successor=successor.name if successor else "",
        statuses=tuple(reversed(statuses_of(session, organisation_id))),
        sittings=tuple(sittings),
        interests=tuple(interests_of_organisation(session, organisation_id)),
        proposals=tuple(proposal_list.proposals_page(session, put, today, limit=MOST)),
        turnout=_turnout(session, _lines_of_organisation(organisation_id, sittings), sittings, today),
    )


def person_view(session: Session, person_id: UUID, today: date) -> PersonView:
    """Return one person with all that is known of them.

    Raises:
        Refusal: they are gone.
    """
    one = session.get(Person, person_id)
    if one is None:
        message = "That person isn't in the board file any more."
        raise Refusal(message)
    sittings = _sittings(session, for_person=person_id)
    return PersonView(
        id=one.id,
        name=one.name,
        email=one.email,
        language=one.language,
        sittings=tuple(sittings),
        stands_in_for=tuple(_stands_in_for(session, one)),
        interests=tuple(interests_of_person(session, person_id)),
        declarations=tuple(_declarations(session, person_id)),
        actions=tuple(_actions(session, person_id, today)),
        turnout=_turnout(session, Attendance.person_id == person_id, sittings, today),
    )


def _sittings(
    session: Session, *, for_person: UUID | None = None, for_organisation: UUID | None = None
) -> list[Sitting]:
    """Return the seats of a person or an organisation, current ones and vacant ones first, then the latest ended."""
    wanted = (
        select(Seat, Board.name, Membership, Person.name, Organisation.id, Organisation.name)
        .join(Board, Board.id == Seat.board_id)
        .outerjoin(Membership, Membership.seat_id == Seat.id)
        .outerjoin(Person, Person.id == Membership.person_id)
        .outerjoin(Organisation, Organisation.id == func.coalesce(Membership.organisation_id, Seat.organisation_id))
        .order_by(Membership.ends.desc().nulls_first(), Seat.position, Seat.id)
    )
    if for_person is not None:
        wanted = wanted.where(Membership.person_id == for_person)
    else:
        sent = select(Membership.seat_id).where(Membership.organisation_id == for_organisation)
        own = select(Seat.id).where(Seat.organisation_id == for_organisation)
        wanted = wanted.where(
            Seat.id.in_(own.union(sent)), or_(Membership.id.is_(None), Organisation.id == for_organisation)
        )
    return [_sitting(*row) for row in session.execute(wanted)]


def _sitting(  # noqa: PLR0913, PLR0917 - the columns of one row
    seat: Seat,
    board: str,
    membership: Membership | None,
    person: str | None,
    organisation_id: UUID | None,
    organisation: str | None,
) -> Sitting:
    return Sitting(
        seat_id=seat.id,
        seat=seat.name,
        board=board,
        membership_id=membership.id if membership else None,
        person_id=membership.person_id if membership else None,
        person=person or "",
        organisation_id=organisation_id,
        organisation=organisation or "",
        starts=membership.starts if membership else seat.starts,
        ends=membership.ends if membership else seat.ends,
    )


def _stands_in_for(session: Session, person: Person) -> list[Sitting]:
    wanted = (
        select(Deputy, Seat.name, Board.name)
        .join(Seat, Seat.id == Deputy.seat_id)
        .join(Board, Board.id == Seat.board_id)
        .where(Deputy.person_id == person.id)
        .order_by(Deputy.ends.desc().nulls_first(), Seat.position, Seat.id)
    )
    return [
        Sitting(
            seat_id=deputy.seat_id,
            seat=seat,
            board=board,
            membership_id=None,
            person_id=person.id,
            person=person.name,
            organisation_id=None,
            organisation="",
            starts=deputy.starts,
            ends=deputy.ends,
        )
        for deputy, seat, board in session.execute(wanted)
    ]


def _declarations(session: Session, person_id: UUID) -> list[Declared]:
    wanted = (
        select(Declaration, MeetingDay.held_on)
        .outerjoin(MeetingDay, (MeetingDay.meeting_id == Declaration.meeting_id) & (MeetingDay.position == 0))
        .where(Declaration.person_id == person_id)
        .order_by(MeetingDay.held_on.desc().nulls_last(), Declaration.position)
        .limit(MOST)
    )
    return [
        Declared(id=one.id, meeting_id=one.meeting_id, day=day, nature=one.nature, recused=one.recused)
        for one, day in session.execute(wanted)
    ]


def _actions(session: Session, person_id: UUID, today: date) -> list[ActionRow]:
    """Return the actions that a person owns, those due last first."""
    owned = select(ActionOwner.action_id).where(ActionOwner.person_id == person_id)
    place = select(Action.id.label("ident"), Action.due_on.label("date"), Action.position.label("item_position"))
    found = session.execute(
        place.where(Action.id.in_(owned)).order_by(Action.due_on.desc().nulls_first(), Action.id.desc()).limit(MOST)
    ).all()
    return action_rows(session, with_entities(session, Action, found), today)


def _lines_of_organisation(organisation_id: UUID, sittings: Sequence[Sitting]) -> ColumnElement[bool]:
    """Say that a line of the attendance is an organisation's: it names it, or one who sits for it."""
    people = {one.person_id for one in sittings if one.person_id is not None and one.organisation_id == organisation_id}
    return or_(Attendance.organisation_id == organisation_id, Attendance.person_id.in_(people))


def _turnout(session: Session, lines: ColumnElement[bool], sittings: Sequence[Sitting], today: date) -> Turnout:
    """Count the meetings of the boards that a partner sits on, from a year ago to today."""
    boards = select(Seat.board_id).where(Seat.id.in_({one.seat_id for one in sittings}))
    year = today - timedelta(days=_YEAR)
    held = (
        select(Meeting.id)
        .join(MeetingDay, (MeetingDay.meeting_id == Meeting.id) & (MeetingDay.position == 0))
        .where(
            MeetingDay.held_on.between(year, today),
            func.coalesce(Meeting.status, "").not_in([one.value for one in UNHELD]),
            exists().where(MeetingBoard.meeting_id == Meeting.id, MeetingBoard.board_id.in_(boards)),
        )
    )
    meetings = session.scalars(held).all()
    there: dict[UUID, set[Presence]] = {}
    said = select(Attendance.meeting_id, Attendance.status).where(Attendance.meeting_id.in_(meetings), lines)
    for meeting_id, status in session.execute(said):
        there.setdefault(meeting_id, set()).add(status)
    attended = sum(bool(statuses & _HERE) for statuses in there.values())
    sent = sum(not statuses & _HERE and Presence.APOLOGIES in statuses for statuses in there.values())
    return Turnout(held=len(meetings), attended=attended, apologies=sent)
