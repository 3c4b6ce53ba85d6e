"""The form in which a proposal is answered: what became of it, why, and by which decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import AnswerKind, ReasonCategory
from boardroom.services.answers import answer_proposal, change_answer
from boardroom.store.queries.decision_list import Wanted, decisions_page
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField
from boardroom.ui.kit.name_field import Named, NameField, Suggestion
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label
from boardroom.ui.pages.proposals_words import reasons_for, state_words
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.proposal_page import AnswerGiven, ProposalPage
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field

_OFFERED = 12
_NO_DECISION = Named()


@dataclass(frozen=True, slots=True)
class _Draft:
    """What stands in the form."""

    answer: AnswerKind | None = None
    category: ReasonCategory | None = None
    reason: str = ""
    deferred_to: str = ""
    decision: Named = _NO_DECISION
    on: date | None = None


class AnswerForm(QFrame):
    """Hidden until a proposal is answered. What was begun for one proposal is there again when one comes back."""

    left = Signal()
    """It was closed with the focus in it, and nothing was recorded."""
    recorded = Signal()
    turned = Signal()
    """It was opened or closed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it, hidden."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Answer"))
        self._desk = desk
        self._page: ProposalPage | None = None
        self._changed: UUID | None = None
        self._drafts: dict[UUID, _Draft] = {}
        kinds: list[tuple[AnswerKind | None, str]] = [(None, self.tr("Choose"))]
        self.answer = ChoiceField(self.tr("Answer"), kinds + [(one, state_words(one)) for one in AnswerKind])
        self.category = ChoiceField[ReasonCategory | None](self.tr("Reason"), [(None, self.tr("Choose"))])
        self.deferred_to = LineField(self.tr("Deferred to"), placeholder=self.tr("28 January 2027"))
        self.reason = TextField(
            self.tr("The reason in words"), hint=self.tr("Whoever put the proposal reads it in these words.")
        )
        self.decision = NameField(
            self.tr("By which decision"), self._complete, placeholder=self.tr("some of its words; empty for none")
        )
        self.answered_on = DateField(self.tr("Answered on"), self._today)
        record = COMMANDS["proposals.record"]
        self.record_button = CommandButton(record.said, record.key, "check", main=True)
        self.record_button.clicked.connect(self.record)
        self._leave = CommandButton(self.tr("Leave it"), self.tr("Esc"), role="link")
        self._leave.clicked.connect(self.leave)
        self._wrong = label("", "danger")
        self._wrong.setWordWrap(True)
        self._lay_out()
        self.answer.committed.connect(self._on_kind)
        wardrobe().changed.connect(self._fit)
        self._fit()
        self.hide()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._heading = label("", "section")
        first, last, buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.answer, 1, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.category, 1, Qt.AlignmentFlag.AlignTop)
        last.addWidget(self.decision, 1, Qt.AlignmentFlag.AlignTop)
        last.addWidget(self.answered_on, 1, Qt.AlignmentFlag.AlignTop)
        for button in (self.record_button, self._leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._lines = (first, last, buttons)
        self._column.addWidget(self._heading)
        self._column.addLayout(first)
        self._column.addWidget(self.deferred_to)
        self._column.addWidget(self.reason)
        self._column.addLayout(last)
        self._column.addWidget(self._wrong)
        self._column.addLayout(buttons)

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """What is filled in, in reading order."""
        return (self.answer, self.category, self.deferred_to, self.reason, self.decision, self.answered_on)

    @property
    def is_open(self) -> bool:
        """Whether an answer is being written."""
        return self._page is not None

    def open_new(self, page: ProposalPage, kind: AnswerKind | None = None) -> None:
        """Begin an answer, or go on with the one that was begun.

        Args:
            page: what is answered.
            kind: the answer, where it is chosen already; its reason is asked for then.
        """
        self._keep_draft()
        began = self._drafts.get(page.proposal.id, _Draft(on=self._desk.today))
        heading = self.tr("Another answer") if page.answers else ""
        if kind is not None:
            fits = began.category in dict(reasons_for(kind))
            began = replace(began, answer=kind, category=began.category if fits else None)
        self._open(page, None, began, heading)
        if kind is not None:
            self.category.setFocus()

    def open_standing(self, page: ProposalPage, given: AnswerGiven) -> None:
        """Put the answer that stands right."""
        self._keep_draft()
        one = given.answer
        # The day of an answer that was given at a meeting is the meeting's, and stays so.
        draft = _Draft(
            one.answer,
            one.category,
            one.reason,
            one.deferred_to,
            Named(given.decision, one.decision_id),
            one.answered_on,
        )
        self._open(page, one.id, draft, self.tr("Put the answer right"))

    def show_page(self, page: ProposalPage | None) -> None:
        """Hear which proposal is shown now: another one's form is put away."""
        if self._page is None:
            return
        if page is None or page.proposal.id != self._page.proposal.id:
            self.leave()
        else:
            self._page = page

    def commit(self) -> None:
        """Take in what stands in the fields."""
        for field in self.fields:
            field.commit()

    @Slot()
    def record(self) -> None:
        """Keep the answer, or say what is missing where it is missing."""
        page = self._page
        if page is None:
            return
        self.commit()
        if not self._complete_enough():
            return
        kind, called = self.answer.value, page.proposal.number or short_name(page.proposal.text)
        parts: dict[str, Any] = {
            "category": self.category.value,
            "decision_id": self.decision.value.id,
            "deferred_to": self.deferred_to.value,
            "answered_on": self.answered_on.value,
        }
        said = self.tr("Answer proposal {}: {}").format(called, state_words(kind).lower())
        try:
            if self._changed is None:
                self._desk.write(said, answer_proposal, page.proposal.id, kind, self.reason.value, **parts)
            else:
                self._desk.write(said, change_answer, self._changed, answer=kind, reason=self.reason.value, **parts)
        except Refusal as refusal:
            self._say_wrong(str(refusal))
            return
        self._drafts.pop(page.proposal.id, None)
        self._close()
        self.recorded.emit()

    @Slot()
    def leave(self) -> None:
        """Go away; what was begun is kept until the program ends."""
        if self._page is None:
            return
        self._keep_draft()
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._close()
        if inside:
            self.left.emit()

    def _open(self, page: ProposalPage, changed: UUID | None, draft: _Draft, heading: str) -> None:
        self._page, self._changed = page, changed
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._say_wrong("")
        values = (draft.answer, draft.category, draft.deferred_to, draft.reason, draft.decision, draft.on)
        for field, value in zip(self.fields, values, strict=True):
            field.open(value)
        self._fit_to_kind()
        self.show()
        self.answer.setFocus()
        self.turned.emit()

    def _close(self) -> None:
        self._page = self._changed = None
        self.hide()
        self.turned.emit()

    def _keep_draft(self) -> None:
        """Keep what was begun of a new answer."""
        self.commit()
        if self._page is None or self._changed is not None:
            return
        draft = _Draft(*(field.value for field in self._in_order()))
        if draft != _Draft(on=draft.on):
            self._drafts[self._page.proposal.id] = draft

    def _in_order(self) -> tuple[Field[Any], ...]:
        return (self.answer, self.category, self.reason, self.deferred_to, self.decision, self.answered_on)

    def _complete_enough(self) -> bool:
        """Whether nothing is missing; the caret goes to what is."""
        deferred = self.answer.value is AnswerKind.DEFERRED
        decision = self.decision.value
        asked = (
            (self.answer, self.answer.value is None, self.tr("Choose the answer.")),
            (self.category, self.category.value is None, self.tr("Choose the reason that comes nearest.")),
            (
                self.deferred_to,
                deferred and not self.deferred_to.value,
                self.tr("Say to which meeting or date the proposal is deferred."),
            ),
            (
                self.reason,
                not self.reason.value,
                self.tr("An answer needs its reason: whoever put the proposal will ask why."),
            ),
            (
                self.decision,
                bool(decision.text) and decision.id is None,
                self.tr("No decision has these words; choose one of the list, or leave the line empty."),
            ),
        )
        for field, missing, sentence in asked:
            field.refuse(sentence if missing else "")
        wrong: list[Field[Any]] = [field for field in self.fields if field.wrong]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    @Slot()
    def _on_kind(self) -> None:
        if self.category.value not in dict(reasons_for(self.answer.value)):
            # What speaks against a proposal is no reason to adopt it.
            self.category.set_value(None)
        self._fit_to_kind()

    def _fit_to_kind(self) -> None:
        kind = self.answer.value
        self.deferred_to.setVisible(kind is AnswerKind.DEFERRED)
        self.category.set_choices([(None, self.tr("Choose")), *reasons_for(kind, self.category.value)])

    def _complete(self, typed: str) -> Sequence[Suggestion]:
        wanted = Wanted(board_id=self._desk.board_id, words=typed)
        return [
            Suggestion(
                " ".join(filter(None, (one.reference or one.number, short_name(one.wording)))),
                one.id,
                plain_day(one.day) if one.day is not None else "",
            )
            for one in self._desk.read(decisions_page, wanted, limit=_OFFERED)
        ]

    def _today(self) -> date:
        return self._desk.today

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(12))
        for line in self._lines:
            line.setSpacing(px(12))
