"""Who is there, read again at the price of a change: the same as if everything were read anew."""

from __future__ import annotations

import random
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance, AttendanceItem, Declaration, DeclarationItem, Stay
from boardroom.domain.board import Seat, TermsOfReference
from boardroom.domain.meeting import Meeting, Presiding
from boardroom.domain.people import Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus, Presence
from boardroom.exchange.sample import make_sample
from boardroom.services import at_the_door, attendance, comings, declarations, presiding, running
from boardroom.services.comings import When
from boardroom.store.file import BoardFile
from boardroom.store.queries.attendance_page import AttendanceView, attendance_after, attendance_of
from boardroom.store.queries.meeting_page import agenda_of
from boardroom.store.queries.running import running_of
from boardroom.store.undo import redo, undo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

_STEPS = 60


class InSession:
    """The sample's planned meeting, started, and a view of it that is only ever read again."""

    def __init__(self, file: BoardFile) -> None:
        self.file = file
        self.now = datetime(2027, 1, 28, 14, tzinfo=UTC)
        with file.reading() as session:
            self.id = session.scalars(select(Meeting.id).where(Meeting.status == MeetingStatus.PLANNED)).one()
            agenda = agenda_of(session, self.id).items
            self.items, self.top = [one.id for one in agenda], [one.id for one in agenda if not one.depth]
        self.do(running.start_meeting, self.id, self.now, change_day=True)
        self.do(attendance.all_present_except, self.id)
        with file.reading() as session:
            self.current = running_of(session, self.id).current
            self.view = attendance_of(session, self.id, self.current, self.now)

    def do(self, service: Callable[..., object], *args: object, **parts: object) -> None:
        with self.file.writing("Do") as session:
            service(session, *args, **parts)

    def same(self) -> bool:
        """Whether the view that follows the last change is what a fresh one would be."""
        self.now += timedelta(minutes=1)
        rows = self.file.last_change.rows
        with self.file.reading() as session:
            self.current = running_of(session, self.id).current
            self.view = attendance_after(session, self.view, rows, self.current, self.now)
            return self.view == attendance_of(session, self.id, self.current, self.now)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[InSession]:
    path = tmp_path / "Sample.boardroom"
    make_sample(path, who="Ann Reed")
    with BoardFile.open(path, who="Ann Reed") as file:
        yield InSession(file)


def _one_of(session: Session, entity: type[Any], chance: random.Random) -> Any:  # noqa: ANN401 - a row of any table
    rows = session.scalars(select(entity).order_by(entity.id)).all()
    return chance.choice(rows) if rows else None


def _rename(session: Session, chance: random.Random, entity: type[Any]) -> None:
    _one_of(session, entity, chance).name = f"Renamed {chance.randrange(100)}"


def _remove(session: Session, chance: random.Random, entity: type[Any]) -> None:
    row = _one_of(session, entity, chance)
    if row is not None:
        session.delete(row)


def _say(session: Session, entity: type[Any], row_id: UUID, **parts: object) -> None:
    row = session.get_one(entity, row_id)
    for name, value in parts.items():
        setattr(row, name, value)


def _terms(session: Session, chance: random.Random) -> None:
    _one_of(session, TermsOfReference, chance).quorum_number = chance.randrange(1, 9)


def _lift(session: Session, chance: random.Random) -> None:
    row = _one_of(session, Declaration, chance)
    if row is not None:
        row.dispensation = chance.choice(["", "Granted by the monitoring officer"])


def _step(meeting: InSession, chance: random.Random) -> None:
    """Do one thing that may happen while a meeting runs, in the room or beside it."""
    lines = [one.id for one in meeting.view.lines]
    line, item = chance.choice(lines), chance.choice(meeting.items)
    at = When(at=time(14, chance.randrange(60)))
    a_person = meeting.view.lines[chance.randrange(len(lines))].name or "Somebody"
    things: list[Callable[[], object]] = [
        *[partial(meeting.do, at_the_door.turn_here, line, Presence.PRESENT, meeting.now)] * 4,
        *[partial(meeting.do, running.take, item, meeting.now)] * 3,
        partial(meeting.do, attendance.set_presence, line, chance.choice(list(Presence))),
        partial(meeting.do, attendance.add_attendance, meeting.id, f"Guest {chance.random()}", item_id=item),
        partial(meeting.do, attendance.remove_attendance, line),
        partial(meeting.do, comings.leave, line, chance.choice([at, When(item_id=item), When(words="early")])),
        partial(meeting.do, comings.arrive, line, chance.choice([at, When(item_id=item)])),
        partial(meeting.do, declarations.declare, meeting.id, a_person, "A friend", item_ids=[item], recused=True),
        partial(meeting.do, at_the_door.declare_now, meeting.id, meeting.now, a_person, "A loan", recused=True),
        partial(meeting.do, _lift, chance),
        partial(meeting.do, presiding.let_preside, meeting.id, a_person, from_item_id=item),
        *(partial(meeting.do, _remove, chance, one) for one in (Stay, AttendanceItem, DeclarationItem, Presiding)),
        *(partial(meeting.do, _rename, chance, one) for one in (Person, Seat)),
        partial(meeting.do, _terms, chance),
        partial(undo, meeting.file),
        partial(redo, meeting.file),
    ]
    chance.choice(things)()


@pytest.mark.parametrize("seed", range(6))
def test_what_is_read_again_is_what_would_be_read_anew(meeting: InSession, seed: int) -> None:
    chance, done = random.Random(seed), 0
    for _ in range(_STEPS):
        before = meeting.file.last_change.seq
        try:
            _step(meeting, chance)
        except Refusal:
            continue
        done += meeting.file.last_change.seq != before
        assert meeting.same()
    assert done > _STEPS / 3


def test_somebody_named_by_their_person_alone_has_the_new_name(meeting: InSession) -> None:
    line = next(one for one in meeting.view.lines if one.person_id is not None)
    meeting.do(_say, Attendance, line.id, name="", role="")
    assert meeting.same()
    meeting.do(_say, Person, line.person_id, name="Renamed")
    assert meeting.same()
    assert "Renamed" in {one.name for one in meeting.view.lines}


def test_a_deputy_moves_with_the_seat_of_whom_they_stand_in_for(meeting: InSession) -> None:
    member, deputy, other = [one for one in meeting.view.lines if one.seat_id is not None and one.name][:3]
    meeting.do(_say, Attendance, deputy.id, status=Presence.SUBSTITUTE, deputy_for=member.name, seat_id=None)
    assert meeting.same()
    meeting.do(_say, Attendance, member.id, seat_id=other.seat_id)
    assert meeting.same()


def test_who_left_at_an_item_is_there_again_where_the_items_change_places(meeting: InSession) -> None:
    line, (_, first, *_, last) = meeting.view.lines[0].id, meeting.top
    meeting.do(comings.leave, line, When(item_id=last))
    assert meeting.same()
    with meeting.file.reading() as session:
        meeting.view = attendance_after(session, meeting.view, {}, first)
        assert next(one for one in meeting.view.lines if one.id == line).here
    meeting.do(_say, AgendaItem, last, position=-1, taken_after="")
    rows = meeting.file.last_change.rows
    with meeting.file.reading() as session:
        meeting.view = attendance_after(session, meeting.view, rows, first)
        assert meeting.view == attendance_of(session, meeting.id, first)
        assert not next(one for one in meeting.view.lines if one.id == line).here


def test_lines_that_nothing_has_changed_stay_the_same_objects(meeting: InSession) -> None:
    lines = {one.id: one for one in meeting.view.lines}
    turned = meeting.view.lines[0].id
    meeting.do(attendance.set_presence, turned, Presence.APOLOGIES)
    assert meeting.same()
    others = [one for one in meeting.view.lines if one is not lines.get(one.id)]
    assert [one.id for one in others] == [turned]


def test_a_change_that_is_not_told_is_not_seen(meeting: InSession) -> None:
    """What the walk above compares with can differ."""
    meeting.do(attendance.set_presence, meeting.view.lines[0].id, Presence.APOLOGIES)
    with meeting.file.reading() as session:
        stale = attendance_after(session, meeting.view, {}, meeting.current, meeting.now)
        fresh: AttendanceView = attendance_of(session, meeting.id, meeting.current, meeting.now)
    assert stale != fresh


def test_a_meeting_that_is_gone_is_told(meeting: InSession) -> None:
    rows: dict[str, frozenset[UUID]] = {"meeting": frozenset({meeting.id})}
    gone = meeting.view.room
    gone.record.meeting.id = meeting.items[0]
    with meeting.file.reading() as session, pytest.raises(Refusal, match="isn't in the board file any more"):
        attendance_after(session, meeting.view, rows)
