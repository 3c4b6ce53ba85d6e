from datetime import date
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import AnswerKind, PointKind, ReasonCategory, Sector
from boardroom.services import actions, answers, points, proposals
from boardroom.services.proposals import PutBy
from boardroom.store.file import BoardFile
from boardroom.store.queries.item_page import item_of
from boardroom.store.queries.item_proposals import ProposalView
from boardroom.store.queries.meeting_page import AgendaRow, agenda_of
from boardroom.store.queries.proposal_list import Wanted, count_proposals, proposals_page
from tests.services.item import Item

FAMILIES = PutBy(organisation="families body")


@pytest.fixture
def item(board: BoardFile) -> Item:
    return Item(board)


def put(item: Item, text: str, *by: PutBy, **parts: object) -> UUID:
    return item.do(proposals.put_proposal, item.board_id, text, by or [FAMILIES], item_id=item.id, **parts).id


def answer(item: Item, proposal: UUID, kind: AnswerKind = AnswerKind.ADOPTED, **parts: object) -> UUID:
    return item.do(
        answers.answer_proposal,
        proposal,
        kind,
        "It fits.",
        category=ReasonCategory.FITS_PLAN,
        item_id=item.id,
        **parts,
    ).id


def seen(item: Item, at: int = 0) -> ProposalView:
    return item.seen.proposals[at]


def row(item: Item) -> AgendaRow:
    with item.board.reading() as session:
        return agenda_of(session, item.meeting_id).items[0]


def test_a_known_organisation_brings_its_sector_and_several_may_put_one_together(item: Item) -> None:
    put(
        item,
        "Weekend sessions",
        FAMILIES,
        PutBy(organisation="A new club", sector=Sector.COMMUNITY),
        PutBy(name="Owain Meredith"),
        PutBy(),
    )
    assert [(one.organisation, one.sector, one.name) for one in seen(item).proposers] == [
        ("families body", Sector.VOLUNTARY, ""),
        ("A new club", Sector.COMMUNITY, ""),
        ("", None, "Owain Meredith"),
    ]
    assert seen(item).proposers[0].organisation_id is not None
    with pytest.raises(Refusal, match="Say who puts the proposal"):
        put(item, "Weekend sessions", PutBy())


def test_proposals_of_a_board_are_numbered_by_themselves(item: Item) -> None:
    put(item, "One", number="41")
    put(item, "Two")
    put(item, "Three", number="")
    assert [one.number for one in item.seen.proposals] == ["41", "42", ""]
    with pytest.raises(Refusal, match="There is a proposal 42 already"):
        put(item, "Four", number=" 42 ")


def test_a_proposal_is_changed_part_by_part(item: Item) -> None:
    proposal = put(item, "Weekend sessions")
    item.do(proposals.change_proposal, proposal, text="Weekend and evening sessions", received_on=date(2027, 1, 4))
    item.do(proposals.change_proposal, proposal, by=[PutBy(sector=Sector.SERVICE_USERS, role="young people")])
    shown = seen(item)
    assert (shown.text, shown.received_on, shown.number) == ("Weekend and evening sessions", date(2027, 1, 4), "1")
    assert [(one.role, one.sector) for one in shown.proposers] == [("young people", Sector.SERVICE_USERS)]


def test_a_proposal_that_came_in_between_meetings_comes_up_at_an_item(item: Item) -> None:
    proposal = item.do(proposals.put_proposal, item.board_id, "Weekend sessions", [FAMILIES]).id
    assert item.seen.proposals == ()
    item.do(proposals.bring_to_item, proposal, item.id)
    assert seen(item).id == proposal


def test_an_answer_is_changed_while_it_stands_and_nobody_was_told(item: Item) -> None:
    proposal = put(item, "Weekend sessions")
    assert row(item).unanswered == 1
    first = answer(item, proposal)
    assert (row(item).proposals, row(item).unanswered) == (1, 0)
    item.do(answers.change_answer, first, answer=AnswerKind.DEFERRED, deferred_to="May", reason="Costs first.")
    second = answer(item, proposal, AnswerKind.DECLINED)
    with pytest.raises(Refusal, match="A later answer stands"):
        item.do(answers.change_answer, first, reason="Other.")
    assert [(one.answer, one.here) for one in seen(item).answers] == [
        (AnswerKind.DEFERRED, True),
        (AnswerKind.DECLINED, True),
    ]
    item.do(answers.mark_told, second, date(2027, 2, 1))
    for service in (answers.change_answer, answers.remove_answer):
        with pytest.raises(Refusal, match="were told this answer"):
            item.do(service, second)
    with pytest.raises(Refusal, match="told on 1 February 2027 already"):
        item.do(answers.mark_told, second, date(2027, 2, 2))


def test_the_answer_that_stands_is_the_one_given_last_with_or_without_a_day(item: Item) -> None:
    proposal = put(item, "Weekend sessions")
    answer(item, proposal, AnswerKind.DEFERRED, deferred_to="March", answered_on=date(2027, 1, 4))
    answer(item, proposal)
    with item.board.reading() as session:
        wanted = Wanted(board_id=item.board_id)
        (listed,) = proposals_page(session, wanted, date(2027, 2, 1))
        counts = count_proposals(session, wanted, date(2027, 2, 1))
    standing = seen(item).answer
    assert standing is not None
    assert standing.answer is listed.state is AnswerKind.ADOPTED
    assert counts.by_state == {AnswerKind.ADOPTED: 1}


def test_a_deferral_names_its_meeting_and_the_name_goes_with_it(item: Item) -> None:
    given = answer(item, put(item, "Weekend sessions"), AnswerKind.DEFERRED, deferred_to="May")
    with pytest.raises(Refusal, match="to which meeting or date"):
        item.do(answers.change_answer, given, deferred_to=" ")
    changed = item.do(answers.change_answer, given, answer=AnswerKind.ADOPTED)
    assert changed.deferred_to == ""


def test_a_proposal_is_removed_until_it_was_answered_and_its_point_stays(item: Item) -> None:
    proposal = put(item, "Weekend sessions")
    item.do(points.add_point, item.id, "Weekends!", kind=PointKind.PROPOSAL, name="Amina Yusuf", proposal_id=proposal)
    given = answer(item, proposal)
    with pytest.raises(Refusal, match="was answered, so it stays"):
        item.do(proposals.remove_proposal, proposal)
    item.do(answers.remove_answer, given)
    item.do(proposals.remove_proposal, proposal)
    assert item.seen.proposals == ()
    assert [one.proposal_id for one in item.seen.points] == [None]


def test_a_proposal_answered_at_another_item_is_shown_there_too(item: Item) -> None:
    proposal = put(item, "Weekend sessions")
    other = item.another("Answers since September")
    item.do(
        answers.answer_proposal, proposal, AnswerKind.DECLINED, "Too dear.", category=ReasonCategory.COST, item_id=other
    )
    with item.board.reading() as session:
        (shown,) = item_of(session, other).proposals
    assert [one.here for one in shown.answers] == [True]
    assert [one.here for one in seen(item).answers] == [False]


def test_a_proposal_goes_though_a_later_meeting_has_its_trace(item: Item) -> None:
    proposal = item.do(proposals.put_proposal, item.board_id, "Weekend sessions", [FAMILIES]).id
    trace = item.do(points.add_point, item.id, "It was asked for again.", proposal_id=proposal).id
    item.do(proposals.remove_proposal, proposal)
    assert [(one.id, one.proposal_id) for one in item.seen.points] == [(trace, None)]


def test_what_is_gone_is_never_linked_to(item: Item) -> None:
    proposal = put(item, "Weekend sessions")
    given = answer(item, proposal)
    point = item.do(points.add_point, item.id, "It was asked for.").id
    action = item.do(actions.give_action, item.board_id, "Cost two halls", item_id=item.id).id
    for service, parts in (
        (points.add_point, {"item_id": item.id, "text": "Again.", "proposal_id": uuid7()}),
        (points.change_point, {"point_id": point, "proposal_id": uuid7()}),
        (answers.change_answer, {"answer_id": given, "decision_id": uuid7()}),
        (actions.change_action, {"action_id": action, "decision_id": uuid7()}),
    ):
        with pytest.raises(Refusal, match="isn't there any more"):
            item.do(service, **parts)
