"""A meeting in the room: each key, each item taken, each presence and each vote, and the memory of a long day.

400 items and 200 people against 10 and 10: from the call of what a key does until the window is painted again.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from boardroom.domain.text import ParagraphState, runs_of
from boardroom.domain.words import Presence, TextKind, VoteMethod, VoteOption
from boardroom.services.at_the_door import turn_here
from boardroom.services.motions import put_motion
from boardroom.services.running import take
from boardroom.services.texts import write_text
from boardroom.services.votes import Ballot, vote_on_motion
from boardroom.store.queries.attendance_page import attendance_of
from boardroom.store.queries.meeting_page import agenda_of
from boardroom.store.queries.running import running_of
from boardroom.ui.kit.editor import ParagraphEditor
from tests.benchmarks.bench_window_typing import Measured, Typist, most
from tests.benchmarks.meeting_in_room import file_with_meeting, room_on
from tests.benchmarks.ratio import Row, compare, table
from tests.benchmarks.window_here import application

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from boardroom.ui.pages.room import RoomPage

BOUND = 1.5
FLAT = 1.1
MANY, FEW = (400, 200), (10, 10)
_TURNS = 31
_BLOCKS = 8
_PARAGRAPHS, _WORDS = 250, 80
_SETTLE = 300
_SENTENCE = "The board asked what the halls would cost and when. "
_EARLY, _LATE = 2_000, 10_000
_MB = 1024


class Meeting:
    """What happens in one of the two meetings; each call ends when the window is painted."""

    def __init__(self, page: RoomPage) -> None:
        """Begin with its second item and its last person."""
        self._page, self._desk = page, page.desk
        view = self._desk.read(running_of, self._id)
        items = [one.id for one in self._desk.read(agenda_of, self._id).items]
        self._items = cycle(one for one in items[:3] if one != view.current)
        self._line = self._desk.read(attendance_of, self._id).lines[-1].id
        self._numbers = cycle(range(1, 1000))

    @property
    def _id(self) -> UUID:
        meeting_id = self._page.link().meeting_id
        if meeting_id is None:
            raise TypeError(meeting_id)
        return meeting_id

    def take(self) -> None:
        """Take another item and show it, as Next item does."""
        self._desk.write("Take the next item", take, next(self._items), self._desk.now)
        self._page._show_current()
        QApplication.processEvents()

    def turn(self) -> None:
        """Let somebody come or go."""
        self._desk.write("Mark as here", turn_here, self._line, Presence.PRESENT, self._desk.now)
        QApplication.processEvents()

    def vote(self) -> None:
        """Record a vote by show of hands on a motion that is put before the time runs."""
        counts = {VoteOption.YES: 6, VoteOption.NO: 2, VoteOption.ABSTAIN: 1}
        self._desk.write("Vote", vote_on_motion, self._motion, Ballot(method=VoteMethod.HANDS, counts=counts))
        QApplication.processEvents()

    def put(self) -> None:
        """Put the motion that is voted on."""
        current = self._desk.read(running_of, self._id).current
        if current is None:
            raise TypeError(current)
        self._motion = self._desk.write("Put a motion", put_motion, current, "That play days begin at ten.").id
        QApplication.processEvents()


def measure(turns: int = _TURNS) -> list[Row]:
    """Compare what is done to a large meeting with the same in a small one.

    Args:
        turns: how often each thing is done in each meeting, in turns.
    """
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        application(folder)
        large, small = (
            Meeting(stack.enter_context(room_on(file_with_meeting(folder / f"{items}.boardroom", items, people))))
            for items, people in (MANY, FEW)
        )
        rows = [
            compare("an item taken and shown", large.take, small.take, bound=BOUND, turns=turns),
            compare("somebody comes or goes", large.turn, small.turn, bound=BOUND, turns=turns),
        ]
        large.put()
        small.put()
        return [*rows, compare("a vote recorded", large.vote, small.vote, bound=BOUND, turns=turns)]


def measure_typing(blocks: int = _BLOCKS) -> list[Row]:
    """Compare key to paint in the room's notes of 20,000 words with that in a bare editor of the same words.

    Args:
        blocks: how many stretches of typing of each side, in turns, after one that doesn't count.
    """
    ours, bare = Measured(), Measured()
    with _editors() as (notes, alone):
        for block in range(blocks + 1):
            for editor, measured in ((notes, ours), (alone, bare)) if block % 2 else ((alone, bare), (notes, ours)):
                _type(editor, measured if block else Measured())
    return [
        Row("key to paint in the room, 99 of 100", most(ours.keys), most(bare.keys), BOUND),
        Row("key to paint in the room, median", median(ours.keys), median(bare.keys), BOUND),
    ]


@contextmanager
def _editors() -> Iterator[tuple[ParagraphEditor, ParagraphEditor]]:
    """Show the room with a long note, and an editor that nothing saves, checks or understands."""
    words = " ".join(_SENTENCE.split() * _WORDS).split()[:_WORDS]
    note = [ParagraphState(runs=runs_of(f"{at} {' '.join(words[1:])}")) for at in range(_PARAGRAPHS)]
    with tempfile.TemporaryDirectory() as name:
        application(Path(name))
        with room_on(file_with_meeting(Path(name) / "Board.boardroom", *FEW)) as page:
            item_id = page.link().item_id
            if item_id is None:
                raise TypeError(item_id)
            page.desk.write("Write", write_text, page.link().meeting_id, item_id, TextKind.NOTE, note)
            QApplication.processEvents()
            notes = page.item.texts.notes.editor
            shell, alone = QWidget(), ParagraphEditor("Alone")
            QVBoxLayout(shell).addWidget(alone)
            alone.open(note, None)
            # A text without a store is only read, and whoever types waits for its paint for ever.
            alone.set_read_only(read_only=False)
            shell.resize(notes.width() + 24, notes.height() + 24)
            shell.show()
            for editor in (notes, alone):
                if len(editor.toPlainText().split()) < _PARAGRAPHS * _WORDS:
                    message = "the long note isn't in the editor"
                    raise AssertionError(message)
            yield notes, alone
            shell.hide()


def _type(editor: ParagraphEditor, measured: Measured) -> None:
    """Type one stretch, in the middle of the note, then let everything come to rest."""
    editor.window().activateWindow()
    editor.setFocus()
    editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(_PARAGRAPHS // 2)))
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    editor.ensureCursorVisible()
    QTest.keyClicks(editor, "\r")
    QTest.qWait(_SETTLE)
    loop = QEventLoop()
    typist = Typist(editor, loop, measured)
    loop.exec()
    del typist
    editor.autosave.flush()
    QTest.qWait(_SETTLE)


def measure_memory() -> Row:
    """Compare the memory, in MB, after 10,000 edits of a meeting, eight hours, with that after 2,000."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_room", "--day"]
    told = subprocess.run(command, cwd=Path(__file__).parents[2], check=True, capture_output=True, text=True).stdout
    early, late = (float(line.split()[1]) for line in told.splitlines() if line.startswith("memory "))
    return Row("the room after 10,000 edits, against 2,000", late, early, FLAT)


def memory_table(row: Row) -> str:
    """Return the memory as a Markdown table."""
    verdict = "" if row.holds else " (exceeded)"
    return (
        "| measured | ours, MB | after 2,000, MB | ratio | at most |\n| --- | ---: | ---: | ---: | ---: |\n"
        f"| {row.name} | {row.ours:.0f} | {row.reference:.0f} | {row.ratio:.2f} | {row.bound:g}{verdict} |"
    )


def _day() -> None:
    """Hold a meeting of 10,000 edits: notes typed and saved, people who come and go, items taken."""
    with tempfile.TemporaryDirectory() as name:
        application(Path(name))
        with room_on(file_with_meeting(Path(name) / "Board.boardroom", 40, 30)) as page:
            meeting = Meeting(page)
            for number in range(1, _LATE + 1):
                if number % 40 == 0:
                    meeting.take()
                elif number % 20 == 0:
                    meeting.turn()
                else:
                    editor = page.item.texts.notes.editor
                    QTest.keyClicks(editor, f"{number} ")
                    editor.autosave.flush()
                    QApplication.processEvents()
                if number % 200 == 0:
                    page.desk.flush()
                if number in {_EARLY, _LATE}:
                    print("memory", _resident(), flush=True)


def _resident() -> float:
    """Return the memory that this process holds now, in MB; where the system doesn't tell, the most it ever held."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / _MB


if __name__ == "__main__":
    if "--day" in sys.argv:
        _day()
    else:
        print(table(measure(), reference="10 items, 10 people"))
        print(f"\n{table(measure_typing(), reference='bare editor')}")
        print(f"\n{memory_table(measure_memory())}")
