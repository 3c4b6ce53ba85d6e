"""Who came, went and took the chair, as an audience may see it: what happened at a restricted item moves on."""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.attendance import Stay
from boardroom.domain.meeting import Presiding
from boardroom.store.queries.hidden import Hidden


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a stay: the item, the time and the words."""

    item_id: UUID | None = None
    at: time | None = None
    words: str = ""


def stays_for(session: Session, meeting_id: UUID, hidden: Hidden) -> list[Stay]:
    """Return the meeting's stays.

    Who came or left while a restricted item was taken is shown as coming or leaving with the next item
    that the audience may see; the time and the words would tell.
    """
    wanted = select(Stay).where(Stay.meeting_id == meeting_id).order_by(Stay.position, Stay.id)
    if not hidden:
        return list(session.scalars(wanted))
    if hidden.attendances:
        wanted = wanted.where(Stay.attendance_id.not_in(hidden.attendances))
    known = session.execute(
        wanted.with_only_columns(
            Stay.id, Stay.attendance_id, Stay.day_id, Stay.position, Stay.arrived_item_id, Stay.left_item_id
        )
    ).all()
    telling = [row for row in known if {row.arrived_item_id, row.left_item_id} & hidden.items]
    open_ones = list(session.scalars(wanted.where(Stay.id.not_in([row.id for row in telling]))))
    if not telling:
        return open_ones
    moved = []
    for row in telling:
        if row.arrived_item_id in hidden.items and not hidden.is_open_between(row.arrived_item_id, row.left_item_id):
            continue
        came = _end(session, row.id, row.arrived_item_id, hidden, side="arrived")
        left = _end(session, row.id, row.left_item_id, hidden, side="left")
        moved.append(
            Stay(
                id=row.id,
                meeting_id=meeting_id,
                attendance_id=row.attendance_id,
                day_id=row.day_id,
                position=row.position,
                arrived_item_id=came.item_id,
                arrived_at=came.at,
                arrived_words=came.words,
                left_item_id=left.item_id,
                left_at=left.at,
                left_words=left.words,
            )
        )
    return sorted([*open_ones, *moved], key=lambda stay: (stay.position, str(stay.id)))


def _end(session: Session, stay_id: UUID, item_id: UUID | None, hidden: Hidden, *, side: str) -> _End:
    """Return one end of a stay: as recorded, or only the next open item where it would tell."""
    if item_id is not None and item_id in hidden.items:
        return _End(hidden.next_open(item_id))
    columns = Stay.__table__.columns
    row = session.execute(select(columns[f"{side}_at"], columns[f"{side}_words"]).where(columns["id"] == stay_id)).one()
    return _End(item_id, row[0], row[1])


def presidings_for(session: Session, meeting_id: UUID, hidden: Hidden) -> list[Presiding]:
    """Return who presided.

    Who took the chair at a restricted item is shown from the next open item on, without the reason; not
    at all where somebody else presides by then or no open item follows.
    """
    wanted = select(Presiding).where(Presiding.meeting_id == meeting_id).order_by(Presiding.position, Presiding.id)
    if not hidden:
        return list(session.scalars(wanted))
    known = session.execute(wanted.with_only_columns(Presiding.id, Presiding.position, Presiding.from_item_id)).all()
    telling = [row for row in known if row.from_item_id in hidden.items]
    open_ones = list(session.scalars(wanted.where(Presiding.id.not_in([row.id for row in telling]))))
    starts = {one.from_item_id for one in open_ones}
    latest = {hidden.next_open(row.from_item_id): row for row in telling}
    moved = [
        _moved(session, meeting_id, row.id, item_id, row.position)
        for item_id, row in latest.items()
        if item_id is not None and item_id not in starts
    ]
    return sorted([*open_ones, *moved], key=lambda one: (one.position, str(one.id)))


def _moved(session: Session, meeting_id: UUID, presiding_id: UUID, item_id: UUID, position: int) -> Presiding:
    row = session.execute(select(Presiding.person_id, Presiding.name).where(Presiding.id == presiding_id)).one()
    return Presiding(
        id=presiding_id,
        meeting_id=meeting_id,
        position=position,
        from_item_id=item_id,
        person_id=row.person_id,
        name=row.name,
    )
