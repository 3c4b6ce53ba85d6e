"""How an item stands in the agenda column: its title on up to two lines, and what is to be known of it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Slot
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from boardroom.ui.kit.row_data import Heading, RowData
from boardroom.ui.kit.row_delegate import RowDelegate
from boardroom.ui.kit.row_model import RowModel
from boardroom.ui.kit.theme import wardrobe
from boardroom.ui.kit.two_lines import TwoLines

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from boardroom.ui.kit.row_ink import Ink
    from boardroom.ui.kit.rows import Rows

_Index = QModelIndex | QPersistentModelIndex
_LINE, _SMALL_LINE, _AIR, _SIGN = 20, 16, 7, 22
_MOST_KEPT = 2_000


class AgendaDelegate(RowDelegate):
    """Paints the rows of an agenda, each as high as its title needs."""

    uneven = True

    def __init__(self, rows: Rows) -> None:
        """Paint the rows of a list."""
        model = rows.model()
        assert isinstance(model, RowModel)  # noqa: S101 - a list of rows has no other
        super().__init__(model, rows)
        self._view = rows
        self._titles = TwoLines()
        self._widest: int | None = None
        self._measures: tuple[int, int, str] = (0, 0, "")
        self._sizes: dict[int, tuple[RowData | Heading, QSize]] = {}
        for changed in (model.modelReset, model.dataChanged):
            changed.connect(self._forget_numbers)
        wardrobe().changed.connect(self._forget)

    @override
    def gutter(self) -> int:
        ink = self.ink()
        return ink.half + self._sign()

    @override
    def height_of(self, entry: RowData | Heading) -> int:
        if isinstance(entry, Heading):
            return self.ink().heading
        px = self.ink().worn.px
        width = self._title_width(entry, self._view.viewport().width())
        lines = len(self._broken(entry, width))
        return lines * px(_LINE) + (px(_SMALL_LINE) if entry.second_line else 0) + 2 * px(_AIR)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        # Whenever one row says something else, Qt asks all of them.
        entry = self._model.entry(index.row())
        measures = (self._view.viewport().width(), self._widest_number(), self._model.widest_figure)
        if measures != self._measures or len(self._sizes) > _MOST_KEPT:
            self._measures = measures
            self._sizes.clear()
        kept = self._sizes.get(id(entry))
        if kept is None or kept[0] is not entry:
            kept = self._sizes[id(entry)] = entry, QSize(measures[0], self.height_of(entry))
        return kept[1]

    @override
    def title_box(self, entry: RowData, rect: QRect) -> QRect:
        ink = self.ink()
        left = rect.left() + self._left(entry)
        lines = len(self._broken(entry, self._title_width(entry, rect.width())))
        return QRect(
            left, rect.top() + ink.worn.px(_AIR), self._title_width(entry, rect.width()), lines * ink.worn.px(_LINE)
        )

    @override
    def is_cut(self, index: _Index, rect: QRect) -> bool:
        entry = self._model.entry(index.row())
        if not isinstance(entry, RowData):
            return False
        return self._broken(entry, self._title_width(entry, rect.width()))[-1].endswith("…")

    @override
    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, ink: Ink) -> None:
        # No rules between items: the agenda reads as a list, not as a table.
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, ink.worn.colour("surface"))
            painter.setPen(ink.rule)
            painter.drawLine(rect.left(), rect.top(), rect.right(), rect.top())
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
            painter.fillRect(rect.left(), rect.top(), ink.half, rect.height(), ink.accent)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(ink.ring)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, ink.tint)

    @override
    def _paint_row(self, painter: QPainter, rect: QRect, entry: RowData, ink: Ink) -> None:
        px = ink.worn.px
        top, line = rect.top() + px(_AIR), px(_LINE)
        if entry.icon:
            left = rect.left() + ink.half + entry.indent * ink.indent + px(4)
            ink.stamp_icon(painter, left, top + (line - ink.icon) // 2, entry.icon, entry.icon_tone or "muted")
        left = rect.left() + ink.half + self._sign() + entry.indent * ink.indent
        number = QRect(left, top, self._number_width(entry) or 1, line)
        quiet = ink.muted if entry.muted else ink.text
        if entry.number:
            painter.setPen(quiet)
            ink.write(painter, number, entry.number, "semibold" if entry.bold else "body")
        box = QRect(rect.left() + self._left(entry), top, self._title_width(entry, rect.width()), line)
        painter.setPen(quiet)
        for words in self._broken(entry, box.width()):
            ink.write(painter, box, words, "semibold" if entry.bold else "body")
            box.translate(0, line)
        painter.setPen(ink.muted)
        if entry.second_line:
            small = QRect(box.left(), box.top(), rect.right() - ink.pad - box.left(), px(_SMALL_LINE))
            ink.write(painter, small, entry.second_line, "small")
        if entry.figure:
            figure = QRect(rect.left(), top, rect.width() - ink.pad, line)
            painter.setPen(ink.tone(entry.figure_tone or "muted"))
            ink.write_right(painter, figure, entry.figure, "small", figure.width() // 3)

    def _sign(self) -> int:
        return self.ink().worn.px(_SIGN) + self.ink().half

    def _number_width(self, entry: RowData) -> int:
        ink = self.ink()
        if entry.indent:
            return ink.width(entry.number, "body") + ink.gap if entry.number else 0
        return self._widest_number()

    def _widest_number(self) -> int:
        ink = self.ink()
        if self._widest is None:
            # Sub-items have numbers of their own width; they would push every title to the right.
            own = [ink.width(row.number, "semibold") for row in self._model.rows() if row.number and not row.indent]
            self._widest = max(own) + ink.gap if own else 0
        return self._widest

    @Slot()
    def _forget_numbers(self) -> None:
        self._widest = None

    @Slot()
    def _forget(self) -> None:
        self._widest = None
        self._titles.forget()
        self._sizes.clear()

    def _left(self, entry: RowData) -> int:
        """Return where a title begins."""
        ink = self.ink()
        return ink.half + self._sign() + entry.indent * ink.indent + self._number_width(entry)

    def _title_width(self, entry: RowData, width: int) -> int:
        ink = self.ink()
        figure = ink.width(self._model.widest_figure, "small") + ink.gap if self._model.widest_figure else 0
        return max(width - self._left(entry) - figure - ink.pad, ink.worn.px(60))

    def _broken(self, entry: RowData, width: int) -> tuple[str, ...]:
        """Return a title as its one or two lines, the second cut at its end."""
        return self._titles.of(entry.title, self.ink(), "semibold" if entry.bold else "body", width)
