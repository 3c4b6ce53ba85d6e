"""What only the collector can free is freed in quiet moments, and nothing else is held up by it."""

from __future__ import annotations

import gc
import weakref
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from boardroom.services.boards import change_board
from boardroom.ui.links import Link
from boardroom.ui.tidying import QUIET, WHOLE_EVERY, Tidying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window


class Round:
    """A thing that holds itself."""

    def __init__(self) -> None:
        self.itself = self


class Clock:
    """The clock that the tidying and the desk go by."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = monotonic()
        for module in ("tidying", "desk"):
            monkeypatch.setattr(f"boardroom.ui.{module}.monotonic", self)

    def __call__(self) -> float:
        return self.now


class Tidied:
    """A window whose tidying is asked to look now, and what it looks at."""

    def __init__(self, window: Window, clock: Clock) -> None:
        self.window, self.clock, self.generations = window, clock, list[int]()
        self.tidying = Tidying(window)
        gc.callbacks.append(self._note)

    def _note(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self.generations.append(info["generation"])

    def look(self, after: float = 0) -> int:
        """Return the generation that is looked at after some seconds."""
        self.clock.now += after
        self.generations.clear()
        self.tidying._look()
        (generation,) = self.generations
        return generation

    def end(self) -> None:
        gc.callbacks.remove(self._note)
        delete(self.tidying)


@pytest.fixture
def tidied(desk: Desk, show: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> Iterator[Tidied]:
    one = Tidied(show(desk, Link("home")), Clock(monkeypatch))
    yield one
    one.end()
    assert gc.isenabled()


@pytest.mark.usefixtures("tidied")
def test_what_holds_itself_is_freed_soon_and_not_in_the_middle_of_anything(qtbot: QtBot) -> None:
    assert not gc.isenabled()
    gone = weakref.ref(Round())
    # By itself the collector would run many times here.
    kept = [[number] for number in range(100_000)]
    assert gone() is not None
    assert kept
    qtbot.waitUntil(lambda: gone() is None)


def test_everything_is_looked_at_once_a_minute_at_most(tidied: Tidied) -> None:
    assert [tidied.look(1), tidied.look(WHOLE_EVERY), tidied.look(1), tidied.look(WHOLE_EVERY)] == [1, 2, 1, 2]


def test_while_somebody_types_not_everything_is_looked_at(tidied: Tidied) -> None:
    tidied.clock.now += WHOLE_EVERY
    handle = tidied.window.shell.windowHandle()
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, press)
    assert [tidied.look(), tidied.look(QUIET / 2), tidied.look(QUIET)] == [1, 1, 2]


def test_while_something_is_saved_not_everything_is_looked_at(tidied: Tidied, desk: Desk) -> None:
    tidied.clock.now += WHOLE_EVERY
    desk.write("Name the board", change_board, desk.board_id, name="Another name")
    assert [tidied.look(), tidied.look(QUIET / 2), tidied.look(QUIET)] == [1, 1, 2]
