"""The whole program at a copy of a board file, and what it does that no test asked for."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from boardroom.exchange.sample import make_sample
from boardroom.ui.kit.jobs import wait_for_jobs
from tests.ui.program import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample board in a file that nobody changes."""
    path = tmp_path_factory.mktemp("sample") / "Sample.boardroom"
    make_sample(path, who="Ann Reed")
    return path


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], Running]]:
    """Start the program at a copy of a board file, in a folder of its own."""
    started: list[Running] = []

    def start(source: Path) -> Running:
        folder = tmp_path / "kept"
        folder.mkdir()
        path = folder / "Arrowmere.boardroom"
        shutil.copyfile(source, path)
        one = Running(qtbot, tmp_path, "Ann Reed")
        started.append(one)
        one.program.begin(path)
        one.wait_for_board()
        return one

    yield start
    for one in started:
        # What can't be saved is asked about once.
        one.close()
        one.close()
    wait_for_jobs()
    sys.excepthook = sys.__excepthook__
