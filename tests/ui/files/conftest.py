"""A desk with a real board file, and pages shown in real windows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardroom.store.file import BoardFile
from boardroom.ui.desk import Desk, Said
from boardroom.ui.kit.jobs import wait_for_jobs
from boardroom.ui.kit.theme import dress
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.pages.page import Page
from tests.make import MeetingMaker, a_meeting, rows_of

P = TypeVar("P", bound=Page)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path / "Arrowmere.boardroom", who="Secretary") as made:
        yield made
        wait_for_jobs()


@pytest.fixture
def maker() -> MeetingMaker:
    """The meeting of the board, to be filled by a test before the desk is there."""
    return a_meeting("Arrowmere Partnership", name="14th meeting")


@pytest.fixture
def desk(qapp: QApplication, file: BoardFile, maker: MeetingMaker, tmp_path: Path) -> Iterator[Desk]:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    dress(qapp, Appearance.LIGHT)
    with file.writing("Set up") as session:
        session.add_all(rows_of(maker))
    yield Desk(file, maker.board.id)
    wait_for_jobs()


@pytest.fixture
def told(desk: Desk) -> list[Said]:
    """What the message bar would say."""
    sentences: list[Said] = []
    desk.said.connect(sentences.append)
    return sentences


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Callable[[type[P]], P]:
    """Show a page in a window of its own."""

    def show(kind: type[P]) -> P:
        page = kind(desk)
        qtbot.addWidget(page)
        page.resize(1088, 620)
        return page

    return show
