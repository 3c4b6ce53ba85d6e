"""What going out and coming in asks of the board file: whole tables, one board's rows, meetings by their record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any, TypeAlias, cast
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, Table, null, or_, select, true
from sqlalchemy.orm import Session

from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.entities import ENTITIES
from boardroom.domain.interests import Interest
from boardroom.domain.meeting import Meeting, MeetingBoard
from boardroom.domain.people import Organisation, Person

AT_ONCE = 500
"""Ids asked for in one statement; SQLite takes 32,766 parameters, short statements are cached."""

Row: TypeAlias = RowMapping
"""A row by column name, in Python's types."""


def table_of(entity: type[Base]) -> Table:
    """Return an entity's table."""
    return cast("Table", entity.__table__)


def all_rows(session: Session, entity: type[Base]) -> Iterator[Row]:
    """Return every row of an entity, by id, a thousand at a time in memory."""
    table = table_of(entity)
    return _streamed(session, select(table).order_by(table.c.id))


def rows_by_id(session: Session, entity: type[Base], ids: Iterable[UUID]) -> Iterator[Row]:
    """Return the rows with these ids, as far as there are any."""
    table = table_of(entity)
    for some in _chunks(ids):
        yield from session.execute(select(table).where(table.c.id.in_(some))).mappings()


def known_ids(session: Session, entity: type[Base], ids: Iterable[UUID]) -> dict[UUID, UUID | None]:
    """Return those of the ids that the file holds, each with the meeting that its row belongs to."""
    columns = table_of(entity).c
    meeting_id = columns["meeting_id"] if "meeting_id" in columns else null()
    found: dict[UUID, UUID | None] = {}
    for some in _chunks(ids):
        wanted = select(columns["id"], meeting_id).where(columns["id"].in_(some))
        found.update((row_id, owner) for row_id, owner in session.execute(wanted))
    return found


@dataclass(frozen=True, slots=True)
class BoardRows:
    """One board's rows: what belongs to it, and the rows of the file that those lead to."""

    board_id: UUID
    led_to: Mapping[type[Base], set[UUID]] = field(default_factory=dict)

    def of(self, session: Session, entity: type[Base]) -> Iterator[Row]:
        """Return the rows of one entity, by id."""
        table = table_of(entity)
        belonging = _streamed(session, select(table).where(_belongs(entity, self.board_id)).order_by(table.c.id))
        others = sorted(rows_by_id(session, entity, self.led_to.get(entity, ())), key=lambda row: str(row["id"]))
        return _merged(belonging, iter(others))


def rows_of_board(session: Session, board_id: UUID) -> BoardRows:
    """Return the rows of one board.

    To it belong its terms and seats, its meetings (joint ones too) with all that is theirs, and its
    decisions, proposals and actions between meetings. Those lead to people, to organisations, and
    perhaps to another board or to a meeting of one: of these the bare row comes along.
    """
    kept: dict[type[Base], set[UUID]] = {}
    led_to: dict[type[Base], set[UUID]] = {entity: set() for entity in ENTITIES}
    fresh: dict[type[Base], set[UUID]] = {entity: set() for entity in ENTITIES}
    for entity in ENTITIES:
        table, belongs = table_of(entity), _belongs(entity, board_id)
        kept[entity] = set(session.scalars(select(table.c.id).where(belongs)))
        for column, target in _references(entity):
            fresh[target].update(session.scalars(select(table.c[column]).where(belongs).distinct()))
    while True:
        for entity in ENTITIES:
            fresh[entity] -= kept[entity] | led_to[entity] | {None}
            led_to[entity] |= fresh[entity]
        if not any(fresh.values()):
            return BoardRows(board_id, led_to)
        fresh = _led_to_by(session, fresh)


def _led_to_by(session: Session, rows: Mapping[type[Base], set[UUID]]) -> dict[type[Base], set[UUID]]:
    """Return what rows point to, and what is said of people and organisations: their sectors, their interests."""
    found: dict[type[Base], set[UUID]] = {entity: set() for entity in ENTITIES}
    for entity in ENTITIES:
        table = table_of(entity)
        for row in rows_by_id(session, entity, rows[entity]):
            for column, target in _references(entity):
                found[target].add(row[column])
        for column, target, condition in _said_of_shared(entity):
            for some in _chunks(rows[target]):
                found[entity].update(session.scalars(select(table.c.id).where(table.c[column].in_(some), condition)))
    return found


_SHARED: tuple[type[Base], ...] = (Person, Organisation)
"""What belongs to the file, not to one board."""


def _said_of_shared(entity: type[Base]) -> Iterator[tuple[str, type[Base], ColumnElement[bool]]]:
    """Give the columns through which rows say something of a person or an organisation, and of which rows."""
    if entity is Interest:
        yield "person_id", Person, true()
        # Through an organisation somebody may have an interest who has nothing to do with this board.
        yield "organisation_id", Organisation, table_of(Interest).c.person_id.is_(None)
    owning = _owning(entity)
    if owning is not None and owning[1] in _SHARED:
        yield *owning, true()


def _belongs(entity: type[Base], board_id: UUID) -> ColumnElement[bool]:
    """Return the condition that a row belongs to a board: through its owner, or through its meeting."""
    table = table_of(entity)
    if entity is Board:
        return table.c.id == board_id
    if entity is Meeting:
        joint = table_of(MeetingBoard)
        return table.c.id.in_(select(joint.c.meeting_id).where(joint.c.board_id == board_id))
    ways: list[ColumnElement[bool]] = []
    owning = _owning(entity)
    if owning is not None and owning[1] not in _SHARED:
        owner = table_of(owning[1])
        ways.append(table.c[owning[0]].in_(select(owner.c.id).where(_belongs(owning[1], board_id))))
    if "meeting_id" in table.c and (owning is None or owning[0] != "meeting_id"):
        meeting = table_of(Meeting)
        ways.append(table.c.meeting_id.in_(select(meeting.c.id).where(_belongs(Meeting, board_id))))
    return or_(*ways) if ways else table.c.id.in_(())


@lru_cache(maxsize=len(ENTITIES))
def _references(entity: type[Base]) -> tuple[tuple[str, type[Base]], ...]:
    """Return the columns of an entity that point to a row, each with what it points to."""
    by_table = {table_of(each).name: each for each in ENTITIES}
    return tuple(
        (column.name, by_table[key.column.table.name]) for column in table_of(entity).c for key in column.foreign_keys
    )


def _owning(entity: type[Base]) -> tuple[str, type[Base]] | None:
    """Return the reference that says what a row belongs to: the first that can't be empty."""
    columns = table_of(entity).c
    return next(((name, target) for name, target in _references(entity) if not columns[name].nullable), None)


def _streamed(session: Session, wanted: Select[Any]) -> Iterator[Row]:
    return iter(session.execute(wanted.execution_options(yield_per=1000)).mappings())


def _merged(left: Iterator[Row], right: Iterator[Row]) -> Iterator[Row]:
    """Return two streams that are each in order of id as one; the right one is small."""
    waiting = next(right, None)
    for row in left:
        while waiting is not None and str(waiting["id"]) < str(row["id"]):
            yield waiting
            waiting = next(right, None)
        yield row
    while waiting is not None:
        yield waiting
        waiting = next(right, None)


def _chunks(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    rest = iter(ids)
    while some := list(islice(rest, AT_ONCE)):
        yield some
