"""Every page of a file of 1,000 meetings shown, against the same page of a file of ten: opened, read and painted."""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from boardroom.store.queries.find import find_meeting
from boardroom.ui.kit.jobs import wait_for_jobs
from boardroom.ui.links import Link
from boardroom.ui.pages import PAGES
from tests.benchmarks.bench_reading import FEW, MANY, file_of_meetings
from tests.benchmarks.ratio import Row, table
from tests.benchmarks.window_here import application, window_on

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.ui.window import Window

BOUND = 1.5
_TURNS = 21
_OF_MEETING = frozenset({"meetings", "meeting", "minutes", "versions", "export"})
_RECORD = f"generated-Partnership Board-{MANY - FEW // 2}"


class Side:
    """A window on one of the two files."""

    def __init__(self, window: Window) -> None:
        """Find the meeting that both files hold."""
        self.window = window
        self._blank = QWidget()
        window.stack.addWidget(self._blank)
        if window.desk is None:
            raise TypeError(window)
        self._desk = window.desk
        self._meeting: UUID = window.desk.read(find_meeting, _RECORD).id

    def show(self, page_id: str) -> float:
        """Show a page as if something had changed while it was hidden; returns the seconds until it is painted."""
        link = Link(page_id, "meeting", self._meeting, self._meeting) if page_id in _OF_MEETING else Link(page_id)
        self.window.stack.page(page_id, self._desk)._stale = True
        start = time.perf_counter()
        self.window.go(link)
        QApplication.processEvents()
        taken = time.perf_counter() - start
        # What it does besides, in jobs and after pauses, isn't part of the next page's time.
        wait_for_jobs()
        self.window.stack.setCurrentWidget(self._blank)
        QApplication.processEvents()
        return taken


def measure(turns: int = _TURNS) -> list[Row]:
    """Compare all pages, in turns; the meeting that is shown is the same in both files.

    Args:
        turns: how often each page of each file is shown, after one time that doesn't count.
    """
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        application(folder)
        # The page that pastes reads what is there to be pasted.
        QGuiApplication.clipboard().setText("Ann Lee\tHealth")
        sides: list[Side] = []
        for number in (MANY, FEW):
            path = folder / f"{number}.boardroom"
            file_of_meetings(path, number).close()
            sides.append(Side(stack.enter_context(window_on(path))))
        return [_compare(page_id, sides, turns) for page_id in PAGES]


def _compare(page_id: str, sides: list[Side], turns: int) -> Row:
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(turns + 1):
        gc.collect()
        for which in (0, 1) if turn % 2 else (1, 0):
            taken[which].append(sides[which].show(page_id))
    many, few = (median(times[1:]) for times in taken)
    return Row(f"the page “{page_id}”", many, few, BOUND)


if __name__ == "__main__":
    print(table(measure(int(sys.argv[1]) if len(sys.argv) > 1 else _TURNS), reference="in a file of 10"))
