"""What was said by hand of who took part in planning a strand."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from boardroom.domain.plan import Involvement


def by_hand(session: Session, strand_id: UUID) -> Sequence[Involvement]:
    """Return what was said by hand of a strand, the earliest first."""
    wanted = select(Involvement).where(Involvement.strand_id == strand_id)
    return session.scalars(wanted.order_by(Involvement.happened_on, Involvement.id)).all()


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
