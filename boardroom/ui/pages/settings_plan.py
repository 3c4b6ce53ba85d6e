"""The plan above its strands: outcomes and the priorities under them, written, worded anew, moved, taken out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from boardroom.services.plan import (
    add_outcome,
    add_priority,
    change_priority,
    move_outcome,
    move_priority,
    remove_outcome,
    remove_priority,
    rename_outcome,
)
from boardroom.store.queries.plan import outcomes_of, priorities_of
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import ChoiceField, LineField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from boardroom.domain.plan import Outcome, Priority
    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView
    from boardroom.ui.desk import Desk

_OF_ONE = ("plan.change", "plan.up", "plan.down", "plan.remove")
_IN_A_ROW = 2
_MOST_SHOWN = 16


class PlanSection(Section):
    """One list: each outcome, and under it its priorities; those under none stand last."""

    commands_changed = Signal()
    """What is chosen has moved."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        super().__init__(desk)
        self._board_id: UUID | None = None
        self._wanted: UUID | None = None
        self._outcomes: dict[UUID, Outcome] = {}
        self._priorities: dict[UUID, Priority] = {}
        self.asking = Asking()
        none = self.tr("None yet. An outcome is what should be better for users; priorities stand under outcomes.")
        self.listed = Listed(self.tr("The plan: outcomes and priorities"), none, most=_MOST_SHOWN)
        self.listed.opened.connect(self.ask_change)
        self.listed.rows.chosen.connect(self._on_chosen)
        self._buttons: dict[str, CommandButton] = {}
        self._grid = QGridLayout()
        for at, (command, slot) in enumerate(self.slots().items()):
            said = COMMANDS[command]
            button = CommandButton(said.said, said.key, said.icon, role="small")
            button.clicked.connect(slot)
            self._buttons[command] = button
            self._grid.addWidget(button, at // _IN_A_ROW, at % _IN_A_ROW)
        self._grid.setColumnStretch(_IN_A_ROW, 1)
        self.column.addWidget(self.listed)
        self.column.addWidget(self.asking)
        self.column.addLayout(self._grid)
        wardrobe().changed.connect(self._space_buttons)
        self._space_buttons()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command of the plan."""
        return {
            "plan.outcome": self.ask_outcome,
            "plan.priority": self.ask_priority,
            "plan.change": self.ask_change,
            "plan.up": self.up,
            "plan.down": self.down,
            "plan.remove": self.remove,
        }

    def why_not(self, command: str) -> str:
        """Return why a command can't run now."""
        if command not in _OF_ONE:
            return ""
        chosen = self.listed.rows.chosen_id()
        if chosen not in self._outcomes and chosen not in self._priorities:
            return self.tr("no outcome and no priority is chosen")
        ids = self._beside(chosen)
        if command == "plan.up" and chosen == ids[0]:
            return self.tr("it is the first one")
        return self.tr("it is the last one") if command == "plan.down" and chosen == ids[-1] else ""

    def want(self, row_id: UUID) -> None:
        """Choose an outcome or a priority when the board is shown next."""
        self._wanted = row_id

    def step_out(self) -> bool:
        """Take a question back; returns whether there was one."""
        return self.asking.withdraw()

    @override
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        if view.id != self._board_id:
            self.asking.withdraw()
        self._board_id = view.id
        self._outcomes = {one.id: one for one in self.desk.read(outcomes_of, view.id)}
        self._priorities = {one.id: one for one in self.desk.read(priorities_of, view.id)}
        self.listed.show_rows(self._rows())
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.listed.rows.choose(wanted)
        if self.listed.rows.chosen_id() is None:
            self.listed.rows.choose_first()
        for command in _OF_ONE:
            self._buttons[command].setVisible(bool(self._outcomes or self._priorities))
        self._on_chosen()

    def _rows(self) -> list[RowData]:
        rows = []
        for outcome in self._outcomes.values():
            rows.append(RowData(id=outcome.id, key=outcome.id, title=outcome.name, bold=True))
            rows += [_under(one) for one in self._priorities.values() if one.outcome_id == outcome.id]
        return rows + [_under(one) for one in self._priorities.values() if one.outcome_id not in self._outcomes]

    def _beside(self, row_id: UUID) -> list[UUID]:
        """Return the rows among which one is moved: the outcomes, or the priorities under the same outcome."""
        if row_id in self._outcomes:
            return list(self._outcomes)
        under = self._priorities[row_id].outcome_id
        return [one.id for one in self._priorities.values() if one.outcome_id == under]

    @Slot()
    def _on_chosen(self) -> None:
        for command, button in self._buttons.items():
            button.explain(self.desk.read_only or self.why_not(command))
        self.commands_changed.emit()

    # Questions

    @Slot()
    def ask_outcome(self) -> None:
        """Ask for another outcome."""
        name = self._name(self.tr("Outcome"), self.tr("Write the outcome."), self.tr("Enjoy and achieve"), "")
        self._ask(self.tr("What should be better for users?"), self.tr("Keep the outcome"), self._add_outcome, name)

    @Slot()
    def ask_priority(self) -> None:
        """Ask for another priority, under the outcome that is chosen."""
        chosen = self.listed.rows.chosen_id()
        one = self._priorities.get(chosen)
        under = one.outcome_id if one is not None else chosen
        name = self._name(
            self.tr("Priority"), self.tr("Write the priority."), self.tr("Families have time to rest"), ""
        )
        self._ask(
            self.tr("What does the plan put first?"),
            self.tr("Keep the priority"),
            self._add_priority,
            name,
            self._outcome(under if under in self._outcomes else None),
        )

    @Slot()
    def ask_change(self) -> None:
        """Ask how the chosen one is worded from now on."""
        chosen = self.listed.rows.chosen_id()
        if chosen in self._outcomes:
            name = self._name(self.tr("Outcome"), self.tr("Write the outcome."), "", self._outcomes[chosen].name)
            self._ask("", self.tr("Word it so"), partial(self._rename_outcome, chosen), name)
        elif chosen in self._priorities:
            one = self._priorities[chosen]
            name = self._name(self.tr("Priority"), self.tr("Write the priority."), "", one.name)
            answer = partial(self._change_priority, chosen)
            self._ask("", self.tr("Keep it so"), answer, name, self._outcome(one.outcome_id))

    def _ask(
        self, sentence: str, button: str, answer: Callable[..., str], *fields: LineField | ChoiceField[UUID | None]
    ) -> None:
        if not self.desk.read_only:
            self.asking.ask(sentence, button, partial(answer, *fields), fields)

    def _name(self, label: str, needed: str, placeholder: str, value: str) -> LineField:
        field = LineField(label, needed=needed, placeholder=placeholder)
        field.open(value)
        return field

    def _outcome(self, value: UUID | None) -> ChoiceField[UUID | None]:
        choices: list[tuple[UUID | None, str]] = [(None, self.tr("None"))]
        choices += [(one.id, one.name) for one in self._outcomes.values()]
        field: ChoiceField[UUID | None] = ChoiceField(self.tr("Under the outcome"), choices)
        field.open(value)
        return field

    def _add_outcome(self, name: LineField) -> str:
        return self.keep(self.tr("Put “{}” into the plan").format(name.value), add_outcome, self._board_id, name.value)

    def _add_priority(self, name: LineField, outcome: ChoiceField[UUID | None]) -> str:
        said = self.tr("Put “{}” into the plan").format(name.value)
        return self.keep(said, add_priority, self._board_id, name.value, outcome.value)

    def _rename_outcome(self, outcome_id: UUID, name: LineField) -> str:
        return self.keep(self.tr("Word an outcome anew: {}").format(name.value), rename_outcome, outcome_id, name.value)

    def _change_priority(self, priority_id: UUID, name: LineField, outcome: ChoiceField[UUID | None]) -> str:
        said = self.tr("Put the priority right: {}").format(name.value)
        return self.keep(said, change_priority, priority_id, name=name.value, outcome_id=outcome.value)

    # Doing

    @Slot()
    def up(self) -> None:
        """Move the chosen one up."""
        self._move(self.tr("Move “{}” up"), -1)

    @Slot()
    def down(self) -> None:
        """Move the chosen one down."""
        self._move(self.tr("Move “{}” down"), 1)

    def _move(self, said: str, by: int) -> None:
        chosen = self.listed.rows.chosen_id()
        if chosen in self._outcomes:
            self.desk.attempt(said.format(self._outcomes[chosen].name), move_outcome, chosen, by=by)
        elif chosen in self._priorities:
            # Priorities have one order over all outcomes; the step goes past those under others.
            every, beside = list(self._priorities), self._beside(chosen)
            at = beside.index(chosen) + by
            if 0 <= at < len(beside):
                steps = every.index(beside[at]) - every.index(chosen)
                self.desk.attempt(said.format(self._priorities[chosen].name), move_priority, chosen, by=steps)

    @Slot()
    def remove(self) -> None:
        """Take the chosen one out of the plan."""
        chosen = self.listed.rows.chosen_id()
        said = self.tr("Take “{}” out of the plan")
        if chosen in self._outcomes:
            self.desk.attempt(said.format(self._outcomes[chosen].name), remove_outcome, chosen)
        elif chosen in self._priorities:
            self.desk.attempt(said.format(self._priorities[chosen].name), remove_priority, chosen)

    @Slot()
    def _space_buttons(self) -> None:
        self._grid.setSpacing(theme().px(8))


def _under(one: Priority) -> RowData:
    return RowData(id=one.id, key=one.id, title=one.name, indent=1)
