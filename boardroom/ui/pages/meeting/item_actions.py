"""Actions of an item: what is to be done, by whom, by when, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from boardroom.domain.words import ActionStatus
from boardroom.services.actions import change_action, give_action, remove_action, update_action
from boardroom.services.owners import owners_written
from boardroom.ui.kit.days import short_day
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField
from boardroom.ui.kit.name_field import Named, NameField, Suggestion
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.pages.meeting.item_form import RecordForm
from boardroom.ui.pages.meeting.item_section import Section
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from boardroom.services.actions import Owner
    from boardroom.store.queries.item_actions import ActionView
    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.meeting.item_section import Key

_FINISHED = frozenset({ActionStatus.DONE, ActionStatus.DROPPED})


class ActionForm(RecordForm):
    """One action as it is minuted, and how it stands."""

    entity = "action"

    def __init__(self, desk: Desk) -> None:
        """Build the fields."""
        super().__init__(desk)
        self.setAccessibleName(self.tr("Action"))
        self._decision = ChoiceField[Any](self.tr("Follows from"), [(None, self.tr("No decision"))])
        self.add(wide=True, text=TextField(self.tr("What is to be done"), needed=self.tr("Write what is to be done.")))
        self.add(
            owner=NameField(self.tr("Who does it"), self._owners, hint=self.tr("A person, a role or an organisation.")),
            others=TextField(
                self.tr("Together with"), lines=1, hint=self.tr("One on each line: Priya Raman, Arrowmere Council")
            ),
            due_on=DateField(self.tr("Due on"), self._today),
            due_words=LineField(self.tr("Due, in words"), placeholder=self.tr("before half-term")),
            decision_id=self._decision,
            number=LineField(self.tr("Number"), hint=self.tr("Empty: the next one.")),
            status=ChoiceField(self.tr("It is now"), [(one, one.value.capitalize()) for one in ActionStatus]),
        )

    @override
    def show_item(self, item: ItemView) -> None:
        self.offer_decisions(item)
        super().show_item(item)

    def offer_decisions(self, item: ItemView) -> None:
        """Offer the decisions of an item to follow from."""
        self._decision.set_choices(
            [(None, self.tr("No decision")), *((one.id, short_name(one.wording)) for one in item.decisions)]
        )

    @override
    def values_of(self, item: ItemView, record_id: UUID) -> Mapping[str, Any] | None:
        view = next((one for one in item.actions if one.id == record_id), None)
        if view is None:
            return None
        lines = owner_lines(view)
        return {
            "text": view.text,
            "owner": Named(lines[0]) if lines else Named(),
            "others": "\n".join(lines[1:]),
            "due_on": view.due_on,
            "due_words": view.due_words,
            "decision_id": view.decision_id,
            "number": view.number,
            "status": view.status,
        }

    @override
    def missing(self, values: Mapping[str, Any]) -> str:
        return "" if values["text"] else self.tr("Write what is to be done.")

    @override
    def record_new(self, item: ItemView, values: Mapping[str, Any]) -> UUID:
        action = self.desk.write(
            self.tr("Record an action: {}").format(short_name(values["text"])),
            give_action,
            self.desk.board_id,
            values["text"],
            item_id=item.id,
            decision_id=values["decision_id"],
            owners=self._written(values),
            due_on=values["due_on"],
            due_words=values["due_words"],
            number=values["number"] or None,
        )
        return action.id

    @override
    def later(self, values: Mapping[str, Any]) -> list[str]:
        return ["status"] if values["status"] is not ActionStatus.OPEN else []

    @override
    def apart(self, names: Sequence[str]) -> list[list[str]]:
        minuted = [name for name in names if name != "status"]
        return [*([minuted] if minuted else []), *([["status"]] if "status" in names else [])]

    @override
    def change(self, item: ItemView, record_id: UUID, names: Sequence[str], values: Mapping[str, Any]) -> None:
        minuted = {"text", "due_on", "due_words", "decision_id", "number"}
        parts = {name: values[name] for name in names if name in minuted}
        if {"owner", "others"} & set(names):
            parts["owners"] = self._written(values)
        said = short_name(values["text"])
        if parts:
            self.desk.write(self.tr("Change the action: {}").format(said), change_action, record_id, **parts)
        if "status" in names:
            name = self.tr("Say of the action that it is {}: {}").format(values["status"], said)
            self.desk.write(name, update_action, record_id, values["status"], on=self.desk.today)

    def _written(self, values: Mapping[str, Any]) -> list[Owner]:
        return self.desk.read(owners_written, [values["owner"].text, *values["others"].splitlines()])

    def _owners(self, typed: str) -> list[Suggestion]:
        # With the organisation for which somebody is at the meeting, as a line of owners is written.
        people = [Suggestion(", ".join(filter(None, (one.text, one.context))), one.id) for one in self.people(typed)]
        return [*people, *self.organisations(typed)]

    def _today(self) -> date:
        return self.desk.today


class Actions(Section):
    """What was asked of whom at the item."""

    def __init__(self, desk: Desk) -> None:
        """Build the rows and the form."""
        super().__init__(desk, "record.action")
        self.call(self.tr("Actions"))
        self.editing = ActionForm(desk)
        self.take(self.editing)

    @override
    def row_data(self, item: ItemView) -> list[RowData]:
        return [self._row(place, one) for place, one in enumerate(item.actions)]

    def _row(self, place: int, one: ActionView) -> RowData:
        finished = one.status in _FINISHED
        late = one.due_on is not None and one.due_on < self.desk.today and not finished
        due = one.due_words if one.due_on is None else short_day(one.due_on, self.desk.today)
        return RowData(
            id=("action", one.id),
            key=place,
            number=one.number,
            title=" ".join(one.text.split()),
            icon="check-square" if finished else "square",
            second_line="; ".join(owner_lines(one)) or self.tr("Nobody named"),
            chip=self.tr("Overdue") if late else "" if one.status is None else one.status.value.capitalize(),
            chip_tone="danger" if late else "caution" if one.status is ActionStatus.OPEN else "outline",
            figure=due,
            figure_tone="danger" if late else "muted",
        )

    @override
    def open_row(self, key: Key) -> None:
        values = self.editing.values_of(self.item, key[1]) if self.item is not None else None
        if self.item is not None and values is not None:
            self.editing.offer_decisions(self.item)
            self.editing.open(self.item, key[1], values)
            self.open_below(self.editing, key)

    def begin(self) -> None:
        """Open the form of a new action."""
        if self.item is not None:
            blank = {
                "text": "", "owner": Named(), "others": "", "due_on": None, "due_words": "", "decision_id": None,
                "number": "", "status": ActionStatus.OPEN,
            }  # fmt: skip
            self.editing.offer_decisions(self.item)
            self.editing.open(self.item, None, blank)
            self.open_below(self.editing, None)

    @override
    def remove(self, key: Key) -> None:
        said = next((row.title for row in self.rows.loaded() + self.rest.loaded() if row.id == key), "")
        self.desk.attempt(self.tr("Remove the action: {}").format(short_name(said)), remove_action, key[1])


def owner_lines(view: ActionView) -> list[str]:
    """Return who is to do it, one owner a line: `Name, Organisation`."""
    lines = [", ".join(filter(None, (one.name, one.organisation))) for one in view.owners]
    lines.append(", ".join(filter(None, (view.owner_role, view.owner_organisation))))
    return [line for line in lines if line]
