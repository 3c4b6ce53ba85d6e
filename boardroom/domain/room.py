"""A meeting's room: who is in it at a moment, who has stepped out for an interest, who fills which seat.

The record says when people came and went by the clock, by the item, or in words. Whoever has no such
row was there throughout; words alone change nothing, because a rule can't read them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from boardroom.domain.attendance import Attendance, Declaration, Stay
from boardroom.domain.board import Membership, Seat
from boardroom.domain.item_place import ItemPlace
from boardroom.domain.presence import (
    IN_THE_ROOM,
    WHOLE_MEETING,
    Moment,
    covers,
    declarants,
    has_vote,
    is_within,
    order_taken,
    overlaps,
    parents_of,
)
from boardroom.domain.record import BoardAtMeeting, MeetingRecord
from boardroom.domain.running import Taking
from boardroom.domain.words import Presence, Sector


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


class _Sitting(NamedTuple):
    """Somebody in a seat."""

    line: Attendance
    seat_id: UUID
    person_id: UUID | None
    status: Presence


class Room:
    """The attendance of a record, made ready for many questions; it doesn't see later changes of the record."""

    def __init__(self, record: MeetingRecord, items: Sequence[ItemPlace] | None = None) -> None:
        """Sort stays, items attended for and recusals by the line they belong to, and lines by who sits first.

        Args:
            record: the attendance with all that belongs to it.
            items: the agenda, where the record is without it.
        """
        self.record = record
        self._items = record.items if items is None else items
        self._stays: dict[UUID, list[Stay]] = {}
        for stay in record.stays:
            self._stays.setdefault(stay.attendance_id, []).append(stay)
        self._for_items: dict[UUID, set[UUID | None]] = {}
        for row in record.attendance_items:
            self._for_items.setdefault(row.attendance_id, set()).add(row.item_id)
        recusals = [one for one in record.declarations if one.recused and not one.dispensation.strip()]
        made_by = declarants(record) if recusals else {}
        self._recusals: dict[UUID, list[Declaration]] = {}
        for one in recusals:
            for line in made_by[one.id]:
                self._recusals.setdefault(line.id, []).append(one)
        self._named: dict[UUID, set[UUID | None]] = {}
        for about in record.declaration_items if recusals else ():
            self._named.setdefault(about.declaration_id, set()).add(about.item_id)

        # What is told of each line is read once: a board of two hundred is asked at every coming and going.
        single = [line for line in record.attendances if not line.counted and not line.proxy]
        # Holders before deputies; the rest as the attendance has them.
        single.sort(key=lambda line: (line.status is Presence.SUBSTITUTE, line.position))
        self._sitting: list[_Sitting] = []
        self.unseated = [line for line in record.attendances if line.counted]
        """Numbers of people, and everybody else who sits in no seat and is no proxy."""
        for line in single:
            seat_id = self.seat_of(line)
            if seat_id is None:
                self.unseated.append(line)
            else:
                self._sitting.append(_Sitting(line, seat_id, line.person_id, line.status))
        self.unseated.sort(key=lambda line: line.position)

    @cached_property
    def seats_settled(self) -> frozenset[UUID | None]:
        """The seats of which it is said who is there, or that nobody comes."""
        return frozenset(self.seat_of(line) for line in self.record.attendances if line.status is not Presence.ABSENT)

    @cached_property
    def _by_id(self) -> dict[UUID, Attendance]:
        return {line.id: line for line in self.record.attendances}

    @cached_property
    def _parents(self) -> dict[UUID, UUID | None]:
        return parents_of(self._items)

    @cached_property
    def _order(self) -> dict[UUID, int]:
        return {item_id: rank for rank, item_id in enumerate(order_taken(self._items))}

    def is_here(self, line: Attendance, moment: Moment = WHOLE_MEETING) -> bool:
        """Whether a line of the attendance is in the room at a moment.

        Somebody who came for certain items is here for these and their sub-items only. Remote people are
        here: a board that meets by video counts them, and no terms we saw treat them otherwise.
        """
        if line.status not in IN_THE_ROOM:
            return False
        # Most records have neither, and a board of ninety is asked at every item.
        for_items = self._for_items.get(line.id) if self._for_items else None
        if for_items is not None and not is_within(moment.item_id, for_items, self._parents):
            return False
        stays = self._stays.get(line.id) if self._stays else None
        if stays is None:
            return True
        order = self._order if moment.taken is None else {}
        return any(covers(stay, moment, order) for stay in stays)

    def is_moved(self, line_id: UUID) -> bool:
        """Whether an item or the clock decides if somebody is here, or takes part."""
        return line_id in self._stays or line_id in self._for_items or line_id in self._recusals

    def line(self, line_id: UUID) -> Attendance | None:
        """Return a line of the attendance by its id."""
        return self._by_id.get(line_id)

    def is_here_while(self, line: Attendance, item_id: UUID, takings: Sequence[Taking]) -> bool:
        """Return whether a line of the attendance is in the room while an item is taken, by the item and the clock.

        Args:
            line: of this attendance.
            item_id: the item.
            takings: when it was taken; without any the clock says nothing.
        """
        moment = Moment(item_id=item_id)
        if not self.is_here(line, moment):
            return False
        stays = self._stays.get(line.id)
        if stays is None or not takings:
            return True
        covering = [one for one in stays if covers(one, moment, self._order)]
        return any(overlaps(stay, taking) for stay in covering for taking in takings)

    def is_recused(self, line: Attendance, moment: Moment = WHOLE_MEETING) -> bool:
        """Whether somebody takes no part at a moment because of an interest.

        A recusal holds for the items named and their sub-items, for all where none is named; a
        dispensation lifts it. Source: Localism Act 2011 s.31(4) (no part in discussion or vote) and s.33.
        """
        recusals = self.recusals(line)
        if not recusals:
            return False
        about = (self._named.get(one.id) for one in recusals)
        return any(not named or is_within(moment.item_id, named, self._parents) for named in about)

    def recusals(self, line: Attendance) -> Sequence[Declaration]:
        """Return the declarations because of which somebody takes no part in something."""
        return self._recusals.get(line.id, ()) if self._recusals else ()

    def stays(self, line: Attendance) -> Sequence[Stay]:
        """Return somebody's times in the room; none where they were there throughout."""
        return self._stays.get(line.id, ())

    def seat_of(self, line: Attendance) -> UUID | None:
        """Return the seat a line is about: its own, else that of the member it stands in for."""
        if line.status is Presence.SUBSTITUTE and (line.deputy_for_id or line.deputy_for):
            for other in self.record.attendances:
                same_id = line.deputy_for_id is not None and other.person_id == line.deputy_for_id
                same_name = line.deputy_for_id is None and other.name.casefold() == line.deputy_for.casefold()
                if other is not line and (same_id or same_name) and other.seat_id is not None:
                    return other.seat_id
        return line.seat_id

    def held_on(self, moment: Moment = WHOLE_MEETING) -> date | None:
        """Return the day of a moment: its own, else the meeting's first that has a date."""
        days = [day for day in self.record.days if moment.day_id in (None, day.id)]
        return next((day.held_on for day in days if day.held_on is not None), None)

    def filled_seats(
        self, board: BoardAtMeeting, moment: Moment = WHOLE_MEETING, *, memberships: Sequence[Membership] = ()
    ) -> list[FilledSeat]:
        """Return the seats of a board that somebody fills at a moment, each once, each person once.

        The holder fills the seat; a deputy only while the holder is away. A holder who is here but steps
        out for an interest leaves the seat empty: a deputy comes for a meeting, not to get round an
        interest. Neither a proxy (a sitting member acting also for another: no further person) nor a
        number of people fills a seat.
        Source: glossary, "Proxy" and "Quorum"; domain-facts, Localism Act 2011 s.31(4).
        """
        filled, taken, people = list[FilledSeat](), set[UUID](), set[UUID]()
        on = self.held_on(moment)
        seats = {seat.id: seat for seat in board.seats}
        # Those that say nothing of a vote needn't be asked.
        said: dict[UUID, list[Membership]] = {}
        for row in memberships:
            if row.voting is not None:
                said.setdefault(row.seat_id, []).append(row)
        moved = bool(self._stays or self._for_items)
        for line, seat_id, person_id, status in self._sitting:
            seat = seats.get(seat_id)
            if seat is None or seat_id in taken or status not in IN_THE_ROOM or person_id in people:
                continue
            if moved and not self.is_here(line, moment):
                continue
            taken.add(seat_id)
            if person_id is not None:
                people.add(person_id)
            if self._recusals and self.is_recused(line, moment):
                continue
            standing = Standing.DEPUTY if status is Presence.SUBSTITUTE else Standing.HOLDER
            voting = has_vote(seat, line, said.get(seat_id, ()) if said else (), on)
            filled.append(FilledSeat(seat=seat, line=line, standing=standing, voting=voting))
        return filled


def room_of(source: MeetingRecord | Room) -> Room:
    """Return the room of a record; a room that was made before is used again."""
    return source if isinstance(source, Room) else Room(source)
