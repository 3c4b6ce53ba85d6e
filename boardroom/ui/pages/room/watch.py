"""A look at the computer's clock once a second: it may be set back or on, or stand still while the computer sleeps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.moments import time_shown

if TYPE_CHECKING:
    from datetime import datetime

    from boardroom.ui.desk import Desk

_BACK, _ON = timedelta(minutes=1), timedelta(hours=1)
"""From where a jump is told: less puts no time wrong that is stamped by the minute; a lid is closed over lunch."""


class ClockWatch(QObject):
    """Tells that the clock jumped in the middle of a meeting, and how the times that it stamped are put right."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Begin to watch."""
        super().__init__(parent)
        self._desk = desk
        self._last: datetime | None = None

    def look(self, *, in_session: bool) -> None:
        """Compare the moment with that of the last look; called once a second."""
        now, last = self._desk.now, self._last
        self._last = now
        if last is None or not in_session:
            return
        if now - last < -_BACK:
            sentence = self.tr("The computer’s clock went back from {} to {}. {} corrects the times of the items.")
        elif now - last > _ON:
            sentence = self.tr("The computer slept, or its clock was set, from {} to {}. {} corrects the times.")
        else:
            return
        self._desk.tell(sentence.format(time_shown(last), time_shown(now), COMMANDS["room.times"].key))
