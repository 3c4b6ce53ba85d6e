"""How ready a planned meeting is: its notice, papers, expected quorum and agenda."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance
from boardroom.domain.notice import clear_days, covered, last_day_for_notice
from boardroom.domain.papers import Paper
from boardroom.domain.presence import AWAY
from boardroom.domain.quorum import Quorum, quorum
from boardroom.domain.record import BoardAtMeeting
from boardroom.domain.room import FilledSeat, Standing
from boardroom.domain.timing import planned_in_all
from boardroom.domain.words import DayKind, ItemKind, ItemState, Presence, Sector
from boardroom.store.holidays import known_holidays
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.boards_at import boards_at
from boardroom.store.queries.papers import papers_of

_TO_FOLLOW = "to follow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Whether notice was given in time; `given_clear_days` is None until it was.

    `last_day` is the last on which it can be given for the clear days that the terms ask for; None where the
    board has no terms. `holidays_known`: whether the table of bank holidays reaches to the meeting.
    """

    given_on: date | None
    given_clear_days: int | None
    days: int | None
    kind: DayKind | None
    last_day: date | None
    holidays_known: bool
    late: bool
    """Not given yet though the last day is over, or given with fewer clear days than the terms ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A paper that is to follow: its label, or its item's number, and who leads the item."""

    label: str
    lead: str
    item_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersIn:
    """How many of a meeting's papers are in, and which are to follow."""

    there: int
    to_follow: tuple[Awaited, ...]

    @property
    def total(self) -> int:
        """How many papers there will be."""
        return self.there + len(self.to_follow)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumExpected:
    """Who is expected, by seats with a vote: holders that sent no apologies, and deputies named for the others.

    `quorum` says whether that is enough; `seats` and `sectors` are those that are filled on the day.
    """

    quorum: Quorum
    seats: int
    sectors: frozenset[Sector]
    apologies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaReady:
    """How many items stand on the agenda, headings aside, their planned minutes, and what lacks a lead."""

    items: int
    minutes: int
    without_lead: int
    restricted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """How ready a meeting is."""

    notice: Notice
    papers: PapersIn
    quorum: QuorumExpected | None
    agenda: AgendaReady


def readiness_of(  # noqa: PLR0913 - a meeting's day and notice come from its row
    session: Session, meeting_id: UUID, board_id: UUID, *, held_on: date, notice_given_on: date | None, today: date
) -> Readiness:
    """Return how ready a planned meeting is on a day, for one of its boards.

    Raises:
        Refusal: the table of bank holidays can't be read.
    """
    board = next(iter(boards_at(session, [board_id], held_on)), None)
    items = list(items_of(session, meeting_id))
    return Readiness(
        notice=_notice(board, held_on, notice_given_on, today),
        papers=_papers(items, list(papers_of(session, meeting_id))),
        quorum=None if board is None else _expected(session, meeting_id, board),
        agenda=_agenda(items),
    )


def _notice(board: BoardAtMeeting | None, held_on: date, given_on: date | None, today: date) -> Notice:
    terms = board.terms if board else None
    if terms is None:
        return Notice(
            given_on=given_on,
            given_clear_days=None,
            days=None,
            kind=None,
            last_day=None,
            holidays_known=True,
            late=False,
        )
    holidays = known_holidays() if terms.notice_kind is DayKind.WORKING else frozenset()
    given = None if given_on is None else clear_days(given_on, held_on, terms.notice_kind, holidays)
    last = last_day_for_notice(held_on, terms.notice_days, terms.notice_kind, holidays)
    return Notice(
        given_on=given_on,
        given_clear_days=given,
        days=terms.notice_days,
        kind=terms.notice_kind,
        last_day=last,
        holidays_known=terms.notice_kind is DayKind.CALENDAR or covered(holidays, held_on),
        late=today > last if given is None else given < terms.notice_days,
    )


def _papers(items: list[AgendaItem], papers: list[Paper]) -> PapersIn:
    leads = {item.id: item.lead for item in items}
    awaited = [
        Awaited(label=paper.label or paper.title, lead=leads.get(paper.item_id, ""), item_id=paper.item_id)
        for paper in papers
        if paper.to_follow
    ]
    there = len(papers) - len(awaited)
    with_papers = {paper.item_id for paper in papers}
    for item in items:
        # What an agenda from elsewhere says of a paper, in words.
        if item.paper and item.id not in with_papers:
            if _TO_FOLLOW in item.paper.casefold():
                awaited.append(Awaited(label=item.number or item.title, lead=item.lead, item_id=item.id))
            else:
                there += 1
    return PapersIn(there=there, to_follow=tuple(awaited))


def _expected(session: Session, meeting_id: UUID, board: BoardAtMeeting) -> QuorumExpected:
    lines = session.scalars(
        select(Attendance).where(Attendance.meeting_id == meeting_id, Attendance.counted.is_(False))
    ).all()
    away = {line.person_id for line in lines if line.status in AWAY and line.person_id is not None}
    deputies = {line.deputy_for_id: line for line in lines if line.status is Presence.SUBSTITUTE}
    filled, voting_seats = [], []
    seats = {seat.id: seat for seat in board.seats}
    apologies = 0
    seated: set[UUID] = set()
    for membership in board.memberships:
        seat = seats[membership.seat_id]
        if seat.id in seated:
            continue
        seated.add(seat.id)
        voting = seat.voting if membership.voting is None else membership.voting
        if voting:
            voting_seats.append(seat)
        line, standing = Attendance(meeting_id=meeting_id, status=Presence.PRESENT), Standing.HOLDER
        if membership.person_id in away:
            apologies += voting
            if membership.person_id not in deputies:
                continue
            line, standing = deputies[membership.person_id], Standing.DEPUTY
        filled.append(FilledSeat(seat=seat, line=line, standing=standing, voting=voting))
    found = quorum(
        board.terms,
        board.needs,
        filled,
        all_seats=sum(seat.voting for seat in board.seats),
        filled_on_the_day=sum(seat.voting for seat in board.seats if seat.id in board.filled_seat_ids),
    )
    sectors = frozenset(seat.sector for seat in voting_seats) - {Sector.UNKNOWN}
    return QuorumExpected(quorum=found, seats=len(voting_seats), sectors=sectors, apologies=apologies)


def _agenda(items: list[AgendaItem]) -> AgendaReady:
    real = [item for item in items if item.kind is not ItemKind.HEADING and item.state is not ItemState.WITHDRAWN]
    return AgendaReady(
        items=len(real),
        minutes=planned_in_all(items),
        without_lead=sum(not item.lead for item in real),
        restricted=sum(item.restricted for item in real),
    )
