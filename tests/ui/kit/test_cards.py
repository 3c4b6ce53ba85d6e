"""Cards in columns: walked by arrows, one current card in all, more on request, kept by id."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from boardroom.domain.words import Sector
from boardroom.ui.kit.cards import CardColumn, Cards
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import dress
from boardroom.ui.kit.tokens import Appearance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STATES = ("Unanswered", "Deferred", "Adopted")


class Board:
    """The proposals behind the cards, by column."""

    def __init__(self, cards: Cards, *columns: list[RowData]) -> None:
        self.columns = list(columns)
        for number in range(len(columns)):
            cards.feed(number, partial(self.fetch, number), len(columns[number]))

    def fetch(self, number: int, after: object, limit: int) -> list[RowData]:
        rows = self.columns[number]
        first = 0 if after is None else [row.key for row in rows].index(after) + 1
        return rows[first : first + limit]


def card(number: int, figure: str = "") -> RowData:
    return RowData(number, number, f"Proposal {number}", number=str(number), mark=Sector.HEALTH, figure=figure)


@pytest.fixture
def cards(qtbot: QtBot, qapp: QApplication) -> Cards:
    dress(qapp, Appearance.LIGHT)
    made = Cards([CardColumn(state, f"{state} means something.") for state in STATES])
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def focused() -> Rows:
    found = QApplication.focusWidget()
    assert isinstance(found, Rows)
    return found


def test_arrows_go_between_cards_and_over_an_empty_column(cards: Cards) -> None:
    Board(cards, [card(1), card(2)], [], [card(5), card(6)])
    QApplication.processEvents()
    cards.setFocus()
    walked = [cards.chosen_id()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(focused(), key)
        walked.append(cards.chosen_id())
    assert walked == [1, 2, 6, 6, 5, 1]


def test_one_card_alone_is_current(cards: Cards) -> None:
    Board(cards, [card(1)], [card(3)], [card(5)])
    heard: list[object] = []
    cards.chosen.connect(heard.append)
    assert cards.choose(1)
    assert cards.choose(5)
    assert cards.chosen_id() == 5
    assert [column.chosen_id() for column in cards.findChildren(Rows)] == [None, None, 5]
    assert heard[-1] == 5


def test_enter_opens_a_card(cards: Cards, qtbot: QtBot) -> None:
    Board(cards, [card(1)], [], [])
    cards.setFocus()
    with qtbot.waitSignal(cards.opened) as said:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert said.args == [1]


def test_a_card_stays_chosen_in_the_column_that_it_went_to(cards: Cards) -> None:
    board = Board(cards, [card(1), card(2)], [card(3)], [])
    cards.choose(2)
    board.columns = [[card(1)], [card(3)], [card(2)]]
    cards.reload()
    assert cards.chosen_id() == 2
    assert [column.chosen_id() for column in cards.findChildren(Rows)] == [None, None, 2]


def test_more_cards_come_when_they_are_asked_for(cards: Cards) -> None:
    Board(cards, [card(number) for number in range(1, 101)], [], [])
    QApplication.processEvents()
    first = cards.findChildren(Rows)[0]
    first.verticalScrollBar().setValue(first.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert len(first.loaded()) == 30
    button = next(one for one in cards.findChildren(QPushButton) if one.isVisible())
    assert button.text() == "70 more"
    assert button.accessibleName() == "70 more: Unanswered"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(first.loaded()) == 60
    assert button.text() == "40 more"


def test_a_card_grows_with_its_title_and_its_reason(cards: Cards) -> None:
    Board(
        cards,
        [
            card(1),
            RowData(2, 2, "A title long enough to be wrapped on a card, " * 2),
            RowData(3, 3, "Proposal 3", reason=("Timetable too tight", "Lots would delay the tender by ten weeks.")),
        ],
        [],
        [],
    )
    QApplication.processEvents()
    column = cards.findChildren(Rows)[0]
    short, long, reasoned = (column.rect_of(number).height() for number in (1, 2, 3))
    assert long > short
    assert reasoned > short


def test_empty_columns_teach_what_they_are_for(cards: Cards) -> None:
    Board(cards, [], [], [])
    assert "Deferred means something." in _shown(cards)
    Board(cards, [card(1)], [], [])
    assert "Deferred means something." not in _shown(cards)


def _shown(cards: Cards) -> list[str]:
    return [one.text() for one in cards.findChildren(QLabel) if one.isVisible()]


def test_a_column_is_named_and_says_how_many_are_late(cards: Cards) -> None:
    Board(cards, [card(1, "81 days")], [], [])
    cards.count(0, 7, "2 late", "danger")
    spoken = QAccessible.queryAccessibleInterface(cards.findChildren(Rows)[0])
    assert spoken.text(QAccessible.Text.Name) == "Unanswered"
    assert spoken.text(QAccessible.Text.Description) == "7, 2 late"
    assert spoken.child(0).text(QAccessible.Text.Name) == "1 Proposal 1, Health, 81 days"
