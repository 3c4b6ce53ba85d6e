"""What the Strands page shows: the plan's strands with their stage and warning, and all that is known of one."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Point
from boardroom.domain.involvement import Gap, Part, gap_of
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Organisation
from boardroom.domain.plan import Outcome, Priority, Strand, StrandStage, StrandSum
from boardroom.domain.refusal import Gone
from boardroom.domain.running import Heard
from boardroom.domain.stages import stage_on
from boardroom.domain.words import MeetingStatus, Sector, Stage
from boardroom.store.queries import plan as find
from boardroom.store.queries.involvement import parts
from boardroom.store.queries.seats import sectors_in_use
from boardroom.store.queries.warned import strand_warnings, weeks_ahead

_AT_ITEMS = {"point": (Point.id, Point.item_id), "heard": (Heard.id, Heard.item_id)}


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandRow:
    """One strand of the plan: its stage on the day (None before the first), and what its board should be warned of."""

    id: UUID
    name: str
    stage: Stage | None
    ended: date | None
    gap: Gap | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """A stage of a strand: the day on which it is to enter it, and the day on which it did."""

    stage: Stage
    planned: date | None
    began: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SumView:
    """Money of a strand in whole pence, and whose it is where that is known."""

    id: UUID
    pence: int
    currency: str
    words: str
    organisation_id: UUID | None
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandPage:
    """All that the page of a strand shows.

    `sectors` have a seat on the board today, in the seats' order. `meetings_left` are planned before the day on which
    the gap closes; None where there is no gap that is still to come.
    """

    id: UUID
    board_id: UUID
    name: str
    purpose: str
    priority_id: UUID | None
    priority: str
    outcome: str
    lead_id: UUID | None
    lead: str
    reserved_to: str
    reserved_reason: str
    ended: date | None
    stages: tuple[StageView, ...]
    sums: tuple[SumView, ...]
    sectors: tuple[Sector, ...]
    parts: tuple[Part, ...]
    gap: Gap | None
    meetings_left: int | None


def strand_rows(session: Session, board_id: UUID, today: date) -> list[StrandRow]:
    """Return a board's strands in the plan's order, those that ended last."""
    strands = find.strands_of(session, board_id)
    mine = select(Strand.id).where(Strand.board_id == board_id)
    stages: dict[UUID, list[StrandStage]] = {}
    for row in session.scalars(select(StrandStage).where(StrandStage.strand_id.in_(mine))):
        stages.setdefault(row.strand_id, []).append(row)
    gaps = {one.strand_id: one.gap for one in strand_warnings(session, board_id, today)}
    rows = [
        StrandRow(
            id=one.id,
            name=one.name,
            stage=stage_on(stages.get(one.id, ()), today),
            ended=one.ended,
            gap=gaps.get(one.id),
        )
        for one in strands
    ]
    return sorted(rows, key=lambda row: row.ended is not None and row.ended <= today)


def strand_page(session: Session, strand_id: UUID, today: date) -> StrandPage:
    """Return what is known of a strand on a day.

    Raises:
        Refusal: it is gone.
    """
    strand = session.get(Strand, strand_id)
    if strand is None:
        message = "That strand isn't in the plan any more."
        raise Gone(message)
    stages = find.stages_of(session, strand_id)
    took_part = parts(session, strand.board_id, strand_id=strand_id)
    sectors = sectors_in_use(session, strand.board_id, today)
    over = strand.ended is not None and strand.ended <= today
    ahead = weeks_ahead(session, strand.board_id, today)
    gap = None if over else gap_of(sectors, took_part, stages, today, ahead)
    priority = session.get(Priority, strand.priority_id) if strand.priority_id else None
    outcome = session.get(Outcome, priority.outcome_id) if priority is not None and priority.outcome_id else None
    lead = session.get(Organisation, strand.lead_organisation_id) if strand.lead_organisation_id else None
    known = {one.stage: one for one in stages}
    return StrandPage(
        id=strand.id,
        board_id=strand.board_id,
        name=strand.name,
        purpose=strand.purpose,
        priority_id=strand.priority_id,
        priority=priority.name if priority is not None else "",
        outcome=outcome.name if outcome is not None else "",
        lead_id=strand.lead_organisation_id,
        lead=lead.name if lead is not None else "",
        reserved_to=strand.reserved_to,
        reserved_reason=strand.reserved_reason,
        ended=strand.ended,
        stages=tuple(
            StageView(stage=one, planned=known[one].planned, began=known[one].began) for one in Stage if one in known
        ),
        sums=_sums(session, strand_id),
        sectors=tuple(sectors),
        parts=tuple(took_part),
        gap=gap,
        meetings_left=_meetings_before(session, strand.board_id, today, gap.on) if gap and not gap.entered else None,
    )


def strands_to_choose(session: Session, board_id: UUID) -> list[tuple[UUID, str]]:
    """Return a board's strands as a choice offers them, in the plan's order."""
    return [(one.id, one.name) for one in find.strands_of(session, board_id)]


def strands_of_meeting(session: Session, meeting_id: UUID) -> list[tuple[UUID, str]]:
    """Return the strands that an item of a meeting may be on: those of every board that meets there."""
    wanted = (
        select(Strand.id, Strand.name)
        .join(MeetingBoard, MeetingBoard.board_id == Strand.board_id)
        .where(MeetingBoard.meeting_id == meeting_id)
        .order_by(MeetingBoard.position, Strand.position, Strand.id)
    )
    return [(strand_id, name) for strand_id, name in session.execute(wanted)]


def _sums(session: Session, strand_id: UUID) -> tuple[SumView, ...]:
    wanted = (
        select(StrandSum, Organisation.name)
        .outerjoin(Organisation, Organisation.id == StrandSum.organisation_id)
        .where(StrandSum.strand_id == strand_id)
        .order_by(StrandSum.position, StrandSum.id)
    )
    return tuple(
        SumView(
            id=one.id,
            pence=one.pence,
            currency=one.currency,
            words=one.words,
            organisation_id=one.organisation_id,
            organisation=name or "",
        )
        for one, name in session.execute(wanted)
    )


def _meetings_before(session: Session, board_id: UUID, today: date, day: date) -> int:
    planned = (
        select(func.count(func.distinct(Meeting.id)))
        .join(MeetingDay, MeetingDay.meeting_id == Meeting.id)
        .join(MeetingBoard, MeetingBoard.meeting_id == Meeting.id)
        .where(MeetingBoard.board_id == board_id, Meeting.status == MeetingStatus.PLANNED)
        .where(MeetingDay.held_on >= today, MeetingDay.held_on < day)
    )
    return session.scalar(planned) or 0


def meeting_of(session: Session, entity: str, entity_id: UUID) -> tuple[UUID, UUID] | None:
    """Return the meeting and the item at which a point, a sector heard or an item stands; None where it is gone."""
    item_id: UUID | None = entity_id
    if entity in _AT_ITEMS:
        own, at = _AT_ITEMS[entity]
        item_id = session.scalar(select(at).where(own == entity_id))
    item = session.get(AgendaItem, item_id) if item_id is not None else None
    return (item.meeting_id, item.id) if item is not None else None
