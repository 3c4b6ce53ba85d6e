"""The key to the timeline: which shape is which kind of occasion, and how many sectors were involved early."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from boardroom.domain.involvement import Occasion
from boardroom.ui.kit.theme import theme
from boardroom.ui.pages.strands.paint import paint_kind
from boardroom.ui.pages.strands.words import occasion_name

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LINE: Final = 24
_SHAPE = 20
_BETWEEN = 16
_ORDER = (Occasion.ATTENDED, Occasion.SPOKE, Occasion.ANSWERED_CALL, Occasion.PROPOSED, Occasion.BY_HAND)


class Legend(QWidget):
    """Shapes with their words, on as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it."""
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._early = ""
        self._tell()

    def say(self, early: str) -> None:
        """Say how many sectors were involved early."""
        self._early = early
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(self._early or _first())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return theme().px(_LINE) * (1 + max((line for line, *_ in self._places(width)), default=0))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), self.heightForWidth(max(self.width(), theme().px(240))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(_LINE))

    def _places(self, width: int) -> list[tuple[int, float, Occasion | None, str]]:
        """Return each entry's line, left edge, kind (None: the ring; the last entry has no shape) and words."""
        worn = theme()
        metrics = QFontMetrics(worn.font(12))
        placed: list[tuple[int, float, Occasion | None, str]] = []
        line, x = 0, 0.0
        for kind, words in [(None, _first()), *((one, occasion_name(one)) for one in _ORDER)]:
            wide = worn.px(_SHAPE) + worn.px(4) + metrics.horizontalAdvance(words)
            if x and x + wide > width:
                line, x = line + 1, 0.0
            placed.append((line, x, kind, words))
            x += wide + worn.px(_BETWEEN)
        wide = metrics.horizontalAdvance(self._early)
        if self._early:
            line = line + 1 if x + wide > width else line
            placed.append((line, max(width - wide - 1.0, 0.0), None, self._early))
        return placed

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(worn.font(12))
        high, side = worn.px(_LINE), worn.px(_SHAPE)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for number, (line, x, kind, words) in enumerate(self._places(self.width())):
            centre = QPointF(x + side / 2, line * high + high / 2)
            left = x + side + worn.px(4)
            if kind is not None:
                paint_kind(painter, centre, kind)
            elif number == 0:
                painter.setPen(QPen(worn.colour("accent"), max(worn.px(2), 2)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, worn.px(8), worn.px(8))
            else:
                left = x
            painter.setPen(worn.colour("muted"))
            painter.drawText(QRectF(left, line * high, self.width() - left, high), middle, words)
        painter.end()


def _first() -> str:
    return QCoreApplication.translate("Strands", "first involvement")
