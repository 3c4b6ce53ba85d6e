"""Proposals: who put them, and what the board answered, with the reason."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import AnswerKind, ReasonCategory, Sector


class Proposal(Base):
    """A suggestion put by an organisation; the item it came up at, where it came up at one.

    From `title` on it is what a form of a call asks: whom it helps, what it costs (whole pence over `cost_months`,
    None: once), how many people it serves in that time, what its proposer needs, and which interests it has in it.
    `earlier_id` is the proposal that this one takes up again. `tabled_on` is when the board first had it before it.
    """

    __tablename__ = "proposal"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    received_on: Mapped[date | None] = mapped_column(default=None)
    strand_id: Mapped[UUID | None] = mapped_column(points_to("strand.id"), default=None, index=True)
    call_id: Mapped[UUID | None] = mapped_column(points_to("call.id"), default=None, index=True)
    earlier_id: Mapped[UUID | None] = mapped_column(points_to("proposal.id"), default=None)
    tabled_on: Mapped[date | None] = mapped_column(default=None)
    title: Mapped[str] = mapped_column(default="")
    helps: Mapped[str] = mapped_column(default="")
    cost_pence: Mapped[int | None] = mapped_column(default=None)
    currency: Mapped[str] = mapped_column(default="GBP")
    cost_months: Mapped[int | None] = mapped_column(default=None)
    people_served: Mapped[int | None] = mapped_column(default=None)
    needs: Mapped[str] = mapped_column(default="")
    interests: Mapped[str] = mapped_column(default="")
    form_hash: Mapped[str] = mapped_column(default="", index=True)


class ProposalOutcome(Base):
    """An outcome of the plan that a proposal serves."""

    __tablename__ = "proposal_outcome"

    proposal_id: Mapped[UUID] = mapped_column(points_to("proposal.id"), index=True)
    outcome_id: Mapped[UUID] = mapped_column(points_to("outcome.id"), index=True)


class ProposalItem(Base):
    """That a proposal was considered at an item, beside the one that it came up at."""

    __tablename__ = "proposal_item"

    proposal_id: Mapped[UUID] = mapped_column(points_to("proposal.id"), index=True)
    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(points_to("agenda_item.id"), index=True)


class Estimate(Base):
    """Users' own judgement of a proposal's benefit: who was asked, how many, the range, their words.

    `lowest`, `typical` and `highest` are on the scale that `scale` states in words ("0 to 10", "hours a week"), in
    thousandths of its unit. `actual`: measured later, shown beside what was estimated. It is never merged with the
    cost into one score.
    """

    __tablename__ = "estimate"

    proposal_id: Mapped[UUID] = mapped_column(points_to("proposal.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    actual: Mapped[bool] = mapped_column(default=False)
    made_on: Mapped[date | None] = mapped_column(default=None)
    who: Mapped[str] = mapped_column(default="")
    asked: Mapped[int | None] = mapped_column(default=None)
    scale: Mapped[str] = mapped_column(default="")
    lowest: Mapped[int | None] = mapped_column(default=None)
    typical: Mapped[int | None] = mapped_column(default=None)
    highest: Mapped[int | None] = mapped_column(default=None)
    words: Mapped[str] = mapped_column(default="")


class Proposer(Base):
    """One who put a proposal, as printed on the day; the organisation may be unknown."""

    __tablename__ = "proposer"

    proposal_id: Mapped[UUID] = mapped_column(points_to("proposal.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    organisation_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None, index=True)
    person_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    sector: Mapped[Sector | None] = mapped_column(default=None)


class Answer(Base):
    """What became of a proposal at a meeting, and why; the latest answer stands."""

    __tablename__ = "answer"

    proposal_id: Mapped[UUID] = mapped_column(points_to("proposal.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None)
    decision_id: Mapped[UUID | None] = mapped_column(points_to("decision.id"), default=None)
    position: Mapped[int] = mapped_column(default=0)
    answer: Mapped[AnswerKind]
    reason: Mapped[str]
    category: Mapped[ReasonCategory] = mapped_column(default=ReasonCategory.OTHER)
    deferred_to: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None] = mapped_column(default=None)
    told_on: Mapped[date | None] = mapped_column(default=None)
