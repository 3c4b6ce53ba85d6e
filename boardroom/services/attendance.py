"""Who is at a meeting: expected, present, deputised for, coming and going."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance, AttendanceItem
from boardroom.domain.presence import AWAY, IN_THE_ROOM
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import Presence, Sector
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.named import body_meant, person_added
from boardroom.services.standing_rows import item_standing, meeting_standing, standing
from boardroom.services.stated import stated_line
from boardroom.store.queries import attendance as find
from boardroom.store.queries.agenda import first_day
from boardroom.store.queries.hanging import next_place
from boardroom.store.queries.names import lines_named
from boardroom.store.queries.room import ExpectedView, expected_in, room_at


def expect_members(session: Session, meeting_id: UUID, *, status: Presence = Presence.ABSENT) -> list[Attendance]:
    """Give every filled seat that has no line yet one of its own, in the order of the seats.

    Raises:
        Refusal: the meeting is gone.
    """
    wanted = [one for one in expected_in(session, room_at(session, meeting_id)) if one.person_id is not None]
    return [_expect(session, meeting_id, one, status) for one in wanted]


def expect_seat(
    session: Session, meeting_id: UUID, seat_id: UUID, status: Presence, *, remote: bool = False
) -> Attendance:
    """Give the holder of one seat a line of the attendance.

    Raises:
        Refusal: the seat is empty that day, is no seat of the meeting's boards, or has its line already.
    """
    for one in expected_in(session, room_at(session, meeting_id)):
        if one.seat_id == seat_id and one.person_id is not None:
            line = _expect(session, meeting_id, one, status)
            line.remote = remote
            return line
    message = "Nobody is awaited for that seat: it is empty that day, or its line is there already."
    raise Refusal(message)


def set_presence(
    session: Session, attendance_id: UUID, presence: Presence, *, remote: bool | Kept = KEPT
) -> Attendance:
    """Say how somebody stands in the attendance, and from where they take part unless that stays.

    Raises:
        Refusal: the line is gone.
    """
    line = line_standing(session, attendance_id)
    line.status = presence
    line.remote = presence not in AWAY and given(remote, line.remote)
    return line


def all_present_except(session: Session, meeting_id: UUID, away: Collection[UUID] = ()) -> list[Attendance]:
    """Mark the holders of seats who are neither named here nor sent apologies as present, whoever is awaited too.

    Args:
        session: of the unit of work.
        meeting_id: the meeting.
        away: ids of lines of the attendance, or of seats, that stay as they are.

    Returns:
        the lines that were marked.

    Raises:
        Refusal: the meeting is gone.
    """
    marked = []
    for line in find.lines_of(session, meeting_id):
        if line.seat_id is None or {line.id, line.seat_id} & set(away):
            continue
        if line.status is Presence.ABSENT:
            line.status = Presence.PRESENT
            marked.append(line)
    marked += [
        _expect(session, meeting_id, one, Presence.PRESENT)
        for one in expected_in(session, room_at(session, meeting_id))
        if one.person_id is not None and one.seat_id not in away
    ]
    return marked


def add_attendance(  # noqa: PLR0913 - a line has these parts
    session: Session,
    meeting_id: UUID,
    name: str,
    *,
    organisation: str = "",
    sector: Sector | None = None,
    role: str = "",
    status: Presence = Presence.IN_ATTENDANCE,
    remote: bool = False,
    item_id: UUID | None = None,
) -> Attendance:
    """Add somebody to the attendance; a person whom the file doesn't know is added to it.

    Args:
        session: of the unit of work.
        meeting_id: the meeting.
        name: the person's; may be blank where a role is given.
        organisation: whom they come for; its sector is taken from the file unless given.
        sector: theirs.
        role: as printed.
        status: how they stand.
        remote: whether they take part from elsewhere.
        item_id: the only item that they come for.

    Raises:
        Refusal: nobody is named, the person is in the attendance already, or the meeting is gone.
    """
    meeting_standing(session, meeting_id)
    name, role = clean_line(name), clean_line(role)
    if not name and not role:
        message = "Say who it is, by name or by role."
        raise Refusal(message)
    _refuse_twice(session, meeting_id, name)
    body = body_meant(session, organisation, sector, first_day(session, meeting_id))
    line = new_line(session, meeting_id, status)
    line.person_id = person_added(session, name)
    line.name, line.role, line.remote = name, role, remote
    line.organisation_id, line.organisation, line.sector = body.id, body.name, body.sector
    session.add(line)
    if item_id is not None:
        item = item_standing(session, item_id, meeting_id)
        session.add(AttendanceItem(meeting_id=meeting_id, attendance_id=line.id, item_id=item.id, number=item.number))
    return line


def add_group(  # noqa: PLR0913 - a line has these parts
    session: Session,
    meeting_id: UUID,
    role: str,
    *,
    headcount: int | None,
    organisation: str = "",
    sector: Sector | None = None,
    status: Presence = Presence.PRESENT,
) -> Attendance:
    """Add a number of people ("60 councillors", "several officers"); they make no quorum.

    Args:
        session: of the unit of work.
        meeting_id: the meeting.
        role: what they are.
        headcount: how many; None for several.
        organisation: whom they come for.
        sector: theirs.
        status: how they stand.

    Raises:
        Refusal: it isn't said what they are, their number is below one, or the meeting is gone.
    """
    meeting_standing(session, meeting_id)
    role = stated_line(role, "Say what these people are.")
    body = body_meant(session, organisation, sector, first_day(session, meeting_id))
    line = new_line(session, meeting_id, status)
    line.role, line.counted, line.headcount = role, True, _counted(headcount)
    line.organisation_id, line.organisation, line.sector = body.id, body.name, body.sector
    session.add(line)
    return line


def change_attendance(  # noqa: PLR0913 - a line has these parts
    session: Session,
    attendance_id: UUID,
    *,
    name: str | Kept = KEPT,
    role: str | Kept = KEPT,
    organisation: str | Kept = KEPT,
    sector: Sector | Kept | None = KEPT,
    voting: bool | Kept | None = KEPT,
    headcount: int | Kept | None = KEPT,
    remark: str | Kept = KEPT,
) -> Attendance:
    """Change what a line says of the day; what isn't given stays.

    Raises:
        Refusal: the line is gone, would name nobody, or would be of fewer than one person.
    """
    line = line_standing(session, attendance_id)
    if name is not KEPT and clean_line(name) != line.name:
        line.name = clean_line(name)
        line.person_id = person_added(session, line.name)
    line.role = clean_line(given(role, line.role))
    if not line.name and not line.role and line.person_id is None:
        message = "Say who it is, by name or by role."
        raise Refusal(message)
    line.sector = given(sector, line.sector)
    if organisation is not KEPT:
        body = body_meant(session, organisation, line.sector, first_day(session, line.meeting_id))
        line.organisation_id, line.organisation, line.sector = body.id, body.name, body.sector
    line.voting = given(voting, line.voting)
    line.headcount = _counted(given(headcount, line.headcount))
    line.remark = clean_line(given(remark, line.remark))
    return line


def remove_attendance(session: Session, attendance_id: UUID) -> None:
    """Take a line out of the attendance, with when they came and went.

    Raises:
        Refusal: the line is gone, or a vote is recorded for it.
    """
    line = line_standing(session, attendance_id)
    if find.has_voted(session, line.meeting_id, attendance_id):
        message = f"A vote of {line.name or line.role} is recorded; take that out first."
        raise Refusal(message)
    for row in find.under_line(session, attendance_id):
        session.delete(row)
    session.delete(line)


def _expect(session: Session, meeting_id: UUID, one: ExpectedView, status: Presence) -> Attendance:
    line = new_line(session, meeting_id, status)
    line.seat_id, line.person_id, line.name = one.seat_id, one.person_id, one.name
    line.organisation_id, line.organisation = one.organisation_id, one.organisation
    line.sector = None if one.sector is Sector.UNKNOWN else one.sector
    session.add(line)
    return line


def _counted(headcount: int | None) -> int | None:
    if headcount is not None and headcount < 1:
        message = "A group is one person at least."
        raise Refusal(message)
    return headcount


def _refuse_twice(session: Session, meeting_id: UUID, name: str) -> None:
    """Refuse a second line of somebody who is in the room already."""
    for line in lines_named(session, meeting_id, name) if name else ():
        if line.status in IN_THE_ROOM:
            message = f"{line.name} is in the attendance already."
            raise Refusal(message)


def new_line(session: Session, meeting_id: UUID, status: Presence) -> Attendance:
    """Return a new line, last in the attendance, that names nobody yet."""
    return Attendance(
        meeting_id=meeting_id, position=next_place(session, Attendance, "meeting_id", meeting_id), status=status
    )


def line_standing(session: Session, attendance_id: UUID) -> Attendance:
    """Return a line of the attendance.

    Raises:
        Refusal: it is gone.
    """
    return standing(session, Attendance, attendance_id, "That line of the attendance")
