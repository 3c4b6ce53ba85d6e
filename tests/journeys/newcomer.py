"""Somebody who has never seen the program: what they press and read, and how many keys each station takes them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from tests.ui.program import Running

_PATIENCE = 20_000
_MOST_STEPS = 60


class Newcomer:
    """Eyes and hands at a running program; nothing here calls the program itself."""

    def __init__(self, one: Running) -> None:
        self.one = one
        self._keys = self._letters = 0
        self._spent: dict[str, tuple[int, int]] = {}

    @contextmanager
    def station(self, name: str) -> Iterator[None]:
        """Count what a station takes: keys that act, and letters typed."""
        self._keys = self._letters = 0
        yield
        self._spent[name] = (self._keys, self._letters)

    def table(self) -> str:
        """Return what each station took."""
        lines = [f"{'':52}{'keys':>6}{'letters':>9}"]
        lines += [f"{name:52}{keys:>6}{letters:>9}" for name, (keys, letters) in self._spent.items()]
        return "\n".join(lines)

    # Hands

    def press(self, *combinations: str) -> None:
        """Press keys one after the other."""
        for keys in combinations:
            self._keys += 1
            self._settle()
            self.one.press(keys)
            self._settle()

    def type(self, words: str, *then: str) -> None:
        """Type words where the focus is, and press keys."""
        self._letters += len(words)
        self._settle()
        self.one.type(words)
        self.press(*then)

    def write(self, words: str, *then: str) -> None:
        """Type words over what stands in the field, and press keys."""
        self.press("Ctrl+A")
        self.type(words, *then)

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab until what has the focus is called like that."""
        for _ in range(_MOST_STEPS):
            if self.focus.startswith(name):
                return
            self.press(key)
        message = f"Tab never came to “{name}”; it is at “{self.focus}”"
        raise AssertionError(message)

    def go_to(self, row: str, key: str = "Down") -> None:
        """Press an arrow key until the row that says this is chosen."""
        for _ in range(_MOST_STEPS):
            if row in self.row:
                return
            self.press(key)
        message = f"no row “{row}”; it is at “{self.row}”"
        raise AssertionError(message)

    def _settle(self) -> None:
        popup: QWidget | None = QApplication.activePopupWidget()
        if isinstance(popup, QAbstractItemView):
            # Offscreen, a list of names that closes doesn't give the window back by itself.
            popup.hide()
        self.one.shell.activateWindow()
        QApplication.processEvents()

    # Eyes

    @property
    def focus(self) -> str:
        """What a screen reader calls what has the focus."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QAbstractButton):
            return widget.accessibleName() or widget.text()
        return "" if widget is None else widget.accessibleName()

    @property
    def row(self) -> str:
        """What a screen reader says of the row that is chosen in the list that has the focus."""
        widget = QApplication.focusWidget()
        return _row_words(widget.currentIndex()) if isinstance(widget, QAbstractItemView) else ""

    @property
    def screen(self) -> str:
        """All that can be read in the window now."""
        return "\n".join(filter(None, _words(self.one.shell)))

    def sees(self, words: str) -> None:
        """Wait until some words stand in the window."""
        self._wait(lambda: words in self.screen, f"“{words}” is nowhere")

    def is_told(self, words: str) -> None:
        """Wait until the message bar says some words."""
        self._wait(lambda: words in self.one.message, f"not told “{words}”")

    def is_at(self, page_id: str) -> None:
        """Wait until a page is shown."""
        self._wait(lambda: self.one.page.id == page_id, f"not at {page_id}")

    def _wait(self, until: Callable[[], bool], otherwise: str) -> None:
        try:
            self.one.qtbot.waitUntil(until, timeout=_PATIENCE)
        except Exception as error:
            message = f"{otherwise}; focus: “{self.focus}”, row: “{self.row}”, bar: “{self.one.message}”\n{self.screen}"
            raise AssertionError(message) from error


def _words(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield widget.currentText()
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QAbstractItemView):
            model = widget.model()
            for place in range(model.rowCount()):
                yield _row_words(model.index(place, 0))


def _row_words(index: QModelIndex | QPersistentModelIndex) -> str:
    """Return what a screen reader says of a row; Qt's own objects for rows go stale where no screen reader runs."""
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole) or "")
