"""Meetings that come again by a rule: their days, and the rule in words and back.

The rule is an iCalendar RRULE (RFC 5545 section 3.3.10). It comes from files too, so it is only read as far as a
board can mean it: by the week, the month or the year, without an end.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice

from boardroom.domain.days import WEEKDAYS
from boardroom.domain.refusal import Refusal

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_FIGURES = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ADVERBS = {
    "weekly": (1, "WEEKLY"),
    "fortnightly": (2, "WEEKLY"),
    "monthly": (1, "MONTHLY"),
    "quarterly": (3, "MONTHLY"),
    "yearly": (12, "MONTHLY"),
}
_FREQUENCIES = frozenset({"WEEKLY", "MONTHLY", "YEARLY"})
_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"})
_LONGEST_RULE, _MOST_EVERY, _LAST_OF_ALL_MONTHS, _WEEK = 120, 99, 28, 7
_OF_SOME_MONTHS = range(29, 32)

_DAY = "|".join(WEEKDAYS)
_NTH = "|".join([*_ORDINALS.values(), *_FIGURES])
_EVERY = re.compile(rf"(?i)every(?: (?P<number>\d{{1,2}}|other|{'|'.join(_NUMBERS)}))? (?P<unit>week|month|year)s?")
_ON_DAY = re.compile(rf"(?i)(?P<day>{_DAY})s?")
_ON_NTH = re.compile(rf"(?i)(?P<nth>{_NTH}) (?P<day>{_DAY})")
_ON_DATE = re.compile(r"(?i)(?P<date>\d{1,2})(?:st|nd|rd|th)")
_SHOWN = re.compile(r"(?P<nth>-1|[1-4])?(?P<day>MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule that has words: every so many weeks or months, on a day of the week, an nth one, or a date."""

    every: int
    frequency: str
    day: int | None = None
    nth: int | None = None
    date: int | None = None

    def written(self) -> str:
        """Return it as RFC 5545 writes it."""
        parts = [f"FREQ={self.frequency}"]
        if self.every > 1:
            parts.append(f"INTERVAL={self.every}")
        if self.day is not None:
            parts.append(f"BYDAY={'' if self.nth is None else self.nth}{_CODES[self.day]}")
        if self.date is not None:
            parts.append(f"BYMONTHDAY={self.date}")
        return ";".join(parts)


def days_of(rule: str, first: date, count: int) -> list[date]:
    """Return the next days of a rule, the first of them on a day or after it; fewer where the calendar ends.

    Raises:
        Refusal: it is no such rule.
    """
    # Planning a series is rare, and dateutil takes its time to arrive.
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - as above

    _parts(rule)
    try:
        days = rrulestr(rule, dtstart=datetime.combine(first, time()))
        return [day.date() for day in islice(days, max(count, 0))]
    except (ValueError, TypeError, OverflowError, LookupError) as error:
        raise Refusal(_not_read(rule)) from error


def rule_said(rule: str) -> str:
    """Return a rule in words that `read_rule` reads; what has none is said as it is written."""
    meant = _meant(rule)
    if meant is None:
        return rule
    said = next((word for word, way in _ADVERBS.items() if way == (meant.every, meant.frequency)), "")
    if not said:
        said = f"every {meant.every} {'weeks' if meant.frequency == 'WEEKLY' else 'months'}"
    if meant.date is not None:
        return f"{said} on the {_ordinal(meant.date)}"
    if meant.day is None:
        return said
    if meant.nth is None:
        return f"{said} on {WEEKDAYS[meant.day]}"
    return f"{said} on the {_ORDINALS[meant.nth]} {WEEKDAYS[meant.day]}"


def read_rule(words: str) -> str:
    """Return the rule that was meant: “monthly on the second Thursday”, “every 6 weeks”, “quarterly on the 15th”.

    Raises:
        Refusal: the words are not understood.
    """
    said = " ".join(words.split()).rstrip(".").removesuffix(" of the month").removesuffix(" of each month")
    often, _, rest = said.partition(" on ")
    way = _ADVERBS.get(often.casefold()) or _every(often)
    if way is None:
        # “every second Thursday” may mean the fortnight, so an nth day of the month has to say “the”.
        bare = re.sub(r"(?i)^(on )?the ", "", said)
        nth = _ON_NTH.fullmatch(bare) if bare != said else None
        day = _ON_DAY.fullmatch(re.sub(r"(?i)^every ", "", said))
        if nth is not None:
            return _Rule(1, "MONTHLY", _day(nth["day"]), _nth(nth["nth"])).written()
        if day is not None:
            return _Rule(1, "WEEKLY", _day(day["day"])).written()
        raise Refusal(_not_understood(words))
    every, frequency = way
    rest = re.sub(r"(?i)^(the|an?) ", "", rest)
    nth, day, dated = _ON_NTH.fullmatch(rest), _ON_DAY.fullmatch(rest), _ON_DATE.fullmatch(rest)
    if not rest and frequency == "WEEKLY":
        return _Rule(every, frequency).written()
    if day is not None and frequency == "WEEKLY":
        return _Rule(every, frequency, _day(day["day"])).written()
    if nth is not None and frequency == "MONTHLY":
        return _Rule(every, frequency, _day(nth["day"]), _nth(nth["nth"])).written()
    if dated is not None and frequency == "MONTHLY" and 1 <= int(dated["date"]) <= _LAST_OF_ALL_MONTHS:
        return _Rule(every, frequency, date=int(dated["date"])).written()
    if dated is not None and int(dated["date"]) in _OF_SOME_MONTHS:
        raise Refusal(_not_every_month(int(dated["date"])))
    raise Refusal(_not_understood(words))


def monthly_like(day: date) -> str:
    """Return the rule of meetings on the same weekday of each month as a day: its first, second … or last one."""
    nth = (day.day - 1) // _WEEK + 1
    return _Rule(1, "MONTHLY", day.weekday(), nth if nth in _ORDINALS else -1).written()


def _parts(rule: str) -> dict[str, str]:
    parts = dict(part.split("=", 1) for part in rule.split(";") if part.count("=") == 1)
    stray = len(parts) != rule.count(";") + 1 or set(parts) - _PARTS or len(rule) > _LONGEST_RULE
    interval = parts.get("INTERVAL", "1")
    if (
        stray
        or parts.get("FREQ") not in _FREQUENCIES
        or not (interval.isascii() and interval.isdecimal() and 1 <= int(interval) <= _MOST_EVERY)
    ):
        raise Refusal(_not_read(rule))
    return parts


def _meant(rule: str) -> _Rule | None:
    try:
        parts = _parts(rule)
    except Refusal:
        return None
    shown = _SHOWN.fullmatch(parts.get("BYDAY", ""))
    dated = parts.get("BYMONTHDAY", "")
    meant = _Rule(
        every=int(parts.get("INTERVAL", "1")),
        frequency=parts["FREQ"],
        day=_CODES.index(shown["day"]) if shown else None,
        nth=int(shown["nth"]) if shown and shown["nth"] else None,
        date=int(dated) if dated.isascii() and dated.isdecimal() else None,
    )
    # Only what comes back the same way has words: a month needs to know its day, a week knows no nth one.
    weekly = meant.frequency == "WEEKLY" and meant.nth is None and meant.date is None
    of_month = (meant.nth is not None) is not (meant.date is not None and meant.day is None)
    monthly = meant.frequency == "MONTHLY" and of_month and (meant.date or 1) <= _LAST_OF_ALL_MONTHS
    return meant if meant.written() == rule and (weekly or monthly) else None


def _every(often: str) -> tuple[int, str] | None:
    found = _EVERY.fullmatch(often)
    if found is None:
        return None
    number, unit = (found["number"] or "1").casefold(), found["unit"].casefold()
    every = 2 if number == "other" else int(number) if number.isdecimal() else _NUMBERS.index(number) + 1
    if unit == "year":
        every, unit = every * 12, "month"
    return (every, "WEEKLY" if unit == "week" else "MONTHLY") if 1 <= every <= _MOST_EVERY else None


def _day(word: str) -> int:
    return WEEKDAYS.index(word.capitalize())


def _nth(word: str) -> int:
    said = word.casefold()
    return _FIGURES.get(said) or next(number for number, ordinal in _ORDINALS.items() if ordinal == said)


def _ordinal(number: int) -> str:
    ending = "th" if number // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _not_read(rule: str) -> str:
    return f"“{rule[:_LONGEST_RULE]}” is no rule for meetings: by the week, the month or the year."


def _not_every_month(day: int) -> str:
    return f"Not every month has a {_ordinal(day)}: say a day up to the 28th, or a weekday such as “the last Thursday”."


def _not_understood(words: str) -> str:
    said = " ".join(words.split())[:_LONGEST_RULE]
    example = "“monthly on the second Thursday”, “every 6 weeks”, or “quarterly on the first Monday”"
    return f"“{said}” is not understood. Say {example}." if said else f"Say how often, such as {example}."
