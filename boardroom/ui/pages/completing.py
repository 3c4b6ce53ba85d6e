"""Names that complete while they are typed: people and organisations of the board file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardroom.store.queries.completing import organisations_like, people_like
from boardroom.ui.kit.name_field import Suggestion

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.ui.desk import Desk


def people_meant(desk: Desk, typed: str, meeting_id: UUID | None = None) -> list[Suggestion]:
    """Return the people who were meant by what was typed, those at a meeting first."""
    return [Suggestion(one.name, one.id, one.context) for one in desk.read(people_like, typed, meeting_id)]


def organisations_meant(desk: Desk, typed: str) -> list[Suggestion]:
    """Return the organisations that were meant by what was typed."""
    return [Suggestion(one.name, one.id, one.context) for one in desk.read(organisations_like, typed)]
