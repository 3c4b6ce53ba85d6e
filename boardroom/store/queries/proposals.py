"""What the services ask about proposals."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import Point
from boardroom.domain.proposals import Proposal


def numbers_of(session: Session, board_id: UUID) -> Sequence[str]:
    """Return the numbers of a board's proposals."""
    return session.scalars(select(Proposal.number).where(Proposal.board_id == board_id, Proposal.number != "")).all()


def points_of(session: Session, proposal_id: UUID) -> Sequence[Point]:
    """Return the points that are the minuted trace of a proposal, at whatever meeting."""
    return session.scalars(select(Point).where(Point.proposal_id == proposal_id)).all()
