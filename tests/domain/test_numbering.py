"""Numbers of items and minutes."""

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.numbering import next_minute_number, number_added, number_key, number_minutes, renumber
from boardroom.domain.outline import Outline, outline, positions, put
from boardroom.domain.words import ItemKind, ItemState
from tests.domain.make_record import Making
from tests.domain.test_outline import outlines


def test_3_10_follows_3_9() -> None:
    numbers = ["", "1", "2", "3", "3.1", "3.2", "3.9", "3.10", "3.10.1", "4.1.3", "10", "12", "12a", "(i)"]
    assert sorted(sorted(numbers), key=number_key) == [*numbers[1:], ""]


@given(st.text() | st.just("9" * 5000), st.text())
def test_any_text_can_be_sorted_as_a_number(one: str, other: str) -> None:
    assert (number_key(one) < number_key(other)) in (True, False)
    assert next_minute_number([one, other]) not in (one, other)


def numbered(making: Making) -> dict[str, str]:
    return {making.record.item_by_id[one].title: number for one, number in renumber(making.record.items).items()}


def test_items_and_sub_items_are_numbered_in_running_order() -> None:
    making = Making()
    making.item(title="Welcome")
    review = making.item(title="Review")
    health = making.item(title="Health", parent_id=review.id)
    making.item(title="Health: children", parent_id=health.id)
    making.item(title="Police", parent_id=review.id)
    making.item(title="Close")
    assert numbered(making) == {
        "Welcome": "1",
        "Review": "2",
        "Health": "2.1",
        "Health: children": "2.1.1",
        "Police": "2.2",
        "Close": "3",
    }


def test_a_heading_without_a_number_keeps_none_and_the_count_runs_on_through_it() -> None:
    making = Making()
    part_a = making.item(title="Part A", kind=ItemKind.HEADING)
    making.item(title="First", parent_id=part_a.id)
    part_b = making.item(title="Part B", kind=ItemKind.HEADING)
    second = making.item(title="Second", parent_id=part_b.id)
    making.item(title="Under it", parent_id=second.id)
    making.item(title="Third")
    assert numbered(making) == {
        "Part A": "",
        "First": "1",
        "Part B": "",
        "Second": "2",
        "Under it": "2.1",
        "Third": "3",
    }


def test_numbers_may_run_on_from_an_earlier_meeting() -> None:
    making = Making()
    items = [making.item(), making.item()]
    assert list(renumber(items, first=18).values()) == ["18", "19"]


@given(outlines(), st.integers(1, 99))
def test_fresh_numbers_are_unique_and_in_running_order(order: Outline, first: int) -> None:
    making = Making()
    for place in order:
        making.item(id=place.id, parent_id=place.parent_id)
    numbers = renumber(making.record.items, first=first)
    row = [numbers[place.id] for place in order]
    assert len(set(row)) == len(row)
    assert row == sorted(row, key=number_key)
    for place in order:
        if place.parent_id is not None:
            assert re.fullmatch(re.escape(numbers[place.parent_id]) + r"\.[0-9]+", numbers[place.id])


@given(outlines(least=2), st.data())
def test_numbers_stay_right_after_any_move_and_come_back_with_its_undo(order: Outline, data: st.DataObject) -> None:
    making = Making()
    for place in order:
        making.item(id=place.id, parent_id=place.parent_id)
    before = renumber(making.record.items)
    one = data.draw(st.sampled_from(order)).id
    at = outline(making.record.items)
    moved = put(at, one, None, data.draw(st.integers(0, 9)))
    for item in making.record.items:
        item.position = positions(moved)[item.id]
        item.parent_id = next(place.parent_id for place in moved if place.id == item.id)
    numbers = renumber(making.record.items)
    row = [numbers[place.id] for place in moved]
    assert row == sorted(set(row), key=number_key)
    for item in making.record.items:
        item.position = positions(at)[item.id]
        item.parent_id = next(place.parent_id for place in at if place.id == item.id)
    assert renumber(making.record.items) == before


def test_once_the_agenda_is_out_a_late_item_gets_the_next_number_and_nothing_shifts() -> None:
    making = Making()
    items = [making.item("1"), making.item(title="Late"), making.item("2", state=ItemState.WITHDRAWN), making.item("3")]
    late_sub = making.item(title="Late sub-item", parent_id=items[3].id, position=9)
    later_sub = making.item(title="Later sub-item", parent_id=late_sub.id, position=10)
    numbers = number_added(making.record.items)
    assert [numbers[item.id] for item in items] == ["1", "4", "2", "3"]
    assert (numbers[late_sub.id], numbers[later_sub.id]) == ("3.1", "3.1.1")


def test_odd_numbers_of_a_past_record_are_left_alone() -> None:
    making = Making()
    odd = ["1", "1", "(iv)", "7A", "B12"]  # Wrexham has two items numbered 1
    items = [making.item(number) for number in odd]
    heading = making.item(kind=ItemKind.HEADING)
    late = making.item()
    numbers = number_added(making.record.items)
    assert [numbers[item.id] for item in items] == odd
    assert (numbers[heading.id], numbers[late.id]) == ("", "13")


def test_a_number_that_stands_elsewhere_is_passed_over() -> None:
    making = Making()
    first = making.item("1")
    making.item("2", parent_id=first.id)
    late = making.item()
    assert number_added(making.record.items)[late.id] == "3"


@given(st.lists(st.sampled_from(["", "", "1", "2", "2.1", "3", "(i)", "12a", "9" * 5000]), max_size=9), st.data())
def test_added_numbers_are_new_and_the_printed_ones_stay(printed: list[str], data: st.DataObject) -> None:
    making = Making()
    for number in printed:
        parents = [None, *(item.id for item in making.record.items)]
        making.item(number, parent_id=data.draw(st.sampled_from(parents)))
    numbers = number_added(making.record.items)
    added = [numbers[item.id] for item in making.record.items if not item.number]
    assert all(numbers[item.id] == item.number for item in making.record.items if item.number)
    assert "" not in added
    assert len(set(added)) == len(added)
    assert not set(added) & set(printed)


@pytest.mark.parametrize(
    ("existing", "following"),
    [
        ([], "1"),
        (["259", "260", "263"], "264"),
        (["9", "10"], "11"),
        (["C1789"], "C1790"),
        (["2024/07", "2024/06", "2023/99"], "2024/08"),
        (["099"], "100"),
        (["45/2024", "44/2024"], "46/2024"),
        (["2024"], "2025"),
        (["2023/2024"], "2023/2025"),
        (["12a"], "13"),
        (["(i)"], "1"),
        (["Min 9", "Min 9"], "Min 10"),
        (["9", "10", "C77"], "11"),
        (["0099", "100", "12"], "101"),
    ],
)
def test_minute_numbers_run_on(existing: list[str], following: str) -> None:
    assert next_minute_number(existing) == following


@given(st.lists(st.from_regex(r"[A-C]?[0-9]{1,4}(/20[0-9]{2})?[a-b]?", fullmatch=True), max_size=20))
def test_a_minute_number_is_never_given_twice(existing: list[str]) -> None:
    given_so_far = list(existing)
    for _ in range(5):
        number = next_minute_number(given_so_far)
        assert number not in given_so_far
        given_so_far.append(number)


def test_minutes_are_numbered_item_by_item_past_headings_and_sub_items() -> None:
    making = Making()
    opening = making.item("1", title="Welcome")
    making.item("2", title="Not reached")
    part = making.item(title="Part A", kind=ItemKind.HEADING)
    play = making.item("3", title="Play", parent_id=part.id)
    parks = making.item("3.1", title="Parks", parent_id=play.id)
    review = making.item("4", title="Review", kind=ItemKind.HEADING)
    police = making.item("4.1", title="Police", parent_id=review.id)
    kept = making.item("5", title="Minutes", minute_number="12")
    minuted = {opening.id, part.id, parks.id, review.id, police.id, kept.id}
    assert number_minutes(making.record.items, minuted, ["10"]) == {opening.id: "13", play.id: "14", police.id: "15"}


def test_the_numbers_of_different_items_are_kept_apart_by_id() -> None:
    making = Making()
    making.item(id=UUID(int=7))
    assert renumber(making.record.items) == {UUID(int=7): "1"}
