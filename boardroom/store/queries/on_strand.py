"""The items that are on strands: on which day they were taken, and what they stand under.

A sub-item is on the strand of the item that it stands under, unless it has one of its own. These are parts of
statements, for whoever counts over many meetings at once.
"""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, func, or_, select
from sqlalchemy.orm import aliased

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.audience import Audience
from boardroom.domain.calls import Call
from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.plan import Strand
from boardroom.domain.proposals import Proposal
from boardroom.domain.running import Taking
from boardroom.domain.words import ItemState, MeetingStatus
from boardroom.store.queries.find import UNHELD

NOT_TAKEN = (ItemState.WITHDRAWN, ItemState.DEFERRED)


def on_strands(board_id: UUID | None, among: Collection[UUID] | None = None) -> CTE:
    """Return the items on a board's strands (None: any board's), or on some of them: item, meeting, parent, strand."""
    mine = select(
        AgendaItem.id.label("item"), AgendaItem.meeting_id, AgendaItem.parent_id, AgendaItem.strand_id.label("strand")
    ).join(Strand, Strand.id == AgendaItem.strand_id)
    if board_id is not None:
        mine = mine.where(Strand.board_id == board_id)
    if among is not None:
        mine = mine.where(Strand.id.in_(among))
    found = mine.cte("on_strand", recursive=True)
    below = aliased(AgendaItem)
    # UNION, not UNION ALL: circles are survived. Coalesced, that SQLite goes by the meeting: as good as every item
    # has no strand of its own.
    return found.union(
        select(below.id, below.meeting_id, below.parent_id, found.c.strand)
        .join(found, (below.meeting_id == found.c.meeting_id) & (below.parent_id == found.c.item))
        .where(func.coalesce(below.strand_id, "") == "")
    )


def comes_to(strand_id: UUID) -> ColumnElement[bool]:
    """Say that a proposal is on a strand: on its own, else on that of its call, else on that of its item."""
    none, no_call = func.coalesce(Proposal.strand_id, "") == "", func.coalesce(Proposal.call_id, "") == ""
    calls, items = select(Call.id).where(Call.strand_id == strand_id), on_strands(None, (strand_id,))
    return or_(
        Proposal.strand_id == strand_id,
        none & Proposal.call_id.in_(calls),
        none & no_call & Proposal.item_id.in_(select(items.c.item)),
    )


def above(items: CTE) -> CTE:
    """Return each of these items with itself and all that it stands under: item, meeting, at."""
    way = select(items.c.item, items.c.meeting_id, items.c.item.label("at"), items.c.parent_id).cte(
        "above", recursive=True
    )
    parent = aliased(AgendaItem)
    return way.union(
        select(way.c.item, way.c.meeting_id, parent.id, parent.parent_id).join(parent, parent.id == way.c.parent_id)
    )


def kept_from(audience: Audience) -> CTE | None:
    """Return the items that an audience may not see: restricted, or under one that is. None: it may see all."""
    if audience is Audience.MEMBERS:
        return None
    kept = (
        select(AgendaItem.id.label("item"), AgendaItem.meeting_id)
        .where(AgendaItem.restricted)
        .cte("kept", recursive=True)
    )
    below = aliased(AgendaItem)
    return kept.union(
        select(below.id, below.meeting_id).join(
            kept, (below.meeting_id == kept.c.meeting_id) & (below.parent_id == kept.c.item)
        )
    )


def held_items(items: CTE, kept: CTE | None) -> CTE:
    """Return those of these items whose meeting was held and that aren't kept back, each with its day.

    Its columns: item, meeting, strand, position, on (None where no day is known), taken (neither withdrawn nor
    deferred). An item is of the day on which it was taken first, else of the meeting's first.
    """
    taken_on = (
        select(func.min(MeetingDay.held_on))
        .join(Taking, Taking.day_id == MeetingDay.id)
        .where(Taking.item_id == AgendaItem.id)
        .scalar_subquery()
    )
    first_day = (
        select(MeetingDay.held_on)
        .where(MeetingDay.meeting_id == AgendaItem.meeting_id, MeetingDay.held_on.is_not(None))
        .order_by(MeetingDay.position, MeetingDay.id)
        .limit(1)
        .scalar_subquery()
    )
    wanted = (
        select(
            items.c.item,
            items.c.meeting_id,
            items.c.strand,
            AgendaItem.position,
            func.coalesce(taken_on, first_day).label("on"),
            AgendaItem.state.not_in(NOT_TAKEN).label("taken"),
        )
        .join(AgendaItem, AgendaItem.id == items.c.item)
        .join(Meeting, Meeting.id == items.c.meeting_id)
        .where(func.coalesce(Meeting.status, MeetingStatus.HELD).not_in(UNHELD))
    )
    if kept is not None:
        wanted = wanted.where(items.c.item.not_in(select(kept.c.item)))
    # Worked out once, not again for every line of the attendance.
    return wanted.cte("held_item").prefix_with("MATERIALIZED")
