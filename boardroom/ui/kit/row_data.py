"""What a row of a list says, as data, and the headings between rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from boardroom.ui.kit.endless import line_shown

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator

    from boardroom.domain.words import Sector

# Together; a row of more has a text that is longer than the screen is wide.
_LONG: Final = 1000


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row says in one column of a table: text, and its tone (danger, caution, muted, or empty)."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class RowData:
    """One row of a list: plain text all of it.

    Attributes:
        id: what the row stands for; the choice is kept by it.
        key: where the row stands in the list's order: the page function is asked for what comes after it.
        title: the row's words, elided at their end only.
        number: before the title, muted.
        context: 12 px, muted, on the right.
        figure: right-aligned last column.
        figure_tone: danger, caution or muted; empty for plain text.
        mark: a sector, shown by its mark.
        icon: a Phosphor name, where there is no mark.
        icon_tone: a tone, or accent; empty for muted.
        chip: a state in a word.
        chip_tone: outline, caution, tint or danger.
        second_line: 12 px below the title.
        indent: how deep below the row before, in steps.
        bold: semibold title.
        muted: a row that can't be used now; the reason stands in the context.
        group: heading that the row stands under; a new heading begins where it changes.
        group_count: beside that heading, muted; of the group's first row.
        group_note: at that heading's right; of the group's first row.
        marked: stretches of the title to mark, as (start, end).
        cells: what the row says in the columns after the first.
        reason: a bold line and words below it, shown with a bar on a card.
        key_hint: the key that does what the row names, in its box at the right.
        ticked: a box with or without its tick; None for no box.
        spoken: the whole row as a sentence; made of the rest where it is empty.
    """

    id: Hashable
    key: object
    title: str
    number: str = ""
    context: str = ""
    figure: str = ""
    figure_tone: str = ""
    mark: Sector | None = None
    icon: str = ""
    icon_tone: str = ""
    chip: str = ""
    chip_tone: str = ""
    second_line: str = ""
    indent: int = 0
    bold: bool = False
    muted: bool = False
    group: str = ""
    group_count: str = ""
    group_note: str = ""
    marked: tuple[tuple[int, int], ...] = ()
    cells: tuple[Cell, ...] = ()
    reason: tuple[str, str] = ("", "")
    key_hint: str = ""
    ticked: bool | None = None
    spoken: str = ""


_WORDS: Final = ("title", "number", "context", "figure", "chip", "second_line", "group", "group_note", "spoken")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between rows, never chosen."""

    title: str
    count: str = ""
    note: str = ""


def with_headings(rows: Iterable[RowData], group: str, known: Collection[int] = ()) -> Iterator[RowData | Heading]:
    """Give rows as they are shown, each group's heading before its first row.

    Args:
        rows: in the order of the list.
        group: the heading under which the first of them stands already.
        known: `id()` of rows that are alive and shown as they are.
    """
    for one in rows:
        row = one if id(one) in known else _shown(one)
        if row.group != group:
            group = row.group
            if group:
                yield Heading(group, row.group_count, row.group_note)
        yield row


def _shown(row: RowData) -> RowData:
    """Cut what is longer than any row, before anybody measures it."""
    words = {name: str(getattr(row, name)) for name in _WORDS}
    if sum(map(len, words.values())) + sum(map(len, row.reason)) < _LONG and all(
        len(cell.text) < _LONG for cell in row.cells
    ):
        return row
    cut: dict[str, Any] = {name: line_shown(text) for name, text in words.items()}
    return replace(
        row,
        **cut,
        reason=(line_shown(row.reason[0]), line_shown(row.reason[1])),
        cells=tuple(Cell(line_shown(cell.text), cell.tone) for cell in row.cells),
    )
