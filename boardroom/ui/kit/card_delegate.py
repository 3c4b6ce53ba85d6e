"""How a card is painted: mark, number and days, the title in full, the reason with its bar, the context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.theme import Theme, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QAbstractScrollArea

    from boardroom.ui.kit.row_model import RowModel

_Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_GAP: Final = 8
_ICON: Final = 16
_RADIUS: Final = 6
# A title longer than this is cut on its card: one card never fills the column.
_MOST_LINES: Final = 6
_FAR: Final = 100_000
_KEPT: Final = 4096


class CardDelegate(QStyledItemDelegate):
    """Paints cards; each is as high as its words need, worked out once for a width."""

    def __init__(self, model: RowModel, view: QAbstractScrollArea) -> None:
        """Paint the cards of a model, as wide as the view that shows them."""
        super().__init__(view)
        self._view = view
        self._model = model
        self._worn: Theme | None = None
        self._heights: dict[tuple[object, int], int] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        worn = theme()
        if worn is not self._worn:
            self._heights.clear()
            self._worn = worn
        entry = self._model.entry(index.row())
        width = self._view.viewport().width()
        key = (entry, width)
        if key not in self._heights:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            box = QRect(0, 0, width, _FAR)
            self._heights[key] = self._lay(None, box, entry, worn) if isinstance(entry, RowData) else 0
        return QSize(width, self._heights[key])

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = self._model.entry(index.row())
        if not isinstance(entry, RowData):
            return
        worn = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rim = worn.px(4)
        card = QRectF(option.rect).adjusted(rim, rim, -rim, -rim)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused:
            painter.setPen(QPen(worn.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(-3, -3, 3, 3), _RADIUS + 2, _RADIUS + 2)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(worn.colour("edge" if hovered or chosen or worn.contrast else "line"), worn.edge_width))
        painter.setBrush(worn.colour("tint" if chosen and not focused else "surface"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        self._lay(painter, option.rect, entry, worn)
        painter.restore()

    def _lay(self, painter: QPainter | None, rect: QRect, entry: RowData, worn: Theme) -> int:
        """Go down a card, painting where there is a painter, and return how high it is."""
        inner = worn.px(4 + 10)
        left, right = rect.left() + inner, rect.right() - inner
        top = rect.top() + inner - worn.px(2)
        mark = QRect(left, top, worn.px(MARK_WIDTH), worn.px(MARK_HEIGHT))
        if painter is not None:
            self._paint_head(painter, QRect(left, top, right - left, mark.height()), entry, worn)
        top += mark.height() + worn.px(4)
        pen = _Pen(painter, left, right - left, worn)
        top += pen.write(entry.title, top, worn.font(14), "muted" if entry.muted else "text", _MOST_LINES)
        if any(entry.reason):
            top += worn.px(4)
            began = top
            inset = _Pen(painter, left + worn.px(11), right - left - worn.px(11), worn)
            for text, font, token in zip(
                entry.reason, (worn.font(12, 600), worn.font(12)), ("text", "muted"), strict=True
            ):
                top += inset.write(text, top, font, token, _MOST_LINES) if text else 0
            if painter is not None:
                painter.fillRect(left, began, worn.px(3), top - began, worn.colour("line"))
            top += worn.px(2)
        if entry.context:
            top += worn.px(4)
            top += pen.write(entry.context, top, worn.font(12), "muted", 2)
        return top - rect.top() + inner - worn.px(2)

    def _paint_head(self, painter: QPainter, box: QRect, entry: RowData, worn: Theme) -> None:
        if entry.mark is not None:
            paint_mark(painter, QRectF(box.left(), box.top(), worn.px(MARK_WIDTH), box.height()), entry.mark)
            box.setLeft(box.left() + worn.px(MARK_WIDTH + _GAP))
        painter.setFont(worn.font(14))
        painter.setPen(worn.colour("muted"))
        figure = QFontMetrics(worn.font(12, 600)).horizontalAdvance(entry.figure)
        room = box.width() - (figure + worn.px(_GAP) if entry.figure else 0)
        number = QFontMetrics(painter.font()).elidedText(entry.number, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, _MIDDLE, number)
        if entry.icon:
            taken = QFontMetrics(painter.font()).horizontalAdvance(number)
            left = box.left() + (taken + worn.px(_GAP) if number else 0)
            size = worn.px(_ICON)
            top = box.top() + (box.height() - size) / 2
            paint_icon(painter, QRectF(left, top, size, size), entry.icon, worn.colour("caution"))
        painter.setFont(worn.font(12, 600 if entry.figure_tone else 400))
        painter.setPen(worn.colour(entry.figure_tone or "muted"))
        painter.drawText(box, _RIGHT, entry.figure)


class _Pen:
    """Writes wrapped text of a limited number of lines into a column, or only measures it."""

    def __init__(self, painter: QPainter | None, left: int, width: int, worn: Theme) -> None:
        self._painter = painter
        self._left = left
        self._width = max(width, worn.px(40))
        self._worn = worn

    def write(self, text: str, top: int, font: QFont, token: str, most: int) -> int:
        """Write a text and return how much height it took."""
        metrics = QFontMetrics(font)
        line = metrics.lineSpacing()
        needed = metrics.boundingRect(QRect(0, 0, self._width, _FAR), _WRAP, text).height()
        height = min(needed, most * line)
        if self._painter is not None:
            self._painter.setFont(font)
            self._painter.setPen(self._worn.colour(token))
            self._painter.drawText(QRect(self._left, top, self._width, height), _WRAP, text)
        return height
