"""The Paste page: rows with their fate before anything is written, columns by keyboard, one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.pasted import Fate, Field, PastedKind
from boardroom.domain.people import Person
from boardroom.domain.words import MeetingStatus, Sector
from boardroom.ui.desk import Desk, Said
from boardroom.ui.links import Link
from boardroom.ui.pages.paste import PastePage
from tests.make import MeetingMaker, a_meeting

Show = Callable[[type[PastePage]], PastePage]

MEMBERS = "Name\tRole\tOrganisation\tSector\nAnn Bryn\tChair\tCouncil\tLA\nDai Rees\tMember\tNHS\thealth\n\tx\t\t\n"


@pytest.fixture
def maker() -> MeetingMaker:
    maker = a_meeting("Arrowmere Partnership", status=MeetingStatus.PLANNED)
    maker.sit("Chair", sector=Sector.LOCAL_AUTHORITY, holder=maker.person("Ann Bryn"))
    maker.item("1", "Welcome")
    return maker


def _copy(text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def _read(qtbot: QtBot, page: PastePage) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.looked is not None and not page.bar.is_busy)


def _people(desk: Desk) -> int:
    return desk.read(lambda session: session.scalar(select(func.count()).select_from(Person))) or 0


def test_members_are_shown_with_their_fate_and_taken_in_one_step(
    qtbot: QtBot, shown: Show, desk: Desk, told: list[Said]
) -> None:
    _copy(MEMBERS)
    page = shown(PastePage)
    asked: list[Link] = []
    desk.asked.connect(asked.append)
    _read(qtbot, page)
    assert page.looked is not None
    assert [one.fate for one in page.looked.fates] == [Fate.THERE, Fate.NEW, Fate.WRONG]
    assert page.model.index(2, 1).data() == "Can’t be taken: there is no name"
    assert page.head().context == "Take in 1 member"
    assert _people(desk) == 1
    page.take_in()
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].text == "Take in 1 member"
    assert told[-1].undo
    assert _people(desk) == 2
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.count(Fate.NEW) == 0)
    assert page.why_not("paste.take") == "No row is new"
    assert not asked, "one row could not be taken and stays in sight"
    desk.undo()
    assert _people(desk) == 1


def test_a_column_is_given_another_meaning_by_keyboard(qtbot: QtBot, shown: Show) -> None:
    _copy("Send the figures to the whole board\tOwain\nName a lead for it\tRuth\n")
    page = shown(PastePage)
    _read(qtbot, page)
    page.activateWindow()
    page.focus()
    QTest.keyClick(page.kind, Qt.Key.Key_Down)
    QTest.keyClick(page.kind, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.reading.kind is PastedKind.ACTIONS)
    box = page.columns_read.boxes[1]
    assert box.currentText() == "Owner"
    assert box.accessibleName() == "Column 2 holds"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.reading.columns[1] is Field.ORGANISATION)


def test_agenda_lines_go_to_the_meeting_that_was_open(
    qtbot: QtBot, shown: Show, desk: Desk, maker: MeetingMaker, told: list[Said]
) -> None:
    _copy("1. Welcome\n2. Home care (Priya Raman) 20 min\n2.1 Evening visits\n")
    page = shown(PastePage)
    page.open(Link("paste", meeting_id=maker.meeting_id))
    asked: list[Link] = []
    desk.asked.connect(asked.append)
    _read(qtbot, page)
    page.take_in()
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].text == "Take in 2 agenda items"
    assert asked == [Link("meeting", "meeting", maker.meeting_id, maker.meeting_id)]
    numbers = desk.read(lambda session: list(session.scalars(select(AgendaItem.number).order_by(AgendaItem.position))))
    assert numbers == ["1", "2", "2.1"]


def test_agenda_lines_without_a_meeting_say_what_to_do(qtbot: QtBot, shown: Show) -> None:
    _copy("1. Welcome\n2. Home care\n")
    page = shown(PastePage)
    page.show()
    qtbot.waitUntil(page.wrong.isVisible)
    assert "Open the meeting" in page.wrong.text()
    assert "Open the meeting" in page.why_not("paste.take")


def test_hostile_cells_are_shown_as_text_and_endless_ones_are_told(qtbot: QtBot, shown: Show) -> None:
    _copy(f"Name\tOrganisation\n<img src='file:///etc/passwd'>\t=1+1\n{'x' * 300_000}\tNHS\n")
    page = shown(PastePage)
    _read(qtbot, page)
    assert page.model.index(0, 2).data() == "<img src='file:///etc/passwd'>"
    assert "<img" not in page.model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert len(page.model.index(1, 2).data()) < 400
    assert "300,000 letters" in page.model.index(1, 1).data()


def test_more_than_ten_megabytes_and_an_empty_clipboard_are_told(qtbot: QtBot, shown: Show) -> None:
    _copy("x" * 10_000_001)
    page = shown(PastePage)
    page.show()
    qtbot.waitUntil(page.wrong.isVisible)
    assert "larger than 10 MB" in page.wrong.text()
    _copy(" ")
    page.read_clipboard()
    qtbot.waitUntil(lambda: "no text on the clipboard" in page.wrong.text())


def test_escape_cancels_and_nothing_was_taken(qtbot: QtBot, shown: Show, desk: Desk) -> None:
    _copy(MEMBERS)
    page = shown(PastePage)
    page.show()
    assert page.step_out()
    qtbot.waitUntil(lambda: not page.bar.is_busy)
    assert not page.step_out()
    assert _people(desk) == 1
