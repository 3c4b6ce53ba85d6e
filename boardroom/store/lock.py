"""The lock of a board file: one process writes it, for as long as it has it open.

An operating-system lock on a side file (`.NAME.lock`), which the system lets go of when its holder ends in
whatever way; never judged by the side file's age or mere presence (hazard 8). The board file itself carries
SQLite's own locks, which closing a second descriptor of it would drop.
"""

import os
import platform
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Locked is one byte far behind what is written, so that others can read who holds the file.
_FAR = 1 << 30
_LONGEST_NAME = 400
# Where somebody laid a link in the side file's place, what it leads to must not be written over.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class LockedError(Exception):
    """Somebody else holds the lock; `str()` says who, as far as is known."""


class FileLock:
    """The right to write one board file, held until `release`."""

    def __init__(self, path: Path, descriptor: int) -> None:
        """Keep the side file's descriptor; `take` makes locks."""
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, board_path: Path, *, who: str) -> Self:
        """Take the lock of a board file.

        Raises:
            LockedError: another process, or another part of this one, holds it.
            OSError: the side file can't be made: the folder is read-only, or full.
        """
        path = side_file(board_path)
        while True:
            descriptor = os.open(path, _FLAGS, 0o600)
            try:
                _lock(descriptor)
                if _is_still(path, descriptor):
                    _say_who(path, descriptor, who)
                    return cls(path, descriptor)
            except BaseException:
                os.close(descriptor)
                raise
            # Its last holder removed the side file between our opening and our locking it.
            os.close(descriptor)

    def release(self) -> None:
        """Let go of the lock and remove the side file."""
        if self._descriptor < 0:
            return
        if sys.platform == "win32":
            # Windows removes no open file; if another took the lock meanwhile, it keeps the side file.
            os.close(self._descriptor)
            with suppress(OSError):
                self._path.unlink()
        else:
            with suppress(OSError):
                self._path.unlink()
            os.close(self._descriptor)
        self._descriptor = -1


def side_file(board_path: Path) -> Path:
    """Return where the lock of a board file stands."""
    return board_path.with_name(f".{board_path.name}.lock")


def _lock(descriptor: int) -> None:
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            # flock stands on the open descriptor, so a second opening in this process is refused too.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        os.lseek(descriptor, 0, os.SEEK_SET)
        holder = os.read(descriptor, _LONGEST_NAME).decode(errors="replace").strip()
        raise LockedError(holder or "another program") from error


def _say_who(path: Path, descriptor: int, who: str) -> None:
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{who or 'somebody'} on {platform.node()}".encode())
    except OSError:
        # A full disk: nothing is written without a lock that says whose it is, and no side file stays.
        with suppress(OSError):
            path.unlink()
        raise


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        there = path.stat()
    except OSError:
        return False
    ours = os.fstat(descriptor)
    return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)
