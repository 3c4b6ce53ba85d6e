"""What the services ask about a meeting's attendance."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance, AttendanceItem, Declaration, DeclarationItem, Stay
from boardroom.domain.meeting import Presiding
from boardroom.domain.presence import is_within, parents_of
from boardroom.domain.votes import Vote
from boardroom.store.queries.agenda import places_of


def lines_of(session: Session, meeting_id: UUID) -> Sequence[Attendance]:
    """Return the lines of a meeting's attendance, in order."""
    wanted = select(Attendance).where(Attendance.meeting_id == meeting_id)
    return session.scalars(wanted.order_by(Attendance.position, Attendance.id)).all()


def stays_of(session: Session, attendance_id: UUID) -> Sequence[Stay]:
    """Return somebody's times in the room, first to last."""
    wanted = select(Stay).where(Stay.attendance_id == attendance_id)
    return session.scalars(wanted.order_by(Stay.position, Stay.id)).all()


def under_line(session: Session, attendance_id: UUID) -> Sequence[Stay | AttendanceItem]:
    """Return what hangs on a line of the attendance: times in the room, and items attended for."""
    items = session.scalars(select(AttendanceItem).where(AttendanceItem.attendance_id == attendance_id)).all()
    return [*stays_of(session, attendance_id), *items]


def has_voted(session: Session, meeting_id: UUID, attendance_id: UUID) -> bool:
    """Return whether a vote is recorded for a line of the attendance."""
    wanted = select(Vote.id).where(Vote.meeting_id == meeting_id, Vote.attendance_id == attendance_id)
    return session.execute(wanted.limit(1)).first() is not None


def items_declared(session: Session, declaration_id: UUID) -> Sequence[DeclarationItem]:
    """Return the items that a declaration concerns."""
    wanted = select(DeclarationItem).where(DeclarationItem.declaration_id == declaration_id)
    return session.scalars(wanted.order_by(DeclarationItem.position, DeclarationItem.id)).all()


def recusals_at(session: Session, item: AgendaItem) -> list[Declaration]:
    """Return the declarations that keep somebody from an item by naming it, or an item above it."""
    wanted = select(Declaration).where(Declaration.meeting_id == item.meeting_id, Declaration.recused.is_(True))
    recusals = [one for one in session.scalars(wanted) if not one.dispensation.strip()]
    if not recusals:
        return []
    parents = parents_of(places_of(session, item.meeting_id))
    return [
        one
        for one in recusals
        if is_within(item.id, {row.item_id for row in items_declared(session, one.id)} - {None}, parents)
    ]


def presidings_of(session: Session, meeting_id: UUID) -> Sequence[Presiding]:
    """Return who presided, in the order recorded."""
    wanted = select(Presiding).where(Presiding.meeting_id == meeting_id)
    return session.scalars(wanted.order_by(Presiding.position, Presiding.id)).all()
