"""Value beside cost: figures that fit together, cost per person and year, and order by one column at a time."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.refusal import Refusal
from boardroom.domain.value import (
    Confidence,
    Costed,
    Estimated,
    ValueColumn,
    ValueRow,
    checked_cost,
    checked_estimate,
    figure_shown,
    in_order,
    scale_ends,
    thousandths_of,
)
from boardroom.domain.words import AnswerKind

figures = st.none() | st.integers(-1_000_000_000, 1_000_000_000)


def row(number: str, *, typical: int | None = None, pence: int | None = None, people: int = 10) -> ValueRow:
    return ValueRow(
        id=number,
        number=number,
        title=f"Proposal {number}",
        sectors=(),
        proposers="",
        answer=None,
        estimate=Estimated(typical=typical),
        later=None,
        cost=Costed(pence=pence, months=12, people=people),
        outcomes=(),
    )


@given(st.integers(-(10**12), 10**12))
def test_a_figure_that_is_shown_reads_back_as_it_was(thousandths: int) -> None:
    assert thousandths_of(figure_shown(thousandths)) == thousandths


@pytest.mark.parametrize(
    ("written", "thousandths"),
    [
        ("7", 7000),
        (" 7.5 ", 7500),
        ("0.1", 100),
        ("-0.001", -1),
        ("\N{MINUS SIGN}2", -2000),
        ("1,250.50000", 1_250_500),
        ("1 250", 1_250_000),
        *(
            (written, None)
            for written in ("", "7,5", "7.", ".5", "1.2345", "1e3", "\N{ARABIC-INDIC DIGIT SEVEN}", "9" * 400)
        ),
    ],
)
def test_a_decimal_is_kept_exactly_or_not_at_all(written: str, thousandths: int | None) -> None:
    assert thousandths_of(written) == thousandths


@given(figures, figures, figures)
def test_an_estimate_stands_exactly_where_its_figures_rise(low: int | None, mid: int | None, high: int | None) -> None:
    stated = [one for one in (low, mid, high) if one is not None]
    estimate = Estimated(lowest=low, typical=mid, highest=high)
    if stated == sorted(stated):
        assert checked_estimate(estimate) == estimate
    else:
        with pytest.raises(Refusal, match="estimate is above the"):
            checked_estimate(estimate)


@pytest.mark.parametrize(
    ("given_", "sentence"),
    [
        (Estimated(highest=1_000_000_001), "from -1,000,000 to 1,000,000"),
        (Estimated(asked=-1), "can’t be below 0"),
    ],
)
def test_figures_out_of_reason_are_refused(given_: Estimated, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        checked_estimate(given_)


@pytest.mark.parametrize("cost", [Costed(pence=-1), Costed(pence=1, months=0), Costed(pence=1, people=0)])
def test_a_cost_that_makes_no_sense_is_refused(cost: Costed) -> None:
    with pytest.raises(Refusal):
        checked_cost(cost)


def test_a_cost_is_told_for_one_person_and_year() -> None:
    assert Costed(pence=1_200_000, months=12, people=10).per_person == 120_000
    assert Costed(pence=1_200_000, months=24, people=10).per_person == 60_000
    assert Costed(pence=1_200_000, people=10).per_person == 120_000
    assert Costed(pence=1_200_000, months=12).per_person is None
    assert Costed(people=10).per_person is None


@given(st.integers(0, 10**12), st.integers(1, 240), st.integers(1, 10**6))
def test_cost_per_person_is_exact_to_a_penny(pence: int, months: int, people: int) -> None:
    told = Costed(pence=pence, months=months, people=people).per_person
    assert told is not None
    assert abs(told * months * people - pence * 12) <= months * people


@given(st.lists(st.tuples(st.integers(0, 99), figures)), st.sampled_from(ValueColumn), st.booleans())
def test_what_says_nothing_comes_last(given_: list[tuple[int, int | None]], column: ValueColumn, falling: bool) -> None:  # noqa: FBT001 - drawn
    rows = [row(str(number), typical=typical) for number, typical in given_]
    ordered = in_order(rows, column, falling=falling)
    assert sorted(map(id, ordered)) == sorted(map(id, rows))
    if column is ValueColumn.TYPICAL:
        values = [one.estimate.typical for one in ordered]
        said = [one for one in values if one is not None]
        assert said == sorted(said, reverse=falling)
        assert values == said + [None] * (len(values) - len(said))


def test_numbers_are_ordered_as_people_count() -> None:
    rows = [row("10"), row("9"), row("9a")]
    assert [one.number for one in in_order(rows, ValueColumn.NUMBER)] == ["9", "10", "9a"]


def test_what_an_estimate_rests_on_is_said_in_words() -> None:
    assert Estimated(typical=1).confidence is Confidence.NOBODY_ASKED
    assert Estimated(typical=1, asked=9).confidence is Confidence.FEW_ASKED
    assert Estimated(typical=1, asked=10).confidence is Confidence.NO_RANGE
    assert Estimated(lowest=0, highest=2, asked=10).confidence is Confidence.RANGE_GIVEN


def test_an_answer_is_ordered_as_answers_are_listed() -> None:
    rows = [replace(row(one.value), answer=one) for one in (AnswerKind.DECLINED, AnswerKind.ADOPTED)]
    ordered = in_order([*rows, row("open")], ValueColumn.ANSWER)
    assert [one.number for one in ordered] == ["adopted", "declined", "open"]


def test_what_can_not_be_compared_is_not_put_in_one_order() -> None:
    rows = [
        replace(row(name), estimate=Estimated(typical=typical, scale=scale))
        for name, typical, scale in (("a", 30_000, "hours a week"), ("b", 6000, "0 to 10"), ("c", 9000, "0 to 10"))
    ]
    assert [one.number for one in in_order(rows, ValueColumn.TYPICAL, falling=True)] == ["c", "b", "a"]
    costs = [
        replace(row(name), cost=Costed(pence=pence, months=months, people=10, currency=currency))
        for name, pence, months, currency in (
            ("once", 100, None, "GBP"),
            ("euro", 200, 12, "EUR"),
            ("dear", 900, 12, "GBP"),
            ("cheap", 300, 12, "GBP"),
        )
    ]
    assert [one.number for one in in_order(costs, ValueColumn.COST)] == ["euro", "cheap", "dear", "once"]
    assert [one.number for one in in_order(costs, ValueColumn.COST, falling=True)] == ["euro", "dear", "cheap", "once"]


def test_what_has_no_number_comes_last_by_number_too() -> None:
    rows = [row(""), row("9a"), row("2")]
    assert [one.number for one in in_order(rows, ValueColumn.NUMBER)] == ["2", "9a", ""]
    assert [one.number for one in in_order(rows, ValueColumn.NUMBER, falling=True)] == ["9a", "2", ""]


@pytest.mark.parametrize(
    ("scale", "ends"),
    [
        ("0 to 10", (0, 10_000)),
        ("-5 to 5", (-5000, 5000)),
        ("1,000 to 5,000 steps a day", (1_000_000, 5_000_000)),
        ("hours a week", (0, 3_000_000)),
        ("hours of rest, asked of 5 to 16 year olds", (0, 3_000_000)),
        ("hours a week, from 0 to 10", (0, 10_000)),
    ],
)
def test_a_scale_reaches_as_far_as_its_words_say(scale: str, ends: tuple[int, int]) -> None:
    typical = 3_000_000 if ends[1] > 10_000 else 3000
    assert scale_ends([replace(row("1"), estimate=Estimated(typical=typical, scale=scale))]) == {scale: ends}
