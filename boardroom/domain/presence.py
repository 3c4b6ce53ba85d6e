"""Who is in the room for an item or at a moment, who has stepped out for an interest, who fills which seat.

The record says when people came and went by the clock, by the item, or in words. Whoever has no such
row was there throughout; words alone change nothing, because a rule can't read them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance, Declaration, Stay
from boardroom.domain.board import Membership, Seat
from boardroom.domain.record import BoardAtMeeting, MeetingRecord
from boardroom.domain.words import Presence, Sector

IN_THE_ROOM = frozenset({Presence.PRESENT, Presence.SUBSTITUTE, Presence.IN_ATTENDANCE})
"""The statuses of people who came, remote ones included: the record does not tell rooms apart for this."""

AWAY = frozenset({Presence.APOLOGIES, Presence.ABSENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The point of a meeting that a question is about: an item, a time of a day, both, or the whole of it."""

    item_id: UUID | None = None
    day_id: UUID | None = None
    at: time | None = None


WHOLE_MEETING = Moment()


class Standing(StrEnum):
    """In what way somebody fills a seat."""

    HOLDER = "holder"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledSeat:
    """A seat with the one person who fills it at a moment."""

    seat: Seat
    line: Attendance
    standing: Standing
    voting: bool

    @property
    def sector(self) -> Sector:
        """The seat's sector; where the seat has none, the one printed for the person."""
        if self.seat.sector is Sector.UNKNOWN and self.line.sector is not None:
            return self.line.sector
        return self.seat.sector


def order_taken(items: Sequence[AgendaItem]) -> list[UUID]:
    """Return the items' ids in the order they were taken: running order, but for items taken after another.

    Sub-items go with the item that was moved. An item said to be taken after one that isn't there stays.
    """
    ordered = sorted(items, key=lambda item: item.position)
    parents = parents_of(ordered)
    by_number = {item.number: item.id for item in reversed(ordered) if item.number}
    order = [item.id for item in ordered]
    for item in ordered:
        after = by_number.get(item.taken_after)
        if after is None or is_within(after, {item.id}, parents):
            continue
        moved = [one for one in order if is_within(one, {item.id}, parents)]
        rest = [one for one in order if one not in moved]
        # It is taken when the other is over, so behind the other's own sub-items.
        at = max(index for index, one in enumerate(rest) if is_within(one, {after}, parents)) + 1
        order = rest[:at] + moved + rest[at:]
    return order


def parents_of(items: Iterable[AgendaItem]) -> dict[UUID, UUID | None]:
    """Return each item's parent, for `is_within`."""
    return {item.id: item.parent_id for item in items}


def is_within(item_id: UUID | None, named: Iterable[UUID], parents: dict[UUID, UUID | None]) -> bool:
    """Whether an item is one of those named or stands under one of them; circles of parents are survived."""
    wanted, seen = set(named), set[UUID]()
    while item_id is not None and item_id not in seen:
        if item_id in wanted:
            return True
        seen.add(item_id)
        item_id = parents.get(item_id)
    return False


def covers(stay: Stay, moment: Moment, order: Sequence[UUID]) -> bool:
    """Whether a stay includes a moment.

    A stay reaches from its arrival up to, not including, its departure: who came at an item was there
    for it (decisions come at its end), who left at an item was not. `order` is the order taken.
    """
    if moment.day_id is not None and stay.day_id not in (None, moment.day_id):
        return False
    if moment.at is not None and not _clock_covers(stay, moment.at):
        return False
    if moment.item_id not in order:
        return True
    now = order.index(moment.item_id)
    if stay.arrived_item_id in order and now < order.index(stay.arrived_item_id):
        return False
    return not (stay.left_item_id in order and now >= order.index(stay.left_item_id))


def _clock_covers(stay: Stay, at: time) -> bool:
    came, left = stay.arrived_at, stay.left_at
    if came is not None and left is not None and left < came:
        return at >= came or at < left  # the meeting ran past midnight
    return (came is None or at >= came) and (left is None or at < left)


def is_here(record: MeetingRecord, line: Attendance, moment: Moment = WHOLE_MEETING) -> bool:
    """Whether a line of the attendance is in the room at a moment.

    Somebody who came for certain items is here for these and their sub-items only. Remote people are
    here: a board that meets by video counts them, and no terms we saw treat them otherwise.
    """
    if line.status not in IN_THE_ROOM:
        return False
    for_items = [row for row in record.attendance_items if row.attendance_id == line.id]
    if for_items:
        named = {row.item_id for row in for_items if row.item_id is not None}
        if not is_within(moment.item_id, named, parents_of(record.items)):
            return False
    stays = [stay for stay in record.stays if stay.attendance_id == line.id]
    if not stays:
        return True
    order = order_taken(record.items)
    return any(covers(stay, moment, order) for stay in stays)


def is_recused(record: MeetingRecord, line: Attendance, moment: Moment = WHOLE_MEETING) -> bool:
    """Whether somebody takes no part at a moment because of an interest.

    A recusal holds for the items named and their sub-items, for all where none is named; a dispensation
    lifts it. Source: Localism Act 2011 s.31(4) (no part in discussion or vote) and s.33 (dispensation).
    """
    return any(
        declaration.recused
        and not declaration.dispensation.strip()
        and concerns(record, declaration, moment.item_id)
        and is_by(record, declaration, line)
        for declaration in record.declarations
    )


def concerns(record: MeetingRecord, declaration: Declaration, item_id: UUID | None) -> bool:
    """Whether a declaration is about an item: one that it names, one under it, or any where it names none."""
    rows = [row for row in record.declaration_items if row.declaration_id == declaration.id]
    if not rows:
        return True
    named = {row.item_id for row in rows if row.item_id is not None}
    return is_within(item_id, named, parents_of(record.items))


def is_by(record: MeetingRecord, declaration: Declaration, line: Attendance) -> bool:
    """Whether a declaration was made by this line's person: the same person, or the only one so printed."""
    if declaration.person_id is not None and line.person_id is not None:
        return declaration.person_id == line.person_id
    said = declaration.by.casefold()
    return said in _printed(line) and sum(said in _printed(other) for other in record.attendances) == 1


def _printed(line: Attendance) -> set[str]:
    """Return the ways in which a declaration may name a line: by name, or by role and organisation."""
    if line.name:
        return {line.name.casefold()}
    return {f"{line.role}, {line.organisation}".casefold()} if line.role and line.organisation else set()


def seat_of(record: MeetingRecord, line: Attendance) -> UUID | None:
    """Return the seat a line is about: its own, else that of the member it stands in for."""
    if line.status is Presence.SUBSTITUTE and (line.deputy_for_id or line.deputy_for):
        for other in record.attendances:
            same_id = line.deputy_for_id is not None and other.person_id == line.deputy_for_id
            same_name = line.deputy_for_id is None and other.name.casefold() == line.deputy_for.casefold()
            if other is not line and (same_id or same_name) and other.seat_id is not None:
                return other.seat_id
    return line.seat_id


def in_force(row: Seat | Membership, on: date | None) -> bool:
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


def held_on(record: MeetingRecord, moment: Moment = WHOLE_MEETING) -> date | None:
    """Return the day of a moment: its own, else the meeting's first that has a date."""
    days = [day for day in record.days if moment.day_id in (None, day.id)]
    return next((day.held_on for day in days if day.held_on is not None), None)


def filled_seats(
    record: MeetingRecord,
    board: BoardAtMeeting,
    moment: Moment = WHOLE_MEETING,
    *,
    memberships: Sequence[Membership] = (),
) -> list[FilledSeat]:
    """Return the seats of a board that somebody fills at a moment, each once, each person once.

    The holder fills the seat; a deputy only while the holder is away. A holder who is here but steps out
    for an interest leaves the seat empty: a deputy comes for a meeting, not to get round an interest.
    Neither a proxy (a sitting member acting also for another: no further person) nor a number of people
    fills a seat. Source: glossary, "Proxy" and "Quorum"; domain-facts, Localism Act 2011 s.31(4).
    """
    filled, taken, people = list[FilledSeat](), set[UUID](), set[UUID]()
    on = held_on(record, moment)
    seats = {seat.id: seat for seat in board.seats}
    lines = [line for line in record.attendances if not line.counted and not line.proxy]
    # Holders before deputies; the rest as the attendance has them.
    for line in sorted(lines, key=lambda line: (line.status is Presence.SUBSTITUTE, line.position)):
        seat = seats.get(seat_of(record, line) or line.id)
        if seat is None or seat.id in taken or line.person_id in people or not is_here(record, line, moment):
            continue
        taken.add(seat.id)
        if line.person_id is not None:
            people.add(line.person_id)
        if is_recused(record, line, moment):
            continue
        filled.append(
            FilledSeat(
                seat=seat,
                line=line,
                standing=Standing.DEPUTY if line.status is Presence.SUBSTITUTE else Standing.HOLDER,
                voting=has_vote(seat, line, memberships, on),
            )
        )
    return filled
