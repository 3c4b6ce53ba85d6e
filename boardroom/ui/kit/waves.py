"""A wavy line below some letters of a paragraph as it is laid out on the screen."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from boardroom.ui.kit.editor_blocks import units
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextLayout, QTextLine


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


def waves_below(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Return where waves lie below the letters from one unit to another, seen from the paragraph's corner.

    Args:
        layout: of the paragraph.
        start: the first one.
        end: the one behind the last.
    """
    px, at = theme().px, start
    while at < end:
        line = layout.lineForTextPosition(at)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        left, right = _x(line, at), _x(line, stop)
        yield QRectF(left, line.y() + line.ascent() + px(1), right - left, 2 * px(2))
        if stop <= at:
            return
        at = stop


def paint_waves(painter: QPainter, corner: QPointF, waves: Iterable[QRectF]) -> None:
    """Paint waves.

    Args:
        painter: of the viewport.
        corner: where the paragraph stands in what is painted.
        waves: where they lie in the paragraph.
    """
    tile = _tile(theme().colour("danger").rgba(), theme().px(2), painter.device().devicePixelRatioF())
    for wave in waves:
        painter.drawTiledPixmap(wave.translated(corner), tile)


@lru_cache(maxsize=8)
def _tile(ink: int, step: int, ratio: float) -> QPixmap:
    """Return one up and down of a wave: to repeat it is many times as fast as to draw each."""
    tile = QPixmap(round(2 * step * ratio), round(2 * step * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(ink), step * 0.625))
    low, high = step * 1.5, step * 0.5
    painter.drawPolyline([QPointF(at * step, low if at % 2 else high) for at in range(-1, 4)])
    painter.end()
    return tile


def _x(line: QTextLine, at: int) -> float:
    # The stubs don't say what Qt gives back: the place, and the letter that it is at.
    return cast("tuple[float, int]", line.cursorToX(at))[0]
