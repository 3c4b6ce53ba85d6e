"""Images of rows: what a row holds, as the storable values that the driver reads and writes.

An image is read from the table itself, in the transaction that writes it: so it is what a later reader will
find, whatever way the row was written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias, cast

from sqlalchemy import Column, Table
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.types import TypeEngine

from boardroom.domain.base import Base, Identifier
from boardroom.domain.entities import ENTITIES
from boardroom.store.connect import Driver

Image: TypeAlias = dict[str, object]
"""Column name to storable value (text, integer or None), columns in alphabetical order."""

_Convert: TypeAlias = Callable[[object], object]
_DIALECT = SQLiteDialect_pysqlite()


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of an entity before and after a write, both whole; None before: inserted; None after: deleted."""

    entity: str
    id: str
    before: Image | None
    after: Image | None


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of one entity are read and written by the bare driver."""

    entity: str
    columns: tuple[str, ...]
    select: str
    insert: str
    storing: Mapping[str, _Convert | None]
    """From a domain value to its storable one; None where they are the same."""
    loading: Mapping[str, _Convert | None]

    def read(self, connection: Driver, entity_id: str) -> Image | None:
        """Return the image of a row as it stands, or None."""
        row = connection.execute(self.select, (entity_id,)).fetchone()
        return None if row is None else dict(zip(self.columns, row, strict=True))

    def write(self, connection: Driver, before: Image | None, after: Image | None) -> None:
        """Make a row that holds `before` hold `after`: inserted, updated where they differ, or deleted."""
        if after is None:
            if before is not None:
                connection.execute(f'DELETE FROM "{self.entity}" WHERE id = ?', (before["id"],))  # noqa: S608 - our name
        elif before is None:
            connection.execute(self.insert, tuple(after.values()))
        else:
            changed = {name: value for name, value in after.items() if before[name] != value}
            if changed:
                fields = ", ".join(f'"{name}" = ?' for name in changed)
                connection.execute(
                    f'UPDATE "{self.entity}" SET {fields} WHERE id = ?',  # noqa: S608 - names of our own columns
                    (*changed.values(), after["id"]),
                )


@cache
def shapes() -> Mapping[str, Shape]:
    """Return the shape of every entity by its table's name."""
    return {shape.entity: shape for shape in map(_shape, ENTITIES)}


def shape_of(entity: type[Base]) -> Shape:
    """Return the shape of an entity's rows."""
    return shapes()[entity.__tablename__]


def _shape(entity: type[Base]) -> Shape:
    table = cast("Table", entity.__table__)
    columns: dict[str, Column[object]] = {column.name: column for column in table.columns}
    names = tuple(sorted(columns))
    listed = ", ".join(f'"{name}"' for name in names)
    # The table's own name is SQLAlchemy's kind of text, which the driver is slow to take.
    name = entity.__tablename__
    return Shape(
        entity=name,
        columns=names,
        select=f'SELECT {listed} FROM "{name}" WHERE id = ?',  # noqa: S608 - names of our own tables
        insert=f'INSERT INTO "{name}" ({listed}) VALUES ({", ".join("?" * len(names))})',  # noqa: S608
        storing={one: _storing(column) for one, column in columns.items()},
        loading={one: _type(column).result_processor(_DIALECT, None) for one, column in columns.items()},
    )


def _storing(column: Column[object]) -> _Convert | None:
    # Ids are most of what an import converts; the short way to the same text.
    return str if isinstance(column.type, Identifier) else _type(column).bind_processor(_DIALECT)


def _type(column: Column[object]) -> TypeEngine[object]:
    return column.type.dialect_impl(_DIALECT)
