"""Planning a series: its rule in words, each day shown before, single ones left out, all in one step."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boardroom.services.templates import keep_as_template
from boardroom.store.queries.meeting_list import MeetingRow, Wanted, meetings_page
from boardroom.store.queries.meeting_page import agenda_of
from boardroom.store.queries.templates import series_rows
from boardroom.ui.links import Link
from boardroom.ui.pages.meetings import MeetingsPage
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.store.queries.templates import SeriesRow
    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.kit.field import Field
    from boardroom.ui.pages.series_plan import SeriesPlan
    from boardroom.ui.window import Window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def begun(window: Window) -> MeetingsPage:
    page = window.current_page()
    assert isinstance(page, MeetingsPage)
    press(Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    assert page.series.isVisible()
    assert page.head().title == "Plan a series of meetings"
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def say(field: Field[Any], words: str) -> None:
    field.setFocus()
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), words)
    press(Qt.Key.Key_Return)


def titles(series: SeriesPlan) -> list[str]:
    return [row.title for row in series.rows.loaded()]


def meetings_of(desk: Desk) -> list[MeetingRow]:
    return desk.read(meetings_page, Wanted(board_id=desk.board_id))


def series_of(desk: Desk) -> list[SeriesRow]:
    assert desk.board_id is not None
    return desk.read(series_rows, desk.board_id)


def test_the_likely_days_are_shown_and_planned_in_one_step(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = begun(show(desk, Link("meetings")))
    series = page.series
    assert focused() is series.form.rule.control
    assert (series.form.rule.value, series.form.starts.value) == ("monthly on the fourth Thursday", time(14))
    assert titles(series)[:2] == ["Thursday 25 February 2027", "Thursday 25 March 2027"]
    say(series.form.rule, "monthly on the second Thursday")
    say(series.form.first, "1 Feb 2027")
    say(series.form.count, "3")
    assert titles(series) == ["Thursday 11 February 2027", "Thursday 11 March 2027", "Thursday 8 April 2027"]
    assert [row.context for row in series.rows.loaded()] == ["16th meeting", "17th meeting", "18th meeting"]
    series.rows.setFocus()
    series.rows.choose(date(2027, 3, 11))
    press(Qt.Key.Key_Space)
    assert [row.context for row in series.rows.loaded()] == ["16th meeting", "Left out", "17th meeting"]
    assert series.go.words() == "Plan 2 meetings"
    place = series.rows.visualRect(series.rows.model().index(1, 0)).center()
    QTest.mouseClick(series.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert series.go.words() == "Plan 3 meetings"
    QTest.mouseClick(series.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert series.go.words() == "Plan 2 meetings"
    series.go.setFocus()
    press(Qt.Key.Key_Return)
    found = [(row.name, row.day) for row in meetings_of(desk)][:2]
    assert found == [("17th meeting", date(2027, 4, 8)), ("16th meeting", date(2027, 2, 11))]
    assert not series.isVisible()
    assert page.head().title == "16th meeting"
    assert told[-1].undo
    desk.undo()
    assert "16th meeting" not in [row.name for row in meetings_of(desk)]
    assert series_of(desk) == []


def test_words_that_are_not_understood_are_said_and_nothing_is_planned(desk: Desk, show: Callable[..., Window]) -> None:
    series = begun(show(desk, Link("meetings"))).series
    before = len(meetings_of(desk))
    say(series.form.rule, "now and then")
    assert "“now and then” is not understood" in series.form.rule.wrong
    assert titles(series) == []
    series.go.setFocus()
    press(Qt.Key.Key_Return)
    assert series.isVisible()
    assert focused() is series.form.rule.control
    assert len(meetings_of(desk)) == before
    say(series.form.rule, "weekly")
    assert not series.form.rule.wrong
    assert len(titles(series)) == 6


def test_a_bank_holiday_is_named_and_a_day_that_has_a_meeting_stays_out(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    series = begun(show(desk, Link("meetings"))).series
    say(series.form.rule, "weekly on Friday")
    say(series.form.first, "19 Mar 2027")
    say(series.form.count, "2")
    (_, good_friday) = series.rows.loaded()
    assert (good_friday.title, good_friday.chip) == ("Friday 26 March 2027", "Good Friday")
    assert "Good Friday" in series._note.text()
    series.rows.setFocus()
    series.rows.choose(good_friday.id)
    press(Qt.Key.Key_Space)
    assert not series._note.isVisible()
    say(series.form.rule, "weekly on Thursday")
    say(series.form.first, "28 Jan 2027")
    (first, _) = series.rows.loaded()
    assert (first.ticked, first.context) == (False, "Planned already: 15th meeting")
    series.rows.setFocus()
    series.rows.choose(first.id)
    press(Qt.Key.Key_Space)
    assert told[-1].text == "On that day 15th meeting is planned already."
    say(series.form.first, "1 Jan 2095")
    assert "Bank holidays of 2095 are not known" in series._note.text()


def test_a_series_goes_on_with_its_own_rule_and_template(desk: Desk, show: Callable[..., Window]) -> None:
    newest = meetings_of(desk)[0]
    template = desk.write("Keep", keep_as_template, newest.id, "Ordinary meeting")
    page = begun(show(desk, Link("meetings")))
    series = page.series
    say(series.form.rule, "every 6 weeks")
    say(series.form.first, "4 Feb 2027")
    say(series.form.count, "2")
    series.form.template.open(template.id)
    say(series.form.name, "Full board")
    series.plan()
    made = meetings_of(desk)[0]
    assert made.day == date(2027, 3, 18)
    assert len(desk.read(agenda_of, made.id).items) > 5
    press(Qt.Key.Key_L, CTRL)
    assert focused() is series.form.which.control
    assert (series.form.rule.value, series.form.name.value, series.form.template.value) == (
        "every 6 weeks",
        "Full board",
        template.id,
    )
    assert titles(series)[0] == "Thursday 29 April 2027"
    series.plan()
    (row,) = series_of(desk)
    assert row.meetings == 8


def test_escape_leaves_it_and_so_does_another_meeting(desk: Desk, show: Callable[..., Window]) -> None:
    page = begun(show(desk, Link("meetings")))
    press(Qt.Key.Key_Escape)
    assert not page.series.isVisible()
    assert page.head().title == "15th meeting"
    assert focused() is page.list.rows
    press(Qt.Key.Key_L, CTRL)
    page.list.take_focus()
    press(Qt.Key.Key_Down)
    assert not page.series.isVisible()
    assert page.agenda.isVisible()


def test_the_first_series_of_a_new_board_begins_from_nothing(bare_desk: Desk, show: Callable[..., Window]) -> None:
    page = begun(show(bare_desk, Link("meetings")))
    series = page.series
    series.plan()
    assert "so that there are days" in series._wrong.text()
    say(series.form.rule, "the first Tuesday")
    say(series.form.first, "1 Jan 2027")
    series.plan()
    assert len(meetings_of(bare_desk)) == 6
    assert page.agenda.isVisible()


def test_every_control_of_the_series_has_a_name(desk: Desk, show: Callable[..., Window]) -> None:
    page = begun(show(desk, Link("meetings"), 640, 480))
    assert page.series.isVisible()
    assert unnamed(page.series) == []
