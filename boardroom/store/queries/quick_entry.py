"""What quick entry asks of the board file: who may be named at a meeting, and what its notes' lines became."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, literal, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import Paragraph, Point
from boardroom.domain.attendance import Attendance
from boardroom.domain.decisions import Decision
from boardroom.domain.known import Known, KnownOrganisation, KnownPerson, Near
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Organisation, Person
from boardroom.domain.presence import IN_THE_ROOM
from boardroom.domain.proposals import Proposal
from boardroom.domain.record import BoardAtMeeting
from boardroom.domain.refusal import Gone
from boardroom.domain.words import Sector, TextKind
from boardroom.store.queries.agenda import days_of
from boardroom.store.queries.attendance import lines_of
from boardroom.store.queries.boards_at import boards_at
from boardroom.store.queries.find import CALLED_OFF
from boardroom.store.queries.minute_numbers import host_of
from boardroom.store.queries.names import organisations_called
from boardroom.store.queries.sectors import statuses_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What was recorded from a line of the notes: its table, its id, its number (empty for none)."""

    table: str
    id: UUID
    number: str


def known_at(session: Session, meeting_id: UUID, today: date) -> Known:
    """Return who may be named at a meeting: those in its attendance, then its seats, then everybody in the file.

    Args:
        session: one that reads.
        meeting_id: the meeting.
        today: stands for the meeting's day where that isn't known.

    Raises:
        Gone: the meeting is gone.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        message = "That meeting isn't in the board file any more."
        raise Gone(message)
    held_on = [one.held_on for one in days_of(session, meeting_id) if one.held_on is not None]
    day = max((one for one in held_on if one <= today), default=min(held_on, default=today))
    lines = [one for one in lines_of(session, meeting_id) if not one.counted and not one.proxy]
    ids = select(MeetingBoard.board_id).where(MeetingBoard.meeting_id == meeting_id)
    boards = boards_at(session, session.scalars(ids.order_by(MeetingBoard.position, MeetingBoard.id)).all(), day)
    return Known(
        people=_people(session, lines, boards),
        organisations=_organisations(session, lines, boards, day),
        day=day,
        next_meeting=_next_meeting(session, meeting, day),
    )


def became_in(session: Session, meeting_id: UUID, item_id: UUID | None) -> Mapping[UUID, Became]:
    """Return what the lines of an item's notes became, by the paragraph's id; what was taken out since isn't there."""
    place = Paragraph.item_id.is_(None) if item_id is None else Paragraph.item_id == item_id
    of_notes = (Paragraph.meeting_id == meeting_id, place, Paragraph.text_kind == TextKind.NOTE)
    found = dict[UUID, Became]()
    points = (Point, literal(""))
    for entity, number in (*((one, one.number) for one in (Proposal, Decision, Action)), points):
        wanted: Select[UUID, UUID, str] = select(Paragraph.id, entity.id, number)
        wanted = wanted.join(entity, entity.id == Paragraph.became_id)
        for line, record, its_number in session.execute(
            wanted.where(*of_notes, Paragraph.became == entity.__tablename__)
        ):
            found[line] = Became(table=entity.__tablename__, id=record, number=its_number)
    return found


def _people(session: Session, lines: Iterable[Attendance], boards: Iterable[BoardAtMeeting]) -> tuple[KnownPerson, ...]:
    every_one = {row.id: row.name for row in session.execute(select(Person.id, Person.name).order_by(Person.name))}
    found = dict[UUID | str, KnownPerson]()
    for line in sorted(lines, key=lambda one: one.status not in IN_THE_ROOM):
        name = line.name or (every_one.get(line.person_id, "") if line.person_id else "")
        if name:
            found.setdefault(
                line.person_id or name,
                KnownPerson(
                    id=line.person_id,
                    name=name,
                    organisation=line.organisation,
                    sector=line.sector,
                    near=Near.ROOM if line.status in IN_THE_ROOM else Near.MEETING,
                ),
            )
    seated = [
        (row.person_id, row.organisation_id or seat.organisation_id, seat.sector)
        for board in boards
        for seat in board.seats
        for row in board.memberships
        if row.seat_id == seat.id
    ]
    bodies = organisations_called(session, (body for _, body, _ in seated))
    for person_id, body, sector in seated:
        name, organisation = every_one.get(person_id, ""), bodies.get(body, "") if body else ""
        if name:
            found.setdefault(
                person_id,
                KnownPerson(
                    id=person_id,
                    name=name,
                    organisation=organisation,
                    sector=None if sector is Sector.UNKNOWN else sector,
                    near=Near.MEETING,
                ),
            )
    for person_id, name in every_one.items():
        found.setdefault(person_id, KnownPerson(id=person_id, name=name))
    return tuple(found.values())


def _organisations(
    session: Session, lines: Sequence[Attendance], boards: Iterable[BoardAtMeeting], day: date
) -> tuple[KnownOrganisation, ...]:
    near = {line.organisation_id: Near.ROOM for line in lines if line.organisation_id and line.status in IN_THE_ROOM}
    for line in lines:
        if line.organisation_id:
            near.setdefault(line.organisation_id, Near.MEETING)
    for board in boards:
        seated = [one.organisation_id for one in board.seats] + [one.organisation_id for one in board.memberships]
        for one in filter(None, seated):
            near.setdefault(one, Near.MEETING)
    statuses = statuses_on(session, near.keys(), day)
    wanted = select(Organisation.id, Organisation.name, Organisation.short_name).order_by(Organisation.name)
    found = [
        KnownOrganisation(
            id=row.id,
            name=row.name,
            short_name=row.short_name,
            sector=statuses[row.id].sector if row.id in statuses else None,
            near=near.get(row.id, Near.FILE),
        )
        for row in session.execute(wanted)
    ]
    place = {one: at for at, one in enumerate(near)}
    return tuple(sorted(found, key=lambda one: (one.near, place.get(one.id, 0) if one.id else 0)))


def _next_meeting(session: Session, meeting: Meeting, day: date) -> date | None:
    """Return when the board meets next after a day: the next meeting in the file, else what the meeting says of it."""
    host = host_of(session, meeting.id)
    planned = None
    if host is not None:
        wanted = (
            select(func.min(MeetingDay.held_on))
            .join(Meeting, Meeting.id == MeetingDay.meeting_id)
            .join(MeetingBoard, MeetingBoard.meeting_id == Meeting.id)
            .where(
                MeetingBoard.board_id == host.id,
                Meeting.id != meeting.id,
                MeetingDay.held_on > day,
                Meeting.status.is_(None) | Meeting.status.not_in(CALLED_OFF),
            )
        )
        planned = session.scalar(wanted)
    stated = meeting.next_date
    return planned or (stated if stated is not None and stated > day else None)
