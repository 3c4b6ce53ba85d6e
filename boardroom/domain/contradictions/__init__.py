"""What contradicts itself in a meeting's record: told in sentences, never in the way of anything.

Source: domain-facts, "totals disagree with attendance: warn, never block"; issue data, edge cases.
"""

from collections.abc import Collection, Iterator
from datetime import date

from boardroom.domain.contradictions.agenda import agenda_contradictions
from boardroom.domain.contradictions.decisions import decision_contradictions
from boardroom.domain.contradictions.people import people_contradictions
from boardroom.domain.contradictions.said import Contradiction
from boardroom.domain.contradictions.sitting import sitting_contradictions
from boardroom.domain.contradictions.voted import vote_contradictions
from boardroom.domain.record import MeetingRecord
from boardroom.domain.room import Room

__all__ = ["Contradiction", "warnings"]


def warnings(record: MeetingRecord, *, holidays: Collection[date] = ()) -> list[Contradiction]:
    """Return all that a record says against itself, each once, in the order of the minutes.

    Args:
        record: a meeting and everything under it; nothing in it need be complete or sound.
        holidays: bank holidays, for notice in working days; without them notice is never called short
            that isn't, but short notice over a bank holiday is not seen.
    """
    return list(dict.fromkeys(_all(record, holidays)))


def _all(record: MeetingRecord, holidays: Collection[date]) -> Iterator[Contradiction]:
    room = Room(record)
    yield from sitting_contradictions(room, holidays)
    yield from people_contradictions(record)
    yield from agenda_contradictions(record)
    yield from vote_contradictions(room)
    yield from decision_contradictions(room)
