"""Actions as the Meeting page shows them at an item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner, ActionUpdate
from boardroom.domain.words import ActionStatus
from boardroom.store.queries.hanging import hanging_on
from boardroom.store.queries.names import organisations_called, people_called


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerView:
    """One owner of an action, as printed or as called today."""

    id: UUID
    person_id: UUID | None
    organisation_id: UUID | None
    name: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateView:
    """What happened to an action on a day."""

    id: UUID
    updated_on: date
    words: str
    status: ActionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """An action; `minuted` is its status in the minutes, `status` the latest, updates counted."""

    id: UUID
    decision_id: UUID | None
    number: str
    text: str
    owner_role: str
    owner_organisation: str
    owners: tuple[OwnerView, ...]
    due_on: date | None
    due_words: str
    minuted: ActionStatus | None
    status: ActionStatus | None
    updates: tuple[UpdateView, ...]


def actions_shown(session: Session, actions: Sequence[Action]) -> tuple[ActionView, ...]:
    """Return actions with their owners and what became of them."""
    ids = [one.id for one in actions]
    owners = hanging_on(session, ActionOwner, "action_id", ids)
    updates = hanging_on(session, ActionUpdate, "action_id", ids)
    every = [one for rows in owners.values() for one in rows]
    people = people_called(session, (one.person_id for one in every))
    bodies = organisations_called(session, (one.organisation_id for one in every))
    return tuple(_action(one, owners.get(one.id, []), updates.get(one.id, []), people, bodies) for one in actions)


def _action(
    action: Action,
    owners: Sequence[ActionOwner],
    updates: Sequence[ActionUpdate],
    people: Mapping[UUID, str],
    bodies: Mapping[UUID, str],
) -> ActionView:
    in_time = sorted(updates, key=lambda one: (one.updated_on, one.position, str(one.id)))
    return ActionView(
        id=action.id,
        decision_id=action.decision_id,
        number=action.number,
        text=action.text,
        owner_role=action.owner_role,
        owner_organisation=action.owner_organisation,
        owners=tuple(
            OwnerView(
                id=one.id,
                person_id=one.person_id,
                organisation_id=one.organisation_id,
                name=one.name or (people.get(one.person_id, "") if one.person_id else ""),
                organisation=one.organisation or (bodies.get(one.organisation_id, "") if one.organisation_id else ""),
            )
            for one in owners
        ),
        due_on=action.due_on,
        due_words=action.due_words,
        minuted=action.status,
        status=in_time[-1].status if in_time else action.status,
        updates=tuple(
            UpdateView(id=one.id, updated_on=one.updated_on, words=one.words, status=one.status) for one in in_time
        ),
    )
