"""Typing on a real board file: what the editor shows is what the file has, whatever is under way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.text import plain
from boardroom.domain.words import TextKind
from boardroom.services.texts import write_text
from boardroom.store.queries.agenda import paragraphs_of
from boardroom.ui.kit.editor import ParagraphEditor

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot
    from sqlalchemy.orm import Session

    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.editor_text import Draft


def _some_item(session: Session) -> tuple[UUID, UUID]:
    item = session.scalars(select(AgendaItem).order_by(AgendaItem.id.desc())).first()
    assert item is not None
    return item.meeting_id, item.id


def _save(
    desk: Desk, place: tuple[UUID, UUID], draft: Draft, done: Callable[[Any], None], failed: Callable[[str], None]
) -> None:
    desk.save("Type", write_text, *place, TextKind.NOTE, draft.paragraphs, merge=draft.merge, done=done, failed=failed)


def test_what_is_typed_while_a_save_is_under_way_is_on_the_disk_after_a_flush(desk: Desk, qtbot: QtBot) -> None:
    place = desk.read(_some_item)
    editor = ParagraphEditor("Notes")
    qtbot.addWidget(editor)
    editor.open([], partial(_save, desk, place))
    desk.flush_wanted.connect(editor.autosave.flush)
    QTest.keyClicks(editor, "one")
    editor.autosave.flush()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "two")
    assert desk.flush()
    rows = desk.read(paragraphs_of, *place, TextKind.NOTE)
    assert [plain(row.runs) for row in rows] == ["one", "two"]
    assert [state.id for state in editor.paragraphs()] == [row.id for row in rows]


def test_undo_takes_back_what_was_typed_step_by_step(desk: Desk, qtbot: QtBot) -> None:
    place = desk.read(_some_item)
    editor = ParagraphEditor("Notes")
    qtbot.addWidget(editor)
    editor.open([], partial(_save, desk, place))
    desk.flush_wanted.connect(editor.autosave.flush)
    QTest.keyClicks(editor, "one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "two")
    desk.undo()
    rows = desk.read(paragraphs_of, *place, TextKind.NOTE)
    assert [plain(row.runs) for row in rows] == ["one"]
