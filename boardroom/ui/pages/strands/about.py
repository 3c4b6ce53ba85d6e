"""What a strand says of itself: name, purpose, priority, lead, who decides on it, and its sums."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.domain.money import money_shown, pence_of
from boardroom.domain.refusal import Refusal
from boardroom.services.strands import add_sum, change_strand, change_sum, remove_sum, reserve_strand
from boardroom.store.queries.plan import priorities_of
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import ChoiceField, LineField
from boardroom.ui.kit.form import Form, put
from boardroom.ui.kit.name_field import Named, OrganisationField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label, wrapped
from boardroom.ui.pages.completing import organisations_meant
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.strands.words import decides_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from boardroom.store.queries.strands import StrandPage, SumView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.name_field import Suggestion
    from boardroom.ui.pages.asking import Asking


class About(QWidget):
    """Fields that save when they are left, and the sums; questions are asked above the timeline."""

    def __init__(self, desk: Desk, asking: Asking, parent: QWidget | None = None) -> None:
        """Build it empty.

        Args:
            desk: where it is written.
            asking: where questions are put.
            parent: where it stands.
        """
        super().__init__(parent)
        self._desk, self._asking = desk, asking
        self._page: StrandPage | None = None
        self._sums: dict[UUID, SumView] = {}
        self.name = LineField(self.tr("Name"), needed=self.tr("Give the strand a name."))
        self.priority: ChoiceField[UUID | None] = ChoiceField(self.tr("Priority"), [(None, self.tr("None"))])
        self.purpose = TextField(self.tr("What it is for"), lines=2)
        self.lead = OrganisationField(self.tr("Lead organisation"), self._organisations)
        self.form = Form()
        self.form.add_group(self.tr("About this strand"))
        self.form.add(self.name, self.priority)
        self.form.add(self.purpose, wide=True)
        self.form.add(self.lead)
        self._decides = wrapped()
        says = COMMANDS["strands.decides"]
        self.decides = CommandButton(says.said, says.key, says.icon, role="small")
        self.decides.clicked.connect(self.ask_who_decides)
        self.sums = Listed(self.tr("Sums"), self.tr("No money is put to it yet."))
        self.sums.opened.connect(self._ask_change)
        adds = COMMANDS["strands.sum"]
        self.add_sum = CommandButton(adds.said, adds.key, adds.icon, role="small")
        self.add_sum.clicked.connect(self.ask_sum)
        self.sums.add(self.add_sum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.form)
        self._column.addWidget(label(self.tr("Who decides"), "field"))
        self._column.addWidget(self._decides)
        self._column.addWidget(self.decides, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.sums)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_strand(self, page: StrandPage, *, same: bool) -> None:
        """Show a strand; what is being typed into the same one stays."""
        self._page = page
        none: list[tuple[UUID | None, str]] = [(None, self.tr("None"))]
        chosen = self._desk.read(priorities_of, page.board_id)
        self.priority.set_choices(none + [(one.id, one.name) for one in chosen])
        put(self.name, page.name, partial(self._save, page.id, "name"), same=same)
        put(self.purpose, page.purpose, partial(self._save, page.id, "purpose"), same=same)
        put(self.priority, page.priority_id, partial(self._save, page.id, "priority_id"), same=same)
        put(self.lead, Named(page.lead, page.lead_id), partial(self._save_lead, page.id), same=same)
        self.form.set_read_only(self._desk.read_only)
        self._decides.setText(decides_words(page))
        self.decides.explain(self._desk.read_only)
        self.add_sum.explain(self._desk.read_only)
        self._sums = {one.id: one for one in page.sums}
        self.sums.show_rows([_row(one) for one in page.sums])

    def focus_new(self) -> None:
        """Put the caret into the name: what is typed takes the place of what stands there."""
        self.name.setFocus()
        self.name.line.selectAll()

    # Saving; each returns the sentence that refuses it

    def _save(self, strand_id: UUID, part: str, value: object) -> str:
        words = {
            "name": self.tr("Rename the strand: {}").format(value),
            "purpose": self.tr("Say what the strand is for: {}").format(self.name.value),
            "priority_id": self.tr("Choose the priority of {}").format(self.name.value),
        }
        return self._keep(words[part], change_strand, strand_id, **{part: value})

    def _save_lead(self, strand_id: UUID, value: Named) -> str:
        if value.text and value.id is None:
            return self.tr("No organisation in this file has that name; add it among the partners first.")
        said = self.tr("Say who leads {}").format(self.name.value)
        return self._keep(said, change_strand, strand_id, lead_organisation_id=value.id)

    def _keep(self, said: str, service: Callable[..., object], *args: object, **parts: Any) -> str:  # noqa: ANN401 - the service's own
        return self._desk.refused(said, service, *args, **parts)

    def _organisations(self, typed: str) -> list[Suggestion]:
        return organisations_meant(self._desk, typed)

    # Questions

    @Slot()
    def ask_who_decides(self) -> None:
        """Ask whether the decisions are kept to one partner, and why."""
        page = self._page
        if page is None or self._desk.read_only:
            return
        to = LineField(self.tr("Reserved to"), placeholder=self.tr("the council"), hint=self.tr("Empty: the board."))
        reason = LineField(self.tr("Why"), placeholder=self.tr("It is part of the council’s budget framework."))
        to.open(page.reserved_to)
        reason.open(page.reserved_reason)
        self._asking.ask(
            self.tr("The board decides on a strand, unless the decision is kept to one partner by law."),
            self.tr("Keep who decides"),
            partial(self._reserve, page.id, to, reason),
            [to, reason],
        )

    def _reserve(self, strand_id: UUID, to: LineField, reason: LineField) -> str:
        said = self.tr("Say who decides on {}").format(self.name.value)
        return self._keep(said, reserve_strand, strand_id, to.value, reason.value)

    @Slot()
    def ask_sum(self) -> None:
        """Ask how much money is put to the strand."""
        self._ask_sum(None)

    @Slot(object)
    def _ask_change(self, sum_id: UUID) -> None:
        if sum_id in self._sums:
            self._ask_sum(self._sums[sum_id])

    def _ask_sum(self, one: SumView | None) -> None:
        page = self._page
        if page is None or self._desk.read_only:
            return
        pounds = LineField(self.tr("Sum"), placeholder="120,000", needed=self.tr("Write the sum."))
        words = LineField(self.tr("For what"), placeholder=self.tr("a year, from April 2027"))
        whose = OrganisationField(self.tr("Whose money"), self._organisations)
        if one is not None:
            pounds.open(money_shown(one.pence, one.currency))
            words.open(one.words)
            whose.open(Named(one.organisation, one.organisation_id))
        self._asking.ask(
            self.tr("Sums are in pounds; each stands in the plan with whose it is."),
            self.tr("Put the sum to the strand") if one is None else self.tr("Keep the sum"),
            partial(self._put_sum, page.id, one.id if one is not None else None, (pounds, words, whose)),
            [pounds, words, whose],
        )

    def _put_sum(
        self, strand_id: UUID, sum_id: UUID | None, fields: tuple[LineField, LineField, OrganisationField]
    ) -> str:
        pounds, words, whose = fields
        try:
            pence = pence_of(pounds.value)
        except Refusal as refusal:
            return str(refusal)
        if whose.value.text and whose.value.id is None:
            return self.tr("No organisation in this file has that name; add it among the partners first.")
        parts = {"words": words.value, "organisation_id": whose.value.id}
        if sum_id is None:
            said = self.tr("Put {} to {}").format(money_shown(pence), self.name.value)
            return self._keep(said, add_sum, strand_id, pence, **parts)
        said = self.tr("Put a sum of {} right").format(self.name.value)
        return self._keep(said, change_sum, sum_id, pence=pence, **parts)

    def remove_focused(self) -> bool:
        """Take the chosen sum away where the focus is on it; returns whether it was."""
        chosen = self.sums.rows.chosen_id()
        if not self.sums.rows.hasFocus() or chosen not in self._sums:
            return False
        one = self._sums[chosen]
        said = self.tr("Take {} away from {}").format(money_shown(one.pence, one.currency), self.name.value)
        self._desk.attempt(said, remove_sum, chosen)
        return True

    @Slot()
    def _fit(self) -> None:
        self._column.setSpacing(theme().px(12))


def _row(one: SumView) -> RowData:
    return RowData(
        id=one.id,
        key=one.id,
        title=money_shown(one.pence, one.currency),
        second_line=" · ".join(filter(None, (one.organisation, one.words))),
    )
