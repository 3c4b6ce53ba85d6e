"""Rows as canonical JSON, one text for one state (RFC 8785), and back again."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, Enum, Integer, Table, Text, Time

from boardroom.domain.base import Base, Identifier, Runs, UtcInstant
from boardroom.domain.text import runs_to_data

if TYPE_CHECKING:
    from enum import StrEnum

T = TypeVar("T", bound=Base)

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
"""Keys are ASCII and numbers whole, so Python's own order and figures are those of RFC 8785."""


def canonical(data: Mapping[str, object]) -> str:
    """Return plain data as RFC 8785 writes it: keys in order, no spaces."""
    return _ENCODER.encode(data)


def row_to_plain(row: Base) -> dict[str, object]:
    """Return a row's fields by name, as JSON holds them."""
    reader = _reader(type(row))
    try:
        # A record may hold tens of thousands of votes; SQLAlchemy's own way to a field takes ten times as long.
        values = reader.held(vars(row))
    except KeyError:
        values = tuple(getattr(row, name) for name in reader.names)
    data = dict(zip(reader.names, values, strict=True))
    for name, plain in reader.converted:
        value = data[name]
        if value is not None:
            data[name] = plain(value)
    return data


def row_from_plain(entity: type[T], data: Mapping[str, Any]) -> T:
    """Return a row that was written by `row_to_plain`, not tied to any session.

    A field that an older version did not know has its default; one that this version does not know is
    passed over.

    Raises:
        ValueError: the data is no such row.
    """
    columns = cast("Table", entity.__table__).columns
    try:
        values: dict[str, Any] = {
            column.key: _value(column, data[column.key]) for column in columns if column.key in data
        }
        return entity(**values)
    except (AttributeError, TypeError) as error:
        message = f"this is no row of {entity.__tablename__}"
        raise ValueError(message) from error


class _Reader(NamedTuple):
    """How an entity's fields are read, and which of them JSON can't hold as they are."""

    names: tuple[str, ...]
    held: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    converted: tuple[tuple[str, Callable[[Any], object]], ...]


@cache
def _reader(entity: type[Base]) -> _Reader:
    columns = cast("Table", entity.__table__).columns
    names = tuple(column.key for column in columns)
    plain = ((column.key, _to_plain(column)) for column in columns)
    return _Reader(names, itemgetter(*names), tuple((name, convert) for name, convert in plain if convert is not None))


def _to_plain(column: Column[Any]) -> Callable[[Any], object] | None:
    match column.type:
        case Identifier():
            return str
        case Date():
            return date.isoformat
        case Time():
            return time.isoformat
        case UtcInstant():
            return datetime.isoformat
        case Runs():
            return runs_to_data
        case _:
            return None


def _value(column: Column[Any], data: Any) -> object:  # noqa: ANN401 - as above
    """Return what a column holds; of all types those that the rows kept with a seal need."""
    match column.type:
        case _ if data is None:
            return None
        case Identifier():
            return UUID(data)
        case Date():
            return date.fromisoformat(data)
        case Enum(enum_class=words):
            return cast("type[StrEnum]", words)(data)
        case Text() | Integer() | Boolean() if isinstance(data, column.type.python_type):
            return data
    message = f"{column.key} can't be {data!r}"
    raise ValueError(message)
