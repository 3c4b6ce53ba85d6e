"""Proposals: what partners put forward, by state, how long it waits, and what became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.services.proposals import PutBy, put_proposal, remove_proposal
from boardroom.store.queries.proposal_list import ProposalCounts, Wanted, count_proposals, proposals_page
from boardroom.store.queries.proposal_page import proposal_page, reasons_by_sector
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.beside import Beside
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.cards import CardColumn, Cards
from boardroom.ui.kit.rows import Rows
from boardroom.ui.links import Link
from boardroom.ui.pages.action_detail import short_name
from boardroom.ui.pages.origin import origin_link
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.proposals_detail import ProposalDetail
from boardroom.ui.pages.proposals_empty import NoProposals
from boardroom.ui.pages.proposals_head import ProposalFilters, ProposalFoot
from boardroom.ui.pages.proposals_reasons import ReasonsTable
from boardroom.ui.pages.proposals_words import (
    COLUMNS,
    card_of,
    foot_words,
    head_words,
    row_of,
    state_teaches,
    state_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.domain.words import AnswerKind
    from boardroom.store.queries.proposal_page import ProposalPage
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.row_model import RowData

_NONE = ProposalCounts(by_state={}, late=0, median_days=None, promised=None)
_OF_CHOSEN = frozenset({"proposals.answer", "proposals.told", "proposals.source", "proposals.remove"})


class ProposalsPage(Page):
    """A board of cards or a list, narrowed as wanted, and the chosen proposal beside it."""

    id: ClassVar[str] = "proposals"
    concerns: ClassVar[tuple[str, ...]] = (
        "proposal",
        "proposer",
        "answer",
        "decision",
        "organisation",
        "organisation_status",
        "terms_of_reference",
        "meeting",
        "meeting_day",
        "agenda_item",
        "seal",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._counts = _NONE
        self._any = False
        self._wanted_id: UUID | None = None
        self._chosen: UUID | None = None
        self.filters = ProposalFilters(desk.today)
        self.filters.narrowed.connect(self._narrow)
        self.filters.left.connect(self.focus)
        self.board = Cards([CardColumn(state_words(one), state_teaches(one)) for one in COLUMNS])
        self.rows = Rows(self.tr("Proposals"))
        self.reasons = ReasonsTable()
        self.reasons.opened.connect(self._on_sector)
        self.detail = ProposalDetail(desk)
        self.foot = ProposalFoot()
        self.foot.reasons.clicked.connect(self._toggle_reasons)
        new = COMMANDS["proposals.new"]
        self.first = CommandButton(self.tr("Record the first proposal"), new.key, main=True)
        self.first.clicked.connect(self._new)
        self._view: Cards | Rows = self.board
        for view in (self.board, self.rows):
            view.chosen.connect(self._on_chosen)
            view.opened.connect(self._on_opened)
        self._lay_out()

    def _lay_out(self) -> None:
        self._views = QStackedWidget()
        for view in (self.board, self.rows, self.reasons):
            self._views.addWidget(view)
        self._left, inside, whole = QWidget(), QVBoxLayout(), QVBoxLayout(self)
        self._left.setLayout(inside)
        for layout in (inside, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        inside.addWidget(self.filters)
        inside.addWidget(self._views, 1)
        inside.addWidget(self.foot)
        nothing = self.tr("Choose a proposal to see what became of it.")
        self.beside = Beside(self._left, self.detail, nothing)
        self.beside.call_detail(only_then=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.beside)
        self._stack.addWidget(NoProposals(self.first))
        whole.addWidget(self._stack)

    # What the window asks

    @override
    def head(self) -> Head:
        if not self._any:
            # The empty page has its own button: one filled button on a screen.
            return Head(self.tr("Proposals"), self.tr("None yet"))
        words = head_words(self._counts)
        return Head(self.tr("Proposals"), words, commands=("proposals.new",), filled=not self.detail.form.is_open)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "proposals.new": self._new,
            "proposals.answer": self._answer,
            "proposals.record": self.detail.form.record,
            "proposals.told": self.detail.tell,
            "proposals.source": self._go_to_source,
            "proposals.remove": self._remove,
            "proposals.view": self._toggle_view,
            "proposals.sector": self.filters.sector.open_menu,
            "proposals.since": self.filters.since.open_menu,
            "proposals.words": self.filters.words.setFocus,
            "proposals.reasons": self._toggle_reasons,
        }

    @override
    def why_not(self, command: str) -> str:
        page = self._page() if command in _OF_CHOSEN else None
        if command in _OF_CHOSEN and page is None:
            return self.tr("no proposal is chosen")
        match command:
            case "proposals.new" if self.desk.board_id is None:
                return self.tr("there is no board")
            case "proposals.record" if not self.detail.form.is_open:
                return self.tr("no answer is being written")
            case "proposals.source" if page is not None and page.origin is None:
                return self.tr("it came in between meetings")
            case "proposals.told" if page is not None and page.standing is None:
                return self.tr("there is no answer yet")
        return ""

    @override
    def open(self, link: Link) -> None:
        if link.entity == "proposal" and link.id is not None:
            self._wanted_id = link.id
            self._stale = True

    @override
    def link(self) -> Link:
        return Link(self.id, "proposal", self._chosen) if self._chosen is not None else Link(self.id)

    @override
    def step_out(self) -> bool:
        if self.detail.form.is_open:
            self.detail.form.leave()
            return True
        if self._views.currentWidget() is self.reasons:
            self._toggle_reasons()
            return True
        return self.beside.step_out(self._view)

    @override
    def columns(self) -> list[QWidget]:
        return [self._left, self.detail] if self.beside.is_wide() and self.beside.detail_is_open() else [self._left]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self.detail:
            self._on_opened(self._chosen)
        else:
            self.focus()

    @override
    def focus(self) -> None:
        if not self._any:
            self.first.setFocus()
        elif self._views.currentWidget() is self.reasons:
            self.reasons.setFocus()
        else:
            if self._chosen is None and self._view is self.rows:
                self.rows.choose_first()
            self._view.setFocus()

    # Reading

    @override
    def reload(self) -> None:
        self._count()
        self.first.setEnabled(not self.desk.read_only)
        self._stack.setCurrentIndex(0 if self._any else 1)
        self._feed()
        wanted, self._wanted_id = self._wanted_id, None
        if wanted is not None:
            self.show_one(wanted)
            self.beside.open_detail()
        self._show_detail()

    def show_one(self, proposal_id: UUID) -> None:
        """Choose a proposal; what hides it is lifted."""
        if self._view.choose(proposal_id):
            return
        self.filters.show_all()
        # Not every one is on the board: the withdrawn aren't, and of a long column only the first.
        if not self._view.choose(proposal_id) and self._view is self.board:
            self._choose_view(self.rows)
        if not self._view.choose(proposal_id):
            self.desk.tell(self.tr("That is not in the board file any more."))

    def _wanted(self, *states: AnswerKind | None, oldest_first: bool = False) -> Wanted:
        filters = self.filters
        return Wanted(
            board_id=self.desk.board_id,
            states=states,
            sector=filters.sector.value,
            since=filters.since.value,
            words=filters.words.words,
            oldest_first=oldest_first,
        )

    def _count(self) -> None:
        board_id, today = self.desk.board_id, self.desk.today
        if board_id is None:
            self._counts, self._any = _NONE, False
            return
        self._counts = self.desk.read(count_proposals, self._wanted(), today)
        self._any = bool(self._counts.total)
        if not self._any and self.filters.narrow:
            self._any = bool(self.desk.read(count_proposals, Wanted(board_id=board_id), today).total)

    def _feed(self) -> None:
        """Read what is seen: the cards, or the rows, or the reasons."""
        sectors = self.desk.read(reasons_by_sector, self._wanted()) if self._any else []
        seen = self._views.currentWidget()
        back = self.tr("Back to the proposals") if seen is self.reasons else COMMANDS["proposals.reasons"].said
        self.foot.say(foot_words(sectors), back)
        if seen is self.reasons:
            self.reasons.show_reasons(sectors)
        elif seen is self.rows:
            self._feed_rows()
        else:
            self._feed_board()

    def _feed_board(self) -> None:
        late = self.tr("{} late").format(self._counts.late) if self._counts.late else ""
        for number, state in enumerate(COLUMNS):
            total = self._counts.by_state.get(state, 0)
            self.board.feed(number, partial(self._cards, state), total)
            self.board.count(number, total, *((late, "danger") if state is None else ()))
        self.board.reload()

    def _feed_rows(self) -> None:
        if self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()

    def _cards(self, state: AnswerKind | None, after: Any, limit: int) -> list[RowData]:  # noqa: ANN401 - the key of the list
        today = self.desk.today
        # Who has waited longest stands first.
        wanted = self._wanted(state, oldest_first=state is None)
        return [card_of(one, today) for one in self.desk.read(proposals_page, wanted, today, after=after, limit=limit)]

    def _fetch(self, after: Any, limit: int) -> list[RowData]:  # noqa: ANN401 - the key of the list
        today = self.desk.today
        found = self.desk.read(proposals_page, self._wanted(), today, after=after, limit=limit)
        return [row_of(one, today) for one in found]

    def _page(self) -> ProposalPage | None:
        return self.desk.read(proposal_page, self._chosen, self.desk.today) if self._chosen is not None else None

    def _show_detail(self) -> None:
        page = self._page()
        if page is not None:
            self.detail.show_proposal(page)
        else:
            self.detail.form.show_page(None)
        self.beside.fill(chosen=page is not None)

    # What is seen

    @Slot()
    def _narrow(self) -> None:
        self._count()
        self._feed()
        self.head_changed.emit()

    @Slot(object)
    def _on_chosen(self, _chosen: object) -> None:
        if self.sender() is not self._view:
            return
        self._chosen = self._view.chosen_id()
        self._show_detail()
        self.commands_changed.emit()

    @Slot(object)
    def _on_opened(self, proposal_id: object) -> None:
        if proposal_id is not None:
            self.beside.open_detail()
            self.detail.focus_first()

    @Slot(object)
    def _on_sector(self, sector: object) -> None:
        """Show the proposals of the sector whose reasons were looked at."""
        self._show_view(self._view)
        self.filters.sector.choose(sector if sector is not Sector.UNKNOWN else None)
        self.focus()

    def _toggle_view(self) -> None:
        """Show the board, or the list; the same proposal stays chosen."""
        self._choose_view(self.board if self._view is self.rows else self.rows)
        self.focus()

    def _choose_view(self, view: Cards | Rows) -> None:
        chosen = self._chosen
        self._view = view
        self._show_view(view)
        self.beside.call_detail(only_then=view is self.board)
        if chosen is not None and not view.choose(chosen):
            self._chosen = view.chosen_id()
            self._show_detail()

    @Slot()
    def _toggle_reasons(self) -> None:
        """Show why proposals were declined, or the proposals again."""
        self._show_view(self._view if self._views.currentWidget() is self.reasons else self.reasons)
        self.focus()

    def _show_view(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        self._feed()

    # What is done

    @Slot()
    def _new(self) -> None:
        """Record a proposal, ready to be worded; its organisation is asked for next."""
        if self.desk.board_id is None:
            return
        by = (PutBy(sector=Sector.UNKNOWN),)
        text, today = self.tr("New proposal"), self.desk.today
        done = self.desk.attempt(
            self.tr("Record a proposal"), put_proposal, self.desk.board_id, text, by, received_on=today
        )
        if done is not None:
            self._show_view(self._view)
            self.show_one(done.value.id)
            self.beside.open_detail()
            self.detail.focus_new()

    def _answer(self) -> None:
        self.beside.open_detail()
        self.detail.begin_answer()

    def _go_to_source(self) -> None:
        page = self._page()
        if page is not None and page.origin is not None:
            self.desk.show(origin_link(page.origin))

    def _remove(self) -> None:
        page = self._page()
        if page is not None:
            called = page.proposal.number or short_name(page.proposal.text)
            self.desk.attempt(self.tr("Remove proposal {}").format(called), remove_proposal, page.proposal.id)
