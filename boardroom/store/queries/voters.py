"""Who may vote on an item, and who of the members may not, as a named vote lists them."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance
from boardroom.domain.presence import Moment
from boardroom.domain.room import Room
from boardroom.domain.voting import may_vote
from boardroom.domain.words import Presence, Sector
from boardroom.store.queries.agenda import first_day
from boardroom.store.queries.boards_at import terms_at
from boardroom.store.queries.minute_numbers import host_of
from boardroom.store.queries.names import people_called
from boardroom.store.queries.room import room_at
from boardroom.store.queries.running import moment_at

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoterView:
    """One member in a named vote; `recused` and `absent` members have no vote, and stand there to be seen."""

    attendance_id: UUID
    name: str
    sector: Sector
    may: bool
    recused: bool
    absent: bool
    remote: bool
    proxy_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteTerms:
    """What the terms of reference ask of a vote: the part that is needed (None: more for than against), casting."""

    majority: Fraction | None = None
    casting_vote: bool = True


def vote_terms_at(session: Session, meeting_id: UUID) -> VoteTerms:
    """Return what the terms of a meeting's host ask of a vote on its day."""
    host, day = host_of(session, meeting_id), first_day(session, meeting_id)
    terms = None if host is None else terms_at(session, host.id, day)
    if terms is None:
        return VoteTerms()
    part = Fraction(terms.majority_numerator, terms.majority_denominator)
    return VoteTerms(majority=None if part == _HALF else part, casting_vote=terms.casting_vote)


def voters_at(session: Session, meeting_id: UUID, item_id: UUID, now: datetime | None = None) -> tuple[VoterView, ...]:
    """Return the members in the order of the attendance, sector by sector.

    Where no line of the attendance sits in a seat, everybody present who isn't said to be without a vote is one.

    Args:
        session: of the reading.
        meeting_id: the meeting.
        item_id: the item that is voted on.
        now: as for `moment_at`.
    """
    room = room_at(session, meeting_id)
    record, moment = room.record, moment_at(session, meeting_id, item_id, now)
    people = people_called(session, (line.person_id for line in record.attendances))
    seated = any(line.seat_id is not None for line in record.attendances)
    boards = [board for board in record.boards if board.seats] if seated else []
    voting_seats = {seat.id for board in boards for seat in board.seats if seat.voting}
    allowed = {
        voter.line.id: voter.proxy_for for board in boards for voter in may_vote(room, board, moment) if voter.may
    }
    if not boards:
        allowed = {line.id: "" for line in record.attendances if _present(room, line, moment)}
    found = [
        VoterView(
            attendance_id=line.id,
            name=line.name or (people.get(line.person_id, "") if line.person_id else "") or line.role,
            sector=line.sector or Sector.UNKNOWN,
            may=line.id in allowed,
            recused=room.is_recused(line, moment),
            absent=not room.is_here(line, moment),
            remote=bool(line.remote),
            proxy_for=allowed.get(line.id, ""),
        )
        for line in record.attendances
        # A proxy that fell is nobody's second line.
        if line.id in allowed or (not line.counted and not line.proxy and room.seat_of(line) in voting_seats)
    ]
    order = list(dict.fromkeys(one.sector for one in found))
    return tuple(sorted(found, key=lambda one: order.index(one.sector)))


def _present(room: Room, line: Attendance, moment: Moment) -> bool:
    return (
        line.status in {Presence.PRESENT, Presence.SUBSTITUTE}
        and not line.counted
        and line.voting is not False
        and room.is_here(line, moment)
        and not room.is_recused(line, moment)
    )
