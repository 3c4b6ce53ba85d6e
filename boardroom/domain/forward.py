"""What comes to which meeting: the stage that a strand is to be at on a day to come, and stages that no meeting takes.

Source: product.md X4. No SQLAlchemy here.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import pairwise

from boardroom.domain.stages import Dated, bands, to_come
from boardroom.domain.words import Stage


def stage_expected(stages: Sequence[Dated], day: date, ended: date | None = None) -> Stage | None:
    """Return the stage that a strand is to be at on a day: what has begun, and what is planned by then.

    Args:
        stages: the strand's.
        day: today, or one to come.
        ended: the day on which the work on the strand was over; from then on it is at none.
    """
    if ended is not None and ended <= day:
        return None
    reached = [band.stage for band in bands(stages) if band.starts <= day]
    return reached[-1] if reached else None


def not_taken(stages: Sequence[Dated], today: date, taken_on: Collection[date]) -> tuple[Dated, ...]:
    """Return the stages that a strand is still to enter and that no meeting takes before.

    A meeting takes a stage where it has an item on the strand by the stage's day, and after the day on which the
    stage before is planned: what was said of the specification says nothing of the procurement. A stage whose day has
    gone by is still to begin: any meeting to come takes it.

    Args:
        stages: the strand's.
        today: what day it is.
        taken_on: days of the planned meetings with an item on the strand.
    """
    coming = to_come(stages, today)
    days = [date.min, *(one.planned or today for one in coming)]
    return tuple(
        one
        for one, (before, day) in zip(coming, pairwise(days), strict=True)
        if not any(before < taken <= day or day < today <= taken for taken in taken_on)
    )


def last_in_time(stages: Sequence[Dated], stage: Dated, today: date, days: Iterable[date]) -> date | None:
    """Return the last of some days on which a meeting can still take a stage, as `not_taken` has it.

    Args:
        stages: the strand's.
        stage: one that it is still to enter.
        today: what day it is.
        days: those of the planned meetings.
    """
    coming = to_come(stages, today)
    at = coming.index(stage)
    before = (coming[at - 1].planned if at else None) or date.min
    return max((one for one in days if stage.planned is not None and before < one <= stage.planned), default=None)
