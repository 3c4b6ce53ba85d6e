"""Round the table: how each sector that has a seat stands at an item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Point
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.running import Heard
from boardroom.domain.words import Sector
from boardroom.store.queries.attendance_page import AttendanceView, attendance_of


class Hearing(StrEnum):
    """How a sector stands at an item."""

    HEARD = "heard"
    NOT_HEARD = "not heard yet"
    NOT_HERE = "not here"
    RECUSED = "recused"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorAtItem:
    """One tile of the round: a sector with a seat, and what came from it on the item."""

    sector: Sector
    hearing: Hearing
    points: int
    proposals: int


def round_the_table(session: Session, item_id: UUID, now: datetime | None = None) -> tuple[SectorAtItem, ...]:
    """Return each sector that has a seat, in the order of the seats, and how it stands at an item.

    Args:
        session: of the reading.
        item_id: the item.
        now: as for `moment_at`.
    """
    item = session.get(AgendaItem, item_id)
    if item is None:
        return ()
    return round_among(session, item_id, attendance_of(session, item.meeting_id, item_id, now))


def round_among(session: Session, item_id: UUID, there: AttendanceView) -> tuple[SectorAtItem, ...]:
    """Return what `round_the_table` does, where it was read before who is there for the item."""
    points, proposals = _points(session, item_id), _proposals(session, item_id)
    by_hand = set(session.scalars(select(Heard.sector).where(Heard.item_id == item_id)))
    # A proxy is nobody more at the table.
    at_the_table = [line for line in there.lines if line.here and not line.proxy]
    here = {line.sector for line in at_the_table if not line.recused}
    recused = {line.sector for line in at_the_table if line.recused}
    found = []
    for sector in there.seated:
        said = bool(points.get(sector) or proposals.get(sector) or sector in by_hand)
        if said:
            hearing = Hearing.HEARD
        elif sector in here:
            hearing = Hearing.NOT_HEARD
        else:
            hearing = Hearing.RECUSED if sector in recused else Hearing.NOT_HERE
        found.append(
            SectorAtItem(
                sector=sector, hearing=hearing, points=points.get(sector, 0), proposals=proposals.get(sector, 0)
            )
        )
    return tuple(found)


def heard_at(session: Session, item_id: UUID, sector: Sector) -> Sequence[Heard]:
    """Return where it is said by hand that a sector was heard on an item."""
    return session.scalars(select(Heard).where(Heard.item_id == item_id, Heard.sector == sector)).all()


def has_spoken(session: Session, item_id: UUID, sector: Sector) -> bool:
    """Return whether a point or a proposal on an item is of a sector."""
    return bool(_points(session, item_id).get(sector) or _proposals(session, item_id).get(sector))


def _points(session: Session, item_id: UUID) -> dict[Sector | None, int]:
    wanted = select(Point.sector, func.count()).where(Point.item_id == item_id).group_by(Point.sector)
    return dict(iter(session.execute(wanted)))


def _proposals(session: Session, item_id: UUID) -> dict[Sector | None, int]:
    wanted = select(Proposer.sector, func.count(Proposer.proposal_id.distinct()))
    wanted = wanted.join(Proposal, Proposal.id == Proposer.proposal_id).where(Proposal.item_id == item_id)
    return dict(iter(session.execute(wanted.group_by(Proposer.sector))))
