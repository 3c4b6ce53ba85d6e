"""Sums of money: as people write them, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.money import MOST_PENCE, SumFault, SumRefusal, money_shown, pence_of
from boardroom.domain.refusal import Refusal


@given(st.integers(0, MOST_PENCE))
def test_a_sum_that_is_shown_reads_back_as_it_was(pence: int) -> None:
    assert pence_of(money_shown(pence)) == pence


@pytest.mark.parametrize(
    ("written", "pence"),
    [
        ("120000", 12_000_000),
        ("£120,000", 12_000_000),
        ("£ 1 500.5", 150_050),
        ("120k", 12_000_000),
        ("1.5m", 150_000_000),
        ("2 million", 200_000_000),
        ("0", 0),
        ("-0", 0),
        ("GBP 950", 95_000),
        ("950.500 pounds sterling", 95_050),
        ("2.5k pounds", 250_000),
    ],
)
def test_a_sum_is_read_as_people_write_it(written: str, pence: int) -> None:
    assert pence_of(written) == pence


@pytest.mark.parametrize(
    "written", ["", "lots", "-5", "1,50", "1.234", "12.345.678", "£", "€5", "9" * 400, "1e9", "99999999999999", "9m m"]
)
def test_what_is_no_sum_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(Refusal, match=r"[A-Z“].*\."):
        pence_of(written)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", SumFault.NONE),
        ("about 500", SumFault.NONE),
        ("12.505", SumFault.NONE),
        ("900 euros", SumFault.OTHER),
        ("£-5", SumFault.BELOW),
        ("\N{MINUS SIGN}£5", SumFault.BELOW),
        ("9" * 400, SumFault.OVER),
        ("1 000 000 000 001", SumFault.OVER),
    ],
)
def test_a_refusal_says_what_is_wrong_with_the_sum(written: str, fault: SumFault) -> None:
    with pytest.raises(SumRefusal) as refused:
        pence_of(written)
    assert refused.value.fault is fault


def test_another_currency_is_shown_by_its_code_and_below_nothing_with_a_minus_sign() -> None:
    assert money_shown(1_050, "SEK") == "SEK 10.50"
    assert money_shown(-1_050) == "−£10.50"  # noqa: RUF001 - a minus sign
