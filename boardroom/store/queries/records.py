"""What meeting records ask of the board file: names, meetings by their record, and meetings whole, notes included."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionUpdate
from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay, Seal
from boardroom.domain.people import Organisation, Person
from boardroom.domain.record import BoardAtMeeting, MeetingRecord

T = TypeVar("T")
_AT_ONCE = 500
_Named = Board | Organisation | Person


def ids_by_name(session: Session, entity: type[_Named], names: Iterable[str]) -> dict[str, list[UUID]]:
    """Return for each name the ids of those that bear it, first made first."""
    found: dict[str, list[UUID]] = {}
    for some in _chunks(names):
        wanted = select(entity.name, entity.id).where(entity.name.in_(some)).order_by(entity.id)
        for name, row_id in session.execute(wanted):
            found.setdefault(name, []).append(row_id)
    return found


def boards_by_id(session: Session, ids: Iterable[UUID]) -> dict[UUID, Board]:
    """Return the boards with these ids."""
    found = (board for some in _chunks(ids) for board in session.scalars(select(Board).where(Board.id.in_(some))))
    return {board.id: board for board in found}


def meetings_by_record(session: Session, records: Iterable[str]) -> dict[str, UUID]:
    """Return for each identity of a record the meeting it became; a meeting made here is known by its own id."""
    found: dict[str, UUID] = {}
    for some in _chunks(records):
        wanted = select(Meeting.record_id, Meeting.id).where(Meeting.record_id.in_(some)).order_by(Meeting.id.desc())
        found.update((record, row_id) for record, row_id in session.execute(wanted) if record is not None)
        own = {row_id for each in some if (row_id := _uuid(each)) is not None}
        made_here = select(Meeting.id).where(Meeting.id.in_(own), Meeting.record_id.is_(None))
        found.update((str(row_id), row_id) for row_id in session.scalars(made_here))
    return found


def meetings_by_day(session: Session, board_ids: Iterable[UUID]) -> dict[tuple[UUID, date], UUID]:
    """Return the meeting that a board held on a day; the first made, where there were several."""
    held = (
        select(MeetingBoard.board_id, MeetingDay.held_on, MeetingDay.meeting_id)
        .join(MeetingDay, MeetingDay.meeting_id == MeetingBoard.meeting_id)
        .where(MeetingDay.held_on.is_not(None))
        .order_by(MeetingDay.meeting_id.desc())
    )
    return {
        (board_id, held_on): meeting_id
        for some in _chunks(board_ids)
        for board_id, held_on, meeting_id in session.execute(held.where(MeetingBoard.board_id.in_(some)))
        if held_on is not None
    }


def waiting_links(session: Session, records: Iterable[str]) -> Iterator[DecisionLink]:
    """Return the links of decisions to meetings that weren't in the file, by the words that name their records.

    Those of sealed minutes stay as they are.
    """
    sealed = select(Seal.meeting_id)
    for some in _chunks(records):
        yield from session.scalars(
            select(DecisionLink).where(
                DecisionLink.words.in_(some),
                DecisionLink.of_meeting_id.is_(None),
                DecisionLink.of_decision_id.is_(None),
                or_(DecisionLink.meeting_id.is_(None), DecisionLink.meeting_id.not_in(sealed)),
            )
        )


def whole_meetings(session: Session, meeting_ids: Iterable[UUID]) -> dict[UUID, MeetingRecord]:
    """Return meetings with all that carries their id, notes included, as nothing but an export may see them."""
    records: dict[UUID, MeetingRecord] = {}
    for some in _chunks(meeting_ids):
        for meeting in session.scalars(select(Meeting).where(Meeting.id.in_(some))):
            records[meeting.id] = MeetingRecord(meeting=meeting)
        for name, entity in lists_of_record().items():
            columns = entity.__table__.columns
            order = [columns[each] for each in ("position", "id") if each in columns]
            wanted: Any = select(entity).where(columns["meeting_id"].in_(some)).order_by(*order)
            for row in session.scalars(wanted):
                getattr(records[row.meeting_id], name).append(row)
        between = select(Decision).where(Decision.minuted_at_id.in_(some), Decision.meeting_id.is_(None))
        for decision in session.scalars(between.order_by(Decision.position, Decision.id)):
            if decision.minuted_at_id is not None:
                records[decision.minuted_at_id].decisions.append(decision)
    boards = boards_by_id(session, {one.board_id for record in records.values() for one in record.meeting_boards})
    for record in records.values():
        record.boards = [BoardAtMeeting(board=boards[one.board_id]) for one in record.meeting_boards]
    return records


@cache
def lists_of_record() -> dict[str, type[Base]]:
    """Return the lists of a `MeetingRecord` whose rows carry the meeting's id, each with its entity."""
    return {
        name: get_args(hint)[0]
        for name, hint in get_type_hints(MeetingRecord).items()
        if get_origin(hint) is list and hasattr(get_args(hint)[0], "meeting_id")
    }


def updates_by_meeting(session: Session, meeting_ids: Iterable[UUID]) -> dict[UUID, int]:
    """Return how many times the actions of meetings were brought up to date."""
    counted: dict[UUID, int] = {}
    for some in _chunks(meeting_ids):
        wanted = (
            select(Action.meeting_id, func.count(ActionUpdate.id))
            .join(ActionUpdate, ActionUpdate.action_id == Action.id)
            .where(Action.meeting_id.in_(some))
            .group_by(Action.meeting_id)
        )
        counted.update((row_id, count) for row_id, count in session.execute(wanted) if row_id is not None)
    return counted


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _chunks(values: Iterable[T]) -> Iterator[Sequence[T]]:
    rest = iter(values)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
