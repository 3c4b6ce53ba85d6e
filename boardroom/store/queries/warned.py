"""What a board is to be warned of in time: strands without a sector, proposals without an answer, calls too short.

Source: product.md X6 (named before it happens, on the agenda), S3, B5; the Compact: involve early, 12 weeks for a call.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.audience import Audience
from boardroom.domain.board import Board
from boardroom.domain.calls import Call
from boardroom.domain.involvement import Part, gap_of, sectors_asked
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.notice import is_short_call
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.proposals import Proposal
from boardroom.domain.warned import CallWarning, ItemAhead, StrandWarning, Waiting, Warned
from boardroom.domain.words import ItemState, MeetingStatus, Sector
from boardroom.store.queries import proposal_list
from boardroom.store.queries.calls import weeks_agreed
from boardroom.store.queries.involvement import first_parts
from boardroom.store.queries.on_strand import kept_from
from boardroom.store.queries.plan import strands_of
from boardroom.store.queries.seats import sectors_in_use

_WEEKS = 12
"""How long ahead it warns where no terms say how long a call takes: the Compact's."""


def warned(session: Session, board_id: UUID, today: date, audience: Audience = Audience.MEMBERS) -> Warned:
    """Return what a board is to be warned of on a day.

    Args:
        session: a reading one.
        board_id: whose.
        today: what day it is.
        audience: what is restricted is told to members only, and counts for them only.
    """
    wait = waiting_too_long(session, board_id, today, audience)
    return Warned(
        strands=strand_warnings(session, board_id, today, audience),
        waiting=() if wait is None else (wait,),
        calls=short_calls(session, board_id, today),
    )


def warned_at(session: Session, meeting_id: UUID, audience: Audience) -> Warned:
    """Return what the agenda of a planned meeting warns of, as it stands on the day of the meeting.

    Not as it stands on the day of reading: the same board file makes the same agenda. Of several boards that meet, all
    theirs.
    """
    day = session.scalar(
        select(MeetingDay.held_on)
        .join(Meeting, Meeting.id == MeetingDay.meeting_id)
        .where(Meeting.id == meeting_id, Meeting.status == MeetingStatus.PLANNED, MeetingDay.held_on.is_not(None))
        .order_by(MeetingDay.position, MeetingDay.id)
        .limit(1)
    )
    if day is None:
        return Warned()
    boards = (
        select(Board.id, Board.name)
        .join(MeetingBoard, MeetingBoard.board_id == Board.id)
        .where(MeetingBoard.meeting_id == meeting_id)
        .order_by(MeetingBoard.position, MeetingBoard.id)
    )
    found = [(name, warned(session, board_id, day, audience)) for board_id, name in session.execute(boards).all()]
    waits = [replace(wait, board=name) if len(found) > 1 else wait for name, each in found for wait in each.waiting]
    return Warned(
        strands=tuple(one for _, each in found for one in each.strands),
        waiting=tuple(sorted(waits, key=lambda one: -one.longest)),
        calls=tuple(one for _, each in found for one in each.calls),
    )


def strand_warnings(
    session: Session, board_id: UUID, today: date, audience: Audience = Audience.MEMBERS
) -> tuple[StrandWarning, ...]:
    """Return the strands about to be specified or procured with a sector never involved, the nearest first.

    It warns as long ahead as a call for proposals takes by the terms in force.
    """
    strands = [one for one in strands_of(session, board_id) if one.ended is None or one.ended > today]
    sectors = sectors_in_use(session, board_id, today)
    ahead = weeks_ahead(session, board_id, today)
    stages = _stages(session, strands)
    # Who took part is asked only of those that are near enough.
    near = [one for one in strands if gap_of(sectors, (), stages.get(one.id, ()), today, ahead) is not None]
    if not near:
        return ()
    among = [one.id for one in near]
    took_part: dict[UUID, list[Part]] = {}
    for part in first_parts(session, board_id, among=among, until=today, audience=audience):
        took_part.setdefault(part.strand_id, []).append(part)
    gaps = {one.id: gap_of(sectors, took_part.get(one.id, ()), stages[one.id], today, ahead) for one in near}
    items = _items_ahead(session, board_id, among, today, audience)
    calls = _calls(session, among, today)
    found = [
        StrandWarning(
            strand_id=one.id,
            strand=one.name,
            gap=gap,
            item=_ahead(*items[one.id], gap.sectors) if one.id in items else None,
            call_id=calls[one.id].id if one.id in calls else None,
            call_closes=calls[one.id].closes if one.id in calls else None,
        )
        for one in near
        if (gap := gaps[one.id]) is not None
    ]
    return tuple(sorted(found, key=lambda one: one.gap.on))


def weeks_ahead(session: Session, board_id: UUID, today: date) -> timedelta:
    """Return how long before a stage begins a board is warned: as long as a call takes by the terms in force."""
    return timedelta(weeks=weeks_agreed(session, board_id, today) or _WEEKS)


def waiting_too_long(
    session: Session, board_id: UUID, today: date, audience: Audience = Audience.MEMBERS
) -> Waiting | None:
    """Return how many proposals wait for an answer longer than the terms allow; None where none does."""
    promised = proposal_list.promised_days(session, board_id, today)
    if promised is None:
        return None
    held_on = (
        select(MeetingDay.held_on)
        .where(MeetingDay.meeting_id == Proposal.meeting_id, MeetingDay.position == 0)
        .scalar_subquery()
    )
    asked = func.coalesce(Proposal.received_on, held_on)
    late = select(func.count(), func.min(asked)).where(
        Proposal.board_id == board_id, proposal_list.unanswered, asked < today - timedelta(days=promised)
    )
    kept = kept_from(audience)
    if kept is not None:
        late = late.where(Proposal.item_id.is_(None) | Proposal.item_id.not_in(select(kept.c.item)))
    count, oldest = session.execute(late).one()
    return Waiting(count=count, longest=(today - oldest).days, promised=promised) if count else None


def short_calls(session: Session, board_id: UUID, today: date) -> tuple[CallWarning, ...]:
    """Return the calls, open or to come, that are shorter than agreed without a reason; the first to close first."""
    wanted = (
        select(Call, Strand.name)
        .join(Strand, Strand.id == Call.strand_id)
        .where(Call.board_id == board_id, Call.closes >= today, Call.withdrawn_on.is_(None))
        .where(func.trim(Call.short_reason) == "")
        .order_by(Call.closes, Call.id)
    )
    return tuple(
        CallWarning(
            call_id=call.id,
            number=call.number,
            strand_id=call.strand_id,
            strand=strand,
            question=call.question,
            closes=call.closes,
            weeks=(call.closes - call.opens).days // 7,
            agreed=agreed,
        )
        for call, strand in session.execute(wanted)
        if is_short_call(call.opens, call.closes, agreed := weeks_agreed(session, board_id, call.opens))
    )


def _items_ahead(
    session: Session, board_id: UUID, strand_ids: Sequence[UUID], today: date, audience: Audience
) -> dict[UUID, tuple[AgendaItem, date]]:
    """Return the item of a planned meeting at which each strand comes next, with its day."""
    wanted = (
        select(AgendaItem, MeetingDay.held_on)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(MeetingBoard, (MeetingBoard.meeting_id == Meeting.id) & (MeetingBoard.board_id == board_id))
        .join(MeetingDay, (MeetingDay.meeting_id == Meeting.id) & (MeetingDay.position == 0))
        .where(AgendaItem.strand_id.in_(strand_ids), AgendaItem.state == ItemState.OPEN)
        .where(Meeting.status == MeetingStatus.PLANNED, MeetingDay.held_on >= today)
        .order_by(MeetingDay.held_on, AgendaItem.position, AgendaItem.id)
    )
    kept = kept_from(audience)
    if kept is not None:
        wanted = wanted.where(AgendaItem.id.not_in(select(kept.c.item)))
    found: dict[UUID, tuple[AgendaItem, date]] = {}
    for item, day in session.execute(wanted):
        if item.strand_id is not None and day is not None:
            found.setdefault(item.strand_id, (item, day))
    return found


def _ahead(item: AgendaItem, day: date, missing: Sequence[Sector]) -> ItemAhead:
    return ItemAhead(
        item_id=item.id,
        meeting_id=item.meeting_id,
        number=item.number,
        title=item.title,
        day=day,
        asked=sectors_asked(item.agenda_note).issuperset(missing),
    )


def _stages(session: Session, strands: Sequence[Strand]) -> dict[UUID, list[StrandStage]]:
    found: dict[UUID, list[StrandStage]] = {}
    for row in session.scalars(select(StrandStage).where(StrandStage.strand_id.in_([one.id for one in strands]))):
        found.setdefault(row.strand_id, []).append(row)
    return found


def _calls(session: Session, strand_ids: Sequence[UUID], today: date) -> dict[UUID, Call]:
    """Return a call on each strand that is open or to come: the one that closes last."""
    wanted = select(Call).where(Call.strand_id.in_(strand_ids), Call.closes >= today, Call.withdrawn_on.is_(None))
    return {one.strand_id: one for one in session.scalars(wanted.order_by(Call.closes, Call.id))}
