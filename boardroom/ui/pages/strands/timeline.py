"""The timeline of a strand as one widget: painted, walked by arrow keys, and said in words at each step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import plain_tooltip
from boardroom.ui.pages.strands.paint import BAND, Measures, paint_chart
from boardroom.ui.pages.strands.words import band_words, early_words, lane_words, spot_words

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from boardroom.ui.pages.strands.chart import Chart, Spot

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NEAR = 14


class Timeline(QLabel):
    """Bands, lanes and spots. Left and right go from spot to spot in a lane, up and down from lane to lane."""

    said = Signal(str)
    """What the keyboard or the pointer stands on, in a sentence; empty without the focus."""
    opened = Signal(object)
    """The `Part` to show where it was recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._chart: Chart | None = None
        self._lane, self._spot = 0, -1
        # A label that holds a picture is a graphic to a screen reader; a plain widget would have no role.
        self.setPixmap(QPixmap(1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        wardrobe().changed.connect(self._fit)

    def show_chart(self, chart: Chart, name: str, *, same: bool) -> None:
        """Show a strand.

        Args:
            chart: what is shown.
            name: the strand's name.
            same: whether it is the one that was shown before: where the keyboard stands is kept.
        """
        self._chart = chart
        if not same:
            self._lane, self._spot = 0, 0
        self._lane = min(self._lane, max(len(chart.lanes) - 1, 0))
        self._spot = min(self._spot, len(self._spots()) - 1)
        self.setAccessibleName(self.tr("Timeline of {}").format(name))
        self._describe()
        self._fit()

    def statement(self) -> str:
        """Return what the keyboard stands on, in a sentence."""
        if self._chart is None or not self._chart.lanes:
            return ""
        spot = self.spot()
        return spot_words(spot) if spot is not None else lane_words(self._chart.lanes[self._lane], self._chart)

    def spot(self) -> Spot | None:
        """Return the spot that the keyboard stands on."""
        spots = self._spots()
        return spots[self._spot] if 0 <= self._spot < len(spots) else None

    def at(self) -> QPoint:
        """Return where the keyboard stands."""
        laid, spot = self._laid(), self.spot()
        x = laid.x(self._chart, spot.on) if self._chart is not None and spot is not None else laid.left
        return QPoint(round(x), round(laid.lane(self._lane).center().y()))

    def _spots(self) -> tuple[Spot, ...]:
        if self._chart is None or not self._chart.lanes:
            return ()
        return self._chart.lanes[self._lane].spots

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._chart is None or not self._chart.lanes or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        last = len(self._spots()) - 1
        key = event.key()
        if key == Qt.Key.Key_Left:
            self._go(self._lane, max(self._spot - 1, -1))
        elif key == Qt.Key.Key_Right:
            self._go(self._lane, min(self._spot + 1, last))
        elif key == Qt.Key.Key_Home:
            self._go(self._lane, min(0, last))
        elif key == Qt.Key.Key_End:
            self._go(self._lane, last)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._go_lane(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER and self.spot() is not None:
            self._open()
        else:
            super().keyPressEvent(event)

    def _go_lane(self, by: int) -> None:
        """Go to another lane, to the spot in it whose day is nearest."""
        if self._chart is None:
            return
        here, lane = self.spot(), self._lane + by
        if not 0 <= lane < len(self._chart.lanes):
            return
        spots = self._chart.lanes[lane].spots
        near = -1
        if here is not None and spots:
            near = min(range(len(spots)), key=lambda at: abs((spots[at].on - here.on).days))
        self._go(lane, near)

    def _go(self, lane: int, spot: int) -> None:
        self._lane, self._spot = lane, spot
        self._describe()
        self.said.emit(self.statement())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.statement()))
        self.update()

    def _open(self) -> None:
        spot = self.spot()
        if spot is not None:
            strongest = next(part for part in spot.parts if part.occasion is spot.kind)
            self.opened.emit(strongest)

    def _describe(self) -> None:
        if self._chart is not None:
            self.setAccessibleDescription(f"{early_words(self._chart)}. {self.statement()}")

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.said.emit(self.statement())
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.said.emit("")
        self.update()

    # Pointer

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            self._go(*found)
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position()) == (self._lane, self._spot):
            self._open()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def words_at(self, point: QPointF) -> str:
        """Return what stands at a point, in a sentence; empty for nothing."""
        if self._chart is None:
            return ""
        laid = self._laid()
        if point.y() < theme().px(BAND):
            for band in reversed(self._chart.bands):
                if laid.x(self._chart, band.starts) <= point.x():
                    return band_words(band, self._chart)
            return ""
        found = self._at(point)
        if found is None:
            return ""
        lane = self._chart.lanes[found[0]]
        return spot_words(lane.spots[found[1]]) if found[1] >= 0 else lane_words(lane, self._chart)

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        if self._chart is None:
            return None
        laid = self._laid()
        for number, lane in enumerate(self._chart.lanes):
            if not laid.lane(number).contains(point):
                continue
            away = [(abs(laid.x(self._chart, spot.on) - point.x()), at) for at, spot in enumerate(lane.spots)]
            nearest = min(away, default=None)
            return (number, nearest[1] if nearest is not None and nearest[0] <= theme().px(_NEAR) else -1)
        return None

    # Painting

    def _laid(self) -> Measures:
        return Measures(self.width(), len(self._chart.lanes) if self._chart is not None else 0)

    def _fit(self) -> None:
        self.setFixedHeight(round(self._laid().height))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), round(self._laid().height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), round(self._laid().height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is None:
            return
        painter = QPainter(self)
        paint_chart(painter, self._chart, self._laid(), at=(self._lane, self._spot) if self.hasFocus() else None)
        painter.end()
