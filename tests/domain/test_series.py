"""Series: the days of a rule, and the rule in words and back."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.refusal import Refusal
from boardroom.domain.series import days_of, monthly_like, read_rule, rule_said

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_everies = st.integers(1, 99)
_ways = st.one_of(
    st.builds(lambda n, d: (n, "WEEKLY", f"BYDAY={d}"), _everies, st.sampled_from(_CODES)),
    st.builds(lambda n: (n, "WEEKLY", ""), _everies),
    st.builds(
        lambda n, k, d: (n, "MONTHLY", f"BYDAY={k}{d}"),
        _everies,
        st.sampled_from((1, 2, 3, 4, -1)),
        st.sampled_from(_CODES),
    ),
    st.builds(lambda n, d: (n, "MONTHLY", f"BYMONTHDAY={d}"), _everies, st.integers(1, 28)),
)


def written(way: tuple[int, str, str]) -> str:
    every, frequency, on = way
    return ";".join(filter(None, (f"FREQ={frequency}", f"INTERVAL={every}" if every > 1 else "", on)))


@pytest.mark.parametrize(
    ("words", "rule", "said"),
    [
        ("weekly", "FREQ=WEEKLY", "weekly"),
        ("Every Thursday", "FREQ=WEEKLY;BYDAY=TH", "weekly on Thursday"),
        ("Thursdays", "FREQ=WEEKLY;BYDAY=TH", "weekly on Thursday"),
        ("every other week", "FREQ=WEEKLY;INTERVAL=2", "fortnightly"),
        ("every six weeks", "FREQ=WEEKLY;INTERVAL=6", "every 6 weeks"),
        ("monthly on the second Thursday", "FREQ=MONTHLY;BYDAY=2TH", "monthly on the second Thursday"),
        ("the 2nd thursday of the month", "FREQ=MONTHLY;BYDAY=2TH", "monthly on the second Thursday"),
        ("quarterly on the first Monday", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "quarterly on the first Monday"),
        (
            "every 2 months on the last Friday",
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
            "every 2 months on the last Friday",
        ),
        ("monthly on the 22nd.", "FREQ=MONTHLY;BYMONTHDAY=22", "monthly on the 22nd"),
        ("every year on the 3rd", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=3", "yearly on the 3rd"),
    ],
)
def test_a_rule_is_read_from_words_and_said_in_them(words: str, rule: str, said: str) -> None:
    assert (read_rule(words), rule_said(rule)) == (rule, said)


@pytest.mark.parametrize("day", ["29th", "30th", "31st"])
def test_a_day_that_not_every_month_has_is_told(day: str) -> None:
    with pytest.raises(Refusal, match=f"Not every month has a {day}"):
        read_rule(f"monthly on the {day}")


@given(_ways)
def test_whatever_rule_has_words_comes_back_from_them(way: tuple[int, str, str]) -> None:
    rule = written(way)
    assert read_rule(rule_said(rule)) == rule


@pytest.mark.parametrize(
    "words",
    ["", "often", "every second Thursday", "monthly", "monthly on the 0th", "every 0 weeks", "weekly on the 3rd"],
)
def test_words_that_are_not_sure_are_refused(words: str) -> None:
    with pytest.raises(Refusal, match="monthly on the second Thursday"):
        read_rule(words)


@given(st.text())
def test_any_words_are_read_or_refused(words: str) -> None:
    try:
        rule = read_rule(words)
    except Refusal:
        return
    assert read_rule(rule_said(rule)) == rule


def test_the_days_of_the_common_rules() -> None:
    on = date(2027, 1, 1)
    assert days_of("FREQ=MONTHLY;BYDAY=2TH", on, 3) == [date(2027, 1, 14), date(2027, 2, 11), date(2027, 3, 11)]
    assert days_of("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", on, 2) == [date(2027, 1, 4), date(2027, 4, 5)]
    assert days_of("FREQ=WEEKLY;INTERVAL=6", on, 2) == [on, date(2027, 2, 12)]
    assert days_of("FREQ=MONTHLY;BYDAY=-1FR", on, 2) == [date(2027, 1, 29), date(2027, 2, 26)]


@given(_ways, st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 12))
def test_days_are_so_many_in_order_from_the_first_on_and_keep_to_the_rule(
    way: tuple[int, str, str], first: date, count: int
) -> None:
    rule = written(way)
    days = days_of(rule, first, count)
    assert len(days) == count
    assert days == sorted(set(days))
    assert all(day >= first for day in days)
    on = way[2].removeprefix("BYDAY=")
    if on[-2:] in _CODES:
        assert {_CODES[day.weekday()] for day in days} <= {on[-2:]}
    if on.startswith("-1"):
        assert all((day + timedelta(weeks=1)).month != day.month for day in days)
    elif on[:1].isdecimal():
        assert all((day.day - 1) // 7 + 1 == int(on[0]) for day in days)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "weekly",
        "FREQ=SECONDLY",
        "FREQ=DAILY",
        "FREQ=WEEKLY;COUNT=3",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=" + "9" * 50,
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYDAY=0TH",
        "FREQ=MONTHLY;BYDAY=+99TH",
        "FREQ=WEEKLY\nRRULE:FREQ=DAILY",
        "FREQ=WEEKLY;;",
    ],
)
def test_a_rule_of_another_kind_is_refused(rule: str) -> None:
    with pytest.raises(Refusal, match="is no rule for meetings"):
        days_of(rule, date(2027, 1, 1), 3)


def test_a_rule_that_no_day_keeps_to_ends_with_the_calendar() -> None:
    began = time.monotonic()
    assert days_of("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", date(2027, 1, 1), 3) == []
    assert time.monotonic() - began < 5
    assert days_of("FREQ=WEEKLY", date(9999, 12, 30), 3) == [date(9999, 12, 30)]


def test_a_rule_without_words_is_said_as_it_is_written() -> None:
    for rule in ("FREQ=MONTHLY;BYDAY=MO,TU", "FREQ=YEARLY;BYMONTH=3", "FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=2TH", "odd"):
        assert rule_said(rule) == rule


def test_a_month_is_repeated_by_the_weekday_of_a_day() -> None:
    assert rule_said(monthly_like(date(2027, 1, 14))) == "monthly on the second Thursday"
    assert rule_said(monthly_like(date(2027, 1, 29))) == "monthly on the last Friday"
