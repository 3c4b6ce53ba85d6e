"""Document tree to DOCX: real headings, lists, header rows and fields, so that Word can go on working with it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, assert_never

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Pt

from boardroom.documents.blocks import (
    Block,
    BulletList,
    Callout,
    Chart,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    SignatureLines,
    Table,
    Tone,
)
from boardroom.documents.render.docx_parts import Writer, element, field, paragraph, run
from boardroom.documents.render.docx_style import (
    BULLETS,
    HEADING_LEVELS,
    LIST_LEVELS,
    NUMBERS,
    numbering,
    styles,
)
from boardroom.documents.render.docx_table import signature_table, table
from boardroom.documents.render.vetting import neutral

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from docx.document import Document as Package
    from docx.oxml.xmlchemy import BaseOxmlElement

    from boardroom.documents.render import Progress

_STYLES = {Tone.BODY: "", Tone.SUBTITLE: "Subtitle", Tone.SMALL: "Small", Tone.ASIDE: "Aside"}
_PROPERTY_LETTERS = 255
# Footnote and reference stand on one line while they are shorter than this together.
_FOOT_LETTERS = 95
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MARGIN_INDENT = "900"


def render(document: Document, progress: Progress | None = None, created: datetime | None = None) -> bytes:
    """Return the document as a DOCX file; the same tree gives the same bytes.

    Args:
        document: the tree.
        progress: called with blocks done and blocks in all; what it raises ends the rendering.
        created: goes into the file's properties; without it the file tells no date.
    """
    package = docx.Document()
    _prepare(package, document)
    _tell(package, document, created)
    body = _Body(package)
    for done, block in enumerate(document.blocks):
        if progress:
            progress(done, len(document.blocks))
        body.add(block)
    if progress:
        progress(len(document.blocks), len(document.blocks))
    _head_and_foot(package, document)
    return _saved(package)


def _prepare(package: Package, document: Document) -> None:
    """Put our styles, lists and page in place of the template's."""
    part = package.part
    for name, relation in list(part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects") or relation.reltype.endswith("/customXml"):
            del part.rels[name]
    for name, relation in list(part.package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del part.package.rels[name]
    for inner, xml in ((part._styles_part, styles(document.language)), (part.numbering_part, numbering())):  # noqa: SLF001
        inner._element = parse_xml(xml)  # noqa: SLF001 - python-docx has no door for whole parts
    section = package.sections[0]
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)
    section.left_margin, section.right_margin = Pt(121), Pt(54)
    section.top_margin, section.bottom_margin = Pt(62), Pt(62)
    section.header_distance, section.footer_distance = Pt(24), Pt(24)


def _tell(package: Package, document: Document, created: datetime | None) -> None:
    properties = package.core_properties
    inner = properties._element  # noqa: SLF001 - the template's own entries have no other way out
    for child in list(inner):
        inner.remove(child)
    for name in ("title", "subject", "author"):
        setattr(properties, name, neutral(getattr(document, name))[:_PROPERTY_LETTERS])
    properties.language = document.language[:_PROPERTY_LETTERS]
    if created:
        properties.created = properties.modified = created


def _saved(package: Package) -> bytes:
    """Return the package with the same date on every part, in the same order."""
    first, second = io.BytesIO(), io.BytesIO()
    package.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return second.getvalue()


def _head_and_foot(package: Package, document: Document) -> None:
    section = package.sections[0]
    head = section.header.paragraphs[0]._p  # noqa: SLF001 - we write elements
    head.extend([run(f"{_line(document.running_head)}\t"), run(_line(document.state), bold=True)])
    foot = section.footer.paragraphs[0]._p  # noqa: SLF001
    note, reference = _line(document.footnote), _line(document.reference)
    if len(note) + len(reference) > _FOOT_LETTERS:
        above = paragraph("Footer")
        above.append(run(note))
        foot.addprevious(above)
        note = ""
        # The rule belongs above the first of the two.
        foot.get_or_add_pPr().append(_no_rule())
    first, second = (_line(word) for word in document.page_words)
    foot.extend([run(f"{note}\t{reference}\t"), run(f"{first} ", bold=True), field("PAGE")])
    foot.extend([run(f" {second} ", bold=True), field("NUMPAGES")])


def _no_rule() -> BaseOxmlElement:
    border = element("pBdr")
    border.append(element("top", val="nil"))
    return border


def _line(text: str) -> str:
    return " ".join(text.split())


class _Body:
    """Adds blocks to the document's body."""

    def __init__(self, package: Package) -> None:
        self._body = package.element.body
        self._last = self._body.sectPr
        self._numbering = package.part.numbering_part.element
        self._writer = Writer(package.part)
        self._new_page = False

    def add(self, block: Block) -> None:
        """Add one block."""
        if isinstance(block, PageBreak):
            self._new_page = True
            return
        for made in self._elements(block):
            if self._new_page:
                self._turn_page(made)
            self._last.addprevious(made)

    def _turn_page(self, first: BaseOxmlElement) -> None:
        """Begin a page with an element: a paragraph can say so itself, a table needs a small one before it."""
        self._new_page = False
        if first.tag.endswith("}p"):
            properties = first.find(element("pPr").tag)
            if properties is None:
                properties = element("pPr")
                first.insert(0, properties)
            styled = len(properties) and properties[0].tag.endswith("}pStyle")
            # The standard's order: style, keep with next, keep lines, page break.
            place = 1 if styled else 0
            while place < len(properties) and properties[place].tag.endswith(("}keepNext", "}keepLines")):
                place += 1
            properties.insert(place, element("pageBreakBefore"))
        else:
            self._last.addprevious(paragraph("Gap", element("pageBreakBefore")))

    def _elements(self, block: Block) -> Iterator[BaseOxmlElement]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph(spans, tone, language, keep_with_next):
                made = paragraph(_STYLES[tone], *([element("keepNext")] if keep_with_next else []))
                self._writer.write(made, spans, language)
                yield made
            case BulletList():
                yield from self._list(block, 0)
            case Table():
                yield from self._table(block)
            case Chart():
                # Word shows SVG only beside a bitmap of it: what there is to see is said, the table has the numbers.
                said = paragraph(_STYLES[Tone.SMALL], element("keepNext"))
                said.append(run(_line(block.text), language=block.language))
                yield said
                yield from self._table(block.table)
            case Callout():
                yield from self._callout(block)
            case SignatureLines(labels):
                yield from signature_table(labels)
            case PageBreak():
                pass
            case _:
                assert_never(block)

    def _table(self, block: Table) -> Iterator[BaseOxmlElement]:
        if block.columns:
            yield table(block, self._writer)
            yield paragraph("Gap")

    def _heading(self, block: Heading) -> BaseOxmlElement:
        style = f"Heading{min(block.level, HEADING_LEVELS)}"
        made = paragraph(style, *([element("ind", left="0", hanging=_MARGIN_INDENT)] if block.margin else []))
        if block.margin:
            number = run(f"{_line(block.margin)}\t", style="MarginNumber")
            made.append(number)
        words = f"{block.number}\u2002{block.text}" if block.number else block.text
        made.append(run(_line(words), language=block.language))
        return made

    def _callout(self, block: Callout) -> Iterator[BaseOxmlElement]:
        if block.label or block.number:
            label = paragraph("DecisionLabel")
            label.append(run(f"{block.label} "))
            label.append(run(block.number, bold=True))
            yield label
        lead = paragraph("DecisionLead")
        self._writer.write(lead, block.lead, block.language)
        yield lead
        for place, line in enumerate(block.lines):
            more = place + 1 < len(block.lines)
            made = paragraph("Decision", *([element("keepNext")] if more else []))
            self._writer.write(made, line, block.language)
            yield made
        yield paragraph("Gap")

    def _list(self, block: BulletList, depth: int) -> Iterator[BaseOxmlElement]:
        level = min(depth, LIST_LEVELS - 1)
        number = self._counted(level) if block.numbered else BULLETS
        for item in block.items:
            kind = element("numPr")
            kind.extend([element("ilvl", val=str(level)), element("numId", val=str(number))])
            made = paragraph("ListParagraph", kind)
            self._writer.write(made, item.spans, item.language)
            yield made
            for child in item.children:
                yield from self._list(child, depth + 1)

    def _counted(self, level: int) -> int:
        """Return the number of a new list that counts from 1."""
        number = len(self._numbering.num_lst) + 1
        made = element("num", numId=str(number))
        made.append(element("abstractNumId", val=str(NUMBERS)))
        override = element("lvlOverride", ilvl=str(level))
        override.append(element("startOverride", val="1"))
        made.append(override)
        self._numbering.append(made)
        return number
