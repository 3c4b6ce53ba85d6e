"""Actions: given, changed, and followed by what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner, ActionUpdate
from boardroom.domain.decisions import Decision
from boardroom.domain.numbering import next_minute_number
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.words import ActionStatus
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.named import body_meant, person_meant
from boardroom.services.standing_rows import item_standing, standing
from boardroom.services.stated import stated_text
from boardroom.store.queries.actions import numbers_of
from boardroom.store.queries.hanging import hanging_on, next_place


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who is to do something, as written: a person, an organisation, or a person for one; else just words."""

    name: str = ""
    organisation: str = ""


def give_action(  # noqa: PLR0913 - an action has these parts
    session: Session,
    board_id: UUID,
    text: str,
    *,
    item_id: UUID | None = None,
    decision_id: UUID | None = None,
    owners: Sequence[Owner] = (),
    due_on: date | None = None,
    due_words: str = "",
    number: str | None = "",
) -> Action:
    """Record what somebody is to do; owners and due date may be words, or missing.

    Args:
        session: of the unit of work.
        board_id: the board that follows the action.
        text: what is to be done.
        item_id: the item at which it was given, if at one.
        decision_id: the decision that it follows from.
        owners: who is to do it.
        due_on: until when.
        due_words: the same in words.
        number: its number; empty for none, None for the board's next.

    Raises:
        Refusal: there is no text, or the item or the decision is gone.
    """
    item = item_standing(session, item_id) if item_id is not None else None
    if decision_id is not None:
        standing(session, Decision, decision_id, "That decision")
    action = Action(
        board_id=board_id,
        meeting_id=item.meeting_id if item else None,
        item_id=item_id,
        decision_id=decision_id,
        position=next_place(session, Action, "item_id", item_id) if item_id else 0,
        number=next_minute_number(numbers_of(session, board_id)) if number is None else clean_line(number),
        text=_text(text),
        due_on=due_on,
        due_words=clean_line(due_words),
    )
    _own(session, action, owners)
    session.add(action)
    return action


def change_action(  # noqa: PLR0913 - an action has these parts
    session: Session,
    action_id: UUID,
    *,
    text: str | Kept = KEPT,
    owners: Sequence[Owner] | Kept = KEPT,
    due_on: date | Kept | None = KEPT,
    due_words: str | Kept = KEPT,
    number: str | Kept = KEPT,
    decision_id: UUID | Kept | None = KEPT,
) -> Action:
    """Change what was minuted of an action; what isn't given stays. What became of it is `update_action`'s.

    Raises:
        Refusal: there would be no text, or it or the decision is gone.
    """
    action = standing(session, Action, action_id, "That action")
    if decision_id is not KEPT and decision_id is not None:
        standing(session, Decision, decision_id, "That decision")
    action.text = _text(given(text, action.text))
    action.due_on = given(due_on, action.due_on)
    action.due_words = clean_line(given(due_words, action.due_words))
    action.number = clean_line(given(number, action.number))
    action.decision_id = given(decision_id, action.decision_id)
    if owners is not KEPT:
        for row in _owners(session, action_id):
            session.delete(row)
        _own(session, action, owners)
    return action


def update_action(
    session: Session, action_id: UUID, status: ActionStatus, *, on: date, words: str = ""
) -> ActionUpdate:
    """Say how an action has come on; what was minuted stays as it was, also in sealed minutes.

    Raises:
        Refusal: the action is gone.
    """
    standing(session, Action, action_id, "That action")
    update = ActionUpdate(
        action_id=action_id,
        position=next_place(session, ActionUpdate, "action_id", action_id),
        updated_on=on,
        words=clean_text(words).strip(),
        status=status,
    )
    session.add(update)
    return update


def remove_update(session: Session, update_id: UUID) -> None:
    """Take out what was said of an action's progress.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, ActionUpdate, update_id, "That update"))


def remove_action(session: Session, action_id: UUID) -> None:
    """Take out an action that was recorded by mistake.

    Raises:
        Refusal: something happened to it since (then it can be dropped), or it is gone.
    """
    action = standing(session, Action, action_id, "That action")
    if hanging_on(session, ActionUpdate, "action_id", [action_id]):
        message = "Something became of that action already; mark it as dropped instead."
        raise Refusal(message)
    for row in _owners(session, action_id):
        session.delete(row)
    session.delete(action)


def _owners(session: Session, action_id: UUID) -> Sequence[ActionOwner]:
    return hanging_on(session, ActionOwner, "action_id", [action_id]).get(action_id, [])


def _own(session: Session, action: Action, owners: Sequence[Owner]) -> None:
    """Let an action have these owners: rows for people and organisations that the file knows, words for others."""
    roles, bodies = list[str](), list[str]()
    rows: list[ActionOwner] = []
    for owner in owners:
        name = clean_line(owner.name)
        body = body_meant(session, owner.organisation, None, None)
        person_id = person_meant(session, name, action.meeting_id, body.name)
        if person_id is None and (body.id is None or name):
            roles.append(name)
            bodies.append(body.name)
            continue
        rows.append(
            ActionOwner(
                action_id=action.id,
                meeting_id=action.meeting_id,
                position=len(rows),
                person_id=person_id,
                organisation_id=body.id,
                name=name,
                organisation=body.name,
            )
        )
    action.owner_role = ", ".join(filter(None, roles))
    action.owner_organisation = ", ".join(dict.fromkeys(filter(None, bodies)))
    session.add_all(rows)


def _text(text: str) -> str:
    return stated_text(text, "Write what is to be done.")
