"""The meetings of a board in a narrow list, newest first, narrowed by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import MeetingStatus
from boardroom.store.queries.meeting_list import MeetingRow, Wanted, meetings_page
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.filters import FilterLine
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label
from boardroom.ui.pages.meetings_words import listed, standing_of

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.ui.desk import Desk

_OVER = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)


class MeetingsList(QWidget):
    """The list and the line that narrows it."""

    remove_wanted = Signal()
    """Del was pressed on a meeting."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._shown: dict[UUID, MeetingRow] = {}
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = FilterLine(self.tr("Words"), COMMANDS["meetings.words"].key)
        self.words.narrowed.connect(self._narrow)
        self.words.left.connect(self.take_focus)
        self.rows = Rows(self.tr("Meetings"))
        self.rows.setProperty("role", "ground")
        self.rows.installEventFilter(self)
        self._none = label(self.tr("No meeting is like that. Escape in the line empties it."), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._none)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._line = QVBoxLayout()
        self._line.addWidget(self.words)
        self._column.addLayout(self._line)
        self._column.addWidget(self._stack, 1)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @property
    def is_bare(self) -> bool:
        """Whether the board has no meeting at all."""
        return self.rows.is_empty() and not self.words.words

    def row(self, meeting_id: UUID) -> MeetingRow | None:
        """Return what the list knows of a meeting."""
        return self._shown.get(meeting_id)

    def reload(self) -> None:
        """Read anew; the same meeting stays chosen."""
        if self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()
        self._stack.setCurrentIndex(1 if self.rows.is_empty() and self.words.words else 0)

    def choose(self, meeting_id: UUID) -> bool:
        """Choose a meeting; what hides it is lifted. Returns whether it is there."""
        if self.rows.choose(meeting_id):
            return True
        self.words.empty()
        self.reload()
        return self.rows.choose(meeting_id)

    @Slot()
    def take_focus(self) -> None:
        """Put the focus on the chosen meeting."""
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fetch(self, after: Any, limit: int) -> list[RowData]:  # noqa: ANN401 - the key of a list of meetings
        if self._desk.board_id is None:
            return []
        if after is None:
            self._shown.clear()
        wanted = Wanted(board_id=self._desk.board_id, words=self.words.words)
        found = self._desk.read(meetings_page, wanted, after=after, limit=limit)
        self._shown.update({row.id: row for row in found})
        return [self._row(row) for row in found]

    def _row(self, row: MeetingRow) -> RowData:
        return RowData(
            id=row.id,
            key=row.key,
            title=listed(row, self._desk.today),
            second_line=standing_of(row),
            muted=row.status in _OVER,
            bold=row.status is MeetingStatus.PLANNED,
        )

    @Slot()
    def _narrow(self) -> None:
        self.reload()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Del in the list ask for the removal of what is chosen there."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete and not event.modifiers() & _CHORD:
            if event.type() is QEvent.Type.KeyPress:
                self.remove_wanted.emit()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._line.setContentsMargins(px(12), px(12), px(12), px(8))
        self._none.setContentsMargins(px(12), px(12), px(12), px(12))


_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
