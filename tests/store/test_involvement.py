"""Who took part in planning a strand: the statement says what the domain says, meeting by meeting."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardroom.domain.agenda import AgendaItem, Point
from boardroom.domain.attendance import Attendance, AttendanceItem, Declaration, DeclarationItem, Stay
from boardroom.domain.audience import Audience
from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.calls import Call
from boardroom.domain.involvement import Occasion, first_of_each
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.plan import Involvement, Strand
from boardroom.domain.presence import Moment, is_within, parents_of
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.record import MeetingRecord
from boardroom.domain.room import Room
from boardroom.domain.running import Heard, Taking
from boardroom.domain.words import ItemState, MeetingStatus, Presence, Sector
from boardroom.store.engines import driver_of
from boardroom.store.file import BoardFile
from boardroom.store.queries.involvement import first_parts, parts

Row = tuple[UUID, UUID | None, str, Sector, date, Occasion, str, UUID, str]
NEVER_HELD = (MeetingStatus.PLANNED, MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)
NAMES = ("Siân Rees", "SIÂN REES", "Owen Marsh", "Ann Lee")


@dataclass
class World:
    """A board with strands, bodies and meetings, and every row of it."""

    board: Board
    strands: list[Strand]
    bodies: list[Organisation]
    statuses: list[OrganisationStatus]
    records: list[MeetingRecord] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    takings: list[Taking] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    proposers: list[Proposer] = field(default_factory=list)
    by_hand: list[Involvement] = field(default_factory=list)
    rest: list[Base] = field(default_factory=list)

    def rows(self) -> Iterator[Base]:
        yield self.board
        rows: Iterable[Base]
        yield from [*self.strands, *self.bodies, *self.statuses, *self.calls, *self.rest]
        for one in self.records:
            yield one.meeting
            lists = (one.days, one.items, one.attendances, one.stays, one.attendance_items)
            for rows in (*lists, one.declarations, one.declaration_items):
                yield from rows
        for rows in (self.points, self.heard, self.takings, self.proposals, self.proposers, self.by_hand):
            yield from rows


def a_world(rng: random.Random) -> World:
    board = Board(name="Arrowmere")
    world = World(
        board,
        strands=[Strand(board_id=board.id, name=f"Strand {number}") for number in range(2)],
        bodies=[Organisation(name=f"Body {number}") for number in range(3)],
        statuses=[],
    )
    for body in world.bodies:
        early, late = rng.choices(list(Sector), k=2)
        change = date(2025, 1, rng.randrange(1, 28))
        world.statuses += [
            OrganisationStatus(organisation_id=body.id, sector=early, ends=change - timedelta(days=1)),
            OrganisationStatus(organisation_id=body.id, sector=late, starts=change),
        ]
    people = [Person(name=name) for name in NAMES]
    world.rest += people
    for _ in range(rng.randrange(1, 4)):
        _add_meeting(world, rng, people)
    for _ in range(rng.randrange(3)):
        strand = rng.choice(world.strands)
        world.calls.append(
            Call(board_id=board.id, strand_id=strand.id, question="?", opens=_day(rng), closes=_day(rng))
        )
    for _ in range(rng.randrange(5)):
        _add_proposal(world, rng)
    for _ in range(rng.randrange(3)):
        strand, body = rng.choice(world.strands), rng.choice(world.bodies)
        world.by_hand.append(
            Involvement(strand_id=strand.id, organisation_id=body.id, happened_on=_day(rng), how="A workshop")
        )
    return world


def _add_meeting(world: World, rng: random.Random, people: list[Person]) -> None:
    meeting = Meeting(status=rng.choice([*MeetingStatus, None, *[MeetingStatus.HELD] * 6]))
    mine: dict[str, Any] = {"meeting_id": meeting.id}
    world.rest.append(MeetingBoard(board_id=world.board.id, **mine))
    record = MeetingRecord(meeting=meeting)
    world.records.append(record)
    record.days = [
        MeetingDay(**mine, position=place, held_on=_day(rng) if rng.random() < 0.8 else None) for place in range(2)
    ]
    for position in range(rng.randrange(1, 6)):
        record.items.append(
            AgendaItem(
                **mine,
                position=position,
                number=str(position + 1),
                title="An item",
                parent_id=rng.choice(record.items).id if record.items and rng.random() < 0.4 else None,
                strand_id=rng.choice(world.strands).id if rng.random() < 0.6 else None,
                state=rng.choice([ItemState.OPEN, ItemState.TAKEN, ItemState.TAKEN, *ItemState]),
                restricted=rng.random() < 0.2,
                taken_after=str(rng.randrange(1, 6)) if rng.random() < 0.1 else "",
            )
        )
    items = record.items
    for item in items:
        if rng.random() < 0.3:
            began = time(rng.randrange(9, 15))
            ended = time(began.hour + 1) if rng.random() < 0.8 else None
            day = rng.choice(record.days)
            world.takings.append(Taking(**mine, item_id=item.id, day_id=day.id, began=began, ended=ended))
    for position in range(rng.randrange(5)):
        person = rng.choice(people)
        line = Attendance(
            **mine,
            position=position,
            status=rng.choice([Presence.PRESENT, Presence.PRESENT, *Presence]),
            name=person.name if rng.random() < 0.9 else "",
            person_id=person.id if rng.random() < 0.7 else None,
            proxy=rng.random() < 0.1,
            **_body(world, rng),
        )
        record.attendances.append(line)
        if rng.random() < 0.2:
            record.attendance_items.append(AttendanceItem(**mine, attendance_id=line.id, item_id=_one(rng, items)))
        for _ in range(rng.choice([0, 0, 1, 2])):
            record.stays.append(
                Stay(
                    **mine,
                    attendance_id=line.id,
                    day_id=rng.choice([None, *(day.id for day in record.days)]),
                    arrived_item_id=_one(rng, items),
                    left_item_id=_one(rng, items),
                    arrived_at=time(rng.randrange(9, 17)) if rng.random() < 0.3 else None,
                    left_at=time(rng.randrange(9, 17)) if rng.random() < 0.3 else None,
                )
            )
        world.points += [
            Point(**mine, item_id=rng.choice(items).id, text="x", **_body(world, rng, "by_organisation"))
            for _ in range(rng.randrange(2))
        ]
    there = [person for person in people if any(line.person_id == person.id for line in record.attendances)]
    for position in range(rng.randrange(4)):
        person = rng.choice(there or people)
        said = Declaration(
            **mine,
            position=position,
            by=rng.choice([person.name, person.name.upper()]),
            nature="A trustee",
            person_id=person.id if rng.random() < 0.6 else None,
            recused=rng.random() < 0.8,
            dispensation=rng.choice(["", "", " ", "Standards, June"]),
        )
        record.declarations.append(said)
        record.declaration_items += [
            DeclarationItem(**mine, declaration_id=said.id, item_id=_one(rng, items)) for _ in range(rng.randrange(3))
        ]
    if rng.random() < 0.3:
        world.heard.append(Heard(**mine, item_id=rng.choice(items).id, sector=rng.choice(list(Sector))))


def _add_proposal(world: World, rng: random.Random) -> None:
    record = rng.choice(world.records)
    at_meeting = rng.random() < 0.7
    proposal = Proposal(
        board_id=world.board.id,
        text="More breaks",
        meeting_id=record.meeting.id if at_meeting else None,
        item_id=rng.choice(record.items).id if at_meeting and rng.random() < 0.8 else None,
        received_on=_day(rng) if rng.random() < 0.6 else None,
        strand_id=rng.choice(world.strands).id if rng.random() < 0.5 else None,
        call_id=rng.choice(world.calls).id if world.calls and rng.random() < 0.5 else None,
    )
    world.proposals.append(proposal)
    world.proposers += [Proposer(proposal_id=proposal.id, **_body(world, rng)) for _ in range(rng.randrange(3))]


def _body(world: World, rng: random.Random, name: str = "organisation") -> dict[str, Any]:
    body = rng.choice(world.bodies)
    return {
        "organisation_id": body.id if rng.random() < 0.6 else None,
        name: rng.choice(["", body.name, "As printed"]),
        "sector": rng.choice([None, *Sector]),
    }


def _one(rng: random.Random, items: list[AgendaItem]) -> UUID | None:
    return rng.choice([None, *(item.id for item in items)])


def _day(rng: random.Random) -> date:
    return date(2025, 1, 1) + timedelta(days=rng.randrange(40))


class Derived:
    """The same in plain Python, by the domain's own room."""

    def __init__(self, world: World, audience: Audience) -> None:
        self.world = world
        self.names = {one.id: one.name for one in world.bodies}
        self.strand_of: dict[UUID, UUID] = {}
        self.secret: set[UUID] = set()
        self.rooms = [Room(record) for record in world.records]
        for record in world.records:
            known, parents = {one.id: one for one in record.items}, parents_of(record.items)
            restricted = {one.id for one in record.items if one.restricted}
            for item in record.items:
                at: AgendaItem | None = item
                while at is not None and at.strand_id is None:
                    at = known.get(at.parent_id) if at.parent_id else None
                if at is not None and at.strand_id is not None:
                    self.strand_of[item.id] = at.strand_id
                if audience is Audience.PUBLIC and is_within(item.id, restricted, parents):
                    self.secret.add(item.id)

    def rows(self) -> Iterator[Row]:
        for room in self.rooms:
            if room.record.meeting.status in NEVER_HELD:
                continue
            for item in room.record.items:
                if item.id in self.strand_of and item.id not in self.secret:
                    yield from self._at_item(room, item)
        for proposal in self.world.proposals:
            if proposal.item_id not in self.secret:
                yield from self._proposed(proposal)
        for one in self.world.by_hand:
            said = Proposer(proposal_id=one.id, organisation_id=one.organisation_id)
            for found in self._row(one.strand_id, said, "", one.happened_on, (Occasion.BY_HAND, "involvement", one.id)):
                yield (*found[:-1], one.how)

    def _at_item(self, room: Room, item: AgendaItem) -> Iterator[Row]:
        strand = self.strand_of[item.id]
        takings = [one for one in self.world.takings if one.item_id == item.id]
        days = [day.held_on for one in takings for day in room.record.days if day.id == one.day_id and day.held_on]
        on = min(days) if days else room.held_on()
        there = set[Row]()
        taken = item.state not in {ItemState.DEFERRED, ItemState.WITHDRAWN}
        for line in room.record.attendances if taken else ():
            recused = room.is_recused(line, Moment(item_id=item.id))
            if not line.proxy and not recused and room.is_here_while(line, item.id, takings):
                told_by = (Occasion.ATTENDED, "agenda_item", item.id)
                there.update(self._row(strand, line, line.organisation, on, told_by))
        yield from there
        for point in self.world.points:
            if point.item_id == item.id:
                yield from self._row(strand, point, point.by_organisation, on, (Occasion.SPOKE, "point", point.id))
        for heard in self.world.heard:
            if heard.item_id == item.id and heard.sector is not Sector.UNKNOWN and on is not None:
                yield (strand, None, "", heard.sector, on, Occasion.SPOKE, "heard", heard.id, "")

    def _proposed(self, proposal: Proposal) -> Iterator[Row]:
        of_call = next((one.strand_id for one in self.world.calls if one.id == proposal.call_id), None)
        of_item = self.strand_of.get(proposal.item_id) if proposal.item_id else None
        strand = proposal.strand_id or of_call or of_item
        at = next((one for one in self.rooms if one.record.meeting.id == proposal.meeting_id), None)
        held = at is not None and at.record.meeting.status not in NEVER_HELD
        on = proposal.received_on or (at.held_on() if at is not None and held else None)
        occasion = Occasion.PROPOSED if proposal.call_id is None else Occasion.ANSWERED_CALL
        said = set[Row]()
        for by in self.world.proposers:
            if strand is not None and by.proposal_id == proposal.id:
                said.update(self._row(strand, by, by.organisation, on, (occasion, "proposal", proposal.id)))
        yield from said

    def _row(
        self,
        strand: UUID,
        body: Attendance | Point | Proposer,
        printed: str,
        on: date | None,
        told_by: tuple[Occasion, str, UUID],
    ) -> Iterator[Row]:
        sector = body.sector or Sector.UNKNOWN
        for one in self.world.statuses if sector is Sector.UNKNOWN else ():
            started, over = one.starts or date.min, one.ends or date.max
            if one.organisation_id == body.organisation_id and on is not None and started <= on <= over:
                sector = one.sector
        name = printed or self.names.get(body.organisation_id, "") if body.organisation_id else printed
        if on is not None and (name or sector is not Sector.UNKNOWN):
            yield (strand, body.organisation_id, name, sector, on, *told_by, "")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path_factory.mktemp("involvement") / "Many.boardroom", who="Secretary") as opened:
        yield opened


@settings(max_examples=25)
@given(st.integers(0, 2**32))
def test_the_statement_says_what_the_rooms_of_the_meetings_say(file: BoardFile, seed: int) -> None:
    world = a_world(random.Random(seed))
    with file.writing("Fill") as session:
        session.add_all(world.rows())
        session.flush()
        session.expunge_all()
    for audience in Audience:
        with file.reading() as session:
            found = parts(session, world.board.id, audience=audience)
            firsts = first_parts(session, world.board.id, audience=audience)
            of_one = parts(session, world.board.id, strand_id=world.strands[0].id, audience=audience)
            until = parts(session, world.board.id, until=date(2025, 1, 20), audience=audience)
        said = [
            (p.strand_id, p.organisation_id, p.organisation, p.sector, p.on, p.occasion, p.entity, p.id, p.words)
            for p in found
        ]
        assert Counter(said) == Counter(Derived(world, audience).rows())
        assert of_one == [one for one in found if one.strand_id == world.strands[0].id]
        assert until == [one for one in found if one.on <= date(2025, 1, 20)]
        for strand in world.strands:
            mine = [one for one in found if one.strand_id == strand.id]
            expected = {sector: first.part for sector, first in first_of_each(mine, ()).items()}
            assert {one.sector: one for one in firsts if one.strand_id == strand.id} == expected


@pytest.mark.parametrize(("dispensation", "names"), [("", ["Health"]), ("Standards, June", ["Council", "Health"])])
def test_who_takes_no_part_for_an_interest_is_not_counted_unless_given_leave(
    file: BoardFile, dispensation: str, names: list[str]
) -> None:
    board, person = Board(name="Arrowmere"), Person(name="Ann Lee")
    strand, meeting = Strand(board_id=board.id, name="Breaks"), Meeting(status=MeetingStatus.HELD)
    mine: dict[str, Any] = {"meeting_id": meeting.id}
    above = AgendaItem(**mine, title="Breaks", strand_id=strand.id)
    below = AgendaItem(**mine, title="Costs", parent_id=above.id, position=1)
    told = Declaration(**mine, by="Ann Lee", nature="x", person_id=person.id, recused=True, dispensation=dispensation)
    here: dict[str, Any] = {**mine, "status": Presence.PRESENT, "sector": Sector.HEALTH}
    with file.writing("Fill") as session:
        session.add_all([board, person, strand, meeting, MeetingBoard(**mine, board_id=board.id), above, below, told])
        session.add(MeetingDay(**mine, held_on=date(2026, 5, 4)))
        session.add(DeclarationItem(**mine, declaration_id=told.id, item_id=above.id))
        session.add(Attendance(**here, organisation="Council", name="Ann Lee", person_id=person.id))
        session.add(Attendance(**here, organisation="Health"))
    with file.reading() as session:
        found = parts(session, board.id)
    assert [(one.organisation, one.id) for one in found] == [
        (name, item.id) for name in names for item in sorted((above, below), key=lambda item: item.id)
    ]


def steps_for(board: BoardFile, board_id: UUID, strand_id: UUID) -> int:
    """Return about how many steps SQLite takes to tell who took part in a strand, in tens."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    with board.reading() as session:
        driver = driver_of(session.connection())
        driver.set_progress_handler(count, 10)
        parts(session, board_id, strand_id=strand_id)
        driver.set_progress_handler(None, 10)
    return taken


def test_a_strand_is_read_by_its_own_proposals_and_each_proposer_is_looked_up_once(tmp_path: Path) -> None:
    ours, body = Board(name="Arrowmere"), Organisation(name="Families")
    strand = Strand(board_id=ours.id, name="Short breaks")

    def put(count: int, strand_id: UUID | None) -> Iterator[Base]:
        for _ in range(count):
            proposal = Proposal(board_id=ours.id, text="Hours", received_on=date(2026, 3, 1), strand_id=strand_id)
            yield proposal
            yield Proposer(proposal_id=proposal.id, organisation_id=body.id)

    with BoardFile.create(tmp_path / "Ours.boardroom", who="Secretary") as board:
        with board.writing("Fill") as session:
            session.add_all([ours, body, strand])
            session.add(OrganisationStatus(organisation_id=body.id, sector=Sector.COMMUNITY))
        empty = steps_for(board, ours.id, strand.id)
        with board.writing("Put on it") as session:
            session.add_all(put(500, strand.id))
        full = steps_for(board, ours.id, strand.id)
        with board.writing("Put on none") as session:
            session.add_all(put(500, None))
        assert steps_for(board, ours.id, strand.id) - full < 50
        # About 150 steps for each; looked up twice, it is 190.
        assert full - empty < 500 * 17
