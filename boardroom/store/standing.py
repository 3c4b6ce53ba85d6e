"""Where a row stands for search: its board, meeting and day, and whether it is restricted by what is above it.

A row that moves, a day that changes, or an item that becomes restricted takes along what hangs below it:
`moved_by` tells which rows.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from boardroom.store.connect import Driver
from boardroom.store.images import Image, RowChange
from boardroom.store.searchable import SEARCHABLE, standing

Key = tuple[str, str]
"""A row: its entity and its id."""

_OF_MEETING = """
    SELECT (SELECT board_id FROM meeting_board WHERE meeting_id = ?1 ORDER BY position, id LIMIT 1),
           (SELECT min(held_on) FROM meeting_day WHERE meeting_id = ?1)
"""
_OF_DECLARATION = "SELECT item_id FROM declaration_item WHERE declaration_id = ? AND item_id IS NOT NULL"


def _below() -> dict[str, list[tuple[str, str]]]:
    below = defaultdict(list)
    for entity, how in SEARCHABLE.items():
        for column, above in how.under:
            below[above].append((entity, column))
    return dict(below)


_BELOW = _below()


class Place(NamedTuple):
    """The board and the meeting that a row belongs to, its day (0: undated), and whether it is restricted."""

    board: str | None = None
    meeting: str | None = None
    day: int = 0
    restricted: bool = False


class Standings:
    """Finds where rows stand; remembers what it looked up, so it lives no longer than one unit of work."""

    def __init__(self, connection: Driver) -> None:
        """Look things up through a connection that sees what was written."""
        self._connection = connection
        self._meetings: dict[str, tuple[str | None, int]] = {}
        self._places: dict[Key, Place] = {}

    def of(self, entity: str, key: str, row: Image) -> Place:
        """Return where a row stands, given the row itself."""
        how = SEARCHABLE[entity]
        board = _text(key if entity == "board" else row.get("board_id"))
        meeting = _text(key if entity == "meeting" else row.get("meeting_id"))
        restricted = how.restricted and bool(row["restricted"])
        for column, above in how.under:
            if row[column] is not None:
                place = self.at(above, str(row[column]))
                board = board or place.board
                meeting = meeting or place.meeting
                restricted = restricted or place.restricted
        if entity == "declaration" and not restricted:
            items = self._connection.execute(_OF_DECLARATION, (key,)).fetchall()
            restricted = any(self.at("agenda_item", item).restricted for (item,) in items)
        day = 0
        if meeting is not None:
            host, day = self._of_meeting(meeting)
            board = board or host
        if how.dated:
            day = _ordinal(row[how.dated]) or day
        return Place(board, meeting, day, restricted)

    def at(self, entity: str, key: str) -> Place:
        """Return where a row stands, given its id; nowhere, if it isn't there (yet)."""
        place = self._places.get((entity, key))
        if place is None:
            if entity == "agenda_item":
                self._climb(key)
            else:
                row = self.row(entity, key)
                self._places[entity, key] = Place() if row is None else self.of(entity, key, row)
            place = self._places[entity, key]
        return place

    def row(self, entity: str, key: str) -> Image | None:
        """Return a row as it stands in the file."""
        found = self._connection.execute(f"SELECT * FROM {entity} WHERE id = ?", (key,))  # noqa: S608 - our own names
        values = found.fetchone()
        if values is None:
            return None
        return dict(zip((column[0] for column in found.description), values, strict=True))

    def _climb(self, key: str) -> None:
        """Find where an item stands from the top down, since a record's items may nest without end, or in a ring."""
        rows: dict[str, Image] = {}
        at: str | None = key
        while at is not None and at not in rows and ("agenda_item", at) not in self._places:
            row = self.row("agenda_item", at)
            if row is None:
                self._places["agenda_item", at] = Place()
                break
            rows[at] = row
            at = _text(row["parent_id"])
        # In a ring, the item at which it closes takes nothing from above.
        if at is not None:
            self._places.setdefault(("agenda_item", at), Place())
        for item, row in reversed(rows.items()):
            self._places["agenda_item", item] = self.of("agenda_item", item, row)

    def _of_meeting(self, meeting: str) -> tuple[str | None, int]:
        found = self._meetings.get(meeting)
        if found is None:
            host, held_on = self._connection.execute(_OF_MEETING, (meeting,)).fetchone()
            found = self._meetings[meeting] = (host, _ordinal(held_on))
        return found


def moved_by(connection: Driver, standings: Standings, change: RowChange) -> set[Key]:
    """Return the rows that stand elsewhere because this one was written; itself not among them."""
    before, after = change.before, change.after
    match change.entity:
        case "meeting_board" | "meeting_day":
            return _of_meetings(connection, _meetings_moved(change))
        case "declaration_item":
            found = {("declaration", str(image["declaration_id"])) for image in (before, after) if image is not None}
            return found | _below_all(connection, found)
        case entity if entity in _BELOW and before is not None and after is not None:
            if standing(entity, before) == standing(entity, after):
                return set()
            return _below_all(connection, {(entity, change.id)})
        case "agenda_item" if after is not None and standings.at("agenda_item", change.id).restricted:
            # Foreign keys are looked at in the end only, so something may have come before its item.
            return _of_meetings(connection, {str(after["meeting_id"])})
        case _:
            return set()


def _meetings_moved(change: RowChange) -> set[str]:
    columns = ("meeting_id", "held_on") if change.entity == "meeting_day" else ("meeting_id", "board_id", "position")
    images = [image for image in (change.before, change.after) if image is not None]
    if len(images) > 1 and all(images[0][column] == images[1][column] for column in columns):
        return set()
    return {str(image["meeting_id"]) for image in images}


def _of_meetings(connection: Driver, meetings: Iterable[str]) -> set[Key]:
    return {
        (entity, key)
        for meeting in meetings
        for entity, key in connection.execute(
            "SELECT entity, entity_id FROM search_doc WHERE meeting_id = ?", (meeting,)
        )
    }


def _below_all(connection: Driver, rows: set[Key]) -> set[Key]:
    """Return everything that hangs below these rows, level by level."""
    found: set[Key] = set()
    level = rows | _items_below(connection, rows)
    while level:
        found |= level
        level = set(_below_these(connection, level)) - found
    return found - rows


def _items_below(connection: Driver, rows: set[Key]) -> set[Key]:
    """Return the items below these, however deep they nest: read once, since no index leads from item to sub-item."""
    waiting = [key for entity, key in rows if entity == "agenda_item"]
    if not waiting:
        return set()
    below = defaultdict(list)
    for key, parent in connection.execute("SELECT id, parent_id FROM agenda_item WHERE parent_id IS NOT NULL"):
        below[parent].append(key)
    found: set[Key] = set()
    while waiting:
        for key in below.pop(waiting.pop(), ()):
            found.add(("agenda_item", key))
            waiting.append(key)
    return found


def _below_these(connection: Driver, rows: set[Key]) -> Iterator[Key]:
    by_entity = defaultdict(list)
    for entity, key in rows:
        by_entity[entity].append(key)
    for entity, keys in by_entity.items():
        listed = json.dumps(keys)
        for child, column in _BELOW.get(entity, ()):
            if child != entity:
                yield from _pointing(connection, child, "id", column, listed)
        if entity == "agenda_item":
            for _, declaration in _pointing(connection, "declaration_item", "declaration_id", "item_id", listed):
                yield "declaration", declaration


def _pointing(connection: Driver, table: str, wanted: str, column: str, keys: str) -> Iterator[Key]:
    statement = f"SELECT {wanted} FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own names
    for (key,) in connection.execute(statement, (keys,)):
        yield table, key


def _ordinal(day: object) -> int:
    return 0 if day is None else date.fromisoformat(str(day)).toordinal()


def _text(value: object) -> str | None:
    return None if value is None else str(value)
