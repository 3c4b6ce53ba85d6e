"""Stock phrases: kept in Board settings by keyboard, put into a text by one key and a few letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from boardroom.services.phrases import add_phrase
from boardroom.store.queries.phrases import phrases_of
from boardroom.ui.kit.pick import Pick
from boardroom.ui.links import Link
from boardroom.ui.pages.settings import SettingsPage
from tests.ui.pages.at_item import CONTROL, SHIFT, SHORT_BREAKS, Place, focused, go_to_item, words_of
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

ALT = Qt.KeyboardModifier.AltModifier
NOTED = "The board noted the report."
THANKED = "The chair thanked everybody."
AGREED = "It was agreed:\nto write to the council."


def kept(desk: Desk) -> list[str]:
    return [one.text for one in desk.read(phrases_of, desk.board_id)]


@pytest.fixture
def page(desk: Desk, show: Callable[..., Window]) -> SettingsPage:
    page = show(desk, Link("settings")).current_page()
    assert isinstance(page, SettingsPage)
    return page


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)
    QApplication.processEvents()


def write(words: str) -> None:
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()


def test_phrases_are_written_put_in_order_worded_anew_and_removed_by_keys(page: SettingsPage, told: list[Said]) -> None:
    assert page.why_not("phrase.change") == "there is no phrase"
    for words in (NOTED, THANKED):
        press(Qt.Key.Key_Semicolon, CONTROL)
        write(words)
        press(Qt.Key.Key_Return)
    assert kept(page.desk) == [NOTED, THANKED]
    rows = page.phrases.listed.rows
    rows.setFocus()
    rows.choose(page.desk.read(phrases_of, page.desk.board_id)[1].id)
    press(Qt.Key.Key_Up, ALT)
    assert kept(page.desk) == [THANKED, NOTED]
    assert told[-1].text.startswith("Move the phrase “The chair thanked everybody.” up")
    assert page.why_not("phrase.up") == "it is the first one"
    press(Qt.Key.Key_F2, SHIFT)
    write("The chair thanked all.")
    press(Qt.Key.Key_Return)
    assert kept(page.desk) == ["The chair thanked all.", NOTED]
    rows.setFocus()
    press(Qt.Key.Key_Delete, CONTROL)
    assert kept(page.desk) == [NOTED]
    page.desk.undo()
    assert kept(page.desk) == ["The chair thanked all.", NOTED]


def test_a_phrase_that_can_not_be_kept_stays_in_its_field_with_the_sentence(page: SettingsPage) -> None:
    page.desk.write("Keep", add_phrase, page.desk.board_id, NOTED)
    press(Qt.Key.Key_Semicolon, CONTROL)
    write(NOTED)
    page.phrases.asking.go.click()
    assert page.phrases.asking.isVisible()
    assert page.phrases.asking._wrong.text() == "That phrase is kept already."
    press(Qt.Key.Key_Escape)
    assert not page.phrases.asking.isVisible()
    assert kept(page.desk) == [NOTED]


def test_a_link_chooses_a_phrase(desk: Desk, show: Callable[..., Window]) -> None:
    for text in (NOTED, THANKED):
        desk.write("Keep", add_phrase, desk.board_id, text)
    second = desk.read(phrases_of, desk.board_id)[1].id
    page = show(desk, Link("settings", "stock_phrase", second)).current_page()
    assert isinstance(page, SettingsPage)
    assert page.phrases.listed.rows.chosen_id() == second


def test_every_control_of_the_section_has_a_name(page: SettingsPage) -> None:
    page.desk.write("Keep", add_phrase, page.desk.board_id, NOTED)
    assert unnamed(page.phrases) == []


# In a text


@pytest.fixture
def place(desk: Desk, show: Callable[..., Window]) -> Place:
    return go_to_item(desk, show, SHORT_BREAKS)


def pick_of(place: Place) -> Pick:
    found = place.window.shell.findChild(Pick)
    assert found is not None
    return found


def test_a_phrase_is_picked_by_a_few_letters_and_put_in_at_the_caret(place: Place) -> None:
    for text in (NOTED, THANKED, AGREED):
        place.desk.write("Keep", add_phrase, place.desk.board_id, text)
    editor = place.column.texts.minutes.editor
    editor.setFocus()
    place.press(Qt.Key.Key_A, CONTROL)
    place.type("First.")
    place.press(Qt.Key.Key_Semicolon, CONTROL)
    pick = pick_of(place)
    assert focused() is pick.line
    assert [row.title for row in pick.rows.loaded()] == [NOTED, THANKED, "It was agreed:"]
    QTest.keyClicks(pick.line, "chair")
    assert [row.title for row in pick.rows.loaded()] == [THANKED]
    QTest.keyClick(pick.line, Qt.Key.Key_Return)
    assert pick.isHidden()
    assert focused() is editor
    place.desk.flush()
    place.type(" More.")
    place.desk.flush()
    assert words_of(place.view.minute_text) == [f"First. {THANKED} More."]
    place.desk.undo()
    place.desk.undo()
    assert words_of(place.view.minute_text) == ["First."]


def test_every_line_of_a_phrase_is_a_paragraph_and_a_line_below_is_chosen_by_the_arrow(place: Place) -> None:
    for text in (NOTED, AGREED):
        place.desk.write("Keep", add_phrase, place.desk.board_id, text)
    place.column.texts.minutes.editor.setFocus()
    place.press(Qt.Key.Key_A, CONTROL)
    place.press(Qt.Key.Key_Semicolon, CONTROL)
    QTest.keyClick(pick_of(place).line, Qt.Key.Key_Down)
    QTest.keyClick(pick_of(place).line, Qt.Key.Key_Return)
    place.desk.flush()
    assert words_of(place.view.minute_text) == AGREED.split("\n")


def test_a_phrase_takes_one_space_at_most_from_what_stands_before_it(place: Place) -> None:
    place.desk.write("Keep", add_phrase, place.desk.board_id, NOTED)
    editor = place.column.texts.minutes.editor
    editor.setFocus()
    place.press(Qt.Key.Key_A, CONTROL)
    cursor = editor.textCursor()
    # Qt counts each of the two faces as two; the second selection begins a paragraph and ends in the next.
    cursor.insertText("🙂🙂 it.\nTwo\nThree, and others")
    for start, end in ((9, 18), (5, 8)):
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        place.press(Qt.Key.Key_Semicolon, CONTROL)
        QTest.keyClick(pick_of(place).line, Qt.Key.Key_Return)
    place.desk.flush()
    assert words_of(place.view.minute_text) == [f"🙂🙂 {NOTED}", f"{NOTED}, and others"]


def test_escape_and_words_that_nothing_holds_leave_the_text_alone(place: Place) -> None:
    place.desk.write("Keep", add_phrase, place.desk.board_id, NOTED)
    before = words_of(place.view.notes)
    place.press(Qt.Key.Key_Semicolon, CONTROL)
    QTest.keyClicks(pick_of(place).line, "zzz")
    QTest.keyClick(pick_of(place).line, Qt.Key.Key_Return)
    assert pick_of(place).isVisible()
    QTest.keyClick(pick_of(place).line, Qt.Key.Key_Escape)
    assert pick_of(place).isHidden()
    assert focused() is place.column.texts.notes.editor
    place.desk.flush()
    assert words_of(place.view.notes) == before


def test_a_board_without_phrases_is_told_where_they_are_written(place: Place, told: list[Said]) -> None:
    place.press(Qt.Key.Key_Semicolon, CONTROL)
    assert told[-1].text == "The board has no stock phrases yet; write them in Board settings."
