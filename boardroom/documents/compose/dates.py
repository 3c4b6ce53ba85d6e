"""Days and times as British minutes print them, on any system and in any locale."""

from datetime import date, time

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(day: date) -> str:
    """Return a day with its weekday: `Thursday 3 December 2026`."""
    return f"{_DAYS[day.weekday()]} {short_date(day)}"


def short_date(day: date) -> str:
    """Return a day: `3 December 2026`."""
    return f"{day.day} {month_name(day)} {day.year}"


def month_name(day: date) -> str:
    """Return a day's month: `December`."""
    return _MONTHS[day.month - 1]


def clock(at: time) -> str:
    """Return a time of day: `14:05`."""
    return f"{at.hour:02d}:{at.minute:02d}"
