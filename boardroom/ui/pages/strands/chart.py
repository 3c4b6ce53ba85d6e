"""What the timeline of a strand shows, as data: stages in bands, a lane for each sector, a spot for each day in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from boardroom.domain.involvement import Occasion, first_of_each
from boardroom.domain.stages import Band, bands, stage_on
from boardroom.domain.words import Sector, Stage

if TYPE_CHECKING:
    from boardroom.domain.involvement import Gap, Part
    from boardroom.store.queries.strands import StrandPage

STRENGTH: Final = (
    Occasion.ANSWERED_CALL,
    Occasion.PROPOSED,
    Occasion.SPOKE,
    Occasion.ATTENDED,
    Occasion.BY_HAND,
)
"""Which of a day's occasions gives the spot its shape: the first of these."""

_BEFORE = timedelta(days=14)
_BEHIND = timedelta(days=42)
_AFTER = timedelta(days=7)
_LEAST = timedelta(days=120)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """All that a sector did on one day; `first`: it had no part in the strand before."""

    sector: Sector
    on: date
    parts: tuple[Part, ...]
    stage: Stage | None
    first: bool

    @property
    def kind(self) -> Occasion:
        """The occasion that gives it its shape."""
        there = {part.occasion for part in self.parts}
        return next(one for one in STRENGTH if one in there)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A sector's row; `seated`: it has a seat on the board today. `missing`: the gap names it."""

    sector: Sector
    spots: tuple[Spot, ...]
    seated: bool
    missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The whole timeline, between two days."""

    lanes: tuple[Lane, ...]
    bands: tuple[Band, ...]
    starts: date
    ends: date
    today: date
    now: Stage | None
    gap: Gap | None
    ended: date | None
    planned: dict[Stage, date]

    def share(self, day: date) -> float:
        """Return where a day stands between the first (0) and the last (1)."""
        return (day - self.starts) / (self.ends - self.starts)


def chart_of(page: StrandPage, today: date) -> Chart:
    """Return the timeline of a strand as it stands today."""
    shown = bands(page.stages, page.ended)
    firsts = {sector: first.part.on for sector, first in first_of_each(page.parts, page.stages).items()}
    by_day: dict[Sector, dict[date, list[Part]]] = {}
    for part in page.parts:
        by_day.setdefault(part.sector, {}).setdefault(part.on, []).append(part)
    missing = page.gap.sectors if page.gap is not None else ()
    lanes = []
    for sector in dict.fromkeys((*page.sectors, *(one for one in Sector if one in by_day))):
        spots = tuple(
            Spot(
                sector=sector,
                on=day,
                parts=tuple(found),
                stage=stage_on(page.stages, day),
                first=firsts[sector] == day,
            )
            for day, found in sorted(by_day.get(sector, {}).items())
        )
        lanes.append(Lane(sector=sector, spots=spots, seated=sector in page.sectors, missing=sector in missing))
    days = [today, *(part.on for part in page.parts), *(one.starts for one in shown)]
    if page.ended is not None:
        days.append(page.ended)
    last = max(days)
    if shown and last == shown[-1].starts and page.ended is None:
        last = _moved(last, _BEHIND)
    first = min(days) if shown and min(days) == shown[0].starts else _moved(min(days), -_BEFORE)
    return Chart(
        lanes=tuple(lanes),
        bands=shown,
        starts=first,
        ends=max(_moved(last, _AFTER), _moved(first, _LEAST)),
        today=today,
        now=stage_on(page.stages, today),
        gap=page.gap,
        ended=page.ended,
        planned={one.stage: one.planned for one in page.stages if one.planned is not None},
    )


def _moved(day: date, by: timedelta) -> date:
    """Return a day so much later, or earlier, as far as the calendar goes: a slip of the pen may name any year."""
    return date.fromordinal(min(max(day.toordinal() + by.days, date.min.toordinal()), date.max.toordinal()))
