"""Writes the newest version down: `python -m boardroom.store.migrations.record`.

Until the first release the statements of version 0001 are written anew from the entities each time; afterwards they
stay, a change of a column gets a script of its own, and only the hashes are taken again.
"""

import logging
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from boardroom.store.connect import Driver
from boardroom.store.migrations import REVISIONS, Revisions
from boardroom.store.migrations.create import create_schema, statements
from boardroom.store.migrations.schema import literal_hash, schema_hash
from boardroom.store.migrations.upgrade import upgrade

RELEASED = False
"""Whether a version has been released; from then on 0001 can't change."""

_KNOWN = '''"""The schema hash of every version. Written by `python -m boardroom.store.migrations.record`."""

KNOWN: dict[str, str] = {{
{lines}}}

AS_MADE = "{made}"
"""The hash of the newest version to the letter, as this program makes it."""
'''


def record(folder: Path, *, released: bool) -> Revisions:
    """Write the statements of version 0001 while they may change, and return all versions with their schema hashes.

    Args:
        folder: where the scripts stand.
        released: whether 0001 is out and stays as it is.
    """
    if not released:
        (folder / "0001_first.sql").write_text(first(), encoding="utf-8")
    versions = sorted(script.stem[:4] for script in folder.glob("[0-9]*.py"))
    unchecked = Revisions(folder, dict.fromkeys(versions, ""))
    return Revisions(folder, {version: _hash_of(version, unchecked) for version in versions})


def first() -> str:
    """Return the statements of version 0001, as its script reads them: a blank line after each."""
    return ";\n\n".join(statements()) + ";\n"


def known(revisions: Revisions) -> str:
    """Return the module that holds the hashes."""
    lines = "".join(f'    "{version}": "{value}",\n' for version, value in revisions.known.items())
    with closing(_in_memory()) as connection:
        create_schema(connection, revisions.head)
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return _KNOWN.format(lines=lines, made=literal_hash(rows))


def _hash_of(version: str, revisions: Revisions) -> str:
    with closing(_in_memory()) as connection:
        upgrade(connection, revisions, to=version)
        return schema_hash(connection)


def _in_memory() -> Driver:
    connection: Driver = driver.connect(":memory:", isolation_level=None)
    return connection


def main() -> None:
    """Write the files of this package."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    recorded = record(REVISIONS.folder, released=RELEASED)
    (REVISIONS.folder.parent / "known.py").write_text(known(recorded), encoding="utf-8")
    logging.getLogger(__name__).info("version %s: %s", recorded.head, recorded.known[recorded.head])


if __name__ == "__main__":
    main()
