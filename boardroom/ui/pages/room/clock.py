"""What the head shows while a meeting runs: the item's time, five minutes more, and the time of day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.meters import TimeBar
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from datetime import datetime


class RoomClock(QWidget):
    """Used and planned time of the item that is being taken, and a clock that is read from a metre away."""

    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it without time."""
        super().__init__(parent)
        self.bar = TimeBar()
        self.more = CommandButton(self.tr("+5 min"), COMMANDS["room.more"].key, role="small")
        self.more.setAccessibleName(COMMANDS["room.more"].said)
        self.more.show_key(shown=False)
        self.more.clicked.connect(self.more_asked)
        self.face = label("", "display")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.bar, self.more, self.face):
            self._row.addWidget(widget)
        self._running = False
        wardrobe().changed.connect(self.fit)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Take the measures of the theme, and leave out what has no room."""
        px = theme().px
        self._row.setSpacing(px(16))
        self.bar.setFixedWidth(px(152))
        roomy = self.window().width() >= px(900)
        self.more.setVisible(self._running and roomy)
        self.bar.setVisible(self._running and self.window().width() >= px(640))

    def show_time(self, now: datetime, number: str, *, used: int, planned: int, running: bool) -> None:
        """Show the time.

        Args:
            now: the present moment, local.
            number: of the item that is being taken.
            used: its seconds.
            planned: seconds; 0 where no time was planned.
            running: whether an item is being taken.
        """
        if running is not self._running:
            self._running = running
            self.fit()
        self.bar.show_time(self.tr("Item {}").format(number) if number else self.tr("This item"), used, planned)
        words = time_shown(now)
        if self.face.text() != words:
            self.face.setText(words)
            self.face.setAccessibleName(self.tr("It is {}").format(words))
