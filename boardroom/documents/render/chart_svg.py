"""A chart's drawings as one SVG picture: no script, no style, every text escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reportlab.graphics.shapes import Line, Path, Rect, String

from boardroom.documents.render.chart import draw, face_of
from boardroom.documents.render.chart_frame import WIDTH
from boardroom.documents.render.fonts import Face
from boardroom.documents.render.vetting import neutral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.graphics.shapes import Drawing

    from boardroom.documents.blocks import Chart

_STEPS = (("M", 1), ("L", 1), ("C", 3), ("Z", 0))
"""ReportLab's numbers of a path's steps, and how many points each takes."""


def chart_svg(chart: Chart) -> str:
    """Return a chart as an `svg` element that is as wide as there is room, named by its alternative text."""
    drawn = draw(chart)
    parts: list[str] = []
    top = 0.0
    for drawing in (drawn.head, *drawn.rows):
        parts += _shapes(drawing, top + drawing.height)
        top += drawing.height
    name = escape(neutral(chart.text))
    return (
        f'<svg class="chart" role="img" aria-label="{name}" viewBox="0 0 {WIDTH:g} {top:.4g}" '
        f'preserveAspectRatio="xMinYMin meet">{"".join(parts)}</svg>'
    )


def _shapes(drawing: Drawing, base: float) -> Iterator[str]:
    """Yield a drawing's shapes; its lower edge stands at `base`, for SVG counts downwards."""
    for shape in drawing.contents:
        match shape:
            case Rect():
                top = base - shape.y - shape.height
                yield (
                    f'<rect x="{shape.x:.2f}" y="{top:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}"'
                    f"{_paint(shape)}/>"
                )
            case Line():
                yield (
                    f'<line x1="{shape.x1:.2f}" y1="{base - shape.y1:.2f}" x2="{shape.x2:.2f}" '
                    f'y2="{base - shape.y2:.2f}"{_edge(shape)}/>'
                )
            case Path():
                yield f'<path d="{_way(shape, base)}"{_paint(shape)}/>'
            case String():
                weight = ' font-weight="600"' if face_of(shape) is Face.BOLD else ""
                yield (
                    f'<text x="{shape.x:.2f}" y="{base - shape.y:.2f}" font-size="{shape.fontSize:.4g}"{weight} '
                    f'fill="{_hex(shape.fillColor)}">{escape(neutral(shape.text))}</text>'
                )
            case _:
                message = f"charts draw no {type(shape).__name__}"
                raise TypeError(message)


def _way(path: Path, base: float) -> str:
    numbers = iter(path.points)
    steps = []
    for step in path.operators:
        letter, points = _STEPS[step]
        steps.append(letter + " ".join(f"{next(numbers):.2f} {base - next(numbers):.2f}" for _ in range(points)))
    return "".join(steps)


def _paint(shape: Rect | Path) -> str:
    fill = f' fill="{_hex(shape.fillColor)}"' if shape.fillColor is not None else ' fill="none"'
    return fill + _edge(shape)


def _edge(shape: Rect | Path | Line) -> str:
    if shape.strokeColor is None:
        return ""
    dash = shape.strokeDashArray
    dashed = f' stroke-dasharray="{" ".join(f"{one:g}" for one in dash)}"' if dash else ""
    return f' stroke="{_hex(shape.strokeColor)}" stroke-width="{shape.strokeWidth:g}"{dashed}'


def _hex(colour: object) -> str:
    return "#" + str(getattr(colour, "hexval", lambda: "0x000000")())[2:]
