"""Tables for Word: a header row that stands again on each page, quiet rules, and places to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardroom.documents.blocks import Badge, words
from boardroom.documents.render.docx_parts import Writer, badge, element, paragraph, run
from boardroom.documents.render.docx_style import LINE, TEXT
from boardroom.documents.render.vetting import neutral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from boardroom.documents.blocks import Cell, Span, Table

# The body's width in twentieths of a point.
_WIDTH = 8405
_ACROSS = 3
_TALL = 30
_HANG = "440"


def table(block: Table, writer: Writer) -> BaseOxmlElement:
    """Return a table; a header runs over the columns after it that have none."""
    whole = sum(max(column.share, 0.0) for column in block.columns)
    shares = [max(column.share, 0.0) / whole if whole else 1 / len(block.columns) for column in block.columns]
    widths = [max(1, round(share * _WIDTH)) for share in shares]
    made = _frame(widths, block.summary)
    made.append(_header(block, widths))
    for row in block.rows:
        made.append(_row(row, widths, writer))
    return made


def signature_table(labels: tuple[str, ...]) -> Iterator[BaseOxmlElement]:
    """Yield rows of places to sign, three across, each a rule with its label under it."""
    for start in range(0, len(labels), _ACROSS):
        row = labels[start : start + _ACROSS]
        space = paragraph("", element("keepNext"), element("spacing", before="700", after="0"))
        yield space
        widths = [_WIDTH // len(row)] * len(row)
        made = _frame(widths, "")
        line = element("tr")
        for label, width in zip(row, widths, strict=True):
            cell = _cell_frame(width)
            rule = element("pBdr")
            rule.append(element("top", val="single", sz="4", space="4", color=TEXT))
            inner = paragraph("Cell", rule, element("ind", right="300"))
            inner.append(run(label))
            cell.append(inner)
            line.append(cell)
        made.append(line)
        yield made
    yield paragraph("Gap")


def _frame(widths: list[int], summary: str) -> BaseOxmlElement:
    made = element("tbl")
    properties = element("tblPr")
    properties.append(element("tblW", w=str(sum(widths)), type="dxa"))
    properties.append(element("tblInd", w="0", type="dxa"))
    properties.append(element("tblLayout", type="fixed"))
    margins = element("tblCellMar")
    margins.extend([element("left", w="0", type="dxa"), element("right", w="140", type="dxa")])
    properties.append(margins)
    properties.append(
        element("tblLook", val="0620", firstRow="1", lastRow="0", firstColumn="1", noHBand="1", noVBand="1")
    )
    if summary:
        properties.append(element("tblCaption", val=neutral(summary)))
    made.append(properties)
    grid = element("tblGrid")
    grid.extend(element("gridCol", w=str(width)) for width in widths)
    made.append(grid)
    return made


def _header(block: Table, widths: list[int]) -> BaseOxmlElement:
    row = element("tr")
    properties = element("trPr")
    properties.extend([element("cantSplit"), element("tblHeader")])
    row.append(properties)
    place = 0
    while place < len(widths):
        end = place + 1
        while end < len(widths) and block.columns[place].header and not block.columns[end].header:
            end += 1
        cell = _cell_frame(sum(widths[place:end]), ("bottom", TEXT), span=end - place)
        inner = paragraph("ColumnHead")
        inner.append(run(block.columns[place].header))
        cell.append(inner)
        row.append(cell)
        place = end
    return row


def _row(cells: tuple[Cell, ...], widths: list[int], writer: Writer) -> BaseOxmlElement:
    row = element("tr")
    if all(len(cell.lines) < _TALL for cell in cells):
        properties = element("trPr")
        properties.append(element("cantSplit"))
        row.append(properties)
    for place, width in enumerate(widths):
        made = _cell_frame(width, ("bottom", LINE))
        cell = cells[place] if place < len(cells) else None
        for line in (cell.lines if cell else ()) or (words(""),):
            made.append(_line(line, writer, cell.language if cell else ""))
        row.append(made)
    return row


def _line(spans: tuple[Span, ...], writer: Writer, language: str) -> BaseOxmlElement:
    """Return a line of a cell; what follows a badge at its start hangs beside it."""
    if len(spans) < len(("badge", "words")) or not isinstance(spans[0], Badge) or isinstance(spans[1], Badge):
        made = paragraph("Cell")
        writer.write(made, spans, language)
        return made
    stops = element("tabs")
    stops.append(element("tab", val="left", pos=_HANG))
    made = paragraph("Cell", stops, element("ind", left=_HANG, hanging=_HANG))
    made.extend([badge(spans[0]), run("\t")])
    writer.write(made, spans[1:], language)
    return made


def _cell_frame(width: int, rule: tuple[str, str] | None = None, span: int = 1) -> BaseOxmlElement:
    made = element("tc")
    properties = element("tcPr")
    properties.append(element("tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=str(span)))
    if rule:
        borders = element("tcBorders")
        side, colour = rule
        borders.append(element(side, val="single", sz="4", space="0", color=colour))
        properties.append(borders)
    made.append(properties)
    return made
