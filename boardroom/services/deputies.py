"""Deputies, named stand-ins for one meeting, and proxies: sitting members who act also for another."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance
from boardroom.domain.presence import IN_THE_ROOM
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import Presence
from boardroom.services.attendance import expect_seat, line_standing, new_line
from boardroom.services.named import person_added, person_meant
from boardroom.services.stated import stated_line
from boardroom.store.queries import attendance as find
from boardroom.store.queries.names import lines_named


def send_deputy(session: Session, attendance_id: UUID, name: str, *, role: str = "") -> Attendance:
    """Let somebody stand in for a member, who is marked as having sent apologies.

    Raises:
        Refusal: nobody is named, the member's line is gone or is a deputy's itself, or the deputy sits there already.
    """
    member = line_standing(session, attendance_id)
    name = stated_line(name, "Say who stands in.")
    if member.status is Presence.SUBSTITUTE or member.counted:
        message = "A deputy stands in for a member, and for nobody else."
        raise Refusal(message)
    person_id = person_meant(session, name)
    for other in find.lines_of(session, member.meeting_id):
        if other.status in IN_THE_ROOM and (
            other.person_id == person_id if person_id is not None else other.name.casefold() == name.casefold()
        ):
            message = f"{name} is in the attendance already."
            raise Refusal(message)
    deputy = _in_place_of(session, member)
    deputy.name, deputy.role, deputy.person_id = name, clean_line(role), person_added(session, name)
    session.add(deputy)
    return deputy


def give_proxy(session: Session, attendance_id: UUID, name: str) -> Attendance:
    """Let somebody who sits at the meeting act also for a member, who is marked as having sent apologies.

    Source: glossary, "Proxy"; whether the terms of reference allow it the secretary knows.

    Raises:
        Refusal: nobody is named, or nobody else of that name who has a seat; the member's line is gone, is no
            member's, or somebody stands in already.
    """
    member = line_standing(session, attendance_id)
    name = stated_line(name, "Say who acts for the member.")
    if member.status is Presence.SUBSTITUTE or member.seat_id is None:
        message = "A proxy is a member's, and nobody else's."
        raise Refusal(message)
    bearers = [one for one in lines_named(session, member.meeting_id, name) if one.seat_id is not None]
    if len(bearers) != 1 or bearers[0].proxy or bearers[0] is member:
        message = f"A proxy is another member, and {name} has no seat in this attendance."
        raise Refusal(message)
    proxy = _in_place_of(session, member)
    proxy.proxy, proxy.name, proxy.person_id = True, bearers[0].name, bearers[0].person_id
    session.add(proxy)
    return proxy


def send_deputy_to_seat(session: Session, meeting_id: UUID, seat_id: UUID, name: str, *, role: str = "") -> Attendance:
    """Let somebody stand in for the holder of a seat who has no line yet, and give the holder one.

    Raises:
        Refusal: as `expect_seat` and `send_deputy`.
    """
    member = expect_seat(session, meeting_id, seat_id, Presence.APOLOGIES)
    session.flush()
    return send_deputy(session, member.id, name, role=role)


def _in_place_of(session: Session, member: Attendance) -> Attendance:
    """Return a line, not added yet, of somebody who takes a member's place; the member is marked as away.

    Raises:
        Refusal: somebody stands in for the member already, as a deputy or by a proxy.
    """
    for other in find.lines_of(session, member.meeting_id):
        same_seat = other.seat_id == member.seat_id is not None
        if other.status is Presence.SUBSTITUTE and (same_seat or other.deputy_for_id == member.person_id is not None):
            message = f"{other.name} stands in for {member.name} already."
            raise Refusal(message)
    line = new_line(session, member.meeting_id, Presence.SUBSTITUTE)
    line.organisation_id, line.organisation = member.organisation_id, member.organisation
    line.sector, line.seat_id = member.sector, member.seat_id
    line.deputy_for, line.deputy_for_id = member.name, member.person_id
    member.status = Presence.APOLOGIES
    return line
