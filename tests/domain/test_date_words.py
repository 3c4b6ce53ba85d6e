"""Days in words at the end of a line: found where they are sure, kept as words where they aren't."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardroom.domain.date_words import day_meant, time_meant
from boardroom.domain.days import MONTHS, WEEKDAYS, day_called, day_shown, written_day

TODAY = date(2026, 12, 3)
"""A Thursday."""
NEXT = date(2027, 1, 28)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("15 Jan", date(2027, 1, 15)),
        ("15th January", date(2027, 1, 15)),
        ("15th of January", date(2027, 1, 15)),
        ("Fri 15 January 2027", date(2027, 1, 15)),
        ("Friday, 15 January, 2027", date(2027, 1, 15)),
        ("1 Sept.", date(2027, 9, 1)),
        ("3 Dec", TODAY),
        ("2 Dec", date(2027, 12, 2)),
        ("12/1", date(2027, 1, 12)),
        ("12.1.27", date(2027, 1, 12)),
        ("2027-01-12", date(2027, 1, 12)),
        ("12-Jan-2027", date(2027, 1, 12)),
        ("today", TODAY),
        ("tomorrow", date(2026, 12, 4)),
        ("Friday", date(2026, 12, 4)),
        ("Weds", date(2026, 12, 9)),
        ("this Friday", date(2026, 12, 4)),
        ("this coming Wednesday", date(2026, 12, 9)),
        ("next Wednesday", date(2026, 12, 9)),
        ("Friday week", date(2026, 12, 11)),
        ("a week on Friday", date(2026, 12, 11)),
        ("two weeks on Friday", date(2026, 12, 18)),
        ("a fortnight today", date(2026, 12, 17)),
        ("in two weeks", date(2026, 12, 17)),
        ("in two weeks’ time", date(2026, 12, 17)),
        ("in a fortnight's time", date(2026, 12, 17)),
        ("within the next 10 days", date(2026, 12, 13)),
        ("six weeks from today", date(2027, 1, 14)),
        ("in two months", date(2027, 2, 3)),
        ("end of March", date(2027, 3, 31)),
        ("end of December", date(2026, 12, 31)),
        ("end Feb 2028", date(2028, 2, 29)),
        ("the end of the month", date(2026, 12, 31)),
        ("end of month", date(2026, 12, 31)),
        ("the end of next month", date(2027, 1, 31)),
        ("second Thursday in March", date(2027, 3, 11)),
        ("2nd Thursday of next month", date(2027, 1, 14)),
        ("the last Friday in January 2028", date(2028, 1, 28)),
        ("first Tuesday in December", date(2027, 12, 7)),
        ("the 15th", date(2026, 12, 15)),
        ("1st", date(2027, 1, 1)),
        ("31st of next month", date(2027, 1, 31)),
        ("next meeting", NEXT),
        ("the next meeting", NEXT),
    ],
)
def test_a_day_is_found_with_and_without_what_leads_to_it(words: str, day: date) -> None:
    assert day_called(words, TODAY, NEXT) == day
    for leading in ("by", "before", "on", "until", "no later than"):
        line = f"Priya to cost two halls with Llan-y-dŵr {leading} {words}."
        found = day_meant(line, TODAY, NEXT)
        assert found is not None
        assert (found.day, found.leading) == (day, leading)
        assert line[found.start : found.end] == words.rstrip(".")
        assert line[found.begins : found.end] == f"{leading} {words}".rstrip(".")


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Huw to book Tŷ Haul 15 Jan", "15 Jan"),
        ("Huw to book Tŷ Haul, Friday", "Friday"),
        ("Huw to book Tŷ Haul on Friday", "Friday"),
        ("Huw to report to the next meeting", "the next meeting"),
        ("Huw to report at the next meeting.", "the next meeting"),
        ("Huw to report at the end of March", "the end of March"),
        ("Huw to answer in two weeks", "in two weeks"),
        ("12/1", "12/1"),
    ],
)
def test_a_day_is_found_without_by_where_it_can_mean_nothing_else(line: str, due: str) -> None:
    found = day_meant(line, TODAY, NEXT)
    assert found is not None
    assert line[found.start : found.end] == due


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "by 31 February",
        "by 32 January",
        "by Friday 12 January",  # a Tuesday
        "by 4 Jan 2020",  # gone by
        "by Thursday",  # today, or in a week
        "by next Friday",  # tomorrow, or the week after
        "by next Sunday",
        "by next week",
        "by fifth Thursday in March",
        "by the first Friday",
        "by the 2nd Friday",
        "by March",
        "by early March",
        "by the June meeting",
        "by Christmas",
        "by the end of term",
        "third Thursday of the month",
        "in 10 working days",
        "plan Good Friday",
        "open Monday to Friday",
        "open every Friday",
        "open from 12 to 15 January",
        "on 12 or 13 January",
        "on 12–13 January",
        "circulate the minutes of 3 December",
        "answer the letter dated 15 January",
        "two weeks before 15 January",
        "the day before the next meeting",
        "not before 15 January",
        "after the next meeting",
        "book a room for the next meeting",
        "in the week ending 15 January",
        "in the week beginning 11/1/27",
        "pay for cover 24/7",
        "pay for cover, 24/7",
        "cut the cost by 1/2",
        "ring back by 10.12",
        "see item 6.1",
        "say where everybody sat",
        "meet twice in a month",
        "save £5,000 in a year",
        "cut the waiting list by 10",
        "be led by Council",
    ],
)
def test_what_is_not_sure_names_no_day(line: str) -> None:
    assert day_meant(line, TODAY, NEXT) is None


def test_without_a_day_of_the_next_meeting_its_words_stay() -> None:
    line = "Huw to report by the next meeting"
    assert day_meant(line, TODAY) is None
    assert day_meant(line, TODAY, TODAY - timedelta(days=1)) is None
    found = time_meant(line)
    assert found is not None
    assert line[found.begins : found.end] == "by the next meeting"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("cost it by the summer", "by the summer"),
        ("cost it before the June meeting.", "before the June meeting"),
        ("cost it by Friday 12 January", "by Friday 12 January"),
        ("cost it by 31 February", "by 31 February"),
        ("cost it before half-term", "before half-term"),
        ("cost it next week", "next week"),
        ("cost it next Friday", "next Friday"),
        ("cost it as soon as possible", "as soon as possible"),
        ("cost it in 10 working days", "in 10 working days"),
        ("cost it by the second Thursday", "by the second Thursday"),
        ("send it by e-mail by 31 February", "by 31 February"),
        ("cost it by 12 Jan (if possible)", "by 12 Jan (if possible)"),
        ("write a report for the next meeting", None),
        ("hear about next term", None),
        ("cut it by half", None),
        ("shorten the wait by two weeks", None),
        ("shorten the wait by half a day.", None),
        ("book it (by the summer)", "by the summer"),
        ("cut it by 10", None),
        ("let it be led by the council", None),
        ("visit it on the way", None),
        ("do it two weeks before Easter", None),
    ],
)
def test_words_that_say_when_are_told_from_others(line: str, words: str | None) -> None:
    found = time_meant(line)
    assert (None if found is None else line[found.begins : found.end]) == words


def test_next_friday_is_sure_only_where_all_mean_the_same_by_it() -> None:
    monday = date(2026, 11, 30)
    sure = [day for day in range(7) if day_called("next Friday", monday + timedelta(days=day))]
    assert [WEEKDAYS[day] for day in sure] == ["Friday", "Saturday"]


def test_a_written_day_needs_its_year_where_no_day_is_given_and_tells_its_weekday() -> None:
    assert written_day("12 January", None) is None
    assert written_day("12/1", None) is None
    said = written_day("Mon 12 January 2027", None)
    assert said is not None
    assert (said.day, said.agrees) == (date(2027, 1, 12), False)


_DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
_WORDS = """by before on until to at the end of next this in within a two weeks months years second last meeting week
today tomorrow 31 29 12/1 1.2.27 2027 999 15th Llan-y-dŵr Tŷ and or , . ( İ"""
_PIECES = st.sampled_from([*MONTHS, *WEEKDAYS, *_WORDS.split()])


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=9).map(" ".join)), _DAYS, st.none() | _DAYS)
@example("by in 999 years", date.max, date.max)
def test_no_line_is_too_much_and_what_is_found_lies_in_it(line: str, today: date, meets: date | None) -> None:
    found = day_meant(line, today, meets)
    if found is not None:
        assert found.day >= today
    for place in (found, time_meant(line)):
        if place is not None:
            assert 0 <= place.begins <= place.start < place.end <= len(line)
            assert line[place.start : place.end].strip()


@given(_DAYS, _DAYS)
def test_a_day_is_read_as_it_is_shown(day: date, today: date) -> None:
    assert written_day(day_shown(day), today) is not None
    assert day_called(day_shown(day), today) == (day if day >= today else None)
