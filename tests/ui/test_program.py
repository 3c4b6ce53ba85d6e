"""The program as a whole: the first start, opening and closing, read-only files, places remembered, the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit

from boardroom.services.boards import create_board
from boardroom.store.file import BoardFile
from boardroom.ui.commands import COMMANDS
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.ui.program import Running


def test_a_first_start_asks_for_a_name_before_anything_else(run: Callable[..., Running]) -> None:
    one = run(who="")
    assert one.focused == "start.name"
    one.press("Tab")
    one.press("Space")
    assert one.window.desk is None
    assert one.focused == "start.name"


def test_a_name_and_two_keys_open_the_sample(run: Callable[..., Running]) -> None:
    one = run(who="")
    one.type("Ann Reed")
    one.press("Tab")
    one.press("Space")
    one.wait_for_board()
    assert one.page.id == "home"
    assert one.desk.file.who == "Ann Reed"
    assert one.desk.file.path.name == "Sample.boardroom"


def test_enter_goes_from_the_name_to_the_sample_and_opens_it(run: Callable[..., Running]) -> None:
    one = run(who="")
    one.press("Return")
    assert one.focused == "start.name", "there is no name yet"
    one.type("Ann Reed")
    one.press("Return")
    assert one.focused == "start.sample"
    assert one.window.desk is None
    one.press("Return")
    one.wait_for_board()
    assert one.desk.file.path.name == "Sample.boardroom"


def test_a_name_that_was_given_elsewhere_stands_on_the_first_page_and_stays(run: Callable[..., Running]) -> None:
    one = run(who="Ann Reed")
    one.program.ask_name()
    one.program.ask().line.setText("Beth Hale")
    one.press("Return")
    line = one.shell.findChild(QLineEdit, "start.name")
    assert line is not None
    assert line.text() == "Beth Hale"
    one.press("Return")
    one.wait_for_board()
    assert (one.memory.who, one.desk.file.who) == ("Beth Hale", "Beth Hale")


def test_a_board_named_with_a_dot_gets_the_ending_of_board_files(
    run: Callable[..., Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tmp_path / "St. Mary’s"

    def choose(*_asked: object) -> tuple[str, str]:
        return str(wanted), ""

    # As below.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    one = run()
    one.program.files.start_board("St. Mary’s")
    one.wait_for_board()
    assert one.desk.file.path == tmp_path / "St. Mary’s.boardroom"
    assert not wanted.exists()


def test_a_board_is_started_from_its_name(
    run: Callable[..., Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def choose(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return path, ""

    # The system's own dialog is no part of ours: it gives back what a user would choose in it.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    one = run()
    one.press("Tab")
    one.type("Rivermouth / Children’s")
    one.press("Return")
    one.wait_for_board()
    assert proposed == [str(tmp_path / "Boardroom" / "Rivermouth Children’s.boardroom")]
    assert one.page.id == "settings"
    assert one.window.rail.accessibleName()


def test_the_last_board_and_the_last_place_are_remembered(run: Callable[..., Running], board: Path) -> None:
    one = run(path=board)
    one.wait_for_board()
    one.window.go(Link("decisions"))
    one.close()
    again = run(path=board)
    again.wait_for_board()
    assert again.page.id == "decisions"
    assert again.memory.recent[0] == board


def test_a_file_that_another_program_holds_is_read_and_says_so(run: Callable[..., Running], board: Path) -> None:
    with BoardFile.open(board, who="Somebody"):
        one = run(path=board)
        one.wait_for_board()
        assert one.desk.read_only
        assert one.message == one.desk.read_only
        one.window.run("undo")
        assert one.desk.read_only.rstrip(".") in one.message


def test_a_file_that_is_none_is_refused_and_the_first_page_stands(run: Callable[..., Running], tmp_path: Path) -> None:
    path = tmp_path / "letter.boardroom"
    path.write_text("Dear all")
    one = run(path=path)
    one.qtbot.waitUntil(lambda: "not a board file" in one.message, timeout=10_000)
    assert one.window.desk is None


def test_the_next_board_of_the_file_is_shown(run: Callable[..., Running], board: Path) -> None:
    one = run(path=board)
    one.wait_for_board()
    first = one.desk.board_id
    one.press("Ctrl+Shift+B")
    assert one.desk.board_id != first
    one.press("Ctrl+Shift+B")
    assert one.desk.board_id == first


def test_every_command_has_a_key_and_no_two_clash_on_a_page() -> None:
    for command in COMMANDS.values():
        assert command.keys, f"{command.id} has no key"
        assert not any(key.startswith("Ctrl+Alt+") for key in command.keys), f"{command.id} takes AltGr"
    pages = {page for command in COMMANDS.values() for page in command.pages}
    for page in pages | {""}:
        taken: dict[str, str] = {}
        for command in COMMANDS.values():
            if not command.pages or page in command.pages:
                for key in command.keys:
                    assert key not in taken, f"{key} does {taken[key]} and {command.id} on {page or 'the frame'}"
                    taken[key] = command.id


def test_every_command_does_something_or_says_why_not(run: Callable[..., Running], board: Path) -> None:
    one = run(path=board)
    one.wait_for_board()
    for command in COMMANDS.values():
        if not command.pages:
            assert command.id in one.window.slots(), f"nothing does {command.id}"


def test_the_palette_finds_a_command_and_runs_it(run: Callable[..., Running], board: Path) -> None:
    one = run(path=board)
    one.wait_for_board()
    one.press("Ctrl+K")
    one.type("decis")
    one.press("Return")
    one.wait_for_page("decisions")


def test_the_palette_says_why_a_command_cannot_run(run: Callable[..., Running], board: Path) -> None:
    one = run(path=board)
    one.wait_for_board()
    one.press("Ctrl+K")
    one.type("redo")
    palette = one.program._palette
    assert palette is not None
    row = palette.rows.chosen_row()
    assert row is not None
    assert row.muted
    assert row.context
    one.press("Return")
    assert palette.isVisible(), "a command that can't run was run"


def test_the_undo_of_the_menu_names_its_step(run: Callable[..., Running], board: Path) -> None:
    one = run(path=board)
    one.wait_for_board()
    one.desk.write("Start the board “Third”", create_board, "Third")
    one.window.actions_of.say_what_runs()
    texts = [action.text() for action in one.window.actions_of._actions.values()]
    assert "Undo: Start the board “Third”" in texts
