"""`make bench`: measures everything an issue gives a figure for, prints the tables and keeps them.

Exit code 1 where a bound is exceeded: the table is written all the same, good or bad.
"""

import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import (
    bench_edit,
    bench_forms,
    bench_import,
    bench_pdf,
    bench_reading,
    bench_reports,
    bench_room,
    bench_search,
    bench_window,
    bench_window_pages,
    bench_window_scroll,
    bench_window_typing,
)
from tests.benchmarks.ratio import Row, table

KEPT = Path(__file__).parents[2] / "docs" / "benchmarks.md"


@dataclass(frozen=True, slots=True)
class Section:
    """A table: what it is about, what we are compared with, and who measures."""

    title: str
    reference: str
    measure: Callable[[], list[Row]]


SECTIONS = (
    Section("One saved edit, journal and search included", "one-row ORM commit", bench_edit.measure),
    Section("Reading in a file of 1,000 meetings", "in a file of 10", bench_reading.measure),
    Section(
        "Figures of reports over 1,000 meetings, 20,000 proposals, 300 organisations",
        "bare SQL for the same figures",
        bench_reports.measure,
    ),
    Section("Import of generated meetings at the real distribution", "at 250 meetings", bench_import.measure),
    Section("A drop of 200 filled forms", "at 20 forms", bench_forms.measure),
    Section("Search over 1,000,000 rows", "best bare FTS5 query", bench_search.measure),
    Section("Minutes to PDF, speed", "platypus multiBuild", lambda: [bench_pdf.measure_speed()]),
    Section("Minutes to PDF, 1,000 pages", "at 100 pages", lambda: [bench_pdf.measure_growth()]),
    Section("Every page of the window in a file of 1,000 meetings", "in a file of 10", bench_window_pages.measure),
    Section("The room with 400 items and 200 people", "10 items, 10 people", bench_room.measure),
    Section("Typing in the room, in a note of 20,000 words", "bare editor", bench_room.measure_typing),
    Section("A frame of a list of 100,000 rows", "bare list", bench_window_scroll.measure),
)
_MEMORY_TOLD = """\
SQLAlchemy is most of what is above the bound: it takes 34 MB, and 10 MB with it for asyncio and ssl, which it imports.
The bare window is 50 MB, the driver 5, our entities 8, the window's own modules and style 10; then come the open
file's caches, the first page and the mapper's statements. Without docstrings (`python -OO`) 3.5 MB less would stand.
"""


def main() -> int:
    """Measure, print, write docs/benchmarks.md."""
    machine = f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} processors"
    parts = [
        "# Benchmarks\n",
        f"Written by `make bench` with {machine}.\n",
        "Ratios within one run, both sides in turns, medians. Absolute figures drift with the machine; ratios hold.\n",
    ]
    rows: list[Row] = []
    for section in SECTIONS:
        measured = section.measure()
        rows += measured
        parts.append(f"## {section.title}\n\n{table(measured, reference=section.reference)}\n")
        print(parts[-1], flush=True)
    memory = bench_pdf.memory_table()
    parts.append(f"## Minutes to PDF, memory\n\n{memory}\n")
    print(parts[-1])
    rows += _window(parts)
    KEPT.write_text("\n".join(parts), encoding="utf-8")
    return 0 if all(row.holds for row in rows) else 1


def _window(parts: list[str]) -> list[Row]:
    """Measure what has two tables, the start with its memory, typing with the longest hold; and a day's memory."""
    started, memory = bench_window.measure()
    timed = table(started, reference="bare main window")
    parts.append(f"## The window, from its start\n\n{timed}\n\n{bench_window.memory_table(memory)}\n\n{_MEMORY_TOLD}")
    print(parts[-1], flush=True)
    typed, held = bench_window_typing.measure()
    timed = table(typed, reference="not saved")
    longest = table(held, reference="at most")
    parts.append(f"## Typing in a note of 20,000 words\n\n{timed}\n\n{longest}\n")
    print(parts[-1], flush=True)
    day = bench_room.measure_memory()
    parts.append(f"## The room, memory over a long day\n\n{bench_room.memory_table(day)}\n")
    print(parts[-1], flush=True)
    return [*started, memory, *typed, *held, day]


if __name__ == "__main__":
    sys.exit(main())
