"""What rows of any kind are called, for a history that names what ids lead to."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.base import Base
from boardroom.domain.board import Board, Seat
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting
from boardroom.domain.papers import Paper
from boardroom.domain.people import Organisation, Person
from boardroom.domain.proposals import Proposal
from boardroom.domain.votes import Motion

_NAMES: tuple[tuple[type[Base], str], ...] = (
    (Person, "name"),
    (Organisation, "name"),
    (AgendaItem, "title"),
    (Meeting, "name"),
    (Seat, "name"),
    (Board, "name"),
    (Decision, "wording"),
    (Proposal, "text"),
    (Action, "text"),
    (Motion, "wording"),
    (Paper, "title"),
)


def names_of(session: Session, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the name of each thing that has one; what isn't in the file any more is left out."""
    wanted, found = set(ids), dict[UUID, str]()
    for entity, column in _NAMES:
        if not wanted:
            break
        columns = entity.__table__.columns
        rows = session.execute(select(columns["id"], columns[column]).where(columns["id"].in_(wanted))).all()
        found |= {row[0]: row[1] for row in rows}
        wanted -= found.keys()
    return found
