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
from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table, Text

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
    Column("barrier", Boolean, nullable=False),
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


def canonical(value: object) -> str:
    """Return a value as canonical JSON: keys sorted, no spaces, Unicode as it is."""
    return _encode(value)


def row_hash(salt: str, entity: str, entity_id: str, before: str | None, after: str | None) -> str:
    """Return the hash of one touched row; once images and salt are removed it tells nothing about them."""
    image = "\n".join((salt, entity, entity_id, before or "", after or ""))
    return sha256(image.encode()).hexdigest()


def rows_digest(rows: Sequence[tuple[str, str, str]]) -> str:
    """Return the digest of a step's rows, each an entity, its id, and the row's hash, in their order."""
    digest = sha256()
    for row in rows:
        digest.update("\n".join(row).encode())
    return digest.hexdigest()
