"""What one key does to the chosen person: here, remote, apologies, recused, out of the attendance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.presence import IN_THE_ROOM
from boardroom.domain.words import Presence
from boardroom.services import at_the_door
from boardroom.services.attendance import remove_attendance, set_presence
from boardroom.services.declarations import remove_declaration
from boardroom.services.presiding import remove_presiding
from boardroom.ui.pages.meeting.people_rows import who

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from boardroom.store.queries.attendance_page import AttendanceView, DeclarationView, LineView
    from boardroom.store.queries.room import ExpectedView
    from boardroom.ui.desk import Desk

_T = QCoreApplication.translate


def turn_here(desk: Desk, line: LineView) -> None:
    """Let somebody who is here be not here, and the other way round."""
    words = _T("People", "Mark {} as not here") if is_here(line) else _T("People", "Mark {} as here")
    desk.attempt(words.format(who(line)), at_the_door.turn_here, line.id, _present(line), desk.now)


def turn_apologies(desk: Desk, line: LineView) -> None:
    """Record somebody's apologies, or take them back."""
    if line.status is Presence.APOLOGIES:
        name = _T("People", "Take back the apologies of {}").format(who(line))
        desk.attempt(name, set_presence, line.id, Presence.ABSENT)
    else:
        name = _T("People", "Record the apologies of {}").format(who(line))
        desk.attempt(name, set_presence, line.id, Presence.APOLOGIES)


def turn_remote(desk: Desk, line: LineView) -> None:
    """Let somebody take part from elsewhere, or in the room; who was not here is here by it."""
    remote = not line.remote or not is_here(line)
    words = _T("People", "Mark {} as remote") if remote else _T("People", "Mark {} as in the room")
    desk.attempt(words.format(who(line)), at_the_door.take_part, line.id, _present(line), desk.now, remote=remote)


def expect(desk: Desk, meeting_id: UUID, seat: ExpectedView, status: Presence, *, remote: bool = False) -> UUID | None:
    """Give the holder of a seat a line; returns its id."""
    name = _T("People", "List {} as {}").format(seat.name or seat.seat, str(status))
    done = desk.attempt(name, at_the_door.seat_now, meeting_id, seat.seat_id, status, desk.now, remote=remote)
    return None if done is None else done.value.id


def declared_by(view: AttendanceView, line: LineView, item_id: UUID | None) -> DeclarationView | None:
    """Return what somebody declared about an item, a recusal first; of all items where nothing names this one."""
    theirs = [one for one in view.declarations if _is_by(one, line)]
    about = [one for one in theirs if not one.items or any(item == item_id for item, _ in one.items)]
    # A recusal from an item above counts for this one too.
    known = [one for one in theirs if one.recused] if line.recused else about
    return next((one for one in about if one.recused), None) or next(iter(known), None)


def turn_recused(desk: Desk, line: LineView, declared: DeclarationView) -> None:
    """Let a declaration keep somebody from the item, or no more."""
    words = _T("People", "Say that {} takes part") if declared.recused else _T("People", "Say that {} is recused")
    desk.attempt(words.format(who(line)), at_the_door.recuse, declared.id, desk.now, recused=not declared.recused)


def remove(desk: Desk, view: AttendanceView, entity: str, row_id: UUID) -> None:
    """Take a row of the column out."""
    services: dict[str, tuple[str, Callable[..., object]]] = {
        "attendance": (_T("People", "Take {} out of the attendance"), remove_attendance),
        "declaration": (_T("People", "Take out the declaration of {}"), remove_declaration),
        "presiding": (_T("People", "Take out that {} took the chair"), remove_presiding),
    }
    names = {one.id: who(one) for one in view.lines}
    names |= {one.id: one.by for one in view.declarations} | {one.id: one.name for one in view.presiding}
    words, service = services[entity]
    desk.attempt(words.format(names.get(row_id, "")), service, row_id)


def _present(line: LineView) -> Presence:
    """Return in what way somebody is here who comes after all."""
    if line.deputy_for:
        return Presence.SUBSTITUTE
    return Presence.PRESENT if line.seat or line.seat_id is not None or line.counted else Presence.IN_ATTENDANCE


def is_here(line: LineView) -> bool:
    """Whether somebody came and hasn't left."""
    gone = line.stays[-1] if line.stays else None
    has_left = gone is not None and bool(gone.left_at or gone.left_item_id or gone.left_words)
    return line.status in IN_THE_ROOM and not has_left


def _is_by(one: DeclarationView, line: LineView) -> bool:
    if one.person_id is not None and line.person_id is not None:
        return one.person_id == line.person_id
    return one.by.casefold() in {line.name.casefold(), f"{line.role}, {line.organisation}".casefold()} - {""}
