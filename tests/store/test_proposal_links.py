"""What a proposal is tied to, its life in order, and lists narrowed to a strand."""

from datetime import date
from uuid import UUID

import pytest

from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.proposal_life import LifeStep
from boardroom.domain.words import AnswerKind, ReasonCategory, Stage
from boardroom.services import actions, answers, meetings, proposal_life, proposals
from boardroom.services.proposals import PutBy
from boardroom.store.file import BoardFile
from boardroom.store.queries.proposal_links import ProposalLinks, actions_to_link
from boardroom.store.queries.proposal_list import ProposalRow, Wanted, count_proposals, proposals_page
from boardroom.store.queries.proposal_page import proposal_page
from boardroom.store.queries.proposal_strands import strand_names
from tests.services.item import Item

TODAY = date(2027, 3, 1)


@pytest.fixture
def item(board: BoardFile) -> Item:
    return Item(board)


@pytest.fixture
def strand(item: Item) -> UUID:
    with item.board.writing("Plan") as session:
        one = Strand(board_id=item.board_id, name="Play")
        session.add(one)
        session.flush()
        session.add(StrandStage(strand_id=one.id, stage=Stage.NEEDS, began=date(2026, 1, 1)))
        session.add(StrandStage(strand_id=one.id, stage=Stage.PROCUREMENT, began=date(2027, 1, 10)))
        return one.id


def put(item: Item, text: str, on: date | None = None) -> UUID:
    by = [PutBy(organisation="Families body")]
    return item.do(proposals.put_proposal, item.board_id, text, by, received_on=on).id


def links(item: Item, proposal: UUID, today: date = TODAY) -> ProposalLinks:
    with item.board.reading() as session:
        page = proposal_page(session, proposal, today)
    assert page is not None
    return page.links


def rows(item: Item, **wanted: object) -> list[ProposalRow]:
    with item.board.reading() as session:
        return proposals_page(session, Wanted(board_id=item.board_id, **wanted), TODAY)  # type: ignore[arg-type] # its fields


def test_the_stage_is_the_one_on_the_day_on_which_a_proposal_came_in(item: Item, strand: UUID) -> None:
    early, late = put(item, "Early", date(2027, 1, 9)), put(item, "Late", date(2027, 1, 10))
    loose, undated = put(item, "Loose", date(2027, 1, 10)), put(item, "Undated")
    for one in (early, late, undated):
        item.do(proposal_life.tie_to_strand, one, strand)
    assert {one.id: (one.strand, one.stage) for one in rows(item)} == {
        early: ("Play", Stage.NEEDS),
        late: ("Play", Stage.PROCUREMENT),
        undated: ("Play", None),
        loose: ("", None),
    }
    assert links(item, late).stage is Stage.PROCUREMENT
    assert {one.id for one in rows(item, strand_id=strand)} == {early, late, undated}
    with item.board.reading() as session:
        assert count_proposals(session, Wanted(board_id=item.board_id, strand_id=strand), TODAY).total == 3
        assert strand_names(session, item.board_id) == [(strand, "Play")]


def test_a_life_is_told_from_its_first_day_to_its_last(item: Item) -> None:
    proposal = put(item, "Weekend sessions", date(2027, 1, 5))
    assert links(item, proposal).step is LifeStep.RECEIVED
    item.do(proposal_life.table_proposal, proposal, date(2027, 1, 20))
    assert links(item, proposal).step is LifeStep.TABLED
    item.do(proposals.bring_to_item, proposal, item.id)
    item.do(proposal_life.consider_at_item, proposal, item.another("Play"))
    assert links(item, proposal).step is LifeStep.CONSIDERED
    answer = item.do(
        answers.answer_proposal,
        proposal,
        AnswerKind.ADAPTED,
        "In two halls.",
        category=ReasonCategory.FITS_PLAN,
        answered_on=date(2027, 2, 2),
    ).id
    assert links(item, proposal).step is LifeStep.ANSWERED
    item.do(answers.mark_told, answer, date(2027, 2, 5))
    told = links(item, proposal)
    assert told.step is LifeStep.TOLD
    assert [(one.step.value, one.on) for one in told.life] == [
        ("received", date(2027, 1, 5)),
        ("tabled", date(2027, 1, 20)),
        ("considered", date(2027, 1, 28)),
        ("considered", date(2027, 1, 28)),
        ("answered", date(2027, 2, 2)),
        ("told", date(2027, 2, 5)),
    ]
    assert [one.words for one in told.life if one.step is LifeStep.CONSIDERED] == ["1 Short breaks", "2 Play"]


def test_nothing_was_considered_at_a_meeting_that_is_still_to_come_or_was_called_off(item: Item) -> None:
    proposal = put(item, "Weekend sessions", date(2027, 1, 5))
    item.do(proposals.bring_to_item, proposal, item.id)
    item.do(proposal_life.consider_at_item, proposal, item.another("Play"))
    for today, step in ((date(2027, 1, 27), LifeStep.RECEIVED), (date(2027, 1, 28), LifeStep.CONSIDERED)):
        found = links(item, proposal, today)
        taken = step is LifeStep.CONSIDERED
        assert found.step is step
        assert found.tabled_on == (date(2027, 1, 28) if taken else None)
        assert [one.taken for one in found.considered] == [taken] * 2
        assert [one.step for one in found.life] == [LifeStep.RECEIVED, *([LifeStep.CONSIDERED] * 2 * taken)]
    item.do(meetings.call_off, item.meeting_id, "Flood")
    assert links(item, proposal).step is LifeStep.RECEIVED


def test_actions_and_earlier_proposals_are_found_from_both_ends(item: Item) -> None:
    first, again = put(item, "Repair café"), put(item, "Repair café, once more")
    item.do(proposal_life.take_up_again, again, first)
    action = item.do(actions.give_action, item.board_id, "Find 100% cotton", number="A7").id
    with item.board.reading() as session:
        assert [one.id for one in actions_to_link(session, item.board_id, "100% COTTON", 9)] == [action]
        assert not actions_to_link(session, item.board_id, "1__", 9)
    item.do(proposal_life.link_action, action, again)
    with item.board.reading() as session:
        assert not actions_to_link(session, item.board_id, "", 9)
    found, before = links(item, again), links(item, first)
    assert [(one.number, one.text) for one in found.actions] == [("A7", "Find 100% cotton")]
    assert found.earlier is not None
    assert (found.earlier.id, found.earlier.words) == (first, "Repair café")
    assert [one.id for one in before.later] == [again]


def test_what_was_deferred_to_a_day_that_has_gone_by_is_due_again(item: Item) -> None:
    proposal, other = put(item, "One", date(2027, 1, 5)), put(item, "Two", date(2027, 1, 5))
    for one, to in ((proposal, "28 February 2027"), (other, "1 March 2027")):
        item.do(
            answers.answer_proposal,
            one,
            AnswerKind.DEFERRED,
            "Figures are due.",
            category=ReasonCategory.EVIDENCE,
            deferred_to=to,
            answered_on=date(2027, 2, 2),
        )
    assert {one.id: (one.due_again, one.days) for one in rows(item)} == {proposal: (True, 28), other: (False, 28)}
