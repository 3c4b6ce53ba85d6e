"""How a meeting is named and dated on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.ui.kit.days import long_day
from boardroom.ui.kit.moments import time_shown

if TYPE_CHECKING:
    from boardroom.store.queries.meeting_page import HeadView


def meeting_said(head: HeadView) -> str:
    """Return what a meeting is called: its name, else its day."""
    if head.name:
        return head.name
    return (
        QCoreApplication.translate("said", "Meeting without a date") if head.held_on is None else long_day(head.held_on)
    )


def when_said(head: HeadView) -> str:
    """Return when and where a meeting is."""
    first = head.days[0] if head.days else None
    # A break on the same day is no further day: it begins with the first sitting and ends with the last.
    same = [one for one in head.days if first is not None and one.held_on == first.held_on]
    ends = (first.starts, same[-1].ends) if first else ()
    times = " to ".join(time_shown(at) for at in ends if at is not None)
    day = long_day(head.held_on) if head.name and head.held_on is not None else ""
    more = len({one.held_on for one in head.days} - {first.held_on if first else None})
    further = ""
    if more == 1:
        further = QCoreApplication.translate("said", "and on another day")
    elif more > 1:
        further = QCoreApplication.translate("said", "and on {} more days").format(more)
    return ", ".join(filter(None, (day, times, head.venue, further)))
