"""Amendments and what they amend: which is settled first, and what is carried by it."""

from sqlalchemy.orm import Session

from boardroom.domain.amending import substantive
from boardroom.domain.refusal import Refusal
from boardroom.domain.votes import Motion
from boardroom.domain.words import Result
from boardroom.store.queries.item_votes import motions_at
from boardroom.store.queries.settled import decision_of_motion

UNSETTLED = "An amendment to that motion is not settled; settle or withdraw it first."


def carried_as(session: Session, motion: Motion) -> Result:
    """Return what a motion is that was carried: as amended, where an amendment to it stands."""
    stands = substantive(motions_at(session, motion.item_id)).get(motion.id, motion)
    return Result.CARRIED if stands is motion else Result.CARRIED_AS_AMENDED


def refuse_unsettled_amendments(session: Session, motion: Motion) -> None:
    """Refuse to settle a motion before its amendments.

    Raises:
        Refusal: an amendment to it is not settled. Source: model standing orders of local authorities.
    """
    if any(
        one.amends_id == motion.id and one.result is Result.NOT_STATED for one in motions_at(session, motion.item_id)
    ):
        raise Refusal(UNSETTLED)


def refuse_late_amendment(session: Session, amendment: Motion) -> None:
    """Refuse to carry an amendment to what is decided: the decision would have another wording than what stands.

    Raises:
        Refusal: the decision on the motion that it amends, at last, is recorded.
    """
    by_id = {one.id: one for one in motions_at(session, amendment.item_id)}
    motion, passed = amendment, {amendment.id}
    while motion.amends_id in by_id and motion.amends_id not in passed:
        motion = by_id[motion.amends_id]
        passed.add(motion.id)
    if motion is not amendment and decision_of_motion(session, motion) is not None:
        message = "The decision on the motion is recorded already, so no amendment to it is carried any more."
        raise Refusal(message)
