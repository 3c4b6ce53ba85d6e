from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from sqlalchemy import select

from boardroom.domain.board import TermsOfReference
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Method, Presence, Result, Sector, VoteBasis, VoteMethod, VoteOption, VoteResult
from boardroom.services import attendance, decisions, motions, terms, votes
from boardroom.services.votes import Ballot, Cast
from boardroom.store.file import BoardFile
from boardroom.store.queries.item_votes import MotionView, VoteView
from boardroom.store.queries.voters import vote_terms_at
from tests.services.item import Item

YES, NO, ABSTAIN = VoteOption.YES, VoteOption.NO, VoteOption.ABSTAIN


@pytest.fixture
def item(board: BoardFile) -> Item:
    return Item(board)


@pytest.fixture
def motion(item: Item) -> UUID:
    return item.do(motions.put_motion, item.id, "That two halls be costed.", mover="Amina Yusuf").id


def seen(item: Item) -> MotionView:
    (one,) = item.seen.motions
    return one


def vote(item: Item, motion: UUID, ballot: Ballot) -> VoteView:
    item.do(votes.vote_on_motion, motion, ballot)
    return seen(item).votes[-1]


def test_a_carried_amendment_takes_the_motion_s_place(item: Item, motion: UUID) -> None:
    amendment = item.do(motions.amend_motion, motion, "That three halls be costed.", seconder="Owain Meredith").id
    lost = item.do(motions.amend_motion, amendment, "That no hall be costed.").id
    item.do(votes.vote_on_motion, lost, Ballot(counts={YES: 1, NO: 2}))
    item.do(votes.vote_on_motion, amendment, Ballot(counts={YES: 2, NO: 1}))
    shown = seen(item)
    assert shown.stands == "That three halls be costed."
    assert [one.result for one in shown.amendments] == [Result.CARRIED]
    assert [one.result for one in shown.amendments[0].amendments] == [Result.LOST]
    with pytest.raises(Refusal, match="was lost; it can't be amended"):
        item.do(motions.amend_motion, lost, "That half a hall be costed.")


def test_nobody_seconds_their_own_motion(item: Item, motion: UUID) -> None:
    with pytest.raises(Refusal, match="Amina Yusuf can't second what Amina Yusuf moves"):
        item.do(motions.change_motion, motion, seconder="Amina Yusuf")
    item.do(motions.change_motion, motion, seconder="Owain Meredith", wording="That one hall be costed.")
    assert (seen(item).seconder, seen(item).wording) == ("Owain Meredith", "That one hall be costed.")


def test_a_motion_is_withdrawn_before_it_is_voted_on_and_removed_only_bare(item: Item, motion: UUID) -> None:
    item.do(motions.change_motion, motion, result=Result.WITHDRAWN)
    assert seen(item).result is Result.WITHDRAWN
    with pytest.raises(Refusal, match="was withdrawn"):
        vote(item, motion, Ballot(counts={YES: 1}))
    item.do(motions.change_motion, motion, result=Result.NOT_STATED)
    vote(item, motion, Ballot(counts={YES: 3, NO: 0}))
    with pytest.raises(Refusal, match="can't be withdrawn any more"):
        item.do(motions.change_motion, motion, result=Result.WITHDRAWN)
    with pytest.raises(Refusal, match="hangs on that motion"):
        item.do(motions.remove_motion, motion)
    item.do(votes.remove_vote, seen(item).votes[0].id)
    assert seen(item).result is Result.NOT_STATED
    item.do(motions.remove_motion, motion)
    assert item.seen.motions == ()


def test_figures_give_the_result_and_its_sentence(item: Item, motion: UUID) -> None:
    counted = vote(item, motion, Ballot(method=VoteMethod.HANDS, counts={YES: 2, NO: 1, ABSTAIN: 0}))
    assert (counted.result, counted.sentence) == (VoteResult.CARRIED, "Carried on a show of hands, 2 to 1.")
    item.do(votes.change_vote, counted.id, Ballot(method=VoteMethod.HANDS, counts={YES: 1, NO: 2}))
    (changed,) = seen(item).votes
    assert (changed.id, changed.result, seen(item).result) == (counted.id, VoteResult.LOST, Result.LOST)


def test_the_members_own_votes_are_counted(item: Item, motion: UUID) -> None:
    casts = [Cast(attendance_id=line, option=NO if name == "Amina Yusuf" else YES) for name, line in item.lines.items()]
    counted = vote(item, motion, Ballot(method=VoteMethod.NAMED, casts=casts))
    assert counted.result is VoteResult.CARRIED
    assert {(one.name, one.sector, one.option) for one in counted.votes} == {
        ("Margaret Ashdown", Sector.LOCAL_AUTHORITY, YES),
        ("Amina Yusuf", Sector.VOLUNTARY, NO),
        ("Owain Meredith", Sector.HEALTH, YES),
    }
    with pytest.raises(Refusal, match="Margaret Ashdown votes twice"):
        vote(item, motion, Ballot(casts=[casts[0], casts[0]]))
    with pytest.raises(Refusal, match="A vote of Amina Yusuf is recorded"):
        item.do(attendance.remove_attendance, item.lines["Amina Yusuf"])


def test_the_rest_and_a_special_majority_are_measured_against_those_present(item: Item, motion: UUID) -> None:
    rest = vote(item, motion, Ballot(counts={YES: 1}, rest=NO))
    assert (rest.result, rest.tally.no) == (VoteResult.LOST, None)
    needed = Ballot(counts={YES: 2, NO: 0}, threshold=Fraction(2, 3), basis=VoteBasis.PRESENT)
    assert vote(item, motion, needed).result is VoteResult.CARRIED
    item.do(attendance.set_presence, item.lines["Owain Meredith"], Presence.APOLOGIES)
    whole = Ballot(counts={YES: 2, NO: 0}, threshold=Fraction(1), basis=VoteBasis.ENTITLED)
    assert vote(item, motion, whole).result is VoteResult.LOST


def test_a_casting_vote_breaks_a_tie_and_nothing_else(item: Item, motion: UUID) -> None:
    assert vote(item, motion, Ballot(counts={YES: 1, NO: 1})).result is VoteResult.TIED
    assert seen(item).result is Result.LOST
    broken = vote(item, motion, Ballot(counts={YES: 1, NO: 1}, casting=YES, casting_by="Margaret Ashdown"))
    assert broken.sentence == "Carried, on the casting vote of Margaret Ashdown, the votes being equal, 1 to 1."
    for ballot, why in (
        (Ballot(counts={YES: 2, NO: 1}, casting=YES), "not equal"),
        (Ballot(counts={YES: 1, NO: 1}, casting=ABSTAIN), "for or against"),
        (Ballot(counts={YES: -1}), "below nought"),
        (Ballot(sectors={Sector.HEALTH: {YES: -1}}), "below nought"),
        (Ballot(threshold=Fraction(3, 2)), "at most all"),
        (Ballot(casts=[Cast(option=YES)]), "Say whose vote"),
    ):
        with pytest.raises(Refusal, match=why):
            vote(item, motion, ballot)


def test_under_a_special_majority_an_equal_vote_is_lost_and_nobody_breaks_it(item: Item, motion: UUID) -> None:
    even = {YES: 1, NO: 1}
    assert vote(item, motion, Ballot(counts=even, threshold=Fraction(2, 3))).result is VoteResult.LOST
    with pytest.raises(Refusal, match="more than that is needed here"):
        vote(item, motion, Ballot(counts=even, threshold=Fraction(2, 3), casting=YES))


def test_a_secret_ballot_keeps_no_names(item: Item, motion: UUID) -> None:
    cast = Cast(option=YES, attendance_id=item.lines["Amina Yusuf"])
    with pytest.raises(Refusal, match="A ballot is secret"):
        vote(item, motion, Ballot(method=VoteMethod.BALLOT, casts=[cast]))


def test_the_chair_casts_no_vote_where_the_terms_give_none(item: Item, motion: UUID) -> None:
    with item.board.writing("Change terms") as session:
        (terms,) = session.scalars(select(TermsOfReference).where(TermsOfReference.board_id == item.board_id))
        terms.casting_vote = False
    with pytest.raises(Refusal, match="give the chair no casting vote"):
        vote(item, motion, Ballot(counts={YES: 1, NO: 1}, casting=YES))
    with pytest.raises(Refusal, match="give the chair no casting vote"):
        vote(item, motion, Ballot(counts={YES: 1, NO: 1}, casting=YES, result=VoteResult.CARRIED))


def test_a_motion_goes_by_its_last_vote_also_when_one_is_changed_or_taken_out(item: Item, motion: UUID) -> None:
    first = vote(item, motion, Ballot(counts={YES: 2, NO: 1}))
    second = vote(item, motion, Ballot(counts={YES: 1, NO: 2}))
    item.do(votes.change_vote, first.id, Ballot(counts={YES: 3, NO: 0}))
    assert seen(item).result is Result.LOST
    item.do(votes.change_vote, second.id, Ballot(method=VoteMethod.HANDS))
    assert seen(item).result is Result.CARRIED, "the second gave no result any more"
    item.do(votes.remove_vote, second.id)
    assert seen(item).result is Result.CARRIED
    item.do(votes.remove_vote, first.id)
    assert seen(item).result is Result.NOT_STATED
    bare = vote(item, motion, Ballot())
    item.do(motions.change_motion, motion, result=Result.CARRIED)
    item.do(votes.change_vote, bare.id, Ballot(method=VoteMethod.HANDS))
    item.do(votes.remove_vote, bare.id)
    assert seen(item).result is Result.CARRIED, "a vote without figures never gave it"


def test_where_terms_overlap_a_vote_asks_what_the_latest_ask(item: Item) -> None:
    day = date(2026, 6, 1)
    item.do(terms.terms_from, item.board_id, day, majority_numerator=2, majority_denominator=3)
    with item.board.writing("As a file brought in may have it") as session:
        for one in session.scalars(select(TermsOfReference)):
            one.ends = None
    assert item.do(vote_terms_at, item.meeting_id).majority == Fraction(2, 3)


def test_sectors_add_up(item: Item, motion: UUID) -> None:
    counted = vote(item, motion, Ballot(sectors={Sector.HEALTH: {YES: 2, NO: 0}, Sector.POLICE: {YES: 0, NO: 1}}))
    assert (counted.result, [one.sector for one in counted.sectors]) == (
        VoteResult.CARRIED,
        [Sector.HEALTH, Sector.POLICE],
    )


def test_a_decision_is_settled_by_a_vote_whose_result_may_be_announced(item: Item) -> None:
    decision = item.do(
        decisions.record_decision,
        item.board_id,
        "That two halls be costed.",
        method=Method.VOTE,
        result=Result.CARRIED,
        item_id=item.id,
    ).id
    item.do(votes.vote_on_decision, decision, Ballot(result=VoteResult.CARRIED))
    (shown,) = item.seen.decisions
    assert [one.sentence for one in shown.votes] == ["Carried."]
    assert item.seen.votes == ()
