"""Tables in the HTML of a clipboard, as Word, Excel and mail programs put it there; read for its words, never shown."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import unescape
from string import ascii_lowercase, ascii_uppercase

from boardroom.domain.refusal import Refusal

MOST_ROWS = 20_000
MOST_COLUMNS = 60
_DEEPEST = 12
_AT_ONCE = 262_144
_ATTRIBUTES = 4000
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,19})")
_SPANS = re.compile(r"\b(colspan|rowspan)\s{0,9}=\s{0,9}[\"']?([0-9]{1,5})", re.IGNORECASE | re.ASCII)
# More figures than any letter's number has: Python refuses to read such a number at all.
_NO_LETTER = re.compile(r"&#[0-9]{9,};?")
_UNSEEN = frozenset({"style", "script", "title", "template", "noscript"})
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "td", "th", "table", "h1", "h2", "h3", "h4"})


@dataclass(slots=True)
class _Cell:
    across: int = 1
    down: int = 1
    words: list[str] = field(default_factory=list)
    tables: list["_Table"] = field(default_factory=list)

    def text(self) -> str:
        inner = (cell.text() for table in self.tables for row in table.rows for cell in row)
        return " ".join("".join(self.words).split()) + "".join(f" {one}" for one in inner if one)


@dataclass(slots=True)
class _Table:
    rows: list[list[_Cell]] = field(default_factory=list)


class _Reader:
    """Gathers tables from tags and words; whatever stands outside their cells is passed over."""

    def __init__(self) -> None:
        self.found: list[_Table] = []
        self._open: list[_Table] = []
        self._cells: list[_Cell | None] = []
        self._rows = 0

    def begin(self, tag: str, attributes: str) -> None:
        if tag == "table":
            self._begin_table()
        elif tag == "tr" and self._open:
            self._rows += 1
            if self._rows > MOST_ROWS:
                message = f"The table has more than {MOST_ROWS:,} rows, which is more than can be pasted."
                raise Refusal(message)
            self._cells[-1] = None
            self._open[-1].rows.append([])
        elif tag in {"td", "th"} and self._open:
            self._begin_cell({name.casefold(): count for name, count in _SPANS.findall(attributes[:_ATTRIBUTES])})
        elif tag in _BREAKS:
            self.add(" ")

    def end(self, tag: str) -> None:
        if tag == "table" and self._open:
            self._open.pop()
            self._cells.pop()
        elif tag in {"td", "th"} and self._open:
            self._cells[-1] = None
        elif tag in _BREAKS:
            self.add(" ")

    def add(self, words: str) -> None:
        if self._cells and self._cells[-1] is not None:
            self._cells[-1].words.append(words)

    def _begin_table(self) -> None:
        table = _Table()
        around = self._cells[-1] if self._cells else None
        if len(self._open) >= _DEEPEST:
            # Its words still count, in the table that it stands in.
            self._open.append(self._open[-1])
            self._cells.append(around)
            return
        (around.tables if around is not None else self.found).append(table)
        self._open.append(table)
        self._cells.append(None)

    def _begin_cell(self, spans: dict[str, str]) -> None:
        rows = self._open[-1].rows
        if not rows:
            rows.append([])
        across, down = _count(spans.get("colspan", ""), MOST_COLUMNS), _count(spans.get("rowspan", ""), MOST_ROWS)
        cell = _Cell(across, down)
        if len(rows[-1]) < MOST_COLUMNS:
            rows[-1].append(cell)
        self._cells[-1] = cell


def rows_of_html(html: str, progress: Callable[[int, int], None]) -> list[list[str]]:
    """Return the rows of all tables in a piece of HTML; empty where there is none.

    A table that is the one cell of another (as mail programs set them) counts in its place. A cell that spans
    several rows stands in each of them.

    Args:
        html: from the clipboard.
        progress: called with letters read and letters in all; what it raises ends the reading.

    Raises:
        Refusal: there are more rows than can be pasted.
    """
    reader = _Reader()
    # Lower case letter by letter, so that places stay the same.
    lowered = html.translate(_LOWER)
    at, told = 0, -_AT_ONCE
    while at < len(html):
        if at - told >= _AT_ONCE:
            progress(at, len(html))
            told = at
        mark = html.find("<", at)
        if mark != at:
            mark = len(html) if mark < 0 else mark
            reader.add(unescape(_NO_LETTER.sub("\N{REPLACEMENT CHARACTER}", html[at:mark])))
            at = mark
            continue
        at = _past_markup(reader, html, lowered, at)
    return [row for table in reader.found for row in _grid(_unwrapped(table))]


def _past_markup(reader: _Reader, html: str, lowered: str, at: int) -> int:
    """Take in what begins with the `<` at a place, and return where it ends; each letter is looked at once or twice.

    Python's own parser takes a time that grows with the square of what is broken, and a clipboard may hold anything.
    """
    if html.startswith("<!--", at):
        return _after(html, "-->", at + 4)
    found = _TAG.match(lowered, at)
    if found is None:
        if html[at + 1 : at + 2] in {"!", "?"}:
            return _after(html, ">", at)
        # A sign, not a tag.
        reader.add("<")
        return at + 1
    end = _after(html, ">", at)
    tag = found[2]
    if found[1]:
        reader.end(tag)
    elif tag in _UNSEEN and not html.startswith("/>", end - 2):
        return _after(html, ">", _after(lowered, f"</{tag}", end))
    else:
        reader.begin(tag, html[found.end() : end])
    return end


def _after(text: str, mark: str, start: int) -> int:
    """Return the place after a mark; the end where it doesn't come."""
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)


def _unwrapped(table: _Table) -> _Table:
    while len(table.rows) == 1 and len(table.rows[0]) == 1 and table.rows[0][0].tables:
        inner = table.rows[0][0].tables
        table = _Table([row for one in inner for row in one.rows])
    return table


def _grid(table: _Table) -> list[list[str]]:
    """Return the rows with every spanned place filled."""
    grid: list[list[str]] = []
    # By column: how many more rows a cell above reaches down, and what it says.
    hanging: dict[int, tuple[int, str]] = {}
    for cells in table.rows:
        row: list[str] = []
        _fill(row, hanging)
        for cell in cells:
            text = cell.text()
            for at in range(cell.across):
                if len(row) >= MOST_COLUMNS:
                    break
                shown = "" if at else text
                if cell.down > 1:
                    hanging[len(row)] = (cell.down - 1, shown)
                row.append(shown)
            _fill(row, hanging)
        grid.append(row)
    return grid


def _fill(row: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    while len(row) in hanging and len(row) < MOST_COLUMNS:
        place = len(row)
        rest, text = hanging.pop(place)
        if rest > 1:
            hanging[place] = (rest - 1, text)
        row.append(text)


def _count(given: str, most: int) -> int:
    return min(max(int(given), 1), most) if given else 1


def is_blank(row: Sequence[str]) -> bool:
    """Whether a row says nothing."""
    return not any(row)
