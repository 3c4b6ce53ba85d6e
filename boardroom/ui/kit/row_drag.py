"""Dragging a row to another place in its own list, with a line where it would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

    from boardroom.ui.kit.row_model import RowModel

_DRAG_FROM: Final = 8
_SIDEWAYS: Final = 32


class _Line(QWidget):
    """The line where the row would stand; it lies over the list and lets the pointer through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("accent"))
        painter.end()


class Drag(QObject):
    """Watches a list's pointer; a row that is let go of at another place is told by `moved`."""

    moved = Signal(object, object, int)
    """The row's id, the id of the row that it should stand before (None for the end), and by how many
    steps its indent should change (-1, 0, 1)."""

    def __init__(self, view: QListView, model: RowModel) -> None:
        """Let the rows of a list be dragged."""
        super().__init__(view)
        self._view = view
        self._model = model
        self._from: QPoint | None = None
        self._row = -1
        self._drop: tuple[int, int] | None = None
        self._line = _Line(view.viewport())
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QMouseEvent() if event.type() is QEvent.Type.MouseButtonPress:
                self._press(event)
            case QMouseEvent() if event.type() is QEvent.Type.MouseMove and self._from is not None:
                self._move(event.position().toPoint())
                return True
            case QMouseEvent() if event.type() is QEvent.Type.MouseButtonRelease:
                return self._let_go()
            case QKeyEvent() if self._drop is not None and event.key() == Qt.Key.Key_Escape:
                self._stop()
                return True
        return False

    def _press(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        row = self._view.indexAt(at).row()
        if event.button() is Qt.MouseButton.LeftButton and self._model.id_at(row) is not None:
            self._from, self._row = at, row

    def _move(self, at: QPoint) -> None:
        if self._from is None or (self._drop is None and (at - self._from).manhattanLength() < _DRAG_FROM):
            return
        across = at.x() - self._from.x()
        far = theme().px(_SIDEWAYS)
        self._drop = (self._gap_at(at.y()), 0 if abs(across) < far else (1 if across > 0 else -1))
        bar = self._view.verticalScrollBar()
        if at.y() < far:
            bar.setValue(bar.value() - far // 2)
        elif at.y() > self._view.viewport().height() - far:
            bar.setValue(bar.value() + far // 2)
        self._show_line(*self._drop)

    def _let_go(self) -> bool:
        drop, row = self._drop, self._row
        self._stop()
        if drop is None:
            return False
        gap, step = drop
        stays = gap in {row, row + 1}
        if step or not stays:
            before = self._model.first_id_from(row + 1 if stays else gap)
            self.moved.emit(self._model.id_at(row), before, step)
        return True

    def _stop(self) -> None:
        self._from, self._drop = None, None
        self._line.hide()

    def _gap_at(self, y: int) -> int:
        """Return the row before which a thing dropped at this height would stand."""
        index = self._view.indexAt(QPoint(1, y))
        if not index.isValid():
            return self._model.rowCount() if y > 0 else 0
        lower = y > self._view.visualRect(index).center().y()
        return int(index.row()) + int(lower)

    def _show_line(self, gap: int, step: int) -> None:
        worn = theme()
        last = self._model.rowCount() - 1
        beside = self._view.visualRect(self._model.index(min(gap, last)))
        y = beside.top() if gap <= last else beside.bottom()
        left = worn.px(12) + max(step, 0) * worn.px(24)
        self._line.setGeometry(left, y - 1, beside.right() - worn.px(12) - left, worn.px(2))
        self._line.show()
        self._line.raise_()
