"""The stage of a strand on a day, and its bands: laws over any dates, and the cases that a chair would ask about."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.stages import ORDER, bands, is_early, out_of_order, place_of, stage_on, to_come
from boardroom.domain.words import Stage

FIRST = date(2026, 4, 1)


@dataclass(frozen=True)
class Row:
    """A stage with its two days."""

    stage: Stage
    planned: date | None = None
    began: date | None = None


days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@st.composite
def strands(draw: st.DrawFn) -> list[Row]:
    """Return stages in an order of their own, begun one after the other, some left out, some only planned."""
    stages = [one for one in ORDER if draw(st.booleans())]
    begun = draw(st.integers(0, len(stages)))
    dates = sorted(draw(st.lists(days, min_size=len(stages), max_size=len(stages))))
    rows = [
        Row(stage, planned=draw(st.none() | st.just(day)), began=day if at < begun else None)
        for at, (stage, day) in enumerate(zip(stages, dates, strict=True))
    ]
    return draw(st.permutations(rows))


@given(strands(), days)
def test_a_stage_has_begun_and_none_after_it_has(rows: list[Row], day: date) -> None:
    found = stage_on(rows, day)
    begun = {row.stage: row.began for row in rows if row.began and row.began <= day}
    assert (found is None) == (not begun)
    assert all(place_of(stage) <= place_of(found) for stage in begun)
    assert found is None or found in begun


@given(strands(), days, st.integers(0, 900))
def test_a_strand_never_goes_back(rows: list[Row], day: date, later: int) -> None:
    assert place_of(stage_on(rows, day)) <= place_of(stage_on(rows, day + timedelta(later)))


@given(strands(), days)
def test_the_bands_say_what_the_function_says(rows: list[Row], day: date) -> None:
    here = [band.stage for band in bands(rows) if not band.planned and band.starts <= day]
    assert (here[-1] if here else None) == stage_on(rows, day)


@given(strands(), st.none() | days)
def test_bands_follow_each_other(rows: list[Row], ended: date | None) -> None:
    drawn = bands(rows, ended)
    assert [band.stage for band in drawn] == sorted({band.stage for band in drawn}, key=ORDER.index)
    for before, after in pairwise(drawn):
        assert before.ends is not None
        assert before.ends >= before.starts
        assert not (before.planned and not after.planned)


@given(strands(), days)
def test_nothing_is_planned_after_the_work_was_over(rows: list[Row], ended: date) -> None:
    drawn = bands(rows, ended)
    assert all(band.starts <= ended for band in drawn if band.planned)
    assert [band.starts for band in drawn if not band.planned] == [b.starts for b in bands(rows) if not b.planned]


@given(strands(), days)
def test_what_is_to_come_has_not_begun(rows: list[Row], day: date) -> None:
    coming = to_come(rows, day)
    assert all(one.began is None and one.planned is not None for one in coming)
    assert all(place_of(one.stage) > place_of(stage_on(rows, day)) for one in coming)


@given(strands())
def test_days_in_order_are_in_order(rows: list[Row]) -> None:
    assert out_of_order(rows) is None


def test_days_that_were_typed_the_wrong_way_round_are_found() -> None:
    rows = [Row(Stage.STRATEGY, began=FIRST), Row(Stage.NEEDS, began=FIRST + timedelta(1))]
    assert out_of_order(rows) == (Stage.NEEDS, Stage.STRATEGY)


def test_the_day_on_which_a_stage_begins_is_in_it() -> None:
    rows = [Row(Stage.NEEDS, began=FIRST), Row(Stage.STRATEGY, planned=FIRST, began=date(2026, 8, 1))]
    assert stage_on(rows, FIRST - timedelta(1)) is None
    assert stage_on(rows, FIRST) is Stage.NEEDS
    assert stage_on(rows, date(2026, 7, 31)) is Stage.NEEDS
    assert stage_on(rows, date(2026, 8, 1)) is Stage.STRATEGY


def test_early_is_before_specification() -> None:
    assert [is_early(stage) for stage in (None, *ORDER)] == [True, True, True, False, False, False, False]
