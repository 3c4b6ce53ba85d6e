"""Commands brought to life: keys of the page that is shown alone, reasons where one can't run, refusals said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardroom.domain.refusal import Refusal
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.program import Running


def test_the_keys_of_a_page_act_on_no_other(run: Callable[..., Running], board: Path) -> None:
    one = run(path=board)
    one.wait_for_board()
    actions = one.window.actions_of
    one.window.go(Link("actions"))
    assert actions._actions["actions.new"].shortcuts()
    assert not actions._actions["decisions.new"].shortcuts()
    one.window.go(Link("decisions"))
    assert not actions._actions["actions.new"].shortcuts()
    assert actions.why_not("actions.new") == "not on this page"


def test_a_command_that_needs_a_file_says_so_without_one(run: Callable[..., Running]) -> None:
    one = run()
    one.window.run("go.decisions")
    assert one.message == "Decisions: no board file is open."
    assert one.window.actions_of.why_not("text.larger") == ""


def test_that_there_is_no_file_is_not_said_any_more_once_there_is_one(run: Callable[..., Running]) -> None:
    one = run(who="")
    one.window.run("go.decisions")
    assert one.message
    one.type("Ann Reed")
    one.press("Tab")
    one.press("Space")
    one.wait_for_board()
    assert "no board file" not in one.message


def test_a_refusal_out_of_a_command_is_said_and_nothing_breaks(run: Callable[..., Running], board: Path) -> None:
    one = run(path=board)
    one.wait_for_board()

    def refuse() -> None:
        message = "The file has gone."
        raise Refusal(message)

    one.window.slots_of_frame["help.about"] = refuse
    one.press("Shift+F1")
    assert one.message == "The file has gone."


def test_what_can_not_run_is_grey_with_its_reason_while_its_menu_is_open(
    run: Callable[..., Running], board: Path
) -> None:
    one = run(path=board)
    one.wait_for_board()
    actions = one.window.actions_of
    actions.say_what_runs()
    redo = actions._actions["redo"]
    assert not redo.isEnabled()
    assert actions.why_not("redo") in redo.toolTip()
    actions.let_all_run()
    assert redo.isEnabled(), "its key would not be heard"
