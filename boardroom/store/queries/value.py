"""What the value of a strand's proposals is compared by: estimates, costs, outcomes, side by side."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import CompoundSelect, select, union
from sqlalchemy.orm import Session

from boardroom.domain.calls import Call
from boardroom.domain.plan import Outcome, Strand
from boardroom.domain.proposals import Estimate, Proposal, ProposalOutcome
from boardroom.domain.value import Costed, Estimated, ValueRow
from boardroom.store.queries.on_strand import on_strands
from boardroom.store.queries.proposal_list import latest_answers, proposer_words, proposers_of


def estimates_of(session: Session, proposal_ids: Collection[UUID]) -> Sequence[Estimate]:
    """Return the estimates of proposals, each proposal's in order."""
    wanted = select(Estimate).where(Estimate.proposal_id.in_(proposal_ids))
    return session.scalars(wanted.order_by(Estimate.proposal_id, Estimate.position, Estimate.id)).all()


def outcomes_served(session: Session, proposal_id: UUID) -> Sequence[ProposalOutcome]:
    """Return which outcomes a proposal serves."""
    return session.scalars(select(ProposalOutcome).where(ProposalOutcome.proposal_id == proposal_id)).all()


def value_rows(session: Session, strand_id: UUID) -> list[ValueRow]:
    """Return a strand's proposals as their value is compared, in the order of their numbers' positions.

    Of several estimates of one proposal the last of each sort counts: the last before, the last measured.
    """
    strand = session.get(Strand, strand_id)
    if strand is None:
        return []
    wanted = select(Proposal).where(Proposal.id.in_(_on_strand(strand)))
    wanted = wanted.order_by(Proposal.received_on, Proposal.id)
    proposals = session.scalars(wanted).all()
    ids = [one.id for one in proposals]
    answers, proposers = latest_answers(session, ids), proposers_of(session, ids)
    # They come in order, so that the last one of each sort stays.
    estimates = {(row.proposal_id, row.actual): estimated(row) for row in estimates_of(session, ids)}
    served = _outcomes(session, ids)
    return [
        ValueRow(
            id=one.id,
            number=one.number,
            title=one.title or one.text,
            sectors=tuple(dict.fromkeys(by.sector for by in proposers.get(one.id, ()) if by.sector is not None)),
            proposers=", ".join(filter(None, (proposer_words(by) for by in proposers.get(one.id, ())))),
            answer=answers[one.id].answer if one.id in answers else None,
            estimate=estimates.get((one.id, False), Estimated()),
            later=estimates.get((one.id, True)),
            cost=costed(one),
            outcomes=tuple(served.get(one.id, ())),
        )
        for one in proposals
    ]


def _on_strand(strand: Strand) -> CompoundSelect[UUID]:
    """Return the proposals on a strand: its own, those of its calls, and those that came up at items on it."""
    items, on_none = on_strands(strand.board_id, (strand.id,)), Proposal.strand_id.is_(None)
    own = select(Proposal.id).where(Proposal.strand_id == strand.id)
    of_call = select(Proposal.id).join(Call, Call.id == Proposal.call_id).where(Call.strand_id == strand.id, on_none)
    of_item = select(Proposal.id).join(items, items.c.item == Proposal.item_id)
    of_item = of_item.where(on_none, Proposal.call_id.is_(None), Proposal.board_id == strand.board_id)
    return union(own, of_call, of_item)


def costed(one: Proposal) -> Costed:
    """Return what a proposal costs."""
    return Costed(pence=one.cost_pence, currency=one.currency, months=one.cost_months, people=one.people_served)


def estimated(row: Estimate) -> Estimated:
    """Return what an estimate says."""
    return Estimated(
        lowest=row.lowest,
        typical=row.typical,
        highest=row.highest,
        asked=row.asked,
        who=row.who,
        scale=row.scale,
        words=row.words,
        actual=row.actual,
    )


def _outcomes(session: Session, proposal_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    wanted = (
        select(ProposalOutcome.proposal_id, Outcome.name)
        .join(Outcome, Outcome.id == ProposalOutcome.outcome_id)
        .where(ProposalOutcome.proposal_id.in_(proposal_ids))
        .order_by(Outcome.position, Outcome.id)
    )
    served: dict[UUID, list[str]] = {}
    for proposal_id, name in session.execute(wanted):
        served.setdefault(proposal_id, []).append(name)
    return served
