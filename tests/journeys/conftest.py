"""The whole program at a copy of a board file or as it first starts, and what it does that no test asked for."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from boardroom.exchange.sample import make_sample
from boardroom.ui.kit.jobs import wait_for_jobs
from tests.journeys.newcomer import Newcomer
from tests.ui.program import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


MEMBERS = "Name\tOrganisation\tSector\nSally Trench\tArrowmere Mind\tVoluntary\nPaul Gray\tGray & Sons\tBusiness"
"""What stands on the clipboard when a program is started at a board."""


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
        QApplication.clipboard().setText(MEMBERS)
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


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Newcomer]]:
    """Start the program as from its icon, with whatever it remembers."""
    started: list[Running] = []

    def starting() -> Newcomer:
        one = Running(qtbot, tmp_path)
        started.append(one)
        # As the program's own start does: with the board file that was open last.
        one.program.begin(next(iter(one.memory.recent), None))
        return Newcomer(one)

    yield starting
    for one in started:
        one.close()


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is chosen in the system's own dialog, which is no part of ours; names stay as proposed."""
    folder = tmp_path / "Saved"
    folder.mkdir()

    def choose(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        return str(folder / path.rpartition("/")[2]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return folder
