"""The menu of a row: what it offers by the menu key and by the right button, and where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.rows import Rows
from boardroom.ui.links import Link
from tests.journeys.every_page import settle
from tests.journeys.hand import Hand
from tests.journeys.newcomer import Newcomer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.program import Running


def said(menu: QMenu) -> list[str]:
    return [one.text().replace("&", "") for one in menu.actions() if not one.isSeparator()]


def menu_by_key(one: Running) -> QMenu | None:
    """Press the menu key where the focus is; Qt makes the event of it that is sent here."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QApplication.sendEvent(focused, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0)))
    QApplication.processEvents()
    opened = QApplication.activePopupWidget()
    one.shell.activateWindow()
    return opened if isinstance(opened, QMenu) else None


@pytest.mark.parametrize(
    ("page_id", "there", "absent"),
    [
        ("actions", "actions.done", "decisions.new"),
        ("decisions", "decisions.new", "actions.done"),
        ("meetings", "meetings.open", "item.add"),
        ("partners", "partners.change", "actions.done"),
    ],
)
def test_the_menu_key_offers_what_can_be_done_with_the_chosen_row(
    page_id: str, there: str, absent: str, at: Callable[[Path], Running], sample: Path
) -> None:
    one = at(sample)
    one.window.go(Link(page_id))
    settle()
    rows = next(found for found in one.page.findChildren(Rows) if found.isVisible() and not found.is_empty())
    rows.setFocus()
    rows.choose_first()
    settle()
    opened = menu_by_key(one)
    assert opened is not None
    offered = said(opened)
    assert COMMANDS[there].said in offered
    assert COMMANDS[absent].said not in offered
    assert offered[-1] == COMMANDS["history"].said
    assert all(action.isEnabled() for action in opened.actions())
    below = rows.viewport().mapToGlobal(rows.rect_of(rows.chosen_id()).bottomLeft())
    assert (opened.pos() - below).manhattanLength() < 8
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert rows.hasFocus()


def test_what_is_picked_is_done_to_the_row_under_the_pointer(at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    one.window.go(Link("actions"))
    settle()
    rows = next(found for found in one.page.findChildren(Rows) if found.isVisible())
    rows.choose_first()
    first, other = rows.loaded()[:2]
    Hand(Newcomer(one)).choose_at(other.title, "Done")
    # What is done leaves the list of what is open; the row that was chosen before is not touched.
    assert rows.holds(first.id)
    assert not rows.holds(other.id)


def test_beside_the_rows_there_is_no_menu(at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    one.window.go(Link("home"))
    settle()
    window = one.shell.windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, QPoint(600, 40))
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
