"""How long we take against how long the best known way takes, in one run: medians of turns taken one by one.

Figures of two runs can't be compared (another program may be at work); ratios within one run can.
"""

import gc
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

TURNS = 41


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what was measured, both medians in seconds, and the ratio that is the most allowed."""

    name: str
    ours: float
    reference: float
    bound: float

    @property
    def ratio(self) -> float:
        """How many times as long we take."""
        return self.ours / self.reference

    @property
    def holds(self) -> bool:
        """Whether the ratio is within its bound."""
        return self.ratio <= self.bound


def compare(
    name: str, ours: Callable[[], object], reference: Callable[[], object], *, bound: float, turns: int = TURNS
) -> Row:
    """Measure two ways of doing a thing, in turns, after one turn of each that doesn't count."""
    taken: tuple[list[float], list[float]] = ([], [])
    ours()
    reference()
    gc.collect()
    gc.disable()
    try:
        for turn in range(turns):
            # Who goes first changes, for the second finds warm what the first had to fetch.
            for which in (0, 1) if turn % 2 else (1, 0):
                start = time.perf_counter()
                (ours, reference)[which]()
                taken[which].append(time.perf_counter() - start)
    finally:
        gc.enable()
    return Row(name, median(taken[0]), median(taken[1]), bound)


def table(rows: Sequence[Row], *, reference: str) -> str:
    """Return the rows as a Markdown table.

    Args:
        rows: what was measured.
        reference: what we are compared with, as the head of its column.
    """
    lines = [f"| measured | ours, ms | {reference}, ms | ratio | at most |", "| --- | ---: | ---: | ---: | ---: |"]
    for row in rows:
        verdict = "" if row.holds else " (exceeded)"
        lines.append(
            f"| {row.name} | {row.ours * 1e3:.3f} | {row.reference * 1e3:.3f} | {row.ratio:.2f} "
            f"| {'–' if row.bound == math.inf else f'{row.bound:g}'}{verdict} |"
        )
    return "\n".join(lines)
