"""What day words and nothing else name, as the British write them; what isn't sure names none (hazard 27b).

No clock: the day from which days are counted is given.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = 3

MONTH_WORDS = "|".join(f"{name[:_SHORT]}(?:{name[_SHORT:]})?" for name in MONTHS).lower()
MONTH_WORDS = MONTH_WORDS.replace("sep(?:tember)?", "sept?(?:ember)?")
"""A pattern for a month's name, in small letters."""
WEEKDAY_WORDS = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
"""A pattern for a weekday's name, in small letters."""
NEXT_MEETING = re.compile(r"(?:(?:the|our|its) )?next meeting")


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date as written, and the day of the week that stands beside it (None where none does)."""

    day: date
    weekday: int | None = None

    @property
    def agrees(self) -> bool:
        """Whether it falls on the day of the week that is said of it."""
        return self.weekday is None or self.day.weekday() == self.weekday


def day_shown(day: date) -> str:
    """Return a day as fields show it: `Fri 15 Jan 2027`."""
    return f"{WEEKDAYS[day.weekday()][:_SHORT]} {day.day} {MONTHS[day.month - 1][:_SHORT]} {day.year}"


_CENTURY = 100
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FIGURES = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}|\d{2}))?")
_WORDS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s\-]+([a-z]{3,9})\.?(?:,?[\s\-]+(\d{4}|\d{2}))?", re.IGNORECASE
)
_WEEKDAY_FIRST = re.compile(rf"({WEEKDAY_WORDS})\.?,?\s+(?=\d)", re.IGNORECASE)


def written_day(words: str, today: date | None) -> WrittenDay | None:
    """Return the date that is written out: `12 Jan 2027`, `Tue 12 January`, `12/1`, `12.1.27`, `2027-01-12`.

    Args:
        words: nothing else than the date.
        today: a day without a year is the next such day from here on; without it a date needs its year.
    """
    words = words.strip()
    weekday = None
    if said := _WEEKDAY_FIRST.match(words):
        weekday, words = _weekday(said[1]), words[said.end() :]
    try:
        if iso := _ISO.fullmatch(words):
            return WrittenDay(date(int(iso[1]), int(iso[2]), int(iso[3])), weekday)
        if found := _FIGURES.fullmatch(words):
            month = int(found[2])
        elif found := _WORDS.fullmatch(words):
            month = _month(found[2])
        else:
            return None
        day = _on(int(found[1]), month, found[3], today)
    except ValueError:
        # No such day, as the 31st of June.
        return None
    return None if day is None else WrittenDay(day, weekday)


def day_called(words: str, today: date, next_meeting: date | None = None) -> date | None:
    """Return the day, today or later, that words and nothing else name; None where that isn't sure.

    Beside dates as `written_day` reads them: `tomorrow`, `Friday`, `in two weeks`, `end of March`, `the 15th`,
    `second Thursday in March`, `next meeting`. `next Friday` is sure only where all mean the same by it.

    Args:
        words: nothing else than the day, without "by".
        today: the day from which days are counted.
        next_meeting: when the board meets next, if that is known.
    """
    said = " ".join(words.replace(",", " ").replace("’", "'").lower().split())
    if not _BEGINNING.match(said):
        return None
    day = None
    try:
        if written := written_day(said, today):
            day = written.day if written.agrees else None
        elif NEXT_MEETING.fullmatch(said):
            day = next_meeting
        else:
            forms = ((pattern.fullmatch(said), day_of) for pattern, day_of in _FORMS)
            day = next((day_of(found, today) for found, day_of in forms if found), None)
    except (ValueError, OverflowError):
        # No such day, or none that a calendar reaches.
        return None
    return day if day is not None and day >= today else None


def _on(day: int, month: int, year: str | None, today: date | None) -> date | None:
    if year is not None:
        return date(int(year) + (2000 if int(year) < _CENTURY else 0), month, day)
    if today is None:
        return None
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _month(word: str) -> int:
    """Return a month's number by its name or by three letters and more of it ("Sept"); 0 for no month."""
    return next((at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())), 0)


def _weekday(word: str) -> int:
    return next(at for at, name in enumerate(WEEKDAYS) if name.lower().startswith(word.lower()[:_SHORT]))


_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_PLACES = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "last": -1,
}  # fmt: skip
_WEEK, _SATURDAY, _SUNDAY, _YEAR_MONTHS = 7, 5, 6, 12
_DAYS_IN = {"day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}
_MONTHS_IN = {"month": 1, "year": _YEAR_MONTHS}

_COUNT = "(?P<count>[0-9]{1,3}|" + "|".join(_COUNTS) + ")"
_WEEKDAY = f"(?P<weekday>{WEEKDAY_WORDS})"
_MONTH = rf"(?:(?P<month>{MONTH_WORDS})\.?(?: (?P<year>[0-9]{{4}}))?|(?P<near>this|next|the) month)"


def _count(found: re.Match[str]) -> int:
    return _COUNTS.get(found["count"]) or int(found["count"])


def _this_day(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=found["day"] == "tomorrow")


def _coming(found: re.Match[str], today: date) -> date | None:
    """Return the next such day of the week; on that day itself it may mean either, today or in a week."""
    ahead = (_weekday(found["weekday"]) - today.weekday()) % _WEEK
    return today + timedelta(days=ahead) if ahead else None


def _this(found: re.Match[str], today: date) -> date | None:
    """Return the day of the week that is still to come in this week."""
    ahead = _weekday(found["weekday"]) - today.weekday()
    return today + timedelta(days=ahead) if ahead > 0 else None


def _next(found: re.Match[str], today: date) -> date | None:
    """Return next week's day where that is the next such day too, whether weeks begin on Sunday or on Monday."""
    coming = _coming(found, today) or today + timedelta(days=_WEEK)
    by_monday = coming > today + timedelta(days=_SUNDAY - today.weekday())
    by_sunday = coming > today + timedelta(days=(_SATURDAY - today.weekday()) % _WEEK)
    return coming if by_monday and by_sunday else None


def _weeks_on(found: re.Match[str], today: date) -> date | None:
    """Return `a week on Friday`, `Friday week`, `a fortnight today`."""
    parts = found.groupdict()
    base = _this_day(found, today) if parts["day"] else _coming(found, today)
    weeks = (_count(found) if parts.get("count") else 1) * (2 if parts["unit"].startswith("fortnight") else 1)
    return base + timedelta(days=weeks * _WEEK) if base else None


def _ahead(found: re.Match[str], today: date) -> date | None:
    """Return the day so many days, weeks or months from today."""
    count, unit = _count(found), found["unit"]
    if unit in _DAYS_IN:
        return today + timedelta(days=count * _DAYS_IN[unit])
    months = today.year * _YEAR_MONTHS + today.month - 1 + count * _MONTHS_IN[unit]
    return date(months // _YEAR_MONTHS, months % _YEAR_MONTHS + 1, today.day)


def _in_month(found: re.Match[str], today: date) -> tuple[int, int]:
    """Return year and month of what is named: without a year the next such month, this one included."""
    if found["month"] is None:
        months = today.year * _YEAR_MONTHS + today.month - 1 + (found["near"] == "next")
        return months // _YEAR_MONTHS, months % _YEAR_MONTHS + 1
    month = _month(found["month"])
    return int(found["year"]) if found["year"] else today.year + (month < today.month), month


def _month_end(found: re.Match[str], today: date) -> date:
    year, month = _in_month(found, today)
    return date(year, month, monthrange(year, month)[1])


def _weekday_of_month(found: re.Match[str], today: date) -> date | None:
    if found["near"] == "the":
        # Of whichever month: said of what comes back each month.
        return None
    year, month = _in_month(found, today)
    day = _nth(found, year, month)
    if day is not None and day < today and found["month"] and not found["year"]:
        return _nth(found, year + 1, month)
    return day


def _nth(found: re.Match[str], year: int, month: int) -> date | None:
    first, days = monthrange(year, month)
    all_such = range(1 + (_weekday(found["weekday"]) - first) % _WEEK, days + 1, _WEEK)
    place = _PLACES[found["place"]]
    if place > len(all_such):
        return None
    return date(year, month, all_such[place - 1 if place > 0 else place])


def _day_of_month(found: re.Match[str], today: date) -> date:
    if found["near"]:
        return date(*_in_month(found, today), int(found["number"]))
    later = int(found["number"]) < today.day
    months = today.year * _YEAR_MONTHS + today.month - 1 + later
    return date(months // _YEAR_MONTHS, months % _YEAR_MONTHS + 1, int(found["number"]))


# Lines are read at each key that is pressed, and few words begin a day.
_BEGINNING = re.compile(
    r"\d|(?:the|our|its|end|this|coming|next|in|within|today|tomorrow"
    rf"|{'|'.join((*_COUNTS, *_PLACES))}|{WEEKDAY_WORDS})\b"
)
_NO_MONTH = "(?P<month>)(?P<year>)"
_SINCE = rf"(?P<day>today|tomorrow)|on {_WEEKDAY}"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = tuple(
    (re.compile(pattern), day_of)
    for pattern, day_of in (
        ("(?P<day>today|tomorrow)", _this_day),
        (rf"{_WEEKDAY}\.?", _coming),
        (rf"(?:the |this )?coming {_WEEKDAY}", _coming),
        (f"this {_WEEKDAY}", _this),
        (f"next {_WEEKDAY}", _next),
        (rf"(?:(?P<day>today|tomorrow)|{_WEEKDAY}) (?P<unit>week|fortnight)", _weeks_on),
        (rf"{_COUNT} (?P<unit>weeks?|fortnight) (?:{_SINCE})", _weeks_on),
        (
            rf"(?:in|within) (?:the next )?{_COUNT} (?P<unit>day|week|fortnight|month|year)s?(?:'?s?'? time)?",
            _ahead,
        ),
        (rf"{_COUNT} (?P<unit>day|week|fortnight|month|year)s? from (?:now|today)", _ahead),
        (rf"(?:the )?end (?:of )?(?:{_MONTH}|month)", _month_end),
        (rf"(?:the )?(?P<place>{'|'.join(_PLACES)}) {_WEEKDAY} (?:in|of) {_MONTH}", _weekday_of_month),
        (
            rf"(?:the )?(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th)(?: of (?P<near>this|next) month)?{_NO_MONTH}",
            _day_of_month,
        ),
    )
)
