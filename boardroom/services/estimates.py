"""Keeping what users say of a proposal's benefit, what it costs, whom it helps, and which outcomes it serves."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.call_form import USUAL_SCALE
from boardroom.domain.plan import Outcome
from boardroom.domain.proposals import Estimate, Proposal, ProposalOutcome
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.value import Costed, Estimated, checked_cost, checked_estimate
from boardroom.services.standing_rows import standing
from boardroom.store.queries import value as find

_PROPOSAL, _ESTIMATE = "That proposal", "That estimate"


def add_estimate(session: Session, proposal_id: UUID, given: Estimated, *, made_on: date | None = None) -> Estimate:
    """Keep what users said of a proposal, or with `actual` what was measured later; both stay side by side.

    Raises:
        Refusal: the proposal is gone, or the figures don't fit together.
    """
    standing(session, Proposal, proposal_id, _PROPOSAL)
    others = find.estimates_of(session, [proposal_id])
    row = Estimate(proposal_id=proposal_id, position=max((one.position for one in others), default=-1) + 1)
    _say(row, given, made_on)
    session.add(row)
    session.flush()
    return row


def change_estimate(session: Session, estimate_id: UUID, given: Estimated, *, made_on: date | None = None) -> Estimate:
    """Put an estimate right.

    Raises:
        Refusal: it is gone, or the figures don't fit together.
    """
    row = standing(session, Estimate, estimate_id, _ESTIMATE)
    _say(row, given, made_on)
    session.flush()
    return row


def keep_estimate(session: Session, proposal_id: UUID, given: Estimated, *, made_on: date | None = None) -> None:
    """Keep what was estimated, or measured, as the one of its sort that counts: the last.

    Where there is none it begins, on the scale of the other sort unless one is given; where nothing is said any
    more it is taken out.

    Raises:
        Refusal: the proposal is gone, the figures don't fit together, or a scale stands there without figures.
    """
    rows = find.estimates_of(session, [proposal_id])
    last = next((row for row in reversed(rows) if row.actual == given.actual), None)
    figures = (given.lowest, given.typical, given.highest, given.asked)
    if not given.who and not given.words and all(one is None for one in figures):
        if last is not None:
            remove_estimate(session, last.id)
        elif given.scale:
            message = "Write a figure first: the scale says what figures mean."
            raise Refusal(message)
        return
    scales = [given.scale, *(row.scale for row in reversed(rows)), USUAL_SCALE]
    given = replace(given, scale=next(filter(None, scales)))
    if last is None:
        add_estimate(session, proposal_id, given, made_on=made_on)
    else:
        change_estimate(session, last.id, given, made_on=last.made_on)


def remove_estimate(session: Session, estimate_id: UUID) -> None:
    """Take out an estimate that was entered by mistake.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, Estimate, estimate_id, _ESTIMATE))
    session.flush()


def cost_proposal(session: Session, proposal_id: UUID, given: Costed) -> Proposal:
    """Keep what a proposal costs, over how long, and for how many people.

    Raises:
        Refusal: it is gone, or the figures make no sense.
    """
    proposal = standing(session, Proposal, proposal_id, _PROPOSAL)
    given = checked_cost(given)
    currency = clean_line(given.currency).upper()
    if len(currency) != len("GBP") or not (currency.isascii() and currency.isalpha()):
        message = "Write the currency as its three letters, such as GBP."
        raise Refusal(message)
    proposal.cost_pence, proposal.currency = given.pence, currency
    proposal.cost_months, proposal.people_served = given.months, given.people
    session.flush()
    return proposal


def serve_outcomes(session: Session, proposal_id: UUID, outcome_ids: Collection[UUID]) -> None:
    """Say which outcomes of the plan a proposal serves; those not named it serves no longer.

    Raises:
        Refusal: the proposal or an outcome is gone, or an outcome is another board's.
    """
    proposal = standing(session, Proposal, proposal_id, _PROPOSAL)
    for outcome_id in outcome_ids:
        if standing(session, Outcome, outcome_id, "That outcome").board_id != proposal.board_id:
            message = "That outcome stands in another board's plan."
            raise Refusal(message)
    held = {row.outcome_id: row for row in find.outcomes_served(session, proposal_id)}
    for outcome_id, row in held.items():
        if outcome_id not in outcome_ids:
            session.delete(row)
    session.add_all(
        ProposalOutcome(proposal_id=proposal_id, outcome_id=one)
        for one in dict.fromkeys(outcome_ids)
        if one not in held
    )
    session.flush()


def _say(row: Estimate, given: Estimated, made_on: date | None) -> None:
    given = checked_estimate(given)
    row.lowest, row.typical, row.highest = given.lowest, given.typical, given.highest
    row.asked, row.actual, row.made_on = given.asked, given.actual, made_on
    row.who, row.scale = clean_line(given.who), clean_line(given.scale)
    row.words = clean_text(given.words).strip()
