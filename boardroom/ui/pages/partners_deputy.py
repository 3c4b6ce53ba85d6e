"""A deputy by name: somebody known, or somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardroom.domain.refusal import Refusal
from boardroom.services.boards import add_deputy
from boardroom.services.named import person_added

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def name_deputy(session: Session, seat_id: UUID, name: str, person_id: UUID | None) -> None:
    """Let somebody stand in for whoever holds a seat.

    Args:
        session: of the unit of work.
        seat_id: the seat.
        name: who.
        person_id: the person, where one of that name was chosen.

    Raises:
        Refusal: several people have that name, and none was chosen.
    """
    found = person_id or person_added(session, name)
    if found is None:
        message = f"Several people are called {name}; choose one of those below the line."
        raise Refusal(message)
    add_deputy(session, seat_id, found)
