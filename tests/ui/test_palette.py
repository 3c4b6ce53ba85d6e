"""What lies over the window: the palette, what it offers to choose from, and the question for one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from boardroom.services.boards import create_board
from boardroom.store.file import BoardFile
from boardroom.ui.commands import COMMANDS
from boardroom.ui.found import records
from boardroom.ui.kit.pick import Pick, pick_over
from boardroom.ui.kit.theme import wear
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boardroom.ui.kit.row_data import RowData
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


def commands_for(one: Running, words: str) -> list[RowData]:
    palette = palette_of(one)
    return [row for row in palette.fitting(words) if isinstance(row.id, str)]


def test_every_command_is_found_by_its_words_and_says_where_it_does_not_run(one: Running) -> None:
    missing = [
        command.id
        for command in COMMANDS.values()
        if command.id != "palette"
        and command.said not in {COMMANDS[str(row.id)].said for row in commands_for(one, command.said)}
    ]
    assert missing == []
    (row,) = [row for row in commands_for(one, "vacate the seat") if row.id == "partners.vacate"]
    assert (row.muted, row.context) == (True, "not on this page")


@pytest.mark.parametrize("typed", ["undp", "undoo", "udno", "ündo", "unddo"])
def test_a_slip_of_the_fingers_still_finds_a_command(one: Running, typed: str) -> None:
    assert "Undo" in [row.title for row in commands_for(one, typed)]
    assert commands_for(one, "xqzv") == []


def test_what_is_named_outright_comes_first(run: Callable[..., Running], sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "Arrowmere.boardroom"
    path.write_bytes(sample.read_bytes())
    one = run(path=path)
    one.wait_for_board()

    def first(words: str) -> tuple[str, str]:
        row, link = records(one.desk, words)[0]
        return str(link.entity), row.title

    assert first("owain mered") == ("person", "Owain Meredith")
    assert first("Meredith Owain") == ("person", "Owain Meredith")
    assert first("Llan-y-dwr comm") == ("organisation", "Llan-y-dŵr Community Association")
    entity, title = first("action 88")
    assert (entity, title.startswith("Action 88, ")) == ("action", True)
    assert first("3 December")[0] == first("3 dec 2026")[0] == first("03/12/2026")[0] == "meeting"
    rows = [row.id for row, _ in records(one.desk, "Arrowmere Council")]
    assert len(rows) == len(set(rows)) > 1
