"""The Meetings place: a meeting found, planned, changed, noticed, called off, its minutes confirmed and sealed."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from boardroom.domain.words import MeetingStatus, Method, Result
from boardroom.services.carrying import MATTERS_ARISING, PROPOSALS_WAITING
from boardroom.services.decisions import record_decision
from boardroom.services.planning import change_day
from boardroom.store.queries.meeting_list import MeetingRow, Wanted, meetings_page
from boardroom.store.queries.meeting_page import AgendaView, HeadView, agenda_of, head_of
from boardroom.ui.kit.fields import ChoiceField
from boardroom.ui.links import Link
from boardroom.ui.pages.meetings import MeetingsPage
from boardroom.ui.pages.meetings_begin import EMPTY, LAST
from boardroom.ui.pages.meetings_words import likely_day, next_name
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.pages.asking import Asking
    from boardroom.ui.window import Window

MEETINGS = Link("meetings")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def meetings(window: Window) -> MeetingsPage:
    page = window.current_page()
    assert isinstance(page, MeetingsPage)
    return page


def meetings_of(desk: Desk) -> list[MeetingRow]:
    return desk.read(meetings_page, Wanted(board_id=desk.board_id))


def named(desk: Desk, name: str) -> MeetingRow:
    return next(row for row in meetings_of(desk) if row.name == name)


def of(name: str, desk: Desk) -> Link:
    row = named(desk, name)
    return Link("meetings", "meeting", row.id, row.id)


def head(desk: Desk, meeting_id: UUID) -> HeadView:
    return desk.read(head_of, meeting_id)


def agenda(desk: Desk, meeting_id: UUID) -> AgendaView:
    return desk.read(agenda_of, meeting_id)


def asks(asking: Asking) -> bool:
    return asking.is_asking


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_over(words: str) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), words)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def test_the_newest_meeting_stands_first_with_how_far_it_has_come(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, MEETINGS))
    rows = page.list.rows.loaded()
    assert [row.id for row in rows] == [row.id for row in meetings_of(desk)]
    assert (rows[0].title, rows[0].second_line) == ("15th, 28 Jan 2027", "notice not given")
    assert rows[1].second_line == "draft minutes"
    assert focused() is page.list.rows
    assert page.head().title == "15th meeting"


def test_the_agenda_is_a_table_with_its_sum(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, of("15th meeting", desk)))
    rows = page.agenda.rows.loaded()
    sixth = next(row for row in rows if row.number == "6")
    assert [cell.text for cell in sixth.cells] == ["decision", "Priya Raman", "6A", "25", "14:35"]
    restricted = next(row for row in rows if row.number == "9")
    assert (restricted.icon, restricted.chip) == ("eye-slash", "exempt")
    assert page.agenda._planned.full() == "1 h 55 planned"
    assert page.agenda._ends.full() == "ends about 15:55"


def test_typing_after_a_slash_narrows_the_list(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, MEETINGS))
    press(Qt.Key.Key_Slash)
    assert focused() is page.list.words
    QTest.keyClicks(focused(), "extraordinary")
    press(Qt.Key.Key_Return)
    assert [row.title for row in page.list.rows.loaded()] == ["Extraordinary, 5 Feb"]
    assert focused() is page.list.rows
    assert page.head().title.startswith("Extraordinary")


def test_enter_opens_the_meeting_and_escape_comes_back(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, MEETINGS)
    asked: list[Link] = []
    desk.asked.disconnect(window.go)
    desk.asked.connect(asked.append)
    page = meetings(window)
    press(Qt.Key.Key_Return)
    chosen = page.list.rows.chosen_id()
    assert asked == [Link("meeting", "meeting", chosen, chosen)]
    page.agenda.take_focus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    item_id = page.agenda.rows.chosen_id()
    assert asked[-1] == Link("meeting", "agenda_item", item_id, chosen, item_id)
    assert page.link() == Link("meetings", "agenda_item", item_id, chosen, item_id)
    press(Qt.Key.Key_M, CTRL)
    assert asked[-1] == Link("minutes", "meeting", chosen, chosen)
    press(Qt.Key.Key_Escape)
    assert focused() is page.list.rows


def test_a_meeting_is_planned_with_what_the_last_one_leaves_to_it(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = meetings(show(desk, MEETINGS))
    press(Qt.Key.Key_P, CTRL | SHIFT)
    day, starts, _venue, name, begins = page.asking.fields
    assert focused() is day.control
    assert (day.value, starts.value, name.value, begins.value) == (date(2027, 3, 25), time(14), "16th meeting", LAST)
    type_over("18 Mar 2027")
    page.asking.go.setFocus()
    press(Qt.Key.Key_Return)
    found = named(desk, "16th meeting")
    assert (found.day, found.starts, found.venue) == (date(2027, 3, 18), time(14), "Tŷ Haul, Room 2")
    titles = [item.title for item in agenda(desk, found.id).items]
    assert titles == [
        "Welcome and apologies",
        "Declarations of interest",
        "Minutes of 28 January",
        MATTERS_ARISING,
        PROPOSALS_WAITING,
        "Answers since December",
        "Forward plan and next meeting",
    ]
    assert page.list.rows.chosen_id() == found.id
    assert focused() is page.agenda.rows
    assert told[-1].undo
    assert told[-1].text == (
        "Plan the 16th meeting: with minutes of 28 January, 12 open actions and 4 unanswered proposals"
    )
    desk.undo()
    assert "16th meeting" not in [row.name for row in meetings_of(desk)]


def test_an_agenda_is_kept_as_a_template_and_another_meeting_begins_with_it(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = meetings(show(desk, MEETINGS))
    items = agenda(desk, page.list.rows.chosen_id()).items
    kept = [item.title for item in items if "Minutes of" not in item.title and not item.restricted]
    press(Qt.Key.Key_T, CTRL | SHIFT)
    QTest.keyClicks(focused(), "Ordinary meeting")
    press(Qt.Key.Key_Return)
    assert told[-1].text == "Keep the agenda of the 15th meeting as the template “Ordinary meeting”"
    press(Qt.Key.Key_T, CTRL | SHIFT)
    page.asking.answer()
    assert page.asking.is_asking
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_P, CTRL | SHIFT)
    box = page.asking.fields[-1].control
    assert isinstance(box, QComboBox)
    words = [box.itemText(at) for at in range(box.count())]
    assert words == [
        "The last meeting: 15th meeting",
        "Template: Ordinary meeting",
        "Nothing: an empty agenda",
    ]
    box.setFocus()
    press(Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    page.asking.answer()
    titles = [item.title for item in agenda(desk, named(desk, "16th meeting").id).items]
    assert [title for title in titles if title in kept] == kept
    assert "Minutes of 28 January" in titles


def test_an_empty_agenda_stays_empty_until_what_is_open_is_carried_forward(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = meetings(show(desk, MEETINGS))
    press(Qt.Key.Key_P, CTRL | SHIFT)
    begins = page.asking.fields[-1]
    assert isinstance(begins, ChoiceField)
    begins.open(EMPTY)
    page.asking.answer()
    new = named(desk, "16th meeting").id
    assert agenda(desk, new).items == ()
    press(Qt.Key.Key_L, CTRL | SHIFT)
    titles = [item.title for item in agenda(desk, new).items]
    assert titles == ["Minutes of 28 January", MATTERS_ARISING, PROPOSALS_WAITING]
    assert told[-1].text.startswith("Carry forward to the 16th meeting: with minutes of 28 January, ")
    assert told[-1].undo
    press(Qt.Key.Key_L, CTRL | SHIFT)
    assert told[-1].text == "Nothing is left to it that does not stand on its agenda already."
    assert [item.title for item in agenda(desk, new).items] == titles
    page.list.choose(named(desk, "15th meeting").id)
    press(Qt.Key.Key_G, CTRL)
    press(Qt.Key.Key_Return)
    assert page.why_not("meetings.carry").startswith("notice was given")
    page.list.choose(named(desk, "14th meeting").id)
    assert page.why_not("meetings.carry") == "it is not a planned meeting"


def test_a_meeting_is_planned_at_a_venue_of_its_own(desk: Desk, show: Callable[..., Window]) -> None:
    page = show(desk, Link("meetings")).current_page()
    assert isinstance(page, MeetingsPage)
    press(Qt.Key.Key_P, CTRL | SHIFT)
    venue = next(one for one in page.asking.fields if one.label == "Venue")
    venue.setFocus()
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(venue.control, "Quayside Hall")
    page.asking.go.setFocus()
    press(Qt.Key.Key_Space)
    assert head(desk, page.list.rows.chosen_id()).venue == "Quayside Hall"


def test_of_a_meeting_that_was_held_the_foot_tells_when_it_ended(desk: Desk, show: Callable[..., Window]) -> None:
    rows = desk.read(meetings_page, Wanted(board_id=desk.board_id))
    held = next(row for row in rows if row.status is not MeetingStatus.PLANNED)
    page = show(desk, Link("meetings", "meeting", held.id, held.id)).current_page()
    assert isinstance(page, MeetingsPage)
    assert page.agenda._ends.full().startswith("ended ")


def test_in_a_low_window_the_notice_is_still_told(desk: Desk, show: Callable[..., Window]) -> None:
    page = show(desk, Link("meetings"), height=500).current_page()
    assert isinstance(page, MeetingsPage)
    assert [line.name for line in page.details._lines] == ["Notice"]


def test_the_first_meeting_is_planned_from_the_empty_page(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(bare_desk, MEETINGS))
    assert focused() is page.first
    press(Qt.Key.Key_Space)
    assert focused() is page.asking.fields[0].control
    QTest.keyClicks(focused(), "7 Jan 2027")
    page.asking.answer()
    assert [row.day for row in meetings_of(bare_desk)] == [date(2027, 1, 7)]
    assert focused() is page.agenda.first


def test_name_day_and_venue_unfold_and_save_as_they_are_left(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, MEETINGS))
    press(Qt.Key.Key_I, CTRL)
    assert page.details.form is not None
    type_over("January meeting")
    press(Qt.Key.Key_Tab)
    chosen = page.list.rows.chosen_id()
    assert head(desk, chosen).name == "January meeting"
    assert page.head().title == "January meeting"
    press(Qt.Key.Key_Tab)
    type_over("4 Feb 2027")
    press(Qt.Key.Key_Return)
    assert head(desk, chosen).held_on == date(2027, 2, 4)
    press(Qt.Key.Key_Escape)
    assert page.details.form is None


def test_notice_is_given_only_after_a_question_and_cannot_be_undone(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = meetings(show(desk, MEETINGS))
    chosen = page.list.rows.chosen_id()
    press(Qt.Key.Key_G, CTRL)
    assert asks(page.asking)
    press(Qt.Key.Key_Escape)
    assert not asks(page.asking)
    assert head(desk, chosen).notice_given_on is None
    assert focused() is page.list.rows
    press(Qt.Key.Key_G, CTRL)
    press(Qt.Key.Key_Return)
    assert head(desk, chosen).notice_given_on == TODAY
    assert not told[-1].undo
    assert page.why_not("meetings.notice") == "notice was given on 14 December 2026"


def test_notice_that_went_out_on_friday_is_recorded_on_monday(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, MEETINGS))
    chosen = page.list.rows.chosen_id()
    press(Qt.Key.Key_G, CTRL)
    type_over("15 Dec 2026")
    press(Qt.Key.Key_Return)
    assert head(desk, chosen).notice_given_on is None, "a day that is still to come was taken"
    assert asks(page.asking)
    type_over("11 Dec 2026")
    press(Qt.Key.Key_Return)
    assert head(desk, chosen).notice_given_on == date(2026, 12, 11)


def test_short_notice_is_said_before_it_is_given(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, MEETINGS))
    chosen = page.list.rows.chosen_id()
    press(Qt.Key.Key_G, CTRL)
    said = page.asking.go.accessibleDescription()
    assert "That is 29 clear working days; the terms of reference ask for 5." in said
    press(Qt.Key.Key_Escape)
    (day,) = head(desk, chosen).days
    desk.write("Bring forward", change_day, day.id, held_on=date(2026, 12, 17))
    press(Qt.Key.Key_G, CTRL)
    said = page.asking.go.accessibleDescription()
    assert "That is 2 clear working days, and the terms of reference ask for 5: short notice." in said
    press(Qt.Key.Key_Return)
    assert page.details._lines[0].words == "Given on Mon 14 December, 2 clear working days, needs 5"


def test_a_meeting_is_called_off_with_a_reason_and_never_without(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, MEETINGS))
    chosen = page.list.rows.chosen_id()
    press(Qt.Key.Key_C, CTRL | SHIFT)
    page.asking.answer()
    assert asks(page.asking)
    reason = page.asking.fields[1]
    assert page.asking._wrong.text() == "Give the reason: those invited will be told."
    assert head(desk, chosen).status is MeetingStatus.PLANNED
    reason.setFocus()
    QTest.keyClicks(focused(), "Snow")
    press(Qt.Key.Key_Return)
    found = head(desk, chosen)
    assert (found.status, found.status_reason) == (MeetingStatus.CANCELLED, "Snow")
    assert page.head().chip == "cancelled"


def test_enter_goes_through_the_lines_of_a_question_and_with_ctrl_answers_it(
    desk: Desk, show: Callable[..., Window]
) -> None:
    window = show(desk, MEETINGS, 1280, 720)
    page = meetings(window)
    before = len(meetings_of(desk))
    page.begin.ask_when()
    day, starts, *_ = page.asking.fields
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "31 Feb 2027")
    press(Qt.Key.Key_Return)
    assert focused() is day.control, "what can't be a day is put right first"
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "4 Feb 2027")
    press(Qt.Key.Key_Return)
    assert focused() is starts.control
    assert asks(page.asking)
    # On the page itself this key opens the chosen meeting.
    press(Qt.Key.Key_Return, CTRL)
    assert window.current_page() is page
    assert not asks(page.asking)
    assert len(meetings_of(desk)) == before + 1
    assert page.list.rows.chosen_id() in [row.id for row in meetings_of(desk) if row.day == date(2027, 2, 4)]


def test_a_planned_meeting_is_removed_by_del_and_undo_brings_it_back(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, MEETINGS))
    page.begin.ask_when()
    page.asking.answer()
    chosen = page.list.rows.chosen_id()
    page.list.take_focus()
    press(Qt.Key.Key_Delete)
    assert chosen not in [row.id for row in meetings_of(desk)]
    assert page.list.rows.chosen_id() is not None
    desk.undo()
    assert chosen in [row.id for row in meetings_of(desk)]


def test_a_meeting_that_people_know_of_is_not_removed_but_can_be_called_off(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = meetings(show(desk, MEETINGS))
    chosen = page.list.rows.chosen_id()
    press(Qt.Key.Key_G, CTRL)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Delete)
    assert chosen in [row.id for row in meetings_of(desk)]
    assert asks(page.asking)
    assert "call it off" in page.asking.go.accessibleDescription()


def test_held_drafted_and_reconvened(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, MEETINGS))
    chosen = page.list.rows.chosen_id()
    press(Qt.Key.Key_H, CTRL | SHIFT)
    assert head(desk, chosen).status is MeetingStatus.HELD
    press(Qt.Key.Key_R, CTRL | SHIFT)
    page.asking.answer()
    assert asks(page.asking)
    QTest.keyClicks(focused(), "1 Feb 2027")
    page.asking.answer()
    assert [day.held_on for day in head(desk, chosen).days] == [date(2027, 1, 28), date(2027, 2, 1)]
    press(Qt.Key.Key_D, CTRL | SHIFT)
    assert head(desk, chosen).status is MeetingStatus.DRAFT_MINUTES


def test_minutes_are_confirmed_by_a_decision_of_a_later_meeting_and_then_sealed(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = meetings(show(desk, of("14th meeting", desk)))
    chosen = page.list.rows.chosen_id()
    page.list.take_focus()
    press(Qt.Key.Key_M, CTRL | SHIFT)
    assert not asks(page.asking)
    assert "No later meeting" in told[-1].text
    later = agenda(desk, named(desk, "15th meeting").id).items[2]
    words = "That the minutes of the 14th meeting be signed as a correct record."
    service = partial(record_decision, method=Method.CONSENSUS, result=Result.CARRIED, item_id=later.id)
    desk.write("Decide", service, desk.board_id, words)
    press(Qt.Key.Key_M, CTRL | SHIFT)
    assert "14th meeting" in page.asking.fields[0].control.currentText()  # type: ignore[attr-defined] # a choice
    page.asking.answer()
    assert head(desk, chosen).status is MeetingStatus.CONFIRMED
    assert page.head().commands[-1] == "meetings.seal"
    press(Qt.Key.Key_E, CTRL | SHIFT)
    QTest.keyClicks(focused(), "Cllr Margaret Ashdown")
    page.asking.answer()
    assert head(desk, chosen).sealed == "Signed by Cllr Margaret Ashdown on 14 December 2026"
    assert not told[-1].undo
    assert page.head().chip == "sealed"
    assert page.why_not("item.add") == "the minutes are sealed"


def test_a_narrow_window_shows_the_list_or_the_meeting(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, MEETINGS, 640, 480)
    page = meetings(window)
    assert page.list.isVisible()
    assert not page.agenda.isVisible()
    press(Qt.Key.Key_Return)
    assert page.agenda.isVisible()
    assert not page.list.isVisible()
    assert focused() is page.agenda.rows
    press(Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert focused() is page.list.rows


def test_the_page_is_heard_in_reading_order(desk: Desk, show: Callable[..., Window]) -> None:
    page = meetings(show(desk, MEETINGS))
    page.list.words.setFocus()
    stops = tab_stops(page)
    assert [stop.name for stop in stops] == ["Words", "Meetings", "Plan a meeting", "Name, day and venue", "Agenda"]
    assert [stops[at].role for at in (0, 1, 2)] == [
        QAccessible.Role.EditableText,
        QAccessible.Role.List,
        QAccessible.Role.Button,
    ]
    assert not unnamed(page)


def test_the_next_name_counts_on() -> None:
    names = ["15th meeting", "1st meeting", "2nd meeting", "10th meeting", "21st Annual meeting", "Extraordinary"]
    assert [next_name(name) for name in names] == [
        "16th meeting",
        "2nd meeting",
        "3rd meeting",
        "11th meeting",
        "22nd Annual meeting",
        "",
    ]


def test_the_likely_day_is_the_announced_one_or_as_far_on_as_usual(desk: Desk) -> None:
    rows = meetings_of(desk)
    assert likely_day(rows, date(2027, 3, 11), TODAY) == date(2027, 3, 11)
    assert likely_day(rows[:2], None, TODAY) == date(2027, 3, 25)
    assert likely_day([], None, TODAY) is None
    late = likely_day(rows[:2], None, date(2028, 1, 1))
    assert late is not None
    assert late > date(2028, 1, 1)
    assert late.weekday() == rows[0].day.weekday()  # type: ignore[union-attr] # it has a day


@pytest.mark.parametrize("hostile", ["<b>bold</b>", "A & B", "<img src='http://example.org/x.png'>", "x" * 3000])
def test_hostile_names_are_shown_as_text(desk: Desk, show: Callable[..., Window], hostile: str) -> None:
    page = meetings(show(desk, MEETINGS))
    press(Qt.Key.Key_I, CTRL)
    type_over(hostile)
    press(Qt.Key.Key_Return)
    assert page.head().title == hostile
    assert page.width() <= 1280


def test_the_agenda_stands_at_its_place_with_the_first_look(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, Link("home"))
    window.go(Link("meetings"))
    page = window.current_page()
    assert isinstance(page, MeetingsPage)
    tops = []
    for meeting in [None, *(row.id for row in page.list.rows.loaded()[:4])]:
        if meeting is not None:
            page.list.rows.choose(meeting)
        at_once = page.agenda.mapTo(page, QPoint(0, 0)).y(), page.agenda.height()
        for _ in range(4):
            QApplication.processEvents()
        assert at_once == (page.agenda.mapTo(page, QPoint(0, 0)).y(), page.agenda.height())
        tops.append(at_once)
    # A planned meeting says how ready it is; one that was held doesn't.
    assert len(set(tops)) > 1
