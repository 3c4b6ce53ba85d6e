"""The forward plan: what comes to which meeting, by strand and stage, and the stages that no meeting takes yet."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import false, func, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.audience import Audience
from boardroom.domain.board import Board
from boardroom.domain.forward import last_in_time, not_taken, stage_expected
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.words import ItemKind, ItemState, MeetingStatus, Stage
from boardroom.store.queries.on_strand import kept_from

_STANDING = (ItemState.OPEN, ItemState.TAKEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardItem:
    """An item of a planned meeting that is on a strand, and the stage that the strand is to be at on that day."""

    id: UUID
    number: str
    title: str
    kind: ItemKind | None
    strand_id: UUID
    strand: str
    stage: Stage | None
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardMeeting:
    """A planned meeting with its items on strands; `others` counts the rest, without headings and sub-items."""

    id: UUID
    name: str
    day: date | None
    notice_given_on: date | None
    items: tuple[ForwardItem, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StageToCome:
    """A stage that a strand is to enter and that no meeting takes before; `by` is the last meeting that could."""

    strand_id: UUID
    strand: str
    stage: Stage
    planned: date
    late: bool
    by: UUID | None
    by_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardPlan:
    """What comes to which meeting, the earliest first, and what has no meeting yet, by its day."""

    board: str
    today: date
    meetings: tuple[ForwardMeeting, ...]
    without: tuple[StageToCome, ...]


def forward_plan(session: Session, board_id: UUID, today: date, audience: Audience = Audience.MEMBERS) -> ForwardPlan:
    """Return the forward plan of a board from a day on.

    Of a restricted item the public isn't told that it is on a strand: it counts among the others.

    Args:
        session: a reading one.
        board_id: whose.
        today: meetings from here on count, and planned ones without a date.
        audience: for whom.
    """
    strands = {one.id: one for one in session.scalars(select(Strand).where(Strand.board_id == board_id))}
    stages = _stages(session, board_id)
    meetings = _meetings(session, board_id, today)
    items, others = _items(session, strands, [one.id for one, _ in meetings], audience)
    found = [
        ForwardMeeting(
            id=meeting.id,
            name=meeting.name,
            day=day,
            notice_given_on=meeting.notice_given_on,
            items=tuple(
                ForwardItem(
                    id=item.id,
                    number=item.number,
                    title=item.title or item.public_title,
                    kind=item.kind,
                    strand_id=strand_id,
                    strand=strands[strand_id].name,
                    stage=stage_expected(stages.get(strand_id, ()), day or today, strands[strand_id].ended),
                    restricted=item.restricted,
                )
                for item in items.get(meeting.id, ())
                if (strand_id := item.strand_id) is not None
            ),
            others=others.get(meeting.id, 0),
        )
        for meeting, day in meetings
    ]
    board = session.get(Board, board_id)
    return ForwardPlan(
        board=board.name if board is not None else "",
        today=today,
        meetings=tuple(found),
        without=_without(list(strands.values()), stages, found, today),
    )


def item_on_strand(session: Session, meeting_id: UUID, strand_id: UUID) -> AgendaItem | None:
    """Return the first item of a meeting that is on a strand and neither withdrawn nor deferred."""
    wanted = select(AgendaItem).where(
        AgendaItem.meeting_id == meeting_id, AgendaItem.strand_id == strand_id, AgendaItem.state.in_(_STANDING)
    )
    return session.scalars(wanted.order_by(AgendaItem.position, AgendaItem.id).limit(1)).first()


def _without(
    strands: Sequence[Strand], stages: dict[UUID, list[StrandStage]], meetings: Sequence[ForwardMeeting], today: date
) -> tuple[StageToCome, ...]:
    days = {one.day: one.id for one in reversed(meetings) if one.day is not None}
    found = []
    for strand in strands:
        if strand.ended is not None and strand.ended <= today:
            continue
        taken_on = {
            one.day for one in meetings if one.day is not None and any(i.strand_id == strand.id for i in one.items)
        }
        for stage in not_taken(stages.get(strand.id, ()), today, taken_on):
            if stage.planned is None:
                continue
            by = last_in_time(stages[strand.id], stage, today, days)
            found.append(
                StageToCome(
                    strand_id=strand.id,
                    strand=strand.name,
                    stage=stage.stage,
                    planned=stage.planned,
                    late=stage.planned < today,
                    by=days.get(by) if by is not None else None,
                    by_day=by,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.planned, one.strand, one.stage)))


def _stages(session: Session, board_id: UUID) -> dict[UUID, list[StrandStage]]:
    wanted = select(StrandStage).join(Strand, Strand.id == StrandStage.strand_id).where(Strand.board_id == board_id)
    stages: dict[UUID, list[StrandStage]] = {}
    for row in session.scalars(wanted):
        stages.setdefault(row.strand_id, []).append(row)
    return stages


def _meetings(session: Session, board_id: UUID, today: date) -> list[tuple[Meeting, date | None]]:
    first = MeetingDay.held_on
    wanted = (
        select(Meeting, first)
        .join(MeetingBoard, MeetingBoard.meeting_id == Meeting.id)
        .outerjoin(MeetingDay, (MeetingDay.meeting_id == Meeting.id) & (MeetingDay.position == 0))
        .where(MeetingBoard.board_id == board_id, Meeting.status == MeetingStatus.PLANNED)
        .where(or_(first.is_(None), first >= today))
        .order_by(first.is_(None), first, Meeting.id)
    )
    return [(meeting, day) for meeting, day in session.execute(wanted)]


def _items(
    session: Session, strand_ids: Collection[UUID], meeting_ids: Sequence[UUID], audience: Audience
) -> tuple[dict[UUID, list[AgendaItem]], dict[UUID, int]]:
    """Return the items of meetings that are on strands, and how many others each has; sub-items aren't counted."""
    on_one = AgendaItem.strand_id.in_(strand_ids)
    mine = [AgendaItem.meeting_id.in_(meeting_ids), AgendaItem.state.in_(_STANDING)]
    kept = kept_from(audience)
    told = on_one if kept is None else on_one & AgendaItem.id.not_in(select(kept.c.item))
    found: dict[UUID, list[AgendaItem]] = {}
    for item in session.scalars(select(AgendaItem).where(*mine, told).order_by(AgendaItem.position, AgendaItem.id)):
        found.setdefault(item.meeting_id, []).append(item)
    others = (
        select(AgendaItem.meeting_id, func.count(AgendaItem.id))
        .where(*mine, func.coalesce(told, false()).is_(False), AgendaItem.parent_id.is_(None))
        .where(AgendaItem.kind.is_distinct_from(ItemKind.HEADING))
        .group_by(AgendaItem.meeting_id)
    )
    return found, dict(session.execute(others).all())
