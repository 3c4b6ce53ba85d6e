"""What the chair's window shows: the agenda with ticks, quorum, who was not heard, and what must be said next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.presence import IN_THE_ROOM, Moment
from boardroom.domain.quorum import Quorum
from boardroom.domain.room import Room
from boardroom.domain.said_next import ChairFacts, ItemFacts
from boardroom.domain.time_used import next_to_take
from boardroom.domain.warned import StrandWarning, Waiting
from boardroom.domain.words import ItemState, Presence, Sector
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.attendance_page import QuorumView, attendance_in
from boardroom.store.queries.meeting_page import HeadView, head_of
from boardroom.store.queries.names import people_called
from boardroom.store.queries.readiness import readiness_of
from boardroom.store.queries.room import room_at
from boardroom.store.queries.round_table import Hearing, round_among
from boardroom.store.queries.running import RunningView, moment_at, running_in
from boardroom.store.queries.warned import strand_warnings, waiting_too_long


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """An item as the chair's agenda lists it; `depth` is 1 under another one."""

    id: UUID
    number: str
    title: str
    depth: int
    state: ItemState
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairView:
    """What the chair sees."""

    head: HeadView
    running: RunningView
    agenda: tuple[AgendaLine, ...]
    quorums: tuple[QuorumView, ...]
    not_heard: tuple[Sector, ...]
    facts: ChairFacts


def chair_of(session: Session, meeting_id: UUID, now: datetime | None = None) -> ChairView:
    """Return what the chair's window shows of a meeting.

    Args:
        session: of the reading.
        meeting_id: the meeting.
        now: as for `moment_at`.

    Raises:
        Refusal: the meeting is gone, or the table of bank holidays can't be read.
    """
    head, room = head_of(session, meeting_id), room_at(session, meeting_id)
    items = items_of(session, meeting_id)
    running = running_in(session, meeting_id, items)
    known = {one.id: one for one in items}
    current = running.current
    item = known.get(current) if current is not None else None
    coming = next_to_take(items, current)
    moment = moment_at(session, meeting_id, current, now)
    there = attendance_in(session, room, moment)
    called = people_called(session, (line.person_id for line in room.record.attendances if not line.name))
    quorum = _least([one.quorum for one in there.quorums])
    before = [one.item_id for one in running.takings if one.item_id != current]
    is_first = current is not None and not before
    heard = round_among(session, current, there) if current is not None else ()
    warned = _warned(session, head)
    on_agenda = {_strand_of(one, known) for one in items}
    return ChairView(
        head=head,
        running=running,
        agenda=tuple(_line(one, known) for one in items),
        quorums=there.quorums,
        not_heard=tuple(one.sector for one in heard if one.hearing is Hearing.NOT_HEARD),
        facts=ChairFacts(
            item=_facts(item, room, known, called, warned),
            coming=_facts(coming, room, known, called, warned),
            is_first=is_first,
            public_is_out=bool(before) and _is_secret(known.get(before[-1]), known),
            quorate=quorum.quorate if quorum is not None else None,
            counted=quorum.counted if quorum is not None else 0,
            needed=quorum.needed if quorum is not None else None,
            lacking=quorum.unmet if quorum is not None else (),
            apologies=tuple(one.name or one.role for one in there.lines if one.status is Presence.APOLOGIES),
            clear_days=_short_notice(session, head) if is_first else None,
            elsewhere=tuple(one for strand_id, one in warned.items() if strand_id not in on_agenda),
            waiting=_waiting(session, head) if is_first else (),
        ),
    )


def _line(item: AgendaItem, known: Mapping[UUID, AgendaItem]) -> AgendaLine:
    return AgendaLine(
        id=item.id,
        number=item.number,
        title=item.title or item.public_title,
        depth=0 if item.parent_id is None else 1,
        state=item.state,
        restricted=_is_secret(item, known),
    )


def _facts(
    item: AgendaItem | None,
    room: Room,
    known: Mapping[UUID, AgendaItem],
    called: Mapping[UUID, str],
    warned: Mapping[UUID | None, StrandWarning],
) -> ItemFacts | None:
    if item is None:
        return None
    moment = Moment(item_id=item.id)
    # A stay ends where somebody leaves for the item; whoever came to the meeting is told.
    recused = [
        line.name or (called.get(line.person_id, "") if line.person_id is not None else "") or line.role
        for line in room.record.attendances
        if line.status in IN_THE_ROOM and room.is_recused(line, moment)
    ]
    kept = _kept_by(item, known)
    return ItemFacts(
        title=item.title or item.public_title,
        restricted=kept is not None,
        restriction=kept.restriction if kept is not None else None,
        ground=kept.ground if kept is not None else "",
        reason=kept.restriction_reason if kept is not None else "",
        late=bool(item.late_reason) or item.urgent,
        late_reason=item.late_reason,
        recused=tuple(dict.fromkeys(filter(None, recused))),
        warned=warned.get(_strand_of(item, known)),
    )


def _warned(session: Session, head: HeadView) -> dict[UUID | None, StrandWarning]:
    """Return the strands with sectors never involved, on the day of the meeting, of all boards that meet."""
    if head.held_on is None:
        return {}
    boards = (board_id for board_id, *_ in head.boards)
    return {one.strand_id: one for board_id in boards for one in strand_warnings(session, board_id, head.held_on)}


def _waiting(session: Session, head: HeadView) -> tuple[Waiting, ...]:
    if head.held_on is None:
        return ()
    found = ((name, waiting_too_long(session, board_id, head.held_on)) for board_id, name in head.boards)
    return tuple(replace(wait, board=name if len(head.boards) > 1 else "") for name, wait in found if wait is not None)


def _strand_of(item: AgendaItem, known: Mapping[UUID, AgendaItem]) -> UUID | None:
    """Return the strand that an item is on: its own, or that of the one that it stands under."""
    at: AgendaItem | None = item
    seen = set[UUID]()
    while at is not None and at.strand_id is None and at.id not in seen:
        seen.add(at.id)
        at = known.get(at.parent_id) if at.parent_id is not None else None
    return at.strand_id if at is not None else None


def _kept_by(item: AgendaItem, known: Mapping[UUID, AgendaItem]) -> AgendaItem | None:
    """Return the item because of which the public stays out of this one: itself, or one that it stands under."""
    at: AgendaItem | None = item
    found, seen = None, set[UUID]()
    while at is not None and at.id not in seen:
        seen.add(at.id)
        if at.restricted and (found is None or not (found.ground or found.restriction)):
            found = at
        at = known.get(at.parent_id) if at.parent_id is not None else None
    return found


def _is_secret(item: AgendaItem | None, known: Mapping[UUID, AgendaItem]) -> bool:
    return item is not None and _kept_by(item, known) is not None


def _least(quorums: Sequence[Quorum]) -> Quorum | None:
    """Return how the board stands that has no quorum, of which it is not known, or else the first of all."""
    return min(quorums, key=lambda one: (False, None, True).index(one.quorate), default=None)


def _short_notice(session: Session, head: HeadView) -> tuple[int, int] | None:
    if head.held_on is None or not head.boards:
        return None
    notice = readiness_of(
        session,
        head.id,
        head.boards[0][0],
        held_on=head.held_on,
        notice_given_on=head.notice_given_on,
        today=head.held_on,
    ).notice
    if not notice.late or notice.given_clear_days is None or notice.days is None:
        return None
    return notice.given_clear_days, notice.days
