"""The hash of a meeting's record, and its short form as minutes print it."""

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime, time
from hashlib import sha256
from typing import Any
from uuid import UUID

from boardroom.domain.base import Base
from boardroom.domain.meeting import Correction, Seal
from boardroom.domain.record import MeetingRecord
from boardroom.domain.text import Run, runs_to_data

_LATER_LIFE = (Seal, Correction)
"""What comes after the minutes are sealed; the record that was sealed doesn't hold it."""

_NOT_HASHED = frozenset({"id", "told_on"})
"""The key of a row stands outside it; a proposer may be told after the minutes are sealed."""

_SHOWN = 12
_GROUP = 4


def record_hash(record: MeetingRecord) -> str:
    """Return the SHA-256, in hexadecimal, of what belongs to the meeting itself.

    Rows by table and id, fields by name, written as RFC 8785 has it. Neither the seal nor corrections
    count, nor do people, organisations and boards, whose life goes on. Source: hazard 29.
    """
    rows: dict[str, dict[str, dict[str, object]]] = {}
    for entity in _own_rows(record):
        columns = entity.__table__.columns
        image = {column.key: _plain(getattr(entity, column.key)) for column in columns if column.key not in _NOT_HASHED}
        rows.setdefault(str(entity.__tablename__), {})[str(entity.id)] = image
    # Keys are ASCII and numbers whole, so Python's own order and figures are those of RFC 8785.
    text = json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
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


def _plain(value: Any) -> object:  # noqa: ANN401 - a column may hold any of the types below
    match value:
        case UUID():
            return str(value)
        case date() | datetime() | time():
            return value.isoformat()
        case tuple():
            return runs_to_data(run for run in value if isinstance(run, Run))
        case _:
            return value
