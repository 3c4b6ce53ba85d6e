"""What the public may not see of a meeting: found by ids, without reading a word of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import AttendanceItem, DeclarationItem, Stay
from boardroom.domain.decisions import Decision
from boardroom.domain.votes import Motion, VoteEvent

Edge: TypeAlias = tuple[UUID, UUID | None]
"""A thing and another that it hangs on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Ids of what an audience may not see, and the running order that remains around it."""

    items: frozenset[UUID] = frozenset()
    numbers: frozenset[str] = frozenset()
    motions: frozenset[UUID] = frozenset()
    decisions: frozenset[UUID] = frozenset()
    vote_events: frozenset[UUID] = frozenset()
    attendances: frozenset[UUID] = frozenset()
    declarations: frozenset[UUID] = frozenset()
    order: tuple[UUID, ...] = field(default=())
    """All items of the meeting, hidden ones included, in running order."""

    def __bool__(self) -> bool:
        """Whether anything at all is hidden."""
        return bool(self.items)

    def next_open(self, item_id: UUID) -> UUID | None:
        """Return the first item after a hidden one that the audience may see."""
        later = self.order[self.order.index(item_id) + 1 :]
        return next((one for one in later if one not in self.items), None)

    def is_open_between(self, start: UUID, end: UUID | None) -> bool:
        """Whether any item that the audience may see was taken from `start` up to, not including, `end`."""
        stop = self.order.index(end) if end in self.order else len(self.order)
        return any(one not in self.items for one in self.order[self.order.index(start) : stop])


def restricted_items(session: Session, meeting_id: UUID) -> tuple[frozenset[UUID], frozenset[str], tuple[UUID, ...]]:
    """Return the restricted items with all that stand under them, their numbers, and the running order."""
    wanted = select(AgendaItem.id, AgendaItem.parent_id, AgendaItem.restricted, AgendaItem.number)
    rows = session.execute(
        wanted.where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position, AgendaItem.id)
    ).all()
    found = _with_all_that_hangs_on(
        {row.id for row in rows if row.restricted}, [(row.id, row.parent_id) for row in rows]
    )
    numbers = frozenset(row.number for row in rows if row.id in found and row.number)
    return found, numbers, tuple(row.id for row in rows)


def hidden_from_the_public(session: Session, meeting_id: UUID) -> Hidden:
    """Return what of a meeting the public may not see (product B4, hazard 22)."""
    items, numbers, order = restricted_items(session, meeting_id)
    if not items:
        return Hidden(order=order)
    motions = _motions(session, meeting_id, items)
    decisions = _decisions(session, meeting_id, items, motions)
    around = Hidden(items=items, order=order)
    return Hidden(
        items=items,
        numbers=numbers,
        motions=motions,
        decisions=decisions,
        vote_events=_vote_events(session, meeting_id, items, motions, decisions),
        attendances=_only_for(session, AttendanceItem, meeting_id, items, numbers)
        | _came_only_for(session, meeting_id, around),
        declarations=_only_for(session, DeclarationItem, meeting_id, items, numbers),
        order=order,
    )


def restricted_among(session: Session, item_ids: Iterable[UUID | None]) -> frozenset[UUID]:
    """Return which of these items, of any meetings, are restricted or stand under one that is."""
    wanted = [one for one in item_ids if one is not None]
    if not wanted:
        return frozenset()
    # From each item up to the one that it stands under at last, by ids: a page of a list is of many meetings.
    at = select(AgendaItem.id.label("item"), AgendaItem.parent_id, AgendaItem.restricted)
    way = at.where(AgendaItem.id.in_(wanted)).cte(recursive=True)
    above = select(way.c.item, AgendaItem.parent_id, AgendaItem.restricted)
    # UNION, not UNION ALL: circles are survived.
    way = way.union(above.join(AgendaItem, AgendaItem.id == way.c.parent_id))
    return frozenset(session.scalars(select(way.c.item).where(way.c.restricted)))


def restricted_decisions_among(session: Session, decision_ids: Iterable[UUID | None]) -> frozenset[UUID]:
    """Return which of these decisions, of any meetings, were taken on a restricted item or on its motion."""
    wanted = [one for one in decision_ids if one is not None]
    if not wanted:
        return frozenset()
    rows = session.execute(
        select(Decision.id, Decision.item_id, Motion.item_id.label("motion_item_id"))
        .outerjoin(Motion, Motion.id == Decision.motion_id)
        .where(Decision.id.in_(wanted))
    ).all()
    items = restricted_among(session, [one for row in rows for one in (row.item_id, row.motion_item_id)])
    return frozenset(row.id for row in rows if row.item_id in items or row.motion_item_id in items)


def _decisions(session: Session, meeting_id: UUID, items: frozenset[UUID], motions: frozenset[UUID]) -> frozenset[UUID]:
    rows = session.execute(
        select(Decision.id, Decision.item_id, Decision.motion_id).where(Decision.meeting_id == meeting_id)
    )
    return frozenset(row.id for row in rows if row.item_id in items or row.motion_id in motions)


def _motions(session: Session, meeting_id: UUID, items: frozenset[UUID]) -> frozenset[UUID]:
    rows = session.execute(
        select(Motion.id, Motion.item_id, Motion.amends_id).where(Motion.meeting_id == meeting_id)
    ).all()
    return _with_all_that_hangs_on(
        {row.id for row in rows if row.item_id in items}, [(row.id, row.amends_id) for row in rows]
    )


def _vote_events(
    session: Session,
    meeting_id: UUID,
    items: frozenset[UUID],
    motions: frozenset[UUID],
    decisions: frozenset[UUID],
) -> frozenset[UUID]:
    rows = session.execute(
        select(VoteEvent.id, VoteEvent.item_id, VoteEvent.motion_id, VoteEvent.decision_id).where(
            VoteEvent.meeting_id == meeting_id
        )
    )
    return frozenset(
        row.id for row in rows if row.item_id in items or row.motion_id in motions or row.decision_id in decisions
    )


def _only_for(
    session: Session,
    entity: type[AttendanceItem | DeclarationItem],
    meeting_id: UUID,
    items: frozenset[UUID],
    numbers: frozenset[str],
) -> frozenset[UUID]:
    """Return the attendances, or declarations, that concern restricted items and no other."""
    table = entity.__table__.columns
    owner = table["attendance_id"] if entity is AttendanceItem else table["declaration_id"]
    rows = session.execute(
        select(owner, table["item_id"], table["number"]).where(table["meeting_id"] == meeting_id)
    ).all()
    open_ones = {row[0] for row in rows if not is_about(row[1], row[2], items, numbers)}
    return frozenset(row[0] for row in rows if row[0] not in open_ones)


def _came_only_for(session: Session, meeting_id: UUID, around: Hidden) -> frozenset[UUID]:
    """Return the attendances of people who were in the room while restricted items were taken, and no longer."""
    rows = session.execute(
        select(Stay.attendance_id, Stay.arrived_item_id, Stay.left_item_id).where(Stay.meeting_id == meeting_id)
    ).all()
    seen = {
        row.attendance_id
        for row in rows
        if row.arrived_item_id not in around.items or around.is_open_between(row.arrived_item_id, row.left_item_id)
    }
    return frozenset(row.attendance_id for row in rows if row.attendance_id not in seen)


def is_about(item_id: UUID | None, number: str, items: frozenset[UUID], numbers: frozenset[str]) -> bool:
    """Whether a reference leads to one of the items: by its id, or by the printed number where none was found."""
    return item_id in items if item_id is not None else number in numbers


def _with_all_that_hangs_on(found: Iterable[UUID], edges: Sequence[Edge]) -> frozenset[UUID]:
    """Return what was found and, step by step, everything that hangs on it; circles are survived."""
    known = set(found)
    while True:
        more = {one for one, parent in edges if parent in known} - known
        if not more:
            return frozenset(known)
        known |= more
