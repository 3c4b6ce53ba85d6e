"""The Arrivals page: every kind of file told in a sentence, and nothing written before Take in."""

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting
from boardroom.domain.papers import Paper
from boardroom.exchange.arriving import ArrivalKind, look_at
from boardroom.store.file import BoardFile
from boardroom.ui.desk import Desk, Said, Tone
from boardroom.ui.kit.jobs import CancelledError, Job, Progress
from boardroom.ui.links import Link
from boardroom.ui.pages.arrivals import ArrivalsPage
from boardroom.ui.pages.arrivals_work import take_all
from tests.exchange.conftest import REAL
from tests.make import MeetingMaker

Show = Callable[[type[ArrivalsPage]], ArrivalsPage]


@pytest.fixture
def maker(maker: MeetingMaker) -> MeetingMaker:
    maker.item("1", "Home care")
    return maker


def _look(qtbot: QtBot, page: ArrivalsPage, *paths: Path) -> None:
    page.show()
    page.take_files(paths)
    qtbot.waitUntil(lambda: not page.bar.is_busy and len(page.arrivals) >= len(paths))


def _count(desk: Desk, entity: type[Meeting | Paper | AgendaItem]) -> int:
    return desk.read(lambda session: session.scalar(select(func.count()).select_from(entity))) or 0


def test_records_come_in_as_one_step_after_take_in_and_not_before(
    qtbot: QtBot, shown: Show, desk: Desk, told: list[Said]
) -> None:
    page = shown(ArrivalsPage)
    _look(qtbot, page, *REAL[:3])
    assert [one.kind for one in page.arrivals] == [ArrivalKind.MEETING_RECORD] * 3
    assert _count(desk, Meeting) == 1
    page.take_in()
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].undo
    assert _count(desk, Meeting) == 4
    assert not page.arrivals
    assert "3 meetings came in" in page.summary.text()
    desk.undo()
    assert _count(desk, Meeting) == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.pdf", b"", "is empty"),
        ("setup.pdf", b"MZ" + bytes(100), "is a program"),
        ("run.txt", b"#!/bin/sh\nrm -rf /\n", "is a program"),
        ("odd.bin", bytes(range(256)), "not a kind of file"),
        ("bad.json", b'{"format": "boardroom.meeting-record/1", ', "not readable as JSON"),
        ("other.json", b'{"a": 1}', "other.json"),
        ("broken.pdf", b"%PDF-1.7\nnothing", "damaged"),
        ("foreign.db", b"SQLite format 3\0" + bytes(200), "another program's file"),
    ],
)
def test_wrong_kinds_are_told_each_in_a_sentence(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    arrival = look_at(path)
    assert sentence in arrival.wrong
    assert arrival.wrong.endswith(".")
    assert arrival.incoming is None


def test_folders_pipes_devices_large_and_missing_files_are_told(tmp_path: Path) -> None:
    pipe, large = tmp_path / "pipe", tmp_path / "large.pdf"
    os.mkfifo(pipe)
    with large.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(2_000_000_000)
    assert "is a folder" in look_at(tmp_path).wrong
    assert "a pipe" in look_at(pipe).wrong
    assert "a device" in look_at(Path(os.devnull)).wrong
    assert "2,000 MB" in look_at(large).wrong
    assert "can't be read" in look_at(tmp_path / "gone.pdf").wrong
    assert "can't be read" in look_at(tmp_path / ("x" * 5000)).wrong


def test_a_board_file_is_offered_to_be_opened(qtbot: QtBot, shown: Show, tmp_path: Path) -> None:
    other = tmp_path / "Other.boardroom"
    BoardFile.create(other, who="S").close()
    page = shown(ArrivalsPage)
    _look(qtbot, page, other)
    assert page.why_not("arrivals.take")
    asked: list[Path] = []
    page.board_file_wanted.connect(asked.append)
    page.open_board.click()
    assert asked == [other]


def test_papers_go_to_the_item_that_was_open(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot, shown: Show, desk: Desk, maker: MeetingMaker, tmp_path: Path, told: list[Said]
) -> None:
    paper = tmp_path / "Evening care <b>.txt"
    paper.write_text("What users said.", encoding="utf-8")
    page = shown(ArrivalsPage)
    _look(qtbot, page, paper)
    assert "Open the agenda item first" in page.view.model().index(0, 2).data()
    item = maker.record.items[0]
    page.open(Link("arrivals", meeting_id=maker.meeting_id, item_id=item.id))
    assert page.head().context == "papers go to item 1 Home care"
    page.take_in()
    qtbot.waitUntil(lambda: bool(told))
    papers = desk.read(lambda session: list(session.execute(select(Paper.label, Paper.title))))
    assert [tuple(one) for one in papers] == [("1A", "Evening care <b>")]


def test_a_record_that_contradicts_the_board_changes_nothing(
    qtbot: QtBot, shown: Show, desk: Desk, tmp_path: Path, told: list[Said]
) -> None:
    data = json.loads(REAL[1].read_text(encoding="utf-8"))
    other = tmp_path / "other.json"
    data["meeting"]["venue"] = "Somewhere else"
    other.write_text(json.dumps(data), encoding="utf-8")
    page = shown(ArrivalsPage)
    _look(qtbot, page, REAL[1], other, REAL[0])
    page.take_in()
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].tone is Tone.REFUSED
    assert "records of the same meeting and differ" in told[-1].text
    assert _count(desk, Meeting) == 1
    assert len(page.arrivals) == 3


def test_cancelling_takes_nothing_in(qtbot: QtBot, shown: Show, desk: Desk, told: list[Said]) -> None:
    page = shown(ArrivalsPage)
    _look(qtbot, page, *REAL[:2])
    page.take_in()
    assert page.step_out()
    qtbot.waitUntil(lambda: bool(told))
    assert "Nothing was taken in" in told[-1].text
    assert _count(desk, Meeting) == 1


def test_until_the_last_moment_it_can_be_cancelled(desk: Desk) -> None:
    def cancel_at_the_end(done: int, _whole: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        take_all(desk, [look_at(REAL[0])], None, "Import", cancel_at_the_end)
    assert _count(desk, Meeting) == 1


def test_a_job_that_runs_when_the_desk_is_left_is_ended_first(desk: Desk) -> None:
    begun, over = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress(0, 0)
        finally:
            over.set()

    Job("For ever", work).start()
    assert begun.wait(5)
    assert desk.close()
    assert over.is_set()


def test_a_file_is_left_out_and_a_second_drop_of_it_counts_once(qtbot: QtBot, shown: Show) -> None:
    page = shown(ArrivalsPage)
    _look(qtbot, page, *REAL[:2])
    page.take_files(REAL[:1])
    assert not page.bar.is_busy
    page.view.setCurrentIndex(page.view.model().index(0, 0))
    page.leave_out()
    assert [one.path for one in page.arrivals] == [REAL[1]]
    assert REAL[0].exists()


def test_more_than_500_files_at_once_are_refused(shown: Show, told: list[Said]) -> None:
    page = shown(ArrivalsPage)
    page.take_files([Path(f"/nowhere/{number}") for number in range(501)])
    assert told[-1].tone is Tone.REFUSED
    assert not page.bar.is_busy
