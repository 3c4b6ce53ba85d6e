"""How a row is painted: mark or icon, number, title, context, chip and figure, in the measures of docs/look.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from boardroom.ui.kit.keys import key_hints_shown, key_width
from boardroom.ui.kit.row_columns import Column, Place, places
from boardroom.ui.kit.row_data import Heading, RowData
from boardroom.ui.kit.row_ink import Ink
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from boardroom.ui.kit.row_model import RowModel

_Index = QModelIndex | QPersistentModelIndex
# Reaching into an enumeration of Qt costs as much as writing a short text; here it would be done for each row.
_SELECTED, _POINTED, _FOCUSED = (
    QStyle.StateFlag.State_Selected,
    QStyle.StateFlag.State_MouseOver,
    QStyle.StateFlag.State_HasFocus,
)
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class RowDelegate(QStyledItemDelegate):
    """Paints rows and headings; knows the columns of a table."""

    uneven = False
    """Whether the rows of one list differ in height."""

    def __init__(self, model: RowModel, parent: QObject | None = None) -> None:
        """Paint the rows of a model."""
        super().__init__(parent)
        self._model = model
        self.columns: tuple[Column, ...] = ()
        self._ink = Ink(theme())
        self._places: dict[int, list[Place]] = {}

    def ink(self) -> Ink:
        """Return fonts, measures and colours of the present theme."""
        worn = theme()
        if self._ink.worn is not worn:
            self._ink = Ink(worn)
            self._places.clear()
        return self._ink

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Paint a table with these columns, or a list with none."""
        self.columns = tuple(columns)
        self._places.clear()

    def gutter(self) -> int:
        """Return where the words of an unindented row begin, in pixels."""
        ink = self.ink()
        return ink.pad + (ink.mark.width() + ink.pad if self._model.has_marks else 0)

    def height_of(self, entry: RowData | Heading) -> int:
        """Return how high a row or a heading is: the same for all rows of one list."""
        ink = self.ink()
        if self._model.has_second_lines:
            return ink.tall if isinstance(entry, RowData) else ink.heading
        return ink.row

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), self.height_of(self._model.entry(index.row())))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = self._model.entry(index.row())
        rect: QRect = option.rect
        ink = self.ink()
        # Nothing is put back afterwards: only pen and font are changed, and whoever paints next sets both.
        if isinstance(entry, Heading):
            self._paint_heading(painter, rect, entry, ink)
        else:
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, rect, state, ink)
            self._paint_row(painter, rect, entry, ink)

    def is_cut(self, index: _Index, rect: QRect) -> bool:
        """Whether the title of a row is cut at its end."""
        entry = self._model.entry(index.row())
        if isinstance(entry, Heading):
            return False
        ink = self.ink()
        box = self.title_box(entry, rect)
        return ink.width(entry.title, "semibold" if entry.bold else "body") > box.width()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, ink: Ink) -> None:
        chosen = bool(state & _SELECTED)
        if chosen:
            painter.fillRect(rect, ink.tint)
        elif state & _POINTED:
            painter.fillRect(rect, ink.ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, ink.rule)
        if chosen:
            painter.fillRect(rect.left(), rect.top(), ink.half, rect.height(), ink.accent)
            if state & _FOCUSED:
                painter.setPen(ink.ring)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_heading(self, painter: QPainter, rect: QRect, entry: Heading, ink: Ink) -> None:
        painter.fillRect(rect, ink.ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, ink.rule)
        box = rect.adjusted(ink.pad, 0, -ink.pad, -1)
        painter.setPen(ink.muted)
        note = ink.write_right(painter, box, entry.note, "small", box.width() // 2)
        box.setRight(box.right() - note - ink.gap)
        count = ink.width(entry.count, "body") + ink.gap if entry.count else 0
        painter.setPen(ink.text)
        title = box.adjusted(0, 0, -count, 0)
        ink.write(painter, title, entry.title, "semibold")
        box.setLeft(box.left() + min(ink.width(entry.title, "semibold"), title.width()) + ink.gap)
        painter.setPen(ink.muted)
        ink.write(painter, box, entry.count, "body")

    def _paint_row(self, painter: QPainter, rect: QRect, entry: RowData, ink: Ink) -> None:
        box = rect.adjusted(ink.pad + entry.indent * ink.indent, 0, -ink.pad, -1)
        if self.columns:
            shown = self._places_for(rect.width())
            self._paint_cells(painter, rect, entry, ink, shown)
            box.setRight(rect.left() + shown[0].width - ink.pad)
        if self._model.has_marks:
            self._paint_sign(painter, box, entry, ink)
            box.setLeft(box.left() + ink.mark.width() + ink.pad)
        self._paint_right(painter, box, entry, ink)
        second = QRect(box)
        if entry.second_line:
            half = box.height() // 2
            second = box.adjusted(0, half, 0, -ink.half)
            box.setHeight(half + ink.half)
        if self._model.widest_number:
            painter.setPen(ink.muted)
            ink.write(painter, box, entry.number, "body")
            box.setLeft(box.left() + ink.width(self._model.widest_number, "body") + ink.gap)
            second.setLeft(box.left())
        painter.setPen(ink.muted if entry.muted else ink.text)
        if entry.marked:
            self._paint_marked(painter, box, entry, ink)
        else:
            ink.write(painter, box, entry.title, "semibold" if entry.bold else "body")
        if entry.second_line:
            painter.setPen(ink.muted)
            ink.write(painter, second, entry.second_line, "small")

    def _paint_sign(self, painter: QPainter, box: QRect, entry: RowData, ink: Ink) -> None:
        """Paint the mark of a sector, or a box to tick, or an icon."""
        if entry.mark is not None:
            ink.stamp_mark(painter, box.left(), box.top() + (box.height() - ink.mark.height()) // 2, entry.mark)
            return
        name = entry.icon
        if entry.ticked is not None:
            name = "check-square" if entry.ticked else "square"
        if name:
            left = box.left() + (ink.mark.width() - ink.icon) // 2
            top = box.top() + (box.height() - ink.icon) // 2
            ink.stamp_icon(painter, left, top, name, entry.icon_tone or "muted")

    def _paint_right(self, painter: QPainter, box: QRect, entry: RowData, ink: Ink) -> None:
        """Paint what stands at the right, and leave the box to the title."""
        if self._model.widest_figure:
            painter.setPen(ink.tone(entry.figure_tone))
            ink.write_right(painter, box, entry.figure, "body", box.width() // 2)
            box.setRight(box.right() - ink.width(self._model.widest_figure, "body") - ink.pad)
        if entry.key_hint and key_hints_shown():
            box.setRight(box.right() - ink.stamp_key(painter, box, entry.key_hint) - ink.gap)
        if entry.chip:
            box.setRight(box.right() - ink.stamp_chip(painter, box, entry.chip, entry.chip_tone) - ink.gap)
        if entry.context:
            painter.setPen(ink.muted)
            width = ink.write_right(painter, box, entry.context, "small", box.width() * 2 // 5)
            box.setRight(box.right() - width - ink.gap)

    def _paint_marked(self, painter: QPainter, box: QRect, entry: RowData, ink: Ink) -> None:
        """Paint a title whose found words are semibold and underlined in the accent."""
        title = ink.elided(entry.title, "semibold", box.width())
        line = ink.muted if entry.muted else ink.accent
        under = box.top() + (box.height() + ink.metrics("body").height()) // 2 - ink.half // 2
        left, at = box.left(), 0
        for start, end in (*entry.marked, (len(title), len(title))):
            for piece, size in ((title[at : max(start, at)], "body"), (title[max(start, at) : end], "semibold")):
                width = ink.metrics(size).horizontalAdvance(piece)
                # Spaces at a piece's ends count: the piece is written, not laid out.
                painter.setFont(ink.font(size))
                painter.drawText(QRect(left, box.top(), width + 1, box.height()), _MIDDLE, piece)
                if piece and size == "semibold":
                    painter.fillRect(left, under, width, 2, line)
                left += width
            at = max(at, end)

    def _paint_cells(self, painter: QPainter, rect: QRect, entry: RowData, ink: Ink, shown: list[Place]) -> None:
        for place in shown[1 : len(entry.cells) + 1]:
            cell = entry.cells[place.number - 1]
            box = QRect(rect.left() + place.left, rect.top(), place.width - ink.pad, rect.height() - 1)
            painter.setPen(ink.muted if entry.muted else ink.tone(cell.tone))
            if self.columns[place.number].right:
                ink.write_right(painter, box, cell.text, "body", box.width())
            else:
                ink.write(painter, box, cell.text, "body")

    def title_box(self, entry: RowData, rect: QRect) -> QRect:
        """Return the room of a row's title, as painting leaves it."""
        ink = self.ink()
        box = rect.adjusted(self.gutter() + entry.indent * ink.indent, 0, -ink.pad, 0)
        if self.columns:
            box.setRight(rect.left() + self._places_for(rect.width())[0].width - ink.pad)
        if self._model.widest_figure:
            box.setRight(box.right() - ink.width(self._model.widest_figure, "body") - ink.pad)
        if entry.key_hint and key_hints_shown():
            box.setRight(box.right() - key_width(entry.key_hint) - ink.gap)
        if entry.chip:
            box.setRight(box.right() - ink.chip_width(entry.chip) - ink.gap)
        if entry.context:
            context = min(ink.width(entry.context, "small"), box.width() * 2 // 5)
            box.setRight(box.right() - context - ink.gap)
        if self._model.widest_number:
            box.setLeft(box.left() + ink.width(self._model.widest_number, "body") + ink.gap)
        return box

    def _places_for(self, width: int) -> list[Place]:
        if width not in self._places:
            self._places = {width: places(self.columns, width)}
        return self._places[width]
