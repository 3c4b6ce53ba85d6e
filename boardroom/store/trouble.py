"""What the disk and SQLite say when something is wrong with a file, as sentences a secretary understands."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from boardroom.domain.refusal import Refusal

DAMAGED = "“{name}” is damaged and was not opened; restore it from its latest backup."

# The low byte of an extended result code is the code itself (sqlite.org/rescode.html).
_CODE = 0xFF
_SENTENCES = {
    driver.SQLITE_FULL: "The disk is full: nothing of this was saved in “{name}”. Make room and try again.",
    driver.SQLITE_IOERR: "The disk did not take or give what it should, and nothing of this was saved in “{name}”.",
    driver.SQLITE_READONLY: "“{name}” may only be read: nothing was saved.",
    driver.SQLITE_PERM: "“{name}” may only be read: nothing was saved.",
    driver.SQLITE_CANTOPEN: "“{name}” can't be opened, or its folder doesn't let Boardroom work beside it.",
    driver.SQLITE_BUSY: "Another program is using “{name}”: nothing was saved. Try again in a moment.",
    driver.SQLITE_LOCKED: "Another program is using “{name}”: nothing was saved. Try again in a moment.",
    driver.SQLITE_CORRUPT: DAMAGED,
    # Its first bytes said that it is a board file before SQLite was asked (`opening.check_header`).
    driver.SQLITE_NOTADB: DAMAGED,
}
_BY_ERRNO = {
    errno.EACCES: "you have no right to it",
    errno.EPERM: "you have no right to it",
    errno.ELOOP: "it is a link that leads back to itself",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk has a fault; bring the file back from its latest backup",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EROFS: "the disk can only be read",
}
_SHORT = 60
_ROOM = 1_000_000
"""Bytes; where less is free, an error of the disk is told as a full one."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what is wrong with the file or the disk into a Refusal; a bug stays what it is."""
    try:
        yield
    except Exception as error:
        sentence = sentence_for(error, path)
        if sentence:
            raise Refusal(sentence) from error
        raise


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False


def why_not(error: OSError) -> str:
    """Return why the system refused a path, as the end of a sentence."""
    return _BY_ERRNO.get(error.errno or 0, error.strerror or "the disk did not take it")


def shortened(name: str) -> str:
    """Return a name as a sentence can carry it."""
    return name if len(name) <= _SHORT else f"{name[:_SHORT]}…"


def sentence_for(error: BaseException, path: Path) -> str:
    """Return the sentence for an error of the driver, bare or wrapped by SQLAlchemy; "" where it is a bug."""
    # SQLAlchemy's DBAPIError keeps the driver's own as `orig`; asked so, it needs no import before the first paint.
    bare = getattr(error, "orig", error)
    if not isinstance(bare, driver.Error):
        return ""
    code = getattr(bare, "sqlite_errorcode", 0) & _CODE
    if code == driver.SQLITE_IOERR and _is_full(path.parent):
        # Where the room for its shared memory lacks, SQLite says so of no disk in particular.
        code = driver.SQLITE_FULL
    return _SENTENCES.get(code, "").format(name=path.name)
