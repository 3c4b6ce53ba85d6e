"""Decisions of an item: how they are worded and were reached, and what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from typing_extensions import override

from boardroom.domain.words import Method, Result
from boardroom.services.decision_lines import write_dissents, write_links
from boardroom.services.decisions import change_decision, record_decision, remove_decision, set_conditions
from boardroom.services.settling import agree_decision
from boardroom.services.votes import remove_vote
from boardroom.store.queries.quorate import would_be_provisional
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.fields import CheckField, ChoiceField, LineField, words_of
from boardroom.ui.kit.name_field import Named, OrganisationField, PersonField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.pages.decision_words import method_words
from boardroom.ui.pages.meeting.item_form import RecordForm
from boardroom.ui.pages.meeting.item_ratify import Ratifying
from boardroom.ui.pages.meeting.item_section import Section
from boardroom.ui.pages.meeting.item_tree import vote_row
from boardroom.ui.pages.meeting.item_vote import VoteForm
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from boardroom.store.queries.item_decisions import DecisionView, LinkView
    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.meeting.item_section import Key

_OWN = frozenset(
    {"wording", "method", "result", "number", "reference", "provisional", "mover", "seconder", "recommended_to",
     "reserved_to", "remark"}
)  # fmt: skip
_BLANK: dict[str, Any] = {
    "wording": "", "method": Method.CONSENSUS, "result": Result.CARRIED, "mover": Named(), "seconder": Named(),
    "recommended_to": Named(), "reserved_to": Named(), "provisional": False, "reference": "", "number": "",
    "conditions": "", "dissents": "", "links": "", "remark": "",
}  # fmt: skip


class DecisionForm(RecordForm):
    """One decision."""

    entity = "decision"

    def __init__(self, desk: Desk) -> None:
        """Build the fields."""
        super().__init__(desk)
        self.setAccessibleName(self.tr("Decision"))
        self.add(
            wide=True,
            wording=TextField(self.tr("Wording"), lines=3, needed=self.tr("Write the wording of the decision.")),
        )
        self.add(
            result=ChoiceField(self.tr("Result"), words_of(Result)),
            method=ChoiceField(self.tr("Method"), [(one, method_words(one)) for one in Method]),
            mover=PersonField(self.tr("Moved by"), self.people),
            seconder=PersonField(self.tr("Seconded by"), self.people),
            recommended_to=OrganisationField(self.tr("Recommended to"), self.organisations),
            reserved_to=OrganisationField(self.tr("Reserved to"), self.organisations),
            reference=LineField(self.tr("Reference"), placeholder="2026/14"),
            number=LineField(self.tr("Number in the minutes")),
        )
        self.add(
            wide=True,
            provisional=CheckField(
                self.tr("Provisional"), hint=self.tr("Taken without a quorum; a later decision has to ratify it.")
            ),
            conditions=TextField(self.tr("Conditions"), lines=1, hint=self.tr("One on each line.")),
            dissents=TextField(
                self.tr("Dissent"), lines=1, hint=self.tr("One on each line: Tom Brackley: his own words")
            ),
            links=TextField(
                self.tr("What it does to earlier decisions"),
                lines=1,
                hint=self.tr("One on each line: ratifies, amends or supersedes, then its reference."),
            ),
            remark=TextField(self.tr("Remark"), lines=1),
        )

    @override
    def values_of(self, item: ItemView, record_id: UUID) -> Mapping[str, Any] | None:
        view = _decision(item, record_id)
        if view is None:
            return None
        return {
            "wording": view.wording,
            "method": view.method,
            "result": view.result,
            "mover": Named(view.mover),
            "seconder": Named(view.seconder),
            "recommended_to": Named(view.recommended_to),
            "reserved_to": Named(view.reserved_to),
            "provisional": view.provisional,
            "reference": view.reference,
            "number": view.number,
            "conditions": "\n".join(" ".join(text.split()) for _, text in view.conditions),
            "dissents": "\n".join(_dissents(view)),
            "links": "\n".join(_links(view)),
            "remark": view.remark,
        }

    @override
    def missing(self, values: Mapping[str, Any]) -> str:
        return "" if values["wording"] else self.tr("Write the wording of the decision.")

    @override
    def record_new(self, item: ItemView, values: Mapping[str, Any]) -> UUID:
        now = self.desk.now
        waits = self.desk.read(would_be_provisional, item.id, values["method"], values["result"], now)
        name = (
            self.tr("Record a decision, provisional without a quorum: {}")
            if waits
            else self.tr("Record a decision: {}")
        )
        decision = self.desk.write(
            name.format(short_name(values["wording"])),
            record_decision,
            self.desk.board_id,
            values["wording"],
            method=values["method"],
            result=values["result"],
            item_id=item.id,
            provisional=values["provisional"],
            reference=values["reference"],
            now=now,
        )
        return decision.id

    def agree(self) -> None:
        """Record what is typed as agreed without objection, and close the form."""
        agreed = {"method": Method.CONSENSUS, "result": Result.CARRIED}
        if self.record_id is None:
            # It goes into the record with the wording, as one step.
            for name, value in agreed.items():
                self.fields[name].set_value(value)
        if not self.commit():
            return
        view = _decision(self.item, self.record_id) if self.record_id is not None else None
        if view is not None and {"method": view.method, "result": view.result} != agreed:
            name = self.tr("Agreed without objection: {}").format(short_name(view.wording))
            self.desk.attempt(name, agree_decision, view.id, self.desk.now)
        self.close_below()

    @override
    def later(self, values: Mapping[str, Any]) -> list[str]:
        return [name for name, value in values.items() if value != _BLANK[name] and name not in _AT_ONCE]

    @override
    def apart(self, names: Sequence[str]) -> list[list[str]]:
        own = [name for name in names if name in _OWN]
        return [*([own] if own else []), *([name] for name in names if name not in _OWN)]

    @override
    def change(self, item: ItemView, record_id: UUID, names: Sequence[str], values: Mapping[str, Any]) -> None:
        view = _decision(item, record_id)
        label = self.tr("Change the decision: {}").format(short_name(values["wording"]))
        own = {name: getattr(values[name], "text", values[name]) for name in names if name in _OWN}
        if own:
            self.desk.write(label, change_decision, record_id, **own)
        if "conditions" in names:
            self.desk.write(
                self.tr("Say the conditions: {}").format(short_name(values["wording"])),
                set_conditions,
                record_id,
                values["conditions"].splitlines(),
            )
        for name, service, stood in (
            ("dissents", write_dissents, _dissents(view)),
            ("links", write_links, _links(view)),
        ):
            if name in names:
                lines = [line.strip() for line in values[name].splitlines() if line.strip()]
                removed = [row_id for line, row_id in stood.items() if line not in lines]
                added = [line for line in lines if line not in stood]
                self.desk.write(label, service, record_id, removed=removed, added=added)


_AT_ONCE = frozenset({"wording", "method", "result", "provisional", "reference"})


class Decisions(Section):
    """What was settled at the item, and the votes that settled it."""

    def __init__(self, desk: Desk) -> None:
        """Build the rows and the forms."""
        super().__init__(desk, "record.decision")
        self.call(self.tr("Decisions"))
        self.editing, self.voting, self.ratifying = DecisionForm(desk), VoteForm(desk), Ratifying(desk)
        for form in (self.editing, self.voting, self.ratifying):
            self.take(form)

    @override
    def row_data(self, item: ItemView) -> list[RowData]:
        rows: list[RowData] = []
        for one in item.decisions:
            rows.append(self._row(len(rows), one))
            for vote in one.votes:
                rows.append(vote_row(len(rows), vote, 1))
        for vote in item.votes:
            rows.append(vote_row(len(rows), vote, 0))
        return rows

    @override
    def count_words(self, item: ItemView, rows: Sequence[RowData]) -> str:
        return str(len(item.decisions)) if item.decisions else ""

    def _row(self, place: int, one: DecisionView) -> RowData:
        more = [
            method_words(one.method),
            self.tr("recommended to {}").format(one.recommended_to) if one.recommended_to else "",
            self.tr("reserved to {}").format(one.reserved_to) if one.reserved_to else "",
            *(_link_line(link) for link in one.links),
            self.tr("dissent by {}").format(", ".join(name for _, name, _ in one.dissents)) if one.dissents else "",
        ]
        result = "" if one.result is None else one.result.value.capitalize()
        if one.ratified:
            result = self.tr("Ratified")
        waits = one.provisional and not one.ratified
        return RowData(
            id=("decision", one.id),
            key=place,
            number=one.reference or one.number,
            title=" ".join(one.wording.split()),
            icon="scales",
            second_line=", ".join(filter(None, more)),
            chip=self.tr("Provisional") if waits else result,
            chip_tone="caution" if waits else "outline",
        )

    @override
    def open_row(self, key: Key) -> None:
        if self.item is None:
            return
        if key[0] == "vote_event":
            if self.voting.open_vote(self.item, key[1]):
                self.open_below(self.voting, key)
            return
        values = self.editing.values_of(self.item, key[1])
        if values is not None:
            self.editing.open(self.item, key[1], values)
            self.open_below(self.editing, key)

    def begin(self) -> None:
        """Open the form of a new decision."""
        if self.item is not None:
            self.editing.open(self.item, None, _BLANK)
            self.open_below(self.editing, None)

    @property
    def is_editing(self) -> bool:
        """Whether the form of a decision is open."""
        return self.form is self.editing

    def agree_typed(self) -> None:
        """Record what is typed in the open form as agreed without objection."""
        self.editing.agree()

    def dissent(self, decision_id: UUID) -> None:
        """Open a decision where the words of somebody who dissents are written."""
        self.open_row(("decision", decision_id))
        words = self.editing.fields["dissents"]
        if self.is_editing:
            words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.opened.emit()

    def ratify(self) -> None:
        """List what was decided without a quorum, to ratify it at this item."""
        if self.item is None:
            return
        if self.ratifying.begin(self.item):
            self.open_below(self.ratifying, None)
        else:
            self.desk.tell(self.tr("No decision waits to be ratified."))

    def vote_on(self, key: Key) -> None:
        """Open the form of a new vote on a decision."""
        if self.item is not None:
            self.voting.begin(self.item, key)
            self.open_below(self.voting, key)

    @override
    def remove(self, key: Key) -> None:
        if key[0] == "vote_event":
            self.desk.attempt(self.tr("Remove a vote"), remove_vote, key[1])
            return
        view = _decision(self.item, key[1])
        said = short_name(view.wording) if view is not None else ""
        self.desk.attempt(self.tr("Remove the decision: {}").format(said), remove_decision, key[1])


def _decision(item: ItemView | None, decision_id: UUID) -> DecisionView | None:
    return next((one for one in item.decisions if one.id == decision_id), None) if item is not None else None


def _dissents(view: DecisionView | None) -> dict[str, UUID]:
    if view is None:
        return {}
    said = ((row_id, f"{name}: {' '.join(words.split())}" if words else name) for row_id, name, words in view.dissents)
    return {line: row_id for row_id, line in said}


def _links(view: DecisionView | None) -> dict[str, UUID]:
    return {_link_line(one): one.id for one in view.links} if view is not None else {}


def _link_line(link: LinkView) -> str:
    named = link.number or link.words or short_name(link.wording)
    if not named and link.held_on is not None:
        named = plain_day(link.held_on)
    return f"{link.kind} {named}".strip()
