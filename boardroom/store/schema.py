"""The shape of a database as SQLite tells it: its schema's hash and version, read without running any of it.

`boardroom.store.migrations.known_schema(version)` returns what `schema_hash` gives for a file that was
created, or migrated, to that version.
"""

import re
from hashlib import sha256

from boardroom.store.connect import Driver

_SPACES = re.compile(r"\s+")
# FTS5's own tables and SQLite's are made by SQLite; what asked for them is hashed.
_ENTRIES = (
    "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)


def schema_hash(connection: Driver) -> str:
    """Return the SHA-256 of every table, index, view and trigger, white space and quoting normalised."""
    entries = sorted(
        (kind, name, table, _SPACES.sub(" ", sql).replace('"', "").strip())
        for kind, name, table, sql in connection.execute(_ENTRIES)
    )
    return sha256("\n".join("\t".join(entry) for entry in entries).encode()).hexdigest()


def version_of(connection: Driver) -> str:
    """Return the schema's version as Alembic keeps it ("0001"); empty where the file doesn't say one.

    A view of that name is not asked: it would be run.
    """
    found = connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version' AND type = 'table'"
    ).fetchone()
    if found is None:
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""
