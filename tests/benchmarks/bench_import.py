"""Import of generated meetings at the real distribution: at least 100 a second, and linear in their number.

What is measured is the whole way: JSON read and checked, names matched, rows inserted with journal and search
index, and the commit. How time grows is read off the processor's clock, because one import is long enough for
another program to come between; how many come in a second, off the clock on the wall.
"""

import json
import tempfile
import time
from itertools import count
from pathlib import Path
from random import Random
from statistics import median

from boardroom.exchange.meeting_format import read_record
from boardroom.exchange.meeting_in import import_records
from boardroom.store.file import BoardFile
from tests.benchmarks.ratio import Row
from tests.make_records import generated_record

FEW, MORE = 250, (500, 1_000, 2_000)
LINEAR = 1.25
A_SECOND = 100
TURNS = 3


def measure() -> list[Row]:
    """Compare what a meeting takes among many with what it takes among few; sizes take turns within a round."""
    taken: dict[int, list[tuple[float, float]]] = {size: [] for size in (FEW, *MORE)}
    with tempfile.TemporaryDirectory() as folder:
        numbers = count()
        _import(Path(folder) / "warm.boardroom", 20)
        for _ in range(TURNS):
            for size, seconds in taken.items():
                seconds.append(_import(Path(folder) / f"{next(numbers)}.boardroom", size))
    work = {size: median(worked for worked, _ in seconds) for size, seconds in taken.items()}
    most = max(MORE)
    waited = median(waited for _, waited in taken[most])
    rows = [Row(f"a meeting among {size:,}, against one among {FEW}", work[size], work[FEW], LINEAR) for size in MORE]
    return [*rows, Row(f"a meeting among {most:,}, against a {A_SECOND}th of a second", waited, 1 / A_SECOND, 1.0)]


def _import(path: Path, size: int) -> tuple[float, float]:
    """Return the seconds of work, and on the wall, that a meeting takes when so many come in at once."""
    rng = Random(1)
    # The same mixture at every size: what is measured is how time grows, not what chance gives.
    contents = [json.dumps(generated_record(rng, at)).encode() for at in range(FEW)]
    copies = [
        (at, content.replace(b'"generated-', f'"{at}-'.encode()))
        for at in range(size // FEW or 1)
        for content in contents
    ]
    with BoardFile.create(path, who="S") as board:
        worked, waited = time.process_time(), time.perf_counter()
        records = [read_record(content, f"{at}.json") for at, content in copies[:size]]
        with board.writing("Import") as session:
            import_records(session, records, new_board=True)
        worked, waited = time.process_time() - worked, time.perf_counter() - waited
    path.unlink()
    return worked / size, waited / size
