"""The search index: kept in step with every write, made anew, and compared with what the tables say.

`search_doc` has one row for every row that holds words, and is the content of the full-text table
`search_index` (hazard 11a: content needs an integer key of its own). That key orders: in its upper half the days
from the day to the end of the calendar, in its lower a number that runs down. So "newest first", undated last, is
the order of the key itself, whenever a meeting was typed in, and a hit tells its date. It rises because FTS5 skips
through a common word's rows only in that direction.

Words that were edited or deleted stay in the full-text table's old pages until SQLite merges them away. Its
setting that forbids this costs 4 to 13 ms an edit, and the journal keeps the same words for undo anyway; so
whoever removes words for good calls `forget` (docs/decisions/0005).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from boardroom.store.connect import Driver
from boardroom.store.images import Image, RowChange
from boardroom.store.searchable import SEARCHABLE, is_note, standing, words_of
from boardroom.store.standing import Place, Standings, moved_by

SCHEMA: tuple[str, ...] = (
    """CREATE TABLE search_doc (
    seq INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    board_id TEXT,
    meeting_id TEXT,
    restricted INTEGER NOT NULL,
    note INTEGER NOT NULL,
    text TEXT NOT NULL
)""",
    "CREATE UNIQUE INDEX ix_search_doc_entity_id_entity ON search_doc (entity_id, entity)",
    "CREATE INDEX ix_search_doc_meeting_id ON search_doc (meeting_id)",
    # Two-letter prefixes take 0.02 ms with their index and 11 ms without.
    """CREATE VIRTUAL TABLE search_index USING fts5(
    text,
    content='search_doc',
    content_rowid='seq',
    tokenize='unicode61 remove_diacritics 2',
    prefix='2 3'
)""",
    # Fewer merges: each edit writes a small segment, and a merge of many is what makes one edit slow.
    "INSERT INTO search_index(search_index, rank) VALUES('automerge', 8)",
)

_NUMBER_BITS = 32
_NUMBERS = 1 << _NUMBER_BITS
_END_OF_DAYS = date.max.toordinal() + 1
_CHUNK = 5_000
_DOC = "seq, board_id, meeting_id, restricted, note, text"


class _Doc(NamedTuple):
    """What `search_doc` holds of a row, `day` being a part of its key."""

    place: Place
    note: bool
    text: str


class _Kept(NamedTuple):
    """A row of `search_doc` as it stands."""

    seq: int
    doc: _Doc


def update(connection: Driver, changes: Sequence[RowChange]) -> None:
    """Bring the index in step with rows that were written, within the transaction that wrote them."""
    index = _Index(connection)
    standings = Standings(connection)
    written = _netted(changes)
    moved: set[tuple[str, str]] = set()
    for change in written.values():
        moved |= moved_by(connection, standings, change)
    for (entity, key), change in written.items():
        if entity not in SEARCHABLE:
            continue
        before, after = change.before, change.after
        if after is None:
            index.drop(entity, key)
        elif before is None:
            index.add(entity, key, _doc(entity, key, after, standings))
        elif (entity, key) in moved or not index.reword(entity, key, before, after):
            index.put(entity, key, _doc(entity, key, after, standings))
    for entity, key in moved - written.keys():
        row = standings.row(entity, key)
        if row is not None:
            index.put(entity, key, _doc(entity, key, row, standings))
    index.flush()


def rebuild(connection: Driver) -> None:
    """Make the whole index anew from the tables, within the caller's transaction."""
    connection.execute("INSERT INTO search_index(search_index) VALUES('delete-all')")
    connection.execute("DELETE FROM search_doc")
    index = _Index(connection, words=False)
    for entity, key, doc in _docs(connection):
        index.add(entity, key, doc)
        if index.waiting >= _CHUNK:
            index.flush()
    index.flush()
    connection.execute("INSERT INTO search_index(search_index) VALUES('rebuild')")


def forget(connection: Driver) -> None:
    """Overwrite every trace that edited and deleted words left in the index; takes as long as a rebuild."""
    connection.execute("INSERT INTO search_index(search_index) VALUES('optimize')")


def verify(connection: Driver) -> list[str]:
    """Compare the index with the tables.

    Returns:
        a sentence for each kind of fault; none where search finds what it should.
    """
    index = _Index(connection)
    missing = different = expected = 0
    for entity, key, doc in _docs(connection):
        expected += 1
        kept = index.kept(entity, key)
        if kept is None:
            missing += 1
        elif kept.doc != doc:
            different += 1
    left_over = connection.execute("SELECT count(*) FROM search_doc").fetchone()[0] - (expected - missing)
    findings = [
        f"The search index {says} ({count})."
        for count, says in (
            (missing, "lacks things that people wrote"),
            (different, "holds things otherwise than they were written"),
            (left_over, "holds things that are no longer there"),
        )
        if count
    ]
    if not _is_sound(connection):
        findings.append("The search index is damaged.")
    return findings


def day_of(seq: int) -> date | None:
    """Return the date that a key of `search_doc` tells."""
    day = _ordinal_of(seq)
    return date.fromordinal(day) if day else None


def keys_of(day: int) -> range:
    """Return the keys of a day, counted from year 1 (0: undated)."""
    least = (_END_OF_DAYS - day) << _NUMBER_BITS
    return range(least, least + _NUMBERS)


def _ordinal_of(seq: int) -> int:
    return _END_OF_DAYS - (seq >> _NUMBER_BITS)


class _Index:
    """The two tables during one unit of work; what comes is written at the end, in the order of the keys.

    Full-text entries out of order would each begin a segment of their own.
    """

    def __init__(self, connection: Driver, *, words: bool = True) -> None:
        self._connection = connection
        self._words = words
        self._least: dict[int, int] = {}
        self._gone: list[tuple[int, str]] = []
        self._docs: list[tuple[object, ...]] = []
        self._come: list[tuple[int, str]] = []

    @property
    def waiting(self) -> int:
        """How many rows are to be written."""
        return len(self._docs)

    def kept(self, entity: str, key: str) -> _Kept | None:
        """Return what the index holds of a row."""
        row = self._connection.execute(
            f"SELECT {_DOC} FROM search_doc WHERE entity_id = ? AND entity = ?",  # noqa: S608 - a constant
            (key, entity),
        ).fetchone()
        if row is None:
            return None
        seq, board, meeting, restricted, note, text = row
        return _Kept(seq, _Doc(Place(board, meeting, _ordinal_of(seq), bool(restricted)), bool(note), text))

    def put(self, entity: str, key: str, doc: _Doc) -> None:
        """Have the index hold a row as it is now."""
        kept = self.kept(entity, key)
        if kept is None:
            self.add(entity, key, doc)
        elif not doc.text or kept.doc.place.day != doc.place.day:
            self._remove(kept)
            self.add(entity, key, doc)
        elif kept.doc != doc:
            place = doc.place
            self._connection.execute(
                "UPDATE search_doc SET board_id = ?, meeting_id = ?, restricted = ?, note = ?, text = ? WHERE seq = ?",
                (place.board, place.meeting, place.restricted, doc.note, doc.text, kept.seq),
            )
            self._respell(kept.seq, kept.doc.text, doc.text)

    def reword(self, entity: str, key: str, before: Image, after: Image) -> bool:
        """Have the index hold new words of a row that stands where it stood: the short way, for typing.

        Returns:
            whether that was enough; else `put` is due.
        """
        old, new = words_of(entity, before), words_of(entity, after)
        if standing(entity, before) != standing(entity, after) or not old or not new:
            return False
        if old != new:
            found = self._connection.execute(
                "UPDATE search_doc SET text = ? WHERE entity_id = ? AND entity = ? RETURNING seq", (new, key, entity)
            ).fetchall()
            for (seq,) in found:
                self._respell(seq, old, new)
        return True

    def drop(self, entity: str, key: str) -> None:
        """Take a row out of the index."""
        kept = self.kept(entity, key)
        if kept is not None:
            self._remove(kept)

    def add(self, entity: str, key: str, doc: _Doc) -> None:
        """Take in a row that the index doesn't hold."""
        if not doc.text:
            return
        place = doc.place
        seq = self._next(place.day)
        self._docs.append((seq, entity, key, place.board, place.meeting, place.restricted, doc.note, doc.text))
        if self._words:
            self._come.append((seq, doc.text))

    def flush(self) -> None:
        """Write what came."""
        execute_many = self._connection.executemany
        if self._gone:
            execute_many(
                "INSERT INTO search_index(search_index, rowid, text) VALUES('delete', ?, ?)", sorted(self._gone)
            )
        if self._docs:
            execute_many("INSERT INTO search_doc VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._docs)
        if self._come:
            execute_many("INSERT INTO search_index(rowid, text) VALUES (?, ?)", sorted(self._come))
        self._gone, self._docs, self._come = [], [], []

    def _remove(self, kept: _Kept) -> None:
        self._connection.execute("DELETE FROM search_doc WHERE seq = ?", (kept.seq,))
        self._gone.append((kept.seq, kept.doc.text))

    def _respell(self, seq: int, before: str, after: str) -> None:
        if before != after:
            self._gone.append((seq, before))
            self._come.append((seq, after))

    def _next(self, day: int) -> int:
        least = self._least.get(day)
        if least is None:
            keys = keys_of(day)
            found = self._connection.execute(
                "SELECT min(seq) FROM search_doc WHERE seq BETWEEN ? AND ?", (keys.start, keys.stop - 1)
            ).fetchone()[0]
            least = keys.stop if found is None else found
        self._least[day] = least - 1
        return least - 1


def _netted(changes: Iterable[RowChange]) -> dict[tuple[str, str], RowChange]:
    """Make one change of all those of the same row."""
    net: dict[tuple[str, str], RowChange] = {}
    for change in changes:
        key = (change.entity, change.id)
        earlier = net.get(key)
        net[key] = change if earlier is None else RowChange(change.entity, change.id, earlier.before, change.after)
    return net


def _doc(entity: str, key: str, row: Image, standings: Standings) -> _Doc:
    return _Doc(standings.of(entity, key, row), is_note(entity, row), words_of(entity, row))


def _docs(connection: Driver) -> Iterator[tuple[str, str, _Doc]]:
    """Yield what the index should hold, in no order."""
    for entity in SEARCHABLE:
        # What was looked up for one entity is forgotten with the next: a file may hold a million rows.
        standings = Standings(connection)
        rows = connection.execute(f"SELECT * FROM {entity}")  # noqa: S608 - a name from our own table
        names = [column[0] for column in rows.description]
        for values in rows:
            row = dict(zip(names, values, strict=True))
            doc = _doc(entity, row["id"], row, standings)
            if doc.text:
                yield entity, row["id"], doc


def _is_sound(connection: Driver) -> bool:
    """Whether the full-text table is whole and holds the words of `search_doc`."""
    asked_to_read = connection.execute("PRAGMA query_only").fetchone()[0]
    patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    try:
        connection.execute("PRAGMA busy_timeout=0").fetchall()
        # SQLite takes this question for a write, though nothing is written.
        connection.execute("PRAGMA query_only=OFF")
        connection.execute("INSERT INTO search_index(search_index, rank) VALUES('integrity-check', 1)")
    except connection.OperationalError:
        # The file can't be written, or somebody else writes it: the table's own structure can still be looked at.
        return bool(connection.execute("PRAGMA integrity_check(search_index)").fetchall() == [("ok",)])
    except connection.DatabaseError:
        return False
    finally:
        connection.execute(f"PRAGMA query_only={asked_to_read}")
        connection.execute(f"PRAGMA busy_timeout={patience}").fetchall()
    return True
