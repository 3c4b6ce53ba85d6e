"""Chips: a state in a word, 20 px high, never a button. Outline = answered, caution = waiting, tint = kind or stage."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from boardroom.ui.kit.endless import line_shown
from boardroom.ui.kit.theme import theme

_HEIGHT = 20
# What each tone is made of: fill, border and letters; an empty name paints nothing.
_TONES = {
    "outline": ("surface", "edge", "text"),
    "caution": ("caution_tint", "", "caution"),
    "tint": ("tint", "", "accent"),
    "danger": ("danger_tint", "", "danger"),
}


def chip_width(text: str) -> int:
    """Return how wide a chip with this text is, in pixels."""
    return QFontMetrics(theme().font(12, 600)).horizontalAdvance(line_shown(text)) + theme().px(20)


def paint_chip(painter: QPainter, rect: QRect, text: str, tone: str) -> None:
    """Paint a chip in the middle of a rectangle's height.

    Args:
        painter: where to.
        rect: as wide as `chip_width` says.
        text: what it says.
        tone: outline, caution, tint or danger; empty for outline.
    """
    worn = theme()
    fill, edge, ink = _TONES[tone or "outline"]
    height = worn.px(_HEIGHT)
    box = QRectF(rect.left(), rect.top() + (rect.height() - height) / 2, rect.width(), height).adjusted(1, 1, -1, -1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # In high contrast tints are the plain ground: the border alone makes the chip.
    border = edge or ("edge" if worn.contrast else "")
    painter.setPen(QPen(worn.colour(border), worn.edge_width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(worn.colour(fill))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(worn.font(12, 400 if ink == "text" else 600))
    painter.setPen(worn.colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line_shown(text))
    painter.restore()


class Chip(QLabel):
    """A state in a word; one that says nothing takes no room."""

    def __init__(self, text: str = "", tone: str = "outline", parent: QWidget | None = None) -> None:
        """Make a chip.

        Args:
            text: what it says.
            tone: outline, caution, tint or danger.
            parent: where it stands.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tone = tone
        self.setText(text)

    def say(self, text: str, tone: str) -> None:
        """Say another state, in its tone."""
        self._tone = tone
        self.setText(text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.text()) if self.text() else 0, theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text():
            return
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self.text(), self._tone)
        painter.end()
