"""Minutes to PDF against the same blocks through platypus as usually written: speed, growth, memory.

As usually written means: a paragraph object per cell, a table of contents, "Page x of y" by a canvas that keeps its
pages, `multiBuild`.
"""

import gc
import io
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import assert_never
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid
from reportlab.platypus.tableofcontents import TableOfContents
from typing_extensions import override

from boardroom.documents.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    SignatureLines,
    Table,
    plain_text,
    words,
)
from boardroom.documents.render import pdf
from boardroom.documents.render.fonts import Face, measure
from tests.benchmarks.ratio import Row, compare, table

SPEED_BOUND = 1 / 3
GROWTH_BOUND = 1.25
MEMORY_BOUND_MB = 250
SYLLABLES = (
    *("be", "co", "di", "ser", "vi", "ce", "com", "mu", "ni", "ty", "pro", "po", "sal", "ac", "tion", "re", "port"),
    *("meet", "ing", "con", "tract", "plan", "ned", "lo", "cal", "au", "tho", "ri", "hea", "lth", "care", "dŵr", "llŷ"),
)


def minutes(items: int, seed: int = 1) -> Document:
    """Return made-up minutes: about 1.3 pages an item, thousands of different words."""
    rng = random.Random(seed)
    vocabulary = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(5_000)]
    blocks: list[Block] = [Heading("Minutes", 1)]
    for item in range(1, items + 1):
        blocks.extend(_item(rng, vocabulary, item))
    return Document(
        title="Minutes",
        language="en-GB",
        blocks=tuple(blocks),
        running_head="Arrowmere Partnership",
        state="Draft",
        reference="Record 7f3a",
    )


def _item(rng: random.Random, vocabulary: list[str], item: int) -> Iterator[Block]:
    def sentence(most: int) -> str:
        return " ".join(rng.choices(vocabulary, k=rng.randint(most // 3, most))).capitalize() + "."

    def cell(most: int) -> Cell:
        return Cell((words(sentence(most)),))

    yield Heading(sentence(8), 2, number=str(item), margin=str(100 + item))
    for _ in range(5):
        yield Paragraph(words(" ".join(sentence(22) for _ in range(5))))
    proposals = tuple((Cell((words(str(n)),), heads_row=True), cell(20), cell(14)) for n in range(8))
    yield Table((Column("No.", 6), Column("Proposal", 54), Column("Answer and reason", 40)), proposals)
    yield Callout(words(sentence(40)), "Decision", f"2026/{item}", (words(sentence(20)), words(sentence(30))))
    actions = tuple((cell(16), cell(4), Cell((words("15 January 2027"),))) for _ in range(4))
    yield Table((Column("Action", 50), Column("Who", 30), Column("By", 20)), actions)


class _Counted(Canvas):  # type: ignore[misc] # ReportLab has no types
    """The usual way to "Page x of y": keep every page and draw it once all are known."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.kept: list[dict[str, object]] = []

    @override
    def showPage(self) -> None:
        self.kept.append(dict(self.__dict__))
        self._startPage()

    @override
    def save(self) -> None:
        for state in self.kept:
            self.__dict__.update(state)
            self.setFont(_NAMES[Face.BOLD], 8)
            self.drawRightString(541, 26, f"Page {self._pageNumber} of {len(self.kept)}")
            super().showPage()
        super().save()


class _Template(BaseDocTemplate):  # type: ignore[misc]
    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, pagesize=A4, pageCompression=1, lang="en-GB")
        self.addPageTemplates(PageTemplate("minutes", [Frame(121, 52, 420, 746, 0, 0, 0, 0)]))

    @override
    def afterFlowable(self, flowable: Flowable) -> None:
        if entry := getattr(flowable, "entry", None):
            level, text, key = entry
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, level)
            self.notify("TOCEntry", (level, text, self.page, key))


_NAMES: dict[Face, str] = {}


def _style(name: str, face: Face, size: float, leading: float, **options: float) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=_NAMES[face], fontSize=size, leading=leading, **options)


def platypus(document: Document) -> bytes:
    """Return the document as a PDF file, written as most programs write one."""
    for face in Face:
        font = measure(face, " ")[1][0][0]
        pdfmetrics.registerFont(font)
        _NAMES[face] = font.fontName
    file = io.BytesIO()
    contents = TableOfContents()
    contents.levelStyles = [_style("one", Face.REGULAR, 9.2, 13), _style("two", Face.REGULAR, 9.2, 13)]
    story: list[Flowable] = [contents, NewPage()]
    for number, block in enumerate(document.blocks):
        story.extend(_flowables(block, number))
    _Template(file).multiBuild(story, canvasmaker=_Counted)
    return file.getvalue()


def _flowables(block: Block, number: int) -> Iterator[Flowable]:
    match block:
        case Heading():
            text = f"{block.number} {block.text}"
            heading = Text(
                escape(text), _style("heading", Face.BOLD, 11.6, 15.5, spaceBefore=13, spaceAfter=4, keepWithNext=1)
            )
            heading.entry = (min(block.level, 2) - 1, text, f"h{number}")
            yield heading
        case Paragraph(spans):
            yield Text(escape(plain_text(spans)), _style("body", Face.REGULAR, 9.2, 13, spaceBefore=5))
        case Table():
            yield Spacer(1, 8)
            yield _grid(block)
        case Callout():
            yield Text(escape(plain_text(block.lead)), _style("lead", Face.BOLD, 10.2, 14.4, spaceBefore=9))
            for line in block.lines:
                yield Text(escape(plain_text(line)), _style("small", Face.REGULAR, 8.3, 12))
        case BulletList() | Chart() | SignatureLines() | PageBreak():
            pass
        case _:
            assert_never(block)


def _grid(block: Table) -> Grid:
    head, cell = _style("head", Face.BOLD, 8.2, 11.1), _style("cell", Face.REGULAR, 8.2, 11.1)
    rows = [[Text(escape(column.header), head) for column in block.columns]]
    rows += [
        [Text("<br/>".join(escape(plain_text(line)) for line in c.lines), cell) for c in row] for row in block.rows
    ]
    whole = sum(column.share for column in block.columns)
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.lightgrey),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 2.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    return Grid(rows, [420 * column.share / whole for column in block.columns], style=style, repeatRows=1)


def pages(content: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(PdfReader(io.BytesIO(content)).pages)


def measure_speed(items: int = 75, turns: int = 5) -> Row:
    """Compare seconds a page with platypus as usually written, on about 100 pages."""
    document = minutes(items)
    ours, theirs = pages(pdf.render(document)), pages(platypus(document))
    # Theirs has the table of contents in front, and no margin numbers.
    if abs(ours - theirs) > 0.1 * ours:
        message = f"not the same pages: {ours} and {theirs}"
        raise AssertionError(message)
    row = compare("", lambda: pdf.render(document), lambda: platypus(document), bound=SPEED_BOUND, turns=turns)
    return Row(f"a page of minutes, of {ours}", row.ours / ours, row.reference / theirs, SPEED_BOUND)


def measure_growth(items: int = 75, times: int = 10) -> Row:
    """Compare seconds a page at about 1,000 pages and at 100."""
    (long_pages, long), (short_pages, short) = _seconds_a_page(items * times), _seconds_a_page(items)
    return Row(f"a page of {long_pages} against one of {short_pages}", long, short, GROWTH_BOUND)


def _seconds_a_page(items: int, turns: int = 3) -> tuple[int, float]:
    """Return pages, and seconds of work a page in the best of some turns."""
    document = minutes(items)
    number = pages(pdf.render(document))
    taken = []
    for _ in range(turns):
        gc.collect()
        start = time.process_time()
        pdf.render(document)
        taken.append(time.process_time() - start)
    return number, min(taken) / number


def peak_memory(items: int) -> tuple[int, float]:
    """Return how many pages a process of its own made of so many items, and the most memory it took, in MB."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_pdf", str(items)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return int(told[0]), float(told[1])


def _tell_memory(items: int) -> None:
    content = pdf.render(minutes(items))
    # Not `ru_maxrss`: what a child tells there begins with its parent's memory.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    most = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    print(pages(content), int(most.split()[1]) / 1024)


def memory_table() -> str:
    """Return peak memory at about 100 and 1,000 pages as a Markdown table."""
    lines = ["| pages | peak memory, MB | at most |", "| ---: | ---: | ---: |"]
    for items in (75, 750):
        number, most = peak_memory(items)
        lines.append(f"| {number} | {most:.0f} | {MEMORY_BOUND_MB}{'' if most <= MEMORY_BOUND_MB else ' (exceeded)'} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, or, as the child that measures memory, pages and MB."""
    if len(sys.argv) > 1:
        _tell_memory(int(sys.argv[1]))
        return
    speed = measure_speed()
    print(table([speed], reference="platypus multiBuild"))
    print(f"\n{1 / speed.ours:.0f} pages a second against {1 / speed.reference:.0f}\n")
    print(table([measure_growth()], reference="at a tenth"))
    print(f"\n{memory_table()}")


if __name__ == "__main__":
    main()
