"""What one proposal is worth to users and what it costs, side by side; no minutes print it, so none lock it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boardroom.domain.money import money_shown, pence_of
from boardroom.domain.refusal import Refusal
from boardroom.services.estimates import cost_proposal, keep_estimate, serve_outcomes
from boardroom.services.proposal_case import make_case
from boardroom.store.queries.proposal_value import proposal_value
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.fields import CheckField, LineField, NumberField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label, section
from boardroom.ui.pages.proposals_estimate import EstimateFields
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.domain.value import Costed, Estimated
    from boardroom.store.queries.item_proposals import ProposalView
    from boardroom.store.queries.proposal_value import ProposalValue
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field

_MOST_PEOPLE, _MOST_MONTHS = 1_000_000_000, 600


class ProposalValueFields(QWidget):
    """Stands below a proposal's ties; each field saves when it is left."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        super().__init__()
        self._desk = desk
        self._id: UUID | None = None
        self._called = ""
        self._value: ProposalValue | None = None
        self.ticks: dict[UUID, CheckField] = {}
        self._offered: tuple[tuple[UUID, str], ...] = ()
        self.helps = TextField(self.tr("Whom it helps"), lines=2)
        self._served, self._boxes = QWidget(), QVBoxLayout()
        self._served.setAccessibleName(self.tr("Outcomes served"))
        self._none = hint(self.tr("The plan has no outcomes yet; they are written in Board settings."))
        self.estimate = EstimateFields(self._save_estimate, later=False)
        self.measured = EstimateFields(self._save_estimate, later=True)
        self.measure = CommandButton(self.tr("Write what was measured later"), "", "plus", role="link")
        self.measure.clicked.connect(self._begin_measured)
        self.cost = LineField(self.tr("Cost in pounds"), placeholder=self.tr("£12,500"))
        self.months = NumberField(
            self.tr("Over how many months"), least=1, most=_MOST_MONTHS, hint=self.tr("Empty: it arises once.")
        )
        self.people = NumberField(self.tr("People served in that time"), least=1, most=_MOST_PEOPLE)
        self._person = hint("")
        self.needs = TextField(self.tr("What its proposer needs"), lines=2)
        self.interests = TextField(
            self.tr("Interests in it"),
            lines=2,
            hint=self.tr("What its proposer would gain, and whether they might bid."),
        )
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._served.setLayout(self._boxes)
        self._grid = QGridLayout()
        parts: tuple[QWidget, ...] = (self.cost, self.months, self.people, self._person)
        for at, part in enumerate(parts):
            self._grid.addWidget(part, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        self._column.addWidget(section(self.tr("Whom it helps, and how")))
        self._column.addWidget(self.helps)
        self._column.addWidget(label(self.tr("Outcomes served"), "field"))
        self._column.addWidget(self._served)
        self._column.addWidget(self._none)
        self._column.addWidget(self.estimate)
        self._column.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.measured)
        self._column.addWidget(section(self.tr("Cost and people")))
        self._column.addLayout(self._grid)
        self._column.addWidget(self.needs)
        self._column.addWidget(self.interests)

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """What can be changed, in reading order."""
        money = (self.cost, self.months, self.people)
        estimates = (*self.estimate.fields, *self.measured.fields)
        return (self.helps, *self.ticks.values(), *estimates, *money, self.needs, self.interests)

    def show_proposal(self, one: ProposalView, *, same: bool) -> None:
        """Show a proposal's value, read anew; of the same one as before, what is being typed stays."""
        value = self._desk.read(proposal_value, one.id)
        if value is None:
            return
        self._id, self._value = one.id, value
        self._called = one.number or short_name(one.text)
        put(self.helps, value.helps, partial(self._save_case, "helps"), same=same)
        put(self.needs, value.needs, partial(self._save_case, "needs"), same=same)
        put(self.interests, value.interests, partial(self._save_case, "interests"), same=same)
        self._show_ticks(value, same=same)
        self.estimate.show_estimate(value.estimate, same=same)
        self.measured.show_estimate(value.later, same=same)
        # What was opened to be written stays open.
        opened = same and self.measured.isVisibleTo(self)
        self._open_measured(shown=value.later is not None or opened)
        self._show_cost(value.cost, same=same)
        for field in self.fields:
            field.set_read_only(self._desk.read_only)
        self.measure.explain(self._desk.read_only)

    def _show_cost(self, cost: Costed, *, same: bool) -> None:
        shown = "" if cost.pence is None else money_shown(cost.pence, cost.currency)
        put(self.cost, shown, self._save_cost, same=same)
        put(self.months, cost.months, self._save_months, same=same)
        put(self.people, cost.people, self._save_people, same=same)
        person = cost.per_person
        said = self.tr("{} for each person a year") if cost.months else self.tr("{} for each person, once")
        self._person.setText("" if person is None else said.format(money_shown(person, cost.currency)))

    def _show_ticks(self, value: ProposalValue, *, same: bool) -> None:
        if value.outcomes != self._offered:
            self._offered, same = value.outcomes, False
            clear(self._boxes)
            self.ticks = {outcome_id: CheckField(name) for outcome_id, name in value.outcomes}
            for tick in self.ticks.values():
                self._boxes.addWidget(tick)
        for outcome_id, tick in self.ticks.items():
            put(tick, outcome_id in value.served, partial(self._serve, outcome_id), same=same)
        self._served.setVisible(bool(self.ticks))
        self._none.setVisible(not self.ticks)

    @Slot()
    def _begin_measured(self) -> None:
        self._open_measured(shown=True)
        self.measured.who.setFocus()

    def _open_measured(self, *, shown: bool) -> None:
        self.measured.setVisible(shown)
        self.measure.setVisible(not shown)

    # Saving; each returns the sentence that refuses it

    def _save_case(self, part: str, value: str) -> str:
        words = {
            "helps": self.tr("Say whom proposal {} helps"),
            "needs": self.tr("Say what the proposer of {} needs"),
            "interests": self.tr("Say which interests are in proposal {}"),
        }
        return self._desk.refused(words[part].format(self._called), make_case, self._id, **{part: value})

    def _serve(self, outcome_id: UUID, ticked: bool) -> str:  # noqa: FBT001 - a tick's value
        if self._value is None:
            return ""
        wanted = self._value.served | {outcome_id} if ticked else self._value.served - {outcome_id}
        # In the plan's order, whatever the set's.
        ids = [one for one, _ in self._offered if one in wanted]
        said = self.tr("Say which outcomes proposal {} serves").format(self._called)
        return self._desk.refused(said, serve_outcomes, self._id, ids)

    def _save_estimate(self, given: Estimated) -> str:
        said = self.tr("Keep what was measured of proposal {}") if given.actual else self.tr("Estimate proposal {}")
        return self._desk.refused(said.format(self._called), keep_estimate, self._id, given, made_on=self._desk.today)

    def _save_cost(self, written: str) -> str:
        try:
            pence = pence_of(written) if written else None
        except Refusal as refusal:
            return str(refusal)
        # It is written in pounds, whatever money stood there.
        return self._save_costed(pence=pence, currency="GBP")

    def _save_months(self, months: int | None) -> str:
        return self._save_costed(months=months)

    def _save_people(self, people: int | None) -> str:
        return self._save_costed(people=people)

    def _save_costed(self, **parts: Any) -> str:  # noqa: ANN401 - the parts of a cost
        if self._value is None:
            return ""
        said = self.tr("Say what proposal {} costs").format(self._called)
        return self._desk.refused(said, cost_proposal, self._id, replace(self._value.cost, **parts))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setSpacing(px(12))
        self._boxes.setSpacing(px(4))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(12))
