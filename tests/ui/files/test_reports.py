"""The Reports page: what is shown is what is written, for the time and the readers that are chosen."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boardroom.documents.formats import FORMATS
from boardroom.documents.reports import REPORTS
from boardroom.domain.audience import Audience
from boardroom.domain.period import Period
from boardroom.domain.words import MeetingStatus
from boardroom.ui.desk import Desk, Said
from boardroom.ui.pages.reports import ReportsPage
from tests.make import MeetingMaker

Show = Callable[[type[ReportsPage]], ReportsPage]


@pytest.fixture
def maker(maker: MeetingMaker) -> MeetingMaker:
    """A meeting that decided something openly, and something in private."""
    maker.record.meeting.status = MeetingStatus.HELD
    home = maker.item("1", "Home care & <b>respite</b>")
    maker.decide(home, "The plan was agreed.")
    maker.decide(maker.item("2", "Grant", restricted=True), "Canalside gets a grant.")
    return maker


def _made(qtbot: QtBot, page: ReportsPage) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.made is not None and page.made.order == page.order)


def _words(content: bytes, folder: Path) -> str:
    path = folder / "said.pdf"
    path.write_bytes(content)
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("key", REPORTS)
def test_the_file_holds_the_bytes_that_were_shown(
    qtbot: QtBot, shown: Show, tmp_path: Path, told: list[Said], key: str
) -> None:
    page = shown(ReportsPage)
    page.rows.choose(key)
    _made(qtbot, page)
    assert page.made is not None
    assert page.made.order.report == key
    assert page.made.content is page.made.pages
    assert page.preview.pages >= 1
    target = tmp_path / page.made.name
    page.write_to(target)
    qtbot.waitUntil(lambda: bool(told))
    assert target.read_bytes() == page.made.pages
    assert told[-1].text == f"{REPORTS[key].name} written to {target}"
    assert REPORTS[key].name in _words(page.made.pages, tmp_path)
    assert page.head().context == REPORTS[key].name


def test_the_public_gets_fewer_decisions_and_is_told_why(qtbot: QtBot, shown: Show, tmp_path: Path) -> None:
    page = shown(ReportsPage)
    page.rows.choose("year")
    page.time.button.choose(Period(until=page.desk.today))
    page.time.until.line.setText("31 December 2030")
    page.time.until.line.textEdited.emit("31 December 2030")
    page.time.until.commit()
    for audience, number in ((Audience.MEMBERS, 2), (Audience.PUBLIC, 1)):
        page.audience.choose(audience)
        _made(qtbot, page)
        assert page.made is not None
        words = _words(page.made.pages, tmp_path)
        assert f"Decisions: {number}." in words
        assert ("restricted items is left out" in " ".join(words.split())) is (audience is Audience.PUBLIC)
        assert page.made.name == f"Year in review, to 2030-12-31, {audience}.pdf"


def test_every_format_can_be_chosen(qtbot: QtBot, shown: Show) -> None:
    page = shown(ReportsPage)
    for name, form in FORMATS.items():
        page.format.choose(name)
        _made(qtbot, page)
        assert page.made is not None
        assert page.made.name.endswith(form.suffix)
        assert page.made.pages.startswith(b"%PDF")


def test_days_that_end_before_they_begin_are_refused_where_they_are_typed(qtbot: QtBot, shown: Show) -> None:
    page = shown(ReportsPage)
    _made(qtbot, page)
    before = page.time.period
    page.time.since.line.setText("1 Jan 2999")
    page.time.since.line.textEdited.emit("1 Jan 2999")
    assert not page.time.since.commit()
    assert page.time.since.wrong == "The time would end before it begins."
    assert page.time.period == before
    page.time.since.line.setText("1 April 2020")
    page.time.since.line.textEdited.emit("1 April 2020")
    assert page.time.since.commit()
    assert page.time.period == Period(since=date(2020, 4, 1), until=before.until)
    assert page.time.button.words().startswith("1 April 2020 to")


def test_an_arrow_key_goes_from_one_report_to_the_next(qtbot: QtBot, shown: Show) -> None:
    page = shown(ReportsPage)
    _made(qtbot, page)
    page.focus()
    QTest.keyClick(page.rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.made is not None and page.made.order.report == list(REPORTS)[1])


def test_a_change_is_counted_at_once(qtbot: QtBot, shown: Show, maker: MeetingMaker, desk: Desk) -> None:
    page = shown(ReportsPage)
    page.rows.choose("year")
    page.time.button.choose(Period(until=desk.today))
    _made(qtbot, page)
    before = page.made
    with desk.file.writing("Decide") as session:
        session.add(maker.decide(None, "Another one."))
    page.reload()
    _made(qtbot, page)
    assert page.made is not before


def test_without_a_board_the_page_says_where_one_is_made(qtbot: QtBot, shown: Show, desk: Desk) -> None:
    page = shown(ReportsPage)
    _made(qtbot, page)
    desk.choose_board(None)
    assert page.made is None
    assert page.why_not("export.write").startswith("There is no board yet")
