"""A real window in the benchmark's own process, on a screen that is not there."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow

from boardroom.store.file import BoardFile
from boardroom.store.queries.lists import list_boards
from boardroom.ui.boards import Boards
from boardroom.ui.desk import Desk
from boardroom.ui.kit.jobs import wait_for_jobs
from boardroom.ui.kit.theme import dress
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.memory import Memory
from boardroom.ui.tidying import Tidying
from boardroom.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WIDTH, HEIGHT = 1280, 800
_typed_into: list[Callable[[], None]] = []
# A day within what the generated meetings span, so that there are deadlines before it and after it.
_NOW = datetime(2019, 3, 1, 14, tzinfo=UTC)


def application(folder: Path) -> QApplication:
    """Return this process's application in light colours, keeping its settings in a folder of the benchmark's."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["bench", "-style", "fusion"])
    dress(app, Appearance.LIGHT)
    return app


@contextmanager
def window_on(path: Path) -> Iterator[Window]:
    """Show a board file in a window of 1280 x 800."""
    with BoardFile.open(path, who="S") as file:
        with file.reading() as session:
            (board,) = list_boards(session)
        desk = Desk(file, board.id, clock=_this_moment)
        shell = QMainWindow()
        window = Window(Memory(), shell)
        window.sit(desk)
        tidying = Tidying(window)
        _typed_into.append(tidying.touch)
        Boards(window, desk)
        shell.resize(WIDTH, HEIGHT)
        shell.show()
        window.actions_of.build()
        QApplication.processEvents()
        yield window
        _typed_into.remove(tidying.touch)
        desk.flush()
        wait_for_jobs()
        shell.hide()


def touch() -> None:
    """Let every window hear of a key, as Qt tells a window of those that a hand presses."""
    for window in _typed_into:
        window()


def _this_moment() -> datetime:
    return _NOW
