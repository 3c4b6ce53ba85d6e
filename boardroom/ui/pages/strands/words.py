"""What the page of a strand says: stages, occasions, first involvement and gaps, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.entry import listed
from boardroom.domain.involvement import Occasion
from boardroom.domain.stages import OCDS, is_early
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.marks import sector_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from boardroom.domain.involvement import Gap, Part
    from boardroom.domain.stages import Band
    from boardroom.domain.words import Sector, Stage
    from boardroom.store.queries.strands import StrandPage
    from boardroom.ui.pages.strands.chart import Chart, Lane, Spot


def stage_name(stage: Stage | None) -> str:
    """Return a stage with a capital; of none, that the first one is still to come."""
    return stage.value.capitalize() if stage is not None else _tr("Not begun")


def stage_line(stage: Stage | None, ended: date | None, today: date) -> str:
    """Return what stands under a strand's name in the list."""
    if ended is not None and ended <= today:
        return _tr("ended")
    return stage.value if stage is not None else _tr("not begun")


def part_words(part: Part) -> str:
    """Return what an organisation did, in a clause: `Tŷ Cwtsh Families put a proposal`."""
    return _clause(part.organisation or sector_name(part.sector), part)


def day_words(parts: Sequence[Part]) -> str:
    """Return what organisations did on one day, those together that did the same."""
    clauses: dict[tuple[Occasion, str], list[Part]] = {}
    for part in parts:
        clauses.setdefault((part.occasion, part.words), []).append(part)
    return "; ".join(
        _clause(listed(list(dict.fromkeys(one.organisation or sector_name(one.sector) for one in same))), same[0])
        for same in clauses.values()
    )


def _clause(who: str, part: Part) -> str:
    if part.occasion is Occasion.BY_HAND:
        return f"{who}: {part.words}"
    said = {
        Occasion.ATTENDED: _tr("{} came to the meeting"),
        Occasion.SPOKE: _tr("{} spoke"),
        Occasion.PROPOSED: _tr("{} put a proposal"),
        Occasion.ANSWERED_CALL: _tr("{} answered the call"),
    }
    return said[part.occasion].format(who)


def occasion_name(occasion: Occasion) -> str:
    """Return how the key to the timeline names a kind of occasion."""
    return {
        Occasion.ATTENDED: _tr("meeting"),
        Occasion.SPOKE: _tr("spoke"),
        Occasion.PROPOSED: _tr("proposal"),
        Occasion.ANSWERED_CALL: _tr("answer to a call"),
        Occasion.BY_HAND: _tr("otherwise"),
    }[occasion]


def when_words(stage: Stage | None) -> str:
    """Return at which stage something was, and whether that is early."""
    at = _tr("before the first stage") if stage is None else _tr("at the {} stage").format(stage.value)
    return _tr("{}, early").format(at) if is_early(stage) else _tr("{}, not early").format(at)


def spot_words(spot: Spot) -> str:
    """Return a spot in a sentence, whole: who, what, when, and whether it was the first time."""
    said = f"{sector_name(spot.sector)}, {plain_day(spot.on)}: {day_words(spot.parts)}."
    if spot.first:
        said += " " + _tr("First involvement, {}.").format(when_words(spot.stage))
    return said


def lane_words(lane: Lane, chart: Chart) -> str:
    """Return a lane in a sentence: how often, and since when and which stage; or that there is nothing."""
    name = sector_name(lane.sector)
    if not lane.spots:
        said = _tr("{}: not involved yet.").format(name)
        return f"{said} {gap_due(chart.gap)}" if lane.missing and chart.gap is not None else said
    first = lane.spots[0]
    count = _tr("on 1 day") if len(lane.spots) == 1 else _tr("on {} days").format(len(lane.spots))
    return _tr("{sector}: involved {count}, first on {day}, {stage}.").format(
        sector=name, count=count, day=plain_day(first.on), stage=when_words(first.stage)
    )


def band_words(band: Band, chart: Chart) -> str:
    """Return a band in a sentence, with its code in the Open Contracting Data Standard."""
    planned = chart.planned.get(band.stage)
    if band.planned:
        said = _tr("{stage}: planned from {day}.").format(stage=stage_name(band.stage), day=plain_day(band.starts))
    elif planned is not None and planned != band.starts:
        said = _tr("{stage}: since {day}; it was planned for {planned}.").format(
            stage=stage_name(band.stage), day=plain_day(band.starts), planned=plain_day(planned)
        )
    else:
        said = _tr("{stage}: since {day}.").format(stage=stage_name(band.stage), day=plain_day(band.starts))
    return f"{said} OCDS: {OCDS[band.stage]}."


def early_words(chart: Chart) -> str:
    """Return how many of the sectors with a seat were involved early."""
    seated = [lane for lane in chart.lanes if lane.seated]
    early = sum(1 for lane in seated if lane.spots and is_early(lane.spots[0].stage))
    return _tr("{early} of {all} sectors involved early").format(early=early, all=len(seated))


def gap_named(sectors: Sequence[Sector]) -> str:
    """Return which sectors were never involved, in a sentence."""
    names = [sector_name(one) if not at else sector_name(one).lower() for at, one in enumerate(sectors)]
    if len(names) == 1:
        return _tr("{} has not been involved.").format(names[0])
    return _tr("{} and {} have not been involved.").format(", ".join(names[:-1]), names[-1])


def gap_due(gap: Gap) -> str:
    """Return when the stage begins, or began, that the gap lies before."""
    if gap.entered:
        return _tr("{} began on {}.").format(stage_name(gap.stage), plain_day(gap.on))
    return _tr("{} begins on {}.").format(stage_name(gap.stage), plain_day(gap.on))


def gap_left(page: StrandPage, today: date) -> str:
    """Return how much time is left before the stage that the gap lies before, and how many meetings."""
    gap = page.gap
    if gap is None:
        return ""
    days = (gap.on - today).days
    if gap.entered or days < 0:
        return (
            gap_due(gap)
            if gap.entered
            else _tr("{} was planned for {}.").format(stage_name(gap.stage), plain_day(gap.on))
        )
    when = {0: _tr("today"), 1: _tr("tomorrow")}.get(days, _tr("in {} days").format(days))
    left = page.meetings_left or 0
    meetings = (
        _tr("no meeting is planned before then")
        if not left
        else _tr("1 meeting is left before then")
        if left == 1
        else _tr("{} meetings are left before then").format(left)
    )
    return _tr("{stage} begins {when}; {meetings}.").format(stage=stage_name(gap.stage), when=when, meetings=meetings)


def decides_words(page: StrandPage) -> str:
    """Return who decides on a strand, and why."""
    if not page.reserved_to:
        return _tr("The board decides on it.")
    return _tr("Reserved to {}: {}").format(page.reserved_to, page.reserved_reason)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Strands", text)
