"""Which time a report is of: a year that is chosen, or any days that are typed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from boardroom.domain.period import Period
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.fields import DateField
from boardroom.ui.kit.filters import FilterButton

if TYPE_CHECKING:
    from collections.abc import Callable

_YEARS = 12
_A_YEAR = timedelta(days=365)


class ReportTime(QObject):
    """A button with the years that there are, and beside it the first and the last day; they follow each other."""

    chosen = Signal()
    """The user wants another time."""

    def __init__(self, today: Callable[[], date], parent: QObject) -> None:
        """Begin with this year.

        Args:
            today: tells the day.
            parent: keeps it.
        """
        super().__init__(parent)
        self._today = today
        self._first: date | None = None
        self._other: Period | None = None
        self.button = FilterButton(self.tr("Time"), self._choices(), COMMANDS["reports.period"].key)
        self.since = DateField(self.tr("From"), today, hint=self.tr("Empty: from the beginning"))
        self.until = DateField(self.tr("To"), today, hint=self.tr("What came later doesn’t count"))
        self.button.chosen.connect(self._on_chosen)
        self._show_days()

    @property
    def period(self) -> Period:
        """What is chosen."""
        period: Period = self.button.value
        return period

    def offer_since(self, first: date | None) -> None:
        """Offer the years since the board's first meeting."""
        self._first = first
        self.button.set_choices(self._choices())
        self._show_days()

    def _choices(self) -> list[tuple[Period, str]]:
        today = self._today()
        first = self._first or today
        years = range(today.year - 1, max(first.year, today.year - _YEARS) - 1, -1)
        other = self._other
        return [
            (Period(since=date(today.year, 1, 1), until=today), self.tr("This year")),
            *((Period(since=date(year, 1, 1), until=date(year, 12, 31)), str(year)) for year in years),
            (Period(since=today - _A_YEAR, until=today), self.tr("The last 12 months")),
            (Period(until=today), self.tr("From the beginning")),
            *([(other, self._said(other))] if other is not None else []),
        ]

    def _said(self, period: Period) -> str:
        until = plain_day(period.until)
        if period.since is None:
            return self.tr("Up to {}").format(until)
        return self.tr("{} to {}").format(plain_day(period.since), until)

    def _show_days(self) -> None:
        self.since.open(self.period.since, self._save_since)
        self.until.open(self.period.until, self._save_until)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_days()
        self.chosen.emit()

    def _save_since(self, day: date | None) -> str:
        return self._take(day, self.period.until)

    def _save_until(self, day: date | None) -> str:
        return self._take(self.period.since, day or self._today())

    def _take(self, since: date | None, until: date) -> str:
        """Let the report be of other days; returns the sentence that refuses them."""
        if since is not None and since > until:
            return self.tr("The time would end before it begins.")
        wanted = Period(since=since, until=until)
        if wanted not in [one for one, _ in self._choices()]:
            self._other = wanted
            self.button.set_choices(self._choices())
        self.button.choose(wanted)
        return ""
