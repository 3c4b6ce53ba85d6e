from datetime import date
from uuid import UUID

import pytest

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import LinkKind, Method, Restriction, Result, VoteOption
from boardroom.services import actions, agenda, decisions, votes
from boardroom.services.votes import Ballot
from boardroom.store.check import check
from boardroom.store.file import BoardFile
from boardroom.store.queries.decision_list import Wanted, decisions_page
from boardroom.store.queries.item_decisions import DecisionView
from tests.services.item import Item


@pytest.fixture
def item(board: BoardFile) -> Item:
    return Item(board)


def decide(item: Item, wording: str, *, provisional: bool = False) -> UUID:
    return item.do(
        decisions.record_decision,
        item.board_id,
        wording,
        method=Method.CONSENSUS,
        result=Result.CARRIED,
        item_id=item.id,
        provisional=provisional,
    ).id


def seen(item: Item, decision_id: UUID) -> DecisionView:
    return next(one for one in item.seen.decisions if one.id == decision_id)


def test_a_decision_is_changed_part_by_part(item: Item) -> None:
    decision = decide(item, "That two halls be costed.")
    item.do(decisions.change_decision, decision, wording="That three be costed.", number="1a", mover="Amina Yusuf")
    item.do(decisions.change_decision, decision, result=Result.RECOMMENDED, recommended_to="the council", method=None)
    shown = seen(item, decision)
    assert (shown.wording, shown.number, shown.mover) == ("That three be costed.", "1a", "Amina Yusuf")
    assert (shown.result, shown.recommended_to, shown.method) == (Result.RECOMMENDED, "the council", None)
    with pytest.raises(Refusal, match="Write the wording"):
        item.do(decisions.change_decision, decision, wording=" ")


def test_a_decision_between_meetings_keeps_its_date(item: Item) -> None:
    with pytest.raises(Refusal, match="the day on which it was taken"):
        item.do(decisions.record_decision, item.board_id, "Agreed.", method=Method.VOTE, result=Result.CARRIED)
    taken = item.do(
        decisions.record_decision,
        item.board_id,
        "Agreed by letter.",
        method=Method.VOTE,
        result=Result.CARRIED,
        decided_on=date(2027, 2, 1),
    )
    assert taken.method is Method.BETWEEN_MEETINGS
    with pytest.raises(Refusal, match="the day on which it was taken"):
        item.do(decisions.change_decision, taken.id, decided_on=None)
    with pytest.raises(Refusal, match="between meetings"):
        item.do(votes.vote_on_decision, taken.id, Ballot())


def test_conditions_are_set_as_a_list_and_rows_go_on(item: Item) -> None:
    decision = decide(item, "That two halls be costed.")
    first, _ = item.do(decisions.set_conditions, decision, ["Officers report in May.", "No staff are moved."])
    item.do(decisions.set_conditions, decision, ["Officers report in June.", " ", "Cost is capped.", "Both are open."])
    conditions = seen(item, decision).conditions
    assert [text for _, text in conditions] == ["Officers report in June.", "Cost is capped.", "Both are open."]
    assert conditions[0][0] == first.id
    item.do(decisions.set_conditions, decision, [])
    assert seen(item, decision).conditions == ()


def test_dissents_stand_in_the_members_own_words(item: Item) -> None:
    decision = decide(item, "That two halls be costed.")
    one = item.do(decisions.record_dissent, decision, "Owain Meredith", "Too fast.")
    item.do(decisions.record_dissent, decision, "Amina Yusuf", "Too few.")
    assert one.person_id is not None
    assert [(name, words) for _, name, words in seen(item, decision).dissents] == [
        ("Owain Meredith", "Too fast."),
        ("Amina Yusuf", "Too few."),
    ]
    item.do(decisions.remove_dissent, one.id)
    assert len(seen(item, decision).dissents) == 1
    with pytest.raises(Refusal, match="Say who dissents"):
        item.do(decisions.record_dissent, decision, "", "No.")


def test_a_later_decision_supersedes_an_earlier_one_once(item: Item) -> None:
    earlier, later = decide(item, "That two halls be costed."), decide(item, "That no hall be costed.")
    link = item.do(decisions.link_decision, later, LinkKind.SUPERSEDES, of_decision_id=earlier)
    (shown,) = seen(item, later).links
    assert (shown.kind, shown.wording, shown.held_on) == (
        LinkKind.SUPERSEDES,
        "That two halls be costed.",
        date(2027, 1, 28),
    )
    for of, why in ((earlier, "recorded already"), (later, "does nothing to itself"), (None, "Say which decision")):
        with pytest.raises(Refusal, match=why):
            item.do(decisions.link_decision, later, LinkKind.SUPERSEDES, of_decision_id=of)
    item.do(decisions.unlink_decision, link.id)
    item.do(decisions.link_decision, later, LinkKind.AMENDS, words="minute 12 of 1998")
    assert [one.words for one in seen(item, later).links] == ["minute 12 of 1998"]


def test_a_decision_goes_with_its_votes_unless_something_rests_on_it(item: Item) -> None:
    decision = decide(item, "That two halls be costed.")
    item.do(decisions.set_conditions, decision, ["Officers report in May."])
    item.do(decisions.record_dissent, decision, "Owain Meredith", "Too fast.")
    item.do(votes.vote_on_decision, decision, Ballot(counts={VoteOption.YES: 2, VoteOption.NO: 1}))
    action = item.do(actions.give_action, item.board_id, "Cost two halls", decision_id=decision, item_id=item.id).id
    with pytest.raises(Refusal, match="An action rests on that decision"):
        item.do(decisions.remove_decision, decision)
    item.do(actions.remove_action, action)
    later = decide(item, "That no hall be costed.")
    link = item.do(decisions.link_decision, later, LinkKind.SUPERSEDES, of_decision_id=decision)
    with pytest.raises(Refusal, match="A later decision rests on that decision"):
        item.do(decisions.remove_decision, decision)
    item.do(decisions.unlink_decision, link.id)
    item.do(decisions.remove_decision, decision)
    assert [one.id for one in item.seen.decisions] == [later]
    assert check(item.board.path) == []


def test_a_decision_at_an_item_that_is_gone_is_refused(item: Item) -> None:
    gone = AgendaItem(meeting_id=item.meeting_id, title="never added").id
    with pytest.raises(Refusal, match="isn't on the agenda any more"):
        item.do(
            decisions.record_decision,
            item.board_id,
            "Agreed.",
            method=Method.VOTE,
            result=Result.CARRIED,
            item_id=gone,
        )


def test_the_register_marks_what_stands_under_a_restricted_item_at_any_depth(item: Item) -> None:
    below = item.do(agenda.add_item, item.meeting_id, "Bids", parent_id=item.id).id
    deepest = item.do(agenda.add_item, item.meeting_id, "The second bid", parent_id=below).id
    item.do(
        agenda.restrict_item,
        item.id,
        Restriction.EXEMPT,
        ground="Schedule 12A paragraph 3",
        public_title="A contract",
    )
    for at in (deepest, item.another("Any other business")):
        item.do(
            decisions.record_decision,
            item.board_id,
            "Agreed.",
            method=Method.CONSENSUS,
            result=Result.CARRIED,
            item_id=at,
        )
    with item.board.reading() as session:
        rows = decisions_page(session, Wanted(board_id=item.board_id))
    assert {row.item_id == deepest: row.restricted for row in rows} == {True: True, False: False}
