"""The order of an agenda, and every way of moving an item."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.outline import (
    Outline,
    Place,
    branch,
    indent,
    move_after,
    move_before,
    move_down,
    move_up,
    outdent,
    outline,
    positions,
    put,
    where,
    without,
)
from boardroom.domain.refusal import Refusal
from tests.domain.make_record import Making


@st.composite
def outlines(draw: st.DrawFn, least: int = 1) -> Outline:
    """Any agenda: each item put somewhere among those already there."""
    order: Outline = ()
    for number in range(draw(st.integers(least, 9))):
        parents = [None, *(place.id for place in order)]
        order = put(order, UUID(int=number), draw(st.sampled_from(parents)), draw(st.integers(0, 4)))
    return order


def written(order: Outline) -> str:
    """Write an outline of single letters: `a b(c d) e`."""
    names = {place.id: chr(ord("a") + place.id.int) for place in order}

    def level(parent: UUID | None) -> str:
        below = [place.id for place in order if place.parent_id == parent]
        return " ".join(names[one] + (f"({level(one)})" if level(one) else "") for one in below)

    return level(None)


def read(text: str) -> Outline:
    order: list[Place] = []
    parents: list[UUID | None] = [None]
    for letter in text:
        if letter == "(":
            parents.append(order[-1].id)
        elif letter == ")":
            parents.pop()
        elif letter != " ":
            order.append(Place(UUID(int=ord(letter) - ord("a")), parents[-1]))
    return tuple(order)


A, B, C, D, E = (UUID(int=number) for number in range(5))


@pytest.mark.parametrize(
    ("before", "move", "after"),
    [
        ("a b c", lambda order: move_up(order, B), "b a c"),
        ("a b c", lambda order: move_up(order, A), "a b c"),
        ("a(b c) d", lambda order: move_up(order, D), "d a(b c)"),
        ("a(b c) d", lambda order: move_down(order, A), "d a(b c)"),
        ("a(b c) d", lambda order: move_down(order, C), "a(b c) d"),
        ("a(b c) d", lambda order: move_before(order, D, C), "a(b d c)"),
        ("a(b c) d", lambda order: move_after(order, B, A), "a(c) b d"),
        ("a(b) c d", lambda order: move_after(order, C, A), "a(b) c d"),
        ("a b c d", lambda order: move_before(order, A, D), "b c a d"),
        ("a b", lambda order: move_before(order, A, A), "a b"),
        ("a b(c) d", lambda order: indent(order, B), "a(b(c)) d"),
        ("a(b) c", lambda order: indent(order, C), "a(b c)"),
        ("a b", lambda order: indent(order, A), "a b"),
        ("a(b c d)", lambda order: outdent(order, C), "a(b d) c"),
        ("a b", lambda order: outdent(order, B), "a b"),
        ("a(b c) d", lambda order: without(order, A), "d"),
        ("a(b)", lambda order: put(order, C, A, 99), "a(b c)"),
        ("a(b)", lambda order: put(order, C, None, -1), "c a(b)"),
        ("a(b)", lambda order: put(order, C, B, 0), "a(b(c))"),
    ],
)
def test_moves(before: str, move: Callable[[Outline], Outline], after: str) -> None:
    assert written(move(read(before))) == after


@pytest.mark.parametrize(
    "move",
    [
        lambda order: put(order, A, A, 0),
        lambda order: put(order, A, C, 0),
        lambda order: move_before(order, A, B),
        lambda order: move_after(order, A, C),
    ],
)
def test_an_item_is_never_put_under_itself(move: Callable[[Outline], Outline]) -> None:
    with pytest.raises(Refusal, match="under itself"):
        move(read("a(b(c))"))


MOVES: tuple[Callable[[Outline, UUID, UUID], Outline], ...] = (
    lambda order, one, _: move_up(order, one),
    lambda order, one, _: move_down(order, one),
    move_before,
    move_after,
    lambda order, one, _: indent(order, one),
    lambda order, one, _: outdent(order, one),
    lambda order, one, other: put(order, one, other, 0),
    lambda order, one, other: put(order, one, other, 99),
)


def is_in_running_order(order: Outline) -> bool:
    """Each item follows its parent, and nothing stands between an item and those under it."""
    line: list[UUID] = []
    for place in order:
        while line and line[-1] != place.parent_id:
            line.pop()
        if place.parent_id is not None and not line:
            return False
        line.append(place.id)
    return True


@given(outlines(), st.data())
def test_no_row_of_moves_loses_an_item_makes_a_circle_or_breaks_the_order(order: Outline, data: st.DataObject) -> None:
    items = {place.id for place in order}
    ids = sorted(items)
    for _ in range(data.draw(st.integers(1, 6))):
        move = data.draw(st.sampled_from(MOVES))
        before = order
        try:
            order = move(order, data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids)))
        except Refusal:
            assert order == before
        assert {place.id for place in order} == items
        assert sorted(positions(order).values()) == list(range(len(items)))
        assert is_in_running_order(order)


@given(outlines(), st.data())
def test_a_move_is_undone_by_putting_the_item_back_where_it_was(order: Outline, data: st.DataObject) -> None:
    ids = sorted(place.id for place in order)
    one, other = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    home = where(order, one)
    try:
        moved = data.draw(st.sampled_from(MOVES))(order, one, other)
    except Refusal:
        return
    assert put(moved, one, *home) == order


@given(outlines(), st.data())
def test_moving_up_undoes_moving_down_and_outdent_undoes_indent(order: Outline, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(sorted(place.id for place in order)))
    if move_down(order, one) != order:
        assert move_up(move_down(order, one), one) == order
    if indent(order, one) != order:
        assert outdent(indent(order, one), one) == order


@given(outlines(least=2), st.data())
def test_a_moved_item_takes_all_under_it_along(order: Outline, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(sorted(place.id for place in order)))
    assert branch(outdent(order, one), one) == branch(order, one) == branch(move_up(order, one), one)
    left = without(order, one)
    assert {place.id for place in left} == {place.id for place in order} - set(branch(order, one))


@given(outlines())
def test_an_outline_is_read_from_positions_and_parents(order: Outline) -> None:
    making = Making()
    for place in order:
        making.item(id=place.id, parent_id=place.parent_id)
    assert outline(making.record.items) == order
    assert outline(making.record.items[::-1]) == order


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=10))
def test_any_set_of_parents_and_positions_makes_an_outline_that_has_every_item_once(
    rows: list[tuple[int, int]],
) -> None:
    making = Making()
    for parent, position in rows:
        making.item(id=UUID(int=len(making.record.items)), parent_id=UUID(int=parent), position=position)
    order = outline(making.record.items)
    assert sorted(place.id.int for place in order) == list(range(len(rows)))
    assert is_in_running_order(order)


def test_a_circle_is_cut_at_its_first_item() -> None:
    making = Making()
    one, two = making.item(id=A), making.item(id=B)
    one.parent_id, two.parent_id = B, A
    assert written(outline(making.record.items)) == "a(b)"


def test_an_agenda_may_nest_as_deep_as_it_likes() -> None:
    meeting_id = uuid4()
    items = [
        AgendaItem(
            meeting_id=meeting_id,
            id=UUID(int=number),
            parent_id=UUID(int=number - 1) if number else None,
            title="",
            position=number,
        )
        for number in range(20_000)
    ]
    assert len(outline(items)) == 20_000
