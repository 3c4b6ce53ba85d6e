"""What is said of a meeting in the list, of what was carried forward, and proposed for the next one."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.words import MeetingStatus
from boardroom.ui.kit.days import plain_day, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from boardroom.services.carrying import Carried
    from boardroom.store.queries.meeting_list import MeetingRow

_ORDINAL = re.compile(r"(?i)^([0-9]{1,4})(st|nd|rd|th)\b")
_USUAL = timedelta(weeks=4)
_LONGEST = timedelta(weeks=26)
_TEENS = (11, 12, 13)


def listed(row: MeetingRow, today: date) -> str:
    """Return how a meeting is named in the list: `14th meeting, 3 Dec`."""
    day = "" if row.day is None else short_day(row.day, today)
    if not row.name:
        return plain_day(row.day) if row.day is not None else _tr("Without a date")
    return ", ".join(part for part in (row.name.removesuffix(" meeting"), day) if part)


def standing_of(row: MeetingRow) -> str:
    """Return how far a meeting has come, for its second line."""
    if row.sealed:
        return _tr("confirmed, sealed")
    if row.status is MeetingStatus.PLANNED:
        return _tr("notice not given") if row.notice_given_on is None else _tr("notice given")
    return str(row.status or _tr("not stated"))


def next_name(name: str) -> str:
    """Return the name of the meeting after one: `15th meeting` after `14th meeting`; empty where it isn't counted."""
    found = _ORDINAL.match(name)
    if found is None:
        return ""
    number = int(found[1]) + 1
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}{name[found.end() :]}"


def likely_day(rows: Sequence[MeetingRow], next_date: date | None, today: date) -> date | None:
    """Return the day that is proposed for a new meeting: the one that was announced, else as far on as usual.

    Args:
        rows: the latest meetings, newest first.
        next_date: what the newest one said of the next.
        today: the day proposed lies behind it.
    """
    days = [row.day for row in rows if row.day is not None]
    if not days:
        return None
    if next_date is not None and next_date > max(days[0], today):
        return next_date
    step = days[0] - days[1] if len(days) > 1 else _USUAL
    if not timedelta(0) < step <= _LONGEST:
        step = _USUAL
    # Meetings keep to their day of the week.
    step = timedelta(weeks=max(round(step.days / 7), 1))
    behind = max((today - days[0]).days // step.days, 0)
    return days[0] + step * (behind + 1)


def carried_words(carried: Carried) -> str:
    """Return what was put on an agenda by itself: `minutes of 28 January, 2 deferred items and 5 open actions`."""
    said = []
    if carried.minutes:
        said.append(_tr("minutes of {}").format(_listed([f"{day.day} {day:%B}" for day in carried.minutes])))
    for count, one, several in (
        (carried.actions, _tr("1 open action"), _tr("{} open actions")),
        (carried.deferred, _tr("1 deferred item"), _tr("{} deferred items")),
        (carried.proposals, _tr("1 unanswered proposal"), _tr("{} unanswered proposals")),
    ):
        if count:
            said.append(one if count == 1 else several.format(count))
    return _tr("with {}").format(_listed(said)) if said else ""


def _listed(parts: Sequence[str]) -> str:
    return _tr("{} and {}").format(", ".join(parts[:-1]), parts[-1]) if len(parts) > 1 else "".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("meetings", text)
