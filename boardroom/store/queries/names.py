"""Who is who: people and organisations by their id, and by the name that somebody wrote."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.presence import in_force
from boardroom.domain.words import Sector
from boardroom.store.queries.boards import statuses_of


def people_called(session: Session, ids: Iterable[UUID | None]) -> Mapping[UUID, str]:
    """Return what these people are called today."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    found = session.execute(select(Person.id, Person.name).where(Person.id.in_(wanted)))
    return {row.id: row.name for row in found}


def organisations_called(session: Session, ids: Iterable[UUID | None]) -> Mapping[UUID, str]:
    """Return what these organisations are called today."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    found = session.execute(select(Organisation.id, Organisation.name).where(Organisation.id.in_(wanted)))
    return {row.id: row.name for row in found}


def people_named(session: Session, name: str) -> Sequence[Person]:
    """Return everybody of a name, capitals aside."""
    return session.scalars(select(Person).where(Person.name.collate("NOCASE") == name).order_by(Person.id)).all()


def lines_named(session: Session, meeting_id: UUID, name: str) -> Sequence[Attendance]:
    """Return the lines of a meeting's attendance with a name, capitals aside; a proxy's only where it is alone."""
    wanted = select(Attendance).where(Attendance.meeting_id == meeting_id, Attendance.name.collate("NOCASE") == name)
    found = session.scalars(wanted.order_by(Attendance.position, Attendance.id)).all()
    return [line for line in found if not line.proxy] or found


def organisations_named(session: Session, name: str) -> Sequence[Organisation]:
    """Return the organisations that are called this, or were, or are for short, capitals aside."""
    once = select(OrganisationStatus.organisation_id).where(OrganisationStatus.name.collate("NOCASE") == name)
    wanted = select(Organisation).where(
        or_(
            Organisation.name.collate("NOCASE") == name,
            Organisation.short_name.collate("NOCASE") == name,
            Organisation.id.in_(once),
        )
    )
    return session.scalars(wanted.order_by(Organisation.id)).all()


def sector_of(session: Session, organisation_id: UUID, on: date | None) -> Sector | None:
    """Return an organisation's sector on a day (without one: its latest), if the file says."""
    statuses = statuses_of(session, organisation_id)
    known = [one for one in statuses if in_force(one, on)] or statuses
    return known[-1].sector if known else None
