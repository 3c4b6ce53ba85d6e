"""Ranges, each from its lowest to its highest with the typical value in it, and a cost apart on its own scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from boardroom.documents.blocks import Fill
from boardroom.documents.render.chart_frame import (
    LABEL,
    ROW,
    SMALL,
    WIDTH,
    DrawnKind,
    baseline,
    number_said,
    value_of,
    words_at,
)
from boardroom.documents.render.chart_shapes import LINE, MUTED, SIZE, TEXT, area, box, fitted, put, rule
from boardroom.documents.render.fonts import Face, measure

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

    from boardroom.documents.blocks import Chart, ChartRow

_TYPICAL, _HIGHEST, _COST = 1, 2, 3


class Ranges(DrawnKind):
    """Range bars, and a cost apart on its own scale."""

    legend = False

    def __init__(self, chart: Chart) -> None:
        """Measure what every row shares."""
        super().__init__(chart)
        self.apart = any(len(row.values) > _COST for row in chart.rows)
        self.width = 158.0 if self.apart else 240.0
        self.words_left = LABEL + self.width + 8
        self.cost_left = self.words_left + 42
        self.most = chart.most or max((value_of(row, _HIGHEST) for row in chart.rows), default=0.0) or 1.0
        self.most_cost = max((value_of(row, _COST) for row in chart.rows), default=0.0) or 1.0

    @override
    def head_height(self) -> float:
        return 22.0

    @override
    def draw_head(self, drawing: Drawing) -> None:
        for at, left in ((0, LABEL), (1, self.cost_left)):
            if at < len(self.chart.series) and (at == 0 or self.apart):
                room = self.width + 40 if at == 0 else WIDTH - left
                name = fitted(self.chart.series[at].name, Face.REGULAR, SMALL, room)
                put(drawing, name, left, 15, ink=MUTED, size=SMALL)
        for part in (0.0, 0.5, 1.0):
            said = number_said(self.most * part)
            wide = measure(Face.REGULAR, said)[0] * SMALL
            put(drawing, said, LABEL + self.width * part - wide / 2, 4, ink=MUTED, size=SMALL)

    @override
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        for part in (0.0, 0.5, 1.0):
            drawing.add(rule(LABEL + self.width * part, 0, LABEL + self.width * part, ROW, LINE, 0.5))
        lowest, typical, highest = (self._place(row, at) for at in (0, _TYPICAL, _HIGHEST))
        if lowest is not None and highest is not None:
            area(drawing, Fill.GREY, lowest, (ROW - 8) / 2, max(highest - lowest, 0.8), 8)
        if typical is not None:
            drawing.add(box(typical - 1, (ROW - 13) / 2, 2, 13, TEXT))
        put(drawing, fitted(words_at(row.words, 0), Face.REGULAR, SIZE, 38), self.words_left, baseline(SIZE))
        if not self.apart:
            return
        room = WIDTH - self.cost_left
        long = (room - 40) * min(value_of(row, _COST) / self.most_cost, 1.0)
        if long > 0:
            area(drawing, Fill.SOLID, self.cost_left, (ROW - 8) / 2, max(long, 0.8), 8)
        drawing.add(rule(self.cost_left, 2, self.cost_left, ROW - 2, MUTED, 0.6))
        said = fitted(words_at(row.words, 1), Face.REGULAR, SIZE, room - long - 4)
        put(drawing, said, self.cost_left + long + 4, baseline(SIZE))

    def _place(self, row: ChartRow, at: int) -> float | None:
        if at >= len(row.values) or row.values[at] is None:
            return None
        return LABEL + self.width * min(value_of(row, at) / self.most, 1.0)
