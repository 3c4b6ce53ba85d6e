"""What the services ask about motions, votes and decisions, and what hangs on them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select, union_all
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.meeting import Correction, Seal
from boardroom.domain.proposals import Answer
from boardroom.domain.votes import Motion, VoteEvent
from boardroom.domain.words import LinkKind


def votes_on_motion(session: Session, meeting_id: UUID, motion_id: UUID) -> Sequence[VoteEvent]:
    """Return the votes on a motion, in order."""
    wanted = select(VoteEvent).where(VoteEvent.meeting_id == meeting_id, VoteEvent.motion_id == motion_id)
    return session.scalars(wanted.order_by(VoteEvent.position, VoteEvent.id)).all()


def hangs_on_motion(session: Session, motion: Motion) -> bool:
    """Return whether an amendment, a vote or a decision hangs on a motion."""
    own = motion.meeting_id
    hanging: list[Select[UUID]] = [
        select(Motion.id).where(Motion.meeting_id == own, Motion.amends_id == motion.id),
        select(VoteEvent.id).where(VoteEvent.meeting_id == own, VoteEvent.motion_id == motion.id),
        select(Decision.id).where(Decision.meeting_id == own, Decision.motion_id == motion.id),
    ]
    return session.execute(union_all(*hanging).limit(1)).first() is not None


def decision_of_motion(session: Session, motion: Motion) -> Decision | None:
    """Return the decision that says what became of a motion."""
    wanted = select(Decision).where(Decision.meeting_id == motion.meeting_id, Decision.motion_id == motion.id)
    return session.scalars(wanted.order_by(Decision.position, Decision.id).limit(1)).first()


def is_ratified(session: Session, decision_id: UUID) -> bool:
    """Return whether a later decision ratified one."""
    wanted = select(DecisionLink.id).where(DecisionLink.of_decision_id == decision_id)
    return session.scalar(wanted.where(DecisionLink.kind == LinkKind.RATIFIES).limit(1)) is not None


def votes_on_decision(session: Session, decision_id: UUID) -> Sequence[VoteEvent]:
    """Return the votes that settled a decision, in order."""
    wanted = select(VoteEvent).where(VoteEvent.decision_id == decision_id)
    return session.scalars(wanted.order_by(VoteEvent.position, VoteEvent.id)).all()


def rests_on_decision(session: Session, decision_id: UUID) -> str:
    """Return what rests on a decision, as a sentence names it; empty where nothing does."""
    resting: list[tuple[str, Select[UUID]]] = [
        ("An action", select(Action.id).where(Action.decision_id == decision_id)),
        ("An answer to a proposal", select(Answer.id).where(Answer.decision_id == decision_id)),
        ("A later decision", select(DecisionLink.id).where(DecisionLink.of_decision_id == decision_id)),
        ("The seal of minutes", select(Seal.id).where(Seal.decision_id == decision_id)),
        ("A correction of minutes", select(Correction.id).where(Correction.decision_id == decision_id)),
    ]
    return next((what for what, wanted in resting if session.execute(wanted.limit(1)).first() is not None), "")


def decisions_referred(session: Session, board_id: UUID, named: str) -> Sequence[UUID]:
    """Return the ids of a board's decisions that have this reference, or else this number."""
    for column in (Decision.reference, Decision.number):
        wanted = select(Decision.id).where(Decision.board_id == board_id, column == named, column != "")
        found = session.scalars(wanted.order_by(Decision.id)).all()
        if found:
            return found
    return ()
