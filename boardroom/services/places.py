"""The order of rows among their siblings: 0 and up, and only those written whose place has changed."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A row with a place among its siblings."""

    position: int


P = TypeVar("P", bound=Placed)


def move_among(rows: Sequence[P], row: P, by: int) -> None:
    """Move a row up (a negative number of places) or down among its siblings, no further than the ends.

    Args:
        rows: all of them, in order.
        row: one of them.
        by: how many places.
    """
    order = list(rows)
    at = order.index(row)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    for place, one in enumerate(order):
        if one.position != place:
            one.position = place
