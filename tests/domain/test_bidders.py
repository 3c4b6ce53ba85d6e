"""Likely bidders by a stated rule, and what some of them were told and others not."""

from datetime import date
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.bidders import PROVIDERS, Why, likely_bidders, told_more
from boardroom.domain.words import Sector

BODIES = [uuid4() for _ in range(5)]
some = st.frozensets(st.sampled_from(BODIES))


@given(some, some, st.dictionaries(st.sampled_from(BODIES), st.sampled_from(Sector)))
def test_whoever_has_an_interest_or_provides_and_proposed_is_listed_and_nobody_else(
    interested: frozenset[UUID], proposed: frozenset[UUID], sectors: dict[UUID, Sector | None]
) -> None:
    found = likely_bidders(interested, proposed, sectors)
    providers = {one for one in proposed if sectors.get(one) in PROVIDERS}
    assert set(found) == interested | providers
    assert {one for one, why in found.items() if Why.INTEREST in why} == interested
    assert {one for one, why in found.items() if Why.PROPOSED in why} == providers


def test_a_council_that_proposes_is_no_likely_bidder() -> None:
    council = BODIES[0]
    assert not likely_bidders((), [council], {council: Sector.LOCAL_AUTHORITY})


@given(st.dictionaries(st.sampled_from(BODIES), st.dictionaries(st.sampled_from("abc"), st.just(date(2026, 1, 1)))))
def test_those_who_were_not_told_are_named_for_each_thing_told(told: dict[UUID, dict[str, date]]) -> None:
    missing = told_more(told, BODIES)
    for what in "abc":
        knowing = {one for one in BODIES if what in told.get(one, {})}
        expected = set(BODIES) - knowing if knowing else set()
        assert set(missing.get(what, ())) == expected
