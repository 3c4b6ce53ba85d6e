"""The bar at an editor's foot, and the list under its caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget

from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.entry_bar import EntryBar
from boardroom.ui.kit.offered import Offered
from boardroom.ui.kit.theme import dress
from boardroom.ui.kit.tokens import Appearance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEYS = [("R", "report"), ("S", "statement"), ("C", "concern"), ("Q", "question"), ("A", "answer"), ("H", "challenge")]


class Desk:
    """A text with its bar and its list, in a window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.text, self.bar = QTextEdit(), EntryBar()
        column = QVBoxLayout(self.window)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        self.offered = Offered(self.text, "Names")
        qtbot.addWidget(self.window)
        self.resize(800)
        self.window.show()

    def resize(self, width: int) -> None:
        self.window.resize(width, 400)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def tops(self) -> list[int]:
        self.settle()
        return [one.y() for one in self.buttons]

    @property
    def buttons(self) -> list[CommandButton]:
        return [one for one in self.bar.findChildren(CommandButton) if one.isVisible()]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Desk:
    dress(qapp, Appearance.LIGHT)
    return Desk(qtbot)


def test_the_keys_go_below_the_words_and_into_rows_where_there_is_no_room(desk: Desk) -> None:
    desk.bar.say("scales", "Decision", ": carried, by consensus", KEYS[:2])
    assert desk.bar.sentence == "Decision: carried, by consensus"
    low = desk.bar.height()
    desk.bar.say("scales", "Decision", ": carried, by consensus", KEYS)
    assert len(set(desk.tops())) == 1
    desk.resize(320)
    tops = desk.tops()
    assert len(set(tops)) > 1
    assert desk.bar.height() > low
    # Nothing is cut, and nothing lies over the text.
    assert all(one.geometry().bottom() <= desk.bar.height() for one in desk.buttons)
    assert desk.bar.y() > desk.text.geometry().bottom()
    desk.resize(1000)
    assert len(set(desk.tops())) == 1


def test_the_bar_tells_by_its_key_what_was_pressed(desk: Desk) -> None:
    told: list[str] = []
    desk.bar.decided.connect(told.append)
    desk.bar.say("scales", "Point", " by Ffion", KEYS)
    desk.settle()
    desk.text.setFocus()
    QTest.mouseClick(desk.buttons[2], Qt.MouseButton.LeftButton)
    assert told == ["C"]
    assert desk.text.hasFocus() or not desk.window.isActiveWindow()
    desk.bar.close_bar()
    assert desk.bar.sentence == ""


def test_words_without_an_end_do_not_widen_the_bar(desk: Desk) -> None:
    desk.bar.say("scales", "Action", " for " + "x" * 300_000, KEYS[:2])
    desk.settle()
    assert desk.window.width() == 800


def test_the_list_stays_in_the_window_and_goes_above_where_there_is_no_room(desk: Desk) -> None:
    rows = [(f"Name {at}", "user", at) for at in range(6)]
    desk.offered.offer(rows, QRect(700, 10, 1, 20))
    assert desk.offered.geometry().right() <= desk.window.width()
    assert desk.offered.y() > 30
    desk.offered.offer(rows, QRect(20, 340, 1, 20))
    assert desk.offered.geometry().bottom() < 360
    assert desk.offered.chosen == 0
    desk.offered.step(-1)
    assert desk.offered.chosen == 5
    # The same rows again leave the choice where it is; others begin anew.
    desk.offered.offer(rows, QRect(20, 10, 1, 20))
    assert desk.offered.chosen == 5
    desk.offered.offer(rows[:2], QRect(20, 10, 1, 20))
    assert desk.offered.chosen == 0
    desk.offered.offer([], QRect())
    assert desk.offered.chosen is None


def test_what_is_clicked_is_taken(desk: Desk, qtbot: QtBot) -> None:
    desk.offered.offer([("One", "user", "1"), ("Two", "user", "2")], QRect(20, 10, 1, 20))
    place = desk.offered.visualItemRect(desk.offered.item(1)).center()
    with qtbot.waitSignal(desk.offered.taken) as taken:
        QTest.mouseClick(desk.offered.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert taken.args == ["2"]
