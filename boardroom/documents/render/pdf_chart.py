"""Charts to slices: a slice a row, so that a long chart goes on over the page, its head standing there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.graphics.shapes import Line, Path, Rect, String

from boardroom.documents.render.chart import draw, face_of
from boardroom.documents.render.fonts import measure
from boardroom.documents.render.pdf_page import BODY, Picture, Slice
from boardroom.documents.render.vetting import neutral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.graphics.shapes import Drawing

    from boardroom.documents.blocks import Chart
    from boardroom.documents.render.fonts import Fonts

_STEPS = (("m", 1), ("l", 1), ("c", 3), ("h", 0))
"""ReportLab's numbers of a path's steps as PDF has them, and how many points each takes."""
_SHORT = 24
_ALTERNATIVE_LETTERS = 4_000


def chart_slices(fonts: Fonts, chart: Chart) -> Iterator[Slice]:
    """Yield a chart's picture; the table behind it is set by whoever sets tables.

    Each slice is marked as a figure; the first one says what there is to see.
    """
    drawn = draw(chart)
    text = " ".join(neutral(chart.text).split())[:_ALTERNATIVE_LETTERS]
    spoken = f"<</Alt <FEFF{text.encode('utf-16-be').hex().upper()}>>>"
    head = Slice(drawn.head.height, space=8.0, keep=True)
    head.pictures.append(Picture(BODY, f"/Figure {spoken} BDC\n{_operators(fonts, drawn.head)}\nEMC"))
    again = Slice(drawn.head.height)
    again.pictures.append(Picture(BODY, f"/Figure <<>> BDC\n{_operators(fonts, drawn.head)}\nEMC"))
    yield head
    last = len(drawn.rows) - 1
    for at, drawing in enumerate(drawn.rows):
        # A chart that fits on a page isn't divided; the table's head follows at once.
        part = Slice(drawing.height, keep=at < last and (last < _SHORT or at == 0), header=(again,))
        part.pictures.append(Picture(BODY, f"/Figure <<>> BDC\n{_operators(fonts, drawing)}\nEMC"))
        yield part
    yield Slice(4.0)


def _operators(fonts: Fonts, drawing: Drawing) -> str:
    return "\n".join(line for shape in drawing.contents for line in _shape(fonts, shape))


def _shape(fonts: Fonts, shape: object) -> Iterator[str]:
    match shape:
        case Rect():
            yield from _painted(shape, f"{shape.x:.2f} {shape.y:.2f} {shape.width:.2f} {shape.height:.2f} re")
        case Line():
            yield from _painted(shape, f"{shape.x1:.2f} {shape.y1:.2f} m {shape.x2:.2f} {shape.y2:.2f} l")
        case Path():
            yield from _painted(shape, _way(shape))
        case String():
            yield f"BT {_colour(shape.fillColor)} rg"
            x = shape.x
            for font, letters, width in measure(face_of(shape), neutral(shape.text))[1]:
                yield f"1 0 0 1 {x:.2f} {shape.y:.2f} Tm {fonts.draw(font, round(shape.fontSize, 3), letters)}"
                x += width * shape.fontSize
            yield "ET"
        case _:
            message = f"charts draw no {type(shape).__name__}"
            raise TypeError(message)


def _painted(shape: Rect | Line | Path, way: str) -> Iterator[str]:
    fill = getattr(shape, "fillColor", None)
    if fill is not None:
        yield f"{_colour(fill)} rg"
    if shape.strokeColor is not None:
        dash = " ".join(f"{one:g}" for one in shape.strokeDashArray or ())
        yield f"{_colour(shape.strokeColor)} RG {shape.strokeWidth:g} w [{dash}] 0 d"
    yield f"{way} {'B' if fill is not None and shape.strokeColor is not None else 'S' if fill is None else 'f'}"


def _way(path: Path) -> str:
    numbers = iter(path.points)
    steps = []
    for step in path.operators:
        letter, points = _STEPS[step]
        steps.append(" ".join([*(f"{next(numbers):.2f} {next(numbers):.2f}" for _ in range(points)), letter]))
    return " ".join(steps)


def _colour(colour: object) -> str:
    return " ".join(f"{getattr(colour, part):.3g}" for part in ("red", "green", "blue"))
