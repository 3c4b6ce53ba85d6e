"""The two SQLAlchemy engines that a board file's sessions stand on, one to read and one to write."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection as CoreConnection
from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2 as driver

from boardroom.store.connect import Driver, connect_to_read, connect_to_write


def driver_of(connection: CoreConnection) -> Driver:
    """Return the bare driver connection under a SQLAlchemy one; it is in the same transaction."""
    bare: Driver = connection.connection.driver_connection  # type: ignore[assignment]
    return bare


def reading_engine(path: Path, *, immutable: bool = False) -> Engine:
    """Return the engine whose sessions only read; each begins plainly."""
    return _engine(lambda: connect_to_read(path, immutable=immutable), "BEGIN", size=5)


def writing_engine(path: Path) -> Engine:
    """Return the engine whose sessions write; each takes the write lock at once, so it never fails half-way."""
    return _engine(lambda: connect_to_write(path), "BEGIN IMMEDIATE", size=1)


def _engine(creator: Callable[[], Driver], begin: str, *, size: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        # What people wrote must not stand in a log beside an error.
        hide_parameters=True,
        module=driver,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0 if size == 1 else 10,
    )

    def explicit_begin(connection: CoreConnection) -> None:
        driver_of(connection).execute(begin)

    event.listen(engine, "begin", explicit_begin)
    return engine
