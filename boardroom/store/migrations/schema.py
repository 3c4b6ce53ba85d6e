"""The shape of a board file as one hash, so that a foreign table, trigger, view or column shows (hazard 4)."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from boardroom.store.migrations.known import AS_MADE, KNOWN

if TYPE_CHECKING:
    from boardroom.store.connect import Driver

Row: TypeAlias = tuple[str, str, str, str | None]
"""A row of `sqlite_schema`: type, name, table, SQL."""

_SPACES = re.compile(r"\s+")
_QUOTED_NAME = re.compile(r'"([a-z_][a-z0-9_]*)"')
_TABLE = re.compile(r"CREATE TABLE '?([a-z_][a-z0-9_]*)'? ?\((.*)\)")
# What SQLite makes by itself and what never holds code: counters and statistics.
_SQLITES_OWN = frozenset({"sqlite_sequence", "sqlite_stat1", "sqlite_stat4"})


def schema_hash(connection: "Driver") -> str:
    """Return the hash of everything that stands in `sqlite_schema`, in normal form, in hexadecimal.

    Columns and constraints of a table count in any order, since a column that a migration adds stands last.
    Spaces and the quotes around plain names don't count. Everything else does.
    """
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    # Most files are as this program made them, and the first list waits for this: a fifth of the time.
    if literal_hash(rows) == AS_MADE:
        return KNOWN[max(KNOWN)]
    return _hash(sorted(_lines(rows)))


def literal_hash(rows: Iterable[Row]) -> str:
    """Return the hash of what stands in `sqlite_schema`, to the letter, whatever the order."""
    return _hash(sorted(map(repr, rows)))


def version_of(connection: "Driver") -> str | None:
    """Return the version of the file's schema; None where the file doesn't say one."""
    known = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchone()[0]
    if not known:
        return None
    rows = connection.execute("SELECT version_num FROM alembic_version LIMIT 2").fetchall()
    return str(rows[0][0]) if len(rows) == 1 else None


def _hash(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode(errors="surrogatepass")).hexdigest()


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    for kind, name, table, sql in rows:
        if kind == "index" and sql is None and str(name).startswith("sqlite_autoindex_"):
            continue
        if kind == "table" and name in _SQLITES_OWN:
            continue
        yield f"{kind}|{name}|{table}|{_normal(str(sql))}"


def _normal(sql: str) -> str:
    sql = _QUOTED_NAME.sub(r"\1", _SPACES.sub(" ", sql)).strip()
    table = _TABLE.fullmatch(sql)
    if table is None:
        return sql
    name, inside = table.groups()
    return f"CREATE TABLE {name} ({','.join(sorted(_parts(inside)))})"


def _parts(inside: str) -> Iterator[str]:
    """Cut a table's definition at its outermost commas."""
    waiting: list[str] = []
    depth = 0
    for part in inside.split(","):
        waiting.append(part)
        depth += part.count("(") - part.count(")")
        if depth == 0:
            yield ",".join(waiting).strip()
            waiting.clear()
    yield from waiting
