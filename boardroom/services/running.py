"""Running a meeting: start, take an item, put it off, adjourn, reconvene, close. Times are stamped by themselves.

Each function is given the present moment as local time; the caller has a clock, the rules have none.
"""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Seat
from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.refusal import Refusal
from boardroom.domain.running import Heard, Sitting, Taking
from boardroom.domain.text import clean_line
from boardroom.domain.time_used import next_to_take
from boardroom.domain.words import ItemKind, ItemState, MeetingStatus, Presence, SeatRole, Sector
from boardroom.services.agenda import defer_item, take_item, withdraw_item
from boardroom.services.at_the_door import let_recused_leave, let_recused_return
from boardroom.services.attendance import expect_members
from boardroom.services.meetings import reconvene as another_day
from boardroom.services.planning import draft_minutes
from boardroom.services.presiding import let_preside
from boardroom.services.standing_rows import item_standing, meeting_standing, standing
from boardroom.store.queries import round_table
from boardroom.store.queries import running as find
from boardroom.store.queries.agenda import days_of, places_of
from boardroom.store.queries.attendance import lines_of, presidings_of
from boardroom.store.queries.hanging import next_place

_MOST_MINUTES = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A meeting that has been started, and the item that is taken first."""

    sitting: Sitting
    item_id: UUID | None


def start_meeting(session: Session, meeting_id: UUID, now: datetime, *, change_day: bool = False) -> Started:
    """Start a planned meeting: stamp its beginning, list its members, let the chair preside, take the first item.

    Args:
        session: of the unit of work.
        meeting_id: the meeting.
        now: the present moment, local.
        change_day: whether a meeting that was planned for another day is held today after all.

    Raises:
        Refusal: it is in session, was held or called off, is planned for another day, or is gone.
    """
    meeting = meeting_standing(session, meeting_id)
    if find.sitting_open(session, meeting_id) is not None:
        message = "The meeting is in session already."
        raise Refusal(message)
    if meeting.status is not MeetingStatus.PLANNED:
        message = f"This meeting is “{meeting.status or 'not stated'}”; only a planned one is started."
        raise Refusal(message)
    day = _first_day(session, meeting)
    if day.held_on is not None and day.held_on != now.date() and not change_day:
        message = f"The meeting is planned for {day.held_on:%A} {day.held_on.day} {day.held_on:%B %Y}, not for today."
        raise Refusal(message)
    day.held_on, day.starts, day.ends = now.date(), _minute(now), None
    meeting.status = MeetingStatus.HELD
    if not lines_of(session, meeting_id):
        expect_members(session, meeting_id)
    _let_chair_preside(session, meeting_id)
    sitting = _sit(session, meeting_id, day, now)
    return Started(sitting=sitting, item_id=_take_next(session, sitting, now))


def take(session: Session, item_id: UUID, now: datetime) -> Taking:
    """Take an item; the one that was being taken is over, and one taken out of order says after which.

    Raises:
        Refusal: the meeting isn't in session, the item is being taken, was deferred or withdrawn, or is gone.
    """
    item = item_standing(session, item_id)
    sitting = _in_session(session, item.meeting_id)
    if item.kind is ItemKind.HEADING:
        message = f"“{item.title}” is a heading; take the items under it."
        raise Refusal(message)
    before = find.taking_open(session, item.meeting_id)
    if before is not None and before.item_id == item_id:
        message = f"“{item.title}” is being taken."
        raise Refusal(message)
    _say_out_of_order(session, item, before)
    _end_taking(session, before, now)
    if item.state in {ItemState.DEFERRED, ItemState.WITHDRAWN}:
        message = f"“{item.title}” was {item.state}; open it again first."
        raise Refusal(message)
    item.state = ItemState.OPEN
    return _begin(session, sitting, item_id, now)


def take_next(session: Session, meeting_id: UUID, now: datetime) -> UUID | None:
    """Be done with the present item and take the next; None where none is left, and then the present one is over.

    Raises:
        Refusal: the meeting isn't in session, or no item is left.
    """
    sitting = _in_session(session, meeting_id)
    if find.taking_open(session, meeting_id) is None and _next(session, meeting_id, None) is None:
        message = "Every item has been taken, deferred or withdrawn; the meeting can be closed."
        raise Refusal(message)
    return _take_next(session, sitting, now)


def defer_to(session: Session, item_id: UUID, to: str, now: datetime, *, to_id: UUID | None = None) -> AgendaItem:
    """Defer an item to a named meeting, also while it is being taken; it is over for this one.

    Raises:
        Refusal: no meeting is named, or the item is gone.
    """
    item = defer_item(session, item_id, to)
    item.deferred_to_id = to_id
    _leave(session, item, now)
    return item


def withdraw(session: Session, item_id: UUID, now: datetime) -> AgendaItem:
    """Withdraw an item, also while it is being taken.

    Raises:
        Refusal: the item is gone.
    """
    item = withdraw_item(session, item_id)
    _leave(session, item, now)
    return item


def give_more_time(session: Session, meeting_id: UUID, minutes: int) -> Taking:
    """Give the item that is being taken more minutes than planned.

    Raises:
        Refusal: no item is being taken, or no meeting takes so many minutes.
    """
    taking = find.taking_open(session, meeting_id)
    if taking is None:
        message = "No item is being taken."
        raise Refusal(message)
    if not 0 < minutes <= _MOST_MINUTES:
        message = f"An item can be given 1 to {_MOST_MINUTES} more minutes."
        raise Refusal(message)
    taking.minutes_more += minutes
    return taking


def adjourn(session: Session, meeting_id: UUID, now: datetime, *, because: str = "") -> MeetingDay:
    """Adjourn a meeting that is in session; the item that is being taken stays open.

    Raises:
        Refusal: the meeting isn't in session.
    """
    sitting = _in_session(session, meeting_id)
    _stop(session, find.taking_open(session, meeting_id), now)
    day = _rise(session, sitting, now)
    day.adjourned_because = clean_line(because)
    return day


def reconvene(session: Session, meeting_id: UUID, now: datetime) -> Started:
    """Go on with an adjourned meeting, at the item at which it was adjourned.

    Raises:
        Refusal: the meeting is in session, was not adjourned here, or its minutes are confirmed.
    """
    meeting = meeting_standing(session, meeting_id)
    last = find.last_sitting(session, meeting_id)
    if last is None or last.closed_at is None or meeting.status is not MeetingStatus.HELD:
        message = "Only a meeting that was adjourned can be reconvened."
        raise Refusal(message)
    before = find.last_taking(session, meeting_id)
    waiting = [one for one in days_of(session, meeting_id) if one.position > _position(session, last)]
    if waiting:
        day = waiting[0]
        day.held_on, day.starts = now.date(), _minute(now)
    else:
        was = standing(session, MeetingDay, last.day_id, "That day of the meeting").adjourned_because
        day = another_day(session, meeting_id, now.date(), starts=_minute(now), because=was)
        session.flush()
    sitting = _sit(session, meeting_id, day, now)
    item = session.get(AgendaItem, before.item_id) if before is not None else None
    if item is None or item.state is not ItemState.OPEN:
        return Started(sitting=sitting, item_id=_take_next(session, sitting, now))
    _begin(session, sitting, item.id, now)
    return Started(sitting=sitting, item_id=item.id)


def close_meeting(session: Session, meeting_id: UUID, now: datetime) -> Meeting:
    """Close a meeting that is in session: stamp its end, and have its minutes drafted and numbered.

    Raises:
        Refusal: the meeting isn't in session.
    """
    sitting = _in_session(session, meeting_id)
    # Nobody comes back into a room that is being left.
    _end_taking(session, find.taking_open(session, meeting_id), now, back=False)
    _rise(session, sitting, now)
    session.flush()
    return draft_minutes(session, meeting_id)


def mark_heard(session: Session, item_id: UUID, sector: Sector, now: datetime) -> bool:
    """Say that a sector was heard on an item, or take that back; returns whether it is heard now.

    Raises:
        Refusal: the sector isn't known, a point or a proposal says so already, or the item is gone.
    """
    item = item_standing(session, item_id)
    if sector is Sector.UNKNOWN:
        message = "Say which sector was heard."
        raise Refusal(message)
    known = round_table.heard_at(session, item_id, sector)
    if not known and round_table.has_spoken(session, item_id, sector):
        message = "A point or a proposal on this item says already that the sector was heard."
        raise Refusal(message)
    for one in known:
        session.delete(one)
    if not known:
        session.add(Heard(meeting_id=item.meeting_id, item_id=item_id, sector=sector, at=_second(now)))
    return not known


def _let_chair_preside(session: Session, meeting_id: UUID) -> None:
    """Let the chair preside from the opening, or the vice-chair where the chair sent apologies; it can be changed."""
    if presidings_of(session, meeting_id):
        return
    session.flush()
    lines = [line for line in lines_of(session, meeting_id) if line.seat_id and line.status is not Presence.APOLOGIES]
    seats = {line.id: session.get_one(Seat, line.seat_id) for line in lines if line.seat_id is not None}
    for role in (SeatRole.CHAIR, SeatRole.VICE_CHAIR):
        line = next((one for one in lines if seats[one.id].role is role and one.name), None)
        if line is not None:
            let_preside(session, meeting_id, line.name)
            return


def _first_day(session: Session, meeting: Meeting) -> MeetingDay:
    days = days_of(session, meeting.id)
    if days:
        return days[0]
    day = MeetingDay(meeting_id=meeting.id)
    session.add(day)
    return day


def _sit(session: Session, meeting_id: UUID, day: MeetingDay, now: datetime) -> Sitting:
    sitting = Sitting(meeting_id=meeting_id, day_id=day.id, opened_at=now)
    session.add(sitting)
    session.flush()
    return sitting


def _rise(session: Session, sitting: Sitting, now: datetime) -> MeetingDay:
    day = standing(session, MeetingDay, sitting.day_id, "That day of the meeting")
    sitting.closed_at, day.ends = now, _minute(now)
    return day


def _position(session: Session, sitting: Sitting) -> int:
    return standing(session, MeetingDay, sitting.day_id, "That day of the meeting").position


def _in_session(session: Session, meeting_id: UUID) -> Sitting:
    sitting = find.sitting_open(session, meeting_id)
    if sitting is None:
        message = "The meeting isn't in session; start it first."
        raise Refusal(message)
    return sitting


def _next(session: Session, meeting_id: UUID, current: UUID | None) -> UUID | None:
    found = next_to_take(places_of(session, meeting_id), current)
    return None if found is None else found.id


def _take_next(session: Session, sitting: Sitting, now: datetime) -> UUID | None:
    before = find.taking_open(session, sitting.meeting_id)
    item_id = _next(session, sitting.meeting_id, before.item_id if before is not None else None)
    _end_taking(session, before, now)
    if item_id is not None:
        _begin(session, sitting, item_id, now)
    return item_id


def _begin(session: Session, sitting: Sitting, item_id: UUID, now: datetime) -> Taking:
    taking = Taking(
        meeting_id=sitting.meeting_id,
        item_id=item_id,
        day_id=sitting.day_id,
        position=next_place(session, Taking, "meeting_id", sitting.meeting_id),
        began=_second(now),
    )
    session.add(taking)
    let_recused_leave(session, item_standing(session, item_id), now)
    return taking


def _end_taking(session: Session, taking: Taking | None, now: datetime, *, back: bool = True) -> None:
    item = _stop(session, taking, now, back=back)
    if item is not None and item.state is ItemState.OPEN:
        take_item(session, item.id)


def _stop(session: Session, taking: Taking | None, now: datetime, *, back: bool = True) -> AgendaItem | None:
    if taking is None:
        return None
    taking.ended = _second(now)
    item = item_standing(session, taking.item_id)
    if back:
        let_recused_return(session, item, now)
    return item


def _leave(session: Session, item: AgendaItem, now: datetime) -> None:
    taking = find.taking_open(session, item.meeting_id)
    if taking is not None and taking.item_id == item.id:
        _stop(session, taking, now)


def _say_out_of_order(session: Session, item: AgendaItem, before: Taking | None) -> None:
    """Note after which item one is taken that isn't the next: the minutes follow that order."""
    if before is None or item.taken_after or item.state is ItemState.TAKEN:
        return
    expected = _next(session, item.meeting_id, before.item_id)
    was = session.get(AgendaItem, before.item_id)
    if was is not None and was.number and expected is not None and expected != item.id:
        item.taken_after = was.number


def _minute(now: datetime) -> time:
    return now.time().replace(second=0, microsecond=0)


def _second(now: datetime) -> time:
    return now.time().replace(microsecond=0)
