"""The board file: created, opened, read, written, closed.

Hooks that other rooms of store fill in:

- `boardroom.store.migrations`: `HEAD: str`, `create_schema(connection: Driver)`, `known_schema(version: str) ->
  str | None`, `migrate(path: Path)`. `Driver` is the bare driver connection of `connect.py`, in a transaction.
- `boardroom.store.search`: `update(connection: Driver, changes: Sequence[RowChange])`, called in the same
  transaction after rows were recorded; `verify(connection: Driver) -> list[str]` for `check`.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock, get_ident
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.store import migrations
from boardroom.store.change import Change
from boardroom.store.connect import connect_to_write, transaction
from boardroom.store.engines import driver_of, reading_engine, writing_engine
from boardroom.store.journal import Kind
from boardroom.store.opening import Opened, examine, orphans_in
from boardroom.store.places import belonging_to
from boardroom.store.step import Book, Intent, Step
from boardroom.store.trouble import shortened, told, why_not
from boardroom.store.unit import UnitSession, only_flushes_write
from boardroom.store.whole_file import check_name


class BoardFile:
    """One open board file: one process writes it, others read it.

    Attributes:
        path: where it stands.
        read_only: empty, or the sentence that says why this file is only read.
        warnings: sentences about where it stands.
        who: the name under which steps are noted.
        last_change: what the last unit of work changed.
        clock: seconds of a monotonic clock; tells whether typing goes on.
    """

    def __init__(self, opened: Opened, *, who: str) -> None:
        """Keep an examined file; `create` and `open` make board files."""
        self.path = opened.path
        self.read_only = opened.read_only
        self.warnings = opened.warnings
        self.who = clean_line(who)
        self.last_change = Change(label="")
        self.clock: Callable[[], float] = time.monotonic
        self._lock = opened.lock
        self._book = Book()
        self._turn = Lock()
        self._writer_thread = 0
        self._sound = False
        self._readers: Engine = reading_engine(self.path, immutable=opened.immutable)
        self._writer: Engine | None = None
        if not self.read_only:
            self._writer = writing_engine(self.path)
            only_flushes_write(self._writer)

    @classmethod
    def create(cls, path: Path, *, who: str) -> Self:
        """Make a new, empty board file and open it.

        Raises:
            Refusal: something stands there already, or the folder doesn't take it.
        """
        if os.path.lexists(path):
            message = f"“{path.name or path}” is there already; choose another name. Nothing was changed."
            raise Refusal(message)
        if not os.path.isdir(path.parent):  # noqa: PTH112 - Path.is_dir raises on a name too long
            message = f"There is no folder “{shortened(str(path.parent))}”: make it first or choose another one."
            raise Refusal(message)
        check_name(path.name)
        # Made beside its place and moved there when it is whole: a killed program leaves no half of a file.
        beside = path.with_name(f".{path.name}.new")
        try:
            with told(path):
                beside.unlink(missing_ok=True)
                # SQLite's own word for every trouble with a folder is "unable to open".
                beside.open("xb").close()
                with closing(connect_to_write(beside, create=True)) as connection:
                    with transaction(connection):
                        migrations.create_schema(connection)
                    # Closing would do this too, but say nothing where the disk is full.
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            _put(beside, path)
        except OSError as error:
            message = f"“{shortened(path.name)}” could not be made: {why_not(error)}."
            raise Refusal(message) from error
        finally:
            _remove(beside)
        try:
            return cls.open(path, who=who)
        except BaseException:
            _remove(path)
            raise

    @classmethod
    @contextmanager
    def made(cls, path: Path, *, who: str) -> Iterator[Self]:
        """Lend a new board file; where the block fails, nothing of it stays.

        Raises:
            Refusal: as `create`.
        """
        board = cls.create(path, who=who)
        try:
            with board:
                yield board
        except BaseException:
            _remove(path)
            raise

    @classmethod
    def open(cls, path: Path, *, who: str = "") -> Self:
        """Open an existing board file; one of an older version is brought up to date first.

        Where it can only be read (another program has it open, it is write-protected, a newer version made
        it), `read_only` says why.

        Raises:
            Refusal: there is no board file, or a damaged one.
        """
        # One lock for one file: the side file stands beside the file itself, not beside a link to it.
        path = Path(os.path.realpath(path)) if os.path.islink(path) else path.absolute()  # noqa: PTH114
        opened = examine(path, who=clean_line(who))
        try:
            if opened.outdated:
                with told(path):
                    migrations.migrate(opened.path)
            board = cls(opened, who=who)
            if opened.outdated:
                with board.unit(Intent(label="Bring the file up to date", who=board.who, kind=Kind.BARRIER)):
                    pass
        except BaseException:
            if opened.lock is not None:
                opened.lock.release()
            raise
        return board

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that only reads; what it loaded stays usable afterwards.

        Raises:
            Refusal: the file turns out to be damaged.
        """
        with told(self.path), Session(self._readers, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self, label: str, *, merge: str | None = None, barrier: bool = False) -> Iterator[Session]:
        """Give a session in one transaction; leaving it commits one step of the journal.

        An exception rolls everything back. Afterwards `last_change` says what was changed.

        Args:
            label: what is done, as the history and the undo command name it.
            merge: typing under the same key (`paragraph:<id>`) joins one step.
            barrier: that neither this step nor what came before it can be undone.

        Raises:
            Refusal: the file is only read, the disk is full, or what is written belongs to sealed minutes.
        """
        kind = Kind.BARRIER if barrier else Kind.EDIT
        with self.unit(Intent(label=clean_line(label), who=self.who, kind=kind, merge=merge)) as session:
            yield session

    @contextmanager
    def unit(self, intent: Intent) -> Iterator[UnitSession]:
        """Give the session of one unit of work; `writing`, undo and redo stand on it.

        Raises:
            Refusal: as `writing`.
        """
        with self._our_turn() as engine, told(self.path):
            session = UnitSession(engine, expire_on_commit=False)
            try:
                connection = driver_of(session.connection())
                self._book.refresh(connection)
                step = Step(connection, self._book, intent)
                session.begin_step(step)
                yield session
                session.flush()
                change = step.finish(self.clock())
                session.end_step()
            except BaseException:
                # Also where the commit itself failed: only the file knows then whether it took place.
                self._book.forget()
                session.rollback()
                raise
            finally:
                session.close()
            step.committed()
            self.last_change = change

    @contextmanager
    def _our_turn(self) -> Iterator[Engine]:
        """Let one unit of work at a time write, on a file that was found sound before the first."""
        if self._writer is None:
            raise Refusal(self.read_only)
        if self._writer_thread == get_ident():
            message = "a unit of work inside another one"
            raise RuntimeError(message)
        with self._turn:
            self._writer_thread = get_ident()
            try:
                if not self._sound:
                    self._check_parents()
                yield self._writer
            finally:
                self._writer_thread = 0

    def prove(self) -> None:
        """Look now for what the first unit of work would look for; one that finds damage refuses, and says so."""
        if self._writer is not None:
            with suppress(Refusal), self._our_turn():
                pass

    def _check_parents(self) -> None:
        with told(self.path), self._readers.connect() as connection:
            orphans = orphans_in(driver_of(connection))
        if orphans:
            message = f"“{self.path.name}” is damaged: nothing is saved in it. {orphans[0]} Restore its latest backup."
            raise Refusal(message)
        self._sound = True

    def close(self) -> None:
        """Let go of the file and of its lock."""
        self._readers.dispose()
        if self._writer is not None:
            self._writer.dispose()
            # Without its lock nothing may be written any more.
            self._writer = None
            self.read_only = f"“{self.path.name}” was closed."
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        """Use the file as a context manager."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()


def _remove(path: Path) -> None:
    """Remove a file that this program has just made, and what SQLite left beside it."""
    for name in (path.name, *belonging_to(path.name)):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)


def _put(made: Path, path: Path) -> None:
    """Give a finished file its name, without ever replacing another one."""
    with made.open("rb") as file:
        os.fsync(file.fileno())
    try:
        os.link(made, path)
    except OSError:
        # A file system without hard links (FAT, some networks).
        if os.path.lexists(path):
            raise
        made.rename(path)
