"""Units of work for tests: in one line each."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.text import plain, runs_of
from boardroom.store.change import Change
from boardroom.store.file import BoardFile
from tests.make import MeetingMaker, rows_of


def write(board: BoardFile, work: Callable[[Session], object], label: str = "Write") -> Change:
    """Do something in one unit of work."""
    with board.writing(label) as session:
        work(session)
    return board.last_change


def save(board: BoardFile, maker: MeetingMaker, label: str = "Add a meeting") -> Change:
    return write(board, lambda session: session.add_all(rows_of(maker)), label)


def rename(board: BoardFile, item_id: UUID, title: str) -> Change:
    with board.writing("Rename an item") as session:
        session.get_one(AgendaItem, item_id).title = title
    return board.last_change


def title_of(board: BoardFile, item_id: UUID) -> str:
    with board.reading() as session:
        return session.get_one(AgendaItem, item_id).title


def word(board: BoardFile, paragraph_id: UUID, words: str, *, merge: str | None = None) -> Change:
    """Type a paragraph anew."""
    with board.writing("Edit a paragraph", merge=merge) as session:
        session.get_one(Paragraph, paragraph_id).runs = runs_of(words)
    return board.last_change


def words_of(board: BoardFile, paragraph_id: UUID) -> str:
    with board.reading() as session:
        return plain(session.get_one(Paragraph, paragraph_id).runs)


def steps(board: BoardFile) -> list[str]:
    """Return the labels of all steps, in their order."""
    with board.reading() as session:
        return list(session.scalars(text("SELECT label FROM step ORDER BY seq")))
