"""Coming and going while a meeting is in session: one key turns somebody here or not here, and the time is stamped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance, Declaration, Stay
from boardroom.domain.presence import IN_THE_ROOM, Moment, covers
from boardroom.domain.words import Presence
from boardroom.services.attendance import add_attendance, expect_seat, line_standing, set_presence
from boardroom.services.comings import When, arrive, is_over, leave
from boardroom.services.declarations import change_declaration, declare
from boardroom.services.deputies import give_proxy, send_deputy, send_deputy_to_seat
from boardroom.store.queries.attendance import recusals_at, stays_of
from boardroom.store.queries.running import sitting_open, taking_open, takings_of


def turn_here(session: Session, attendance_id: UUID, presence: Presence, now: datetime) -> Attendance:
    """Let somebody who is in the room leave it, and somebody who isn't come.

    Out of session, and while the first item is being taken, no time is noted of who is here: they were there from the
    opening. Afterwards whoever comes or goes has the time and the item beside the name.

    Args:
        session: of the unit of work.
        attendance_id: whose line it is.
        presence: how they are here, if they come.
        now: the present moment, local.

    Raises:
        Refusal: the line is gone.
    """
    line = line_standing(session, attendance_id)
    now_is = _now(session, line.meeting_id, now)
    stays = stays_of(session, attendance_id)
    here = _is_here(line, stays, now_is.moment)
    if now_is.when is None or (now_is.is_first and not stays):
        return set_presence(session, attendance_id, Presence.ABSENT if here else presence)
    if here:
        leave(session, attendance_id, now_is.when)
        return line
    if line.status not in IN_THE_ROOM:
        line.status = presence
    arrive(session, attendance_id, now_is.when)
    return line


def take_part(session: Session, attendance_id: UUID, presence: Presence, now: datetime, *, remote: bool) -> Attendance:
    """Let somebody take part from elsewhere, or in the room; who isn't here comes by it, as in `turn_here`.

    Raises:
        Refusal: the line is gone.
    """
    line = line_standing(session, attendance_id)
    if not _is_here(line, stays_of(session, attendance_id), _now(session, line.meeting_id, now).moment):
        turn_here(session, attendance_id, presence, now)
    return set_presence(session, attendance_id, line.status, remote=remote)


def seat_now(  # noqa: PLR0913 - as `expect_seat`, and the moment
    session: Session, meeting_id: UUID, seat_id: UUID, status: Presence, now: datetime, *, remote: bool = False
) -> Attendance:
    """Give the holder of a seat a line; who is here by it after the first item has come now.

    Raises:
        Refusal: as `expect_seat`.
    """
    return _come_in(session, expect_seat(session, meeting_id, seat_id, status, remote=remote), now)


def let_in(session: Session, meeting_id: UUID, now: datetime, name: str, **parts: Any) -> Attendance:  # noqa: ANN401 - as `add_attendance`
    """Add somebody to the attendance; who is here by it after the first item has come now.

    Raises:
        Refusal: as `add_attendance`.
    """
    return _come_in(session, add_attendance(session, meeting_id, name, **parts), now)


def let_stand_in(session: Session, attendance_id: UUID, now: datetime, name: str, *, role: str = "") -> Attendance:
    """Let somebody stand in for a member; after the first item the deputy comes now, and a member who was here leaves.

    Raises:
        Refusal: as `send_deputy`.
    """
    member = line_standing(session, attendance_id)
    stood = member.status
    deputy = send_deputy(session, attendance_id, name, role=role)
    _leave_to(session, member, stood, now)
    return _come_in(session, deputy, now)


def let_act_for(session: Session, attendance_id: UUID, now: datetime, name: str) -> Attendance:
    """Let somebody act also for a member; after the first item a member who was here leaves by it.

    Raises:
        Refusal: as `give_proxy`.
    """
    member = line_standing(session, attendance_id)
    stood = member.status
    proxy = give_proxy(session, attendance_id, name)
    _leave_to(session, member, stood, now)
    return proxy


def let_stand_in_for_seat(  # noqa: PLR0913 - as `send_deputy_to_seat`, and the moment
    session: Session, meeting_id: UUID, seat_id: UUID, now: datetime, name: str, *, role: str = ""
) -> Attendance:
    """Let somebody stand in for the holder of a seat who has no line yet, as `let_stand_in` does.

    Raises:
        Refusal: as `send_deputy_to_seat`.
    """
    return _come_in(session, send_deputy_to_seat(session, meeting_id, seat_id, name, role=role), now)


def let_recused_leave(session: Session, item: AgendaItem, now: datetime) -> None:
    """Stamp that whoever is recused from an item left the room as it began. Source: glossary, "Recusal".

    A declaration has one time out of the room. Where others' items were taken meanwhile it is the last one: from the
    first leaving to the last return would put them outside while they sat there.
    """
    for declaration in recusals_at(session, item):
        _step_out(declaration, now)


def let_recused_return(session: Session, item: AgendaItem, now: datetime) -> None:
    """Stamp that whoever was recused from an item came back as it ended."""
    for declaration in recusals_at(session, item):
        if declaration.left_at is not None:
            declaration.returned_at = _minute(now)


def declare_now(session: Session, meeting_id: UUID, now: datetime, by: str, nature: str, **parts: Any) -> Declaration:  # noqa: ANN401 - as `declare`
    """Record an interest as `declare` does; who is recused from the item that is being taken leaves the room.

    Raises:
        Refusal: as `declare`.
    """
    declaration = declare(session, meeting_id, by, nature, **parts)
    _follow(session, declaration, now)
    return declaration


def recuse(session: Session, declaration_id: UUID, now: datetime, *, recused: bool) -> Declaration:
    """Let a declaration keep somebody from its items, or no more; of the item that is being taken it is stamped.

    Raises:
        Refusal: the declaration is gone.
    """
    declaration = change_declaration(session, declaration_id, recused=recused)
    _follow(session, declaration, now)
    return declaration


def change_declared(session: Session, declaration_id: UUID, now: datetime, **parts: Any) -> Declaration:  # noqa: ANN401 - as `change_declaration`
    """Change what a declaration says; who is kept from the item that is being taken, or no more, is stamped.

    Raises:
        Refusal: as `change_declaration`.
    """
    declaration = change_declaration(session, declaration_id, **parts)
    _follow(session, declaration, now)
    return declaration


def _follow(session: Session, declaration: Declaration, now: datetime) -> None:
    taking = taking_open(session, declaration.meeting_id)
    item = session.get(AgendaItem, taking.item_id) if taking is not None else None
    if item is None:
        return
    session.flush()
    if declaration in recusals_at(session, item):
        if declaration.left_at is None or declaration.returned_at is not None:
            _step_out(declaration, now)
    elif declaration.left_at is not None and declaration.returned_at is None:
        declaration.returned_at = _minute(now)


def _minute(now: datetime) -> time:
    return now.time().replace(second=0, microsecond=0)


def _step_out(declaration: Declaration, now: datetime) -> None:
    if declaration.left_at is None or declaration.returned_at not in {None, _minute(now)}:
        declaration.left_at = _minute(now)
    declaration.returned_at = None


@dataclass(frozen=True, slots=True)
class _Now:
    """The present moment of a meeting in session, as a coming or going says it; out of session it says nothing."""

    when: When | None = None
    moment: Moment | None = None
    is_first: bool = True


def _now(session: Session, meeting_id: UUID, now: datetime) -> _Now:
    sitting = sitting_open(session, meeting_id)
    if sitting is None:
        return _Now()
    taken = [one.item_id for one in takings_of(session, meeting_id)]
    item_id = taken[-1] if taken else None
    return _Now(
        when=When(at=_minute(now), item_id=item_id, day_id=sitting.day_id),
        moment=Moment(item_id=item_id, day_id=sitting.day_id, at=now.time(), taken=frozenset(taken)),
        is_first=len(taken) <= 1,
    )


def _is_here(line: Attendance, stays: Sequence[Stay], moment: Moment | None) -> bool:
    """Whether somebody has come and not left; a departure that is said beforehand is still to come."""
    if line.status not in IN_THE_ROOM or not stays:
        return line.status in IN_THE_ROOM
    return not is_over(stays[-1]) if moment is None else any(covers(stay, moment, {}) for stay in stays)


def _leave_to(session: Session, member: Attendance, stood: Presence, now: datetime) -> None:
    """Let a member who was here leave: what was decided while they sat there stands as it was."""
    now_is = _now(session, member.meeting_id, now)
    if now_is.when is None or now_is.is_first or stood not in IN_THE_ROOM:
        return
    member.status = stood
    if _is_here(member, stays_of(session, member.id), now_is.moment):
        leave(session, member.id, now_is.when)


def _come_in(session: Session, line: Attendance, now: datetime) -> Attendance:
    """Note when somebody came whose line is new; while the first item is taken they were there from the opening."""
    now_is = _now(session, line.meeting_id, now)
    if now_is.when is not None and not now_is.is_first and line.status in IN_THE_ROOM:
        session.flush()
        arrive(session, line.id, now_is.when)
    return line
