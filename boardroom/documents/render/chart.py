"""Charts, drawn once for every format, with ReportLab's shapes: a head, then one drawing for each row.

Whatever is told by a filling is told by its pattern, never by colour alone, and numbers stand beside what they measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boardroom.documents.blocks import ChartKind
from boardroom.documents.render.chart_bars import Bars, Stacked
from boardroom.documents.render.chart_matrix import Matrix
from boardroom.documents.render.chart_ranges import Ranges
from boardroom.documents.render.fonts import Face

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing, String

    from boardroom.documents.blocks import Chart
    from boardroom.documents.render.chart_frame import DrawnKind


class Drawn(NamedTuple):
    """A chart's drawings from above to below; the head stands again on every page that the rows go on over."""

    head: Drawing
    rows: tuple[Drawing, ...]


def draw(chart: Chart) -> Drawn:
    """Return the drawings of a chart; each is `WIDTH` wide, and texts that have no room end in an ellipsis."""
    match chart.kind:
        case ChartKind.BARS:
            maker: DrawnKind = Bars(chart)
        case ChartKind.STACKED:
            maker = Stacked(chart)
        case ChartKind.RANGES:
            maker = Ranges(chart)
        case ChartKind.MATRIX:
            maker = Matrix(chart)
    return Drawn(maker.head(), tuple(maker.row(row) for row in chart.rows))


def face_of(words: String) -> Face:
    """Return how a text of a drawing is set: its font's name is that of the face."""
    return Face[words.fontName]
