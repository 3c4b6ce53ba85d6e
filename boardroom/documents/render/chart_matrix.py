"""A matrix: a mark for each row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from boardroom.documents.render.chart_frame import LABEL, MARK, ROW, SMALL, WIDTH, DrawnKind, baseline, words_at
from boardroom.documents.render.chart_shapes import MUTED, area, fitted, put, wrapped
from boardroom.documents.render.fonts import Face

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

    from boardroom.documents.blocks import Chart, ChartRow


class Matrix(DrawnKind):
    """A mark for each row and column, with its words where there is room for them."""

    def __init__(self, chart: Chart) -> None:
        """Measure what every row shares."""
        super().__init__(chart)
        self.width = (WIDTH - LABEL) / max(len(chart.columns), 1)
        # In a strip only every so many columns have room for their name.
        self.step = max(1, -(-34 // max(int(self.width), 1)))
        self.names = {
            at: wrapped(name, Face.REGULAR, SMALL, self.width * self.step - 5)
            for at, name in enumerate(chart.columns)
            if at % self.step == 0
        }

    @override
    def head_height(self) -> float:
        return 9.6 * max((len(lines) for lines in self.names.values()), default=0) + 2

    @override
    def draw_head(self, drawing: Drawing) -> None:
        for at, lines in self.names.items():
            for place, line in enumerate(reversed(lines)):
                put(drawing, line, self._left(at), 4 + 9.6 * place, ink=MUTED, size=SMALL)

    def _left(self, column: int) -> float:
        return LABEL + column * self.width

    @override
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        side = min(MARK, max(self.width - 1.5, 0.8))
        for at, value in enumerate(row.values[: len(self.chart.columns)]):
            if value is None or not 0 <= value < len(self.chart.series):
                continue
            left = self._left(at)
            area(drawing, self.chart.series[int(value)].fill, left, (ROW - MARK) / 2, side, MARK)
            said = fitted(words_at(row.words, at), Face.REGULAR, SMALL, self.width - MARK - 7)
            if len(said) > 1 or said == words_at(row.words, at):
                put(drawing, said, left + MARK + 4, baseline(SMALL), size=SMALL)
