"""A board made by dice: meetings, proposals, answers, strands and actions, with gaps where real records have them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from boardroom.domain.actions import Action, ActionOwner, ActionUpdate
from boardroom.domain.agenda import AgendaItem, Point
from boardroom.domain.attendance import Attendance
from boardroom.domain.base import Base
from boardroom.domain.board import Board, Seat, TermsOfReference
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import Organisation, OrganisationStatus
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.words import (
    ActionStatus,
    AnswerKind,
    MeetingStatus,
    PointKind,
    Presence,
    ReasonCategory,
    Result,
    Sector,
    Stage,
)
from boardroom.store.file import BoardFile

FIRST = date(2024, 10, 1)
_AT_A_MEETING = 20
_SECTORS = tuple(Sector)
_STATUSES = (MeetingStatus.CONFIRMED, MeetingStatus.DRAFT_MINUTES, MeetingStatus.CANCELLED, None, MeetingStatus.PLANNED)


def board_by_dice(path: Path, seed: int) -> BoardFile:
    """Make a board file, and lend it open."""
    made = BoardFile.create(path, who="Dice")
    with made.writing("Throw the dice") as session:
        session.add_all(rows_by_dice(seed))
    return made


def rows_by_dice(
    seed: int, *, meetings: int = 14, proposals: int = 90, organisations: int = 15, days_between: int = 50
) -> Iterator[Base]:
    """Give the rows of a board of this size; the same seed gives the same board, ids apart."""
    return _Dice(seed, organisations).rows(meetings, proposals, days_between)


class _Dice:
    def __init__(self, seed: int, organisations: int) -> None:
        self.roll = Random(seed)
        self.board = Board(name="Dice")
        self.bodies = [Organisation(name=f"Body {at}") for at in range(organisations)]
        self.strands = [Strand(board_id=self.board.id, name=f"Strand {at}", position=at) for at in range(5)]
        self.items: list[AgendaItem] = []
        self.meetings: list[Meeting] = []
        self.decisions: list[Decision] = []

    def rows(self, meetings: int, proposals: int, days_between: int) -> Iterator[Base]:
        yield self.board
        yield TermsOfReference(board_id=self.board.id, answer_days=40)
        yield from self.bodies
        yield from self._around()
        for at in range(meetings):
            yield from self._meeting(FIRST + timedelta(days=at * days_between), at)
        for at in range(proposals):
            yield from self._proposal(at, meetings * days_between)
        for at in range(max(1, meetings)):
            yield Decision(
                board_id=self.board.id,
                wording="Between meetings",
                result=self.roll.choice((*Result, None)),
                decided_on=self.roll.choice((None, FIRST + timedelta(days=at * days_between))),
            )

    def _around(self) -> Iterator[Base]:
        for at, body in enumerate(self.bodies):
            sector = _SECTORS[at % len(_SECTORS)]
            change = FIRST + timedelta(days=200)
            yield OrganisationStatus(
                organisation_id=body.id, sector=sector, statutory=at % 3 == 0, ends=change - timedelta(days=1)
            )
            after = sector if at % 2 else self.roll.choice(_SECTORS)
            yield OrganisationStatus(organisation_id=body.id, sector=after, statutory=at % 5 == 0, starts=change)
            if at % 2:
                yield Seat(board_id=self.board.id, name=body.name, sector=sector, organisation_id=body.id, position=at)
        for strand in self.strands:
            yield strand
            began = FIRST + timedelta(days=self.roll.randrange(-200, 200))
            for stage in Stage:
                if self.roll.random() < 0.8:
                    yield StrandStage(
                        strand_id=strand.id, stage=stage, began=began if self.roll.random() < 0.8 else None
                    )
                began += timedelta(days=self.roll.randrange(20, 150))

    def _meeting(self, on: date, at: int) -> Iterator[Base]:
        status = self.roll.choice(_STATUSES[:2]) if at % 5 else self.roll.choice(_STATUSES)
        meeting = Meeting(status=status, quorate=self.roll.choice((True, True, False, None)))
        self.meetings.append(meeting)
        yield meeting
        yield MeetingBoard(meeting_id=meeting.id, board_id=self.board.id)
        yield MeetingDay(meeting_id=meeting.id, held_on=on if at != 3 else None)
        if self.roll.random() < 0.2:
            yield MeetingDay(meeting_id=meeting.id, held_on=on + timedelta(days=7), position=1)
        for body in self.bodies:
            if self.roll.random() < min(0.6, _AT_A_MEETING / len(self.bodies)):
                yield self._line(meeting, body)
        for place in range(6):
            yield from self._item(meeting, place)

    def _line(self, meeting: Meeting, body: Organisation) -> Attendance:
        return Attendance(
            meeting_id=meeting.id,
            status=self.roll.choice((Presence.PRESENT, Presence.PRESENT, *Presence)),
            organisation_id=body.id,
            organisation=body.name,
            sector=self.roll.choice((None, *_SECTORS)),
            proxy=self.roll.random() < 0.1,
        )

    def _item(self, meeting: Meeting, place: int) -> Iterator[Base]:
        parent = self.items[-1] if place % 3 == 2 else None
        item = AgendaItem(
            meeting_id=meeting.id,
            parent_id=parent.id if parent else None,
            position=place,
            number=str(place + 1),
            title="Item",
            restricted=self.roll.random() < 0.15,
            strand_id=self.roll.choice((None, *(one.id for one in self.strands))),
        )
        self.items.append(item)
        yield item
        for _ in range(self.roll.randrange(3)):
            yield Point(
                meeting_id=meeting.id,
                item_id=item.id,
                kind=PointKind.CONCERN,
                text="Said",
                organisation_id=self.roll.choice(self.bodies).id,
                sector=self.roll.choice((None, self.roll.choice(_SECTORS))),
            )
        decision = Decision(
            board_id=self.board.id,
            meeting_id=meeting.id,
            item_id=item.id,
            wording="Decided",
            result=self.roll.choice((*Result, None)),
        )
        self.decisions.append(decision)
        yield decision
        if self.roll.random() < 0.5:
            yield from self._action(meeting, item, decision)

    def _action(self, meeting: Meeting, item: AgendaItem, decision: Decision) -> Iterator[Base]:
        action = Action(
            board_id=self.board.id,
            meeting_id=meeting.id,
            item_id=self.roll.choice((None, item.id)),
            decision_id=self.roll.choice((None, decision.id)),
            text="Do it",
            status=self.roll.choice((ActionStatus.OPEN, None)),
            due_on=self.roll.choice((None, FIRST + timedelta(days=self.roll.randrange(900)))),
        )
        yield action
        for at in range(self.roll.randrange(3)):
            yield ActionOwner(
                action_id=action.id,
                meeting_id=meeting.id,
                organisation_id=self.roll.choice(self.bodies).id,
                position=at,
            )
        for at in range(self.roll.randrange(3)):
            yield ActionUpdate(
                action_id=action.id,
                position=at,
                updated_on=FIRST + timedelta(days=self.roll.randrange(900)),
                status=self.roll.choice(tuple(ActionStatus)),
            )

    def _proposal(self, at: int, days: int) -> Iterator[Base]:
        item = self.roll.choice((None, *self.items))
        on = FIRST + timedelta(days=self.roll.randrange(max(days, 1)))
        proposal = Proposal(
            board_id=self.board.id,
            meeting_id=item.meeting_id if item else None,
            item_id=item.id if item else None,
            text=f"Proposal {at}",
            received_on=self.roll.choice((on, on, on, None)),
            strand_id=self.roll.choice((None, self.roll.choice(self.strands).id)),
            position=at,
        )
        yield proposal
        for place in range(self.roll.choice((0, 1, 1, 1, 2))):
            body = self.roll.choice(self.bodies)
            yield Proposer(
                proposal_id=proposal.id,
                position=place,
                organisation_id=self.roll.choice((None, body.id)),
                organisation=body.name,
                sector=self.roll.choice((None, self.roll.choice(_SECTORS))),
            )
        for place in range(self.roll.choice((0, 1, 1, 1, 2))):
            meeting = self.roll.choice((None, *self.meetings))
            yield Answer(
                proposal_id=proposal.id,
                meeting_id=meeting.id if meeting else None,
                item_id=self.roll.choice((None, item.id if item else None)),
                decision_id=self.roll.choice((None, self.roll.choice(self.decisions).id)),
                position=place,
                answer=self.roll.choice(tuple(AnswerKind)),
                reason="So",
                category=self.roll.choice(tuple(ReasonCategory)),
                answered_on=self.roll.choice((None, on + timedelta(days=self.roll.randrange(-3, 200)))),
                told_on=self.roll.choice((None, on)),
            )
