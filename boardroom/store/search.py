"""Searching everything people wrote: words in, hits out, with the words marked where they stand.

What keeps the index is in `search_index.py`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.text import clean_text
from boardroom.store.connect import Driver
from boardroom.store.engines import driver_of
from boardroom.store.search_index import day_of, forget, keys_of, rebuild, update, verify
from boardroom.store.snippet import Marker, Stretch, folded

__all__ = ["Hit", "forget", "match_of", "rebuild", "search", "update", "verify"]

# A phrase of many terms takes long to look up in an endless text of the same ones.
_MOST_TERMS = 16
_MOST_LETTERS = 1_000
# Ranking reads every match: 0.5 ms for 50, 400 ms for 130,000. Newest first takes the same whatever the number.
_FEW = 50
_TERM = re.compile(r"[^\W_]+")
# One letter has no prefix index, and would match half the file.
_PREFIX_LETTERS = 2
_QUOTE = '"'

# These have no day: their keys come last, and the rows of all meetings before them need not be looked at.
UNDATED = frozenset({"person", "organisation", "organisation_status", "seat", "board"})

_COLUMNS = "d.seq, d.entity, d.entity_id, d.meeting_id, d.text, d.restricted, d.note"
_MATCHES = "FROM search_index CROSS JOIN search_doc AS d ON d.seq = search_index.rowid WHERE search_index MATCH ?{}"
_NEWEST = f"SELECT {_COLUMNS} {_MATCHES} ORDER BY search_index.rowid LIMIT ?"
_ANY = "SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?"
_BEST = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rank"


_Row: TypeAlias = tuple[int, str, str, str | None, str, int, int]


class Hit(NamedTuple):
    """A row that holds the words: what it is, when it was, and the words in their surroundings, marked as bold."""

    entity: str
    entity_id: UUID
    meeting_id: UUID | None
    date: date | None
    snippet: tuple[Stretch, ...]
    restricted: bool
    note: bool
    """Whether it is the secretary's own jotting, which no document prints."""


def search(  # noqa: PLR0913 - what a search can be narrowed by
    session: Session,
    words: str,
    *,
    board_id: UUID | None = None,
    include_restricted: bool = True,
    include_notes: bool = True,
    entities: Collection[str] | None = None,
    limit: int = 50,
) -> list[Hit]:
    """Return what holds all these words, the last of which may be unfinished.

    Few matches come best first, many come newest first (undated last).

    Args:
        session: a session of the board file.
        words: what a person typed; never a query (hazard 15). No accents are needed.
        board_id: only what belongs to this board.
        include_restricted: whether restricted matter is searched.
        include_notes: whether the secretary's own notes are searched.
        entities: only rows of these, by their tables' names.
        limit: the most hits to return.
    """
    sought = _words(words)
    if not sought:
        return []
    connection = driver_of(session.connection())
    narrowed, values = _narrowed(board_id, entities, include_restricted=include_restricted, include_notes=include_notes)
    terms = [terms for _, terms in sought]
    unfinished = _is_unfinished(sought)
    query = _query(sought)
    rows = connection.execute(_NEWEST.format(narrowed), (query, *values, max(limit, _FEW + 1))).fetchall()
    if len(rows) <= _FEW and not (narrowed and _are_many(connection, query)):
        rows = _best_first(connection, query, rows)
    marker = Marker(terms, unfinished=unfinished)
    return list(_hits(rows[:limit], marker))


def match_of(words: str) -> str:
    """Return what matches rows that hold all these words, for MATCH; "" where there is no word to look for."""
    sought = _words(words)
    return _query(sought) if sought else ""


def _query(sought: Sequence[tuple[str, list[str]]]) -> str:
    query = " ".join(f'"{word.replace(_QUOTE, _QUOTE * 2)}"' for word, _ in sought)
    return f"{query} *" if _is_unfinished(sought) else query


def _is_unfinished(sought: Sequence[tuple[str, list[str]]]) -> bool:
    """Whether the last word may be the beginning of a longer one."""
    return len(sought[-1][1][-1]) >= _PREFIX_LETTERS


def _words(typed: str) -> list[tuple[str, list[str]]]:
    """Return each word as typed, with the terms that stand side by side in it ("3.10" holds two)."""
    words, room = [], _MOST_TERMS
    # Most of an over-long text is not worth cleaning.
    for word in clean_text(typed[: _MOST_LETTERS * 2])[:_MOST_LETTERS].split():
        places = [match.span() for match in _TERM.finditer(folded(word))][:room]
        if places:
            words.append((word[: places[-1][1]], [folded(word[first:last]) for first, last in places]))
            room -= len(places)
    return words


def _narrowed(
    board_id: UUID | None, entities: Collection[str] | None, *, include_restricted: bool, include_notes: bool
) -> tuple[str, tuple[str, ...]]:
    conditions = "" if board_id is None else " AND d.board_id = ?"
    if entities is not None:
        conditions += f" AND d.entity IN ({', '.join('?' * len(entities))})"
        if UNDATED.issuperset(entities):
            conditions += f" AND search_index.rowid >= {keys_of(0).start}"
    if not include_restricted:
        conditions += " AND NOT d.restricted"
    if not include_notes:
        conditions += " AND NOT d.note"
    return conditions, (*(() if board_id is None else (str(board_id),)), *(entities or ()))


def _are_many(connection: Driver, query: str) -> bool:
    """Whether many rows match, of which only a few were wanted: ranking would read them all."""
    return len(connection.execute(_ANY, (query, _FEW + 1)).fetchall()) > _FEW


def _best_first(connection: Driver, query: str, rows: list[_Row]) -> list[_Row]:
    by_seq = {row[0]: row for row in rows}
    return [by_seq[seq] for (seq,) in connection.execute(_BEST, (query,)) if seq in by_seq]


def _hits(rows: Iterable[_Row], marker: Marker) -> Iterator[Hit]:
    # Hits share their meetings.
    meetings: dict[str | None, UUID | None] = {None: None}
    for seq, entity, entity_id, meeting_id, text, restricted, note in rows:
        if meeting_id is not None and meeting_id not in meetings:
            meetings[meeting_id] = _uuid(meeting_id)
        marked = marker.marked(text)
        where = meetings[meeting_id]
        yield Hit(entity, _uuid(entity_id), where, day_of(seq), marked, bool(restricted), bool(note))


def _uuid(text: str) -> UUID:
    # In half the time that UUID takes to read text, which is as long as marking the words takes.
    return UUID(int=int(text.replace("-", ""), 16))
