"""What the services ask about the joint plan: outcomes, priorities, strands and what hangs on them, in order."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.meeting import MeetingBoard
from boardroom.domain.plan import Outcome, Priority, Strand, StrandStage, StrandSum
from boardroom.domain.proposals import ProposalOutcome


def outcomes_of(session: Session, board_id: UUID) -> Sequence[Outcome]:
    """Return the outcomes of a board's plan, in order."""
    wanted = select(Outcome).where(Outcome.board_id == board_id)
    return session.scalars(wanted.order_by(Outcome.position, Outcome.id)).all()


def priorities_of(session: Session, board_id: UUID) -> Sequence[Priority]:
    """Return the priorities of a board's plan, in order."""
    wanted = select(Priority).where(Priority.board_id == board_id)
    return session.scalars(wanted.order_by(Priority.position, Priority.id)).all()


def strands_of(session: Session, board_id: UUID) -> Sequence[Strand]:
    """Return the strands of a board's plan, in order."""
    return session.scalars(select(Strand).where(Strand.board_id == board_id).order_by(Strand.position, Strand.id)).all()


def stages_of(session: Session, strand_id: UUID) -> Sequence[StrandStage]:
    """Return the stages of a strand, in no order: the domain orders them."""
    return session.scalars(select(StrandStage).where(StrandStage.strand_id == strand_id)).all()


def sums_of(session: Session, strand_id: UUID) -> Sequence[StrandSum]:
    """Return the sums of a strand, in order."""
    wanted = select(StrandSum).where(StrandSum.strand_id == strand_id)
    return session.scalars(wanted.order_by(StrandSum.position, StrandSum.id)).all()


def strand_under(session: Session, priority_id: UUID) -> Strand | None:
    """Return a strand that is planned under a priority, if there is one."""
    wanted = select(Strand).where(Strand.priority_id == priority_id)
    return session.scalars(wanted.order_by(Strand.position, Strand.id).limit(1)).first()


def is_served(session: Session, outcome_id: UUID) -> bool:
    """Return whether a proposal says that it serves an outcome."""
    wanted = select(ProposalOutcome.id).where(ProposalOutcome.outcome_id == outcome_id).limit(1)
    return session.scalar(wanted) is not None


def meets(session: Session, meeting_id: UUID, board_id: UUID) -> bool:
    """Return whether a meeting is one of a board's, alone or with others."""
    wanted = select(MeetingBoard.id).where(MeetingBoard.meeting_id == meeting_id, MeetingBoard.board_id == board_id)
    return session.scalar(wanted.limit(1)) is not None
