"""Document tree to Markdown: CommonMark with tables, in which what people wrote stays text."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import assert_never

from boardroom.documents.blocks import (
    Badge,
    Block,
    BulletList,
    Callout,
    Cell,
    Chart,
    Document,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    SignatureLines,
    Span,
    Table,
    Tone,
)
from boardroom.documents.render import Progress
from boardroom.documents.render.vetting import neutral, safe_address
from boardroom.domain.text import Run

# Whatever could begin a code span, emphasis, a link, a tag, an entity, a cell or a struck passage.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&|~#])")
# What opens a list, an underlined heading or a rule when it stands first in a line.
_LINE_START = re.compile(r"(?m)^([-+=])|^([0-9]{1,9})([.)])")
_RULE = r"\_" * 24


def render(document: Document, progress: Progress | None = None) -> bytes:
    """Return the document as Markdown in UTF-8.

    Language and alternative text have no place in Markdown; a page break is drawn as a rule.
    """
    parts = [_head(document)]
    for done, block in enumerate(document.blocks):
        if progress:
            progress(done, len(document.blocks))
        parts.append(_block(block))
    if progress:
        progress(len(document.blocks), len(document.blocks))
    parts.append(_foot(document))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _head(document: Document) -> str:
    state = _marked(_line(document.state), "**") if document.state else ""
    return " · ".join(part for part in (_line(document.running_head), state) if part)


def _foot(document: Document) -> str:
    words = " · ".join(_line(part) for part in (document.footnote, document.reference) if part)
    return f"---\n\n{words}" if words else ""


def _block(block: Block) -> str:
    match block:
        case Heading():
            text = _heading(block)
        case Paragraph(spans, tone):
            text = _started(_inline(spans, italic=tone is Tone.ASIDE))
        case BulletList():
            text = "\n".join(_list(block, ""))
        case Table():
            text = _table(block)
        case Chart():
            # A picture would be a second file: what there is to see is said, and the table has the numbers.
            text = "\n\n".join(filter(None, (_started(_line(block.text)), _table(block.table))))
        case Callout():
            text = _callout(block)
        case SignatureLines(labels):
            text = "\n\n".join(f"{_line(label)}: {_RULE}" for label in labels)
        case PageBreak():
            text = "---"
        case _:
            assert_never(block)
    return text


def _heading(block: Heading) -> str:
    number = " · ".join(_line(part) for part in (block.margin, block.number) if part)
    gap = " " if number else ""
    return f"{'#' * min(block.level, 6)} {number}{gap}{_line(block.text)}"


def _list(block: BulletList, indent: str) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        marker = f"{number}. " if block.numbered else "- "
        inner = indent + " " * len(marker)
        lines = _started(_inline(item.spans)).split("\n")
        yield indent + marker + lines[0]
        yield from (inner + line for line in lines[1:])
        for child in item.children:
            yield from _list(child, inner)


def _table(block: Table) -> str:
    rows = chain(
        [[_line(column.header) for column in block.columns], ["---"] * len(block.columns)],
        ([_cell(cell) for cell in row] for row in block.rows),
    )
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cell(cell: Cell) -> str:
    return "<br>".join(_inline(line).replace("\\\n", "<br>") for line in cell.lines)


def _callout(block: Callout) -> str:
    label = _line(" ".join(part for part in (block.label, block.number) if part))
    lines = "\\\n".join(filter(None, (_inline(line) for line in block.lines)))
    parts = (_marked(label, "**"), _inline(block.lead, bold=True), lines)
    quoted = "\n\n".join(_started(part) for part in parts if part)
    return "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))


def _inline(spans: tuple[Span, ...], *, bold: bool = False, italic: bool = False) -> str:
    out = ""
    for place, span in enumerate(spans):
        match span:
            case Run():
                marks = "**" * (span.bold or bold) + "*" * (span.italic or italic)
                out += _marked(_text(span.text), marks, before=out[-1:], after=_first(spans[place + 1 :]))
            case Badge():
                out += rf"\[{_line(span.letters)}\] "
            case Link():
                address = safe_address(span)
                out += f"[{_line(span.text)}](<{address}>)" if address else _line(span.text)
            case _:
                assert_never(span)
    # Not by an expression: one that looks for blanks before each line end takes an hour for a text of blanks.
    trimmed = "\n".join(line.strip(" \t") for line in out.split("\n")).strip()
    return re.sub("\n+", "\\\\\n", trimmed)


def _first(spans: tuple[Span, ...]) -> str:
    """Return what the next span begins with, as far as emphasis before it cares."""
    match next((span for span in spans if not isinstance(span, Run) or span.text), None):
        case Run(text):
            return text[0]
        case None:
            return " "
        case _:
            return "["


def _marked(text: str, marks: str, before: str = "", after: str = " ") -> str:
    """Set text in emphasis, by tags where CommonMark would not see the stars (beside letters or other stars)."""
    words = text.strip()
    if not marks or not words:
        return text
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    blind_left = not head and before and (before == "*" or (_is_sign(words[0]) and not _parts(before)))
    blind_right = not tail and (after == "*" or (_is_sign(words[-1]) and not _parts(after)))
    if blind_left or blind_right:
        names = ("strong",) * ("**" in marks) + ("em",) * (marks in {"*", "***"})
        opening, closing = "".join(f"<{n}>" for n in names), "".join(f"</{n}>" for n in reversed(names))
    else:
        opening = closing = marks
    return f"{head}{opening}{words}{closing}{tail}"


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _parts(letter: str) -> bool:
    """Whether a letter lets emphasis begin or end beside it."""
    return letter.isspace() or _is_sign(letter)


def _text(text: str) -> str:
    return _ANYWHERE.sub(r"\\\1", neutral(text).replace("\t", " "))


def _line(text: str) -> str:
    return " ".join(_text(text).split())


def _started(text: str) -> str:
    """Escape what would open a list, a heading or a rule at the start of a line."""
    return _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
