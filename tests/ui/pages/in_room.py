"""The room of the sample board's planned meeting in the whole program, as the tests of the room share it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from boardroom.domain.meeting import Meeting
from boardroom.domain.words import MeetingStatus
from boardroom.services.attendance import all_present_except
from boardroom.store.queries.meeting_page import agenda_of, head_of
from boardroom.store.queries.running import running_of
from boardroom.ui.links import Link
from boardroom.ui.pages.room import RoomPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from tests.ui.program import Running


class Room:
    """The room, and what a secretary presses there."""

    def __init__(self, one: Running) -> None:
        self.one = one
        find = select(Meeting.id).where(Meeting.status == MeetingStatus.PLANNED)
        self.id: UUID = one.desk.read(lambda session: session.scalars(find).one())
        planned = one.desk.read(head_of, self.id).held_on
        assert planned is not None
        one.clock.now = datetime(planned.year, planned.month, planned.day, 14, 0, 20, tzinfo=one.clock.now.tzinfo)
        one.window.go(Link("room", "meeting", self.id, self.id))
        QApplication.processEvents()

    def begin(self) -> None:
        """Start the meeting, everybody being here."""
        self.one.press("Ctrl+Shift+H")
        self.all_here()

    def all_here(self) -> None:
        """Let everybody be here."""
        self.one.desk.write("Mark all as here", all_present_except, self.id)

    @property
    def page(self) -> RoomPage:
        page = self.one.page
        assert isinstance(page, RoomPage)
        return page

    @property
    def items(self) -> list[UUID]:
        return [row.id for row in self.one.desk.read(agenda_of, self.id).items]

    @property
    def current(self) -> UUID | None:
        return self.one.desk.read(running_of, self.id).current


def enter_room(run: Callable[..., Running], sample: Path, folder: Path) -> Room:
    """Open a copy of the sample board in its room, on the day of the meeting."""
    path = folder / "Arrowmere.boardroom"
    path.write_bytes(sample.read_bytes())
    one = run(path=path)
    one.wait_for_board()
    return Room(one)
