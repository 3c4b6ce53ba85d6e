"""What to open for a row of any kind: the thing itself, and the meeting and the item that it stands under."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, null, select
from sqlalchemy.orm import Session

from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.entities import ENTITIES

_BY_NAME: dict[str, type[Base]] = {str(entity.__tablename__): entity for entity in ENTITIES}
# What is opened in place of a row that has no page of its own: the column that leads to it.
_OPENED_AS: Mapping[str, tuple[str, str]] = {
    "answer": ("proposal", "proposal_id"),
    "proposer": ("proposal", "proposal_id"),
    "action_owner": ("action", "action_id"),
    "action_update": ("action", "action_id"),
    "decision_condition": ("decision", "decision_id"),
    "decision_link": ("decision", "decision_id"),
    "dissent": ("decision", "decision_id"),
    "vote": ("vote_event", "vote_event_id"),
    "sector_tally": ("vote_event", "vote_event_id"),
    "organisation_status": ("organisation", "organisation_id"),
    "membership": ("person", "person_id"),
    "deputy": ("person", "person_id"),
    "quorum_need": ("terms_of_reference", "terms_id"),
    "strand_stage": ("strand", "strand_id"),
    "strand_sum": ("strand", "strand_id"),
    "involvement": ("strand", "strand_id"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """What to open: an entity by its table's name and id, and where it stands in a meeting, if it does."""

    entity: str
    id: UUID
    meeting_id: UUID | None = None
    item_id: UUID | None = None


def opened_as(kinds: Iterable[str]) -> frozenset[str]:
    """Return the entities whose rows are opened as one of these, and these themselves."""
    found = frozenset(kinds)
    while more := {one for one, (opened, _) in _OPENED_AS.items() if opened in found} - found:
        found |= more
    return found


def parts_of(entity: str) -> dict[str, str]:
    """Return what is opened as this entity, and by which column each leads to it."""
    return {part: column for part, (opened, column) in _OPENED_AS.items() if opened == entity}


def targets_of(session: Session, rows: Iterable[tuple[str, UUID]]) -> dict[tuple[str, UUID], Target]:
    """Return what to open for rows, given by entity and id; what isn't in the file any more is left out."""
    by_entity: dict[str, set[UUID]] = {}
    for entity, row_id in rows:
        if entity in _BY_NAME:
            by_entity.setdefault(entity, set()).add(row_id)
    found: dict[tuple[str, UUID], Target] = {}
    led_on: dict[tuple[str, UUID], tuple[str, UUID]] = {}
    for entity, ids in by_entity.items():
        opened, column = _OPENED_AS.get(entity, (entity, "id"))
        for row in session.execute(_places(entity, column).where(_columns(entity)["id"].in_(ids))):
            if opened == entity:
                meeting_id = row.id if entity == "meeting" else row.meeting_id
                found[entity, row.id] = Target(entity, row.id, meeting_id, row.item_id)
            else:
                led_on[entity, row.id] = (opened, row.opened)
    if led_on:
        further = targets_of(session, led_on.values())
        found.update((row, further[to]) for row, to in led_on.items() if to in further)
    return found


def board_holding(session: Session, entity: str, entity_id: UUID) -> tuple[UUID, str] | None:
    """Return the board that a row belongs to, by id and name; None where it isn't there, or belongs to no board."""
    columns = _columns(entity)
    if "board_id" not in columns:
        return None
    wanted = select(Board.id, Board.name).join(_BY_NAME[entity], columns["board_id"] == Board.id)
    found = session.execute(wanted.where(columns["id"] == entity_id)).first()
    return None if found is None else (found.id, found.name)


def _places(entity: str, column: str) -> Any:  # noqa: ANN401 - a SELECT of whatever columns the entity has
    columns = _columns(entity)
    item = columns["id"] if entity == "agenda_item" else columns.get("item_id", columns.get("from_item_id"))
    meeting = columns.get("meeting_id")
    return select(
        columns["id"],
        _or_null(meeting, "meeting_id"),
        _or_null(item, "item_id"),
        columns[column].label("opened"),
    )


def _or_null(column: Column[Any] | None, name: str) -> ColumnElement[Any]:
    return null().label(name) if column is None else column.label(name)


def _columns(entity: str) -> Any:  # noqa: ANN401 - SQLAlchemy's collection of columns
    return _BY_NAME[entity].__table__.columns
