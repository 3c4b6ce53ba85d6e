"""A meeting's room, and the seats of its boards that nobody's line of the attendance is about."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance, AttendanceItem, Declaration, DeclarationItem, Stay
from boardroom.domain.item_place import ItemPlace
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay, Presiding
from boardroom.domain.record import MeetingRecord
from boardroom.domain.refusal import Gone
from boardroom.domain.room import Room
from boardroom.domain.words import SeatRole, Sector
from boardroom.store.queries.agenda import places_of
from boardroom.store.queries.boards_at import boards_at
from boardroom.store.queries.names import organisations_called, people_called

_Part = Attendance | AttendanceItem | Stay | Declaration | DeclarationItem | Presiding
T = TypeVar("T", bound=_Part | MeetingBoard | MeetingDay)

_FEW = 50
_PARTS: dict[str, tuple[str, type[_Part]]] = {
    "attendance": ("attendances", Attendance),
    "attendance_item": ("attendance_items", AttendanceItem),
    "stay": ("stays", Stay),
    "declaration": ("declarations", Declaration),
    "declaration_item": ("declaration_items", DeclarationItem),
    "presiding": ("presidings", Presiding),
}
_AROUND = frozenset(
    {
        "meeting", "meeting_board", "meeting_day", "board", "terms_of_reference", "quorum_need", "seat", "membership",
        "person", "organisation", "organisation_status",
    }
)  # fmt: skip
"""What a room is read against: a change of these is rare, and all is read again."""


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

    record = MeetingRecord(
        meeting=meeting,
        meeting_boards=_rows(session, MeetingBoard, meeting_id),
        days=_rows(session, MeetingDay, meeting_id),
        attendances=_rows(session, Attendance, meeting_id),
        attendance_items=_rows(session, AttendanceItem, meeting_id),
        stays=_rows(session, Stay, meeting_id),
        declarations=_rows(session, Declaration, meeting_id),
        declaration_items=_rows(session, DeclarationItem, meeting_id),
        presidings=_rows(session, Presiding, meeting_id),
    )
    day = next((one.held_on for one in record.days if one.held_on), None)
    record.boards = boards_at(session, [one.board_id for one in record.meeting_boards], day)
    return Room(record, _places(session, record))


def room_after(session: Session, room: Room, changed: Mapping[str, Collection[UUID]]) -> Room:
    """Return a room that was read before as it is now, at the price of what these rows changed.

    Boards with their seats stay the same objects where nothing of them changed; so does a line of the attendance.

    Args:
        session: of the reading.
        room: as it was read before; it stays as it is.
        changed: ids of all rows that changed since, by table.

    Raises:
        Gone: the meeting is gone.
    """
    if not _AROUND.isdisjoint(changed):
        return room_at(session, room.record.meeting.id)
    touched = [part for part in _PARTS if part in changed]
    if not touched and "agenda_item" not in changed:
        return room
    record = replace(room.record)
    for part in touched:
        name, entity = _PARTS[part]
        setattr(record, name, _rows_after(session, entity, record.meeting.id, getattr(record, name), changed[part]))
    return Room(record, _places(session, record))


def _places(session: Session, record: MeetingRecord) -> Sequence[ItemPlace]:
    """Return where the items stand, where anybody asks: who came or left by one, or is recused from it."""
    by_item = record.stays or record.attendance_items or record.declaration_items
    return places_of(session, record.meeting.id) if by_item else ()


def _rows(session: Session, entity: type[T], meeting_id: UUID) -> list[T]:
    wanted = select(entity).where(entity.meeting_id == meeting_id)
    return list(session.scalars(wanted.order_by(entity.position, entity.id)))


def _rows_after(
    session: Session, entity: type[T], meeting_id: UUID, before: Sequence[T], changed: Collection[UUID]
) -> list[T]:
    """Return the rows of a meeting again, of which none but these have changed."""
    if len(changed) > _FEW:
        return _rows(session, entity, meeting_id)
    asked = select(entity).where(entity.meeting_id == meeting_id, entity.id.in_(changed))
    found = {row.id: row for row in session.scalars(asked)}
    places = {row.id: row.position for row in before if row.id in changed}
    if {row.id: row.position for row in found.values()} != places:
        # One came, went, or stands elsewhere.
        return _rows(session, entity, meeting_id)
    return [found.get(row.id, row) for row in before]


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
