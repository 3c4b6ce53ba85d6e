"""Killed at any moment, the program has lost nothing that it said was saved, and left nothing half done."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select, text

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.people import Person
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.undo import undo
from tests.make import a_meeting, rows_of

ROOT = Path(__file__).parents[2]


ROUNDS_A_FILE = 20


def new_file(path: Path) -> Path:
    """Make a board file with one item, which nobody has open."""
    maker = a_meeting()
    maker.item("1", "0")
    with BoardFile.create(path, who="Ann") as board, board.writing("Add a meeting") as session:
        session.add_all(rows_of(maker))
    return path


def edit_until_killed(path: Path, chance: random.Random, *options: str) -> int:
    """Let the editor run, kill it at a random moment, and return the last edit that it said was saved."""
    command = [sys.executable, "-m", "tests.faults.editor", str(path), str(chance.randrange(1 << 30)), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as editor:
        assert editor.stdout is not None
        assert editor.stderr is not None
        told = editor.stdout.readline()
        if told:
            time.sleep(chance.uniform(0, 0.25))
        editor.kill()
        told += editor.stdout.read()
        complaints = editor.stderr.read()
    assert complaints == ""
    # A last line that was cut off says nothing.
    return int(told.rsplit("\n", maxsplit=2)[-2])


def losses(path: Path, acknowledged: int) -> list[str]:
    """Say what is missing, or half done, of the edits up to the last one that was acknowledged."""
    found = check(path)
    with BoardFile.open(path, who="Ann") as board:
        assert board.read_only == ""
        with board.reading() as session:
            people = {int(name) for name in session.scalars(select(Person.name))}
            title = int(session.scalars(select(AgendaItem.title)).one())
            levels = set(session.scalars(select(Paragraph.level)))
            labels = list(session.scalars(text("SELECT label FROM step ORDER BY seq")))
    lost = set(range(1, acknowledged + 1)) - people
    if lost:
        found.append(f"lost: {sorted(lost)}")
    if title != max(people, default=0) or not levels <= people:
        found.append("an edit was half done")
    if labels != ["Add a meeting", *(f"Edit {number}" for number in sorted(people))]:
        found.append(f"the journal says otherwise: {labels}")
    return found


def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(tmp_path: Path, rounds: int) -> None:
    chance = random.Random()
    path, acknowledged = tmp_path, 0
    for number in range(rounds):
        if number % ROUNDS_A_FILE == 0:
            path = new_file(tmp_path / f"{number}.boardroom")
        acknowledged = edit_until_killed(path, chance)
        assert losses(path, acknowledged) == []
    assert acknowledged > ROUNDS_A_FILE, "the editor got on between its ends"
    with BoardFile.open(path, who="Ann") as board:
        undo(board)
    assert check(path) == []


def test_a_lost_commit_would_be_noticed(tmp_path: Path) -> None:
    """The same harness over an editor that says "saved" without its commit."""
    chance = random.Random(1)
    path = new_file(tmp_path / "x.boardroom")
    for _ in range(5):
        if any(found.startswith("lost") for found in losses(path, edit_until_killed(path, chance, "--forgetful"))):
            return
    pytest.fail("the harness did not notice that acknowledged edits were lost")
