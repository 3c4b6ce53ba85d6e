"""A small list under the caret: what could be meant by what is being typed. The focus stays where one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from boardroom.ui.kit.endless import line_shown
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW, _WIDEST = 28, 420
_WHAT = Qt.ItemDataRole.UserRole


class Offered(QListWidget):
    """The list. It lies over the window, takes no focus, and is steered by whoever has the keys."""

    taken = Signal(object)
    """The thing that was taken, by a press of the mouse."""

    def __init__(self, typed_into: QWidget, name: str) -> None:
        """Build it, closed.

        Args:
            typed_into: where one types; the list goes with it.
            name: what a screen reader calls it.
        """
        super().__init__(typed_into)
        self._typed_into = typed_into
        self.setProperty("role", "offered")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._on_clicked)
        typed_into.destroyed.connect(self.deleteLater)
        self.hide()

    def offer(self, rows: Sequence[tuple[str, str, object]], caret: QRect) -> None:
        """Show other things, the first of them chosen; without any the list closes.

        Args:
            rows: words, icon, and the thing itself.
            caret: where the caret stands, in the coordinates of what is typed into.
        """
        if not rows:
            self.hide()
            return
        if [self._row(at) for at in range(self.count())] != list(rows) or self.isHidden():
            self.clear()
            for words, sign, what in rows:
                item = QListWidgetItem(icon(sign, "muted"), line_shown(words))
                item.setData(_WHAT, (words, sign, what))
                item.setSizeHint(QSize(0, theme().px(_ROW)))
                self.addItem(item)
            self._choose(0)
        self.stand_by(caret)

    @property
    def chosen(self) -> Any:  # noqa: ANN401 - whatever was offered
        """What is chosen; None while the list is closed."""
        return None if self.isHidden() or self.currentRow() < 0 else self._row(self.currentRow())[2]

    def step(self, by: int) -> None:
        """Choose another one; behind the last comes the first."""
        self._choose((self.currentRow() + by) % self.count())

    def _row(self, at: int) -> tuple[str, str, object]:
        row: tuple[str, str, object] = self.item(at).data(_WHAT)
        return row

    def _choose(self, at: int) -> None:
        self.setCurrentRow(at)
        place = self.tr("{} of {}").format(at + 1, self.count())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._typed_into, f"{self._row(at)[0]}, {place}"))

    def stand_by(self, caret: QRect) -> None:
        """Stand under the caret, or above it where there is more room; `caret` as for `offer`."""
        window, px = self._typed_into.window(), theme().px
        if self.parentWidget() is not window:
            self.setParent(window)
        metrics = QFontMetrics(self.font())
        widest = max(metrics.horizontalAdvance(self.item(at).text()) for at in range(self.count()))
        edges = 2 * self.frameWidth() + px(8)
        width = min(widest + px(48) + edges, px(_WIDEST), window.width())
        height = min(self.count() * px(_ROW) + edges, window.height() // 2)
        below = self._typed_into.mapTo(window, QPoint(caret.left(), caret.bottom() + px(4)))
        above = self._typed_into.mapTo(window, QPoint(caret.left(), caret.top() - px(4) - height))
        left = max(0, min(below.x(), window.width() - width))
        top = below.y() if below.y() + height <= window.height() else max(0, above.y())
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(_WHAT)[2])
