"""The agenda templates of a board and its series of meetings: named anew, taken out, let go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from boardroom.domain.series import rule_said
from boardroom.services.series import end_series
from boardroom.services.templates import remove_template, rename_template
from boardroom.store.queries.templates import series_rows, template_rows
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.fields import LineField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.partners_rows import Listed
from boardroom.ui.pages.partners_words import counted
from boardroom.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView
    from boardroom.store.queries.templates import SeriesRow, TemplateRow
    from boardroom.ui.desk import Desk

_OF_TEMPLATE = ("template.rename", "template.remove")


class TemplatesSection(Section):
    """Two lists; a template is made on the Meetings page, from a meeting's agenda, and a series there too."""

    commands_changed = Signal()
    """What is chosen has moved."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        super().__init__(desk)
        self._templates: dict[UUID, TemplateRow] = {}
        self._series: dict[UUID, SeriesRow] = {}
        self.asking = Asking()
        self.templates = Listed(
            self.tr("Agenda templates"),
            self.tr("None yet. On the Meetings page, “Keep this agenda as a template” makes one."),
        )
        self.templates.opened.connect(self.ask_name)
        self.series = Listed(
            self.tr("Series of meetings"), self.tr("None yet. On the Meetings page, “Plan a series” begins one.")
        )
        self._buttons: dict[str, CommandButton] = {}
        for listed, ids in ((self.templates, _OF_TEMPLATE), (self.series, ("series.end",))):
            listed.rows.chosen.connect(self.commands_changed)
            row = QHBoxLayout()
            for command in ids:
                button = CommandButton(COMMANDS[command].said, COMMANDS[command].key, role="small")
                button.clicked.connect(self.slots()[command])
                self._buttons[command] = button
                row.addWidget(button)
            row.addStretch(1)
            self.column.addWidget(listed)
            if listed is self.templates:
                self.column.addWidget(self.asking)
            self.column.addLayout(row)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command of templates and series."""
        return {
            "template.rename": self.ask_name,
            "template.remove": self.remove,
            "series.end": self.end,
        }

    def why_not(self, command: str) -> str:
        """Return why a command can't run now."""
        if command in _OF_TEMPLATE and self._template() is None:
            return self.tr("no template is chosen") if self._templates else self.tr("there is no template")
        if command == "series.end" and self._chosen_series() is None:
            return self.tr("no series is chosen") if self._series else self.tr("there is no series")
        return ""

    def step_out(self) -> bool:
        """Take a question back; returns whether there was one."""
        return self.asking.withdraw()

    @override
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        self._templates = {one.id: one for one in self.desk.read(template_rows, view.id)}
        self._series = {one.id: one for one in self.desk.read(series_rows, view.id)}
        self.templates.show_rows([self._template_row(one) for one in self._templates.values()])
        self.series.show_rows([self._series_row(one) for one in self._series.values()])
        for listed in (self.templates, self.series):
            if listed.rows.chosen_id() is None:
                listed.rows.choose_first()
        for command, button in self._buttons.items():
            button.explain(self.desk.read_only)
            button.setVisible(bool(self._templates if command in _OF_TEMPLATE else self._series))
        self.commands_changed.emit()

    @Slot()
    def ask_name(self) -> None:
        """Ask what the chosen template is called from now on."""
        template = self._template()
        if template is None or self.desk.read_only:
            return
        name = LineField(self.tr("Name"), needed=self.tr("Give the template a name."))
        name.open(template.name)
        sentence = self.tr(
            "The template “{}” keeps its items; to change those, keep a meeting’s agenda under its name."
        )
        answer = partial(self._rename, template, name)
        self.asking.ask(sentence.format(template.name), self.tr("Rename the template"), answer, [name])

    def _rename(self, template: TemplateRow, name: LineField) -> str:
        said = self.tr("Rename the template “{}”: “{}”").format(template.name, name.value)
        return self.keep(said, rename_template, template.id, name.value)

    @Slot()
    def remove(self) -> None:
        """Take the chosen template out."""
        template = self._template()
        if template is not None:
            self.desk.attempt(self.tr("Remove the template “{}”").format(template.name), remove_template, template.id)

    @Slot()
    def end(self) -> None:
        """Let the chosen series go."""
        series = self._chosen_series()
        if series is not None:
            self.desk.attempt(self.tr("Let the series “{}” go").format(series.name), end_series, series.id)

    def _template(self) -> TemplateRow | None:
        return self._templates.get(self.templates.rows.chosen_id())

    def _chosen_series(self) -> SeriesRow | None:
        return self._series.get(self.series.rows.chosen_id())

    def _template_row(self, one: TemplateRow) -> RowData:
        return RowData(
            id=one.id,
            key=one.id,
            title=one.name,
            second_line=" · ".join(one.titles),
            figure=counted(len(one.titles), self.tr("{} item"), self.tr("{} items")),
            figure_tone="muted",
            icon="list-numbers",
        )

    def _series_row(self, one: SeriesRow) -> RowData:
        template = self._templates.get(one.template_id) if one.template_id is not None else None
        said = [rule_said(one.rule)]
        if template is not None:
            said.append(self.tr("agenda from “{}”").format(template.name))
        if one.last is not None:
            said.append(self.tr("planned until {}").format(plain_day(one.last)))
        return RowData(
            id=one.id,
            key=one.id,
            title=one.name,
            second_line=", ".join(said),
            figure=counted(one.meetings, self.tr("{} meeting"), self.tr("{} meetings")),
            figure_tone="muted",
            icon="calendar",
        )
