"""A process that runs a meeting in the real window without end, and tells each thing that it did, with its time.

`python -m tests.faults.room_typist FOLDER`. Each line of its standard input names a board file and a seed; for each,
a process is forked that opens the file as the program does, tells its id and at which item the room came back, and
then types notes, takes items and marks people until it is killed. Forked before anything of Qt has begun, it need
not import the program anew.

What it tells, in words on a line each: `pid ID`, `at ITEM`, `typed NUMBER TIME`, `takes ITEM` before and `took ITEM`
after, `marks LINE` before and `marked LINE STATUS` after. Times are of the monotonic clock, which all processes share.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from boardroom.store.queries.attendance_page import attendance_of
from boardroom.store.queries.running import running_of
from boardroom.ui.first_frame import first_frame
from boardroom.ui.kit.theme import dress
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.memory import Memory
from boardroom.ui.pages.room import RoomPage
from boardroom.ui.program import Program

if TYPE_CHECKING:
    from uuid import UUID

_EVERY = 12
"""Milliseconds between two keys: faster than anybody types."""
_PLACES = 9


class Typist(QObject):
    """Sits at the keyboard; one thing at each tick."""

    def __init__(self, program: Program, shell: QMainWindow, chance: random.Random) -> None:
        super().__init__(shell)
        self._program, self._chance = program, chance
        self._begun = False
        self._number = 0
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._on_tick)
        self._clock.start(_EVERY)

    @Slot()
    def _on_tick(self) -> None:
        page = self._program.window.current_page()
        # On a busy machine the window takes its time to come to the front; nobody types before it has.
        if page is None or QApplication.activeWindow() is None:
            return
        if not self._begun:
            self._begun = True
            tell("at", page.link().item_id if isinstance(page, RoomPage) else "another page")
            self._to_the_notes()
            return
        if not isinstance(page, RoomPage):
            raise TypeError(page)
        fate = self._chance.random()
        if fate < 0.06:
            self._take(page)
        elif fate < 0.12:
            self._mark(page)
        else:
            self._type()

    def _type(self) -> None:
        self._number += 1
        focused = QApplication.focusWidget()
        if focused is None:
            raise TypeError(focused)
        # A word of its own for each: its number, behind this process's.
        QTest.keyClicks(focused, f"{os.getpid()}-{self._number} ")
        tell("typed", self._number, time.monotonic())

    def _take(self, page: RoomPage) -> None:
        press("F2", "Home")
        press(*["Down"] * self._chance.randrange(_PLACES))
        wanted = page.link().item_id
        if wanted is not None and wanted != self._current(page):
            tell("takes", wanted)
            press("Ctrl+T")
            tell("took", self._current(page))
        self._to_the_notes()

    def _mark(self, page: RoomPage) -> None:
        press("F4", "Home")
        press(*["Down"] * self._chance.randrange(_PLACES))
        chosen = page.people.rows.chosen_id()
        line_id = chosen[1] if isinstance(chosen, tuple) else None
        if line_id is not None:
            tell("marks", line_id)
            press(self._chance.choice("HAR"))
            lines = page.desk.read(attendance_of, meeting_of(page)).lines
            tell("marked", line_id, next(one.status.name for one in lines if one.id == line_id))
        self._to_the_notes()

    def _to_the_notes(self) -> None:
        press("F3", "Ctrl+End")

    def _current(self, page: RoomPage) -> UUID | None:
        return page.desk.read(running_of, meeting_of(page)).current


def meeting_of(page: RoomPage) -> UUID:
    """Return the meeting that the room shows."""
    meeting_id = page.link().meeting_id
    if meeting_id is None:
        raise TypeError(meeting_id)
    return meeting_id


def tell(*words: object) -> None:
    """Say what was done; it is with the parent before this process goes on."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def press(*keys: str) -> None:
    """Press keys wherever the focus is."""
    for one in keys:
        combination = QKeySequence(one)[0]  # type: ignore[index] # the stubs don't know it
        focused = QApplication.focusWidget() or QApplication.activeWindow()
        if focused is None:
            raise TypeError(focused)
        QTest.keyClick(focused, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()


def run(folder: Path, path: Path, seed: int) -> None:
    """Open a board file in the window, and type until the end."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    app = QApplication(["boardroom", "-style", "fusion"])
    dress(app, Appearance.LIGHT)
    memory = Memory()
    memory.who = "Ann Reed"
    shell = first_frame(memory)
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    program = Program(memory, folder, shell, clock=lambda: datetime.now().astimezone())
    program.begin(path)
    typist = Typist(program, shell, random.Random(seed))
    app.exec()
    del typist


def main(folder: Path) -> None:
    """Fork a process for each line that comes in, and wait until it has been killed."""
    for line in sys.stdin:
        path, seed = line.rstrip("\n").rsplit(" ", 1)
        pid = os.fork()
        if not pid:
            tell("pid", os.getpid())
            try:
                run(folder, Path(path), int(seed))
            finally:
                os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(pid, 0)
        tell("end")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
