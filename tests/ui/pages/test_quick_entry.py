"""Quick entry in the notes of an item, by the keys of somebody who writes while thirty people talk."""

from __future__ import annotations

from datetime import date, datetime
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from boardroom.domain.attendance import Attendance
from boardroom.domain.people import Person
from boardroom.domain.words import Method, PointKind, Presence, Result, Sector
from boardroom.services.people import add_person
from boardroom.store.queries.item_page import item_of
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.paste import CAP, LONGEST
from boardroom.ui.kit.theme import theme
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting.item_signs import signs_of
from boardroom.ui.pages.room import RoomPage
from tests.ui.pages.at_item import CONTROL, SHORT_BREAKS, Place, find_item, focused, go_to_item, words_of
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy.orm import Session

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.kit.editor import ParagraphEditor
    from boardroom.ui.pages.meeting.item_quick import QuickEntry
    from boardroom.ui.window import Window
    from tests.ui.program import Running


class Notes(Place):
    """The notes of an item, and what somebody types there."""

    @property
    def editor(self) -> ParagraphEditor:
        return self.column.texts.notes.editor

    @property
    def quick(self) -> QuickEntry:
        return self.column.texts.quick

    @property
    def said(self) -> str:
        """What the bar says."""
        return self.quick.bar.sentence

    @property
    def choices(self) -> list[str]:
        """What the bar's keys do."""
        return [one.words() for one in self.quick.bar.findChildren(CommandButton) if not one.isHidden()]

    @property
    def lines(self) -> list[str]:
        return words_of(self.view.notes)

    @property
    def offered(self) -> list[str]:
        names = self.quick.names.offered
        return [] if names.isHidden() else [names.item(at).text() for at in range(names.count())]

    def write(self, words: str) -> None:
        """Type words; QTest itself aborts at a letter beyond Latin-1."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        QApplication.processEvents()

    def tinted(self) -> list[str]:
        return [one.cursor.selectedText() for one in self.editor.extraSelections()]


@pytest.fixture
def notes(desk: Desk, show: Callable[..., Window]) -> Notes:
    """Short breaks at the 14th meeting, its notes empty."""
    place = go_to_item(desk, show, SHORT_BREAKS)
    one = Notes(desk, place.window, place.item_id)
    one.press(Qt.Key.Key_A, CONTROL)
    one.press(Qt.Key.Key_Delete)
    return one


def test_an_action_is_shown_while_it_is_typed_and_recorded_by_enter(notes: Notes, told: list[Said]) -> None:
    before = {one.id for one in notes.view.actions}
    notes.write("! Priya to cost two village halls with Llan-y-dŵr by 15 Jan")
    assert notes.said == "Action for Priya Raman, Arrowmere Council, by Fri 15 Jan 2027"
    assert notes.tinted() == ["!", "Priya", "15 Jan"]
    notes.press(Qt.Key.Key_Return)
    (new,) = [one for one in notes.view.actions if one.id not in before]
    assert (new.text, new.due_on) == ("Cost two village halls with Llan-y-dŵr", date(2027, 1, 15))
    assert [one.name for one in new.owners] == ["Priya Raman"]
    assert told[-1].text == "Record the action: Cost two village halls with Llan-y-dŵr"
    # The line is kept, and leads to the record; the caret stands in a fresh one.
    assert notes.lines == ["! Priya to cost two village halls with Llan-y-dŵr by 15 Jan"]
    (line,) = notes.view.notes
    assert line.id is not None
    assert notes.view.became[line.id].id == new.id
    assert (notes.said, notes.tinted(), notes.editor.hasFocus()) == ("", [], True)
    notes.write("Next.")
    notes.desk.flush()
    assert notes.lines[1:] == ["Next."]


def test_a_letter_that_changes_nothing_in_the_bar_lays_nothing_out(notes: Notes) -> None:
    notes.write("! Priya to c")
    said = notes.said
    QTest.qWait(50)
    laid = _Counted(notes.quick.bar, QEvent.Type.LayoutRequest)
    notes.write("ost two village halls")
    assert (notes.said, laid.count) == (said, 0)
    notes.write(" by 15 Jan")
    assert (notes.said == said, laid.count > 0) == (False, True)


def test_a_key_paints_its_text_and_nothing_that_lies_below_it(notes: Notes) -> None:
    notes.write("Tea")
    QTest.qWait(50)
    painted = [_Counted(one, QEvent.Type.Paint) for one in (notes.editor.viewport(), notes.column, notes.page)]
    notes.write("s")
    QTest.qWait(50)
    assert [one.count > 0 for one in painted] == [True, False, False]
    # What lies there instead is of the same colour.
    pane = notes.column.texts.notes
    shown = pane.grab().toImage()
    assert shown.pixelColor(shown.width() - 1, 0) == theme().colour("surface")


class _Counted(QObject):
    """Counts the events of a kind that come to a widget."""

    def __init__(self, widget: QWidget, kind: QEvent.Type) -> None:
        super().__init__(widget)
        self.count, self._kind = 0, kind
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched  # the one widget
        self.count += event.type() is self._kind
        return False


def test_undo_takes_back_the_whole_record_and_leaves_the_note(notes: Notes) -> None:
    before = len(notes.view.actions)
    notes.write("! All to send dates by 12 Feb")
    notes.press(Qt.Key.Key_Return)
    assert len(notes.view.actions) == before + 1
    notes.desk.undo()
    assert len(notes.view.actions) == before
    assert notes.view.became == {}
    assert notes.lines == ["! All to send dates by 12 Feb"]


def test_a_proposal_is_recorded_for_those_who_put_it(notes: Notes) -> None:
    notes.write("? @Youth Voice Arrowmere: Young people choose each term’s activities")
    assert notes.said.startswith("Proposal by Youth Voice Arrowmere")
    notes.press(Qt.Key.Key_Return)
    new = notes.view.proposals[-1]
    assert new.text == "Young people choose each term’s activities"
    assert [one.organisation for one in new.proposers] == ["Youth Voice Arrowmere"]


def test_a_proposal_of_nobody_says_what_is_missing_and_stays(notes: Notes, told: list[Said]) -> None:
    before = len(notes.view.proposals)
    notes.write("? more halls")
    assert "say who puts it" in notes.said
    # What would be refused isn't offered.
    assert notes.choices == ["note"]
    notes.press(Qt.Key.Key_Return)
    assert len(notes.view.proposals) == before
    assert notes.said == told[-1].text
    assert notes.lines == ["? more halls"]
    # It is put right in the same line.
    notes.press(Qt.Key.Key_Home)
    notes.press(Qt.Key.Key_Right)
    notes.write(" VO")
    assert notes.said == "Proposal by the voluntary sector"
    assert notes.choices == ["record", "note"]
    notes.press(Qt.Key.Key_Return)
    assert notes.view.proposals[-1].text == "More halls"
    assert notes.lines == ["? VO more halls"]


def test_a_decision_says_how_it_was_settled(notes: Notes) -> None:
    notes.write("= agreed unanimously that the halls be hired")
    assert notes.said == "Decision: carried, unanimously"
    notes.press(Qt.Key.Key_Return)
    new = notes.view.decisions[-1]
    assert (new.result, new.method) == (Result.CARRIED, Method.UNANIMOUS)


def test_an_action_without_an_owner_says_so_and_is_recorded(notes: Notes) -> None:
    notes.write("! find a hall")
    assert notes.said == "Action without an owner, without a date"
    notes.press(Qt.Key.Key_Return)
    assert notes.view.actions[-1].text == "Find a hall"


def test_escape_keeps_a_note_until_the_mark_is_typed_anew(notes: Notes) -> None:
    before = len(notes.view.actions)
    notes.write("! Priya to ring")
    assert notes.said
    notes.press(Qt.Key.Key_Escape)
    assert notes.said == ""
    notes.write(" back")
    assert notes.said == ""
    notes.press(Qt.Key.Key_Return)
    notes.desk.flush()
    assert len(notes.view.actions) == before
    assert notes.lines == ["! Priya to ring back"]
    notes.press(Qt.Key.Key_Up)
    notes.press(Qt.Key.Key_Home)
    notes.press(Qt.Key.Key_Delete)
    notes.write("!")
    assert notes.said


def test_names_are_offered_behind_an_at_and_tab_takes_one(notes: Notes) -> None:
    notes.desk.write("Add a person", add_person, "Gwŷneth Harri")
    notes.write("! @priy")
    assert notes.offered[0] == "Priya Raman, Arrowmere Council"
    notes.press(Qt.Key.Key_Tab)
    assert notes.editor.toPlainText() == "! @Priya Raman "
    assert notes.offered == []
    notes.write("and @gwy")
    # An accent needn't be typed.
    assert notes.offered[0] == "Gwŷneth Harri"
    notes.press(Qt.Key.Key_Return)
    notes.write("to cost it")
    assert notes.said.startswith("Action for Priya Raman, Arrowmere Council, and Gwŷneth Harri")
    notes.press(Qt.Key.Key_Return)
    assert [one.name for one in notes.view.actions[-1].owners] == ["Priya Raman", "Gwŷneth Harri"]


def test_of_two_with_one_name_the_one_that_is_taken_is_meant(notes: Notes) -> None:
    known = notes.quick._known.at(notes.view.meeting_id)
    assert known is not None
    there = next(one for one in known.people if one.name == "Priya Raman")

    def come(session: Session) -> None:
        other = Person(name=there.name)
        session.add(other)
        session.add(
            Attendance(
                meeting_id=notes.view.meeting_id, name=there.name, organisation="Youth Voice", person_id=other.id,
                status=Presence.PRESENT,
            )
        )  # fmt: skip

    notes.desk.write("Come", come)
    notes.write("! @priya ra")
    assert sorted(notes.offered) == ["Priya Raman, Arrowmere Council", "Priya Raman, Youth Voice"]
    notes.press(Qt.Key.Key_Down)
    taken = notes.offered[1]
    notes.press(Qt.Key.Key_Return)
    notes.write("to cost it")
    assert notes.said.startswith(f"Action for {taken}")


def test_in_a_note_a_name_is_put_in_without_its_at(notes: Notes) -> None:
    notes.write("Thanks to @ffion")
    notes.press(Qt.Key.Key_Return)
    assert notes.editor.toPlainText() == "Thanks to Ffion Davies "


def test_escape_closes_the_names_and_typing_goes_on(notes: Notes) -> None:
    notes.write("Met @R")
    assert len(notes.offered) > 1
    first = notes.quick.names.offered.chosen
    notes.press(Qt.Key.Key_Down)
    assert notes.quick.names.offered.chosen != first
    notes.press(Qt.Key.Key_Escape)
    assert notes.offered == []
    notes.write("u")
    assert notes.offered == []
    notes.write("th today")
    assert notes.editor.toPlainText() == "Met @Ruth today"
    notes.write(" and @R")
    assert notes.offered
    # The list goes with the focus.
    notes.column.texts.minutes.editor.setFocus()
    assert notes.offered == []


def test_the_names_stay_under_the_caret_when_the_column_is_scrolled(notes: Notes) -> None:
    notes.write("Met @R")
    names = notes.quick.names.offered
    before = names.y()
    bar = notes.column.area.verticalScrollBar()
    bar.setValue(40)
    assert names.y() == before - 40
    notes.press(Qt.Key.Key_Escape)
    bar.setValue(0)
    assert notes.offered == []


def test_enter_replaces_what_is_selected(notes: Notes) -> None:
    count = len(notes.view.actions)
    notes.write("! All to write")
    notes.press(Qt.Key.Key_A, CONTROL)
    notes.press(Qt.Key.Key_Return)
    assert len(notes.view.actions) == count
    assert notes.editor.toPlainText() == "\n"


def test_those_in_the_room_are_offered_first(notes: Notes) -> None:
    notes.write("@")
    shown = notes.quick.names.offered
    near = [shown.item(at).data(Qt.ItemDataRole.UserRole)[2].near for at in range(shown.count())]
    assert near == sorted(near)
    assert near[0] == 0


def test_a_name_is_taken_by_mouse(notes: Notes) -> None:
    notes.write("Met @pri")
    shown = notes.quick.names.offered
    place = shown.visualItemRect(shown.item(0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert notes.editor.toPlainText() == "Met Priya Raman "
    assert notes.editor.hasFocus()


def test_the_bar_is_pressed_by_mouse(notes: Notes) -> None:
    before = len(notes.view.actions)
    notes.write("! All to write")
    button = next(one for one in notes.quick.bar.findChildren(CommandButton) if one.words() == "record")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(notes.view.actions) == before + 1
    assert notes.editor.hasFocus()


def test_a_note_that_says_who_spoke_becomes_a_point_in_two_keys(notes: Notes, told: list[Said]) -> None:
    notes.write("Ffion Davies said that young people had been asked too late.")
    notes.press(Qt.Key.Key_F5)
    assert notes.said == "Point by Ffion Davies, Youth Voice Arrowmere"
    notes.press(Qt.Key.Key_C)
    point = notes.view.points[-1]
    assert (point.kind, point.name, point.sector) == (PointKind.CONCERN, "Ffion Davies", Sector.SERVICE_USERS)
    assert point.text == "Young people had been asked too late."
    assert told[-1].text.startswith("Record a point: Young people")
    assert notes.lines == ["Ffion Davies said that young people had been asked too late."]
    # The note has the mark of the sector beside it.
    (line,) = notes.view.notes
    assert notes.view.became[line.id or notes.item_id].table == "point"
    notes.write("@Priya")
    notes.press(Qt.Key.Key_Return)
    notes.write(": 38 families wait")
    notes.press(Qt.Key.Key_F5)
    notes.press(Qt.Key.Key_Return)
    assert (notes.view.points[-1].text, notes.view.points[-1].kind) == ("38 families wait", PointKind.STATEMENT)


def test_the_question_of_what_kind_a_point_is_stays_whatever_is_saved_meanwhile(notes: Notes) -> None:
    notes.write("Priya Raman said that it is late.")
    notes.press(Qt.Key.Key_F5)
    notes.desk.write("Add a person", add_person, "Zebedee Quill")
    notes.press(Qt.Key.Key_Left)
    assert notes.said.startswith("Point by Priya Raman")
    notes.press(Qt.Key.Key_Q)
    assert notes.view.points[-1].kind is PointKind.QUESTION


def test_signs_beside_the_notes_say_what_they_became_and_what_was_taken_over(notes: Notes) -> None:
    notes.write("Ffion Davies said that it was late.")
    notes.press(Qt.Key.Key_F5)
    notes.press(Qt.Key.Key_Return)
    notes.write("! All to write")
    notes.press(Qt.Key.Key_Return)
    notes.write("Tea.")
    notes.press(Qt.Key.Key_Return)
    notes.desk.flush()
    notes.press(Qt.Key.Key_Home, CONTROL)
    notes.press(Qt.Key.Key_Return, CONTROL)
    view = notes.view
    signs = signs_of(view)
    assert [signs.get(one.id) for one in view.notes if one.id] == ["service users+taken", "action", None]
    # They are painted: where nothing was recorded the margin is empty.
    shown = notes.editor.viewport().grab(QRect(0, 0, 48, 160)).toImage()
    document = notes.editor.document()
    places = [notes.editor.cursorRect(QTextCursor(document.findBlockByNumber(at))).center().y() for at in range(3)]
    rows = [{shown.pixel(x, y) for x in range(4, 46)} for y in places]
    assert [len(one) > 1 for one in rows] == [True, True, False]


def test_a_note_that_says_not_who_spoke_opens_the_form(notes: Notes) -> None:
    notes.write("The room was cold.")
    notes.press(Qt.Key.Key_F5)
    assert notes.column.points.form is not None


def test_escape_and_any_other_letter_leave_the_point(notes: Notes) -> None:
    before = len(notes.view.points)
    notes.write("Priya Raman reported it.")
    for key in ("\x1b", "x"):
        notes.press(Qt.Key.Key_F5)
        assert notes.said.startswith("Point by Priya Raman")
        if key == "x":
            notes.write(key)
        else:
            notes.press(Qt.Key.Key_Escape)
        assert notes.said == ""
    assert len(notes.view.points) == before
    assert notes.editor.toPlainText() == "Priya Raman reported it.x"


def test_a_recorded_line_leads_to_its_record(notes: Notes) -> None:
    notes.write("! All to send dates")
    notes.press(Qt.Key.Key_Return)
    new = notes.view.actions[-1]
    notes.press(Qt.Key.Key_Up)
    assert notes.said == f"Action {new.number} was recorded from this line"
    # Enter splits it like any other line.
    notes.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert notes.column.chosen() == ("action", new.id)
    notes.editor.setFocus()
    QTest.mouseClick(notes.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 16))
    assert notes.column.chosen() == ("action", new.id)


def test_a_line_is_recorded_once(notes: Notes) -> None:
    notes.write("! All to send dates")
    notes.press(Qt.Key.Key_Return)
    count = len(notes.view.actions)
    notes.press(Qt.Key.Key_Up)
    notes.press(Qt.Key.Key_End)
    notes.press(Qt.Key.Key_Return)
    notes.desk.flush()
    assert len(notes.view.actions) == count


def test_a_restricted_line_is_refused_in_its_bar_and_kept(notes: Notes) -> None:
    count = len(notes.view.actions)
    notes.write("! All to send dates")
    notes.press(Qt.Key.Key_R, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    notes.press(Qt.Key.Key_Return)
    assert "restricted" in notes.said
    assert len(notes.view.actions) == count
    notes.press(Qt.Key.Key_Escape)
    assert notes.said == ""


def test_three_hundred_thousand_letters_are_no_line(notes: Notes) -> None:
    mime = QMimeData()
    mime.setText("! " + "x" * 300_000)
    notes.editor.insertFromMimeData(mime)
    assert notes.said == ""
    began = perf_counter()
    notes.write("abc")
    assert perf_counter() - began < 5
    notes.desk.flush()
    assert notes.said == ""
    assert sum(map(len, notes.lines)) > CAP - LONGEST


def test_who_comes_in_is_known_at_once(notes: Notes) -> None:
    notes.write("! @Zebedee to ring")
    assert "without an owner" in notes.said
    notes.desk.write("Add a person", add_person, "Zebedee Quill")
    notes.write("s")
    assert notes.said.startswith("Action for Zebedee Quill")


def test_nothing_is_understood_where_nothing_can_be_written(notes: Notes) -> None:
    notes.write("! All to send dates")
    notes.desk.flush()
    notes.editor.open(notes.view.notes, None)
    notes.quick.open(None)
    notes.editor.moveCursor(QTextCursor.MoveOperation.End)
    notes.press(Qt.Key.Key_Return)
    assert (notes.said, notes.tinted()) == ("", [])


def test_what_was_recorded_is_there_when_the_file_is_opened_again(notes: Notes) -> None:
    notes.write("! All to send dates")
    notes.press(Qt.Key.Key_Return)
    notes.window.go(notes.page.link())
    (line,) = notes.view.notes
    assert line.id in notes.view.became
    assert isinstance(notes.desk.now, datetime)


def test_in_the_room_the_key_of_undo_takes_it_back_also_after_the_file_was_opened_again(
    run: Callable[..., Running], sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Arrowmere.boardroom"
    path.write_bytes(sample.read_bytes())
    one = run(path=path)
    one.wait_for_board()
    meeting_id, item_id = one.desk.read(find_item, SHORT_BREAKS)
    one.window.go(Link("room", "agenda_item", item_id, meeting_id, item_id))
    QApplication.processEvents()
    assert isinstance(one.page, RoomPage)
    one.page.item.texts.notes.editor.setFocus()
    one.press("Ctrl+End")
    one.press("Return")
    before = len(one.desk.read(item_of, item_id).actions)
    one.type("! Priya to ask Llŷr by 15 Jan")
    assert unnamed(one.page) == []
    one.press("Return")
    assert len(one.desk.read(item_of, item_id).actions) == before + 1
    one.type("Then tea.")
    one.close()
    again = run(path=path)
    again.wait_for_board()
    assert len(again.desk.read(item_of, item_id).became) == 1
    again.press("Ctrl+Z")
    again.press("Ctrl+Z")
    view = again.desk.read(item_of, item_id)
    assert (len(view.actions), len(view.became)) == (before, 0)
    assert words_of(view.notes)[-1] == "! Priya to ask Llŷr by 15 Jan"


def test_a_letter_over_a_selection_is_read_with_the_line_that_is_left(notes: Notes) -> None:
    notes.write("A note")
    notes.press(Qt.Key.Key_Home)
    notes.press(Qt.Key.Key_Return)
    notes.press(Qt.Key.Key_Up)
    notes.write("? Open the halls")
    for _ in "lls":
        notes.press(Qt.Key.Key_Left)
    for _ in "lls\nA note":
        notes.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert notes.said == ""
    notes.write("f")
    assert notes.editor.toPlainText() == "? Open the haf"
    assert notes.said.startswith("Proposal")


def test_an_at_behind_letters_offers_names_all_the_same(notes: Notes) -> None:
    notes.write("We heard @Pri")
    assert notes.offered
    assert all("Pri" in one for one in notes.offered)
