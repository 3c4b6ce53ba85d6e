"""What the tests of one item share: a board with three seats, a meeting, and everybody at the table."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from uuid import UUID

from boardroom.domain.words import Sector
from boardroom.services import agenda, attendance, boards, meetings
from boardroom.store.file import BoardFile
from boardroom.store.queries.item_page import ItemView, item_of

T = TypeVar("T")

SEATS = (
    ("Council", "Margaret Ashdown", Sector.LOCAL_AUTHORITY),
    ("Families", "Amina Yusuf", Sector.VOLUNTARY),
    ("Health", "Owain Meredith", Sector.HEALTH),
)


class Item:
    """One item of a meeting, written by services and read as the page reads it."""

    def __init__(self, board: BoardFile) -> None:
        self.board = board
        with board.writing("Set up the board") as session:
            ours = boards.create_board(session, "Arrowmere Partnership")
            for seat, holder, sector in SEATS:
                body = boards.add_organisation(session, f"{seat} body", sector)
                place = boards.add_seat(session, ours.id, seat, sector=sector, organisation_id=body.id)
                boards.seat_person(session, place.id, holder)
            self.board_id = ours.id
            self.meeting_id = meetings.plan_meeting(session, ours.id, date(2027, 1, 28)).id
            self.id = agenda.add_item(session, self.meeting_id, "Short breaks").id
            lines = attendance.all_present_except(session, self.meeting_id)
            self.lines = {line.name: line.id for line in lines}

    def do(self, service: Callable[..., T], *args: object, **parts: object) -> T:
        with self.board.writing("Do") as session:
            return service(session, *args, **parts)

    @property
    def seen(self) -> ItemView:
        with self.board.reading() as session:
            return item_of(session, self.id)

    def another(self, title: str) -> UUID:
        return self.do(agenda.add_item, self.meeting_id, title).id
