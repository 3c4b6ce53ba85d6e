"""What narrows a list: a button with a menu of values, and a line of words; each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QMenu
from typing_extensions import override

from boardroom.domain.text import clean_line
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.keys import key_hints_shown, key_width, paint_key
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAUSE = 150


class FilterButton(CommandButton):
    """Says what a list is narrowed to; pressing it opens the other values."""

    chosen = Signal(object)
    """The value that the user chose."""

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], key: str = "") -> None:
        """Make the button; the first value is chosen.

        Args:
            name: what is narrowed, for the ear.
            choices: values and their words, at least one.
            key: the key that opens it, as the system writes it.
        """
        super().__init__(choices[0][1], key, "caret-down", role="small")
        self._name = name
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)
        self._value: Any = choices[0][0]
        self._choices: list[tuple[Any, str]] = []
        self.set_choices(choices)
        self.clicked.connect(self.open_menu)

    @property
    def value(self) -> Any:  # noqa: ANN401 - whatever the page gave
        """What is chosen."""
        return self._value

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other values or words; what is chosen stays chosen where it is among them."""
        if list(choices) == self._choices:
            return
        self._choices = list(choices)
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        for _, words in self._choices:
            action = QAction(words.replace("&", "&&"), self._group)
            action.setCheckable(True)
            self._menu.addAction(action)
        self._tell_value(self._value if any(one == self._value for one, _ in self._choices) else self._choices[0][0])

    def choose(self, value: object) -> None:
        """Choose a value, as a user would."""
        if value != self._value:
            self._tell_value(value)
            self.chosen.emit(value)

    @Slot()
    def open_menu(self) -> None:
        """Open the values below the button."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _tell_value(self, value: object) -> None:
        self._value = value
        for action, (one, words) in zip(self._group.actions(), self._choices, strict=True):
            if one == value:
                action.setChecked(True)
                self.say(words)
                self.setAccessibleName(f"{self._name}: {words}")

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.choose(self._choices[self._group.actions().index(action)][0])


class FilterLine(QLineEdit):
    """Words that a list is narrowed to, a moment after they were typed. Escape empties it, then leaves it."""

    narrowed = Signal(str)
    """The words, cleaned."""
    left = Signal()
    """Down, Enter, or Escape in an empty line: the list is wanted."""

    def __init__(self, placeholder: str, key: str = "", sign: str = "magnifying-glass") -> None:
        """Make an empty line.

        Args:
            placeholder: what can be typed; also the name for the ear.
            key: the key that leads here, as the system writes it.
            sign: a Phosphor name.
        """
        super().__init__()
        self._key = key
        self._told = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setAccessibleDescription(key)
        self.setProperty("role", "filter")
        self.addAction(icon(sign, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._timer.start)

    @property
    def words(self) -> str:
        """What was typed."""
        return clean_line(self.text())

    def empty(self) -> None:
        """Let the list show everything again, at once."""
        self.clear()
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.empty()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._key or self.text() or self.hasFocus() or not key_hints_shown():
            return
        wide, px = key_width(self._key), theme().px
        painter = QPainter(self)
        paint_key(painter, QRect(self.width() - wide - px(8), 0, wide, self.height()), self._key)
        painter.end()

    @Slot()
    def _tell(self) -> None:
        self._timer.stop()
        if self.words != self._told:
            self._told = self.words
            self.narrowed.emit(self._told)
