"""The columns of the Meeting page in a narrow window: what is opened to be typed into comes into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from boardroom.store.queries.meeting_page import agenda_of
from boardroom.ui.commands import COMMANDS
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting import MeetingPage
from tests.ui.pages.at_item import SHORT_BREAKS, find_item, focused

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window

DRAWER, TABS = 1100, 700


def at_people(desk: Desk, show: Callable[..., Window], width: int) -> tuple[Window, MeetingPage]:
    """Show an item in a window of some width, with the focus on its people."""
    meeting_id, item_id = desk.read(find_item, SHORT_BREAKS)
    window = show(desk, Link("meeting", "agenda_item", item_id, meeting_id, item_id), width, 900)
    page = window.current_page()
    assert isinstance(page, MeetingPage)
    page.focus_column(page.people)
    assert page.people.rows.hasFocus()
    return window, page


def choose_from_menu(window: Window, command_id: str) -> None:
    """Choose a command from its menu with the mouse."""
    bar, command = window.shell.menuBar(), COMMANDS[command_id]
    for title in bar.actions():
        if title.text().replace("&", "") == command.menu.value:
            # Qt takes no click that comes where the pointer was when the menu opened.
            QTest.mouseMove(bar, bar.actionGeometry(title).center())
            QApplication.processEvents()
            QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(title).center())
            break
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for action in menu.actions():
        if action.data() == command_id:
            at = menu.actionGeometry(action).center()
            QTest.mouseMove(menu, at)
            QApplication.processEvents()
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)
            break
    QApplication.processEvents()


@pytest.mark.parametrize("width", [DRAWER, TABS, 1440])
def test_an_item_added_from_the_menu_is_named_in_sight(desk: Desk, show: Callable[..., Window], width: int) -> None:
    window, page = at_people(desk, show, width)
    choose_from_menu(window, "item.add")
    line = page.agenda.edit.title
    assert focused() is line
    assert line.isVisible()
    assert page.agenda.isVisible()
    QTest.keyClicks(focused(), "Any other business")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    meeting_id = page.link().meeting_id
    assert meeting_id is not None
    assert "Any other business" in [row.title for row in desk.read(agenda_of, meeting_id).items]


def test_a_form_is_seen_whose_column_was_behind_its_tab(desk: Desk, show: Callable[..., Window]) -> None:
    window, page = at_people(desk, show, TABS)
    choose_from_menu(window, "record.point")
    assert page.item.points.editing.isVisible()
    assert page.item.points.editing.isAncestorOf(focused())
    choose_from_menu(window, "people.add")
    assert page.people.panel is not None
    assert page.people.panel.isVisible()
    assert page.people.panel.isAncestorOf(focused())
