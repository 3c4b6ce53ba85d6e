"""Paints a row of value: users' range as a bar with a tick at the typical estimate, and the cost on its own scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF
from typing_extensions import override

from boardroom.ui.kit.row_delegate import RowDelegate
from boardroom.ui.kit.row_model import RowModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainter

    from boardroom.domain.value import Estimated, ValueRow
    from boardroom.ui.kit.row_columns import Place
    from boardroom.ui.kit.row_data import RowData
    from boardroom.ui.kit.row_ink import Ink
    from boardroom.ui.kit.rows import Rows

BENEFIT, ASKED, COST = 1, 2, 3
"""The columns behind the proposal itself."""
_BAR, _TICK, _TALL = 12, 4, 22
_COST_SHARE: Final = 0.5


class ValueDelegate(RowDelegate):
    """Paints rows of value; told the ends of both scales, it draws each row on them."""

    def __init__(self, rows: Rows) -> None:
        """Paint the rows of a list."""
        model = rows.model()
        assert isinstance(model, RowModel)  # noqa: S101 - a list of rows has no other
        super().__init__(model, rows)
        self._values: Mapping[object, ValueRow] = {}
        self._scales: Mapping[str, tuple[int, int]] = {}
        self._dearest: Mapping[tuple[bool, str], int] = {}

    def show(
        self,
        values: Mapping[object, ValueRow],
        scales: Mapping[str, tuple[int, int]],
        dearest: Mapping[tuple[bool, str], int],
    ) -> None:
        """Draw these rows.

        Args:
            values: by the id of their row.
            scales: both ends of each scale of estimates, in thousandths.
            dearest: the greatest cost per person, in pence, of those that can be compared.
        """
        self._values, self._scales, self._dearest = values, scales, dearest

    @override
    def _paint_cells(self, painter: QPainter, rect: QRect, entry: RowData, ink: Ink, shown: list[Place]) -> None:
        value = self._values.get(entry.id)
        for place in shown[1:]:
            box = QRect(rect.left() + place.left, rect.top(), place.width - ink.pad, rect.height() - 1)
            if value is None or place.number == ASKED:
                painter.setPen(ink.text)
                ink.write_right(painter, box, entry.cells[place.number - 1].text, "body", box.width())
            elif place.number == BENEFIT:
                self._paint_benefit(painter, box, value, entry.cells[BENEFIT - 1].text, ink)
            else:
                self._paint_cost(painter, box, value, entry.cells[COST - 1].text, ink)

    def _paint_benefit(self, painter: QPainter, box: QRect, value: ValueRow, said: str, ink: Ink) -> None:
        half = box.height() // 2
        upper, lower = box.adjusted(0, ink.half, 0, -half), box.adjusted(0, half, 0, -ink.half)
        estimate = value.estimate
        ends = self._scales.get(estimate.scale)
        painter.setPen(ink.muted)
        if ends is None:
            ink.write(painter, box, said, "small")
            return
        # Both ends of the scale, and its middle.
        for share in (0.0, 0.5, 1.0):
            x = upper.left() + round(share * (upper.width() - 1))
            painter.fillRect(x, upper.top(), 1, upper.height(), ink.rule)
        self._paint_range(painter, upper, estimate, ends, ink)
        if value.later is not None and value.later.scale == estimate.scale and value.later.typical is not None:
            self._paint_later(painter, upper, _share(value.later.typical, ends), ink)
        painter.setPen(ink.muted)
        ink.write(painter, lower, said, "small")

    def _paint_range(self, painter: QPainter, box: QRect, estimate: Estimated, ends: tuple[int, int], ink: Ink) -> None:
        wide, middle = box.width() - 1, box.center().y()
        if estimate.lowest is not None and estimate.highest is not None:
            left = box.left() + _share(estimate.lowest, ends) * wide
            right = box.left() + _share(estimate.highest, ends) * wide
            high = ink.worn.px(_BAR)
            bar = QRectF(left, middle - high / 2, max(right - left, 2.0), high)
            painter.fillRect(bar, ink.worn.colour("edge"))
        if estimate.typical is not None:
            x = box.left() + _share(estimate.typical, ends) * wide
            tall = min(ink.worn.px(_TALL), box.height())
            thick = ink.worn.px(_TICK)
            painter.fillRect(QRectF(x - thick / 2, middle - tall / 2, thick, tall), ink.text)

    def _paint_later(self, painter: QPainter, box: QRect, share: float, ink: Ink) -> None:
        """Ring what was measured later: a form of its own, not a colour."""
        size = ink.worn.px(_BAR)
        x = box.left() + share * (box.width() - 1)
        painter.setPen(ink.ring)
        painter.drawEllipse(QRectF(x - size / 2, box.center().y() - size / 2, size, size))

    def _paint_cost(self, painter: QPainter, box: QRect, value: ValueRow, said: str, ink: Ink) -> None:
        pence = value.cost.per_person
        painter.fillRect(box.left(), box.top(), 1, box.height(), ink.worn.colour("edge"))
        wide, dearest = 0, self._dearest.get(value.cost.unit)
        if pence is not None and dearest:
            wide = max(round(_COST_SHARE * box.width() * pence / dearest), 2)
            high = ink.worn.px(_BAR)
            painter.fillRect(box.left() + 1, box.center().y() - high // 2, wide, high, ink.text)
        painter.setPen(ink.text if pence is not None else ink.muted)
        ink.write(painter, box.adjusted(wide + ink.gap, 0, 0, 0), said, "body" if pence is not None else "small")


def _share(value: int, ends: tuple[int, int]) -> float:
    low, high = ends
    return min(max((value - low) / (high - low), 0.0), 1.0)
