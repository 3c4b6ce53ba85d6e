"""The document tree: what a composer makes and every renderer walks; it knows nothing of meetings.

All text is data: a renderer escapes it for its own format. Blocks carry what a tagged PDF needs: heading
levels, header cells, list nesting, language (BCP 47, "" = the document's) and alternative text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from boardroom.domain.text import Run


class Shape(StrEnum):
    """Outline of a badge; together with letters and colour it tells sectors apart without colour alone."""

    SQUARE = "square"
    PILL = "pill"
    CUT = "cut corners"
    HEXAGON = "hexagon"


@dataclass(frozen=True, slots=True)
class Badge:
    """A small mark inside a line: two letters in a shape. `name` is its alternative text.

    Colours are `#RRGGBB`, chosen for white paper.
    """

    letters: str
    name: str
    shape: Shape
    fill: str
    ink: str
    edge: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: `https:`, `http:` or `mailto:` only; a renderer prints others as plain words."""

    text: str
    address: str


Span: TypeAlias = Run | Badge | Link


class Tone(StrEnum):
    """How loud a paragraph speaks."""

    BODY = "body"
    SUBTITLE = "subtitle"
    SMALL = "small"
    ASIDE = "aside"
    """Set in italics: what happened around the text, such as a declaration."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and a bookmark. Level 1 is the document's title and stands once.

    `number` is set before the words, `margin` in the outer margin (a minute number).
    """

    text: str
    level: int
    number: str = ""
    margin: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    spans: tuple[Span, ...]
    tone: Tone = Tone.BODY
    language: str = ""
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list, with the lists that stand under it."""

    spans: tuple[Span, ...]
    children: tuple["BulletList", ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list; numbered lists count from 1 at each level."""

    items: tuple[ListItem, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header and its share of the table's width (shares needn't add up to 1)."""

    header: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: one or more lines of spans. `heads_row` marks the cell that names its row."""

    lines: tuple[tuple[Span, ...], ...]
    heads_row: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header row stands again on every page. `summary` is its alternative text."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summary: str = ""


class ChartKind(StrEnum):
    """How a chart is drawn; always row by row, a label at the left of each."""

    BARS = "bars"
    """A panel for each series, side by side, each on its own scale."""
    STACKED = "stacked bars"
    """One bar a row, the series behind each other."""
    RANGES = "range bars"
    """From the lowest to the highest with a tick at the typical one; a fourth value is a bar of its own, apart."""
    MATRIX = "matrix"
    """A mark for each row and column; narrow columns make it a strip."""


class Fill(StrEnum):
    """How an area is filled: to be told apart in grey and by those who see no colour."""

    SOLID = "solid"
    GREY = "grey"
    HATCHED = "hatched"
    CROSSED = "crossed"
    DOTTED = "dotted"
    EMPTY = "empty"
    DASHED = "dashed edge"


@dataclass(frozen=True, slots=True)
class Series:
    """What belongs together over all rows of a chart: its name in the legend, and its filling."""

    name: str
    fill: Fill = Fill.SOLID


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row of a chart.

    `values` are plain numbers: one for each series; of a range the lowest, typical and highest, perhaps a cost after
    them; of a matrix for each column the place of a series, None for no mark. `words` stand beside the values.
    """

    label: str
    values: tuple[float | None, ...]
    words: tuple[str, ...] = ()
    badge: Badge | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Numbers as a picture, and the table behind it, which always follows: nobody has to read the picture.

    `text` is the alternative text: what there is to see. `columns` are a matrix's. `most` is where a scale ends; 0: at
    the largest value. It is drawn in render/chart.py, once for every format.
    """

    kind: ChartKind
    text: str
    series: tuple[Series, ...]
    rows: tuple[ChartRow, ...]
    table: Table
    columns: tuple[str, ...] = ()
    most: float = 0.0
    language: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """What the eye must find (a decision): bold lead with a bar beside it and a label in the outer margin.

    `label` and `number` stand in the margin ("Decision", "2026/31"); `lines` follow the lead in small type.
    """

    lead: tuple[Span, ...]
    label: str = ""
    number: str = ""
    lines: tuple[tuple[Span, ...], ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Places to write by hand, side by side, each with its label under a rule."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The rest goes on a new page."""


Block: TypeAlias = Heading | Paragraph | BulletList | Table | Chart | Callout | SignatureLines | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document and what stands round its pages.

    `running_head` and `state` stand at the head of each page (left and right), `footnote` and `reference`
    at its foot, with "Page x of y". `subject` and `author` go into the file's metadata.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    running_head: str = ""
    state: str = ""
    footnote: str = ""
    reference: str = ""
    subject: str = ""
    author: str = ""
    page_words: tuple[str, str] = field(default=("Page", "of"))


def words(text: str, *, bold: bool = False, italic: bool = False) -> tuple[Span, ...]:
    """Return text set in one way as the spans of a block."""
    return (Run(text, bold=bold, italic=italic),)


def plain_text(spans: Sequence[Span]) -> str:
    """Return what a reader who sees no setting reads: badges by their names."""
    parts = []
    for span in spans:
        match span:
            case Badge():
                parts.append(span.name)
            case Link() | Run():
                parts.append(span.text)
    return "".join(parts)
