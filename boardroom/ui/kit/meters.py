"""Meters: who counts for the quorum against what is needed, and the time used of the time planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_HEAD: Final = 24
_WORDS: Final = 16
_CELLS: Final = 18
# More cells than this are too thin to count; then one bar is filled in proportion.
_MOST_CELLS: Final = 60


@dataclass(frozen=True, slots=True)
class Track:
    """One row of cells: voting seats, or sectors.

    Attributes:
        words: above the cells at the left, such as "12 of 15 voting members".
        need_words: above them at the right, such as "needs 8".
        counted: filled cells.
        whole: all cells.
        need: behind how many cells the wedge stands.
    """

    words: str
    need_words: str
    counted: int
    whole: int
    need: int

    @property
    def short(self) -> bool:
        """Whether fewer count than are needed."""
        return self.counted < self.need


class QuorumMeter(QWidget):
    """A sentence, and below it a row of cells for voting seats and one for sectors; danger while it is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a meter of nothing."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sentence = ""
        self._tracks: tuple[Track, ...] = ()
        self._factor = 1.0

    def magnify(self, factor: float) -> None:
        """Draw it larger, to be read from further away."""
        self._factor = factor
        self.updateGeometry()
        self.update()

    def show_quorum(self, sentence: str, tracks: Sequence[Track]) -> None:
        """Show how the quorum stands.

        Args:
            sentence: such as "Quorate for this item" or "Inquorate, 2 short".
            tracks: voting seats, then sectors where the terms ask for them.
        """
        self._sentence, self._tracks = sentence, tuple(tracks)
        self.setAccessibleName(sentence)
        spoken = (", ".join(part for part in (track.words, track.need_words) if part) for track in tracks)
        self.setAccessibleDescription("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def is_short(self) -> bool:
        """Whether any row of cells is below its need."""
        return any(track.short for track in self._tracks)

    @override
    def sizeHint(self) -> QSize:
        worn = theme()
        high = worn.px(_HEAD + (_WORDS + _CELLS) * len(self._tracks))
        return QSize(round(worn.px(252) * self._factor), round(high * self._factor))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._factor, self._factor)
        short = self.is_short()
        head = QRectF(0, 0, self._wide(), worn.px(_HEAD))
        icon = worn.px(16)
        sign = "warning-circle" if short else "check-circle-fill"
        ink = worn.colour("danger" if short else "accent")
        paint_icon(painter, QRectF(0, (head.height() - icon) / 2, icon, icon), sign, ink)
        painter.setFont(worn.font(14, 600))
        painter.setPen(worn.colour("danger" if short else "text"))
        painter.drawText(head.adjusted(icon + worn.px(8), 0, 0, 0), _LEFT, self._sentence)
        top = float(worn.px(_HEAD))
        for track in self._tracks:
            self._paint_track(painter, top, track)
            top += worn.px(_WORDS + _CELLS)
        painter.end()

    def _wide(self) -> float:
        return self.width() / self._factor

    def _paint_track(self, painter: QPainter, top: float, track: Track) -> None:
        worn = theme()
        words = QRectF(0, top, self._wide(), worn.px(_WORDS))
        painter.setFont(worn.font(12))
        painter.setPen(worn.colour("muted"))
        painter.drawText(words, _RIGHT, track.need_words)
        painter.setPen(worn.colour("danger" if track.short else "text"))
        room = words.width() - QFontMetrics(painter.font()).horizontalAdvance(track.need_words) - worn.px(8)
        shown = QFontMetrics(painter.font()).elidedText(track.words, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(words, _LEFT, shown)
        paint_cells(painter, QRectF(0, words.bottom() + worn.px(5), self._wide(), worn.px(8)), track)


def paint_cells(painter: QPainter, box: QRectF, track: Track) -> None:
    """Paint a row of cells with the wedge of the need: for the quorum, and for a vote's threshold."""
    if track.whole <= 0:
        return
    worn = theme()
    fill = worn.colour("danger" if track.short else "accent")
    step = box.width() / track.whole
    gap = min(worn.px(3), step / 3) if track.whole <= _MOST_CELLS else 0.0
    if not gap:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour("sunken"))
        painter.drawRoundedRect(box, 2, 2)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(box.left(), box.top(), step * track.counted, box.height()), 2, 2)
    else:
        for number in range(track.whole):
            cell = QRectF(box.left() + number * step + 0.5, box.top() + 0.5, step - gap - 1, box.height() - 1)
            counted = number < track.counted
            painter.setPen(QPen(fill if counted else worn.colour("edge"), 1))
            painter.setBrush(fill if counted else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell, 2, 2)
    if track.need:
        _paint_wedge(painter, box.left() + min(track.need, track.whole) * step - gap / 2, box)


def _paint_wedge(painter: QPainter, x: float, box: QRectF) -> None:
    worn = theme()
    half = worn.px(4)
    ink = worn.colour("text")
    painter.setPen(QPen(ink, 1))
    painter.drawLine(QPointF(x, box.top() - worn.px(2)), QPointF(x, box.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    top = box.top() - worn.px(4)
    painter.drawPolygon(QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + half + 1)]))


class TimeBar(QWidget):
    """Time used of the time planned: a 6 px bar under its words; past the plan it is full and the rest in danger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a bar of no time."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label = ""
        self._used = self._planned = 0

    def show_time(self, label: str, used: int, planned: int) -> None:
        """Show seconds used of seconds planned.

        Args:
            label: whose time it is, such as "Item 6".
            used: seconds.
            planned: seconds; 0 where no time was planned.
        """
        self._label, self._used, self._planned = label, used, planned
        self.setAccessibleName(label)
        self.setAccessibleDescription(self.words())
        self.update()

    def over(self) -> bool:
        """Whether more time was used than planned."""
        return 0 < self._planned < self._used

    def words(self) -> str:
        """Return the time in words: used of planned, or by how much it is over."""
        if self.over():
            return f"+{_clock(self._used - self._planned)}"
        if not self._planned:
            return _clock(self._used)
        return self.tr("{used} of {planned}").format(used=_clock(self._used), planned=_clock(self._planned))

    @override
    def sizeHint(self) -> QSize:
        worn = theme()
        return QSize(worn.px(152), worn.px(26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = QRectF(0, 0, self.width(), worn.px(18))
        painter.setFont(worn.font(12))
        painter.setPen(worn.colour("muted"))
        painter.drawText(words, _LEFT, self._label)
        painter.setFont(worn.font(12, 600))
        painter.setPen(worn.colour("danger" if self.over() else "text"))
        painter.drawText(words, _RIGHT, self.words())
        bar = QRectF(0, words.bottom() + worn.px(2), self.width(), worn.px(6))
        painter.setPen(QPen(worn.colour("edge"), 1) if worn.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour("sunken"))
        painter.drawRoundedRect(bar, 3, 3)
        if self._planned:
            part = min(self._used / self._planned, 1.0)
            painter.setBrush(worn.colour("danger" if self.over() else "accent"))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * part, bar.height()), 3, 3)
        painter.end()


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
