"""Proposals of an item by sector, and what each was answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from boardroom.domain.words import AnswerKind, Sector
from boardroom.services.answers import remove_answer
from boardroom.services.proposals import PutBy, change_proposal, put_proposal, remove_proposal
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField
from boardroom.ui.kit.marks import sector_choices
from boardroom.ui.kit.name_field import Named, OrganisationField, PersonField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.pages.meeting.item_answer import AnswerForm
from boardroom.ui.pages.meeting.item_form import RecordForm
from boardroom.ui.pages.meeting.item_section import Section
from boardroom.ui.pages.put_by import as_put, from_lines, renamed, said_by
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.item_page import ItemView
    from boardroom.store.queries.item_proposals import ProposalView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.meeting.item_section import Key

_TONES = {None: "caution", AnswerKind.DEFERRED: "caution"}


class ProposalForm(RecordForm):
    """One proposal: what is put forward, and by whom."""

    entity = "proposal"

    def __init__(self, desk: Desk) -> None:
        """Build the fields."""
        super().__init__(desk)
        self.setAccessibleName(self.tr("Proposal"))
        self.add(wide=True, text=TextField(self.tr("What is proposed"), needed=self.tr("Write what is proposed.")))
        self.add(
            organisation=OrganisationField(self.tr("Put by which organisation"), self.organisations),
            name=PersonField(self.tr("Put by whom"), self.people),
            sector=ChoiceField(
                self.tr("Sector"),
                sector_choices(self.tr("Not stated")),
                hint=self.tr("Taken from the organisation where it is known."),
            ),
            others=TextField(
                self.tr("Together with"), lines=1, hint=self.tr("Further organisations, one on each line.")
            ),
            received_on=DateField(self.tr("Received on"), self._today),
            number=LineField(self.tr("Number"), hint=self.tr("Left empty, it gets the next one.")),
        )

    @override
    def values_of(self, item: ItemView, record_id: UUID) -> Mapping[str, Any] | None:
        view = next((one for one in item.proposals if one.id == record_id), None)
        if view is None:
            return None
        first = view.proposers[0] if view.proposers else None
        return {
            "text": view.text,
            "organisation": Named(first.organisation, first.organisation_id) if first else Named(),
            "name": Named(first.name or first.role, first.person_id) if first else Named(),
            "sector": first.sector if first else None,
            "others": "\n".join(said_by(one) for one in view.proposers[1:]),
            "received_on": view.received_on,
            "number": view.number,
        }

    @override
    def missing(self, values: Mapping[str, Any]) -> str:
        if not values["text"]:
            return self.tr("Write what is proposed.")
        if not any(self._put_by(None, values)):
            return self.tr("Say who puts the proposal: an organisation, a person or a sector.")
        return ""

    @override
    def record_new(self, item: ItemView, values: Mapping[str, Any]) -> UUID:
        proposal = self.desk.write(
            self.tr("Record a proposal: {}").format(short_name(values["text"])),
            put_proposal,
            self.desk.board_id,
            values["text"],
            self._put_by(None, values),
            item_id=item.id,
            number=values["number"] or None,
            received_on=values["received_on"],
        )
        return proposal.id

    @override
    def change(self, item: ItemView, record_id: UUID, names: Sequence[str], values: Mapping[str, Any]) -> None:
        view = next((one for one in item.proposals if one.id == record_id), None)
        parts = {name: values[name] for name in names if name in {"text", "received_on", "number"}}
        if {"organisation", "name", "sector", "others"} & set(names):
            by = dict(values)
            if "organisation" in names and "sector" not in names:
                # Another organisation brings its own sector.
                by["sector"] = None
            parts["by"] = self._put_by(view, by)
        called = values["number"] or short_name(values["text"])
        self.desk.write(self.tr("Change proposal {}").format(called), change_proposal, record_id, **parts)

    def _put_by(self, view: ProposalView | None, values: Mapping[str, Any]) -> list[PutBy]:
        """Return who puts it: the first from its fields, the others from their lines."""
        before = view.proposers if view is not None else ()
        first = replace(
            renamed(as_put(before[0]) if before else PutBy(), values["name"].text),
            organisation=values["organisation"].text,
            sector=values["sector"],
        )
        rest = from_lines(values["others"], before[1:])
        said = first.organisation or first.name or first.role or first.sector
        return [first, *rest] if said else rest

    def _today(self) -> date:
        return self.desk.today


class Proposals(Section):
    """What was put forward at the item, or answered at it."""

    def __init__(self, desk: Desk) -> None:
        """Build the rows and the forms."""
        super().__init__(desk, "record.proposal")
        self.call(self.tr("Proposals"))
        self.add_hint("A", self.tr("answer"))
        self.editing, self.answering = ProposalForm(desk), AnswerForm(desk)
        self.take(self.editing)
        self.take(self.answering)

    @override
    def count_words(self, item: ItemView, rows: Sequence[RowData]) -> str:
        waiting = sum(one.answer is None for one in item.proposals)
        count = super().count_words(item, rows)
        return self.tr("{}, {} unanswered").format(count, waiting) if waiting else count

    @override
    def row_data(self, item: ItemView) -> list[RowData]:
        return [self._row(place, one) for place, one in enumerate(item.proposals)]

    def _row(self, place: int, one: ProposalView) -> RowData:
        first = one.proposers[0] if one.proposers else None
        answer = one.answer
        by = ", ".join(filter(None, (said_by(other) for other in one.proposers)))
        why = ""
        if answer is not None:
            until = self.tr("to {}").format(answer.deferred_to) if answer.deferred_to else ""
            why = ": ".join(filter(None, (until, answer.reason)))
        return RowData(
            id=("proposal", one.id),
            key=place,
            number=one.number,
            title=" ".join(one.text.split()),
            mark=(first.sector if first else None) or Sector.UNKNOWN,
            second_line=" – ".join(filter(None, (by, " ".join(why.split())))),
            chip=answer.answer.value.capitalize() if answer is not None else self.tr("Unanswered"),
            chip_tone=_TONES.get(answer.answer if answer is not None else None, "outline"),
        )

    @override
    def open_row(self, key: Key) -> None:
        values = self.editing.values_of(self.item, key[1]) if self.item is not None else None
        if self.item is not None and values is not None:
            self.editing.open(self.item, key[1], values)
            self.open_below(self.editing, key)

    def begin(self) -> None:
        """Open the form of a new proposal."""
        if self.item is not None:
            blank = {
                "text": "", "organisation": Named(), "name": Named(), "sector": None, "others": "",
                "received_on": None, "number": "",
            }  # fmt: skip
            self.editing.open(self.item, None, blank)
            self.open_below(self.editing, None)

    def answer(self, key: Key) -> None:
        """Open the form of a proposal's answer."""
        if self.item is not None and self.answering.open_answer(self.item, key[1]):
            self.open_below(self.answering, key)

    @override
    def letters(self) -> frozenset[str]:
        return frozenset({"A"})

    @override
    def on_letter(self, letter: str, key: Key) -> bool:
        self.answer(key)
        return True

    @override
    def remove(self, key: Key) -> None:
        view = next((one for one in self.item.proposals if one.id == key[1]), None) if self.item is not None else None
        if view is None:
            return
        called = view.number or short_name(view.text)
        if view.answer is not None and view.answer.here:
            # Its answer was given at this item: it goes first, and the proposal with the next press.
            self.desk.attempt(self.tr("Remove the answer to proposal {}").format(called), remove_answer, view.answer.id)
        else:
            self.desk.attempt(self.tr("Remove proposal {}").format(called), remove_proposal, view.id)
