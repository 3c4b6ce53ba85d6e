"""The sectors of a board, as its seats make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.links import Link
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.partners_words import counted
from boardroom.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView
    from boardroom.ui.desk import Desk


class SectorsSection(Section):
    """One row for each sector that has a seat, in the order of the seats."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        super().__init__(desk)
        self.listed = Listed(
            self.tr("Sectors at the table"), self.tr("A sector is here once it has a seat."), most=len(Sector)
        )
        self.listed.opened.connect(self._to_seats)
        self.seats = CommandButton(self.tr("Seats and who holds them"), COMMANDS["go.partners"].key, role="link")
        self.seats.clicked.connect(self._to_seats)
        self.listed.add(self.seats)
        self.column.addWidget(self.listed, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        found: dict[Sector, list[SeatRow]] = {}
        for seat in seats:
            found.setdefault(seat.sector, []).append(seat)
        self.listed.show_rows([self._row(sector, those) for sector, those in found.items()])

    def _row(self, sector: Sector, seats: Sequence[SeatRow]) -> RowData:
        people = [seat.holder.name for seat in seats if seat.holder is not None]
        vacant = len(seats) - len(people)
        return RowData(
            id=sector,
            key=sector,
            title=sector_name(sector) if sector is not Sector.UNKNOWN else self.tr("Sector not known yet"),
            second_line=", ".join(people),
            mark=sector,
            figure=counted(len(seats), self.tr("{} seat"), self.tr("{} seats")),
            figure_tone="muted",
            chip=self.tr("{} vacant").format(vacant) if vacant else "",
            chip_tone="caution",
        )

    @Slot()
    def _to_seats(self) -> None:
        self.desk.show(Link("partners", "seat"))
