"""The walk over a list: its next page by keyset, in the order of meetings and of the running order within them.

Newest meeting first (or oldest), then the running order; what has no date comes last. A page costs the same
in a file of ten meetings and of a thousand: each arm of the query walks an index and stops.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, literal, null, or_, select, text, tuple_
from sqlalchemy.orm import QueryableAttribute, Session, aliased

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import MeetingDay
from boardroom.domain.proposals import Proposal
from boardroom.store.queries.hidden import restricted_among
from boardroom.store.search import match_of

PAGE = 100

FIRST_DAY = aliased(MeetingDay)
# "Has a date", said so that SQLite walks the index on it: IS NOT NULL, or one bound, makes it sort the whole list.
EVER = (date.min, date.max)
_ITEM = aliased(AgendaItem)
# What stands under no item comes before the first.
_PLACE = func.coalesce(_ITEM.position, -1)
Listed = Decision | Action | Proposal
# The date of what came up between meetings.
_OWN_DATES: dict[type[Listed], QueryableAttribute[Any]] = {
    Decision: Decision.decided_on,
    Proposal: Proposal.received_on,
}
_FOUND_BY_WORDS = """
    SELECT d.entity_id FROM search_index CROSS JOIN search_doc AS d ON d.seq = search_index.rowid
    WHERE search_index MATCH :match AND d.entity = :entity
"""


@dataclass(frozen=True, slots=True)
class Key:
    """Where a page ends: the place of its last row in the order of the list."""

    date: date | None
    item_position: int
    position: int
    id: UUID


@dataclass(frozen=True, slots=True)
class Found:
    """A row of a page: the entity, its day, and where it stands."""

    entity: Any
    date: date | None
    item_position: int
    item_number: str
    board: str
    restricted: bool

    @property
    def key(self) -> Key:
        """Where a page ends that ends with this row."""
        return Key(self.date, self.item_position, self.entity.position, self.entity.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Which rows a walk goes past, and in which direction."""

    board_id: UUID | None = None
    where: Sequence[ColumnElement[bool]] = ()
    oldest_first: bool = False


def walk(
    session: Session,
    entity: type[Listed],
    way: Way,
    *,
    after: Key | None = None,
    limit: int = PAGE,
) -> list[Found]:
    """Return the next page of an entity.

    Three arms: at a dated meeting (an index on its day), between meetings with a date of its own, undated.
    """
    order = (_PLACE, entity.position, entity.id)
    at_meeting = (FIRST_DAY.meeting_id == entity.meeting_id) & (FIRST_DAY.position == 0)
    held_on, own = (
        cast("ColumnElement[Any]", FIRST_DAY.held_on),
        cast("ColumnElement[Any] | None", _OWN_DATES.get(entity)),
    )
    found: list[Any] = []
    if after is None or after.date is not None:
        arms = [(held_on, _arm(entity, way, held_on).join(FIRST_DAY, at_meeting).where(held_on.between(*EVER)))]
        if own is not None:
            arms.append((own, _arm(entity, way, own).where(entity.meeting_id.is_(None), own.is_not(None))))
        for date_of, wanted in arms:
            rest = wanted if after is None else wanted.where(_past(entity, date_of, after, way))
            by_date = date_of.asc() if way.oldest_first else date_of.desc()
            found += session.execute(rest.order_by(by_date, *order).limit(limit)).all()
        sign = 1 if way.oldest_first else -1
        found.sort(key=lambda row: (sign * row.date.toordinal(), row.item_position, row.position, str(row.ident)))
        del found[limit:]
    if len(found) < limit:
        undated = _arm(entity, way, null()).outerjoin(FIRST_DAY, at_meeting).where(held_on.is_(None))
        if own is not None:
            # What has a day of its own but stands at a meeting without one is in neither arm above.
            undated = undated.where(own.is_(None) | entity.meeting_id.is_not(None))
        if after is not None and after.date is None:
            undated = undated.where(_past(entity, held_on, after, way))
        found += session.execute(undated.order_by(*order).limit(limit - len(found))).all()
    return with_entities(session, entity, found)


def holding(entity: type[Listed], words: str) -> list[ColumnElement[bool]]:
    """Say that a row holds all these words, as search finds them; nothing where there are none."""
    match = match_of(words)
    if not match:
        return []
    found = text(_FOUND_BY_WORDS).bindparams(match=match, entity=entity.__tablename__)
    return [entity.id.in_(cast("Any", found))]


def with_entities(session: Session, entity: type[Listed], found: Sequence[Any]) -> list[Found]:
    """Fetch the rows of one page whole: the walk carries only what orders them.

    Args:
        session: of the board file.
        entity: whose rows they are.
        found: rows with `ident`, `date` and `item_position`, in their order.
    """
    if not found:
        return []
    wanted = (
        select(entity, Board.name, _ITEM.number)
        .join(Board, Board.id == entity.board_id)
        .outerjoin(_ITEM, _ITEM.id == entity.item_id)
        .where(entity.id.in_([row.ident for row in found]))
    )
    by_id: dict[UUID, Any] = {row[0].id: row for row in session.execute(wanted)}
    hidden = restricted_among(session, [row[0].item_id for row in by_id.values()])
    rows = []
    for place in found:
        thing, board, number = by_id[place.ident]
        rows.append(Found(thing, place.date, place.item_position, number or "", board, thing.item_id in hidden))
    return rows


def _arm(entity: type[Listed], way: Way, date_of: ColumnElement[Any]) -> Select[Any]:
    wanted = (
        select(
            entity.id.label("ident"),
            date_of.label("date"),
            _PLACE.label("item_position"),
            entity.position.label("position"),
        )
        .select_from(entity)
        .outerjoin(_ITEM, _ITEM.id == entity.item_id)
        .where(*way.where)
    )
    if way.board_id is None:
        return wanted
    # Not by the index on the board: SQLite would gather all its rows and sort them.
    return wanted.where(func.coalesce(entity.board_id, "") == str(way.board_id))


def _past(entity: type[Listed], date_of: ColumnElement[Any], after: Key, way: Way) -> ColumnElement[bool]:
    """Say what stands after the last row that was shown, in the order of the list."""
    later = tuple_(_PLACE, entity.position, entity.id) > tuple_(
        literal(after.item_position), literal(after.position), literal(after.id, type_=entity.id.type)
    )
    if after.date is None:
        return and_(date_of.is_(None), later)
    if way.oldest_first:
        return and_(date_of >= after.date, or_(date_of > after.date, later))
    return and_(date_of <= after.date, or_(date_of < after.date, later))
