"""How a row is painted: mark or icon, number, title, context, chip and figure, in the measures of docs/look.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from boardroom.ui.kit.chips import chip_width, paint_chip
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.keys import key_hints_shown, key_width, paint_key
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark
from boardroom.ui.kit.row_columns import Column, Place, places
from boardroom.ui.kit.row_model import Heading, RowData, RowModel
from boardroom.ui.kit.theme import Theme, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
ROW: Final = 36
TALL_ROW: Final = 48
HEADING: Final = 32
_ROOM = 4096


class Ink:
    """Fonts, measures and colours of a list at one theme: worked out once, not once a row."""

    def __init__(self, worn: Theme) -> None:
        """Work them out."""
        self.worn = worn
        self.body, self.semibold = worn.font(14), worn.font(14, 600)
        self.small, self.small_semibold = worn.font(12), worn.font(12, 600)
        self.body_metrics, self.semibold_metrics = QFontMetrics(self.body), QFontMetrics(self.semibold)
        self.small_metrics = QFontMetrics(self.small)
        self.pad, self.gap, self.half = worn.px(12), worn.px(8), worn.px(4)
        self.icon = worn.px(20)
        self.mark_width, self.mark_height = worn.px(MARK_WIDTH), worn.px(MARK_HEIGHT)
        self.indent = worn.px(24)
        self.row, self.tall, self.heading = worn.px(ROW), worn.px(TALL_ROW), worn.px(HEADING)
        self.text, self.muted, self.accent = worn.colour("text"), worn.colour("muted"), worn.colour("accent")
        self.tint, self.ground, self.line = worn.colour("tint"), worn.colour("ground"), worn.colour("line")
        self.rule = QPen(self.line, 1)
        self.ring = QPen(self.accent, 2)
        self.ring.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.cut: dict[tuple[str, int, str], str] = {}

    def tone(self, tone: str) -> QColor:
        """Return the colour of a tone; plain text for none."""
        return self.worn.colour(tone or "text")

    def elided(self, text: str, width: int, metrics: QFontMetrics, size: str) -> str:
        """Return a text cut at its end to fit; remembered, since shaping costs more than painting."""
        key = (text, width, size)
        found = self.cut.get(key)
        if found is None:
            if len(self.cut) > _ROOM:
                self.cut.clear()
            found = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
            self.cut[key] = found
        return found


class RowDelegate(QStyledItemDelegate):
    """Paints rows and headings; knows the columns of a table."""

    def __init__(self, model: RowModel, parent: QObject | None = None) -> None:
        """Paint the rows of a model."""
        super().__init__(parent)
        self._model = model
        self.columns: tuple[Column, ...] = ()
        self._ink = Ink(theme())
        self._places: dict[int, list[Place]] = {}
        self._widths: dict[tuple[str, str], int] = {}

    def ink(self) -> Ink:
        """Return fonts, measures and colours of the present theme."""
        worn = theme()
        if self._ink.worn is not worn:
            self._ink = Ink(worn)
            self._places.clear()
            self._widths.clear()
        return self._ink

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Paint a table with these columns, or a list with none."""
        self.columns = tuple(columns)
        self._places.clear()

    def gutter(self) -> int:
        """Return where the words of an unindented row begin, in pixels."""
        ink = self.ink()
        return ink.pad + (ink.mark_width + ink.pad if self._model.has_marks else 0)

    def height_of(self, entry: RowData | Heading) -> int:
        """Return how high a row or a heading is: the same for all rows of one list."""
        ink = self.ink()
        if self._model.has_second_lines:
            return ink.tall if isinstance(entry, RowData) else ink.heading
        return ink.row

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(ink_width(option), self.height_of(self._model.entry(index.row())))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = self._model.entry(index.row())
        rect: QRect = option.rect
        ink = self.ink()
        painter.save()
        if isinstance(entry, Heading):
            self._paint_heading(painter, rect, entry, ink)
        else:
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, rect, state, ink)
            self._paint_row(painter, rect, entry, ink)
        painter.restore()

    def is_cut(self, index: _Index, rect: QRect) -> bool:
        """Whether the title of a row is cut at its end."""
        entry = self._model.entry(index.row())
        if isinstance(entry, Heading):
            return False
        ink = self.ink()
        box = self._title_box(entry, rect, ink)
        return ink.semibold_metrics.horizontalAdvance(entry.title) > box.width()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, ink: Ink) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, ink.tint)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, ink.ground)
        painter.setPen(ink.rule)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if chosen:
            painter.fillRect(rect.left(), rect.top(), ink.half, rect.height(), ink.accent)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(ink.ring)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_heading(self, painter: QPainter, rect: QRect, entry: Heading, ink: Ink) -> None:
        painter.fillRect(rect, ink.ground)
        painter.setPen(ink.rule)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        box = rect.adjusted(ink.pad, 0, -ink.pad, -1)
        if entry.note:
            painter.setFont(ink.small)
            painter.setPen(ink.muted)
            painter.drawText(box, _RIGHT, entry.note)
            box.setRight(box.right() - ink.small_metrics.horizontalAdvance(entry.note) - ink.gap)
        count = ink.body_metrics.horizontalAdvance(entry.count) + ink.gap if entry.count else 0
        title = ink.elided(entry.title, box.width() - count, ink.semibold_metrics, "semibold")
        painter.setFont(ink.semibold)
        painter.setPen(ink.text)
        painter.drawText(box, _MIDDLE, title)
        if entry.count:
            box.setLeft(box.left() + ink.semibold_metrics.horizontalAdvance(title) + ink.gap)
            painter.setFont(ink.body)
            painter.setPen(ink.muted)
            painter.drawText(box, _MIDDLE, entry.count)

    def _paint_row(self, painter: QPainter, rect: QRect, entry: RowData, ink: Ink) -> None:
        box = rect.adjusted(ink.pad + entry.indent * ink.indent, 0, -ink.pad, -1)
        if self.columns:
            shown = self._places_for(rect.width())
            self._paint_cells(painter, rect, entry, ink, shown)
            box.setRight(rect.left() + shown[0].width - ink.pad)
        if self._model.has_marks:
            self._paint_sign(painter, box, entry, ink)
            box.setLeft(box.left() + ink.mark_width + ink.pad)
        self._paint_right(painter, box, entry, ink)
        second = QRect(box)
        if entry.second_line:
            half = box.height() // 2
            second.setTop(box.top() + half)
            box.setHeight(half + ink.half)
        if self._model.widest_number:
            painter.setFont(ink.body)
            painter.setPen(ink.muted)
            painter.drawText(box, _MIDDLE, entry.number)
            width = self._width_of(self._model.widest_number, "number", ink) + ink.gap
            box.setLeft(box.left() + width)
            second.setLeft(box.left())
        self._paint_title(painter, box, entry, ink)
        if entry.second_line:
            second.setHeight(second.height() - ink.half)
            painter.setFont(ink.small)
            painter.setPen(ink.muted)
            painter.drawText(second, _MIDDLE, ink.elided(entry.second_line, second.width(), ink.small_metrics, "small"))

    def _paint_sign(self, painter: QPainter, box: QRect, entry: RowData, ink: Ink) -> None:
        middle = box.top() + box.height() / 2
        if entry.mark is not None:
            paint_mark(
                painter,
                QRectF(box.left(), middle - ink.mark_height / 2, ink.mark_width, ink.mark_height),
                entry.mark,
            )
            return
        name = entry.icon
        if entry.ticked is not None:
            name = "check-square" if entry.ticked else "square"
        if name:
            left = box.left() + (ink.mark_width - ink.icon) / 2
            colour = ink.tone(entry.icon_tone or "muted")
            paint_icon(painter, QRectF(left, middle - ink.icon / 2, ink.icon, ink.icon), name, colour)

    def _paint_right(self, painter: QPainter, box: QRect, entry: RowData, ink: Ink) -> None:
        """Paint what stands at the right, and leave the box to the title."""
        if self._model.widest_figure:
            painter.setFont(ink.body)
            painter.setPen(ink.tone(entry.figure_tone))
            painter.drawText(box, _RIGHT, entry.figure)
            width = self._width_of(self._model.widest_figure, "figure", ink)
            box.setRight(box.right() - width - ink.pad)
        if entry.key_hint and key_hints_shown():
            width = key_width(entry.key_hint)
            paint_key(painter, QRect(box.right() - width, box.top(), width, box.height()), entry.key_hint)
            box.setRight(box.right() - width - ink.gap)
        if entry.chip:
            width = chip_width(entry.chip)
            paint_chip(painter, QRect(box.right() - width, box.top(), width, box.height()), entry.chip, entry.chip_tone)
            box.setRight(box.right() - width - ink.gap)
        if entry.context:
            context = ink.elided(entry.context, box.width() * 2 // 5, ink.small_metrics, "small")
            painter.setFont(ink.small)
            painter.setPen(ink.muted)
            painter.drawText(box, _RIGHT, context)
            box.setRight(box.right() - self._width_of(context, "small", ink) - ink.gap)

    def _paint_title(self, painter: QPainter, box: QRect, entry: RowData, ink: Ink) -> None:
        bold = entry.bold
        metrics = ink.semibold_metrics if bold else ink.body_metrics
        painter.setFont(ink.semibold if bold else ink.body)
        painter.setPen(ink.muted if entry.muted else ink.text)
        title = ink.elided(entry.title, box.width(), metrics, "semibold" if bold else "body")
        if not entry.marked:
            painter.drawText(box, _MIDDLE, title)
            return
        self._paint_marked(painter, box, title, entry, ink)

    def _paint_marked(self, painter: QPainter, box: QRect, title: str, entry: RowData, ink: Ink) -> None:
        """Paint a title whose found words are semibold and underlined in the accent."""
        at = 0
        base = box.top() + (box.height() + ink.body_metrics.ascent() - ink.body_metrics.descent()) // 2
        left = box.left()
        painter.setClipRect(box)
        for start, end in (*entry.marked, (len(title), len(title))):
            for piece, found in ((title[at:start], False), (title[max(start, at) : end], True)):
                metrics = ink.semibold_metrics if found else ink.body_metrics
                width = metrics.horizontalAdvance(piece)
                painter.setFont(ink.semibold if found else ink.body)
                painter.drawText(left, base, piece)
                if found and piece:
                    painter.fillRect(left, base + ink.half, width, 2, ink.muted if entry.muted else ink.accent)
                left += width
            at = max(at, end)

    def _paint_cells(self, painter: QPainter, rect: QRect, entry: RowData, ink: Ink, shown: list[Place]) -> None:
        painter.setFont(ink.body)
        for place in shown[1:]:
            if place.number > len(entry.cells):
                break
            cell = entry.cells[place.number - 1]
            box = QRect(rect.left() + place.left, rect.top(), place.width - ink.pad, rect.height() - 1)
            painter.setPen(ink.muted if entry.muted else ink.tone(cell.tone))
            flags = _RIGHT if self.columns[place.number].right else _MIDDLE
            painter.drawText(box, flags, ink.elided(cell.text, box.width(), ink.body_metrics, "body"))

    def _title_box(self, entry: RowData, rect: QRect, ink: Ink) -> QRect:
        """Return the room of a row's title, as painting leaves it."""
        box = rect.adjusted(self.gutter() + entry.indent * ink.indent, 0, -ink.pad, 0)
        if self.columns:
            box.setRight(rect.left() + self._places_for(rect.width())[0].width - ink.pad)
        if self._model.widest_figure:
            box.setRight(box.right() - self._width_of(self._model.widest_figure, "figure", ink) - ink.pad)
        if entry.chip:
            box.setRight(box.right() - chip_width(entry.chip) - ink.gap)
        if entry.context:
            context = ink.elided(entry.context, box.width() * 2 // 5, ink.small_metrics, "small")
            box.setRight(box.right() - self._width_of(context, "small", ink) - ink.gap)
        if self._model.widest_number:
            box.setLeft(box.left() + self._width_of(self._model.widest_number, "number", ink) + ink.gap)
        return box

    def _places_for(self, width: int) -> list[Place]:
        found = self._places.get(width)
        if found is None:
            found = self._places[width] = places(self.columns, width)
        return found

    def _width_of(self, text: str, size: str, ink: Ink) -> int:
        key = (text, size)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > _ROOM:
                self._widths.clear()
            metrics = ink.small_metrics if size == "small" else ink.body_metrics
            found = self._widths[key] = metrics.horizontalAdvance(text)
        return found


def ink_width(option: QStyleOptionViewItem) -> int:
    """Return the width that a row is given; a list never scrolls sideways."""
    rect: QRect = option.rect
    return rect.width()
