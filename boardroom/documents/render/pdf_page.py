"""Slices to pages: what stays together, where a page ends, and what is drawn where.

Every operator that reaches a page's stream is written here, in reading order: this is the place to mark content for
a tagged PDF.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from boardroom.documents.render.badge import outline
from boardroom.documents.render.fonts import Face
from boardroom.documents.render.pdf_lines import TEXT, BadgeSize, badge_letters, badge_size, colour, measured_width

if TYPE_CHECKING:
    from boardroom.documents.blocks import Badge
    from boardroom.documents.render.fonts import Fonts
    from boardroom.documents.render.pdf_lines import Line, Type

# A4 in points. Left of the body stands the margin for minute numbers and labels of decisions.
WIDTH, HEIGHT = 595.28, 841.89
OUTER, BODY, RIGHT = 54.0, 121.0, 541.28
TOP, BOTTOM = 44.0, 790.0
MEASURE = RIGHT - BODY

BAR_WIDTH = 2.4
_BAR_LEFT = BODY - 11.4
_BADGE_EDGE = 0.9


class Text(NamedTuple):
    """Text operators and where they begin: x from the page's left, baseline below the slice's top."""

    x: float
    drop: float
    operators: str


class Rule(NamedTuple):
    """A horizontal line."""

    left: float
    right: float
    drop: float
    thickness: float
    ink: str


class Mark(NamedTuple):
    """A badge; `drop` is its upper edge."""

    x: float
    drop: float
    size: BadgeSize
    badge: Badge


class Area(NamedTuple):
    """A rectangle that leads somewhere."""

    left: float
    right: float
    drop: float
    height: float
    address: str


class Picture(NamedTuple):
    """Operators that draw from a slice's lower left corner; x from the page's left."""

    x: float
    operators: str


class Bookmark(NamedTuple):
    """An entry of the outline; `level` counts from 0."""

    level: int
    text: str


@dataclass(slots=True)
class Slice:
    """What no page break can divide: usually one line. Offsets count from its top downwards, in points."""

    height: float
    space: float = 0.0
    """Left above it, except at the top of a page."""
    keep: bool = False
    """Stands on the same page as the next slice."""
    free: bool = False
    """May begin a page, whatever the slice before it would keep."""
    barred: bool = False
    """Has the callout's bar beside it; where there is space above, a new bar begins."""
    header: tuple[Slice, ...] = ()
    """Drawn above it again when it opens a page."""
    bookmark: Bookmark | None = None
    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def put(self, fonts: Fonts, line: Line, kind: Type, left: float, top: float = 0.0) -> None:
        """Place a line with its left and upper edge."""
        baseline = top + kind.baseline
        for x, operators in line.texts:
            self.texts.append(Text(left + x, baseline, operators))
        for x, badge in line.badges:
            size = badge_size(fonts, badge, kind.size)
            self.marks.append(Mark(left + x, top + (kind.leading - size.height) / 2, size, badge))
        for start, end, address in line.links:
            self.areas.append(Area(left + start, left + end, top, kind.leading, address))


def hold_together(slices: list[Slice], *, whole: bool = False) -> None:
    """Keep at least two lines of a paragraph on either side of a page break, or all of them."""
    last = len(slices) - 1
    for place, part in enumerate(slices[:-1]):
        part.keep = part.keep or whole or place == 0 or place == last - 1


@dataclass(slots=True)
class Page:
    """A finished page: its stream without head and foot, its bookmarks by height, its links by rectangle."""

    stream: str
    bookmarks: list[tuple[Bookmark, float]]
    links: list[tuple[tuple[float, float, float, float], str]]


class Pages:
    """Puts slices on one page after the other; holds no more than the page in hand and what must stay together."""

    def __init__(self, fonts: Fonts) -> None:
        """Begin with an empty page."""
        self._fonts = fonts
        self._done: list[Page] = []
        self._chain: list[Slice] = []
        self._chain_height = 0.0
        self._open()

    def add(self, part: Slice) -> None:
        """Place a slice, at once or with those it must stand with."""
        if part.free:
            self._place_chain()
        self._chain.append(part)
        self._chain_height += part.height + part.space
        if not part.keep or self._chain_height > BOTTOM - TOP:
            self._place_chain()

    def break_page(self) -> None:
        """Go on at the top of a page."""
        self._place_chain()
        if self._y > TOP:
            self._close()

    def finish(self) -> list[Page]:
        """Return the pages, at least one."""
        self._place_chain()
        if self._y > TOP or not self._done:
            self._close()
        return self._done

    def _open(self) -> None:
        self._y = TOP
        self._shapes: list[str] = []
        self._texts: list[str] = []
        self._bookmarks: list[tuple[Bookmark, float]] = []
        self._links: list[tuple[tuple[float, float, float, float], str]] = []
        self._bar: tuple[float, float] | None = None

    def _close(self) -> None:
        self._draw_bar()
        texts = "\n".join(self._texts)
        self._done.append(Page("\n".join([*self._shapes, "BT", texts, "ET"]), self._bookmarks, self._links))
        self._open()

    def _place_chain(self) -> None:
        chain, height = self._chain, self._chain_height
        if not chain:
            return
        self._chain, self._chain_height = [], 0.0
        room = BOTTOM - self._y
        if height > room and height <= BOTTOM - TOP and self._y > TOP:
            self._close()
        for part in chain:
            if self._y + part.space + part.height > BOTTOM and self._y > TOP:
                self._close()
            if self._y == TOP:
                for head in part.header:
                    self._place(head)
            self._place(part)

    def _place(self, part: Slice) -> None:
        top = self._y + (part.space if self._y > TOP else 0.0)
        self._y = top + part.height
        if part.space or not part.barred:
            self._draw_bar()
        if part.barred:
            self._bar = (self._bar[0] if self._bar else top, self._y)
        for rule in part.rules:
            self._fill(rule.left, top + rule.drop, rule.right - rule.left, rule.thickness, rule.ink)
        for mark in part.marks:
            self._draw_badge(mark, top)
        for picture in part.pictures:
            # Between the texts, not under them all: whoever reads the page aloud comes to it where it stands.
            place = f"1 0 0 1 {picture.x:.2f} {HEIGHT - top - part.height:.2f} cm"
            self._texts.append(f"ET q {place}\n{picture.operators}\nQ BT")
        for text in part.texts:
            self._texts.append(f"1 0 0 1 {text.x:.2f} {HEIGHT - top - text.drop:.2f} Tm {text.operators}")
        for area in part.areas:
            upper = HEIGHT - top - area.drop
            self._links.append(((area.left, upper - area.height, area.right, upper), area.address))
        if part.bookmark:
            self._bookmarks.append((part.bookmark, HEIGHT - top + part.space))

    def _fill(self, left: float, top: float, width: float, height: float, ink: str) -> None:
        self._shapes.append(f"{colour(ink)} rg {left:.2f} {HEIGHT - top - height:.2f} {width:.2f} {height:.2f} re f")

    def _draw_bar(self) -> None:
        if self._bar:
            top, bottom = self._bar
            self._fill(_BAR_LEFT, top, BAR_WIDTH, bottom - top, TEXT)
            self._bar = None

    def _draw_badge(self, mark: Mark, top: float) -> None:
        size, badge = mark.size, mark.badge
        bottom = HEIGHT - top - mark.drop - size.height
        edge = _BADGE_EDGE
        path = outline(badge.shape, mark.x + edge / 2, bottom + edge / 2, size.width - edge, size.height - edge)
        steps = " ".join(" ".join(f"{x:.2f} {y:.2f}" for x, y in points) + f" {step.lower()}" for step, points in path)
        self._shapes.append(f"{colour(badge.fill)} rg {colour(badge.edge)} RG {edge} w {steps} b")
        letters = badge_letters(badge)
        x = mark.x + (size.width - measured_width(self._fonts, letters, size.letters)) / 2
        # Capitals are 0.714 em high: their middle in the badge's.
        y = bottom + (size.height - 0.714 * size.letters) / 2
        for font, drawn, width in self._fonts.words[Face.BOLD][letters][1]:
            operators = self._fonts.draw(font, size.letters, drawn)
            self._texts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm {colour(badge.ink)} rg {operators}")
            x += width * size.letters
