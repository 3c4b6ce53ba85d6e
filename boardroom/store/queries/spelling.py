"""What spelling needs to know of a board: its language, and the names that are no mistakes."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from boardroom.domain.board import Board
from boardroom.domain.people import Organisation, OrganisationStatus, Person


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A board's language, and the names in its file."""

    language: str
    names: tuple[str, ...]


def vocabulary_of(session: Session, board_id: UUID | None) -> Vocabulary:
    """Return what is known: the names of everybody and every organisation, as they are and once were called."""
    board = session.get(Board, board_id) if board_id is not None else None
    names = union(
        select(Person.name),
        select(Organisation.name),
        select(Organisation.short_name),
        select(OrganisationStatus.name),
        select(Board.name),
        select(Board.area),
    )
    known = [name for (name,) in session.execute(names) if name]
    return Vocabulary(board.language if board is not None else "", tuple(known))
