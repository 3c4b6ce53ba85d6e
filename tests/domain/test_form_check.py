from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.call_form import FORM, Asked, FilledForm, FormFault, WrittenForm
from boardroom.domain.form_check import checked_form, off_the_scale

CALL, BODY = "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"


def checked(answers: Mapping[Asked, str], **changed: object) -> FilledForm | Sequence[FormFault]:
    parts: dict[str, object] = {"form": FORM, "call": CALL, "organisation": BODY, "answers": answers}
    return checked_form(WrittenForm(**{**parts, **changed}))  # type: ignore[arg-type]


def sound(answers: Mapping[Asked, str]) -> FilledForm:
    found = checked({Asked.TITLE: "Short breaks", **answers})
    assert isinstance(found, FilledForm), list(map(str, found))
    return found


def faults(answers: Mapping[Asked, str], **changed: object) -> list[str]:
    found = checked({Asked.TITLE: "Short breaks", **answers}, **changed)
    assert not isinstance(found, FilledForm)
    return list(map(str, found))


@pytest.mark.parametrize(
    ("written", "pence"),
    [
        ("12500", 1_250_000),
        ("£12,500", 1_250_000),
        ("£ 12 500.50", 1_250_050),
        ("12,500.5", 1_250_050),
        ("GBP 950", 95_000),
        ("950 pounds", 95_000),
        ("£12.5k", 1_250_000),
        ("0", 0),
        ("\uffe1100", 10_000),
    ],
)
def test_a_sum_of_money_is_read_as_people_write_it(written: str, pence: int) -> None:
    assert sound({Asked.COST: written}).cost_pence == pence


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("€12,500", "is not in pounds"),
        ("12,500 euros", "is not in pounds"),
        ("$900", "is not in pounds"),
        ("CHF 900", "is not in pounds"),
        ("-£500", "a cost is not negative"),
        ("£-500", "a cost is not negative"),
        ("\u2212500", "a cost is not negative"),
        ("about 500", "is no sum of money"),
        ("1,2,3", "is no sum of money"),
        ("12.505", "is no sum of money"),
        ("99999999999999", "is more than can be meant"),
        ("five hundred", "is no sum of money"),
    ],
)
def test_a_sum_that_is_none_or_in_other_money_is_told_at_its_field(written: str, why: str) -> None:
    (said,) = faults({Asked.COST: written})
    assert said.startswith("Cost in pounds: “")
    assert why in said


@pytest.mark.parametrize(
    ("figures", "where"),
    [
        (("8", "5", "3"), "Lowest estimate"),
        (("3", "2", "9"), "Typical estimate"),
        (("3", "9.5", "9"), "Typical estimate"),
        (("9", "", "3"), "Lowest estimate"),
        (("", "9", "3"), "Typical estimate"),
    ],
)
def test_estimates_out_of_order_are_told(figures: Sequence[str], where: str) -> None:
    (said,) = faults(dict(zip((Asked.LOWEST, Asked.TYPICAL, Asked.HIGHEST), figures, strict=True)))
    assert said.startswith(where)


def test_estimates_are_kept_to_the_thousandth() -> None:
    form = sound({Asked.LOWEST: "-2", Asked.TYPICAL: "0.125", Asked.HIGHEST: "1,000"})
    assert (form.lowest, form.typical, form.highest) == (-2_000, 125, 1_000_000)


@pytest.mark.parametrize(
    ("scale", "typical", "told"),
    [
        ("0 to 10", "10.5", True),
        ("0 to 10", "10", False),
        ("from 1 to 5, in steps", "6", True),
        ("-5 to 5", "-6", True),
        ("-5 to 5", "-5", False),
        ("hours a week", "99", False),
        ("0–100", "101", True),
        ("hours a week, from 0 to 40", "41", True),
        ("hours of rest a week, asked of 5 to 16 year olds", "30", False),
        ("hours saved (Monday to Friday, 9-5)", "30", False),
        ("1,000 to 5,000 steps a day", "6000", True),
        ("1,000 to 5,000 steps a day", "4000", False),
        ("0.5 to 2.5", "3", True),
    ],
)
def test_an_estimate_lies_on_the_scale_of_its_call(scale: str, typical: str, *, told: bool) -> None:
    found = list(off_the_scale(sound({Asked.TYPICAL: typical}), scale))
    assert bool(found) is told


@pytest.mark.parametrize(
    ("written", "months"), [("12", 12), ("6 months", 6), ("2 years", 24), ("once", None), ("One-off", None), ("", None)]
)
def test_a_period_is_months_or_once(written: str, months: int | None) -> None:
    form = sound({Asked.PERIOD: written})
    assert form.cost_months == months
    assert ("Over how many months" in form.missing) is (not written)


def test_every_fault_of_a_form_is_told_at_once() -> None:
    said = faults({Asked.COST: "-1", Asked.COUNT: "some", Asked.PEOPLE: "1.5", Asked.PERIOD: "0", Asked.LOWEST: "x"})
    assert [one.split(":")[0] for one in said] == [
        "How many were asked",
        "Lowest estimate",
        "Cost in pounds",
        "Over how many months",
        "People served in that time",
    ]


def test_a_half_filled_form_comes_in_and_says_what_is_missing() -> None:
    form = sound({})
    assert form.text == "Short breaks"
    assert {"Proposal", "Outcomes served", "Cost in pounds", "Interests"} <= set(form.missing)
    assert "Title" not in form.missing


def test_a_form_with_nothing_in_it_is_refused() -> None:
    found = checked({Asked.TITLE: " \n\t "})
    assert not isinstance(found, FilledForm)
    assert [one.why for one in found] == ["nothing is filled in."]


def test_a_form_without_title_and_proposal_is_refused() -> None:
    found = checked({Asked.NEEDS: "A van"})
    assert not isinstance(found, FilledForm)
    assert [one.at for one in found] == ["Proposal"]


def test_a_form_of_another_version_of_another_kind_or_without_its_call_is_refused() -> None:
    assert "another version" in faults({}, form="boardroom.proposal-form/2")[0]
    assert "no proposal form" in faults({}, form="something else")[0]
    assert "for which call" in faults({}, call="")[0]
    assert "for which call" in faults({}, organisation="x' OR 1=1")[0]


def test_too_long_a_text_is_told_and_not_cut() -> None:
    assert "holds 20,000 letters" in faults({Asked.PROPOSAL: "x" * 20_000})[0]


def test_equal_answers_have_one_fingerprint_whatever_wrote_them_down() -> None:
    one = sound({Asked.PROPOSAL: "First\r\nsecond", Asked.COST: "£1,000"})
    other = sound({Asked.PROPOSAL: "First\nsecond ", Asked.COST: "1000.00"})
    assert one.fingerprint == other.fingerprint
    assert sound({Asked.PROPOSAL: "First\nthird", Asked.COST: "1000"}).fingerprint != one.fingerprint


def test_in_a_table_a_fault_tells_row_and_column() -> None:
    said = faults({Asked.COST: "-1"}, row=7, columns={Asked.COST: "K"})
    assert said[0].startswith("Row 7, column K (Cost in pounds): “-1”")


@given(answers=st.dictionaries(st.sampled_from(Asked), st.text(max_size=40), max_size=8))
def test_whatever_stands_in_a_form_is_checked_or_told(answers: dict[Asked, str]) -> None:
    found = checked(answers)
    assert isinstance(found, FilledForm) or (found and all(str(one) for one in found))


@given(figures=st.lists(st.integers(-10_000, 10_000), min_size=3, max_size=3))
def test_three_estimates_are_taken_where_they_are_in_order_and_else_refused(figures: list[int]) -> None:
    words = [f"{figure / 10:.1f}" for figure in figures]
    found = checked({Asked.TITLE: "T", **dict(zip((Asked.LOWEST, Asked.TYPICAL, Asked.HIGHEST), words, strict=True))})
    assert isinstance(found, FilledForm) is (figures == sorted(figures))
