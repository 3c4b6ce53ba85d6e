"""The journal's proof, walked from the first step to the last: hashes, parents, numbers, and what was deleted."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from boardroom.store.connect import Driver
from boardroom.store.images import shapes
from boardroom.store.journal import Heading, Kind, row_hash, rows_line, step_hash

_STEPS = "SELECT seq, id, origin, number, parents, who, at, label, kind, undoes, hash FROM step ORDER BY seq"
_ROWS = "SELECT seq, ordinal, entity, entity_id, before, after, salt, hash FROM step_row WHERE step = ? ORDER BY seq"
_LATER = "SELECT 1 FROM step_row WHERE entity_id = ? AND entity = ? AND seq > ? LIMIT 1"
_STRAY = "SELECT count(*) FROM step_row WHERE step NOT IN (SELECT seq FROM step)"


@dataclass(slots=True)
class _Walk:
    """What is known on the way."""

    open_ends: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)
    begun: bool = False


def broken_links(connection: Driver) -> Iterator[str]:
    """Give a sentence for every step that is missing, was changed, or tells of a row that is gone."""
    walk = _Walk()
    for step in connection.execute(_STEPS):
        yield from _look_at(connection, step, walk)
    if len(walk.open_ends) > 1:
        yield f"The journal has {len(walk.open_ends)} ends instead of one: steps are missing."
    (stray,) = connection.execute(_STRAY).fetchone()
    if stray:
        yield f"{stray} rows of the journal belong to no step: steps are missing."


def _look_at(connection: Driver, step: tuple[object, ...], walk: _Walk) -> Iterator[str]:
    seq, step_id, origin, number, parents, who, at, label, kind, undoes, noted_hash = step
    name = f"Step {seq} of the journal (“{label}”, {str(at)[:10]})"
    rows, found = _digest_rows(connection, seq, name)
    yield from found
    try:
        heading = Heading(
            id=str(step_id),
            origin=str(origin),
            number=int(str(number)),
            parents=tuple(json.loads(str(parents))),
            who=str(who),
            at=str(at),
            label=str(label),
            kind=Kind(str(kind)),
            undoes=None if undoes is None else str(undoes),
        )
        now_hash = step_hash(heading, rows)
    except (ValueError, TypeError):
        now_hash, heading = "", None
    if now_hash != noted_hash or heading is None:
        yield f"{name} was changed after it was written."
    else:
        yield from _follow(connection, heading, seq, name, walk)
    walk.open_ends.add(str(noted_hash))
    walk.begun = True


def _follow(connection: Driver, heading: Heading, seq: object, name: str, walk: _Walk) -> Iterator[str]:
    """Check that a step stands where it says: after its parents, next in its origin's count."""
    if walk.begun and not heading.parents:
        yield f"{name} follows no other, though it is not the first: steps were put in or taken out."
    for parent in heading.parents:
        if parent in walk.open_ends:
            walk.open_ends.discard(parent)
        elif connection.execute("SELECT 1 FROM step WHERE hash = ? AND seq < ?", (parent, seq)).fetchone() is None:
            yield f"The step before this one is missing: {name}."
    if heading.number != walk.numbers.get(heading.origin, 0) + 1:
        yield f"{name} is number {heading.number}, not the next one: steps are missing."
    walk.numbers[heading.origin] = heading.number


def _digest_rows(connection: Driver, seq: object, name: str) -> tuple[str, list[str]]:
    """Return the digest of a step's rows, and a sentence for each that was changed or whose thing is gone."""
    digest = sha256()
    found: list[str] = []
    for place, row in enumerate(connection.execute(_ROWS, (seq,))):
        row_seq, ordinal, entity, entity_id, before, after, salt, noted_hash = row
        digest.update(rows_line(entity, entity_id, noted_hash))
        # Without its salt an image was removed for good; its hash stays and the chain holds.
        if salt is not None and row_hash(salt, entity, entity_id, before, after) != noted_hash:
            found.append(f"{name}: what it says of {entity} {entity_id} was changed.")
        if ordinal != place:
            found.append(f"{name}: its rows are not in their order.")
        if after is not None and not _stands(connection, entity, entity_id, row_seq):
            found.append(f"{entity} {entity_id} is gone, though no step of the journal deleted it.")
    return digest.hexdigest(), found


def _stands(connection: Driver, entity: str, entity_id: str, row_seq: int) -> bool:
    """Whether a row is there, or a later step tells what became of it."""
    shape = shapes().get(entity)
    if shape is None:
        return False
    sql = f'SELECT 1 FROM "{shape.entity}" WHERE id = ?'  # noqa: S608 - a name of our own tables
    if connection.execute(sql, (entity_id,)).fetchone() is not None:
        return True
    return connection.execute(_LATER, (entity_id, entity, row_seq)).fetchone() is not None
