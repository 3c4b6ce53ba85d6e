"""Copies of a board file: what was committed, whole, flushed, under a name that nothing else has."""

import errno
import os
import secrets
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from boardroom.domain.refusal import Refusal
from boardroom.store.connect import Driver, connect_to_read, file_uri
from boardroom.store.places import belonging_to
from boardroom.store.whole_file import put_in_place

_BESIDE = ".part"
_FULL = "the disk is full"
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: "the folder can only be read",
    errno.EACCES: "you may not write in the folder",
    errno.EPERM: "you may not write in the folder",
    errno.ENAMETOOLONG: "the name is too long",
}
_BY_WORDS = {
    "database or disk is full": _FULL,
    "disk I/O error": "the disk did not take it",
    "database disk image is malformed": "the board file is damaged; keep its earlier backups",
    "file is not a database": "the board file is damaged; keep its earlier backups",
    "database is locked": "another program is writing the board file; try again in a moment",
}


def copy_file(source: Path, target: Path) -> Path:
    """Copy a board file with what stands in its -wal; a failure leaves nothing behind.

    Returns:
        where the copy stands.

    Raises:
        Refusal: the folder or the disk doesn't take the copy, or the file can't be read.
    """
    with closing(connect_to_read(source)) as connection:
        return copy_open(connection, target)


def copy_open(connection: Driver, target: Path) -> Path:
    """Copy the board file that a connection reads; as `copy_file`, of the moment that its transaction sees."""
    beside = target.with_name(f".boardroom-{secrets.token_hex(8)}{_BESIDE}")
    try:
        write_copy(connection, beside)
        return put_in_place(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_copy(connection: Driver, target: Path) -> None:
    """Copy the board file that a connection reads into a new file, and flush it; a failure leaves nothing behind.

    The copy is no WAL file: it can be read where nothing can be written, such as on a disc.

    Raises:
        Refusal: as `copy_file`.
    """
    try:
        # Made by ourselves first: SQLite's own word for every trouble with a folder is "unable to open".
        target.open("xb").close()
    except OSError as error:
        raise _refusal(target.parent, error) from error
    try:
        with closing(driver.connect(file_uri(target, mode="rw"), uri=True, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        with target.open("rb+") as file:
            os.fsync(file.fileno())
    except (driver.Error, OSError) as error:
        for name in (target.name, *belonging_to(target.name)):
            with suppress(OSError):
                target.with_name(name).unlink(missing_ok=True)
        raise _refusal(target.parent, error) from error


def free_name(path: Path) -> Path:
    """Return this path, or the first "name (2)" that is free."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free


def _refusal(folder: Path, error: driver.Error | OSError) -> Refusal:
    if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises on a name too long
        return Refusal(f"There is no folder “{folder}”: make it first or choose another one. No copy was made.")
    if isinstance(error, OSError):
        why = _BY_ERRNO.get(error.errno or 0, error.strerror or "the disk did not take it")
    else:
        # The driver's backup call gives no result code with its error, only SQLite's words for it.
        why = _BY_WORDS.get(str(error), f"SQLite said: {error}")
    return Refusal(f"No copy was made in “{folder}”: {why}. Nothing was changed.")
