"""The font of a form's fields: Open Sans whole, because nobody knows yet which letters will be typed.

ReportLab gives fields one of the fonts that every reader has, which lack ŵ and ŷ; so the font goes into the finished
file (hazard 18). It is a composite font whose codes are its glyphs, with a map back to Unicode: readers of all makes
find a letter's code through that map when they draw what was typed.
"""

from __future__ import annotations

import zlib
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from boardroom.documents.render.fonts import Face, measure

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELD_FONT = "OpenSans"
"""What the fields call it."""

# Of the whole line, as in pdf_lines: the font’s own figures leave no room between lines.
_ASCENT, _DESCENT = 1069, -293
_MOST_IN_A_BLOCK = 100
_LAST_OF_THE_PLANE = 0xFFFF


def add_field_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Put the font into a PDF and return it, to be named in the form's resources."""
    face = measure(Face.REGULAR, " ")[1][0][0].face
    letters = {code: glyph for code, glyph in face.charToGlyph.items() if 0 < code <= _LAST_OF_THE_PLANE and glyph}
    content = Path(face.filename).read_bytes()
    file = pdf.make_stream(b"")
    file.write(zlib.compress(content, 9), filter=Name.FlateDecode)
    file.Length1 = len(content)
    name = Name("/OpenSans-Regular")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        FontFamily="Open Sans",
        Flags=32,
        FontBBox=[int(edge) for edge in face.bbox],
        ItalicAngle=0,
        Ascent=_ASCENT,
        Descent=_DESCENT,
        CapHeight=int(face.capHeight),
        StemV=int(face.stemV),
        FontFile2=pdf.make_indirect(file),
    )
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        CIDToGIDMap=Name.Identity,
        DW=int(face.defaultWidth),
        W=_widths(letters, face.charWidths),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(inner)],
            ToUnicode=pdf.make_indirect(pdf.make_stream(_to_unicode(letters))),
        )
    )


def _widths(letters: Mapping[int, int], widths: Mapping[int, Any]) -> Array:
    """Return the widths of the glyphs in runs of neighbours, as the standard wants them (ISO 32000-2, 9.7.4.3)."""
    by_glyph = sorted({glyph: round(widths[code]) for code, glyph in letters.items()}.items())
    runs = groupby(enumerate(by_glyph), key=lambda one: one[1][0] - one[0])
    found: list[Any] = []
    for _, run in runs:
        rows = [row for _, row in run]
        found += [rows[0][0], [width for _, width in rows]]
    return Array(found)


def _to_unicode(letters: Mapping[int, int]) -> bytes:
    """Return the map from glyphs to letters; of two letters with one glyph the first."""
    first: dict[int, int] = {}
    for code, glyph in sorted(letters.items()):
        first.setdefault(glyph, code)
    rows = [f"<{glyph:04X}> <{code:04X}>" for glyph, code in sorted(first.items())]
    blocks = [rows[start : start + _MOST_IN_A_BLOCK] for start in range(0, len(rows), _MOST_IN_A_BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
        *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
        "endcmap",
        "CMapName currentdict /CMap defineresource pop",
        "end",
        "end",
    ]
    return "\n".join(lines).encode()
