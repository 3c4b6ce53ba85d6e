"""Charts in every format: what there is to see is said, the table follows, and nothing hangs on colour."""

import io
import subprocess
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from pypdf import PdfReader
from reportlab.graphics.shapes import Line, Rect, String
from reportlab.graphics.shapes import Path as Way

from boardroom.documents.blocks import Chart, ChartKind, ChartRow, Column, Document, Fill, Series, Table
from boardroom.documents.formats import FORMATS
from boardroom.documents.render.chart import draw, face_of
from boardroom.documents.render.chart_frame import WIDTH
from boardroom.documents.render.chart_svg import chart_svg
from boardroom.documents.render.fonts import measure
from tests.documents.make_documents import HOSTILE, VO, cell, charts

every_kind = pytest.mark.parametrize("kind", ChartKind, ids=str)
_HOSTILE = 'a <b> & "c" <script>alert(1)</script>'


def chart(kind: ChartKind, rows: int = 3, text: str = "Voluntary: twelve of 17 were answered") -> Chart:
    names = [f"Row {at}" for at in range(rows)]
    return Chart(
        kind=kind,
        text=text,
        series=tuple(Series(f"Series {fill}", fill) for fill in Fill),
        rows=tuple(ChartRow(name, (1, 2, 4, 3, 0, 1, 2), ("12 asked", "£148"), VO) for name in names),
        columns=("Short breaks", "Early help", "Play", "Schools"),
        table=Table(
            (Column("Of whom"), Column("How many")),
            tuple((cell(name, heads_row=True), cell("behind it")) for name in names),
            summary="The numbers",
        ),
    )


def document(*blocks: Chart) -> Document:
    return Document(title="T", language="en-GB", blocks=blocks)


@every_kind
@pytest.mark.parametrize("name", FORMATS)
def test_the_table_follows_its_chart_and_the_alternative_text_is_said(kind: ChartKind, name: str) -> None:
    one = chart(kind)
    content = FORMATS[name].render(document(one))
    match name:
        case "docx":
            made = docx.Document(io.BytesIO(content))
            said = "\n".join(part.text for part in made.paragraphs)
            behind = "\n".join(part.text for row in made.tables[0].rows for part in row.cells)
        case "pdf":
            reader = PdfReader(io.BytesIO(content))
            behind = "".join(page.extract_text() for page in reader.pages)
            drawn = b"".join(page.get_contents().get_data() for page in reader.pages)  # type: ignore[union-attr]
            said = one.text if f"/Alt <FEFF{one.text.encode('utf-16-be').hex().upper()}>".encode() in drawn else ""
        case _:
            said = behind = content.decode()
    assert one.text in said
    assert behind.count("behind it") == 3


@every_kind
def test_every_figure_of_a_pdf_is_closed_again_and_the_file_is_sound(kind: ChartKind, tmp_path: Path) -> None:
    content = FORMATS["pdf"].render(document(chart(kind, rows=90)))
    (tmp_path / "c.pdf").write_bytes(content)
    subprocess.run(["qpdf", "--check", str(tmp_path / "c.pdf")], check=True, capture_output=True)
    for page in PdfReader(io.BytesIO(content)).pages:
        drawn = page.get_contents().get_data()  # type: ignore[union-attr]
        assert drawn.count(b"BDC") == drawn.count(b"EMC")
        assert drawn.count(b"BT\n") + drawn.count(b"BT ") >= drawn.count(b"ET q")


def test_a_long_chart_goes_on_over_the_page_and_its_head_stands_there_again() -> None:
    content = FORMATS["pdf"].render(document(chart(ChartKind.STACKED, rows=90)))
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    drawn = [text for text in texts if "12 asked" in text or "£148" in text]
    assert len(drawn) > 1
    assert all("Series hatched" in text for text in drawn)
    assert all(any(f"Row {at}" in text for text in drawn) for at in range(90))


@every_kind
@pytest.mark.parametrize("text", HOSTILE)
def test_a_picture_on_a_web_page_is_well_formed_whatever_people_wrote(kind: ChartKind, text: str) -> None:
    for one in charts(text):
        root = ET.fromstring(chart_svg(replace(one, kind=kind)))  # noqa: S314 - our own
        assert {part.tag for part in root.iter()} <= {"svg", "rect", "line", "path", "text"}
        assert not any(name.startswith(("on", "href", "style")) for part in root.iter() for name in part.attrib)


def test_words_of_people_are_letters_on_a_web_page() -> None:
    one = replace(chart(ChartKind.BARS, text=_HOSTILE), series=(Series("a<b"),))
    page = FORMATS["html"].render(document(one)).decode()
    assert "<script" not in page
    root = ET.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])  # noqa: S314 - our own
    assert root.get("aria-label") == _HOSTILE
    assert "a<b" in [part.text for part in root.iter("text")]


@every_kind
def test_nothing_is_drawn_beyond_the_measure(kind: ChartKind) -> None:
    for one in (chart(kind), *charts("Tŷ Cwtsh Families and their friends " * 9)):
        drawn = draw(replace(one, kind=kind, most=1.0))
        for shape in (shape for drawing in (drawn.head, *drawn.rows) for shape in drawing.contents):
            if isinstance(shape, String):
                left, right = shape.x, shape.x + measure(face_of(shape), shape.text)[0] * shape.fontSize
            else:
                left, _, right, _ = shape.getBounds()
            assert left >= -1
            assert right <= WIDTH + 6


def test_fillings_differ_without_their_colours() -> None:
    def pattern(fill: Fill) -> object:
        one = replace(chart(ChartKind.STACKED, rows=1), series=(Series("", fill),), rows=(ChartRow("", (40,)),))
        shapes = [shape for shape in draw(one).rows[0].contents if not isinstance(shape, Way)]
        area = next(shape for shape in shapes if isinstance(shape, Rect))
        grey = round(0.3 * area.fillColor.red + 0.59 * area.fillColor.green + 0.11 * area.fillColor.blue, 1)
        lines = sum(isinstance(shape, Line) for shape in shapes)
        return grey, lines, sum(isinstance(shape, Rect) for shape in shapes), bool(area.strokeDashArray)

    for one, other in combinations(Fill, 2):
        assert pattern(one) != pattern(other), (one, other)


def test_a_bar_is_as_long_as_its_number_says() -> None:
    rows = (ChartRow("", (2,)), ChartRow("", (4,)), ChartRow("", (0,)), ChartRow("", (None,)))
    one = replace(chart(ChartKind.BARS), series=(Series("", Fill.GREY),), rows=rows)
    bars = [[shape for shape in row.contents if isinstance(shape, Rect)] for row in draw(one).rows]
    assert bars[1][0].width == pytest.approx(2 * bars[0][0].width)
    assert bars[2] == bars[3] == []
    said = [[shape.text for shape in row.contents if isinstance(shape, String)] for row in draw(one).rows]
    assert said == [["2"], ["4"], ["0"], ["–"]]
