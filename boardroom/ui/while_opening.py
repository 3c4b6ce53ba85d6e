"""What stands on the page while a board file is opened and checked: its meetings, to be read and not yet touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme
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
        worn = theme()
        across = QHBoxLayout(self)
        column = QVBoxLayout()
        across.setContentsMargins(worn.px(24), worn.px(20), worn.px(24), worn.px(20))
        across.addLayout(column)
        across.addStretch(1)
        column.setSpacing(worn.px(8))
        column.addWidget(section(self.tr("Meetings")))
        self.rows = Rows(self.tr("Meetings"))
        self.rows.setFixedWidth(worn.px(_WIDTH))
        self._shown = [_row(one) for one in first.meetings]
        self.rows.feed(self._page)
        self.rows.setEnabled(False)
        column.addWidget(self.rows, 1)

    def _page(self, after: object, _limit: int) -> Sequence[RowData]:
        return self._shown if after is None else ()


def _row(meeting: FirstMeeting) -> RowData:
    day = "" if meeting.date is None else plain_day(meeting.date)
    return RowData(
        id=meeting.id, key=meeting.id, title=meeting.name or day, context=day if meeting.name else "",
        figure="" if meeting.status is None else str(meeting.status), figure_tone="muted",
    )  # fmt: skip
