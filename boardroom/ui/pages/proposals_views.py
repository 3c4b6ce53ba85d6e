"""The proposals as cards by state, as a list, and as reasons by sector; all narrowed by the same filters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.store.queries.proposal_list import ProposalCounts, Wanted, count_proposals, proposals_page
from boardroom.store.queries.proposal_page import put_by_sector, reasons_by_sector
from boardroom.store.queries.proposal_strands import strand_names
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.cards import CardColumn, Cards
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme
from boardroom.ui.pages.elsewhere import not_here
from boardroom.ui.pages.proposals_head import ProposalFilters, ProposalFoot
from boardroom.ui.pages.proposals_reasons import ReasonsTable
from boardroom.ui.pages.proposals_words import COLUMNS, card_of, foot_words, row_of, state_teaches, state_words

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.domain.words import AnswerKind
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.row_data import RowData

_FOOT_FROM = 360
_NONE = ProposalCounts(by_state={}, late=0, median_days=None, promised=None)


class ProposalViews(QWidget):
    """What stands on the left of the page. One proposal is chosen in all, whichever way they are shown."""

    chosen = Signal()
    opened = Signal(object)
    """The id of a proposal to open."""
    narrowed = Signal()
    """Other proposals are shown, and counted."""
    turned = Signal()
    """They are shown in another way."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        super().__init__()
        self._desk = desk
        self._chosen: UUID | None = None
        self._fed = False
        self.counts = _NONE
        """Of the proposals that the filters leave."""
        self.any = False
        """Whether the board has any proposal."""
        self.filters = ProposalFilters(desk.today)
        self.filters.narrowed.connect(self._narrow)
        self.filters.left.connect(self.focus)
        self.board = Cards([CardColumn(state_words(one), state_teaches(one)) for one in COLUMNS])
        self.rows = Rows(self.tr("Proposals"))
        self.reasons = ReasonsTable()
        self.reasons.opened.connect(self._on_sector)
        self.foot = ProposalFoot()
        self.foot.reasons.clicked.connect(self.toggle_reasons)
        self._view: Cards | Rows = self.board
        self._stack = QStackedWidget()
        for view in (self.board, self.rows):
            view.chosen.connect(self._on_chosen)
            view.opened.connect(self.opened)
        for each in (self.board, self.rows, self.reasons):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    # What the page asks

    @property
    def view(self) -> Cards | Rows:
        """The cards or the rows: what the proposals are chosen in."""
        return self._view

    @property
    def chosen_id(self) -> UUID | None:
        """The proposal that is chosen."""
        return self._chosen

    @property
    def shows_reasons(self) -> bool:
        """Whether the reasons by sector stand in place of the proposals."""
        return self._stack.currentWidget() is self.reasons

    def read(self) -> None:
        """Read anew what is shown; the same proposal stays chosen."""
        self._count()
        self._feed()

    def show_one(self, proposal_id: UUID) -> None:
        """Choose a proposal; what hides it is lifted."""
        self._turn_to(self._view)
        if self._view.choose(proposal_id):
            return
        self.filters.show_all()
        # Not every one is on the board: the withdrawn aren't, and of a long column only the first.
        if not self._view.choose(proposal_id) and self._view is self.board:
            self._choose_view(self.rows)
        if not self._view.choose(proposal_id):
            gone = self.tr("That is not in the board file any more.")
            self._desk.tell(not_here(self._desk, "proposal", proposal_id, gone))

    @Slot()
    def focus(self) -> None:
        """Put the focus on what is shown."""
        if self.shows_reasons:
            self.reasons.setFocus()
            if self.reasons.chosen_id() is None:
                self.reasons.choose_first()
            return
        if self._chosen is None and self._view is self.rows:
            self.rows.choose_first()
        self._view.setFocus()

    def toggle_view(self) -> None:
        """Show the board, or the list; the same proposal stays chosen."""
        self._choose_view(self.board if self._view is self.rows else self.rows)
        self.focus()

    @Slot()
    def toggle_reasons(self) -> None:
        """Show why proposals were declined, or the proposals again."""
        self._turn_to(self._view if self.shows_reasons else self.reasons)
        self.focus()

    # Reading

    def _wanted(self, *states: AnswerKind | None, oldest_first: bool = False) -> Wanted:
        filters = self.filters
        return Wanted(
            board_id=self._desk.board_id,
            states=states,
            sector=filters.sector.value,
            strand_id=filters.strand.value,
            since=filters.since.value,
            words=filters.words.words,
            oldest_first=oldest_first,
        )

    def _count(self) -> None:
        board_id, today = self._desk.board_id, self._desk.today
        if board_id is None:
            self.counts, self.any = _NONE, False
            return
        self.filters.offer_strands(self._desk.read(strand_names, board_id))
        self.counts = self._desk.read(count_proposals, self._wanted(), today)
        self.any = bool(self.counts.total)
        if not self.any and self.filters.narrow:
            self.any = bool(self._desk.read(count_proposals, Wanted(board_id=board_id), today).total)

    def _feed(self) -> None:
        """Read what is seen: the cards, or the rows, or the reasons."""
        sectors = self._desk.read(reasons_by_sector, self._wanted()) if self.any else []
        back = self.tr("Back to the proposals") if self.shows_reasons else COMMANDS["proposals.reasons"].said
        self.foot.say(foot_words(sectors), back)
        if self.shows_reasons:
            self.reasons.show_reasons(self._desk.read(put_by_sector, self._wanted()), sectors)
        elif self._view is self.board:
            self._feed_board()
        elif self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()

    def _feed_board(self) -> None:
        late = self.tr("{} late").format(self.counts.late) if self.counts.late else ""
        for number, state in enumerate(COLUMNS):
            total = self.counts.by_state.get(state, 0)
            if not self._fed:
                self.board.feed(number, partial(self._cards, state), total)
            self.board.count(number, total, *((late, "danger") if state is None else ()))
        if self._fed:
            self.board.reload()
        self._fed = True

    def _cards(self, state: AnswerKind | None, after: Any, limit: int) -> list[RowData]:  # noqa: ANN401 - the key of the list
        today = self._desk.today
        # Who has waited longest stands first.
        wanted = self._wanted(state, oldest_first=state is None)
        return [card_of(one, today) for one in self._desk.read(proposals_page, wanted, today, after=after, limit=limit)]

    def _fetch(self, after: Any, limit: int) -> list[RowData]:  # noqa: ANN401 - the key of the list
        today = self._desk.today
        found = self._desk.read(proposals_page, self._wanted(), today, after=after, limit=limit)
        return [row_of(one, today) for one in found]

    # What is seen

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.fold(roomy=self.height() >= theme().px(_FOOT_FROM))

    def _choose_view(self, view: Cards | Rows) -> None:
        chosen = self._chosen
        if chosen is not None:
            # Before it reads: what was chosen there last time would be shown meanwhile.
            view.choose(chosen)
        self._view = view
        self._turn_to(view)
        if chosen is not None and not view.choose(chosen):
            self._on_chosen(None)

    def _turn_to(self, view: QWidget) -> None:
        if self._stack.currentWidget() is view:
            return
        self._stack.setCurrentWidget(view)
        self._feed()
        self.turned.emit()

    @Slot()
    def _narrow(self) -> None:
        self.read()
        self.narrowed.emit()

    @Slot(object)
    def _on_chosen(self, _chosen: object) -> None:
        chosen = self._view.chosen_id()
        if chosen != self._chosen:
            self._chosen = chosen
            self.chosen.emit()

    @Slot(object)
    def _on_sector(self, sector: object) -> None:
        """Show the proposals of the sector whose reasons were looked at."""
        self._turn_to(self._view)
        self.filters.sector.choose(None if sector is Sector.UNKNOWN else sector)
        self.focus()
