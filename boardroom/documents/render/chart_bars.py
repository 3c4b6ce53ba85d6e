"""Bars: a panel for each series, or one bar a row in which they follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from boardroom.documents.blocks import Fill
from boardroom.documents.render.chart_frame import (
    BAR,
    FIGURE,
    LABEL,
    ROW,
    SMALL,
    WIDTH,
    DrawnKind,
    baseline,
    last_of,
    number_said,
    value_of,
)
from boardroom.documents.render.chart_shapes import LETTERS, MUTED, SIZE, TEXT, area, box, fitted, put, rule, wrapped
from boardroom.documents.render.fonts import Face, measure

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

    from boardroom.documents.blocks import Chart, ChartRow

_GAP = 12.0


class Bars(DrawnKind):
    """A panel for each series."""

    legend = False

    def __init__(self, chart: Chart) -> None:
        """Measure what every row shares."""
        super().__init__(chart)
        panels = max(len(chart.series), 1)
        self.width = (WIDTH - LABEL - _GAP * (panels - 1)) / panels
        self.most = [
            chart.most or max((value_of(row, at) for row in chart.rows), default=0.0) or 1.0 for at in range(panels)
        ]
        self.names = [wrapped(one.name, Face.REGULAR, SMALL, self.width) for one in chart.series]

    @override
    def head_height(self) -> float:
        return 9.6 * max((len(lines) for lines in self.names), default=0) + 2

    @override
    def draw_head(self, drawing: Drawing) -> None:
        for at, lines in enumerate(self.names):
            for place, line in enumerate(reversed(lines)):
                put(drawing, line, self._left(at), 4 + 9.6 * place, ink=MUTED, size=SMALL)

    def _left(self, panel: int) -> float:
        return LABEL + panel * (self.width + _GAP)

    @override
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        for at, series in enumerate(self.chart.series):
            left, value = self._left(at), value_of(row, at)
            known = at < len(row.values) and row.values[at] is not None
            long = (self.width - FIGURE) * min(value / self.most[at], 1.0)
            if long > 0:
                area(drawing, series.fill, left, (ROW - BAR) / 2, max(long, 0.8), BAR)
            drawing.add(rule(left, 2, left, ROW - 2, MUTED, 0.6))
            said = row.words[at] if at < len(row.words) else number_said(value) if known else "–"
            put(drawing, fitted(said, Face.REGULAR, SIZE, self.width - long - 4), left + long + 4, baseline(SIZE))


class Stacked(DrawnKind):
    """One bar a row; what the whole of it comes to stands behind it."""

    def __init__(self, chart: Chart) -> None:
        """Measure what every row shares."""
        super().__init__(chart)
        sums = [sum(value_of(row, at) for at in range(len(chart.series))) for row in chart.rows]
        self.most = max(chart.most, *sums, 0.0) or 1.0
        longest = max((measure(Face.REGULAR, last_of(row.words)[:LETTERS])[0] for row in chart.rows), default=0.0)
        self.width = WIDTH - LABEL - min(max(FIGURE, longest * SIZE + 8), WIDTH / 3)

    @override
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        at, whole = LABEL, 0.0
        for place, series in enumerate(self.chart.series):
            value = value_of(row, place)
            whole += value
            long = self.width * min(value / self.most, 1.0)
            if long <= 0:
                continue
            area(drawing, series.fill, at, (ROW - BAR) / 2, long, BAR)
            said, dark = number_said(value), series.fill is Fill.SOLID
            wide = measure(Face.BOLD, said)[0] * SMALL
            if wide + 4 <= long:
                middle = at + long / 2
                if series.fill in {Fill.HATCHED, Fill.CROSSED, Fill.DOTTED}:
                    drawing.add(box(middle - wide / 2 - 1.5, (ROW - BAR) / 2 + 0.8, wide + 3, BAR - 1.6, "#FFFFFF"))
                put(
                    drawing,
                    said,
                    middle - wide / 2,
                    baseline(SMALL),
                    ink="#FFFFFF" if dark else TEXT,
                    size=SMALL,
                    face=Face.BOLD,
                )
            at += long
        drawing.add(rule(LABEL, 2, LABEL, ROW - 2, MUTED, 0.6))
        said = last_of(row.words) or number_said(whole)
        put(drawing, fitted(said, Face.REGULAR, SIZE, WIDTH - at - 5), at + 5, baseline(SIZE))
