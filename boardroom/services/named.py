"""Who is meant by a name that somebody wrote: the person, the organisation and its sector, where the file is sure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.people import Person
from boardroom.domain.text import clean_line
from boardroom.domain.words import Sector
from boardroom.store.queries import names as find


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation as it is printed, with its row and sector where they are known."""

    id: UUID | None
    name: str
    sector: Sector | None


def person_meant(session: Session, name: str, meeting_id: UUID | None = None, organisation: str = "") -> UUID | None:
    """Return whom a name means: who is at the meeting, else the only one in the file; None where that isn't sure.

    Of several at the meeting, it is the one for the organisation, if that is said.
    """
    name = clean_line(name)
    if not name:
        return None
    if meeting_id is not None:
        lines = find.lines_named(session, meeting_id, name)
        of_body = [line for line in lines if organisation and line.organisation == organisation]
        here = {line.person_id for line in of_body or lines} - {None}
        if len(here) == 1:
            return here.pop()
    known = find.people_named(session, name)
    return known[0].id if len(known) == 1 else None


def person_added(session: Session, name: str, meeting_id: UUID | None = None) -> UUID | None:
    """Return whom a name means; somebody new is added to the file. None where there is no name, or it isn't sure."""
    name = clean_line(name)
    known = person_meant(session, name, meeting_id)
    if known is not None or not name or find.people_named(session, name):
        return known
    person = Person(name=name)
    session.add(person)
    return person.id


def body_meant(session: Session, name: str, sector: Sector | None, on: date | None) -> Body:
    """Return the organisation that a name means, and its sector on a day unless another one is given."""
    name = clean_line(name)
    known = find.organisations_named(session, name) if name else ()
    if len(known) != 1:
        return Body(id=None, name=name, sector=sector)
    return Body(id=known[0].id, name=name, sector=sector or find.sector_of(session, known[0].id, on))
