"""Builders of test data: meetings made row by row, in the order in which they are told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, time
from typing import Any, TypeVar, get_args, get_type_hints
from uuid import UUID

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.agenda import AgendaItem, ItemTranslation, Paragraph, Point
from boardroom.domain.attendance import (
    Attendance,
    AttendanceItem,
    Declaration,
    DeclarationItem,
    Stay,
)
from boardroom.domain.base import Base
from boardroom.domain.board import Board, Membership, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Organisation, Person
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.record import BoardAtMeeting, MeetingRecord
from boardroom.domain.text import runs_of
from boardroom.domain.votes import SectorTally, Vote, VoteEvent
from boardroom.domain.words import (
    AnswerKind,
    Presence,
    Sector,
    TextKind,
    VoteMethod,
    VoteOption,
)

T = TypeVar("T", bound=Base)

_LISTS = {
    get_args(hint)[0]: name
    for name, hint in get_type_hints(MeetingRecord).items()
    if get_args(hint) and hint.__origin__ is list
}
"""Which list of a record holds which entity."""


@dataclass
class MeetingMaker:
    """A meeting in the making; every method adds one thing and gives it back."""

    record: MeetingRecord
    memberships: list[Membership] = field(default_factory=list)

    @property
    def meeting_id(self) -> UUID:
        return self.record.meeting.id

    @property
    def board(self) -> Board:
        return self.record.boards[0].board

    def add(self, entity: T) -> T:
        """Put a row last in its list."""
        rows = getattr(self.record, _LISTS[type(entity)])
        if hasattr(entity, "position"):
            entity.position = len(rows)
        rows.append(entity)
        return entity

    def row(self, entity: type[T], /, **values: Any) -> T:  # noqa: ANN401 - the entity's own fields
        """Make a row of this meeting and add it."""
        if "board_id" in entity.__table__.columns and "board_id" not in values:
            values["board_id"] = self.board.id
        values["meeting_id"] = self.meeting_id
        return self.add(entity(**values))

    def sit(self, name: str, *, sector: Sector, holder: Person | None = None, voting: bool = True) -> Seat:
        """Give the host board one more seat, filled where it has a holder."""
        board = self.record.boards[0]
        seat = Seat(board_id=board.board.id, name=name, sector=sector, voting=voting, position=len(board.seats))
        board.seats.append(seat)
        if holder is not None:
            board.filled_seat_ids |= {seat.id}
            self.memberships.append(Membership(seat_id=seat.id, person_id=holder.id))
        return seat

    def person(self, name: str) -> Person:
        one = next((one for one in self.record.people.values() if one.name == name), None) or Person(name=name)
        self.record.people[one.id] = one
        return one

    def organisation(self, name: str) -> Organisation:
        known = (one for one in self.record.organisations.values() if one.name == name)
        one = next(known, None) or Organisation(name=name)
        self.record.organisations[one.id] = one
        return one

    def attend(  # noqa: PLR0913 - the parts of a line
        self,
        name: str = "",
        organisation: str = "",
        sector: Sector | None = None,
        status: Presence = Presence.PRESENT,
        *,
        for_items: Sequence[AgendaItem] = (),
        seat: bool = False,
        **values: Any,  # noqa: ANN401 - the entity's own fields
    ) -> Attendance:
        """Add a line of the attendance, of a person where there is a name."""
        person = self.person(name) if name else None
        its_seat = self.sit(organisation or name, sector=sector or Sector.UNKNOWN, holder=person) if seat else None
        line = self.row(
            Attendance,
            status=status,
            name=name,
            organisation=organisation,
            sector=sector,
            person_id=person.id if person else None,
            seat_id=its_seat.id if its_seat else None,
            **values,
        )
        for item in for_items:
            self.row(AttendanceItem, attendance_id=line.id, item_id=item.id, number=item.number)
        return line

    def stay(self, line: Attendance, **values: Any) -> Stay:  # noqa: ANN401 - the entity's own fields
        return self.row(Stay, attendance_id=line.id, **values)

    def item(self, number: str, title: str, **values: Any) -> AgendaItem:  # noqa: ANN401 - the entity's own fields
        return self.row(AgendaItem, number=number, title=title, **values)

    def translate(self, item: AgendaItem, language: str, text: str, field: str = "title") -> ItemTranslation:
        return self.row(ItemTranslation, item_id=item.id, language=language, field=field, text=text)

    def write(self, item: AgendaItem | None, text: str, **values: Any) -> Paragraph:  # noqa: ANN401 - as above
        """Add a paragraph of minute text."""
        values.setdefault("text_kind", TextKind.MINUTE)
        return self.row(Paragraph, item_id=item.id if item else None, runs=runs_of(text), **values)

    def say(self, item: AgendaItem, text: str, **values: Any) -> Point:  # noqa: ANN401 - as above
        return self.row(Point, item_id=item.id, text=text, **values)

    def declare(
        self,
        by: str,
        nature: str,
        *items: AgendaItem,
        **values: Any,  # noqa: ANN401 - as above
    ) -> Declaration:
        person = next((one for one in self.record.people.values() if one.name == by), None)
        declaration = self.row(Declaration, by=by, nature=nature, person_id=person.id if person else None, **values)
        for item in items:
            self.row(DeclarationItem, declaration_id=declaration.id, item_id=item.id, number=item.number)
        return declaration

    def propose(  # noqa: PLR0913 - the parts of a proposal
        self,
        item: AgendaItem | None,
        text: str,
        by: str = "",
        sector: Sector | None = None,
        *,
        answer: AnswerKind | None = None,
        reason: str = "",
        deferred_to: str = "",
        **values: Any,  # noqa: ANN401 - as above
    ) -> Proposal:
        item_id = item.id if item else None
        proposal = self.row(Proposal, item_id=item_id, text=text, **values)
        if by or sector:
            self.row(Proposer, proposal_id=proposal.id, organisation=by, sector=sector)
        if answer is not None:
            self.row(
                Answer,
                proposal_id=proposal.id,
                item_id=item_id,
                answer=answer,
                reason=reason,
                deferred_to=deferred_to,
            )
        return proposal

    def decide(self, item: AgendaItem | None, wording: str, **values: Any) -> Decision:  # noqa: ANN401 - as above
        return self.row(Decision, item_id=item.id if item else None, wording=wording, **values)

    def vote(self, decision: Decision, **values: Any) -> VoteEvent:  # noqa: ANN401 - as above
        return self.row(VoteEvent, item_id=decision.item_id, decision_id=decision.id, **values)

    def named_vote(self, decision: Decision, votes: Sequence[tuple[str, Sector, VoteOption]]) -> VoteEvent:
        """Add a vote in which each member's own is recorded."""
        event = self.vote(decision, method=VoteMethod.NAMED)
        for name, sector, option in votes:
            self.row(Vote, vote_event_id=event.id, name=name, sector=sector, option=option)
        return event

    def tally(self, event: VoteEvent, sector: Sector, **values: Any) -> SectorTally:  # noqa: ANN401 - as above
        return self.row(SectorTally, vote_event_id=event.id, sector=sector, **values)

    def act(
        self,
        item: AgendaItem | None,
        text: str,
        *owners: tuple[str, str],
        **values: Any,  # noqa: ANN401 - as above
    ) -> Action:
        """Add an action; owners are pairs of a person and an organisation."""
        action = self.row(Action, item_id=item.id if item else None, text=text, **values)
        for person, organisation in owners:
            self.row(
                ActionOwner,
                action_id=action.id,
                person_id=self.person(person).id if person else None,
                organisation_id=self.organisation(organisation).id if organisation else None,
            )
        return action


def a_meeting(
    *boards: str,
    on: date | None = date(2026, 12, 3),
    starts: time | None = None,
    ends: time | None = None,
    **values: Any,  # noqa: ANN401 - the meeting's own fields
) -> MeetingMaker:
    """Begin a meeting of one board, or of several, on one day."""
    meeting = Meeting(**values)
    maker = MeetingMaker(MeetingRecord(meeting=meeting))
    for name in boards or ("Arrowmere Children and Young People's Partnership",):
        board = Board(name=name)
        maker.record.boards.append(BoardAtMeeting(board=board))
        maker.row(MeetingBoard, board_id=board.id)
    if on is not None:
        maker.row(MeetingDay, held_on=on, starts=starts, ends=ends)
    return maker


def with_terms(maker: MeetingMaker, *needs: QuorumNeed, **values: Any) -> TermsOfReference:  # noqa: ANN401 - as above
    """Give the host board its terms of reference."""
    board = maker.record.boards[0]
    board.terms = TermsOfReference(board_id=board.board.id, **values)
    board.needs = list(needs)
    return board.terms


def rows_of(maker: MeetingMaker) -> Iterator[Base]:
    """Give every row that a meeting stands on, to be put into a board file."""
    record = maker.record
    for board in record.boards:
        yield board.board
        yield from filter(None, [board.terms])
        yield from board.needs
        yield from board.seats
    yield from maker.memberships
    yield from record.people.values()
    yield from record.organisations.values()
    yield record.meeting
    for one in fields(record):
        rows = getattr(record, one.name)
        if isinstance(rows, list) and one.name != "boards":
            yield from rows
    yield from record.other_decisions.values()
