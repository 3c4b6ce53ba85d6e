"""What becomes of a proposal beside its answer: tabled, considered, tied to other things, told."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from boardroom.domain.actions import Action
from boardroom.domain.calls import Telling
from boardroom.domain.people import Organisation
from boardroom.domain.plan import Strand
from boardroom.domain.proposals import Answer, Estimate, Proposal, ProposalItem
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import AnswerKind, ReasonCategory, TellingKind
from boardroom.services import actions, agenda, answers, boards, meetings, proposal_life, proposals
from boardroom.services.proposals import PutBy
from boardroom.store.file import BoardFile
from tests.services.item import Item

FAMILIES, HEALTH = PutBy(organisation="Families body"), PutBy(organisation="Health body")
ON = date(2027, 2, 1)


@pytest.fixture
def item(board: BoardFile) -> Item:
    return Item(board)


def put(item: Item, text: str = "Weekend sessions", *by: PutBy, at_item: bool = True) -> UUID:
    where = {"item_id": item.id} if at_item else {"received_on": date(2027, 1, 5)}
    return item.do(proposals.put_proposal, item.board_id, text, by or [FAMILIES], **where).id


def answer(item: Item, proposal: UUID, kind: AnswerKind = AnswerKind.ADOPTED, *, at_item: bool = True) -> UUID:
    category = ReasonCategory.FITS_PLAN
    where = {"item_id": item.id} if at_item else {"answered_on": date(2027, 1, 6)}
    return item.do(answers.answer_proposal, proposal, kind, "It fits.", category=category, **where).id


def tell(item: Item, *names: str, on: date = ON) -> list[UUID]:
    whom = [body(item, one) for one in names]
    return [one.id for one in item.do(proposal_life.tell_partners, item.board_id, whom, on, "letter", today=ON)]


def body(item: Item, name: str) -> UUID:
    with item.board.reading() as session:
        return session.scalars(select(Organisation.id).where(Organisation.name == f"{name} body")).one()


def rows(item: Item, entity: Any) -> list[Any]:  # noqa: ANN401 - rows of whatever entity
    with item.board.reading() as session:
        return list(session.scalars(select(entity).order_by(entity.id)))


def of(item: Item, proposal: UUID) -> Proposal:
    with item.board.reading() as session:
        found = session.get(Proposal, proposal)
        assert found is not None
        return found


def test_a_proposal_is_tabled_once_it_has_come_in(item: Item) -> None:
    proposal = put(item, at_item=False)
    with pytest.raises(Refusal, match="It came in on 5 January 2027"):
        item.do(proposal_life.table_proposal, proposal, date(2027, 1, 4))
    item.do(proposal_life.table_proposal, proposal, date(2027, 1, 5))
    assert of(item, proposal).tabled_on == date(2027, 1, 5)
    item.do(proposal_life.table_proposal, proposal, None)
    assert of(item, proposal).tabled_on is None


def test_a_proposal_is_considered_at_further_items_once_each(item: Item) -> None:
    proposal, other = put(item), item.another("Play")
    with pytest.raises(Refusal, match="stands at “Short breaks” already"):
        item.do(proposal_life.consider_at_item, proposal, item.id)
    row = item.do(proposal_life.consider_at_item, proposal, other)
    assert row.meeting_id == item.meeting_id
    with pytest.raises(Refusal, match="stands at “Play” already"):
        item.do(proposal_life.consider_at_item, proposal, other)
    item.do(proposal_life.no_longer_consider, row.id)
    assert not rows(item, ProposalItem)
    with pytest.raises(Refusal, match="isn't there any more"):
        item.do(proposal_life.no_longer_consider, row.id)


def test_an_action_carries_a_proposal_out(item: Item) -> None:
    proposal = put(item)
    action = item.do(actions.give_action, item.board_id, "Find two halls").id
    assert item.do(proposal_life.link_action, action, proposal).proposal_id == proposal
    item.do(proposals.remove_proposal, proposal)
    assert [one.proposal_id for one in rows(item, Action)] == [None]


def test_what_hangs_on_a_proposal_goes_with_it(item: Item) -> None:
    proposal, other = put(item), item.another("Play")
    item.do(proposal_life.consider_at_item, proposal, other)
    with item.board.writing("Estimate") as session:
        session.add(Estimate(proposal_id=proposal, typical=4000))
    item.do(proposals.remove_proposal, proposal)
    assert [rows(item, one) for one in (ProposalItem, Estimate, Proposal)] == [[], [], []]


def test_an_earlier_proposal_is_taken_up_again_and_never_in_a_circle(item: Item) -> None:
    first, second, third = put(item, "One"), put(item, "Two"), put(item, "Three")
    item.do(proposal_life.take_up_again, second, first)
    item.do(proposal_life.take_up_again, third, second)
    for earlier in (first, second, third):
        with pytest.raises(Refusal, match="can't take up itself again"):
            item.do(proposal_life.take_up_again, first, earlier)
    with pytest.raises(Refusal, match="Proposal 2 takes that proposal up again"):
        item.do(proposals.remove_proposal, first)
    item.do(proposal_life.take_up_again, second, None)
    item.do(proposals.remove_proposal, first)


def test_nothing_of_another_board_is_tied_to_a_proposal(item: Item) -> None:
    proposal = put(item)
    other = item.do(boards.create_board, "Another board").id
    theirs = item.do(proposals.put_proposal, other, "Something", [PutBy(organisation="Families body")]).id
    action = item.do(actions.give_action, other, "Do something").id
    with item.board.writing("Plan") as session:
        strand = Strand(board_id=other, name="Play")
        session.add(strand)
    for service, one, two in (
        (proposal_life.take_up_again, proposal, theirs),
        (proposal_life.link_action, action, proposal),
        (proposal_life.tie_to_strand, proposal, strand.id),
    ):
        with pytest.raises(Refusal, match="belongs to another board"):
            item.do(service, one, two)


def test_partners_are_told_once_what_stands_and_the_register_says_so(item: Item) -> None:
    with item.board.writing("Plan") as session:
        strand = Strand(board_id=item.board_id, name="Play")
        session.add(strand)
    joint, own, waiting = put(item, "Joint", FAMILIES, HEALTH), put(item, "Own"), put(item, "Waiting")
    item.do(proposal_life.tie_to_strand, joint, strand.id)
    first = answer(item, joint, AnswerKind.DECLINED, at_item=False)
    standing, other = answer(item, joint), answer(item, own)
    assert set(tell(item, "Families", "Health")) == {standing, other}
    told = {one.id: one.told_on for one in rows(item, Answer)}
    assert told == {first: None, standing: ON, other: ON}
    register = rows(item, Telling)
    assert {(one.organisation_id, one.kind, one.told_on) for one in register} == {
        (body(item, name), TellingKind.RESULT, ON) for name in ("Families", "Health")
    }
    with pytest.raises(Refusal, match="told every answer already"):
        tell(item, "Families")
    answer(item, waiting)
    assert len(tell(item, "Families")) == 1


def test_nobody_is_told_an_answer_before_it_was_given(item: Item) -> None:
    answer(item, put(item))
    with pytest.raises(Refusal, match="can't have been told on 27 January 2027: the answer to proposal 1 was given"):
        tell(item, "Families", on=date(2027, 1, 27))
    assert [one.told_on for one in rows(item, Answer)] == [None]


def test_nobody_is_told_on_a_day_to_come(item: Item) -> None:
    proposal = put(item)
    answer(item, proposal)
    with pytest.raises(Refusal, match=r"^2 February 2027 is still to come; nobody was told on it\.$"):
        tell(item, "Families", on=date(2027, 2, 2))
    assert rows(item, Answer)[0].told_on is None
    assert rows(item, Telling) == []
    assert len(tell(item, "Families", on=ON)) == 1


def test_another_board_s_meeting_considers_none_of_ours(item: Item) -> None:
    proposal = put(item, at_item=False)
    other = item.do(boards.create_board, "Another board").id
    theirs = item.do(agenda.add_item, item.do(meetings.plan_meeting, other, ON).id, "Roads").id
    for service in (proposal_life.consider_at_item, proposals.bring_to_item):
        with pytest.raises(Refusal, match="“Roads” is at a meeting of another board"):
            item.do(service, proposal, theirs)


def test_what_was_to_be_considered_at_an_item_and_comes_up_there_stands_there_once(item: Item) -> None:
    proposal = put(item, at_item=False)
    item.do(proposal_life.consider_at_item, proposal, item.id)
    item.do(proposals.bring_to_item, proposal, item.id)
    assert of(item, proposal).item_id == item.id
    assert not rows(item, ProposalItem)


def test_nothing_comes_in_after_it_was_tabled(item: Item) -> None:
    proposal = put(item, at_item=False)
    item.do(proposal_life.table_proposal, proposal, date(2027, 1, 20))
    item.do(proposals.change_proposal, proposal, received_on=date(2027, 1, 20))
    with pytest.raises(Refusal, match="It was tabled on 20 January 2027"):
        item.do(proposals.change_proposal, proposal, received_on=date(2027, 1, 21))


def test_no_answer_is_older_than_its_proposal_and_nobody_is_told_one_before_it_is_given(item: Item) -> None:
    proposal = put(item, at_item=False)
    given = answer(item, proposal, at_item=False)
    for service, one in ((answers.answer_proposal, proposal), (answers.change_answer, given)):
        parts = {"answer": AnswerKind.DECLINED, "reason": "No.", "category": ReasonCategory.COST}
        with pytest.raises(Refusal, match="It came in on 5 January 2027"):
            item.do(service, one, answered_on=date(2027, 1, 4), **parts)
    with pytest.raises(Refusal, match="given on 6 January 2027"):
        item.do(answers.mark_told, given, date(2027, 1, 5))
    item.do(answers.mark_told, given, date(2027, 1, 6))
