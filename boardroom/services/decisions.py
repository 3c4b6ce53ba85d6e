"""Decisions: recorded with their method and figures, ratified, and followed by actions."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionUpdate
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.decisions import Decision, DecisionLink, Dissent
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.votes import VoteEvent
from boardroom.domain.words import ActionStatus, LinkKind, Method, Result, VoteMethod, VoteOption, VoteResult
from boardroom.store.queries import agenda as find

_VOTED = {
    Method.SHOW_OF_HANDS: VoteMethod.HANDS,
    Method.RECORDED_VOTE: VoteMethod.NAMED,
    Method.BALLOT: VoteMethod.BALLOT,
}


def record_decision(  # noqa: PLR0913 - a decision has these parts
    session: Session,
    board_id: UUID,
    wording: str,
    *,
    method: Method,
    result: Result,
    item: AgendaItem | None = None,
    decided_on: date | None = None,
    provisional: bool = False,
    reference: str = "",
) -> Decision:
    """Record what was settled, at an item or (with its date) between meetings.

    Raises:
        Refusal: there is no wording, or a decision between meetings has no date.
    """
    wording = clean_text(wording).strip()
    if not wording:
        message = "Write the wording of the decision."
        raise Refusal(message)
    if item is None and decided_on is None:
        message = "A decision between meetings needs the day on which it was taken."
        raise Refusal(message)
    standing = find.decisions_at(session, item.id) if item else ()
    decision = Decision(
        board_id=board_id,
        meeting_id=item.meeting_id if item else None,
        item_id=item.id if item else None,
        position=standing[-1].position + 1 if standing else 0,
        wording=wording,
        method=method if item else Method.BETWEEN_MEETINGS,
        result=result,
        decided_on=decided_on,
        provisional=provisional,
        reference=clean_line(reference),
    )
    session.add(decision)
    return decision


def record_figures(session: Session, decision: Decision, counts: Mapping[VoteOption, int]) -> VoteEvent:
    """Record the figures of the vote that settled a decision; an option that isn't named was not stated.

    Raises:
        Refusal: the decision was taken between meetings, or a figure is below nought.
    """
    if decision.meeting_id is None:
        message = "A vote belongs to a meeting; this decision was taken between meetings."
        raise Refusal(message)
    if any(count < 0 for count in counts.values()):
        message = "A number of votes can't be below nought."
        raise Refusal(message)
    event = VoteEvent(
        meeting_id=decision.meeting_id,
        item_id=decision.item_id,
        decision_id=decision.id,
        method=_VOTED.get(decision.method or Method.NOT_STATED, VoteMethod.NOT_STATED),
        yes=counts.get(VoteOption.YES),
        no=counts.get(VoteOption.NO),
        abstain=counts.get(VoteOption.ABSTAIN),
        result=VoteResult.LOST if decision.result is Result.LOST else VoteResult.CARRIED,
    )
    session.add(event)
    return event


def record_dissent(session: Session, decision: Decision, name: str, words: str) -> Dissent:
    """Record a member's disagreement, in the member's own words.

    Raises:
        Refusal: nobody is named.
    """
    name = clean_line(name)
    if not name:
        message = "Say who dissents."
        raise Refusal(message)
    dissent = Dissent(
        decision_id=decision.id, meeting_id=decision.meeting_id, name=name, words=clean_text(words).strip()
    )
    session.add(dissent)
    return dissent


def ratify(session: Session, decision: Decision, provisional_id: UUID) -> DecisionLink:
    """Let a decision ratify one that was taken without a quorum.

    The earlier decision stays as it was minuted; that it is ratified is read from the link.

    Raises:
        Refusal: the earlier one is gone or wasn't provisional.
    """
    earlier = session.get(Decision, provisional_id)
    if earlier is None or not earlier.provisional:
        message = "Only a provisional decision, taken without a quorum, needs to be ratified."
        raise Refusal(message)
    link = DecisionLink(
        decision_id=decision.id, meeting_id=decision.meeting_id, kind=LinkKind.RATIFIES, of_decision_id=earlier.id
    )
    session.add(link)
    return link


def give_action(  # noqa: PLR0913 - an action has these parts
    session: Session,
    board_id: UUID,
    text: str,
    *,
    item: AgendaItem | None = None,
    owner: str = "",
    organisation: str = "",
    due_on: date | None = None,
    due_words: str = "",
) -> Action:
    """Record what somebody is to do; owner and due date may be words, or missing.

    Raises:
        Refusal: there is no text.
    """
    text = clean_text(text).strip()
    if not text:
        message = "Write what is to be done."
        raise Refusal(message)
    standing = find.actions_at(session, item.id) if item else ()
    action = Action(
        board_id=board_id,
        meeting_id=item.meeting_id if item else None,
        item_id=item.id if item else None,
        position=standing[-1].position + 1 if standing else 0,
        text=text,
        owner_role=clean_line(owner),
        owner_organisation=clean_line(organisation),
        due_on=due_on,
        due_words=clean_line(due_words),
    )
    session.add(action)
    return action


def update_action(
    session: Session, action_id: UUID, status: ActionStatus, *, on: date, words: str = ""
) -> ActionUpdate:
    """Say how an action has come on; what was minuted stays as it was."""
    earlier = find.updates_of(session, action_id)
    update = ActionUpdate(
        action_id=action_id,
        position=earlier[-1].position + 1 if earlier else 0,
        updated_on=on,
        words=clean_text(words).strip(),
        status=status,
    )
    session.add(update)
    return update
