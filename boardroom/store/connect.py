"""Bare connections to a board file: the one driver and its pragmas.

Everybody in store opens the file through here, the engines of `engines.py` too. Hazards 1 to 4 say why each
setting is as it is. Nothing here imports SQLAlchemy: the first list is painted before it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from sqlcipher3 import dbapi2 as driver

if TYPE_CHECKING:
    # sqlcipher3 ships no types; its interface is that of Python's own module.
    import sqlite3

    Driver: TypeAlias = sqlite3.Connection
else:
    Driver = driver.Connection

APPLICATION_ID = 0x426F_7264  # "Bord": stands in bytes 68 to 71 of every board file
BUSY_SECONDS = 5.0

_BOTH = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA foreign_keys=ON",
)
_WRITING = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    # On macOS an ordinary fsync stops at the drive's cache; elsewhere these two do nothing.
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA secure_delete=ON",
    # A large import must not leave a large -wal behind for good.
    "PRAGMA journal_size_limit=67108864",
)


def file_uri(path: Path, **options: str) -> str:
    """Return a path as SQLite's URI, also one that is no text; UNC paths keep both their slashes."""
    posix = path.absolute().as_posix()
    start = "" if posix.startswith("/") else "/"
    query = "&".join(f"{name}={value}" for name, value in options.items())
    return f"file://{start}{quote(os.fsencode(posix))}?{query}"


def connect_to_read(path: Path, *, immutable: bool = False) -> Driver:
    """Open an existing file so that nothing can be written through the connection.

    Args:
        path: the board file.
        immutable: that nobody can change the file while it is read: a read-only folder without a -wal.
    """
    options = {"mode": "ro", "immutable": "1"} if immutable else {"mode": "rw"}
    connection = _connect(file_uri(path, **options))
    # query_only before anything else: what follows must not be able to write.
    _set(connection, "PRAGMA query_only=ON", *_BOTH)
    return connection


def connect_to_write(path: Path, *, create: bool = False) -> Driver:
    """Open a file for writing: WAL, synchronous=FULL, foreign keys on, deleted content overwritten."""
    connection = _connect(file_uri(path, mode="rwc" if create else "rw"))
    _set(connection, *_BOTH, *_WRITING)
    return connection


def _connect(uri: str) -> Driver:
    # isolation_level=None: Python's own implicit BEGIN leaves a CREATE TABLE behind after a rollback.
    connection: Driver = driver.connect(
        uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    return connection


def _set(connection: Driver, *pragmas: str) -> None:
    try:
        for pragma in pragmas:
            connection.execute(pragma).fetchall()
    except BaseException:
        connection.close()
        raise


@contextmanager
def transaction(connection: Driver) -> Iterator[Driver]:
    """Hold one IMMEDIATE transaction on a bare connection: committed at the end, rolled back if it raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
