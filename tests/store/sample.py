"""The sample board in a board file of its own."""

from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from boardroom.domain.board import Board
from boardroom.exchange.board_in import import_board, read_board
from boardroom.store.file import BoardFile
from tests.sample_board import SAMPLE


def sample_file(path: Path) -> BoardFile:
    """Make a board file of the sample board, and lend it open."""
    made = BoardFile.create(path, who="Ann")
    with made.writing("Take in the sample board") as session:
        import_board(session, read_board(SAMPLE, SAMPLE.name))
    return made


def board_id_of(board: BoardFile) -> UUID:
    with board.reading() as session:
        return session.scalars(select(Board.id)).one()
