"""What charts of every kind share: a legend above, a label before each row and the rule under it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from reportlab.graphics.shapes import Drawing

from boardroom.documents.render.chart_shapes import (
    BADGE_HEIGHT,
    BADGE_WIDTH,
    LINE,
    MUTED,
    SIZE,
    TEXT,
    area,
    draw_badge,
    fitted,
    put,
    rule,
)
from boardroom.documents.render.fonts import Face, measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boardroom.documents.blocks import Chart, ChartRow, Fill

WIDTH = 420.0
"""Of every drawing, in points: the measure of a page."""
LABEL = 122.0
"""What the label of a row takes of it."""
ROW = 19.0
BAR = 10.0
MARK = 9.0
SMALL = 7.4
"""The size of a legend, of what stands above the values, and inside them."""
FIGURE = 30.0
"""Room for the figure behind a bar."""


class DrawnKind:
    """What charts of every kind share: labels at the left, the rule under a row, a legend."""

    legend = True

    def __init__(self, chart: Chart) -> None:
        """Draw a chart by its kind."""
        self.chart = chart

    def head(self) -> Drawing:
        """Return what stands above the rows, on each page again."""
        lines = list(_legend(self.chart)) if self.legend else []
        below = self.head_height()
        height = 13.0 * len(lines) + below + 4
        drawing = Drawing(WIDTH, height)
        for at, line in enumerate(lines):
            for x, fill, name in line:
                y = height - 13.0 * (at + 1) + 3
                area(drawing, fill, x, y - 1, MARK, MARK)
                put(drawing, name, x + MARK + 4, y, ink=MUTED, size=SMALL)
        self.draw_head(drawing)
        drawing.add(rule(0, 0.3, WIDTH, 0.3, TEXT, 0.6))
        return drawing

    def head_height(self) -> float:
        """Return the height of what stands above the values, in points."""
        return 0.0

    def draw_head(self, drawing: Drawing) -> None:
        """Add what stands above the values, from the drawing's lower edge."""

    def row(self, row: ChartRow) -> Drawing:
        """Return a row with its label, its badge and its values."""
        drawing = Drawing(WIDTH, ROW)
        left = 0.0
        if row.badge is not None:
            draw_badge(drawing, row.badge, 0, (ROW - BADGE_HEIGHT) / 2)
            left = BADGE_WIDTH + 5
        put(drawing, fitted(row.label, Face.REGULAR, SIZE, LABEL - left - 6), left, baseline(SIZE))
        drawing.add(rule(0, 0.25, WIDTH, 0.25, LINE, 0.5))
        self.draw_row(drawing, row)
        return drawing

    @abstractmethod
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        """Add a row's values."""


def _legend(chart: Chart) -> Iterator[list[tuple[float, Fill, str]]]:
    """Yield the legend's lines: where each mark stands, its filling, its name."""
    line: list[tuple[float, Fill, str]] = []
    left = 0.0
    for one in chart.series:
        name = fitted(one.name, Face.REGULAR, SMALL, WIDTH / 2)
        wide = MARK + 4 + measure(Face.REGULAR, name)[0] * SMALL
        if line and left + wide > WIDTH:
            yield line
            line, left = [], 0.0
        line.append((left, one.fill, name))
        left += wide + 14
    if line:
        yield line


def value_of(row: ChartRow, at: int) -> float:
    """Return a value of a row as a length: none and less than nothing are 0."""
    value = row.values[at] if at < len(row.values) else None
    return max(value, 0.0) if value is not None else 0.0


def words_at(words: Sequence[str], place: int) -> str:
    """Return what is said at a place; nothing where nothing is."""
    return words[place] if place < len(words) else ""


def last_of(words: Sequence[str]) -> str:
    """Return what is said last."""
    return words[-1] if words else ""


def number_said(value: float) -> str:
    """Return a number as people write it, to one place of decimals."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def baseline(size: float) -> float:
    """Return the baseline at which capitals stand in the middle of a row; they are 0.714 em high."""
    return (ROW - 0.714 * size) / 2
