"""Why proposals were declined, sector by sector: who is asked too late shows in two of the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boardroom.domain.words import ReasonCategory
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.row_columns import Column
from boardroom.ui.kit.row_model import Cell, RowData
from boardroom.ui.kit.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.proposal_page import Reasons

_SHOWN = (ReasonCategory.SPECIFICATION, ReasonCategory.TIMETABLE)


class ReasonsTable(Rows):
    """One row for each sector that put a proposal. Enter narrows the board to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Reasons by sector"))
        self._sectors: Sequence[Reasons] = ()
        titles = (self.tr("Put"), self.tr("Declined"), self.tr("Specification"), self.tr("Timetable"), self.tr("Other"))
        self.set_columns((Column(self.tr("Sector"), 0), *(Column(one, width=112, right=True) for one in titles)))

    def show_reasons(self, sectors: Sequence[Reasons]) -> None:
        """Show the sectors, in their order."""
        self._sectors = sectors
        if self.is_empty():
            self.feed(self._rows)
        else:
            self.reload()

    def _rows(self, after: Any, limit: int) -> list[RowData]:  # noqa: ANN401 - the key of the list
        begin = 0 if after is None else after + 1
        return [self._row(place, one) for place, one in enumerate(self._sectors)][begin : begin + limit]

    def _row(self, place: int, one: Reasons) -> RowData:
        known = [one.declined.get(category, 0) for category in _SHOWN]
        cells = [
            Cell(str(one.put)),
            Cell(str(one.total) if one.total else "–", "" if one.total else "muted"),
            *(Cell(str(many) if many else "–", "caution" if many else "muted") for many in known),
            Cell(str(one.total - sum(known)) if one.total > sum(known) else "–", "muted"),
        ]
        return RowData(id=one.sector, key=place, title=sector_name(one.sector), mark=one.sector, cells=tuple(cells))
