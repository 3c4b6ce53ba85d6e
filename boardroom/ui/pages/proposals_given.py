"""The answers to a proposal over time: what was said, why, where, by which decision, and when they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boardroom.domain.words import AnswerKind
from boardroom.services.answers import remove_answer
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.origin import origin_link, origin_words
from boardroom.ui.pages.proposals_words import category_words, deferred_words, state_tone, state_words
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from boardroom.store.queries.proposal_page import AnswerGiven, ProposalPage
    from boardroom.ui.desk import Desk

_SHORT = 32
"""A link doesn't break: what is longer would push the column beyond its edge."""


class AnswersGiven(QWidget):
    """The answers, the one that stands first."""

    told_asked = Signal()
    change_asked = Signal()
    """The answer that stands is to be put right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._said: tuple[object, ...] = ()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_answers(self, page: ProposalPage) -> None:
        """Show the answers of one proposal."""
        said = (page.proposal.id, page.answers, self._desk.read_only)
        if said == self._said:
            return
        self._said = said
        clear(self._column)
        for given in reversed(page.answers):
            made = _Given(self._desk, page, given)
            made.told_asked.connect(self.told_asked)
            made.change_asked.connect(self.change_asked)
            self._column.addWidget(made)

    @Slot()
    def _fit(self) -> None:
        self._column.setSpacing(theme().px(8))


class _Given(QFrame):
    """One answer; the one that stands can be put right until those who asked were told."""

    told_asked = Signal()
    change_asked = Signal()

    def __init__(self, desk: Desk, page: ProposalPage, given: AnswerGiven) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._page, self._given = desk, page, given
        one, px = given.answer, theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Chip(state_words(one.answer), state_tone(one.answer)))
        head.addWidget(label(self._until(), "strong"))
        head.addStretch(1)
        head.addWidget(label(plain_day(given.on) if given.on is not None else "", "hint"))
        column.addLayout(head)
        category = category_words(one.category)
        if category:
            column.addWidget(label(category, "strong"))
        column.addWidget(wrapped(one.reason))
        if given.decision:
            self._add_link(
                column, self.tr("By decision {}").format(short_name(given.decision, _SHORT)), self._open_decision
            )
        if given.origin is not None:
            self._add_link(column, origin_words(given.origin), self._open_origin)
        column.addLayout(self._foot(stands=given is page.standing))

    def _until(self) -> str:
        one = self._given.answer
        if one.answer is not AnswerKind.DEFERRED:
            return ""
        return self.tr("to {}").format(deferred_words(one.deferred_to, self._desk.today))

    def _foot(self, *, stands: bool) -> QVBoxLayout:
        """Say whether they were told, or offer to say so and, below, to put the answer right."""
        whole, foot, below = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        told, why = self._given.answer.told_on, self._desk.read_only
        if told is not None:
            foot.addWidget(hint(self.tr("They were told on {}.").format(plain_day(told))))
        elif stands:
            command = COMMANDS["proposals.told"]
            for line, words, key, icon, slot in (
                (foot, command.said, command.key, command.icon, self.told_asked),
                (below, self.tr("Put right"), "", "pencil-simple", self.change_asked),
                (below, self.tr("Take out"), "", "x", self._take_out),
            ):
                button = CommandButton(words, key, icon, role="small")
                button.explain(why)
                button.clicked.connect(slot)
                line.addWidget(button)
        else:
            foot.addWidget(hint(self.tr("They were not told this answer.")))
        for line in (foot, below):
            line.addStretch(1)
            whole.addLayout(line)
        return whole

    def _add_link(self, column: QVBoxLayout, words: str, slot: object) -> None:
        button = CommandButton(words, "", "arrow-square-out", role="link")
        button.clicked.connect(slot)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _open_decision(self) -> None:
        self._desk.show(Link("decisions", "decision", self._given.answer.decision_id))

    @Slot()
    def _open_origin(self) -> None:
        if self._given.origin is not None:
            self._desk.show(origin_link(self._given.origin))

    @Slot()
    def _take_out(self) -> None:
        called = self._page.proposal.number or short_name(self._page.proposal.text)
        self._desk.attempt(
            self.tr("Take out the answer to proposal {}").format(called), remove_answer, self._given.answer.id
        )
