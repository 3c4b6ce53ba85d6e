"""Rows by what they hang on: read for many owners in one SELECT."""

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boardroom.domain.base import Base

T = TypeVar("T", bound=Base)


def hanging_on(session: Session, entity: type[T], owner: str, ids: Iterable[UUID]) -> dict[UUID, list[T]]:
    """Return the rows of an entity whose field `owner` is one of these ids, by that id, in order of position."""
    wanted = list(ids)
    if not wanted:
        return {}
    columns = entity.__table__.columns
    order = [columns[name] for name in ("position", "id") if name in columns]
    found: dict[UUID, list[T]] = {}
    for row in session.scalars(select(entity).where(columns[owner].in_(wanted)).order_by(*order)):
        found.setdefault(getattr(row, owner), []).append(row)
    return found


def next_place(session: Session, entity: type[Base], owner: str, owner_id: UUID) -> int:
    """Return the position behind the last row that hangs on an owner; 0 for the first."""
    columns = entity.__table__.columns
    last: int | None = session.scalar(select(func.max(columns["position"])).where(columns[owner] == owner_id))
    return 0 if last is None else last + 1
