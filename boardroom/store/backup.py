"""Backups: verified copies of a board file, thinned out as they age, and the way back from one.

A backup is named after its board file, the moment (UTC) and the journal's latest step:
"Arrowmere 2026-03-01 181500Z step 42.boardroom".
"""

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as driver

from boardroom.domain.refusal import Refusal
from boardroom.store.chain import broken_links
from boardroom.store.connect import BUSY_SECONDS, Driver, file_uri
from boardroom.store.copy import free_name, write_copy
from boardroom.store.lock import FileLock, LockedError
from boardroom.store.opening import (
    Opened,
    check_header,
    check_pages,
    check_schema,
    connect_to_examine,
    orphans_in,
)
from boardroom.store.trouble import told, why_not
from boardroom.store.whole_file import checked_target, put_in_place

if TYPE_CHECKING:
    from boardroom.store.file import BoardFile

NEWEST = 10
"""So many of the newest backups are kept, however close together."""
DAYS = 14
"""For so many days the last backup of each day is kept; further back, the last of each month."""

_STAMP = "%Y-%m-%d %H%M%SZ"
_NAMED = re.compile(r"(?P<stem>.+) (?P<stamp>\d{4}-\d\d-\d\d \d{6}Z) step \d+(?: \(\d+\))?")
_HEAD = "SELECT seq, hash FROM step ORDER BY seq DESC LIMIT 1"
_ROOT = "SELECT hash FROM step ORDER BY seq LIMIT 1"
_HEADER = b"SQLite format 3\0"


def back_up(board: "BoardFile", folder: Path, *, now: datetime | None = None) -> Path:
    """Put a verified copy of a board file into a folder, and thin out the older ones there.

    The file may be in use; the copy is of one moment, whole or not there at all.

    Args:
        board: the open board file.
        folder: where its backups stand; best on another disk.
        now: the moment to name it by; the clock's, if none is given.

    Returns:
        where the backup stands.

    Raises:
        Refusal: the folder or the disk doesn't take it, or the board file is damaged.
    """
    now = now or datetime.now(UTC)
    beside = folder / f".boardroom-{secrets.token_hex(8)}.part"
    try:
        with _examined(board.path) as source:
            # From here on the source stands still for this connection.
            source.execute("BEGIN")
            head = source.execute(_HEAD).fetchone()
            write_copy(source, beside)
        with _examined(beside, name=board.path) as copy:
            if copy.execute(_HEAD).fetchone() != head:
                message = f"The backup of “{board.path.name}” does not end where the board file ends; it was not kept."
                raise Refusal(message)
        step = head[0] if head else 0
        name = f"{board.path.stem} {now.astimezone(UTC).strftime(_STAMP)} step {step}{board.path.suffix}"
        backup = put_in_place(beside, free_name(folder / name))
    finally:
        _remove(beside)
    _thin_out(board.path, backup, now)
    return backup


def restore(backup: Path, target: Path) -> Path | None:
    """Bring a backup back as a board file, whole or not at all; what stood there is kept beside it.

    Returns:
        where the earlier file now stands, "name (before restore)"; None where there was none.

    Raises:
        Refusal: the backup is not a sound board file, the target is open or is the backup itself, or the
            folder or the disk doesn't take it.
    """
    check_header(backup)
    target = checked_target(target)
    if target.exists() and target.samefile(backup):
        message = f"“{backup.name}” can't be restored over itself; name another file."
        raise Refusal(message)
    beside = target.with_name(f".boardroom-{secrets.token_hex(8)}.part")
    try:
        with _examined(backup) as source:
            _check_content(source, backup)
            write_copy(source, beside)
        with _examined(beside, name=backup):
            pass
        with _locked(target):
            kept = _keep(target)
            try:
                written = put_in_place(beside, target)
            except Refusal:
                if kept is not None and kept.samefile(target):
                    _remove(kept)
                raise
            if written != target:
                # Windows: another program has it open, so the copy went elsewhere.
                _remove(written)
                message = f"“{target.name}” is open in another program; close it there first. Nothing was changed."
                raise Refusal(message)
    finally:
        _remove(beside)
    return kept


def kept_moments(moments: Iterable[datetime], *, now: datetime) -> set[datetime]:
    """Return which backups stay: the newest, then the last of each recent day, then the last of each month.

    Args:
        moments: when the backups were made (UTC).
        now: what "recent" is counted from.
    """
    ordered = sorted(moments, reverse=True)
    kept = set(ordered[:NEWEST])
    first_day = (now - timedelta(days=DAYS - 1)).date()
    days, months = set(), set()
    for moment in ordered:
        day, month = moment.date(), (moment.year, moment.month)
        if month not in months or (day >= first_day and day not in days):
            kept.add(moment)
        days.add(day)
        months.add(month)
    return kept


@contextmanager
def _examined(path: Path, *, name: Path | None = None) -> Iterator[Driver]:
    """Lend a reading connection to a file that proves to be a whole board file; sentences speak of `name`."""
    check_header(path)
    opened = Opened(path=path)
    with told(name or path), closing(connect_to_examine(opened)) as connection:
        check_schema(connection, opened)
        check_pages(connection, name or path)
        yield connection


def _check_content(connection: Driver, path: Path) -> None:
    """Refuse a backup whose rows lack their parents, or whose journal was broken."""
    findings = orphans_in(connection) or list(broken_links(connection))
    if findings:
        message = f"“{path.name}” is not a sound board file: {findings[0]} Nothing was changed."
        raise Refusal(message)


def _thin_out(board: Path, backup: Path, now: datetime) -> None:
    """Remove the backups of this board, and of no other, that have had their time."""
    by_moment: dict[datetime, list[Path]] = {}
    for path in backup.parent.glob(f"*{board.suffix}"):
        named = _NAMED.fullmatch(path.stem)
        if named and named["stem"] == board.stem:
            with suppress(ValueError):
                moment = datetime.strptime(named["stamp"], _STAMP).replace(tzinfo=UTC)
                by_moment.setdefault(moment, []).append(path)
    if len(by_moment) <= NEWEST:
        return
    # Two boards may bear the same name; only its journal tells whose backup it is.
    root = _root(backup)
    ours = {moment for moment, paths in by_moment.items() if root and all(_root(path) == root for path in paths)}
    for moment in ours - kept_moments(ours, now=now):
        for path in by_moment[moment]:
            _remove(path)


def _root(path: Path) -> str | None:
    """Return the hash of a file's first step; None where there is none, or where it can't be read."""
    try:
        check_header(path)
        opened = Opened(path=path)
        with closing(connect_to_examine(opened)) as connection:
            check_schema(connection, opened)
            found = connection.execute(_ROOT).fetchone()
    except (Refusal, driver.Error):
        return None
    return str(found[0]) if found else None


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the lock of the file that is to be replaced."""
    try:
        lock = FileLock.take(target, who="")
    except LockedError as error:
        message = f"“{target.name}” is open elsewhere ({error}): close it there first. Nothing was changed."
        raise Refusal(message) from error
    except OSError as error:
        message = f"“{target.name}” can't be written: {why_not(error)}. Nothing was changed."
        raise Refusal(message) from error
    try:
        yield
    finally:
        lock.release()


def _keep(target: Path) -> Path | None:
    """Give the file that is to be replaced a second name; nothing may stand beside the new one."""
    if not target.exists():
        # What a vanished file left beside its place would be taken for the new one's.
        for side in _sides(target):
            _set_aside(side)
        return None
    kept = free_name(target.with_name(f"{target.stem} (before restore){target.suffix}"))
    try:
        whole = _fold_in(target)
        _second_name(target, kept)
        if not whole:
            for side in _sides(target):
                if side.exists():
                    shutil.copy2(side, kept.with_name(kept.name + side.name.removeprefix(target.name)))
                    _remove(side)
    except OSError as error:
        _remove(kept)
        message = f"“{target.name}” could not be kept beside itself: {why_not(error)}. Nothing was changed."
        raise Refusal(message) from error
    return kept


def _fold_in(target: Path) -> bool:
    """Bring what stands in the -wal into the file itself.

    Returns:
        False where the file is too damaged for it, or no SQLite file: it is then kept byte for byte.
    """
    with target.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            return False
    try:
        with closing(_connected(target)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    except driver.OperationalError as error:
        message = f"“{target.name}” is in use, or its disk is full: close it elsewhere first. Nothing was changed."
        raise Refusal(message) from error
    except driver.DatabaseError:
        return False
    return True


def _connected(target: Path) -> Driver:
    connection: Driver = driver.connect(
        file_uri(target, mode="rw"), uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    return connection


def _second_name(target: Path, kept: Path) -> None:
    try:
        os.link(target, kept)
    except OSError:
        # A file system without hard links (FAT, some networks).
        shutil.copy2(target, kept)
        with kept.open("rb+") as file:
            os.fsync(file.fileno())


def _sides(target: Path) -> tuple[Path, ...]:
    return tuple(target.with_name(target.name + end) for end in ("-wal", "-shm", "-journal"))


def _set_aside(side: Path) -> None:
    if side.exists():
        side.rename(free_name(side.with_name(f"{side.name} (before restore)")))


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
