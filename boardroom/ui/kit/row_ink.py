"""Fonts, measures and colours of a list at one theme, and what was painted once: shaping text costs most."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText

from boardroom.ui.kit.chips import chip_width, paint_chip
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.keys import key_width, paint_key
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark

if TYPE_CHECKING:
    from boardroom.domain.words import Sector
    from boardroom.ui.kit.theme import Theme

ROW: Final = 36
TALL_ROW: Final = 48
HEADING: Final = 32
_ROOM = 4096
# Reaching into an enumeration of Qt costs as much as writing a short text; here it would be done for each text.
_PLAIN, _AT_END = Qt.TextFormat.PlainText, Qt.TextElideMode.ElideRight


class _Stamp(NamedTuple):
    """What was painted once, how wide it is, and for how many pixels of the device to one."""

    pixmap: QPixmap
    width: int
    ratio: float


class Ink:
    """Writes texts and stamps signs at one theme; a new theme gets a new one."""

    def __init__(self, worn: Theme) -> None:
        """Work the measures out."""
        self.worn = worn
        self.fonts = {
            "body": worn.font(14),
            "semibold": worn.font(14, 600),
            "small": worn.font(12),
        }
        self._metrics = {size: QFontMetrics(font) for size, font in self.fonts.items()}
        self._exact = {size: QFontMetricsF(font) for size, font in self.fonts.items()}
        self._widest = {size: metrics.maxWidth() for size, metrics in self._metrics.items()}
        self.pad, self.gap, self.half = worn.px(12), worn.px(8), worn.px(4)
        self.icon = worn.px(20)
        self.mark = QSize(worn.px(MARK_WIDTH), worn.px(MARK_HEIGHT))
        self.indent = worn.px(24)
        self.row, self.tall, self.heading = worn.px(ROW), worn.px(TALL_ROW), worn.px(HEADING)
        self.text, self.muted, self.accent = worn.colour("text"), worn.colour("muted"), worn.colour("accent")
        self.tint, self.ground = worn.colour("tint"), worn.colour("ground")
        self.rule = worn.colour("line")
        self.ring = QPen(self.accent, 2)
        self.ring.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._tones = {"": self.text}
        self._written: dict[tuple[str, str], QStaticText | None] = {}
        self._widths: dict[tuple[str, str], int] = {}
        self._cut: dict[tuple[str, str, int], str] = {}
        self._stamps: dict[tuple[object, ...], _Stamp] = {}
        self._chip_height = worn.px(20)
        self._chips: dict[str, int] = {}

    def tone(self, tone: str) -> QColor:
        """Return the colour of a tone; plain text for none."""
        if tone not in self._tones:
            self._tones[tone] = self.worn.colour(tone)
        return self._tones[tone]

    def font(self, size: str) -> QFont:
        """Return one of the list's fonts: body, semibold or small."""
        return self.fonts[size]

    def metrics(self, size: str) -> QFontMetrics:
        """Return the measures of one of the list's fonts."""
        return self._metrics[size]

    def width(self, text: str, size: str) -> int:
        """Return how wide a text is, in pixels."""
        key = (text, size)
        found = self._widths.get(key)
        if found is None:
            _make_room(self._widths)
            found = self._widths[key] = ceil(self._exact[size].horizontalAdvance(text))
        return found

    def write(self, painter: QPainter, box: QRect, text: str, size: str) -> None:
        """Write a text at the left of a box, cut at its end, in the painter's pen."""
        if text:
            self._write_at(painter, box.left(), box, self.elided(text, size, box.width()), size)

    def write_right(self, painter: QPainter, box: QRect, text: str, size: str, most: int) -> int:
        """Write a text at the right of a box, at most so wide, in the painter's pen; returns its width."""
        if not text:
            return 0
        shown = self.elided(text, size, most)
        width = self.width(shown, size)
        self._write_at(painter, box.right() + 1 - width, box, shown, size)
        return width

    def elided(self, text: str, size: str, width: int) -> str:
        """Return a text cut at its end to fit."""
        # Most are short, and measuring a text is half of what shaping it costs.
        if len(text) * self._widest[size] <= width:
            return text
        key = (text, size, width)
        found = self._cut.get(key)
        if found is None:
            _make_room(self._cut)
            found = self._cut[key] = self._metrics[size].elidedText(text, _AT_END, max(width, 0))
        return found

    def chip_width(self, text: str) -> int:
        """Return how wide a chip is, in pixels."""
        if text not in self._chips:
            self._chips[text] = chip_width(text)
        return self._chips[text]

    def stamp_mark(self, painter: QPainter, left: int, top: int, sector: Sector) -> None:
        """Paint a sector's mark, 28 x 20."""
        stamp = self._stamps.get(("mark", sector))
        if stamp is None or stamp.ratio != self._ratio(painter):
            stamp, fresh = self._fresh(painter, self.mark, ("mark", sector))
            paint_mark(fresh, QRectF(0, 0, self.mark.width(), self.mark.height()), sector)
            fresh.end()
        painter.drawPixmap(left, top, stamp.pixmap)

    def stamp_icon(self, painter: QPainter, left: int, top: int, name: str, tone: str) -> None:
        """Paint an icon, 20 x 20."""
        stamp = self._stamps.get(("icon", name, tone))
        if stamp is None or stamp.ratio != self._ratio(painter):
            stamp, fresh = self._fresh(painter, QSize(self.icon, self.icon), ("icon", name, tone))
            paint_icon(fresh, QRectF(0, 0, self.icon, self.icon), name, self.tone(tone))
            fresh.end()
        painter.drawPixmap(left, top, stamp.pixmap)

    def stamp_chip(self, painter: QPainter, box: QRect, text: str, tone: str) -> int:
        """Paint a chip at the right of a box; returns its width."""
        stamp = self._stamps.get(("chip", text, tone))
        if stamp is None or stamp.ratio != self._ratio(painter):
            size = QSize(self.chip_width(text), self._chip_height)
            stamp, fresh = self._fresh(painter, size, ("chip", text, tone))
            paint_chip(fresh, QRect(0, 0, size.width(), size.height()), text, tone)
            fresh.end()
        return self._at_right(painter, box, stamp)

    def stamp_key(self, painter: QPainter, box: QRect, text: str) -> int:
        """Paint a key's name in its box at the right of a box; returns its width."""
        stamp = self._stamps.get(("key", text))
        if stamp is None or stamp.ratio != self._ratio(painter):
            size = QSize(key_width(text), self._chip_height)
            stamp, fresh = self._fresh(painter, size, ("key", text))
            paint_key(fresh, QRect(0, 0, size.width(), size.height()), text)
            fresh.end()
        return self._at_right(painter, box, stamp)

    def _at_right(self, painter: QPainter, box: QRect, stamp: _Stamp) -> int:
        top = box.top() + (box.height() - self._chip_height) // 2
        painter.drawPixmap(box.right() + 1 - stamp.width, top, stamp.pixmap)
        return stamp.width

    @staticmethod
    def _ratio(painter: QPainter) -> float:
        """Return how many pixels of the device stand for one: a window may be moved to another display."""
        return painter.device().devicePixelRatioF()

    def _fresh(self, painter: QPainter, size: QSize, what: tuple[object, ...]) -> tuple[_Stamp, QPainter]:
        """Return an empty stamp, kept for the next time, with the painter that is to fill it."""
        ratio = self._ratio(painter)
        _make_room(self._stamps)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        stamp = self._stamps[what] = _Stamp(pixmap, size.width(), ratio)
        return stamp, QPainter(pixmap)

    def _write_at(self, painter: QPainter, left: int, box: QRect, text: str, size: str) -> None:
        """Write a text; one that is written again is shaped for good, for a list that flies past shows most once."""
        painter.setFont(self.fonts[size])
        top = box.top() + (box.height() - self._metrics[size].height()) // 2
        key = (text, size)
        static = self._written.get(key)
        if static is not None:
            painter.drawStaticText(left, top, static)
            return
        painter.drawText(QPointF(left, top + self._exact[size].ascent()), text)
        if key in self._written:
            static = QStaticText(text)
            static.setTextFormat(_PLAIN)
            static.prepare(font=self.fonts[size])
        else:
            _make_room(self._written)
        self._written[key] = static


def _make_room(cache: dict[Any, Any]) -> None:
    if len(cache) > _ROOM:
        cache.clear()
