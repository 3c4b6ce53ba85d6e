"""The whole program in a test: a real window, settings of its own, a folder of documents of its own."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardroom.ui.first_frame import first_frame
from boardroom.ui.kit.theme import dress
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.memory import Memory
from boardroom.ui.program import Program

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.page import Page

TODAY = date(2026, 12, 14)


class Clock:
    """A clock that stands still until a test sets it on; half past one in the afternoon when the program starts."""

    def __init__(self) -> None:
        self.now = datetime.combine(TODAY, time(13, 30), tzinfo=timezone(timedelta(0), "GMT"))

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **parts: float) -> None:
        self.now += timedelta(**parts)


class Running:
    """A program that runs, and what a user sees and does."""

    def __init__(self, qtbot: QtBot, folder: Path, who: str = "") -> None:
        self.qtbot = qtbot
        self.folder = folder
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app, Appearance.LIGHT)
        self.memory = Memory()
        if who:
            self.memory.who = who
        self.shell = first_frame(self.memory)
        qtbot.addWidget(self.shell)
        self.shell.resize(1280, 800)
        # As at a real start, the frame stands before the window is put into it.
        with qtbot.waitExposed(self.shell):
            self.shell.show()
        self.shell.activateWindow()
        qtbot.waitUntil(self.shell.isActiveWindow)
        self.clock = Clock()
        self.program = Program(self.memory, folder, self.shell, clock=self.clock)
        self.window = self.program.window

    @property
    def desk(self) -> Desk:
        desk = self.window.desk
        assert desk is not None
        return desk

    @property
    def page(self) -> Page:
        page = self.window.current_page()
        assert page is not None
        return page

    @property
    def focused(self) -> str:
        """The object name of what has the focus."""
        focused = QApplication.focusWidget()
        return "" if focused is None else focused.objectName()

    @property
    def message(self) -> str:
        return self.window.bar.text

    def wait_for_board(self) -> None:
        """Wait until a board file is open and its first page is shown."""
        self.qtbot.waitUntil(lambda: self.window.current_page() is not None, timeout=60_000)

    def wait_for_page(self, page_id: str) -> None:
        self.qtbot.waitUntil(lambda: self.page.id == page_id, timeout=10_000)

    def press(self, keys: str) -> None:
        """Press a key sequence as on the keyboard, wherever the focus is."""
        combination = QKeySequence(keys)[0]  # type: ignore[index] # the stubs don't know it
        focused = QApplication.focusWidget() or self.shell
        QTest.keyClick(focused, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type words wherever the focus is; QTest itself aborts at a letter beyond Latin-1."""
        for letter in words:
            focused = QApplication.focusWidget()
            assert focused is not None, "nothing has the focus"
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter.upper()[0]), Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(focused, event)
        QApplication.processEvents()

    def close(self) -> None:
        self.shell.close()
        QApplication.processEvents()
