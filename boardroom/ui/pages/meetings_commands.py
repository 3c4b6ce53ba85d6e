"""What the commands over the chosen meeting share: the desk, where they ask, and which meeting it is."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boardroom.ui.kit.fields import DateField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from boardroom.store.queries.meeting_page import HeadView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.asking import Asking


class MeetingCommands(QObject):
    """Each command asks what it needs where the meeting is shown."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        """Work on the meetings of a board file.

        Args:
            desk: where they are written.
            asking: where questions are put.
        """
        super().__init__(asking)
        self._desk, self._asking = desk, asking
        self._head: HeadView | None = None

    def show_meeting(self, head: HeadView | None) -> None:
        """Hear which meeting is chosen."""
        self._head = head

    @abstractmethod
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command."""

    @abstractmethod
    def why_not(self, command: str) -> str:
        """Return why a command can't run now; empty where it can."""

    def _day(self, words: str) -> DateField:
        return DateField(words, self._today)

    def _today(self) -> date:
        return self._desk.today
