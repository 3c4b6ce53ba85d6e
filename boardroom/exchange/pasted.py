"""A pasted table: what is on the clipboard as rows of clean cells, from Word, Excel, a mail or plain lines."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.exchange.pasted_html import MOST_COLUMNS, MOST_ROWS, is_blank, rows_of_html

MEGABYTES = 10
LONGEST_CELL = 4000
"""Letters that one cell may hold; a longer one is told, never cut."""
_BULLET = re.compile(r"^[\u2022\u25cf\u25aa\u00b7\uf0b7o*\-\u2013]\s+")
_PARTS = 2


@dataclass(frozen=True, slots=True)
class PastedTable:
    """Rows of cells, all of one length, none of them blank as a whole.

    `numbers` gives each row's place in what was pasted, from 1.
    """

    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def read_pasted(text: str, html: str, progress: Callable[[int, int], None]) -> PastedTable:
    """Return the table that a clipboard holds.

    Args:
        text: the clipboard as plain text.
        html: the clipboard as HTML; empty where it holds none.
        progress: called with what is read and the whole; what it raises ends the reading.

    Raises:
        Refusal: there is nothing to read, or more than can be pasted.
    """
    size = max(len(text), len(html))
    if size > MEGABYTES * 1_000_000 or (size > MEGABYTES * 250_000 and _bytes(text, html) > MEGABYTES * 1_000_000):
        message = f"What is on the clipboard is larger than {MEGABYTES} MB, which is more than a table of a board."
        raise Refusal(message)
    found = rows_of_html(html, progress) if "<table" in html.casefold() else []
    rows = _finished(found)
    if not rows.rows:
        rows = _finished(_rows_of_text(text))
    if not rows.rows:
        message = "There is no text on the clipboard: copy a table in Word or Excel, then paste it here."
        raise Refusal(message)
    return rows


def _bytes(text: str, html: str) -> int:
    return max(len(one.encode(errors="replace")) for one in (text, html))


def _finished(found: Sequence[Sequence[str]]) -> PastedTable:
    rows, numbers = [], []
    for number, row in enumerate(found, 1):
        cells = [clean_line(cell) for cell in row]
        if not is_blank(cells):
            rows.append(cells)
            numbers.append(number)
    used = [at for at in range(max(map(len, rows), default=0)) if any(at < len(row) and row[at] for row in rows)]
    return PastedTable(tuple(tuple(row[at] if at < len(row) else "" for at in used) for row in rows), tuple(numbers))


def _rows_of_text(text: str) -> list[list[str]]:
    text = clean_text(text)
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > MOST_ROWS:
        message = f"The table has more than {MOST_ROWS:,} rows, which is more than can be pasted."
        raise Refusal(message)
    # A few tabs set numbers apart in a list; a table begins with one, or has them in most lines, or beside quotes.
    if lines and ("\t" in lines[0] or '"\t' in text or sum("\t" in line for line in lines) * 2 > len(lines)):
        return _separated(text, "\t")
    for mark in (";", ","):
        rows = _separated(text, mark)
        widths = {len(row) for row in rows if not is_blank(row)}
        # Sentences have commas too; a table has the same number in every row.
        if len(lines) >= _PARTS and len(widths) == 1 and widths.pop() >= _PARTS:
            return rows
    return [[_BULLET.sub("", line.strip())] for line in text.split("\n")]


def _separated(text: str, mark: str) -> list[list[str]]:
    """Read rows as Excel writes them: a cell with a line end in it stands in quotes."""
    try:
        # No larger field than the whole text: the reader's own limit would refuse long cells without saying where.
        csv.field_size_limit(MEGABYTES * 1_000_000)
        return [row[:MOST_COLUMNS] for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error:
        return [line.split(mark)[:MOST_COLUMNS] for line in text.split("\n")]
