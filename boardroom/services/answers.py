"""Answers: what became of a proposal, always with the reason, and when those who put it were told."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.decisions import Decision
from boardroom.domain.proposals import Answer, Proposal
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import AnswerKind, ReasonCategory
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.standing_rows import item_standing, standing
from boardroom.services.stated import stated_line, stated_text
from boardroom.store.queries.agenda import answered_day, answers_to
from boardroom.store.queries.hanging import next_place


def answer_proposal(  # noqa: PLR0913 - an answer has these parts
    session: Session,
    proposal_id: UUID,
    answer: AnswerKind,
    reason: str,
    *,
    category: ReasonCategory,
    item_id: UUID | None = None,
    decision_id: UUID | None = None,
    deferred_to: str = "",
    answered_on: date | None = None,
) -> Answer:
    """Say what became of a proposal, always with the reason; an earlier answer stays in the record.

    Raises:
        Refusal: no reason is given, a deferred proposal isn't told until when, it came in later, or something named
            is gone.
    """
    _refuse_before_it_came_in(standing(session, Proposal, proposal_id, "That proposal"), answered_on)
    item = item_standing(session, item_id) if item_id is not None else None
    if decision_id is not None:
        standing(session, Decision, decision_id, "That decision")
    row = Answer(
        proposal_id=proposal_id,
        meeting_id=item.meeting_id if item else None,
        item_id=item_id,
        decision_id=decision_id,
        position=next_place(session, Answer, "proposal_id", proposal_id),
        answer=answer,
        reason=_reason(reason),
        category=category,
        deferred_to=_deferred(answer, deferred_to),
        answered_on=answered_on,
    )
    session.add(row)
    return row


def change_answer(  # noqa: PLR0913 - an answer has these parts
    session: Session,
    answer_id: UUID,
    *,
    answer: AnswerKind | Kept = KEPT,
    reason: str | Kept = KEPT,
    category: ReasonCategory | Kept = KEPT,
    decision_id: UUID | Kept | None = KEPT,
    deferred_to: str | Kept = KEPT,
    answered_on: date | Kept | None = KEPT,
) -> Answer:
    """Change the answer that stands; what isn't given stays.

    Raises:
        Refusal: a later answer was given, those who put the proposal were told already, no reason would be
            given, the proposal came in later, or it or the decision is gone.
    """
    row = _last(session, answer_id)
    if answered_on is not KEPT:
        _refuse_before_it_came_in(standing(session, Proposal, row.proposal_id, "That proposal"), answered_on)
    if decision_id is not KEPT and decision_id is not None:
        standing(session, Decision, decision_id, "That decision")
    row.answer = given(answer, row.answer)
    row.reason = _reason(given(reason, row.reason))
    row.category = given(category, row.category)
    row.decision_id = given(decision_id, row.decision_id)
    row.deferred_to = _deferred(row.answer, given(deferred_to, row.deferred_to))
    row.answered_on = given(answered_on, row.answered_on)
    return row


def remove_answer(session: Session, answer_id: UUID) -> None:
    """Take out the answer that stands; the one before stands again.

    Raises:
        Refusal: a later answer was given, those who put the proposal were told already, or it is gone.
    """
    session.delete(_last(session, answer_id))


def mark_told(session: Session, answer_id: UUID, on: date) -> Answer:
    """Record when those who put the proposal were told; the caller makes this step a barrier to undo.

    Raises:
        Refusal: they were told already, the answer is younger than the day, or it is gone.
    """
    row = standing(session, Answer, answer_id, "That answer")
    if row.told_on is not None:
        message = f"They were told on {row.told_on.day} {row.told_on:%B %Y} already."
        raise Refusal(message)
    given_on = answered_day(session, row)
    if given_on is not None and on < given_on:
        message = f"The answer was given on {given_on.day} {given_on:%B %Y}, so they can't have been told earlier."
        raise Refusal(message)
    row.told_on = on
    return row


def _refuse_before_it_came_in(proposal: Proposal, answered_on: date | None) -> None:
    received = proposal.received_on
    if answered_on is not None and received is not None and answered_on < received:
        message = f"It came in on {received.day} {received:%B %Y}, so it can't have been answered earlier."
        raise Refusal(message)


def _last(session: Session, answer_id: UUID) -> Answer:
    row = standing(session, Answer, answer_id, "That answer")
    if answers_to(session, row.proposal_id)[-1].id != answer_id:
        message = "A later answer stands; this one is part of the record."
        raise Refusal(message)
    if row.told_on is not None:
        message = "Those who put the proposal were told this answer; give them another one instead."
        raise Refusal(message)
    return row


def _reason(reason: str) -> str:
    return stated_text(reason, "An answer needs its reason: whoever put the proposal will ask why.")


def _deferred(answer: AnswerKind, deferred_to: str) -> str:
    if answer is not AnswerKind.DEFERRED:
        return ""
    return stated_line(deferred_to, "Say to which meeting or date the proposal is deferred.")
