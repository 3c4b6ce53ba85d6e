"""`boardroom.board-record/1`: its schema and its rows, made from the entities' columns.

One array for each entity, in the order of `ENTITIES`; each row an object with its `id`. A field that is
null is left out unless the entity's default is something else; a missing field takes the default. A new
field or entity needs no change here (docs/decisions/0002).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, Enum, Integer, String, Table, Text, Time
from sqlalchemy.types import TypeEngine

from boardroom.domain.base import Base, Identifier, Runs, UtcInstant
from boardroom.domain.entities import ENTITIES
from boardroom.domain.text import Run, clean_runs, runs_from_data, runs_to_data
from boardroom.exchange import board_papers, patterns

if TYPE_CHECKING:
    from enum import StrEnum

FORMAT = "boardroom.board-record/1"

Value: TypeAlias = object
"""What a column holds: text, number, truth, id, date, time, instant, word, runs, or None."""

_RUNS_SCHEMA = {
    "type": "array",
    "description": "runs of a paragraph: [text], or [text, marks] with marks b (bold), i (italic) or bi",
    "items": {
        "type": "array",
        "minItems": 1,
        "maxItems": 2,
        "prefixItems": [{"type": "string"}, {"enum": ["", "b", "i", "bi"]}],
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column as the format carries it."""

    name: str
    required: bool
    nullable: bool
    default: Value
    target: str
    """The table that an id points to; empty where it is no reference."""
    schema: Mapping[str, Any]
    to_data: Callable[[Any], Any]
    from_data: Callable[[Any], Value]
    """Raises ValueError with a reason where the data can't be meant."""


def fields_of(entity: type[Base]) -> tuple[Field, ...]:
    """Return an entity's fields, the id first."""
    return _fields_of(entity)


def table_name(entity: type[Base]) -> str:
    """Return the name of an entity's array."""
    return str(entity.__tablename__)


def row_to_data(entity: type[Base], values: Mapping[Any, Any]) -> dict[str, Any]:
    """Return a row, given by column name, as the format carries it."""
    data = {}
    for field in fields_of(entity):
        value = values[field.name]
        if value is not None:
            data[field.name] = field.to_data(value)
        elif field.default is not None:
            # Left out, it would come in as the default.
            data[field.name] = None
    return data


def row_from_data(entity: type[Base], data: Mapping[str, Any]) -> tuple[dict[str, Value], list[tuple[str, str]]]:
    """Return a row by column name, every field filled in; and the fields that can't be meant, with the reason.

    Args:
        entity: whose row it is.
        data: the row; it fits the schema.
    """
    row: dict[str, Value] = {}
    faults: list[tuple[str, str]] = []
    for field in fields_of(entity):
        if field.name not in data:
            row[field.name] = field.default
        elif data[field.name] is None:
            row[field.name] = None
        else:
            try:
                row[field.name] = field.from_data(data[field.name])
            except ValueError as error:
                faults.append((field.name, str(error)))
    return row, faults


@lru_cache(maxsize=1)
def board_schema() -> Mapping[str, Any]:
    """Return the published JSON schema of the format."""
    tables: dict[str, Any] = {}
    definitions: dict[str, Any] = {}
    for entity in ENTITIES:
        name = table_name(entity)
        tables[name] = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
        fields = fields_of(entity)
        definitions[name] = {
            "description": re.sub(r"\s+", " ", entity.__doc__ or "").strip(),
            "type": "object",
            "required": [field.name for field in fields if field.required],
            "additionalProperties": False,
            "properties": {field.name: dict(field.schema) for field in fields},
        }
    tables[board_papers.ARRAY] = {"type": "array", "items": {"$ref": f"#/$defs/{board_papers.ARRAY}"}}
    definitions[board_papers.ARRAY] = dict(board_papers.SCHEMA)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "boardroom.board-record.1",
        "title": "Board record, version 1",
        "description": (
            "Everything a board file holds of one board or of all: an array for each kind of thing, every thing "
            "with its id. Text is Unicode in NFC with line feeds only. A field that is missing has its default."
        ),
        "type": "object",
        "required": ["format"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "made_with": {"type": "string", "description": "version of the program that wrote it"},
            **tables,
        },
        "$defs": definitions,
    }


@lru_cache(maxsize=len(ENTITIES))
def _fields_of(entity: type[Base]) -> tuple[Field, ...]:
    columns = cast("Table", entity.__table__).columns
    return tuple(sorted((_field(column) for column in columns), key=lambda field: field.name != "id"))


def _field(column: Column[Any]) -> Field:
    default = None if column.default is None else column.default.arg  # type: ignore[attr-defined]
    schema, to_data, from_data = _codec(column.type)
    schema = dict(schema)
    target = next((key.column.table.name for key in column.foreign_keys), "")
    if target:
        schema["description"] = f"id of a row of {target}"
    if column.nullable:
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
        else:
            schema["type"] = [schema["type"], "null"]
    if default is not None:
        schema["default"] = to_data(default)
    return Field(
        name=column.name,
        required=default is None and not column.nullable,
        nullable=bool(column.nullable),
        default=default,
        target=target,
        schema=schema,
        to_data=to_data,
        from_data=from_data,
    )


_Codec: TypeAlias = tuple[Mapping[str, Any], Callable[[Any], Any], Callable[[Any], Value]]


def _codec(kind: TypeEngine[Any]) -> _Codec:  # noqa: PLR0911 - one line for each type of column
    """Return the schema of a type, and how its values go out and come in."""
    match kind:
        case Enum():
            words = cast("type[StrEnum]", kind.enum_class)
            return {"enum": [word.value for word in words]}, lambda word: word.value, words
        case Identifier():
            return {"type": "string", "pattern": patterns.ID}, str, UUID
        case UtcInstant():
            return {"type": "string", "pattern": patterns.INSTANT}, _instant_to_data, _instant_from_data
        case Runs():
            return _RUNS_SCHEMA, runs_to_data, _runs_from_data
        case Date():
            return {"type": "string", "pattern": patterns.DATE}, date.isoformat, _date_from_data
        case Time():
            return {"type": "string", "pattern": patterns.TIME}, _time_to_data, _time_from_data
        case Boolean():
            return {"type": "boolean"}, bool, bool
        case Integer():
            return {"type": "integer"}, int, int
        case Text() | String():
            return {"type": "string"}, str, str
    message = f"board-record/1 has no form yet for a column of type {kind!r}"
    raise TypeError(message)


def _instant_to_data(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _instant_from_data(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        message = f"“{text}” is no instant that a clock shows"
        raise ValueError(message) from None


def _date_from_data(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text} is no day of the calendar"
        raise ValueError(message) from None


def _time_to_data(moment: time) -> str:
    return moment.isoformat("minutes" if not (moment.second or moment.microsecond) else "auto")


def _time_from_data(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        message = f"{text} is no time of day"
        raise ValueError(message) from None


def _runs_from_data(data: list[list[str]]) -> tuple[Run, ...]:
    return clean_runs(runs_from_data(data))
