"""Who is at a meeting, as the Meeting page shows it: lines by sector, seats without a line, quorum, declarations."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance, Declaration, Stay
from boardroom.domain.board import Seat
from boardroom.domain.presence import Moment
from boardroom.domain.quorum import Quorum, quorum_at
from boardroom.domain.record import BoardAtMeeting, MeetingRecord
from boardroom.domain.room import Room
from boardroom.domain.words import Presence, SeatRole, Sector
from boardroom.store.queries.names import organisations_called, people_called
from boardroom.store.queries.room import ExpectedView, expected_in, room_after, room_at
from boardroom.store.queries.running import moment_at


@dataclass(frozen=True, slots=True, kw_only=True)
class StayView:
    """A time in the room."""

    id: UUID
    day_id: UUID | None
    arrived_at: time | None
    left_at: time | None
    arrived_words: str
    left_words: str
    arrived_item_id: UUID | None
    left_item_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """One line of the attendance.

    `sector` is the one printed, else the seat's; `for_items` are the numbers of the only items somebody came
    for. `here` and `recused` are said of the item (or the whole meeting) that was asked about.
    """

    id: UUID
    status: Presence
    person_id: UUID | None
    organisation_id: UUID | None
    seat_id: UUID | None
    name: str
    role: str
    organisation: str
    sector: Sector
    seat: str
    seat_role: SeatRole | None
    counted: bool
    headcount: int | None
    voting: bool | None
    remote: bool
    proxy: bool
    deputy_for: str
    remark: str
    for_items: tuple[str, ...]
    stays: tuple[StayView, ...]
    here: bool
    recused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorView:
    """The lines of one sector."""

    sector: Sector
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumView:
    """How one board stands against its quorum.

    `voting_seats` (those that were filled on the day) and `sectors_seated` are the cells of its meter. `to_come`
    are the sectors of the voting seats whose holders are neither said to be there nor to stay away: before a
    meeting they are expected.
    """

    board_id: UUID
    board: str
    quorum: Quorum
    voting_seats: int
    sectors_seated: tuple[Sector, ...]
    to_come: tuple[Sector, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresidingView:
    """Who is in the chair from an item on (from the opening, where there is none)."""

    id: UUID
    from_item_id: UUID | None
    person_id: UUID | None
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationView:
    """An interest stated; `items` are pairs of an item's id (None where it wasn't found) and its number."""

    id: UUID
    person_id: UUID | None
    by: str
    sector: Sector | None
    nature: str
    effect: str
    recused: bool
    dispensation: str
    left_at: time | None
    returned_at: time | None
    items: tuple[tuple[UUID | None, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceView:
    """Who is at a meeting; sectors in the order of the seats, the ones without a seat behind.

    `seated` are the sectors that have a seat, whoever is there of them.
    """

    sectors: tuple[SectorView, ...]
    seated: tuple[Sector, ...]
    expected: tuple[ExpectedView, ...]
    quorums: tuple[QuorumView, ...]
    presiding: tuple[PresidingView, ...]
    declarations: tuple[DeclarationView, ...]
    room: Room = field(repr=False, compare=False)
    """What it was told from: for `attendance_after`."""

    @property
    def lines(self) -> tuple[LineView, ...]:
        """All lines, sector by sector."""
        return tuple(line for sector in self.sectors for line in sector.lines)


def attendance_of(
    session: Session, meeting_id: UUID, item_id: UUID | None = None, now: datetime | None = None
) -> AttendanceView:
    """Return who is at a meeting, and whether it is quorate, for an item or for the whole of it.

    Args:
        session: of the reading.
        meeting_id: the meeting.
        item_id: the item.
        now: as for `moment_at`.

    Raises:
        Refusal: the meeting is gone.
    """
    return attendance_in(session, room_at(session, meeting_id), moment_at(session, meeting_id, item_id, now))


def attendance_after(
    session: Session,
    view: AttendanceView,
    changed: Mapping[str, Collection[UUID]],
    item_id: UUID | None = None,
    now: datetime | None = None,
) -> AttendanceView:
    """Return what `attendance_of` does, at the price of what changed since a view of the same meeting was read.

    Lines that say the same are the same objects.

    Args:
        session: of the reading.
        view: as it was read, of this item or another.
        changed: ids of all rows that changed since, by table.
        item_id: as for `attendance_of`.
        now: as for `attendance_of`.

    Raises:
        Refusal: the meeting is gone.
    """
    room = room_after(session, view.room, changed)
    return attendance_in(session, room, moment_at(session, room.record.meeting.id, item_id, now), before=view)


def attendance_in(
    session: Session, room: Room, moment: Moment, *, before: AttendanceView | None = None
) -> AttendanceView:
    """Return what `attendance_of` does, of a room that was read before; `before` as for `attendance_after`."""
    record = room.record
    # Most lines say themselves who it is.
    nameless = [one.person_id for one in record.attendances if not one.name and not one.role]
    people = people_called(session, nameless + [one.person_id for one in record.presidings if not one.name])
    bodies = organisations_called(session, (one.organisation_id for one in record.attendances if not one.organisation))
    seats = {seat.id: seat for board in record.boards for seat in board.seats}
    kept = _kept(room, before) if before is not None else {}
    lines = [kept.get(line.id) or _line(room, line, moment, seats, people, bodies) for line in record.attendances]
    return AttendanceView(
        sectors=_by_sector(lines, seats),
        seated=tuple(dict.fromkeys(one.sector for one in seats.values() if one.sector is not Sector.UNKNOWN)),
        expected=expected_in(session, room),
        quorums=tuple(_quorum(room, board, moment) for board in record.boards),
        presiding=tuple(
            PresidingView(
                id=one.id,
                from_item_id=one.from_item_id,
                person_id=one.person_id,
                name=one.name or (people.get(one.person_id, "") if one.person_id else ""),
                reason=one.reason,
            )
            for one in record.presidings
        ),
        declarations=tuple(_declaration(record, one) for one in record.declarations),
        room=room,
    )


def _kept(room: Room, before: AttendanceView) -> dict[UUID, LineView]:
    """Return the lines that say what they said before: their rows are the same, and no item or clock moves them."""
    old = before.room
    if old.record.boards is not room.record.boards:
        return {}
    return {
        line_id: line
        for line in before.lines
        if room.line(line_id := line.id) is old.line(line_id)
        and line.status is not Presence.SUBSTITUTE
        and not old.is_moved(line_id)
        and not room.is_moved(line_id)
    }


def _line(  # noqa: PLR0913, PLR0917 - what a line is told from
    room: Room,
    line: Attendance,
    moment: Moment,
    seats: Mapping[UUID, Seat],
    people: Mapping[UUID, str],
    bodies: Mapping[UUID, str],
) -> LineView:
    seat = seats.get(room.seat_of(line) or line.id)
    named = bool(line.name or line.role)
    return LineView(
        id=line.id,
        status=line.status,
        person_id=line.person_id,
        organisation_id=line.organisation_id,
        seat_id=line.seat_id,
        name=line.name or ("" if named or line.person_id is None else people.get(line.person_id, "")),
        role=line.role,
        organisation=line.organisation or (bodies.get(line.organisation_id, "") if line.organisation_id else ""),
        sector=line.sector or (seat.sector if seat else Sector.UNKNOWN),
        seat=seat.name if seat else "",
        seat_role=seat.role if seat else None,
        counted=line.counted,
        headcount=line.headcount,
        voting=line.voting,
        remote=line.remote,
        proxy=line.proxy,
        deputy_for=line.deputy_for,
        remark=line.remark,
        for_items=tuple(one.number for one in room.record.attendance_items if one.attendance_id == line.id),
        stays=tuple(_stay(one) for one in room.stays(line)),
        here=room.is_here(line, moment),
        recused=room.is_recused(line, moment),
    )


def _stay(stay: Stay) -> StayView:
    return StayView(
        id=stay.id,
        day_id=stay.day_id,
        arrived_at=stay.arrived_at,
        left_at=stay.left_at,
        arrived_words=stay.arrived_words,
        left_words=stay.left_words,
        arrived_item_id=stay.arrived_item_id,
        left_item_id=stay.left_item_id,
    )


def _by_sector(lines: Sequence[LineView], seats: Mapping[UUID, Seat]) -> tuple[SectorView, ...]:
    found: dict[Sector, list[LineView]] = {seat.sector: [] for seat in seats.values()}
    for line in lines:
        found.setdefault(line.sector, []).append(line)
    return tuple(SectorView(sector=sector, lines=tuple(there)) for sector, there in found.items() if there)


def _quorum(room: Room, board: BoardAtMeeting, moment: Moment) -> QuorumView:
    voting = [(seat.id, seat.sector) for seat in board.seats if seat.voting]
    awaited = board.filled_seat_ids - room.seats_settled
    return QuorumView(
        board_id=board.board.id,
        board=board.board.name,
        quorum=quorum_at(room, board, moment),
        # As the minutes say it: of the voting seats that somebody held on the day.
        voting_seats=sum(seat_id in board.filled_seat_ids for seat_id, _ in voting) or len(voting),
        sectors_seated=tuple(dict.fromkeys(sector for _, sector in voting if sector is not Sector.UNKNOWN)),
        to_come=tuple(sector for seat_id, sector in voting if seat_id in awaited) if awaited else (),
    )


def _declaration(record: MeetingRecord, one: Declaration) -> DeclarationView:
    return DeclarationView(
        id=one.id,
        person_id=one.person_id,
        by=one.by,
        sector=one.sector,
        nature=one.nature,
        effect=one.effect,
        recused=one.recused,
        dispensation=one.dispensation,
        left_at=one.left_at,
        returned_at=one.returned_at,
        items=tuple(
            (about.item_id, about.number) for about in record.declaration_items if about.declaration_id == one.id
        ),
    )
