"""A newcomer's first half hour by mouse: clicks, a menu, an item that is dragged.

Only words are typed: a name, a title, a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMainWindow, QMenu, QWidget

from boardroom.cli import main
from tests.journeys.reading_back import squeezed, words_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QModelIndex

    from tests.journeys.newcomer import Newcomer

LEFT = Qt.MouseButton.LeftButton


def test_a_first_half_hour_by_mouse(start: Callable[[], Newcomer], saved: Path) -> None:
    me = start()
    open_the_sample(me)
    find_the_next_meeting(me)
    drag_an_item_to_another_place(me)
    add_an_item_by_its_button(me)
    write_a_note_and_take_it_over(me)
    export_the_minutes_for_the_public(me, saved)
    file = me.one.desk.file.path
    me.one.close()
    assert main(["check", str(file)]) == 0


def open_the_sample(me: Newcomer) -> None:
    me.type("Ann Reed")
    click(me, "Open the sample board")
    me.one.wait_for_board()


def find_the_next_meeting(me: Newcomer) -> None:
    click(me, "Meetings")
    me.is_at("meetings")
    click_row(me, "15th, 28 Jan 2027")
    click(me, "Open the meeting")
    me.is_at("meeting")
    me.sees("5 Answers since December")


def drag_an_item_to_another_place(me: Newcomer) -> None:
    rows, moved = row_of(me, "5 Answers since December")
    _, goal = row_of(me, "3 Minutes of 3 December")
    begin, end = rows.visualRect(moved).center(), rows.visualRect(goal)
    view = rows.viewport()
    QTest.mousePress(view, LEFT, pos=begin)
    for y in (begin.y() - 20, end.top() + 2):
        QTest.mouseMove(view, QPoint(begin.x(), y))
    QTest.mouseRelease(view, LEFT, pos=QPoint(begin.x(), end.top() + 2))
    me.sees("3 Answers since December")
    me.sees("4 Minutes of 3 December")


def add_an_item_by_its_button(me: Newcomer) -> None:
    click_row(me, "3 Answers since December")
    click(me, "Add item")
    me.one.qtbot.waitUntil(lambda: me.focus == "Title of the item")
    me.type("Holiday meals and play")
    # Clicking elsewhere keeps what was typed.
    click_row(me, "6 Matters arising")
    me.sees("4 Holiday meals and play")


def write_a_note_and_take_it_over(me: Newcomer) -> None:
    click_row(me, "4 Holiday meals and play")
    me.sees("Holiday meals and play")
    click_into(me, "Notes")
    me.type("Meals cost 40,000 pounds a summer.")
    choose(me, "Record", "Take the note over")
    me.is_told("Take a note of item 4 over")


def export_the_minutes_for_the_public(me: Newcomer, saved: Path) -> None:
    click(me, "Export…")
    me.is_at("export")
    click(me, "Document: Minutes")
    click(me, "For: The public")
    me.sees("minutes, public.pdf")
    click(me, "Export")
    me.is_told("Minutes written to")
    (file,) = saved.iterdir()
    assert squeezed("Meals cost 40,000 pounds a summer.") in words_in(file)


# A hand on the mouse


def click(me: Newcomer, name: str) -> None:
    """Click the button of this name, once it can be clicked."""

    def found() -> list[QAbstractButton]:
        return [
            one
            for one in me.one.shell.findChildren(QAbstractButton)
            if one.isVisible() and one.isEnabled() and name in {one.accessibleName(), one.text()}
        ]

    me.one.qtbot.waitUntil(lambda: bool(found()), timeout=20_000)
    press_on(found()[0])


def click_into(me: Newcomer, name: str) -> None:
    """Click into the field of this name."""
    (field,) = [
        one
        for one in me.one.shell.findChildren(QWidget)
        if one.isVisible() and one.accessibleName() == name and one.focusPolicy() & Qt.FocusPolicy.ClickFocus
    ]
    press_on(getattr(field, "viewport", lambda: field)())


def click_row(me: Newcomer, words: str) -> None:
    """Click the row that says this."""
    rows, index = row_of(me, words)
    rows.scrollTo(index)
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(index).center())
    QApplication.processEvents()


def row_of(me: Newcomer, words: str) -> tuple[QAbstractItemView, QModelIndex]:
    me.sees(words)
    for rows in me.one.shell.findChildren(QAbstractItemView):
        model = rows.model()
        for place in range(model.rowCount() if rows.isVisible() else 0):
            index = model.index(place, 0)
            if words in str(index.data(Qt.ItemDataRole.AccessibleTextRole)):
                return rows, index
    message = f"no row says “{words}”:\n{me.screen}"
    raise AssertionError(message)


def choose(me: Newcomer, menu: str, entry: str) -> None:
    """Open a menu and click an entry."""
    shell = me.one.shell
    assert isinstance(shell, QMainWindow)
    bar = shell.menuBar()
    (title,) = [one for one in bar.actions() if one.text().replace("&", "") == menu]
    QTest.mouseClick(bar, LEFT, pos=bar.actionGeometry(title).center())
    opened = title.menu()
    assert isinstance(opened, QMenu)
    me.one.qtbot.waitUntil(opened.isVisible)
    (action,) = [one for one in opened.actions() if one.text().replace("&", "").split("\t")[0].startswith(entry)]
    assert action.isEnabled(), action.text()
    QTest.mouseClick(opened, LEFT, pos=opened.actionGeometry(action).center())
    # Offscreen, a menu that closes doesn't give the window back by itself.
    shell.activateWindow()
    me.one.qtbot.waitUntil(shell.isActiveWindow)


def press_on(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)
    QApplication.processEvents()
