"""Notice of a meeting in clear days, bank holidays, and the weeks that a call for proposals stays open."""

import json
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import DayKind

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)

ENGLAND_AND_WALES = "england-and-wales"


def counts(day: date, kind: DayKind, holidays: Collection[date] = ()) -> bool:
    """Whether a day is one of the kind: any calendar day, or neither weekend nor bank holiday."""
    return kind is DayKind.CALENDAR or (day.weekday() < _SATURDAY and day not in holidays)


def clear_days(given: date, meeting: date, kind: DayKind, holidays: Collection[date] = ()) -> int:
    """Return how many clear days lie between a notice and the meeting; neither day is counted.

    Notice given on the day of the meeting or after it has none. `holidays` matter to working days only.
    Source: glossary, "Clear days"; domain-facts, five clear days (LGA 1972 s.100B, Sch 12 para 4).
    """
    days = max(0, (meeting - given).days - 1)
    if kind is DayKind.CALENDAR:
        return days
    # Whole weeks have five working days wherever they start; only the odd days are looked at one by one.
    weeks, odd = divmod(days, 7)
    start = given + _ONE_DAY
    working = 5 * weeks + sum((start + timedelta(days=one)).weekday() < _SATURDAY for one in range(odd))
    return working - sum(given < day < meeting and day.weekday() < _SATURDAY for day in set(holidays))


def last_day_for_notice(meeting: date, days: int, kind: DayKind, holidays: Collection[date] = ()) -> date:
    """Return the last day on which notice of so many clear days can be given.

    It may be a day that is no working day itself: the rule counts the days between. A file may ask for more days than
    there were.
    """
    day = meeting - _ONE_DAY
    while days > 0 and day > date.min:
        days -= counts(day, kind, holidays)
        day -= _ONE_DAY
    return day


def call_closes(opens: date, weeks: int) -> date:
    """Return the earliest day on which a call for proposals of so many weeks may close.

    Source: domain-facts, Compact: 12 weeks for consultation, or say why not.
    """
    return opens + timedelta(weeks=weeks)


def is_short_call(opens: date, closes: date, weeks: int) -> bool:
    """Whether a call is open for fewer weeks than the terms ask for, so that it needs a reason (product B5)."""
    return closes < call_closes(opens, weeks)


def bank_holidays(text: str, division: str = ENGLAND_AND_WALES) -> dict[date, str]:
    """Read a table of bank holidays: the JSON that gov.uk publishes, of which resources/ has our own.

    Raises:
        Refusal: the text is not such a table, or lacks the division.
    """
    try:
        data: Any = json.loads(text)
        events = data[division]["events"]
        return {date.fromisoformat(event["date"]): str(event["title"]) for event in events}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = (
            "The table of bank holidays can't be read: it should be the JSON file that gov.uk publishes, "
            f"with the division {division} and a title and a date for each holiday."
        )
        raise Refusal(message) from error


def covered(holidays: Collection[date], day: date) -> bool:
    """Whether a table of bank holidays reaches to a day; beyond it, working days are counted too high."""
    return bool(holidays) and min(holidays).year <= day.year <= max(holidays).year
