"""Panes stand as the window's width in ems of body text allows, and keys go to each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QVBoxLayout, QWidget

from boardroom.ui.kit.columns import Columns, Layout, Pane
from boardroom.ui.kit.theme import dress, wear
from boardroom.ui.kit.tokens import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

EM = 14


def pane(name: str) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    field = QLineEdit()
    field.setObjectName(f"{name} field")
    QVBoxLayout(made).addWidget(field)
    return made


@pytest.fixture
def columns(qtbot: QtBot, qapp: QApplication) -> Iterator[Columns]:
    dress(qapp, Appearance.LIGHT)
    made = Columns(
        [
            Pane(pane("agenda"), "Agenda", "F2", 280),
            Pane(pane("item"), "Item", "F3"),
            Pane(pane("people"), "People", "F4", 284),
        ]
    )
    qtbot.addWidget(made)
    show(made, 1280)
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    wear(zoom=1.0)


def show(columns: Columns, width: int) -> None:
    columns.resize(width, 500)
    columns.show()
    QApplication.processEvents()


def seen(columns: Columns) -> list[str]:
    return [
        name for name in ("agenda", "item", "people") if (one := columns.findChild(QWidget, name)) and one.isVisible()
    ]


def test_three_stand_side_by_side_from_84_ems(columns: Columns) -> None:
    show(columns, 84 * EM)
    assert columns.layout_now() is Layout.BESIDE
    found = [columns.findChild(QWidget, name) for name in seen(columns)]
    assert [one.width() for one in found if one is not None] == [280, 84 * EM - 280 - 284 - 2, 284]


def test_the_first_is_a_drawer_from_64_ems_and_the_strip_has_tabs_below(columns: Columns) -> None:
    show(columns, 84 * EM - 1)
    assert columns.layout_now() is Layout.DRAWER
    assert seen(columns) == ["item", "people"]
    show(columns, 64 * EM - 1)
    assert columns.layout_now() is Layout.TABS
    assert seen(columns) == ["item"]


def test_larger_text_changes_the_layout_as_a_narrower_window_does(columns: Columns) -> None:
    wear(zoom=2.0)
    QApplication.processEvents()
    assert columns.layout_now() is Layout.TABS
    assert seen(columns) == ["item"]


@pytest.mark.parametrize("width", [1280, 1000, 640])
def test_the_focus_goes_into_the_pane_that_is_gone_to(columns: Columns, width: int) -> None:
    show(columns, width)
    reached = []
    for number in range(3):
        columns.go_to(number)
        focus = QApplication.focusWidget()
        reached.append(focus.objectName() if focus else "")
    assert reached == ["agenda field", "item field", "people field"]


def test_escape_and_going_there_again_close_the_drawer(columns: Columns) -> None:
    show(columns, 1000)
    columns.go_to(0)
    assert seen(columns) == ["agenda", "item", "people"]
    assert columns.step_out()
    assert seen(columns) == ["item", "people"]
    assert not columns.step_out()
    columns.go_to(0)
    columns.go_to(0)
    assert seen(columns) == ["item", "people"]


def test_a_tab_shows_its_pane(columns: Columns) -> None:
    show(columns, 640)
    tabs = columns.findChild(QTabBar)
    assert tabs is not None
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(2).center())
    assert seen(columns) == ["people"]
