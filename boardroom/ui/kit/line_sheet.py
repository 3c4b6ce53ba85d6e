"""A sheet with a line and the rows for what is typed into it: the focus stays in the line, its keys steer the rows."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.sheet import Sheet
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from boardroom.ui.kit.row_data import RowData

_WIDTH = 640
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class LineSheet(Sheet):
    """Subclasses say which rows there are, and what becomes of the one that is taken; they fill `top` and `foot`."""

    def __init__(self, window: QWidget, name: str) -> None:
        """Build it closed.

        Args:
            window: what it lies over.
            name: begins the names of the line and of the rows, by which the focus is found.
        """
        super().__init__(window)
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self.top = QHBoxLayout()
        self.line = QLineEdit()
        self.line.setObjectName(f"{name}.line")
        self.line.setProperty("role", "plain")
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.top.addWidget(self.line, 1)
        layout.addLayout(self.top)
        self.rows = Rows("")
        self.rows.setObjectName(f"{name}.rows")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.opened.connect(self._on_opened)
        self.rows.feed(self._page)
        layout.addWidget(self.rows, 1)
        foot = QFrame()
        foot.setProperty("role", "bar")
        self.foot = QHBoxLayout(foot)
        layout.addWidget(foot)

    @abstractmethod
    def fitting(self, typed: str) -> Sequence[RowData]:
        """Return the rows for what is typed, best first."""

    @abstractmethod
    def take(self, row_id: Hashable | None) -> None:
        """Do what a row is there for, and close; nothing where it can't be done, or where there is no row."""

    @abstractmethod
    def drawn_height(self) -> int:
        """Return how high the card is where the window has room for it, in pixels at 100 %."""

    def ask_for(self, asked: str) -> None:
        """Lie over the window, ready for typing; say what is looked for."""
        self.setAccessibleName(asked)
        self.line.setAccessibleName(asked)
        self.line.setPlaceholderText(asked)
        self.line.clear()
        self.lie_down(self.line)
        self.narrow()

    def narrow(self) -> None:
        """List what fits; other words mean another best hit, and that one is chosen."""
        self.rows.reload()
        self.rows.choose_first()

    def enter(self) -> None:
        """Take the row that is chosen."""
        self.take(self.rows.chosen_id())

    @override
    def fit(self) -> None:
        worn = theme()
        for row in (self.top, self.foot):
            row.setContentsMargins(worn.px(16), worn.px(8), worn.px(16), worn.px(8))
            row.setSpacing(worn.px(8))
        self.line.setFont(worn.font(20))
        width = min(worn.px(_WIDTH), self.width() - worn.px(32))
        height = min(worn.px(self.drawn_height()), self.height() - worn.px(48))
        top = min(worn.px(88), (self.height() - height) // 2)
        self.card.setGeometry((self.width() - width) // 2, top, width, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self.enter()
                return True
            if event.key() in _MOVING:
                self.rows.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _page(self, after: object, _limit: int) -> Sequence[RowData]:
        # All come at once; out of sight none are wanted.
        return [] if after is not None or self.isHidden() else self.fitting(self.line.text())

    # PySide goes on calling a slot that a subclass overrides when the window is gone: these none overrides.

    @Slot()
    def _on_typed(self) -> None:
        self.narrow()

    @Slot(object)
    def _on_opened(self, row_id: Hashable) -> None:
        self.take(row_id)
