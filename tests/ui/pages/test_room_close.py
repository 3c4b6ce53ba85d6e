"""A meeting is closed from the room: what is still open is shown first, and the minutes afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from boardroom.domain.text import ParagraphState, Run
from boardroom.domain.words import MeetingStatus, TextKind
from boardroom.services.agenda import defer_item
from boardroom.services.texts import write_text
from boardroom.store.queries.meeting_page import agenda_of, head_of
from boardroom.store.queries.running import running_of
from boardroom.store.queries.still_open import still_open
from tests.ui.pages.by_ear import unnamed
from tests.ui.pages.in_room import Room, enter_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boardroom.ui.pages.room.closing import ClosingPanel
    from tests.ui.program import Running


@pytest.fixture
def room(run: Callable[..., Running], sample: Path, tmp_path: Path) -> Room:
    at = enter_room(run, sample, tmp_path)
    at.begin()
    return at


def panel(room: Room) -> ClosingPanel:
    assert room.page.item.is_closing
    return room.page.item.closing


def test_what_is_still_open_stands_in_place_of_the_item(room: Room) -> None:
    room.one.press("Ctrl+Shift+C")
    rows = panel(room).rows.loaded()
    assert len(rows) == len(room.one.desk.read(still_open, room.id)) > 3
    assert (rows[0].number, rows[0].title, rows[0].group) == ("2", "Declarations of interest", "Items not taken")
    assert rows[0].spoken == "2 Declarations of interest It was not taken."
    assert panel(room).rows.hasFocus()
    assert panel(room).go.words() == "Close the meeting 14:00"
    assert room.page.head().commands == (), "one filled button on the screen"
    assert room.one.desk.read(head_of, room.id).status is MeetingStatus.HELD


def test_enter_goes_to_what_is_open(room: Room) -> None:
    room.one.press("Ctrl+Shift+C")
    room.one.press("Down")
    entity, wanted = panel(room).rows.chosen_id()
    room.one.press("Return")
    assert not room.page.item.is_closing
    assert (entity, wanted) == ("agenda_item", room.page.link().item_id)
    assert room.page.head().commands[-1] == "room.next"


def test_enter_goes_to_an_action_under_its_item(room: Room) -> None:
    room.one.press("Ctrl+G")
    room.one.type("Write to the fire service")
    room.one.press("Ctrl+Return")
    room.one.press("Ctrl+PgDown")
    room.one.press("Ctrl+Shift+C")
    room.one.press("End")
    row = panel(room).rows.chosen_row()
    assert row is not None
    assert row.context == "It has neither an owner nor a date."
    room.one.press("Return")
    assert room.page.link().item_id == room.items[0]
    assert room.page.item.actions_here.chosen() is not None
    assert room.page.item.actions_here.rows.hasFocus()


def test_enter_goes_to_a_line_that_was_not_recorded(room: Room) -> None:
    lines = [ParagraphState(runs=(Run(words),)) for words in ("Talk first", "= The plan is agreed")]
    room.one.press("Ctrl+PgDown")
    room.one.desk.write("Write notes", write_text, room.id, room.items[0], TextKind.NOTE, lines)
    room.one.press("Ctrl+Shift+C")
    rows = panel(room).rows.loaded()
    # It is too long to stand whole beside a title, so the heading says it.
    assert [(one.number, one.title, one.context, one.group) for one in rows if one.group.startswith("Being")] == [
        ("2", "Declarations of interest", "", "Being taken, and over when the meeting is closed")
    ]
    assert [(one.number, one.context) for one in rows if one.group == "Items with notes but no minute text"] == [
        ("1", "")
    ]
    line = next(one for one in rows if one.group == "Lines of the notes that were not recorded")
    assert (line.title, line.context) == ("= The plan is agreed", "No decision was recorded from it.")
    panel(room).rows.choose(line.id)
    room.one.press("Return")
    assert room.page.link().item_id == room.items[0]
    editor = room.page.item.texts.notes.editor
    assert editor.hasFocus()
    assert editor.caret_line().text == "= The plan is agreed"


def test_escape_goes_back_to_the_item(room: Room) -> None:
    room.one.press("Ctrl+Shift+C")
    room.one.press("Esc")
    assert not room.page.item.is_closing
    assert room.page.item.texts.notes.editor.hasFocus()
    assert room.one.desk.read(running_of, room.id).in_session


def test_the_button_closes_it_at_the_time_that_it_says(room: Room) -> None:
    room.one.press("Ctrl+Shift+C")
    room.one.clock.go_on(minutes=112)
    room.page._on_tick()
    assert panel(room).go.words() == "Close the meeting 15:52"
    room.one.press("Tab")
    assert panel(room).go.hasFocus()
    room.one.press("Return")
    room.one.wait_for_page("minutes")
    head = room.one.desk.read(head_of, room.id)
    assert head.status is MeetingStatus.DRAFT_MINUTES
    assert f"{head.days[0].ends:%H:%M}" == "15:52"


def test_the_same_key_again_closes_it_and_undo_opens_it(room: Room) -> None:
    room.one.press("Ctrl+Shift+C")
    room.one.press("Ctrl+Shift+C")
    room.one.wait_for_page("minutes")
    room.one.press("Ctrl+Z")
    assert room.one.desk.read(running_of, room.id).in_session


def test_where_nothing_is_open_one_key_closes_it(room: Room) -> None:
    for item in room.one.desk.read(agenda_of, room.id).items[1:]:
        room.one.desk.write("Defer", defer_item, item.id, "the next meeting")
    room.one.press("Ctrl+PgDown")
    assert room.one.desk.read(still_open, room.id) == ()
    room.one.press("Ctrl+Shift+C")
    room.one.wait_for_page("minutes")
    assert room.one.desk.read(head_of, room.id).status is MeetingStatus.DRAFT_MINUTES


def test_the_list_follows_what_is_settled_meanwhile(room: Room) -> None:
    room.one.press("Ctrl+Shift+C")
    count = len(panel(room).rows.loaded())
    room.one.desk.write("Defer", defer_item, room.items[-1], "the next meeting")
    QApplication.processEvents()
    assert len(panel(room).rows.loaded()) == count - 1


def test_another_item_takes_the_place_of_the_list(room: Room) -> None:
    room.one.press("Ctrl+Shift+C")
    room.page.agenda.choose("agenda_item", room.items[3])
    assert not room.page.item.is_closing
    assert room.page.head().commands[-1] == "room.next"


def test_every_stop_of_the_list_says_what_it_is(room: Room) -> None:
    room.one.press("Ctrl+Shift+C")
    assert unnamed(panel(room)) == []
