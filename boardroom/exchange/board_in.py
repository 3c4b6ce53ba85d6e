"""A board record coming in: read, held against its schema and against itself, and inserted whole or not at all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.base import Base
from boardroom.domain.entities import ENTITIES
from boardroom.domain.papers import Paper
from boardroom.domain.refusal import Refusal
from boardroom.exchange.board_format import (
    FORMAT,
    Value,
    board_schema,
    fields_of,
    row_from_data,
    row_to_data,
    table_name,
)
from boardroom.exchange.board_papers import ARRAY, content_faults, take_contents
from boardroom.exchange.json_reading import Json, read_json
from boardroom.exchange.validating import FAULTS_SHOWN, Fault, refuse_faults, shown, validate
from boardroom.store.bulk import insert
from boardroom.store.queries.exchange import known_ids, rows_by_id

MEGABYTES = 512
WORDS: Mapping[str, str] = {**{table_name(entity): "row" for entity in ENTITIES}, ARRAY: "file"}
"""What a member of each array is called in sentences."""

_Row = dict[str, Value]
_OF_THE_SAME_MEETING = frozenset(
    {
        "item_id",
        "parent_id",
        "amends_id",
        "attendance_id",
        "declaration_id",
        "confirmation_id",
        "vote_event_id",
        "day_id",
        "from_item_id",
        "arrived_item_id",
        "left_item_id",
    }
)
"""References that never lead from one meeting to another; what reads a meeting counts on it."""


@dataclass(frozen=True, slots=True)
class BoardImport:
    """What an import made, by table name; and how many rows were there already, equal."""

    name: str
    made: Mapping[str, int] = field(default_factory=dict)
    unchanged: int = 0


def read_board(source: Path | bytes, name: str) -> dict[str, Json]:
    """Return a board record that fits the schema.

    Args:
        source: the file, or its bytes.
        name: what the file is called in sentences.

    Raises:
        Refusal: it can't be read, or doesn't fit.
    """
    return checked_board(read_json(source, name, megabytes=MEGABYTES, words=WORDS), name)


def checked_board(data: Json, name: str) -> dict[str, Json]:
    """Check what `read_json` returned, as `read_board` does.

    Raises:
        Refusal: as `read_board`.
    """
    stated = data.get("format") if isinstance(data, dict) else None
    if stated != FORMAT:
        said = f"says that it is {shown(stated)}" if stated is not None else "doesn't say what it is"
        message = f"{name} {said}; a board record says “format”: “{FORMAT}”."
        raise Refusal(message)
    validate(data, board_schema, name, words=WORDS)
    result: dict[str, Json] = data
    return result


def import_board(session: Session, data: Mapping[str, Json], name: str = "The board record") -> BoardImport:
    """Insert all that a board record holds; what is there already and equal stays as it is.

    Args:
        session: of `BoardFile.writing`; the caller's transaction makes it whole or nothing.
        data: what `read_board` returned.
        name: what the file is called in sentences.

    Raises:
        Refusal: the record contradicts itself, or the board file holds one of its things otherwise.
    """
    tables = _rows(data, name)
    _refuse_doubles(tables, name)
    present = _present(session, tables, name)
    _refuse_bad_references(session, tables, name)
    _refuse_cycles(tables, name)
    contents = data.get(ARRAY, [])
    refuse_faults(name, islice(content_faults(session, contents, tables[Paper]), FAULTS_SHOWN + 1), WORDS)
    take_contents(session, contents)
    made: dict[str, int] = {}
    # ENTITIES ends with seals, so a sealed meeting is whole before it is closed.
    for entity in ENTITIES:
        fresh = [row for row in tables[entity] if row["id"] not in present[entity]]
        if fresh:
            insert(session, entity, fresh)
            made[table_name(entity)] = len(fresh)
    return BoardImport(name, made, sum(len(ids) for ids in present.values()))


def _rows(data: Mapping[str, Json], name: str) -> dict[type[Base], list[_Row]]:
    faults: list[Fault] = []
    tables: dict[type[Base], list[_Row]] = {}
    for entity in ENTITIES:
        table = table_name(entity)
        tables[entity] = []
        for at, given in enumerate(data.get(table, ())):
            row, wrong = row_from_data(entity, given)
            tables[entity].append(row)
            faults.extend(((table, at, key), why) for key, why in wrong)
        if len(faults) > FAULTS_SHOWN:
            break
    refuse_faults(name, faults, WORDS)
    return tables


def _refuse_doubles(tables: Mapping[type[Base], Sequence[_Row]], name: str) -> None:
    counted = Counter(row["id"] for rows in tables.values() for row in rows)
    if counted and counted.most_common(1)[0][1] > 1:
        refuse_faults(
            name,
            [
                ((table_name(entity), at, "id"), f"the id {row['id']} stands in more than one row")
                for entity, rows in tables.items()
                for at, row in enumerate(rows)
                if counted[row["id"]] > 1
            ],
            WORDS,
        )


def _present(session: Session, tables: Mapping[type[Base], Sequence[_Row]], name: str) -> dict[type[Base], set[UUID]]:
    """Return the ids that the board file holds already, all of them with equal rows.

    Raises:
        Refusal: a row of the file differs; the first few differences.
    """
    present: dict[type[Base], set[UUID]] = {}
    differences: list[str] = []
    for entity, rows in tables.items():
        by_id = {_id(row["id"]): row for row in rows}
        present[entity] = set()
        for here in rows_by_id(session, entity, by_id):
            present[entity].add(here["id"])
            differences.extend(_differences(entity, here, by_id[here["id"]]))
    if differences:
        more = "" if len(differences) <= FAULTS_SHOWN else f"; and {len(differences) - FAULTS_SHOWN} more differences"
        message = (
            f"{name} was not taken in, because the board file holds some of it otherwise: "
            f"{'; '.join(differences[:FAULTS_SHOWN])}{more}. Nothing was changed."
        )
        raise Refusal(message)
    return present


def _differences(entity: type[Base], here: Mapping[Any, Any], row: _Row) -> Iterator[str]:
    ours, theirs = row_to_data(entity, here), row_to_data(entity, row)
    for key in sorted(ours.keys() | theirs.keys()):
        if ours.get(key) != theirs.get(key):
            place = f"{table_name(entity)} {here['id']}, {key}"
            yield f"{place}: here {shown(ours.get(key))}, in the record {shown(theirs.get(key))}"


def _refuse_bad_references(session: Session, tables: Mapping[type[Base], Sequence[_Row]], name: str) -> None:
    """Refuse references to what is neither in the record nor in the file, or to another meeting's rows."""
    meetings: dict[str, dict[UUID, object]] = {
        table_name(entity): {_id(row["id"]): row.get("meeting_id") for row in rows} for entity, rows in tables.items()
    }
    entities = {table_name(entity): entity for entity in ENTITIES}
    missing: dict[str, set[UUID]] = {}
    for entity, rows in tables.items():
        for column, target in _references(entity):
            ids = {_id(row[column]) for row in rows if row[column] is not None} - meetings[target].keys()
            missing.setdefault(target, set()).update(ids)
    for target, ids in missing.items():
        meetings[target].update(known_ids(session, entities[target], ids))
    faults: list[Fault] = []
    for entity, rows in tables.items():
        table = table_name(entity)
        for column, target in _references(entity):
            known = meetings[target]
            local = column in _OF_THE_SAME_MEETING
            for at, row in enumerate(rows):
                if row[column] is None:
                    continue
                if _id(row[column]) not in known:
                    why = f"there is no {target} {row[column]}, neither in the record nor in the board file"
                    faults.append(((table, at, column), why))
                elif local and row.get("meeting_id") != known[_id(row[column])]:
                    why = f"the {target} {row[column]} belongs to another meeting"
                    faults.append(((table, at, column), why))
    refuse_faults(name, faults, WORDS)


def _refuse_cycles(tables: Mapping[type[Base], Sequence[_Row]], name: str) -> None:
    """Refuse rows that lead back to themselves: an item under its own sub-item."""
    for entity, rows in tables.items():
        table = table_name(entity)
        for column, target in _references(entity):
            if target == table:
                caught = in_cycles({_id(row["id"]): _id(row[column]) for row in rows if row[column] is not None})
                faults = [
                    ((table, at, column), f"this row leads back to itself through {column}")
                    for at, row in enumerate(rows)
                    if row["id"] in caught
                ]
                refuse_faults(name, faults, WORDS)


def in_cycles(above: Mapping[UUID, UUID]) -> set[UUID]:
    """Return the members of every cycle, given for each id the one it stands under."""
    settled: set[UUID] = set()
    cycles: set[UUID] = set()
    for start in above:
        way: dict[UUID, int] = {}
        at: UUID | None = start
        while at is not None and at not in settled and at not in way:
            way[at] = len(way)
            at = above.get(at)
        if at is not None and at in way:
            cycles.update(list(way)[way[at] :])
        settled.update(way)
    return cycles


def _references(entity: type[Base]) -> Iterable[tuple[str, str]]:
    return ((one.name, one.target) for one in fields_of(entity) if one.target)


def _id(value: Value) -> UUID:
    if not isinstance(value, UUID):
        message = f"{value!r} is no id"
        raise TypeError(message)
    return value
