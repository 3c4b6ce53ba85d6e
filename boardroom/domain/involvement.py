"""Who took part in the planning of a strand, when, and at which stage for the first time; and who never did.

Source: product.md X6. Occasions are derived from meetings, proposals and calls, or added by hand; the same function
serves the strand's page, the warnings and the reports. No SQLAlchemy here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from boardroom.domain.stages import Dated, is_early, stage_on, to_come
from boardroom.domain.words import Sector, Stage

_TOO_LATE = (Stage.SPECIFICATION, Stage.PROCUREMENT)
_ASKED = "Asked to take part, for the first time: "


class Occasion(StrEnum):
    """By what an organisation took part."""

    ATTENDED = "attended"
    SPOKE = "spoke"
    PROPOSED = "proposed"
    ANSWERED_CALL = "answered a call"
    BY_HAND = "otherwise"


class Part(NamedTuple):
    """One occasion on which an organisation of a sector took part in a strand's planning.

    `entity` and `id` lead to what tells it; `words` say it where it was added by hand. An organisation may be unknown:
    then a sector alone took part.
    """

    strand_id: UUID
    organisation_id: UUID | None
    organisation: str
    sector: Sector
    on: date
    occasion: Occasion
    entity: str = ""
    id: UUID | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The first time that a sector took part, and the strand's stage on that day (None: before the first stage)."""

    part: Part
    stage: Stage | None

    @property
    def early(self) -> bool:
        """Whether it was before specification."""
        return is_early(self.stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """That a strand is about to enter a stage, or has entered it, with sectors never involved."""

    stage: Stage
    on: date
    entered: bool
    sectors: tuple[Sector, ...]


def first_of_each(parts: Iterable[Part], stages: Sequence[Dated]) -> dict[Sector, First]:
    """Return each sector's first part in a strand, by the day; of one day the one that stands first.

    Args:
        parts: the strand's occasions in any order.
        stages: the strand's stages.
    """
    firsts: dict[Sector, Part] = {}
    for part in parts:
        held = firsts.get(part.sector)
        if held is None or part.on < held.on:
            firsts[part.sector] = part
    return {sector: First(part=part, stage=stage_on(stages, part.on)) for sector, part in firsts.items()}


def never_involved(sectors: Iterable[Sector], parts: Iterable[Part], by: date) -> tuple[Sector, ...]:
    """Return the sectors, in their order, that took no part up to a day, that day counted in."""
    took_part = {part.sector for part in parts if part.on <= by}
    return tuple(sector for sector in dict.fromkeys(sectors) if sector not in took_part)


def gap_of(
    sectors: Iterable[Sector],
    parts: Sequence[Part],
    stages: Sequence[Dated],
    today: date,
    ahead: timedelta = timedelta(weeks=12),
) -> Gap | None:
    """Return what a strand's board should be warned of today, if anything.

    It warns once a stage from specification on is planned within the weeks ahead, or has begun, while a sector with a
    seat took no part yet; 12 weeks are what a call for proposals takes (the Compact).

    Args:
        sectors: those with a seat on the board, in the seats' order.
        parts: the strand's occasions.
        stages: its stages.
        today: what day it is.
        ahead: how long before the planned day it begins to warn.
    """
    missing = never_involved(sectors, parts, today)
    if not missing:
        return None
    now = stage_on(stages, today)
    if now in _TOO_LATE:
        began = next(one.began for one in stages if one.stage is now and one.began is not None)
        return Gap(stage=now, on=began, entered=True, sectors=missing)
    for coming in to_come(stages, today):
        if coming.stage in _TOO_LATE and coming.planned is not None and coming.planned <= today + ahead:
            return Gap(stage=coming.stage, on=coming.planned, entered=False, sectors=missing)
    return None


def invitation_words(sectors: Iterable[Sector]) -> str:
    """Return the line of an agenda that asks sectors to take part in an item."""
    return f"{_ASKED}{', '.join(one.value for one in sectors)}."


def sectors_asked(agenda_note: str) -> frozenset[Sector]:
    """Return the sectors that an item's agenda note asks to take part, in the words of `invitation_words`."""
    lines = (line.removeprefix(_ASKED) for line in agenda_note.splitlines() if line.startswith(_ASKED))
    named = {name.strip(" .") for line in lines for name in line.split(",")}
    return frozenset(sector for sector in Sector if sector.value in named)
