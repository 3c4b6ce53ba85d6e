"""A meeting in session, of as many items and people as wanted, shown in the room of a real window."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from boardroom.domain.words import Sector
from boardroom.services.agenda import add_item
from boardroom.services.attendance import all_present_except
from boardroom.services.boards import add_seat, create_board, seat_person
from boardroom.services.meetings import plan_meeting
from boardroom.services.running import start_meeting
from boardroom.store.file import BoardFile
from boardroom.store.queries.running import meeting_in_session
from boardroom.ui.links import Link
from boardroom.ui.pages.room import RoomPage
from tests.benchmarks.window_here import window_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BEGINS = datetime(2019, 3, 1, 14, tzinfo=UTC)
"""The moment at which the windows of the benchmarks stand."""
_SECTORS = [one for one in Sector if one is not Sector.UNKNOWN]


def file_with_meeting(path: Path, items: int, people: int) -> Path:
    """Make a board file with one meeting in session; everybody is there."""
    with BoardFile.create(path, who="S") as file, file.writing("Begin") as session:
        board = create_board(session, "Partnership Board")
        session.flush()
        for at in range(people):
            seat = add_seat(session, board.id, f"Seat {at}", sector=_SECTORS[at % len(_SECTORS)])
            session.flush()
            seat_person(session, seat.id, f"Person {at} Name")
        meeting = plan_meeting(session, board.id, _BEGINS.date())
        session.flush()
        for at in range(items):
            add_item(session, meeting.id, f"Item {at} of what the partners plan").minutes_planned = 5
        session.flush()
        start_meeting(session, meeting.id, _BEGINS)
        session.flush()
        all_present_except(session, meeting.id)
    return path


@contextmanager
def room_on(path: Path) -> Iterator[RoomPage]:
    """Show the meeting of a file that `file_with_meeting` made."""
    with window_on(path) as window:
        desk = window.desk
        if desk is None:
            raise TypeError(desk)
        meeting_id = desk.read(meeting_in_session)
        if meeting_id is None:
            raise TypeError(meeting_id)
        window.go(Link("room", "meeting", meeting_id, meeting_id))
        QApplication.processEvents()
        page = window.current_page()
        if not isinstance(page, RoomPage):
            raise TypeError(page)
        yield page
