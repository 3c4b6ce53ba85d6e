"""Spelling in the notes of an item, with the board's own names and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from boardroom.services.people import add_person
from boardroom.store.queries.spelling import vocabulary_of
from boardroom.ui.kit.spelling import spelling
from boardroom.ui.kit.spelling_menu import SpellingMenu
from boardroom.ui.pages.spelt import BoardWords
from tests.ui.pages.at_item import CONTROL, SHIFT, SHORT_BREAKS, Place, go_to_item, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window

WAIT = 20_000


@pytest.fixture(autouse=True)
def _asleep() -> Iterator[None]:
    spelling().rest()
    yield
    spelling().rest()


@pytest.fixture
def place(desk: Desk, show: Callable[..., Window]) -> Place:
    return go_to_item(desk, show, SHORT_BREAKS)


def test_a_page_that_is_only_looked_at_reads_and_starts_nothing(place: Place) -> None:
    place.press(Qt.Key.Key_Down)
    QTest.qWait(120)
    assert not spelling().awake
    assert not spelling().look_up.running
    assert place.desk.findChild(BoardWords) is not None


def test_the_key_puts_a_word_right_and_undo_takes_it_back(place: Place, qtbot: QtBot) -> None:
    editor = place.column.texts.notes.editor
    place.press(Qt.Key.Key_A, CONTROL)
    place.type("We recieved it. ")
    place.press(Qt.Key.Key_F7, SHIFT)
    menus = editor.findChild(SpellingMenu)
    assert menus is not None
    qtbot.waitUntil(lambda: menus.menu is not None and menus.menu.actions()[0].text() == "received", timeout=WAIT)
    assert menus.menu is not None
    QTest.keyClick(menus.menu, Qt.Key.Key_Return)
    place.desk.flush()
    assert words_of(place.view.notes) == ["We received it. "]
    place.desk.undo()
    assert words_of(place.view.notes) == ["We recieved it. "]


def test_names_of_the_board_are_right_and_so_is_somebody_who_joins(place: Place) -> None:
    known = place.desk.read(vocabulary_of, place.desk.board_id)
    assert known.language == "en-GB"
    place.type("x ")
    for name in known.names[:40]:
        for word in name.split():
            assert not spelling().is_wrong("en", word.strip(",.()")), word
    assert spelling().is_wrong("en", "Wrekenfield") is None
    place.desk.write("Add a person", add_person, "Ivy Wrekenfield")
    assert spelling().is_wrong("en", "Wrekenfield") is False


def test_the_command_says_why_it_can_not_run_outside_a_text(place: Place) -> None:
    place.column.proposals.rows.setFocus()
    assert place.window.actions_of.why_not("words.spelling") == "put the caret into a text first"
