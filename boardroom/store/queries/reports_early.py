"""Early involvement: for each strand and sector the first time it took part, and how that went from year to year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.involvement import First, Part, first_of_each
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.stages import is_early, place_of, stage_on
from boardroom.domain.words import Sector, Stage
from boardroom.store.queries.involvement import first_parts
from boardroom.store.queries.reports import Asked
from boardroom.store.queries.seats import sectors_in_use


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandFirsts:
    """One strand: the stage that it was at on the last day, and each sector's first part."""

    id: UUID
    name: str
    stage: Stage | None
    firsts: Mapping[Sector, First]

    def missing(self, sectors: Sequence[Sector]) -> tuple[Sector, ...]:
        """Return the sectors that never took part."""
        return tuple(one for one in sectors if one not in self.firsts)

    @property
    def past(self) -> bool:
        """Whether it was too late to be early."""
        return not is_early(self.stage)


@dataclass(slots=True)
class Year:
    """First involvements of one year: before specification, at it, after it."""

    early: int = 0
    at_specification: int = 0
    later: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Early:
    """The figures: strands in their order, the sectors with a seat or a part, and first involvements by year."""

    strands: Sequence[StrandFirsts]
    sectors: Sequence[Sector]
    years: Mapping[int, Year]

    @property
    def early(self) -> int:
        """How many sectors took part in how many strands before specification, in all."""
        return sum(one.early for strand in self.strands for one in strand.firsts.values())

    @property
    def late(self) -> int:
        """How many came at specification or after."""
        return sum(not one.early for strand in self.strands for one in strand.firsts.values())

    @property
    def never(self) -> int:
        """How many sectors took no part in strands that are past strategy."""
        return sum(len(strand.missing(self.sectors)) for strand in self.strands if strand.past)


def early(session: Session, asked: Asked) -> Early:
    """Return who was involved in which strand from which stage on, as it was known on the period's last day.

    Strands that ended before the period, or began after it, are left out.
    """
    until = asked.period.until
    stages: dict[UUID, list[StrandStage]] = {}
    for one in session.scalars(
        select(StrandStage).join(Strand, Strand.id == StrandStage.strand_id).where(Strand.board_id == asked.board_id)
    ):
        stages.setdefault(one.strand_id, []).append(one)
    parts: dict[UUID, list[Part]] = {}
    for part in first_parts(session, asked.board_id, until=until, audience=asked.audience):
        parts.setdefault(part.strand_id, []).append(part)
    strands = []
    wanted = select(Strand).where(Strand.board_id == asked.board_id).order_by(Strand.position, Strand.id)
    for strand in session.scalars(wanted):
        its = stages.get(strand.id, [])
        begun = [one.began for one in its if one.began is not None]
        ended = strand.ended is not None and asked.period.since is not None and strand.ended < asked.period.since
        if ended or (begun and min(begun) > until):
            continue
        strands.append(
            StrandFirsts(
                id=strand.id,
                name=strand.name,
                stage=stage_on(its, until),
                firsts=first_of_each(parts.get(strand.id, []), its),
            )
        )
    years: dict[int, Year] = {}
    for first in (first for strand in strands for first in strand.firsts.values()):
        if asked.period.holds(first.part.on):
            _count(years.setdefault(first.part.on.year, Year()), first)
    took_part = {sector for strand in strands for sector in strand.firsts}
    seated = sectors_in_use(session, asked.board_id, until)
    return Early(
        strands=strands,
        sectors=[*seated, *(one for one in Sector if one in took_part and one not in seated)],
        years=dict(sorted(years.items())),
    )


def _count(year: Year, first: First) -> None:
    if first.early:
        year.early += 1
    elif place_of(first.stage) == place_of(Stage.SPECIFICATION):
        year.at_specification += 1
    else:
        year.later += 1
