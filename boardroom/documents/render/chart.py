"""Charts, drawn once for every format, with ReportLab's shapes: a head, then one drawing for each row.

Whatever is told by a filling is told by its pattern, never by colour alone, and numbers stand beside what they measure.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from reportlab.graphics.shapes import Drawing, String
from typing_extensions import override

from boardroom.documents.blocks import Chart, ChartKind, Fill
from boardroom.documents.render.chart_shapes import (
    BADGE_HEIGHT,
    BADGE_WIDTH,
    LETTERS,
    LINE,
    MUTED,
    SIZE,
    TEXT,
    area,
    box,
    draw_badge,
    fitted,
    put,
    rule,
    wrapped,
)
from boardroom.documents.render.fonts import Face, measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boardroom.documents.blocks import ChartRow

WIDTH = 420.0
"""Of every drawing, in points: the measure of a page."""

_LABEL = 122.0
_SMALL = 7.4
_ROW = 19.0
_BAR = 10.0
_GAP = 12.0
_MARK = 9.0
# Room for the figure behind a bar.
_FIGURE = 30.0
_TYPICAL, _HIGHEST, _COST = 1, 2, 3


class Drawn(NamedTuple):
    """A chart's drawings from above to below; the head stands again on every page that the rows go on over."""

    head: Drawing
    rows: tuple[Drawing, ...]


def draw(chart: Chart) -> Drawn:
    """Return the drawings of a chart; each is `WIDTH` wide, and texts that have no room end in an ellipsis."""
    match chart.kind:
        case ChartKind.BARS:
            maker: _Chart = _Bars(chart)
        case ChartKind.STACKED:
            maker = _Stacked(chart)
        case ChartKind.RANGES:
            maker = _Ranges(chart)
        case ChartKind.MATRIX:
            maker = _Matrix(chart)
    return Drawn(maker.head(), tuple(maker.row(row) for row in chart.rows))


def face_of(words: String) -> Face:
    """Return how a text of a drawing is set: its font's name is that of the face."""
    return Face[words.fontName]


class _Chart:
    """What charts of every kind share: labels at the left, the rule under a row, a legend."""

    legend = True

    def __init__(self, chart: Chart) -> None:
        self.chart = chart

    def head(self) -> Drawing:
        lines = list(_legend(self.chart)) if self.legend else []
        below = self.head_height()
        height = 13.0 * len(lines) + below + 4
        drawing = Drawing(WIDTH, height)
        for at, line in enumerate(lines):
            for x, fill, name in line:
                y = height - 13.0 * (at + 1) + 3
                area(drawing, fill, x, y - 1, _MARK, _MARK)
                put(drawing, name, x + _MARK + 4, y, ink=MUTED, size=_SMALL)
        self.draw_head(drawing)
        drawing.add(rule(0, 0.3, WIDTH, 0.3, TEXT, 0.6))
        return drawing

    def head_height(self) -> float:
        return 0.0

    def draw_head(self, drawing: Drawing) -> None:
        """Add what stands above the values, from the drawing's lower edge."""

    def row(self, row: ChartRow) -> Drawing:
        drawing = Drawing(WIDTH, _ROW)
        left = 0.0
        if row.badge is not None:
            draw_badge(drawing, row.badge, 0, (_ROW - BADGE_HEIGHT) / 2)
            left = BADGE_WIDTH + 5
        put(drawing, fitted(row.label, Face.REGULAR, SIZE, _LABEL - left - 6), left, _base(SIZE))
        drawing.add(rule(0, 0.25, WIDTH, 0.25, LINE, 0.5))
        self.draw_row(drawing, row)
        return drawing

    @abstractmethod
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        """Add a row's values."""


class _Bars(_Chart):
    """A panel for each series."""

    legend = False

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        panels = max(len(chart.series), 1)
        self.width = (WIDTH - _LABEL - _GAP * (panels - 1)) / panels
        self.most = [
            chart.most or max((_value(row, at) for row in chart.rows), default=0.0) or 1.0 for at in range(panels)
        ]
        self.names = [wrapped(one.name, Face.REGULAR, _SMALL, self.width) for one in chart.series]

    @override
    def head_height(self) -> float:
        return 9.6 * max((len(lines) for lines in self.names), default=0) + 2

    @override
    def draw_head(self, drawing: Drawing) -> None:
        for at, lines in enumerate(self.names):
            for place, line in enumerate(reversed(lines)):
                put(drawing, line, self.left(at), 4 + 9.6 * place, ink=MUTED, size=_SMALL)

    def left(self, panel: int) -> float:
        return _LABEL + panel * (self.width + _GAP)

    @override
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        for at, series in enumerate(self.chart.series):
            left, value = self.left(at), _value(row, at)
            known = at < len(row.values) and row.values[at] is not None
            long = (self.width - _FIGURE) * min(value / self.most[at], 1.0)
            if long > 0:
                area(drawing, series.fill, left, (_ROW - _BAR) / 2, max(long, 0.8), _BAR)
            drawing.add(rule(left, 2, left, _ROW - 2, MUTED, 0.6))
            said = row.words[at] if at < len(row.words) else _number(value) if known else "–"
            put(drawing, fitted(said, Face.REGULAR, SIZE, self.width - long - 4), left + long + 4, _base(SIZE))


class _Stacked(_Chart):
    """One bar a row; what the whole of it comes to stands behind it."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        sums = [sum(_value(row, at) for at in range(len(chart.series))) for row in chart.rows]
        self.most = max(chart.most, *sums, 0.0) or 1.0
        longest = max((measure(Face.REGULAR, _last(row.words)[:LETTERS])[0] for row in chart.rows), default=0.0)
        self.width = WIDTH - _LABEL - min(max(_FIGURE, longest * SIZE + 8), WIDTH / 3)

    @override
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        at, whole = _LABEL, 0.0
        for place, series in enumerate(self.chart.series):
            value = _value(row, place)
            whole += value
            long = self.width * min(value / self.most, 1.0)
            if long <= 0:
                continue
            area(drawing, series.fill, at, (_ROW - _BAR) / 2, long, _BAR)
            said, dark = _number(value), series.fill is Fill.SOLID
            wide = measure(Face.BOLD, said)[0] * _SMALL
            if wide + 4 <= long:
                middle = at + long / 2
                if series.fill in {Fill.HATCHED, Fill.CROSSED, Fill.DOTTED}:
                    drawing.add(box(middle - wide / 2 - 1.5, (_ROW - _BAR) / 2 + 0.8, wide + 3, _BAR - 1.6, "#FFFFFF"))
                put(
                    drawing,
                    said,
                    middle - wide / 2,
                    _base(_SMALL),
                    ink="#FFFFFF" if dark else TEXT,
                    size=_SMALL,
                    face=Face.BOLD,
                )
            at += long
        drawing.add(rule(_LABEL, 2, _LABEL, _ROW - 2, MUTED, 0.6))
        said = _last(row.words) or _number(whole)
        put(drawing, fitted(said, Face.REGULAR, SIZE, WIDTH - at - 5), at + 5, _base(SIZE))


class _Ranges(_Chart):
    """Range bars, and a cost apart on its own scale."""

    legend = False

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self.apart = any(len(row.values) > _COST for row in chart.rows)
        self.width = 158.0 if self.apart else 240.0
        self.words_left = _LABEL + self.width + 8
        self.cost_left = self.words_left + 42
        self.most = chart.most or max((_value(row, _HIGHEST) for row in chart.rows), default=0.0) or 1.0
        self.most_cost = max((_value(row, _COST) for row in chart.rows), default=0.0) or 1.0

    @override
    def head_height(self) -> float:
        return 22.0

    @override
    def draw_head(self, drawing: Drawing) -> None:
        for at, left in ((0, _LABEL), (1, self.cost_left)):
            if at < len(self.chart.series) and (at == 0 or self.apart):
                room = self.width + 40 if at == 0 else WIDTH - left
                name = fitted(self.chart.series[at].name, Face.REGULAR, _SMALL, room)
                put(drawing, name, left, 15, ink=MUTED, size=_SMALL)
        for part in (0.0, 0.5, 1.0):
            said = _number(self.most * part)
            wide = measure(Face.REGULAR, said)[0] * _SMALL
            put(drawing, said, _LABEL + self.width * part - wide / 2, 4, ink=MUTED, size=_SMALL)

    @override
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        for part in (0.0, 0.5, 1.0):
            drawing.add(rule(_LABEL + self.width * part, 0, _LABEL + self.width * part, _ROW, LINE, 0.5))
        lowest, typical, highest = (self.place(row, at) for at in (0, _TYPICAL, _HIGHEST))
        if lowest is not None and highest is not None:
            area(drawing, Fill.GREY, lowest, (_ROW - 8) / 2, max(highest - lowest, 0.8), 8)
        if typical is not None:
            drawing.add(box(typical - 1, (_ROW - 13) / 2, 2, 13, TEXT))
        put(drawing, fitted(_at(row.words, 0), Face.REGULAR, SIZE, 38), self.words_left, _base(SIZE))
        if not self.apart:
            return
        room = WIDTH - self.cost_left
        long = (room - 40) * min(_value(row, _COST) / self.most_cost, 1.0)
        if long > 0:
            area(drawing, Fill.SOLID, self.cost_left, (_ROW - 8) / 2, max(long, 0.8), 8)
        drawing.add(rule(self.cost_left, 2, self.cost_left, _ROW - 2, MUTED, 0.6))
        said = fitted(_at(row.words, 1), Face.REGULAR, SIZE, room - long - 4)
        put(drawing, said, self.cost_left + long + 4, _base(SIZE))

    def place(self, row: ChartRow, at: int) -> float | None:
        if at >= len(row.values) or row.values[at] is None:
            return None
        return _LABEL + self.width * min(_value(row, at) / self.most, 1.0)


class _Matrix(_Chart):
    """A mark for each row and column, with its words where there is room for them."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self.width = (WIDTH - _LABEL) / max(len(chart.columns), 1)
        # In a strip only every so many columns have room for their name.
        self.step = max(1, -(-34 // max(int(self.width), 1)))
        self.names = {
            at: wrapped(name, Face.REGULAR, _SMALL, self.width * self.step - 5)
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
                put(drawing, line, self.left(at), 4 + 9.6 * place, ink=MUTED, size=_SMALL)

    def left(self, column: int) -> float:
        return _LABEL + column * self.width

    @override
    def draw_row(self, drawing: Drawing, row: ChartRow) -> None:
        side = min(_MARK, max(self.width - 1.5, 0.8))
        for at, value in enumerate(row.values[: len(self.chart.columns)]):
            if value is None or not 0 <= value < len(self.chart.series):
                continue
            left = self.left(at)
            area(drawing, self.chart.series[int(value)].fill, left, (_ROW - _MARK) / 2, side, _MARK)
            said = fitted(_at(row.words, at), Face.REGULAR, _SMALL, self.width - _MARK - 7)
            if len(said) > 1 or said == _at(row.words, at):
                put(drawing, said, left + _MARK + 4, _base(_SMALL), size=_SMALL)


def _legend(chart: Chart) -> Iterator[list[tuple[float, Fill, str]]]:
    """Yield the legend's lines: where each mark stands, its filling, its name."""
    line: list[tuple[float, Fill, str]] = []
    left = 0.0
    for one in chart.series:
        name = fitted(one.name, Face.REGULAR, _SMALL, WIDTH / 2)
        wide = _MARK + 4 + measure(Face.REGULAR, name)[0] * _SMALL
        if line and left + wide > WIDTH:
            yield line
            line, left = [], 0.0
        line.append((left, one.fill, name))
        left += wide + 14
    if line:
        yield line


def _value(row: ChartRow, at: int) -> float:
    value = row.values[at] if at < len(row.values) else None
    return max(value, 0.0) if value is not None else 0.0


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if place < len(words) else ""


def _last(words: Sequence[str]) -> str:
    return words[-1] if words else ""


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _base(size: float) -> float:
    """Return the baseline at which capitals stand in the middle of a row; they are 0.714 em high."""
    return (_ROW - 0.714 * size) / 2
