"""The rail: what it says to the ear, what waits, thin and wide, and the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from boardroom.ui.kit.theme import dress, theme, wear
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.links import Link
from boardroom.ui.rail import Rail, RailButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window


@pytest.fixture
def rail(qapp: QApplication, qtbot: QtBot) -> Rail:
    dress(qapp, Appearance.LIGHT)
    made = Rail()
    qtbot.addWidget(made)
    made.name("Rivermouth & <b>Harbour</b>", "Rivermouth.boardroom")
    made.show()
    return made


def test_a_place_says_its_word_and_what_waits_there(rail: Rail) -> None:
    rail.count({"proposals": 3})
    button = rail.findChild(RailButton, "rail.go.proposals")
    assert button is not None
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard.text(QAccessible.Text.Name) == "Proposals, 3 waiting"
    assert heard.role() in {QAccessible.Role.RadioButton, QAccessible.Role.CheckBox, QAccessible.Role.Button}


def test_the_rail_grows_with_the_text(rail: Rail) -> None:
    wear(zoom=1.0)
    before = rail.width()
    button = rail.findChild(RailButton, "rail.go.home")
    assert button is not None
    low = button.height()
    wear(zoom=1.5)
    QApplication.processEvents()
    assert rail.width() == theme().px(192)
    assert rail.width() > before
    assert button.height() > low
    wear(zoom=1.0)


def test_a_thin_rail_keeps_its_places_and_leaves_words_to_the_tooltip(rail: Rail) -> None:
    rail.offer_boards("2 more boards")
    rail.set_thin(thin=True)
    assert rail.width() == theme().px(48)
    assert not rail._board.isVisible()
    assert not rail._others.isVisible()
    button = rail.findChild(RailButton, "rail.go.home")
    assert button is not None
    assert "Home" in button.toolTip()
    assert "Ctrl+1" in button.toolTip()
    rail.set_thin(thin=False)
    assert rail._others.isVisible()


def test_the_place_of_a_page_is_lit(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, Link("actions"))
    button = window.rail.findChild(RailButton, "rail.go.actions")
    assert button is not None
    assert button.isChecked()
