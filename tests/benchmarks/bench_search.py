"""Search over 1,000,000 rows against the best bare FTS5 query for the same answer."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import accumulate, count
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.store import migrations
from boardroom.store.connect import Driver, connect_to_read, connect_to_write, transaction
from boardroom.store.engines import reading_engine
from boardroom.store.search import search
from boardroom.store.search_index import keys_of
from tests.benchmarks.ratio import Row, compare, table

ROWS = 1_000_000
BOUND = 2.0
BOARDS = [UUID(int=number) for number in range(1, 4)]
SYLLABLES = (
    *("be", "co", "di", "ser", "vi", "ce", "com", "mu", "ni", "ty", "pro", "po", "sal", "ac", "tion", "re", "port"),
    *("meet", "ing", "con", "tract", "plan", "ned", "lo", "cal", "au", "tho", "ri", "hea", "lth", "po", "lice"),
    *("chi", "ld", "ren", "care", "fund", "bud", "get", "view"),
)
_HIT = "d.entity, d.entity_id, d.meeting_id, d.seq, snippet(search_index, 0, char(2), char(3), '…', 20)"
_FROM = "FROM search_index CROSS JOIN search_doc AS d ON d.seq = search_index.rowid WHERE search_index MATCH ?"
NEWEST = f"SELECT {_HIT} {_FROM} ORDER BY search_index.rowid LIMIT 50"
BEST = f"SELECT {_HIT} {_FROM} ORDER BY rank LIMIT 50"
OF_BOARD = f"SELECT {_HIT} {_FROM} AND d.board_id = ? ORDER BY search_index.rowid LIMIT 50"


def vocabulary(rng: random.Random) -> list[str]:
    """Return made-up words, the most frequent first."""
    words = ("".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in count())
    return [word for word, _ in zip(dict.fromkeys(next(words) for _ in range(90_000)), range(40_000), strict=False)]


def documents(rng: random.Random, words: list[str], rows: int) -> Iterator[tuple[object, ...]]:
    """Yield rows of `search_doc`: words by Zipf's law, 13 in the middle, a hundred rows to a meeting."""
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    pool: list[str] = []
    for number in range(rows):
        length = int(rng.lognormvariate(2.6, 0.7)) + 1
        if len(pool) < length:
            pool = rng.choices(words, cum_weights=weights, k=200_000)
        text = " ".join(pool[-length:])
        del pool[-length:]
        meeting = number // 100
        seq = keys_of(date(2000, 1, 1).toordinal() + meeting)[-1 - number % 100]
        board = str(BOARDS[meeting % 3])
        entity_id, meeting_id = str(UUID(int=number)), str(UUID(int=meeting))
        yield seq, "paragraph", entity_id, board, meeting_id, number % 20 == 0, number % 4 == 0, text


def make_file(path: Path, words: list[str], rows: int) -> None:
    """Make a board file whose search index holds so many rows."""
    with closing(connect_to_write(path, create=True)) as connection, transaction(connection):
        migrations.create_schema(connection)
        docs = documents(random.Random(1), words, rows)
        connection.executemany("INSERT INTO search_doc VALUES (?, ?, ?, ?, ?, ?, ?, ?)", docs)
        connection.execute("INSERT INTO search_index(search_index) VALUES('rebuild')")


def measure(rows: int = ROWS) -> list[Row]:
    """Compare searches for rare, middling and common words, and for beginnings of words."""
    words = vocabulary(random.Random(1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Search.boardroom"
        make_file(path, words, rows)
        engine = reading_engine(path)
        with closing(connect_to_read(path)) as bare, Session(engine) as session:
            measured = [_row(name, session, bare, typed) for name, typed in _searches(bare, words)]
            common = words[10]
            measured.append(
                compare(
                    f"a common word, one board's ({_hits(bare, common):,} rows in all)",
                    lambda: search(session, common, board_id=BOARDS[0]),
                    lambda: bare.execute(OF_BOARD, (_query(common), str(BOARDS[0]))).fetchall(),
                    bound=BOUND,
                )
            )
        engine.dispose()
    return measured


def _searches(bare: Driver, words: list[str]) -> list[tuple[str, str]]:
    few = next(word for word in reversed(words) if 20 <= _hits(bare, word) <= 50)
    long_common = next(word for word in words if len(word) > 7)
    return [
        ("a word that few rows hold, best first", few),
        ("a rare word", words[20_000]),
        ("a less rare word", words[3_000]),
        ("a middling word", words[1_000]),
        ("a common word", words[10]),
        ("the commonest word", words[0]),
        ("a beginning of two letters", "se"),
        ("a beginning of five letters", long_common[:5]),
        ("a common word but for its last letter", long_common[:-1]),
        ("two common words", f"{words[0]} {words[10]}"),
        ("a common and a rare word", f"{words[0]} {words[20_000]}"),
        ("a common and a very rare word", f"{words[0]} {few}"),
    ]


def _row(name: str, session: Session, bare: Driver, typed: str) -> Row:
    query = _query(typed)
    # The best query for the same answer: in the order in which ours gives it.
    hits = _hits(bare, typed)
    best = BEST if hits <= 50 else NEWEST
    ours = [str(hit.entity_id) for hit in search(session, typed)]
    theirs = [row[1] for row in bare.execute(best, (query,))]
    if len(ours) != len(theirs) or (best is NEWEST and ours != theirs):
        message = f"another answer for {typed}"
        raise AssertionError(message)
    return compare(
        f"{name} ({hits:,} rows)",
        lambda: search(session, typed),
        lambda: bare.execute(best, (query,)).fetchall(),
        bound=BOUND,
    )


def _query(typed: str) -> str:
    return " ".join(f'"{word}"' for word in typed.split()) + "*"


def _hits(bare: Driver, typed: str) -> int:
    found = bare.execute("SELECT count(*) FROM search_index WHERE search_index MATCH ?", (_query(typed),)).fetchone()
    return int(found[0])


if __name__ == "__main__":
    print(table(measure(), reference="bare FTS5"))
