"""A window beside the main one that follows a meeting as it runs: read only, and gone with the board file."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.ui.kit.large import LargeLabel, scale_all
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.theme import wardrobe

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QCloseEvent, QHideEvent, QResizeEvent, QShowEvent

    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk

_SECOND = 1000


class DrawnHead(NamedTuple):
    """How the head of such a window is drawn: its ground, and in pixels of the drawn size its letters and its space."""

    role: str
    above: int
    heading: int
    least: int
    """The smallest size of the heading, where it is long."""
    left: int
    clock: int
    height: int
    side: int
    """Left and right of what stands in it; below, over and under it, and between its parts."""
    over: int
    under: int
    between: int


class Apart(QWidget):
    """Reads when something changes that it shows, and tells the time every second; both only while it is to be seen.

    Its head has a line above the heading, the time that is left, and the clock; subclasses lay it out with the rest.
    """

    turned = Signal()
    """It has come, or gone."""

    concerns: tuple[str, ...] = ()
    """Tables whose change it shows."""
    drawn: tuple[int, int] = (1920, 1080)
    """The size for which its measures are drawn."""
    drawn_head: DrawnHead

    def __init__(self, desk: Desk) -> None:
        """Build it out of sight.

        Args:
            desk: whose board file it reads.
        """
        super().__init__(None, Qt.WindowType.Window)
        self.desk = desk
        self.meeting_id: UUID | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        drawn = self.drawn_head
        self.above = LargeLabel(drawn.above, 400, "muted")
        self.heading = LargeLabel(drawn.heading, 700, least=drawn.least)
        self.left, self.clock = LargeLabel(drawn.left, 600, "muted"), LargeLabel(drawn.clock, 700)
        self.head = QFrame()
        self.head.setProperty("role", drawn.role)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.above)
        titles.addWidget(self.heading, 1)
        self._across = QHBoxLayout(self.head)
        self._across.addLayout(titles, 1)
        for one in (self.left, self.clock):
            self._across.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._on_tick)
        desk.changed.connect(self._on_changed)
        desk.closed.connect(self.close)
        wardrobe().changed.connect(self._on_dressed)

    @abstractmethod
    def read(self) -> None:
        """Read what is shown of the meeting.

        Raises:
            Refusal: the board file, or the meeting, is gone.
        """

    @abstractmethod
    def could_not_read(self) -> None:
        """Show that nothing is known any more."""

    def tell_time(self) -> None:
        """Show what moves on with the clock."""
        self.clock.say(time_shown(self.desk.now))

    def say_left(self, words: str, *, over: bool) -> None:
        """Say how much time is left, or how long it is over."""
        self.left.say(words, "danger" if over else "muted")

    def show_meeting(self, meeting_id: UUID) -> None:
        """Follow a meeting."""
        self.meeting_id = meeting_id
        self.reload()

    def reload(self) -> None:
        """Read anew, and tell the time."""
        if self.meeting_id is None:
            return
        try:
            self.read()
        except Refusal:
            self.could_not_read()
        self.tell_time()

    @property
    def scale(self) -> float:
        """How large everything is against what was drawn."""
        wide, high = self.drawn
        return max(0.1, min(self.width() / wide, self.height() / high))

    def px(self, drawn: float) -> int:
        """Return how many pixels a drawn measure has in this window."""
        return round(drawn * self.scale)

    def fit(self) -> None:
        """Take the measures of the window, and the colours of the theme."""
        drawn, px = self.drawn_head, self.px
        scale_all(self, self.scale)
        self.head.setFixedHeight(min(px(drawn.height), self.height() // 3))
        self._across.setContentsMargins(px(drawn.side), px(drawn.over), px(drawn.side), px(drawn.under))
        self._across.setSpacing(px(drawn.between))

    # PySide goes on calling a slot that a subclass overrides when the window is gone: these none overrides.

    @Slot()
    def _on_tick(self) -> None:
        self.tell_time()

    @Slot()
    def _on_dressed(self) -> None:
        self.fit()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.touches(*self.concerns):
            self.reload()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()
        self._tick.start()
        self.turned.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
        self.turned.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # Its desk may be gone when somebody would read again.
        self._tick.stop()
        super().closeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
