"""The first look shows what the full opening will show, and nothing of a file that isn't as Boardroom makes it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from boardroom.domain.board import Board
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.words import MeetingStatus
from boardroom.store.connect import connect_to_write
from boardroom.store.file import BoardFile
from boardroom.store.first import First, FirstMeeting, first_look
from boardroom.store.queries.lists import list_boards, page_of_meetings
from tests.store.units import write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def filled(board: BoardFile) -> Iterator[BoardFile]:
    """A file of two boards; days that repeat, meetings without a day, a joint meeting, further days."""
    east, arrowmere = Board(name="Arrowmere East"), Board(name="Arrowmere")
    rows: list[Board | Meeting | MeetingBoard | MeetingDay] = [east, arrowmere]
    for index in range(23):
        meeting = Meeting(name=f"Meeting {index}", status=MeetingStatus.HELD if index % 5 else None)
        day = date(2026, 1, 1) + timedelta(days=index * 7 % 11) if index % 4 else None
        rows += [
            meeting,
            MeetingBoard(meeting_id=meeting.id, board_id=(arrowmere if index % 3 else east).id),
            MeetingDay(meeting_id=meeting.id, held_on=day),
            MeetingDay(meeting_id=meeting.id, held_on=date(2027, 1, 1), position=1),
        ]
        if index == 7:
            rows.append(MeetingBoard(meeting_id=meeting.id, board_id=east.id, position=1))
    write(board, lambda session: session.add_all(rows))
    yield board
    board.close()


def look(path: Path, board_id: UUID | None = None, limit: int = 40) -> First:
    first = first_look(path, board_id, limit)
    assert first is not None
    return first


@pytest.mark.parametrize("limit", [1, 5, 12, 40])
def test_it_shows_the_meetings_that_the_list_will_show(filled: BoardFile, limit: int) -> None:
    with filled.reading() as session:
        boards = list_boards(session)
        for board in boards:
            first = look(filled.path, board.id, limit)
            rows = page_of_meetings(session, board_id=board.id, limit=limit)
            assert [(shown.id, shown.name) for shown in first.boards] == [(board.id, board.name) for board in boards]
            assert first.board is not None
            assert first.board.id == board.id
            assert list(first.meetings) == [
                FirstMeeting(row.id, row.name, row.date, row.more["status"]) for row in rows
            ]


@pytest.mark.parametrize("board_id", [None, uuid4()])
def test_without_a_board_that_is_there_the_first_by_name_is_chosen(filled: BoardFile, board_id: UUID | None) -> None:
    first = look(filled.path, board_id)
    assert first.board is not None
    assert first.board.name == "Arrowmere"
    assert len(first.meetings) == 15


def test_a_file_without_a_board_has_nothing_to_list(board: BoardFile) -> None:
    assert first_look(board.path) == First((), None, ())


def test_it_leaves_no_trace_and_no_lock(filled: BoardFile) -> None:
    filled.close()
    before = filled.path.read_bytes()
    look(filled.path)
    assert filled.path.read_bytes() == before
    assert list(filled.path.parent.iterdir()) == [filled.path]
    with BoardFile.open(filled.path) as again:
        assert again.read_only == ""


def test_a_file_that_somebody_writes_is_looked_into_as_it_was_last_saved(filled: BoardFile) -> None:
    with filled.writing("Rename") as session:
        for meeting in session.query(Meeting):
            meeting.name = "Renamed"
        session.flush()
        assert "Renamed" not in {meeting.name for meeting in look(filled.path).meetings}
    assert {meeting.name for meeting in look(filled.path).meetings} == {"Renamed"}


@pytest.mark.parametrize(
    "smuggled",
    [
        "CREATE TABLE extra (x)",
        "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM meeting; END",
        "CREATE VIEW v AS SELECT 1",
        "UPDATE alembic_version SET version_num = '0000'",
        "UPDATE alembic_version SET version_num = '9999'",
        "DELETE FROM alembic_version",
        "PRAGMA application_id=1",
        "UPDATE meeting_day SET held_on = '2026-13-01'",
        "UPDATE meeting SET status = 'eaten'",
        "UPDATE board SET id = 'one' WHERE name = 'Arrowmere'",
        "UPDATE meeting SET name = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_file_that_is_not_as_boardroom_makes_it_is_left_to_the_full_opening(filled: BoardFile, smuggled: str) -> None:
    filled.close()
    with closing(connect_to_write(filled.path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(smuggled)
    assert first_look(filled.path) is None


def test_a_name_kept_as_a_blob_is_shown_as_text(filled: BoardFile) -> None:
    with closing(connect_to_write(filled.path)) as connection:
        connection.execute("UPDATE meeting SET name = x'c5b5'")
    assert {meeting.name for meeting in look(filled.path).meetings} == {"ŵ"}


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\0" + bytes(4080)])
def test_another_kind_of_file_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.boardroom"
    path.write_bytes(content)
    assert first_look(path) is None
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_file_is_left_to_the_full_opening(tmp_path: Path) -> None:
    assert first_look(tmp_path) is None
    assert first_look(tmp_path / "missing.boardroom") is None
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_left_to_the_full_opening(filled: BoardFile) -> None:
    filled.close()
    with filled.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (filled.path.stat().st_size - 4096))
    assert first_look(filled.path) is None


@pytest.mark.parametrize("module", ["boardroom.store.first", "boardroom.app", "boardroom.ui.window"])
def test_what_is_there_before_the_first_paint_imports_nothing_heavy(module: str) -> None:
    script = f"import sys, {module}; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    there = set(ended.stdout.split())
    assert module in there
    heavy = {"sqlalchemy", "alembic", "reportlab", "docx", "jsonschema_rs", "boardroom.domain.base", "qtawesome"}
    assert there & heavy == set()
