"""What a proposal is tied to, and its life so far: strand, tabled, considered, earlier and later ones, actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardroom.services.proposal_life import (
    consider_at_item,
    link_action,
    no_longer_consider,
    table_proposal,
    take_up_again,
    tie_to_strand,
)
from boardroom.store.queries.coming_items import coming_agenda
from boardroom.store.queries.proposal_links import actions_to_link
from boardroom.store.queries.proposal_list import Wanted, proposals_page
from boardroom.store.queries.proposal_strands import strand_names
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.pick import pick_over
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.origin import origin_link
from boardroom.ui.pages.proposals_words import life_words
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.proposal_links import OtherProposal, ProposalLinks
    from boardroom.store.queries.proposal_page import ProposalPage
    from boardroom.ui.desk import Desk

# The pane is narrow: what a line leads to says the rest.
_SHORT = 28
_OFFERED = 200
_NONE = "none"


class ProposalTies(QWidget):
    """A line for each tie, to be followed or taken out, and the commands that make one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._shown: ProposalPage | None = None
        self._said: tuple[object, ...] = ()
        self._life = wrapped(role="muted")
        self._rows = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(label(self.tr("Its life so far"), "section"))
        self._column.addWidget(self._life)
        self._column.addLayout(self._rows)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_page(self, page: ProposalPage) -> None:
        """Show what one proposal is tied to."""
        self._shown = page
        links = page.links
        said = (page.proposal.id, repr(links), self._desk.read_only)
        if said == self._said:
            return
        self._said = said
        self._life.setText(life_words(links.life))
        clear(self._rows)
        for row in self._made(links):
            self._rows.addWidget(row)

    # What is done with the proposal that is shown

    @Slot()
    def pick_strand(self) -> None:
        """Offer the board's strands."""
        board_id = self._desk.board_id
        found = [] if board_id is None else self._desk.read(strand_names, board_id)
        if not found:
            self._desk.refuse(self.tr("The board has no strand yet; begin one under Strands."))
            return
        rows = [RowData(id=one, key=one, title=name) for one, name in found]
        self._offer(self.tr("Which strand does it belong to?"), rows, self.tr("Tie {} to a strand"), tie_to_strand)

    @Slot()
    def pick_earlier(self) -> None:
        """Offer the board's other proposals."""
        wanted, today = Wanted(board_id=self._desk.board_id), self._desk.today
        found = self._desk.read(proposals_page, wanted, today, limit=_OFFERED)
        rows = [
            RowData(id=one.id, key=one.id, number=one.number, title=short_name(one.title or one.text), mark=one.sector)
            for one in found
            if self._shown is not None and one.id != self._shown.proposal.id
        ]
        if not rows:
            self._desk.refuse(self.tr("There is no other proposal that it could take up again."))
            return
        name = self.tr("Say which proposal {} takes up again")
        self._offer(self.tr("Which earlier proposal does it take up again?"), rows, name, take_up_again)

    @Slot()
    def pick_action(self) -> None:
        """Offer the board's actions that carry out no proposal yet."""
        board_id, page = self._desk.board_id, self._shown
        if board_id is None or page is None:
            return
        found = self._desk.read(actions_to_link, board_id, "", _OFFERED)
        if not found:
            self._desk.refuse(self.tr("There is no action that carries out no proposal yet."))
            return
        rows = [RowData(id=one.id, key=one.id, number=one.number, title=short_name(one.text)) for one in found]
        name = self.tr("Tie an action to {}").format(self._called())
        pick_over(self.window()).offer(
            self.tr("Which action carries it out?"),
            self.tr("tie"),
            rows,
            lambda action_id: self._desk.attempt(name, link_action, action_id, page.proposal.id),
        )

    @Slot()
    def pick_item(self) -> None:
        """Offer the items of the next meeting."""
        board_id = self._desk.board_id
        coming = None if board_id is None else self._desk.read(coming_agenda, board_id, self._desk.today)
        if coming is None or not coming.items:
            self._desk.refuse(self.tr("No meeting is planned that has an item which could consider it."))
            return
        rows = [RowData(id=one.id, key=one.id, number=one.number, title=one.title) for one in coming.items]
        asked = self.tr("Which item of the next meeting considers it, too?")
        self._offer(asked, rows, self.tr("Consider {} at an item"), consider_at_item, or_none=False)

    @Slot()
    def table(self) -> None:
        """Say that the board has it before it today; or take that back."""
        page = self._shown
        if page is None:
            return
        if page.links.came_up and not page.links.tabled_by_hand:
            self._desk.refuse(self.tr("It came up at a meeting, so the board had it before it then."))
            return
        on: date | None = None if page.links.tabled_by_hand else self._desk.today
        name = self.tr("Table {}") if on is not None else self.tr("Take back that {} was tabled")
        self._desk.attempt(name.format(self._called()), table_proposal, page.proposal.id, on)

    def _offer(
        self,
        asked: str,
        rows: Sequence[RowData],
        name: str,
        service: Callable[..., object],
        *,
        or_none: bool = True,
    ) -> None:
        page = self._shown
        if page is None:
            return
        if or_none:
            rows = [*rows, RowData(id=_NONE, key=_NONE, title=self.tr("None"), muted=True)]
        done = partial(self._do, name.format(self._called()), service, page.proposal.id)
        pick_over(self.window()).offer(asked, self.tr("choose"), rows, done)

    def _do(self, name: str, service: Callable[..., object], proposal_id: UUID, chosen: object) -> None:
        self._desk.attempt(name, service, proposal_id, None if chosen == _NONE else chosen)

    def _called(self) -> str:
        if self._shown is None:
            return ""
        one = self._shown.proposal
        return self.tr("proposal {}").format(one.number or short_name(one.text))

    # What is seen

    def _made(self, links: ProposalLinks) -> list[QWidget]:
        desk, rows = self._desk, list[QWidget]()
        strand = links.strand
        if strand is not None:
            said = short_name(strand.name, _SHORT)
            if links.stage is not None:
                said = self.tr("{} · {} then").format(said, _tr(links.stage.value))
            rows.append(_Tie(desk, said, Link("strands", "strand", strand.id)))
        rows += [
            _Tie(
                desk,
                (self.tr("Considered at {}") if one.taken else self.tr("To be considered at {}")).format(
                    short_name(" ".join(filter(None, (one.origin.item_number, one.origin.item_title))), _SHORT)
                ),
                origin_link(one.origin),
                partial(self._forget, one.id),
            )
            for one in links.considered
            if one.id is not None
        ]
        if links.earlier is not None:
            rows.append(self._other(self.tr("Takes up proposal {} again: {}"), links.earlier))
        rows += [self._other(self.tr("Taken up again by proposal {}: {}"), one) for one in links.later]
        for action in links.actions:
            words = " ".join(filter(None, (action.number, short_name(action.text, _SHORT))))
            rows.append(
                _Tie(
                    desk,
                    self.tr("Carried out by action {}").format(words),
                    Link("actions", "action", action.id),
                    partial(self._untie, action.id),
                )
            )
        rows += [
            self._button(command, slot)
            for command, slot in (
                ("proposals.tie", self.pick_strand),
                ("proposals.tabled", self.table),
                ("proposals.consider", self.pick_item),
                ("proposals.earlier", self.pick_earlier),
                ("proposals.action", self.pick_action),
            )
        ]
        return rows

    def _button(self, command: str, slot: Callable[[], None]) -> QWidget:
        one = COMMANDS[command]
        button = CommandButton(one.said, one.key, one.icon, role="link")
        button.explain(self._desk.read_only)
        button.clicked.connect(slot)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(button)
        across.addStretch(1)
        return line

    def _other(self, words: str, one: OtherProposal) -> QWidget:
        said = words.format(one.number or "–", short_name(one.words, _SHORT))
        return _Tie(self._desk, said, Link("proposals", "proposal", one.id))

    def _forget(self, considered_id: UUID) -> None:
        self._desk.attempt(self.tr("Take {} off an item").format(self._called()), no_longer_consider, considered_id)

    def _untie(self, action_id: UUID) -> None:
        self._desk.attempt(self.tr("Untie an action from {}").format(self._called()), link_action, action_id, None)

    @Slot()
    def _fit(self) -> None:
        self._column.setSpacing(theme().px(8))
        self._rows.setSpacing(theme().px(4))


class _Tie(QWidget):
    """One tie: its words lead there; a cross takes it out."""

    def __init__(self, desk: Desk, words: str, link: Link, out: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._desk, self._link, self._out = desk, link, out
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        go = CommandButton(words, role="link")
        go.clicked.connect(self._go)
        row.addWidget(go)
        if out is not None:
            take = CommandButton(self.tr("Take out"), "", "x", role="small")
            take.setAccessibleName(self.tr("Take out: {}").format(words))
            take.explain(desk.read_only)
            take.clicked.connect(self._take_out)
            row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)

    @Slot()
    def _go(self) -> None:
        self._desk.show(self._link)

    @Slot()
    def _take_out(self) -> None:
        if self._out is not None:
            self._out()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Proposals", text)
