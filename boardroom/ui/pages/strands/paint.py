"""Paints the timeline of a strand: bands, today, lanes, spots by kind of occasion, and the gap before specification."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from boardroom.domain.involvement import Occasion
from boardroom.domain.stages import OCDS
from boardroom.domain.words import Stage
from boardroom.ui.kit.days import days_long, short_day
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark, sector_name
from boardroom.ui.kit.theme import theme
from boardroom.ui.pages.strands.words import stage_name

if TYPE_CHECKING:
    from datetime import date

    from boardroom.ui.pages.strands.chart import Chart, Lane, Spot

BAND: Final = 24
DATES: Final = 26
LANE: Final = 28
_NAMES = 148
_NARROW = 620
_DOT = 5.0
_RING = 11.0
_PAD = 8

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Measures:
    """Where everything stands in a timeline of some width."""

    width: float
    lanes: int

    @property
    def named(self) -> bool:
        """Whether the sectors' names fit beside their marks."""
        return self.width >= theme().px(_NARROW)

    @property
    def left(self) -> float:
        """Where the days begin."""
        return theme().px(_NAMES if self.named else MARK_WIDTH + 12)

    @property
    def right(self) -> float:
        """Where they end."""
        return self.width - theme().px(2)

    @property
    def top(self) -> float:
        """Where the lanes begin."""
        return theme().px(BAND + DATES)

    @property
    def height(self) -> float:
        """How high the whole is."""
        return self.top + theme().px(LANE) * self.lanes + theme().px(6)

    def x(self, chart: Chart, day: date) -> float:
        """Return where a day stands."""
        return self.left + chart.share(day) * (self.right - self.left)

    def lane(self, at: int) -> QRectF:
        """Return the rectangle of a lane, as wide as the whole."""
        high = theme().px(LANE)
        return QRectF(0, self.top + at * high, self.width, high)


def paint_chart(painter: QPainter, chart: Chart, laid: Measures, *, at: tuple[int, int] | None) -> None:
    """Paint the timeline.

    Args:
        painter: where to.
        chart: what is shown.
        laid: where it stands.
        at: the lane and the spot that the keyboard stands on (-1: the lane itself); None without the focus.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_grid(painter, chart, laid)
    _paint_bands(painter, chart, laid)
    for number, lane in enumerate(chart.lanes):
        _paint_lane(painter, chart, laid, number, lane)
    _paint_today(painter, chart, laid)
    for number, lane in enumerate(chart.lanes):
        for spot in lane.spots:
            paint_spot(painter, QPointF(laid.x(chart, spot.on), laid.lane(number).center().y()), spot)
    if at is not None and at[0] < len(chart.lanes):
        _paint_focus(painter, chart, laid, *at)


def _paint_grid(painter: QPainter, chart: Chart, laid: Measures) -> None:
    worn = theme()
    bottom = laid.height - worn.px(4)
    for band in chart.bands:
        x = laid.x(chart, band.starts)
        hard = band.stage is Stage.SPECIFICATION
        style = Qt.PenStyle.SolidLine if hard else Qt.PenStyle.DashLine
        painter.setPen(QPen(worn.colour("edge" if hard else "line"), 1.5 if hard else 1, style))
        painter.drawLine(QPointF(x, worn.px(BAND)), QPointF(x, bottom))
    painter.setPen(QPen(worn.colour("line"), 1))
    for number in range(len(chart.lanes) + 1):
        y = laid.top + number * worn.px(LANE)
        painter.drawLine(QPointF(0, y), QPointF(laid.width, y))


def _paint_bands(painter: QPainter, chart: Chart, laid: Measures) -> None:
    worn = theme()
    height = worn.px(BAND)
    end_of_all = laid.right if chart.ended is None else laid.x(chart, chart.ended)
    taken = laid.left - 1
    chip = _today_chip(chart, laid)
    year = 0
    for band in chart.bands:
        left = laid.x(chart, band.starts)
        right = laid.x(chart, band.ends) if band.ends is not None else max(end_of_all, left)
        box = QRectF(left, 0, max(right - left - worn.px(2), 1), height)
        current = band.stage is chart.now and not band.planned
        painter.setPen(QPen(worn.colour("edge"), 1) if worn.contrast and not current else Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour("accent" if current else "sunken"))
        painter.drawRoundedRect(box, 2, 2)
        _paint_band_name(painter, box, band.stage, current=current)
        said = _band_day(band.starts, year, in_full=band.stage is Stage.SPECIFICATION and band.planned)
        year = band.starts.year
        painter.setFont(worn.font(12))
        room = QRectF(left, height, QFontMetrics(painter.font()).horizontalAdvance(said) + worn.px(4), worn.px(DATES))
        if room.left() >= taken and room.right() <= laid.width and not room.intersects(chip):
            painter.setPen(worn.colour("muted"))
            painter.drawText(room.translated(worn.px(1), 0), _MIDDLE, said)
            taken = room.right() + worn.px(4)
    painter.setFont(worn.font(12, 600))
    painter.setPen(worn.colour("muted"))
    if laid.named:
        head = QRectF(0, height, laid.left, worn.px(DATES))
        painter.drawText(head, _MIDDLE, QCoreApplication.translate("Strands", "Sector"))


def _paint_band_name(painter: QPainter, box: QRectF, stage: Stage, *, current: bool) -> None:
    worn = theme()
    inside = box.adjusted(worn.px(_PAD), 0, -worn.px(4), 0)
    painter.setFont(worn.font(12, 600))
    metrics = QFontMetrics(painter.font())
    name = stage_name(stage)
    if inside.width() < metrics.horizontalAdvance(name[:1]) + worn.px(4):
        return
    painter.setPen(worn.colour("on_accent" if current else "text"))
    painter.drawText(inside, _MIDDLE, metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(inside.width())))
    code = OCDS[stage]
    used = metrics.horizontalAdvance(name) + worn.px(_PAD)
    painter.setFont(worn.font(12))
    if inside.width() - used >= QFontMetrics(painter.font()).horizontalAdvance(code):
        painter.setPen(worn.colour("on_accent" if current else "muted"))
        painter.drawText(inside.adjusted(used, 0, 0, 0), _MIDDLE, code)


def _band_day(day: date, year: int, *, in_full: bool) -> str:
    """Return what stands under a band; the year where another one was said before."""
    said = short_day(day, day)
    if in_full:
        return f"{said} {day.year}"
    month = said.split()[-1]
    return month if day.year == year else f"{month} {day.year}"


def _today_chip(chart: Chart, laid: Measures) -> QRectF:
    worn = theme()
    wide = QFontMetrics(worn.font(12, 600)).horizontalAdvance(_today()) + worn.px(14)
    x = laid.x(chart, chart.today)
    left = min(max(x - wide / 2, 0), laid.width - wide)
    return QRectF(left, worn.px(BAND) + worn.px(3), wide, worn.px(DATES - 7))


def _paint_today(painter: QPainter, chart: Chart, laid: Measures) -> None:
    worn = theme()
    x = laid.x(chart, chart.today)
    painter.setPen(QPen(worn.colour("accent"), 2))
    painter.drawLine(QPointF(x, worn.px(BAND + DATES - 4)), QPointF(x, laid.height - worn.px(2)))
    chip = _today_chip(chart, laid)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.colour("accent"))
    painter.drawRoundedRect(chip, 3, 3)
    painter.setPen(worn.colour("on_accent"))
    painter.setFont(worn.font(12, 600))
    painter.drawText(chip, _CENTRE, _today())


def _paint_lane(painter: QPainter, chart: Chart, laid: Measures, number: int, lane: Lane) -> None:
    worn = theme()
    box = laid.lane(number)
    wide, high = worn.px(MARK_WIDTH), worn.px(MARK_HEIGHT)
    paint_mark(painter, QRectF(0, box.center().y() - high / 2, wide, high), lane.sector)
    if laid.named:
        painter.setFont(worn.font(14))
        painter.setPen(worn.colour("text"))
        room = QRectF(wide + worn.px(8), box.top(), laid.left - wide - worn.px(12), box.height())
        name = QFontMetrics(painter.font()).elidedText(
            sector_name(lane.sector), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _MIDDLE, name)
    if lane.spots:
        painter.setPen(QPen(worn.colour("edge"), 1.5))
        y = box.center().y()
        until = chart.today if chart.ended is None else min(chart.ended, chart.today)
        last = max(lane.spots[-1].on, until)
        painter.drawLine(QPointF(laid.x(chart, lane.spots[0].on), y), QPointF(laid.x(chart, last), y))
    elif lane.missing:
        _paint_gap(painter, chart, laid, box)


def _paint_gap(painter: QPainter, chart: Chart, laid: Measures, box: QRectF) -> None:
    gap = chart.gap
    if gap is None:
        return
    worn = theme()
    earlier, later = sorted((laid.x(chart, chart.today), laid.x(chart, gap.on)))
    dashed = QRectF(earlier, box.top() + worn.px(2), max(later - earlier, worn.px(4)), box.height() - worn.px(4))
    painter.setPen(QPen(worn.colour("caution"), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(worn.colour("caution_tint"))
    painter.drawRect(dashed)
    painter.setPen(worn.colour("caution"))
    painter.setFont(worn.font(12, 600))
    metrics = QFontMetrics(painter.font())
    days = (gap.on - chart.today).days
    if not gap.entered and days > 0:
        left = days_long(days)
        if metrics.horizontalAdvance(left) + worn.px(8) <= dashed.width():
            painter.drawText(dashed.adjusted(worn.px(6), 0, 0, 0), _MIDDLE, left)
    said = (
        QCoreApplication.translate("Strands", "Not involved before {}")
        if not gap.entered
        else QCoreApplication.translate("Strands", "Not involved since {} began")
    ).format(gap.stage.value)
    wide = metrics.horizontalAdvance(said)
    behind = QRectF(
        dashed.right() + worn.px(_PAD), box.top(), laid.width - dashed.right() - worn.px(_PAD), box.height()
    )
    if wide <= behind.width():
        painter.drawText(behind, _MIDDLE, said)
        return
    before = QRectF(laid.left, box.top(), dashed.left() - laid.left - worn.px(_PAD), box.height())
    if wide <= before.width():
        painter.drawText(before, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
    elif wide <= dashed.width() - worn.px(8):
        painter.drawText(dashed.adjusted(worn.px(6), 0, 0, 0), _MIDDLE, said)


def paint_spot(painter: QPainter, centre: QPointF, spot: Spot) -> None:
    """Paint a spot, ringed where it is the first involvement."""
    worn = theme()
    if spot.first:
        ring = worn.px(_RING)
        painter.setPen(QPen(worn.colour("accent"), max(worn.px(2), 2)))
        painter.setBrush(worn.colour("ground"))
        painter.drawEllipse(centre, ring, ring)
    paint_kind(painter, centre, spot.kind)


def paint_kind(painter: QPainter, centre: QPointF, kind: Occasion) -> None:
    """Paint the shape of a kind of occasion: each has its own, and none has a colour."""
    worn = theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.colour("text"))
    r = worn.px(_DOT)
    x, y = centre.x(), centre.y()
    match kind:
        case Occasion.ATTENDED:
            painter.drawEllipse(centre, r, r)
        case Occasion.ANSWERED_CALL:
            painter.drawRect(QRectF(x - r, y - r, 2 * r, 2 * r))
        case Occasion.PROPOSED:
            side = r * 1.35
            _polygon(painter, (x, y - side), (x + side, y), (x, y + side), (x - side, y))
        case Occasion.SPOKE:
            side = r * 1.3
            _polygon(painter, (x, y - side), (x + side, y + r), (x - side, y + r))
        case Occasion.BY_HAND:
            painter.setPen(QPen(worn.colour("text"), max(worn.px(2), 2)))
            painter.drawLine(QPointF(x - r, y), QPointF(x + r, y))
            painter.drawLine(QPointF(x, y - r), QPointF(x, y + r))


def _polygon(painter: QPainter, *corners: tuple[float, float]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def _paint_focus(painter: QPainter, chart: Chart, laid: Measures, lane: int, spot: int) -> None:
    worn = theme()
    box = laid.lane(lane).adjusted(1, 1, -1, -1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(worn.colour("accent"), 2))
    spots = chart.lanes[lane].spots
    if 0 <= spot < len(spots):
        x, half = laid.x(chart, spots[spot].on), worn.px(13)
        box = QRectF(x - half, box.top(), 2 * half, box.height())
    painter.drawRoundedRect(box, 3, 3)


def _today() -> str:
    return QCoreApplication.translate("Strands", "Today")
