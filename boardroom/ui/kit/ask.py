"""One question over the window: a line and two buttons; Enter answers, Escape, or a press beside it, lets it be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import hint, section

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QPaintEvent

_WIDTH, _SHADE = 480, 90


class Ask(QWidget):
    """A sheet that asks for one line."""

    def __init__(self, window: QWidget) -> None:
        """Build it closed.

        Args:
            window: what it lies over.
        """
        super().__init__(window)
        self._answer: Callable[[str], object] | None = None
        self._came_from: QWidget | None = None
        worn = theme()
        self._sheet = QFrame(self)
        self._sheet.setProperty("role", "card")
        layout = QVBoxLayout(self._sheet)
        layout.setContentsMargins(worn.px(20), worn.px(16), worn.px(20), worn.px(16))
        layout.setSpacing(worn.px(8))
        self._question, self._hint = section(""), hint("")
        self.line = QLineEdit()
        self.line.setObjectName("ask.line")
        self.line.returnPressed.connect(self._give)
        self.line.installEventFilter(self)
        row = QHBoxLayout()
        self._yes = CommandButton("", "Enter", main=True)
        self._yes.clicked.connect(self._give)
        no = CommandButton(self.tr("Cancel"), "Esc")
        no.clicked.connect(self.close_sheet)
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(self._yes)
        for widget in (self._question, self.line, self._hint):
            layout.addWidget(widget)
        layout.addLayout(row)
        self.hide()

    def ask(self, question: str, hint_words: str, button: str, answer: Callable[[str], object], text: str = "") -> None:
        """Ask.

        Args:
            question: what is asked for.
            hint_words: what it is for.
            button: names what the answer does.
            answer: called with what was typed, unless that is blank.
            text: what stands there already.
        """
        window = self.parentWidget()
        self._answer = answer
        self._came_from = window.focusWidget() if window is not None else None
        self._question.setText(question)
        self._hint.setText(hint_words)
        self._yes.say(button)
        self.line.setAccessibleName(question)
        self.line.setText(text)
        self.line.selectAll()
        if window is not None:
            self.setGeometry(window.rect())
        width = min(theme().px(_WIDTH), self.width() - theme().px(32))
        self._sheet.setFixedWidth(width)
        self._sheet.adjustSize()
        self._sheet.move((self.width() - width) // 2, max((self.height() - self._sheet.height()) // 3, 0))
        self.show()
        self.raise_()
        self.line.setFocus()

    @Slot()
    def close_sheet(self) -> None:
        """Go away; the focus is where it was."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()
            self._came_from = None

    @Slot()
    def _give(self) -> None:
        typed, answer = self.line.text().strip(), self._answer
        if typed and answer is not None:
            self.close_sheet()
            answer(typed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.KeyPress and escaped:
            self.close_sheet()
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _SHADE))
        painter.end()
