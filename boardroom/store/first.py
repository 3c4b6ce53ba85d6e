"""The first look into a board file: what the window's frame and its first list need, by the bare driver.

Painted before SQLAlchemy is imported, so nothing here imports it. It takes no lock, writes nothing, and doesn't
replace `BoardFile.open`, which checks everything, and says why where there is nothing to look at.
"""

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlcipher3 import dbapi2 as driver

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus
from boardroom.store import migrations
from boardroom.store.connect import Driver
from boardroom.store.opening import Opened, check_header, connect_to_examine

# As text, whatever stands there: SQLite keeps a blob in any column, and a widget takes text only.
_BOARDS = "SELECT CAST(id AS TEXT), CAST(name AS TEXT) FROM board ORDER BY name, id"
_OF_BOARD = """
    SELECT CAST(meeting.id AS TEXT), CAST(meeting.name AS TEXT), day.held_on, meeting.status
    FROM meeting LEFT JOIN meeting_day AS day ON day.meeting_id = meeting.id AND day.position = 0
    WHERE EXISTS (SELECT 1 FROM meeting_board AS its WHERE its.meeting_id = meeting.id AND its.board_id = ?)
"""
# Both bounds, as in queries.lists: with them SQLite walks the index on the date and stops at the limit.
_DATED = """
    AND day.held_on BETWEEN '0001-01-01' AND '9999-12-31' ORDER BY day.held_on DESC, meeting.id LIMIT ?
"""
_UNDATED = "AND day.held_on IS NULL ORDER BY meeting.id LIMIT ?"


@dataclass(frozen=True, slots=True)
class FirstBoard:
    """A board of the file, as the rail names it."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class FirstMeeting:
    """A meeting as a row of the list; `date` is that of its first day."""

    id: UUID
    name: str
    date: date | None
    status: MeetingStatus | None


@dataclass(frozen=True, slots=True)
class First:
    """What is painted first: every board by name, the chosen one, and its meetings, newest first, undated last."""

    boards: tuple[FirstBoard, ...]
    board: FirstBoard | None
    meetings: tuple[FirstMeeting, ...]


def first_look(path: Path, board_id: UUID | None = None, limit: int = 40) -> First | None:
    """Return what a board file shows first, or None where only the full opening can tell what it is.

    Args:
        path: the board file.
        board_id: the board last looked at; where the file has no such board, its first by name is chosen.
        limit: how many meetings at most, in the order of `queries.lists.page_of_meetings`.

    Returns:
        None where the file is missing, foreign, damaged, of another version, or can't be read.
    """
    try:
        check_header(path)
        with closing(connect_to_examine(Opened(path=path))) as connection:
            return _look(connection, board_id, limit) if _is_as_made(connection) else None
    except (Refusal, driver.Error, ValueError):
        # ValueError: a row that Boardroom never wrote, such as a date that is none.
        return None


def _is_as_made(connection: Driver) -> bool:
    """Whether the schema is that of the version that this program writes, before any table is asked (hazard 4)."""
    known = migrations.known_schema(migrations.HEAD)
    return migrations.version_of(connection) == migrations.HEAD and migrations.schema_hash(connection) == known


def _look(connection: Driver, board_id: UUID | None, limit: int) -> First:
    # One moment for all of it; nothing is written, so closing the connection ends it.
    connection.execute("BEGIN")
    boards = tuple(FirstBoard(UUID(ident), name) for ident, name in connection.execute(_BOARDS))
    if not boards:
        return First(boards, None, ())
    board = next((board for board in boards if board.id == board_id), boards[0])
    return First(boards, board, tuple(_meetings(connection, board.id, limit)))


def _meetings(connection: Driver, board_id: UUID, limit: int) -> list[FirstMeeting]:
    rows = connection.execute(_OF_BOARD + _DATED, (str(board_id), limit)).fetchall()
    if len(rows) < limit:
        rows += connection.execute(_OF_BOARD + _UNDATED, (str(board_id), limit - len(rows))).fetchall()
    return [
        FirstMeeting(
            UUID(ident),
            name,
            date.fromisoformat(held_on) if held_on else None,
            MeetingStatus(status) if status else None,
        )
        for ident, name, held_on, status in rows
    ]
