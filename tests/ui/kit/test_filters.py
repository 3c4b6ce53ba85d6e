"""What narrows a list works by keyboard, says what it does, and tells the list in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from boardroom.ui.kit.filters import FilterButton, FilterLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_value_is_chosen_from_the_menu_by_keyboard(qtbot: QtBot) -> None:
    button = FilterButton("Shown", [(1, "One"), (2, "Two & more"), (3, "Three")], "S")
    qtbot.addWidget(button)
    button.show()
    came: list[object] = []
    button.chosen.connect(came.append)
    button.open_menu()
    menu = button.findChild(QMenu)
    assert menu is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert came == [2]
    assert button.words() == "Two & more"
    assert button.accessibleName() == "Shown: Two & more"


def test_the_same_value_is_told_once(qtbot: QtBot) -> None:
    button = FilterButton("Shown", [(1, "One"), (2, "Two")])
    qtbot.addWidget(button)
    came: list[object] = []
    button.chosen.connect(came.append)
    button.choose(2)
    button.choose(2)
    assert came == [2]


def test_other_words_keep_the_value_that_is_chosen(qtbot: QtBot) -> None:
    button = FilterButton("Shown", [(1, "One 3"), (2, "Two 4")])
    qtbot.addWidget(button)
    button.choose(2)
    button.set_choices([(1, "One 3"), (2, "Two 5")])
    assert (button.value, button.words()) == (2, "Two 5")
    button.set_choices([(1, "One 3")])
    assert (button.value, button.words()) == (1, "One 3")


def test_words_are_told_a_moment_after_the_last_key(qtbot: QtBot) -> None:
    line = FilterLine("Words", "/")
    qtbot.addWidget(line)
    line.show()
    came: list[str] = []
    line.narrowed.connect(came.append)
    QTest.keyClicks(line, "two halls ")
    assert came == []
    qtbot.waitUntil(lambda: came == ["two halls"], timeout=2000)


def test_escape_empties_the_line_first_and_leaves_it_then(qtbot: QtBot) -> None:
    line = FilterLine("Words")
    qtbot.addWidget(line)
    line.show()
    left: list[bool] = []
    line.left.connect(lambda: left.append(True))
    QTest.keyClicks(line, "hall")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), left) == ("", [])
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert left == [True]
