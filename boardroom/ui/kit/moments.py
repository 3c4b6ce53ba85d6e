"""Days and times of day as a British secretary types them into a field; what isn't understood is never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from boardroom.domain.days import WEEKDAYS, day_called, day_shown, written_day
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line

_CLOCK = re.compile(r"(?i)([0-9]{1,2})(?:\s*[:.]?\s*([0-9]{2}))?\s*(am|pm|a\.m\.|p\.m\.)?")
_NOON = 12
_HOURS = 24


def time_shown(at: time | datetime) -> str:
    """Return a time of day, or that of a moment, as fields show it: `18:30`."""
    # A format would import a module at each call; this stands in what is done at every save and second.
    return f"{at.hour:02}:{at.minute:02}"


def read_day(text: str, today: date) -> date | None:
    """Return the day that somebody typed: `12 Jan 2027`, `Tue 12 January`, `12/1`, `tomorrow`, `in two weeks`.

    Args:
        text: what was typed; None comes back where it is empty.
        today: a day without a year is the next such day from here on.

    Raises:
        Refusal: it is no day, or it isn't on the day of the week that stands beside it.
    """
    said = clean_line(text)
    if not said:
        return None
    if said.casefold() == "yesterday":
        return today - timedelta(days=1)
    written = written_day(said, today)
    if written is not None and not written.agrees:
        name = WEEKDAYS[written.day.weekday()]
        raise Refusal(_tr("{} is a {}.").format(day_shown(written.day).split(maxsplit=1)[1], name))
    day = written.day if written is not None else day_called(said, today)
    if day is None:
        raise Refusal(_tr("That isn't a date. Write it like 12 Jan 2027 or 12/1/2027."))
    return day


def read_time(text: str) -> time | None:
    """Return the time of day that somebody typed: `18:30`, `6.30pm`, `6 pm`, `1830`, `noon`.

    Args:
        text: what was typed; None comes back where it is empty.

    Raises:
        Refusal: it is no time of day.
    """
    said = clean_line(text)
    if not said:
        return None
    if said.casefold() in {"noon", "midday"}:
        return time(_NOON)
    found = _CLOCK.fullmatch(said)
    if found is not None and (found[2] or found[3]):
        hour, minute = int(found[1]), int(found[2] or 0)
        half = (found[3] or "").casefold().replace(".", "")
        if half and not 1 <= hour <= _NOON:
            hour = _HOURS
        elif half:
            hour = hour % _NOON + (_NOON if half == "pm" else 0)
        try:
            return time(hour, minute)
        except ValueError:
            pass
    raise Refusal(_tr("That isn't a time of day. Write it like 18:30 or 6.30pm."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Moments", text)
