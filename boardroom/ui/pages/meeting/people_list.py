"""The list of the people column: sector's mark, sign of presence, name and state, two lines close together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.row_data import Heading, RowData
from boardroom.ui.kit.row_delegate import RowDelegate
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import plain_tooltip
from boardroom.ui.pages.meeting.people_rows import Entry

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from boardroom.ui.kit.row_ink import Ink

_Index = QModelIndex | QPersistentModelIndex
_ROW, _SIGN, _LEAST = 40, 14, 96
_COUNTED: Final = frozenset({"attendance", "seat"})
KEYS: Final = {
    Qt.Key.Key_H: "people.here",
    Qt.Key.Key_Space: "people.here",
    Qt.Key.Key_R: "people.remote",
    Qt.Key.Key_D: "people.deputy",
    Qt.Key.Key_P: "people.proxy",
    Qt.Key.Key_A: "people.apologies",
    Qt.Key.Key_X: "people.recused",
    Qt.Key.Key_Delete: "people.remove",
}
"""What the keys do in the list, whatever they do elsewhere on the page."""


class PeopleList(Rows):
    """The people of a meeting; a letter does to the chosen one what the mock-up's keys say."""

    asked = Signal(str)
    """The id of a command that a key stands for."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list; `name` as in `Rows`."""
        super().__init__(name, parent)
        self.setProperty("role", "ground")
        self._people = PersonDelegate(self._model, self)
        self.paint_with(self._people)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_sign(event.position().toPoint()):
            self.asked.emit("people.here")

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._is_on_sign(event.position().toPoint()):
            # Two quick clicks on a sign are two clicks, and don't open the person.
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_sign = self._is_on_sign(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_sign else Qt.CursorShape.ArrowCursor)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._is_on_sign(event.pos()):
            here = COMMANDS["people.here"]
            QToolTip.showText(event.globalPos(), plain_tooltip(f"{here.said} ({here.key})"), self)
            return True
        return super().viewportEvent(event)

    def _is_on_sign(self, where: QPoint) -> bool:
        """Whether a place is at the sign of somebody who can be here or not."""
        index = self.indexAt(where)
        entry = self._model.entry(index.row()) if index.isValid() else None
        if not isinstance(entry, RowData) or not isinstance(entry.id, Entry) or entry.id.entity not in _COUNTED:
            return False
        return self._people.sign_box(entry, self.visualRect(index)).contains(where)

    @override
    def event(self, e: QEvent) -> bool:
        if isinstance(e, QKeyEvent) and e.type() is QEvent.Type.ShortcutOverride and _command(e):
            # Other columns have commands of the same keys.
            e.accept()
            return True
        return super().event(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = _command(event)
        if command:
            self.asked.emit(command)
        else:
            super().keyPressEvent(event)


def _command(event: QKeyEvent) -> str:
    bare = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return KEYS.get(Qt.Key(event.key()), "") if bare else ""


class PersonDelegate(RowDelegate):
    """Paints a person in 40 pixels."""

    @override
    def height_of(self, entry: RowData | Heading) -> int:
        return theme().px(_ROW) if isinstance(entry, RowData) else self.ink().heading

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), self.height_of(self._model.entry(index.row())))

    @override
    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, ink: Ink) -> None:
        if not state & QStyle.StateFlag.State_Selected:
            if state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, theme().colour("sunken"))
            return
        painter.fillRect(rect, ink.tint)
        painter.fillRect(rect.left(), rect.top(), ink.half, rect.height(), ink.accent)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(ink.ring)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @override
    def _paint_row(self, painter: QPainter, rect: QRect, entry: RowData, ink: Ink) -> None:
        px = theme().px
        first = self._first_line(entry, rect, ink)
        second = QRect(first.left(), first.bottom() - px(1), first.width(), px(16))
        if entry.mark is not None:
            ink.stamp_mark(painter, first.left(), first.top() + px(1), entry.mark)
        self._paint_presence(painter, self._sign(first, ink), entry)
        words = self._words_left(rect, ink)
        first.setLeft(words)
        second.setLeft(words)
        if entry.context:
            painter.setPen(ink.muted if entry.muted else ink.text)
            width = ink.write_right(painter, first, entry.context, "small", max(first.width() - px(_LEAST), 0))
            first.setRight(first.right() - width - ink.gap)
        painter.setPen(ink.muted if entry.muted else ink.text)
        ink.write(painter, first, entry.title, "semibold" if entry.bold else "body")
        painter.setPen(ink.muted)
        ink.write(painter, second, entry.second_line, "small")

    def sign_box(self, entry: RowData, rect: QRect) -> QRect:
        """Return where a click means the sign of presence: somewhat round it."""
        ink = self.ink()
        round_it = ink.gap // 2
        return self._sign(self._first_line(entry, rect, ink), ink).adjusted(-round_it, -round_it, round_it, round_it)

    def _first_line(self, entry: RowData, rect: QRect, ink: Ink) -> QRect:
        px = theme().px
        first = QRect(rect.left() + ink.pad, rect.top() + px(2), rect.width() - 2 * ink.pad, px(20))
        if not entry.second_line:
            first.moveTop(rect.top() + (rect.height() - first.height()) // 2)
        return first

    def _sign(self, first: QRect, ink: Ink) -> QRect:
        side = theme().px(_SIGN)
        left = first.left() + ink.mark.width() + ink.gap
        return QRect(left, first.top() + (first.height() - side) // 2, side, side)

    def _paint_presence(self, painter: QPainter, box: QRect, entry: RowData) -> None:
        inset = theme().px(2) if entry.icon == "circle-fill" else 0
        ink = theme().colour(entry.icon_tone or "muted")
        paint_icon(painter, QRectF(box.adjusted(inset, inset, -inset, -inset)), entry.icon, ink)

    def _words_left(self, rect: QRect, ink: Ink) -> int:
        return rect.left() + ink.pad + ink.mark.width() + ink.gap + theme().px(_SIGN) + ink.gap

    @override
    def title_box(self, entry: RowData, rect: QRect) -> QRect:
        ink = self.ink()
        box = rect.adjusted(0, 0, -ink.pad, 0)
        box.setLeft(self._words_left(rect, ink))
        if entry.context:
            box.setRight(box.right() - min(ink.width(entry.context, "small"), box.width()) - ink.gap)
        return box
