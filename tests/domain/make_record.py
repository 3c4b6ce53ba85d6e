"""A meeting of a small board, built line by line for the tests of rules."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance, AttendanceItem, Declaration, DeclarationItem, Stay
from boardroom.domain.board import Board, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.record import BoardAtMeeting, MeetingRecord
from boardroom.domain.votes import Vote, VoteEvent
from boardroom.domain.words import Presence, Sector, VoteOption

HELD_ON = date(2026, 3, 12)


def _filled(fields: dict[str, Any], **usual: Any) -> dict[str, Any]:  # noqa: ANN401 - the fields of any entity
    """Give the fields that a test leaves out their usual values."""
    return usual | fields


class Making:
    """A record under construction: one board, one day, and what a test adds."""

    def __init__(self, **terms: Any) -> None:  # noqa: ANN401 - the fields of the terms, each of its type
        self.board = BoardAtMeeting(board=Board(name="Children's Trust Board"))
        self.board.terms = TermsOfReference(board_id=self.board.board.id, **terms)
        meeting = Meeting()
        self.record = MeetingRecord(meeting=meeting, boards=[self.board])
        self.record.days.append(
            MeetingDay(meeting_id=meeting.id, held_on=HELD_ON, starts=time(18, 30), ends=time(20, 30))
        )

    @property
    def meeting_id(self) -> UUID:
        return self.record.meeting.id

    def seat(self, name: str, sector: Sector = Sector.HEALTH, **fields: Any) -> Seat:  # noqa: ANN401 - as above
        seat = Seat(board_id=self.board.board.id, name=name, sector=sector, **fields)
        self.board.seats.append(seat)
        self.board.filled_seat_ids |= {seat.id}
        return seat

    def need(self, **fields: Any) -> None:  # noqa: ANN401 - as above
        assert self.board.terms is not None
        self.board.needs.append(QuorumNeed(terms_id=self.board.terms.id, **fields))

    def line(self, name: str = "", seat: Seat | None = None, **fields: Any) -> Attendance:  # noqa: ANN401 - as above
        line = Attendance(
            **_filled(
                fields,
                meeting_id=self.meeting_id,
                position=len(self.record.attendances),
                status=Presence.PRESENT,
                name=name,
                person_id=uuid4() if name else None,
                seat_id=seat.id if seat else None,
            )
        )
        self.record.attendances.append(line)
        return line

    def member(self, name: str, sector: Sector = Sector.HEALTH, **fields: Any) -> Attendance:  # noqa: ANN401 - as above
        """Somebody present in a voting seat of their own."""
        return self.line(name, self.seat(f"{name}'s seat", sector), **fields)

    def stay(self, line: Attendance, **fields: Any) -> Stay:  # noqa: ANN401 - as above
        stay = Stay(meeting_id=self.meeting_id, attendance_id=line.id, **fields)
        self.record.stays.append(stay)
        return stay

    def for_item(self, line: Attendance, item: AgendaItem | None, number: str = "") -> None:
        row = AttendanceItem(
            meeting_id=self.meeting_id,
            attendance_id=line.id,
            item_id=item.id if item else None,
            number=item.number if item else number,
        )
        self.record.attendance_items.append(row)

    def item(self, number: str = "", title: str = "", **fields: Any) -> AgendaItem:  # noqa: ANN401 - as above
        item = AgendaItem(
            **_filled(
                fields,
                meeting_id=self.meeting_id,
                number=number,
                title=title or f"Matter {number}",
                position=len(self.record.items),
            )
        )
        self.record.items.append(item)
        self.record.__dict__.pop("item_by_id", None)
        return item

    def declare(self, line: Attendance, *items: AgendaItem, **fields: Any) -> Declaration:  # noqa: ANN401 - as above
        declaration = Declaration(
            **_filled(
                fields,
                meeting_id=self.meeting_id,
                person_id=line.person_id,
                by=line.name,
                nature="works there",
                recused=True,
            )
        )
        self.record.declarations.append(declaration)
        self.record.declaration_items += [
            DeclarationItem(meeting_id=self.meeting_id, declaration_id=declaration.id, item_id=item.id)
            for item in items
        ]
        return declaration

    def decide(self, item: AgendaItem | None = None, **fields: Any) -> Decision:  # noqa: ANN401 - as above
        decision = Decision(
            **_filled(
                fields,
                board_id=self.board.board.id,
                meeting_id=self.meeting_id,
                item_id=item.id if item else None,
                wording="That it be done.",
            )
        )
        self.record.decisions.append(decision)
        return decision

    def vote(self, **fields: Any) -> VoteEvent:  # noqa: ANN401 - as above
        event = VoteEvent(meeting_id=self.meeting_id, **fields)
        self.record.vote_events.append(event)
        return event

    def votes(self, event: VoteEvent, cast: Sequence[tuple[Attendance, VoteOption]]) -> None:
        self.record.votes += [
            Vote(
                meeting_id=self.meeting_id,
                vote_event_id=event.id,
                attendance_id=line.id,
                person_id=line.person_id,
                name=line.name,
                option=option,
            )
            for line, option in cast
        ]
