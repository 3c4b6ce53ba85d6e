"""Commands run at the command line as a secretary would, and what they said and left behind."""

import contextlib
import hashlib
import io
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from boardroom.cli import main

LONGEST = 20
"""Seconds after which a command has hung."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What came of a command."""

    code: int
    out: str
    sentences: list[str]
    notes: list[str]
    seconds: float


def run(*words: object) -> Said:
    """Run one command in this process; a hang is an error."""
    out, err = io.StringIO(), io.StringIO()
    began = time.monotonic()
    with no_hang(" ".join(map(str, words))[:200]), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(word) for word in words])
    lines = err.getvalue().splitlines()
    return Said(
        code=code,
        out=out.getvalue(),
        sentences=[line for line in lines if not line.startswith("Note: ")],
        notes=[line for line in lines if line.startswith("Note: ")],
        seconds=time.monotonic() - began,
    )


@contextlib.contextmanager
def no_hang(what: str, seconds: int = LONGEST) -> Iterator[None]:
    """End a block that waits for ever, where the system has alarms."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        message = f"it hangs: {what}"
        raise AssertionError(message)

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def sentence_of(said: Said, what: object) -> str:
    """Return the one sentence of a refusal, and hold it against what every refusal must be."""
    assert said.code == 2, f"{what}: ended with {said.code}: {said.sentences[-3:]}"
    assert len(said.sentences) == 1, f"{what}: {said.sentences}"
    (sentence,) = said.sentences
    assert sentence[-1] in ".!?", sentence
    assert len(sentence) <= 2_000
    for unkind in ("Traceback", "Error", "Errno", "NoneType", "sqlite3", "<class", "expected one argument"):
        assert unkind not in sentence
    return sentence


def standing_in(folder: Path) -> dict[str, str]:
    """Return what stands in a folder, by name, each file with the hash of its bytes."""
    return {str(path.relative_to(folder)): _print_of(path) for path in sorted(folder.rglob("*"))}


def sides_aside(standing: dict[str, str]) -> dict[str, str]:
    """Leave out what SQLite keeps beside an open file, which is no part of it once it is empty or folded in."""
    return {name: kind for name, kind in standing.items() if not name.endswith(("-wal", "-shm", "-journal"))}


def _print_of(path: Path) -> str:
    if path.is_symlink():
        return f"link to {os.readlink(path)}"  # noqa: PTH115 - Path.readlink is the same
    if not path.is_file():
        return "no file"
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except PermissionError:
        return "closed"
