"""Finding one thing by what a person types: a board by its name, a meeting by its id or its date."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boardroom.domain.board import Board
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import MeetingStatus

CALLED_OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)
UNHELD = (MeetingStatus.PLANNED, *CALLED_OFF)
_SHOWN = 5


def find_board(session: Session, name: str) -> Board:
    """Return the board of this name or id; its beginning is enough where only one board has it.

    Raises:
        Refusal: no board, or more than one, answers to the name.
    """
    boards = list(session.scalars(select(Board).order_by(Board.name, Board.id)))
    wanted = clean_line(name).casefold()
    for fits in (
        [board for board in boards if wanted in {board.name.casefold(), str(board.id)}],
        [board for board in boards if board.name.casefold().startswith(wanted)],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            break
    known = "; ".join(board.name for board in boards[:_SHOWN]) or "none yet"
    if len(fits) > 1:
        message = f"Several boards answer to “{name}”: give the whole name or the id."
    else:
        message = f"There is no board “{name}” in this file; its boards are: {known}."
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
