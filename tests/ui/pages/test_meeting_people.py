"""The people of a meeting, by keyboard: who is here, deputies, apologies, recusals, times, the chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardroom.domain.words import Presence
from boardroom.store.queries.attendance_page import AttendanceView, LineView, attendance_of
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.store.queries.meeting_page import agenda_of
from boardroom.store.queries.partners import Wanted as PeopleWanted
from boardroom.store.queries.partners import people_page
from boardroom.ui.kit.meters import QuorumMeter
from boardroom.ui.kit.name_field import Named, NameField
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting import MeetingPage
from boardroom.ui.pages.meeting.people_declared import DeclarationPanel
from boardroom.ui.pages.meeting.people_line import LinePanel
from boardroom.ui.pages.meeting.people_rows import Entry
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.pages.meeting.people import PeopleColumn
    from boardroom.ui.pages.meeting.people_panel import Panel
    from boardroom.ui.window import Window

HELD, PLANNED, SEALED = "14th meeting", "15th meeting", "13th meeting"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def meeting_called(desk: Desk, name: str) -> UUID:
    rows = desk.read(meetings_page, Wanted(board_id=desk.board_id))
    return next(row.id for row in rows if row.name == name)


def item_numbered(desk: Desk, meeting_id: UUID, number: str) -> UUID:
    return next(row.id for row in desk.read(agenda_of, meeting_id).items if row.number == number)


def people_of(window: Window) -> PeopleColumn:
    page = window.current_page()
    assert isinstance(page, MeetingPage)
    page._columns.go_to(2)
    return page.people


def at_item(desk: Desk, show: Callable[..., Window], number: str) -> PeopleColumn:
    meeting_id = meeting_called(desk, HELD)
    item_id = item_numbered(desk, meeting_id, number)
    return people_of(show(desk, Link("meeting", "agenda_item", item_id, meeting_id, item_id)))


def of_meeting(desk: Desk, show: Callable[..., Window], name: str) -> PeopleColumn:
    meeting_id = meeting_called(desk, name)
    return people_of(show(desk, Link("meeting", "meeting", meeting_id, meeting_id)))


def view_of(people: PeopleColumn) -> AttendanceView:
    assert people.meeting_id is not None
    return people.desk.read(attendance_of, people.meeting_id, people.item_id)


def line_called(people: PeopleColumn, name: str) -> LineView:
    return next(one for one in view_of(people).lines if one.name == name)


def choose(people: PeopleColumn, name: str) -> None:
    assert people.rows.choose(Entry("attendance", line_called(people, name).id))
    people.rows.setFocus()


def panel_of(people: PeopleColumn) -> Panel:
    assert people.panel is not None
    return people.panel


def write(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def test_people_stand_by_sector_with_a_mark_for_the_first_of_each(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    rows = [row for row in people.rows.loaded() if not row.group]
    marks = [row.mark for row in rows if row.mark is not None]
    assert len(marks) == len(set(marks)) > 5
    assert {line.id for line in view_of(people).lines if line.status is not Presence.IN_ATTENDANCE} == {
        row.id.id for row in rows if isinstance(row.id, Entry)
    }


def test_before_the_meeting_the_meter_counts_who_is_expected(desk: Desk, show: Callable[..., Window]) -> None:
    people = of_meeting(desk, show, PLANNED)
    seats = [one for one in view_of(people).expected if one.voting and one.person_id is not None]
    meter = people.head.findChild(QuorumMeter)
    assert meter is not None
    assert meter.accessibleName() == f"Expected: {len(seats)} of {len(seats)}"
    assert not meter.is_short()
    people.rows.setFocus()
    people.slots()["people.expect"]()
    press(Qt.Key.Key_A)
    assert view_of(people).lines[0].status is Presence.APOLOGIES
    assert meter.accessibleName() == f"Expected: {len(seats) - 1} of {len(seats)}"


def test_f4_leads_to_the_people_where_nobody_is_listed_yet(desk: Desk, show: Callable[..., Window]) -> None:
    people = of_meeting(desk, show, PLANNED)
    people.rows.setFocus()
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F4)
    assert QApplication.focusWidget() is people.first


def test_space_says_that_somebody_is_not_here_and_the_meter_follows(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    people = at_item(desk, show, "6")
    counted = view_of(people).quorums[0].quorum.counted
    choose(people, "Priya Raman")
    press(Qt.Key.Key_Space)
    assert line_called(people, "Priya Raman").status is Presence.ABSENT
    assert view_of(people).quorums[0].quorum.counted == counted - 1
    assert told[-1].undo
    assert people.rows.chosen_id() == Entry("attendance", line_called(people, "Priya Raman").id)
    press(Qt.Key.Key_Space)
    assert line_called(people, "Priya Raman").status is Presence.PRESENT


def test_letters_say_remote_and_apologies(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    choose(people, "Priya Raman")
    press(Qt.Key.Key_R)
    assert line_called(people, "Priya Raman").remote
    row = people.rows.chosen_row()
    assert row is not None
    assert "remote" in row.second_line
    press(Qt.Key.Key_A)
    line = line_called(people, "Priya Raman")
    assert (line.status, line.remote) == (Presence.APOLOGIES, False)
    desk.undo()
    assert line_called(people, "Priya Raman").remote


def test_a_letter_typed_in_another_column_changes_nobody(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    choose(people, "Priya Raman")
    assert people.why_not("people.remote") == ""
    page = people.window().findChild(MeetingPage)
    assert page is not None
    page._columns.go_to(0)
    assert "F4" in people.why_not("people.remote")


def test_d_asks_who_stands_in(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    choose(people, "Priya Raman")
    press(Qt.Key.Key_D)
    write("Gwen Parry")
    press(Qt.Key.Key_Return)
    deputy = line_called(people, "Gwen Parry")
    assert (deputy.status, deputy.deputy_for) == (Presence.SUBSTITUTE, "Priya Raman")
    assert line_called(people, "Priya Raman").status is Presence.APOLOGIES
    assert people.panel is None
    assert people.rows.chosen_id() == Entry("attendance", deputy.id)
    assert QApplication.focusWidget() is people.rows


def test_p_asks_which_member_acts_for_another(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    bearer = next(
        one for one in view_of(people).lines if one.seat and one.here and not one.proxy and one.name != "Priya Raman"
    )
    choose(people, "Priya Raman")
    press(Qt.Key.Key_P)
    write(bearer.name)
    press(Qt.Key.Key_Return)
    assert people.panel is None
    proxy = next(one for one in view_of(people).lines if one.deputy_for == "Priya Raman")
    assert (proxy.name, proxy.proxy) == (bearer.name, True)
    assert line_called(people, "Priya Raman").status is Presence.APOLOGIES
    assert people.rows.chosen_id() == Entry("attendance", proxy.id)


def test_x_declares_for_this_item_and_again_takes_it_back(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    counted = view_of(people).quorums[0].quorum.counted
    choose(people, "Priya Raman")
    press(Qt.Key.Key_X)
    write("Her brother works for a bidder")
    button = panel_of(people).button
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line_called(people, "Priya Raman").recused
    assert view_of(people).quorums[0].quorum.counted == counted - 1
    declared = next(one for one in view_of(people).declarations if one.by == "Priya Raman")
    assert [number for _, number in declared.items] == ["6"]
    choose(people, "Priya Raman")
    press(Qt.Key.Key_X)
    assert not line_called(people, "Priya Raman").recused


def declaring(people: PeopleColumn) -> DeclarationPanel:
    panel = panel_of(people)
    assert isinstance(panel, DeclarationPanel)
    return panel


def test_a_registered_interest_in_a_strand_names_the_items_on_it(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "8")
    people.slots()["people.declare"]()
    panel = declaring(people)
    panel.about.open("")
    panel.by.setFocus()
    panel.by.line.selectAll()
    write("Karen Whitlock")
    panel.by.commit()
    # Her interest as a director of Brightwater is in short breaks, which is item 6.
    assert panel.about.value == "6"
    panel.about.open("8")
    panel.by.line.selectAll()
    write("Owain Meredith")
    panel.by.commit()
    assert panel.about.value == "8"


def test_an_interest_without_a_nature_is_refused_until_it_is_put_right(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    people = at_item(desk, show, "6")
    people.slots()["people.declare"]()
    panel = declaring(people)
    panel.by.open(Named("Priya Raman"))
    panel.give()
    assert panel.nature.wrong == "Say what the interest is."
    assert QApplication.focusWidget() is panel.nature.control
    assert people.panel is panel
    write("H")
    assert panel.nature.wrong == ""
    assert told == []


def test_enter_takes_an_offered_name_then_goes_on_and_gives_only_at_the_end(
    desk: Desk, show: Callable[..., Window]
) -> None:
    people = at_item(desk, show, "6")
    before = len(view_of(people).declarations)
    people.slots()["people.declare"]()
    panel = declaring(people)
    panel.by.open(Named(""))
    panel.by.setFocus()
    write("Priy")
    popup = panel.by.line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert panel.by.value.text == "Priya Raman"
    assert not popup.isVisible()
    assert QApplication.focusWidget() is panel.by.control
    assert panel.nature.wrong == ""
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel.nature.control
    write("Her brother works for a bidder")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.about.control
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel.recused.control
    assert len(view_of(people).declarations) == before
    press(Qt.Key.Key_Return)
    assert people.panel is None
    assert len(view_of(people).declarations) == before + 1


def test_enter_that_takes_the_only_name_offered_takes_it_alone(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    people.slots()["people.add"]()
    name = panel_of(people).fields[0]
    assert isinstance(name, NameField)
    here = {line.name for line in view_of(people).lines}
    awaited = next(row for row in desk.read(people_page, PeopleWanted(), desk.today) if row.name not in here)
    before = len(view_of(people).lines)
    write(awaited.name[:-1])
    popup = name.line.completer().popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (name.value.text, name.value.id) == (awaited.name, awaited.id)
    assert QApplication.focusWidget() is name.line
    assert len(view_of(people).lines) == before


def test_enter_in_the_last_text_of_a_form_gives_it(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    before = len(view_of(people).declarations)
    people.slots()["people.declare"]()
    panel = declaring(people)
    panel.by.open(Named("Priya Raman"))
    panel.nature.open("Her brother works for a bidder")
    panel.dispensation.setFocus()
    write("By the chair")
    press(Qt.Key.Key_Return)
    assert len(view_of(people).declarations) == before + 1
    assert view_of(people).declarations[-1].dispensation == "By the chair"


def test_an_interest_declared_at_a_procedural_item_is_about_no_item_yet(
    desk: Desk, show: Callable[..., Window]
) -> None:
    people = at_item(desk, show, "2")
    for command in ("people.declare", "people.recused"):
        choose(people, "Priya Raman")
        people.slots()[command]()
        assert declaring(people).about.value == ""


def test_the_field_that_has_the_focus_stands_in_sight(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    people.slots()["people.declare"]()
    panel = declaring(people)
    panel.setFixedHeight(260)
    QApplication.processEvents()
    for field in (*panel.fields, *reversed(panel.fields)):
        field.setFocus()
        control = field.control
        assert control.visibleRegion().boundingRect() == control.rect(), field.label


def test_a_new_meeting_teaches_and_lists_its_members_with_one_key(desk: Desk, show: Callable[..., Window]) -> None:
    people = of_meeting(desk, show, PLANNED)
    assert QApplication.focusWidget() is people.first
    said = people.first.words()
    press(Qt.Key.Key_L, CTRL_SHIFT)
    lines = view_of(people).lines
    assert len(lines) > 10
    assert said == f"List the {len(lines)} members"
    assert {line.status for line in lines} == {Presence.ABSENT}
    assert QApplication.focusWidget() is people.rows
    press(Qt.Key.Key_E, CTRL_SHIFT)
    write("hartnell, bowen")
    press(Qt.Key.Key_Return)
    away = {line.name for line in view_of(people).lines if line.status is Presence.ABSENT}
    assert away == {"Supt Colin Hartnell", "Cllr Llŷr Bowen"}


def test_a_name_that_could_be_several_is_asked_again(desk: Desk, show: Callable[..., Window]) -> None:
    people = of_meeting(desk, show, PLANNED)
    press(Qt.Key.Key_E, CTRL_SHIFT)
    write("cllr")
    press(Qt.Key.Key_Return)
    assert "write more of the name" in panel_of(people).fields[0].wrong
    assert not view_of(people).lines


def test_somebody_new_is_added_with_the_name_as_typed(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    press(Qt.Key.Key_P, CTRL_SHIFT)
    write("<b>Nia</b> Hughes")
    press(Qt.Key.Key_Return)
    line = line_called(people, "<b>Nia</b> Hughes")
    assert line.status is Presence.IN_ATTENDANCE
    assert line.person_id is not None
    press(Qt.Key.Key_Escape)
    assert people.panel is None
    assert QApplication.focusWidget() is people.rows


def test_times_are_typed_as_a_time_an_item_or_words(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    choose(people, "Priya Raman")
    press(Qt.Key.Key_Return)
    panel = panel_of(people)
    assert isinstance(panel, LinePanel)
    write("14.18")
    press(Qt.Key.Key_Tab)
    write("item 7")
    press(Qt.Key.Key_Tab)
    stay = line_called(people, "Priya Raman").stays[-1]
    assert str(stay.arrived_at) == "14:18:00"
    assert people.meeting_id is not None
    assert stay.left_item_id == item_numbered(desk, people.meeting_id, "7")
    assert (panel.came.value, panel.left_field.value) == ("14:18", "item 7")
    assert people.panel is panel
    panel.back.setFocus()
    write("for the vote")
    press(Qt.Key.Key_Return)
    assert [stay.arrived_words for stay in line_called(people, "Priya Raman").stays] == ["", "for the vote"]
    desk.undo()
    assert len(line_called(people, "Priya Raman").stays) == 1


def test_delete_takes_a_line_out_and_undo_brings_it_back(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "1")
    press(Qt.Key.Key_J, CTRL_SHIFT)
    write("members of the public")
    press(Qt.Key.Key_Tab)
    write("12")
    press(Qt.Key.Key_Return)
    row = people.rows.chosen_row()
    assert row is not None
    assert row.title == "members of the public (12)"
    press(Qt.Key.Key_Delete)
    assert not any(line.counted for line in view_of(people).lines)
    desk.undo()
    assert any(line.counted for line in view_of(people).lines)


def test_who_takes_the_chair_from_this_item_on_is_said_above_the_list(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    choose(people, "Priya Raman")
    press(Qt.Key.Key_Q, CTRL_SHIFT)
    press(Qt.Key.Key_Return)
    assert people.head._chair.full() == "In the chair: Priya Raman"
    assert view_of(people).presiding[-1].from_item_id == people.item_id


def test_sealed_minutes_say_why_nobody_can_be_changed(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    people = of_meeting(desk, show, "3rd meeting")
    before = [line.status for line in view_of(people).lines]
    press(Qt.Key.Key_Space)
    assert "sealed" in told[-1].text
    assert [line.status for line in view_of(people).lines] == before


def test_every_stop_of_the_column_has_a_name_and_stands_in_reading_order(
    desk: Desk, show: Callable[..., Window]
) -> None:
    people = at_item(desk, show, "6")
    choose(people, "Priya Raman")
    heard = QAccessible.queryAccessibleInterface(people.rows)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "People")
    press(Qt.Key.Key_Return)
    assert not unnamed(people)
    panel = panel_of(people)
    stops = tab_stops(panel)
    assert [stop.name for stop in stops][:3] == ["Came", "Left", "Name"]
    tops = [stop.at.y() for stop in stops]
    assert len(stops) > 5
    assert tops[-1] >= tops[0]


def test_a_line_says_the_sector_and_the_state_to_the_ear(desk: Desk, show: Callable[..., Window]) -> None:
    people = at_item(desk, show, "6")
    choose(people, "Priya Raman")
    row = people.rows.chosen_row()
    assert row is not None
    assert row.spoken.startswith("Priya Raman, here, Local authority, Arrowmere Council")
