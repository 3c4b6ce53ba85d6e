"""A meeting's room, and the seats of its boards that nobody's line of the attendance is about."""

from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance, AttendanceItem, Declaration, DeclarationItem, Stay
from boardroom.domain.base import Base
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay, Presiding
from boardroom.domain.record import MeetingRecord
from boardroom.domain.refusal import Gone
from boardroom.domain.room import Room
from boardroom.domain.words import SeatRole, Sector
from boardroom.store.queries.agenda import places_of
from boardroom.store.queries.boards_at import boards_at
from boardroom.store.queries.names import organisations_called, people_called

T = TypeVar("T", bound=Base)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedView:
    """A seat of a board that no line of the attendance is about; without a holder `name` is empty."""

    board_id: UUID
    seat_id: UUID
    seat: str
    role: SeatRole
    voting: bool
    sector: Sector
    person_id: UUID | None
    name: str
    organisation_id: UUID | None
    organisation: str


def room_at(session: Session, meeting_id: UUID) -> Room:
    """Return the room of a meeting: what the rules of who is there ask of the record, and no more.

    Raises:
        Gone: the meeting is gone.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        message = "That meeting isn't in the board file any more."
        raise Gone(message)

    def rows(entity: type[T]) -> list[T]:
        columns = entity.__table__.columns
        wanted = select(entity).where(columns["meeting_id"] == meeting_id)
        return list(session.scalars(wanted.order_by(columns["position"], columns["id"])))

    record = MeetingRecord(
        meeting=meeting,
        meeting_boards=rows(MeetingBoard),
        days=rows(MeetingDay),
        attendances=rows(Attendance),
        attendance_items=rows(AttendanceItem),
        stays=rows(Stay),
        declarations=rows(Declaration),
        declaration_items=rows(DeclarationItem),
        presidings=rows(Presiding),
    )
    day = next((one.held_on for one in record.days if one.held_on), None)
    record.boards = boards_at(session, [one.board_id for one in record.meeting_boards], day)
    # Nothing else asks where an item stands.
    by_item = record.stays or record.attendance_items or record.declaration_items
    return Room(record, places_of(session, meeting_id) if by_item else ())


def expected_in(session: Session, room: Room) -> tuple[ExpectedView, ...]:
    """Return the seats that no line is about, neither the holder's nor a deputy's."""
    taken = {room.seat_of(line) for line in room.record.attendances if not line.proxy}
    empty = [(board, seat) for board in room.record.boards for seat in board.seats if seat.id not in taken]
    holders = {row.seat_id: row for board in room.record.boards for row in board.memberships}
    people = people_called(session, (holders[seat.id].person_id for _, seat in empty if seat.id in holders))
    for_whom = {
        seat.id: (holders[seat.id].organisation_id if seat.id in holders else None) or seat.organisation_id
        for _, seat in empty
    }
    bodies = organisations_called(session, for_whom.values())
    views = []
    for board, seat in empty:
        holder, body = holders.get(seat.id), for_whom[seat.id]
        views.append(
            ExpectedView(
                board_id=board.board.id,
                seat_id=seat.id,
                seat=seat.name,
                role=seat.role,
                voting=seat.voting,
                sector=seat.sector,
                person_id=holder.person_id if holder else None,
                name=people.get(holder.person_id, "") if holder else "",
                organisation_id=body,
                organisation=bodies.get(body, "") if body else "",
            )
        )
    return tuple(views)
