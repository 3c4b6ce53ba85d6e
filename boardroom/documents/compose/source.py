"""What every room of a composer asks the record: rows by owner, names of people and items, the language."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.audience import Audience
from boardroom.domain.base import Base
from boardroom.domain.outline import outline
from boardroom.domain.record import MeetingRecord
from boardroom.domain.room import Room

T = TypeVar("T", bound=Base)


class Source:
    """A record and the audience that it is composed for."""

    def __init__(self, record: MeetingRecord, audience: Audience) -> None:
        """Look at a record that was loaded for this audience.

        Raises:
            ValueError: it was loaded for members and is to be composed for the public. That is a bug: what
                the public may not see must not be here.
        """
        public = audience is Audience.PUBLIC
        secret = any(item.restricted and item.title for item in record.items)
        secret = secret or any(row.restricted for row in record.paragraphs)
        secret = secret or any(paper.restricted for paper in record.papers)
        if public and secret:
            message = "a record with restricted matter can't be composed for the public"
            raise ValueError(message)
        self.record = record
        self.public = public
        self._groups: dict[tuple[int, str], dict[UUID | None, list[Base]]] = {}
        order = outline(record.items)
        self.items = tuple(record.item_by_id[place.id] for place in order)
        depths: dict[UUID, int] = {}
        for place in order:
            depths[place.id] = 0 if place.parent_id is None else depths[place.parent_id] + 1
        self._depths = depths
        # Whose ground counts for each restricted item: its own, or that of the item it stands under.
        grounds: dict[UUID, AgendaItem] = {}
        for place in order:
            item = record.item_by_id[place.id]
            above = None if place.parent_id is None else grounds.get(place.parent_id)
            if item.restricted and (above is None or item.ground or item.restriction):
                grounds[place.id] = item
            elif above is not None:
                grounds[place.id] = above
        self._grounds = grounds

    @cached_property
    def room(self) -> Room:
        """Who was in the room when, and who took no part in what."""
        return Room(self.record)

    @property
    def language(self) -> str:
        """The language of the record's own text, "" where it is the document's English."""
        tag = self.record.meeting.language.partition("+")[0].strip()
        return "" if tag.split("-")[0] in {"", "en"} else tag

    @property
    def first_day(self) -> date | None:
        """The day on which the meeting was first held."""
        return next((day.held_on for day in self.record.days if day.held_on is not None), None)

    @property
    def board_names(self) -> list[str]:
        """The names of the meeting's boards as printed on the day, the host first."""
        today = {one.board.id: one.board.name for one in self.record.boards}
        printed = {row.board_id: row.name for row in self.record.meeting_boards if row.name}
        ids = dict.fromkeys([row.board_id for row in self.record.meeting_boards] + list(today))
        return [name for name in (printed.get(one) or today.get(one, "") for one in ids) if name]

    def under(self, rows: Sequence[T], field: str, owner: UUID | None) -> list[T]:
        """Return the rows of one of the record's lists whose `field` is the owner's id, in order."""
        groups = self._groups.get((id(rows), field))
        if groups is None:
            groups = {}
            for row in rows:
                groups.setdefault(getattr(row, field), []).append(row)
            self._groups[id(rows), field] = groups
        return groups.get(owner, [])  # type: ignore[return-value]  # the rows given are those grouped

    def depth(self, item: AgendaItem) -> int:
        """Return how many items this one stands under."""
        return self._depths[item.id]

    def is_restricted(self, item: AgendaItem) -> bool:
        """Whether an item, or one that it stands under, is kept from the public."""
        return item.id in self._grounds

    def ground_of(self, item: AgendaItem) -> AgendaItem:
        """Return the item whose ground keeps this one from the public: itself, or one that it stands under."""
        return self._grounds.get(item.id, item)

    def item(self, item_id: UUID | None) -> AgendaItem | None:
        """Return an item of this meeting."""
        return None if item_id is None else self.record.item_by_id.get(item_id)

    def place(self, item_id: UUID | None, number: str = "") -> str:
        """Return an item as minutes refer to it: `minute 137`, else `item 6`, else its title."""
        item = self.item(item_id)
        if item is None:
            return f"item {number}" if number else ""
        if item.minute_number:
            return f"minute {item.minute_number}"
        return f"item {item.number}" if item.number else f"the item {self.title(item)}"

    def title(self, item: AgendaItem) -> str:
        """Return an item's title as this audience may read it."""
        if self.public and self.is_restricted(item):
            return item.public_title or "Restricted item"
        return item.title or item.public_title

    def person(self, person_id: UUID | None, name: str = "") -> str:
        """Return a person's name: as given, else as printed in the attendance, else as known today."""
        if name or person_id is None:
            return name
        printed = (line.name for line in self.under(self.record.attendances, "person_id", person_id) if line.name)
        known = self.record.people.get(person_id)
        return next(printed, known.name if known else "")

    def organisation(self, organisation_id: UUID | None, name: str = "") -> str:
        """Return an organisation's name: as given, else as printed in the attendance, else as known today."""
        if name or organisation_id is None:
            return name
        lines = self.under(self.record.attendances, "organisation_id", organisation_id)
        known = self.record.organisations.get(organisation_id)
        return next((line.organisation for line in lines if line.organisation), known.name if known else "")
