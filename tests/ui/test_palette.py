"""What lies over the window: the palette, what it offers to choose from, and the question for one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from boardroom.services.boards import create_board
from boardroom.store.file import BoardFile
from boardroom.ui.kit.pick import Pick, pick_over
from boardroom.ui.kit.theme import wear
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boardroom.ui.kit.sheet import Sheet
    from boardroom.ui.palette import Palette
    from tests.ui.program import Running


@pytest.fixture
def one(run: Callable[..., Running], board: Path) -> Running:
    running = run(path=board)
    running.wait_for_board()
    return running


def palette_of(one: Running) -> Palette:
    return one.program.palette()


def pick_of(one: Running) -> Pick:
    return pick_over(one.window)


def is_inside(sheet: Sheet) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and sheet.isAncestorOf(focused)


def test_a_sheet_keeps_the_focus_until_it_is_closed_and_gives_it_back(one: Running) -> None:
    one.window.go(Link("search"))
    assert one.focused == "search.line"
    one.press("Ctrl+Shift+A")
    sheet = one.program.ask()
    seen = set()
    for _ in range(6):
        seen.add(one.focused)
        assert is_inside(sheet)
        one.press("Tab")
    assert seen == {"ask.line", "ask.no", "ask.yes"}
    one.press("Escape")
    assert one.focused == "search.line"


def test_no_key_acts_on_the_page_below_a_sheet(one: Running) -> None:
    one.window.go(Link("search"))
    for key in ("Ctrl+K", "Ctrl+Shift+A"):
        one.press(key)
        one.press("Ctrl+6")
        one.press("Tab")
        one.press("Ctrl+6")
        assert one.page.id == "search"
        one.press("Escape")
    one.press("Ctrl+6")
    assert one.page.id == "decisions"


def test_a_sheet_follows_the_size_of_the_window_and_of_the_text(one: Running) -> None:
    one.press("Ctrl+K")
    sheet = palette_of(one)
    wide = sheet.card.width()
    one.shell.resize(700, 600)
    QApplication.processEvents()
    assert sheet.geometry() == one.window.rect()
    assert sheet.rect().contains(sheet.card.geometry())
    wear(zoom=2.0)
    QApplication.processEvents()
    assert sheet.rect().contains(sheet.card.geometry())
    assert sheet.line.font().pixelSize() == 40
    one.shell.resize(1600, 1000)
    QApplication.processEvents()
    assert sheet.card.width() == 2 * wide


def test_a_sheet_says_what_it_asks_for(one: Running) -> None:
    one.press("Ctrl+Shift+A")
    sheet = one.program.ask()
    heard = QAccessible.queryAccessibleInterface(sheet)
    assert heard.text(QAccessible.Text.Name) == "Name of the board"
    line = QAccessible.queryAccessibleInterface(sheet.line)
    assert line.role() is QAccessible.Role.EditableText
    assert line.text(QAccessible.Text.Name) == "Name of the board"


def test_the_other_boards_are_offered_from_the_rail_by_key_and_in_the_palette(one: Running) -> None:
    first = one.desk.board_id
    one.press("Shift+F12")
    offered = pick_of(one).rows.loaded()
    assert len(offered) == 1
    one.press("Return")
    assert one.desk.board_id != first
    assert one.window.rail.board_name() == offered[0].title
    assert one.window.rail._others.isVisible()
    one.window.rail._others.click()
    one.press("Return")
    assert one.desk.board_id == first
    one.press("Ctrl+K")
    one.type(offered[0].title[:4])
    one.qtbot.waitUntil(lambda: any(row.title == offered[0].title for row in palette_of(one).rows.loaded()))


def test_recent_board_files_are_offered_but_not_the_open_one(one: Running, board: Path, tmp_path: Path) -> None:
    other = tmp_path / "Harbour.boardroom"
    with BoardFile.create(other, who="Ann Reed") as file, file.writing("Start") as session:
        create_board(session, "Harbour")
    one.press("F12")
    assert "no other board file was opened before" in one.message
    one.program.files.open(other)
    one.qtbot.waitUntil(lambda: one.desk.file.path == other, timeout=10_000)
    one.press("F12")
    assert [row.title for row in pick_of(one).rows.loaded()] == [board.stem]
    one.press("Return")
    one.qtbot.waitUntil(lambda: one.desk.file.path == board, timeout=10_000)


def test_what_was_offered_is_narrowed_by_typing(one: Running) -> None:
    one.desk.write("Start the board “Third”", create_board, "Third")
    one.press("Shift+F12")
    assert len(pick_of(one).rows.loaded()) == 2
    assert pick_of(one).rows.verticalScrollBar().maximum() == 0, "their heading has no room"
    one.type("thi")
    assert [row.title for row in pick_of(one).rows.loaded()] == ["Third"]


def test_other_words_choose_the_best_hit_anew(run: Callable[..., Running], board: Path) -> None:
    one = run(path=board)
    one.wait_for_board()
    one.press("Ctrl+K")
    one.type("t")
    one.press("Down")
    one.press("Down")
    one.type("ext")
    palette = one.program._palette
    assert palette is not None
    chosen, rows = palette.rows.chosen_id(), [row.id for row in palette.rows.loaded()]
    assert chosen == rows[0]
