"""Decisions: recorded, changed, put under conditions, dissented from, and linked to earlier ones."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.amending import CARRIED
from boardroom.domain.decisions import Decision, DecisionCondition, DecisionLink, Dissent
from boardroom.domain.meeting import Meeting
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.votes import Motion
from boardroom.domain.words import LinkKind, Method, Result
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.named import person_meant
from boardroom.services.standing_rows import item_standing, standing
from boardroom.services.stated import refuse_too_many, stated_line, stated_text
from boardroom.services.votes import remove_vote
from boardroom.store.queries import settled as find
from boardroom.store.queries.hanging import hanging_on, next_place
from boardroom.store.queries.quorate import would_be_provisional


def record_decision(  # noqa: PLR0913 - a decision has these parts
    session: Session,
    board_id: UUID,
    wording: str,
    *,
    method: Method,
    result: Result,
    item_id: UUID | None = None,
    motion_id: UUID | None = None,
    decided_on: date | None = None,
    provisional: bool = False,
    reference: str = "",
    now: datetime | None = None,
) -> Decision:
    """Record what was settled, at an item or (with its date) between meetings.

    What is carried without a quorum for the item is provisional by itself; `now` is the present moment, local.

    Raises:
        Refusal: there is no wording, a decision between meetings has no date, or the item or motion is gone.
    """
    if item_id is None and decided_on is None:
        message = "A decision between meetings needs the day on which it was taken."
        raise Refusal(message)
    item = item_standing(session, item_id) if item_id is not None else None
    if motion_id is not None:
        standing(session, Motion, motion_id, "That motion")
    method = method if item else Method.BETWEEN_MEETINGS
    decision = Decision(
        board_id=board_id,
        meeting_id=item.meeting_id if item else None,
        item_id=item_id,
        motion_id=motion_id,
        position=next_place(session, Decision, "item_id", item_id) if item_id else 0,
        wording=_wording(wording),
        method=method,
        result=result,
        decided_on=decided_on,
        provisional=provisional or (item is not None and would_be_provisional(session, item.id, method, result, now)),
        reference=clean_line(reference),
    )
    session.add(decision)
    return decision


def change_decision(  # noqa: PLR0913 - a decision has these parts
    session: Session,
    decision_id: UUID,
    *,
    wording: str | Kept = KEPT,
    method: Method | Kept | None = KEPT,
    result: Result | Kept | None = KEPT,
    number: str | Kept = KEPT,
    reference: str | Kept = KEPT,
    decided_on: date | Kept | None = KEPT,
    provisional: bool | Kept = KEPT,
    mover: str | Kept = KEPT,
    seconder: str | Kept = KEPT,
    recommended_to: str | Kept = KEPT,
    reserved_to: str | Kept = KEPT,
    remark: str | Kept = KEPT,
) -> Decision:
    """Change what was recorded of a decision; what isn't given stays.

    Raises:
        Refusal: there would be no wording, one between meetings would have no date, or it is gone.
    """
    decision = standing(session, Decision, decision_id, "That decision")
    decision.wording = _wording(given(wording, decision.wording))
    decision.method = given(method, decision.method)
    decision.result = given(result, decision.result)
    decision.number = clean_line(given(number, decision.number))
    decision.reference = clean_line(given(reference, decision.reference))
    decision.decided_on = given(decided_on, decision.decided_on)
    if decision.item_id is None and decision.decided_on is None:
        message = "A decision between meetings needs the day on which it was taken."
        raise Refusal(message)
    decision.provisional = given(provisional, decision.provisional)
    decision.mover = clean_line(given(mover, decision.mover))
    decision.seconder = clean_line(given(seconder, decision.seconder))
    decision.recommended_to = clean_line(given(recommended_to, decision.recommended_to))
    decision.reserved_to = clean_line(given(reserved_to, decision.reserved_to))
    decision.remark = clean_text(given(remark, decision.remark)).strip()
    return decision


def set_conditions(session: Session, decision_id: UUID, texts: Sequence[str]) -> list[DecisionCondition]:
    """Make these the conditions of a decision, in this order; blank ones are left out.

    Raises:
        Refusal: the decision is gone, or nobody means so many.
    """
    decision = standing(session, Decision, decision_id, "That decision")
    refuse_too_many(len(texts), "conditions")
    wanted = [text for text in (clean_text(one).strip() for one in texts) if text]
    rows = hanging_on(session, DecisionCondition, "decision_id", [decision_id]).get(decision_id, [])
    for gone in rows[len(wanted) :]:
        session.delete(gone)
    for row, text in zip(rows, wanted, strict=False):
        row.text = text
    first = rows[-1].position + 1 if rows else 0
    added = [
        DecisionCondition(decision_id=decision_id, meeting_id=decision.meeting_id, position=place, text=text)
        for place, text in enumerate(wanted[len(rows) :], start=first)
    ]
    session.add_all(added)
    return [*rows[: len(wanted)], *added]


def record_dissent(session: Session, decision_id: UUID, name: str, words: str) -> Dissent:
    """Record a member's disagreement, in the member's own words.

    Raises:
        Refusal: nobody is named, or the decision is gone.
    """
    decision = standing(session, Decision, decision_id, "That decision")
    name = stated_line(name, "Say who dissents.")
    dissent = Dissent(
        decision_id=decision_id,
        meeting_id=decision.meeting_id,
        position=next_place(session, Dissent, "decision_id", decision_id),
        person_id=person_meant(session, name, decision.meeting_id),
        name=name,
        words=clean_text(words).strip(),
    )
    session.add(dissent)
    return dissent


def remove_dissent(session: Session, dissent_id: UUID) -> None:
    """Take a dissent out.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, Dissent, dissent_id, "That dissent"))


def link_decision(  # noqa: PLR0913 - a link has these parts
    session: Session,
    decision_id: UUID,
    kind: LinkKind,
    *,
    of_decision_id: UUID | None = None,
    of_meeting_id: UUID | None = None,
    words: str = "",
) -> DecisionLink:
    """Say what a decision does to an earlier one, to a whole earlier meeting's, or to what words name.

    The earlier decision stays as it was minuted; that it is ratified, say, is read from the link.

    Raises:
        Refusal: nothing is named, it is the decision itself, it is linked already, it needn't be ratified, or it
            is gone.
    """
    decision = standing(session, Decision, decision_id, "That decision")
    words = clean_line(words)
    if of_decision_id is None and of_meeting_id is None and not words:
        message = f"Say which decision this one {kind}."
        raise Refusal(message)
    if of_decision_id is not None:
        earlier = standing(session, Decision, of_decision_id, "The earlier decision")
        _check_link(session, decision, kind, earlier)
    if of_meeting_id is not None:
        standing(session, Meeting, of_meeting_id, "The earlier meeting")
    link = DecisionLink(
        decision_id=decision_id,
        meeting_id=decision.meeting_id,
        kind=kind,
        of_decision_id=of_decision_id,
        of_meeting_id=of_meeting_id,
        words=words,
    )
    session.add(link)
    return link


def unlink_decision(session: Session, link_id: UUID) -> None:
    """Take out what a decision was said to do to an earlier one.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, DecisionLink, link_id, "That link"))


def remove_decision(session: Session, decision_id: UUID) -> None:
    """Take out a decision that was recorded by mistake, with its conditions, dissents, links and votes.

    Raises:
        Refusal: an action, an answer, minutes or another decision rest on it, or it is gone.
    """
    decision = standing(session, Decision, decision_id, "That decision")
    resting = find.rests_on_decision(session, decision_id)
    if resting:
        message = f"{resting} rests on that decision; take that out first."
        raise Refusal(message)
    for vote in find.votes_on_decision(session, decision_id):
        remove_vote(session, vote.id)
    for entity in (DecisionCondition, Dissent, DecisionLink):
        for row in hanging_on(session, entity, "decision_id", [decision_id]).get(decision_id, ()):
            session.delete(row)
    session.delete(decision)


def _check_link(session: Session, decision: Decision, kind: LinkKind, earlier: Decision) -> None:
    if earlier.id == decision.id:
        message = "A decision does nothing to itself; choose an earlier one."
        raise Refusal(message)
    if kind is LinkKind.RATIFIES and (decision.provisional or decision.result not in CARRIED):
        message = "What ratifies an earlier decision is itself carried, with a quorum."
        raise Refusal(message)
    if kind is LinkKind.RATIFIES and not earlier.provisional:
        message = "Only a provisional decision, taken without a quorum, needs to be ratified."
        raise Refusal(message)
    for link in hanging_on(session, DecisionLink, "decision_id", [decision.id]).get(decision.id, ()):
        if (link.of_decision_id, link.kind) == (earlier.id, kind):
            message = f"It is recorded already that this decision {kind} that one."
            raise Refusal(message)


def _wording(wording: str) -> str:
    return stated_text(wording, "Write the wording of the decision.")
