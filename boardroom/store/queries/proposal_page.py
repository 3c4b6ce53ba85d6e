"""One proposal with everything that its page shows beside the list, and why proposals were declined."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from boardroom.domain.decisions import Decision
from boardroom.domain.proposal_life import age_in_days, is_late
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.words import AnswerKind, ReasonCategory, Sector
from boardroom.store.queries.item_proposals import AnswerView, ProposalView, proposals_shown
from boardroom.store.queries.origin import Origin, origin_of
from boardroom.store.queries.proposal_links import ProposalLinks, links_of
from boardroom.store.queries.proposal_list import LATEST_FIRST, Wanted, narrowed_to, promised_days, state_of

TOO_LATE = (ReasonCategory.SPECIFICATION, ReasonCategory.TIMETABLE)
"""The two reasons that a partner meets who is asked too late."""

_CATEGORY = (
    select(Answer.category)
    .where(Answer.proposal_id == Proposal.id)
    .order_by(*LATEST_FIRST)
    .limit(1)
    .correlate(Proposal)
    .scalar_subquery()
    .label("category")
)
_SECTOR = (
    select(Proposer.sector)
    .where(Proposer.proposal_id == Proposal.id, Proposer.sector.is_not(None))
    .order_by(Proposer.position, Proposer.id)
    .limit(1)
    .correlate(Proposal)
    .scalar_subquery()
    .label("sector")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven:
    """An answer with where it was given, and the decision that it rests on."""

    answer: AnswerView
    origin: Origin | None
    on: date | None
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPage:
    """A proposal, where it came up, and its answers from the first to the one that stands.

    `days` is how long it has waited, or how long the answer that stands took; None where a day is missing.
    `late`: unanswered for longer than the terms allow.
    """

    proposal: ProposalView
    origin: Origin | None
    asked_on: date | None
    answers: tuple[AnswerGiven, ...]
    links: ProposalLinks
    days: int | None
    late: bool

    @property
    def standing(self) -> AnswerGiven | None:
        """The answer that stands."""
        return self.answers[-1] if self.answers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """By which reasons proposals of one sector were declined, and how many."""

    sector: Sector
    declined: Mapping[ReasonCategory, int]

    @property
    def total(self) -> int:
        """How many were declined."""
        return sum(self.declined.values())

    @property
    def too_late(self) -> int:
        """How many fell to the specification or the timetable."""
        return sum(self.declined.get(one, 0) for one in TOO_LATE)


def proposal_page(session: Session, proposal_id: UUID, today: date) -> ProposalPage | None:
    """Return one proposal; None where it isn't in the board file any more."""
    proposal = session.get(Proposal, proposal_id)
    if proposal is None:
        return None
    (view,) = proposals_shown(session, [proposal], proposal.item_id)
    origin = origin_of(session, proposal.meeting_id, proposal.item_id)
    asked_on = proposal.received_on or (origin.held_on if origin is not None else None)
    rows = {one.id: one for one in session.scalars(select(Answer).where(Answer.proposal_id == proposal_id))}
    answers = tuple(_given(session, one, rows[one.id]) for one in view.answers)
    answered_on = answers[-1].on if answers else None
    days = age_in_days(asked_on, today, answered=bool(answers), answered_on=answered_on)
    most = promised_days(session, proposal.board_id, today)
    return ProposalPage(
        proposal=view,
        origin=origin,
        asked_on=asked_on,
        answers=answers,
        links=links_of(session, proposal, today),
        days=days,
        late=is_late(days, most, answered=bool(answers)),
    )


def reasons_by_sector(session: Session, wanted: Wanted) -> list[Reasons]:
    """Return for each sector with declined proposals why they were declined; the most declined first.

    A proposal of several counts with the sector of the first who has one.
    """
    # From the few declined answers to their proposals, not through every proposal of the board.
    once = select(Answer.proposal_id).where(Answer.answer == AnswerKind.DECLINED)
    counted = _narrowed(select(_SECTOR, _CATEGORY, func.count()), wanted).where(
        Proposal.id.in_(once), state_of == AnswerKind.DECLINED
    )
    declined: dict[Sector, dict[ReasonCategory, int]] = {}
    for sector, category, many in session.execute(counted.group_by("sector", "category")):
        of = declined.setdefault(sector or Sector.UNKNOWN, {})
        of[category] = of.get(category, 0) + many
    order = list(Sector)
    every = [Reasons(sector=one, declined=reasons) for one, reasons in declined.items()]
    return sorted(every, key=lambda one: (-one.total, order.index(one.sector)))


def put_by_sector(session: Session, wanted: Wanted) -> dict[Sector, int]:
    """Return how many proposals each sector put, counted as in `reasons_by_sector`."""
    counted = _narrowed(select(_SECTOR, func.count()), wanted).group_by("sector")
    put: dict[Sector, int] = {}
    for sector, many in session.execute(counted):
        known = sector or Sector.UNKNOWN
        put[known] = put.get(known, 0) + many
    return put


def _narrowed(counted: Select[Any], wanted: Wanted) -> Select[Any]:
    counted = counted.where(*narrowed_to(wanted))
    return counted if wanted.board_id is None else counted.where(Proposal.board_id == wanted.board_id)


def _given(session: Session, view: AnswerView, row: Answer) -> AnswerGiven:
    origin = origin_of(session, row.meeting_id, row.item_id)
    decision = session.get(Decision, row.decision_id) if row.decision_id is not None else None
    words = ""
    if decision is not None:
        words = " ".join(filter(None, (decision.reference or decision.number, decision.wording)))
    return AnswerGiven(
        answer=view,
        origin=origin,
        on=view.answered_on or (origin.held_on if origin is not None else None),
        decision=words,
    )
