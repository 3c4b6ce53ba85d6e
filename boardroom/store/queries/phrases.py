"""The stock phrases of a board, in its order."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.templates import StockPhrase


def phrases_of(session: Session, board_id: UUID | None) -> Sequence[StockPhrase]:
    """Return the phrases of a board."""
    wanted = select(StockPhrase).where(StockPhrase.board_id == board_id)
    return session.scalars(wanted.order_by(StockPhrase.position, StockPhrase.id)).all()
