"""The pages of a form: words and boxes from top to bottom, each noted for the reader who can't see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boardroom.documents.render.pdf_lines import MUTED, TEXT, Type, break_lines, colour
from boardroom.domain.text import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.documents.render.fonts import Fonts

# A4 in points.
WIDTH, HEIGHT = 595.28, 841.89
LEFT, RIGHT = 54.0, 541.28
_TOP, _BOTTOM = 48.0, 784.0
_FOOT = 812.0
_EDGE = "#76817D"
_GAP = 12.0

TITLE = Type(19, 26, bold=True)
HEADING = Type(12.5, 18, bold=True)
LABEL = Type(9.5, 14, bold=True)
BODY = Type(9.5, 14)
HINT = Type(8.5, 12, ink=MUTED)
FOOT = Type(7.8, 12, ink=MUTED)

FIELD_SIZE = 10.0
_FIELD_LEADING = 13.62
_FIELD_ROOM = 7.0
_TICK = 12.0
_INSET = 3.0


@dataclass(frozen=True, slots=True)
class Element:
    """Words of a page, or a field, in reading order: what a screen reader meets one after the other.

    Attributes:
        role: of the standard's own: H1, H2, P, Form.
        page: counted from 0.
        mark: the number of the words among those of their page; None for a field.
        box: the field, by its place among the boxes.
    """

    role: str
    page: int
    mark: int | None = None
    box: int | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A field that somebody will write into, or tick.

    Attributes:
        name: of the field.
        told: what it is, as read out where the field is met.
        page: counted from 0.
        rectangle: left, lower, right, upper edge, in points.
        lines: how many lines of text it shows; 0: it is ticked.
        longest: letters that it may hold.
    """

    name: str
    told: str
    page: int
    rectangle: tuple[float, float, float, float]
    lines: int
    longest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A field with the words above it."""

    name: str
    label: str
    hint: str = ""
    told: str = ""
    lines: int = 1
    longest: int = 0


@dataclass(slots=True)
class Sheet:
    """Draws from the top of the first page to the end of the last."""

    fonts: Fonts
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    elements: list[Element] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    _y: float = _TOP
    _marks: int = 0

    def say(self, text: str, kind: Type, role: str = "P", *, space: float = 0.0, keep: float = 0.0) -> None:
        """Write a paragraph over the whole width.

        Args:
            text: what it says.
            kind: how it is set.
            role: what it is.
            space: above it, in points.
            keep: room that what follows needs on the same page, in points.
        """
        lines = break_lines(self.fonts, (Run(text),), kind, RIGHT - LEFT)
        self._need(space + len(lines) * kind.leading + keep)
        self._y += space if self._y > _TOP else 0.0
        self._write(lines_at=LEFT, text=text, kind=kind, role=role, width=RIGHT - LEFT)

    def ask(self, fields: Sequence[Ask]) -> None:
        """Put fields side by side, each with its words above it; one alone takes the whole width."""
        width = (RIGHT - LEFT - _GAP * (len(fields) - 1)) / len(fields)
        heads = [
            sum(
                len(break_lines(self.fonts, (Run(words),), kind, width)) * kind.leading
                for words, kind in ((one.label, LABEL), (one.hint, HINT))
                if words
            )
            for one in fields
        ]
        heights = [one.lines * _FIELD_LEADING + _FIELD_ROOM for one in fields]
        self._need(_GAP + max(heads) + max(heights) + 4)
        top = self._y = self._y + (_GAP if self._y > _TOP else 0.0)
        for place, (one, head, height) in enumerate(zip(fields, heads, heights, strict=True)):
            left = LEFT + place * (width + _GAP)
            # Boxes of a row stand on one line, however many lines the words above them take.
            self._y = top + max(heads) - head
            self._write(lines_at=left, text=one.label, kind=LABEL, width=width)
            if one.hint:
                self._write(lines_at=left, text=one.hint, kind=HINT, width=width)
            self._box(one, left, top + max(heads) + 3, width, height)
        self._y = top + max(heads) + 3 + max(heights)

    def tick(self, one: Ask) -> None:
        """Put a box to be ticked with its words beside it."""
        width = RIGHT - LEFT - _TICK - 8
        lines = break_lines(self.fonts, (Run(one.label),), BODY, width)
        self._need(len(lines) * BODY.leading + 4)
        self._y += 4
        self._box(one, LEFT, self._y + 1, _TICK, _TICK)
        self._write(lines_at=LEFT + _TICK + 8, text=one.label, kind=BODY, width=width)

    def foot(self, left: str, page_words: str) -> None:
        """Write the foot of every page, which is no part of what is read out."""
        for number, page in enumerate(self.pages, start=1):
            last = page_words.format(number, len(self.pages))
            width = break_lines(self.fonts, (Run(last),), FOOT, RIGHT - LEFT)[0].width
            page.append("/Artifact <</Type /Pagination>> BDC BT")
            for x, words in ((LEFT, left), (RIGHT - width, last)):
                for start, operators in break_lines(self.fonts, (Run(words),), FOOT, RIGHT - LEFT)[0].texts:
                    page.append(f"1 0 0 1 {x + start:.2f} {HEIGHT - _FOOT:.2f} Tm {operators}")
            page.append("ET EMC")

    def _need(self, height: float) -> None:
        """Go on at the top of a page where there is no room for so much."""
        if self._y + height > _BOTTOM and self._y > _TOP:
            self.pages.append([])
            self._y, self._marks = _TOP, 0

    def _write(self, *, lines_at: float, text: str, kind: Type, width: float, role: str = "P") -> None:
        page = self.pages[-1]
        page.append(f"/{role} <</MCID {self._marks}>> BDC BT")
        for line in break_lines(self.fonts, (Run(text),), kind, width):
            if self._y + kind.leading > _BOTTOM + _GAP and self._y > _TOP:
                # Words longer than a page: rare, and still nothing is lost.
                page = self._turned(role)
            baseline = HEIGHT - self._y - kind.baseline
            page.extend(f"1 0 0 1 {lines_at + x:.2f} {baseline:.2f} Tm {operators}" for x, operators in line.texts)
            self._y += kind.leading
        page.append("ET EMC")
        self.elements.append(Element(role, len(self.pages) - 1, mark=self._marks))
        self._marks += 1

    def _turned(self, role: str) -> list[str]:
        self.pages[-1].append("ET EMC")
        self.elements.append(Element(role, len(self.pages) - 1, mark=self._marks))
        self.pages.append([])
        self._y, self._marks = _TOP, 0
        self.pages[-1].append(f"/{role} <</MCID 0>> BDC BT")
        return self.pages[-1]

    def _box(self, one: Ask, left: float, top: float, width: float, height: float) -> None:
        upper = HEIGHT - top
        self.pages[-1].append(
            f"/Artifact <</Type /Layout>> BDC q {colour(_EDGE)} RG 0.75 w"
            f" {left:.2f} {upper - height:.2f} {width:.2f} {height:.2f} re S Q EMC {colour(TEXT)} rg"
        )
        page = len(self.pages) - 1
        lines = 0 if width == _TICK else one.lines
        # Most programs write hard against the field's own edge.
        inset = _INSET if lines else 0.0
        rectangle = (left + inset, upper - height, left + width - inset, upper)
        told = one.told or ". ".join(filter(None, (one.label, one.hint)))
        self.elements.append(Element("Form", page, box=len(self.boxes)))
        self.boxes.append(Box(one.name, told, page, rectangle, lines, one.longest))
