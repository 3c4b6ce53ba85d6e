"""People in the room, by keyboard: whoever comes, goes, is deputised for or recused half way has a time."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from boardroom.domain.words import Presence
from boardroom.store.queries.attendance_page import attendance_of
from boardroom.ui.pages.meeting.people_declared import DeclarationPanel
from boardroom.ui.pages.meeting.people_rows import Entry
from tests.ui.pages.in_room import Room, enter_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boardroom.store.queries.attendance_page import AttendanceView, DeclarationView, LineView
    from boardroom.ui.pages.meeting.people import PeopleColumn
    from tests.ui.program import Running


@pytest.fixture
def room(run: Callable[..., Running], sample: Path, tmp_path: Path) -> Room:
    """Lend a room at its second item, everybody being here, at 14:10."""
    room = enter_room(run, sample, tmp_path)
    room.begin()
    room.one.clock.go_on(minutes=5)
    room.one.press("Ctrl+PgDown")
    room.one.clock.go_on(minutes=5)
    return room


def people(room: Room) -> PeopleColumn:
    return room.page.people


def there(room: Room) -> AttendanceView:
    return room.one.desk.read(attendance_of, room.id, room.current)


def line(room: Room, name: str) -> LineView:
    return next(one for one in there(room).lines if one.name == name and not one.proxy)


def stays(room: Room, name: str) -> list[tuple[time | None, time | None]]:
    return [(one.arrived_at, one.left_at) for one in line(room, name).stays]


def members(room: Room) -> list[str]:
    return [one.name for one in there(room).lines if one.seat and one.status is Presence.PRESENT]


def choose(room: Room, name: str) -> None:
    assert people(room).rows.choose(Entry("attendance", line(room, name).id))
    people(room).rows.setFocus()
    QApplication.processEvents()


def give(room: Room) -> None:
    panel = people(room).panel
    assert panel is not None
    assert panel.button is not None
    panel.button.click()
    QApplication.processEvents()


def declaration(room: Room, name: str) -> DeclarationView:
    return next(one for one in there(room).declarations if one.by == name)


def test_who_left_comes_back_from_elsewhere_with_a_time(room: Room) -> None:
    name = members(room)[0]
    choose(room, name)
    room.one.press("Space")
    assert stays(room, name) == [(None, time(14, 10))]
    room.one.clock.go_on(minutes=5)
    room.one.press("R")
    back = line(room, name)
    assert (back.here, back.remote, stays(room, name)[1:]) == (True, True, [(time(14, 15), None)])
    room.one.press("Ctrl+Z")
    assert (line(room, name).here, line(room, name).remote) == (False, False)
    room.one.press("Ctrl+Z")
    assert stays(room, name) == []


def test_a_deputy_takes_the_seat_over_at_that_time(room: Room) -> None:
    name = members(room)[0]
    before = there(room).quorums[0].quorum
    choose(room, name)
    room.one.press("D")
    room.one.type("Gwen Parry")
    room.one.press("Return")
    assert (line(room, name).status, stays(room, name)) == (Presence.PRESENT, [(None, time(14, 10))])
    assert stays(room, "Gwen Parry") == [(time(14, 10), None)]
    assert there(room).quorums[0].quorum.counted == before.counted


def test_a_proxy_leaves_the_quorum_and_undo_brings_it_back(room: Room) -> None:
    bearer, name = members(room)[:2]
    before = there(room).quorums[0].quorum
    choose(room, name)
    room.one.press("P")
    room.one.type(bearer)
    room.one.press("Return")
    assert people(room).panel is None
    assert [(one.name, one.deputy_for) for one in there(room).lines if one.proxy] == [(bearer, name)]
    assert there(room).quorums[0].quorum.counted == before.counted - 1
    room.one.press("Ctrl+Z")
    assert there(room).quorums[0].quorum == before


def test_a_declaration_that_is_put_right_in_its_form_is_stamped_at_once(room: Room) -> None:
    name = members(room)[0]
    choose(room, name)
    room.one.press("X")
    room.one.type("is a trustee")
    panel = people(room).panel
    assert isinstance(panel, DeclarationPanel)
    current = room.current
    assert current is not None
    panel.about.open(room.page.agenda.number_of(current))
    give(room)
    declared = declaration(room, name)
    assert (declared.left_at, declared.returned_at) == (time(14, 10), None)
    room.one.clock.go_on(minutes=5)
    assert people(room).rows.choose(Entry("declaration", declared.id))
    people(room).rows.setFocus()
    room.one.press("Return")
    panel = people(room).panel
    assert isinstance(panel, DeclarationPanel)
    panel.dispensation.setFocus()
    room.one.type("by the monitoring officer")
    assert panel.commit()
    assert declaration(room, name).returned_at == time(14, 15)
    assert not line(room, name).recused
    room.one.press("Ctrl+Z")
    assert declaration(room, name).returned_at is None
    assert line(room, name).recused
