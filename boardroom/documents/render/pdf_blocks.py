"""Blocks to slices: how each kind of block is set on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from boardroom.documents.blocks import (
    Block,
    BulletList,
    Callout,
    Chart,
    Heading,
    PageBreak,
    Paragraph,
    SignatureLines,
    Span,
    Table,
    Tone,
)
from boardroom.documents.render.pdf_chart import chart_slices
from boardroom.documents.render.pdf_lines import MUTED, TEXT, Line, Type, break_lines, measured_width
from boardroom.documents.render.pdf_page import (
    BODY,
    MEASURE,
    RIGHT,
    Bookmark,
    Rule,
    Slice,
    hold_together,
)
from boardroom.documents.render.pdf_table import table_slices
from boardroom.documents.render.vetting import neutral
from boardroom.domain.text import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boardroom.documents.render.fonts import Fonts

_HEADINGS = (
    Type(16.5, 21, bold=True),
    Type(11.6, 15.5, bold=True),
    Type(10.2, 13.6, bold=True),
    Type(9.2, 13, bold=True),
)
_SPACE_ABOVE_HEADING = (0.0, 13.0, 10.0, 8.0)
_TONES = {
    Tone.BODY: (Type(9.2, 13), 5.0),
    Tone.SUBTITLE: (Type(9.2, 13), 1.0),
    Tone.SMALL: (Type(8.3, 11.7), 5.0),
    Tone.ASIDE: (Type(9.2, 13, italic=True), 5.0),
}
_SPACE_BETWEEN_SMALL = 1.5
_LEAD = Type(10.2, 14.4, bold=True)
_SMALL = Type(8.3, 12)
_MARGIN = Type(7.8, 14.4, ink=MUTED)
_MARGIN_BOLD = Type(7.8, 12, bold=True)
_MARGIN_RIGHT, _MARGIN_WIDTH = BODY - 15.0, BODY - 15.0 - 30.0
_INDENT = 13.0
_SHORT = 24
_BOOKMARK_LETTERS = 200


class BlockSetter:
    """Sets blocks one after the other; remembers what the space above the next depends on."""

    def __init__(self, fonts: Fonts) -> None:
        """Begin a document.

        Args:
            fonts: of the file that is written.
        """
        self._fonts = fonts
        self._level = -1
        self._before: Block | None = None

    def slices(self, block: Block) -> Iterator[Slice]:
        """Yield a block's slices, in reading order; none for a page break."""
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case BulletList():
                yield from self._list(block, 0)
            case Table():
                yield from table_slices(self._fonts, block)
            case Chart():
                yield from chart_slices(self._fonts, block)
                yield from table_slices(self._fonts, block.table)
            case Callout():
                yield from self._callout(block)
            case SignatureLines(labels):
                yield from self._signatures(labels)
            case PageBreak():
                pass
            case _:
                assert_never(block)
        self._before = block

    def _heading(self, block: Heading) -> Iterator[Slice]:
        depth = min(block.level, len(_HEADINGS)) - 1
        kind = _HEADINGS[depth]
        margin = self._margin_line(block.margin, _MARGIN)
        number = block.number if margin or not block.margin else f"{block.margin} {block.number}"
        words = f"{number}\u2002{block.text}" if number else block.text
        # A bookmark may stand one level below the one before it, no deeper.
        self._level = min(block.level - 1, self._level + 1)
        bookmark = Bookmark(self._level, " ".join(neutral(words).split())[:_BOOKMARK_LETTERS])
        lines = break_lines(self._fonts, (Run(words),), kind, MEASURE)
        for place, line in enumerate(lines):
            part = Slice(kind.leading, keep=True)
            part.put(self._fonts, line, kind, BODY)
            if place == 0:
                part.space = self._space_above(block, _SPACE_ABOVE_HEADING[depth])
                # A heading with nothing under it need not wait for the next of its level.
                part.free = isinstance(self._before, Heading) and self._before.level >= block.level
                part.bookmark = bookmark
                if margin:
                    drop = kind.baseline - _MARGIN.baseline
                    part.put(self._fonts, margin, _MARGIN, _MARGIN_RIGHT - margin.width, drop)
            yield part

    def _space_above(self, block: Heading, usual: float) -> float:
        """Return less than the usual space where one heading follows another."""
        if not isinstance(self._before, Heading):
            return usual
        return min(usual, 4.0 if self._before.level < block.level else 8.0)

    def _margin_line(self, text: str, kind: Type) -> Line | None:
        """Return a text as a line for the outer margin, or None if it is empty or doesn't fit there."""
        if not text or measured_width(self._fonts, neutral(text), kind.size) > _MARGIN_WIDTH:
            return None
        lines = break_lines(self._fonts, (Run(text),), kind, _MARGIN_WIDTH)
        return lines[0] if len(lines) == 1 else None

    def _paragraph(self, block: Paragraph) -> Iterator[Slice]:
        kind, space = _TONES[block.tone]
        parts = self._set(block.spans, kind, BODY)
        hold_together(parts)
        follows_its_like = isinstance(self._before, Paragraph) and self._before.tone is block.tone is Tone.SMALL
        parts[0].space = _SPACE_BETWEEN_SMALL if follows_its_like else space
        parts[-1].keep = block.keep_with_next
        yield from parts

    def _set(self, spans: Sequence[Span], kind: Type, left: float) -> list[Slice]:
        parts = []
        for line in break_lines(self._fonts, spans, kind, RIGHT - left):
            part = Slice(kind.leading)
            part.put(self._fonts, line, kind, left)
            parts.append(part)
        return parts

    def _list(self, block: BulletList, depth: int) -> Iterator[Slice]:
        kind, _ = _TONES[Tone.BODY]
        for number, item in enumerate(block.items, start=1):
            marker = break_lines(self._fonts, (Run(f"{number}." if block.numbered else "\u2022"),), kind, MEASURE)[0]
            # Lists within lists without end stop moving to the right in the middle of the page.
            left = min(BODY + depth * _INDENT, BODY + MEASURE / 2)
            parts = self._set(item.spans, kind, left + max(_INDENT, marker.width + 4))
            parts[0].put(self._fonts, marker, kind, left)
            parts[0].space = 6.0 if number == 1 and depth == 0 else 2.0
            hold_together(parts)
            yield from parts
            for child in item.children:
                yield from self._list(child, depth + 1)

    def _callout(self, block: Callout) -> Iterator[Slice]:
        label = self._margin_line(block.label, _MARGIN)
        number = self._margin_line(block.number, _MARGIN_BOLD)
        parts = []
        if bool(block.label) != bool(label) or bool(block.number) != bool(number):
            label = number = None
            parts += self._set((Run(f"{block.label} {block.number}"),), Type(8.3, 12, ink=MUTED), BODY)
        lead = self._set(block.lead, _LEAD, BODY)
        if label:
            lead[0].put(self._fonts, label, _MARGIN, _MARGIN_RIGHT - 3 - label.width)
        if number:
            drop = _MARGIN.leading if label else 1.5
            lead[0].put(self._fonts, number, _MARGIN_BOLD, _MARGIN_RIGHT - 3 - number.width, drop)
        parts += lead
        for place, line in enumerate(block.lines):
            if place == 0:
                parts.append(Slice(3.0))
            parts += self._set(line, _SMALL, BODY)
        for part in parts:
            part.barred = True
        hold_together(parts, whole=len(parts) <= _SHORT)
        yield Slice(5.0, space=4.0 if isinstance(self._before, Heading) else 9.0, keep=True, barred=True)
        yield from parts[:-1]
        parts[-1].keep = True
        yield parts[-1]
        yield Slice(4.0, barred=True)

    def _signatures(self, labels: tuple[str, ...]) -> Iterator[Slice]:
        across = 3
        for start in range(0, len(labels), across):
            row = labels[start : start + across]
            gap, room = 24.0, 44.0
            width = (MEASURE - gap * (len(row) - 1)) / len(row)
            columns = [break_lines(self._fonts, (Run(label),), _SMALL, width) for label in row]
            part = Slice(room, space=6.0, keep=True)
            for place in range(len(row)):
                left = BODY + place * (width + gap)
                part.rules.append(Rule(left, left + width, room - 3, 0.6, TEXT))
            yield part
            most = max(len(lines) for lines in columns)
            for at in range(most):
                part = Slice(_SMALL.leading, keep=at == 0 and most > 1)
                for place, lines in enumerate(columns):
                    if at < len(lines):
                        part.put(self._fonts, lines[at], _SMALL, BODY + place * (width + gap))
                yield part
