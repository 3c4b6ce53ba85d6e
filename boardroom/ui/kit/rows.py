"""A list of rows: chosen by keyboard or pointer, kept by id over every reading, fetched as it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget
from typing_extensions import override

from boardroom.ui.kit.row_columns import Column, Headings
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.row_delegate import RowDelegate
from boardroom.ui.kit.row_drag import Drag
from boardroom.ui.kit.row_model import RowModel
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

# How far End goes at once, and how far a row is sought that isn't loaded.
FAR: Final = 2000


class Rows(QListView):
    """A list over rows from a page function. Enter or a double click opens, Space ticks."""

    chosen = Signal(object)
    """The id of the row that is current now, or None."""
    opened = Signal(object)
    """The id of a row to open."""
    ticked = Signal(object)
    """The id of a row on which Space was pressed."""
    moved = Signal(object, object, int)
    """A row was dragged: its id, the id of the row that it should stand before (None for the end),
    and by how many steps its indent should change (-1, 0, 1)."""
    sort_wanted = Signal(str)
    """A heading was pressed: its column's `sort`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list.

        Args:
            name: what a screen reader calls the list.
            parent: where it stands.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = RowModel(self)
        self._delegate = RowDelegate(self._model, self)
        self._headings: Headings | None = None
        self._chosen: Hashable | None = None
        self._drag: Drag | None = None
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self._on_theme()
        wardrobe().changed.connect(self._on_theme)
        self.doubleClicked.connect(self._on_double_clicked)

    # -- what a page uses

    def feed(self, fetch: Callable[[Any, int], Sequence[RowData]]) -> None:
        """Show the rows of a page function, called with the key of the last row (or None) and how many are wanted."""
        self._model.feed(fetch)
        self._settle(self._chosen, [])

    def reload(self) -> None:
        """Read the rows anew: the same row stays chosen and where it is on the screen, or else its neighbour."""
        rows = self._model.rows()
        at = self._model.row_of(self._chosen) if self._chosen is not None else -1
        top = self.indexAt(QPoint(1, 1)).row()
        top_id = self._model.first_id_from(max(top, 0))
        offset = self.visualRect(self._model.index(self._model.row_of(top_id))).top() if top_id is not None else 0
        place = next((number for number, row in enumerate(rows) if row.id == self._chosen), 0)
        neighbours = [row.id for row in rows[place + 1 :]] + [row.id for row in reversed(rows[:place])]
        least = self._model.rowCount() if self._model.waits else max(at, top, 0) + self._model.page
        self._model.read_again(max(least, self._model.page))
        self._settle(self._chosen, neighbours)
        if top_id is not None and (row := self._model.row_of(top_id)) >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self._model.index(row)).top() - offset)

    def choose(self, wanted: Hashable | None) -> bool:
        """Make a row current by its id, fetching on until it is found; returns whether it is there."""
        if wanted is None:
            self.setCurrentIndex(QModelIndex())
            return False
        while self._model.row_of(wanted) < 0 and self._model.has_more():
            self._model.fetch_rows(FAR)
        row = self._model.row_of(wanted)
        if row < 0:
            return False
        self.setCurrentIndex(self._model.index(row))
        self.scrollTo(self._model.index(row))
        return True

    def choose_first(self) -> None:
        """Make the first row current."""
        first = self._model.first_id_from(0)
        if first is not None:
            self.choose(first)

    def chosen_id(self) -> Any:  # noqa: ANN401 - an id is whatever the page gave
        """Return the id of the current row, or None."""
        return self._chosen

    def chosen_row(self) -> RowData | None:
        """Return the current row."""
        row = self._model.row_of(self._chosen) if self._chosen is not None else -1
        entry = self._model.entry(row) if row >= 0 else None
        return entry if isinstance(entry, RowData) else None

    def loaded(self) -> list[RowData]:
        """Return the rows that are loaded."""
        return self._model.rows()

    def holds(self, wanted: Hashable) -> bool:
        """Whether a row is loaded."""
        return self._model.row_of(wanted) >= 0

    def fetch_more(self) -> None:
        """Load the next rows."""
        self._model.fetch_rows(self._model.page)

    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self._model.rowCount() == 0

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show a table: the first column is the row itself, the others are the cells of `RowData`."""
        self._delegate.set_columns(columns)
        self._model.headings = tuple(column.title for column in columns[1:])
        self._headings = Headings(columns, self)
        self._headings.pressed.connect(self.sort_wanted)
        self._headings.show()
        self._lay_headings()

    def let_reorder(self) -> None:
        """Let rows be dragged to another place; the page answers `moved`."""
        self._drag = Drag(self, self._model)
        self._drag.moved.connect(self.moved)

    def paint_with(self, delegate: RowDelegate) -> None:
        """Let the rows be painted in another way."""
        self._delegate = delegate
        self.setItemDelegate(delegate)
        # Words that wrap let Qt lay the rows out anew when the list's width changes.
        self.setWordWrap(delegate.uneven)
        self.setUniformItemSizes(not self._heights_differ())

    def rect_of(self, wanted: Hashable) -> QRect:
        """Return where a row is on the viewport."""
        return self.visualRect(self._model.index(self._model.row_of(wanted)))

    def title_rect_of(self, wanted: Hashable) -> QRect:
        """Return where a row's title is on the viewport; an empty rectangle where the row isn't loaded."""
        entry = self._model.entry(self._model.row_of(wanted)) if self.holds(wanted) else None
        return self._delegate.title_box(entry, self.rect_of(wanted)) if isinstance(entry, RowData) else QRect()

    # -- keys and pointer

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self._model.id_at(self.currentIndex().row())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~_KEYPAD:
            if current is not None:
                self.opened.emit(current)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if current is not None:
                self.ticked.emit(current)
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if cursorAction is QAbstractItemView.CursorAction.MoveEnd:
            self._model.fetch_rows(FAR)
        found = super().moveCursor(cursorAction, modifiers)
        up = cursorAction in {
            QAbstractItemView.CursorAction.MovePageUp,
            QAbstractItemView.CursorAction.MoveUp,
            QAbstractItemView.CursorAction.MoveEnd,
        }
        return self._model.index(self._row_near(found.row(), up=up)) if found.isValid() else found

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self._note_chosen(self._model.id_at(current.row()))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if index.isValid() and self._delegate.is_cut(index, self.visualRect(index)):
                QToolTip.showText(event.globalPos(), plain_tooltip(self._model.entry(index.row()).title), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._lay_headings()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt makes a row current here without selecting it: it would be chosen, and not look so.
        if self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.hasFocus() and not self.currentIndex().isValid():
            # No row shows the focus: the list itself does.
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    # -- inside

    def _settle(self, wanted: Hashable | None, neighbours: list[Hashable]) -> None:
        """Make the same row current again after a reading, or its nearest neighbour."""
        self.setUniformItemSizes(not self._heights_differ())
        self._lay_headings()
        if wanted is None:
            return
        found = next((one for one in (wanted, *neighbours) if self._model.row_of(one) >= 0), None)
        if found is None:
            self._note_chosen(None)
            return
        index = self._model.index(self._model.row_of(found))
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _heights_differ(self) -> bool:
        """Whether every row must be asked for its own height: headings between rows of two lines are lower."""
        return self._delegate.uneven or (self._model.has_second_lines and self._model.has_headings)

    def _note_chosen(self, row_id: Hashable | None) -> None:
        if row_id != self._chosen:
            self._chosen = row_id
            self.chosen.emit(row_id)

    def _row_near(self, row: int, *, up: bool) -> int:
        """Return the nearest row that is no heading, first in the direction of the move, then against it."""
        count: int = self._model.rowCount()
        ahead, back = range(row, count), range(row, -1, -1)
        for places in (back, ahead) if up else (ahead, back):
            for place in places:
                if self._model.id_at(place) is not None:
                    return place
        return -1

    def _lay_headings(self) -> None:
        if self._headings is None:
            return
        height = self._headings.height_wanted()
        self.setViewportMargins(0, height, 0, 0)
        self._headings.setGeometry(0, 0, self.viewport().width(), height)
        self._headings.set_gutter(self._delegate.gutter())

    @Slot()
    def _on_theme(self) -> None:
        self._lay_headings()
        self.verticalScrollBar().setSingleStep(theme().px(36))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        found = self._model.id_at(index.row())
        if found is not None:
            self.opened.emit(found)


_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
