"""Clear days of notice, bank holidays, weeks of a call."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.notice import (
    bank_holidays,
    call_closes,
    clear_days,
    counts,
    covered,
    is_short_call,
    last_day_for_notice,
)
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import DayKind

TABLE = Path(__file__).parents[2] / "resources" / "bank-holidays.json"
CALENDAR, WORKING = DayKind.CALENDAR, DayKind.WORKING
days = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@pytest.fixture(scope="module")
def holidays() -> dict[date, str]:
    return bank_holidays(TABLE.read_text(encoding="utf-8"))


def test_neither_the_day_of_notice_nor_of_the_meeting_counts() -> None:
    assert clear_days(date(2026, 3, 2), date(2026, 3, 8), CALENDAR) == 5
    assert clear_days(date(2026, 3, 8), date(2026, 3, 9), CALENDAR) == 0


def test_working_days_leave_out_the_weekend() -> None:
    # Wednesday to Thursday of the week after: Thursday, Friday, Monday, Tuesday, Wednesday.
    assert clear_days(date(2026, 3, 4), date(2026, 3, 12), WORKING) == 5


def test_working_days_leave_out_easter(holidays: dict[date, str]) -> None:
    # Good Friday 3 April and Easter Monday 6 April 2026 lie between.
    assert clear_days(date(2026, 4, 1), date(2026, 4, 10), WORKING, holidays) == 4
    assert clear_days(date(2026, 3, 31), date(2026, 4, 10), WORKING, holidays) == 5


@pytest.mark.parametrize("given_on", [date(2026, 3, 12), date(2026, 3, 20)])
def test_notice_on_the_day_or_after_it_has_no_clear_days(given_on: date) -> None:
    assert clear_days(given_on, date(2026, 3, 12), CALENDAR) == 0
    assert clear_days(given_on, date(2026, 3, 12), WORKING, [date(2026, 3, 13)]) == 0


@given(days, st.integers(0, 90), st.sampled_from(DayKind), st.frozensets(days, max_size=60))
def test_clear_days_are_the_days_between_that_count(
    start: date, span: int, kind: DayKind, free: frozenset[date]
) -> None:
    free |= {start + timedelta(days=one) for one in range(0, span, 9)}
    meeting = start + timedelta(days=span)
    between = [start + timedelta(days=one) for one in range(1, span)]
    assert clear_days(start, meeting, kind, free) == sum(counts(day, kind, free) for day in between)


@given(days, st.integers(0, 30), st.sampled_from(DayKind))
def test_notice_on_the_last_day_is_enough_and_a_day_later_is_short(meeting: date, needed: int, kind: DayKind) -> None:
    free = bank_holidays(TABLE.read_text(encoding="utf-8"))
    last = last_day_for_notice(meeting, needed, kind, free)
    assert last == meeting - timedelta(days=1) or needed > 0
    later = last + timedelta(days=1)
    assert clear_days(last, meeting, kind, free) == needed
    assert needed == 0 or clear_days(later, meeting, kind, free) < needed


def test_more_days_than_there_were_end_with_the_calendar() -> None:
    assert last_day_for_notice(date(1, 1, 20), 10**9, DayKind.CALENDAR) == date.min


def easter_sunday(year: int) -> date:
    """Butcher's rule of 1876."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    big = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * big) // 433
    month = (h + big - 7 * m + 90) // 25
    return date(year, month, (h + big - 7 * m + 33 * month + 19) % 32)


PROCLAIMED = {
    2002: {date(2002, 6, 3), date(2002, 6, 4)},
    2011: {date(2011, 4, 29)},
    2012: {date(2012, 6, 4), date(2012, 6, 5)},
    2020: {date(2020, 5, 8)},
    2022: {date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)},
    2023: {date(2023, 5, 8)},
}
MOVED_AWAY = {date(2002, 5, 27), date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)}


@pytest.mark.parametrize("year", range(2000, 2031))
def test_the_bundled_table_follows_the_rules(year: int, holidays: dict[date, str]) -> None:
    """Banking and Financial Dealings Act 1971, and what was proclaimed for single years."""
    sunday = easter_sunday(year)
    ruled = {sunday - timedelta(days=2), sunday + timedelta(days=1)} | PROCLAIMED.get(year, set())
    for month, first in ((5, True), (5, False), (8, False)):
        mondays = [date(year, month, day) for day in range(1, 32) if date(year, month, day).weekday() == 0]
        ruled.add(mondays[0] if first else mondays[-1])
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        day = fixed
        while day.weekday() >= 5 or day in ruled:
            day += timedelta(days=1)
        ruled.add(day)
    assert {day for day in holidays if day.year == year} == ruled - MOVED_AWAY


def test_a_table_says_how_far_it_reaches(holidays: dict[date, str]) -> None:
    assert covered(holidays, date(2000, 1, 1))
    assert covered(holidays, date(2030, 12, 31))
    assert not covered(holidays, date(2031, 1, 1))
    assert not covered({}, date(2026, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"england-and-wales": {"events": [{"title": "New Year", "date": "1.1.2026"}]}}',
        '{"england-and-wales": {"events": [{"title": "New Year"}]}}',
        '{"scotland": {"events": []}}',
    ],
)
def test_a_table_that_is_none_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Refusal, match=r"^The table of bank holidays can't be read: .+\.$"):
        bank_holidays(text)


def test_a_call_stays_open_for_its_weeks() -> None:
    assert call_closes(date(2026, 1, 5), 12) == date(2026, 3, 30)
    assert not is_short_call(date(2026, 1, 5), date(2026, 3, 30), 12)
    assert is_short_call(date(2026, 1, 5), date(2026, 3, 29), 12)
