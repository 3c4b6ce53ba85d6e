"""Spans to lines on paper: greedy line breaking in linear time, whatever people wrote (hazard 17)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, assert_never

from boardroom.documents.blocks import Badge, Link, Span
from boardroom.documents.render.fonts import Face, Fonts, Part
from boardroom.documents.render.vetting import neutral, safe_address
from boardroom.domain.text import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfbase.ttfonts import TTFont

# An endless word is cut after one of these if there is one near the line's end.
_CUTS = frozenset("/-_.,;:?&=@|+)]}\u2013\u2014")
_CUT_WITHIN = 24

TEXT = "#18211E"
MUTED = "#505B56"
ACCENT = "#0E5A6B"


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set: size and leading in points, colour, weight, slant."""

    size: float
    leading: float
    ink: str = TEXT
    bold: bool = False
    italic: bool = False

    @property
    def baseline(self) -> float:
        """How far the baseline stands below the top of a line: Open Sans is 1.069 em high and 0.293 em deep."""
        return (self.leading - 1.362 * self.size) / 2 + 1.069 * self.size


class BadgeSize(NamedTuple):
    """A badge's width and height, in points, beside text of one size."""

    width: float
    height: float
    letters: float


def badge_size(fonts: Fonts, badge: Badge, size: float) -> BadgeSize:
    """Return how large a badge is drawn; it holds two letters and widens for four at most."""
    letters = 0.85 * size
    width = measured_width(fonts, badge_letters(badge), letters) + 0.5 * letters
    return BadgeSize(max(1.96 * size, width), 1.35 * size, letters)


def badge_letters(badge: Badge) -> str:
    """Return the letters that fit into a badge."""
    return neutral(badge.letters)[:4]


def measured_width(fonts: Fonts, text: str, size: float, face: Face = Face.BOLD) -> float:
    """Return how wide a text is on one line, in points."""
    return fonts.words[face][text][0] * size


@dataclass(slots=True)
class Line:
    """A line ready to be placed: x offsets in points, text as PDF operators."""

    texts: list[tuple[float, str]] = field(default_factory=list)
    badges: list[tuple[float, Badge]] = field(default_factory=list)
    links: list[tuple[float, float, str]] = field(default_factory=list)
    width: float = 0.0


class _Setting(NamedTuple):
    face: Face
    ink: str
    address: str


class _Piece:
    """Letters of one font and setting, next to each other in a line."""

    __slots__ = ("end", "font", "setting", "start", "text")

    def __init__(self, setting: _Setting, font: TTFont, start: float, end: float, text: str) -> None:
        self.setting, self.font, self.start, self.end, self.text = setting, font, start, end, text


def colour(value: str) -> str:
    """Return `#RRGGBB` as a PDF colour: three numbers from 0 to 1; black if it is no colour."""
    try:
        return " ".join(f"{int(value[place : place + 2], 16) / 255:.3g}" for place in (1, 3, 5))
    except ValueError:
        return "0 0 0"


_INKS = {ink: f"{colour(ink)} rg" for ink in (TEXT, MUTED, ACCENT)}


def break_lines(fonts: Fonts, spans: Sequence[Span], kind: Type, width: float) -> list[Line]:
    """Return the lines of a paragraph, at least one.

    Spaces in a row count as one, a line feed begins a new line, a word too long for a line is cut.

    Args:
        fonts: of the file that the lines go into.
        spans: what stands in the paragraph.
        kind: how it is set.
        width: of the longest line, in points.
    """
    breaker = _Breaker(fonts, kind, width)
    for span in spans:
        match span:
            case Run(text, bold, italic):
                face = Face.of(bold=bold or kind.bold, italic=italic or kind.italic)
                breaker.write(neutral(text), _Setting(face, kind.ink, ""))
            case Link(text):
                address = safe_address(span)
                face = Face.of(bold=kind.bold, italic=kind.italic)
                breaker.write(neutral(text), _Setting(face, ACCENT if address else kind.ink, address))
            case Badge():
                breaker.mark(span)
            case _:
                assert_never(span)
    return breaker.finish()


class _Breaker:
    """Fills one line after the other."""

    def __init__(self, fonts: Fonts, kind: Type, width: float) -> None:
        self._fonts, self._size, self._width = fonts, kind.size, width
        self._lines: list[Line] = []
        self._line = Line()
        self._pieces: list[_Piece] = []
        self._x = 0.0
        self._gap = 0.0
        # Letters that no space parts, perhaps of several settings, with their width.
        self._word: list[tuple[_Setting, Part]] = []
        self._word_width = 0.0

    def write(self, text: str, setting: _Setting) -> None:
        """Add running text."""
        words, size = self._fonts.words[setting.face], self._size
        space = words[" "][0] * size
        for number, line in enumerate(text.split("\n")):
            if number:
                self._place()
                self._end_line()
            for place, word in enumerate(line.split(" ")):
                if place:
                    if self._word:
                        self._place()
                    self._gap = space
                if word:
                    width, parts = words[word]
                    self._word_width += width * size
                    for part in parts:
                        self._word.append((setting, part))

    def mark(self, badge: Badge) -> None:
        """Add a badge, which stands like a word of its own."""
        self._place()
        width = badge_size(self._fonts, badge, self._size).width
        if self._x and self._x + self._gap + width > self._width:
            self._end_line()
        start = self._x + (self._gap if self._x else 0)
        self._line.badges.append((start, badge))
        self._x = start + width
        self._gap = 0.5 * self._size

    def finish(self) -> list[Line]:
        """Return the lines."""
        self._place()
        if self._x or not self._lines:
            self._end_line()
        return self._lines

    def _place(self) -> None:
        """Put the word that has come together into this line or the next."""
        if not self._word:
            return
        width = self._word_width
        if self._x and self._x + self._gap + width > self._width:
            self._end_line()
        if width > self._width:
            for setting, part in self._word:
                for piece in self._cut(part):
                    if self._x + piece[2] * self._size > self._width and self._x:
                        self._end_line()
                    self._add(setting, piece, 0.0)
        else:
            gap = self._gap if self._x else 0.0
            for setting, part in self._word:
                self._add(setting, part, gap)
                gap = 0.0
        self._word.clear()
        self._word_width = self._gap = 0.0

    def _add(self, setting: _Setting, part: Part, gap: float) -> None:
        font, text, width = part
        start = self._x + gap
        end = self._x = start + width * self._size
        last = self._pieces[-1] if self._pieces else None
        if last:
            if last.font is font and last.setting == setting:
                last.text += f" {text}" if gap else text
                last.end = end
                return
            if gap:
                # Drawn as well, so that whoever reads the text out finds two words.
                last.text += " "
        self._pieces.append(_Piece(setting, font, start, end, text))

    def _cut(self, part: Part) -> Iterator[Part]:
        """Cut letters into parts that fit into a line each, by a sign if there is one near the end."""
        font, text, _ = part
        widths, most = font.face.charWidths, self._width / self._size * 1000
        start, used, place, end = 0, 0.0, 0, len(text)
        while place < end:
            width = widths[ord(text[place])]
            if used + width > most and place > start:
                cut = next(
                    (at for at in range(place, max(start, place - _CUT_WITHIN), -1) if text[at - 1] in _CUTS), place
                )
                while cut > start + 1 and unicodedata.combining(text[cut]):
                    cut -= 1
                yield self._measured(font, text[start:cut])
                start = place = cut
                used = 0.0
                continue
            used += width
            place += 1
        yield self._measured(font, text[start:])

    @staticmethod
    def _measured(font: TTFont, text: str) -> Part:
        widths = font.face.charWidths
        return font, text, sum([widths[ord(letter)] for letter in text]) / 1000

    def _end_line(self) -> None:
        line, size, draw = self._line, self._size, self._fonts.draw
        for piece in self._pieces:
            setting = piece.setting
            line.texts.append((piece.start, f"{_INKS[setting.ink]} {draw(piece.font, size, piece.text)}"))
            if setting.address:
                line.links.append((piece.start, piece.end, setting.address))
        line.width = self._x
        self._lines.append(line)
        self._line, self._x, self._gap = Line(), 0.0, 0.0
        self._pieces.clear()
