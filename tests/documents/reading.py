"""Reads a document back as text, block by block: for claims about what it says, and for golden files."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from boardroom.documents.blocks import (
    Badge,
    Block,
    BulletList,
    Callout,
    Chart,
    Document,
    Heading,
    Paragraph,
    SignatureLines,
    Span,
    Table,
)
from boardroom.domain.text import Run


def said(document: Document) -> str:
    """Return what a document says, a line for each block, cell and line."""
    around = (
        ("title", document.title),
        ("head", document.running_head),
        ("state", document.state),
        ("foot", document.footnote),
    )
    lines = [f"{name}: {text}" for name, text in around if text]
    return "\n".join([*lines, "", *(line for block in document.blocks for line in block_lines(block))]) + "\n"


def block_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            margin = f"[{block.margin}] " if block.margin else ""
            yield ""
            yield f"{'#' * block.level} {margin}{block.number} {block.text}{_tag(block.language)}".replace("#  ", "# ")
        case Paragraph():
            yield f"{block.tone}: {spoken(block.spans)}{_tag(block.language)}"
        case BulletList():
            yield from _list_lines(block, 0)
        case Table():
            yield f"table: {block.summary}"
            yield "  " + " | ".join(column.header for column in block.columns)
            for row in block.rows:
                yield "  " + " | ".join(" / ".join(spoken(line) for line in cell.lines) for cell in row)
        case Chart():
            yield from _chart_lines(block)
        case Callout():
            yield f"callout [{block.label} {block.number}]: {spoken(block.lead)}{_tag(block.language)}".replace(
                " ]", "]"
            )
            for line in block.lines:
                yield f"  {spoken(line)}"
        case SignatureLines():
            yield f"signature: {', '.join(block.labels)}"
        case _:
            yield "page break"


def _chart_lines(block: Chart) -> Iterator[str]:
    yield f"chart ({block.kind}): {block.text}"
    for row in block.rows:
        yield f"  {row.label}: {' | '.join(map(str, row.values))} {' | '.join(row.words)}".rstrip()
    yield from block_lines(block.table)


def _list_lines(block: BulletList, depth: int) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        yield f"{'  ' * depth}{f'{number}.' if block.numbered else '-'} {spoken(item.spans)}{_tag(item.language)}"
        for child in item.children:
            yield from _list_lines(child, depth + 1)


def spoken(spans: tuple[Span, ...]) -> str:
    """Return spans with badges in brackets, so that one sees them; bold between stars."""
    parts = []
    for span in spans:
        match span:
            case Badge():
                parts.append(f"[{span.letters}] ")
            case Run(text, bold, _):
                parts.append(f"*{text}*" if bold else text)
            case _:
                parts.append(span.text)
    return "".join(parts)


def every_string(thing: object) -> Iterator[str]:
    """Give every string that a document holds anywhere, seen or not."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from every_string(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from every_string(getattr(thing, field.name))


def _tag(language: str) -> str:
    return f" ({language})" if language else ""
