"""Spans to WordprocessingML: runs, links, badges and paragraphs, built as elements so that text stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from boardroom.documents.blocks import Badge, Link, Span
from boardroom.documents.render.vetting import neutral, safe_address
from boardroom.domain.text import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

_NAMESPACES = {"w": nsmap["w"]}
_W = f"{{{nsmap['w']}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of the `w:` namespace; attributes are of that namespace too."""
    # python-docx's own maker does the same three times slower.
    inner = {f"{_W}{key}": value for key, value in attributes.items()}
    made: BaseOxmlElement = oxml_parser.makeelement(f"{_W}{name}", inner, _NAMESPACES)
    return made


def paragraph(style: str = "", *properties: BaseOxmlElement) -> BaseOxmlElement:
    """Return an empty paragraph in a style.

    Args:
        style: its id, or "" for Normal.
        properties: further children of `w:pPr`, in the order the standard wants.
    """
    made = element("p")
    if style or properties:
        inner = element("pPr")
        if style:
            inner.append(element("pStyle", val=style))
        inner.extend(properties)
        made.append(inner)
    return made


def run(text: str, *, bold: bool = False, italic: bool = False, language: str = "", style: str = "") -> BaseOxmlElement:
    """Return a run; line feeds and tabs become the elements that Word has for them."""
    made = element("r")
    inner = element("rPr")
    if style:
        inner.append(element("rStyle", val=style))
    if bold:
        inner.append(element("b"))
    if italic:
        inner.append(element("i"))
    if language:
        inner.append(element("lang", val=language))
    if len(inner):
        made.append(inner)
    _write(made, text)
    return made


def _write(made: BaseOxmlElement, text: str) -> None:
    for number, line in enumerate(neutral(text).split("\n")):
        if number:
            made.append(element("br"))
        for place, words in enumerate(line.split("\t")):
            if place:
                made.append(element("tab"))
            if words:
                inner = element("t")
                inner.text = words
                inner.set(_SPACE, "preserve")
                made.append(inner)


def field(instruction: str) -> BaseOxmlElement:
    """Return a field that Word works out, such as `PAGE`."""
    made = element("fldSimple", instr=instruction)
    made.append(run("1", bold=True))
    return made


class Writer:
    """Writes spans into paragraphs of one part, which keeps the addresses of its links."""

    def __init__(self, part: Part) -> None:
        """Begin a part: the body, a header or a footer."""
        self._part = part

    def write(self, into: BaseOxmlElement, spans: Sequence[Span], language: str = "") -> None:
        """Add spans to a paragraph.

        Args:
            into: the paragraph.
            spans: what to add.
            language: of these words where it isn't the document's.
        """
        for span in spans:
            match span:
                case Run(text, bold, italic):
                    into.append(run(text, bold=bold, italic=italic, language=language))
                case Link():
                    into.append(self._link(span, language))
                case Badge():
                    into.extend([badge(span), run(" ")])
                case _:
                    assert_never(span)

    def _link(self, link: Link, language: str) -> BaseOxmlElement:
        address = safe_address(link)
        if not address:
            return run(link.text, language=language)
        made = element("hyperlink")
        made.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        made.append(run(link.text, language=language, style="Hyperlink"))
        return made


def badge(mark: Badge) -> BaseOxmlElement:
    """Return a badge as letters on its colour with its edge; text, so that every reader reads it out."""
    made = element("r")
    inner = element("rPr")
    inner.append(element("b"))
    inner.append(element("color", val=_hex(mark.ink)))
    inner.append(element("sz", val="15"))
    inner.append(element("bdr", val="single", sz="6", space="0", color=_hex(mark.edge)))
    inner.append(element("shd", val="clear", color="auto", fill=_hex(mark.fill)))
    made.append(inner)
    _write(made, f"\u00a0{mark.letters}\u00a0")
    return made


def _hex(colour: str) -> str:
    """Return `#RRGGBB` as Word writes colours; `auto` for what is no colour."""
    digits = colour.removeprefix("#").upper()
    return digits if len(digits) == len("RRGGBB") and set(digits) <= set("0123456789ABCDEF") else "auto"
