"""The quiet signs beside notes: what was recorded from a line, and what was taken over into the minute text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPainter

    from boardroom.store.queries.item_page import ItemView
    from boardroom.store.queries.quick_entry import Became
    from boardroom.ui.kit.editor import ParagraphEditor

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
    now, middle, parts = theme(), box.center(), sign.split("+")
    what, taken = next((one for one in parts if one != _TAKEN), ""), _TAKEN in parts
    # Two signs stand side by side: the record at the left, the tick at the edge of the words.
    width = now.px(MARK_WIDTH if what not in ICONS else 16)
    height = now.px(MARK_HEIGHT if what not in ICONS else 16)
    left = box.left() - now.px(8) if taken else middle.x() - width / 2
    place = QRectF(left, middle.y() - height / 2, width, height)
    if what in ICONS:
        paint_icon(painter, place, ICONS[what], now.colour("muted"))
    elif what:
        paint_mark(painter, place, Sector(what))
    if taken:
        side = now.px(12 if what else 16)
        edge = place.right() + now.px(2) if what else middle.x() - side / 2
        paint_icon(painter, QRectF(edge, middle.y() - side / 2, side, side), "check", now.colour("accent"))


class Margin(QObject):
    """Tells of the signs in an editor's margin: a tooltip says what was recorded, a click shows it."""

    wanted = Signal(object)
    """Table and id of the record whose sign was clicked."""

    def __init__(self, editor: ParagraphEditor) -> None:
        """Stand by an editor, beside which nothing was recorded yet."""
        super().__init__(editor)
        self._editor = editor
        self.became: Mapping[UUID, Became] = {}
        editor.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            one = self._at(event.position().toPoint())
            pressed = event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton
            if one is not None and pressed:
                self.wanted.emit((one.table, one.id))
            return one is not None and pressed
        if isinstance(event, QHelpEvent) and (one := self._at(event.pos())) is not None:
            words = self.tr("{} was recorded from this line. A click shows it.").format(called(one))
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self._editor.viewport())
            return True
        return super().eventFilter(watched, event)

    def _at(self, place: QPoint) -> Became | None:
        line = self._editor.margin_at(place)
        return self.became.get(line) if line is not None else None


def called(one: Became) -> str:
    """Return what was recorded, as it is named: `Proposal 44`."""
    name = QCoreApplication.translate("Signs", one.table.capitalize())
    return f"{name} {one.number}".strip()
