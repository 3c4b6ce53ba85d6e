"""Names for what somebody has typed so far: people, those at the meeting first, and organisations."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from boardroom.domain.attendance import Attendance
from boardroom.domain.people import Organisation, Person
from boardroom.domain.text import clean_line

MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A name, whose it is, and what tells it from others of the same name."""

    id: UUID
    name: str
    context: str = ""


def people_like(session: Session, typed: str, meeting_id: UUID | None = None, *, most: int = MOST) -> list[Completion]:
    """Return the people of whose name a word begins with what was typed; those at a meeting come first."""
    typed = clean_line(typed)
    if not typed:
        return []
    here: dict[UUID, str] = {}
    if meeting_id is not None:
        at_meeting = select(Attendance.person_id, Attendance.organisation).where(
            Attendance.meeting_id == meeting_id, Attendance.person_id.is_not(None), ~Attendance.proxy
        )
        here = {person_id: body for person_id, body in session.execute(at_meeting) if person_id is not None}
    found = select(Person.id, Person.name).where(_begins(Person.name, typed))
    order = (Person.id.not_in(here), func.lower(Person.name), Person.id)
    rows = session.execute(found.order_by(*order).limit(most))
    return [Completion(id=row.id, name=row.name, context=here.get(row.id, "")) for row in rows]


def organisations_like(session: Session, typed: str, *, most: int = MOST) -> list[Completion]:
    """Return the organisations of whose name, or short name, a word begins with what was typed."""
    typed = clean_line(typed)
    if not typed:
        return []
    wanted = or_(_begins(Organisation.name, typed), _begins(Organisation.short_name, typed))
    found = select(Organisation.id, Organisation.name, Organisation.short_name).where(wanted)
    rows = session.execute(found.order_by(func.lower(Organisation.name), Organisation.id).limit(most))
    return [Completion(id=row.id, name=row.name, context=row.short_name) for row in rows]


def _begins(column: InstrumentedAttribute[str], typed: str) -> ColumnElement[bool]:
    """Return whether one of a name's words begins like this; what was typed is text, never a pattern (hazard 15)."""
    return or_(column.istartswith(typed, autoescape=True), column.icontains(f" {typed}", autoescape=True))
