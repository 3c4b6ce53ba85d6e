"""Which sector a person or an organisation is of on a day, for the mark beside a row."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.board import Deputy, Membership, Seat, TermsOfReference
from boardroom.domain.interests import Interest
from boardroom.domain.people import OrganisationStatus
from boardroom.domain.words import Sector

_Dated = type[Deputy | Interest | Membership | OrganisationStatus | Seat | TermsOfReference]


def in_force(entity: _Dated, day: date | SQLColumnExpression[date]) -> ColumnElement[bool]:
    """Say that a dated row holds on a day, both its own days counted."""
    begun, not_ended = entity.starts <= day, entity.ends >= day
    return or_(entity.starts.is_(None), begun) & or_(entity.ends.is_(None), not_ended)


def statuses_on(session: Session, organisation_ids: Collection[UUID], day: date) -> dict[UUID, OrganisationStatus]:
    """Return what organisations are on a day; where two hold, the later one."""
    wanted = (
        select(OrganisationStatus)
        .where(OrganisationStatus.organisation_id.in_(organisation_ids), in_force(OrganisationStatus, day))
        .order_by(OrganisationStatus.starts.is_not(None), OrganisationStatus.starts, OrganisationStatus.id)
    )
    return {one.organisation_id: one for one in session.scalars(wanted)}


def sectors_of_people(session: Session, person_ids: Collection[UUID], day: date) -> dict[UUID, Sector]:
    """Return the sector of the seat that each person holds on a day; of the first, where one holds several."""
    wanted = (
        select(Membership.person_id, Seat.sector)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(Membership.person_id.in_(person_ids), in_force(Membership, day))
        .order_by(Seat.position.desc(), Seat.id.desc())
    )
    return dict(session.execute(wanted).all())
