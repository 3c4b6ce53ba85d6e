"""`make bench`: measures everything an issue gives a figure for, prints the tables and keeps them.

Exit code 1 where a bound is exceeded: the table is written all the same, good or bad.
"""

import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import bench_edit, bench_import, bench_pdf, bench_reading, bench_search
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
    Section("Import of generated meetings at the real distribution", "at 250 meetings", bench_import.measure),
    Section("Search over 1,000,000 rows", "best bare FTS5 query", bench_search.measure),
    Section("Minutes to PDF, speed", "platypus multiBuild", lambda: [bench_pdf.measure_speed()]),
    Section("Minutes to PDF, 1,000 pages", "at 100 pages", lambda: [bench_pdf.measure_growth()]),
)


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
    KEPT.write_text("\n".join(parts), encoding="utf-8")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
