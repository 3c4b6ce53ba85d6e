"""Typing in a note of 20,000 words: key to paint in the meeting's page while it is saved, and while it isn't.

A key falls due whether or not the window is ready for it, as a user's does; it is late when something holds the
GUI thread. A timer of a millisecond ticks all the while: its longest gap is how long that thread was held.
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select
from typing_extensions import override

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.text import ParagraphState, runs_of
from boardroom.domain.words import TextKind
from boardroom.services.texts import write_text
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting import MeetingPage
from tests.benchmarks.bench_reading import FEW, file_of_meetings
from tests.benchmarks.ratio import Row, table
from tests.benchmarks.window_here import application, touch, window_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boardroom.ui.kit.editor import ParagraphEditor

BOUND = 1.5
HELD_BOUND = 0.050
_BLOCKS = 8
_KEYS = 80
_EVERY = 0.06
_PARAGRAPHS, _WORDS = 250, 80
_SETTLE = 300
_TYPED = "The board asked what the halls would cost. "


@dataclass
class Measured:
    """What one side took, in seconds: every key, and every gap of the timer."""

    keys: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)


class Typist(QObject):
    """Types into an editor at an even pace and notes when each key was painted."""

    def __init__(self, editor: ParagraphEditor, loop: QEventLoop, measured: Measured) -> None:
        """Begin to type."""
        super().__init__()
        self._editor, self._loop, self._measured = editor, loop, measured
        self._due = self._seen = time.perf_counter()
        self._typed = self._painted = 0
        self._letters = cycle(_TYPED)
        editor.viewport().installEventFilter(self)
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start(1)

    @Slot()
    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._measured.gaps.append(now - self._seen)
        self._seen = now
        if self._typed > self._painted or now < self._due:
            return
        if self._typed == _KEYS:
            self._tick.stop()
            self._editor.viewport().removeEventFilter(self)
            self._loop.quit()
            return
        self._typed += 1
        touch()
        QTest.keyClicks(self._editor, next(self._letters))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._typed > self._painted:
            # After the paint, and after what was painted has gone to the screen.
            QTimer.singleShot(0, self._on_painted)
        return False

    @Slot()
    def _on_painted(self) -> None:
        if self._typed > self._painted:
            self._painted = self._typed
            self._measured.keys.append(time.perf_counter() - self._due)
            self._due += _EVERY


def measure(blocks: int = _BLOCKS) -> tuple[list[Row], list[Row]]:
    """Compare the 99th percentile and the median of key to paint; then how long the GUI thread was held.

    Args:
        blocks: how many stretches of typing of each side, in turns, after one that doesn't count.
    """
    saved, unsaved = Measured(), Measured()
    with _editor() as editor:
        for block in range(blocks + 1):
            for side in (saved, unsaved) if block % 2 else (unsaved, saved):
                _type(editor, side if block else Measured(), saves=side is saved)
    rows = [
        Row("key to paint, 99 of 100", most(saved.keys), most(unsaved.keys), BOUND),
        Row("key to paint, median", median(saved.keys), median(unsaved.keys), BOUND),
    ]
    held = [
        Row("GUI thread held at most, while it is saved", max(saved.gaps), HELD_BOUND, 1),
        Row("GUI thread held at most, while it isn't", max(unsaved.gaps), HELD_BOUND, 1),
    ]
    return rows, held


def most(keys: list[float]) -> float:
    """Return what 99 of 100 keys keep to."""
    return quantiles(keys, n=100)[-1]


@contextmanager
def _editor() -> Iterator[ParagraphEditor]:
    """Show the meeting's page with a long note, and give the editor that the note stands in."""
    with tempfile.TemporaryDirectory() as name:
        application(Path(name))
        path = Path(name) / "Board.boardroom"
        with file_of_meetings(path, FEW) as board, board.writing("Write a long note") as session:
            item = session.scalars(select(AgendaItem).limit(1)).one()
            words = " ".join(_TYPED.split() * _WORDS).split()[:_WORDS]
            note = [ParagraphState(runs=runs_of(f"{at} {' '.join(words[1:])}")) for at in range(_PARAGRAPHS)]
            write_text(session, item.meeting_id, item.id, TextKind.NOTE, note)
        with window_on(path) as window:
            window.go(Link("meeting", "agenda_item", item.id, item.meeting_id, item.id))
            page = window.current_page()
            if not isinstance(page, MeetingPage):
                raise TypeError(page)
            editor = page.item.texts.notes.editor
            if len(editor.toPlainText().split()) < _PARAGRAPHS * _WORDS:
                message = "the long note isn't in the editor"
                raise AssertionError(message)
            editor.setFocus()
            QApplication.processEvents()
            yield editor


def _type(editor: ParagraphEditor, measured: Measured, *, saves: bool) -> None:
    """Type one stretch, in the middle of the note, then let everything come to rest."""
    if not saves:
        editor.edited.disconnect(editor.autosave.touch)
    # A paragraph of its own each time, so that none grows far beyond the others.
    editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(_PARAGRAPHS // 2)))
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    editor.ensureCursorVisible()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(_SETTLE)
    loop = QEventLoop()
    typist = Typist(editor, loop, measured)
    loop.exec()
    del typist
    if not saves:
        editor.edited.connect(editor.autosave.touch)
        editor.autosave.touch()
    editor.autosave.flush()
    QTest.qWait(_SETTLE)


if __name__ == "__main__":
    timed, held = measure(int(sys.argv[1]) if len(sys.argv) > 1 else _BLOCKS)
    print(table(timed, reference="not saved"))
    print(f"\n{table(held, reference='at most')}")
