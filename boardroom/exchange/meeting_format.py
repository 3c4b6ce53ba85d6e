"""`boardroom.meeting-record/1`: read and checked; its canonical form, its identity, and where two records differ."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.exchange.json_reading import Json, place_in_words, read_json
from boardroom.exchange.published import meeting_schema
from boardroom.exchange.validating import Fault, refuse_faults, shown, validate

FORMAT = "boardroom.meeting-record/1"
MEGABYTES = 64
WORDS: Mapping[str, str] = MappingProxyType({"agenda": "item", "attendance": "line"})
"""What a member of a list is called in sentences, where it has a name of its own."""
HASHED = "sha256:"
"""How the identity of a record begins that has no id of its own."""

_ASIDE = frozenset({"source", "why_here"})
_FALSE_WHEN_ABSENT = frozenset({"restricted", "provisional", "proxy"})
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A meeting record that fits the schema, and what its file is called in sentences."""

    name: str
    data: dict[str, Json]


def read_record(source: Path | bytes, name: str) -> RecordFile:
    """Read a meeting record, and check what its schema can't: dates, times, and who stands under whom.

    Args:
        source: the file, or its bytes.
        name: what the file is called in sentences.

    Raises:
        Refusal: it can't be read, doesn't fit, or can't be meant; the first few faults, each with its place.
    """
    return checked_record(read_json(source, name, megabytes=MEGABYTES, words=WORDS), name)


def checked_record(data: Json, name: str) -> RecordFile:
    """Check what `read_json` returned, as `read_record` does.

    Raises:
        Refusal: as `read_record`.
    """
    stated = data.get("format") if isinstance(data, dict) else None
    if isinstance(data, dict) and stated != FORMAT:
        said = f"says that it is {shown(stated)}" if "format" in data else "doesn't say what it is"
        message = f"{name} {said}; a meeting record says “format”: “{FORMAT}”."
        raise Refusal(message)
    validate(data, meeting_schema, name, words=WORDS)
    refuse_faults(name, _faults(data), WORDS)
    return RecordFile(name, data)


def iso_date(words: str) -> date | None:
    """Return the date that a text is, where it is one as ISO 8601 writes it."""
    try:
        return date.fromisoformat(words) if _ISO_DATE.fullmatch(words) else None
    except ValueError:
        return None


def clock_time(words: str) -> time | None:
    """Return the time of day that a text is, where it is one like 18:30."""
    return time.fromisoformat(words) if _CLOCK.fullmatch(words) else None


def canonical(record: Mapping[str, Json]) -> dict[str, Json]:
    """Return what counts of a record when two are compared (docs/decisions/0003).

    Text is clean; nulls, empty texts, lists and objects are left out, but `count: null` stays: it means
    several. `restricted`, `provisional` and `proxy` are false when absent. `source` and `why_here` are aside.
    """
    return _canonical_object({key: value for key, value in record.items() if key not in _ASIDE})


def identity(record: Mapping[str, Json]) -> str:
    """Return what a record is known by: its id, else the hash of its canonical form."""
    own: str = record.get("id") or ""
    return own or content_hash(record)


def content_hash(record: Mapping[str, Json]) -> str:
    """Return the identity of a record that has no id."""
    content = canonical({key: value for key, value in record.items() if key != "id"})
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return HASHED + sha256(text.encode()).hexdigest()


def differences(here: Mapping[str, Json], there: Mapping[str, Json]) -> Iterator[str]:
    """Say where the record that the board file gives and another one differ.

    Args:
        here: canonical form of what the board file holds.
        there: canonical form of the record that comes in.
    """
    for place, ours, theirs in _differing(here, there, ()):
        yield f"{place_in_words(place, WORDS)}: on the board {_quoted(ours)}, in the record {_quoted(theirs)}"


def parents(agenda: Sequence[Mapping[str, Json]]) -> dict[int, int]:
    """Return for each item that stands under another one the place of that: the first with the number."""
    first: dict[str, int] = {}
    for at, item in enumerate(agenda):
        first.setdefault(clean_line(item.get("number") or ""), at)
    first.pop("", None)
    named = {at: clean_line(item.get("parent") or "") for at, item in enumerate(agenda)}
    return {at: first[number] for at, number in named.items() if number in first}


def _canonical_object(value: Mapping[str, Json]) -> dict[str, Json]:
    kept = {}
    for key, inner in sorted(value.items()):
        form = _canonical(inner)
        if form is False and key in _FALSE_WHEN_ABSENT:
            continue
        if (form is None and key == "count") or (form is not None and form not in ("", [], {})):
            kept[clean_text(key)] = form
    return kept


def _canonical(value: Json) -> Json:
    if isinstance(value, dict):
        return _canonical_object(value)
    if isinstance(value, list):
        # A member of a list stays even when it is empty: its place counts.
        return [_canonical(inner) for inner in value]
    return clean_text(value) if isinstance(value, str) else value


def _faults(data: Mapping[str, Json]) -> list[Fault]:
    faults = list(_wrong_times(data))
    if not clean_line(data["body"]["name"]):
        faults.append((("body", "name"), "the name is blank"))
    agenda = data.get("agenda") or []
    above = parents(agenda)
    for start in above:
        seen, at = {start}, above[start]
        while at in above and at not in seen:
            seen.add(at)
            at = above[at]
        if at == start:
            number = shown(agenda[start]["parent"])
            faults.append((("agenda", start, "parent"), f"the item stands under itself, by way of item {number}"))
    return faults


def _wrong_times(data: Mapping[str, Json]) -> Iterator[Fault]:
    meeting = data.get("meeting") or {}
    for key in ("start", "end"):
        if meeting.get(key) and clock_time(meeting[key]) is None:
            yield ("meeting", key), f"{shown(meeting[key])} is no time of day"
    if meeting.get("date") and not _ISO_DATE.fullmatch(meeting["date"]):
        yield ("meeting", "date"), f"{shown(meeting['date'])} is not a date like 2024-03-31"
    for place, words in _dates(data, meeting):
        if words and _ISO_DATE.fullmatch(words) and iso_date(words) is None:
            yield place, f"{shown(words)} is no day of the calendar"


def _dates(data: Mapping[str, Json], meeting: Mapping[str, Json]) -> Iterator[tuple[Sequence[str | int], str | None]]:
    yield ("meeting", "date"), meeting.get("date")
    yield ("next_meeting", "date"), (data.get("next_meeting") or {}).get("date")
    for at, minutes in enumerate(data.get("previous_minutes") or []):
        yield ("previous_minutes", at, "meeting_date"), minutes.get("meeting_date")
    for at, item in enumerate(data.get("agenda") or []):
        for number, action in enumerate(item.get("actions") or []):
            yield ("agenda", at, "actions", number, "due"), action.get("due")


_Place = tuple[str | int, ...]


def _differing(here: Json, there: Json, place: _Place) -> Iterator[tuple[_Place, Json, Json]]:
    if isinstance(here, dict) and isinstance(there, dict):
        for key in sorted(here.keys() | there.keys()):
            yield from _differing(here.get(key, _NOTHING), there.get(key, _NOTHING), (*place, key))
    elif isinstance(here, list) and isinstance(there, list) and len(here) == len(there):
        for at, (ours, theirs) in enumerate(zip(here, there, strict=True)):
            yield from _differing(ours, theirs, (*place, at))
    elif here != there or type(here) is not type(there):
        yield place, here, there


_NOTHING = object()


def _quoted(value: Json) -> str:
    if value is _NOTHING:
        return "nothing"
    if value is None:
        return "several, not counted"
    if isinstance(value, list):
        return f"{len(value)} of them" if len(value) > 1 else "one"
    if isinstance(value, dict):
        return "something"
    return shown(value)
