"""What the disk and SQLite say when something is wrong with a file, as sentences a secretary understands."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
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
    driver.SQLITE_NOTADB: "“{name}” is not a board file.",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what is wrong with the file or the disk into a Refusal; a bug stays what it is."""
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        sentence = sentence_for(error, path)
        if sentence:
            raise Refusal(sentence) from error
        raise


def sentence_for(error: BaseException, path: Path) -> str:
    """Return the sentence for an error of the driver, bare or wrapped by SQLAlchemy; "" where it is a bug."""
    bare = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(bare, "sqlite_errorcode", 0) & _CODE
    return _SENTENCES.get(code, "").format(name=path.name)
