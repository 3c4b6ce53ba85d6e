"""Who may vote at a moment, and why the others may not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardroom.domain.attendance import Attendance
from boardroom.domain.board import Membership, Seat
from boardroom.domain.presence import IN_THE_ROOM, WHOLE_MEETING, Moment, has_vote, in_force
from boardroom.domain.record import BoardAtMeeting, MeetingRecord
from boardroom.domain.room import FilledSeat, Room, Standing, room_of
from boardroom.domain.tally import Members
from boardroom.domain.words import Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """Somebody who came, and whether they may vote; a proxy is a voter of its own, for the absent member.

    `reason` is empty for those who may vote, else a sentence. `proxy_for` is the absent member's name.
    """

    line: Attendance
    seat: Seat | None
    may: bool
    reason: str = ""
    proxy_for: str = ""


def may_vote(
    source: MeetingRecord | Room,
    board: BoardAtMeeting,
    moment: Moment = WHOLE_MEETING,
    *,
    memberships: Sequence[Membership] = (),
) -> list[Voter]:
    """Return everybody who came, each with whether they may vote on an item and, if not, why.

    A vote goes with a seat that has one, to its holder whose membership is in force that day, who is
    in the room for the item and has no interest in it (but for a dispensation); to a deputy while the
    holder is away; and, for an absent member, to the sitting member who holds their proxy. A proxy that
    the secretary records is taken as allowed: councils know none, other boards' terms may.
    Source: product M2, M3; Localism Act 2011 ss.31(4), 33; LGA 1972 Sch 12 para 39 (present and voting).
    """
    room = room_of(source)
    memberships = memberships or board.memberships
    on = room.held_on(moment)
    filled = room.filled_seats(board, moment, memberships=memberships)
    seats = {seat.id: seat for seat in board.seats}
    voters = []
    for line in room.record.attendances:
        if line.status not in IN_THE_ROOM:
            continue
        seat = seats.get(room.seat_of(line) or line.id)
        if line.proxy:
            reason = _why_no_proxy(room, line, moment, seat, filled)
        else:
            reason = (
                _why_no_part(room, line, moment)
                or _why_not_the_seat(line, seat, filled)
                or _why_no_member(line, seat, memberships, on)
            )
        voters.append(
            Voter(
                line=line,
                seat=seat,
                may=not reason,
                reason=reason,
                proxy_for=line.deputy_for if line.proxy else "",
            )
        )
    return voters


def members_at(
    source: MeetingRecord | Room, moment: Moment = WHOLE_MEETING, *, memberships: Sequence[Membership] = ()
) -> Members:
    """Return how many have a vote on an item: those here who may vote, and all seats filled with a vote.

    Where no line of the attendance sits in a seat, as in records of past meetings, those present are
    counted as they stand, numbers of people too; "several" makes the number not known. A tally can be
    checked against that, a quorum can't. Source: domain-facts, "attendance is often a count".
    """
    room = room_of(source)
    record = room.record
    boards = [board for board in record.boards if board.seats]
    if boards and any(line.seat_id is not None for line in record.attendances):
        voters = [one for board in boards for one in may_vote(room, board, moment, memberships=memberships)]
        return Members(
            present=sum(voter.may for voter in voters),
            entitled=sum(seat.voting and seat.id in board.filled_seat_ids for board in boards for seat in board.seats),
        )
    counts = [
        line.headcount if line.counted else 1
        for line in record.attendances
        if line.status in (Presence.PRESENT, Presence.SUBSTITUTE)
        and line.voting is not False
        and room.is_here(line, moment)
        and not room.is_recused(line, moment)
    ]
    known = [count for count in counts if count is not None]
    return Members(present=sum(known) if counts and len(known) == len(counts) else None)


def _why_no_part(room: Room, line: Attendance, moment: Moment) -> str:
    if line.counted:
        return "The line is a number of people, not a person."
    if not room.is_here(line, moment):
        return "Not in the room."
    return "Takes no part because of a declared interest." if room.is_recused(line, moment) else ""


def _why_not_the_seat(line: Attendance, seat: Seat | None, filled: Sequence[FilledSeat]) -> str:
    if seat is None:
        return "Sits in no seat of the board."
    fills = next((one for one in filled if one.seat.id == seat.id), None)
    if fills is None:
        elsewhere = any(one.line.person_id == line.person_id for one in filled if line.person_id is not None)
        return "Already votes in another seat." if elsewhere else "The seat's holder is here and takes no part."
    if fills.line is line:
        return "" if fills.voting else "Has no vote."
    if fills.standing is Standing.HOLDER and line.status is Presence.SUBSTITUTE:
        return "Stands in for a member who is here."
    return f"{fills.line.name or 'Another person'} votes in this seat."


def _why_no_member(line: Attendance, seat: Seat | None, memberships: Iterable[Membership], on: date | None) -> str:
    """Say that a holder's membership is not in force; where the file knows none of the seat, trust the record."""
    if seat is None or line.status is Presence.SUBSTITUTE or line.person_id is None:
        return ""
    if not in_force(seat, on):
        return "The seat did not exist on that day."
    of_seat = [row for row in memberships if row.seat_id == seat.id]
    if of_seat and not any(row.person_id == line.person_id and in_force(row, on) for row in of_seat):
        return "Was not a member on that day."
    return ""


def _why_no_proxy(room: Room, line: Attendance, moment: Moment, seat: Seat | None, filled: Sequence[FilledSeat]) -> str:
    if seat is None:
        return "It is not known for which seat the proxy is."
    if any(one.seat.id == seat.id for one in filled):
        return "The member whose proxy this is, or a deputy, is here."
    absent = next((one for one in room.record.attendances if _is_absent_member(room, one, line, seat)), None)
    if absent is not None and room.is_recused(absent, moment):
        return "The member whose proxy this is has declared an interest."
    sits = [one for one in filled if _same_person(one.line, line)]
    if not sits:
        return "A proxy must be a sitting member who is here and takes part."
    return "" if has_vote(seat, absent or line) else "The seat has no vote."


def _is_absent_member(room: Room, one: Attendance, proxy: Attendance, seat: Seat) -> bool:
    return one is not proxy and one.status is not Presence.SUBSTITUTE and room.seat_of(one) == seat.id


def _same_person(one: Attendance, other: Attendance) -> bool:
    if one.person_id is not None and other.person_id is not None:
        return one.person_id == other.person_id
    return bool(one.name) and one.name.casefold() == other.name.casefold()
