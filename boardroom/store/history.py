"""The way into the journal for every write, and the way back: the history of one thing, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.store.images import Image, RowChange, shapes
from boardroom.store.journal import STEP, STEP_ROW, Kind
from boardroom.store.seal import guard
from boardroom.store.step import Step, read_images


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field before and after, as values of the domain; None also where the row wasn't there."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one step did to one thing. `fields` is empty where the images were removed for good."""

    seq: int
    who: str
    at: datetime
    label: str
    kind: Kind
    entity: str
    entity_id: UUID
    done: str
    """added, changed, deleted, or removed: what was noted is gone."""
    fields: tuple[FieldChange, ...]


def record(step: Step, changes: Sequence[RowChange]) -> None:
    """Note rows that were written in the step's transaction: guarded, journalled, and made findable.

    Raises:
        Refusal: one of them belongs to sealed minutes.
    """
    guard(step.connection, changes, step.sealed)
    step.add(changes)


def history_of(session: Session, *entity_ids: UUID) -> list[Entry]:
    """Return all that was done to one thing, or to several, oldest first."""
    wanted = (
        select(
            STEP.c.seq,
            STEP.c.who,
            STEP.c.at,
            STEP.c.label,
            STEP.c.kind,
            STEP_ROW.c.entity,
            STEP_ROW.c.entity_id,
            STEP_ROW.c.before,
            STEP_ROW.c.after,
            STEP_ROW.c.salt,
        )
        .join(STEP_ROW, STEP_ROW.c.step == STEP.c.seq)
        .where(STEP_ROW.c.entity_id.in_([str(one) for one in entity_ids]))
        .order_by(STEP.c.seq, STEP_ROW.c.ordinal)
    )
    entries = []
    for seq, who, at, label, kind, entity, entity_id, before, after, salt in session.execute(wanted):
        row = read_images(entity, entity_id, before, after)
        entries.append(
            Entry(
                seq=seq,
                who=who,
                at=datetime.fromisoformat(at),
                label=label,
                kind=Kind(kind),
                entity=entity,
                entity_id=UUID(entity_id),
                done="removed" if salt is None else _done(row),
                fields=_fields(row),
            )
        )
    return entries


def _done(row: RowChange) -> str:
    if row.before is None:
        return "added"
    return "deleted" if row.after is None else "changed"


def _fields(row: RowChange) -> tuple[FieldChange, ...]:
    before, after = row.before or {}, row.after or {}
    names = [name for name in sorted({*before, *after} - {"id"}) if before.get(name) != after.get(name)]
    return tuple(
        FieldChange(field=name, before=_value(row.entity, name, before), after=_value(row.entity, name, after))
        for name in names
    )


def _value(entity: str, name: str, image: Image) -> object:
    value = image.get(name)
    loading = shapes()[entity].loading.get(name)
    return value if loading is None or value is None else loading(value)
