"""How far a strand has come, from day to day: the stage on a day, bands from stage to stage, early or not.

Source: product.md S5 and X6; glossary: early means before specification. No SQLAlchemy here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Protocol

from boardroom.domain.words import Stage

ORDER: tuple[Stage, ...] = tuple(Stage)
"""The stages from first to last."""

OCDS: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.NEEDS: "planning",
        Stage.STRATEGY: "planning",
        Stage.SPECIFICATION: "planning",
        Stage.PROCUREMENT: "tender",
        Stage.DELIVERY: "implementation",
        Stage.REVIEW: "implementation",
    }
)
"""The code of the Open Contracting Data Standard beside each stage; award and contract fall between the last two."""

_PLACE = {stage: place for place, stage in enumerate(ORDER)}


class Dated(Protocol):
    """A stage of a strand with its two days, as `StrandStage` has them."""

    @property
    def stage(self) -> Stage:
        """Which stage it is."""
        ...

    @property
    def planned(self) -> date | None:
        """The day on which the strand is to enter it."""
        ...

    @property
    def began(self) -> date | None:
        """The day on which it did."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch of days in which a strand is at a stage; `ends` is the first day that is no longer in it.

    `planned`: it has not begun, and stands where it is planned.
    """

    stage: Stage
    starts: date
    ends: date | None
    planned: bool


def stage_on(stages: Iterable[Dated], day: date) -> Stage | None:
    """Return the stage that a strand was at on a day: the furthest that had begun by then; None before the first.

    Args:
        stages: the strand's stages, in any order; what is only planned doesn't count.
        day: the day, counted in.
    """
    begun = [one.stage for one in stages if one.began is not None and one.began <= day]
    return max(begun, key=_PLACE.__getitem__, default=None)


def is_early(stage: Stage | None) -> bool:
    """Return whether a stage is before specification; so is the time before the first stage."""
    return stage is None or _PLACE[stage] < _PLACE[Stage.SPECIFICATION]


def place_of(stage: Stage | None) -> int:
    """Return where a stage stands in order: 0 for needs; -1 for the time before the first."""
    return -1 if stage is None else _PLACE[stage]


def bands(stages: Iterable[Dated], ended: date | None = None) -> tuple[Band, ...]:
    """Return the bands of a strand in order: each from its day until the next stage's.

    A stage that has not begun stands at its planned day, unless a later one has begun, or the work was over by then:
    then it was left out.

    Args:
        stages: the strand's stages.
        ended: the day on which the work on the strand was over.
    """
    rows = sorted(stages, key=lambda one: _PLACE[one.stage])
    begun = [(one.stage, one.began) for one in rows if one.began is not None]
    furthest = max((_PLACE[stage] for stage, _ in begun), default=-1)
    over = ended or date.max
    planned = ((one.stage, one.planned) for one in rows if one.planned is not None and _PLACE[one.stage] > furthest)
    to_come = [(stage, day) for stage, day in planned if day <= over]
    dated = [(stage, day, False) for stage, day in begun] + [(stage, day, True) for stage, day in to_come]
    ends: list[date | None] = [after for (_, _, _), (_, after, _) in pairwise(dated)]
    return tuple(
        # Days that were typed in the wrong order still give bands that a picture can draw.
        Band(stage=stage, starts=day, ends=None if end is None else max(day, end), planned=planned)
        for (stage, day, planned), end in zip(dated, [*ends, ended], strict=False)
    )


def to_come(stages: Iterable[Dated], day: date) -> tuple[Dated, ...]:
    """Return the stages that a strand is still to enter after a day and that have a planned day, in order."""
    rows = sorted(stages, key=lambda one: _PLACE[one.stage])
    now = place_of(stage_on(rows, day))
    return tuple(one for one in rows if one.began is None and one.planned is not None and _PLACE[one.stage] > now)


def out_of_order(stages: Iterable[Dated]) -> tuple[Stage, Stage] | None:
    """Return two stages of which the later one began before the earlier one, if there are such."""
    begun = [(one.stage, one.began) for one in sorted(stages, key=lambda one: _PLACE[one.stage]) if one.began]
    return next(((before, after) for (before, day), (after, then) in pairwise(begun) if then < day), None)
