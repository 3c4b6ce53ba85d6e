"""The programs that bench_window starts, one for each sample: they print when what stood on the screen.

    python -m tests.benchmarks.window_child bare
    python -m tests.benchmarks.window_child program FILE
    python -m tests.benchmarks.window_child remember FILE

Times are of the monotonic clock, which all processes share, in seconds; memory is in MB.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QWidget
from typing_extensions import override

_LOOK_EVERY, _IDLE, _AT_MOST = 2, 1000, 20_000


class Watch(QObject):
    """Notes when a window, and the lists in it, were first painted; ends the program when it has been idle."""

    def __init__(self, window: QWidget, wanted: tuple[str, ...]) -> None:
        """Watch a window that hasn't been painted.

        Args:
            window: the window.
            wanted: what has to stand before the program ends: "painted", "listed", "ready".
        """
        super().__init__(window)
        self._window, self._wanted = window, wanted
        self._marks: dict[str, float] = {}
        # A window that is covered by its parts gets no paint event of its own.
        self._next: dict[QObject, str] = dict.fromkeys([window, *window.findChildren(QWidget)], "painted")
        for part in self._next:
            part.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        QTimer.singleShot(_AT_MOST, self._end)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._next:
            # Noted when the paint is over, and what was painted has gone to the screen.
            self._name = self._next[watched]
            for part in self._next:
                part.removeEventFilter(self)
            self._next.clear()
            QTimer.singleShot(0, self._note)
        return False

    @Slot()
    def _note(self) -> None:
        self._marks.setdefault(self._name, time.monotonic())
        if self._marks.keys() >= set(self._wanted):
            self._timer.stop()
            QTimer.singleShot(_IDLE, self._end)
        else:
            self._timer.start(_LOOK_EVERY)

    @Slot()
    def _look(self) -> None:
        """Look for a list that holds rows: one to look at only, then the page's own."""
        for rows in self._window.findChildren(QListView):
            name = "ready" if rows.isEnabled() else "listed"
            if name not in self._marks and rows.isVisible() and rows.model().rowCount():
                self._timer.stop()
                self._next[rows.viewport()] = name
                rows.viewport().installEventFilter(self)
                rows.viewport().update()
                return

    @Slot()
    def _end(self) -> None:
        for name, moment in self._marks.items():
            print(name, moment)
        # Not `ru_maxrss`: what a child tells there begins with its parent's memory.
        status = Path("/proc/self/status").read_text(encoding="ascii")
        print("memory", int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024)
        sys.stdout.flush()
        os._exit(0)


class Watched(QApplication):
    """The program's application, with a watch on its window from before the first paint."""

    @override
    @staticmethod
    def exec() -> int:
        """Watch the window that was made and shown, and go on."""
        (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMainWindow))
        Watch(window, ("painted", "listed", "ready"))
        return QApplication.exec()


def bare() -> None:
    """Show a main window with nothing in it."""
    app = QApplication(["bare"])
    window = QMainWindow()
    window.resize(1280, 800)
    Watch(window, ("painted",))
    window.show()
    app.exec()


def program(path: str) -> None:
    """Run Boardroom as its users start it."""
    from boardroom import app  # noqa: PLC0415 - the bare window doesn't pay for it
    from boardroom.ui import starting  # noqa: PLC0415 - as above

    vars(starting)["QApplication"] = Watched
    sys.argv[1:] = [path]
    app.start()


def remember(path: str) -> None:
    """Keep what a secretary's earlier start leaves behind: a name, and the list of meetings as the last place."""
    from boardroom.ui.links import Link  # noqa: PLC0415 - as above
    from boardroom.ui.memory import Memory  # noqa: PLC0415 - as above

    memory = Memory()
    memory.who = "Secretary"
    memory.opened(Path(path))
    memory.keep_place(Path(path), Link("meetings"), None)


_PROGRAMS: dict[str, Callable[..., None]] = {"bare": bare, "program": program, "remember": remember}

if __name__ == "__main__":
    _PROGRAMS[sys.argv[1]](*sys.argv[2:])
