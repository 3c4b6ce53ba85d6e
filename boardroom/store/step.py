"""One step of the journal in the making, and what the process knows of the journal's end meanwhile.

A step belongs to one transaction. Rows are noted, and made findable, some thousands at a time; the heading with
its hash comes last, just before the commit. Typing into one paragraph joins the step before (architecture, Journal).
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from uuid_utils import uuid7

from boardroom.store import search
from boardroom.store.change import Change
from boardroom.store.connect import Driver
from boardroom.store.images import Image, RowChange
from boardroom.store.journal import Heading, Kind, canonical, row_hash, rows_line, step_hash
from boardroom.store.seal import sealed_meetings

PAUSE = 1.5
"""Seconds without typing after which a new step begins."""
LONGEST = 10.0
"""Seconds after which typing begins a new step anyway."""
_AT_ONCE = 5000
_SALT_BYTES = 16

_INSERT_STEP = (
    "INSERT INTO step (seq, id, origin, number, parents, who, at, label, kind, undoes, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_ROW = (
    "INSERT INTO step_row (step, ordinal, entity, entity_id, before, after, salt, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE_ROW = "UPDATE step_row SET before = ?, after = ?, salt = ?, hash = ? WHERE step = ? AND ordinal = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What a unit of work is to be noted as."""

    label: str
    who: str
    kind: Kind = Kind.EDIT
    undoes: str | None = None
    merge: str | None = None
    """Typing under the same key (`paragraph:<id>`) joins one step."""


@dataclass(slots=True, kw_only=True)
class Typing:
    """The last step, as long as typing may still join it; kept in the process only."""

    key: str
    heading: Heading
    rows: list[RowChange]
    hashes: list[str]
    first: float
    last: float

    def joins(self, intent: Intent, changes: Sequence[RowChange], now: float) -> bool:
        """Whether a unit of work is more of the same typing."""
        return (
            self.key == intent.merge
            and self.heading.who == intent.who
            and intent.kind is Kind.EDIT
            and now - self.last < PAUSE
            and now - self.first < LONGEST
            and {(row.entity, row.id) for row in self.rows if row.after is not None}
            >= {(change.entity, change.id) for change in changes}
            and all(change.before is not None and change.after is not None for change in changes)
        )


@dataclass(slots=True)
class Book:
    """What the writing process knows of the journal: its last step, and which minutes are sealed.

    Only the lock's holder writes, so this stays true from commit to commit; `refresh` notices if not.
    """

    seq: int = 0
    number: int = 0
    origin: str = ""
    head: str = ""
    sealed: set[str] = field(default_factory=set)
    typing: Typing | None = None
    _data_version: int = -1

    def refresh(self, connection: Driver) -> None:
        """Read the journal's end, unless nobody else has written since the last time."""
        (data_version,) = connection.execute("PRAGMA data_version").fetchone()
        if data_version == self._data_version:
            return
        row = connection.execute("SELECT seq, number, origin, hash FROM step ORDER BY seq DESC LIMIT 1").fetchone()
        self.seq, self.number, self.origin, self.head = row or (0, 0, str(uuid7()), "")
        self.sealed = sealed_meetings(connection)
        self.typing = None
        self._data_version = data_version

    def forget(self) -> None:
        """Trust nothing of this any more: a transaction ended otherwise than by a commit."""
        self._data_version = -1


class Step:
    """The rows that one unit of work touches, noted as one step."""

    def __init__(self, connection: Driver, book: Book, intent: Intent) -> None:
        """Begin a step after the book's last one."""
        self.connection = connection
        self.sealed = set(book.sealed)
        self._book = book
        self.intent = intent
        self._seq = book.seq + 1
        self._waiting: list[RowChange] = []
        self._written = 0
        self._digest = sha256()
        self._hashes: list[str] = []
        self._touched: dict[str, set[str]] = {}
        self._next: Book | None = None

    def add(self, changes: Sequence[RowChange]) -> None:
        """Note rows that were written."""
        for change in changes:
            self._touched.setdefault(change.entity, set()).add(change.id)
        self._waiting.extend(changes)
        if len(self._waiting) >= _AT_ONCE:
            self._write_rows()

    def finish(self, now: float) -> Change:
        """Write the step's end; nothing may be written to the file after it but the commit.

        Args:
            now: seconds of a monotonic clock, which tell whether typing goes on.
        """
        if not self._touched and self.intent.kind is Kind.EDIT:
            return Change(label=self.intent.label)
        typing = self._book.typing
        if not self._written and typing is not None and typing.joins(self.intent, self._waiting, now):
            self._join(typing, now)
        else:
            self._write_heading(now)
        following = self._next or self._book
        return Change(
            label=self.intent.label,
            rows={entity: frozenset(map(UUID, ids)) for entity, ids in self._touched.items()},
            origin=following.origin,
            seq=following.seq,
        )

    def committed(self) -> None:
        """Turn the book's page: the step is on the disk."""
        if self._next is not None:
            book, following = self._book, self._next
            book.seq, book.number, book.head = following.seq, following.number, following.head
            book.sealed, book.typing = following.sealed, following.typing

    def _write_heading(self, now: float) -> None:
        book, intent = self._book, self.intent
        mergeable = intent.merge is not None and not self._written
        rows = list(self._waiting) if mergeable else []
        self._write_rows()
        heading = Heading(
            id=str(uuid7()),
            origin=book.origin,
            number=book.number + 1,
            parents=(book.head,) if book.head else (),
            who=intent.who,
            at=datetime.now(UTC).isoformat(timespec="microseconds"),
            label=intent.label,
            kind=intent.kind,
            undoes=intent.undoes,
        )
        head = step_hash(heading, self._digest.hexdigest())
        self.connection.execute(
            _INSERT_STEP,
            (
                self._seq,
                heading.id,
                heading.origin,
                heading.number,
                canonical(heading.parents),
                heading.who,
                heading.at,
                heading.label,
                heading.kind.value,
                heading.undoes,
                head,
            ),
        )
        typing = None
        if mergeable and intent.merge is not None:
            typing = Typing(key=intent.merge, heading=heading, rows=rows, hashes=self._hashes, first=now, last=now)
        self._next = replace(book, seq=self._seq, number=heading.number, head=head, sealed=self.sealed, typing=typing)

    def _write_rows(self) -> None:
        search.update(self.connection, self._waiting)
        salts = os.urandom(_SALT_BYTES * len(self._waiting)).hex()
        noted = []
        for at, change in enumerate(self._waiting):
            salt = salts[at * 2 * _SALT_BYTES : (at + 1) * 2 * _SALT_BYTES]
            before, after = images_of(change)
            one_hash = row_hash(salt, change.entity, change.id, before, after)
            self._digest.update(rows_line(change.entity, change.id, one_hash))
            self._hashes.append(one_hash)
            ordinal = self._written + at
            noted.append((self._seq, ordinal, change.entity, change.id, before, after, salt, one_hash))
        self.connection.executemany(_INSERT_ROW, noted)
        self._written += len(noted)
        self._waiting = []
        if self._written > _AT_ONCE:
            self._hashes = []

    def _join(self, typing: Typing, now: float) -> None:
        """Write what was typed into the last step instead of a new one; nobody has it as a parent yet."""
        search.update(self.connection, self._waiting)
        rows, hashes = list(typing.rows), list(typing.hashes)
        places = {(row.entity, row.id): place for place, row in enumerate(rows)}
        seq = self._book.seq
        for change in self._waiting:
            place = places[change.entity, change.id]
            rows[place] = replace(change, before=rows[place].before)
            salt = os.urandom(_SALT_BYTES).hex()
            before, after = images_of(rows[place])
            hashes[place] = row_hash(salt, change.entity, change.id, before, after)
            self.connection.execute(_UPDATE_ROW, (before, after, salt, hashes[place], seq, place))
        digest = sha256()
        for row, one_hash in zip(rows, hashes, strict=True):
            digest.update(rows_line(row.entity, row.id, one_hash))
        head = step_hash(typing.heading, digest.hexdigest())
        self.connection.execute("UPDATE step SET hash = ? WHERE seq = ?", (head, seq))
        joined = replace(typing, rows=rows, hashes=hashes, last=now)
        self._next = replace(self._book, head=head, sealed=self.sealed, typing=joined)


def images_of(change: RowChange) -> tuple[str | None, str | None]:
    """Return what the journal keeps of a row: `before` only the fields that changed, `after` whole."""
    before, after = change.before, change.after
    if before is not None and after is not None:
        before = {name: value for name, value in before.items() if after[name] != value}
    return (None if before is None else canonical(before)), (None if after is None else canonical(after))


def read_images(entity: str, entity_id: str, before: str | None, after: str | None) -> RowChange:
    """Return the row as it was noted, both images whole again."""
    old: Image | None = None if before is None else json.loads(before)
    new: Image | None = None if after is None else json.loads(after)
    if old is not None and new is not None:
        old = {**new, **old}
    return RowChange(entity, entity_id, old, new)
