"""Proposals: what partners put forward, by state, how long it waits, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.services.proposals import PutBy, put_proposal, remove_proposal
from boardroom.store.queries.proposal_page import proposal_page
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.beside import Beside
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.links import Link
from boardroom.ui.pages.origin import origin_link
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.proposals_detail import ProposalDetail
from boardroom.ui.pages.proposals_empty import NoProposals
from boardroom.ui.pages.proposals_views import ProposalViews
from boardroom.ui.pages.proposals_words import COLUMNS, head_words, state_words
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.domain.words import AnswerKind
    from boardroom.store.queries.proposal_page import ProposalPage
    from boardroom.ui.desk import Desk

_OF_CHOSEN = frozenset(
    f"proposals.{verb}"
    for verb in (
        *("answer", "told", "source", "bring", "remove", "left", "right"),
        *("tie", "tabled", "consider", "earlier", "action"),
    )
)


class ProposalsPage(Page):
    """A board of cards or a list, narrowed as wanted, and the chosen proposal beside it."""

    id: ClassVar[str] = "proposals"
    concerns: ClassVar[tuple[str, ...]] = (
        "proposal",
        "proposer",
        "proposal_item",
        "proposal_outcome",
        "estimate",
        "outcome",
        "answer",
        "action",
        "strand",
        "strand_stage",
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
        self._wanted_id: UUID | None = None
        self.views = ProposalViews(desk)
        self.views.chosen.connect(self._on_chosen)
        self.views.opened.connect(self._on_opened)
        self.views.narrowed.connect(self.head_changed)
        self.views.turned.connect(self._on_turned)
        self.detail = ProposalDetail(desk)
        self.detail.form.turned.connect(self._on_form)
        self.detail.form.recorded.connect(self._on_recorded)
        new = COMMANDS["proposals.new"]
        self.first = CommandButton(self.tr("Record the first proposal"), new.key, main=True)
        self.first.clicked.connect(self._new)
        nothing = self.tr("Choose a proposal to see what became of it.")
        self.beside = Beside(self.views, self.detail, nothing)
        self.beside.call_detail(only_then=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.beside)
        self._stack.addWidget(NoProposals(self.first))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    # What the window asks

    @override
    def head(self) -> Head:
        if not self.views.any:
            # The empty page has its own button: one filled button on a screen.
            return Head(self.tr("Proposals"), self.tr("None yet"))
        words = head_words(self.views.counts)
        return Head(self.tr("Proposals"), words, commands=("proposals.new",), filled=not self.detail.form.is_open)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "proposals.new": self._new,
            "proposals.answer": self._answer,
            "proposals.record": self.detail.form.record,
            "proposals.told": self.detail.tell,
            "proposals.source": self._go_to_source,
            "proposals.bring": self._bring,
            "proposals.remove": self._remove,
            "proposals.left": self._move_left,
            "proposals.right": self._move_right,
            "proposals.tie": self.detail.ties.pick_strand,
            "proposals.tabled": self.detail.ties.table,
            "proposals.consider": self.detail.ties.pick_item,
            "proposals.earlier": self.detail.ties.pick_earlier,
            "proposals.action": self.detail.ties.pick_action,
            "proposals.letters": self._letters,
            "proposals.strand": self.views.filters.strand.open_menu,
            "proposals.view": self.views.toggle_view,
            "proposals.sector": self.views.filters.sector.open_menu,
            "proposals.since": self.views.filters.since.open_menu,
            "proposals.words": self.views.filters.words.setFocus,
            "proposals.reasons": self.views.toggle_reasons,
        }

    @override
    def why_not(self, command: str) -> str:
        if command in _OF_CHOSEN:
            page = self._shown()
            return self.tr("no proposal is chosen") if page is None else self._why_not_chosen(command, page)
        match command:
            case "proposals.new" if self.desk.board_id is None:
                return self.tr("there is no board")
            case "proposals.letters" if not self.views.any:
                return self.tr("nobody has proposed anything yet")
            case "proposals.record" if not self.detail.form.is_open:
                return self.tr("no answer is being written")
        return ""

    def _why_not_chosen(self, command: str, page: ProposalPage) -> str:
        links = page.links
        cases = {
            "proposals.source": (page.origin is None, self.tr("it came in between meetings")),
            "proposals.bring": (page.origin is not None, self.tr("it came up at a meeting already")),
            "proposals.told": (page.standing is None, self.tr("there is no answer yet")),
            "proposals.tabled": (
                links.came_up and not links.tabled_by_hand,
                self.tr("it came up at a meeting, and was tabled by that"),
            ),
            "proposals.left": (
                self._beside(page, -1) is None,
                self.tr("an answer can be another one, but never none again"),
            ),
            "proposals.right": (self._beside(page, 1) is None, self.tr("no column is to the right of it")),
        }
        holds, why = cases.get(command, (False, ""))
        return why if holds else ""

    @override
    def open(self, link: Link) -> None:
        if link.entity == "proposal" and link.id is not None:
            self._wanted_id = link.id
            self._stale = True

    @override
    def link(self) -> Link:
        return Link(self.id, "proposal", self.views.chosen_id) if self.views.chosen_id is not None else Link(self.id)

    @override
    def step_out(self) -> bool:
        if self.detail.form.is_open:
            self.detail.form.leave()
            return True
        if self.detail.bringing.step_out():
            return True
        if self.views.shows_reasons:
            self.views.toggle_reasons()
            return True
        return self.beside.step_out(self.views.view)

    @override
    def columns(self) -> list[QWidget]:
        both = self.beside.is_wide() and self.beside.detail_is_open()
        return [self.views, self.detail] if both else [self.views]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self.detail:
            self._on_opened(self.views.chosen_id)
        else:
            self.focus()

    @override
    def focus(self) -> None:
        if self.views.any:
            self.views.focus()
        else:
            self.first.setFocus()

    # Reading

    @override
    def reload(self) -> None:
        self.views.read()
        self.first.setEnabled(not self.desk.read_only)
        self._stack.setCurrentIndex(0 if self.views.any else 1)
        wanted, self._wanted_id = self._wanted_id, None
        if wanted is not None:
            self.views.show_one(wanted)
            self.beside.open_detail()
        self._show_detail()

    def _shown(self) -> ProposalPage | None:
        """Return the chosen proposal, as it was read last."""
        return self.detail.page if self.views.chosen_id is not None else None

    def _show_detail(self) -> None:
        chosen = self.views.chosen_id
        page = self.desk.read(proposal_page, chosen, self.desk.today) if chosen is not None else None
        if page is not None:
            self.detail.show_proposal(page)
        else:
            self.detail.form.show_page(None)
        self.beside.fill(chosen=page is not None)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_detail()
        self.commands_changed.emit()

    @Slot(object)
    def _on_opened(self, proposal_id: object) -> None:
        if proposal_id is not None:
            self.beside.open_detail()
            self.detail.focus_first()

    @Slot()
    def _on_turned(self) -> None:
        # The board wants the whole width; beside a list there is room.
        self.beside.call_detail(only_then=self.views.view is self.views.board or self.views.shows_reasons)

    @Slot()
    def _on_form(self) -> None:
        self.head_changed.emit()
        self.commands_changed.emit()

    @Slot()
    def _on_recorded(self) -> None:
        # The next one waits on the board; the answered one stands in its new column.
        self.beside.step_out(self.views.view)
        self.views.focus()

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
            self.views.show_one(done.value.id)
            self.beside.open_detail()
            self.detail.focus_new()

    def _answer(self) -> None:
        self.beside.open_detail()
        self.detail.begin_answer()

    @Slot()
    def _move_left(self) -> None:
        self._move(-1)

    @Slot()
    def _move_right(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        """Put the chosen card into the column beside its own: the answer that this is needs its reason."""
        page = self._shown()
        kind = self._beside(page, step) if page is not None else None
        if kind is not None:
            self.beside.open_detail()
            self.detail.move_to(kind)
            self.desk.tell(self.tr("To “{}”: choose the reason, then record the answer.").format(state_words(kind)))

    @staticmethod
    def _beside(page: ProposalPage, step: int) -> AnswerKind | None:
        """Return the state of the column beside a proposal's own; None where it can't go there."""
        state = page.standing.answer.answer if page.standing is not None else None
        if state not in COLUMNS:
            return None
        there = COLUMNS.index(state) + step
        return COLUMNS[there] if 0 < there < len(COLUMNS) else None

    @Slot()
    def _letters(self) -> None:
        self.desk.show(Link("answers"))

    def _bring(self) -> None:
        self.beside.open_detail()
        self.detail.bringing.ask()

    def _go_to_source(self) -> None:
        page = self._shown()
        if page is not None and page.origin is not None:
            self.desk.show(origin_link(page.origin))

    def _remove(self) -> None:
        page = self._shown()
        if page is not None:
            called = page.proposal.number or short_name(page.proposal.text)
            self.desk.attempt(self.tr("Remove proposal {}").format(called), remove_proposal, page.proposal.id)
