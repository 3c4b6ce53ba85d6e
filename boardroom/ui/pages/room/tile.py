"""One sector of the round: its mark, and whether it was heard on the item, is not here, or is recused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from boardroom.store.queries.round_table import Hearing
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark, sector_name
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from boardroom.store.queries.round_table import SectorAtItem

_WIDTH = 62
_HEIGHT, _LOW = 56, 32
_QUIET = {Hearing.NOT_HERE, Hearing.RECUSED}


class SectorTile(QAbstractButton):
    """A tile that is pressed to say that the sector was heard; dashed while it wasn't."""

    focused = Signal()
    # Qt asks how large it is before `__init__` is over.
    low = False
    """Whether it shows its mark alone, where the window is low; the outline still tells how the sector stands."""

    def __init__(self, number: int) -> None:
        """Make the tile of a place in the round, counted from 1: its key."""
        super().__init__()
        self._number = number
        self._one: SectorAtItem | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_sector(self, one: SectorAtItem) -> None:
        """Show how a sector stands."""
        self._one = one
        name = sector_name(one.sector)
        self.setAccessibleName(f"{self._number}: {name}, {self.words()}")
        self.setToolTip(plain_tooltip(f"{name}: {self.words()}  {self._number}"))
        self.update()

    def words(self) -> str:
        """Return what came of the sector, or how it stands."""
        one = self._one
        if one is None:
            return ""
        if one.hearing is not Hearing.HEARD:
            return {
                Hearing.NOT_HEARD: self.tr("not heard"),
                Hearing.NOT_HERE: self.tr("not here"),
                Hearing.RECUSED: self.tr("recused"),
            }[one.hearing]
        if one.proposals:
            return self.tr("1 proposal") if one.proposals == 1 else self.tr("{} proposals").format(one.proposals)
        if one.points:
            return self.tr("1 point") if one.points == 1 else self.tr("{} points").format(one.points)
        return self.tr("heard")

    @override
    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(40 if self.low else _WIDTH), px(_LOW if self.low else _HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self.focused.emit()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() == Qt.Key.Key_Space:
            super().keyPressEvent(e)
        else:
            # Digits and arrows are the strip's.
            e.ignore()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        if self._one is None:
            return
        worn, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hearing = self._one.hearing
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        waits = hearing is Hearing.NOT_HEARD
        painter.setBrush(worn.colour("caution_tint" if waits else "sunken" if hearing in _QUIET else "surface"))
        edge = QPen(worn.colour("caution" if waits else "line"), 2 if waits else worn.edge_width)
        if worn.contrast:
            edge.setColor(worn.colour("edge"))
        if waits:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(worn.colour("accent"), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3)
        width, height = worn.px(MARK_WIDTH), worn.px(MARK_HEIGHT)
        top = worn.px(6 if self.low else 8)
        paint_mark(painter, QRectF((self.width() - width) / 2, top, width, height), self._one.sector)
        if self.low:
            painter.end()
            return
        painter.setFont(worn.font(12, 600 if waits else 400))
        painter.setPen(worn.colour("caution" if waits else "muted" if hearing in _QUIET else "text"))
        below = QRectF(0, worn.px(8) + height, self.width(), self.height() - worn.px(8) - height)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.words())
        painter.end()
