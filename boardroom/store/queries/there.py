"""Who was in the room when items were taken, over many meetings at once: as `domain.room.Room` says of one.

What SQL can't say as the domain does - items taken out of their order, an interest declared by a name alone - is
asked of the room of each such meeting; there are few.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, ScalarSelect, and_, exists, func, select, tuple_
from sqlalchemy.orm import Session, aliased

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance, AttendanceItem, Declaration, DeclarationItem, Stay
from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.presence import IN_THE_ROOM, Moment
from boardroom.domain.record import MeetingRecord
from boardroom.domain.room import Room
from boardroom.domain.running import Taking

_RECUSED = Declaration.recused & (func.trim(Declaration.dispensation) == "")
_PARTS: dict[str, type[Any]] = {
    "items": AgendaItem,
    "attendances": Attendance,
    "attendance_items": AttendanceItem,
    "stays": Stay,
    "declarations": Declaration,
    "declaration_items": DeclarationItem,
    "days": MeetingDay,
}

Away = Sequence[tuple[UUID, UUID]]
"""Lines of the attendance with items at which they weren't there."""


def was_there(held: CTE, over: CTE, away: Away) -> ColumnElement[bool]:
    """Say that a line of the attendance was there when a held item was taken, and took part.

    Args:
        held: the items, as `held_items` gives them; joined with `Attendance`.
        over: what they stand under, as `above` gives it.
        away: what `not_there` found.
    """
    came_for = exists().where(AttendanceItem.attendance_id == Attendance.id)
    for_this = (
        select(AttendanceItem.attendance_id, over.c.item)
        .join(over, (over.c.meeting_id == AttendanceItem.meeting_id) & (over.c.at == AttendanceItem.item_id))
        .scalar_subquery()
    )
    stayed = exists().where(Stay.attendance_id == Attendance.id)
    here = tuple_(Attendance.id, held.c.item)
    conditions = [
        held.c.taken,
        Attendance.status.in_(IN_THE_ROOM),
        # A proxy is a sitting member acting also for another: nobody more in the room.
        ~Attendance.proxy,
        ~came_for | here.in_(for_this),
        ~stayed | _is_out_of_order(held) | here.in_(_covered(held)),
        Attendance.person_id.is_(None) | tuple_(Attendance.person_id, held.c.item).not_in(_recused(over)),
    ]
    if away:
        conditions.append(here.not_in(away))
    return and_(*conditions)


def not_there(session: Session, held: CTE) -> Away:
    """Return who wasn't there at which items, of the meetings that `was_there` can't judge alone."""
    meetings = select(held.c.meeting_id).distinct().subquery()
    nameless = aliased(Attendance)
    by_name = (
        exists()
        .where(Declaration.meeting_id == Meeting.id, _RECUSED)
        .where(
            Declaration.person_id.is_(None)
            | exists().where(
                nameless.meeting_id == Meeting.id,
                nameless.person_id.is_(None),
                (nameless.name != "") | ((nameless.role != "") & (nameless.organisation != "")),
            )
        )
    )
    moved = exists().where(AgendaItem.meeting_id == Meeting.id, AgendaItem.taken_after != "")
    by_item = (
        exists()
        .where(Stay.meeting_id == Meeting.id)
        .where(Stay.arrived_item_id.is_not(None) | Stay.left_item_id.is_not(None))
    )
    asked = select(Meeting).join(meetings, meetings.c.meeting_id == Meeting.id).where(by_name | (moved & by_item))
    found: list[tuple[UUID, UUID]] = []
    for meeting in session.scalars(asked).all():
        taken = set(session.scalars(select(held.c.item).where(held.c.meeting_id == meeting.id)))
        found += _away_in(_room_of(session, meeting), _takings_of(session, meeting.id), taken)
    return found


def _room_of(session: Session, meeting: Meeting) -> Room:
    record = MeetingRecord(meeting=meeting)
    for name, entity in _PARTS.items():
        rows = select(entity).where(entity.meeting_id == meeting.id).order_by(entity.position, entity.id)
        setattr(record, name, list(session.scalars(rows)))
    return Room(record)


def _takings_of(session: Session, meeting_id: UUID) -> dict[UUID, list[Taking]]:
    takings: dict[UUID, list[Taking]] = {}
    for one in session.scalars(select(Taking).where(Taking.meeting_id == meeting_id)):
        takings.setdefault(one.item_id, []).append(one)
    return takings


def _away_in(room: Room, takings: Mapping[UUID, Sequence[Taking]], item_ids: Iterable[UUID]) -> Away:
    return [
        (line.id, item_id)
        for item_id in item_ids
        for line in room.record.attendances
        if not room.is_here_while(line, item_id, takings.get(item_id, ()))
        or room.is_recused(line, Moment(item_id=item_id))
    ]


def _is_out_of_order(held: CTE) -> ColumnElement[bool]:
    moved = aliased(AgendaItem)
    return exists().where(moved.meeting_id == held.c.meeting_id, moved.taken_after != "")


def _covered(held: CTE) -> ScalarSelect[Any]:
    """Return lines with the items that one of their stays covers; see `domain.presence.covers`."""
    came, left = aliased(AgendaItem), aliased(AgendaItem)
    place = tuple_(held.c.position, held.c.item)
    past_midnight = and_(Stay.arrived_at.is_not(None), Stay.left_at.is_not(None), Stay.left_at < Stay.arrived_at)
    came_in_time = Stay.arrived_at.is_(None) | Taking.ended.is_(None) | (Stay.arrived_at < Taking.ended)
    left_in_time = Stay.left_at.is_(None) | (Stay.left_at > Taking.began)
    while_taken = (
        exists()
        .where(Taking.item_id == held.c.item, Stay.day_id.is_(None) | (Stay.day_id == Taking.day_id))
        .where(past_midnight | (came_in_time & left_in_time))
    )
    return (
        select(Stay.attendance_id, held.c.item)
        .join(held, held.c.meeting_id == Stay.meeting_id)
        .outerjoin(came, (came.id == Stay.arrived_item_id) & (came.meeting_id == Stay.meeting_id))
        .outerjoin(left, (left.id == Stay.left_item_id) & (left.meeting_id == Stay.meeting_id))
        .where(came.id.is_(None) | (place >= tuple_(came.position, came.id)))
        .where(left.id.is_(None) | (place < tuple_(left.position, left.id)))
        .where(~exists().where(Taking.item_id == held.c.item) | while_taken)
        .scalar_subquery()
    )


def _recused(over: CTE) -> ScalarSelect[Any]:
    """Return people with the items at which they took no part; see `Room.is_recused`."""
    return (
        select(Declaration.person_id, over.c.item)
        .join(over, over.c.meeting_id == Declaration.meeting_id)
        .outerjoin(DeclarationItem, DeclarationItem.declaration_id == Declaration.id)
        .where(_RECUSED, Declaration.person_id.is_not(None))
        .where(DeclarationItem.id.is_(None) | (DeclarationItem.item_id == over.c.at))
        .scalar_subquery()
    )
