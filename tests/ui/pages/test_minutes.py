"""The whole minutes as one page: written where they stand, empty places found, sealed ones corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boardroom.documents.blocks import Heading, Paragraph, plain_text
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.text import ParagraphState, Run, plain
from boardroom.domain.words import MeetingStatus, ParagraphForm, TextKind
from boardroom.services.agenda import add_item
from boardroom.services.meetings import plan_meeting
from boardroom.services.texts import write_text
from boardroom.store.queries.item_page import text_of
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.store.queries.meeting_page import agenda_of, head_of
from boardroom.store.queries.meetings import load_meeting
from boardroom.ui.desk import Tone
from boardroom.ui.kit.editor import ParagraphEditor
from boardroom.ui.links import Link
from boardroom.ui.pages.minutes import MinutesPage
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.pages.minutes_part import PartView
    from boardroom.ui.window import Window

DRAFT, SEALED = "14th meeting", "3rd meeting"
CTRL = Qt.KeyboardModifier.ControlModifier


def meeting_called(desk: Desk, name: str) -> UUID:
    rows = desk.read(meetings_page, Wanted(board_id=desk.board_id))
    return next(row.id for row in rows if row.name == name)


def item_numbered(desk: Desk, meeting_id: UUID, number: str) -> UUID:
    return next(row.id for row in desk.read(agenda_of, meeting_id).items if row.number == number)


def minutes_of(desk: Desk, show: Callable[..., Window], name: str, number: str = "") -> MinutesPage:
    meeting_id = meeting_called(desk, name)
    item_id = item_numbered(desk, meeting_id, number) if number else None
    page = show(desk, Link("minutes", "meeting", meeting_id, meeting_id, item_id)).current_page()
    assert isinstance(page, MinutesPage)
    return page


def part_of(page: MinutesPage, number: str) -> PartView:
    assert page._agenda is not None
    item_id = next(row.id for row in page._agenda.items if row.number == number)
    part = page.sheet._part(item_id)
    assert part is not None
    return part


def stored(page: MinutesPage, number: str) -> list[str]:
    assert page._meeting_id is not None
    part = part_of(page, number)
    return [plain(one.runs) for one in page.desk.read(text_of, page._meeting_id, part.item_id, TextKind.MINUTE)]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def test_the_page_says_what_the_document_says(desk: Desk, show: Callable[..., Window]) -> None:
    page = minutes_of(desk, show, DRAFT)
    assert page._meeting_id is not None
    record = desk.read(load_meeting, page._meeting_id, Audience.MEMBERS)
    wanted = []
    for block in compose_minutes(record, Audience.MEMBERS).blocks:
        if isinstance(block, Heading):
            wanted.append(block.text)
        elif isinstance(block, Paragraph):
            wanted.append(plain_text(block.spans))
    shown = []
    for part in page.sheet._parts:
        part.build()
        assert part.before is not None
        assert part.text is not None
        assert part.after is not None
        shown += [part.before.toPlainText(), part.text.editor.toPlainText(), part.after.toPlainText()]
    whole = "\n".join([*shown, page.sheet.closing.toPlainText()]).replace("\xa0", " ")
    missing = [one for one in wanted if one.replace("\xa0", " ") not in whole and "Not for the public" not in one]
    assert not missing


def test_what_is_typed_is_minute_text_of_its_item_and_undone_by_one_key(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = minutes_of(desk, show, DRAFT, "6")
    before = stored(page, "6")
    part = part_of(page, "6")
    assert part.text is not None
    assert QApplication.focusWidget() is part.text.editor
    QTest.keyClicks(part.text.editor, "Draft. ")
    desk.flush()
    assert stored(page, "6")[0] == f"Draft. {before[0]}"
    assert part.text.editor.toPlainText().startswith("Draft. ")
    desk.undo()
    assert stored(page, "6") == before
    assert not part.text.editor.toPlainText().startswith("Draft. ")


def test_the_next_empty_text_is_found_and_no_longer_marked_once_it_is_written(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = minutes_of(desk, show, DRAFT)
    empty = [row.number for row in page.sheet.outline.loaded() if row.context]
    assert empty
    press(Qt.Key.Key_J, CTRL)
    part = part_of(page, empty[0])
    assert part.text is not None
    assert QApplication.focusWidget() is part.text.editor
    QTest.keyClicks(part.text.editor, "Approved.")
    assert [row.number for row in page.sheet.outline.loaded() if row.context] == empty[1:]
    desk.flush()
    assert stored(page, empty[0]) == ["Approved."]


def test_enter_on_what_was_settled_opens_its_item(desk: Desk, show: Callable[..., Window]) -> None:
    page = minutes_of(desk, show, DRAFT, "6")
    part = part_of(page, "6")
    assert part.after is not None
    asked: list[Link] = []
    desk.asked.connect(asked.append)
    part.after.setFocus()
    press(Qt.Key.Key_Return)
    assert (asked[-1].page, asked[-1].item_id) == ("meeting", part.item_id)


def test_a_long_agenda_is_built_only_where_it_is_seen(desk: Desk, show: Callable[..., Window]) -> None:
    meeting_id = meeting_called(desk, DRAFT)
    desk.write("Add many items", _add_many, meeting_id)
    page = minutes_of(desk, show, DRAFT)
    built = [part for part in page.sheet._parts if part.built]
    assert 0 < len(built) < len(page.sheet._parts) // 2
    last = page.sheet._parts[-1]
    page.sheet.enter(last.item_id)
    assert last.text is not None
    assert QApplication.focusWidget() is last.text.editor
    # The opaque text covers all of the part itself.
    assert not last.text.editor.viewport().visibleRegion().isEmpty()
    assert "<b>bold</b>" in last.text.editor.toPlainText()
    assert last.before is not None
    assert "<i>matter</i> 39" in last.before.toPlainText()


def test_a_change_elsewhere_keeps_what_is_being_typed(desk: Desk, show: Callable[..., Window]) -> None:
    page = minutes_of(desk, show, DRAFT, "6")
    part = part_of(page, "6")
    assert part.text is not None
    QTest.keyClicks(part.text.editor, "Half a sen")
    desk.write("Add an item", add_item, page._meeting_id, "A new item")
    assert part.text.editor.toPlainText().startswith("Half a sen")
    assert page.sheet.outline.loaded()[-1].title == "A new item"
    assert part_of(page, "6") is part


def test_sealed_minutes_are_read_only_and_take_a_dated_correction(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    page = minutes_of(desk, show, SEALED, "1")
    assert page.head().chip == "sealed"
    part = part_of(page, "1")
    part.build()
    assert part.text is not None
    before = part.text.editor.toPlainText()
    QTest.keyClicks(part.text.editor, "No.")
    assert part.text.editor.toPlainText() == before
    press(Qt.Key.Key_N, CTRL)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Ruth Okonjo was present.")
    page.sheet.asking.answer()
    assert "Ruth Okonjo was present." in page.sheet.closing.toPlainText()
    assert told[-1].text == "Correct the minutes"


def test_the_filled_button_is_the_next_step_of_the_minutes(desk: Desk, show: Callable[..., Window]) -> None:
    page = minutes_of(desk, show, DRAFT)
    assert page._meeting_id is not None
    assert desk.read(head_of, page._meeting_id).status is MeetingStatus.DRAFT_MINUTES
    assert page.head().commands[-1] == "meetings.confirm"
    assert "not sealed" in page.why_not("minutes.correct")
    assert minutes_next(desk, show) == "meetings.seal"


def minutes_next(desk: Desk, show: Callable[..., Window]) -> str:
    return minutes_of(desk, show, "13th meeting").head().commands[-1]


def test_every_stop_says_what_it_is(desk: Desk, show: Callable[..., Window]) -> None:
    page = minutes_of(desk, show, DRAFT, "6")
    assert not unnamed(page)
    part = part_of(page, "6")
    assert part.text is not None
    heard = QAccessible.queryAccessibleInterface(part.text.editor)
    assert heard.role() is QAccessible.Role.EditableText
    assert heard.text(QAccessible.Text.Name) == "Minute text of item 6"
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.sheet.outline
    assert page.sheet.outline.chosen_id() == part.item_id


def test_escape_leads_back_to_the_item_from_which_the_minutes_were_opened(
    desk: Desk, show: Callable[..., Window]
) -> None:
    meeting_id = meeting_called(desk, DRAFT)
    item_id = item_numbered(desk, meeting_id, "6")
    window = show(desk, Link("meeting", "agenda_item", item_id, meeting_id, item_id))
    window.run("meeting.minutes")
    page = window.current_page()
    assert isinstance(page, MinutesPage)
    page.sheet.outline.setFocus()
    press(Qt.Key.Key_Escape)
    now = window.current_page()
    assert now is not None
    assert (now.link().page, now.link().item_id) == ("meeting", item_id)


def test_text_is_set_by_the_same_keys_as_at_the_item(desk: Desk, show: Callable[..., Window]) -> None:
    page = minutes_of(desk, show, DRAFT, "6")
    assert page._meeting_id is not None
    press(Qt.Key.Key_8, CTRL | Qt.KeyboardModifier.ShiftModifier)
    desk.flush()
    (first, *_) = desk.read(text_of, page._meeting_id, part_of(page, "6").item_id, TextKind.MINUTE)
    assert first.form is ParagraphForm.BULLET
    page.sheet.outline.setFocus()
    assert "caret" in page.why_not("words.bullets")


def test_tab_goes_through_the_parts_as_they_are_read(desk: Desk, show: Callable[..., Window]) -> None:
    page = minutes_of(desk, show, DRAFT, "6")
    page.sheet.outline.setFocus()
    press(Qt.Key.Key_Tab)
    for stop in [stop for part in page.sheet._parts for stop in _stops(part) if stop.isVisible()]:
        assert QApplication.focusWidget() is stop
        press(Qt.Key.Key_Tab, CTRL if isinstance(stop, ParagraphEditor) else Qt.KeyboardModifier.NoModifier)


def _stops(part: PartView) -> list[QWidget]:
    return [part.text.editor, part.after] if part.text is not None and part.after is not None else []


def _add_many(session: Session, meeting_id: UUID) -> None:
    for number in range(40):
        item = add_item(session, meeting_id, f"Further <i>matter</i> {number}")
        session.flush()
        states = [ParagraphState(runs=(Run("It was said, <b>bold</b>, at some length. " * 12),))] * 3
        write_text(session, meeting_id, item.id, TextKind.MINUTE, states)


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (700, 600)])
def test_the_minutes_open_at_the_item_that_was_shown(
    desk: Desk, show: Callable[..., Window], size: tuple[int, int]
) -> None:
    meeting_id = meeting_called(desk, DRAFT)
    item_id = item_numbered(desk, meeting_id, "8")
    window = show(desk, Link("meeting", "agenda_item", item_id, meeting_id, item_id), *size)
    window.run("meeting.minutes")
    for _ in range(4):
        QTest.qWait(20)
    page = window.current_page()
    assert isinstance(page, MinutesPage)
    part = part_of(page, "8")
    top = page.sheet.area.verticalScrollBar().value()
    assert top == part.y() - page.sheet._column.contentsMargins().top()
    assert part.text is not None
    assert part.text.editor.hasFocus()
    # Gone elsewhere at the meeting, the minutes are there too when they are opened again.
    window.go(Link("meeting", "agenda_item", item_numbered(desk, meeting_id, "5"), meeting_id))
    window.run("meeting.minutes")
    for _ in range(4):
        QTest.qWait(20)
    part = part_of(page, "5")
    assert page.sheet.area.verticalScrollBar().value() == part.y() - page.sheet._column.contentsMargins().top()


def test_minutes_whose_meeting_was_taken_out_lead_back(
    desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    planned = desk.write("Plan a meeting", plan_meeting, desk.board_id, None)
    window = show(desk, Link("minutes", "meeting", planned.id, planned.id))
    assert isinstance(window.current_page(), MinutesPage)
    desk.undo()
    QApplication.processEvents()
    assert "That meeting isn't in the board file any more." in [one.text for one in told]
    assert not isinstance(window.current_page(), MinutesPage)


def test_minutes_that_cant_be_read_stay_as_they_are(desk: Desk, show: Callable[..., Window], told: list[Said]) -> None:
    page = minutes_of(desk, show, DRAFT, "8")
    shown = part_of(page, "8").text
    desk.file.close()
    for path in desk.file.path.parent.glob(f"{desk.file.path.name}*"):
        path.unlink()
    page._stale = True
    page.refresh()
    # What stands there is no less true for it.
    assert told[-1].tone is Tone.REFUSED
    assert part_of(page, "8").text is shown
    assert page.head().title != "Minutes"
