"""The people column as rows: who is here, who is awaited, what was declared, who presides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from boardroom.domain.presence import IN_THE_ROOM
from boardroom.domain.words import Presence, SeatRole
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.row_data import RowData

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import time
    from uuid import UUID

    from boardroom.domain.words import Sector
    from boardroom.store.queries.attendance_page import (
        AttendanceView,
        DeclarationView,
        LineView,
        PresidingView,
        StayView,
    )
    from boardroom.store.queries.meeting_page import AgendaRow
    from boardroom.store.queries.room import ExpectedView

_T = QCoreApplication.translate


class Entry(NamedTuple):
    """What a row of the column stands for: an entity (attendance, seat, declaration, presiding) and its id."""

    entity: str
    id: UUID


Kept = dict["UUID", tuple[tuple[object, ...], RowData]]
"""What each line's row was made from, and the row: one that would say the same as before is the same."""


def rows_of(
    view: AttendanceView, items: Mapping[UUID, AgendaRow], item_id: UUID | None, kept: Kept | None = None
) -> list[RowData]:
    """Return the rows of the column, from top to bottom.

    Args:
        view: who is at the meeting, asked for the item.
        items: the agenda, by id, in running order.
        item_id: the item that is shown.
        kept: rows from before; those that are made anew stand in it then.
    """
    chair = in_the_chair(view.presiding, list(items), item_id)
    kept = {} if kept is None else kept
    members = [one for one in view.lines if one.status is not Presence.IN_ATTENDANCE]
    others = [one for one in view.lines if one.status is Presence.IN_ATTENDANCE]
    rows = [*_lines(members, items, chair, kept), *_lines(others, items, chair, kept, _T("People", "In attendance"))]
    rows += [_awaited(one) for one in view.expected]
    rows += [_declared(one, item_id) for one in view.declarations]
    if len(view.presiding) > 1 or any(one.from_item_id or one.reason for one in view.presiding):
        rows += [_presiding(one, items) for one in view.presiding]
    return rows


def in_the_chair(
    presiding: Sequence[PresidingView], order: Sequence[UUID], item_id: UUID | None
) -> PresidingView | None:
    """Return who presides at an item: whoever took the chair last, in the order of the agenda."""
    now = order.index(item_id) if item_id in order else len(order)
    found, since = None, -2
    for one in presiding:
        start = -1 if one.from_item_id is None else order.index(one.from_item_id) if one.from_item_id in order else now
        if since < start <= now or (start == since and start <= now):
            found, since = one, start
    return found


def who(line: LineView) -> str:
    """Return what somebody is called: by name, else by role, with their number for a group."""
    words = line.name or line.role or line.organisation
    if not line.counted:
        return words
    many = str(line.headcount) if line.headcount is not None else _T("People", "several")
    return f"{words} ({many})"


def moment_said(at: time | None, item_id: UUID | None, words: str, items: Mapping[UUID, AgendaRow]) -> str:
    """Return a moment of coming or going: `14:18`, `item 6`, or its words."""
    if at is not None:
        return time_shown(at)
    if item_id is not None and item_id in items:
        item = items[item_id]
        return _T("People", "item {}").format(item.number or f"“{item.title}”")
    return words


def came(stay: StayView, items: Mapping[UUID, AgendaRow]) -> str:
    """Return when somebody came; empty where it isn't said."""
    return moment_said(stay.arrived_at, stay.arrived_item_id, stay.arrived_words, items)


def left(stay: StayView, items: Mapping[UUID, AgendaRow]) -> str:
    """Return when somebody left; empty where it isn't said."""
    return moment_said(stay.left_at, stay.left_item_id, stay.left_words, items)


def _lines(
    lines: Sequence[LineView],
    items: Mapping[UUID, AgendaRow],
    chair: PresidingView | None,
    kept: Kept,
    group: str = "",
) -> Iterator[RowData]:
    sector = None
    many = str(sum(one.headcount or 1 for one in lines)) if group else ""
    for line in lines:
        # One mark for all of a sector, as they sit together; what is heard names it on each line.
        mark, sector = line.sector if line.sector is not sector else None, line.sector
        presides = chair is not None and (
            chair.person_id == line.person_id if chair.person_id is not None else chair.name == line.name
        )
        count = many if line is lines[0] else ""
        # Times in the room name items by their numbers.
        told = (line, mark, presides, group, count, items if line.stays else None)
        before = kept.get(line.id)
        if before is None or before[0] != told:
            before = kept[line.id] = told, _line(line, items, mark, group, count, presides=presides)
        yield before[1]


def _line(  # noqa: PLR0913 - what a row is made from
    line: LineView,
    items: Mapping[UUID, AgendaRow],
    mark: Sector | None,
    group: str,
    count: str,
    *,
    presides: bool,
) -> RowData:
    icon, tone = _sign(line)
    return RowData(
        id=Entry("attendance", line.id),
        key=None,
        title=who(line),
        context=_state(line, items),
        second_line=" · ".join(filter(None, _more(line, items, presides=presides))),
        mark=mark,
        icon=icon,
        icon_tone=tone,
        bold=presides and line.here,
        muted=not line.here,
        group=group,
        group_count=count,
        spoken=_spoken(line, items, presides=presides),
    )


def _sign(line: LineView) -> tuple[str, str]:
    if line.here and line.recused:
        return "prohibit", "text"
    if line.here:
        return ("video-camera-fill" if line.remote else "circle-fill"), "accent"
    return ("minus", "muted") if line.status in {Presence.APOLOGIES, Presence.COPIED_IN} else ("circle", "muted")


def _state(line: LineView, items: Mapping[UUID, AgendaRow]) -> str:
    """Return what stands at the right of a line."""
    if line.here and line.recused:
        return _T("People", "recused")
    if line.here:
        return came(line.stays[-1], items) if line.stays else ""
    if line.status is Presence.APOLOGIES:
        return _T("People", "apologies")
    if line.status is Presence.COPIED_IN:
        return _T("People", "copied in")
    if line.status in IN_THE_ROOM and line.stays:
        gone = left(line.stays[-1], items)
        return _T("People", "left {}").format(gone) if gone else _T("People", "not yet here")
    return _T("People", "not here")


def _more(line: LineView, items: Mapping[UUID, AgendaRow], *, presides: bool) -> list[str]:
    """Return what the second line says."""
    if line.proxy:
        said = [_T("People", "proxy for {}").format(line.deputy_for) if line.deputy_for else _T("People", "proxy")]
    elif line.status is Presence.SUBSTITUTE:
        # Whom they stand in for is looked for first; the seat's organisation is known by it.
        said = [_T("People", "deputy for {}").format(line.deputy_for) if line.deputy_for else _T("People", "deputy")]
    else:
        said = [line.organisation if line.organisation != line.name else ""]
    role = "" if line.counted or not line.name else line.role
    if not role and line.seat_role in {SeatRole.CHAIR, SeatRole.VICE_CHAIR} and line.status is not Presence.SUBSTITUTE:
        role = str(line.seat_role)
    said.append(role)
    if presides and role.casefold() != SeatRole.CHAIR.value:
        said.append(_T("People", "in the chair"))
    if line.remote and line.here:
        said.append(_T("People", "remote"))
    if line.for_items:
        said.append(_T("People", "for item {}").format(", ".join(line.for_items)))
    if line.here and line.stays and line.stays[-1].arrived_at is None and came(line.stays[-1], items):
        said.append(_T("People", "arrived late"))
    return [*said, line.remark]


def _spoken(line: LineView, items: Mapping[UUID, AgendaRow], *, presides: bool) -> str:
    here = _T("People", "here") if line.here and not line.recused else ""
    body = line.organisation if line.status is Presence.SUBSTITUTE else ""
    more = _more(line, items, presides=presides)
    parts = [who(line), here, _state(line, items), sector_name(line.sector), body, *more]
    return ", ".join(part for part in parts if part)


def _awaited(one: ExpectedView) -> RowData:
    vacant = one.person_id is None
    return RowData(
        id=Entry("seat", one.seat_id),
        key=None,
        title=one.name or one.seat,
        context=_T("People", "empty seat") if vacant else _T("People", "no line yet"),
        second_line=" · ".join(filter(None, (one.organisation, one.seat if one.name else ""))),
        mark=one.sector,
        icon="circle-dashed",
        icon_tone="muted",
        muted=True,
        group=_T("People", "Awaited"),
    )


def _declared(one: DeclarationView, item_id: UUID | None) -> RowData:
    about = ", ".join(number for _, number in one.items if number)
    where = _T("People", "item {}").format(about) if about else _T("People", "all items")
    effect = _T("People", "recused") if one.recused else ""
    if one.dispensation:
        effect = _T("People", "dispensation")
    return RowData(
        id=Entry("declaration", one.id),
        key=None,
        title=one.by,
        context=" · ".join(filter(None, (where, effect))),
        second_line=" ".join(one.nature.split()),
        mark=one.sector,
        icon="prohibit" if one.recused else "info",
        icon_tone="text" if one.recused else "muted",
        bold=not one.items or any(item == item_id for item, _ in one.items),
        group=_T("People", "Declarations of interest"),
    )


def _presiding(one: PresidingView, items: Mapping[UUID, AgendaRow]) -> RowData:
    since = moment_said(None, one.from_item_id, "", items)
    return RowData(
        id=Entry("presiding", one.id),
        key=None,
        title=one.name,
        context=_T("People", "from {}").format(since) if since else _T("People", "from the opening"),
        second_line=one.reason,
        icon="user",
        icon_tone="muted",
        group=_T("People", "In the chair"),
    )
