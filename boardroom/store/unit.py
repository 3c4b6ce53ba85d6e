"""Sessions of one unit of work: what the ORM flushes goes through `history.record`, nothing else gets past.

An image is read from the table just before and just after each flush, by the bare driver in the same
transaction. A statement that writes other than by a flush raises: it would leave no trace in the journal.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection as CoreConnection
from sqlalchemy import Engine, event, inspect
from sqlalchemy.orm import InstanceState, Session, UOWTransaction

from boardroom.domain.base import Base
from boardroom.store.history import record
from boardroom.store.images import Image, RowChange, shape_of
from boardroom.store.step import Step

_READS = frozenset({"SELECT", "WITH", "PRAGMA", "EXPLAIN", "VALUES"})
_WRITES = re.compile(r"\b(?:INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
_FLUSHING = "boardroom flushing"


class UnjournalledError(RuntimeError):
    """A bug: a write, or a commit, that the journal would not know of."""


class UnitSession(Session):
    """The session of one unit of work; `begin_step` says what it is noted as."""

    step: Step
    closing = False
    broken = False
    _before: list[tuple[Base, str, Image | None]]

    def begin_step(self, step: Step) -> None:
        """Note from now on what is flushed."""
        self.step = step
        self.connection().info[_FLUSHING] = False

    def end_step(self) -> None:
        """Commit what was noted."""
        if self.broken:
            message = "a session of BoardFile.writing was rolled back inside"
            raise UnjournalledError(message)
        self.closing = True
        self.commit()

    def note_before(self, changed: Iterable[Base], added: Sequence[Base]) -> None:
        """Read what the rows hold that are about to be flushed."""
        driver = self.step.connection
        noted: list[tuple[Base, str, Image | None]] = []
        for entity in changed:
            state: InstanceState[Base] = inspect(entity)
            entity_id = str((state.identity or (entity.id,))[0])
            noted.append((entity, entity_id, shape_of(type(entity)).read(driver, entity_id)))
        noted.extend((entity, "", None) for entity in added)
        self._before = noted
        self.connection().info[_FLUSHING] = True

    def note_after(self) -> None:
        """Record what the flush made of those rows."""
        self.connection().info[_FLUSHING] = False
        driver = self.step.connection
        changes = []
        for entity, identity, before in self._before:
            entity_id = str(entity.id)
            if identity not in ("", entity_id):
                message = f"the id of a {entity.__tablename__} was changed"
                raise UnjournalledError(message)
            after = shape_of(type(entity)).read(driver, entity_id)
            if before != after:
                changes.append(RowChange(entity.__tablename__, entity_id, before, after))
        if changes:
            record(self.step, changes)


def step_of(session: Session) -> Step:
    """Return the step that a session's writes belong to, everything so far flushed.

    Raises:
        UnjournalledError: the session is not one of `BoardFile.writing`.
    """
    if not isinstance(session, UnitSession):
        message = "only a session of BoardFile.writing writes"
        raise UnjournalledError(message)
    session.flush()
    return session.step


def only_flushes_write(engine: Engine) -> None:
    """Let no statement through that writes, or ends the transaction's order, outside a flush."""
    event.listen(engine, "before_cursor_execute", _look_at)


def _look_at(
    connection: CoreConnection,
    _cursor: object,
    statement: str,
    _parameters: object,
    context: Any,  # noqa: ANN401 - SQLAlchemy's execution context
    _executemany: bool,  # noqa: FBT001 - the event's signature
) -> None:
    if connection.info.get(_FLUSHING):
        return
    word = statement.lstrip().split(None, 1)[0].upper()
    writes = context.isinsert or context.isupdate or context.isdelete or (word == "WITH" and _WRITES.search(statement))
    if writes or word not in _READS:
        message = f"the journal would not know of this: {statement[:80]}; use the ORM or store.bulk"
        raise UnjournalledError(message)


@event.listens_for(UnitSession, "before_flush")
def _before_flush(session: UnitSession, _context: UOWTransaction, _instances: object) -> None:
    session.note_before([*session.dirty, *session.deleted], list(session.new))


@event.listens_for(UnitSession, "after_flush")
def _after_flush(session: UnitSession, _context: UOWTransaction) -> None:
    session.note_after()


@event.listens_for(UnitSession, "before_commit")
def _before_commit(session: UnitSession) -> None:
    if not session.closing:
        message = "leaving BoardFile.writing commits, nothing else"
        raise UnjournalledError(message)


@event.listens_for(UnitSession, "after_rollback")
def _after_rollback(session: UnitSession) -> None:
    session.broken = True
