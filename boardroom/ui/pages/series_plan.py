"""A series of meetings before it is planned: its days, of which any can be left out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boardroom.domain.notice import covered
from boardroom.domain.refusal import Refusal
from boardroom.services.series import plan_series
from boardroom.store.holidays import named_holidays
from boardroom.store.queries.templates import meetings_on
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import long_day, short_day
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label
from boardroom.ui.pages.meetings_words import next_name
from boardroom.ui.pages.series_form import SeriesForm

if TYPE_CHECKING:
    from datetime import date

    from boardroom.ui.desk import Desk

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
        self._days: list[date] = []
        self._left_out: set[date] = set()
        self.form = SeriesForm(desk)
        self.form.another.connect(self._on_another)
        self.form.changed.connect(self.look)
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

    def _lay_out(self) -> None:
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
        self._left_out.clear()
        self.form.begin(board_id)
        self.look()

    @Slot()
    def leave(self) -> None:
        """Plan nothing."""
        self.left.emit()

    @Slot()
    def look(self) -> None:
        """Show the days that the rule comes to."""
        self._days, wrong = [], ""
        try:
            self._days = self.form.days()
        except Refusal as refusal:
            wrong = str(refusal)
        self.form.rule.refuse(wrong)
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
            parts = self.form.parts()
            service = partial(plan_series, series_id=self.form.which.value)
            said = self.tr("Plan {} of the series “{}”").format(called, parts.name)
            meetings = self._desk.write(said, service, self._desk.board_id, parts, wanted)
        except Refusal as refusal:
            self._refuse(str(refusal))
            return
        self.planned.emit(meetings[0].id)

    # Inside

    @Slot()
    def _on_another(self) -> None:
        self._left_out.clear()
        self.look()

    def _taken(self) -> dict[date, str]:
        """Return which of the days have a meeting already."""
        board_id = self._desk.board_id
        if board_id is None or not self._days:
            return {}
        found = self._desk.read(meetings_on, board_id, self._days)
        return {day: meeting.name or self.tr("a meeting") for day, meeting in found.items()}

    def _wanted(self) -> list[tuple[date, str]]:
        """Return the ticked days, each with the name that its meeting gets."""
        name, wanted = self.form.last_name, []
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

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._above.setContentsMargins(px(24), px(16), px(16), px(16))
        self._above.setSpacing(px(12))
        self._foot.setContentsMargins(px(24), px(8), px(16), px(12))
        self._foot.setSpacing(px(8))
        self.rows.setMinimumHeight(px(_ROWS_HIGH))
