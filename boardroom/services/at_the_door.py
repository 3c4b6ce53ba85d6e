"""Coming and going while a meeting is in session: one key turns somebody here or not here, and the time is stamped."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance, Declaration
from boardroom.domain.presence import IN_THE_ROOM
from boardroom.domain.running import Sitting
from boardroom.domain.words import Presence
from boardroom.services.attendance import line_standing, set_presence
from boardroom.services.comings import When, arrive, has_left, leave
from boardroom.services.declarations import change_declaration, declare
from boardroom.store.queries.attendance import recusals_at
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
    sitting = sitting_open(session, line.meeting_id)
    here = line.status in IN_THE_ROOM and not has_left(session, attendance_id)
    takings = takings_of(session, line.meeting_id) if sitting is not None else ()
    if sitting is None or (len(takings) <= 1 and not has_left(session, attendance_id)):
        return set_presence(session, attendance_id, Presence.ABSENT if here else presence)
    when = _now(sitting, takings[-1].item_id if takings else None, now)
    if here:
        leave(session, attendance_id, when)
        return line
    if line.status not in IN_THE_ROOM:
        line.status = presence
    arrive(session, attendance_id, when)
    return line


def let_recused_leave(session: Session, item: AgendaItem, now: datetime) -> None:
    """Stamp that whoever is recused from an item left the room as it began. Source: glossary, "Recusal".

    A declaration has one time out of the room. Where others' items were taken meanwhile it is the last one: from the
    first leaving to the last return would put them outside while they sat there.
    """
    for declaration in recusals_at(session, item):
        if declaration.left_at is None or declaration.returned_at not in {None, _minute(now)}:
            declaration.left_at = _minute(now)
        declaration.returned_at = None


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


def _follow(session: Session, declaration: Declaration, now: datetime) -> None:
    taking = taking_open(session, declaration.meeting_id)
    item = session.get(AgendaItem, taking.item_id) if taking is not None else None
    if item is None:
        return
    session.flush()
    if declaration in recusals_at(session, item):
        declaration.left_at = declaration.left_at or _minute(now)
    elif declaration.left_at is not None and declaration.returned_at is None:
        declaration.returned_at = _minute(now)


def _minute(now: datetime) -> time:
    return now.time().replace(second=0, microsecond=0)


def _now(sitting: Sitting, item_id: UUID | None, now: datetime) -> When:
    return When(at=_minute(now), item_id=item_id, day_id=sitting.day_id)
