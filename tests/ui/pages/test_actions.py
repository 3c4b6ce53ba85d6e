"""The action log: found, followed, changed and added to by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boardroom.domain.words import ActionStatus
from boardroom.store.queries.action_list import Standing, Wanted, count_actions
from boardroom.store.queries.action_page import ActionPage, action_page
from boardroom.ui.links import Link
from boardroom.ui.pages.actions import ActionsPage
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

ACTIONS = Link("actions")


def actions(window: Window) -> ActionsPage:
    page = window.current_page()
    assert isinstance(page, ActionsPage)
    return page


def action_of(desk: Desk, action_id: UUID) -> ActionPage:
    page = desk.read(action_page, action_id)
    assert page is not None
    return page


def type_over(widget: QWidget, words: str) -> None:
    assert QApplication.focusWidget() is widget
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, words)


def test_what_is_to_do_stands_by_its_day_and_what_is_late_comes_first(desk: Desk, show: Callable[..., Window]) -> None:
    page = actions(show(desk, ACTIONS))
    rows = page.rows.loaded()
    counts = desk.read(count_actions, Wanted(board_id=desk.board_id), TODAY)
    assert len(rows) == counts.open
    assert [row.group for row in rows[: counts.overdue]] == ["Overdue"] * counts.overdue
    assert all(row.figure.endswith("late") and row.figure_tone == "danger" for row in rows[: counts.overdue])
    assert rows[-1].group == "Without a date"
    assert page.detail.action_id == rows[0].id


def test_space_marks_as_done_and_undo_brings_the_action_back(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = actions(show(desk, ACTIONS))
    chosen = page.rows.chosen_id()
    QTest.keyClick(page.rows, Qt.Key.Key_Space)
    assert action_of(desk, chosen).action.status is ActionStatus.DONE
    assert chosen not in [row.id for row in page.rows.loaded()]
    assert page.rows.chosen_id() is not None
    assert told[-1].undo
    desk.undo()
    assert chosen in [row.id for row in page.rows.loaded()]


def test_a_finished_action_can_be_opened_again(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, ACTIONS)
    page = actions(window)
    page.standing.choose(Standing.DONE)
    chosen = page.rows.chosen_id()
    assert action_of(desk, chosen).action.status is ActionStatus.DONE
    QTest.keyClick(page.rows, Qt.Key.Key_D)
    assert action_of(desk, chosen).action.status is ActionStatus.OPEN


def test_a_new_action_is_there_chosen_and_its_wording_ready_to_be_typed(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = actions(show(desk, ACTIONS))
    page.standing.choose(Standing.DROPPED)
    QTest.keyClick(page.rows, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    new = page.rows.chosen_id()
    assert page.detail.action_id == new
    focused = QApplication.focusWidget()
    assert focused is page.detail.text.edit
    QTest.keyClicks(focused, "Book the hall")
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    type_over(page.detail.owners.edit, "Priya Raman, Arrowmere Council")
    QTest.keyClick(page.detail.owners.edit, Qt.Key.Key_Return)
    QTest.keyClicks(page.detail.owners.edit, "Youth Voice Arrowmere")
    QTest.keyClick(page.detail.owners.edit, Qt.Key.Key_Tab)
    type_over(page.detail.due.line, "15 Jan 2027")
    QTest.keyClick(page.detail.due.line, Qt.Key.Key_Return)
    found = action_of(desk, new)
    assert found.action.text == "Book the hall"
    assert found.owner_lines == ("Priya Raman, Arrowmere Council", "Youth Voice Arrowmere")
    assert [owner.organisation_id is not None for owner in found.action.owners] == [True, True]
    assert str(found.action.due_on) == "2027-01-15"
    assert found.origin is None
    row = page.rows.chosen_row()
    assert row is not None
    assert (row.title, row.figure) == ("Book the hall", "15 Jan 2027")


def test_a_wrong_day_is_said_below_its_field_and_nothing_is_stored(desk: Desk, show: Callable[..., Window]) -> None:
    page = actions(show(desk, ACTIONS))
    page._new()
    new = page.rows.chosen_id()
    page.detail.due.setFocus()
    QTest.keyClicks(page.detail.due.line, "31 Feb")
    QTest.keyClick(page.detail.due.line, Qt.Key.Key_Return)
    assert page.detail.due.wrong
    assert action_of(desk, new).action.due_on is None


def test_what_is_typed_goes_to_the_action_it_was_typed_for(desk: Desk, show: Callable[..., Window]) -> None:
    page = actions(show(desk, ACTIONS))
    page._new()
    new = page.rows.chosen_id()
    QTest.keyClicks(page.detail.text.edit, "Meant for the new one")
    other = next(row.id for row in page.rows.loaded() if row.id != new)
    assert isinstance(other, UUID)
    before = action_of(desk, other).action.text
    page.rows.choose(other)
    assert action_of(desk, new).action.text == "Meant for the new one"
    assert action_of(desk, other).action.text == before


def test_a_line_is_added_to_what_became_of_it(desk: Desk, show: Callable[..., Window]) -> None:
    page = actions(show(desk, ACTIONS))
    chosen = page.rows.chosen_id()
    before = len(action_of(desk, chosen).action.updates)
    QTest.keyClick(page.rows, Qt.Key.Key_U)
    focused = QApplication.focusWidget()
    assert focused is page.detail.line.line
    QTest.keyClicks(focused, "Two replies came")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    updates = action_of(desk, chosen).action.updates
    assert len(updates) == before + 1
    assert (updates[-1].words, updates[-1].updated_on) == ("Two replies came", TODAY)
    assert page.detail.line.line.text() == ""
    page.detail.shorten.click()
    assert len(action_of(desk, chosen).action.updates) == before


def test_nothing_is_added_where_nothing_was_said(desk: Desk, show: Callable[..., Window]) -> None:
    page = actions(show(desk, ACTIONS))
    chosen = page.rows.chosen_id()
    before = len(action_of(desk, chosen).action.updates)
    page.detail.add_line()
    assert page.detail.line.wrong
    assert len(action_of(desk, chosen).action.updates) == before


def test_owner_and_words_narrow_the_list_by_keyboard(desk: Desk, show: Callable[..., Window], qtbot: QtBot) -> None:
    page = actions(show(desk, ACTIONS))
    QTest.keyClick(page.rows, Qt.Key.Key_O)
    assert QApplication.focusWidget() is page.owner
    QTest.keyClicks(page.owner, "priya")
    qtbot.waitUntil(lambda: all("Priya Raman" in row.second_line for row in page.rows.loaded()))
    assert page.rows.loaded()
    QTest.keyClick(page.owner, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.rows
    QTest.keyClick(page.rows, Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is page.words
    QTest.keyClicks(page.words, "protocol")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    assert [row.number for row in page.rows.loaded()] == ["87"]


def test_a_link_shows_its_action_whatever_the_list_is_narrowed_to(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, ACTIONS)
    page = actions(window)
    page.standing.choose(Standing.DONE)
    done = page.rows.chosen_id()
    page.standing.choose(Standing.OPEN)
    window.go(Link("actions", "action", done))
    assert page.rows.chosen_id() == done
    assert page.detail.action_id == done
    assert page.link() == Link("actions", "action", done)


def test_a_narrow_window_shows_the_action_in_place_of_the_list_and_escape_goes_back(
    desk: Desk, show: Callable[..., Window]
) -> None:
    window = show(desk, ACTIONS, 700, 640)
    page = actions(window)
    assert not page.detail.isVisible()
    QTest.keyClick(page.rows, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.rows.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert page.rows.isVisible()
    assert page.rows.hasFocus()


def test_an_empty_log_teaches_and_begins(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = actions(show(bare_desk, ACTIONS))
    assert page.first.hasFocus()
    QTest.keyClick(page.first, Qt.Key.Key_Space)
    assert [row.title for row in page.rows.loaded()] == ["New action"]


def test_the_actions_by_ear(desk: Desk, show: Callable[..., Window]) -> None:
    page = actions(show(desk, ACTIONS))
    assert unnamed(page) == []
    page.standing.setFocus()
    names = [stop.name for stop in tab_stops(page)]
    assert names == [
        page.standing.accessibleName(),
        "Owner",
        "Words",
        "Actions",
        "Mark as done",
        "What is to be done",
        "Who does it",
        "Due on",
        "Due, in words",
        page.detail.source.words(),
        "Take its last line out",
        "What happened",
        "It is now",
        "Add to its story",
        "History of this",
    ]


def test_hostile_words_are_stored_and_shown_as_they_are(desk: Desk, show: Callable[..., Window]) -> None:
    page = actions(show(desk, ACTIONS))
    page._new()
    new = page.rows.chosen_id()
    hostile = '{0} {} {x} <img src="file:///etc/passwd"> %s'
    QTest.keyClicks(page.detail.text.edit, hostile)
    QTest.keyClick(page.detail.text.edit, Qt.Key.Key_Tab)
    row = page.rows.chosen_row()
    assert row is not None
    assert (row.title, action_of(desk, new).action.text) == (hostile, hostile)
    page.detail.due_words.setFocus()
    QTest.keyClicks(page.detail.due_words.line, "soon {}")
    QTest.keyClick(page.detail.due_words.line, Qt.Key.Key_Return)
    assert action_of(desk, new).action.due_words == "soon {}"


def refused_date(desk: Desk, show: Callable[..., Window]) -> tuple[Window, ActionsPage]:
    window = show(desk, ACTIONS)
    page = actions(window)
    page.beside.open_detail()
    page.detail.due.setFocus()
    type_over(page.detail.due.line, "30 Brumaire & on")
    return window, page


def test_a_date_that_was_refused_does_not_go_with_its_row_without_a_word(
    desk: Desk, show: Callable[..., Window]
) -> None:
    window, page = refused_date(desk, show)
    page.rows.choose(page.rows.loaded()[3].id)
    assert page.detail.due.wrong == ""
    assert "“30 Brumaire & on” was not kept. That isn't a date" in window.bar.text


def test_closing_asks_while_a_field_holds_what_was_refused(desk: Desk, show: Callable[..., Window]) -> None:
    window, page = refused_date(desk, show)
    window.shell.close()
    assert window.shell.isVisible()
    assert "Do the same again to leave without it" in window.bar.text
    assert page.detail.due.line.text() == "30 Brumaire & on"
    QTest.keyClick(page.detail.due.line, Qt.Key.Key_Escape)
    assert window.may_leave(), "what was given up by Escape is still asked about"
