"""How a call begins: on which strand, for the weeks agreed, to everybody round the table; what is missing is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from boardroom.domain.notice import call_closes
from boardroom.services.calls import CallParts, open_call
from boardroom.store.queries.calls import open_strands, organisations_with_seats, sectors_left_out, weeks_agreed
from boardroom.ui.kit.ask import ask_over
from boardroom.ui.kit.pick import pick_over
from boardroom.ui.kit.row_data import RowData

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.ui.desk import Desk


class CallOpening(QObject):
    """Opens calls from a page, over whose window it asks."""

    opened = Signal(object)
    """The id of a call that is open now."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """Stand ready on a page."""
        super().__init__(page)
        self._desk, self._page = desk, page

    def strands(self) -> Sequence[tuple[UUID, str]]:
        """Return the strands that a call can be on."""
        board_id = self._desk.board_id
        return [] if board_id is None else self._desk.read(open_strands, board_id, self._desk.today)

    def ask_strand(self) -> None:
        """Open a call on the strand that is picked; where there is but one, on that."""
        strands = self.strands()
        if not strands:
            self._desk.refuse(self.tr("A call is on a strand; there is none that is being planned."))
        elif len(strands) == 1:
            self.begin(strands[0][0])
        else:
            rows = [RowData(id=strand_id, key=strand_id, title=name) for strand_id, name in strands]
            sheet = pick_over(self._page.window())
            sheet.offer(self.tr("On which strand?"), self.tr("open a call"), rows, self.begin)

    def begin(self, strand_id: Any) -> None:  # noqa: ANN401 - the id of a row
        """Open a call on a strand; where nobody of a sector can be invited, why is asked first."""
        board_id = self._desk.board_id
        if board_id is None:
            return
        missing = self._desk.read(sectors_left_out, board_id, self._desk.today)
        if not missing:
            self._open(strand_id)
            return
        ask_over(self._page.window()).ask(
            self.tr("Why is nobody invited from: {}?").format(", ".join(missing)),
            self.tr("No organisation of that sector holds a seat. It can be invited afterwards."),
            self.tr("Open the call"),
            lambda reason: self._open(strand_id, reason),
            self.tr("No organisation of it holds a seat"),
        )

    def _open(self, strand_id: UUID, left_out_reason: str = "") -> None:
        board_id, today = self._desk.board_id, self._desk.today
        if board_id is None:
            return
        strand = dict(self.strands()).get(strand_id, "")
        parts = CallParts(
            question=self.tr("What would make “{}” better for those who use it?").format(strand),
            opens=today,
            closes=call_closes(today, self._desk.read(weeks_agreed, board_id, today)),
            left_out_reason=left_out_reason,
            scale=self.tr("0 to 10"),
        )
        whom = self._desk.read(organisations_with_seats, board_id, today)
        said = self.tr("Open a call for proposals: {}").format(strand)
        done = self._desk.attempt(said, open_call, strand_id, parts, whom)
        if done is not None:
            self.opened.emit(done.value.id)
