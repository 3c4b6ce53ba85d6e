"""One proposal beside the board: its wording, who put it, where it came up, and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import AnswerKind, Sector
from boardroom.services.answers import mark_told
from boardroom.services.proposal_life import entitle
from boardroom.services.proposals import change_proposal
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.fields import DateField, LineField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.marks import SectorMark
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, dye, hint, label
from boardroom.ui.links import Link
from boardroom.ui.pages.origin import origin_link, origin_words, restricted_word
from boardroom.ui.pages.proposals_answer import AnswerForm
from boardroom.ui.pages.proposals_bring import Bringing
from boardroom.ui.pages.proposals_by import PutByFields
from boardroom.ui.pages.proposals_given import AnswersGiven
from boardroom.ui.pages.proposals_ties import ProposalTies
from boardroom.ui.pages.proposals_value import ProposalValueFields
from boardroom.ui.pages.proposals_words import state_tone, state_words, waited_words
from boardroom.ui.pages.register import Detail
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from boardroom.services.proposals import PutBy
    from boardroom.store.queries.proposal_page import ProposalPage
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field


class ProposalDetail(Detail):
    """What is known of one proposal; each field saves when it is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._shown: ProposalPage | None = None
        self._marks = QHBoxLayout()
        self._marked: list[Sector] = []
        self._number, self._chip, self._waited = Elided("", "section"), Chip(""), label("", "hint")
        self._restricted = Chip("")
        self.first_field = self.text = TextField(
            self.tr("What is proposed"), lines=2, needed=self.tr("Write what is proposed.")
        )
        self.title = LineField(self.tr("Short title"), hint=self.tr("On cards and in lists; empty for its words."))
        self.by = PutByFields(desk, self._save_by)
        self.received_on = DateField(self.tr("Received on"), self._today)
        self.number = LineField(self.tr("Number"))
        self.source = CommandButton("", COMMANDS["proposals.source"].key, "arrow-square-out", role="link")
        self.source.clicked.connect(self._open_source)
        self.bringing = Bringing(desk)
        self.bringing.asking.asked.connect(self._show_question)
        self._sealed = hint(self.tr("Its minutes are sealed: it stays as it was minuted. A later answer can be given."))
        answer = COMMANDS["proposals.answer"]
        self.answer = CommandButton(answer.said, answer.key, answer.icon)
        self.answer.clicked.connect(self.begin_answer)
        self.form = AnswerForm(desk)
        self.form.turned.connect(self._on_form_turned)
        self.form.left.connect(self.answer.setFocus)
        self.given = AnswersGiven(desk)
        self.given.told_asked.connect(self.tell)
        self.given.change_asked.connect(self._put_right)
        self.ties = ProposalTies(desk)
        self.value = ProposalValueFields(desk)
        self.history = CommandButton(
            self.tr("History of this"), COMMANDS["history"].key, "clock-counter-clockwise", role="link"
        )
        self.history.clicked.connect(self._open_history)
        self._lay_out()
        desk.flush_wanted.connect(self.commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("role", "surface")
        self._column = QVBoxLayout(body)
        head, last = QHBoxLayout(), QHBoxLayout()
        head.addLayout(self._marks)
        for part in (self._number, self._chip, self._restricted):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._waited)
        for field in (self.received_on, self.number):
            last.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._lines = [head, self._marks, last]
        rule = QFrame()
        rule.setProperty("role", "rule")
        left = Qt.AlignmentFlag.AlignLeft
        self._column.addLayout(head)
        self._column.addWidget(self.text)
        self._column.addWidget(self.by)
        self._column.addLayout(last)
        self._column.addWidget(self.title)
        self._column.addWidget(self._sealed)
        self._column.addWidget(self.source, 0, left)
        self._column.addWidget(self.bringing)
        self._column.addWidget(rule)
        self._column.addWidget(label(self.tr("Answers"), "section"))
        self._column.addWidget(self.answer, 0, left)
        self._column.addWidget(self.form)
        self._column.addWidget(self.given)
        other = QFrame()
        other.setProperty("role", "rule")
        self._column.addWidget(other)
        self._column.addWidget(self.ties)
        last_rule = QFrame()
        last_rule.setProperty("role", "rule")
        self._column.addWidget(last_rule)
        self._column.addWidget(self.value)
        self._column.addWidget(self.history, 0, left)
        self._column.addStretch(1)
        self.setWidget(body)

    @property
    @override
    def fields(self) -> tuple[Field[Any], ...]:
        """What can be changed, in reading order."""
        return (self.text, *self.by.fields, self.received_on, self.number, self.title, *self.value.fields)

    @property
    def page(self) -> ProposalPage | None:
        """The proposal that is shown."""
        return self._shown

    def show_proposal(self, page: ProposalPage) -> None:
        """Show a proposal; what is being typed into the same one stays."""
        same = self._shown is not None and self._shown.proposal.id == page.proposal.id
        if not same:
            # What was typed for the one before is saved there first.
            self.commit()
        self._shown = page
        self.form.show_page(page)
        one, standing = page.proposal, page.standing
        state = standing.answer.answer if standing is not None else None
        self._number.set_full(self.tr("Proposal {}").format(one.number) if one.number else self.tr("Proposal"))
        self._chip.say(state_words(state), state_tone(state))
        self._restricted.say(restricted_word(page.origin), "caution")
        withdrawn = state is AnswerKind.WITHDRAWN
        self._waited.setText("" if withdrawn else waited_words(page.days, state))
        dye(self._waited, "danger hint" if page.late else "hint")
        self._show_marks(list(dict.fromkeys(by.sector or Sector.UNKNOWN for by in one.proposers)))
        put(self.text, one.text, self._save_text, same=same)
        put(self.title, page.links.title, self._save_title, same=same)
        self.by.show_proposers(one.proposers, same=same)
        put(self.received_on, one.received_on, self._save_received_on, same=same)
        put(self.number, one.number, self._save_number, same=same)
        sealed = page.origin is not None and page.origin.sealed
        self._sealed.setVisible(sealed)
        for field in (self.text, *self.by.fields, self.received_on, self.number):
            field.set_read_only(self._desk.read_only or (self._sealed.text() if sealed else ""))
        # No minutes print it.
        self.title.set_read_only(self._desk.read_only)
        self.source.say(origin_words(page.origin))
        self.source.explain("" if page.origin is not None else self.tr("It came in between meetings."))
        self.bringing.show_page(page)
        self.answer.say(self.tr("Answer it again") if page.answers else COMMANDS["proposals.answer"].said)
        self.answer.explain(self._desk.read_only)
        self.answer.setVisible(not self.form.is_open)
        self.given.show_answers(page)
        self.ties.show_page(page)
        self.value.show_proposal(one, same=same)

    # What is done with it

    @Slot()
    def begin_answer(self) -> None:
        """Open the form of an answer, with the focus in it."""
        self.move_to(None)

    def move_to(self, kind: AnswerKind | None) -> None:
        """Open the form of an answer that is chosen already: its reason is asked for; None: nothing is chosen."""
        if self._shown is None:
            return
        self.form.open_new(self._shown, kind)
        self._scroll_to(self.form)

    @Slot()
    def _put_right(self) -> None:
        page = self._shown
        if page is not None and page.standing is not None:
            self.form.open_standing(page, page.standing)
            self._scroll_to(self.form)

    @Slot()
    def _show_question(self) -> None:
        self._scroll_to(self.bringing)

    def _scroll_to(self, part: QWidget) -> None:
        # It takes its height first, so that there is somewhere to scroll to.
        body = self.widget()
        if body is not None:
            body.adjustSize()
        self.ensureWidgetVisible(part)

    @Slot()
    def _on_form_turned(self) -> None:
        self.answer.setVisible(not self.form.is_open)

    @Slot()
    def tell(self) -> None:
        """Record that those who put it were told the answer that stands."""
        page = self._shown
        if page is None or page.standing is None:
            return
        said = self.tr("Say that those who put proposal {} were told").format(
            page.proposal.number or short_name(page.proposal.text)
        )
        self._desk.attempt(said, mark_told, page.standing.answer.id, self._desk.today, barrier=True)

    @Slot()
    def _open_source(self) -> None:
        if self._shown is not None and self._shown.origin is not None:
            self._desk.show(origin_link(self._shown.origin))

    @Slot()
    def _open_history(self) -> None:
        if self._shown is not None:
            self._desk.show(Link("history", "proposal", self._shown.proposal.id))

    # Saving; each returns the sentence that refuses it

    def _save_text(self, value: str) -> str:
        return self._change(text=value)

    def _save_title(self, value: str) -> str:
        if self._shown is None:
            return ""
        said = self.tr("Give proposal {} a title").format(self._shown.proposal.number)
        return self._desk.refused(said, entitle, self._shown.proposal.id, value)

    def _save_by(self, value: Sequence[PutBy]) -> str:
        return self._change(by=value)

    def _save_received_on(self, value: date | None) -> str:
        return self._change(received_on=value)

    def _save_number(self, value: str) -> str:
        return self._change(number=value)

    def _change(self, **parts: Any) -> str:  # noqa: ANN401 - the parts of a proposal
        if self._shown is None:
            return ""
        one = self._shown.proposal
        said = self.tr("Change proposal {}").format(one.number or short_name(one.text))
        try:
            self._desk.write(said, change_proposal, self.proposal_id, **parts)
        except Refusal as refusal:
            return str(refusal)
        return ""

    @property
    def proposal_id(self) -> UUID | None:
        """The proposal that is shown."""
        return self._shown.proposal.id if self._shown is not None else None

    def _show_marks(self, sectors: list[Sector]) -> None:
        if sectors == self._marked:
            return
        self._marked = sectors
        clear(self._marks)
        for sector in sectors:
            self._marks.addWidget(SectorMark(sector))

    def _today(self) -> date:
        return self._desk.today

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(12))
        for row in self._lines:
            row.setSpacing(px(8))
