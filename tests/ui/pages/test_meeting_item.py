"""The item of a meeting is written up by keyboard: notes, minute text, and the key that takes a note over."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine, event, select

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.text import ParagraphState, plain, runs_of
from boardroom.domain.words import ParagraphForm, TextKind
from boardroom.services.decisions import change_decision
from boardroom.services.texts import write_text
from boardroom.store.engines import driver_of
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.autosave import AutosaveState
from boardroom.ui.kit.row_ink import TALL_ROW
from boardroom.ui.kit.theme import theme
from boardroom.ui.links import Link
from boardroom.ui.memory import Memory
from boardroom.ui.own_keys import give_back, give_key
from boardroom.ui.pages.meeting import MeetingPage
from tests.ui.pages.at_item import CONTROL, SHIFT, SHORT_BREAKS, Place, focused, go_to_item, words_of
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot
    from sqlalchemy.orm import Session

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window


@pytest.fixture
def place(desk: Desk, show: Callable[..., Window]) -> Place:
    """Short breaks, at the 14th meeting, in a wide window."""
    return go_to_item(desk, show, SHORT_BREAKS)


def test_the_columns_are_gone_to_by_commands_whose_keys_can_be_changed(place: Place) -> None:
    page = place.page
    for key, column in ((Qt.Key.Key_F2, page.agenda), (Qt.Key.Key_F4, page.people), (Qt.Key.Key_F3, page.item)):
        place.press(key)
        assert column.isAncestorOf(focused())
    give_key(Memory(), COMMANDS["meeting.people"], "Ctrl+Shift+F12")
    try:
        place.press(Qt.Key.Key_F4)
        assert page.item.isAncestorOf(focused()), "the key that was changed still acts"
        place.press(Qt.Key.Key_F12, CONTROL | SHIFT)
        assert page.people.isAncestorOf(focused())
    finally:
        give_back(Memory(), COMMANDS["meeting.people"])


def test_what_is_typed_into_the_notes_is_on_the_disk_by_itself(place: Place, qtbot: QtBot) -> None:
    assert focused() is place.column.texts.notes.editor
    place.press(Qt.Key.Key_End, CONTROL)
    place.press(Qt.Key.Key_Return)
    place.type("Ask about the hoist.")
    qtbot.waitUntil(lambda: words_of(place.view.notes)[-1] == "Ask about the hoist.", timeout=3000)
    assert place.column.texts.notes.editor.hasFocus()


def test_what_was_typed_is_stored_under_its_own_item_when_another_one_is_shown(place: Place) -> None:
    place.type("First: ")
    place.press(Qt.Key.Key_PageDown, CONTROL)
    assert place.page.link().item_id != place.item_id
    assert words_of(place.view.notes)[0].startswith("First: ")


def test_one_key_takes_the_note_over_marks_it_and_goes_to_the_next(place: Place, told: list[Said]) -> None:
    before = len(place.view.minute_text)
    place.press(Qt.Key.Key_Return, CONTROL)
    view = place.view
    assert words_of(view.minute_text)[before:] == [plain(view.notes[0].runs)]
    assert view.taken_over == {view.notes[0].id}
    assert told[-1].undo
    assert place.column.texts.notes.editor.current_paragraph_id() == view.notes[1].id
    place.press(Qt.Key.Key_Return, CONTROL)
    assert len(place.view.taken_over) == 2
    place.desk.undo()
    assert len(place.view.taken_over) == 1
    assert len(place.column.texts.minutes.editor.paragraphs()) == before + 1


def test_several_selected_notes_are_taken_over_together_and_none_twice(place: Place, told: list[Said]) -> None:
    before = len(place.view.minute_text)
    place.press(Qt.Key.Key_A, CONTROL)
    place.press(Qt.Key.Key_Return, CONTROL)
    assert len(place.view.minute_text) == before + len(place.view.notes)
    place.press(Qt.Key.Key_A, CONTROL)
    place.press(Qt.Key.Key_Return, CONTROL)
    assert len(place.view.minute_text) == before + len(place.view.notes)
    assert told[-1].text == "That note is in the minute text already."


def test_letters_lists_language_and_restriction_are_set_by_commands(place: Place) -> None:
    place.press(Qt.Key.Key_B, CONTROL)
    place.type("Bold")
    place.press(Qt.Key.Key_B, CONTROL)
    place.press(Qt.Key.Key_R, CONTROL | SHIFT)
    place.press(Qt.Key.Key_L, CONTROL)
    place.window.run("words.bullets")
    place.desk.flush()
    first = place.view.notes[0]
    assert first.runs[0].text == "Bold"
    assert first.runs[0].bold
    assert (first.restricted, first.language, first.form) == (True, "cy", ParagraphForm.BULLET)


def test_commands_of_letters_say_why_they_can_not_run_outside_a_text(place: Place) -> None:
    place.column.proposals.rows.setFocus()
    assert place.window.actions_of.why_not("words.bold") == "put the caret into a text first"


def test_a_change_from_outside_and_undo_leave_the_caret_where_it_is(place: Place) -> None:
    editor = place.column.texts.minutes.editor
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(12)
    editor.setTextCursor(cursor)
    view = place.view
    more = [ParagraphState(runs=runs_of("Before all of it.")), *view.minute_text]
    place.desk.write("Write from elsewhere", write_text, view.meeting_id, view.id, TextKind.MINUTE, more)
    assert editor.textCursor().positionInBlock() == 12
    assert editor.textCursor().blockNumber() == 1
    place.desk.undo()
    assert (editor.textCursor().blockNumber(), editor.textCursor().positionInBlock()) == (0, 12)
    assert editor.hasFocus()


def test_text_that_a_full_disk_does_not_take_stays_in_the_editor_and_says_so(place: Place, qtbot: QtBot) -> None:
    pane = place.column.texts.notes

    def limit(pages: int) -> None:
        with place.desk.file.writing("Limit") as session:
            driver_of(session.connection()).execute(f"PRAGMA max_page_count={pages}")

    limit(1)
    pane.editor.insert([ParagraphState(runs=runs_of("Not lost. " * 20_000))])
    pane.editor.autosave.flush()
    qtbot.waitUntil(lambda: pane.editor.autosave.state is AutosaveState.FAILED, timeout=5000)
    assert pane.trouble().startswith("Not saved; the text stays here. The disk is full")
    assert plain(pane.editor.paragraphs()[0].runs).startswith("Not lost. ")
    limit(1_000_000)
    assert place.desk.flush()
    assert words_of(place.view.notes)[0].startswith("Not lost. ")
    assert not pane.trouble()


def test_typing_does_not_have_the_item_read_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[str] = []
    monkeypatch.setattr(place.column, "reload", partial(readings.append, "read"))
    place.type("Quick")
    place.desk.flush()
    assert words_of(place.view.notes)[0].startswith("Quick")
    assert readings == []


def test_sealed_minutes_are_read_only_with_the_reason_once(desk: Desk, show: Callable[..., Window]) -> None:
    def sealed(session: Session) -> tuple[UUID, UUID]:
        from boardroom.domain.meeting import Seal  # noqa: PLC0415 - of this test alone

        wanted = select(AgendaItem).join(Seal, Seal.meeting_id == AgendaItem.meeting_id)
        item = session.scalars(wanted.order_by(AgendaItem.position)).first()
        assert item is not None
        return item.meeting_id, item.id

    meeting_id, item_id = desk.read(sealed)
    window = show(desk, Link("meeting", "agenda_item", item_id, meeting_id, item_id))
    column = Place(desk, window, item_id).column
    assert column.locked.isVisible()
    assert column.texts.notes.editor.isReadOnly()
    assert not column.points.adding.isEnabled()
    for command in ("record.point", "record.vote", "words.take_over", "words.bold"):
        assert window.actions_of.why_not(command) == "the minutes are sealed"
    # No caret stands where nothing can be typed: the agenda is gone through.
    assert focused() is page_of(window).agenda.rows
    first = page_of(window).link().item_id
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert page_of(window).link().item_id != first


def test_in_a_narrow_window_sealed_minutes_are_read(desk: Desk, show: Callable[..., Window]) -> None:
    sealed = next(row for row in desk.read(meetings_page, Wanted(board_id=desk.board_id)) if row.sealed)
    page = page_of(show(desk, Link("meeting", "meeting", sealed.id, sealed.id), 1000))
    assert focused() is page.item.texts.minutes.editor
    assert page.item.isVisible()


def page_of(window: Window) -> MeetingPage:
    page = window.current_page()
    assert isinstance(page, MeetingPage)
    return page


def test_notes_stand_beside_the_minute_text_only_where_there_is_room(place: Place) -> None:
    notes, minutes = place.column.texts.panes
    assert notes.y() == minutes.y()
    assert notes.x() < minutes.x()
    place.window.shell.resize(1180, 800)
    QApplication.processEvents()
    assert place.column.texts.width() < 620
    assert notes.y() < minutes.y()


def test_every_stop_of_the_column_has_a_name_and_they_follow_reading_order(place: Place) -> None:
    assert unnamed(place.column) == []
    place.column.proposals.adding.setFocus()
    stops = [stop for stop in tab_stops(place.column) if stop.widget.isVisible()]
    names = [stop.name for stop in stops]
    assert names[:3] == ["New proposal", "Proposals", "New motion"]
    # The column scrolls with the focus, so places are those in what is scrolled.
    inside = place.column.area.widget()
    assert inside is not None
    tops = [stop.widget.mapTo(inside, QPoint(0, 0)).y() for stop in stops if inside.isAncestorOf(stop.widget)]
    assert tops == sorted(tops)


def test_what_is_recorded_is_told_on_up_to_two_lines(desk: Desk, show: Callable[..., Window]) -> None:
    place = go_to_item(desk, show, SHORT_BREAKS)
    rows = place.column.decisions.rows
    (wording, *_) = [row.title for row in rows.loaded()]
    assert len(wording) > 150
    tall = rows.sizeHintForRow(0)
    assert tall == theme().px(TALL_ROW) + theme().px(20)
    assert rows.height() == sum(rows.sizeHintForRow(at) for at in range(rows.model().rowCount()))
    # A short one takes one line.
    place.desk.write("Reword", change_decision, place.view.decisions[0].id, wording="That it goes ahead.")
    assert rows.sizeHintForRow(0) == theme().px(TALL_ROW)
    assert rows.height() < tall + rows.sizeHintForRow(0)


@contextmanager
def asked_here() -> Iterator[list[str]]:
    """Note the statements that this thread sends to the board file."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if threading.current_thread() is threading.main_thread():
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_save_of_what_is_typed_asks_the_board_file_nothing_on_the_gui_thread(place: Place, qtbot: QtBot) -> None:
    editor = place.column.texts.notes.editor
    place.type("Fresh")
    qtbot.waitUntil(lambda: editor.autosave.state is AutosaveState.CLEAN)
    with asked_here() as sent:
        place.type(" words")
        qtbot.waitUntil(lambda: editor.autosave.state is AutosaveState.CLEAN)
        QTest.qWait(50)
    assert sent == []
    assert "Fresh words" in " ".join(words_of(place.view.notes))


def test_the_agenda_hears_of_the_first_word_of_a_text_and_of_its_last(place: Place, qtbot: QtBot) -> None:
    editor, read = place.column.texts.notes.editor, QSignalSpy(place.page.agenda.was_read)

    def typed(words: str, *keys: Qt.Key) -> int:
        before = read.count()
        for key in keys:
            place.press(key)
        place.type(words)
        qtbot.waitUntil(lambda: editor.autosave.state is AutosaveState.CLEAN)
        QTest.qWait(50)
        return read.count() - before

    place.press(Qt.Key.Key_A, CONTROL)
    assert [typed("", Qt.Key.Key_Delete), typed("Anew"), typed(" and more")] == [1, 1, 0]
