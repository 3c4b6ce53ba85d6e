"""What every part of a meeting record needs to become rows: the rows so far, and what item a number means."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from uuid_utils.compat import uuid7

from boardroom.domain.base import Base
from boardroom.domain.text import clean_line
from boardroom.exchange.doubts import Doubt
from boardroom.exchange.json_reading import Json, place_in_words
from boardroom.exchange.meeting_format import WORDS

Row: TypeAlias = dict[str, object]
Place: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What of the board file a record's rows point to."""

    board_id: UUID
    person: Callable[[str], UUID]
    organisation: Callable[[str], UUID]
    meeting_by_record: Callable[[str], UUID | None]
    meeting_on: Callable[[date], UUID | None]


class RowMaking:
    """Rows by entity, as they are made; `doubts` tells what could be read otherwise."""

    def __init__(self, record: Mapping[str, Json], file: str, meeting_id: UUID, around: Surroundings) -> None:
        """Begin without rows."""
        self.rows: dict[type[Base], list[Row]] = defaultdict(list)
        self.doubts: list[Doubt] = []
        self.meeting_id = meeting_id
        self.record, self.around, self._file = record, around, file
        self.items: list[Mapping[str, Json]] = record.get("agenda") or []
        self.item_ids = [uuid7() for _ in self.items]
        self.by_number = _places_by(self.items, "number")
        self.by_minute_number = _places_by(self.items, "minute_number")

    def add(self, entity: type[Base], **values: object) -> UUID:
        """Add a row of the meeting, next in order, and return its id."""
        row_id = uuid7()
        self.rows[entity].append({"id": row_id, "meeting_id": self.meeting_id, **values})
        return row_id

    def next_of(self, entity: type[Base]) -> int:
        """Return the position that the next row of an entity gets."""
        return len(self.rows[entity])

    def doubt(self, place: Place, sentence: str) -> None:
        """Tell what could be read otherwise."""
        self.doubts.append(Doubt(self._file, place_in_words(place, WORDS), sentence))

    def organisation_of(self, by: Mapping[str, Json]) -> UUID | None:
        """Return the organisation that is named, if one is."""
        name = clean_line(text_of(by, "organisation"))
        return self.around.organisation(name) if name else None

    def translations(self, entity: type[Base], thing: Mapping[str, Json], **owner: UUID) -> None:
        """Add what is said in other languages."""
        for language, texts in (thing.get("translations") or {}).items():
            for field, text in texts.items():
                if text:
                    self.add(entity, **owner, language=language, field=field, text=text)

    def named_items(self, entity: type[Base], numbers: Sequence[str] | None, place: Place, **owner: UUID) -> None:
        """Add the items that a line names by number."""
        for at, number in enumerate(numbers or []):
            found = self.find(number, (*place, at), self.by_number, self.by_minute_number)
            item_id = None if found is None else self.item_ids[found]
            self.add(entity, **owner, item_id=item_id, position=at, number=number)

    def find(self, number: str, place: Place, *numberings: Mapping[str, Sequence[int]]) -> int | None:
        """Return the place of the first item with a number, and tell where there is more than one.

        Where there is none, the words are kept, and `domain.contradictions` tells.
        """
        for numbering in numberings:
            found = numbering.get(clean_line(number))
            if found:
                if len(found) > 1:
                    self.doubt(place, f"{len(found)} items are numbered “{number}”; the first was taken.")
                return found[0]
        return None


def _places_by(items: Sequence[Mapping[str, Json]], numbering: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        number = clean_line(item.get(numbering) or "")
        if number:
            places.setdefault(number, []).append(at)
    return places


def text_of(thing: Mapping[str, Json], key: str) -> str:
    """Return a text of a record; empty where it has none."""
    text: str = thing.get(key) or ""
    return text


def word_of(kind: Callable[[str], Any], value: str | None) -> Any:  # noqa: ANN401 - the enumeration that was asked for
    """Return a word of a record as the enumeration that was asked for."""
    return None if value is None else kind(value)
