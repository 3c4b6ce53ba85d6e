"""Proposals: who put them, and what the board answered, with the reason."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import AnswerKind, ReasonCategory, Sector


class Proposal(Base):
    """A suggestion put by an organisation; the item it came up at, where it came up at one."""

    __tablename__ = "proposal"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    received_on: Mapped[date | None] = mapped_column(default=None)


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
