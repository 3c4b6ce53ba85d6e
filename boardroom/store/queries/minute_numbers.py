"""Minute numbers: what they run on from by a board's rule, and what the minutes of a meeting say something of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingBoard
from boardroom.domain.numbering import next_minute_number
from boardroom.domain.words import ItemState, MeetingStatus, MinuteNumbers, TextKind
from boardroom.store.queries.walk import FIRST_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMinutes:
    """The minutes that are drafted next: their meeting's day, where one is known, and their first number."""

    held_on: date | None
    number: str


def host_of(session: Session, meeting_id: UUID) -> Board | None:
    """Return the board whose meeting it is; of a joint meeting the host."""
    wanted = select(Board).join(MeetingBoard, MeetingBoard.board_id == Board.id)
    wanted = wanted.where(MeetingBoard.meeting_id == meeting_id)
    return session.scalars(wanted.order_by(MeetingBoard.position, MeetingBoard.id).limit(1)).first()


def minuted_of(session: Session, meeting_id: UUID) -> set[UUID]:
    """Return the items that were dealt with in any way, or have minute text or a decision."""
    written = exists().where(Paragraph.item_id == AgendaItem.id, Paragraph.text_kind == TextKind.MINUTE)
    decided = exists().where(Decision.item_id == AgendaItem.id)
    dealt_with = or_(AgendaItem.state != ItemState.OPEN, written, decided)
    return set(session.scalars(select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id, dealt_with)))


def numbers_before(session: Session, board: Board, on: date | None) -> Sequence[str]:
    """Return the minute numbers that those of a board's meeting on a day may not repeat, and run on from.

    They are those of all meetings that the board hosts, or of those of the same year. A meeting without a day
    belongs to no year.
    """
    if board.minute_numbers in {MinuteNumbers.NONE, MinuteNumbers.EACH_MEETING}:
        return ()
    wanted = select(AgendaItem.minute_number).join(MeetingBoard, MeetingBoard.meeting_id == AgendaItem.meeting_id)
    wanted = wanted.where(AgendaItem.minute_number != "", MeetingBoard.board_id == board.id, MeetingBoard.position == 0)
    if board.minute_numbers is MinuteNumbers.EACH_YEAR:
        within = None if on is None else FIRST_DAY.held_on.between(date(on.year, 1, 1), date(on.year, 12, 31))
        at = and_(FIRST_DAY.meeting_id == AgendaItem.meeting_id, FIRST_DAY.position == 0)
        wanted = wanted.outerjoin(FIRST_DAY, at)
        wanted = wanted.where(FIRST_DAY.held_on.is_(None) if within is None else within)
    return session.scalars(wanted).all()


def next_minutes(session: Session, board: Board, today: date) -> NextMinutes | None:
    """Return the minutes that are drafted next, and with which number they begin; None where there is none.

    They are those of the earliest meeting that was held and has no draft yet, or that is planned for today or later.
    """
    if board.minute_numbers is MinuteNumbers.NONE:
        return None
    wanted = select(FIRST_DAY.held_on).join(MeetingBoard, MeetingBoard.meeting_id == FIRST_DAY.meeting_id)
    wanted = wanted.join(Meeting, Meeting.id == FIRST_DAY.meeting_id).where(
        MeetingBoard.board_id == board.id,
        MeetingBoard.position == 0,
        FIRST_DAY.position == 0,
        FIRST_DAY.held_on.is_not(None),
        or_(
            Meeting.status == MeetingStatus.HELD,
            and_(Meeting.status == MeetingStatus.PLANNED, FIRST_DAY.held_on >= today),
        ),
    )
    held_on = session.scalar(wanted.order_by(FIRST_DAY.held_on).limit(1))
    return NextMinutes(held_on=held_on, number=next_minute_number(numbers_before(session, board, held_on or today)))
