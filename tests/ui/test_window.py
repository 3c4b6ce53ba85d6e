"""The window as it stands round its pages: opening in place of another file, leaving, travelling, what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from boardroom.domain.refusal import Refusal
from boardroom.services.boards import create_board
from boardroom.services.meetings import plan_meeting
from boardroom.store.file import BoardFile
from boardroom.ui.commands import COMMANDS, Menu
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import dress
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.links import Link
from boardroom.ui.told import Said, Saving, Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy.orm import Session

    from boardroom.ui.desk import Desk
    from boardroom.ui.window import Window
    from tests.ui.program import Running


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "Harbour.boardroom"
    with BoardFile.create(path, who="Ann Reed") as file, file.writing("Start") as session:
        create_board(session, "Harbour Partnership")
    return path


@pytest.fixture
def one(run: Callable[..., Running], board: Path) -> Running:
    running = run(path=board)
    running.wait_for_board()
    return running


def refuse(_session: Session) -> None:
    message = "The disk is full."
    raise Refusal(message)


# Board files in place of one another


def test_another_board_file_takes_the_place_of_the_one_that_is_open(one: Running, other: Path) -> None:
    first = one.desk.file
    one.program.files.open(other)
    one.qtbot.waitUntil(lambda: one.desk.file.path == other, timeout=10_000)
    assert first.read_only, "the first one was left open"
    assert not one.desk.read_only
    assert "Harbour Partnership" in one.shell.windowTitle()


def test_a_file_that_is_none_leaves_the_open_one_where_it_is(one: Running, tmp_path: Path) -> None:
    one.window.go(Link("decisions"))
    letter = tmp_path / "letter.boardroom"
    letter.write_text("Dear all")
    one.program.files.open(letter)
    one.qtbot.waitUntil(lambda: "not a board file" in one.message, timeout=10_000)
    assert one.page.id == "decisions"
    assert one.desk.attempt("Start the board", create_board, "Third") is not None


def test_the_open_file_is_not_opened_a_second_time(one: Running, board: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.boardroom"
    link.symlink_to(board)
    for path in (board, link):
        one.program.files.open(path)
        QApplication.processEvents()
        assert one.message == f"“{path.name}” is open already."
        assert not one.desk.read_only


def test_text_that_can_not_be_saved_keeps_the_open_file_open(one: Running, board: Path, other: Path) -> None:
    one.desk.save("Write", refuse, merge="paragraph:1")
    one.program.files.open(other)
    assert "is not saved" in one.message
    one.qtbot.wait(100)
    assert one.desk.file.path == board


def test_a_sample_that_can_not_be_opened_makes_room_for_a_new_one(run: Callable[..., Running], tmp_path: Path) -> None:
    folder = tmp_path / "Boardroom"
    folder.mkdir()
    (folder / "Sample.boardroom").write_text("of an unfinished version")
    one = run()
    one.window.run("file.sample")
    one.wait_for_board()
    assert one.desk.file.path.name == "Sample 2.boardroom"
    assert "A new sample was made: “Sample 2.boardroom”" in one.message
    one.window.run("file.close")
    one.window.run("file.sample")
    one.wait_for_board()
    assert one.desk.file.path.name == "Sample 2.boardroom", "a third one was made"


def test_the_sample_lives_in_one_folder_whatever_is_open(run: Callable[..., Running], tmp_path: Path) -> None:
    elsewhere = tmp_path / "Elsewhere" / "Ours.boardroom"
    elsewhere.parent.mkdir()
    BoardFile.create(elsewhere, who="Ann").close()
    one = run(path=elsewhere)
    one.window.run("file.sample")
    one.qtbot.waitUntil(lambda: one.desk.file.path.name == "Sample.boardroom", timeout=30_000)
    assert one.desk.file.path == tmp_path / "Boardroom" / "Sample.boardroom"


def test_a_change_of_looks_lets_go_of_pages_that_are_out_of_sight(one: Running) -> None:
    hidden = one.window.stack.page("decisions", one.desk)
    one.window.go(Link("decisions"))
    one.window.go(Link("actions"))
    shown = one.page
    one.window.run("look.dark")
    assert not isValid(hidden), "it is dressed for nobody"
    assert one.page is shown
    one.window.go(Link("decisions"))
    assert one.page.isVisible()
    one.window.run("look.light")


# Leaving


def test_closing_asks_twice_while_text_is_not_saved(one: Running) -> None:
    one.desk.save("Write", refuse, merge="paragraph:1")
    file = one.desk.file
    one.close()
    assert one.shell.isVisible()
    assert "Do the same again to leave without it" in one.message
    assert one.page.isVisible(), "what was typed is out of sight"
    one.close()
    assert not one.shell.isVisible()
    assert "was closed" in file.read_only


def test_a_fault_in_a_save_does_not_close_the_window_over_the_text(
    one: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(_session: Session) -> None:
        raise ZeroDivisionError

    reported: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *fault: reported.append(fault[0]))
    one.desk.save("Write", break_down, merge="paragraph:1")
    one.close()
    assert reported == [ZeroDivisionError]
    assert one.shell.isVisible()


# Places


def test_the_title_shows_the_name_of_a_board_letter_by_letter(one: Running) -> None:
    one.window.name("Ours [*] & <b>theirs</b>", "ours.boardroom")
    # Qt shows the place of its own mark as nothing, and two of them as what they are.
    assert "Ours [*][*] & <b>theirs</b>" in one.shell.windowTitle()


def test_back_and_forward_go_where_one_was(one: Running) -> None:
    for page in ("meetings", "decisions", "actions"):
        one.window.go(Link(page))
    one.press("Alt+Left")
    assert one.page.id == "decisions"
    one.press("Alt+Left")
    one.press("Alt+Left")
    assert one.page.id == "home"
    one.press("Alt+Left")
    assert one.page.id == "home"
    one.press("Alt+Right")
    assert one.page.id == "meetings"


def test_the_page_above_what_has_gone_has_its_own_head(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, Link("meetings"))
    listed = window.stack.page("meetings", desk)
    other = next(one for one in listed.findChildren(Rows)[0].loaded() if one.id != listed.link().id)
    assert isinstance(other.id, UUID)
    window.go(Link("meeting", "meeting", other.id, other.id))
    page = window.current_page()
    assert page is not None
    assert page.id == "meeting"
    before = window.shell.windowTitle()
    # As when another program has taken the meeting out; the list was read before it is shown again.
    page._stale = True
    page.gone.emit()
    QApplication.processEvents()
    now = window.current_page()
    assert now is not None
    assert now.id == "meetings"
    assert now.head().title != ""
    assert window.shell.windowTitle().startswith(now.head().title)
    assert window.shell.windowTitle() != before


def test_back_to_what_has_gone_says_so_and_stays_on_its_feet(one: Running) -> None:
    board_id = one.desk.board_id
    assert board_id is not None
    meeting = one.desk.write("Plan", plan_meeting, board_id, None, name="Gone")
    one.window.go(Link("meeting", "meeting", meeting.id, meeting.id))
    one.window.go(Link("actions"))
    one.desk.undo()
    one.press("Alt+Left")
    assert one.page.id == "meetings"
    one.press("Ctrl+1")
    assert one.page.id == "home"


def test_a_place_of_a_version_that_had_other_pages_is_not_looked_for(run: Callable[..., Running], board: Path) -> None:
    earlier = run(path=board)
    earlier.wait_for_board()
    board_id = earlier.desk.board_id
    earlier.window.rise()
    earlier.memory.keep_place(board, Link("wards", "ward", uuid4()), board_id)
    earlier.program.files.open(board)
    earlier.wait_for_board()
    assert earlier.page.id == "home"


@pytest.mark.parametrize("page", ["decisions", "actions", "home"])
def test_f6_goes_round_the_columns(page: str, one: Running) -> None:
    one.window.go(Link(page))
    on_the_rail = []
    for _ in range(6):
        one.press("F6")
        focused = QApplication.focusWidget()
        assert focused is not None
        on_the_rail.append(one.window.rail.isAncestorOf(focused))
    assert set(on_the_rail) == {True, False}


def test_f6_passes_a_rail_that_has_gone(one: Running) -> None:
    one.window.go(Link("decisions"))
    one.shell.resize(560, 700)
    QApplication.processEvents()
    assert not one.window.rail.isVisible(), one.shell.width()
    for _ in range(3):
        one.press("F6")
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.isVisible()


def test_the_tab_key_goes_from_the_head_to_the_page_and_then_to_the_bar(
    desk: Desk, show: Callable[..., Window]
) -> None:
    window = show(desk, Link("decisions"))
    desk.write("Start the board “Third”", create_board, "Third")
    parts = {"rail": window.rail, "head": window.head, "page": window.current_page(), "bar": window.bar}
    window.rail.focus_current()
    order: list[str] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(next(name for name, part in parts.items() if part is not None and part.isAncestorOf(focused)))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    turns = [here for here, before in zip(order, ["", *order], strict=False) if here != before]
    assert turns[:5] == ["rail", "head", "page", "bar", "rail"]
    window.rail.focus_current()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Backtab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.bar.isAncestorOf(focused)


# What it says


def test_a_file_that_is_only_read_shows_a_lock_and_why(run: Callable[..., Running], board: Path) -> None:
    with BoardFile.open(board, who="Somebody"):
        one = run(path=board)
        one.wait_for_board()
        banner = one.window.head.findChild(QLabel, "head.read-only")
        assert banner is not None
        assert banner.isVisible()
        assert banner.text() == one.desk.read_only
        assert not one.window.head._sign.pixmap().isNull()


def test_what_is_not_saved_after_two_seconds_is_said_in_red(one: Running) -> None:
    bar = one.window.bar
    bar.show_saving(Saving(1, None))
    assert bar._saved.text() == "Saving"
    one.qtbot.waitUntil(lambda: "Not saved yet" in bar._saved.text(), timeout=4000)
    assert "stays in its editor" in bar._saved.text()
    bar.show_saving(Saving(1, None))
    assert "Not saved yet" in bar._saved.text()
    bar.show_saving(Saving(0, None, "The disk is full."))
    assert "The disk is full." in bar._saved.toolTip()


def test_undo_beside_a_sentence_goes_when_it_would_take_back_something_else(one: Running) -> None:
    one.desk.write("Start the board “Third”", create_board, "Third")
    assert one.window.bar._undo.isVisible()
    one.desk.save("Start the board “Fourth”", create_board, "Fourth", merge="typing")
    one.desk.flush()
    assert one.message == "Start the board “Third”"
    assert not one.window.bar._undo.isVisible()


def test_a_long_sentence_is_cut_on_the_bar_and_whole_for_the_ear_and_in_the_tooltip(one: Running) -> None:
    words = "The file could not be written. " * 20
    one.window.bar.say(Said(words, Tone.REFUSED))
    QApplication.processEvents()
    text = one.window.bar._text
    assert one.window.bar.width() <= one.shell.width()
    assert text.accessibleName() == words
    assert words.strip() in text.toolTip()


def test_a_board_file_that_vanishes_is_told_in_a_sentence_wherever_one_goes(one: Running, board: Path) -> None:
    for path in board.parent.iterdir():
        if path.name.startswith(board.name):
            path.unlink()
    for page in ("decisions", "actions", "history", "search", "home"):
        one.window.go(Link(page))
        QApplication.processEvents()
    one.window.actions_of.say_what_runs()
    one.press("Ctrl+K")
    one.type("board")
    one.qtbot.wait(150)
    one.press("Escape")


# Menus


def test_no_menu_is_empty_on_any_page(one: Running) -> None:
    actions = one.window.actions_of
    for page in ("home", "search", "keys", "history", "decisions"):
        one.window.go(Link(page))
        for menu, title in actions._titles.items():
            entries = [entry for entry in actions._menus[menu].actions() if entry.isVisible()]
            assert any(not entry.isSeparator() for entry in entries) is title.isVisible(), f"{menu} on {page}"


def test_every_menu_opens_by_a_letter_of_its_own() -> None:
    letters = [menu.value[0] for menu in Menu]
    assert len(letters) == len(set(letters))
    assert COMMANDS["menus"].keys == ("F10",)


def test_f10_goes_to_the_menus(one: Running) -> None:
    one.press("F10")
    assert one.shell.menuBar().activeAction() is not None


@pytest.mark.parametrize("page", ["home", "meetings", "proposals", "partners", "export", "paste"])
def test_a_window_with_large_text_can_be_made_small_on_every_page(
    desk: Desk, qapp: QApplication, show: Callable[..., Window], page: str
) -> None:
    dress(qapp, Appearance.LIGHT, zoom=1.27)
    window = show(desk, Link(page))
    window.shell.resize(640, 360)
    QApplication.processEvents()
    assert (window.shell.width(), window.shell.height()) == (640, 360)


def test_the_window_can_be_made_small_at_once(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, Link("keys"))
    window.shell.resize(640, 360)
    QApplication.processEvents()
    assert (window.shell.width(), window.shell.height()) == (640, 360)
    assert window.head.width() == window.shell.width()
    shown = [one for one in window.head._buttons if one.isVisible()]
    assert [one.property("command") for one in shown] == ["keys.change"]
    assert window.head.rect().contains(shown[0].geometry())
