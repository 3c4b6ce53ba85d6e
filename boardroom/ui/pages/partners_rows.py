"""A list inside a detail: as high as its rows, up to a few; it says so where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.ui.kit.row_data import RowData

_MOST_SHOWN = 8


class Listed(QWidget):
    """A heading with rows below it; Enter opens one."""

    opened = Signal(object)
    """The id of a row to open."""

    def __init__(self, heading: str, none: str, *, most: int = _MOST_SHOWN) -> None:
        """Make it empty.

        Args:
            heading: what is listed.
            none: what is said where there is nothing.
            most: how many rows are to be seen at once.
        """
        super().__init__()
        self._shown: Sequence[RowData] = ()
        self._most = most
        self.rows = Rows(heading)
        self.rows.opened.connect(self.opened)
        self._none = hint(none)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(label(heading, "section"))
        self._column.addWidget(self.rows)
        self._column.addWidget(self._none)
        self.rows.feed(self._fetch)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def add(self, widget: QWidget) -> None:
        """Put something below the rows."""
        self._column.addWidget(widget)

    def show_rows(self, rows: Sequence[RowData]) -> None:
        """Show other rows; what was chosen stays chosen where it is among them."""
        self._shown = rows
        self.rows.reload()
        self._fit()

    def _fetch(self, after: object, _limit: int) -> Sequence[RowData]:
        # They are few, and all there at once.
        return self._shown if after is None else ()

    @Slot()
    def _fit(self) -> None:
        count = len(self._shown)
        self.rows.setVisible(bool(count))
        self._none.setVisible(not count)
        self._column.setSpacing(theme().px(4))
        high = sum(max(self.rows.sizeHintForRow(row), 0) for row in range(min(count, self._most)))
        self.rows.setFixedHeight(high + 2)
