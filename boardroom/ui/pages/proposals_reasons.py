"""Why proposals were declined, sector by sector: who is asked too late shows in two of the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boardroom.domain.words import ReasonCategory, Sector
from boardroom.store.queries.proposal_page import Reasons
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.row_columns import Column
from boardroom.ui.kit.row_data import Cell, RowData
from boardroom.ui.kit.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

_SHOWN = (ReasonCategory.SPECIFICATION, ReasonCategory.TIMETABLE)


class ReasonsTable(Rows):
    """One row for each sector that put a proposal. Enter narrows the board to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Reasons by sector"))
        self._put: Mapping[Sector, int] = {}
        self._sectors: Sequence[Reasons] = ()
        titles = (self.tr("Put"), self.tr("Declined"), self.tr("Specification"), self.tr("Timetable"), self.tr("Other"))
        self.set_columns((Column(self.tr("Sector"), 0), *(Column(one, width=112, right=True) for one in titles)))

    def show_reasons(self, put: Mapping[Sector, int], reasons: Sequence[Reasons]) -> None:
        """Show the sectors: those with declined proposals in their order, then the others.

        Args:
            put: how many proposals each sector put.
            reasons: why some were declined.
        """
        self._put = put
        declined = {one.sector for one in reasons}
        rest = (one for one in Sector if one in put and one not in declined)
        self._sectors = (*reasons, *(Reasons(sector=one, declined={}) for one in rest))
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
            Cell(str(self._put.get(one.sector, 0))),
            Cell(str(one.total) if one.total else "–", "" if one.total else "muted"),
            *(Cell(str(many) if many else "–", "caution" if many else "muted") for many in known),
            Cell(str(one.total - sum(known)) if one.total > sum(known) else "–", "muted"),
        ]
        return RowData(id=one.sector, key=place, title=sector_name(one.sector), mark=one.sector, cells=tuple(cells))
