"""The people beside a running meeting, on a small display: whom one acts on is seen, and so is what one fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from sqlalchemy import select

from boardroom.domain.meeting import Meeting
from boardroom.ui.links import Link
from tests.ui.pages.in_room import enter_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boardroom.ui.pages.meeting.people_list import PeopleList
    from tests.ui.pages.in_room import Room
    from tests.ui.program import Running


@pytest.fixture
def room(run: Callable[..., Running], sample: Path, tmp_path: Path) -> Room:
    begun = enter_room(run, sample, tmp_path)
    begun.one.shell.resize(1280, 680)
    begun.one.press("Ctrl+Shift+H")
    return begun


def is_seen(rows: PeopleList) -> bool:
    return rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))


def test_the_people_begin_with_the_first_of_them_whatever_meeting_was_seen_before(
    run: Callable[..., Running], sample: Path, tmp_path: Path
) -> None:
    room = enter_room(run, sample, tmp_path)
    find = select(Meeting.id).where(Meeting.name == "13th meeting")
    earlier = room.one.desk.read(lambda session: session.scalars(find).one())
    for meeting_id in (earlier, room.id):
        room.one.window.go(Link("room", "meeting", meeting_id, meeting_id))
        QApplication.processEvents()
    room.one.press("Ctrl+Shift+H")
    rows = room.page.people.rows
    assert rows.chosen_id() == rows.loaded()[0].id
    assert is_seen(rows)


def test_whom_a_form_is_about_stays_in_sight_above_it(room: Room) -> None:
    rows = room.page.people.rows
    room.one.press("F4")
    for _ in range(8):
        room.one.press("Down")
    chosen = rows.chosen_id()
    room.one.press("Return")
    assert room.page.people.panel is not None
    assert rows.chosen_id() == chosen
    assert is_seen(rows)


def test_a_small_form_is_seen_whole(room: Room) -> None:
    room.one.press("F4")
    room.one.press("Ctrl+Shift+E")
    QApplication.processEvents()
    panel = room.page.people.panel
    assert panel is not None
    area = panel.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    assert panel.button is not None
    assert panel.button.width() >= panel.button.sizeHint().width()


def test_a_vote_while_nobody_may_vote_by_name_keeps_the_focus(
    run: Callable[..., Running], sample: Path, tmp_path: Path
) -> None:
    room = enter_room(run, sample, tmp_path)
    room.one.press("Ctrl+Shift+M")
    room.one.type("That we open two halls.")
    room.one.press("F9")
    voting = room.page.item.motions.voting
    focused = QApplication.focusWidget()
    assert voting.isVisible()
    assert focused is not None
    assert voting.isAncestorOf(focused)


def test_a_meeting_that_ran_over_is_told_in_red_only_while_it_runs(room: Room) -> None:
    room.one.clock.go_on(hours=6)
    room.one.press("Ctrl+PgDown")
    planned = room.page.agenda._planned
    assert planned.property("role") == "danger"
    room.one.press("Ctrl+F7")
    room.one.press("Return")
    assert planned.property("role") == "strong"
