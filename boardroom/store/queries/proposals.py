"""What the services ask about proposals."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, func, select, tuple_
from sqlalchemy.orm import Session, aliased

from boardroom.domain.actions import Action
from boardroom.domain.agenda import Point
from boardroom.domain.proposals import Answer, Proposal, ProposalItem, Proposer


def numbers_of(session: Session, board_id: UUID) -> Sequence[str]:
    """Return the numbers of a board's proposals."""
    return session.scalars(select(Proposal.number).where(Proposal.board_id == board_id, Proposal.number != "")).all()


def points_of(session: Session, proposal_id: UUID) -> Sequence[Point]:
    """Return the points that are the minuted trace of a proposal, at whatever meeting."""
    return session.scalars(select(Point).where(Point.proposal_id == proposal_id)).all()


def items_of(session: Session, proposal_id: UUID) -> Sequence[ProposalItem]:
    """Return at which items a proposal is considered, beside the one that it came up at."""
    return session.scalars(
        select(ProposalItem).where(ProposalItem.proposal_id == proposal_id).order_by(ProposalItem.id)
    ).all()


def actions_for(session: Session, proposal_id: UUID) -> Sequence[Action]:
    """Return the actions that carry a proposal out."""
    return session.scalars(select(Action).where(Action.proposal_id == proposal_id).order_by(Action.id)).all()


def earlier_of(session: Session, board_id: UUID) -> Sequence[tuple[UUID, UUID | None]]:
    """Return the proposals of a board that take up an earlier one, each with that one."""
    wanted = select(Proposal.id, Proposal.earlier_id).where(
        Proposal.board_id == board_id, Proposal.earlier_id.is_not(None)
    )
    return [(row.id, row.earlier_id) for row in session.execute(wanted)]


def taken_up_by(session: Session, proposal_id: UUID) -> Sequence[Proposal]:
    """Return the later proposals that take a proposal up again."""
    return session.scalars(select(Proposal).where(Proposal.earlier_id == proposal_id).order_by(Proposal.id)).all()


def untold_of(session: Session, board_id: UUID, organisation_id: UUID) -> Sequence[tuple[Proposal, Answer]]:
    """Return an organisation's answered proposals whose standing answer was told to nobody yet, in order."""
    later = aliased(Answer)
    superseded = exists().where(
        later.proposal_id == Answer.proposal_id, tuple_(later.position, later.id) > tuple_(Answer.position, Answer.id)
    )
    wanted = (
        select(Proposal, Answer)
        .join(Answer, Answer.proposal_id == Proposal.id)
        .where(
            func.coalesce(Proposal.board_id, "") == str(board_id),
            Proposal.id.in_(select(Proposer.proposal_id).where(Proposer.organisation_id == organisation_id)),
            Answer.told_on.is_(None),
            ~superseded,
        )
        .order_by(Proposal.id)
    )
    return [(row[0], row[1]) for row in session.execute(wanted)]
