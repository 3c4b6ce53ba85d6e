"""Proposals with their proposers and answers, as the Meeting page shows them at an item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.words import AnswerKind, ReasonCategory, Sector
from boardroom.store.queries.hanging import hanging_on
from boardroom.store.queries.names import organisations_called, people_called


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposerView:
    """One who put a proposal."""

    id: UUID
    person_id: UUID | None
    organisation_id: UUID | None
    name: str
    role: str
    organisation: str
    sector: Sector | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What became of a proposal; `here` says that it was answered at this item."""

    id: UUID
    answer: AnswerKind
    reason: str
    category: ReasonCategory
    deferred_to: str
    answered_on: date | None
    told_on: date | None
    decision_id: UUID | None
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """A proposal that came up at this item, or was answered at it; `answers` first to last, the last stands."""

    id: UUID
    number: str
    text: str
    received_on: date | None
    proposers: tuple[ProposerView, ...]
    answers: tuple[AnswerView, ...]

    @property
    def answer(self) -> AnswerView | None:
        """The answer that stands."""
        return self.answers[-1] if self.answers else None


def proposals_at_item(session: Session, meeting_id: UUID, item_id: UUID) -> tuple[ProposalView, ...]:
    """Return the proposals that came up at an item or were answered at it, in order."""
    answered_here = select(Answer.proposal_id).where(Answer.meeting_id == meeting_id, Answer.item_id == item_id)
    wanted = select(Proposal).where(or_(Proposal.item_id == item_id, Proposal.id.in_(answered_here)))
    found = session.scalars(wanted.order_by(Proposal.position, Proposal.id)).all()
    return proposals_shown(session, found, item_id)


def proposals_shown(session: Session, found: Sequence[Proposal], item_id: UUID | None) -> tuple[ProposalView, ...]:
    """Return proposals with their proposers and answers, told what of it belongs to an item."""
    ids = [one.id for one in found]
    proposers, answers = (
        hanging_on(session, Proposer, "proposal_id", ids),
        hanging_on(session, Answer, "proposal_id", ids),
    )
    every = [one for rows in proposers.values() for one in rows]
    people = people_called(session, (one.person_id for one in every))
    bodies = organisations_called(session, (one.organisation_id for one in every))
    return tuple(
        ProposalView(
            id=one.id,
            number=one.number,
            text=one.text,
            received_on=one.received_on,
            proposers=tuple(_proposer(row, people, bodies) for row in proposers.get(one.id, ())),
            answers=tuple(_answer(row, item_id) for row in answers.get(one.id, ())),
        )
        for one in found
    )


def _proposer(row: Proposer, people: Mapping[UUID, str], bodies: Mapping[UUID, str]) -> ProposerView:
    return ProposerView(
        id=row.id,
        person_id=row.person_id,
        organisation_id=row.organisation_id,
        name=row.name or _called(people, row.person_id),
        role=row.role,
        organisation=row.organisation or _called(bodies, row.organisation_id),
        sector=row.sector,
    )


def _answer(row: Answer, item_id: UUID | None) -> AnswerView:
    return AnswerView(
        id=row.id,
        answer=row.answer,
        reason=row.reason,
        category=row.category,
        deferred_to=row.deferred_to,
        answered_on=row.answered_on,
        told_on=row.told_on,
        decision_id=row.decision_id,
        here=item_id is not None and row.item_id == item_id,
    )


def _called(names: Mapping[UUID, str], one: UUID | None) -> str:
    return names.get(one, "") if one is not None else ""
