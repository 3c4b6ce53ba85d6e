"""How what is recorded under an item stands in its rows: the words on up to two lines, the rest as in any list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Slot
from typing_extensions import override

from boardroom.ui.kit.row_data import Heading, RowData
from boardroom.ui.kit.row_delegate import RowDelegate
from boardroom.ui.kit.row_model import RowModel
from boardroom.ui.kit.theme import wardrobe
from boardroom.ui.kit.two_lines import TwoLines

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from boardroom.ui.kit.row_ink import Ink
    from boardroom.ui.kit.rows import Rows

_Index = QModelIndex | QPersistentModelIndex
_LINE, _SMALL_LINE = 20, 16


class RecordDelegate(RowDelegate):
    """Paints rows each as high as its title needs."""

    uneven = True

    def __init__(self, rows: Rows) -> None:
        """Paint the rows of a list."""
        model = rows.model()
        assert isinstance(model, RowModel)  # noqa: S101 - a list of rows has no other
        super().__init__(model, rows)
        self._view, self._titles = rows, TwoLines()
        wardrobe().changed.connect(self._forget)

    @override
    def height_of(self, entry: RowData | Heading) -> int:
        if isinstance(entry, Heading):
            return super().height_of(entry)
        ink = self.ink()
        second = ink.worn.px(_LINE) if len(self._lines(entry, self._view.viewport().width())) > 1 else 0
        return (ink.tall if entry.second_line else ink.row) + second

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._view.viewport().width(), self.height_of(self._model.entry(index.row())))

    @override
    def is_cut(self, index: _Index, rect: QRect) -> bool:
        entry = self._model.entry(index.row())
        return isinstance(entry, RowData) and self._lines(entry, rect.width())[-1].endswith("…")

    @override
    def _paint_row(self, painter: QPainter, rect: QRect, entry: RowData, ink: Ink) -> None:
        lines = self._lines(entry, rect.width())
        if len(lines) == 1:
            super()._paint_row(painter, rect, entry, ink)
            return
        line = ink.worn.px(_LINE)
        first = QRect(rect.left(), rect.top(), rect.width(), ink.row)
        super()._paint_row(painter, first, replace(entry, title=lines[0], second_line=""), ink)
        room = self.title_box(entry, rect)
        below = QRect(room.left(), rect.top() + (ink.row - line) // 2 + line, room.width(), line)
        painter.setPen(ink.muted if entry.muted else ink.text)
        ink.write(painter, below, lines[1], "semibold" if entry.bold else "body")
        if entry.second_line:
            painter.setPen(ink.muted)
            small = QRect(below.left(), below.top() + line, below.width(), ink.worn.px(_SMALL_LINE))
            ink.write(painter, small, entry.second_line, "small")

    def _lines(self, entry: RowData, width: int) -> tuple[str, ...]:
        room = self.title_box(entry, QRect(0, 0, width, 0)).width()
        return self._titles.of(entry.title, self.ink(), "semibold" if entry.bold else "body", room)

    @Slot()
    def _forget(self) -> None:
        self._titles.forget()
