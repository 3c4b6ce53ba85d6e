"""Dates and lengths of time as British tables write them; what isn't surely a date stays in words (hazard 27b)."""

import re
from datetime import date, time

from boardroom.domain.days import written_day

_SHORT = 3
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]00:00(?::00)?")
_LENGTH = re.compile(
    r"(?:(\d{1,2})\s*(?:h|hrs?|hours?)\.?\s*(?:(\d{1,2})\s*(?:m|mins?|minutes?)?\.?)?"
    r"|(\d{1,3})\s*(?:m|mins?|minutes?|')\.?)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})\s*([ap]\.?m\.?)?|(\d{1,2})\s*([ap])\.?m\.?", re.IGNORECASE)
_NOON = 12
_MOST_MINUTES = 600


def british_date(words: str) -> date | None:
    """Return the day that words name, day before month; None where they name none for sure."""
    words = words.strip()
    if found := _MIDNIGHT.fullmatch(words):
        words = found[1]
    written = written_day(words, None)
    return written.day if written else None


def minutes_of(words: str) -> int | None:
    """Return the minutes that words such as `10 min`, `1 h 30` or `15` mean; None where they mean none."""
    words = words.strip().strip("()[]").strip()
    if words.isascii() and words.isdigit():
        return _sane(int(words)) if len(words) <= _SHORT else None
    found = _LENGTH.fullmatch(words)
    if not found:
        return None
    return _sane(int(found[1] or 0) * 60 + int(found[2] or found[3] or 0))


def clock_time(words: str) -> time | None:
    """Return the time of day that words such as `14:05`, `2.15 pm` or `9am` mean, the first of a span."""
    first = re.split(r"\s*(?:-|–|to)\s*", words.strip(), maxsplit=1)[0]
    found = _CLOCK.fullmatch(first)
    if not found:
        return None
    hour, minute = int(found[1] or found[4]), int(found[2] or 0)
    half = (found[3] or found[5] or "").casefold()[:1]
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _sane(minutes: int) -> int | None:
    return minutes if 0 < minutes <= _MOST_MINUTES else None
