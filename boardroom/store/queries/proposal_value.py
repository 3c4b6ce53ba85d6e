"""What one proposal says of its value: whom it helps, estimates, cost, the outcomes that it serves."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.proposals import Proposal
from boardroom.domain.value import Costed, Estimated
from boardroom.store.queries.plan import outcomes_of
from boardroom.store.queries.value import costed, estimated, estimates_of, outcomes_served


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalValue:
    """The value of a proposal as its own page shows it; `outcomes` are the plan's, in order, by id and name."""

    helps: str
    needs: str
    interests: str
    estimate: Estimated
    later: Estimated | None
    """What was measured once it ran."""
    cost: Costed
    outcomes: tuple[tuple[UUID, str], ...]
    served: frozenset[UUID]


def proposal_value(session: Session, proposal_id: UUID) -> ProposalValue | None:
    """Return a proposal's value; None where it isn't in the board file any more.

    Of several estimates of one sort the last counts, as in the comparison of a strand.
    """
    proposal = session.get(Proposal, proposal_id)
    if proposal is None:
        return None
    estimates = {row.actual: estimated(row) for row in estimates_of(session, [proposal_id])}
    return ProposalValue(
        helps=proposal.helps,
        needs=proposal.needs,
        interests=proposal.interests,
        estimate=estimates.get(False, Estimated()),
        later=estimates.get(True),
        cost=costed(proposal),
        outcomes=tuple((one.id, one.name) for one in outcomes_of(session, proposal.board_id)),
        served=frozenset(row.outcome_id for row in outcomes_served(session, proposal_id)),
    )
