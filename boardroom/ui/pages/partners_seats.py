"""The seats of a board, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from typing_extensions import override

from boardroom.domain.words import SeatRole, Sector
from boardroom.services.boards import add_seat
from boardroom.services.seats import move_seat, remove_seat
from boardroom.store.queries.seats import holders_of, seats_on
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.pages.partners_seat import SeatDetail
from boardroom.ui.pages.partners_view import PartnersView
from boardroom.ui.pages.partners_words import capital, counted, holds

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.seats import SeatRow
    from boardroom.ui.desk import Desk


class SeatsView(PartnersView):
    """A list of seats and the chosen one beside it."""

    id: ClassVar[str] = "partners"
    entity: ClassVar[str] = "seat"
    concerns: ClassVar[tuple[str, ...]] = ("seat", "membership", "deputy", "person", "organisation")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the view."""
        super().__init__(desk, parent)
        self._seats: list[SeatRow] = []
        self.rows = Rows(self.tr("Seats"))
        self._one = SeatDetail(desk)
        first = CommandButton(self.tr("Add the first seat"), COMMANDS["partners.new"].key, "plus", main=True)
        first.clicked.connect(self.add_new)
        self.lay_out(
            (self.sector, self.words),
            self._one,
            nothing=self.tr("Choose a seat to see who holds it and who may stand in."),
            none_like_that=self.tr("No seat is like that. Escape in the line empties it."),
            teaches=self.tr("A seat stays when its holder changes; the quorum counts seats."),
            first=first,
            also=self.tr("Quicker: copy a table of members from Word or Excel and press Ctrl+Shift+V."),
        )
        self.here.hide()

    @property
    @override
    def detail(self) -> SeatDetail:
        return self._one

    @override
    def counted(self) -> str:
        said = counted(len(self._seats), self.tr("{} seat"), self.tr("{} seats"))
        vacant = sum(seat.holder is None for seat in self._seats if holds(seat.starts, seat.ends, self.desk.today))
        return self.tr("{}, {} vacant").format(said, vacant) if vacant else said

    @override
    def new_words(self) -> str:
        return self.tr("New seat")

    @override
    def why_no_new(self) -> str:
        return "" if self.desk.board_id is not None else self.tr("there is no board")

    @override
    def total(self) -> int:
        return len(self._seats)

    @override
    def count(self) -> None:
        board_id = self.desk.board_id
        self._seats = self.desk.read(seats_on, board_id, self.desk.today, ended=True) if board_id is not None else []

    @override
    def fetch(self, after: Any, limit: int) -> list[RowData]:
        # A board has a few dozen seats; they were read together.
        if after is not None:
            return []
        return [self._row(seat) for seat in self._seats if self._wanted(seat)][:limit]

    def _wanted(self, seat: SeatRow) -> bool:
        words, holder = self.words.words.casefold(), seat.holder.name if seat.holder is not None else ""
        said = f"{seat.name} {holder} {seat.organisation}".casefold()
        return words in said and (self.sector.value is None or seat.sector is self.sector.value)

    def _row(self, seat: SeatRow) -> RowData:
        stands = holds(seat.starts, seat.ends, self.desk.today)
        holder = seat.holder
        said = [holder.name, holder.organisation or seat.organisation] if holder is not None else [seat.organisation]
        chip, tone = "", "outline"
        if not stands:
            chip = self.tr("doesn’t stand today")
        elif holder is None:
            chip, tone = self.tr("vacant"), "caution"
        elif not seat.voting:
            chip = self.tr("no vote")
        return RowData(
            id=seat.id,
            key=seat.position,
            title=seat.name,
            second_line=" · ".join(part for part in said if part),
            mark=seat.sector,
            chip=chip,
            chip_tone=tone,
            context="" if seat.role is SeatRole.MEMBER else capital(seat.role),
            muted=not stands,
        )

    @override
    def show_chosen(self, chosen: UUID) -> bool:
        seat = next((one for one in self._seats if one.id == chosen), None)
        if seat is not None:
            self._one.show_seat(seat, self.desk.read(holders_of, chosen))
        return seat is not None

    @override
    def add_new(self) -> None:
        if self.desk.board_id is None:
            return
        done = self.desk.attempt(
            self.tr("Add a seat"), add_seat, self.desk.board_id, self.tr("New seat"), sector=Sector.UNKNOWN
        )
        if done is not None:
            self.begin(done.value.id)

    @override
    def remove_chosen(self) -> None:
        if self._one.remove_focused():
            return
        row = self.rows.chosen_row()
        if row is not None:
            self.desk.attempt(self.tr("Remove the seat {}").format(row.title), remove_seat, row.id)

    def ask_holder(self) -> None:
        """Ask who sits in the chosen seat from which day on."""
        self.beside.open_detail()
        self._one.ask_holder()

    def ask_vacate(self) -> None:
        """Ask for the last day of who holds the chosen seat."""
        self.beside.open_detail()
        self._one.ask_vacate()

    def ask_membership(self) -> None:
        """Ask how the holder who is chosen, or sits there now, is put right."""
        self.beside.open_detail()
        self._one.holders.ask_change()

    def ask_deputy(self) -> None:
        """Ask who may stand in for the chosen seat."""
        self.beside.open_detail()
        self._one.ask_deputy()

    def move_up(self) -> None:
        """Put the chosen seat before the one above it."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the chosen seat behind the one below it."""
        self._move(1)

    def why_no_move(self, command: str) -> str:
        """Return why the chosen seat can't be moved by a command; empty where it can."""
        ids, chosen = [one.id for one in self._seats], self.rows.chosen_id()
        if command == "partners.up" and ids[:1] == [chosen]:
            return self.tr("no seat stands above it")
        return self.tr("no seat stands below it") if command == "partners.down" and ids[-1:] == [chosen] else ""

    def _move(self, by: int) -> None:
        row = self.rows.chosen_row()
        if row is not None:
            said = self.tr("Move the seat {} up") if by < 0 else self.tr("Move the seat {} down")
            self.desk.attempt(said.format(row.title), move_seat, row.id, by=by)
