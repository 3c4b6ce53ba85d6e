"""The joint plan: outcomes, priorities under them, the services being planned ("strands"), and who took part when."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import Stage


class Outcome(Base):
    """What should be better for users."""

    __tablename__ = "outcome"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]


class Priority(Base):
    """What the plan puts first, under an outcome."""

    __tablename__ = "priority"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    outcome_id: Mapped[UUID | None] = mapped_column(points_to("outcome.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]


class Strand(Base):
    """One service being planned and commissioned.

    The board decides on it unless it is `reserved_to` one partner, such as the council, for `reserved_reason`.
    Its stages stand in rows of their own; `ended` is the day on which the work on it was over.
    """

    __tablename__ = "strand"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    priority_id: Mapped[UUID | None] = mapped_column(points_to("priority.id"), default=None, index=True)
    lead_organisation_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    reserved_to: Mapped[str] = mapped_column(default="")
    reserved_reason: Mapped[str] = mapped_column(default="")
    ended: Mapped[date | None] = mapped_column(default=None)


class StrandStage(Base):
    """When a strand enters a stage: the day planned, and the day on which it did. One row for each stage at most.

    A stage lasts until the next one begins; a strand may leave a stage out.
    """

    __tablename__ = "strand_stage"

    strand_id: Mapped[UUID] = mapped_column(points_to("strand.id"), index=True)
    stage: Mapped[Stage]
    planned: Mapped[date | None] = mapped_column(default=None)
    began: Mapped[date | None] = mapped_column(default=None)


class StrandSum(Base):
    """Money that a strand has: whole pence, from an organisation where it is known whose."""

    __tablename__ = "strand_sum"

    strand_id: Mapped[UUID] = mapped_column(points_to("strand.id"), index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None)
    position: Mapped[int] = mapped_column(default=0)
    words: Mapped[str] = mapped_column(default="")
    pence: Mapped[int]
    currency: Mapped[str] = mapped_column(default="GBP")


class Involvement(Base):
    """An occasion on which an organisation took part in a strand's planning, where no record of a meeting says so.

    `how` tells what it was, `evidence` where it can be read. What meetings, proposals and calls tell is derived from
    them (domain/involvement.py), never written here.
    """

    __tablename__ = "involvement"

    strand_id: Mapped[UUID] = mapped_column(points_to("strand.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(points_to("organisation.id"), index=True)
    happened_on: Mapped[date]
    how: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
