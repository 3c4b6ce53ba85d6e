"""Search as you type: found by keyboard alone, narrowed to a kind, opened, and nothing taken for a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from boardroom.ui.kit.theme import wear
from boardroom.ui.links import Link
from boardroom.ui.pages.search import SearchPage
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window


@pytest.fixture
def window(desk: Desk, show: Callable[..., Window]) -> Window:
    return show(desk, Link("search"))


def page_of(window: Window) -> SearchPage:
    page = window.current_page()
    assert isinstance(page, SearchPage)
    return page


def seek(window: Window, words: str, qtbot: QtBot) -> None:
    page = page_of(window)
    page.line.setText(words)
    qtbot.waitUntil(lambda: not page._pause.isActive(), timeout=5000)


def test_words_find_and_enter_opens_what_is_chosen(window: Window, qtbot: QtBot) -> None:
    seek(window, "short breaks", qtbot)
    page = page_of(window)
    assert not page.rows.is_empty()
    assert page.line.hasFocus()
    QTest.keyClick(page.line, Qt.Key.Key_Down)
    assert page.line.hasFocus(), "the arrow keys took the focus from the line"
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    shown = window.current_page()
    assert shown is not None
    assert shown.id != "search"


def test_enter_right_after_typing_does_not_open_what_was_found_before(window: Window, qtbot: QtBot) -> None:
    seek(window, "short breaks", qtbot)
    page = page_of(window)
    page.line.setText("zzzz no such word")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert window.current_page() is page
    assert page.rows.is_empty()


@pytest.mark.parametrize("words", ['"', "*", "a OR", "NEAR(", "title:x", "%", "\\", "-", "(", "<b>x</b>"])
def test_no_words_are_a_query(words: str, window: Window, qtbot: QtBot) -> None:
    seek(window, words, qtbot)
    assert window.bar.text == ""


def test_escape_clears_the_line_first_and_then_steps_out(window: Window, qtbot: QtBot) -> None:
    seek(window, "short", qtbot)
    page = page_of(window)
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    assert page.line.text() == ""
    qtbot.waitUntil(page.rows.is_empty, timeout=5000)
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    assert window.current_page() is page, "there is nowhere to step out to"


def test_a_kind_narrows_what_is_found(window: Window, qtbot: QtBot) -> None:
    seek(window, "short", qtbot)
    page = page_of(window)
    all_of_them = len(page.rows.loaded())
    page.kind.choose(frozenset({"action"}))
    assert len(page.rows.loaded()) < all_of_them


def test_the_line_grows_with_the_text(window: Window) -> None:
    page = page_of(window)
    wear(zoom=2.0)
    assert page.line.font().pixelSize() == 32
    wear(zoom=1.0)
    assert page.line.font().pixelSize() == 16


def test_the_page_as_a_screen_reader_meets_it(window: Window, qtbot: QtBot) -> None:
    seek(window, "short", qtbot)
    page = page_of(window)
    assert not unnamed(page)
    page.line.setFocus()
    assert [stop.name for stop in tab_stops(page)] == ["Search for", "Kind: Everything", "Found"]


def test_things_come_first_by_their_titles_and_attendance_last_under_its_name(window: Window, qtbot: QtBot) -> None:
    seek(window, "young carers", qtbot)
    rows = page_of(window).rows.loaded()
    groups = [row.group for row in rows]
    assert groups == sorted(groups)
    assert groups[0] == ""
    assert groups[-1] == "Attendance"
    put_by = [row for row in rows if "Proposal" in row.second_line and "Young Carers" in row.second_line]
    assert put_by, "no proposal is found by who put it"
    for row in rows:
        number = row.second_line.partition("Proposal ")[2].partition(" ")[0]
        assert not number or not row.title.endswith(f"· {number}")
    assert all("Young Carers" not in row.title or "Proposal" not in row.title for row in put_by)
