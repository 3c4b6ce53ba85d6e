"""Who is in the room for an item or at a time."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.presence import Moment, order_taken
from boardroom.domain.room import Room
from boardroom.domain.words import Presence
from tests.domain.make_record import Making


def test_somebody_without_a_stay_is_here_throughout() -> None:
    making = Making()
    line = making.member("Ann")
    assert Room(making.record).is_here(line, Moment(item_id=making.item("4").id, at=time(19)))


@pytest.mark.parametrize("status", [Presence.APOLOGIES, Presence.ABSENT, Presence.COPIED_IN])
def test_somebody_who_did_not_come_is_not_here(status: Presence) -> None:
    making = Making()
    assert not Room(making.record).is_here(making.member("Ann", status=status))


def test_somebody_remote_is_here() -> None:
    making = Making()
    assert Room(making.record).is_here(making.member("Ann", remote=True))


def test_who_came_at_an_item_was_there_for_it_and_who_left_at_one_was_not() -> None:
    making = Making()
    items = [making.item(str(number)) for number in range(1, 6)]
    line = making.member("Ann")
    making.stay(line, arrived_item_id=items[1].id, left_item_id=items[3].id)
    here = [Room(making.record).is_here(line, Moment(item_id=item.id)) for item in items]
    assert here == [False, True, True, False, False]


def test_who_came_back_is_here_again() -> None:
    making = Making()
    items = [making.item(str(number)) for number in range(1, 6)]
    line = making.member("Ann")
    making.stay(line, left_item_id=items[2].id)
    making.stay(line, arrived_item_id=items[4].id)
    here = [Room(making.record).is_here(line, Moment(item_id=item.id)) for item in items]
    assert here == [True, True, False, False, True]


@pytest.mark.parametrize(
    ("at", "here"), [(time(18, 59), False), (time(19), True), (time(19, 59), True), (time(20), False)]
)
def test_the_clock_counts_from_the_arrival_up_to_the_departure(at: time, here: bool) -> None:  # noqa: FBT001 - expected
    making = Making()
    line = making.member("Ann")
    making.stay(line, arrived_at=time(19), left_at=time(20))
    assert Room(making.record).is_here(line, Moment(at=at)) is here


def test_a_stay_may_run_past_midnight() -> None:
    making = Making()
    line = making.member("Ann")
    making.stay(line, arrived_at=time(22), left_at=time(0, 30))
    assert Room(making.record).is_here(line, Moment(at=time(23)))
    assert Room(making.record).is_here(line, Moment(at=time(0, 10)))
    assert not Room(making.record).is_here(line, Moment(at=time(0, 30)))
    assert Room(making.record).is_here(line, Moment(at=time(22)))
    assert not Room(making.record).is_here(line, Moment(at=time(21, 59)))


def test_a_stay_of_no_length_covers_nothing() -> None:
    making = Making()
    line = making.member("Ann")
    making.stay(line, arrived_at=time(19), left_at=time(19))
    assert not any(Room(making.record).is_here(line, Moment(at=time(hour))) for hour in range(24))


def test_a_stay_on_one_day_says_nothing_of_the_other() -> None:
    making = Making()
    line = making.member("Ann")
    first, second = making.item("1"), making.item("2")
    making.stay(line, day_id=first.id)
    assert Room(making.record).is_here(line, Moment(day_id=first.id))
    assert not Room(making.record).is_here(line, Moment(day_id=second.id))


def test_an_arrival_in_words_changes_nothing() -> None:
    making = Making()
    line = making.member("Ann")
    making.stay(line, arrived_words="during the second presentation")
    assert Room(making.record).is_here(line, Moment(item_id=making.item("1").id))


def test_somebody_who_came_for_an_item_is_here_for_it_and_its_sub_items_only() -> None:
    making = Making()
    three, four = making.item("3"), making.item("4")
    sub = making.item("3.1", parent_id=three.id)
    line = making.line("Presenter", status=Presence.IN_ATTENDANCE)
    making.for_item(line, three)
    here = [Room(making.record).is_here(line, Moment(item_id=item.id)) for item in (three, sub, four)]
    assert here == [True, True, False]
    assert not Room(making.record).is_here(line)


def test_items_are_ordered_as_they_were_taken() -> None:
    making = Making()
    items = [making.item(str(number)) for number in range(1, 12)]
    items[9].taken_after = "6"  # Kent: item 10 straight after item 6
    taken = [making.record.item_by_id[one].number for one in order_taken(making.record.items)]
    assert taken == ["1", "2", "3", "4", "5", "6", "10", "7", "8", "9", "11"]


def test_an_item_may_be_taken_after_a_minute_number() -> None:
    making = Making()
    making.item("1", minute_number="259")
    making.item("2", minute_number="260")
    making.item("3", minute_number="261", taken_after="259")
    taken = [making.record.item_by_id[one].number for one in order_taken(making.record.items)]
    assert taken == ["1", "3", "2"]


def test_sub_items_go_with_the_item_that_is_taken_elsewhere_and_behind_the_others_own() -> None:
    making = Making()
    first = making.item("1")
    making.item("1.1", parent_id=first.id)
    making.item("2")
    third = making.item("3", taken_after="1")
    making.item("3.1", parent_id=third.id)
    taken = [making.record.item_by_id[one].number for one in order_taken(making.record.items)]
    assert taken == ["1", "1.1", "3", "3.1", "2"]


@given(st.lists(st.tuples(st.integers(0, 8), st.sampled_from(["", "1", "2", "3", "9"])), max_size=9))
def test_order_taken_never_loses_or_doubles_an_item_even_in_circles(rows: list[tuple[int, str]]) -> None:
    making = Making()
    for number, (_, after) in enumerate(rows):
        making.item(str(number), taken_after=after)
    for item, (parent, _) in zip(making.record.items, rows, strict=True):
        item.parent_id = making.record.items[parent % len(rows)].id
    taken = order_taken(making.record.items)
    assert sorted(taken) == sorted(item.id for item in making.record.items)


def test_an_interest_holds_for_the_items_named_and_those_under_them() -> None:
    making = Making()
    four, five = making.item("4"), making.item("5")
    sub = making.item("4.1", parent_id=four.id)
    line = making.member("Ann")
    making.declare(line, four)
    out = [Room(making.record).is_recused(line, Moment(item_id=item.id)) for item in (four, sub, five)]
    assert out == [True, True, False]


def test_an_interest_that_names_no_item_holds_for_all() -> None:
    making = Making()
    line = making.member("Ann")
    making.declare(line)
    assert Room(making.record).is_recused(line, Moment(item_id=making.item("9").id))


def test_a_dispensation_lifts_the_recusal_and_a_mere_declaration_is_none() -> None:
    making = Making()
    four = making.item("4")
    ann, bob = making.member("Ann"), making.member("Bob")
    making.declare(ann, four, dispensation="granted by the monitoring officer")
    making.declare(bob, four, recused=False)
    assert not Room(making.record).is_recused(ann, Moment(item_id=four.id))
    assert not Room(making.record).is_recused(bob, Moment(item_id=four.id))


def test_a_declarer_is_known_by_name_where_only_one_is_so_called() -> None:
    making = Making()
    four = making.item("4")
    ann = making.member("Cllr A. Hughes")
    making.declare(ann, four, person_id=None, by="cllr a. hughes")
    assert Room(making.record).is_recused(ann, Moment(item_id=four.id))
    making.line("Cllr A. Hughes", person_id=None)  # Kent: pairs of members share a name
    assert not Room(making.record).is_recused(ann, Moment(item_id=four.id))


def test_a_declarer_is_known_by_id_whatever_the_name_and_never_as_somebody_else() -> None:
    making = Making()
    ann, bob = making.member("Ann"), making.member("Bob")
    making.declare(ann, by="Bob")
    room = Room(making.record)
    assert (room.is_recused(ann), room.is_recused(bob)) == (True, False)


def test_a_declarer_is_known_by_role_and_organisation() -> None:
    making = Making()
    grants = making.line(role="Representative", organisation="Atal y Fro")  # Vale of Glamorgan
    other = making.line(role="Representative", organisation="")
    making.declare(grants, by="Representative, Atal y Fro")
    making.declare(other, by="Representative, ")
    room = Room(making.record)
    assert (room.is_recused(grants), room.is_recused(other)) == (True, False)


def test_one_person_fills_one_seat() -> None:
    making = Making()
    ann = making.member("Ann")
    making.line("Ann", making.seat("Second seat"), person_id=ann.person_id)
    assert len(Room(making.record).filled_seats(making.board)) == 1
