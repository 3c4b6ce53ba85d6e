"""The meetings of a board, newest first: what a list, the rail and Home show of each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, text
from sqlalchemy.orm import Session
from typing_extensions import TypeVarTuple

from boardroom.domain.board import Board
from boardroom.domain.meeting import Meeting, MeetingBoard, Seal
from boardroom.domain.words import MeetingKind, MeetingStatus
from boardroom.store.queries.walk import EVER, FIRST_DAY, PAGE, Key
from boardroom.store.search import match_of

Ts = TypeVarTuple("Ts")
_FOUND_BY_WORDS = """
    SELECT d.meeting_id FROM search_index CROSS JOIN search_doc AS d ON d.seq = search_index.rowid
    WHERE search_index MATCH :match AND d.entity IN ('meeting', 'meeting_day', 'meeting_board')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """One meeting of a list; `board` is the host's name, `joint` says that other boards meet with it."""

    id: UUID
    name: str
    board: str
    joint: bool
    day: date | None
    starts: time | None
    ends: time | None
    venue: str
    kind: MeetingKind | None
    status: MeetingStatus | None
    notice_given_on: date | None
    sealed: bool
    record_id: str | None
    key: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list of meetings is narrowed to; the words are those of its name, venue and days."""

    board_id: UUID | None = None
    statuses: Collection[MeetingStatus] = ()
    words: str = ""


def meetings_page(session: Session, wanted: Wanted, *, after: Key | None = None, limit: int = PAGE) -> list[MeetingRow]:
    """Return the next page of meetings, newest first; what has no date comes last."""
    date_of, ident = FIRST_DAY.held_on, Meeting.id
    some = _of_board(_meetings(), wanted.board_id).where(*_where(wanted))
    found: list[Any] = []
    if after is None or after.date is not None:
        dated = some.where(date_of.between(*EVER)).order_by(date_of.desc(), ident)
        if after is not None:
            dated = dated.where(date_of <= after.date, or_(date_of < after.date, ident > after.id))
        found += session.execute(dated.limit(limit)).all()
    if len(found) < limit:
        undated = some.where(date_of.is_(None)).order_by(ident).limit(limit - len(found))
        if after is not None and after.date is None:
            undated = undated.where(ident > after.id)
        found += session.execute(undated).all()
    return _rows(session, found)


def next_meeting(session: Session, board_id: UUID, today: date) -> MeetingRow | None:
    """Return the first meeting that is planned for today or later, if there is one."""
    date_of = FIRST_DAY.held_on
    wanted = _of_board(_meetings(), board_id).where(
        Meeting.status == MeetingStatus.PLANNED, date_of.between(today, date.max)
    )
    found = session.execute(wanted.order_by(date_of, Meeting.id).limit(1)).all()
    return next(iter(_rows(session, found)), None)


def to_confirm(session: Session, board_id: UUID, *, limit: int = PAGE) -> list[MeetingRow]:
    """Return the meetings whose minutes are drafted but not confirmed, the latest first."""
    wanted = _of_board(_meetings(), board_id).where(Meeting.status == MeetingStatus.DRAFT_MINUTES)
    date_of = FIRST_DAY.held_on
    return _rows(session, session.execute(wanted.order_by(date_of.desc().nulls_last(), Meeting.id).limit(limit)).all())


def count_to_confirm(session: Session, board_id: UUID) -> int:
    """Return how many meetings have minutes that are drafted but not confirmed."""
    drafted = select(func.count(Meeting.id)).where(Meeting.status == MeetingStatus.DRAFT_MINUTES)
    return session.scalar(_of_board(drafted, board_id)) or 0


def count_meetings(session: Session, board_id: UUID | None) -> dict[MeetingStatus | None, int]:
    """Return how many meetings have which status."""
    counted = _of_board(select(Meeting.status, func.count(Meeting.id)), board_id).group_by(Meeting.status)
    return dict(session.execute(counted).all())


def _meetings() -> Select[Meeting, date | None, time | None, time | None]:
    at = and_(FIRST_DAY.meeting_id == Meeting.id, FIRST_DAY.position == 0)
    return select(Meeting, FIRST_DAY.held_on.label("date"), FIRST_DAY.starts, FIRST_DAY.ends).outerjoin(FIRST_DAY, at)


def _of_board(wanted: Select[*Ts], board_id: UUID | None) -> Select[*Ts]:
    if board_id is None:
        return wanted
    return wanted.where(exists().where(MeetingBoard.meeting_id == Meeting.id, MeetingBoard.board_id == board_id))


def _where(wanted: Wanted) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if wanted.statuses:
        # Not by the index on the status: SQLite would gather all such meetings and sort them.
        where.append(func.coalesce(Meeting.status, "").in_([one.value for one in wanted.statuses]))
    match = match_of(wanted.words)
    if match:
        found: Any = text(_FOUND_BY_WORDS).bindparams(match=match)
        where.append(Meeting.id.in_(found))
    return where


def _rows(session: Session, found: Collection[Any]) -> list[MeetingRow]:
    if not found:
        return []
    ids = [meeting.id for meeting, *_ in found]
    hosts = (
        select(MeetingBoard.meeting_id, Board.name)
        .join(Board, Board.id == MeetingBoard.board_id)
        .where(MeetingBoard.meeting_id.in_(ids))
        .order_by(MeetingBoard.position, MeetingBoard.id)
    )
    boards: dict[UUID, list[str]] = {}
    for meeting_id, name in session.execute(hosts):
        boards.setdefault(meeting_id, []).append(name)
    sealed = set(session.scalars(select(Seal.meeting_id).where(Seal.meeting_id.in_(ids))))
    return [
        MeetingRow(
            id=meeting.id,
            name=meeting.name,
            board=next(iter(boards.get(meeting.id, ())), ""),
            joint=len(boards.get(meeting.id, ())) > 1,
            day=held_on,
            starts=starts,
            ends=ends,
            venue=meeting.venue,
            kind=meeting.kind,
            status=meeting.status,
            notice_given_on=meeting.notice_given_on,
            sealed=meeting.id in sealed,
            record_id=meeting.record_id,
            key=Key(held_on, 0, 0, meeting.id),
        )
        for meeting, held_on, starts, ends in found
    ]
