"""One question over the window: a line and two buttons; Enter answers, Escape, or a press beside it, lets it be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.sheet import Sheet
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import hint, section

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = 480


class Ask(Sheet):
    """A sheet that asks for one line."""

    def __init__(self, window: QWidget) -> None:
        """Build it closed.

        Args:
            window: what it lies over.
        """
        super().__init__(window)
        self._answer: Callable[[str], object] | None = None
        self._layout = QVBoxLayout(self.card)
        self._question, self._hint = section(""), hint("")
        self.line = QLineEdit()
        self.line.setObjectName("ask.line")
        self.line.returnPressed.connect(self._give)
        row = QHBoxLayout()
        self._yes = CommandButton("", "Enter", main=True)
        self._yes.setObjectName("ask.yes")
        self._yes.clicked.connect(self._give)
        no = CommandButton(self.tr("Cancel"), "Esc")
        no.setObjectName("ask.no")
        no.clicked.connect(self.close_sheet)
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(self._yes)
        for widget in (self._question, self.line, self._hint):
            self._layout.addWidget(widget)
        self._layout.addLayout(row)

    def ask(self, question: str, hint_words: str, button: str, answer: Callable[[str], object], text: str = "") -> None:
        """Ask.

        Args:
            question: what is asked for.
            hint_words: what it is for.
            button: names what the answer does.
            answer: called with what was typed, unless that is blank.
            text: what stands there already.
        """
        self._answer = answer
        self._question.setText(question)
        self._hint.setText(hint_words)
        self._yes.say(button)
        self.setAccessibleName(question)
        self.line.setAccessibleName(question)
        self.line.setAccessibleDescription(hint_words)
        self.line.setText(text)
        self.line.selectAll()
        self.lie_down(self.line)

    @override
    def fit(self) -> None:
        worn = theme()
        self._layout.setContentsMargins(worn.px(20), worn.px(16), worn.px(20), worn.px(16))
        self._layout.setSpacing(worn.px(8))
        width = min(worn.px(_WIDTH), self.width() - worn.px(32))
        self.card.setFixedWidth(width)
        self.card.adjustSize()
        self.card.move((self.width() - width) // 2, max((self.height() - self.card.height()) // 3, 0))

    @Slot()
    def _give(self) -> None:
        typed, answer = self.line.text().strip(), self._answer
        if typed and answer is not None:
            self.close_sheet()
            answer(typed)


def ask_over(window: QWidget) -> Ask:
    """Return what asks for a line over a window, built when it is first wanted."""
    return window.findChild(Ask, options=Qt.FindChildOption.FindDirectChildrenOnly) or Ask(window)
