"""An agenda built by keyboard and by mouse, beside the item of the Meeting page and in the Meetings place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boardroom.domain.words import ItemState, MeetingStatus, Restriction
from boardroom.services.agenda import rename_item, withdraw_item
from boardroom.services.meetings import give_notice
from boardroom.store.queries.item_page import ItemView, item_of
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.store.queries.meeting_page import AgendaRow, agenda_of
from boardroom.ui.kit.jobs import wait_for_jobs
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting import MeetingPage
from boardroom.ui.pages.meeting.agenda_delegate import AgendaDelegate
from boardroom.ui.pages.meetings import MeetingsPage
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.kit.rows import Rows
    from boardroom.ui.pages.agenda_edit import AgendaEdit
    from boardroom.ui.pages.agenda_panel import ItemPanel
    from boardroom.ui.pages.asking import Asking
    from boardroom.ui.window import Window

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Place:
    """One of the two places where an agenda is built."""

    def __init__(self, page: MeetingPage | MeetingsPage, meeting_id: UUID) -> None:
        self.page, self.meeting_id = page, meeting_id
        inside = page.agenda
        self.rows: Rows = inside.rows
        self.edit: AgendaEdit = inside.edit
        self.panel: ItemPanel = inside.panel
        self.asking: Asking = page.asking if isinstance(page, MeetingsPage) else page.agenda.asking

    def choose(self, number: str) -> UUID:
        row = next(row for row in self.rows.loaded() if row.number == number)
        assert self.rows.choose(row.id)
        self.rows.setFocus()
        item_id: UUID = row.id  # type: ignore[assignment] # ids of items are UUIDs
        return item_id


@pytest.fixture(params=["meeting", "meetings"])
def place(request: pytest.FixtureRequest, desk: Desk, show: Callable[..., Window]) -> Place:
    """The 15th meeting, planned and not noticed, in either place."""
    return _placed(desk, show, request.param)


@pytest.fixture
def table(desk: Desk, show: Callable[..., Window]) -> Place:
    """The 15th meeting in the Meetings place."""
    return _placed(desk, show, "meetings")


def _placed(desk: Desk, show: Callable[..., Window], page: str) -> Place:
    meeting = next(row for row in desk.read(meetings_page, Wanted(board_id=desk.board_id)))
    window = show(desk, Link(page, "meeting", meeting.id, meeting.id))
    found = window.current_page()
    assert isinstance(found, MeetingPage | MeetingsPage)
    return Place(found, meeting.id)


def items(desk: Desk, meeting_id: UUID) -> tuple[AgendaRow, ...]:
    return desk.read(agenda_of, meeting_id).items


def numbered(desk: Desk, place: Place) -> dict[str, str]:
    return {item.number: item.title for item in items(desk, place.meeting_id)}


def item(desk: Desk, item_id: UUID) -> ItemView:
    return desk.read(item_of, item_id)


def asks(asking: Asking) -> bool:
    return asking.is_asking


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def type_over(words: str) -> None:
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), words)


def test_a_new_item_stands_below_the_chosen_one_its_title_ready_to_be_typed(desk: Desk, place: Place) -> None:
    place.choose("4")
    press(Qt.Key.Key_N, CTRL)
    assert focused() is place.edit.title
    QTest.keyClicks(focused(), "Budget")
    press(Qt.Key.Key_Return)
    assert focused() is place.rows
    now = numbered(desk, place)
    assert (now["5"], now["6"]) == ("Budget", "Answers since December")
    row = place.rows.chosen_row()
    assert row is not None
    assert (row.number, row.title) == ("5", "Budget")


def test_a_new_item_stands_at_the_end_while_none_was_chosen(desk: Desk, place: Place) -> None:
    last = items(desk, place.meeting_id)[-1]
    place.rows.setFocus()
    press(Qt.Key.Key_N, CTRL)
    QTest.keyClicks(focused(), "Thanks")
    press(Qt.Key.Key_Return)
    assert [one.title for one in items(desk, place.meeting_id)][-2:] == [last.title, "Thanks"]


def test_a_new_item_stands_below_the_first_one_that_was_pressed(desk: Desk, place: Place) -> None:
    where = place.rows.rect_of(place.rows.loaded()[0].id).center()
    QTest.mouseClick(place.rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    press(Qt.Key.Key_N, CTRL)
    QTest.keyClicks(focused(), "Fire exits")
    press(Qt.Key.Key_Return)
    assert items(desk, place.meeting_id)[1].title == "Fire exits"


def test_items_are_typed_one_after_the_other(desk: Desk, place: Place) -> None:
    place.choose("4")
    for title in ("One", "Two"):
        press(Qt.Key.Key_N, CTRL)
        QTest.keyClicks(focused(), title)
    press(Qt.Key.Key_Return)
    now = numbered(desk, place)
    assert (now["5"], now["6"]) == ("One", "Two")


def test_a_sub_item_stands_under_the_chosen_one(desk: Desk, place: Place) -> None:
    place.choose("8")
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    QTest.keyClicks(focused(), "Costs")
    press(Qt.Key.Key_Return)
    assert numbered(desk, place)["8.1"] == "Costs"


def test_a_title_is_changed_where_it_stands_and_escape_leaves_it(desk: Desk, place: Place) -> None:
    fourth = place.choose("4")
    press(Qt.Key.Key_R, CTRL)
    QTest.keyClicks(focused(), "Something else")
    press(Qt.Key.Key_Escape)
    assert item(desk, fourth).title == "Matters arising"
    press(Qt.Key.Key_R, CTRL)
    QTest.keyClicks(focused(), "  Matters  arising <b>now</b> ")
    press(Qt.Key.Key_Return)
    assert item(desk, fourth).title == "Matters arising <b>now</b>"
    assert focused() is place.rows


def test_what_is_typed_is_not_lost_when_another_row_is_pressed(desk: Desk, place: Place) -> None:
    fourth = place.choose("4")
    press(Qt.Key.Key_R, CTRL)
    QTest.keyClicks(focused(), "Kept")
    other = place.rows.rect_of(place.rows.loaded()[0].id).center()
    QTest.mouseClick(place.rows.viewport(), Qt.MouseButton.LeftButton, pos=other)
    assert item(desk, fourth).title == "Kept"
    assert not place.edit.title.isVisible()


def test_items_move_with_their_sub_items_by_keys(desk: Desk, place: Place, told: list[Said]) -> None:
    seventh = place.choose("7")
    press(Qt.Key.Key_Up, ALT)
    now = numbered(desk, place)
    assert now["6"] == "Play on the Canalside estate"
    assert now["6.1"] == "What was seen on the visit"
    assert told[-1].text == "Move item 7 up"
    assert place.rows.chosen_id() == seventh
    press(Qt.Key.Key_Down, ALT)
    assert numbered(desk, place)["7"] == "Play on the Canalside estate"
    press(Qt.Key.Key_Right, ALT | SHIFT)
    assert numbered(desk, place)["6.1"] == "Play on the Canalside estate"
    press(Qt.Key.Key_Left, ALT | SHIFT)
    assert numbered(desk, place)["7"] == "Play on the Canalside estate"
    desk.undo()
    assert numbered(desk, place)["6.1"] == "Play on the Canalside estate"


def test_the_first_item_cannot_move_up_and_says_why(desk: Desk, place: Place) -> None:
    before = numbered(desk, place)
    place.choose("1")
    assert place.page.why_not("item.up") == "no item stands above it"
    press(Qt.Key.Key_Up, ALT)
    assert numbered(desk, place) == before


def test_an_item_is_dragged_to_another_place(desk: Desk, place: Place) -> None:
    rows = place.rows
    second, fifth = rows.rect_of(place.choose("2")), rows.rect_of(place.choose("5"))
    view, left = rows.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=second.center())
    for y in (second.center().y() + 20, fifth.top() + 2):
        QTest.mouseMove(view, QPoint(second.center().x(), y))
    QTest.mouseRelease(view, left, pos=QPoint(second.center().x(), fifth.top() + 2))
    now = numbered(desk, place)
    assert [now[str(number)] for number in range(1, 6)] == [
        "Welcome and apologies",
        "Minutes of 3 December",
        "Matters arising",
        "Declarations of interest",
        "Answers since December",
    ]


def test_an_item_is_dragged_under_the_one_above(desk: Desk, place: Place) -> None:
    third = place.choose("3")
    place.rows.moved.emit(third, place.rows.loaded()[3].id, 1)
    assert numbered(desk, place)["2.1"] == "Minutes of 3 December"


def test_space_ticks_an_item_as_taken_and_opens_it_again(desk: Desk, place: Place) -> None:
    first = place.choose("1")
    press(Qt.Key.Key_Space)
    assert item(desk, first).state is ItemState.TAKEN
    row = place.rows.chosen_row()
    assert row is not None
    assert row.icon == "check"
    press(Qt.Key.Key_Space)
    assert item(desk, first).state is ItemState.OPEN


def test_del_removes_an_item_and_undo_brings_it_back(desk: Desk, place: Place, told: list[Said]) -> None:
    first = place.choose("1")
    press(Qt.Key.Key_Delete)
    assert first not in [row.id for row in items(desk, place.meeting_id)]
    assert numbered(desk, place)["1"] == "Declarations of interest"
    assert told[-1].undo
    assert place.rows.chosen_id() is not None
    desk.undo()
    assert numbered(desk, place)["1"] == "Welcome and apologies"


def test_an_item_with_something_under_it_is_not_removed_but_can_be_withdrawn(desk: Desk, place: Place) -> None:
    seventh = place.choose("7")
    press(Qt.Key.Key_Delete)
    assert asks(place.asking)
    assert "withdraw the item" in place.asking.go.accessibleDescription()
    press(Qt.Key.Key_Return)
    assert item(desk, seventh).state is ItemState.WITHDRAWN
    assert not asks(place.asking)
    assert focused() is place.rows
    assert place.page.why_not("item.withdraw") == "it is withdrawn already"


def test_an_item_is_deferred_to_a_named_meeting(desk: Desk, place: Place) -> None:
    eighth = place.choose("8")
    press(Qt.Key.Key_G, CTRL | SHIFT)
    press(Qt.Key.Key_Return)
    assert asks(place.asking)
    QTest.keyClicks(focused(), "the meeting in March")
    press(Qt.Key.Key_Return)
    found = item(desk, eighth)
    assert (found.state, found.deferred_to) == (ItemState.DEFERRED, "the meeting in March")


def test_a_late_item_asks_for_the_chairs_reason(desk: Desk, place: Place) -> None:
    desk.write("Give notice", give_notice, place.meeting_id, TODAY, barrier=True)
    place.choose("10")
    press(Qt.Key.Key_N, CTRL)
    assert asks(place.asking)
    press(Qt.Key.Key_Return)
    assert asks(place.asking)
    QTest.keyClicks(focused(), "The grant closes on Friday")
    press(Qt.Key.Key_Return)
    assert focused() is place.edit.title
    QTest.keyClicks(focused(), "Playground grant")
    press(Qt.Key.Key_Return)
    new = next(one for one in items(desk, place.meeting_id) if one.title == "Playground grant")
    assert (new.number, new.late_reason) == ("11", "The grant closes on Friday")


def test_escape_leaves_a_question_and_the_focus_goes_back(desk: Desk, place: Place) -> None:
    before = numbered(desk, place)
    place.choose("8")
    press(Qt.Key.Key_G, CTRL | SHIFT)
    press(Qt.Key.Key_Escape)
    assert not asks(place.asking)
    assert focused() is place.rows
    assert numbered(desk, place) == before


def test_particulars_save_as_they_are_left(desk: Desk, place: Place) -> None:
    fourth = place.choose("4")
    press(Qt.Key.Key_D, CTRL)
    panel = place.panel
    assert focused() is panel.title.control
    type_over("Matters that arose")
    panel.minutes.setFocus()
    type_over("15")
    panel.lead.setFocus()
    QTest.keyClicks(focused(), "Priya Raman")
    panel.standing.setFocus()
    press(Qt.Key.Key_Space)
    found = item(desk, fourth)
    assert (found.title, found.minutes_planned, found.lead, found.standing) == (
        "Matters that arose",
        15,
        "Priya Raman",
        True,
    )
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert focused() is place.rows


def test_an_item_gets_a_number_of_its_own_once_the_agenda_is_out(desk: Desk, place: Place) -> None:
    fourth = place.choose("4")
    press(Qt.Key.Key_D, CTRL)
    number = place.panel.number
    assert not number.isVisible()
    desk.write("Give notice", give_notice, place.meeting_id, TODAY, barrier=True)
    assert number.isVisible()
    for said, kept in (("5", "4"), ("4A", "4A")):
        number.setFocus()
        type_over(said)
        place.panel.title.setFocus()
        assert item(desk, fourth).number == kept
    assert numbered(desk, place)["4A"] == item(desk, fourth).title


def test_an_item_is_put_on_a_strand_and_taken_off(desk: Desk, place: Place) -> None:
    fourth = place.choose("4")
    press(Qt.Key.Key_D, CTRL)
    box = place.panel.strand.box
    words = [box.itemText(at) for at in range(box.count())]
    assert words[:2] == ["None", "Short breaks for disabled children"]
    for at in (1, 0):
        box.setCurrentIndex(at)
        box.activated.emit(at)
        assert (item(desk, fourth).strand_id is not None) is bool(at)


def test_the_lead_is_completed_from_the_people_of_the_board(desk: Desk, place: Place) -> None:
    eighth = place.choose("8")
    press(Qt.Key.Key_D, CTRL)
    place.panel.lead.setFocus()
    type_over("Priya Ra")
    # While names are offered, the keys go to their list.
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    assert item(desk, eighth).lead == "Priya Raman"


def test_an_item_is_restricted_with_all_that_the_law_wants_stated(desk: Desk, place: Place) -> None:
    eighth = place.choose("8")
    press(Qt.Key.Key_D, CTRL)
    public = place.panel.public
    public.restriction.setFocus()
    press(Qt.Key.Key_Down)
    assert not item(desk, eighth).restricted
    assert public.go.isVisible()
    public.restrict()
    assert public.ground.wrong
    public.ground.setFocus()
    QTest.keyClicks(focused(), "Schedule 12A paragraph 3")
    public.public_title.setFocus()
    QTest.keyClicks(focused(), "Places")
    public.review.setFocus()
    QTest.keyClicks(focused(), "1 Jun 2027")
    public.go.setFocus()
    press(Qt.Key.Key_Space)
    found = item(desk, eighth)
    assert (found.restricted, found.restriction) == (True, Restriction.EXEMPT)
    assert (found.ground, found.public_title) == ("Schedule 12A paragraph 3", "Places")
    assert str(found.review_on) == "2027-06-01"
    public.restriction.setFocus()
    press(Qt.Key.Key_Up)
    assert not item(desk, eighth).restricted


def test_a_restriction_that_was_chosen_and_not_made_is_said(desk: Desk, place: Place, told: list[Said]) -> None:
    eighth = place.choose("8")
    press(Qt.Key.Key_D, CTRL)
    public = place.panel.public
    public.restriction.setFocus()
    press(Qt.Key.Key_Down)
    assert public.undone.isVisible()
    assert public.undone.text() == "Not restricted yet"
    place.choose("7")
    assert not item(desk, eighth).restricted
    assert told[-1].text.startswith("Item 8 is not restricted")


def test_particulars_of_a_restriction_keep_to_their_column(place: Place) -> None:
    place.choose("8")
    press(Qt.Key.Key_D, CTRL)
    public = place.panel.public
    public.restriction.setFocus()
    press(Qt.Key.Key_Down)
    QApplication.processEvents()
    assert public.go.isVisible()
    body = place.panel.widget()
    assert body is not None
    assert body.width() <= place.panel.viewport().width()


def test_a_promised_paper_is_named_and_its_file_attached(
    desk: Desk, place: Place, tmp_path: Path, qtbot: QtBot
) -> None:
    eighth = place.choose("8")
    press(Qt.Key.Key_U, CTRL | SHIFT)
    papers = place.panel.papers
    assert focused() is papers.title.control
    type_over("Places in figures")
    press(Qt.Key.Key_Return)
    new = item(desk, eighth).papers[-1]
    assert (new.label, new.title, new.to_follow) == ("8B", "Places in figures", True)
    file = tmp_path / "figures.txt"
    file.write_text("Forty places.", encoding="utf-8")
    papers.attach_file(file, new.id)
    qtbot.waitUntil(lambda: not item(desk, eighth).papers[-1].to_follow)
    assert item(desk, eighth).papers[-1].name == "figures.txt"
    papers.attach_file(file)
    qtbot.waitUntil(lambda: len(item(desk, eighth).papers) == 3)
    wait_for_jobs()
    papers.remove_paper()
    assert len(item(desk, eighth).papers) == 2


def test_a_paper_is_put_before_another(desk: Desk, place: Place) -> None:
    eighth = place.choose("8")
    press(Qt.Key.Key_D, CTRL)
    papers = place.panel.papers
    assert not papers.up.isVisible()
    press(Qt.Key.Key_U, CTRL | SHIFT)
    assert [one.title for one in item(desk, eighth).papers][1:] == ["Paper to follow"]
    assert papers.up.isVisible()
    papers.up.click()
    first, second = item(desk, eighth).papers
    assert (first.label, first.title, second.label) == ("8A", "Paper to follow", "8B")
    assert papers.rows.chosen_id() == first.id
    assert not papers.up.isEnabled()


def test_a_file_that_is_no_paper_is_refused_and_nothing_is_attached(
    desk: Desk, table: Place, tmp_path: Path, qtbot: QtBot, told: list[Said]
) -> None:
    first = table.choose("1")
    press(Qt.Key.Key_D, CTRL)
    for name, content in (("empty.pdf", b""), ("broken.pdf", b"%PDF-1.7 nothing"), ("run.exe", b"MZ\x90\x00" * 99)):
        file = tmp_path / name
        file.write_bytes(content)
        told.clear()
        table.panel.papers.attach_file(file)
        qtbot.waitUntil(lambda: bool(told), timeout=20_000)
        assert name in told[-1].text
        qtbot.waitUntil(lambda: not table.panel.papers.files.bar.is_busy)
    told.clear()
    table.panel.papers.attach_file(tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: bool(told))
    assert not item(desk, first).papers


def test_sealed_minutes_keep_their_agenda(desk: Desk, show: Callable[..., Window]) -> None:
    sealed = next(row for row in desk.read(meetings_page, Wanted(board_id=desk.board_id)) if row.sealed)
    page = show(desk, Link("meetings", "meeting", sealed.id, sealed.id)).current_page()
    assert isinstance(page, MeetingsPage)
    before = items(desk, sealed.id)
    page.agenda.take_focus()
    for key, modifiers in ((Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_N, CTRL)):
        press(key, modifiers)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_D, CTRL)
    assert page.agenda.panel.title.line.isReadOnly()
    assert items(desk, sealed.id) == before


def test_a_change_from_elsewhere_keeps_the_choice_and_what_is_typed(desk: Desk, place: Place) -> None:
    fourth = place.choose("4")
    press(Qt.Key.Key_D, CTRL)
    type_over("Half typed")
    fifth = items(desk, place.meeting_id)[4].id
    with desk.file.writing("Elsewhere") as session:
        withdraw_item(session, fifth)
    desk.changed.emit(desk.file.last_change)
    assert place.panel.item_id == fourth
    assert place.panel.title.line.text() == "Half typed"
    row = next(row for row in place.rows.loaded() if row.id == fifth)
    assert row.muted


def test_the_particulars_are_heard_in_reading_order(table: Place) -> None:
    table.choose("9")
    press(Qt.Key.Key_D, CTRL)
    names = [stop.name for stop in tab_stops(table.page)]
    start = names.index("Title")
    assert names[start : start + 4] == ["Title", "Kind", "Minutes planned", "Lead"]
    assert names.index("Papers") > names.index("Urgent")
    assert names.index("Who may read it") > names.index("Attach a paper…")
    assert not unnamed(table.page)


def test_f2_goes_from_the_list_of_meetings_to_the_agenda_and_back(table: Place) -> None:
    assert isinstance(table.page, MeetingsPage)
    table.page.list.take_focus()
    press(Qt.Key.Key_F2)
    assert focused() is table.rows
    press(Qt.Key.Key_F2)
    assert focused() is table.page.list.rows


def test_a_link_to_an_item_opens_no_drawer_over_it(desk: Desk, show: Callable[..., Window]) -> None:
    meeting = next(row for row in desk.read(meetings_page, Wanted(board_id=desk.board_id)))
    item_id = items(desk, meeting.id)[2].id
    page = show(desk, Link("meeting", "agenda_item", item_id, meeting.id, item_id), width=1000).current_page()
    assert isinstance(page, MeetingPage)
    assert not page.agenda.isVisible()
    press(Qt.Key.Key_F2)
    assert focused() is page.agenda.rows
    page.item.focus()
    press(Qt.Key.Key_F2)
    assert focused() is page.agenda.rows
    press(Qt.Key.Key_F2)
    assert not page.agenda.isVisible()


def test_choosing_an_item_shows_it_on_the_whole_page(desk: Desk, show: Callable[..., Window]) -> None:
    found = _placed(desk, show, "meeting")
    page = found.page
    assert isinstance(page, MeetingPage)
    fourth = found.choose("4")
    assert page.link().item_id == fourth
    row = found.rows.chosen_row()
    assert row is not None
    assert row.bold
    press(Qt.Key.Key_Down)
    assert page.link().item_id == items(desk, found.meeting_id)[4].id


def test_the_agenda_column_tells_what_hangs_on_an_item(desk: Desk, show: Callable[..., Window]) -> None:
    meeting = next(
        row for row in desk.read(meetings_page, Wanted(board_id=desk.board_id)) if row.name == "14th meeting"
    )
    assert meeting.status is MeetingStatus.DRAFT_MINUTES
    page = show(desk, Link("meeting", "meeting", meeting.id, meeting.id)).current_page()
    assert isinstance(page, MeetingPage)
    rows = {row.number: row for row in page.agenda.rows.loaded()}
    assert "decision" in rows["6"].second_line
    assert "proposals" in rows["6"].second_line
    assert rows["9"].second_line.startswith("Restricted: exempt")
    assert all(row.icon == "check" for row in rows.values())


def test_each_item_of_the_column_is_as_high_as_its_title_needs(desk: Desk, show: Callable[..., Window]) -> None:
    meeting = next(
        row for row in desk.read(meetings_page, Wanted(board_id=desk.board_id)) if row.name == "14th meeting"
    )
    page = show(desk, Link("meeting", "meeting", meeting.id, meeting.id)).current_page()
    assert isinstance(page, MeetingPage)
    rows = page.agenda.rows
    delegate = rows.itemDelegate()
    assert isinstance(delegate, AgendaDelegate)
    QApplication.processEvents()
    loaded = rows.loaded()
    before = [rows.rect_of(row.id).height() for row in loaded]
    # Less width, as when a scroll bar comes: more titles need a second line.
    rows.setFixedWidth(rows.width() - 60)
    QApplication.processEvents()
    heights = [rows.rect_of(row.id).height() for row in loaded]
    assert heights == [delegate.height_of(row) for row in loaded]
    assert sum(heights) > sum(before)


def test_a_paper_is_restricted_with_its_ground_and_opened_again(desk: Desk, place: Place) -> None:
    item_id = place.choose("8")
    (before, *_) = item(desk, item_id).papers
    press(Qt.Key.Key_F5, SHIFT)
    asking = place.panel.papers.asking
    assert asks(asking)
    asking.answer()
    assert asks(asking), "no ground"
    assert not item(desk, item_id).papers[0].restricted
    asking.fields[0].setFocus()
    QTest.keyClicks(focused(), "Schedule 12A paragraph 3")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert not asks(asking)
    (paper, *_) = item(desk, item_id).papers
    assert (paper.id, paper.restricted, paper.ground) == (before.id, True, "Schedule 12A paragraph 3")
    press(Qt.Key.Key_F5, SHIFT)
    assert not asks(asking)
    assert not item(desk, item_id).papers[0].restricted
    desk.undo()
    assert item(desk, item_id).papers[0].ground == "Schedule 12A paragraph 3"


def test_escape_leaves_a_paper_as_it_was_and_an_item_without_one_says_so(desk: Desk, place: Place) -> None:
    item_id = place.choose("8")
    press(Qt.Key.Key_F5, SHIFT)
    press(Qt.Key.Key_Escape)
    assert not asks(place.panel.papers.asking)
    assert place.panel.isVisible()
    assert not item(desk, item_id).papers[0].restricted
    place.choose("1")
    assert place.edit.why_not("paper.restrict") == "it has no paper"


def test_a_minute_number_can_be_written_once_an_item_was_dealt_with(desk: Desk, place: Place) -> None:
    item_id = place.choose("2")
    press(Qt.Key.Key_D, CTRL)
    assert not place.panel.minute.isVisible()
    place.rows.setFocus()
    press(Qt.Key.Key_T, CTRL)
    assert place.panel.minute.isVisible()
    place.panel.minute.setFocus()
    type_over("903")
    press(Qt.Key.Key_Tab)
    assert item(desk, item_id).minute_number == "903"


def test_an_item_that_is_named_anew_is_as_high_as_its_new_title_needs(desk: Desk, show: Callable[..., Window]) -> None:
    place = _placed(desk, show, "meeting")
    item_id, rows = place.choose("1"), place.rows
    before = rows.rect_of(item_id).height()
    desk.write("Rename", rename_item, item_id, "A title of very many words that goes on and on beyond one line " * 2)
    QApplication.processEvents()
    taller = rows.rect_of(item_id).height()
    desk.undo()
    QApplication.processEvents()
    assert taller > before == rows.rect_of(item_id).height()
