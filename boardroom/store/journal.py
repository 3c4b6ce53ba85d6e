"""The journal's two tables, and the proof: canonical JSON, row hashes, the chain of steps.

The tables are plain Core tables in their own metadata (they are not entities and are not journalled):
`boardroom.store.migrations.create_schema` creates them with `JOURNAL.create_all(connection)` beside
`Base.metadata`. Nothing but `boardroom.store.history` writes them.

- `step`: one unit of work. `seq` orders (never the clock); `parents` is a JSON list of hashes;
  `undoes` is the id of the step that an undo or a redo takes back.
- `step_row`: one touched row. `before` holds, as canonical JSON of storable values, only the fields that
  changed (all of them for a deletion, NULL for an insertion); `after` holds the whole row (NULL for a
  deletion). So a row's last image is the `after` of its last `step_row`.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Column, Integer, MetaData, String, Table, Text

JOURNAL = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

STEP = Table(
    "step",
    JOURNAL,
    Column("seq", Integer, primary_key=True),
    Column("id", String(36), nullable=False),
    Column("origin", String(36), nullable=False),
    Column("number", Integer, nullable=False),
    Column("parents", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("label", Text, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("undoes", String(36), index=True),
    Column("hash", String(64), nullable=False),
)

STEP_ROW = Table(
    "step_row",
    JOURNAL,
    Column("seq", Integer, primary_key=True),
    Column("step", Integer, nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("entity", String(40), nullable=False),
    Column("entity_id", String(36), nullable=False, index=True),
    Column("before", Text),
    Column("after", Text),
    Column("salt", String(32)),
    Column("hash", String(64), nullable=False),
)

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Kind(StrEnum):
    """What sort of step it is; a barrier, and what came before it, is never undone."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    BARRIER = "barrier"
    MERGE = "merge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a step says of itself, apart from its rows."""

    id: str
    origin: str
    number: int
    parents: tuple[str, ...]
    who: str
    at: str
    label: str
    kind: Kind
    undoes: str | None = None


def canonical(value: object) -> str:
    """Return a value as canonical JSON: keys sorted, no spaces, Unicode as it is."""
    return _encode(value)


def row_hash(salt: str, entity: str, entity_id: str, before: str | None, after: str | None) -> str:
    """Return the hash of one touched row; once images and salt are removed it tells nothing about them."""
    # No part holds a line feed: JSON writes it as an escape.
    image = f"{salt}\n{entity}\n{entity_id}\n{before or ''}\n{after or ''}"
    return sha256(image.encode()).hexdigest()


def rows_line(entity: str, entity_id: str, one_hash: str) -> bytes:
    """Return what a touched row adds to the digest of its step's rows (SHA-256 over all of them, in order)."""
    return f"{entity}\n{entity_id}\n{one_hash}\n".encode()


def step_hash(heading: Heading, rows_digest: str) -> str:
    """Return the hash of a step: it covers the heading, the parents' hashes, and every row's hash."""
    told = {
        "id": heading.id,
        "origin": heading.origin,
        "number": heading.number,
        "parents": heading.parents,
        "who": heading.who,
        "at": heading.at,
        "label": heading.label,
        "kind": heading.kind.value,
        "undoes": heading.undoes,
        "rows": rows_digest,
    }
    return sha256(canonical(told).encode()).hexdigest()
