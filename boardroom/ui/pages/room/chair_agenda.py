"""The agenda in the chair's window: what was taken, what is being taken, what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from boardroom.domain.words import ItemState
from boardroom.ui.kit.endless import line_shown
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.chair import AgendaLine

_LINE, _PAD, _TEXT = 46, 20, 21
# How many items that are over stay above the present one.
_BEFORE = 4


class ChairAgenda(QFrame):
    """As many lines as there is room for, around the item that is being taken."""

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self.setProperty("role", "ground")
        self.setAccessibleName(_tr("Agenda"))
        self._items: Sequence[AgendaLine] = ()
        self._current: UUID | None = None
        self._scale = 1.0
        self.lines: list[Line] = []

    def show_agenda(self, items: Sequence[AgendaLine], current: UUID | None) -> None:
        """Show an agenda and which of its items is being taken."""
        self._items, self._current = items, current
        self._place()

    def set_scale(self, scale: float) -> None:
        """Take the scale of the window."""
        self._scale = scale
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        high = max(1, round(_LINE * self._scale))
        room = max(1, (self.height() - round(_PAD * self._scale)) // high)
        at = next((place for place, one in enumerate(self._items) if one.id == self._current), 0)
        first = max(0, min(at - _BEFORE, len(self._items) - room))
        shown = self._items[first : first + room]
        while len(self.lines) < len(shown):
            line = Line(self)
            self.lines.append(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(shown))
            if place < len(shown):
                line.setGeometry(0, round(_PAD * self._scale / 2) + place * high, self.width(), high)
                line.show_item(shown[place], self._scale, current=shown[place].id == self._current)


class Line(QWidget):
    """One item."""

    def __init__(self, parent: QWidget) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._item: AgendaLine | None = None
        self._scale, self._current = 1.0, False

    def show_item(self, item: AgendaLine, scale: float, *, current: bool) -> None:
        """Show an item."""
        self._item, self._scale, self._current = item, scale, current
        state = self._state()
        self.setAccessibleName(line_shown(", ".join(filter(None, (f"{item.number} {item.title}".strip(), state)))))
        self.update()

    def _state(self) -> str:
        if self._item is None or self._current:
            return _tr("being taken") if self._current else ""
        words = {
            ItemState.TAKEN: _tr("taken"),
            ItemState.DEFERRED: _tr("deferred"),
            ItemState.WITHDRAWN: _tr("withdrawn"),
        }
        restricted = _tr("restricted") if self._item.restricted else ""
        return words.get(self._item.state, restricted)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        item, worn = self._item, theme()
        if item is None:
            return

        def px(drawn: float) -> int:
            return round(drawn * self._scale)

        painter = QPainter(self)
        if self._current:
            painter.fillRect(self.rect(), worn.colour("tint"))
            painter.fillRect(QRect(0, 0, max(2, px(5)), self.height()), worn.colour("accent"))
        over = item.state is not ItemState.OPEN and not self._current
        font = worn.font(weight=700 if self._current else 400)
        font.setPixelSize(max(1, px(_TEXT)))
        painter.setFont(font)
        ink = worn.colour("muted" if over else "text")
        painter.setPen(ink)
        side, left = px(22), px(16) + item.depth * px(20)
        sign = (
            "caret-right" if self._current else {ItemState.TAKEN: "check", ItemState.OPEN: ""}.get(item.state, "minus")
        )
        if not sign and item.restricted:
            sign = "lock"
        if sign:
            icon = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, icon, sign, worn.colour("accent" if self._current else "muted"))
        metrics = QFontMetrics(font)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        number = QRect(left + side + px(10), 0, px(52), self.height())
        painter.drawText(number, flags, metrics.elidedText(item.number, Qt.TextElideMode.ElideRight, number.width()))
        title = QRect(number.right() + px(4), 0, self.width() - number.right() - px(20), self.height())
        words = " ".join(line_shown(item.title).splitlines())
        painter.drawText(title, flags, metrics.elidedText(words, Qt.TextElideMode.ElideRight, title.width()))
        painter.end()


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChairWindow", text)
