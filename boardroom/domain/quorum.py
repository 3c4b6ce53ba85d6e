"""Whether a board has a quorum at a moment, and what is missing where it has none."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from boardroom.domain.attendance import Attendance
from boardroom.domain.board import Membership, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.presence import WHOLE_MEETING, Moment
from boardroom.domain.record import BoardAtMeeting, MeetingRecord
from boardroom.domain.room import FilledSeat, Room, Standing, room_of
from boardroom.domain.words import Presence, QuorumBase, Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """How a board stands against its quorum at a moment.

    `quorate` is None where the terms or the record don't allow an answer; `warnings` then say why.
    `counted` and `needed` are people with a vote, `sectors` and `sectors_needed` different sectors
    among them; a None is not asked for. `unmet` says what is missing, one phrase for each form.
    """

    quorate: bool | None
    counted: int
    needed: int | None
    sectors: frozenset[Sector]
    sectors_needed: int | None
    unmet: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def short(self) -> int:
        """How many people with a vote are missing."""
        return max(0, (self.needed or 0) - self.counted)

    @property
    def words(self) -> str:
        """One line for the screen: `Quorate (6 of 5)`, `Not quorate: 2 short`, `Quorum not known`."""
        match self.quorate:
            case None:
                return "Quorum not known"
            case True:
                return "Quorate" if self.needed is None else f"Quorate ({self.counted} of {self.needed})"
            case _:
                return f"Not quorate: {'; '.join(self.unmet)}"


def least_present(terms: TermsOfReference, *, all_seats: int, filled: int) -> int | None:
    """Return how many voting members the terms ask for; None where they ask for no number.

    The number and the fraction must both be met, so the greater one counts; a part of a person is one
    more person. Source: product S3; domain-facts, "quorum a quarter" (LGA 1972 Sch 12 para 6).
    """
    asked = []
    if terms.quorum_number is not None:
        asked.append(terms.quorum_number)
    if terms.quorum_numerator is not None and terms.quorum_denominator:
        base = all_seats if terms.quorum_base is QuorumBase.ALL_SEATS else filled
        asked.append(ceil(base * Fraction(terms.quorum_numerator, terms.quorum_denominator)))
    if terms.quorum_floor is not None:
        asked.append(terms.quorum_floor)
    return max(asked, default=None)


def meets(filled: FilledSeat, need: QuorumNeed) -> bool:
    """Whether somebody in a seat answers a named need.

    A role is the seat's name, its capacity ("chair") or the role printed for the person who holds it;
    a role that the terms name need not have a vote, a sector's people must. A deputy answers for the
    seat. Source: data, edge case "quorum includes named roles".
    """
    if need.role:
        roles = {filled.seat.name.casefold(), filled.seat.role.value}
        if filled.standing is Standing.HOLDER:
            roles.add(filled.line.role.casefold())
        if need.role.casefold() not in roles:
            return False
    elif not filled.voting:
        return False
    return need.sector is None or filled.sector is need.sector


def quorum(
    terms: TermsOfReference | None,
    needs: Sequence[QuorumNeed],
    filled: Sequence[FilledSeat],
    *,
    all_seats: int,
    filled_on_the_day: int,
) -> Quorum:
    """Return how the seats that are filled in the room meet the terms; every form that is set must be met.

    Args:
        terms: the terms in force; None where the board has none.
        needs: roles and sectors that the terms name.
        filled: seats with somebody in the room, recused people left out.
        all_seats: voting seats of the board.
        filled_on_the_day: voting seats that have a holder.

    Source: product S3; glossary, "Quorum" and "Quorate".
    """
    voters = [one for one in filled if one.voting]
    sectors = frozenset(one.sector for one in voters) - {Sector.UNKNOWN}
    needed = None if terms is None else least_present(terms, all_seats=all_seats, filled=filled_on_the_day)
    sectors_needed = None if terms is None else terms.quorum_sectors
    unmet = []
    if needed is not None and len(voters) < needed:
        unmet.append(f"{needed - len(voters)} short")
    if sectors_needed is not None and len(sectors) < sectors_needed:
        missing = sectors_needed - len(sectors)
        unmet.append(f"{missing} more {'sector' if missing == 1 else 'sectors'} needed")
    for need in needs:
        missing = need.least - sum(meets(one, need) for one in filled)
        if missing > 0:
            unmet.append(_need_words(need, missing))
    asks = needed is not None or sectors_needed is not None or bool(needs)
    return Quorum(
        quorate=not unmet if asks else None,
        counted=len(voters),
        needed=needed,
        sectors=sectors,
        sectors_needed=sectors_needed,
        unmet=tuple(unmet),
        warnings=() if asks else ("The terms of reference do not say what the quorum is.",),
    )


def _need_words(need: QuorumNeed, missing: int) -> str:
    who = need.role or "member"
    if need.sector is not None:
        who += f" ({need.sector})"
    return f"{missing} more needed: {who}" if need.least > 1 else f"missing: {who}"


def quorum_at(
    source: MeetingRecord | Room,
    board: BoardAtMeeting,
    moment: Moment = WHOLE_MEETING,
    *,
    memberships: Sequence[Membership] = (),
) -> Quorum:
    """Return how one board of a meeting stands against its quorum for an item or at a time.

    Recused people leave the count for the item, deputies count for their seat, a proxy adds nobody. A
    number of people ("60 councillors") never makes a quorum: it is told as a warning. A board without
    seats is counted by its named members. Each board of a joint meeting is asked by itself.
    Source: glossary, "Quorum", "Quorate", "Proxy".
    """
    room = room_of(source)
    if board.seats:
        filled = room.filled_seats(board, moment, memberships=memberships or board.memberships)
    else:
        filled = _members_without_seats(room, moment)
    voting = [seat for seat in board.seats if seat.voting]
    found = quorum(
        board.terms,
        board.needs,
        filled,
        all_seats=len(voting),
        filled_on_the_day=sum(seat.id in board.filled_seat_ids for seat in voting),
    )
    warnings, quorate = list(found.warnings), found.quorate
    terms = board.terms
    if not board.seats and terms is not None and terms.quorum_numerator is not None:
        quorate = None
        warnings.append("The quorum is a fraction of the seats, but the board has no seats yet.")
    warnings += _not_counted(room, board, moment)
    return Quorum(
        quorate=quorate,
        counted=found.counted,
        needed=found.needed,
        sectors=found.sectors,
        sectors_needed=found.sectors_needed,
        unmet=found.unmet,
        recused=tuple(_recused_names(room, moment)),
        warnings=tuple(warnings),
    )


def _members_without_seats(room: Room, moment: Moment) -> list[FilledSeat]:
    """Give each named member who is here a seat of their own, so that one rule counts both kinds of board."""
    filled, people = [], set()
    for line in room.record.attendances:
        member = line.status in (Presence.PRESENT, Presence.SUBSTITUTE) and not line.counted and not line.proxy
        if not member or line.person_id in people:
            continue
        if line.person_id is not None:
            people.add(line.person_id)
        if room.is_here(line, moment) and not room.is_recused(line, moment):
            seat = Seat(board_id=line.meeting_id, name=line.role, sector=line.sector or Sector.UNKNOWN)
            standing = Standing.DEPUTY if line.status is Presence.SUBSTITUTE else Standing.HOLDER
            filled.append(FilledSeat(seat=seat, line=line, standing=standing, voting=line.voting is not False))
    return filled


def _not_counted(room: Room, board: BoardAtMeeting, moment: Moment) -> list[str]:
    """Say who is in the room but could not be counted, and why."""
    said = []
    for line in room.unseated:
        if line.status not in (Presence.PRESENT, Presence.SUBSTITUTE) or not room.is_here(line, moment):
            continue
        if line.counted:
            said.append(f"{_who(line)} stand in the attendance as a number of people, so they count for no quorum.")
        elif board.seats and len(room.record.boards) == 1:
            said.append(f"{_who(line)} is marked present but sits in no seat, so does not count for the quorum.")
    return said


def _recused_names(room: Room, moment: Moment) -> list[str]:
    # Hardly anybody is recused, and who is here takes longer to tell.
    return [
        _who(line)
        for line in room.record.attendances
        if not line.proxy and room.recusals(line) and room.is_recused(line, moment) and room.is_here(line, moment)
    ]


def _who(line: Attendance) -> str:
    words = line.name or ", ".join(part for part in (line.role, line.organisation) if part) or "Somebody"
    return f"{words} ({line.headcount or 'several'})" if line.counted else words
