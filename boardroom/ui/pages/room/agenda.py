"""The agenda of a meeting that runs: what was taken and for how long, what is being taken, what is in hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from boardroom.domain.words import ItemState
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.words import dye
from boardroom.ui.pages.meeting.agenda import AgendaColumn
from boardroom.ui.pages.room.times import TimesPanel

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from boardroom.store.change import Change
    from boardroom.store.queries.meeting_page import AgendaRow
    from boardroom.store.queries.running import RunningView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.row_data import RowData


class RoomAgenda(AgendaColumn):
    """The agenda column with the time that each item used."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        self._running: RunningView | None = None
        self._minute: datetime | None = None
        self._is_timing = False
        super().__init__(desk)
        self.times = TimesPanel(desk)
        self.times.back_asked.connect(self.close_times)
        self._stack.addWidget(self.times)

    def show_running(self, running: RunningView, now: datetime) -> None:
        """Hear how the meeting runs; the rows follow when they are read again."""
        self._running, self._minute = running, now.replace(second=0, microsecond=0)
        self._show_takings()

    def show_time(self, now: datetime) -> None:
        """Say what is in hand; the figures of the rows move on with the minute."""
        if self._running is None or not self._running.in_session:
            return
        minute = now.replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self.rows.reload()
        self._say_in_hand()

    @override
    def concerns(self, change: Change) -> bool:
        return change.touches("sitting", "taking") or super().concerns(change)

    @override
    def _show(self) -> None:
        super()._show()
        self.heading.say(self.tr("min used/planned") if self._has_run() else self._planned_words())
        self._say_in_hand()

    def _planned_words(self) -> str:
        return self.tr("min planned") if self._view is not None and self._view.minutes_planned else ""

    def _has_run(self) -> bool:
        return self._running is not None and bool(self._running.takings)

    def _say_in_hand(self) -> None:
        running, now = self._running, self.desk.now
        if running is None or not running.in_session or not running.planned_in_all:
            dye(self._planned, "strong")
            return
        spare = running.minutes_in_hand(now)
        words = self.tr("{} min in hand") if spare >= 0 else self.tr("{} min over")
        self._planned.set_full(words.format(abs(spare)))
        dye(self._planned, "strong" if spare >= 0 else "danger")
        self._ends.set_full(self.tr("ends about {}").format(time_shown(running.ends_about(now).time())))

    # The times of the items, in place of the agenda

    def toggle_times(self) -> None:
        """Show when items were taken in place of the agenda, or the agenda again."""
        if self.close_times():
            return
        self.close_panel()
        self._is_timing = True
        self._show_takings()
        self._show_stack()
        self.times.focus()

    @Slot()
    def close_times(self) -> bool:
        """Show the agenda again; returns whether the times stood in its place."""
        was, self._is_timing = self._is_timing, False
        if was:
            self.times.commit()
            self._show_stack()
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        return was

    def _show_takings(self) -> None:
        if not self._is_timing or self._running is None or self._view is None:
            return
        titles = {one.id: f"{one.number} {one.title}".strip() for one in self._view.items}
        self.times.show_takings(self._running.takings, titles, self.desk.read_only or self._view.head.sealed)

    @override
    def _show_stack(self) -> None:
        super()._show_stack()
        if self._is_timing:
            self._stack.setCurrentWidget(self.times)
            self._foot.hide()
            self.heading.hide()

    @override
    def step_out(self) -> bool:
        return self.close_times() or super().step_out()

    @override
    def focus(self) -> None:
        if self._is_timing:
            self.times.focus()
        else:
            super().focus()

    @override
    def _told_beside(self, item: AgendaRow) -> tuple[object, ...]:
        running, told = self._running, super()._told_beside(item)
        if running is None or not running.takings:
            return told
        return (*told, item.id == running.current, running.planned.get(item.id), self._used(running, item))

    def _used(self, running: RunningView, item: AgendaRow) -> int | None:
        """Return the minutes that an item used; None where it was not taken."""
        if item.id == running.current:
            return running.used_by(item.id, self.desk.now) // 60
        seconds = running.used.get(item.id)
        return None if seconds is None else seconds // 60

    @override
    def _row(self, at: int, item: AgendaRow) -> RowData:
        row = super()._row(at, item)
        running = self._running
        if running is None or not running.takings:
            return row
        current, planned, used = item.id == running.current, running.planned.get(item.id), self._used(running, item)
        if used is None:
            return replace(row, figure=str(planned) if planned else "")
        figure = f"{used}/{planned}" if planned else str(used)
        if not current:
            # Adjourned or interrupted: the meeting comes back to it.
            begun = self.tr("Unfinished") if item.state is ItemState.OPEN else ""
            return replace(row, figure=figure, second_line=" · ".join(filter(None, (begun, row.second_line))))
        second = " · ".join(filter(None, (self.tr("Being taken"), row.second_line)))
        return replace(row, figure=figure, icon="caret-right", icon_tone="accent", bold=True, second_line=second)

    def number_of(self, item_id: UUID) -> str:
        """Return an item's number as printed; empty without one."""
        items = self._view.items if self._view is not None else ()
        return next((one.number for one in items if one.id == item_id), "")
