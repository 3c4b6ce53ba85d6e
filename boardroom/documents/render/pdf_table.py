"""Tables to slices: one slice a line, so that a tall row breaks like a paragraph and a long table costs no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardroom.documents.blocks import Badge, Cell, Span, Table
from boardroom.documents.render.pdf_lines import MUTED, TEXT, Line, Type, badge_size, break_lines
from boardroom.documents.render.pdf_page import BODY, MEASURE, RIGHT, Rule, Slice, hold_together
from boardroom.domain.text import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boardroom.documents.render.fonts import Fonts

_CELL = Type(8.2, 11.1)
_HEADER = Type(8.2, 11.1, ink=MUTED, bold=True)
_GAP = 8.0
_ABOVE, _BELOW = 2.2, 3.0
_RULE = "#D3D9D6"
_BADGE_STEP = 4.2
_SHORT = 30
_HEADER_LINES = 12


def table_slices(fonts: Fonts, table: Table) -> Iterator[Slice]:
    """Yield a table: header, rule, rows with quiet rules; the header stands again on every page.

    A header runs over the columns after it that have none. A row of up to 30 lines stays on one page.
    """
    if not table.columns:
        return
    edges = _edges(table)
    header = _header(fonts, table, edges)
    for place, part in enumerate(header):
        yield Slice(part.height, 8.0 if place == 0 else 0.0, keep=True, texts=part.texts, rules=part.rules)
    # A header that is itself as long as a page can't stand on every one.
    repeated = tuple(header) if len(header) <= _HEADER_LINES else ()
    for row in table.rows:
        yield from _row(fonts, row, edges, repeated)


def _edges(table: Table) -> list[tuple[float, float]]:
    """Return where each column's text begins and ends, in points."""
    whole = sum(max(column.share, 0.0) for column in table.columns)
    edges, left = [], BODY
    for column in table.columns:
        share = max(column.share, 0.0) / whole if whole else 1 / len(table.columns)
        right = left + share * MEASURE
        edges.append((left, max(right - _GAP, left + 4)))
        left = right
    edges[-1] = (edges[-1][0], RIGHT)
    return edges


def _header(fonts: Fonts, table: Table, edges: list[tuple[float, float]]) -> list[Slice]:
    cells = []
    for place, column in enumerate(table.columns):
        end = place
        while end + 1 < len(table.columns) and column.header and not table.columns[end + 1].header:
            end += 1
        left = edges[place][0]
        cells.append(
            [(left, line) for line in break_lines(fonts, (Run(column.header),), _HEADER, edges[end][1] - left)]
        )
    slices = _lines(fonts, cells, _HEADER)
    for part in slices:
        part.keep = True
    slices[-1].height += _BELOW
    slices[-1].rules.append(Rule(BODY, RIGHT, slices[-1].height - 0.6, 0.6, TEXT))
    return slices


def _row(
    fonts: Fonts, row: tuple[Cell, ...], edges: list[tuple[float, float]], header: tuple[Slice, ...]
) -> Iterator[Slice]:
    cells = [
        [placed for line in cell.lines for placed in _cell_line(fonts, line, left, right - left)]
        for cell, (left, right) in zip(row, edges, strict=False)
    ]
    slices = _lines(fonts, cells, _CELL)
    hold_together(slices, whole=len(slices) <= _SHORT)
    slices[0].height += _ABOVE
    _lower(slices[0], _ABOVE)
    last = slices[-1]
    last.height += _BELOW
    last.rules.append(Rule(BODY, RIGHT, last.height - 0.5, 0.5, _RULE))
    for part in slices:
        part.header = header
    yield from slices


def _cell_line(fonts: Fonts, spans: tuple[Span, ...], left: float, width: float) -> list[tuple[float, Line]]:
    """Return a cell's line, broken; what follows badges at its start hangs beside them."""
    marks = 0
    while marks < len(spans) and isinstance(spans[marks], Badge):
        marks += 1
    hang = sum(
        badge_size(fonts, span, _CELL.size).width + _BADGE_STEP for span in spans[:marks] if isinstance(span, Badge)
    )
    if not marks or hang > width / 2:
        return [(left, line) for line in break_lines(fonts, spans, _CELL, width)]
    rest = spans[marks:]
    if rest and isinstance(rest[0], Run):
        rest = (Run(rest[0].text.lstrip(" "), rest[0].bold, rest[0].italic), *rest[1:])
    lines = [(left + hang, line) for line in break_lines(fonts, rest, _CELL, width - hang)]
    x = -hang
    for span in spans[:marks]:
        if isinstance(span, Badge):
            lines[0][1].badges.append((x, span))
            x += badge_size(fonts, span, _CELL.size).width + _BADGE_STEP
    return lines


def _lines(fonts: Fonts, cells: list[list[tuple[float, Line]]], kind: Type) -> list[Slice]:
    """Return slices of one line each, the cells' lines side by side."""
    slices = []
    for at in range(max([1, *(len(lines) for lines in cells)])):
        part = Slice(kind.leading)
        for lines in cells:
            if at < len(lines):
                left, line = lines[at]
                part.put(fonts, line, kind, left)
        slices.append(part)
    return slices


def _lower(part: Slice, by: float) -> None:
    part.texts = [text._replace(drop=text.drop + by) for text in part.texts]
    part.marks = [mark._replace(drop=mark.drop + by) for mark in part.marks]
    part.areas = [area._replace(drop=area.drop + by) for area in part.areas]
