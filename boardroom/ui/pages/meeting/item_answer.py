"""The answer to a proposal, given below its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from typing_extensions import override

from boardroom.domain.words import AnswerKind, ReasonCategory
from boardroom.services.answers import answer_proposal, change_answer
from boardroom.ui.kit.fields import ChoiceField, LineField, words_of
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.pages.meeting.item_form import RecordForm
from boardroom.ui.pages.proposals_words import reasons_for
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from boardroom.store.queries.item_page import ItemView
    from boardroom.store.queries.item_proposals import ProposalView
    from boardroom.ui.desk import Desk


class AnswerForm(RecordForm):
    """What a proposal was answered, and why. The last answer is the one that can be changed."""

    entity = "answer"

    def __init__(self, desk: Desk) -> None:
        """Build the fields."""
        super().__init__(desk)
        self.setAccessibleName(self.tr("Answer"))
        self._decision = ChoiceField[Any](self.tr("By which decision"), [(None, self.tr("None"))])
        self._answer = ChoiceField[Any](self.tr("Answer"), [(None, self.tr("Choose")), *words_of(AnswerKind)])
        self._category = ChoiceField[Any](self.tr("Reason"), words_of(ReasonCategory))
        self._answer.committed.connect(self._offer_reasons)
        self.add(answer=self._answer, category=self._category)
        self.add(
            wide=True,
            reason=TextField(
                self.tr("The reason in words"),
                needed=self.tr("An answer needs its reason: whoever put the proposal will ask why."),
            ),
        )
        self.add(
            deferred_to=LineField(
                self.tr("Deferred to"),
                placeholder=self.tr("the next meeting"),
                hint=self.tr("Only where the answer is “deferred”."),
            ),
            decision_id=self._decision,
        )

    def open_answer(self, item: ItemView, proposal_id: UUID) -> bool:
        """Show the answer of a proposal that was given at this item, or a blank one; returns whether it is there."""
        view = _proposal(item, proposal_id)
        if view is None:
            return False
        self._offer_decisions(item)
        standing = view.answer
        known = standing is not None and standing.here and standing.told_on is None
        blank = {
            "answer": None, "category": ReasonCategory.OTHER, "reason": "", "deferred_to": "", "decision_id": None,
        }  # fmt: skip
        record_id = standing.id if standing is not None and known else None
        values = self.values_of(item, record_id) if record_id is not None else None
        self.open(item, record_id, values or blank, proposal_id)
        self._offer_reasons()
        return True

    @override
    def show_item(self, item: ItemView) -> None:
        self._offer_decisions(item)
        super().show_item(item)
        self._offer_reasons()

    @Slot()
    def _offer_reasons(self) -> None:
        """Offer the reasons that the answer can have: what speaks against a proposal is none to adopt it."""
        if self.record_id is None and self._category.value not in dict(reasons_for(self._answer.value)):
            self._category.set_value(ReasonCategory.OTHER)
        self._category.set_choices(reasons_for(self._answer.value, self._category.value))

    def _offer_decisions(self, item: ItemView) -> None:
        self._decision.set_choices(
            [
                (None, self.tr("None")),
                *((one.id, " ".join(filter(None, (one.number, short_name(one.wording))))) for one in item.decisions),
            ]
        )

    @override
    def values_of(self, item: ItemView, record_id: UUID) -> Mapping[str, Any] | None:
        answers = [one for proposal in item.proposals for one in proposal.answers if one.id == record_id]
        if not answers:
            return None
        return {
            "answer": answers[0].answer,
            "category": answers[0].category,
            "reason": answers[0].reason,
            "deferred_to": answers[0].deferred_to,
            "decision_id": answers[0].decision_id,
        }

    @override
    def missing(self, values: Mapping[str, Any]) -> str:
        if values["answer"] is None:
            return self.tr("Choose the answer.")
        if not values["reason"]:
            return self.tr("An answer needs its reason: whoever put the proposal will ask why.")
        if values["answer"] is AnswerKind.DEFERRED and not values["deferred_to"]:
            return self.tr("Say to which meeting or date the proposal is deferred.")
        return ""

    @override
    def record_new(self, item: ItemView, values: Mapping[str, Any]) -> UUID:
        row = self.desk.write(
            self._said(item, values),
            answer_proposal,
            self.about,
            values["answer"],
            values["reason"],
            category=values["category"],
            item_id=item.id,
            decision_id=values["decision_id"],
            deferred_to=values["deferred_to"],
        )
        return row.id

    @override
    def change(self, item: ItemView, record_id: UUID, names: Sequence[str], values: Mapping[str, Any]) -> None:
        parts = {name: values[name] for name in names}
        if parts.get("answer", AnswerKind.ADOPTED) is None:
            return
        self.desk.write(self._said(item, values), change_answer, record_id, **parts)

    def _said(self, item: ItemView, values: Mapping[str, Any]) -> str:
        view = _proposal(item, self.about)
        called = (view.number or short_name(view.text)) if view is not None else ""
        return self.tr("Answer proposal {}: {}").format(called, values["answer"])


def _proposal(item: ItemView, proposal_id: UUID | None) -> ProposalView | None:
    return next((one for one in item.proposals if one.id == proposal_id), None)
