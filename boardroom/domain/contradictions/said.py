"""A contradiction as it is told, and the words in which things of a record are named."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance
from boardroom.domain.decisions import Decision
from boardroom.domain.presence import AWAY, IN_THE_ROOM
from boardroom.domain.record import MeetingRecord
from boardroom.domain.words import Presence

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
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATE = re.compile(
    rf"(?:\b({'|'.join(_WEEKDAYS)}),?\s+)?\b([0-9]{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(_MONTHS)})\s+([0-9]{{4}})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Something in a record that does not agree with something else in it; told, and blocking nothing.

    `place` names where it stands ("Item 4"), `sentence` what is wrong; `about` is the id of the row that
    a screen should open, None for the meeting itself.
    """

    place: str
    sentence: str
    about: UUID | None = None


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date found in words, with the day of the week that was said of it ("" where none)."""

    day: date
    weekday: str

    @property
    def weekday_is_right(self) -> bool:
        """Whether the date falls on the day of the week that is said of it."""
        return not self.weekday or _WEEKDAYS[self.day.weekday()].casefold() == self.weekday.casefold()


def dates_in(text: str) -> list[SaidDate]:
    """Return the whole dates that a text names, as `2nd July 2010`; impossible ones are passed over."""
    found = []
    for weekday, day, month, year in _DATE.findall(text):
        try:
            found.append(SaidDate(date(int(year), _MONTHS.index(month.capitalize()) + 1, int(day)), weekday))
        except ValueError:
            continue
    return found


def day_words(day: date) -> str:
    """Return a date as minutes print it: `12 June 2006`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def time_words(at: time) -> str:
    """Return a time of day: `18:30`."""
    return f"{at:%H:%M}"


def weekday_of(day: date) -> str:
    """Return the day of the week."""
    return _WEEKDAYS[day.weekday()]


def item_words(item: AgendaItem | None) -> str:
    """Name an item by its number, else by its title."""
    if item is None:
        return "Meeting"
    return f"Item {item.number}" if item.number else f"“{shortened(item.title)}”"


def item_of(record: MeetingRecord, item_id: UUID | None) -> AgendaItem | None:
    """Return an item of the record; None where there is none of that id."""
    return record.item_by_id.get(item_id) if item_id is not None else None


def decision_words(record: MeetingRecord, decision: Decision) -> str:
    """Name a decision by its item, and by its own number or wording."""
    which = decision.number or f"“{shortened(decision.wording)}”"
    item = item_of(record, decision.item_id)
    return f"{item_words(item)}, decision {which}" if item else f"Decision {which}"


_ENOUGH = 60


def shortened(text: str) -> str:
    """Return the beginning of a text that is too long for a sentence."""
    return text if len(text) <= _ENOUGH else text[: _ENOUGH - 1].rstrip() + "…"


def line_words(line: Attendance) -> str:
    """Name a line of the attendance by name, else by role and organisation."""
    return line.name or ", ".join(part for part in (line.role, line.organisation) if part) or "somebody"


def one_person(line: Attendance) -> bool:
    """Whether a line stands for one person, in words or as the number one."""
    return not line.counted or line.headcount == 1


def away_words(line: Attendance) -> str:
    """Say how somebody was not there."""
    return "sent apologies" if line.status is Presence.APOLOGIES else "is marked absent"


def are_the_same(one: Attendance, other: Attendance) -> bool:
    """Whether two lines are of one person: by id, else by the same name for the same organisation."""
    if one.person_id is not None and other.person_id is not None:
        return one.person_id == other.person_id
    return (
        bool(one.name)
        and one.name.casefold() == other.name.casefold()
        and one.organisation.casefold() == other.organisation.casefold()
    )


def away(record: MeetingRecord) -> Iterator[Attendance]:
    """Return the lines of single people who did not come and stand nowhere else as having come."""
    came = [line for line in record.attendances if line.status in IN_THE_ROOM]
    for line in record.attendances:
        if line.status in AWAY and not any(are_the_same(line, other) for other in came):
            yield line


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def plural(count: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{count} {one if count == 1 else many}"


def held_days(record: MeetingRecord) -> list[date]:
    """Return the dates on which the meeting sat."""
    return [day.held_on for day in record.days if day.held_on is not None]


def unfound(rows: Iterable[tuple[UUID | None, str]], record: MeetingRecord) -> list[str]:
    """Return the printed numbers of items that aren't in the record."""
    return [number for item_id, number in rows if item_of(record, item_id) is None and number]
