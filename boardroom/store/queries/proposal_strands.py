"""The strands that proposals belong to, each with its stages: which stage it was at when a proposal came in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.stages import stage_on
from boardroom.domain.words import Stage
from boardroom.store.queries.hanging import hanging_on


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandSeen:
    """A strand by its name, with its stages."""

    id: UUID
    name: str
    stages: tuple[StrandStage, ...]

    def stage_on(self, day: date | None) -> Stage | None:
        """Return the stage that it was at on a day; None before the first, or where the day isn't known."""
        return None if day is None else stage_on(self.stages, day)


def strands_seen(session: Session, ids: Iterable[UUID | None]) -> dict[UUID, StrandSeen]:
    """Return these strands by their ids."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    stages = hanging_on(session, StrandStage, "strand_id", wanted)
    rows = session.execute(select(Strand.id, Strand.name).where(Strand.id.in_(wanted)))
    return {row.id: StrandSeen(id=row.id, name=row.name, stages=tuple(stages.get(row.id, ()))) for row in rows}


def strand_names(session: Session, board_id: UUID) -> list[tuple[UUID, str]]:
    """Return a board's strands in their order, as a filter offers them."""
    wanted = select(Strand.id, Strand.name).where(Strand.board_id == board_id).order_by(Strand.position, Strand.id)
    return [(row.id, row.name) for row in session.execute(wanted)]
