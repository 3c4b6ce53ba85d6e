"""Undo and redo, read from the journal: so they hold after a restart, and are steps themselves.

A step is taken back by a later one whose `undoes` is its id: an undo takes back an edit or a redo, a redo
takes back an undo. What nothing has taken back yet can be taken back, the last first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy.exc import IntegrityError

from boardroom.domain.refusal import Refusal
from boardroom.store.change import Change
from boardroom.store.connect import Driver
from boardroom.store.engines import driver_of
from boardroom.store.file import BoardFile
from boardroom.store.history import record
from boardroom.store.images import Image, RowChange, shapes
from boardroom.store.journal import Kind
from boardroom.store.step import Intent, read_images

_LAST = """
    SELECT seq, id, label, kind FROM step
    WHERE who = ? AND kind IN (?, ?, ?) AND NOT EXISTS (SELECT 1 FROM step AS later WHERE later.undoes = step.id)
    ORDER BY seq DESC LIMIT 1
"""
_BARRIER_SINCE = "SELECT label FROM step WHERE kind = 'barrier' AND seq >= ? ORDER BY seq DESC LIMIT 1"
_EDIT_SINCE = "SELECT 1 FROM step WHERE kind = 'edit' AND who = ? AND seq > ? LIMIT 1"
_ROWS = "SELECT entity, entity_id, before, after, salt FROM step_row WHERE step = ? ORDER BY ordinal"


@dataclass(frozen=True, slots=True)
class _Target:
    """The step to take back."""

    seq: int
    id: str
    label: str
    done: str
    """What can't be done with it: "undone" or "done again"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The label of the step that undo or redo would take next, or the sentence that says why there is none."""

    label: str = ""
    why_not: str = ""


def undo(board: BoardFile) -> Change:
    """Take back one's own last step, writing back only the fields that it changed.

    Returns:
        what was changed, under the label of the step that was undone.

    Raises:
        Refusal: there is nothing to undo, a barrier stands before it, or something changed since.
    """
    return _take_back(board, Kind.UNDO)


def redo(board: BoardFile) -> Change:
    """Do again what one undid last, unless one has edited since.

    Returns:
        what was changed, under the label of the step that was done again.

    Raises:
        Refusal: there is nothing to do again, a barrier stands before it, or something changed since.
    """
    return _take_back(board, Kind.REDO)


def peek_undo(board: BoardFile) -> Ahead:
    """Return what undo would take back, without looking at the rows: whether they changed since shows only then."""
    return _peek(board, Kind.UNDO)


def peek_redo(board: BoardFile) -> Ahead:
    """Return what redo would do again, without looking at the rows."""
    return _peek(board, Kind.REDO)


def _peek(board: BoardFile, kind: Kind) -> Ahead:
    if board.read_only:
        return Ahead(why_not=board.read_only)
    with board.reading() as session:
        try:
            return Ahead(label=_target(driver_of(session.connection()), board.who, kind).label)
        except Refusal as refusal:
            return Ahead(why_not=str(refusal))


def _take_back(board: BoardFile, kind: Kind) -> Change:
    target: _Target | None = None
    try:
        with board.unit(Intent(label="", who=board.who, kind=kind)) as session:
            step = session.step
            target = _target(step.connection, board.who, kind)
            step.intent = replace(step.intent, label=target.label, undoes=target.id)
            record(step, list(_write_back(step.connection, target)))
    except IntegrityError as error:
        # Foreign keys are checked at the commit.
        if target is None:
            raise
        message = f"“{target.label}” can't be {target.done}: something written later depends on it."
        raise Refusal(message) from error
    return board.last_change


def _target(connection: Driver, who: str, kind: Kind) -> _Target:
    undoing = kind is Kind.UNDO
    kinds = (Kind.EDIT, Kind.REDO, Kind.BARRIER) if undoing else (Kind.UNDO,) * 3
    row = connection.execute(_LAST, (who, *(one.value for one in kinds))).fetchone()
    done = "undone" if undoing else "done again"
    if row is None:
        message = f"There is nothing of yours that can be {done}."
        raise Refusal(message)
    target = _Target(row[0], row[1], row[2], done)
    barrier = connection.execute(_BARRIER_SINCE, (target.seq,)).fetchone()
    if barrier is not None:
        message = f"“{barrier[0]}” stays as it is: neither it nor what was done before it can be {done}."
        raise Refusal(message)
    if not undoing and connection.execute(_EDIT_SINCE, (who, target.seq)).fetchone() is not None:
        message = "There is nothing to be done again: what was undone before was followed by other work."
        raise Refusal(message)
    return target


def _write_back(connection: Driver, target: _Target) -> Iterator[RowChange]:
    """Give every row its state before the step, and say what that changed."""
    for net in _net_changes(connection, target):
        shape = shapes()[net.entity]
        now = shape.read(connection, net.id)
        then = _state_before(net, now, target)
        if then != now:
            shape.write(connection, now, then)
            yield RowChange(net.entity, net.id, now, then)


def _state_before(net: RowChange, now: Image | None, target: _Target) -> Image | None:
    """Return what a row is to hold again, given what the step did to it and what it holds now.

    Raises:
        Refusal: what the step changed has been changed since.
    """
    before, after = net.before, net.after
    if before is None or after is None or now is None:
        if now != after:
            raise Refusal(_changed_since(target))
        return before
    changed = {name: value for name, value in before.items() if after[name] != value}
    if any(now[name] != after[name] for name in changed):
        raise Refusal(_changed_since(target))
    return {**now, **changed}


def _net_changes(connection: Driver, target: _Target) -> list[RowChange]:
    """Return what the step did to each row altogether, the last touched row first."""
    net: dict[tuple[str, str], RowChange] = {}
    for entity, entity_id, before, after, salt in connection.execute(_ROWS, (target.seq,)):
        if salt is None:
            message = f"“{target.label}” can't be {target.done}: what it changed was removed for good."
            raise Refusal(message)
        row = read_images(entity, entity_id, before, after)
        first = net.pop((entity, entity_id), row)
        net[entity, entity_id] = replace(row, before=first.before)
    return [change for change in reversed(net.values()) if change.before != change.after]


def _changed_since(target: _Target) -> str:
    return f"“{target.label}” can't be {target.done}: what it changed has been changed again since."
