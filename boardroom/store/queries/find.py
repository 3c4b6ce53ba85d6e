"""Finding one thing by what a person types: a board or a strand by its name, a meeting by its id or its date."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boardroom.domain.board import Board
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.plan import Strand
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import MeetingStatus

CALLED_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)
UNHELD = (MeetingStatus.PLANNED, *CALLED_OFF)
_SHOWN = 5

Called = TypeVar("Called", Board, Strand)


def find_board(session: Session, name: str) -> Board:
    """Return the board of this name or id; its beginning is enough where only one board has it.

    Raises:
        Refusal: no board, or more than one, answers to the name.
    """
    boards = list(session.scalars(select(Board).order_by(Board.name, Board.id)))
    fits = _called(boards, name)
    if len(fits) == 1:
        return fits[0]
    known = "; ".join(board.name for board in boards[:_SHOWN]) or "none yet"
    if fits:
        message = f"Several boards answer to “{name}”: give the whole name or the id."
    else:
        message = f"There is no board “{name}” in this file; its boards are: {known}."
    raise Refusal(message)


def find_strand(session: Session, name: str, *, board_id: UUID) -> Strand:
    """Return the strand of this name or id in a board's plan; its beginning is enough where only one has it.

    Raises:
        Refusal: no strand, or more than one, answers to the name.
    """
    wanted = select(Strand).where(Strand.board_id == board_id).order_by(Strand.position, Strand.id)
    strands = list(session.scalars(wanted))
    fits = _called(strands, name)
    if len(fits) == 1:
        return fits[0]
    if fits:
        message = f"Several strands answer to “{name}”: give the whole name or the id."
    else:
        known = "; ".join(strand.name for strand in strands[:_SHOWN]) or "none yet"
        message = f"There is no strand “{name}” in this board’s plan; its strands are: {known}."
    raise Refusal(message)


def find_meeting(session: Session, wanted: str, *, board_id: UUID | None = None) -> Meeting:
    """Return the meeting with this id, record id or ISO date; "" means the latest one that was held.

    Raises:
        Refusal: there is none, or a date on which several were held.
    """
    meetings = select(Meeting)
    if board_id is not None:
        meetings = meetings.where(
            Meeting.id.in_(select(MeetingBoard.meeting_id).where(MeetingBoard.board_id == board_id))
        )
    if not wanted:
        return _latest(session, meetings_of=board_id)
    as_id, as_date = _uuid(wanted), _date(wanted)
    if as_id is not None:
        found = list(session.scalars(meetings.where(Meeting.id == as_id)))
    elif as_date is not None:
        days = select(MeetingDay.meeting_id).where(MeetingDay.held_on == as_date)
        found = list(session.scalars(meetings.where(Meeting.id.in_(days)).order_by(Meeting.id)))
    else:
        found = list(session.scalars(meetings.where(Meeting.record_id == wanted)))
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"There is no meeting “{wanted}” here; “list FILE meetings” shows the dates and ids."
        raise Refusal(message)
    ids = ", ".join(str(meeting.id) for meeting in found[:_SHOWN])
    message = f"{len(found)} meetings were held on {wanted}: name one by --board or by its id ({ids})."
    raise Refusal(message)


def find_planned(session: Session, *, board_id: UUID | None = None) -> Meeting | None:
    """Return the first meeting that is planned, if one with a date is."""
    wanted = (
        select(Meeting)
        .join(MeetingDay, MeetingDay.meeting_id == Meeting.id)
        .where(Meeting.status == MeetingStatus.PLANNED, MeetingDay.held_on.is_not(None))
        .order_by(MeetingDay.held_on, Meeting.id)
        .limit(1)
    )
    if board_id is not None:
        wanted = wanted.where(Meeting.id.in_(select(MeetingBoard.meeting_id).where(MeetingBoard.board_id == board_id)))
    return session.scalars(wanted).first()


def find_likely_meeting(session: Session, board_id: UUID | None) -> UUID:
    """Return the meeting that was held last, or before the first the one that is planned, by its id.

    Raises:
        Refusal: there is neither.
    """
    try:
        return find_meeting(session, "", board_id=board_id).id
    except Refusal:
        planned = find_planned(session, board_id=board_id)
        if planned is None:
            message = "There is no meeting to export yet: plan one first."
            raise Refusal(message) from None
        return planned.id


def _called(rows: Sequence[Called], name: str) -> list[Called]:
    """Return those of this whole name or id, or else those whose name begins so."""
    wanted = clean_line(name).casefold()
    whole = [row for row in rows if wanted in {row.name.casefold(), str(row.id)}]
    return whole or [row for row in rows if row.name.casefold().startswith(wanted)]


def _latest(session: Session, *, meetings_of: UUID | None) -> Meeting:
    """Return the meeting held last (planned, cancelled and postponed ones were not)."""
    wanted = (
        select(Meeting)
        .join(MeetingDay, MeetingDay.meeting_id == Meeting.id)
        .where(func.coalesce(Meeting.status, MeetingStatus.HELD).not_in(UNHELD), MeetingDay.held_on.is_not(None))
        .order_by(MeetingDay.held_on.desc(), Meeting.id)
        .limit(1)
    )
    if meetings_of is not None:
        wanted = wanted.where(
            Meeting.id.in_(select(MeetingBoard.meeting_id).where(MeetingBoard.board_id == meetings_of))
        )
    latest = session.scalars(wanted).first()
    if latest is None:
        message = "No meeting with a date has been held yet; name one with --meeting."
        raise Refusal(message)
    return latest


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
