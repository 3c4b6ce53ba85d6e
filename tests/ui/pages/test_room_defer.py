"""An item is put off to a meeting that is planned, in the room and by keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.words import ItemState
from boardroom.services.meetings import plan_meeting
from boardroom.store.queries.running import running_of
from tests.ui.pages.in_room import Room, enter_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from tests.ui.program import Running

MARCH, MAY = date(2027, 3, 18), date(2027, 5, 20)


@pytest.fixture
def room(run: Callable[..., Running], sample: Path, tmp_path: Path) -> Room:
    at = enter_room(run, sample, tmp_path)
    at.begin()
    return at


@pytest.fixture
def ahead(room: Room) -> dict[date, UUID]:
    """Two meetings to come, and one that should have been long ago."""
    days = (MAY, MARCH, date(2026, 12, 1))
    return {day: room.one.desk.write("Plan", plan_meeting, room.one.desk.board_id, day).id for day in days}


def item(room: Room, place: int = 0) -> AgendaItem:
    wanted = room.items[place]
    return room.one.desk.read(lambda session: session.get_one(AgendaItem, wanted))


def test_enter_puts_the_item_off_to_the_next_meeting(room: Room, ahead: dict[date, UUID]) -> None:
    room.one.press("Ctrl+Shift+G")
    room.one.press("Return")
    one = item(room)
    assert (one.state, one.deferred_to, one.deferred_to_id) == (
        ItemState.DEFERRED, "the meeting of 18 March 2027", ahead[MARCH],
    )  # fmt: skip
    view = room.one.desk.read(running_of, room.id)
    assert (view.current, view.takings[0].ended is None) == (None, False), "its time has stopped"


def test_part_of_a_day_names_another_meeting(room: Room, ahead: dict[date, UUID]) -> None:
    room.one.press("Ctrl+Shift+G")
    room.one.type("20 May")
    room.one.press("Return")
    assert (item(room).deferred_to, item(room).deferred_to_id) == ("the meeting of 20 May 2027", ahead[MAY])


@pytest.mark.usefixtures("ahead")
def test_words_that_name_no_planned_meeting_stay_words(room: Room) -> None:
    room.one.press("Ctrl+Shift+G")
    room.one.type("a date to be fixed")
    room.one.press("Return")
    assert (item(room).deferred_to, item(room).deferred_to_id) == ("a date to be fixed", None)


def test_an_item_that_was_put_off_keeps_its_meeting_when_it_is_asked_again(room: Room, ahead: dict[date, UUID]) -> None:
    for _ in range(2):
        room.one.press("Ctrl+Shift+G")
        if item(room).deferred_to_id is None:
            room.one.type("20 May")
        room.one.press("Return")
        assert item(room).deferred_to_id == ahead[MAY]


def test_without_a_meeting_ahead_the_line_is_empty(room: Room) -> None:
    room.one.press("Ctrl+Shift+G")
    room.one.press("Return")
    assert room.page.agenda.asking.is_asking
    assert item(room).state is ItemState.OPEN
