"""The board file: created, opened, read, written, closed.

Hooks that other rooms of store fill in:

- `boardroom.store.migrations`: `HEAD: str`, `create_schema(connection: Driver)`, `known_schema(version: str) ->
  str | None`, `migrate(path: Path)`. `Driver` is the bare driver connection of `connect.py`, in a transaction.
- `boardroom.store.search`: `update(connection: Driver, changes: Sequence[RowChange])`, called in the same
  transaction after rows were recorded; `verify(connection: Driver) -> list[str]` for `check`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy.orm import Session

from boardroom.store.change import Change


class BoardFile:
    """One open board file: one process writes it, others read it."""

    path: Path
    read_only: str
    """Empty, or the sentence that says why this file is only read."""
    warnings: list[str]
    who: str
    last_change: Change

    @classmethod
    def create(cls, path: Path, *, who: str) -> Self:
        """Make a new, empty board file and open it."""
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path, *, who: str = "") -> Self:
        """Open an existing board file."""
        raise NotImplementedError

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that only reads; what it loaded stays usable afterwards."""
        raise NotImplementedError
        yield

    @contextmanager
    def writing(self, label: str, *, merge: str | None = None, barrier: bool = False) -> Iterator[Session]:
        """Give a session in one transaction; leaving it commits one step of the journal."""
        raise NotImplementedError
        yield

    def close(self) -> None:
        """Let go of the file and of its lock."""

    def __enter__(self) -> Self:
        """Use the file as a context manager."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()
