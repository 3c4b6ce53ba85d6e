"""The order of an agenda as a forest: items under items, and every way of moving one.

An outline is in running order: a parent before what stands under it, which follows it directly. All
functions give a new outline and leave the old one alone; no move makes a circle or loses an item.
Source: product B1 (agenda built by drag and keyboard, sub-items).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Place:
    """An item and the one it stands under (None: the agenda's own)."""

    id: UUID
    parent_id: UUID | None


Outline = tuple[Place, ...]


def outline(items: Sequence[AgendaItem]) -> Outline:
    """Return the running order of items by position.

    What past records break is mended: an item whose parent isn't there, or that stands under itself by
    way of others, is one of the agenda's own; each branch is kept together.
    """
    ordered = sorted(items, key=lambda item: item.position)
    parents = {item.id: item.parent_id for item in ordered}
    for item_id, parent_id in parents.items():
        if parent_id not in parents:
            parents[item_id] = None
    _break_circles(parents)
    children: dict[UUID | None, list[UUID]] = {}
    for item in ordered:
        children.setdefault(parents[item.id], []).append(item.id)
    return tuple(_walk(children))


def _break_circles(parents: dict[UUID, UUID | None]) -> None:
    """Cut each circle at its first item in running order; each item is looked at once."""
    rank = {item_id: index for index, item_id in enumerate(parents)}
    safe = set[UUID]()
    for item_id in parents:
        path: dict[UUID, None] = {}
        at: UUID | None = item_id
        while at is not None and at not in safe and at not in path:
            path[at] = None
            at = parents[at]
        if at in path:
            steps = list(path)
            parents[min(steps[steps.index(at) :], key=rank.__getitem__)] = None
        safe.update(path)


def positions(order: Outline) -> dict[UUID, int]:
    """Return each item's position: dense, from 0, over the whole meeting."""
    return {place.id: index for index, place in enumerate(order)}


def branch(order: Outline, item_id: UUID) -> tuple[UUID, ...]:
    """Return an item and all that stands under it, in running order."""
    return tuple(place.id for place in _branch(order, item_id))


def where(order: Outline, item_id: UUID) -> tuple[UUID | None, int]:
    """Return an item's parent and its index among its siblings: where `put` would put it back."""
    parent_id = _place(order, item_id).parent_id
    return parent_id, _siblings(order, parent_id).index(item_id)


def put(order: Outline, item_id: UUID, parent_id: UUID | None, index: int) -> Outline:
    """Put an item, new or moved with all under it, at an index among the items of a parent.

    An index beyond the end means last.

    Raises:
        Refusal: the item would stand under itself.
    """
    moved = _branch(order, item_id) if _has(order, item_id) else (Place(item_id, None),)
    if parent_id is not None and any(place.id == parent_id for place in moved):
        message = "An item can't be put under itself or under one of its own sub-items."
        raise Refusal(message)
    rest = tuple(place for place in order if place not in moved)
    moved = (Place(item_id, parent_id), *moved[1:])
    siblings = _siblings(rest, parent_id)
    if max(index, 0) < len(siblings):
        at = _index(rest, siblings[max(index, 0)])
    elif parent_id is None:
        at = len(rest)
    else:
        at = _index(rest, parent_id) + len(_branch(rest, parent_id))
    return rest[:at] + moved + rest[at:]


def without(order: Outline, item_id: UUID) -> Outline:
    """Take out an item and all under it."""
    gone = _branch(order, item_id)
    return tuple(place for place in order if place not in gone)


def move_up(order: Outline, item_id: UUID) -> Outline:
    """Move an item before its previous sibling; the first stays."""
    parent_id, index = where(order, item_id)
    return put(order, item_id, parent_id, index - 1) if index else order


def move_down(order: Outline, item_id: UUID) -> Outline:
    """Move an item after its next sibling; the last stays."""
    parent_id, index = where(order, item_id)
    return put(order, item_id, parent_id, index + 1)


def move_before(order: Outline, item_id: UUID, other_id: UUID) -> Outline:
    """Make an item the sibling just before another.

    Raises:
        Refusal: the other stands under the item.
    """
    return _beside(order, item_id, other_id, after=0)


def move_after(order: Outline, item_id: UUID, other_id: UUID) -> Outline:
    """Make an item the sibling just after another and all under that.

    Raises:
        Refusal: the other stands under the item.
    """
    return _beside(order, item_id, other_id, after=1)


def _beside(order: Outline, item_id: UUID, other_id: UUID, *, after: int) -> Outline:
    if item_id == other_id:
        return order
    parent_id = _place(order, other_id).parent_id
    siblings = [one for one in _siblings(order, parent_id) if one != item_id]
    return put(order, item_id, parent_id, siblings.index(other_id) + after)


def indent(order: Outline, item_id: UUID) -> Outline:
    """Make an item the last sub-item of its previous sibling; the first sibling stays."""
    parent_id, index = where(order, item_id)
    if not index:
        return order
    above = _siblings(order, parent_id)[index - 1]
    return put(order, item_id, above, len(_siblings(order, above)))


def outdent(order: Outline, item_id: UUID) -> Outline:
    """Make a sub-item the next sibling of the item it stood under; later sub-items stay with that one."""
    parent_id = _place(order, item_id).parent_id
    return order if parent_id is None else move_after(order, item_id, parent_id)


def _has(order: Outline, item_id: UUID) -> bool:
    return any(place.id == item_id for place in order)


def _index(order: Outline, item_id: UUID) -> int:
    return next(index for index, place in enumerate(order) if place.id == item_id)


def _place(order: Outline, item_id: UUID) -> Place:
    return order[_index(order, item_id)]


def _siblings(order: Outline, parent_id: UUID | None) -> list[UUID]:
    return [place.id for place in order if place.parent_id == parent_id]


def _branch(order: Outline, item_id: UUID) -> Outline:
    start = _index(order, item_id)
    inside = {item_id}
    end = start + 1
    while end < len(order) and order[end].parent_id in inside:
        inside.add(order[end].id)
        end += 1
    return order[start:end]


def _walk(children: Mapping[UUID | None, Sequence[UUID]]) -> Iterator[Place]:
    """Go through a forest in running order, without recursion: a record may nest as deep as it likes."""
    waiting = [Place(item_id, None) for item_id in reversed(children.get(None, ()))]
    while waiting:
        place = waiting.pop()
        yield place
        waiting += [Place(child, place.id) for child in reversed(children.get(place.id, ()))]
