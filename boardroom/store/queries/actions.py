"""What the services ask about actions."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action


def numbers_of(session: Session, board_id: UUID) -> Sequence[str]:
    """Return the numbers of a board's actions."""
    return session.scalars(select(Action.number).where(Action.board_id == board_id, Action.number != "")).all()
