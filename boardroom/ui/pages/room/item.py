"""The item of a meeting that runs; before the meeting is closed, what is still open stands in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextCursor
from typing_extensions import override

from boardroom.ui.pages.meeting.item import ItemColumn
from boardroom.ui.pages.room.closing import ClosingPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from boardroom.ui.desk import Desk


class RoomItem(ItemColumn):
    """The item column with the list of what is still open behind it."""

    covered = Signal()
    """The list is shown, or the item again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build both."""
        super().__init__(desk, parent)
        self.closing = ClosingPanel(desk)
        self.closing.back_asked.connect(self.show_item_again)
        self._stack.addWidget(self.closing)
        self._stack.currentChanged.connect(self.covered)

    @property
    def is_closing(self) -> bool:
        """Whether what is still open stands in place of the item."""
        return self._stack.currentWidget() is self.closing

    def show_what_is_open(self) -> bool:
        """Show what is still open; returns whether anything is, else the item stays."""
        if self.meeting_id is None or not self.closing.show_meeting(self.meeting_id, self.desk.now):
            return False
        self._stack.setCurrentWidget(self.closing)
        self.closing.focus()
        return True

    @Slot()
    def show_item_again(self) -> None:
        """Show the item again, with the caret in its notes."""
        self._stack.setCurrentWidget(self.area if self._view is not None else self._nothing)
        self.focus()

    @override
    def reload(self) -> None:
        super().reload()
        if self.is_closing:
            self.closing.reload()

    @override
    def step_out(self) -> bool:
        if not self.is_closing:
            return super().step_out()
        self.show_item_again()
        return True

    @override
    def focus(self) -> None:
        if self.is_closing:
            self.closing.focus()
            return
        editor = self.texts.notes.editor
        if not self.is_locked and editor.textCursor().atStart():
            # While people talk, what is written next comes after what stands there.
            editor.moveCursor(QTextCursor.MoveOperation.End)
        super().focus()
