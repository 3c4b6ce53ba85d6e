"""When each item of an agenda begins, worked out from the minutes planned."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from boardroom.domain.item_place import ItemPlace


def starting_times(items: Sequence[ItemPlace], starts: time | None) -> dict[UUID, time]:
    """Return the time at which each item with planned minutes begins, counted from the meeting's start.

    Where sub-items are planned, their minutes count and those of the item above are only their sum.

    Args:
        items: the whole agenda in running order, a parent before its sub-items.
        starts: when the meeting starts; None where that is open, and then no time is known.
    """
    if starts is None:
        return {}
    planned_below = with_planned_sub_items(items)
    now = datetime.combine(date.min, starts)
    times = {}
    for item in items:
        if item.minutes_planned or item.id in planned_below:
            times[item.id] = now.time()
        if item.minutes_planned and item.id not in planned_below:
            now += timedelta(minutes=item.minutes_planned)
    return times


def with_planned_sub_items(items: Sequence[ItemPlace]) -> set[UUID]:
    """Return the items under which, at any depth, minutes are planned."""
    found: set[UUID] = set()
    # From the last item up: sub-items follow the item that they stand under.
    for item in reversed(items):
        if (item.minutes_planned or item.id in found) and item.parent_id is not None:
            found.add(item.parent_id)
    return found


def planned_in_all(items: Sequence[ItemPlace]) -> int:
    """Return how many minutes are planned for a whole agenda, sub-items counting in place of the item above."""
    planned_below = with_planned_sub_items(items)
    return sum(item.minutes_planned or 0 for item in items if item.id not in planned_below)
