"""A desk on a copy of the sample board, on a day on which that board has something to do, and a real window."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow
from sqlalchemy import select
from typing_extensions import override

from boardroom.domain.board import Board
from boardroom.exchange.sample import make_sample
from boardroom.services.boards import create_board
from boardroom.store.file import BoardFile
from boardroom.ui.desk import Desk, Said
from boardroom.ui.kit.jobs import wait_for_jobs
from boardroom.ui.kit.theme import dress
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.memory import Memory
from boardroom.ui.window import Window
from tests.ui.program import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from boardroom.ui.links import Link

TODAY = date(2026, 12, 14)
"""Between the sample board's 14th meeting and its 15th: deadlines are counted from here whenever a test runs."""


class DeskOfThatDay(Desk):
    """A desk whose calendar stands still."""

    @property
    @override
    def now(self) -> datetime:
        return datetime.combine(TODAY, time(13, 30), tzinfo=UTC)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample board in a file that nobody changes."""
    path = tmp_path_factory.mktemp("sample") / "Sample.boardroom"
    make_sample(path, who="Ann")
    return path


@pytest.fixture
def desk(qapp: QApplication, sample: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a copy of the sample board."""
    _dress(qapp, tmp_path)
    path = tmp_path / "Arrowmere.boardroom"
    shutil.copyfile(sample, path)
    with BoardFile.open(path, who="Ann") as file:
        yield DeskOfThatDay(file, board_of(file))
        wait_for_jobs()


@pytest.fixture
def bare_desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a board of which nothing is known but its name."""
    _dress(qapp, tmp_path)
    with BoardFile.create(tmp_path / "New.boardroom", who="Ann") as file:
        with file.writing("Start a board") as session:
            session.add(Board(name="New Partnership"))
        yield DeskOfThatDay(file, board_of(file))
        wait_for_jobs()


@pytest.fixture
def told(desk: Desk) -> list[Said]:
    """What the message bar says."""
    sentences: list[Said] = []
    desk.said.connect(sentences.append)
    return sentences


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., Window]]:
    """Show a link's page in the real window, with its menus and keys."""
    held: list[Window] = []

    def shown(desk: Desk, link: Link, width: int = 1280, height: int = 800) -> Window:
        shell = QMainWindow()
        window = Window(Memory(), shell)
        held.append(window)
        qtbot.addWidget(shell)
        window.sit(desk)
        shell.resize(width, height)
        shell.show()
        window.actions_of.build()
        QApplication.processEvents()
        with qtbot.waitActive(shell):
            shell.activateWindow()
        window.go(link)
        # What was laid out anew for the page is painted before a test looks.
        QApplication.processEvents()
        return window

    yield shown
    for window in held:
        window.shell.hide()


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Start the whole program, with a board file or with the first page."""
    started: list[Running] = []

    def running(who: str = "Ann Reed", path: Path | None = None) -> Running:
        one = Running(qtbot, tmp_path, who)
        started.append(one)
        one.program.begin(path)
        QApplication.processEvents()
        return one

    yield running
    for one in started:
        one.close()


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A file of two boards of which nothing is known but their names."""
    path = tmp_path / "Rivermouth.boardroom"
    with BoardFile.create(path, who="Ann Reed") as file, file.writing("Start") as session:
        create_board(session, "Rivermouth")
        create_board(session, "Harbour")
    return path


def board_of(file: BoardFile) -> UUID:
    with file.reading() as session:
        return session.scalars(select(Board.id)).one()


def _dress(app: QApplication, folder: Path) -> None:
    """Put light colours on, and let what the window remembers stay in the test's folder."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    dress(app, Appearance.LIGHT)
