"""Document tree to one HTML file: no scripts, nothing loaded, read on a telephone as well as printed."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from typing import assert_never

from boardroom.documents.blocks import (
    Badge,
    Block,
    BulletList,
    Callout,
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    SignatureLines,
    Span,
    Table,
    Tone,
    plain_text,
)
from boardroom.documents.render import Progress
from boardroom.documents.render.badge import outline
from boardroom.documents.render.html_style import STYLE
from boardroom.documents.render.vetting import neutral, safe_address
from boardroom.domain.text import Run

_BADGE_HEIGHT = 20
_TWO_LETTERS = 2
_LONG = 24


def render(document: Document, progress: Progress | None = None) -> bytes:
    """Return the document as an HTML page in UTF-8 that needs no other file and no network.

    A content security policy allows this page's own style, by its hash, and nothing else.
    """
    body = _Body()
    for done, block in enumerate(document.blocks):
        if progress:
            progress(done, len(document.blocks))
        body.add(block)
    if progress:
        progress(len(document.blocks), len(document.blocks))
    style = _style(document, body.shares)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        *(f'<meta name="{name}" content="{_words(text)}">' for name, text in _about(document) if text),
        f"<title>{_words(document.title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        *_around("header", _part("span", document.running_head), _part("strong", document.state)),
        "<main>",
        *body.lines,
        "</main>",
        *_around("footer", _part("span", document.footnote), _part("span", document.reference)),
        "</body>",
        "</html>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _about(document: Document) -> tuple[tuple[str, str], ...]:
    return ("author", document.author), ("description", document.subject)


def _style(document: Document, shares: set[int]) -> str:
    first, second = (_css_string(f"{word} ") for word in document.page_words)
    pages = f"{first} counter(page) {_css_string(' ')}{second} counter(pages)"
    return STYLE.replace("PAGES", pages) + "".join(f".w{share}{{width:{share}%}}\n" for share in sorted(shares))


def _css_string(text: str) -> str:
    """Quote a text for CSS; every letter that could end the string or the style element becomes an escape."""
    return '"' + "".join(x if x.isalnum() or x == " " else f"\\{ord(x):x} " for x in neutral(text)) + '"'


def _part(name: str, text: str) -> str:
    return f"<{name}>{_words(text)}</{name}>" if text else ""


def _around(name: str, *parts: str) -> Iterator[str]:
    if any(parts):
        yield f"<{name}>{' '.join(part for part in parts if part)}</{name}>"


def _words(text: str) -> str:
    return escape(neutral(text))


def _language(language: str) -> str:
    return f' lang="{escape(language)}"' if language else ""


class _Body:
    """The lines between head and foot, and the column widths that the style must know."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.shares: set[int] = set()
        self._ids = 0

    def add(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Heading():
                self.lines.append(self._heading(block))
            case Paragraph(spans, tone, language):
                mark = "" if tone is Tone.BODY else f' class="{tone.value}"'
                self.lines.append(f"<p{mark}{_language(language)}>{_inline(spans)}</p>")
            case BulletList():
                self.lines.extend(_list(block))
            case Table():
                self.lines.extend(self._table(block))
            case Chart():
                self.lines.append(_chart(block))
                self.lines.extend(self._table(block.table))
            case Callout():
                self.lines.extend(self._callout(block))
            case SignatureLines(labels):
                lines = "".join(f"<p>{_words(label)}</p>" for label in labels)
                self.lines.append(f'<div class="signatures">{lines}</div>')
            case PageBreak():
                self.lines.append('<hr class="break">')
            case _:
                assert_never(block)

    def _id(self) -> str:
        self._ids += 1
        return f"b{self._ids}"

    def _heading(self, block: Heading) -> str:
        level = min(block.level, 6)
        margin = f'<span class="margin">{_words(block.margin)}</span> ' if block.margin else ""
        number = f'<span class="number">{_words(block.number)}</span> ' if block.number else ""
        return f'<h{level} id="{self._id()}"{_language(block.language)}>{margin}{number}{_words(block.text)}</h{level}>'

    def _callout(self, block: Callout) -> Iterator[str]:
        name = self._id()
        number = f"<b>{_words(block.number)}</b>" if block.number else ""
        yield f'<div class="callout" role="group" aria-labelledby="{name}"{_language(block.language)}>'
        yield f'<p class="label" id="{name}">{_words(block.label)} {number}</p>'
        yield f'<p class="lead">{_inline(block.lead)}</p>'
        if block.lines:
            yield f'<p class="lines">{"<br>".join(_inline(line) for line in block.lines)}</p>'
        yield "</div>"

    def _table(self, block: Table) -> Iterator[str]:
        # The roles say again what the elements say, because the narrow style takes the elements' own away.
        yield '<table role="table">'
        if block.summary:
            yield f"<caption>{_words(block.summary)}</caption>"
        whole = sum(max(column.share, 0.0) for column in block.columns) or 1.0
        shares = [round(100 * max(column.share, 0.0) / whole) for column in block.columns]
        self.shares.update(shares)
        yield "<colgroup>" + "".join(f'<col class="w{share}">' for share in shares) + "</colgroup>"
        yield f'<thead role="rowgroup"><tr role="row">{"".join(_headers(block.columns))}</tr></thead>'
        yield '<tbody role="rowgroup">'
        for row in block.rows:
            cells = (_cell(cell, column.header) for cell, column in zip(row, block.columns, strict=False))
            yield f'<tr role="row">{"".join(cells)}</tr>'
        yield "</tbody></table>"


def _headers(columns: Sequence[Column]) -> Iterator[str]:
    """Yield the header cells; one runs over the columns after it that have none."""
    place = 0
    while place < len(columns):
        end = place + 1
        while end < len(columns) and columns[place].header and not columns[end].header:
            end += 1
        span = f' colspan="{end - place}"' if end - place > 1 else ""
        yield f'<th role="columnheader" scope="col"{span}>{_words(columns[place].header)}</th>'
        place = end


def _cell(cell: Cell, header: str) -> str:
    name, role = ("th", 'role="rowheader" scope="row"') if cell.heads_row else ("td", 'role="cell"')
    lines = [_cell_line(line) for line in cell.lines]
    text = "".join(
        line if line.startswith("<div") or place + 1 == len(lines) else f"{line}<br>"
        for place, line in enumerate(lines)
    )
    long = ' class="long"' if any(map(_has_long_word, cell.lines)) else ""
    return f'<{name} {role}{long} data-head="{_words(header)}"{_language(cell.language)}>{text}</{name}>'


def _has_long_word(spans: Sequence[Span]) -> bool:
    """Whether a word may be cut inside, so that it doesn't push its table beyond the page."""
    return any(len(word) > _LONG for word in plain_text(spans).split())


def _cell_line(spans: tuple[Span, ...]) -> str:
    """Return a line of a cell; what follows badges at its start hangs beside them."""
    marks = 0
    while marks < len(spans) and isinstance(spans[marks], Badge):
        marks += 1
    if not marks or marks == len(spans):
        return _inline(spans)
    return f'<div class="hang">{_inline(spans[:marks])}<span>{_inline(spans[marks:])}</span></div>'


def _chart(block: Chart) -> str:
    from boardroom.documents.render.chart_svg import chart_svg  # noqa: PLC0415 - ReportLab, for documents with charts

    return f"<figure{_language(block.language)}>{chart_svg(block)}</figure>"


def _list(block: BulletList) -> Iterator[str]:
    name = "ol" if block.numbered else "ul"
    yield f"<{name}>"
    for item in block.items:
        yield f"<li{_language(item.language)}>{_inline(item.spans)}"
        for child in item.children:
            yield from _list(child)
        yield "</li>"
    yield f"</{name}>"


def _inline(spans: Sequence[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    match span:
        case Run(text, bold, italic):
            html = _words(text).replace("\n", "<br>")
            html = f"<em>{html}</em>" if italic else html
            return f"<strong>{html}</strong>" if bold else html
        case Link(text):
            address = safe_address(span)
            return f'<a href="{escape(address)}" rel="noreferrer">{_words(text)}</a>' if address else _words(text)
        case Badge():
            return _badge(span)
        case _:
            assert_never(span)


def _badge(badge: Badge) -> str:
    letters = neutral(badge.letters)[:4]
    width = 28 + 8 * max(0, len(letters) - _TWO_LETTERS)
    steps = outline(badge.shape, 0.75, 0.75, width - 1.5, _BADGE_HEIGHT - 1.5)
    path = "".join(step + " ".join(f"{x:.4g} {y:.4g}" for x, y in points) for step, points in steps)
    return (
        f'<svg class="badge" role="img" viewBox="0 0 {width} {_BADGE_HEIGHT}" width="{width}" height="{_BADGE_HEIGHT}">'
        f"<title>{_words(badge.name)}</title>"
        f'<path d="{path}Z" fill="{escape(badge.fill)}" stroke="{escape(badge.edge)}" stroke-width="1.5"/>'
        f'<text x="{width / 2:g}" y="14.4" text-anchor="middle" font-size="12" font-weight="700" '
        f'fill="{escape(badge.ink)}">{escape(letters)}</text></svg> '
    )
