"""Being there: moments of a meeting, the order in which items were taken, what a stay covers, who holds a vote.

These are the small rules; `room.py` puts them together for a whole record.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from boardroom.domain.attendance import Attendance, Stay
from boardroom.domain.board import Membership, Seat, TermsOfReference
from boardroom.domain.item_place import ItemPlace
from boardroom.domain.people import OrganisationStatus
from boardroom.domain.record import MeetingRecord
from boardroom.domain.running import Taking
from boardroom.domain.words import Presence

IN_THE_ROOM = frozenset({Presence.PRESENT, Presence.SUBSTITUTE, Presence.IN_ATTENDANCE})
"""The statuses of people who came, remote ones included: the record does not tell rooms apart for this."""

_MINUTES_A_DAY = 24 * 60

AWAY = frozenset({Presence.APOLOGIES, Presence.ABSENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The point of a meeting that a question is about: an item, a time of a day, both, or the whole of it.

    Of the present moment of a meeting that runs, `taken` are the items taken so far, the present one too. Items may be
    gone back to, clocks set back, and days go on after a break: then who has come and not left is there.
    """

    item_id: UUID | None = None
    day_id: UUID | None = None
    at: time | None = None
    taken: frozenset[UUID] | None = None


WHOLE_MEETING = Moment()


def order_taken(items: Sequence[ItemPlace]) -> list[UUID]:
    """Return the items' ids in the order they were taken: running order, but for items taken after another.

    Sub-items go with the item that was moved. An item said to be taken after one that isn't there stays.
    """
    ordered = sorted(items, key=lambda item: item.position)
    parents = parents_of(ordered)
    if not any(item.taken_after for item in ordered):
        return [item.id for item in ordered]
    by_number = {item.minute_number: item.id for item in reversed(ordered)}
    by_number |= {item.number: item.id for item in reversed(ordered)}
    order = [item.id for item in ordered]
    for item in ordered:
        after = by_number.get(item.taken_after) if item.taken_after else None
        if after is None or is_within(after, {item.id}, parents):
            continue
        moved = [one for one in order if is_within(one, {item.id}, parents)]
        rest = [one for one in order if one not in moved]
        # It is taken when the other is over, so behind the other's own sub-items.
        at = max(index for index, one in enumerate(rest) if is_within(one, {after}, parents)) + 1
        order = rest[:at] + moved + rest[at:]
    return order


def parents_of(items: Iterable[ItemPlace]) -> dict[UUID, UUID | None]:
    """Return each item's parent, for `is_within`."""
    return {item.id: item.parent_id for item in items}


def is_within(item_id: UUID | None, named: Collection[UUID | None], parents: Mapping[UUID, UUID | None]) -> bool:
    """Whether an item is one of those named or stands under one of them; circles of parents are survived."""
    seen = set[UUID]()
    while item_id is not None and item_id not in seen:
        if item_id in named:
            return True
        seen.add(item_id)
        item_id = parents.get(item_id)
    return False


def covers(stay: Stay, moment: Moment, order: Mapping[UUID, int]) -> bool:
    """Whether a stay includes a moment.

    A stay reaches from its arrival up to, not including, its departure: who came at an item was there
    for it (decisions come at its end), who left at an item was not. `order` has each item's rank in the
    order taken.
    """
    if moment.taken is not None:
        return _covers_now(stay, moment, moment.taken)
    if moment.day_id is not None and stay.day_id not in (None, moment.day_id):
        return False
    if moment.at is not None and not _clock_covers(stay, moment.at):
        return False
    now = order.get(moment.item_id) if moment.item_id is not None else None
    if now is None:
        return True
    came = order.get(stay.arrived_item_id) if stay.arrived_item_id is not None else None
    left = order.get(stay.left_item_id) if stay.left_item_id is not None else None
    return (came is None or now >= came) and (left is None or now < left)


def _covers_now(stay: Stay, moment: Moment, taken: frozenset[UUID]) -> bool:
    """Whether somebody has come and not left yet; a departure may be said before its item, or its time, has come."""
    if stay.arrived_item_id is not None and stay.arrived_item_id not in taken:
        return False
    if stay.left_item_id is not None:
        return stay.left_item_id not in taken
    if stay.left_at is None:
        return True
    return stay.day_id in {None, moment.day_id} and (moment.at is None or _is_ahead(stay.left_at, moment.at))


def _is_ahead(time_said: time, now: time) -> bool:
    """Whether a time is still to come, for less than half a day: a meeting may run past midnight."""
    minutes = 60 * (time_said.hour - now.hour) + time_said.minute - now.minute
    return 0 < (minutes % _MINUTES_A_DAY) < _MINUTES_A_DAY // 2


def _clock_covers(stay: Stay, at: time) -> bool:
    came, left = stay.arrived_at, stay.left_at
    if came is not None and left is not None and left < came:
        return at >= came or at < left  # the meeting ran past midnight
    return (came is None or at >= came) and (left is None or at < left)


def overlaps(stay: Stay, taking: Taking) -> bool:
    """Whether a stay and a time in which an item was taken meet, by day and clock; the unknown doesn't part them."""
    if stay.day_id not in (None, taking.day_id):
        return False
    came, left = stay.arrived_at, stay.left_at
    if came is not None and left is not None and left < came:
        return True  # the meeting ran past midnight: the clock can't tell
    return (came is None or taking.ended is None or came < taking.ended) and (left is None or left > taking.began)


def declarants(record: MeetingRecord) -> dict[UUID, list[Attendance]]:
    """Return each declaration's lines of the attendance, by its id: the same person, or the only one so printed."""
    people: dict[UUID | None, list[Attendance]] = {}
    printed: dict[str, list[Attendance]] = {}
    for line in record.attendances:
        people.setdefault(line.person_id, []).append(line)
        for words in _printed(line):
            printed.setdefault(words, []).append(line)
    found = {}
    for declaration in record.declarations:
        person_id = declaration.person_id
        lines = list(people.get(person_id, ())) if person_id is not None else []
        alike = printed.get(declaration.by.casefold(), [])
        # Where both are known, the person decides and not the name.
        if len(alike) == 1 and (person_id is None or alike[0].person_id is None):
            lines += alike
        found[declaration.id] = lines
    return found


def _printed(line: Attendance) -> set[str]:
    """Return the ways in which a declaration may name a line: by name, or by role and organisation."""
    if line.name:
        return {line.name.casefold()}
    return {f"{line.role}, {line.organisation}".casefold()} if line.role and line.organisation else set()


def in_force(row: Seat | Membership | TermsOfReference | OrganisationStatus, on: date | None) -> bool:
    """Whether a dated row holds on a day; both its days count, an open end means so far."""
    return on is None or ((row.starts is None or row.starts <= on) and (row.ends is None or on <= row.ends))


def has_vote(seat: Seat, line: Attendance, memberships: Iterable[Membership] = (), on: date | None = None) -> bool:
    """Whether the person on this line votes in this seat.

    What the record says of the day stands before the membership, the membership before the seat.
    """
    if line.voting is not None:
        return line.voting
    for row in memberships:
        holds = row.seat_id == seat.id and row.person_id == line.person_id and in_force(row, on)
        if holds and row.voting is not None:
            return row.voting
    return seat.voting
