"""How long items were taken: used against planned, and what is in hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import time
from typing import TypeVar
from uuid import UUID

from boardroom.domain.item_place import ItemPlace
from boardroom.domain.running import Taking
from boardroom.domain.timing import with_planned_sub_items
from boardroom.domain.words import ItemKind, ItemState

P = TypeVar("P", bound=ItemPlace)

_DAY = 24 * 60 * 60
_PUT_OFF = frozenset({ItemState.DEFERRED, ItemState.WITHDRAWN})


def seconds_between(began: time, ended: time) -> int:
    """Return how long it is from one time of day to another, in seconds.

    A meeting may run past midnight. An end that lies less than half a day before its beginning is a clock that was set
    back: nothing is counted then, and nobody gets 23 hours.
    """
    seconds = _of_day(ended) - _of_day(began)
    if seconds >= 0:
        return seconds
    return seconds + _DAY if seconds + _DAY < _DAY // 2 else 0


def used(takings: Iterable[Taking]) -> dict[UUID, int]:
    """Return for how many seconds each item was taken, what is being taken now left out."""
    found: dict[UUID, int] = {}
    for one in takings:
        if one.ended is not None:
            found[one.item_id] = found.get(one.item_id, 0) + seconds_between(one.began, one.ended)
    return found


def given_more(takings: Iterable[Taking]) -> dict[UUID, int]:
    """Return how many minutes the chair gave each item beyond its plan."""
    found: dict[UUID, int] = {}
    for one in takings:
        if one.minutes_more:
            found[one.item_id] = found.get(one.item_id, 0) + one.minutes_more
    return found


def minutes_to_come(items: Sequence[ItemPlace], more: Mapping[UUID, int], current: UUID | None) -> int:
    """Return for how many minutes the meeting goes on after the present item, if every item keeps to its plan.

    An item that has sub-items with minutes of their own is only their sum.

    Args:
        items: the whole agenda in running order.
        more: minutes that were added, by item.
        current: the item that is being taken.
    """
    summed = with_planned_sub_items(items)
    return sum(
        (item.minutes_planned or 0) + more.get(item.id, 0)
        for item in waiting(items)
        if item.id not in summed and item.id != current
    )


def next_to_take(items: Sequence[P], current: UUID | None) -> P | None:
    """Return the item that is taken next: the first open one, headings and what was put off left out.

    Args:
        items: the whole agenda in running order.
        current: the item that is being taken; it is over when the next one begins.
    """
    return next((one for one in waiting(items) if one.kind is not ItemKind.HEADING and one.id != current), None)


def waiting(items: Iterable[P]) -> Iterator[P]:
    """Give the items that are still to be taken; what stands under one that was put off is put off with it.

    Args:
        items: the whole agenda in running order, a parent before its sub-items.
    """
    put_off: set[UUID] = set()
    for item in items:
        if item.state in _PUT_OFF or item.parent_id in put_off:
            put_off.add(item.id)
        elif item.state is ItemState.OPEN:
            yield item


def _of_day(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
