"""Days and times of day as a British secretary types them, and as the window shows them.

A small grammar of our own (hazard 27b): what isn't understood is said, never guessed.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from PySide6.QtCore import QCoreApplication

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"(?i)^([a-z]{3,9})\.?,?\s+(?=[0-9])")
_FIGURES = re.compile(r"([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})(?:\s*[/.\-]\s*([0-9]{2}|[0-9]{4}))?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WORDS = re.compile(r"(?i)([0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+([a-z]{3,9})\.?(?:,?\s+([0-9]{2}|[0-9]{4}))?")
_CLOCK = re.compile(r"(?i)([0-9]{1,2})(?:\s*[:.]?\s*([0-9]{2}))?\s*(am|pm|a\.m\.|p\.m\.)?")
_NOON = 12
_HOURS = 24
_CENTURY = 100


def day_shown(day: date) -> str:
    """Return a day as fields show it: `Fri 15 Jan 2027`."""
    return f"{_WEEKDAYS[day.weekday()][:3].capitalize()} {day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"


def time_shown(at: time) -> str:
    """Return a time of day as fields show it: `18:30`."""
    return f"{at:%H:%M}"


def read_day(text: str, today: date) -> date | None:
    """Return the day that somebody typed: `12 Jan 2027`, `Tue 12 January`, `12/1`, `12/1/27`, `2027-01-12`, `tomorrow`.

    Args:
        text: what was typed; None comes back where it is empty.
        today: a day without a year is the next such day from here on.

    Raises:
        Refusal: it is no day, or it isn't on the day of the week that stands beside it.
    """
    said = clean_line(text)
    if not said:
        return None
    near = {"today": 0, "tomorrow": 1, "yesterday": -1}.get(said.casefold())
    if near is not None:
        return today + timedelta(days=near)
    weekday, said = _weekday_in(said)
    day = _day_in(said, today)
    if day is None:
        raise Refusal(_tr("That isn't a date. Write it like 12 Jan 2027 or 12/1/2027."))
    if weekday is not None and day.weekday() != weekday:
        name = _WEEKDAYS[day.weekday()].capitalize()
        raise Refusal(_tr("{} is a {}.").format(f"{day.day} {_month(day.month)} {day.year}", name))
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


def _weekday_in(said: str) -> tuple[int | None, str]:
    found = _WEEKDAY.match(said)
    if found is None:
        return None, said
    word = found[1].casefold()
    number = next((at for at, name in enumerate(_WEEKDAYS) if name.startswith(word)), None)
    return number, said[found.end() :] if number is not None else said


def _day_in(said: str, today: date) -> date | None:
    try:
        if iso := _ISO.fullmatch(said):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if figures := _FIGURES.fullmatch(said):
            return _on(int(figures[1]), int(figures[2]), figures[3], today)
        words = _WORDS.fullmatch(said)
        month = _month_number(words[2]) if words else None
        return None if words is None or month is None else _on(int(words[1]), month, words[3], today)
    except ValueError:
        return None


def _on(day: int, month: int, year: str | None, today: date) -> date:
    """Return a day of a year, the next such day from today on where none is said."""
    if year:
        return date(int(year) + (2000 if int(year) < _CENTURY else 0), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _month_number(word: str) -> int | None:
    """Return a month's number by its name or by three letters and more of it ("Sept")."""
    wanted = word.casefold()
    return next((at + 1 for at, name in enumerate(_MONTH_NAMES) if name.startswith(wanted)), None)


def _month(number: int) -> str:
    return _MONTHS[number - 1].capitalize()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Moments", text)
