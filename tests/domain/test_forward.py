"""Which stage a strand is to be at, and which stages no meeting takes."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.forward import last_in_time, not_taken, stage_expected
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


@given(strands(), days, st.lists(days))
def test_the_last_meeting_in_time_takes_the_stage(rows: list[Row], today: date, planned: list[date]) -> None:
    for stage in not_taken(rows, today, ()):
        last = last_in_time(rows, stage, today, planned)
        taken_by = [day for day in planned if day >= today and stage not in not_taken(rows, today, {day})]
        if last is not None:
            assert stage not in not_taken(rows, today, {last})
        if stage.planned is not None and stage.planned >= today:
            assert taken_by == [] or last == max(taken_by)
