"""What Board settings shows: what a board says of itself, its terms from day to day, the sectors it uses."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.board import Board, QuorumNeed, TermsOfReference
from boardroom.domain.people import Organisation
from boardroom.domain.presence import in_force
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MinuteNumbers, Sector
from boardroom.store.queries.boards import needs_of, terms_of
from boardroom.store.queries.minute_numbers import NextMinutes, next_minutes
from boardroom.store.queries.seats import sectors_in_use


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsView:
    """Terms of reference with what their quorum names; `in_force`: those of the day."""

    terms: TermsOfReference
    needs: tuple[QuorumNeed, ...]
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """The settings of a board; `terms` are the latest first.

    `next_minutes` is None where minutes have no numbers.
    """

    id: UUID
    name: str
    kind: str
    area: str
    country: str
    language: str
    accountable_body_id: UUID | None
    accountable_body: str
    terms: tuple[TermsView, ...]
    sectors: tuple[Sector, ...]
    minute_numbers: MinuteNumbers
    next_minutes: NextMinutes | None

    @property
    def in_force(self) -> TermsView | None:
        """The terms of the day."""
        return next((one for one in self.terms if one.in_force), None)


def settings_of(session: Session, board_id: UUID, today: date) -> SettingsView:
    """Return the settings of a board as they are on a day.

    Raises:
        Refusal: the board is gone.
    """
    board = session.get(Board, board_id)
    if board is None:
        message = "That board isn't in the board file any more."
        raise Refusal(message)
    body = session.get(Organisation, board.accountable_body_id) if board.accountable_body_id else None
    terms = list(reversed(terms_of(session, board_id)))
    now = next((one for one in terms if in_force(one, today)), None)
    return SettingsView(
        id=board.id,
        name=board.name,
        kind=board.kind,
        area=board.area,
        country=board.country,
        language=board.language,
        accountable_body_id=board.accountable_body_id,
        accountable_body=body.name if body else "",
        terms=tuple(TermsView(terms=one, needs=tuple(needs_of(session, one.id)), in_force=one is now) for one in terms),
        sectors=tuple(sectors_in_use(session, board_id, today)),
        minute_numbers=board.minute_numbers,
        next_minutes=next_minutes(session, board, today),
    )
