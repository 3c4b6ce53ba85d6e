"""Parts of the chair's window: what is to be said, and the sectors that were not heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.large import LargeLabel
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.theme import theme
from boardroom.ui.pages.projection.result import LargeMark
from boardroom.ui.pages.room.chair_words import sentence_of, tone_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from boardroom.domain.said_next import Saying
    from boardroom.domain.words import Sector

_MOST, _LEAST, _SMALLER = 34.0, 19.0, 0.94
_GAP, _EDGE = 18, 24
_HEADING, _ROW, _LEAST_HIGH = 42, 38, 180


class ToBeSaid(QFrame):
    """Sentences one below the other, as large as all of them fit; what doesn't fit in the smallest size is counted."""

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self.setProperty("role", "surface")
        self.setAccessibleName(self.tr("To be said next"))
        self._sayings: tuple[Saying, ...] = ()
        self.labels: list[LargeLabel] = []
        self._more = LargeLabel(_LEAST, 400, "muted")
        self._more.setParent(self)
        self._nothing = LargeLabel(26, 400, "muted", least=_LEAST)
        self._nothing.setParent(self)
        self._nothing.say(self.tr("Nothing has to be said now."))
        self._scale = 1.0

    def show_sayings(self, sayings: tuple[Saying, ...]) -> None:
        """Show what is to be said."""
        if sayings == self._sayings and self.labels:
            return
        self._sayings = sayings
        while len(self.labels) < len(sayings):
            label = LargeLabel(_MOST, 600, least=_LEAST)
            label.setParent(self)
            label.set_scale(self._scale)
            self.labels.append(label)
        for label, saying in zip(self.labels, sayings, strict=False):
            label.say(sentence_of(saying))
        self._place()

    def set_scale(self, scale: float) -> None:
        """Take the scale of the window."""
        self._scale = scale
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, edge = round(_GAP * self._scale), round(_EDGE * self._scale)
        width, room = max(1, self.width() - 2 * edge), self.height() - gap
        labels = self.labels[: len(self._sayings)]
        size = _MOST
        while size > _LEAST and sum(one.high_in(width, size) + gap for one in labels) > room:
            size = max(_LEAST, size * _SMALLER)
        top, left_out = 0, 0
        foot = round(_LEAST * 1.6 * self._scale)
        for at, one in enumerate(labels):
            high = one.high_in(width, size)
            last = at == len(labels) - 1
            fits = not left_out and top + high <= room - (0 if last else foot)
            # The most pressing one stands there in any case, cut where it must be.
            fits = fits or at == 0
            left_out += not fits
            one.setVisible(fits)
            if fits:
                high = one.fit_into(width, min(high, max(1, room)), size)
                one.setGeometry(edge, top, width, high)
                top += high + gap
        for one in self.labels[len(self._sayings) :]:
            one.hide()
        self._more.say(self.tr("and {} more").format(left_out) if left_out else "")
        self._more.setVisible(bool(left_out))
        self._more.setGeometry(edge, top, width, foot)
        self._nothing.setVisible(not labels)
        self._nothing.setGeometry(edge, 0, width, min(max(1, self.height()), round(60 * self._scale)))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        wide = max(2, round(6 * self._scale))
        for one, saying in zip(self.labels, self._sayings, strict=False):
            if one.isVisibleTo(self):
                box = one.geometry()
                painter.fillRect(QRect(0, box.top(), wide, box.height()), theme().colour(tone_of(saying)))
        painter.end()


class NotHeard(QWidget):
    """The sectors that are here and were not heard on the item: mark and name of each."""

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self._sectors: tuple[Sector, ...] | None = None
        self._scale = 1.0
        self.heading = LargeLabel(22, 600, "muted")
        self.names: list[LargeLabel] = []
        self._marks: list[LargeMark] = []
        self._grid = QGridLayout()
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.heading, 0, 0)
        whole.addLayout(self._grid, 1, 0)
        whole.setRowStretch(2, 1)

    def show_sectors(self, sectors: Sequence[Sector], *, taken: bool) -> None:
        """Show sectors.

        Args:
            sectors: in the order of the seats.
            taken: whether an item is being taken.
        """
        self.heading.say(
            "" if not taken else self.tr("Not heard yet") if sectors else self.tr("Every sector here was heard")
        )
        if tuple(sectors) == self._sectors:
            return
        self._sectors = tuple(sectors)
        clear(self._grid)
        self.names, self._marks = [], []
        for at, sector in enumerate(sectors):
            mark, name = LargeMark(sector), LargeLabel(21)
            name.say(sector_name(sector))
            row, column = divmod(at, 2)
            self._grid.addWidget(mark, row, 2 * column)
            self._grid.addWidget(name, row, 2 * column + 1, Qt.AlignmentFlag.AlignVCenter)
            mark.show()
            name.show()
            self.names.append(name)
            self._marks.append(mark)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.set_scale(self._scale)

    def drawn_height(self) -> int:
        """Return how high it is drawn, with room for the quorum in any case."""
        rows = (len(self.names) + 1) // 2
        return max(_LEAST_HIGH, _HEADING + rows * _ROW)

    def set_scale(self, scale: float) -> None:
        """Take the scale of the window."""
        self._scale = scale
        for name in self.names:
            name.set_scale(scale)
        for mark in self._marks:
            mark.set_width(max(1, round(38 * scale)))
        self._grid.setHorizontalSpacing(round(10 * scale))
        self._grid.setVerticalSpacing(round(6 * scale))
