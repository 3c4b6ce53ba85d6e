"""A wavy line below some letters of a paragraph as it is laid out on the screen."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from boardroom.ui.kit.editor_blocks import units
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QTextLayout, QTextLine


def part_seen(text: str, layout: QTextLayout, top: float, bottom: float) -> tuple[int, str]:
    """Return the part of a long paragraph whose lines lie between two heights, and where it begins, in units."""
    lines = range(layout.lineCount())
    if not lines:
        return 0, ""
    first = max(bisect_left(lines, top, key=lambda at: layout.lineAt(at).y()) - 1, 0)
    last = min(bisect_left(lines, bottom, key=lambda at: layout.lineAt(at).y()), len(lines) - 1)
    start = layout.lineAt(first).textStart()
    end = layout.lineAt(last).textStart() + layout.lineAt(last).textLength()
    raw = text.encode("utf-16-le", "surrogatepass")
    part = raw[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
    # A word that a line has cut in two is none.
    if start:
        cut = next((at for at, one in enumerate(part) if one.isspace()), len(part))
        start, part = start + units(part[:cut]), part[cut:]
    if last < len(lines) - 1:
        part = part[: next((at for at in range(len(part), 0, -1) if part[at - 1].isspace()), 0)]
    return start, part


def underline(painter: QPainter, layout: QTextLayout, corner: QPointF, start: int, end: int) -> None:
    """Paint below the letters from one unit to another.

    Args:
        painter: has the pen.
        layout: of the paragraph.
        corner: where the paragraph stands in what is painted.
        start: the first one.
        end: the one behind the last.
    """
    at = start
    while at < end:
        line = layout.lineForTextPosition(at)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        left, right = _x(line, at), _x(line, stop)
        _wave(painter, corner.x() + left, corner.x() + right, corner.y() + line.y() + line.ascent())
        if stop <= at:
            return
        at = stop


def _wave(painter: QPainter, left: float, right: float, baseline: float) -> None:
    px = theme().px
    step, top = px(2), baseline + px(2)
    points = [QPointF(left, top)]
    down = True
    while points[-1].x() < right:
        points.append(QPointF(points[-1].x() + step, top + (px(2) if down else 0)))
        down = not down
    painter.drawPolyline(QPolygonF(points))


def _x(line: QTextLine, at: int) -> float:
    # The stubs don't say what Qt gives back: the place, and the letter that it is at.
    return cast("tuple[float, int]", line.cursorToX(at))[0]
