"""What the style sheet paints where something has the focus, and where colours alone would tell nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from boardroom.ui.head import HeadBar
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.row_columns import Column
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import dress, theme
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.memory import Memory
from boardroom.ui.rail import Rail
from boardroom.ui.start import StartPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_enter_presses_the_button_that_has_the_focus_once(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp, Appearance.LIGHT)
    button = CommandButton("Add an item")
    qtbot.addWidget(button)
    pressed: list[str] = []

    def press() -> None:
        pressed.append(button.words())

    button.clicked.connect(press)
    button.show()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(pressed) == 1
    QTest.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert len(pressed) == 2


def of_the_rail() -> QWidget:
    return Rail()


def of_the_head() -> QWidget:
    head = HeadBar()
    head.fold(roomy=True, rail=False)
    return head


def of_a_job() -> QWidget:
    bar = JobBar()
    bar.follow(Job("Write", print))
    return bar


def of_a_table() -> QWidget:
    rows = Rows("Items")
    rows.set_columns([Column("Item"), Column("Owner", 140, sort="owner")])
    return rows


def of_the_first_page() -> QWidget:
    return StartPage(Memory())


@pytest.mark.parametrize("made", [of_the_rail, of_the_head, of_a_job, of_a_table, of_the_first_page])
def test_enter_presses_every_button_wherever_it_stands(
    made: Callable[[], QWidget], qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    dress(qapp, Appearance.LIGHT)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    Memory().opened(tmp_path)
    window = made()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    QApplication.processEvents()
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    assert buttons
    for button in buttons:
        with qtbot.waitSignal(button.clicked, timeout=100):
            QTest.keyClick(button, Qt.Key.Key_Return)


@pytest.mark.parametrize("role", ["", "small", "danger"])
def test_a_button_reached_by_tab_has_its_ring_and_no_second_one_inside(
    qapp: QApplication, qtbot: QtBot, role: str
) -> None:
    dress(qapp, Appearance.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button = CommandButton("Add an item", role=role)
    before = QPushButton("First")
    for part in (before, button):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    qapp.processEvents()
    assert button.hasFocus()
    # A key from the system notes this itself; one that a test sends doesn't.
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    picture = button.grab().toImage()
    ratio = picture.devicePixelRatio()
    middle = round(picture.height() / 2)
    assert picture.pixelColor(round(ratio), middle) == theme().colour("accent")
    # Where the style would draw a ring of its own inside, there is the button's plain ground.
    row = [picture.pixelColor(round(at * ratio), round(5 * ratio)) for at in range(6, button.width() - 6)]
    assert set(map(str, row)) == {str(theme().colour("surface"))}


def test_a_form_below_a_row_has_an_edge_where_its_ground_is_that_of_the_page(qapp: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    page.setProperty("role", "surface")
    qtbot.addWidget(page)
    form = QFrame()
    form.setProperty("role", "sunken")
    form.setMinimumSize(80, 40)
    QVBoxLayout(page).addWidget(form)
    page.show()
    for appearance in (Appearance.LIGHT, Appearance.CONTRAST):
        dress(qapp, appearance)
        qapp.processEvents()
        picture = form.grab().toImage()
        outer = theme().colour("edge" if appearance is Appearance.CONTRAST else "sunken")
        assert picture.pixelColor(0, picture.height() // 2) == outer
    dress(qapp, Appearance.LIGHT)
