"""Settled without a vote, provisional without a quorum, ratified by a later meeting."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest

from boardroom.domain.entry import Entry, EntryKind
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import (
    LinkKind,
    Method,
    Presence,
    Result,
    Sector,
    VoteMethod,
    VoteOption,
    VoteResult,
)
from boardroom.services import (
    at_the_door,
    attendance,
    comings,
    decisions,
    declarations,
    motions,
    running,
    settling,
    terms,
    votes,
)
from boardroom.services.agenda import add_item
from boardroom.services.meetings import confirm_minutes, plan_meeting
from boardroom.services.quick_entry import record_entry
from boardroom.store.file import BoardFile
from boardroom.store.queries.attendance_page import attendance_of
from boardroom.store.queries.decision_list import count_to_ratify
from boardroom.store.queries.item_decisions import DecisionView
from boardroom.store.queries.item_page import ItemView, item_of
from boardroom.store.queries.round_table import Hearing, round_the_table
from boardroom.store.queries.voters import voters_at
from boardroom.store.undo import undo
from tests.services.item import Item

TWO = datetime(2027, 1, 28, 14, 0, tzinfo=UTC)
HALLS = "That we open two halls."
FOR, AGAINST = {VoteOption.YES: 2, VoteOption.NO: 1}, {VoteOption.YES: 1, VoteOption.NO: 2}


class Sitting(Item):
    """An item of a meeting in session, of a board whose quorum is two of three."""

    def __init__(self, board: BoardFile) -> None:
        super().__init__(board)
        self.do(terms.terms_from, self.board_id, TWO.date() - timedelta(days=100), quorum_number=2)
        self.do(running.start_meeting, self.meeting_id, TWO)

    def put(self, wording: str = HALLS, mover: str = "") -> UUID:
        return self.do(motions.put_motion, self.id, wording, mover=mover).id

    def leave(self, *names: str) -> None:
        for name in names:
            self.do(attendance.set_presence, self.lines[name], Presence.ABSENT)

    @property
    def decided(self) -> DecisionView:
        (decision,) = self.seen.decisions
        return decision


@pytest.fixture
def item(board: BoardFile) -> Sitting:
    return Sitting(board)


def test_a_motion_to_which_nobody_objects_is_decided_in_one_step(item: Sitting) -> None:
    motion = item.put(mover="Amina Yusuf")
    item.do(settling.agree_motion, motion, TWO)
    one = item.decided
    assert (one.wording, one.method, one.result, one.motion_id) == (HALLS, Method.CONSENSUS, Result.CARRIED, motion)
    assert (one.mover, one.provisional, item.seen.motions[0].result) == ("Amina Yusuf", False, Result.CARRIED)
    undo(item.board)
    assert (item.seen.decisions, item.seen.motions[0].result) == ((), Result.NOT_STATED)


def test_what_is_decided_of_an_amended_motion_is_its_substantive_wording(item: Sitting) -> None:
    motion = item.put()
    amendment = item.do(motions.amend_motion, motion, "That we open three halls.").id
    with pytest.raises(Refusal, match="An amendment to that motion is not settled"):
        item.do(settling.agree_motion, motion, TWO)
    assert item.do(settling.agree_motion, amendment, TWO) is None
    assert not item.seen.decisions
    item.do(settling.agree_motion, motion, TWO)
    assert item.decided.wording == "That we open three halls."
    assert item.seen.motions[0].result is Result.CARRIED_AS_AMENDED


def test_a_vote_on_an_amended_motion_carries_it_as_amended(item: Sitting) -> None:
    motion = item.put()
    amendment = item.do(motions.amend_motion, motion, "That we open three halls.").id
    with pytest.raises(Refusal, match="An amendment to that motion is not settled"):
        item.do(votes.vote_on_motion, motion, votes.Ballot(counts=FOR))
    item.do(votes.vote_on_motion, amendment, votes.Ballot(counts=FOR))
    item.do(votes.vote_on_motion, motion, votes.Ballot(counts=FOR))
    assert item.seen.motions[0].result is Result.CARRIED_AS_AMENDED
    item.do(settling.decide_as_voted, motion, TWO)
    assert item.decided.wording == "That we open three halls."
    for _ in range(3):
        undo(item.board)
    assert (item.seen.motions[0].stands, item.seen.motions[0].result) == (HALLS, Result.NOT_STATED)


def test_what_is_decided_is_amended_no_more(item: Sitting) -> None:
    motion = item.put()
    first = item.do(motions.amend_motion, motion, "That we open three halls.").id
    item.do(votes.vote_on_motion, first, votes.Ballot(counts=FOR))
    item.do(settling.agree_motion, motion, TWO)
    late = item.do(motions.amend_motion, first, "That we open four halls.").id
    for settle in (
        lambda: item.do(settling.agree_motion, late, TWO),
        lambda: item.do(votes.vote_on_motion, late, votes.Ballot(counts=FOR)),
    ):
        with pytest.raises(Refusal, match="no amendment to it is carried any more"):
            settle()
    item.do(votes.vote_on_motion, late, votes.Ballot(counts=AGAINST))
    recorded = item.seen.motions[0].amendments[0].votes[0].id
    item.do(votes.change_vote, recorded, votes.Ballot(counts={VoteOption.YES: 3}, result=VoteResult.CARRIED))
    assert item.seen.motions[0].stands == item.decided.wording == "That we open three halls."


def test_no_vote_says_otherwise_than_the_decision_that_is_recorded(item: Sitting) -> None:
    motion = item.put()
    item.do(settling.agree_motion, motion, TWO)
    with pytest.raises(Refusal, match="is recorded as carried; take that out first"):
        item.do(votes.vote_on_motion, motion, votes.Ballot(counts=AGAINST))
    vote = item.do(votes.vote_on_motion, motion, votes.Ballot(counts=FOR)).id
    with pytest.raises(Refusal, match="is recorded as carried; take that out first"):
        item.do(votes.change_vote, vote, votes.Ballot(counts=AGAINST))
    item.do(votes.remove_vote, vote)
    assert (item.seen.motions[0].result, item.decided.result) == (Result.CARRIED, Result.CARRIED)


def test_what_is_settled_is_not_settled_again(item: Sitting) -> None:
    motion = item.put()
    item.do(settling.agree_motion, motion, TWO)
    with pytest.raises(Refusal, match="recorded already"):
        item.do(settling.agree_motion, motion, TWO)
    lost = item.put("That we close them.")
    item.do(motions.change_motion, lost, result=Result.LOST)
    with pytest.raises(Refusal, match="was lost already"):
        item.do(settling.agree_motion, lost, TWO)
    with pytest.raises(Refusal, match="already that nobody objected"):
        item.do(settling.agree_decision, item.decided.id, TWO)


def test_a_decision_that_was_recorded_is_said_to_be_agreed(item: Sitting) -> None:
    one = item.do(
        decisions.record_decision, item.board_id, HALLS, method=Method.VOTE, result=Result.NOT_STATED, item_id=item.id
    )
    item.do(settling.agree_decision, one.id, TWO)
    assert (item.decided.method, item.decided.result) == (Method.CONSENSUS, Result.CARRIED)


def test_a_motion_that_a_vote_carried_becomes_the_decision(item: Sitting) -> None:
    motion = item.put()
    with pytest.raises(Refusal, match="Only a motion that a vote has carried"):
        item.do(settling.decide_as_voted, motion, TWO)
    counts = {VoteOption.YES: 2, VoteOption.NO: 1}
    item.do(votes.vote_on_motion, motion, votes.Ballot(method=VoteMethod.HANDS, counts=counts))
    item.do(settling.decide_as_voted, motion, TWO)
    assert (item.decided.method, item.decided.wording) == (Method.SHOW_OF_HANDS, HALLS)
    with pytest.raises(Refusal, match="recorded already"):
        item.do(settling.decide_as_voted, motion, TWO)


@pytest.mark.parametrize(("away", "provisional"), [(1, False), (2, True)])
def test_what_is_carried_without_a_quorum_is_provisional(item: Sitting, away: int, *, provisional: bool) -> None:
    item.leave(*list(item.lines)[:away])
    item.do(settling.agree_motion, item.put(), TWO)
    assert item.decided.provisional is provisional
    assert item.do(count_to_ratify, item.board_id) == provisional


def test_whoever_is_recused_from_the_item_leaves_its_quorum(item: Sitting) -> None:
    item.leave("Amina Yusuf")
    item.do(declarations.declare, item.meeting_id, "Owain Meredith", "His employer.", item_ids=[item.id], recused=True)
    item.do(settling.agree_motion, item.put(), TWO)
    assert item.decided.provisional
    elsewhere = item.another("The plan")
    item.do(
        decisions.record_decision, item.board_id, "Adopted.", method=Method.CONSENSUS, result=Result.CARRIED,
        item_id=elsewhere,
    )  # fmt: skip
    with item.board.reading() as session:
        assert not item_of(session, elsewhere).decisions[0].provisional


def test_the_present_moment_decides_and_not_who_came_at_all(item: Sitting) -> None:
    for name in list(item.lines)[:2]:
        stay = item.do(comings.leave, item.lines[name], comings.When(at=time(14, 20)))
        assert stay is not None
    early, late = TWO + timedelta(minutes=10), TWO + timedelta(minutes=30)
    item.do(settling.agree_motion, item.put(), early)
    item.do(settling.agree_motion, item.put("That we paint them."), late)
    assert [one.provisional for one in item.seen.decisions] == [False, True]


def test_a_line_of_the_notes_decides_at_the_present_moment_too(item: Sitting) -> None:
    for name in list(item.lines)[:2]:
        item.do(comings.leave, item.lines[name], comings.When(at=time(14, 20)))
    entry = Entry(kind=EntryKind.DECISION, text=HALLS)
    for minutes in (10, 30):
        now = TWO + timedelta(minutes=minutes)
        item.do(record_entry, item.meeting_id, item.id, entry, now=now)
    assert [one.provisional for one in item.seen.decisions] == [False, True]


def test_who_came_late_still_counts_after_a_break_at_an_item_gone_back_to_and_when_the_clock_went_back(
    item: Sitting,
) -> None:
    first, second, later = item.id, item.another("The plan"), TWO + timedelta(minutes=30)
    item.leave("Amina Yusuf", "Owain Meredith")
    item.do(running.take_next, item.meeting_id, TWO + timedelta(minutes=5))
    amina = item.lines["Amina Yusuf"]
    item.do(at_the_door.turn_here, amina, Presence.PRESENT, TWO + timedelta(minutes=10))

    def assert_there(item_id: UUID, now: datetime) -> None:
        view = item.do(attendance_of, item.meeting_id, item_id, now)
        assert next(line.here for line in view.lines if line.id == amina)
        assert view.quorums[0].quorum.quorate
        decided = item.do(
            decisions.record_decision, item.board_id, HALLS, method=Method.CONSENSUS, result=Result.CARRIED,
            item_id=item_id, now=now,
        )  # fmt: skip
        assert not decided.provisional
        tiles = item.do(round_the_table, item_id, now)
        assert next(one.hearing for one in tiles if one.sector is Sector.VOLUNTARY) is Hearing.NOT_HEARD
        assert next(one.may for one in item.do(voters_at, item.meeting_id, item_id, now) if one.attendance_id == amina)

    assert_there(second, TWO)
    item.do(running.adjourn, item.meeting_id, TWO + timedelta(minutes=20))
    item.do(running.reconvene, item.meeting_id, later)
    assert_there(second, later)
    item.do(running.take, first, later)
    assert_there(first, later)


def test_who_is_said_to_leave_at_an_item_to_come_counts_until_it_is_taken(item: Sitting) -> None:
    second = item.another("The plan")
    item.leave("Owain Meredith")
    item.do(comings.leave, item.lines["Amina Yusuf"], comings.When(item_id=second))
    item.do(settling.agree_motion, item.put(), TWO)
    assert not item.decided.provisional
    item.do(running.take_next, item.meeting_id, TWO)
    motion = item.do(motions.put_motion, second, HALLS).id
    decided = item.do(settling.agree_motion, motion, TWO)
    assert decided is not None
    assert decided.provisional


def test_before_anybody_is_marked_as_here_nothing_is_known_of_a_quorum(item: Sitting) -> None:
    item.leave(*item.lines)
    item.do(settling.agree_motion, item.put(), TWO)
    assert not item.decided.provisional


@pytest.mark.parametrize("result", [Result.NOTED, Result.LOST])
def test_what_was_not_carried_needs_no_ratifying(item: Sitting, result: Result) -> None:
    item.leave(*list(item.lines)[:2])
    item.do(decisions.record_decision, item.board_id, HALLS, method=Method.CONSENSUS, result=result, item_id=item.id)
    assert not item.decided.provisional


def test_a_later_meeting_ratifies_in_one_step_and_it_reads_so_everywhere(item: Sitting) -> None:
    item.leave(*list(item.lines)[:2])
    item.do(settling.agree_motion, item.put(), TWO)
    first = item.decided
    later = item.do(plan_meeting, item.board_id, TWO.date() + timedelta(days=30)).id
    to_ratify = item.do(add_item, later, "To ratify").id
    day_after = TWO + timedelta(days=30)
    item.do(running.close_meeting, item.meeting_id, TWO)
    item.do(attendance.all_present_except, later)
    item.do(running.start_meeting, later, day_after)
    item.do(settling.ratify, to_ratify, first.id, day_after)
    (ratifying,) = item.do(_view, to_ratify).decisions
    assert ratifying.wording == f"That decision, taken without a quorum, is ratified: {HALLS}"
    assert [(one.kind, one.of_decision_id) for one in ratifying.links] == [(LinkKind.RATIFIES, first.id)]
    assert (item.decided.provisional, item.decided.ratified) == (True, True)
    assert item.do(count_to_ratify, item.board_id) == 0
    with pytest.raises(Refusal, match="ratified already"):
        item.do(settling.ratify, to_ratify, first.id, day_after)


def test_minutes_are_confirmed_by_a_provisional_decision_only_once_it_is_ratified(item: Sitting) -> None:
    earlier = item.do(plan_meeting, item.board_id, TWO.date() - timedelta(days=60)).id
    item.leave(*list(item.lines)[:2])
    item.do(settling.agree_motion, item.put("That the minutes are a correct record."), TWO)
    with pytest.raises(Refusal, match="taken without a quorum; ratify it first"):
        item.do(confirm_minutes, earlier, item.decided.id)
    item.do(attendance.all_present_except, item.meeting_id)
    confirming = item.decided.id
    item.do(settling.ratify, item.id, confirming, TWO)
    assert item.do(confirm_minutes, earlier, confirming).of_meeting_id == earlier


def test_what_ratifies_is_later_and_stands_itself(item: Sitting) -> None:
    item.leave(*list(item.lines)[:2])
    item.do(settling.agree_motion, item.put(), TWO)
    before = item.do(plan_meeting, item.board_id, TWO.date() - timedelta(days=30)).id
    then = item.do(add_item, before, "Halls").id
    with pytest.raises(Refusal, match="was taken after this meeting"):
        item.do(settling.ratify, then, item.decided.id, TWO)
    for result, provisional in ((Result.LOST, False), (Result.CARRIED, True)):
        other = item.do(
            decisions.record_decision, item.board_id, "Ratified.", method=Method.VOTE, result=result, item_id=then,
            provisional=provisional,
        )  # fmt: skip
        with pytest.raises(Refusal, match="is itself carried, with a quorum"):
            item.do(decisions.link_decision, other.id, LinkKind.RATIFIES, of_decision_id=item.decided.id)
    assert not item.decided.ratified


def test_without_a_quorum_nothing_is_ratified(item: Sitting) -> None:
    item.leave(*list(item.lines)[:2])
    item.do(settling.agree_motion, item.put(), TWO)
    with pytest.raises(Refusal, match="no quorum for this item"):
        item.do(settling.ratify, item.id, item.decided.id, TWO)


def test_before_the_meeting_nothing_is_provisional(board: BoardFile) -> None:
    planned = Item(board)
    planned.do(terms.terms_from, planned.board_id, TWO.date() - timedelta(days=100), quorum_number=4)
    planned.do(
        decisions.record_decision, planned.board_id, HALLS, method=Method.CONSENSUS, result=Result.CARRIED,
        item_id=planned.id,
    )  # fmt: skip
    assert not planned.seen.decisions[0].provisional


def _view(session: object, item_id: UUID) -> ItemView:
    return item_of(session, item_id)  # type: ignore[arg-type]
