"""What the chair must say next."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.involvement import Gap
from boardroom.domain.said_next import ChairFacts, Cue, ItemFacts, Saying, is_about_declarations, said_next
from boardroom.domain.warned import StrandWarning, Waiting
from boardroom.domain.words import Restriction, Sector, Stage

PLAIN = ItemFacts(title="Play")
CALM = ChairFacts(item=PLAIN, coming=PLAIN, quorate=True, counted=6, needed=4)


def cues(facts: ChairFacts, seconds_over: int = 0) -> list[Cue]:
    return [one.cue for one in said_next(facts, seconds_over)]


def test_of_a_plain_item_nothing_has_to_be_said() -> None:
    assert cues(CALM) == []


def test_a_meeting_opens_with_quorum_apologies_and_short_notice() -> None:
    facts = replace(CALM, is_first=True, apologies=("Ann", "Ben"), clear_days=(3, 5))
    assert said_next(facts) == (
        Saying(cue=Cue.QUORUM, numbers=(6, 4)),
        Saying(cue=Cue.APOLOGIES, names=("Ann", "Ben")),
        Saying(cue=Cue.SHORT_NOTICE, numbers=(3, 5)),
    )
    assert cues(replace(facts, quorate=None, clear_days=None)) == [Cue.QUORUM_UNKNOWN, Cue.APOLOGIES]


def test_without_a_quorum_decisions_are_provisional_and_that_comes_first() -> None:
    facts = replace(CALM, quorate=False, counted=3, is_first=True)
    assert said_next(facts)[0] == Saying(cue=Cue.INQUORATE, numbers=(3, 4))
    assert Cue.QUORUM not in cues(facts)
    assert Cue.INQUORATE not in cues(replace(facts, quorate=None))


@pytest.mark.parametrize(
    "title",
    ["Declarations of interest", "DECLARATION OF INTERESTS", "Interests to declare", "Datganiadau o fuddiant"],
)
def test_declarations_are_asked_for_at_their_item(title: str) -> None:
    assert is_about_declarations(title)
    assert cues(replace(CALM, item=ItemFacts(title=title))) == [Cue.DECLARATIONS]
    assert cues(replace(CALM, coming=ItemFacts(title=title))) == [], "that has time until it is taken"


@pytest.mark.parametrize("title", ["An item of interest", "The declaration of Arrowmere", ""])
def test_other_items_are_not_about_declarations(title: str) -> None:
    assert not is_about_declarations(title)


def test_whoever_is_recused_is_told_before_the_item_and_at_it() -> None:
    item = ItemFacts(title="A contract", recused=("Karen Whitlock",))
    before, at_it = said_next(replace(CALM, coming=item)), said_next(replace(CALM, item=item))
    assert before == (Saying(cue=Cue.LEAVES, soon=True, names=("Karen Whitlock",)),)
    assert at_it == (Saying(cue=Cue.LEAVES, names=("Karen Whitlock",)),)


def test_an_exempt_item_needs_a_resolution_and_a_confidential_one_does_not() -> None:
    item = ItemFacts(title="A contract", restricted=True, ground="paragraph 3", reason="a tender runs")
    assert said_next(replace(CALM, item=item)) == (Saying(cue=Cue.EXEMPT, words="paragraph 3", reason="a tender runs"),)
    assert cues(replace(CALM, item=replace(item, restriction=Restriction.EXEMPT))) == [Cue.EXEMPT]
    assert cues(replace(CALM, item=replace(item, restriction=Restriction.CONFIDENTIAL))) == [Cue.CONFIDENTIAL]


def test_the_public_is_let_in_again_after_the_last_restricted_item() -> None:
    secret = ItemFacts(title="A contract", restricted=True)
    assert cues(replace(CALM, public_is_out=True)) == [Cue.PUBLIC_BACK]
    assert cues(replace(CALM, public_is_out=True, item=secret)) == [Cue.EXEMPT]
    assert cues(replace(CALM, item=secret, coming=secret)) == [Cue.EXEMPT], "once is enough: the public is out"


def test_a_late_item_has_the_chairs_reason() -> None:
    item = ItemFacts(title="Buses", late=True, late_reason="the operator gave notice on Monday")
    assert said_next(replace(CALM, item=item)) == (Saying(cue=Cue.LATE, reason="the operator gave notice on Monday"),)


def test_time_that_is_over_is_told_with_how_much() -> None:
    assert said_next(CALM, 130) == (Saying(cue=Cue.OVER, numbers=(130,)),)
    assert cues(replace(CALM, item=None), 130) == []


def test_at_the_last_item_the_next_meeting_is_named_and_this_one_closed() -> None:
    assert cues(replace(CALM, coming=None)) == [Cue.CLOSE]


_ITEMS = st.builds(
    ItemFacts,
    title=st.sampled_from(["Play", "Declarations of interest"]),
    restricted=st.booleans(),
    late=st.booleans(),
    recused=st.sampled_from([(), ("Ann",)]),
)
_FACTS = st.builds(
    ChairFacts,
    item=st.none() | _ITEMS,
    coming=st.none() | _ITEMS,
    is_first=st.booleans(),
    public_is_out=st.booleans(),
    quorate=st.sampled_from([True, False, None]),
)


@given(_FACTS, st.integers(0, 100))
def test_nothing_is_said_twice_and_what_presses_comes_before_what_is_next(facts: ChairFacts, over: int) -> None:
    said = said_next(facts, over)
    assert len({(one.cue, one.soon) for one in said}) == len(said)
    soon = [one.soon for one in said]
    assert soon == sorted(soon)
    if facts.item is None:
        assert {one.cue for one in said} <= {Cue.INQUORATE}


BREAKS = StrandWarning(
    strand_id=uuid4(),
    strand="Short breaks",
    gap=Gap(stage=Stage.SPECIFICATION, on=date(2027, 2, 1), entered=False, sectors=(Sector.POLICE,)),
)


def test_at_an_item_on_a_strand_that_lacks_a_sector_it_is_said_and_before_it_too() -> None:
    item = ItemFacts(title="Short breaks", warned=BREAKS)
    assert said_next(ChairFacts(item=item, coming=PLAIN)) == (Saying(cue=Cue.NOT_INVOLVED, warned=BREAKS),)
    assert said_next(ChairFacts(item=PLAIN, coming=item)) == (Saying(cue=Cue.NOT_INVOLVED, soon=True, warned=BREAKS),)


def test_a_meeting_opens_with_strands_on_no_item_and_with_proposals_that_wait() -> None:
    facts = ChairFacts(
        item=PLAIN,
        coming=PLAIN,
        is_first=True,
        quorate=True,
        elsewhere=(BREAKS,),
        waiting=(Waiting(count=2, longest=81, promised=56),),
    )
    assert said_next(facts)[-2:] == (
        Saying(cue=Cue.UNANSWERED, numbers=(2, 81, 56)),
        Saying(cue=Cue.NOT_INVOLVED, warned=BREAKS),
    )
