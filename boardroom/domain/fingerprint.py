"""The hash of a meeting's record, and its short form as minutes print it."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from hashlib import sha256

from boardroom.domain.base import Base
from boardroom.domain.canonical import canonical, row_to_plain
from boardroom.domain.meeting import Correction, Seal
from boardroom.domain.record import MeetingRecord
from boardroom.domain.surroundings import surroundings_of

_LATER_LIFE = (Seal, Correction)
"""What comes after the minutes are sealed; the record that was sealed doesn't hold it."""

_SHOWN = 12
_GROUP = 4


def record_hash(record: MeetingRecord) -> str:
    """Return the SHA-256, in hexadecimal, of all that minutes are composed from.

    Rows by table and id, fields by name, written as RFC 8785 has it, and what the minutes draw from outside
    the meeting: as the seal keeps it, else as it stands. Neither the seal itself nor corrections count.
    Source: hazard 29.
    """
    tables: dict[str, list[tuple[str, str]]] = {}
    for row in _own_rows(record):
        image = row_to_plain(row)
        # The key of a row stands outside it; a proposer may be told after the minutes are sealed.
        key = str(image.pop("id"))
        image.pop("told_on", None)
        tables.setdefault(str(row.__tablename__), []).append((key, canonical(image)))
    kept = next((seal.surroundings for seal in record.seals), "")
    around = canonical({"surroundings": kept or surroundings_of(record)})
    # Put together as text: tens of thousands of rows as objects would keep the garbage collector busy.
    rows = ",".join(f'"{table}":{{{_members(tables[table])}}}' for table in sorted(tables))
    return sha256(f'{{"rows":{{{rows}}},{around[1:]}'.encode()).hexdigest()


def _members(rows: Iterable[tuple[str, str]]) -> str:
    return ",".join(f'"{key}":{image}' for key, image in sorted(rows))


def short_form(full_hash: str) -> str:
    """Return the first twelve digits in groups of four: `7f3a 91c4 e0d2`."""
    return " ".join(full_hash[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP))


def _own_rows(record: MeetingRecord) -> Iterator[Base]:
    yield record.meeting
    for one in fields(record):
        held = getattr(record, one.name)
        if isinstance(held, list):
            yield from (row for row in held if isinstance(row, Base) and not isinstance(row, _LATER_LIFE))
