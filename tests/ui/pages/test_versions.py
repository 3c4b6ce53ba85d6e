"""Versions of the minutes: compared word by word, a paragraph brought back as a new step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardroom.domain.compared import Fate
from boardroom.domain.text import ParagraphState, plain, runs_of
from boardroom.domain.words import TextKind
from boardroom.services.texts import write_text
from boardroom.store.queries.item_page import text_of
from boardroom.ui.links import Link
from boardroom.ui.pages.versions import VersionsPage
from tests.ui.pages.by_ear import unnamed
from tests.ui.pages.test_minutes import DRAFT, SEALED, item_numbered, meeting_called, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


def words_at(desk: Desk, meeting_id: UUID, number: str) -> list[str]:
    item_id = item_numbered(desk, meeting_id, number)
    return [plain(one.runs) for one in desk.read(text_of, meeting_id, item_id, TextKind.MINUTE)]


def rewritten(desk: Desk) -> UUID:
    """Let somebody else write at item 6: a word changed, a paragraph added; and item 2 emptied."""
    meeting_id = meeting_called(desk, DRAFT)
    six, two = item_numbered(desk, meeting_id, "6"), item_numbered(desk, meeting_id, "2")
    first, *rest = desk.read(text_of, meeting_id, six, TextKind.MINUTE)
    changed = replace(first, runs=runs_of(plain(first.runs).replace("214 families", "220 <b>families</b>")))
    new = ParagraphState(runs=runs_of("The Chair thanked them."))
    desk.file.who = "Beth"
    desk.write("Write", write_text, meeting_id, six, TextKind.MINUTE, [changed, *rest, new])
    desk.write("Write", write_text, meeting_id, two, TextKind.MINUTE, [])
    return meeting_id


def versions(
    qtbot: QtBot, desk: Desk, show: Callable[..., Window], meeting_id: UUID, size: tuple[int, ...] = ()
) -> VersionsPage:
    page = show(desk, Link("versions", "meeting", meeting_id, meeting_id), *size).current_page()
    assert isinstance(page, VersionsPage)
    qtbot.waitUntil(lambda: not page.bar.is_busy, timeout=10_000)
    return page


def differing(page: VersionsPage) -> list[tuple[Fate, list[str]]]:
    return [
        (view.compared.fate, [piece.text for piece in view.compared.pieces if piece.fate is not Fate.SAME])
        for view in page.differences.views
    ]


def test_what_somebody_else_wrote_is_shown_word_by_word(qtbot: QtBot, desk: Desk, show: Callable[..., Window]) -> None:
    page = versions(qtbot, desk, show, rewritten(desk))
    assert [row.second_line.split(" ")[0] for row in page.rows.loaded()] == ["Beth", "Ann"]
    found = differing(page)
    assert [fate for fate, _ in found] == [Fate.REMOVED, Fate.CHANGED, Fate.INSERTED]
    assert found[1][1][:2] == ["214 ", "220 <b>"]
    assert found[2][1] == ["The Chair thanked them."]
    words = page.differences.views[1].words
    assert "<b>" in words.toPlainText()
    cursor = QTextCursor(words.document())
    cursor.setPosition(words.toPlainText().index("214") + 1)
    assert cursor.charFormat().fontStrikeOut()
    cursor.setPosition(words.toPlainText().index("220") + 1)
    assert cursor.charFormat().fontUnderline()
    assert "taken out: 214" in words.accessibleDescription()


def test_a_paragraph_is_brought_back_by_a_key_as_a_step_that_can_be_undone(
    qtbot: QtBot, desk: Desk, show: Callable[..., Window], told: list[Said]
) -> None:
    meeting_id = rewritten(desk)
    page = versions(qtbot, desk, show, meeting_id)
    press(Qt.Key.Key_J, CTRL)
    press(Qt.Key.Key_J, CTRL)
    assert QApplication.focusWidget() is page.differences.views[1].words
    press(Qt.Key.Key_Return, CTRL)
    assert told[-1].undo
    assert "214 families" in words_at(desk, meeting_id, "6")[0]
    qtbot.waitUntil(lambda: len(page.differences.views) == 2, timeout=10_000)
    assert QApplication.focusWidget() is page.differences.views[1].words
    desk.undo()
    assert "220 <b>" in words_at(desk, meeting_id, "6")[0]
    qtbot.waitUntil(lambda: len(page.differences.views) == 3, timeout=10_000)


def test_a_paragraph_that_was_taken_out_comes_back(qtbot: QtBot, desk: Desk, show: Callable[..., Window]) -> None:
    meeting_id = meeting_called(desk, DRAFT)
    before = words_at(desk, meeting_id, "2")
    rewritten(desk)
    page = versions(qtbot, desk, show, meeting_id)
    assert words_at(desk, meeting_id, "2") == []
    for view in [one for one in page.differences.views if one.compared.fate is Fate.REMOVED]:
        QTest.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert words_at(desk, meeting_id, "2") == before


def test_two_chosen_versions_are_compared(qtbot: QtBot, desk: Desk, show: Callable[..., Window]) -> None:
    page = versions(qtbot, desk, show, rewritten(desk))
    newest = page.rows.loaded()[0].id
    page.rows.choose(newest)
    qtbot.waitUntil(lambda: not page.differences.views, timeout=10_000)
    assert "the same in both" in page._told.text()
    assert page.why_not("versions.restore") == "no paragraph is chosen"


def test_sealed_minutes_can_be_compared_but_nothing_is_brought_back(
    qtbot: QtBot, desk: Desk, show: Callable[..., Window]
) -> None:
    page = versions(qtbot, desk, show, meeting_called(desk, SEALED))
    assert len(page.rows.loaded()) == 1
    assert "sealed" in page.why_not("versions.restore")


def test_every_stop_has_a_name(qtbot: QtBot, desk: Desk, show: Callable[..., Window]) -> None:
    page = versions(qtbot, desk, show, rewritten(desk))
    assert not unnamed(page)
    assert page.differences.views[0].words.accessibleName() == "2 Declarations of interest: paragraph taken out"


def test_a_narrow_window_shows_the_versions_or_what_differs_and_escape_goes_back(
    qtbot: QtBot, desk: Desk, show: Callable[..., Window]
) -> None:
    page = versions(qtbot, desk, show, rewritten(desk), (700, 640))
    assert page.rows.isVisible()
    assert not page.differences.isVisible()
    page.focus()
    press(Qt.Key.Key_Return)
    assert page.differences.isVisible()
    assert not page.rows.isVisible()
    assert QApplication.focusWidget() is page.differences.views[0].words
    press(Qt.Key.Key_Escape)
    assert page.rows.hasFocus()
    assert not page.differences.isVisible()
    press(Qt.Key.Key_J, CTRL)
    assert page.differences.isVisible()


def test_the_room_shows_what_an_item_said_before_and_a_note_comes_back(
    qtbot: QtBot, desk: Desk, show: Callable[..., Window]
) -> None:
    meeting_id = meeting_called(desk, DRAFT)
    item_id = item_numbered(desk, meeting_id, "6")
    note = [ParagraphState(runs=runs_of("The centre is full on Mondays."))]
    desk.write("Write", write_text, meeting_id, item_id, TextKind.NOTE, note)
    desk.file.who = "Beth"
    desk.write("Write", write_text, meeting_id, item_id, TextKind.NOTE, [])
    window = show(desk, Link("meeting", "agenda_item", item_id, meeting_id, item_id))
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    page = window.current_page()
    assert isinstance(page, VersionsPage)
    assert page.link().item_id == item_id
    qtbot.waitUntil(lambda: not page.bar.is_busy, timeout=10_000)
    assert page.head().title.startswith("Versions: 6 ")
    (view,) = page.differences.views
    assert view.words.accessibleName() == "Notes: paragraph taken out"
    QTest.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert [plain(one.runs) for one in desk.read(text_of, meeting_id, item_id, TextKind.NOTE)] == [plain(note[0].runs)]
    press(Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    back = window.current_page()
    assert back is not None
    assert (back.id, back.link().item_id) == ("meeting", item_id)
    window.go(Link("versions", "meeting", meeting_id, meeting_id))
    qtbot.waitUntil(lambda: not page.bar.is_busy, timeout=10_000)
    assert page.why_not("versions.item") == "these are the versions of the whole minutes"
    assert not unnamed(page)
