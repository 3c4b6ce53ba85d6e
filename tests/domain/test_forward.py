"""Which stage a strand is to be at, and which stages no meeting takes."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.forward import last_before, not_taken, stage_expected
from boardroom.domain.stages import stage_on, to_come
from tests.domain.test_stages import Row, days, strands


@given(strands(), days)
def test_up_to_today_it_is_the_stage_that_has_begun_unless_one_was_planned_for_earlier(
    rows: list[Row], day: date
) -> None:
    expected, begun = stage_expected(rows, day), stage_on(rows, day)
    if not to_come(rows, day) and begun is not None and all(row.began is None or row.began <= day for row in rows):
        assert expected is begun


@given(strands(), days, st.lists(days))
def test_a_meeting_on_the_day_of_each_stage_takes_them_all_and_more_meetings_never_take_less(
    rows: list[Row], today: date, more: list[date]
) -> None:
    coming = to_come(rows, today)
    taken_on = {one.planned for one in coming if one.planned is not None}
    in_order = [one.planned for one in coming] == sorted(taken_on)
    if in_order:
        assert not_taken(rows, today, taken_on) == ()
    assert not_taken(rows, today, ()) == coming
    assert set(not_taken(rows, today, {*taken_on, *more})) <= set(not_taken(rows, today, taken_on))


@given(st.lists(days), days)
def test_the_last_meeting_before_is_never_after(found: list[date], day: date) -> None:
    last = last_before(found, day)
    assert last is None or (last <= day and not any(last < one <= day for one in found))
    assert last_before([*found, day + timedelta(days=1)], day) == last
