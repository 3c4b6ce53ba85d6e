"""The times that were stamped are corrected in the room, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boardroom.store.queries.running import running_of
from tests.ui.pages.by_ear import unnamed
from tests.ui.pages.in_room import Room, enter_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boardroom.ui.pages.room.times import TimesPanel
    from tests.ui.program import Running


@pytest.fixture
def room(run: Callable[..., Running], sample: Path, tmp_path: Path) -> Room:
    """The third item is being taken since 14:15."""
    at = enter_room(run, sample, tmp_path)
    at.begin()
    for minutes in (5, 10):
        at.one.clock.go_on(minutes=minutes)
        at.one.press("Ctrl+PgDown")
    return at


def panel(room: Room) -> TimesPanel:
    assert room.page.agenda.times.isVisible()
    return room.page.agenda.times


def times(room: Room) -> list[str]:
    takings = room.one.desk.read(running_of, room.id).takings
    return [f"{one.began:%H:%M} {one.ended:%H:%M}" if one.ended else f"{one.began:%H:%M}" for one in takings]


def test_the_end_of_an_item_is_corrected_and_the_next_begins_then(room: Room) -> None:
    assert times(room) == ["14:00 14:05", "14:05 14:15", "14:15"]
    room.one.press("Shift+F2")
    assert panel(room).lines[1].began.control.hasFocus()
    room.one.press("Tab")
    room.one.type("14:12")
    room.one.press("Return")
    assert times(room) == ["14:00 14:05", "14:05 14:12", "14:12"]
    assert panel(room).lines[2].began.typed() == "14:12", "the panel follows"
    room.one.press("Ctrl+Z")
    assert times(room)[1] == "14:05 14:15"
    assert panel(room).lines[1].ended.typed() == "14:15"


def test_what_cannot_have_been_is_said_below_the_field(room: Room) -> None:
    room.one.press("Shift+F2")
    room.one.type("18:00")
    room.one.press("Return")
    assert panel(room).lines[1].began.wrong == "An item can't end before it began."
    assert times(room) == ["14:00 14:05", "14:05 14:15", "14:15"]
    room.one.press("Esc")
    assert panel(room).lines[1].began.typed() == "14:05"


def test_escape_and_the_same_key_bring_the_agenda_back(room: Room) -> None:
    for key in ("Esc", "Shift+F2"):
        room.one.press("Shift+F2")
        assert panel(room).lines[0].isVisible()
        room.one.press(key)
        assert room.page.agenda.rows.isVisible()
        assert room.page.agenda.rows.hasFocus()


def test_what_is_typed_is_saved_when_the_agenda_comes_back(room: Room) -> None:
    room.one.press("Shift+F2")
    room.one.type("14:07")
    room.one.press("Shift+F2")
    assert times(room)[:2] == ["14:00 14:07", "14:07 14:15"]


def test_the_item_that_is_taken_has_no_end_yet_and_gets_a_line_when_it_has(room: Room) -> None:
    room.one.press("Shift+F2")
    assert panel(room).lines[2].ended.line.isReadOnly()
    room.one.press("Ctrl+PgDown")
    assert len(panel(room).lines) == 4
    assert not panel(room).lines[2].ended.line.isReadOnly()


def test_before_the_first_item_there_is_nothing_to_correct(
    run: Callable[..., Running], sample: Path, tmp_path: Path
) -> None:
    planned = enter_room(run, sample, tmp_path)
    assert planned.page.why_not("room.times") == "no item was taken yet"


def test_every_field_says_of_which_item_it_is(room: Room) -> None:
    room.one.press("Shift+F2")
    assert unnamed(panel(room)) == []
    assert panel(room).lines[1].ended.control.accessibleName() == "2 Declarations of interest ended"
