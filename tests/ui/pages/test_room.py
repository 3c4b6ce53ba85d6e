"""The room, by keyboard: a meeting started, taken from item to item, adjourned, gone on with and closed."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine, event, select

from boardroom.domain.meeting import Meeting
from boardroom.domain.words import ItemState, MeetingStatus
from boardroom.services.attendance import all_present_except
from boardroom.services.running import start_meeting
from boardroom.store.queries.meeting_page import agenda_of, head_of
from boardroom.store.queries.round_table import Hearing, round_the_table
from boardroom.store.queries.running import running_of
from boardroom.ui.links import Link
from boardroom.ui.pages.room import RoomPage
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from boardroom.ui.window import Window
    from tests.ui.program import Running


class Room:
    """The room of the sample board's planned meeting, and what a secretary presses there."""

    def __init__(self, one: Running) -> None:
        self.one = one
        find = select(Meeting.id).where(Meeting.status == MeetingStatus.PLANNED)
        self.id: UUID = one.desk.read(lambda session: session.scalars(find).one())
        planned = one.desk.read(head_of, self.id).held_on
        assert planned is not None
        one.clock.now = datetime(planned.year, planned.month, planned.day, 14, 0, 20, tzinfo=one.clock.now.tzinfo)
        one.window.go(Link("room", "meeting", self.id, self.id))
        QApplication.processEvents()

    @property
    def page(self) -> RoomPage:
        page = self.one.page
        assert isinstance(page, RoomPage)
        return page

    def page_of_room(self) -> RoomPage:
        page = self.one.window.stack.page("room", self.one.desk)
        assert isinstance(page, RoomPage)
        return page

    @property
    def items(self) -> list[UUID]:
        return [row.id for row in self.one.desk.read(agenda_of, self.id).items]

    @property
    def current(self) -> UUID | None:
        return self.one.desk.read(running_of, self.id).current

    def state(self, place: int) -> ItemState:
        return self.one.desk.read(agenda_of, self.id).items[place].state

    def figures(self) -> list[str]:
        return [row.figure for row in self.page.agenda.rows.loaded()]


@contextmanager
def statements(words: str) -> Iterator[list[str]]:
    """Gather the statements with certain words in them that are sent to the board file."""
    found: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if words in statement:
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


@pytest.fixture
def room(run: Callable[..., Running], sample: Path, tmp_path: Path) -> Room:
    path = tmp_path / "Arrowmere.boardroom"
    path.write_bytes(sample.read_bytes())
    one = run(path=path)
    one.wait_for_board()
    return Room(one)


@pytest.fixture
def begun(room: Room) -> Room:
    room.one.press("Ctrl+Shift+H")
    room.one.desk.write("Mark all as here", all_present_except, room.id)
    return room


def test_one_key_starts_the_meeting_at_its_first_item(room: Room) -> None:
    assert room.page.head().commands[-1] == "room.start"
    room.one.press("Ctrl+Shift+H")
    assert room.current == room.items[0]
    assert room.page.head().commands[-1] == "room.next"
    assert room.one.desk.read(head_of, room.id).status is MeetingStatus.HELD
    assert room.page.item.texts.notes.editor.hasFocus(), "notes can be typed at once"


def test_a_meeting_of_another_day_is_asked_about_and_escape_leaves_it(room: Room) -> None:
    room.one.clock.go_on(days=1)
    room.one.press("Ctrl+Shift+H")
    assert room.current is None
    room.one.press("Esc")
    assert room.one.desk.read(head_of, room.id).status is MeetingStatus.PLANNED
    room.one.press("Ctrl+Shift+H")
    room.one.press("Return")
    assert room.current == room.items[0]
    assert room.one.desk.read(head_of, room.id).held_on == room.one.clock.now.date()


def test_the_next_item_ticks_the_one_before_and_its_time_is_shown(begun: Room) -> None:
    begun.one.clock.go_on(minutes=4)
    begun.one.press("Ctrl+PgDown")
    assert (begun.current, begun.state(0)) == (begun.items[1], ItemState.TAKEN)
    assert begun.page.link().item_id == begun.items[1]
    begun.one.clock.go_on(minutes=2, seconds=30)
    begun.page._on_tick()
    assert begun.figures()[:2] == ["4/5", "2/5"]
    assert begun.page.clock.bar.words() == "2:30 of 5:00"
    assert begun.page.clock.face.text() == "14:06"


def test_five_minutes_more_are_given_and_taken_back(begun: Room) -> None:
    begun.one.press("Ctrl+Shift+T")
    begun.one.clock.go_on(minutes=6)
    begun.page._on_tick()
    assert begun.page.clock.bar.words() == "6:00 of 10:00"
    begun.one.press("Ctrl+Z")
    assert begun.page.clock.bar.over()


def test_an_item_is_taken_out_of_order_and_undone(begun: Room) -> None:
    begun.page.agenda.choose("agenda_item", begun.items[4])
    begun.one.press("Ctrl+T")
    assert begun.current == begun.items[4]
    begun.one.press("Ctrl+Z")
    assert begun.current == begun.items[0]


def test_looking_at_another_item_does_not_take_it(begun: Room) -> None:
    begun.page.agenda.choose("agenda_item", begun.items[3])
    assert begun.page.link().item_id == begun.items[3]
    assert begun.current == begun.items[0]
    assert "is being taken" not in begun.page.why_not("room.take")


def test_the_agenda_is_not_read_whole_for_the_next_item_a_look_or_somebody_who_comes(begun: Room) -> None:
    begun.one.press("Ctrl+PgDown")
    first, _, third, *_ = begun.items
    with statements("UNION ALL") as counting:
        begun.one.press("Ctrl+PgDown")
        assert begun.page.link().item_id == third
        begun.page.people.rows.setFocus()
        begun.one.press("Space")
        assert [row.context[:4] for row in begun.page.people.rows.loaded()].count("left") == 1
        begun.page.agenda.rows.choose(first)
        assert begun.page.link().item_id == first
        assert counting == []


def test_of_the_agenda_only_rows_are_made_anew_that_say_something_else(begun: Room) -> None:
    before = begun.page.agenda.rows.loaded()
    begun.one.clock.go_on(minutes=2)
    begun.one.press("Ctrl+PgDown")
    after = begun.page.agenda.rows.loaded()
    assert [one is other for one, other in zip(before, after, strict=True)] == [False, False] + [True] * (
        len(after) - 2
    )
    begun.one.clock.go_on(minutes=1)
    begun.page.agenda.show_time(begun.one.clock.now)
    assert begun.figures()[:2] == ["2/5", "1/5"]


def test_two_keys_mark_a_sector_as_heard(begun: Room) -> None:
    begun.one.press("F7")
    begun.one.press("2")
    tiles = begun.one.desk.read(round_the_table, begun.items[0])
    assert [one.hearing for one in tiles[:3]] == [Hearing.NOT_HEARD, Hearing.HEARD, Hearing.NOT_HEARD]
    assert begun.page.strip.tiles[1].words() == "heard"
    begun.one.press("Ctrl+Z")
    assert begun.page.strip.tiles[1].words() == "not heard"


def test_the_next_sector_is_called_and_enter_records_its_point(begun: Room) -> None:
    begun.one.press("F7")
    begun.one.press("1")
    begun.one.press("Ctrl+Shift+F7")
    assert begun.page.strip.tiles[1].hasFocus()
    begun.one.press("Return")
    form = begun.page.item.points.editing
    assert form.isVisible()
    sector = form.fields["sector"].value
    assert sector is begun.one.desk.read(round_the_table, begun.items[0])[1].sector


def test_it_is_adjourned_with_a_reason_and_goes_on_at_its_item(begun: Room) -> None:
    begun.one.press("Ctrl+PgDown")
    begun.one.press("Ctrl+F7")
    begun.one.type("A fire drill")
    begun.one.press("Return")
    assert begun.page.head().chip == "adjourned"
    assert begun.one.desk.read(head_of, begun.id).days[0].adjourned_because == "A fire drill"
    assert "isn’t in session" in begun.page.why_not("room.next")
    assert begun.page.agenda._ends.full() == "adjourned 14:00"
    assert begun.page.agenda.rows.loaded()[1].second_line.startswith("Unfinished")
    begun.one.clock.go_on(minutes=15)
    begun.one.press("Ctrl+F8")
    assert begun.current == begun.items[1]
    assert "Unfinished" not in begun.page.agenda.rows.loaded()[1].second_line


def test_the_room_comes_back_at_its_item(begun: Room, run: Callable[..., Running]) -> None:
    begun.one.press("Ctrl+PgDown")
    path, now, second = begun.one.desk.file.path, begun.one.clock.now, begun.items[1]
    begun.one.close()
    again = run(path=path)
    again.clock.now = now + timedelta(minutes=1)
    again.wait_for_board()
    assert again.page.id == "room"
    assert again.page.link().item_id == second


def test_another_meeting_cannot_be_started_twice(begun: Room) -> None:
    assert "has been started" in begun.page.why_not("room.start")
    with pytest.raises(Exception, match="in session already"):
        begun.one.desk.write("Start", start_meeting, begun.id, begun.one.clock.now)


def test_every_stop_says_what_it_is(begun: Room) -> None:
    assert unnamed(begun.page) == []


def test_the_rail_is_thin_in_the_room_and_wide_again_after(begun: Room) -> None:
    window: Window = begun.one.window
    thin = window.rail.width()
    window.go(Link("actions"))
    QApplication.processEvents()
    assert window.rail.width() > thin
    assert not begun.page_of_room().clock.isVisible()


def test_no_width_of_the_window_lays_the_sectors_out_without_end(begun: Room) -> None:
    shell = begun.one.shell
    for width in range(1400, 1150, -3):
        shell.resize(width, 800)
        QApplication.processEvents()
    assert begun.page.strip.tiles[0].isVisible()


def test_escape_does_not_lead_out_of_a_meeting_that_is_in_session(begun: Room) -> None:
    for _ in range(4):
        begun.one.press("Esc")
    assert begun.one.page.id == "room"


def test_f3_leads_back_to_the_end_of_the_notes_from_anywhere(begun: Room) -> None:
    begun.one.type("Ann spoke.")
    begun.one.press("F7")
    begun.one.press("F3")
    begun.one.type(" So did Ben.")
    editor = begun.page.item.texts.notes.editor
    assert editor.toPlainText() == "Ann spoke. So did Ben."
    begun.one.press("Ctrl+PgDown")
    begun.page.agenda.choose("agenda_item", begun.items[0])
    begun.one.press("F3")
    begun.one.type(" All did.")
    assert editor.toPlainText() == "Ann spoke. So did Ben. All did."


def test_a_break_on_the_same_day_is_no_further_day(begun: Room) -> None:
    begun.one.press("Ctrl+F7")
    begun.one.press("Return")
    begun.one.clock.go_on(minutes=10)
    begun.one.press("Ctrl+F8")
    assert "another day" not in begun.page.head().context
