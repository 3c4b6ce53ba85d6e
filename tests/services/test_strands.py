"""Strands: named, led, reserved, with stages that keep their order, sums, an end, and what is on them."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest

from boardroom.domain.plan import Strand, StrandStage, StrandSum
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemKind, Sector, Stage
from boardroom.services import agenda, boards, meetings, on_strand, proposal_life, proposals, strand_stages, strands
from boardroom.services.proposals import PutBy
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries import plan as find
from boardroom.store.undo import undo

T = TypeVar("T")
NEEDS, STRATEGY, SPECIFICATION, PROCUREMENT = Stage.NEEDS, Stage.STRATEGY, Stage.SPECIFICATION, Stage.PROCUREMENT


class Ours:
    def __init__(self, board: BoardFile) -> None:
        self.board = board
        self.board_id = self.do(boards.create_board, "Arrowmere Partnership").id
        self.strand_id = self.do(strands.add_strand, self.board_id, "Short breaks").id

    def do(self, service: Callable[..., T], *args: object, **parts: object) -> T:
        with self.board.writing("Do") as session:
            return service(session, *args, **parts)

    @property
    def strand(self) -> Strand:
        with self.board.reading() as session:
            return session.get_one(Strand, self.strand_id)

    @property
    def names(self) -> list[str]:
        with self.board.reading() as session:
            return [one.name for one in find.strands_of(session, self.board_id)]

    @property
    def stages(self) -> dict[Stage, tuple[date | None, date | None]]:
        with self.board.reading() as session:
            return {one.stage: (one.planned, one.began) for one in find.stages_of(session, self.strand_id)}

    @property
    def sums(self) -> list[StrandSum]:
        with self.board.reading() as session:
            return list(find.sums_of(session, self.strand_id))

    def plan(self, stage: Stage, on: date | None) -> StrandStage | None:
        return self.do(strand_stages.plan_stage, self.strand_id, stage, on)

    def begin(self, stage: Stage, on: date | None) -> StrandStage | None:
        return self.do(strand_stages.begin_stage, self.strand_id, stage, on)


@pytest.fixture
def ours(board: BoardFile) -> Ours:
    return Ours(board)


def test_a_strand_is_named_described_led_and_reserved(ours: Ours) -> None:
    council = ours.do(boards.add_organisation, "Arrowmere Council", Sector.LOCAL_AUTHORITY)
    ours.do(
        strands.change_strand,
        ours.strand_id,
        name=" Short  breaks ",
        purpose="Rest\r\n",
        lead_organisation_id=council.id,
    )
    ours.do(strands.reserve_strand, ours.strand_id, "Arrowmere Council", "It is in the budget framework.")
    strand = ours.strand
    assert (strand.name, strand.purpose, strand.lead_organisation_id) == ("Short breaks", "Rest", council.id)
    assert (strand.reserved_to, strand.reserved_reason) == ("Arrowmere Council", "It is in the budget framework.")
    ours.do(strands.reserve_strand, ours.strand_id, "", "")
    assert ours.strand.reserved_to == ""


def test_a_strand_needs_a_name_of_its_own(ours: Ours) -> None:
    with pytest.raises(Refusal, match="Give the strand a name"):
        ours.do(strands.add_strand, ours.board_id, "\t")
    with pytest.raises(Refusal, match="“Short breaks” stands in the plan already"):
        ours.do(strands.add_strand, ours.board_id, "SHORT BREAKS")
    ours.do(strands.change_strand, ours.strand_id, name="SHORT breaks")
    assert ours.names == ["SHORT breaks"]


def test_a_strand_isn_t_reserved_without_both_to_whom_and_why(ours: Ours) -> None:
    with pytest.raises(Refusal, match="Say why the decision is kept to the council"):
        ours.do(strands.reserve_strand, ours.strand_id, "the council", " ")
    with pytest.raises(Refusal, match="Say to whom"):
        ours.do(strands.reserve_strand, ours.strand_id, "", "The budget")


def test_a_strand_holds_no_more_than_a_form_does(ours: Ours) -> None:
    long, endless = "x" * 301, "x" * 10_001
    for service, parts in (
        (strands.add_strand, {"name": long}),
        (strands.add_strand, {"name": "Play", "purpose": endless}),
        (strands.change_strand, {"name": long}),
        (strands.change_strand, {"purpose": endless}),
        (strands.reserve_strand, {"to": long, "reason": "The law."}),
        (strands.reserve_strand, {"to": "Council", "reason": endless}),
        (strands.add_sum, {"pence": 100, "words": long}),
    ):
        of = ours.board_id if service is strands.add_strand else ours.strand_id
        most = "10,000" if endless in parts.values() else "300"
        with pytest.raises(Refusal, match=f"letters; {most} are the most"):
            ours.do(service, of, **parts)
    ours.do(strands.change_strand, ours.strand_id, name=long[1:], purpose=endless[1:])
    # What came in longer, from a record, can still be changed elsewhere.
    with ours.board.writing("Import") as session:
        session.get_one(Strand, ours.strand_id).name = long
    ours.do(strands.change_strand, ours.strand_id, purpose="Time to rest.")
    assert (ours.strand.name, ours.strand.purpose) == (long, "Time to rest.")


def test_strands_are_moved_and_the_step_is_undone(ours: Ours) -> None:
    ours.do(strands.add_strand, ours.board_id, "Play")
    ours.do(strands.move_strand, ours.strand_id, by=1)
    assert ours.names == ["Play", "Short breaks"]
    undo(ours.board)
    assert ours.names == ["Short breaks", "Play"]


def test_a_stage_is_planned_begun_and_taken_back(ours: Ours) -> None:
    ours.plan(NEEDS, date(2026, 4, 1))
    ours.begin(NEEDS, date(2026, 4, 13))
    assert ours.stages == {NEEDS: (date(2026, 4, 1), date(2026, 4, 13))}
    ours.plan(NEEDS, None)
    assert ours.begin(NEEDS, None) is None
    assert ours.stages == {}
    assert ours.plan(STRATEGY, None) is None
    undo(ours.board)
    assert ours.stages == {NEEDS: (None, date(2026, 4, 13))}
    assert check(ours.board.path) == []


def test_a_stage_doesn_t_begin_before_an_earlier_one_or_after_a_later_one(ours: Ours) -> None:
    ours.begin(NEEDS, date(2026, 4, 13))
    ours.begin(SPECIFICATION, date(2026, 9, 1))
    with pytest.raises(Refusal, match=r"Specification can't begin before needs, which began on 13 April 2026\."):
        ours.begin(SPECIFICATION, date(2026, 4, 12))
    with pytest.raises(Refusal, match=r"Strategy can't begin after specification, which began on 1 September 2026\."):
        ours.begin(STRATEGY, date(2026, 9, 2))
    ours.begin(STRATEGY, date(2026, 9, 1))
    assert ours.stages[SPECIFICATION] == (None, date(2026, 9, 1))


def test_stages_are_planned_in_order_and_a_late_one_may_overtake_the_plan(ours: Ours) -> None:
    ours.begin(NEEDS, date(2026, 4, 13))
    ours.plan(STRATEGY, date(2026, 8, 1))
    ours.plan(PROCUREMENT, date(2027, 5, 3))
    with pytest.raises(Refusal, match="Strategy can't be planned before needs"):
        ours.plan(STRATEGY, date(2026, 4, 1))
    with pytest.raises(Refusal, match="Specification can't come before strategy, which is planned for 1 August 2026"):
        ours.plan(SPECIFICATION, date(2026, 7, 31))
    with pytest.raises(Refusal, match="plan procurement later, then specification"):
        ours.plan(SPECIFICATION, date(2027, 6, 1))
    ours.begin(STRATEGY, date(2027, 6, 1))
    assert ours.stages[PROCUREMENT] == (date(2027, 5, 3), None)
    # What was left out, or has begun, keeps the day that was planned, whatever it was.
    ours.plan(NEEDS, date(2030, 1, 1))


def test_a_strand_ends_after_its_last_stage_began_and_nothing_begins_later(ours: Ours) -> None:
    ours.begin(NEEDS, date(2026, 4, 13))
    with pytest.raises(Refusal, match="Its needs stage began later, on 13 April 2026"):
        ours.do(strands.end_strand, ours.strand_id, date(2026, 4, 12))
    ours.do(strands.end_strand, ours.strand_id, date(2026, 6, 1))
    with pytest.raises(Refusal, match="ended on 1 June 2026"):
        ours.begin(STRATEGY, date(2026, 6, 2))
    ours.do(strands.end_strand, ours.strand_id, None)
    assert ours.strand.ended is None


def test_sums_are_put_to_a_strand_put_right_and_taken_away(ours: Ours) -> None:
    first = ours.do(strands.add_sum, ours.strand_id, 42_000_000, words="a year")
    ours.do(strands.add_sum, ours.strand_id, 9_500_000)
    ours.do(strands.change_sum, first.id, pence=43_000_000)
    assert [(one.pence, one.words, one.currency) for one in ours.sums] == [
        (43_000_000, "a year", "GBP"),
        (9_500_000, "", "GBP"),
    ]
    ours.do(strands.remove_sum, first.id)
    assert [one.pence for one in ours.sums] == [9_500_000]
    for pence in (0, -1, 10**15):
        with pytest.raises(Refusal, match="sum of money"):
            ours.do(strands.add_sum, ours.strand_id, pence)


def test_an_item_and_a_proposal_are_put_on_a_strand_and_taken_off(ours: Ours) -> None:
    meeting = ours.do(meetings.plan_meeting, ours.board_id, date(2027, 1, 28))
    item = ours.do(agenda.add_item, meeting.id, "Short breaks", kind=ItemKind.DECISION)
    proposal = ours.do(proposals.put_proposal, ours.board_id, "Weekends", [PutBy(sector=Sector.VOLUNTARY)])
    put: tuple[tuple[Callable[..., Any], UUID], ...] = (
        (on_strand.put_item_on, item.id),
        (proposal_life.tie_to_strand, proposal.id),
    )
    for service, one in put:
        assert ours.do(service, one, ours.strand_id).strand_id == ours.strand_id
    with pytest.raises(Refusal, match="so it stays; end it instead"):
        ours.do(strands.remove_strand, ours.strand_id)
    for service, one in put:
        assert ours.do(service, one, None).strand_id is None
    ours.begin(NEEDS, date(2026, 4, 13))
    ours.do(strands.add_sum, ours.strand_id, 100)
    ours.do(strands.remove_strand, ours.strand_id)
    assert (ours.names, ours.stages, ours.sums) == ([], {}, [])


def test_another_board_s_strand_takes_no_item_and_no_proposal_of_ours(ours: Ours) -> None:
    other = ours.do(boards.create_board, "Another").id
    theirs = ours.do(strands.add_strand, other, "Roads").id
    meeting = ours.do(meetings.plan_meeting, ours.board_id, date(2027, 1, 28))
    item = ours.do(agenda.add_item, meeting.id, "Roads", kind=ItemKind.DECISION)
    proposal = ours.do(proposals.put_proposal, ours.board_id, "Lamps", [PutBy(sector=Sector.VOLUNTARY)])
    with pytest.raises(Refusal, match="another board"):
        ours.do(on_strand.put_item_on, item.id, theirs)
    with pytest.raises(Refusal, match="another board"):
        ours.do(proposal_life.tie_to_strand, proposal.id, theirs)
    with pytest.raises(Refusal, match="isn't there any more"):
        ours.do(on_strand.put_item_on, item.id, uuid4())
