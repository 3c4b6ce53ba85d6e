"""A stretch of days that a report is about, and how it is divided to show what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_QUARTERS_UP_TO = 12
_MONTHS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day to another, both counted; `since` None: from the beginning.

    A report says what was known on the last day: what came after it doesn't count.
    """

    until: date
    since: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether a day is in it; an unknown one is only where nothing is left out before."""
        if day is None:
            return self.since is None
        return day <= self.until and (self.since is None or day >= self.since)

    def known_on(self, today: date | None) -> date:
        """Return the day of which a report speaks: the last one, or today (None: not asked) where that is to come."""
        return self.until if today is None else min(self.until, today)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A quarter of a year, or a whole year (`quarter` 0)."""

    year: int
    quarter: int = 0

    @property
    def name(self) -> str:
        """What stands above its column: `2026`, `Jan–Mar 2026`."""
        months = ("", "Jan–Mar ", "Apr–Jun ", "Jul–Sep ", "Oct–Dec ")
        return f"{months[self.quarter]}{self.year}"


def quarter_of(day: date) -> Span:
    """Return the quarter of a day."""
    return Span(day.year, (day.month - 1) // _MONTHS + 1)


def spans(first: date, last: date) -> tuple[Span, ...]:
    """Return the quarters from a day to another, both counted; where there are more than twelve, the years."""
    quarters = [Span(year, quarter) for year in range(first.year, last.year + 1) for quarter in (1, 2, 3, 4)]
    within = [one for one in quarters if quarter_of(first) <= one <= quarter_of(last)]
    if len(within) <= _QUARTERS_UP_TO:
        return tuple(within)
    return tuple(Span(year) for year in range(first.year, last.year + 1))


def span_of(day: date, among: Sequence[Span]) -> Span | None:
    """Return the span that a day is in."""
    return next((one for one in (quarter_of(day), Span(day.year)) if one in among), None)
