from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.places import GAP, rising


def test_new_things_come_apart_from_each_other() -> None:
    assert rising([None, None, None]) == [0, GAP, 2 * GAP]
    assert rising([0, None]) == [0, GAP]
    assert rising([None, 0]) == [-GAP, 0]


def test_what_is_put_between_two_moves_neither() -> None:
    assert rising([0, None, 100]) == [0, 50, 100]
    assert rising([0, None, None, 9]) == [0, 3, 6, 9]


def test_without_room_only_what_follows_gives_way_and_only_as_far_as_it_must() -> None:
    assert rising([0, 1, None, 2, 3 * GAP]) == [0, 1, 1 + GAP, 1 + 2 * GAP, 3 * GAP]


def test_of_things_put_in_another_order_as_few_move_as_can() -> None:
    assert rising([10, 40, 20, 30]) == [10, 15, 20, 30]


@given(st.lists(st.one_of(st.none(), st.integers(-50, 50)), max_size=30))
def test_positions_always_rise_and_a_rising_run_stays(wished: list[int | None]) -> None:
    places = rising(wished)
    assert len(places) == len(wished)
    assert all(one < other for one, other in pairwise(places))
    known = [one for one in wished if one is not None]
    if len(known) == len(wished) and all(one < other for one, other in pairwise(known)):
        assert places == known
