"""Labels, tooltips and buttons show what people typed as it is, and buttons tell their key and their reason."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.keys import show_key_hints
from boardroom.ui.kit.theme import dress, theme
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.kit.words import Elided, hint, label, plain_tooltip, section, strong, title, wrapped

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HOSTILE = '<img src="/etc/hostname"> <b>bold</b> & co'


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp, Appearance.LIGHT)


@pytest.mark.parametrize("make", [label, title, section, hint, strong, wrapped, Elided])
def test_a_label_shows_markup_as_text_and_loads_nothing(qtbot: QtBot, make: type[QLabel]) -> None:
    opened: list[str] = []
    watching = [True]

    def watch(event: str, args: tuple[object, ...]) -> None:
        if watching[0] and event == "open":
            opened.append(str(args[0]))

    sys.addaudithook(watch)
    made = make(HOSTILE)
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    made.grab()
    watching[0] = False
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == HOSTILE
    assert opened == []


def test_a_tooltip_shows_markup_as_text() -> None:
    document = QTextDocument()
    document.setHtml(plain_tooltip(f"{HOSTILE}\nsecond line"))
    assert document.toPlainText() == f"{HOSTILE}\nsecond line"
    assert plain_tooltip("") == ""


def test_a_line_that_is_too_long_is_cut_at_its_end_and_told_in_full(qtbot: QtBot) -> None:
    line = Elided("A board that plans services for children together with those who use them")
    qtbot.addWidget(line)
    line.resize(120, 20)
    line.show()
    assert line.text().endswith("…")
    assert line.text()[:-1] in line.full()
    assert QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name) == line.full()
    assert line.full() in line.toolTip()
    line.resize(900, 20)
    assert line.text() == line.full()
    assert line.toolTip() == ""


def test_a_line_that_says_the_same_again_lays_nothing_out_anew(qtbot: QtBot) -> None:
    line = Elided("12 min in hand")
    qtbot.addWidget(line)
    line.show()
    QApplication.sendPostedEvents()
    asked: list[str] = []
    line.setText = asked.append  # type: ignore[method-assign]
    line.set_full("12 min in hand")
    assert not asked
    line.set_full("11 min in hand")
    assert asked


def test_a_button_has_its_words_as_its_name_and_tells_its_key(qtbot: QtBot) -> None:
    button = CommandButton("Papers & pack", "Ctrl+P", "plus", main=True)
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Papers & pack"
    assert spoken.text(QAccessible.Text.Description) == "Ctrl+P"
    assert "Ctrl+P" in button.toolTip()
    assert button.sizeHint().height() == 32
    # An ampersand that people typed binds no Alt key.
    assert button.shortcut().isEmpty()


def test_a_button_is_filled_only_where_it_is_the_main_one(qtbot: QtBot) -> None:
    main, plain = CommandButton("Give notice", main=True), CommandButton("Give notice")
    for button, token in ((main, "accent"), (plain, "surface")):
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        assert button.grab().toImage().pixelColor(6, 16) == theme().colour(token)


def test_a_button_without_use_says_why_and_does_nothing(qtbot: QtBot) -> None:
    button = CommandButton("Sign minutes", "Ctrl+S")
    qtbot.addWidget(button)
    button.explain("after they are confirmed")
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "after they are confirmed" in button.toolTip()
    assert button.accessibleDescription() == "after they are confirmed, Ctrl+S"
    button.explain("")
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_button_gives_the_room_of_its_key_back(qtbot: QtBot) -> None:
    button = CommandButton("Give notice", "Ctrl+G")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.show_key(shown=False)
    assert button.sizeHint().width() < wide
    button.show_key(shown=True)
    show_key_hints(shown=False)
    try:
        assert button.sizeHint().width() < wide
    finally:
        show_key_hints(shown=True)
    assert button.sizeHint().width() == wide


def test_an_empty_page_has_one_sentence_and_one_button(qtbot: QtBot) -> None:
    empty = Empty("It is kept here until it has an answer.", CommandButton("Record it", main=True), hint("Or type it"))
    qtbot.addWidget(empty)
    empty.resize(1000, 600)
    empty.show()
    assert [one.text() for one in empty.findChildren(QLabel)] == [
        "It is kept here until it has an answer.",
        "Or type it",
    ]
    assert empty.findChildren(CommandButton)[0].isVisible()
    empty.resize(400, 600)
    QApplication.processEvents()
    assert empty.findChildren(QLabel)[0].width() <= 400
