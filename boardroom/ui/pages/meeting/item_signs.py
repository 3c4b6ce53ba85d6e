"""The quiet signs beside notes: what was recorded from a line, and what was taken over into the minute text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from boardroom.domain.words import Sector
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtGui import QPainter

    from boardroom.store.queries.item_page import ItemView
    from boardroom.store.queries.quick_entry import Became

ICONS: Mapping[str, str] = {
    "proposal": "chat-centered-text",
    "decision": "scales",
    "action": "check-square",
    "point": "megaphone",
}
"""By the table of what was recorded."""

_TAKEN = "taken"


def signs_of(view: ItemView) -> dict[UUID, str]:
    """Return the sign of each note that has one, as `paint_sign` takes it."""
    sectors = {one.id: one.sector for one in view.points}
    signs = {}
    for line in view.taken_over | view.became.keys():
        one = view.became.get(line)
        parts = [] if one is None else [(sectors.get(one.id) or one.table) if one.table == "point" else one.table]
        signs[line] = "+".join([*parts, *([_TAKEN] if line in view.taken_over else [])])
    return signs


def paint_sign(painter: QPainter, box: QRectF, sign: str) -> None:
    """Paint a sign into the margin: a sector's mark, the icon of a record; a tick says that it was taken over."""
    now = theme()
    what, _, taken = sign.rpartition("+") if sign.endswith(f"+{_TAKEN}") else ("", "", sign)
    if taken != _TAKEN:
        what, taken = taken, ""
    side = now.px(16) if not (what and taken) else now.px(12)
    shift = now.px(8) if what and taken else 0
    middle = box.center()
    if what in ICONS:
        place = QRectF(middle.x() - now.px(8) - shift, middle.y() - now.px(8), now.px(16), now.px(16))
        paint_icon(painter, place, ICONS[what], now.colour("muted"))
    elif what:
        width, height = now.px(MARK_WIDTH), now.px(MARK_HEIGHT)
        place = QRectF(middle.x() - width / 2 - shift, middle.y() - height / 2, width, height)
        paint_mark(painter, place, Sector(what))
    if taken:
        # Beside a mark, which is wider, there is only the edge of the margin.
        left = middle.x() - side / 2 + (now.px(14 if what not in ICONS else 10) if what else 0)
        paint_icon(painter, QRectF(left, middle.y() - side / 2, side, side), "check", now.colour("accent"))


def called(one: Became) -> str:
    """Return what was recorded, as it is named: `Proposal 44`."""
    name = QCoreApplication.translate("Signs", one.table.capitalize())
    return f"{name} {one.number}".strip()
