"""The Keys page: every command is listed, another key is pressed for one, refused where it clashes, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from boardroom.ui.commands import COMMANDS
from boardroom.ui.commands.bindings import bind
from boardroom.ui.links import Link
from boardroom.ui.own_keys import load_own_keys
from boardroom.ui.pages.keys import KeysPage
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.ui.program import Running


@pytest.fixture
def one(run: Callable[..., Running], board: Path) -> Iterator[Running]:
    running = run(path=board)
    running.wait_for_board()
    running.press("F1")
    yield running
    for command_id in COMMANDS:
        bind(command_id, "")


def page_of(one: Running) -> KeysPage:
    page = one.page
    assert isinstance(page, KeysPage)
    return page


def change(one: Running, command_id: str, key: str) -> None:
    page_of(one).rows.choose(command_id)
    one.press("Ctrl+Return")
    assert one.focused == "keys.catcher"
    one.press(key)


def test_every_command_is_listed_and_narrowed_by_words_and_keys(one: Running) -> None:
    rows = page_of(one).rows
    assert {row.id for row in rows.loaded()} >= {"undo", "go.home", "file.new"}
    one.type("ctrl+z")
    assert "undo" in {row.id for row in rows.loaded()}
    assert "go.home" not in {row.id for row in rows.loaded()}


def test_a_command_takes_the_key_that_is_pressed_for_it_and_leaves_its_own(one: Running) -> None:
    change(one, "go.decisions", "Ctrl+Shift+F12")
    assert "is on Ctrl+Shift+F12 now" in one.message
    one.press("Ctrl+6")
    assert one.page.id == "keys"
    one.press("Ctrl+Shift+F12")
    assert one.page.id == "decisions"


def test_a_key_of_another_command_is_refused_in_a_sentence_and_the_field_waits_on(one: Running) -> None:
    change(one, "go.decisions", "Ctrl+K")
    assert one.message == "Ctrl+K is the key of “Commands”; choose another one, or change that one first."
    assert one.focused == "keys.catcher"
    one.press("Ctrl+Shift+F12")
    assert COMMANDS["go.decisions"].bound == ("Ctrl+Shift+F12",)


@pytest.mark.parametrize(
    ("key", "why"),
    [("Ctrl+Alt+W", "letters such as ŵ"), ("W", "hold Ctrl with it"), ("Return", "everywhere"), ("Ctrl+C", "edits")],
)
def test_a_key_that_types_or_moves_about_is_refused(one: Running, key: str, why: str) -> None:
    change(one, "go.decisions", key)
    assert why in one.message
    assert COMMANDS["go.decisions"].bound == ("Ctrl+6",)


def test_one_key_may_do_different_things_on_different_pages(one: Running) -> None:
    change(one, "actions.done", "X")
    assert COMMANDS["actions.done"].bound == ("X",)


def test_own_keys_are_remembered_until_they_are_as_delivered_again(one: Running) -> None:
    change(one, "go.decisions", "Ctrl+Shift+F12")
    bind("go.decisions", "")
    load_own_keys(one.memory)
    assert COMMANDS["go.decisions"].bound == ("Ctrl+Shift+F12",)
    one.window.go(Link("keys"))
    page_of(one).rows.choose("go.decisions")
    one.press("Ctrl+R")
    assert COMMANDS["go.decisions"].bound == ("Ctrl+6",)
    assert one.memory.keys == {}
    one.press("Ctrl+6")
    assert one.page.id == "decisions"


def test_a_key_that_somebody_else_has_now_is_not_given_back(one: Running) -> None:
    change(one, "go.decisions", "Ctrl+Shift+F12")
    change(one, "go.actions", "Ctrl+6")
    page_of(one).rows.choose("go.decisions")
    one.press("Ctrl+R")
    assert "is the key of “Actions”" in one.message
    one.press("Ctrl+Shift+Del")
    assert COMMANDS["go.decisions"].bound == ("Ctrl+6",)
    assert COMMANDS["go.actions"].bound == ("Ctrl+5",)


def test_escape_leaves_the_key_as_it_is(one: Running) -> None:
    change(one, "go.decisions", "Escape")
    assert COMMANDS["go.decisions"].bound == ("Ctrl+6",)
    assert one.focused == "keys.rows"


def test_buttons_in_sight_show_the_new_key(one: Running) -> None:
    change(one, "keys.change", "Ctrl+Shift+F12")
    QApplication.processEvents()
    shown = next(one for one in one.window.head._buttons if one.property("command") == "keys.change")
    assert "Ctrl+Shift+F12" in shown.toolTip()


def test_the_page_as_a_screen_reader_meets_it(one: Running) -> None:
    assert not unnamed(one.page)
    page_of(one).line.setFocus()
    assert [stop.name for stop in tab_stops(one.page)] == ["Narrow to words or a key", "Commands and their keys"]
