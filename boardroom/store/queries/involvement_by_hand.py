"""What was said by hand of who took part in planning a strand."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from boardroom.domain.people import Organisation
from boardroom.domain.plan import Involvement


def same_involvement(session: Session, row: Involvement) -> bool:
    """Return whether another row says the same: strand, organisation, day and how."""
    another = exists().where(
        Involvement.strand_id == row.strand_id,
        Involvement.organisation_id == row.organisation_id,
        Involvement.happened_on == row.happened_on,
        Involvement.how == row.how,
        Involvement.id != row.id,
    )
    with session.no_autoflush:
        return bool(session.scalar(select(another)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidByHand:
    """What was said by hand, as its fields show it."""

    id: UUID
    organisation_id: UUID
    organisation: str
    on: date
    how: str
    evidence: str


def said_by_hand(session: Session, involvement_id: UUID) -> SaidByHand | None:
    """Return one of them; None where it isn't in the board file any more."""
    wanted = (
        select(Involvement, Organisation.name)
        .join(Organisation, Organisation.id == Involvement.organisation_id)
        .where(Involvement.id == involvement_id)
    )
    found = session.execute(wanted).first()
    if found is None:
        return None
    row, name = found
    return SaidByHand(
        id=row.id,
        organisation_id=row.organisation_id,
        organisation=name,
        on=row.happened_on,
        how=row.how,
        evidence=row.evidence,
    )
