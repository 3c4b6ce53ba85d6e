"""The hash of a meeting's record, and its short form as minutes print it."""

from collections.abc import Iterator
from dataclasses import fields
from hashlib import sha256

from boardroom.domain.base import Base
from boardroom.domain.canonical import canonical, row_to_plain
from boardroom.domain.meeting import Correction, Seal
from boardroom.domain.record import MeetingRecord
from boardroom.domain.surroundings import surroundings_of

_LATER_LIFE = (Seal, Correction)
"""What comes after the minutes are sealed; the record that was sealed doesn't hold it."""

_NOT_HASHED = frozenset({"id", "told_on"})
"""The key of a row stands outside it; a proposer may be told after the minutes are sealed."""

_SHOWN = 12
_GROUP = 4


def record_hash(record: MeetingRecord) -> str:
    """Return the SHA-256, in hexadecimal, of all that minutes are composed from.

    Rows by table and id, fields by name, written as RFC 8785 has it, and what the minutes draw from outside
    the meeting: as the seal keeps it, else as it stands. Neither the seal itself nor corrections count.
    Source: hazard 29.
    """
    rows: dict[str, dict[str, dict[str, object]]] = {}
    for entity in _own_rows(record):
        image = {name: value for name, value in row_to_plain(entity).items() if name not in _NOT_HASHED}
        rows.setdefault(str(entity.__tablename__), {})[str(entity.id)] = image
    kept = next((seal.surroundings for seal in record.seals), "")
    text = canonical({"rows": rows, "surroundings": kept or surroundings_of(record)})
    return sha256(text.encode()).hexdigest()


def short_form(full_hash: str) -> str:
    """Return the first twelve digits in groups of four: `7f3a 91c4 e0d2`."""
    return " ".join(full_hash[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP))


def _own_rows(record: MeetingRecord) -> Iterator[Base]:
    yield record.meeting
    for one in fields(record):
        held = getattr(record, one.name)
        if isinstance(held, list):
            yield from (row for row in held if isinstance(row, Base) and not isinstance(row, _LATER_LIFE))
