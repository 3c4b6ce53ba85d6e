"""What every entity of the board file shares: its id, its column types, its base class."""

import json
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import Any, dataclass_transform
from uuid import UUID

from sqlalchemy import Date, Dialect, Enum, ForeignKey, MetaData, String, Text, Time, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column
from typing_extensions import override
from uuid_utils.compat import uuid7

from boardroom.domain import words
from boardroom.domain.text import Run, runs_from_data, runs_to_data

_KEPT_IDS = 16_384
# While a meeting runs the same ids are read at every change, and making one costs as much as the rest of a small row.
_id_of = lru_cache(maxsize=_KEPT_IDS)(UUID)


class Identifier(TypeDecorator[UUID]):
    """A UUID kept as its 36 characters: readable in any SQLite shell, equal in JSON and in the journal."""

    impl = String(36)
    cache_ok = True

    @override
    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> UUID | None:
        return None if value is None else _id_of(value)


class UtcInstant(TypeDecorator[datetime]):
    """A machine's stamp: an aware instant in UTC, kept as ISO text (SQLite's own type loses the zone)."""

    impl = String(32)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a machine stamp needs its zone"
            raise ValueError(message)
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Runs(TypeDecorator[tuple[Run, ...]]):
    """The runs of a paragraph, kept as compact JSON."""

    impl = Text()
    cache_ok = True

    @override
    def process_bind_param(self, value: tuple[Run, ...] | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return json.dumps(runs_to_data(value), ensure_ascii=False, separators=(",", ":"))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Run, ...] | None:
        return None if value is None else runs_from_data(json.loads(value))


def _word_enum(kind: type[StrEnum]) -> Enum:
    """Store the word itself, not the Python name, and let the program, not a CHECK, guard it."""
    return Enum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=False,
        length=40,
    )


def _word_types() -> dict[Any, Enum]:
    """Give every enumeration in `words` its column type, without listing them a second time."""
    return {
        kind: _word_enum(kind)
        for kind in vars(words).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    }


# For the type checker: subclasses take keywords only, as the class keyword below makes them at run time.
@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(mapped_column,))
class Base(MappedAsDataclass, DeclarativeBase, eq=False, kw_only=True, repr=False):
    """A row of the board file: one table, one `id`, fields in board words.

    There are no ORM relationships: a child carries the ids of its parent and of its meeting, and
    `store/queries` assembles what belongs together (docs/decisions/0001). `eq` and `repr` stay off:
    SQLAlchemy's dataclass versions recurse into what is not loaded (hazard 11a).
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        UUID: Identifier(),
        datetime: UtcInstant(),
        date: Date(),
        time: Time(),
        str: Text(),
        tuple[Run, ...]: Runs(),
        **_word_types(),
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=uuid7)

    @override
    def __init_subclass__(cls, **options: Any) -> None:
        """Store None where None was said: else an action of no known status would be stored as open."""
        super().__init_subclass__(**options)
        for column in cls.__table__.columns:
            if column.nullable and column.default is not None:
                column.type = column.type.evaluates_none()


def points_to(column: str) -> ForeignKey:
    """Return a foreign key that is checked at the commit: no database cascade, no order of inserts to mind."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")
