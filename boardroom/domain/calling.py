"""Calls for proposals from day to day: how they stand, and whom they leave out. How long: domain/notice.py."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from boardroom.domain.words import Sector


class CallState(StrEnum):
    """How a call stands on a day."""

    TO_OPEN = "to open"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


def state_on(opens: date, closes: date, withdrawn_on: date | None, day: date) -> CallState:
    """Return how a call stands on a day; its first and its last day are both open.

    Args:
        opens: its first day.
        closes: its last day.
        withdrawn_on: the day on which it was taken back, if it was.
        day: the day asked for.
    """
    if withdrawn_on is not None and withdrawn_on <= day:
        return CallState.WITHDRAWN
    if day < opens:
        return CallState.TO_OPEN
    return CallState.OPEN if day <= closes else CallState.CLOSED


def left_out(seats: Iterable[Sector], invited: Iterable[Sector]) -> tuple[Sector, ...]:
    """Return the sectors with a seat of which nobody is invited, in the seats' order."""
    asked = set(invited)
    return tuple(one for one in dict.fromkeys(seats) if one not in asked and one is not Sector.UNKNOWN)
