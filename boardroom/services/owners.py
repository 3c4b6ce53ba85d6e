"""Owners of an action as a secretary writes them: one on each line, the organisation behind a comma."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from boardroom.domain.text import clean_line
from boardroom.services.actions import Owner
from boardroom.store.queries.names import organisations_named, people_named


def owners_written(session: Session, lines: Iterable[str]) -> list[Owner]:
    """Return the owners that lines name: `Priya Raman, Arrowmere Council`, `Priya Raman`, `Arrowmere Council`.

    A line that is an organisation's name, and no person's, means the organisation; blank lines are left out.
    """
    owners = []
    for line in map(clean_line, lines):
        name, _, organisation = (part.strip() for part in line.partition(","))
        whole = not people_named(session, line) and bool(organisations_named(session, line))
        if whole:
            owners.append(Owner(organisation=line))
        elif name or organisation:
            owners.append(Owner(name=name, organisation=organisation))
    return owners
