"""Before a meeting is closed: what of it is still open, each line leading there, and the button that closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.store.queries.still_open import Lacking, still_open
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.still_open import StillOpen
    from boardroom.ui.desk import Desk

_ICONS = {
    "agenda_item": "list",
    "paragraph": "note-pencil",
    "proposal": "chat-centered-text",
    "motion": "megaphone",
    "decision": "scales",
    "action": "check-square",
}
_ROOMY = 360
_SAID_ABOVE = frozenset({Lacking.TAKEN, Lacking.END_OF_ITEM, Lacking.MINUTE, Lacking.ANSWER, Lacking.END})
"""Of these the heading says once what each of them lacks."""


class ClosingPanel(QWidget):
    """Stands in place of the item; Enter on a row goes there, Escape goes back."""

    close_asked = Signal()
    back_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._meeting_id: UUID | None = None
        self._open: tuple[StillOpen, ...] = ()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Before the meeting is closed"))
        self._count = label("", "section")
        self._teach = label(self.tr("Enter goes to one of them. What stays open can be settled later."), "hint")
        self._teach.setWordWrap(True)
        self.rows = Rows(self.tr("Still open"))
        self.rows.feed(self._fetch)
        self.rows.opened.connect(self._go_to)
        self.go = CommandButton("", COMMANDS["room.close"].key, main=True)
        self.go.clicked.connect(self.close_asked)
        self.back = CommandButton(self.tr("Back to the item"), self.tr("Esc"), role="link")
        self.back.clicked.connect(self.back_asked)
        self._head = QVBoxLayout()
        self._head.addWidget(self._count)
        self._head.addWidget(self._teach)
        foot = QFrame()
        foot.setProperty("role", "bar")
        self._foot = QHBoxLayout(foot)
        self._foot.addWidget(self.go)
        self._foot.addWidget(self.back)
        self._foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self.rows, 1)
        whole.addWidget(foot)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_meeting(self, meeting_id: UUID, now: datetime) -> bool:
        """Read what of a meeting is still open; returns whether anything is."""
        self._meeting_id = meeting_id
        self.show_time(now)
        self.reload()
        self.rows.choose_first()
        return bool(self._open)

    def reload(self) -> None:
        """Read it anew; the row that was chosen stays chosen.

        Raises:
            Refusal: the board file is gone.
        """
        if self._meeting_id is None:
            return
        self._open = self._desk.read(still_open, self._meeting_id)
        count = len(self._open)
        words = self.tr("1 thing is still open") if count == 1 else self.tr("{} things are still open").format(count)
        self._count.setText(words if count else self.tr("Nothing is open any more"))
        self._teach_where_it_fits()
        self.rows.reload()

    def show_time(self, now: datetime) -> None:
        """Say on the button at what time the meeting would be closed."""
        words = self.tr("Close the meeting {}").format(time_shown(now.time()))
        if self.go.words() != words:
            self.go.say(words)

    def focus(self) -> None:
        """Put the focus on the first of what is open; on the button where nothing is."""
        (self.rows if self._open else self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the key of a row: its place
        if after is not None:
            return []
        counts: dict[str, int] = {}
        for one in self._open:
            counts[self._group(one)] = counts.get(self._group(one), 0) + 1
        return [self._row(at, one, counts[self._group(one)]) for at, one in enumerate(self._open)]

    def _row(self, at: int, one: StillOpen, count: int) -> RowData:
        return RowData(
            id=(one.entity, one.id),
            key=at,
            number=one.number,
            title=" ".join(one.words.split()),
            icon=_ICONS[one.entity],
            context="" if one.lacking in _SAID_ABOVE else one.lacking.value,
            group=self._group(one),
            group_count=str(count),
            spoken=" ".join(filter(None, (one.number, one.words, one.lacking.value))),
        )

    def _group(self, one: StillOpen) -> str:
        of_items = {
            Lacking.TAKEN: self.tr("Items not taken"),
            Lacking.END_OF_ITEM: self.tr("Being taken, and over when the meeting is closed"),
            Lacking.MINUTE: self.tr("Items with notes but no minute text"),
        }
        if one.lacking in of_items:
            return of_items[one.lacking]
        return {
            "paragraph": self.tr("Lines of the notes that were not recorded"),
            "proposal": self.tr("Proposals without an answer"),
            "motion": self.tr("Motions neither decided nor withdrawn"),
            "decision": self.tr("Decisions"),
            "action": self.tr("Actions"),
        }[one.entity]

    @Slot(object)
    def _go_to(self, row_id: tuple[str, UUID]) -> None:
        one = next((one for one in self._open if (one.entity, one.id) == row_id), None)
        if one is not None:
            self.back_asked.emit()
            self._desk.show(Link("room", one.entity, one.id, self._meeting_id, one.item_id))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._teach_where_it_fits()

    def _teach_where_it_fits(self) -> None:
        """Leave the rows their room in a low window."""
        self._teach.setVisible(bool(self._open) and self.height() >= theme().px(_ROOMY))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._head.setContentsMargins(px(24), px(16), px(24), px(8))
        self._head.setSpacing(px(4))
        self._foot.setContentsMargins(px(24), px(12), px(24), px(12))
        self._foot.setSpacing(px(12))
