"""Sector marks: always colour, shape and letters together, so that no one of them must be told apart.

Shape says the family: square = public body, pill = voluntary, community, faith; cut corners = private;
hexagon = service users. Fills are Okabe and Ito's colours; a hollow mark reuses a hue.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from boardroom.domain.sectors import SECTOR_LETTERS
from boardroom.domain.words import Sector
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import plain_tooltip

MARK_WIDTH: Final = 28
MARK_HEIGHT: Final = 20
_EDGE = 1.5
_HOLLOW_EDGE = 2.0


@dataclass(frozen=True, slots=True)
class Mark:
    """How one sector's mark looks.

    Attributes:
        shape: square, pill, cut or hexagon.
        fill: light and dark; empty strings for a hollow mark, which takes the surface it lies on.
        ink: letters on the fill, light and dark; empty strings for the text's own colour.
        edge: light and dark.
    """

    shape: str
    fill: tuple[str, str]
    ink: tuple[str, str]
    edge: tuple[str, str]

    @property
    def hollow(self) -> bool:
        """Whether the mark has no fill of its own."""
        return not self.fill[0]


def _filled(shape: str, fill: str, ink: str, *edge: str) -> Mark:
    return Mark(shape, (fill, fill), (ink, ink), (edge[0], edge[1]))


def _hollow(shape: str, *edge: str) -> Mark:
    return Mark(shape, ("", ""), ("", ""), (edge[0], edge[1]))


MARKS: Final[dict[Sector, Mark]] = {
    Sector.LOCAL_AUTHORITY: _filled("square", "#0072B2", "#FFFFFF", "#0072B2", "#3D9BD1"),
    Sector.HEALTH: _filled("square", "#56B4E9", "#000000", "#2A7FAF", "#56B4E9"),
    Sector.POLICE: Mark("square", ("#000000", "#E8EDEA"), ("#FFFFFF", "#000000"), ("#000000", "#E8EDEA")),
    Sector.PROBATION: _hollow("square", "#000000", "#E8EDEA"),
    Sector.EDUCATION: _filled("square", "#E69F00", "#000000", "#A06D00", "#E69F00"),
    Sector.OTHER_PUBLIC: _hollow("square", "#0072B2", "#56B4E9"),
    Sector.VOLUNTARY: _filled("pill", "#009E73", "#000000", "#00805D", "#009E73"),
    Sector.COMMUNITY: _filled("pill", "#CC79A7", "#000000", "#A9527F", "#CC79A7"),
    Sector.FAITH: _hollow("pill", "#A9527F", "#CC79A7"),
    Sector.PRIVATE: _filled("cut", "#F0E442", "#000000", "#857C00", "#F0E442"),
    Sector.SERVICE_USERS: _filled("hexagon", "#D55E00", "#000000", "#B85000", "#D55E00"),
}


def letters_of(sector: Sector) -> str:
    """Return a sector's two letters in the language of the window; a dash for a sector that isn't known."""
    letters = SECTOR_LETTERS.get(sector)
    return QCoreApplication.translate("Sector", letters) if letters else "–"


def sector_name(sector: Sector) -> str:
    """Return a sector's full name in the language of the window, with a capital."""
    name = QCoreApplication.translate("Sector", sector.value)
    return name[:1].upper() + name[1:]


def sector_choices(nothing: str) -> list[tuple[Sector | None, str]]:
    """Return the sectors as a choice offers them, after words for none."""
    return [(None, nothing), *((one, sector_name(one)) for one in Sector if one is not Sector.UNKNOWN)]


def paint_mark(painter: QPainter, rect: QRectF, sector: Sector) -> None:
    """Paint a sector's mark into a rectangle of 28 to 20, at whatever size."""
    worn = theme()
    mark = MARKS.get(sector)
    scale = rect.width() / MARK_WIDTH
    edge_width = _EDGE
    if mark is None:
        fill, ink, edge, shape = QColor(), worn.colour("muted"), worn.colour("edge"), "square"
    else:
        shape = mark.shape
        if mark.hollow or worn.contrast:
            edge_width = _HOLLOW_EDGE
        if worn.contrast:
            fill, ink, edge = worn.colour("surface"), worn.colour("text"), worn.colour("text")
        else:
            side = int(worn.dark)
            fill = worn.colour("surface") if mark.hollow else QColor(mark.fill[side])
            ink = worn.colour("text") if mark.hollow else QColor(mark.ink[side])
            edge = QColor(mark.edge[side])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    painter.setPen(QPen(edge, edge_width))
    painter.setBrush(fill if fill.isValid() else Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(shape, edge_width / 2))
    font = theme().font(12, 700)
    # The painter is scaled already, with the text.
    font.setPixelSize(12)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QRectF(0, 0, MARK_WIDTH, MARK_HEIGHT), Qt.AlignmentFlag.AlignCenter, letters_of(sector))
    painter.restore()


@cache
def _path(shape: str, inset: float) -> QPainterPath:
    box = QRectF(0, 0, MARK_WIDTH, MARK_HEIGHT).adjusted(inset, inset, -inset, -inset)
    path = QPainterPath()
    match shape:
        case "square":
            path.addRoundedRect(box, 3, 3)
        case "pill":
            path.addRoundedRect(box, box.height() / 2, box.height() / 2)
        case "cut":
            cut = 5.0
            path.addPolygon(_corners(box, cut, cut))
        case _:
            path.addPolygon(_corners(box, 6.0, box.height() / 2))
    path.closeSubpath()
    return path


def _corners(box: QRectF, across: float, down: float) -> QPolygonF:
    """Return a box whose corners are cut off; cuts that meet half way down make a hexagon."""
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    return QPolygonF(
        [
            QPointF(left + across, top),
            QPointF(right - across, top),
            QPointF(right, top + down),
            QPointF(right, bottom - down),
            QPointF(right - across, bottom),
            QPointF(left + across, bottom),
            QPointF(left, bottom - down),
            QPointF(left, top + down),
        ]
    )


class SectorMark(QWidget):
    """One sector's mark as a widget: 28 x 20, with the sector's name for ears and pointer."""

    def __init__(self, sector: Sector = Sector.UNKNOWN, parent: QWidget | None = None) -> None:
        """Make the mark of a sector."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._sector = sector
        self.set_sector(sector)

    def sector(self) -> Sector:
        """Return the sector that is shown."""
        return self._sector

    def set_sector(self, sector: Sector) -> None:
        """Show another sector."""
        self._sector = sector
        name = sector_name(sector)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(MARK_WIDTH), theme().px(MARK_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self.sizeHint()
        top = (self.height() - size.height()) / 2
        paint_mark(painter, QRectF(0, top, size.width(), size.height()), self._sector)
        painter.end()
