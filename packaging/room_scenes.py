"""The room in pictures: the sample board's next meeting, half way through, put into one state after another."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boardroom.domain.text import ParagraphState, runs_of
from boardroom.domain.words import PointKind, Presence, Sector, TextKind
from boardroom.services import at_the_door, attendance, motions, points, running
from boardroom.services.proposals import PutBy, put_proposal
from boardroom.services.texts import write_text
from boardroom.store.queries.attendance_page import attendance_of
from boardroom.store.queries.meeting_list import Wanted, meetings_page
from boardroom.store.queries.meeting_page import agenda_of
from boardroom.ui.links import Link
from boardroom.ui.pages.room import RoomPage
from boardroom.ui.window import Window

_TAKEN_AT = (time(14), time(14, 3), time(14, 5), time(14, 7), time(14, 15), time(14, 20, 19))
_POINTS = (
    ("Priya Raman", "Of 214 families asked, three in five wanted weekends.", PointKind.REPORT),
    (
        "Ffion Davies",
        "Young people were asked after the timetable was drawn up; that should change.",
        PointKind.CONCERN,
    ),
    ("Owain Meredith", "38 families are waiting for sessions with a nurse.", PointKind.REPORT),
)
_PROPOSALS = (
    ("Weekend sessions in two village halls, not only in town", "Tŷ Cwtsh Families", Sector.VOLUNTARY),
    ("Community minibus on Saturdays, with volunteer drivers", "Llan-y-dŵr Community Association", Sector.COMMUNITY),
)


class RoomScenes:
    """One meeting that runs; each scene goes on from the one before."""

    def __init__(self, window: Window, day: date) -> None:
        """Begin the meeting and go to its sixth item."""
        self.window = window
        assert window.desk is not None  # noqa: S101 - for the type checker
        self.desk = window.desk
        rows = self.desk.read(meetings_page, Wanted(board_id=self.desk.board_id))
        self.id: UUID = next(one.id for one in rows if str(one.status) == "planned")
        self.items = [one.id for one in self.desk.read(agenda_of, self.id).items]
        self._day = day
        self.item = self.items[len(_TAKEN_AT) - 1]
        self.desk.write("Start", running.start_meeting, self.id, self._at(_TAKEN_AT[0]), change_day=True)
        self.desk.write("Present", attendance.all_present_except, self.id)
        self.desk.write("Apologies", attendance.set_presence, self.line("Supt Colin Hartnell"), Presence.APOLOGIES)
        for at in _TAKEN_AT[1:]:
            self.desk.write("Next", running.take_next, self.id, self._at(at))
        for name, text, kind in _POINTS:
            self.desk.write("Point", points.add_point, self.item, text, name=name, kind=kind)
        notes = [ParagraphState(runs=runs_of(f"{name}: {text}")) for name, text, _ in _POINTS]
        self.desk.write("Note", write_text, self.id, self.item, TextKind.NOTE, notes)
        for text, body, sector in _PROPOSALS:
            by = [PutBy(organisation=body, sector=sector)]
            self.desk.write("Propose", put_proposal, self.desk.board_id, text, by, item_id=self.item)

    def middle(self) -> None:
        """Half way through an item."""
        self.window.go(Link("room", "agenda_item", self.item, self.id, self.item))

    def second_screen(self) -> QWidget | None:
        """What everybody reads of the item."""
        room = self._room()
        room.beside.toggle_screen()
        return room.beside.projection

    def wording(self) -> QWidget | None:
        """The wording that is being voted on, for everybody to read."""
        room = self._room()
        room.beside.show_wording()
        return room.beside.projection

    def chair(self) -> QWidget | None:
        """What the chair has before them."""
        room = self._room()
        room.beside.toggle_chair()
        return room.beside.chair

    def _room(self) -> RoomPage:
        page = self.window.current_page()
        if not isinstance(page, RoomPage):
            raise TypeError(page)
        return page

    def recusal(self) -> None:
        """Somebody left the room for an interest."""
        self.desk.write(
            "Declare", at_the_door.declare_now, self.id, self._at(time(14, 25)), "Karen Whitlock",
            "Her company may tender for the service.", item_ids=[self.item], recused=True,
        )  # fmt: skip
        self.middle()

    def vote(self) -> None:
        """In the middle of a named vote."""
        motion = self.desk.write(
            "Motion", motions.put_motion, self.item, "That the strategy is recommended to the council, as amended",
            mover="Amina Yusuf", seconder="Owain Meredith",
        )  # fmt: skip
        self.window.go(Link("room", "motion", motion.id, self.id, self.item))
        self.window.run("record.vote")
        for key in "YYNYAYY":
            focused = QApplication.focusWidget()
            if focused is not None:
                QTest.keyClick(focused, Qt.Key(ord(key)))

    def inquorate(self) -> None:
        """Too few are left for a decision."""
        self.window.go(Link("home"))
        for line in self.desk.read(attendance_of, self.id, self.item).lines[:12]:
            if line.here:
                now = self._at(time(14, 30))
                self.desk.write("Leave", at_the_door.turn_here, line.id, Presence.PRESENT, now)
        self.middle()

    def line(self, name: str) -> UUID:
        """Return somebody's line of the attendance."""
        return next(one.id for one in self.desk.read(attendance_of, self.id).lines if one.name == name)

    def _at(self, when: time) -> datetime:
        return datetime.combine(self._day, when, tzinfo=UTC)
