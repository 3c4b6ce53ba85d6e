"""Settling without a vote: "does anyone object?", and ratifying what was decided without a quorum."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.amending import CARRIED, substantive
from boardroom.domain.decisions import Decision
from boardroom.domain.refusal import Refusal
from boardroom.domain.votes import Motion
from boardroom.domain.words import LinkKind, Method, Result, VoteMethod
from boardroom.services.amending import carried_as, refuse_late_amendment, refuse_unsettled_amendments
from boardroom.services.decisions import link_decision, record_decision
from boardroom.services.standing_rows import item_standing, standing
from boardroom.store.queries.agenda import days_of
from boardroom.store.queries.item_votes import motions_at
from boardroom.store.queries.minute_numbers import host_of
from boardroom.store.queries.quorate import would_be_provisional
from boardroom.store.queries.settled import decision_of_motion, is_ratified, votes_on_motion

_METHODS = {
    VoteMethod.HANDS: Method.SHOW_OF_HANDS,
    VoteMethod.NAMED: Method.RECORDED_VOTE,
    VoteMethod.BALLOT: Method.BALLOT,
}
_AGREED = (Method.CONSENSUS, Result.CARRIED)


def agree_motion(session: Session, motion_id: UUID, now: datetime) -> Decision | None:
    """Carry a motion to which nobody objects, and record its wording as the decision; an amendment is only carried.

    Args:
        session: of the unit of work.
        motion_id: the motion or amendment; of a motion that was amended, the substantive wording is decided.
        now: the present moment, local.

    Raises:
        Refusal: it is settled, an amendment to it isn't, or it is gone.
    """
    motion = standing(session, Motion, motion_id, "That motion")
    if decision_of_motion(session, motion) is not None:
        message = "The decision on that motion is recorded already."
        raise Refusal(message)
    if motion.result is not Result.NOT_STATED:
        message = f"That motion was {motion.result} already."
        raise Refusal(message)
    refuse_unsettled_amendments(session, motion)
    if motion.amends_id is not None:
        refuse_late_amendment(session, motion)
        motion.result = Result.CARRIED
        return None
    motion.result = carried_as(session, motion)
    return _decide(session, motion, Method.CONSENSUS, now)


def decide_as_voted(session: Session, motion_id: UUID, now: datetime) -> Decision:
    """Record the wording of a motion that a vote carried as the decision, reached as the vote was taken.

    Raises:
        Refusal: it was not carried by a vote, is an amendment, the decision is recorded already, or it is gone.
    """
    motion = standing(session, Motion, motion_id, "That motion")
    votes = votes_on_motion(session, motion.meeting_id, motion_id)
    if motion.amends_id is not None or motion.result not in CARRIED or not votes:
        message = "Only a motion that a vote has carried is recorded as a decision like that."
        raise Refusal(message)
    if decision_of_motion(session, motion) is not None:
        message = "The decision on that motion is recorded already."
        raise Refusal(message)
    return _decide(session, motion, _METHODS.get(votes[-1].method, Method.VOTE), now)


def agree_decision(session: Session, decision_id: UUID, now: datetime) -> Decision:
    """Say of a decision that is recorded that nobody objected to it.

    Raises:
        Refusal: it says so already, was taken between meetings, or is gone.
    """
    decision = standing(session, Decision, decision_id, "That decision")
    if decision.item_id is None:
        message = "That decision was taken between meetings; nobody was asked in a room."
        raise Refusal(message)
    if (decision.method, decision.result) == _AGREED:
        message = "It is recorded already that nobody objected."
        raise Refusal(message)
    decision.method, decision.result = _AGREED
    if would_be_provisional(session, decision.item_id, *_AGREED, now):
        decision.provisional = True
    return decision


def ratify(session: Session, item_id: UUID, earlier_id: UUID, now: datetime) -> Decision:
    """Ratify at an item, without objection, what was decided earlier without a quorum.

    Args:
        session: of the unit of work.
        item_id: the item of the meeting that ratifies.
        earlier_id: the provisional decision.
        now: the present moment, local.

    Raises:
        Refusal: there is no quorum now either, it was decided later, it is ratified already or needn't be, or one of
            them is gone.
    """
    item = item_standing(session, item_id)
    earlier = standing(session, Decision, earlier_id, "The earlier decision")
    if is_ratified(session, earlier_id):
        message = "That decision is ratified already."
        raise Refusal(message)
    days, decided = (_held_on(session, one) for one in (item.meeting_id, earlier.meeting_id))
    if days and decided and max(days) < min(decided):
        message = "That decision was taken after this meeting; a later one ratifies it."
        raise Refusal(message)
    if would_be_provisional(session, item_id, *_AGREED, now):
        message = "There is no quorum for this item, so nothing can be ratified at it."
        raise Refusal(message)
    named = " ".join(filter(None, ("decision", earlier.reference or earlier.number)))
    wording = f"That {named}, taken without a quorum, is ratified: {earlier.wording}"
    decision = record_decision(
        session,
        _host(session, item.meeting_id),
        wording,
        method=Method.CONSENSUS,
        result=Result.CARRIED,
        item_id=item_id,
        now=now,
    )
    session.flush()
    link_decision(session, decision.id, LinkKind.RATIFIES, of_decision_id=earlier_id)
    return decision


def _decide(session: Session, motion: Motion, method: Method, now: datetime) -> Decision:
    """Record what stands of a motion that was carried."""
    stands = substantive(motions_at(session, motion.item_id))[motion.id]
    decision = record_decision(
        session,
        _host(session, motion.meeting_id),
        stands.wording,
        method=method,
        result=Result.CARRIED,
        item_id=motion.item_id,
        motion_id=motion.id,
        now=now,
    )
    decision.mover, decision.seconder = motion.mover, motion.seconder
    return decision


def _held_on(session: Session, meeting_id: UUID | None) -> list[date]:
    return [one.held_on for one in days_of(session, meeting_id) if one.held_on is not None] if meeting_id else []


def _host(session: Session, meeting_id: UUID) -> UUID:
    host = host_of(session, meeting_id)
    if host is None:
        message = "No board is stated for that meeting."
        raise Refusal(message)
    return host.id
