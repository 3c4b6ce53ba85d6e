"""Fields save when they are left, keep what was refused, and give back what was stored."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from boardroom.domain.days import day_shown
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemKind
from boardroom.ui.kit.fields import CheckField, ChoiceField, DateField, LineField, NumberField, TimeField, words_of
from boardroom.ui.kit.form import Form
from boardroom.ui.kit.moments import read_day, read_time
from boardroom.ui.kit.name_field import Named, PersonField, Suggestion
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import dress, wear
from boardroom.ui.kit.tokens import Appearance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardroom.ui.kit.field import Field

TODAY = date(2026, 11, 22)


class Paper:
    """Takes what fields save; refuses what a test says."""

    def __init__(self) -> None:
        self.came: list[Any] = []
        self.refusal = ""

    def save(self, value: Any) -> str:  # noqa: ANN401 - any field's
        self.came.append(value)
        return self.refusal


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.paper = Paper()
        self.form = Form()
        self.window = QWidget()
        QVBoxLayout(self.window).addWidget(self.form)
        qtbot.addWidget(self.window)

    def show(self, *fields: Field[Any]) -> None:
        self.form.add(*fields)
        self.window.resize(500, 400)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        fields[0].setFocus()

    def type(self, field: Field[Any], text: str) -> None:
        field.setFocus()
        if isinstance(field, TextField):
            field.edit.selectAll()
        else:
            field.control.selectAll()  # type: ignore[attr-defined] # a line
        QTest.keyClicks(field.control, text)

    def press(self, field: Field[Any], key: Qt.Key) -> None:
        QTest.keyClick(field.control, key)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12 Jan 2027", date(2027, 1, 12)),
        ("12/1/27", date(2027, 1, 12)),
        ("12.1.2027", date(2027, 1, 12)),
        ("2027-01-12", date(2027, 1, 12)),
        ("Tue 12th of January 2027", date(2027, 1, 12)),
        ("Tuesday, 12 January, 2027", date(2027, 1, 12)),
        ("1 Sept", date(2027, 9, 1)),
        ("22 Nov", TODAY),
        ("21 Nov", date(2027, 11, 21)),
        ("15/1", date(2027, 1, 15)),
        ("22/11", TODAY),
        ("Fri 15.1", date(2027, 1, 15)),
        ("tomorrow", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 21)),
        ("2nd Thursday in March", date(2027, 3, 11)),
        ("in two weeks", date(2026, 12, 6)),
        ("  ", None),
    ],
)
def test_a_day_is_read_as_a_secretary_writes_it(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day
    if day is not None:
        assert read_day(day_shown(day), TODAY) == day


@pytest.mark.parametrize(
    "typed", ["32 Jan 2027", "29 Feb 2027", "12/13/27", "next meeting", "Mon 12 Jan 2027", "5th Thursday in March", "7"]
)
def test_what_is_no_day_is_refused_and_not_guessed(typed: str) -> None:
    with pytest.raises(Refusal):
        read_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("18:30", time(18, 30)),
        ("6.30pm", time(18, 30)),
        ("6 pm", time(18)),
        ("12am", time(0)),
        ("12 p.m.", time(12)),
        ("1830", time(18, 30)),
        ("noon", time(12)),
        ("", None),
    ],
)
def test_a_time_of_day_is_read_as_a_secretary_writes_it(typed: str, at: time | None) -> None:
    assert read_time(typed) == at


@pytest.mark.parametrize("typed", ["25:00", "18:60", "13pm", "6", "0pm", "soon"])
def test_what_is_no_time_of_day_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_time(typed)


def test_a_line_is_saved_clean_when_it_is_left(desk: Desk) -> None:
    title, other = LineField("Title"), LineField("Led by")
    title.open("Old", desk.paper.save)
    desk.show(title, other)
    desk.type(title, "  New   title ")
    other.setFocus()
    assert desk.paper.came == ["New title"]
    assert title.line.text() == "New title"


def test_enter_saves_and_what_is_the_same_is_not_saved_again(desk: Desk) -> None:
    title = LineField("Title")
    title.open("Old", desk.paper.save)
    desk.show(title)
    desk.type(title, "New")
    desk.press(title, Qt.Key.Key_Return)
    desk.press(title, Qt.Key.Key_Return)
    title.commit()
    assert desk.paper.came == ["New"]


def test_a_refused_value_stays_with_its_sentence_below_it(desk: Desk) -> None:
    title = LineField("Title")
    title.open("Old", desk.paper.save)
    desk.show(title)
    desk.paper.refusal = "The minutes are sealed."
    desk.type(title, "New")
    desk.press(title, Qt.Key.Key_Return)
    assert title.wrong == "The minutes are sealed."
    assert title.line.text() == "New"
    assert title.value == "Old"
    assert title.control.accessibleDescription() == "The minutes are sealed."
    assert any(label.text() == title.wrong and label.isVisible() for label in title.findChildren(QLabel))
    title.commit()
    assert len(desk.paper.came) == 1, "what was refused isn't asked again by itself"
    desk.paper.refusal = ""
    desk.press(title, Qt.Key.Key_Return)
    assert (title.wrong, title.value) == ("", "New")


def test_escape_brings_back_what_is_stored(desk: Desk) -> None:
    day = DateField("Date", lambda: TODAY)
    day.open(date(2027, 1, 15), desk.paper.save)
    desk.show(day)
    desk.type(day, "32 Jan")
    desk.press(day, Qt.Key.Key_Return)
    assert day.wrong
    desk.press(day, Qt.Key.Key_Escape)
    assert (day.wrong, day.line.text()) == ("", "Fri 15 Jan 2027")
    assert not desk.paper.came


def test_a_needed_line_cannot_be_emptied(desk: Desk) -> None:
    title = LineField("Title", needed="Every item has a title.")
    title.open("Old", desk.paper.save)
    desk.show(title)
    desk.type(title, " ")
    desk.press(title, Qt.Key.Key_Return)
    assert title.wrong == "Every item has a title."
    assert not desk.paper.came


def test_what_is_typed_goes_under_the_record_that_it_was_typed_for(desk: Desk) -> None:
    title, other = LineField("Title"), Paper()
    title.open("Old", desk.paper.save)
    desk.show(title)
    desk.type(title, "New")
    title.open("Of another", other.save)
    assert (desk.paper.came, other.came) == (["New"], [])
    assert title.line.text() == "Of another"


def test_reading_again_leaves_alone_what_is_being_typed(desk: Desk) -> None:
    title = LineField("Title")
    title.open("Old", desk.paper.save)
    desk.show(title)
    desk.type(title, "New")
    title.set_value("From elsewhere")
    assert title.line.text() == "New"
    desk.press(title, Qt.Key.Key_Escape)
    assert title.line.text() == "From elsewhere"


def test_undo_is_the_windows_once_the_line_is_stored(desk: Desk) -> None:
    title = LineField("Title")
    title.open("Old", desk.paper.save)
    desk.show(title)
    heard: list[str] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), desk.window)
    shortcut.activated.connect(lambda: heard.append("undo"))
    desk.type(title, "N")
    QTest.keyClick(title.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (heard, title.line.text()) == ([], "Old"), "letters that aren't stored are taken back in the line"
    desk.type(title, "New")
    desk.press(title, Qt.Key.Key_Return)
    QTest.keyClick(title.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["undo"]


@pytest.mark.parametrize(
    ("typed", "number"), [("25", 25), ("25 min", 25), ("1,000", 1000), ("", None), ("0", 0)], ids=str
)
def test_a_number_is_read(desk: Desk, typed: str, number: int | None) -> None:
    minutes = NumberField("Minutes", unit="min")
    minutes.open(7, desk.paper.save)
    desk.show(minutes)
    desk.type(minutes, typed or " ")
    desk.press(minutes, Qt.Key.Key_Return)
    assert desk.paper.came == [number]


@pytest.mark.parametrize("typed", ["-1", "10000", "many", "1.5", "٣", "9" * 5000])
def test_what_is_no_number_is_refused(desk: Desk, typed: str) -> None:
    minutes = NumberField("Minutes", unit="min")
    minutes.open(7, desk.paper.save)
    desk.show(minutes)
    minutes.line.setText(typed)
    minutes.line.textEdited.emit(typed)
    assert not minutes.commit()
    assert "0 to 9999" in minutes.wrong
    assert not desk.paper.came


def test_a_time_is_shown_as_it_is_stored(desk: Desk) -> None:
    begins = TimeField("Begins")
    begins.open(None, desk.paper.save)
    desk.show(begins)
    desk.type(begins, "6.30pm")
    desk.press(begins, Qt.Key.Key_Return)
    assert begins.line.text() == "18:30"
    assert desk.paper.came == [time(18, 30)]


def test_choosing_saves_and_the_wheel_chooses_nothing(desk: Desk) -> None:
    kind = ChoiceField("Kind", words_of(ItemKind))
    kind.open(ItemKind.DECISION, desk.paper.save)
    desk.show(kind)
    assert kind.box.currentText() == "Decision"
    desk.press(kind, Qt.Key.Key_Down)
    assert desk.paper.came == [ItemKind.DISCUSSION]
    middle = kind.box.rect().center()
    wheel = QWheelEvent(
        middle.toPointF(),
        kind.box.mapToGlobal(middle).toPointF(),
        middle * 0,
        middle * 0 + middle.__class__(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own order
    )
    kind.box.wheelEvent(wheel)
    assert kind.value is ItemKind.DISCUSSION


def test_a_refused_choice_can_be_taken_back(desk: Desk) -> None:
    kind = ChoiceField("Kind", words_of(ItemKind))
    kind.open(ItemKind.DECISION, desk.paper.save)
    desk.show(kind)
    desk.paper.refusal = "It has been voted on."
    desk.press(kind, Qt.Key.Key_Down)
    assert (kind.wrong, kind.value) == ("It has been voted on.", ItemKind.DECISION)
    desk.press(kind, Qt.Key.Key_Escape)
    assert kind.box.currentText() == "Decision"


def test_ticking_saves(desk: Desk) -> None:
    urgent = CheckField("Urgent & late")
    urgent.open(value=False, save=desk.paper.save)
    desk.show(urgent)
    desk.press(urgent, Qt.Key.Key_Space)
    assert desk.paper.came == [True]
    assert urgent.control.accessibleName() == "Urgent & late"


def test_a_text_keeps_its_lines_and_no_break_spaces(desk: Desk) -> None:
    purpose = TextField("Purpose")
    purpose.open("", desk.paper.save)
    desk.show(purpose)
    mime = QMimeData()
    mime.setText("paper\u00a06A\r\nand\x00 more")
    purpose.edit.insertFromMimeData(mime)
    desk.press(purpose, Qt.Key.Key_Return)
    QTest.keyClicks(purpose.edit, "end")
    QTest.keyClick(purpose.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.paper.came == ["paper\u00a06A\nand more\nend"]


def test_read_only_fields_take_nothing_and_say_why(desk: Desk) -> None:
    title, purpose, kind = LineField("Title"), TextField("Purpose"), ChoiceField("Kind", words_of(ItemKind))
    for field in (title, purpose):
        field.open("Old", desk.paper.save)
    kind.open(ItemKind.DECISION, desk.paper.save)
    desk.show(title, purpose, kind)
    desk.form.set_read_only("The minutes are <b>sealed</b>.")
    for each in (title, purpose, kind):
        QTest.keyClicks(each.control, "x")
        desk.press(each, Qt.Key.Key_Down)
    assert desk.form.commit()
    assert not desk.paper.came
    assert title.toolTip() == "<qt>The minutes are &lt;b&gt;sealed&lt;/b&gt;.</qt>"
    assert title.control.accessibleDescription() == "The minutes are <b>sealed</b>."


PRIYA, OTHER = uuid4(), uuid4()


def _people(typed: str) -> list[Suggestion]:
    known = [
        Suggestion("Priya Raman", PRIYA, "Arrowmere Council"),
        Suggestion("Ann Lee", PRIYA, "Police"),
        Suggestion("Ann Lee", OTHER, "Health"),
    ]
    return [one for one in known if typed.casefold() in one.text.casefold()]


def test_a_name_that_one_person_has_is_that_person(desk: Desk) -> None:
    who = PersonField("Led by", _people)
    who.open(Named(), desk.paper.save)
    desk.show(who)
    desk.type(who, "priya raman")
    who.commit()
    desk.type(who, "Ann Lee")
    who.commit()
    desk.type(who, "Nobody Known")
    who.commit()
    assert desk.paper.came == [Named("Priya Raman", PRIYA), Named("Ann Lee"), Named("Nobody Known")]


def test_a_name_chosen_from_the_list_is_whose_row_it_was(desk: Desk) -> None:
    who = PersonField("Led by", _people)
    who.open(Named(), desk.paper.save)
    desk.show(who)
    desk.type(who, "ann")
    popup = who.line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    assert [popup.model().index(row, 0).data() for row in range(2)] == ["Ann Lee · Police", "Ann Lee · Health"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert desk.paper.came == [Named("Ann Lee", OTHER)]
    assert who.line.text() == "Ann Lee"


def offered(who: PersonField) -> QWidget:
    popup = who.line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    return popup


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_the_only_name_that_is_offered_is_taken(desk: Desk, key: Qt.Key) -> None:
    who, other = PersonField("Led by", _people), LineField("Title")
    who.open(Named(), desk.paper.save)
    desk.show(who, other)
    desk.type(who, "pri")
    QTest.keyClick(offered(who), key)
    assert desk.paper.came == [Named("Priya Raman", PRIYA)]
    assert who.line.text() == "Priya Raman"


def test_after_escape_a_name_stays_as_it_was_typed(desk: Desk) -> None:
    who, other = PersonField("Led by", _people), LineField("Title")
    who.open(Named(), desk.paper.save)
    desk.show(who, other)
    desk.type(who, "Pri")
    QTest.keyClick(offered(who), Qt.Key.Key_Escape)
    QTest.keyClick(who.line, Qt.Key.Key_Tab)
    assert desk.paper.came == [Named("Pri")]


def test_a_long_tick_breaks_its_words_where_the_form_is_narrow(desk: Desk) -> None:
    tick, below = CheckField("Begin its agenda with what the last meeting leaves to it"), LineField("Name")
    desk.show(tick, below)
    desk.window.resize(220, 400)
    desk.qtbot.waitUntil(lambda: tick.box.height() > 1.5 * tick.box.fontMetrics().height() + 10)
    assert desk.window.width() == 220
    assert tick.box.width() <= 220
    assert tick.geometry().bottom() < below.y()


def test_a_form_commits_every_field_and_tab_follows_reading_order(desk: Desk) -> None:
    first, second, third = LineField("1"), DateField("2", lambda: TODAY), LineField("3")
    for field in (first, third):
        field.open("", desk.paper.save)
    second.open(None, desk.paper.save)
    desk.show(first, second, third)
    desk.type(first, "a")
    QTest.keyClick(first.control, Qt.Key.Key_Tab)
    assert second.line.hasFocus()
    QTest.keyClicks(second.line, "never")
    QTest.keyClick(second.control, Qt.Key.Key_Tab)
    assert third.line.hasFocus()
    QTest.keyClicks(third.line, "c")
    assert not desk.form.commit(), "one is wrong"
    assert desk.paper.came == ["a", "c"]
    desk.form.focus_wrong()
    assert second.line.hasFocus()


def test_a_wide_form_stands_in_two_columns_and_a_narrow_one_in_one(desk: Desk) -> None:
    first, second = LineField("1"), LineField("2")
    desk.show(first, second)
    assert first.y() < second.y()
    desk.window.resize(900, 400)
    desk.qtbot.waitUntil(lambda: first.y() == second.y())
    assert first.x() < second.x()


def test_a_form_grows_with_the_text(desk: Desk, qapp: QApplication) -> None:
    dress(qapp, Appearance.LIGHT)
    first, when = LineField("1"), TimeField("From")
    desk.show(first, when)
    desk.window.resize(900, 400)
    desk.qtbot.waitUntil(lambda: first.y() == when.y())
    before = when.line.width()
    try:
        wear(zoom=2.0)
        desk.qtbot.waitUntil(lambda: first.y() < when.y())
        assert when.line.width() == 2 * before, "a time of day is cut off"
    finally:
        wear(zoom=1.0)
