"""The shape of a board file as one hash, so that a foreign table, trigger, view or column shows (hazard 4)."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardroom.store.connect import Driver

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
    digest = sha256()
    for line in sorted(_lines(connection)):
        digest.update(line.encode(errors="surrogatepass"))
        digest.update(b"\n")
    return digest.hexdigest()


def version_of(connection: "Driver") -> str | None:
    """Return the version of the file's schema; None where the file doesn't say one."""
    known = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchone()[0]
    if not known:
        return None
    rows = connection.execute("SELECT version_num FROM alembic_version LIMIT 2").fetchall()
    return str(rows[0][0]) if len(rows) == 1 else None


def _lines(connection: "Driver") -> Iterator[str]:
    for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"):
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
    depth, start = 0, 0
    for place, letter in enumerate(inside):
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
        elif letter == "," and depth == 0:
            yield inside[start:place].strip()
            start = place + 1
    yield inside[start:].strip()
