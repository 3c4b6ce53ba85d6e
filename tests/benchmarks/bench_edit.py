"""One saved edit through the service, journal and search included, against a one-row ORM commit in WAL and FULL."""

import tempfile
from itertools import count
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.base import Base
from boardroom.domain.meeting import Meeting
from boardroom.domain.text import ParagraphState, runs_of
from boardroom.domain.words import TextKind
from boardroom.services import agenda, boards, meetings, texts
from boardroom.store.file import BoardFile
from tests.benchmarks.ratio import Row, compare

BOUND = 2.0
TURNS = 501
# Two sentences, as a secretary types them; the number makes each edit another one.
_WORDS = "The board considered weekend sessions in two village halls. Members asked what the halls would cost. {}"


def measure() -> list[Row]:
    """Compare the two, each on a file of its own in one folder."""
    with tempfile.TemporaryDirectory() as folder, BoardFile.create(Path(folder) / "a.boardroom", who="S") as board:
        with board.writing("Begin") as session:
            ours = boards.create_board(session, "Arrowmere")
            meeting = meetings.plan_meeting(session, ours.id, None)
            item = agenda.add_item(session, meeting.id, "Short breaks")
            paragraph = texts.add_paragraph(session, meeting.id, item.id, TextKind.MINUTE, runs_of("Begun."))
        bare = create_engine("sqlite://", module=sqlcipher3.dbapi2, creator=lambda: _connect(Path(folder) / "bare.db"))
        event.listen(bare, "begin", _begin)
        Base.metadata.create_all(bare)
        with Session(bare, expire_on_commit=False) as session:
            held = Meeting()
            under = AgendaItem(meeting_id=held.id, title="Short breaks")
            alone = Paragraph(meeting_id=held.id, item_id=under.id, text_kind=TextKind.MINUTE, runs=runs_of("Begun."))
            session.add_all([held, under, alone])
            session.commit()
        numbers = count()

        def through_the_service() -> None:
            with board.writing("Write minute text") as session:
                said = ParagraphState(id=paragraph.id, runs=runs_of(_WORDS.format(next(numbers))))
                texts.write_paragraphs(session, meeting.id, item.id, TextKind.MINUTE, changed=[said])

        def one_row() -> None:
            with Session(bare, expire_on_commit=False) as session:
                session.get_one(Paragraph, alone.id).runs = runs_of(_WORDS.format(next(numbers)))
                session.commit()

        row = compare("one saved edit", through_the_service, one_row, bound=BOUND, turns=TURNS)
        bare.dispose()
        return [row]


def _connect(path: Path) -> sqlcipher3.dbapi2.Connection:
    connection = sqlcipher3.dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
