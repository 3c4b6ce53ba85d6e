"""What a series is to be: its rule in words, from when, how many; filled with what it says of itself, or is likely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from boardroom.domain.refusal import Refusal
from boardroom.domain.series import days_of, monthly_like, read_rule, rule_said
from boardroom.services.series import MOST_AT_ONCE, SeriesParts
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.store.queries.meeting_page import head_of
from boardroom.store.queries.templates import series_rows, template_rows
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField, NumberField, TimeField
from boardroom.ui.kit.form import Form

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.meeting_list import MeetingRow
    from boardroom.store.queries.templates import SeriesRow
    from boardroom.ui.desk import Desk

_USUAL = 6


class SeriesForm(Form):
    """The fields of a series that goes on, or of a new one."""

    another = Signal()
    """Another series was chosen; the fields say what it is."""
    changed = Signal()
    """Its days may be others."""

    def __init__(self, desk: Desk) -> None:
        """Lay it out, empty.

        Args:
            desk: where meetings, series and templates are read.
        """
        super().__init__()
        self._desk = desk
        self._known: dict[UUID, SeriesRow] = {}
        self._last: MeetingRow | None = None
        self.last_name = ""
        self.which: ChoiceField[UUID | None] = ChoiceField(self.tr("Series"), [(None, self.tr("A new series"))])
        self.rule = LineField(
            self.tr("How often"),
            placeholder=self.tr("monthly on the second Thursday"),
            hint=self.tr("Or: weekly on Tuesday, every 6 weeks, quarterly on the 15th."),
        )
        self.first = DateField(self.tr("From"), self._today)
        self.count = NumberField(self.tr("How many meetings"), least=1, most=MOST_AT_ONCE)
        self.starts = TimeField(self.tr("Begins"))
        self.venue = LineField(self.tr("Venue"), placeholder=self.tr("Town Hall, Room 2"))
        self.template: ChoiceField[UUID | None] = ChoiceField(
            self.tr("Agenda from"), [(None, self.tr("Nothing: empty agendas"))]
        )
        self.name = LineField(self.tr("Name of the series"), placeholder=self.tr("Board meetings"))
        self.add(self.which, self.name, self.rule, self.first)
        self.add(self.count, self.starts, self.venue, self.template)
        self.which.committed.connect(self._on_which)
        for field in (self.rule, self.first, self.count):
            field.committed.connect(self.changed)

    def begin(self, board_id: UUID) -> None:
        """Read what there is, and show what is likely, ready to be typed over."""
        found = self._desk.read(meetings_page, Wanted(board_id=board_id), limit=1)
        self._last = found[0] if found else None
        self.last_name = self._desk.read(head_of, found[0].id).name if found else ""
        self._known = {row.id: row for row in self._desk.read(series_rows, board_id)}
        self.which.set_choices([(None, self.tr("A new series")), *((row.id, row.name) for row in self._known.values())])
        templates = self._desk.read(template_rows, board_id)
        self.template.set_choices(
            [
                (None, self.tr("Nothing: empty agendas")),
                *((row.id, self.tr("Template: {}").format(row.name)) for row in templates),
            ]
        )
        # A series that goes on is the likelier wish.
        self.which.open(next(reversed(self._known), None))
        self._say_parts()
        (self.which if self._known else self.rule).setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> SeriesParts:
        """Return what is said of the series.

        Raises:
            Refusal: its rule isn't understood.
        """
        return SeriesParts(
            name=self.name.value,
            rule=self._meant(),
            starts=self.starts.value,
            venue=self.venue.value,
            template_id=self.template.value,
        )

    def days(self) -> list[date]:
        """Return the days that the rule comes to; none while it isn't said.

        Raises:
            Refusal: the rule isn't understood.
        """
        first = self.first.value
        return days_of(self._meant(), first, self.count.value or 0) if first is not None and self.rule.value else []

    @Slot()
    def _on_which(self) -> None:
        self._say_parts()
        self.another.emit()

    def _say_parts(self) -> None:
        """Show what the chosen series says of itself, or what is likely for a new one."""
        row, last = self._row_of_choice(), self._last
        day = last.day if last is not None else None
        if row is not None:
            self.rule.open(rule_said(row.rule))
            self.first.open(_next_day(row.rule, row.last) or self._desk.today)
            self.starts.open(row.starts)
            self.venue.open(row.venue)
            self.template.open(row.template_id)
            self.name.open(row.name)
        else:
            rule = monthly_like(day) if day is not None else ""
            self.rule.open(rule_said(rule))
            self.first.open(_next_day(rule, max(day, self._desk.today)) if day is not None else None)
            self.starts.open(last.starts if last is not None else None)
            self.venue.open(last.venue if last is not None else "")
            self.template.open(None)
            self.name.open(self.tr("Board meetings") if not self._known else "")
        self.count.open(_USUAL)

    def _row_of_choice(self) -> SeriesRow | None:
        chosen = self.which.value
        return self._known.get(chosen) if chosen is not None else None

    def _meant(self) -> str:
        """Return the rule that the words mean; those of the chosen series mean its own, which may have no words.

        Raises:
            Refusal: they are not understood.
        """
        row = self._row_of_choice()
        if row is not None and self.rule.value == rule_said(row.rule):
            return row.rule
        return read_rule(self.rule.value)

    def _today(self) -> date:
        return self._desk.today


def _next_day(rule: str, last: date | None) -> date | None:
    """Return the day that follows on the last one by a rule, counted from it; nothing where there is none."""
    if last is None:
        return None
    try:
        days = days_of(rule, last, 2)
    except Refusal:
        # A file may hold any rule; the field says what is amiss with it.
        return None
    return next((day for day in days if day > last), None)
