"""The fonts on paper: Open Sans, FiraGO for what it lacks, and which characters neither sets."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from reportlab.pdfbase.ttfonts import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from boardroom.documents.blocks import Document

Part: TypeAlias = tuple[TTFont, str, float]
"""Letters of one font, and how wide they are at 1 pt."""

Measured: TypeAlias = tuple[float, tuple[Part, ...]]
"""Words: their width at 1 pt and their parts, a new one wherever the font changes."""

REPLACEMENT = "\ufffd"
"""Printed for a character that no font has: a diamond with a question mark."""

# Drawn as a plain sibling: hyphens and spaces that hold a line together, tabs.
_SAME = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2007": "\xa0", "\u202f": "\xa0", "\t": " "})
# FiraGO has letters of these scripts, but ReportLab neither joins them nor sets them from the right.
_UNSET_SCRIPTS = ("ARABIC", "HEBREW", "DEVANAGARI", "THAI")
_LETTERS_KEPT = 40
_WORDS_KEPT = 50_000
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class Face(Enum):
    """How words are set: Open Sans' weight and slant, and FiraGO's key for the same."""

    REGULAR = (400, False, "figo")
    BOLD = (600, False, "figbo")
    ITALIC = (400, True, "figit")
    BOLD_ITALIC = (600, True, "figbi")

    @classmethod
    def of(cls, *, bold: bool, italic: bool) -> Face:
        """Return the face for bold and italic."""
        if bold:
            return cls.BOLD_ITALIC if italic else cls.BOLD
        return cls.ITALIC if italic else cls.REGULAR


@cache
def _open_sans(face: Face) -> TTFont:
    import ttf_opensans  # noqa: PLC0415 - fonts are read when first drawn

    weight, italic, _ = face.value
    file = ttf_opensans.opensans(font_weight=weight, italic=italic)
    return TTFont(f"Boardroom-{file.name}", str(file.path), asciiReadable=True)


@cache
def _fira_go(face: Face) -> TTFont:
    import pymupdf_fonts  # noqa: PLC0415 - 0.8 MB to unpack, for few documents

    key = face.value[2]
    return TTFont(f"Boardroom-{key}", io.BytesIO(pymupdf_fonts.myfont(key)), asciiReadable=True)


def _is_invisible(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf"} or "\ufe00" <= letter <= "\ufe0f"


def measure(face: Face, text: str) -> Measured:
    """Return words by font, with their widths; invisible characters go, those no font has are replaced."""
    first = _open_sans(face)
    widths, glyphs = first.face.charWidths, first.face.charToGlyph
    if text.isascii() and text.isprintable():
        width = sum([widths[ord(letter)] for letter in text]) / 1000
        return width, ((first, text, width),)
    runs: list[tuple[TTFont, list[str]]] = []
    for letter in text.translate(_SAME):
        font, drawn = first, letter
        if _is_invisible(letter):
            continue
        if ord(letter) not in glyphs:
            second = _fira_go(face)
            font, drawn = (second, letter) if ord(letter) in second.face.charToGlyph else (first, REPLACEMENT)
        if runs and runs[-1][0] is font:
            runs[-1][1].append(drawn)
        else:
            runs.append((font, [drawn]))
    parts = tuple(
        (font, "".join(letters), sum([font.face.charWidths[ord(letter)] for letter in letters]) / 1000)
        for font, letters in runs
    )
    return sum([part[2] for part in parts]), parts


class Words(dict[str, Measured]):
    """Words of one face with their measure: line breaking asks for the same few thousand again and again."""

    def __init__(self, face: Face) -> None:
        """Begin with no words."""
        super().__init__()
        self._face = face

    def __missing__(self, word: str) -> Measured:
        """Measure a word that has not come before."""
        measured = measure(self._face, word)
        if len(word) <= _LETTERS_KEPT:
            if len(self) >= _WORDS_KEPT:
                self.clear()
            self[word] = measured
        return measured


class Fonts:
    """The fonts of one PDF file: words measured, and letters coded as that file's subsets code them."""

    def __init__(self, pdf: PDFDocument) -> None:
        """Begin with no letters used.

        Args:
            pdf: the file that the fonts will be embedded in.
        """
        self._pdf = pdf
        self._plain: dict[str, str] = {}
        self.words = {face: Words(face) for face in Face}

    def draw(self, font: TTFont, size: float, text: str) -> str:
        """Return the PDF operators that set the font and show the text at the current place."""
        if text.isascii():
            name = self._plain.get(font.fontName)
            if name is None:
                # Subset 0 holds ASCII at its own codes, once the file knows the font.
                font.splitString(" ", self._pdf)
                name = self._plain[font.fontName] = font.getSubsetInternalName(0, self._pdf)
            return f"{name} {size} Tf ({text.translate(_ESCAPES)}) Tj"
        return " ".join(
            f"{font.getSubsetInternalName(subset, self._pdf)} {size} Tf <{codes.hex()}> Tj"
            for subset, codes in font.splitString(text, self._pdf)
        )


def missing_characters(document: Document) -> dict[str, str]:
    """Return the characters that the PDF can't show as they should be, each with its Unicode name.

    Those that no font has are printed as `REPLACEMENT`; letters of scripts that join or run from the right are
    printed one by one from the left. To be told to the secretary before the export (hazard 18).
    """
    first, second = _open_sans(Face.REGULAR).face.charToGlyph, None
    missing = {}
    seen: set[str] = set()
    for text in _texts(document):
        if text.isascii():
            continue
        for letter in sorted(set(text.translate(_SAME)) - seen):
            seen.add(letter)
            if ord(letter) in first or _is_invisible(letter):
                continue
            second = second or _fira_go(Face.REGULAR).face.charToGlyph
            name = unicodedata.name(letter, f"U+{ord(letter):04X}")
            if ord(letter) not in second or name.startswith(_UNSET_SCRIPTS):
                missing[letter] = name.lower()
    return missing


def _texts(node: object) -> Iterator[str]:
    """Every text below a node of the tree, whatever block it stands in."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for child in node:
            yield from _texts(child)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _texts(getattr(node, field.name))
