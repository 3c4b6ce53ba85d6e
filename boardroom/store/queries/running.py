"""What the room shows of a meeting that runs: the present item, and time used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.item_place import ItemPlace
from boardroom.domain.meeting import Meeting
from boardroom.domain.presence import Moment
from boardroom.domain.running import Sitting, Taking
from boardroom.domain.time_used import given_more, minutes_to_come, seconds_between, used
from boardroom.domain.timing import planned_in_all
from boardroom.domain.words import MeetingStatus
from boardroom.store.queries.agenda import places_of

_HELD = MeetingStatus.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingView:
    """A time in which an item was taken."""

    id: UUID
    item_id: UUID
    began: time
    ended: time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningView:
    """How a meeting runs.

    Attributes:
        in_session: started, and neither adjourned nor closed.
        adjourned: it sat before and can be reconvened.
        day_id: the day of the last sitting.
        opened_at: when the first sitting began, an instant.
        rested: for how long the meeting was adjourned since.
        current: the item that is being taken.
        takings: when which item was taken, in this order.
        used: seconds of each item, what is being taken now left out.
        planned: minutes of each item, with those that the chair added; None where it has no plan.
        planned_in_all: minutes of the whole agenda as planned.
        to_come: minutes planned for the items after the present one.
    """

    in_session: bool
    adjourned: bool
    day_id: UUID | None
    opened_at: datetime | None
    rested: timedelta
    current: UUID | None
    takings: tuple[TakingView, ...]
    used: Mapping[UUID, int]
    planned: Mapping[UUID, int | None]
    planned_in_all: int
    to_come: int

    def used_by(self, item_id: UUID, now: datetime) -> int:
        """Return for how many seconds an item was taken so far."""
        running = next((one for one in self.takings if one.item_id == item_id and one.ended is None), None)
        return self.used.get(item_id, 0) + (0 if running is None else seconds_between(running.began, now.time()))

    def ends_about(self, now: datetime) -> datetime:
        """Return when the meeting ends if every item keeps to its plan from now on."""
        left = 0
        if self.current is not None:
            left = max(0, 60 * (self.planned.get(self.current) or 0) - self.used_by(self.current, now))
        return now + timedelta(minutes=self.to_come, seconds=left)

    def minutes_in_hand(self, now: datetime) -> int:
        """Return how many minutes are in hand before the end that the agenda plans; below zero it runs over."""
        if self.opened_at is None:
            return 0
        spare = self.opened_at + self.rested + timedelta(minutes=self.planned_in_all) - self.ends_about(now)
        return int(spare.total_seconds() // 60)


def sitting_open(session: Session, meeting_id: UUID) -> Sitting | None:
    """Return the sitting that a meeting is in."""
    return session.scalars(
        select(Sitting).where(Sitting.meeting_id == meeting_id, Sitting.closed_at.is_(None)).limit(1)
    ).first()


def last_sitting(session: Session, meeting_id: UUID) -> Sitting | None:
    """Return the latest sitting of a meeting."""
    wanted = select(Sitting).where(Sitting.meeting_id == meeting_id).order_by(Sitting.opened_at.desc(), Sitting.id)
    return session.scalars(wanted.limit(1)).first()


def is_adjourned(session: Session, meeting_id: UUID) -> bool:
    """Return whether a meeting sat before and can be reconvened."""
    return _is_adjourned(session, last_sitting(session, meeting_id))


def _is_adjourned(session: Session, last: Sitting | None) -> bool:
    if last is None or last.closed_at is None:
        return False
    return session.get_one(Meeting, last.meeting_id).status is _HELD


def meeting_in_session(session: Session) -> UUID | None:
    """Return a meeting of this file that is in session, the latest first."""
    wanted = select(Sitting.meeting_id).where(Sitting.closed_at.is_(None)).order_by(Sitting.opened_at.desc())
    return session.scalars(wanted.limit(1)).first()


def takings_of(session: Session, meeting_id: UUID) -> Sequence[Taking]:
    """Return when which item was taken, in this order."""
    wanted = select(Taking).where(Taking.meeting_id == meeting_id).order_by(Taking.position, Taking.id)
    return session.scalars(wanted).all()


def taking_open(session: Session, meeting_id: UUID) -> Taking | None:
    """Return the time that runs now."""
    wanted = select(Taking).where(Taking.meeting_id == meeting_id, Taking.ended.is_(None))
    return session.scalars(wanted.order_by(Taking.position.desc()).limit(1)).first()


def last_taking(session: Session, meeting_id: UUID) -> Taking | None:
    """Return the last time in which an item was taken."""
    wanted = select(Taking).where(Taking.meeting_id == meeting_id).order_by(Taking.position.desc(), Taking.id.desc())
    return session.scalars(wanted.limit(1)).first()


def moment_at(session: Session, meeting_id: UUID, item_id: UUID | None, now: datetime | None = None) -> Moment:
    """Return the moment that a question about an item is of: the present one while the item is being taken.

    Args:
        session: of the unit of work.
        meeting_id: the meeting.
        item_id: the item; None for the whole meeting.
        now: the present moment, local; without it nobody has left who is said to leave by the clock alone.
    """
    sitting, takings = sitting_open(session, meeting_id), takings_of(session, meeting_id)
    current = next((one.item_id for one in reversed(takings) if one.ended is None), None)
    if sitting is None or item_id is None or current != item_id:
        return Moment(item_id=item_id)
    at = None if now is None else now.time()
    return Moment(item_id=item_id, day_id=sitting.day_id, at=at, taken=frozenset(one.item_id for one in takings))


def running_of(session: Session, meeting_id: UUID) -> RunningView:
    """Return how a meeting runs."""
    return running_in(session, meeting_id, places_of(session, meeting_id))


def running_in(session: Session, meeting_id: UUID, items: Sequence[ItemPlace]) -> RunningView:
    """Return what `running_of` does, of an agenda that was read before."""
    wanted = select(Sitting).where(Sitting.meeting_id == meeting_id).order_by(Sitting.opened_at, Sitting.id.desc())
    sittings = session.scalars(wanted).all()
    sitting = sittings[-1] if sittings else None
    in_session = sitting is not None and sitting.closed_at is None
    takings = takings_of(session, meeting_id)
    more = given_more(takings)
    current = next((one.item_id for one in reversed(takings) if one.ended is None), None) if in_session else None
    return RunningView(
        in_session=in_session,
        adjourned=_is_adjourned(session, sitting),
        day_id=sitting.day_id if sitting is not None else None,
        opened_at=sittings[0].opened_at if sittings else None,
        rested=_rested(sittings),
        current=current,
        takings=tuple(TakingView(id=one.id, item_id=one.item_id, began=one.began, ended=one.ended) for one in takings),
        used=used(takings),
        planned={
            item.id: None
            if item.minutes_planned is None and item.id not in more
            else (item.minutes_planned or 0) + more.get(item.id, 0)
            for item in items
        },
        planned_in_all=planned_in_all(items),
        to_come=minutes_to_come(items, more, current),
    )


def _rested(sittings: Sequence[Sitting]) -> timedelta:
    breaks = (later.opened_at - one.closed_at for one, later in pairwise(sittings) if one.closed_at is not None)
    return sum((max(one, timedelta()) for one in breaks), timedelta())
