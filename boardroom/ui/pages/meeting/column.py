"""What each column of the Meeting page is: told which meeting and item to show, with commands of its own."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk


class Column(QWidget):
    """One of agenda, item and people. The page tells it what to show and when to read again."""

    item_chosen = Signal(object)
    """The id of the item that the whole page should show."""
    commands_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the widgets; nothing is read before `show_meeting`."""
        super().__init__(parent)
        self.desk = desk
        self.meeting_id: UUID | None = None
        self.item_id: UUID | None = None

    def show_meeting(self, meeting_id: UUID, item_id: UUID | None) -> None:
        """Show a meeting and one of its items (None: what belongs to the meeting itself)."""
        self.meeting_id, self.item_id = meeting_id, item_id
        self.reload()

    def show_item(self, item_id: UUID | None) -> None:
        """Show another item of a meeting that has not changed since it was read."""
        self.item_id = item_id
        self.reload()

    @abstractmethod
    def reload(self) -> None:
        """Read anew; what was chosen stays chosen, what is being typed stays in its editor."""

    def follow(self, _change: Change) -> None:
        """Read anew what a change is about that concerns this column."""
        self.reload()

    @abstractmethod
    def concerns(self, change: Change) -> bool:
        """Return whether a change is about something that the column shows."""

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command of this column."""
        return {}

    def why_not(self, _command: str) -> str:
        """Return why one of its commands can't run now; empty where it can."""
        return ""

    def step_out(self) -> bool:
        """Go one step out on Escape; returns whether there was one inside the column."""
        return False

    def choose(self, _entity: str, _entity_id: UUID) -> bool:
        """Choose a thing that a link names, if it is in this column; returns whether it is."""
        return False

    def chosen(self) -> tuple[str, UUID] | None:
        """Return the entity and id of what is chosen here, for its history."""
        return None

    def focus(self) -> None:
        """Put the focus where the user wants it."""
        self.setFocus()
