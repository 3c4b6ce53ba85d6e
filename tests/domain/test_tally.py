"""What a vote gave."""

from fractions import Fraction
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.tally import (
    Members,
    Tally,
    VoteRule,
    result_of,
    result_of_event,
    tally_of,
    with_rest,
)
from boardroom.domain.votes import SectorTally, VoteEvent
from boardroom.domain.words import Sector, VoteBasis, VoteOption, VoteResult
from tests.domain.make_record import Making

TWO_THIRDS = Fraction(2, 3)
counts = st.integers(0, 200)


@given(counts, counts, counts)
def test_a_simple_majority_is_more_yes_than_no_whatever_the_abstentions(yes: int, no: int, abstain: int) -> None:
    found = result_of(Tally(yes=yes, no=no, abstain=abstain))
    assert found.carried == (yes > no)
    assert found.tie == (found.result is VoteResult.TIED) == (yes == no)


@given(counts, counts)
def test_more_votes_in_favour_never_lose_a_motion(yes: int, no: int) -> None:
    for rule in (VoteRule(), VoteRule(threshold=TWO_THIRDS), VoteRule(threshold=Fraction(1, 2))):
        if result_of(Tally(yes=yes, no=no), rule).carried:
            assert result_of(Tally(yes=yes + 1, no=no), rule).carried


@pytest.mark.parametrize(
    ("yes", "no", "result"),
    [(8, 4, VoteResult.CARRIED), (1, 0, VoteResult.CARRIED), (7, 4, VoteResult.LOST), (0, 0, VoteResult.LOST)],
)
def test_two_thirds_of_the_votes_cast_means_at_least_two_thirds(yes: int, no: int, result: VoteResult) -> None:
    assert result_of(Tally(yes=yes, no=no, abstain=9), VoteRule(threshold=TWO_THIRDS)).result is result


def test_a_part_of_the_votes_cast_needs_both_figures() -> None:
    for tally in (Tally(yes=8), Tally(no=4)):
        found = result_of(tally, VoteRule(threshold=TWO_THIRDS))
        assert found.result is VoteResult.UNCLEAR
        assert found.warnings == ("Votes for and against must both be known for a majority of the votes cast.",)


def test_two_thirds_of_those_present_counts_who_did_not_vote() -> None:
    rule = VoteRule(threshold=TWO_THIRDS, basis=VoteBasis.PRESENT)
    assert result_of(Tally(yes=8, no=1), rule, Members(present=12)).carried
    assert not result_of(Tally(yes=8, no=1), rule, Members(present=13)).carried
    unknown = result_of(Tally(yes=8, no=1), rule)
    assert unknown.result is VoteResult.UNCLEAR
    assert unknown.warnings


def test_a_majority_of_all_members_counts_who_did_not_come() -> None:
    rule = VoteRule(threshold=Fraction(1, 2), basis=VoteBasis.ENTITLED)
    assert not result_of(Tally(yes=10, no=0), rule, Members(present=10, entitled=20)).carried
    assert result_of(Tally(yes=11, no=0), rule, Members(present=11, entitled=20)).carried


def test_a_tie_is_not_carried() -> None:
    found = result_of(Tally(yes=5, no=5))
    assert (found.result, found.carried, found.tie) == (VoteResult.TIED, False, True)


@pytest.mark.parametrize(
    ("casting", "result"), [(VoteOption.YES, VoteResult.CARRIED), (VoteOption.NO, VoteResult.LOST)]
)
def test_the_chair_breaks_a_tie(casting: VoteOption, result: VoteResult) -> None:
    found = result_of(Tally(yes=5, no=5), casting=casting)
    assert (found.result, found.by_casting, found.tie, found.warnings) == (result, True, True, ())


def test_a_casting_vote_counts_only_where_the_terms_allow_it() -> None:
    found = result_of(Tally(yes=5, no=5), VoteRule(casting_allowed=False), casting=VoteOption.YES)
    assert (found.result, found.by_casting) == (VoteResult.TIED, False)
    assert found.warnings == ("A casting vote is recorded, but the terms of reference give the chair none.",)


def test_a_casting_vote_counts_only_on_a_tie() -> None:
    found = result_of(Tally(yes=4, no=5), casting=VoteOption.YES)
    assert (found.result, found.by_casting) == (VoteResult.LOST, False)
    assert found.warnings == ("A casting vote is recorded, but the votes were not equal.",)
    special = result_of(Tally(yes=5, no=5), VoteRule(threshold=TWO_THIRDS), casting=VoteOption.YES)
    assert special.result is VoteResult.LOST


def test_the_rest_is_worked_out_from_those_present() -> None:
    # Karlsruhe: "16 Ja-Stimmen, Rest Ablehnung".
    found = result_of(Tally(yes=16, rest=VoteOption.NO), members=Members(present=48))
    assert (found.result, found.tally.no) == (VoteResult.LOST, 32)
    assert found.warnings == ("The rest (32) is worked out from the 48 voting members present.",)


@given(counts, counts, counts, st.sampled_from([VoteOption.YES, VoteOption.NO, VoteOption.ABSTAIN]))
def test_the_rest_makes_the_tally_whole(one: int, two: int, more: int, rest: VoteOption) -> None:
    known = [option for option in (VoteOption.YES, VoteOption.NO, VoteOption.ABSTAIN) if option is not rest]
    partial = Tally(rest=rest, **{known[0].value: one, known[1].value: two})
    whole, _ = with_rest(partial, one + two + more)
    assert whole.count(rest) == more
    assert whole.here == one + two + more


def test_a_rest_that_cant_be_worked_out_is_told_and_left() -> None:
    partial = Tally(yes=16, rest=VoteOption.NO)
    for members, why in (
        (Members(), "How many the rest are can't be told, because the number present is not known."),
        (Members(present=10), "More votes are counted (16) than voting members were present (10)."),
    ):
        found = result_of(partial, members=members)
        assert (found.result, found.tally, found.warnings) == (VoteResult.UNCLEAR, partial, (why,))
    assert with_rest(Tally(no=3, rest=VoteOption.NO), 9)[1] == (
        'The votes "no" are stated both as a number and as the rest.',
    )
    assert with_rest(Tally(yes=3, rest=VoteOption.ABSENT), 9)[0].absent is None


def test_what_is_not_stated_decides_nothing_unless_it_can_change_nothing() -> None:
    assert result_of(Tally(yes=16)).result is VoteResult.UNCLEAR
    assert result_of(Tally(yes=16), members=Members(present=31)).carried
    assert result_of(Tally(yes=16), members=Members(present=32)).result is VoteResult.UNCLEAR
    assert result_of(Tally(yes=16), members=Members(present=16)).carried
    assert result_of(Tally(yes=16), members=Members(present=15)).result is VoteResult.UNCLEAR
    assert result_of(Tally(no=16), members=Members(present=31)).result is VoteResult.LOST
    assert result_of(Tally(no=16), members=Members(present=32)).result is VoteResult.UNCLEAR
    assert result_of(Tally()).result is VoteResult.UNCLEAR


@given(counts, counts, counts)
def test_a_result_from_a_partial_tally_holds_for_every_way_of_filling_it(yes: int, no: int, abstain: int) -> None:
    partial = result_of(Tally(yes=yes, abstain=abstain), members=Members(present=yes + no + abstain))
    whole = result_of(Tally(yes=yes, no=no, abstain=abstain))
    assert partial.result in (VoteResult.UNCLEAR, whole.result)


def test_named_votes_are_counted_from_the_members_votes() -> None:
    making = Making()
    event = making.vote()
    lines = [making.member(name) for name in "ABCDE"]
    yes, no = VoteOption.YES, VoteOption.NO
    making.votes(event, list(zip(lines, [yes, yes, no, VoteOption.ABSTAIN, VoteOption.ABSENT], strict=True)))
    found = result_of_event(event, making.record.votes)
    assert (found.result, found.tally) == (
        VoteResult.CARRIED,
        Tally(yes=2, no=1, abstain=1, absent=1, not_voting=0),
    )
    event.yes = 18
    assert tally_of(event, making.record.votes).yes == 18  # as stated; that they differ is told elsewhere


def test_sectors_are_added_up() -> None:
    event = VoteEvent(meeting_id=uuid4())

    def sector(sector: Sector, yes: int | None, no: int) -> SectorTally:
        return SectorTally(meeting_id=event.meeting_id, vote_event_id=event.id, sector=sector, yes=yes, no=no)

    tallies = [sector(Sector.HEALTH, 6, 1), sector(Sector.VOLUNTARY, 3, 4), sector(Sector.FAITH, 1, 1)]
    found = result_of_event(event, sectors=tallies)
    assert (found.result, found.tally.yes, found.tally.no, found.tally.abstain) == (VoteResult.CARRIED, 10, 6, None)
    tallies.append(sector(Sector.POLICE, None, 0))
    assert result_of_event(event, sectors=tallies).result is VoteResult.UNCLEAR
