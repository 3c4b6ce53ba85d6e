"""Which proposals, answers and actions of its own a partner may read: ids alone, before anything is loaded."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.board import Membership, Seat
from boardroom.domain.decisions import Decision
from boardroom.domain.proposals import Answer, Proposal, ProposalItem, Proposer
from boardroom.domain.votes import Motion
from boardroom.store.queries.partner_reach import Reach, reach_of, sits_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """Ids of what a partner may read.

    `answers`: the standing answer by its proposal; `withheld`: proposals whose answer may not be read. `considered`:
    pairs of a proposal and an item. `restricted`: some of it isn't public; `left_out`: some of it may not be read.
    """

    proposals: tuple[UUID, ...]
    answers: dict[UUID, UUID]
    withheld: frozenset[UUID]
    decisions: frozenset[UUID]
    considered: frozenset[tuple[UUID, UUID]]
    asked_of_it: tuple[UUID, ...]
    asked_for_it: tuple[UUID, ...]
    restricted: bool
    left_out: bool


def sight_of(session: Session, board_id: UUID, organisation_id: UUID, today: date) -> Sight:
    """Return what a partner may read of what it put to a board, what was answered, and what was asked for that."""
    # From the partner's few proposals, not through all of the board's.
    mine = select(Proposer.proposal_id).where(Proposer.organisation_id == organisation_id)
    put = _proposals(session, Proposal.id.in_(mine), func.coalesce(Proposal.board_id, "") == str(board_id))
    ids = [row.id for row in put]
    last = {
        row.proposal_id: row
        for row in session.execute(
            select(Answer.id, Answer.proposal_id, Answer.item_id, Answer.decision_id)
            .where(Answer.proposal_id.in_(ids))
            .order_by(Answer.position, Answer.id)
        )
    }
    based_on = {row.decision_id for row in last.values() if row.decision_id is not None}
    actions = _actions(session, board_id, organisation_id, today, ids, based_on)
    behind = _decisions(session, based_on | {row.decision_id for row in actions if row.decision_id is not None})
    # An action of this partner may carry out somebody else's proposal.
    others = _proposals(session, Proposal.id.in_({row.proposal_id for row in actions if row.proposal_id is not None}))
    considered = session.execute(
        select(ProposalItem.proposal_id, ProposalItem.item_id).where(ProposalItem.proposal_id.in_(ids))
    ).all()
    at = [row.item_id for row in (*put, *last.values(), *actions, *behind, *others, *considered)]
    reach = reach_of(session, board_id, organisation_id, today, [*at, *(row.motion_item_id for row in behind)])
    strands = {row.id: row.strand_id for row in (*put, *others)}
    no_decisions = {row.id for row in behind if reach.hides(row.item_id) or reach.hides(row.motion_item_id)}
    no_proposals = {row.id for row in (*put, *others) if reach.hides(row.item_id, row.strand_id)}
    seen = tuple(one for one in ids if one not in no_proposals)
    settled_at = {row.id: (row.item_id, row.motion_item_id) for row in behind}
    # The reason of an answer is that of the decision which it rests on, wherever it was given.
    answers = {
        one: row.id
        for one, row in last.items()
        if one in seen
        and not any(reach.hides(at, strands.get(one)) for at in (row.item_id, *settled_at.get(row.decision_id, ())))
    }
    open_actions = [
        row
        for row in actions
        if row.decision_id not in no_decisions
        and row.proposal_id not in no_proposals
        and not reach.hides(row.item_id, strands.get(row.proposal_id))
    ]
    items = [(row.proposal_id, row.item_id) for row in considered] + [(row.id, row.item_id) for row in put]
    withheld = frozenset(one for one in last if one in seen and one not in answers)
    return Sight(
        proposals=seen,
        answers=answers,
        withheld=withheld,
        decisions=frozenset(based_on - no_decisions),
        considered=frozenset(
            (one, item) for one, item in items if item is not None and not reach.hides(item, strands.get(one))
        ),
        asked_of_it=tuple(row.id for row in open_actions if row.of_it),
        asked_for_it=tuple(row.id for row in open_actions if not row.of_it),
        restricted=_holds_restricted(reach, at),
        left_out=bool(withheld) or len(seen) < len(put) or len(open_actions) < len(actions),
    )


def _holds_restricted(reach: Reach, item_ids: Collection[UUID | None]) -> bool:
    return any(one in reach.restricted and not reach.hides(one) for one in item_ids)


def _proposals(session: Session, *where: Any) -> Sequence[Any]:  # noqa: ANN401 - conditions, and rows of three
    wanted = select(Proposal.id, Proposal.item_id, Proposal.strand_id).where(*where)
    return session.execute(wanted.order_by(Proposal.id)).all()


def _decisions(session: Session, ids: Collection[UUID]) -> Sequence[Any]:
    wanted = select(Decision.id, Decision.item_id, Motion.item_id.label("motion_item_id"))
    return session.execute(wanted.outerjoin(Motion, Motion.id == Decision.motion_id).where(Decision.id.in_(ids))).all()


def _actions(  # noqa: PLR0913, PLR0917 - whose actions, of which proposals
    session: Session,
    board_id: UUID,
    organisation_id: UUID,
    today: date,
    proposal_ids: Collection[UUID],
    decision_ids: Collection[UUID],
) -> Sequence[Any]:
    """Return the actions that the partner owns, itself or by who sits for it, and those for its proposals.

    One decision may answer several partners: what it asks for another's proposal is not asked for this one's.
    """
    sitting = (
        select(Membership.person_id)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(Seat.board_id == board_id, *sits_for(organisation_id, today))
    )
    own = Action.id.in_(
        select(ActionOwner.action_id).where(
            or_(
                ActionOwner.organisation_id == organisation_id,
                ActionOwner.organisation_id.is_(None) & ActionOwner.person_id.in_(sitting),
            )
        )
    )
    wanted = select(
        Action.id,
        Action.item_id,
        Action.decision_id,
        Action.proposal_id,
        case((own, 1), else_=0).label("of_it"),
    ).where(
        func.coalesce(Action.board_id, "") == str(board_id),
        or_(
            own,
            Action.proposal_id.in_(proposal_ids),
            Action.proposal_id.is_(None) & Action.decision_id.in_(decision_ids),
        ),
    )
    return session.execute(wanted.order_by(Action.id)).all()
