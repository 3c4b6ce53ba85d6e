"""What stands behind a path before anything of it is shown: a board file, another file, a damaged or a newer one.

Nothing here runs what a file brings along: the first bytes are read as bytes, then `query_only` and
`trusted_schema=OFF` hold, and the schema is compared before any table is asked (hazard 4).
"""

import errno
import os
import stat
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from boardroom.domain.refusal import Refusal
from boardroom.store import migrations
from boardroom.store.connect import APPLICATION_ID, Driver, connect_to_read
from boardroom.store.lock import FileLock, LockedError
from boardroom.store.places import warnings_about
from boardroom.store.trouble import DAMAGED, sentence_for, shortened, told, why_not

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_APPLICATION = slice(68, 72)
# Write and read version: 1 as a copy has it, 2 in WAL mode (sqlite.org/fileformat2.html#the_database_header).
_VERSIONS = slice(18, 20)
_VERSIONS_KNOWN = frozenset({1, 2})


@dataclass(slots=True, kw_only=True)
class Opened:
    """How a board file can be opened: for writing under its lock, or only for reading, and why."""

    path: Path
    lock: FileLock | None = None
    read_only: str = ""
    immutable: bool = False
    outdated: bool = False
    warnings: list[str] = field(default_factory=list)


def examine(path: Path, *, who: str) -> Opened:
    """Look at a file, take its lock where it can be written, and find out whether it is whole.

    Raises:
        Refusal: it is missing, a folder, empty, foreign, damaged, or of an unknown version.
    """
    check_header(path)
    opened = Opened(path=path, warnings=warnings_about(path))
    _take_lock(opened, who)
    try:
        with told(path), closing(connect_to_examine(opened)) as connection:
            check_schema(connection, opened)
            check_pages(connection, path)
    except BaseException:
        if opened.lock is not None:
            opened.lock.release()
        raise
    if opened.read_only and opened.lock is not None:
        opened.lock.release()
        opened.lock = None
    return opened


def check_header(path: Path) -> None:
    """Refuse what is no board file by its first bytes, before SQLite touches it.

    Raises:
        Refusal: there is no such file, it can't be read, or it is something else.
    """
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            # A pipe would wait for ever.
            message = f"“{path.name}” is a device or a pipe, not a board file."
            raise Refusal(message)
        with path.open("rb") as file:
            start = file.read(_HEADER)
    except FileNotFoundError as error:
        message = f"There is no file “{path}”."
        raise Refusal(message) from error
    except (IsADirectoryError, NotADirectoryError) as error:
        message = f"“{path}” is a folder, not a board file."
        raise Refusal(message) from error
    except OSError as error:
        # Windows calls opening a folder a lack of permission.
        what = "is a folder, not a board file" if os.path.isdir(path) else f"can't be read: {why_not(error)}"  # noqa: PTH112 - Path.is_dir raises on a name too long
        message = f"“{shortened(path.name)}” {what}."
        raise Refusal(message) from error
    if not start:
        message = f"“{path.name}” is empty; it holds no board. If it held one, restore it from its latest backup."
        raise Refusal(message)
    if len(start) < _HEADER or not start.startswith(_MAGIC):
        message = f"“{path.name}” is not a board file."
        raise Refusal(message)
    if int.from_bytes(start[_APPLICATION], "big") != APPLICATION_ID:
        message = f"“{path.name}” is another program's file, not a board file."
        raise Refusal(message)
    if not _VERSIONS_KNOWN.issuperset(start[_VERSIONS]):
        # SQLite would take one of these for write-protection.
        raise Refusal(DAMAGED.format(name=path.name))


def check_pages(connection: Driver, path: Path) -> None:
    """Refuse a file whose pages contradict one another.

    Raises:
        Refusal: `PRAGMA quick_check` found damage.
    """
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise Refusal(DAMAGED.format(name=path.name))


def orphans_in(connection: Driver) -> list[str]:
    """Return a sentence for each row whose parent is missing (at most a few of them)."""
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
    return [f"A row of {table} belongs to a row of {parent} that isn't there." for table, _, parent, _ in rows]


def _take_lock(opened: Opened, who: str) -> None:
    path = opened.path
    try:
        with path.open("r+b"):
            pass
        opened.lock = FileLock.take(path, who=who)
    except LockedError as error:
        opened.read_only = f"“{path.name}” is open elsewhere ({error}): here it can only be read."
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            why = f"The disk is full: “{path.name}” can only be read until there is room."
        elif error.errno in {errno.ENOLCK, errno.EOPNOTSUPP}:
            why = (
                f"The folder of “{path.name}” can't keep two programs apart, so it can only be read: copy it elsewhere."
            )
        else:
            why = f"“{path.name}” or its folder is write-protected: it can only be read."
        opened.read_only = why


def _has_wal(path: Path) -> bool:
    with suppress(OSError):
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    return False


def connect_to_examine(opened: Opened) -> Driver:
    """Open a file that has passed `check_header`, so that nothing is written and nothing of it runs.

    In a write-protected or full folder SQLite can't make what it needs beside the file; without a -wal there nothing
    is missing from the file itself, and it is read as it stands (hazard 8).

    Raises:
        Refusal: its latest changes stand beside it where they can't be read.
    """
    try:
        return _looked_into(opened)
    except driver.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code == driver.SQLITE_ERROR:
            # SQLite's word for a number in the header that it doesn't know: "unsupported file format".
            raise Refusal(DAMAGED.format(name=opened.path.name)) from error
        if code not in {driver.SQLITE_CANTOPEN, driver.SQLITE_READONLY, driver.SQLITE_IOERR}:
            raise
        if _has_wal(opened.path):
            name = opened.path.name
            message = (
                f"The latest changes to “{name}” stand in “{name}-wal” beside it, and can't be read in a folder that "
                "is write-protected or full: copy both files to another folder and open it there."
            )
            raise Refusal(message) from error
        if not opened.read_only:
            opened.read_only = sentence_for(error, opened.path)
    opened.immutable = True
    return _looked_into(opened)


def _looked_into(opened: Opened) -> Driver:
    connection = connect_to_read(opened.path, immutable=opened.immutable)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def check_schema(connection: Driver, opened: Opened) -> None:
    """Compare the schema with the known one of its version, before any table of it is asked.

    Raises:
        Refusal: the file isn't as any version of Boardroom makes it, or of a version too new to be read.
    """
    name = opened.path.name
    version = migrations.version_of(connection) or ""
    known = migrations.known_schema(version)
    if known is not None:
        if migrations.schema_hash(connection) != known:
            message = f"“{name}” holds tables that Boardroom did not make; it was not opened."
            raise Refusal(message)
        opened.outdated = version != migrations.HEAD
        if opened.outdated and opened.read_only:
            message = f"“{name}” is of an older version and has to be brought up to date first. {opened.read_only}"
            raise Refusal(message)
        return
    if not version.isdigit() or int(version) <= int(migrations.HEAD):
        message = f"“{name}” does not say which version of Boardroom made it; it was not opened."
        raise Refusal(message)
    if not _holds_our_tables(connection):
        message = (
            f"“{name}” was made by a newer version of Boardroom, which this one can't read; install the newer one."
        )
        raise Refusal(message)
    opened.read_only = f"“{name}” was made by a newer version of Boardroom: this one can only read it."


def _holds_our_tables(connection: Driver) -> bool:
    """Whether every table that this program reads is there as a table, with every column that it reads."""
    from boardroom.store.images import shapes  # noqa: PLC0415 - SQLAlchemy; only a newer file needs it

    kinds = dict(connection.execute("SELECT name, type FROM sqlite_schema WHERE type <> 'index'"))
    for shape in shapes().values():
        if kinds.get(shape.entity) != "table":
            return False
        columns = {row[1] for row in connection.execute(f'PRAGMA table_info("{shape.entity}")')}
        if not columns.issuperset(shape.columns):
            return False
    return True
