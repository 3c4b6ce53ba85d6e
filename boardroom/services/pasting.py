"""Taking in what was pasted: members, agenda lines, open actions, each table as one step."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.board import Membership, Seat
from boardroom.domain.meeting import Meeting
from boardroom.domain.pasted import ActionLine, AgendaLine, Fate, Line, LineFate, MemberLine
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemKind, MeetingStatus, SeatRole, Sector
from boardroom.services.agenda import add_item, change_item
from boardroom.store.queries import boards as board_queries
from boardroom.store.queries import pasting as find

Progress: TypeAlias = Callable[[int, int], None]

MOST_ITEMS = 300
"""No agenda is longer; a longer one is another kind of table."""
_WITHOUT_VOTE = frozenset({SeatRole.IN_ATTENDANCE, SeatRole.OBSERVER})


def fates_of(
    session: Session, lines: Sequence[Line], *, board_id: UUID, meeting_id: UUID | None, today: date
) -> tuple[LineFate, ...]:
    """Return for each line whether it is new, there already, or can't be taken, and why.

    Args:
        session: one that reads.
        lines: all of one kind.
        board_id: the board whose members and actions they are.
        meeting_id: the meeting whose agenda they are.
        today: the day on which somebody sits on the board or not.

    Raises:
        Refusal: agenda lines, and no meeting that they can go to.
    """
    match lines:
        case [MemberLine(), *_]:
            return tuple(_fates_of_members(session, lines, board_id, today))
        case [AgendaLine(), *_]:
            meeting = _meeting(session, meeting_id)
            there = find.titles_on(session, meeting.id)
            return tuple(_by_text(lines, {title: f"item {number}".strip() for title, number in there.items()}))
        case _:
            return tuple(_by_text(lines, dict.fromkeys(find.actions_on(session, board_id), "")))


def take_members(session: Session, fates: Sequence[LineFate], board_id: UUID, today: date, progress: Progress) -> int:
    """Seat the new members; people and organisations that the file lacks are added. Returns how many were taken.

    A vacant seat of the same name and organisation is filled; otherwise the board gets one more.
    """
    people, organisations = find.people_by_name(session), find.organisations_by_name(session)
    sectors = find.sectors_of_organisations(session)
    seats = list(board_queries.seats_of(session, board_id))
    filled = find.filled_seats(session, board_id, today)
    vacant = {(one.name.casefold(), one.organisation_id): one for one in reversed(seats) if one.id not in filled}
    position = max((one.position for one in seats), default=-1)
    taken = [one.line for one in fates if one.fate is Fate.NEW and isinstance(one.line, MemberLine)]
    for done, line in enumerate(taken):
        progress(done, len(taken))
        organisation_id = organisations.get(line.organisation.casefold()) if line.organisation else None
        if line.organisation and organisation_id is None:
            organisation = Organisation(name=line.organisation)
            organisation_id = organisations[line.organisation.casefold()] = organisation.id
            sectors[organisation_id] = line.sector or Sector.UNKNOWN
            status = OrganisationStatus(organisation_id=organisation_id, sector=sectors[organisation_id])
            session.add_all([organisation, status])
        person_id = people.get(line.name.casefold())
        if person_id is None:
            person = Person(name=line.name)
            person_id = people[line.name.casefold()] = person.id
            session.add(person)
        name = line.seat or line.organisation or line.name
        seat = vacant.pop((name.casefold(), organisation_id), None)
        if seat is None:
            position += 1
            known = sectors.get(organisation_id, Sector.UNKNOWN) if organisation_id else Sector.UNKNOWN
            seat = Seat(
                board_id=board_id,
                name=name,
                role=line.role,
                sector=line.sector or known,
                organisation_id=organisation_id,
                voting=line.role not in _WITHOUT_VOTE,
                position=position,
            )
            session.add(seat)
        session.add(Membership(seat_id=seat.id, person_id=person_id, organisation_id=organisation_id, starts=today))
    progress(len(taken), len(taken))
    return len(taken)


def take_agenda(session: Session, fates: Sequence[LineFate], meeting_id: UUID | None, progress: Progress) -> int:
    """Put the new lines last on the agenda, sub-items under the item before them. Returns how many were taken.

    Raises:
        Refusal: there are more than an agenda holds, or the agenda is out.
    """
    meeting = _meeting(session, meeting_id)
    taken = [one.line for one in fates if one.fate is Fate.NEW and isinstance(one.line, AgendaLine)]
    if len(taken) > MOST_ITEMS:
        message = f"These are {len(taken):,} lines; {MOST_ITEMS} are the most that an agenda takes at once."
        raise Refusal(message)
    above: list[UUID] = []
    for done, line in enumerate(taken):
        progress(done, len(taken))
        # What it stood under may have been there already, and so is not among these.
        above = above[: line.depth]
        item = add_item(
            session,
            meeting.id,
            line.title,
            kind=line.kind or ItemKind.DISCUSSION,
            parent_id=above[-1] if above else None,
        )
        if line.minutes is not None or line.lead:
            change_item(session, item.id, minutes_planned=line.minutes, lead=line.lead)
        above.append(item.id)
    progress(len(taken), len(taken))
    return len(taken)


def take_actions(session: Session, fates: Sequence[LineFate], board_id: UUID, progress: Progress) -> int:
    """Record the new actions on the board, without a meeting: they come from an older log. Returns how many."""
    taken = [one.line for one in fates if one.fate is Fate.NEW and isinstance(one.line, ActionLine)]
    for done, line in enumerate(taken):
        progress(done, len(taken))
        session.add(
            Action(
                board_id=board_id,
                position=done,
                text=line.text,
                owner_role=line.owner,
                owner_organisation=line.organisation,
                due_on=line.due_on,
                due_words=line.due_words,
            )
        )
    progress(len(taken), len(taken))
    return len(taken)


def _fates_of_members(session: Session, lines: Sequence[Line], board_id: UUID, today: date) -> Iterator[LineFate]:
    people, seated = find.people_by_name(session), find.seated_on(session, board_id, today)
    before: dict[str, int] = {}
    for line in lines:
        name = line.name.casefold() if isinstance(line, MemberLine) else ""
        seat = seated.get(people[name]) if name in people else None
        if line.wrong:
            yield LineFate(line, Fate.WRONG, line.wrong)
        elif seat is not None:
            yield LineFate(line, Fate.THERE, f"sits as {seat}")
        elif name in before:
            yield LineFate(line, Fate.THERE, f"stands in row {before[name]} too")
        else:
            before[name] = line.row
            yield LineFate(line, Fate.NEW)


def _by_text(lines: Sequence[Line], there: dict[str, str]) -> Iterator[LineFate]:
    before: dict[str, int] = {}
    for line in lines:
        text = (line.title if isinstance(line, AgendaLine) else getattr(line, "text", "")).casefold()
        if line.wrong:
            yield LineFate(line, Fate.WRONG, line.wrong)
        elif text in there:
            yield LineFate(line, Fate.THERE, there[text])
        elif text in before:
            yield LineFate(line, Fate.THERE, f"stands in row {before[text]} too")
        else:
            before[text] = line.row
            yield LineFate(line, Fate.NEW)


def _meeting(session: Session, meeting_id: UUID | None) -> Meeting:
    meeting = session.get(Meeting, meeting_id) if meeting_id else None
    if meeting is None:
        message = "Open the meeting whose agenda it is first, then paste."
        raise Refusal(message)
    if meeting.notice_given_on is not None or meeting.status is not MeetingStatus.PLANNED:
        message = "The agenda of this meeting is out: add late items one by one, each with the chair’s reason."
        raise Refusal(message)
    return meeting
