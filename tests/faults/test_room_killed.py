"""Killed at any moment while a meeting runs in the window: at most the last second of typing is gone.

And the room comes back at the item that was being taken: what one round leaves is what the next one opens.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from sqlalchemy import select

from boardroom.domain.agenda import Paragraph
from boardroom.domain.attendance import Attendance
from boardroom.domain.meeting import Meeting
from boardroom.domain.text import plain
from boardroom.domain.words import MeetingStatus
from boardroom.exchange.sample import make_sample
from boardroom.services.attendance import all_present_except
from boardroom.services.running import start_meeting
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.running import meeting_in_session, running_of

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")

ROOT = Path(__file__).parents[2]
GONE_AT_MOST = 1.0
"""Seconds of typing that may be gone."""
_ROUNDS_A_FILE = 20
_LONGEST = 2.5


class Typists:
    """Processes that run the meeting, one at a time, from one that has imported the program."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.faults.room_typist", str(folder)]
        # What it complains of is read where a test fails.
        self.complaints = folder / "complaints"
        with self.complaints.open("w") as complaints:
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, text=True
            )

    def run_until_killed(self, path: Path, chance: random.Random, after: float | None = None) -> Told:
        """Let one open a file, kill it some seconds after it can type, mostly at random, and return what it said."""
        out, into = self._process.stdout, self._process.stdin
        assert out is not None
        assert into is not None
        into.write(f"{path} {chance.randrange(1 << 30)}\n")
        into.flush()
        lines = [out.readline(), out.readline()]
        assert lines[1].startswith("at "), self.complaints.read_text(encoding="utf-8")[-2000:]
        time.sleep(chance.uniform(0, _LONGEST) if after is None else after)
        killed = time.monotonic()
        os.kill(int(lines[0].split()[1]), signal.SIGKILL)
        while (line := out.readline()) != "end\n":
            lines.append(line)
        return Told(lines, killed)

    def end(self) -> None:
        # It ends when nothing comes in any more.
        self._process.communicate(timeout=20)
        assert "Traceback" not in self.complaints.read_text(encoding="utf-8")


class Told:
    """What a process said until it was killed."""

    def __init__(self, lines: list[str], killed: float) -> None:
        words = [line.split() for line in lines]
        self.killed = killed
        self.pid = words[0][1]
        self.came_back_at = words[1][1]
        self.typed = [(int(one[1]), float(one[2])) for one in words if one[0] == "typed"]
        self.taken = [one[1] for one in words if one[0] in {"takes", "took"}]
        self.marked = {one[1]: one[2] for one in words if one[0] == "marked"}
        # Told before and after: it may have been killed between the two, at its first item as at any other.
        self.may_be_at = [self.came_back_at, *self.taken][-2:]
        # The last mark may or may not have come to its end.
        if words[-1][0] == "marks":
            self.marked.pop(words[-1][1], None)

    @property
    def longest_hold(self) -> float:
        """For how long the machine let nothing be typed at most: what it held back, the window can't have saved."""
        moments = [moment for _, moment in self.typed] + [self.killed]
        return max((after - before for before, after in pairwise(moments)), default=0)


@pytest.fixture
def typists(tmp_path: Path) -> Iterator[Typists]:
    one = Typists(tmp_path)
    yield one
    one.end()


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample board in the middle of a meeting."""
    path = tmp_path_factory.mktemp("begun") / "Begun.boardroom"
    make_sample(path, who="Ann Reed")
    with BoardFile.open(path, who="Ann Reed") as file, file.writing("Start the meeting") as session:
        meeting_id = session.scalars(select(Meeting.id).where(Meeting.status == MeetingStatus.PLANNED)).one()
        start_meeting(session, meeting_id, datetime.now().astimezone(), change_day=True)
        session.flush()
        all_present_except(session, meeting_id)
    return path


def losses(path: Path, told: Told) -> list[str]:
    """Say what is missing in the file of what a process said that it did."""
    found = check(path)
    with BoardFile.open(path, who="Ann Reed") as file, file.reading() as session:
        meeting_id = meeting_in_session(session)
        if meeting_id is None:
            return [*found, "the meeting isn't in session"]
        current = running_of(session, meeting_id).current
        notes = "\n".join(plain(one.runs) for one in session.scalars(select(Paragraph)))
        states = dict(iter(session.execute(select(Attendance.id, Attendance.status))))
    kept = {int(number) for number in re.findall(rf"\b{told.pid}-(\d+)\b", notes)}
    due = told.killed - GONE_AT_MOST - told.longest_hold
    lost = [number for number, moment in told.typed if moment < due and number not in kept]
    if lost:
        found.append(f"lost of {len(told.typed)} words: {lost}")
    if str(current) not in told.may_be_at:
        found.append(f"the item is {current}, and not {told.may_be_at}")
    found += [f"{line} is {states[UUID(line)]}" for line, was in told.marked.items() if states[UUID(line)].name != was]
    return found


def current_of(path: Path) -> str:
    with BoardFile.open(path, who="Ann Reed") as file, file.reading() as session:
        meeting_id = meeting_in_session(session)
        assert meeting_id is not None
        return str(running_of(session, meeting_id).current)


def test_at_most_the_last_second_is_gone_and_the_room_comes_back(
    typists: Typists, begun: Path, tmp_path: Path, rounds: int
) -> None:
    chance = random.Random()
    path, typed, taken = tmp_path, 0, 0
    for number in range(rounds):
        if number % _ROUNDS_A_FILE == 0:
            path = tmp_path / f"{number}.boardroom"
            path.write_bytes(begun.read_bytes())
        before = current_of(path)
        told = typists.run_until_killed(path, chance)
        assert told.came_back_at == before
        assert losses(path, told) == []
        typed += len(told.typed)
        taken += len(told.taken)
    assert typed > _ROUNDS_A_FILE
    assert taken


def test_a_word_that_is_not_there_would_be_noticed(typists: Typists, begun: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.boardroom"
    path.write_bytes(begun.read_bytes())
    told = typists.run_until_killed(path, random.Random(1), after=4)
    told.typed.insert(0, (1_000_000, told.typed[0][1]))
    assert losses(path, told) == [f"lost of {len(told.typed)} words: [1000000]"]


def test_one_killed_while_it_takes_its_first_item_may_be_at_either(begun: Path) -> None:
    before, other = current_of(begun), "another"
    assert losses(begun, Told(["pid 1", f"at {before}", f"takes {other}"], 0)) == []
    assert losses(begun, Told(["pid 1", f"at {before}", f"takes {other}", f"took {other}"], 0)) == [
        f"the item is {before}, and not {[other, other]}"
    ]
