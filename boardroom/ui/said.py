"""How a meeting is named and dated on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from datetime import date, time

    from boardroom.store.queries.meeting_page import HeadView


def day_said(day: date | None, *, short: bool = False) -> str:
    """Return a day as people write it: Thursday 3 December 2026; short without the weekday."""
    if day is None:
        return QCoreApplication.translate("said", "no date yet")
    written = f"{day.day} {day:%B %Y}"
    return written if short else f"{day:%A} {written}"


def time_said(at: time | None) -> str:
    """Return a time of day; empty for none."""
    return "" if at is None else f"{at:%H:%M}"


def meeting_said(head: HeadView) -> str:
    """Return what a meeting is called: its name, else its day."""
    return head.name or day_said(head.held_on)


def when_said(head: HeadView) -> str:
    """Return when and where a meeting is."""
    first = head.days[0] if head.days else None
    times = " – ".join(filter(None, (time_said(first.starts), time_said(first.ends)))) if first else ""
    parts = [day_said(head.held_on) if head.name else "", times, head.venue]
    more = len(head.days) - 1
    if more > 0:
        parts.append(QCoreApplication.translate("said", "and on {} more days").format(more))
    return ", ".join(filter(None, parts))
