"""Board settings: the agenda templates of a board, and its series of meetings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardroom.services.series import SeriesParts, plan_series
from boardroom.services.templates import keep_as_template
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.ui.links import Link
from boardroom.ui.pages.settings import SettingsPage
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.pages.settings_templates import TemplatesSection
    from boardroom.ui.window import Window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def kept(desk: Desk, name: str) -> UUID:
    newest = desk.read(meetings_page, Wanted(board_id=desk.board_id), limit=1)[0]
    template_id: UUID = desk.write("Keep", keep_as_template, newest.id, name).id
    return template_id


def section(window: Window) -> TemplatesSection:
    page = window.current_page()
    assert isinstance(page, SettingsPage)
    return page.templates


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def test_templates_are_listed_renamed_and_removed_by_keys(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    kept(desk, "Ordinary")
    kept(desk, "Annual")
    window = show(desk, Link("settings"))
    part = section(window)
    assert [row.title for row in part.templates.rows.loaded()] == ["Ordinary", "Annual"]
    assert part.templates.rows.loaded()[0].second_line.startswith("Welcome and apologies · ")
    part.templates.rows.setFocus()
    page = window.current_page()
    assert isinstance(page, SettingsPage)
    page._scroll.verticalScrollBar().setValue(0)
    press(Qt.Key.Key_F2)
    assert part.asking.fields[0].control.hasFocus()
    QApplication.processEvents()
    assert not part.asking.visibleRegion().isEmpty()
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(part.asking.fields[0].control, "Annual")
    press(Qt.Key.Key_Return)
    assert part.asking._wrong.text() == "Another template is called “Annual” already."
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(part.asking.fields[0].control, "Usual")
    press(Qt.Key.Key_Return)
    assert [row.title for row in part.templates.rows.loaded()] == ["Usual", "Annual"]
    part.templates.rows.setFocus()
    press(Qt.Key.Key_Delete, CTRL | SHIFT)
    assert [row.title for row in part.templates.rows.loaded()] == ["Annual"]
    assert told[-1].text == "Remove the template “Usual”"
    desk.undo()
    assert [row.title for row in part.templates.rows.loaded()] == ["Usual", "Annual"]
    assert unnamed(part) == []


def test_series_say_their_rule_and_are_let_go(desk: Desk, show: Callable[..., Window]) -> None:
    parts = SeriesParts(name="Full board", rule="FREQ=MONTHLY;BYDAY=2TH", template_id=kept(desk, "Ordinary"))
    desk.write("Plan", plan_series, desk.board_id, parts, [(date(2027, 2, 11), "16th meeting")])
    part = section(show(desk, Link("settings")))
    (row,) = part.series.rows.loaded()
    assert (row.title, row.figure) == ("Full board", "1 meeting")
    assert row.second_line == "monthly on the second Thursday, agenda from “Ordinary”, planned until 11 February 2027"
    part.series.rows.setFocus()
    press(Qt.Key.Key_L, CTRL | SHIFT)
    assert part.series.rows.loaded() == []
    assert part.why_not("series.end") == "there is no series"


def test_a_board_without_templates_is_told_where_they_are_made(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, Link("settings"))
    part = section(window)
    assert not part.templates.rows.isVisible()
    assert part.why_not("template.rename") == "there is no template"
    assert not part._buttons["template.rename"].isVisible()
