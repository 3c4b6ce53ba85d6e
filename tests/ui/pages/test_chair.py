"""The chair's window, in real windows: agenda, time, quorum, who was not heard, what must be said next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from sqlalchemy import select

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance
from boardroom.domain.said_next import Cue, Saying
from boardroom.domain.words import ItemState, Presence
from boardroom.services.attendance import all_present_except
from boardroom.services.declarations import declare
from boardroom.services.running import mark_heard
from boardroom.store.queries.chair import chair_of
from boardroom.store.queries.round_table import round_the_table
from boardroom.ui.kit.theme import wear
from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.pages.room.chair_words import sentence_of
from tests.ui.pages.by_ear import unnamed
from tests.ui.pages.test_room import Room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy.orm import Session

    from boardroom.ui.pages.room.chair import ChairWindow
    from tests.ui.program import Running


class Chair:
    """A meeting in session, with the chair's window beside it."""

    def __init__(self, room: Room) -> None:
        self.room, self.one = room, room.one
        self.one.press("Ctrl+Shift+H")
        self.one.desk.write("Mark all as here", all_present_except, room.id)
        self.one.press("Ctrl+F12")
        self.first = self.window.geometry()
        # Dragged to the chair's own display, and made large.
        self.window.resize(1100, 700)

    @property
    def window(self) -> ChairWindow:
        window = self.room.page_of_room().beside.chair
        assert window is not None
        return window

    def next(self, times: int = 1) -> None:
        for _ in range(times):
            self.one.press("Ctrl+PgDown")

    def said(self) -> list[str]:
        return [one.said for one in self.window.to_be_said.labels if one.isVisibleTo(self.window)]

    def lines(self) -> list[str]:
        return [one.accessibleName() for one in self.window.agenda.lines if one.isVisibleTo(self.window)]


@pytest.fixture
def room(run: Callable[..., Running], sample: Path, tmp_path: Path) -> Room:
    path = tmp_path / "Arrowmere.boardroom"
    path.write_bytes(sample.read_bytes())
    one = run(path=path)
    one.wait_for_board()
    return Room(one)


@pytest.fixture
def chair(room: Room) -> Chair:
    return Chair(room)


@pytest.fixture
def light() -> Iterator[None]:
    yield
    wear(Appearance.LIGHT)


def test_one_key_shows_it_and_takes_it_away_and_the_room_keeps_the_keys(chair: Chair) -> None:
    assert chair.window.isVisible()
    assert chair.one.shell.isActiveWindow()
    chair.next()
    assert chair.window.heading.said == "Declarations of interest"
    chair.one.press("Ctrl+F12")
    assert not chair.window.isVisible()
    chair.one.press("Ctrl+F12")
    QTest.keyClick(chair.window, Qt.Key.Key_Escape)
    assert not chair.window.isVisible()


def test_it_stands_above_the_room_and_leaves_room_below_it(chair: Chair) -> None:
    handle, shell = chair.window.windowHandle(), chair.one.shell
    assert handle.transientParent() is shell.windowHandle()
    assert handle.type() == Qt.WindowType.Dialog, "of other windows X11 doesn't tell what they stand above"
    assert handle.flags() & Qt.WindowType.WindowMaximizeButtonHint
    place = shell.screen().availableGeometry()
    assert place.contains(chair.first)
    moved = QRect(20, 30, 500, 400)
    chair.window.setGeometry(moved)
    chair.one.press("Ctrl+F12")
    chair.one.press("Ctrl+F12")
    assert chair.window.geometry() == moved, "where the chair wants it, it comes back"


def test_the_first_item_opens_with_quorum_and_apologies(chair: Chair) -> None:
    quorum, apologies, waiting, warned = chair.said()
    assert quorum == "There is a quorum: 15 members with a vote are here, 8 are needed."
    assert apologies == "No apologies were received. Are there any?"
    assert waiting.startswith("3 proposals have waited for an answer for more than the 56 days agreed")
    assert warned.startswith("Not yet involved in planning “Speech and language therapy”: police, voluntary, ")
    assert "Its specification stage is planned from 25 January 2027. Ask whether to open a call" in warned
    meter = chair.window.meters[0]
    assert (meter.accessibleName(), meter.is_short()) == ("Quorate for this item", False)
    chair.next()
    assert chair.said() == [
        "Ask for declarations of interest: which item, what interest, and who leaves the room for it."
    ]


def test_the_agenda_has_ticks_and_the_present_item(chair: Chair) -> None:
    chair.next(2)
    lines = chair.lines()
    assert lines[:3] == [
        "1 Welcome and apologies, taken", "2 Declarations of interest, taken", "3 Minutes of 3 December, being taken",
    ]  # fmt: skip
    assert any(one.endswith(", restricted") for one in lines)


def test_time_that_is_over_is_told_as_the_clock_goes_on(chair: Chair) -> None:
    chair.next(2)
    assert (chair.window.left.said, chair.said()) == ("5:00 left", [])
    chair.one.clock.go_on(minutes=6, seconds=5)
    chair.window.tell_time()
    assert (chair.window.clock.said, chair.window.left.said) == ("14:06", "1:05 over")
    assert chair.said()[0].startswith("The time of this item is over by 1:05.")
    chair.one.press("Ctrl+Shift+T")
    assert chair.window.left.said == "3:55 left"


def test_sectors_leave_the_list_when_they_are_heard(chair: Chair) -> None:
    desk, item = chair.one.desk, chair.room.items[0]
    before = [one.said for one in chair.window.not_heard.names]
    assert "Education" in before
    sector = next(one.sector for one in desk.read(round_the_table, item) if one.sector.value == "education")
    desk.write("Heard", mark_heard, item, sector, desk.now)
    QApplication.processEvents()
    assert [one.said for one in chair.window.not_heard.names] == [one for one in before if one != "Education"]


def test_a_restricted_item_is_announced_and_then_excludes_the_public(chair: Chair) -> None:
    place = next(at for at, row in enumerate(chair.room.items) if chair.one.desk.read(_restricted, row))
    chair.next(place - 1)
    assert chair.said()[0].startswith("Next item: Move that the public be excluded. Exempt, paragraph 3")
    chair.next()
    assert chair.said()[0].startswith("Move that the public be excluded. Exempt, paragraph 3")
    assert chair.said()[0].endswith("The public interest in keeping it exempt outweighs that in disclosing it.")
    chair.next()
    assert chair.said() == [
        "The public may come back into the room.",
        "This is the last item. Say when the next meeting is, and close this one.",
    ]


def test_who_is_recused_is_told_before_the_item_and_at_it(chair: Chair) -> None:
    desk = chair.one.desk
    line = desk.read(_somebody, chair.room.id)
    desk.write(
        "Declare", declare, chair.room.id, line.name, "May bid for it", recused=True, item_ids=[chair.room.items[1]]
    )
    QApplication.processEvents()
    assert chair.said()[-1] == f"Next item: {line.name} has an interest, takes no part and leaves the room."
    chair.next()
    assert f"{line.name} has an interest, takes no part and leaves the room." in chair.said()


def test_without_a_quorum_decisions_would_be_provisional(chair: Chair) -> None:
    chair.one.desk.write("Send most home", _send_home, chair.room.id)
    QApplication.processEvents()
    assert chair.said()[0].startswith("There is no quorum: 0 of 8 are here. Decisions would be provisional.")
    assert chair.window.meters[0].is_short()


@pytest.mark.parametrize(
    ("counted", "lacking", "told"),
    [
        (3, "5 short", "There is no quorum: 3 of 8 are here."),
        (9, "missing: chair", "There is no quorum, missing: chair."),
    ],
)
def test_it_is_told_what_the_quorum_lacks(counted: int, lacking: str, told: str) -> None:
    saying = Saying(cue=Cue.INQUORATE, numbers=(counted, 8), words=lacking)
    assert sentence_of(saying) == f"{told} Decisions would be provisional."


def test_a_late_item_shows_the_chairs_reason(chair: Chair) -> None:
    chair.one.desk.write("Make it late", _make_late, chair.room.items[1])
    chair.next()
    assert "Late item. The chair takes it because: the operator gave notice on Monday." in chair.said()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080), (640, 360)])
@pytest.mark.usefixtures("light")
def test_it_is_read_from_a_metre_away_small_and_large_in_every_theme(chair: Chair, width: int, height: int) -> None:
    chair.one.desk.write("Make it late", _make_late, chair.room.items[0])
    window = chair.window
    window.resize(width, height)
    for look in (Appearance.DARK, Appearance.CONTRAST):
        wear(look)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (width, height)
        assert chair.said()
        for label in window.findChildren(QLabel):
            if label.isVisibleTo(window) and label.text():
                assert label.fontInfo().pixelSize() >= 11
                assert window.rect().contains(label.rect().translated(label.mapTo(window, label.rect().topLeft())))
    assert unnamed(window) == []


def test_it_goes_with_the_board_file_and_changes_nothing(chair: Chair) -> None:
    window = chair.window
    before = chair.one.desk.read(chair_of, chair.room.id)
    window.reload()
    assert chair.one.desk.read(chair_of, chair.room.id) == before
    assert [one.state for one in before.agenda[:2]] == [ItemState.OPEN, ItemState.OPEN]
    chair.one.program.files.close()
    assert not window.isVisible()


def _restricted(session: Session, item_id: object) -> bool:
    return session.get_one(AgendaItem, item_id).restricted


def _somebody(session: Session, meeting_id: object) -> Attendance:
    wanted = select(Attendance).where(Attendance.meeting_id == meeting_id, Attendance.seat_id.is_not(None))
    return next(one for one in session.scalars(wanted.order_by(Attendance.position)) if one.name)


def _send_home(session: Session, meeting_id: object) -> None:
    for line in session.scalars(select(Attendance).where(Attendance.meeting_id == meeting_id)):
        line.status = Presence.ABSENT


def _make_late(session: Session, item_id: object) -> None:
    session.get_one(AgendaItem, item_id).late_reason = "the operator gave notice on Monday"
