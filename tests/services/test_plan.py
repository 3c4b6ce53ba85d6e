"""The plan above the strands: outcomes and priorities, worded, moved, put under one another and taken out."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

import pytest

from boardroom.domain.proposals import ProposalOutcome
from boardroom.domain.refusal import Refusal
from boardroom.services import boards, plan, proposals, strands
from boardroom.services.proposals import PutBy
from boardroom.store.file import BoardFile
from boardroom.store.queries import plan as find
from boardroom.store.undo import undo

T = TypeVar("T")


class Plan:
    def __init__(self, board: BoardFile) -> None:
        self.board = board
        self.board_id = self.do(boards.create_board, "Arrowmere Partnership").id

    def do(self, service: Callable[..., T], *args: object, **parts: object) -> T:
        with self.board.writing("Do") as session:
            return service(session, *args, **parts)

    @property
    def outcomes(self) -> dict[str, UUID]:
        with self.board.reading() as session:
            return {one.name: one.id for one in find.outcomes_of(session, self.board_id)}

    @property
    def priorities(self) -> dict[str, UUID | None]:
        """The priorities in order, each with the outcome that it is under."""
        with self.board.reading() as session:
            return {one.name: one.outcome_id for one in find.priorities_of(session, self.board_id)}


@pytest.fixture
def ours(board: BoardFile) -> Plan:
    return Plan(board)


def test_a_new_board_begins_with_the_five_outcomes_of_every_child_matters(ours: Plan) -> None:
    assert tuple(ours.outcomes) == plan.EVERY_CHILD_MATTERS


def test_an_outcome_is_worded_anew_moved_and_taken_out_and_each_step_is_undone(ours: Plan) -> None:
    healthy = ours.outcomes["Be healthy"]
    ours.do(plan.rename_outcome, healthy, "Be well")
    ours.do(plan.move_outcome, healthy, by=1)
    assert list(ours.outcomes)[:2] == ["Stay safe", "Be well"]
    ours.do(plan.remove_outcome, healthy)
    assert "Be well" not in ours.outcomes
    for _ in range(3):
        undo(ours.board)
    assert tuple(ours.outcomes) == plan.EVERY_CHILD_MATTERS


def test_an_outcome_without_a_name_or_with_another_one_s_is_refused(ours: Plan) -> None:
    with pytest.raises(Refusal, match="Write the outcome"):
        ours.do(plan.add_outcome, ours.board_id, " \n")
    with pytest.raises(Refusal, match="“stay safe” stands in the plan already"):
        ours.do(plan.add_outcome, ours.board_id, "stay safe")
    with pytest.raises(Refusal, match="stands in the plan already"):
        ours.do(plan.rename_outcome, ours.outcomes["Be healthy"], "Stay safe")


def test_an_outcome_that_no_table_could_name_is_refused(ours: Plan) -> None:
    healthy = ours.outcomes["Be healthy"]
    sentence = "without “;”: in the tables of a call it parts one outcome from the next"
    with pytest.raises(Refusal, match=sentence):
        ours.do(plan.add_outcome, ours.board_id, "Play; rest")
    with pytest.raises(Refusal, match=sentence):
        ours.do(plan.rename_outcome, healthy, "Be healthy; stay so")
    assert tuple(ours.outcomes) == plan.EVERY_CHILD_MATTERS
    # A priority is named in no table.
    ours.do(plan.add_priority, ours.board_id, "Play; rest", None)


def test_an_outcome_that_a_proposal_serves_stays(ours: Plan) -> None:
    safe = ours.outcomes["Stay safe"]
    proposal = ours.do(proposals.put_proposal, ours.board_id, "Lamps in the lane", [PutBy(organisation="Residents")])
    with ours.board.writing("Serve") as session:
        session.add(ProposalOutcome(proposal_id=proposal.id, outcome_id=safe))
    with pytest.raises(Refusal, match="serves “Stay safe”"):
        ours.do(plan.remove_outcome, safe)


def test_a_priority_stands_under_an_outcome_and_outlives_it(ours: Plan) -> None:
    safe = ours.outcomes["Stay safe"]
    first = ours.do(plan.add_priority, ours.board_id, "Help before a crisis", safe)
    ours.do(plan.add_priority, ours.board_id, "Time to rest")
    ours.do(plan.move_priority, first.id, by=5)
    assert ours.priorities == {"Time to rest": None, "Help before a crisis": safe}
    ours.do(plan.remove_outcome, safe)
    assert ours.priorities["Help before a crisis"] is None


def test_a_priority_under_which_a_strand_is_planned_stays(ours: Plan) -> None:
    priority = ours.do(plan.add_priority, ours.board_id, "Time to rest")
    strand = ours.do(strands.add_strand, ours.board_id, "Short breaks", priority_id=priority.id)
    with pytest.raises(Refusal, match="“Short breaks” is planned under that priority"):
        ours.do(plan.remove_priority, priority.id)
    ours.do(strands.change_strand, strand.id, priority_id=None)
    ours.do(plan.remove_priority, priority.id)
    assert ours.priorities == {}


def test_outcomes_and_priorities_of_another_board_are_refused(ours: Plan) -> None:
    other = ours.do(boards.create_board, "Another").id
    with ours.board.reading() as session:
        theirs = find.outcomes_of(session, other)[0].id
    with pytest.raises(Refusal, match="another board's plan"):
        ours.do(plan.add_priority, ours.board_id, "Time to rest", theirs)
    priority = ours.do(plan.add_priority, other, "Theirs")
    with pytest.raises(Refusal, match="another board's plan"):
        ours.do(strands.add_strand, ours.board_id, "Short breaks", priority_id=priority.id)
