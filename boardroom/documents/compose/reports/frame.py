"""What every report shares: its head, its period in words, cells and shares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardroom.documents.blocks import Block, Cell, Column, Document, Heading, Paragraph, Span, Table, Tone, words
from boardroom.documents.compose.dates import short_date
from boardroom.domain.audience import Audience
from boardroom.domain.period import Period
from boardroom.domain.stages import ORDER
from boardroom.domain.words import Stage

ON_NO_STRAND = -2


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Of which board a report is, of what time, and for whom."""

    board: str
    period: Period
    audience: Audience
    today: date | None = None

    @property
    def known(self) -> str:
        """Of which day its figures are, in words."""
        on = self.period.known_on(self.today)
        return "the last day" if on == self.period.until else short_date(on)


def report(about: About, title: str, blocks: Iterable[Block], notes: Sequence[str]) -> Document:
    """Return a report: its head, what it says, and how it was counted.

    Args:
        about: the board, the time and the readers.
        title: what the report is called.
        blocks: what it says.
        notes: how the figures were counted, a sentence or two each.
    """
    public = about.audience is Audience.PUBLIC
    left_out = "What came up or was answered at restricted items is left out and not counted." if public else ""
    closing: list[Block] = [
        Heading("How this was counted", 2),
        *(Paragraph(words(one), Tone.SMALL) for one in (*notes, left_out) if one),
    ]
    return Document(
        title=title,
        language="en-GB",
        running_head=about.board,
        state="" if public else "For members",
        footnote="Public version." if public else "",
        subject=f"{about.board}: {period_words(about.period)}",
        author=about.board,
        blocks=(
            Heading(title, 1),
            Paragraph(words(about.board), Tone.SUBTITLE),
            Paragraph(words(f"{period_words(about.period)}, as it was known on {about.known}."), Tone.SUBTITLE),
            *blocks,
            *closing,
        ),
    )


def period_words(period: Period) -> str:
    """Return a period as a heading says it: `1 January 2026 to 31 December 2026`."""
    if period.since is None:
        return f"From the beginning to {short_date(period.until)}"
    return f"{short_date(period.since)} to {short_date(period.until)}"


def said(text: str, *, bold: bool = False) -> Paragraph:
    """Return a paragraph of one text."""
    return Paragraph(words(text, bold=bold))


def cell(text: object, *, heads_row: bool = False) -> Cell:
    """Return a cell of one line; None is a dash."""
    return Cell((words("–" if text is None else str(text)),), heads_row=heads_row)


def marked(spans: tuple[Span, ...]) -> Cell:
    """Return the cell that names its row, with a mark before the name."""
    return Cell((spans,), heads_row=True)


def table(headers: Sequence[tuple[str, float]], rows: Iterable[tuple[Cell, ...]], summary: str) -> Table:
    """Return a table.

    Args:
        headers: each column's header and its share of the width.
        rows: the cells.
        summary: the table's alternative text.
    """
    return Table(tuple(Column(name, share) for name, share in headers), tuple(rows), summary=summary)


def of(part: int, whole: int) -> str:
    """Return a part of a whole with its share: `12 of 17 (71%)`; a dash where there is no whole."""
    return f"{part} of {whole} ({round(100 * part / whole)}%)" if whole else "–"


def percent(part: int, whole: int) -> str:
    """Return a share alone."""
    return f"{round(100 * part / whole)}%" if whole else "–"


def days_words(days: float | None) -> str:
    """Return a number of days, halves and all: `37`, `37.5`."""
    return "–" if days is None else f"{days:g}"


def stage_words(stage: Stage | None) -> str:
    """Return a stage as a table names it; None is the time before the first."""
    return "Before needs" if stage is None else stage.value.capitalize()


def place_words(place: int) -> str:
    """Return the place of a stage as a table names it."""
    if place == ON_NO_STRAND:
        return "On no strand"
    return stage_words(None if place < 0 else ORDER[place])
