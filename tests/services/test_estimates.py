"""What users say of a proposal, kept beside what it costs; later measure beside estimate."""

from dataclasses import replace
from datetime import date

import pytest
from uuid_utils.compat import uuid7

from boardroom.domain.board import Board
from boardroom.domain.plan import Outcome, Strand
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.refusal import Refusal
from boardroom.domain.value import Costed, Estimated, ValueRow
from boardroom.domain.words import Sector
from boardroom.services.agenda import add_item
from boardroom.services.estimates import (
    add_estimate,
    change_estimate,
    cost_proposal,
    keep_estimate,
    remove_estimate,
    serve_outcomes,
)
from boardroom.services.meetings import plan_meeting
from boardroom.services.proposal_case import make_case
from boardroom.services.proposals import PutBy, put_proposal
from boardroom.store.file import BoardFile
from boardroom.store.queries.value import estimates_of, value_rows

BOARD, OTHER, STRAND = uuid7(), uuid7(), uuid7()
HALLS, SAFE, HEALTHY, THEIRS = uuid7(), uuid7(), uuid7(), uuid7()
ASKED = Estimated(lowest=5000, typical=7500, highest=9000, asked=63, who="parents", scale="0 to 10", words="“At last.”")


@pytest.fixture
def plan(board: BoardFile) -> BoardFile:
    """A strand with one proposal, and two outcomes."""
    with board.writing("Set up") as session:
        session.add_all([Board(id=BOARD, name="Ours"), Board(id=OTHER, name="Theirs")])
        session.add(Strand(id=STRAND, board_id=BOARD, name="Short breaks"))
        session.add(Outcome(id=SAFE, board_id=BOARD, name="Stay safe", position=1))
        session.add(Outcome(id=HEALTHY, board_id=BOARD, name="Be healthy"))
        session.add(Outcome(id=THEIRS, board_id=OTHER, name="Theirs"))
        session.add(Proposal(id=HALLS, board_id=BOARD, strand_id=STRAND, number="41", text="Two village halls"))
        session.add(Proposer(proposal_id=HALLS, organisation="Carers’ Link", sector=Sector.VOLUNTARY))
    return board


def only_row(board: BoardFile) -> ValueRow:
    with board.reading() as session:
        (row,) = value_rows(session, STRAND)
    return row


def test_estimate_cost_and_outcomes_stand_side_by_side(plan: BoardFile) -> None:
    with plan.writing("Estimate") as session:
        add_estimate(session, HALLS, ASKED)
        cost_proposal(session, HALLS, Costed(pence=4_440_000, currency="gbp ", months=12, people=300))
        serve_outcomes(session, HALLS, [SAFE, HEALTHY])
    row = only_row(plan)
    assert row.estimate == ASKED
    assert row.later is None
    assert (row.cost.per_person, row.cost.currency) == (14_800, "GBP")
    assert row.outcomes == ("Be healthy", "Stay safe")
    assert (row.title, row.sectors, row.proposers) == ("Two village halls", (Sector.VOLUNTARY,), "Carers’ Link")


def test_what_is_measured_later_stands_beside_what_was_estimated(plan: BoardFile) -> None:
    measured = Estimated(typical=6000, asked=40, scale="0 to 10", actual=True)
    with plan.writing("Measure") as session:
        add_estimate(session, HALLS, measured)
        add_estimate(session, HALLS, ASKED)
    row = only_row(plan)
    assert (row.estimate, row.later) == (ASKED, measured)


def test_an_estimate_is_put_right_or_taken_out(plan: BoardFile) -> None:
    with plan.writing("Estimate") as session:
        first = add_estimate(session, HALLS, ASKED).id
    better = Estimated(lowest=5000, typical=7000, highest=9000, asked=64)
    with plan.writing("Put it right") as session:
        change_estimate(session, first, better)
    assert only_row(plan).estimate == better
    with plan.writing("Take it out") as session:
        remove_estimate(session, first)
    assert only_row(plan).estimate == Estimated()


def test_an_outcome_no_longer_named_is_no_longer_served(plan: BoardFile) -> None:
    with plan.writing("Serve") as session:
        serve_outcomes(session, HALLS, [SAFE, HEALTHY])
    with plan.writing("Serve less") as session:
        serve_outcomes(session, HALLS, [SAFE])
    assert only_row(plan).outcomes == ("Stay safe",)


def test_what_does_not_fit_together_is_refused_whole(plan: BoardFile) -> None:
    with pytest.raises(Refusal, match="above the typical"), plan.writing("Try") as session:
        add_estimate(session, HALLS, Estimated(lowest=9000, typical=5000))
    with pytest.raises(Refusal, match="three letters"), plan.writing("Try") as session:
        cost_proposal(session, HALLS, Costed(pence=1, currency="pounds"))
    with pytest.raises(Refusal, match="another board"), plan.writing("Try") as session:
        serve_outcomes(session, HALLS, [THEIRS])
    with pytest.raises(Refusal, match="isn't there any more"), plan.writing("Try") as session:
        add_estimate(session, uuid7(), ASKED)
    row = only_row(plan)
    assert (row.estimate, row.cost.pence, row.outcomes) == (Estimated(), None, ())


def test_the_estimate_that_counts_is_kept_put_right_and_taken_out(plan: BoardFile) -> None:
    hours = replace(ASKED, scale="hours a week")
    with plan.writing("Keep") as session:
        keep_estimate(session, HALLS, hours)
        # Without a scale of its own it is on that of what was estimated.
        keep_estimate(session, HALLS, Estimated(typical=6000, actual=True))
    assert only_row(plan).estimate == hours
    assert only_row(plan).later == Estimated(typical=6000, scale="hours a week", actual=True)
    with plan.writing("Put it right") as session:
        keep_estimate(session, HALLS, replace(hours, typical=8000))
        keep_estimate(session, HALLS, Estimated(scale="hours a week", actual=True))
    assert only_row(plan).estimate.typical == 8000
    assert only_row(plan).later is None
    with plan.reading() as session:
        assert len(estimates_of(session, [HALLS])) == 1


def test_a_scale_without_figures_is_refused_and_a_figure_has_one(plan: BoardFile) -> None:
    with pytest.raises(Refusal, match="Write a figure first"), plan.writing("Keep") as session:
        keep_estimate(session, HALLS, Estimated(scale="hours a week"))
    with plan.writing("Keep") as session:
        keep_estimate(session, HALLS, Estimated(lowest=1000))
    assert only_row(plan).estimate == Estimated(lowest=1000, scale="0 to 10")


def test_the_proposer_s_case_is_kept_part_by_part(plan: BoardFile) -> None:
    with plan.writing("Case") as session:
        make_case(session, HALLS, helps=" Carers\r\nin the hills ", needs="A key")
        made = make_case(session, HALLS, interests="none")
        assert (made.helps, made.needs, made.interests) == ("Carers\nin the hills", "A key", "none")
    with (
        pytest.raises(Refusal, match=r"This holds 10,001 letters; 10,000 are the most\."),
        plan.writing("x") as session,
    ):
        make_case(session, HALLS, needs="x" * 10_001)


def test_what_came_up_at_an_item_on_the_strand_stands_beside_what_was_tied_to_it(plan: BoardFile) -> None:
    with plan.writing("Put") as session:
        meeting = plan_meeting(session, BOARD, date(2027, 1, 28))
        item = add_item(session, meeting.id, "Short breaks")
        item.strand_id = STRAND
        below = add_item(session, meeting.id, "Halls")
        below.parent_id = item.id
        for number, where in (("42", item.id), ("43", below.id), ("44", add_item(session, meeting.id, "Other").id)):
            by = [PutBy(organisation="Carers’ Link")]
            put_proposal(session, BOARD, "Open at weekends.", by, item_id=where, number=number)
    with plan.reading() as session:
        assert sorted(one.number for one in value_rows(session, STRAND)) == ["41", "42", "43"]
