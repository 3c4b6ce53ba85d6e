"""The chosen meeting on the Meetings place, the questions asked about it, and what stands there before the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.fitting import Fitting
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from boardroom.ui.kit.buttons import CommandButton
    from boardroom.ui.pages.asking import Asking
    from boardroom.ui.pages.meetings_agenda import AgendaTable
    from boardroom.ui.pages.meetings_details import MeetingDetails
    from boardroom.ui.pages.series_plan import SeriesPlan

_ROOMY_FROM, _ROOM_FOR_ALL = 480, 720


class MeetingPane(QWidget):
    """Particulars above the agenda; a question above both, or in their place where the window is low."""

    def __init__(
        self, asking: Asking, details: MeetingDetails, agenda: AgendaTable, first: CommandButton, series: SeriesPlan
    ) -> None:
        """Put them in their places.

        Args:
            asking: where questions are put.
            details: the meeting's particulars.
            agenda: its agenda.
            first: the button that plans the first meeting.
            series: where a series is planned, in the meeting's place.
        """
        super().__init__()
        self._asking, self._details = asking, details
        under = QFrame()
        under.setProperty("role", "rule")
        meeting = QWidget()
        meeting.setProperty("role", "surface")
        self._inside, self._facts = QVBoxLayout(meeting), Fitting(details)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addWidget(self._facts)
        self._inside.addWidget(under)
        self._inside.addWidget(agenda, 1)
        below = hint(self.tr("Minutes written before can be imported, or dropped on the window."))
        sentence = self.tr("Each meeting is kept here: its agenda before, its minutes after.")
        self._stack = QStackedWidget()
        self._stack.addWidget(meeting)
        self._stack.addWidget(Empty(sentence, first, below))
        self._series = series
        self._stack.addWidget(series)
        self._chosen = False
        self._asked = Fitting(asking)
        self._asked.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._asked)
        column.addWidget(self._stack, 1)
        asking.asked.connect(self._on_asked)
        asking.closed.connect(self._on_answered)
        wardrobe().changed.connect(self._make_room)

    def fill(self, *, chosen: bool) -> None:
        """Show the chosen meeting, or the way to the first one, once no series is being planned."""
        self._chosen = chosen
        if not self.plans_series:
            self._stack.setCurrentIndex(0 if chosen else 1)

    @property
    def plans_series(self) -> bool:
        """Whether a series is being planned."""
        return self._stack.currentWidget() is self._series

    def begin_series(self) -> None:
        """Plan a series in the meeting's place."""
        self._stack.setCurrentWidget(self._series)
        self._series.begin()

    @Slot()
    def leave_series(self) -> bool:
        """Show the meeting again; returns whether a series was being planned."""
        was = self.plans_series
        self._stack.setCurrentIndex(0 if self._chosen else 1)
        return was

    def settle(self) -> None:
        """Give everything its place before it is looked at: the agenda would jump once the particulars have theirs."""
        layout = self._details.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        self._facts.updateGeometry()
        self._inside.activate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @Slot()
    def _on_asked(self) -> None:
        self._asked.show()
        self._make_room()

    @Slot()
    def _on_answered(self) -> None:
        self._asked.hide()
        self._make_room()

    @Slot()
    def _make_room(self) -> None:
        """In a low window there is room for the question or for what it is about, in a middling one for part of it."""
        px, asks = theme().px, self._asking.is_asking
        roomy = self.height() >= px(_ROOMY_FROM)
        self._details.make_room(roomy=roomy and (not asks or self.height() >= px(_ROOM_FOR_ALL)))
        self._stack.setVisible(roomy or not self._asking.is_asking)
