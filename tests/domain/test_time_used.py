from datetime import datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.time_used import seconds_between

_MIDNIGHT = datetime(2027, 1, 28)  # noqa: DTZ001 - times of day are local


@given(st.integers(0, 86_399), st.integers(0, 43_199))
def test_less_than_half_a_day_is_counted_even_past_midnight(began: int, seconds: int) -> None:
    start = _MIDNIGHT + timedelta(seconds=began)
    assert seconds_between(start.time(), (start + timedelta(seconds=seconds)).time()) == seconds


@given(st.times(), st.times())
def test_time_never_runs_backwards(began: time, ended: time) -> None:
    assert seconds_between(began, ended) >= 0


def test_a_clock_that_was_set_back_counts_nothing() -> None:
    assert seconds_between(time(14, 30), time(14, 20)) == 0
    assert seconds_between(time(23, 50), time(0, 5)) == 15 * 60
