"""The Meeting page in a real window, at one item, with the keys of a user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import MeetingDay
from boardroom.domain.text import ParagraphState, plain
from boardroom.store.queries.item_page import item_of
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting import MeetingPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.meeting.item import ItemColumn
    from boardroom.ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SHORT_BREAKS = "Short breaks for disabled children"


def find_item(session: Session, title: str) -> tuple[UUID, UUID]:
    """Return meeting and item of the latest item of a title."""
    wanted = select(AgendaItem).join(MeetingDay, MeetingDay.meeting_id == AgendaItem.meeting_id)
    item = session.scalars(wanted.where(AgendaItem.title == title).order_by(MeetingDay.held_on.desc())).first()
    assert item is not None
    return item.meeting_id, item.id


class Place:
    """The item column in its window."""

    def __init__(self, desk: Desk, window: Window, item_id: UUID) -> None:
        page = window.current_page()
        assert isinstance(page, MeetingPage)
        self.desk, self.window, self.page, self.item_id = desk, window, page, item_id

    @property
    def column(self) -> ItemColumn:
        return self.page.item

    @property
    def view(self) -> ItemView:
        return self.desk.read(item_of, self.item_id)

    def type(self, words: str) -> None:
        QTest.keyClicks(focused(), words)
        popup: QWidget | None = QApplication.activePopupWidget()
        if popup is not None:
            # Offscreen, a list of names that closes doesn't give the window back by itself.
            popup.hide()
            self.window.shell.activateWindow()
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(focused(), key, modifiers)
        QApplication.processEvents()

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def go_to_item(desk: Desk, show: Callable[..., Window], title: str) -> Place:
    """Show the latest item of a title in a wide window."""
    meeting_id, item_id = desk.read(find_item, title)
    window = show(desk, Link("meeting", "agenda_item", item_id, meeting_id, item_id), 1440, 900)
    return Place(desk, window, item_id)


def words_of(states: tuple[ParagraphState, ...]) -> list[str]:
    return [plain(one.runs) for one in states]
