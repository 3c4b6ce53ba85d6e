"""A list over the window to pick one thing from, narrowed by what is typed; Enter takes it, Escape lets it be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.sheet import Sheet
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from boardroom.ui.kit.row_data import RowData

_WIDTH, _MOST = 640, 8
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Pick(Sheet):
    """Offers rows; the words of title and second line are searched."""

    def __init__(self, window: QWidget) -> None:
        """Build it closed.

        Args:
            window: what it lies over.
        """
        super().__init__(window)
        self._offered: Sequence[RowData] = ()
        self._answer: Callable[[Hashable], object] | None = None
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self._top = QHBoxLayout()
        self.line = QLineEdit()
        self.line.setObjectName("pick.line")
        self.line.setProperty("role", "plain")
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self._top.addWidget(self.line)
        layout.addLayout(self._top)
        self.rows = Rows("")
        self.rows.setObjectName("pick.rows")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.opened.connect(self._take)
        self.rows.feed(self._page)
        layout.addWidget(self.rows, 1)
        foot = QFrame()
        foot.setProperty("role", "bar")
        self._foot = QHBoxLayout(foot)
        self._enter = label("", "hint")
        for widget in (KeyHint("Enter"), self._enter, KeyHint("Esc"), label(self.tr("close"), "hint")):
            self._foot.addWidget(widget)
        self._foot.addStretch(1)
        layout.addWidget(foot)

    def offer(self, asked: str, does: str, rows: Sequence[RowData], answer: Callable[[Hashable], object]) -> None:
        """Offer some things.

        Args:
            asked: what is picked.
            does: what Enter does with it.
            rows: the things.
            answer: called with the id of the row that was picked, when the focus is back where it was.
        """
        self._offered, self._answer = rows, answer
        self._enter.setText(does)
        self.setAccessibleName(asked)
        self.rows.setAccessibleName(asked)
        self.line.setAccessibleName(asked)
        self.line.setPlaceholderText(asked)
        self.line.clear()
        self.lie_down(self.line)
        self._narrow()

    @override
    def fit(self) -> None:
        worn = theme()
        for row in (self._top, self._foot):
            row.setContentsMargins(worn.px(16), worn.px(8), worn.px(16), worn.px(8))
            row.setSpacing(worn.px(8))
        self.line.setFont(worn.font(20))
        width = min(worn.px(_WIDTH), self.width() - worn.px(32))
        rows = max(min(len(self._offered), _MOST), 2)
        height = min(worn.px(56 + 40 + 48 * rows), self.height() - worn.px(48))
        top = min(worn.px(88), (self.height() - height) // 2)
        self.card.setGeometry((self.width() - width) // 2, top, width, height)

    @Slot()
    def _narrow(self) -> None:
        self.rows.reload()
        self.rows.choose_first()

    def _page(self, after: object, limit: int) -> list[RowData]:
        if after is not None:
            return []
        words = self.line.text().casefold().split()
        found = (
            row for row in self._offered if all(one in f"{row.title} {row.second_line}".casefold() for one in words)
        )
        return [row for row, _ in zip(found, range(limit), strict=False)]

    @Slot(object)
    def _take(self, row_id: Hashable) -> None:
        answer = self._answer
        if row_id is None or answer is None or not self.rows.holds(row_id):
            return
        self.close_sheet()
        answer(row_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self._take(self.rows.chosen_id())
                return True
            if event.key() in _MOVING:
                self.rows.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)
