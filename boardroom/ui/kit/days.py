"""Days as pages show them: with their weekday, short beside other days, and by how far off they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:
    from datetime import date

# The window speaks British English whatever the system's language is; its days must not be told in another one.
_LOCALE = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def long_day(day: date) -> str:
    """Return a day in full: `Thursday 3 December 2026`."""
    return _said(day, "dddd d MMMM yyyy")


def plain_day(day: date) -> str:
    """Return a day without its weekday: `3 December 2026`."""
    return _said(day, "d MMMM yyyy")


def weekday_and_day(day: date) -> str:
    """Return a day of the coming months: `Wed 25 November`."""
    return _said(day, "ddd d MMMM")


def short_day(day: date, today: date) -> str:
    """Return a day for a column: `17 Sept`, and its year where it is not this one."""
    return _said(day, "d MMM" if day.year == today.year else "d MMM yyyy")


def day_or_weekday(day: date, today: date) -> str:
    """Return a day gone by: `Fri 20` within a week, then as in a column."""
    return _said(day, "ddd d") if 0 <= (today - day).days < 7 else short_day(day, today)  # noqa: PLR2004 - a week


def until(days: int) -> str:
    """Return how far off a day is that is still to come."""
    if days == 0:
        return QCoreApplication.translate("Days", "today")
    if days == 1:
        return QCoreApplication.translate("Days", "tomorrow")
    return QCoreApplication.translate("Days", "in {} days").format(days)


def days_long(days: int) -> str:
    """Return a number of days: `1 day`, `81 days`."""
    if days == 1:
        return QCoreApplication.translate("Days", "1 day")
    return QCoreApplication.translate("Days", "{} days").format(days)


def days_waited(days: int, *, late: bool) -> str:
    """Return for how long something has waited, and in a word that it is too long: `81 days, late`."""
    said = days_long(days)
    return QCoreApplication.translate("Days", "{}, late").format(said) if late else said


def _said(day: date, form: str) -> str:
    return _LOCALE.toString(QDate(day.year, day.month, day.day), form)
