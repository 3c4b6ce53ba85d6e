"""The window: how soon it stands, and what memory it takes, against a bare main window of PySide6.

Each sample is a process of its own, started as a user starts it; both sides take turns.
"""

import math
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.bench_reading import MANY, file_of_meetings
from tests.benchmarks.ratio import Row, table

PAINTED_BOUND = 1.25
LISTED_BOUND = 3.5
MEMORY_BOUND = 1.8
_TURNS = 15
_ROOT = Path(__file__).parents[2]


def measure(turns: int = _TURNS) -> tuple[list[Row], Row]:
    """Compare start to first paint, and to the filled list; then the peak memory, in MB, of the idle programs.

    Args:
        turns: how many samples of each side, after one that doesn't count.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "Board.boardroom"
        file_of_meetings(path, MANY).close()
        child = partial(_child, folder)
        child("remember", str(path))
        bare: list[dict[str, float]] = []
        ours: list[dict[str, float]] = []
        for turn in range(turns + 1):
            # Who goes first changes, for the second finds warm what the first had to fetch.
            for side in (bare, ours) if turn % 2 else (ours, bare):
                side.append(child("bare") if side is bare else child("program", str(path)))
        del bare[0], ours[0]
    painted = median(sample["painted"] for sample in bare)
    rows = [
        Row(name, median(sample[mark] for sample in ours), painted, bound)
        for name, mark, bound in (
            ("window, first paint", "painted", PAINTED_BOUND),
            ("window, its list filled", "listed", LISTED_BOUND),
            # No bound was set for this one: SQLAlchemy is imported, and every page of the file read, for it.
            ("window, file checked and open, its page there (told, not bound)", "ready", math.inf),
        )
    ]
    most, least = (median(sample["memory"] for sample in side) for side in (ours, bare))
    return rows, Row("idle with that file, peak", most, least, MEMORY_BOUND)


def _child(folder: Path, *words: str) -> dict[str, float]:
    """Run a program and return its marks, in seconds since it was started, and its memory."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # Nobody's own settings, and a screen that is not there: the same on every machine.
    environment |= {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.benchmarks.window_child", *words]
    start = time.monotonic()
    told = subprocess.run(command, cwd=_ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    marks = {name: float(value) for name, value in (line.split() for line in told.splitlines())}
    missing = {"bare": {"painted"}, "program": {"painted", "listed", "ready"}}.get(words[0], set()) - marks.keys()
    if missing:
        message = f"never seen on the screen: {', '.join(sorted(missing))}"
        raise AssertionError(message)
    return {name: value if name == "memory" else value - start for name, value in marks.items()}


def memory_table(row: Row) -> str:
    """Return peak memory as a Markdown table."""
    verdict = "" if row.holds else " (exceeded)"
    return (
        "| measured | ours, MB | bare main window, MB | ratio | at most |\n| --- | ---: | ---: | ---: | ---: |\n"
        f"| {row.name} | {row.ours:.0f} | {row.reference:.0f} | {row.ratio:.2f} | {row.bound:g}{verdict} |"
    )


if __name__ == "__main__":
    timed, memory = measure(int(sys.argv[1]) if len(sys.argv) > 1 else _TURNS)
    print(table(timed, reference="bare main window"))
    print(f"\n{memory_table(memory)}")
