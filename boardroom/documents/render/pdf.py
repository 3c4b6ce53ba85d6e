"""Document tree to PDF: A4, embedded fonts, bookmarks, one pass."""

from __future__ import annotations

import io
from bisect import bisect_right
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from boardroom.documents.blocks import PageBreak
from boardroom.documents.render.fonts import Face, Fonts, measure, missing_characters
from boardroom.documents.render.pdf_blocks import BlockSetter
from boardroom.documents.render.pdf_lines import MUTED, Type, colour, measured_width
from boardroom.documents.render.pdf_page import HEIGHT, OUTER, RIGHT, WIDTH, Pages
from boardroom.documents.render.vetting import neutral

if TYPE_CHECKING:
    from boardroom.documents.blocks import Document
    from boardroom.documents.render import Progress

__all__ = ["missing_characters", "render"]

# Streams as bytes: base 85 would make every one of them a quarter larger.
rl_config.useA85 = 0

_QUIET = Type(7.8, 12, ink=MUTED)
_CLEAR = Type(7.8, 12, bold=True)
_HEAD_BASELINE, _FOOT_RULE, _FOOT_BASELINE = 28.0, 802.0, 816.0
_GAP = 22.0
"""Between what stands left and right in head and foot, in points."""
_PAGE_ROOM = 84.0
"""For "Page 1 of 6" and what parts it from the reference."""
_WORD_ROOM = 40.0
_LETTERS = 400
_LINE = "#D3D9D6"


def render(document: Document, progress: Progress | None = None, created: datetime | None = None) -> bytes:
    """Return the document as a PDF file; the same tree gives the same bytes.

    Args:
        document: the tree.
        progress: called with blocks done and blocks in all; what it raises ends the rendering.
        created: goes into the file's properties; without it the file tells no date.
    """
    buffer = io.BytesIO()
    canvas = _canvas(document, buffer, created)
    fonts = Fonts(canvas._doc)  # noqa: SLF001 - letters are coded for the file they go into
    pages, setter = Pages(fonts), BlockSetter(fonts)
    for done, block in enumerate(document.blocks):
        if progress:
            progress(done, len(document.blocks))
        for part in setter.slices(block):
            pages.add(part)
        if isinstance(block, PageBreak):
            pages.break_page()
    if progress:
        progress(len(document.blocks), len(document.blocks))
    _write(canvas, document, fonts, pages)
    canvas.save()
    return buffer.getvalue()


class _Info(PDFInfo):  # type: ignore[misc] # ReportLab has no types
    """The file's properties; the date only if there is one."""

    created: datetime | None = None

    @override
    def format(self, document: object) -> bytes:
        entries = {name: PDFString(getattr(self, name.lower())) for name in ("Title", "Author", "Subject", "Producer")}
        if self.created:
            stamp = self.created.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
            entries["CreationDate"] = entries["ModDate"] = PDFString(stamp)
        content: bytes = PDFDictionary(entries).format(document)
        return content


def _canvas(document: Document, buffer: io.BytesIO, created: datetime | None) -> Canvas:
    # The first font is ours, or every page would name Helvetica, which nobody embeds.
    first = measure(Face.REGULAR, " ")[1][0][0]
    pdfmetrics.registerFont(first)
    canvas = Canvas(
        buffer,
        pagesize=(WIDTH, HEIGHT),
        pageCompression=1,
        invariant=1,
        initialFontName=first.fontName,
        lang=document.language,
    )
    info = canvas._doc.info = _Info()  # noqa: SLF001 - ReportLab's own writes a date always
    info.created = created
    info.title, info.author, info.subject = (
        neutral(text) for text in (document.title, document.author, document.subject)
    )
    info.producer = "Boardroom"
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _write(canvas: Canvas, document: Document, fonts: Fonts, pages: Pages) -> None:
    """Give every page its head and foot, now that their number is known."""
    finished = pages.finish()
    around = _Around.of(document, fonts)
    for number, page in enumerate(finished, start=1):
        canvas.addLiteral(page.stream)
        canvas.addLiteral(around.drawn(fonts, number, len(finished)))
        for place, (bookmark, top) in enumerate(page.bookmarks):
            key = f"p{number}-{place}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)
            canvas.addOutlineEntry(bookmark.text, key, bookmark.level)
        for rectangle, address in page.links:
            canvas.linkURL(address, rectangle)
        canvas.showPage()


class _Around(NamedTuple):
    """Head and foot: what is the same on every page, drawn, and what the page's number stands in."""

    same: str
    page_words: tuple[str, str]

    @classmethod
    def of(cls, document: Document, fonts: Fonts) -> _Around:
        """Set head and foot, each shortened to what there is room for."""
        state = _fitted(fonts, document.state, _CLEAR, (RIGHT - OUTER) / 2)
        state_left = RIGHT - _width(fonts, state, _CLEAR)
        head = _fitted(fonts, document.running_head, _QUIET, state_left - _GAP - OUTER)
        drawn = [
            f"{colour(_LINE)} rg {OUTER} {HEIGHT - _FOOT_RULE} {RIGHT - OUTER:.2f} 0.5 re f BT",
            _shown(fonts, head, _QUIET, OUTER, _HEAD_BASELINE),
            _shown(fonts, state, _CLEAR, state_left, _HEAD_BASELINE),
        ]
        reference_right = RIGHT - _PAGE_ROOM
        reference = _fitted(fonts, document.reference, _QUIET, (reference_right - OUTER) / 2)
        reference_left = reference_right - _width(fonts, reference, _QUIET)
        note = _fitted(fonts, document.footnote, _QUIET, reference_left - _GAP - OUTER)
        drawn += [
            _shown(fonts, reference, _QUIET, reference_left, _FOOT_BASELINE),
            _shown(fonts, note, _QUIET, OUTER, _FOOT_BASELINE),
        ]
        first, second = (_fitted(fonts, word, _CLEAR, _WORD_ROOM) for word in document.page_words)
        return cls("\n".join(drawn), (first, second))

    def drawn(self, fonts: Fonts, number: int, of: int) -> str:
        """Return the operators for one page."""
        first, second = self.page_words
        text = f"{first} {number} {second} {of}"
        left = RIGHT - _width(fonts, text, _CLEAR)
        return f"{self.same}\n{_shown(fonts, text, _CLEAR, left, _FOOT_BASELINE)}\nET"


def _width(fonts: Fonts, text: str, kind: Type) -> float:
    return measured_width(fonts, text, kind.size, Face.of(bold=kind.bold, italic=kind.italic))


def _shown(fonts: Fonts, text: str, kind: Type, left: float, baseline: float) -> str:
    operators = [f"{colour(kind.ink)} rg"]
    for font, part, width in measure(Face.of(bold=kind.bold, italic=kind.italic), text)[1]:
        operators.append(f"1 0 0 1 {left:.2f} {HEIGHT - baseline:.2f} Tm {fonts.draw(font, kind.size, part)}")
        left += width * kind.size
    return "\n".join(operators)


def _fitted(fonts: Fonts, text: str, kind: Type, width: float) -> str:
    """Return a text on one line, shortened with an ellipsis to a width in points."""
    line = " ".join(neutral(text[:_LETTERS]).split())
    if _width(fonts, line, kind) <= width:
        return line
    fits = bisect_right(range(len(line)), width, key=lambda end: _width(fonts, f"{line[:end]}…", kind))
    return f"{line[: fits - 1].rstrip()}…"
