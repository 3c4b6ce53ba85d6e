"""Many rows at once: past the ORM, not past the journal."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy.orm import Session
from uuid_utils import uuid7

from boardroom.domain.base import Base
from boardroom.store.history import record
from boardroom.store.images import Image, RowChange, shape_of
from boardroom.store.unit import step_of

if TYPE_CHECKING:
    from sqlalchemy import Table

_PIECE = 2000


def insert(session: Session, entity: type[Base], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows of one entity, journalled and searchable like any write.

    What `@validates` would see is not called: call the rules first, as functions.

    Args:
        session: of `BoardFile.writing`.
        entity: the entity whose rows they are.
        rows: field name to domain value; a field that is left out gets the entity's default.

    Raises:
        Refusal: the minutes that a row belongs to are sealed.
        KeyError: a row names a field that the entity hasn't.
    """
    step = step_of(session)
    shape = shape_of(entity)
    image_of = _imaging(entity)
    for start in range(0, len(rows), _PIECE):
        images = [image_of(row) for row in rows[start : start + _PIECE]]
        step.connection.executemany(shape.insert, [tuple(image.values()) for image in images])
        record(step, [RowChange(shape.entity, cast("str", image["id"]), None, image) for image in images])


@cache
def _imaging(entity: type[Base]) -> Callable[[Mapping[str, object]], Image]:
    """Return the function that makes a row's image: defaults first, then what is given, as stored."""
    shape = shape_of(entity)
    defaults = _defaults(entity)
    storing = {name: convert for name, convert in shape.storing.items() if convert is not None}

    def image_of(row: Mapping[str, object]) -> Image:
        image = dict(defaults)
        for name, value in row.items():
            if name not in image:
                message = f"{entity.__tablename__} has no field {name}"
                raise KeyError(message)
            convert = storing.get(name)
            image[name] = value if convert is None or value is None else convert(value)
        if image["id"] is None:
            image["id"] = str(uuid7())
        return image

    return image_of


def _defaults(entity: type[Base]) -> Image:
    shape = shape_of(entity)
    columns = cast("Table", entity.__table__).columns
    image: Image = {}
    for name in shape.columns:
        default: Any = columns[name].default
        value = default.arg if default is not None and default.is_scalar else None
        convert = shape.storing[name]
        image[name] = value if convert is None or value is None else convert(value)
    return image
