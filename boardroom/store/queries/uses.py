"""Whether anything in the board file leads to a row: what nobody uses can go without a loss."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Column, Table, literal, select, union_all
from sqlalchemy.orm import Session

from boardroom.domain.base import Base
from boardroom.domain.entities import ENTITIES


def users_of(session: Session, entity: type[Base], entity_id: UUID, *, apart_from: Collection[str] = ()) -> set[str]:
    """Return the tables that hold a row leading to this one, by its id.

    Args:
        session: of the board file.
        entity: what the row is.
        entity_id: its id.
        apart_from: tables that don't count, such as those whose rows go with it.
    """
    asked = [
        select(literal(column.table.name)).where(column == entity_id).limit(1).subquery()
        for column in _leading_to(str(entity.__tablename__))
        if column.table.name not in apart_from
    ]
    if not asked:
        return set()
    return set(session.scalars(union_all(*(select(one) for one in asked))))


@cache
def _leading_to(table: str) -> tuple[Column[Any], ...]:
    return tuple(_columns(f"{table}.id"))


def _columns(target: str) -> Iterator[Column[Any]]:
    for entity in ENTITIES:
        for column in cast("Table", entity.__table__).columns:
            if any(key.target_fullname == target for key in column.foreign_keys):
                yield column
