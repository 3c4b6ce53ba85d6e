"""A series of meetings before it is planned: its rule in words, and its days, of which any can be left out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boardroom.domain.notice import covered
from boardroom.domain.refusal import Refusal
from boardroom.domain.series import days_of, monthly_like, read_rule, rule_said
from boardroom.services.series import MOST_AT_ONCE, SeriesParts, plan_series
from boardroom.store.holidays import named_holidays
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.store.queries.meeting_page import head_of
from boardroom.store.queries.templates import meetings_on, series_rows, template_rows
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import long_day, short_day
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField, NumberField, TimeField
from boardroom.ui.kit.form import Form
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label
from boardroom.ui.pages.meetings_words import next_name

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.meeting_list import MeetingRow
    from boardroom.store.queries.templates import SeriesRow
    from boardroom.ui.desk import Desk

_USUAL = 6
_ROWS_HIGH = 112


class SeriesPlan(QWidget):
    """Stands where the chosen meeting stands, until the series is planned or left."""

    planned = Signal(object)
    """The id of its first meeting."""
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty.

        Args:
            desk: where meetings are read and written.
            parent: where it stands.
        """
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._known: dict[UUID, SeriesRow] = {}
        self._last: MeetingRow | None = None
        self._last_name = ""
        self._days: list[date] = []
        self._left_out: set[date] = set()
        self._make_fields()
        self.rows = Rows(self.tr("Days of the series"))
        self.rows.ticked.connect(self._on_ticked)
        self.rows.clicked.connect(self._on_clicked)
        self.rows.feed(self._fetch)
        self._wrong = label("", "danger")
        self._wrong.setWordWrap(True)
        self._note = label("", "caution")
        self._note.setWordWrap(True)
        self.go = CommandButton("", "", "calendar", main=True)
        self.go.clicked.connect(self.plan)
        self.no = CommandButton(self.tr("Leave it"), "Esc", role="link")
        self.no.clicked.connect(self.leave)
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _make_fields(self) -> None:
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
        self.which.committed.connect(self._on_which)
        for field in (self.rule, self.first, self.count):
            field.committed.connect(self.look)

    def _lay_out(self) -> None:
        self.form = Form()
        self.form.add(self.which, self.name, self.rule, self.first)
        self.form.add(self.count, self.starts, self.venue, self.template)
        inside = QWidget()
        inside.setProperty("role", "surface")
        self._above = QVBoxLayout()
        self._above.addWidget(self.form)
        rule = QFrame()
        rule.setProperty("role", "rule")
        foot = QWidget()
        self._foot = QVBoxLayout(foot)
        self._foot.addWidget(self._note)
        self._foot.addWidget(self._wrong)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        self._foot.addLayout(buttons)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._above)
        whole.addWidget(rule)
        whole.addWidget(self.rows, 1)
        # In a low window fields and days scroll together, and the button stays in sight.
        scroll = QScrollArea()
        scroll.setProperty("role", "surface")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(foot)

    # What the page asks

    def begin(self) -> None:
        """Show the fields of a new series, with what is likely; the days follow from them."""
        board_id = self._desk.board_id
        if board_id is None:
            return
        found = self._desk.read(meetings_page, Wanted(board_id=board_id), limit=1)
        self._last = found[0] if found else None
        self._last_name = self._desk.read(head_of, found[0].id).name if found else ""
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
        self._left_out.clear()
        self._say_parts()
        self.look()
        (self.which if self._known else self.rule).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def leave(self) -> None:
        """Plan nothing."""
        self.left.emit()

    @Slot()
    def look(self) -> None:
        """Show the days that the rule comes to."""
        self._days, wrong = [], ""
        first = self.first.value
        try:
            if first is not None and self.rule.value:
                self._days = days_of(self._meant(), first, self.count.value or 0)
        except Refusal as refusal:
            wrong = str(refusal)
        self.rule.refuse(wrong)
        self._refuse("")
        self._left_out = {day for day in self._left_out if day in self._days} | set(self._taken())
        self._show()

    @Slot()
    def plan(self) -> None:
        """Plan the meetings whose days are ticked."""
        if not self.form.commit():
            self.form.focus_wrong()
            return
        wanted = self._wanted()
        if not self._days:
            self._refuse(self.tr("Say how often and from which day, so that there are days to plan."))
            return
        called = self.tr("1 meeting") if len(wanted) == 1 else self.tr("{} meetings").format(len(wanted))
        try:
            parts = SeriesParts(
                name=self.name.value,
                rule=self._meant(),
                starts=self.starts.value,
                venue=self.venue.value,
                template_id=self.template.value,
            )
            service = partial(plan_series, series_id=self.which.value)
            said = self.tr("Plan {} of the series “{}”").format(called, self.name.value)
            meetings = self._desk.write(said, service, self._desk.board_id, parts, wanted)
        except Refusal as refusal:
            self._refuse(str(refusal))
            return
        self.planned.emit(meetings[0].id)

    # Inside

    @Slot()
    def _on_which(self) -> None:
        self._left_out.clear()
        self._say_parts()
        self.look()

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

    def _taken(self) -> dict[date, str]:
        """Return which of the days have a meeting already."""
        board_id = self._desk.board_id
        if board_id is None or not self._days:
            return {}
        found = self._desk.read(meetings_on, board_id, self._days)
        return {day: meeting.name or self.tr("a meeting") for day, meeting in found.items()}

    def _wanted(self) -> list[tuple[date, str]]:
        """Return the ticked days, each with the name that its meeting gets."""
        name, wanted = self._last_name, []
        for day in self._days:
            if day not in self._left_out:
                name = next_name(name)
                wanted.append((day, name))
        return wanted

    def _show(self) -> None:
        self.rows.reload()
        wanted = self._wanted()
        if len(wanted) == 1:
            self.go.say(self.tr("Plan 1 meeting"))
        else:
            self.go.say(self.tr("Plan {} meetings").format(len(wanted)) if wanted else self.tr("Plan the meetings"))
        holidays = named_holidays()
        on_holiday = [day for day, _ in wanted if day in holidays]
        unknown = [day for day, _ in wanted if not covered(holidays, day)]
        notes = []
        if on_holiday:
            said = ", ".join(f"{short_day(day, self._desk.today)} ({holidays[day]})" for day in on_holiday)
            notes.append(self.tr("On a bank holiday: {}. Space or a click leaves a day out.").format(said))
        if unknown:
            notes.append(self.tr("Bank holidays of {} are not known.").format(unknown[0].year))
        self._note.setText(" ".join(notes))
        self._note.setVisible(bool(notes))

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the key of a row: its day
        if after is not None:
            return []
        holidays, taken, names = named_holidays(), self._taken(), dict(self._wanted())
        return [self._row(day, holidays.get(day, ""), taken.get(day, ""), names.get(day, "")) for day in self._days]

    def _row(self, day: date, holiday: str, taken: str, name: str) -> RowData:
        ticked = day not in self._left_out
        context = self.tr("Planned already: {}").format(taken) if taken else "" if ticked else self.tr("Left out")
        return RowData(
            id=day,
            key=day,
            title=long_day(day),
            context=name or context,
            second_line="",
            chip=holiday,
            chip_tone="caution",
            muted=not ticked,
            ticked=ticked,
        )

    @Slot(object)
    def _on_ticked(self, day: date) -> None:
        taken = self._taken()
        if day in self._left_out and day in taken:
            self._desk.refuse(self.tr("On that day {} is planned already.").format(taken[day]))
            return
        self._left_out ^= {day}
        self._show()

    @Slot()
    def _on_clicked(self) -> None:
        day = self.rows.chosen_id()
        if day is not None:
            self._on_ticked(day)

    def _refuse(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def _today(self) -> date:
        return self._desk.today

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._above.setContentsMargins(px(24), px(16), px(16), px(16))
        self._above.setSpacing(px(12))
        self._foot.setContentsMargins(px(24), px(8), px(16), px(12))
        self._foot.setSpacing(px(8))
        self.rows.setMinimumHeight(px(_ROWS_HIGH))


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
