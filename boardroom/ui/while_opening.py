"""What stands on the page while a board file is opened and checked: its meetings, to be read and not yet touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.store.first import First, FirstMeeting

_WIDTH = 640


class WhileOpening(QWidget):
    """The first list: painted from one read by the bare driver."""

    def __init__(self, first: First, parent: QWidget | None = None) -> None:
        """List the meetings of the board that was shown last."""
        super().__init__(parent)
        self.setProperty("role", "ground")
        self._across = QHBoxLayout(self)
        self._column = QVBoxLayout()
        self._across.addLayout(self._column)
        self._across.addStretch(1)
        self._column.addWidget(section(self.tr("Meetings")))
        self.rows = Rows(self.tr("Meetings"))
        self._shown = [_row(one) for one in first.meetings]
        self.rows.feed(self._page)
        self.rows.setEnabled(False)
        self._column.addWidget(self.rows, 1)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._across.setContentsMargins(px(24), px(20), px(24), px(20))
        self._column.setSpacing(px(8))
        self.rows.setFixedWidth(px(_WIDTH))

    def _page(self, after: object, _limit: int) -> Sequence[RowData]:
        return self._shown if after is None else ()


def _row(meeting: FirstMeeting) -> RowData:
    day = "" if meeting.date is None else plain_day(meeting.date)
    return RowData(
        id=meeting.id, key=meeting.id, title=meeting.name or day, context=day if meeting.name else "",
        figure="" if meeting.status is None else str(meeting.status), figure_tone="muted",
    )  # fmt: skip
