"""What charts are drawn of: texts that are cut to their room, lines, areas with a pattern, sectors' marks."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reportlab.graphics.shapes import Line, Path, Rect, String
from reportlab.lib.colors import HexColor

from boardroom.documents.blocks import Fill
from boardroom.documents.render.badge import outline
from boardroom.documents.render.fonts import Face, measure
from boardroom.documents.render.vetting import neutral

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

    from boardroom.documents.blocks import Badge

TEXT, MUTED, LINE, SOLID, GREY = "#18211E", "#505B56", "#D3D9D6", "#0E5A6B", "#B4BDB9"
SIZE = 8.2
LETTERS = 400
BADGE_WIDTH, BADGE_HEIGHT = 16.1, 11.1
_MOST_LINES = 3
_HATCH = 3.2


def fitted(text: str, face: Face, size: float, width: float) -> str:
    """Return a text on one line, shortened with an ellipsis to a width in points; empty where nothing fits."""
    line = " ".join(neutral(text[:LETTERS]).split())
    if measure(face, line)[0] * size <= width:
        return line
    fits = bisect_right(range(len(line)), width, key=lambda end: measure(face, f"{line[:end]}…")[0] * size)
    return f"{line[: fits - 1].rstrip()}…" if fits > 1 else ""


def wrapped(text: str, face: Face, size: float, width: float) -> list[str]:
    """Return a text on up to three lines, the last one shortened where more would be needed."""
    rest = neutral(text[:LETTERS]).split()
    lines: list[str] = []
    while rest and len(lines) < _MOST_LINES:
        taken = 1
        while taken < len(rest) and measure(face, " ".join(rest[: taken + 1]))[0] * size <= width:
            taken += 1
        last = len(lines) + 1 == _MOST_LINES
        lines.append(fitted(" ".join(rest if last else rest[:taken]), face, size, width))
        rest = rest[taken:]
    return lines


def put(  # noqa: PLR0913 - the parts of a text
    drawing: Drawing,
    text: str,
    x: float,
    y: float,
    *,
    ink: str = TEXT,
    size: float = SIZE,
    face: Face = Face.REGULAR,
) -> None:
    """Add a text; x is its left edge, y its baseline."""
    if text:
        drawing.add(String(x, y, text, fontName=face.name, fontSize=size, fillColor=colour(ink)))


def rule(left: float, bottom: float, right: float, top: float, ink: str, width: float) -> Line:  # noqa: PLR0913, PLR0917
    """Return a line between two points."""
    return Line(left, bottom, right, top, strokeColor=colour(ink), strokeWidth=width)


def box(left: float, bottom: float, width: float, height: float, fill: str) -> Rect:
    """Return an area of one colour, without an edge."""
    return Rect(left, bottom, width, height, fillColor=colour(fill), strokeColor=None)


def area(drawing: Drawing, fill: Fill, left: float, bottom: float, width: float, height: float) -> None:  # noqa: PLR0913, PLR0917
    """Add a filled area with its edge."""
    inside = {Fill.SOLID: SOLID, Fill.GREY: GREY}.get(fill, "#FFFFFF")
    edge = SOLID if fill is Fill.SOLID else MUTED
    drawing.add(
        Rect(
            left,
            bottom,
            width,
            height,
            fillColor=colour(inside),
            strokeColor=colour(edge),
            strokeWidth=0.7,
            strokeDashArray=[2, 1.6] if fill is Fill.DASHED else None,
        )
    )
    if fill in {Fill.HATCHED, Fill.CROSSED}:
        for start in _strokes(width + height):
            drawing.add(_stroke(left, bottom, width, height, start, rising=True))
            if fill is Fill.CROSSED:
                drawing.add(_stroke(left, bottom, width, height, start, rising=False))
    elif fill is Fill.DOTTED:
        for across in _strokes(width):
            for up in _strokes(height):
                drawing.add(box(left + across - 0.5, bottom + up - 0.5, 1.0, 1.0, TEXT))


def _strokes(length: float) -> list[float]:
    return [_HATCH * (at + 0.5) for at in range(int(length / _HATCH + 0.5)) if _HATCH * (at + 0.5) < length]


def _stroke(left: float, bottom: float, width: float, height: float, start: float, *, rising: bool) -> Line:  # noqa: PLR0913
    """Return a line of 45 degrees through a rectangle; `start` counts along its lower and then its right edge."""
    right_x, right_y = min(start, width), max(start - width, 0.0)
    left_x, left_y = max(start - height, 0.0), min(start, height)
    if rising:
        # Mirrored, so that both kinds are cut by the same rectangle.
        return rule(left + width - right_x, bottom + right_y, left + width - left_x, bottom + left_y, TEXT, 0.55)
    return rule(left + right_x, bottom + right_y, left + left_x, bottom + left_y, TEXT, 0.55)


def draw_badge(drawing: Drawing, badge: Badge, left: float, bottom: float) -> None:
    """Add a sector's mark: letters in a shape."""
    letters, edge = neutral(badge.letters)[:4], 0.8
    path = Path(fillColor=colour(badge.fill), strokeColor=colour(badge.edge), strokeWidth=edge)
    for step, points in outline(
        badge.shape, left + edge / 2, bottom + edge / 2, BADGE_WIDTH - edge, BADGE_HEIGHT - edge
    ):
        flat = [number for point in points for number in point]
        {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo}[step](*flat)
    path.closePath()
    drawing.add(path)
    size = 7.0
    wide = measure(Face.BOLD, letters)[0] * size
    if wide > BADGE_WIDTH:
        size *= BADGE_WIDTH / wide
        wide = BADGE_WIDTH
    base = bottom + (BADGE_HEIGHT - 0.714 * size) / 2
    put(drawing, letters, left + (BADGE_WIDTH - wide) / 2, base, ink=badge.ink, size=size, face=Face.BOLD)


def colour(value: str) -> HexColor:
    """Return `#RRGGBB` as ReportLab has it; black if it is no colour."""
    try:
        return HexColor(value)
    except ValueError:
        return HexColor("#000000")
