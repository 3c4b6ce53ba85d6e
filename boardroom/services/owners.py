"""Owners of an action as a secretary writes them: one on each line, the organisation behind a comma."""

from collections.abc import Iterable
from itertools import islice
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.services.actions import Owner, change_action
from boardroom.store.queries.names import organisations_named, people_named

_MOST = 100


def owners_written(session: Session, lines: Iterable[str]) -> list[Owner]:
    """Return the owners that lines name: `Priya Raman, Arrowmere Council`, `Priya Raman`, `Arrowmere Council`.

    A line that is an organisation's name, and no person's, means the organisation; blank lines are left out.

    Raises:
        Refusal: there are more lines than any action has owners: something else was pasted.
    """
    owners = []
    written = list(islice((line for line in lines if line.strip()), _MOST + 1))
    if len(written) > _MOST:
        message = f"An action can have {_MOST} owners at most; this is something else, or a group: name the group."
        raise Refusal(message)
    for line in map(clean_line, written):
        name, _, organisation = (part.strip() for part in line.partition(","))
        whole = not people_named(session, line) and bool(organisations_named(session, line))
        if whole:
            owners.append(Owner(organisation=line))
        elif name or organisation:
            owners.append(Owner(name=name, organisation=organisation))
    return owners


def change_owners(session: Session, action_id: UUID, lines: Iterable[str]) -> Action:
    """Let those whom lines name own an action, and nobody else.

    Raises:
        Refusal: the action is gone, or there are too many lines.
    """
    return change_action(session, action_id, owners=owners_written(session, lines))
