"""Decisions: what was settled, how, on what conditions, and what it does to earlier ones."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import LinkKind, Method, Result


class Decision(Base):
    """What the board settled, on an agenda item or between meetings (then without a meeting, with a date).

    `number` is as printed under its item; `reference` is its permanent one in the decision register.
    `method` and `result` None: the record does not have them. Decisions between meetings are minuted at
    `minuted_at_id`, the next meeting.
    """

    __tablename__ = "decision"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None, index=True)
    motion_id: Mapped[UUID | None] = mapped_column(points_to("motion.id"), default=None)
    minuted_at_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="")
    wording: Mapped[str]
    method: Mapped[Method | None] = mapped_column(default=None)
    result: Mapped[Result | None] = mapped_column(default=None)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    mover: Mapped[str] = mapped_column(default="")
    seconder: Mapped[str] = mapped_column(default="")
    provisional: Mapped[bool] = mapped_column(default=False, index=True)
    recommended_to: Mapped[str] = mapped_column(default="")
    reserved_to: Mapped[str] = mapped_column(default="")
    remark: Mapped[str] = mapped_column(default="")


class DecisionCondition(Base):
    """A condition that a decision is subject to."""

    __tablename__ = "decision_condition"

    decision_id: Mapped[UUID] = mapped_column(points_to("decision.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]


class DecisionLink(Base):
    """What a decision does to an earlier decision, or to a whole earlier meeting's; `words` as stated."""

    __tablename__ = "decision_link"

    decision_id: Mapped[UUID] = mapped_column(points_to("decision.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    kind: Mapped[LinkKind]
    of_decision_id: Mapped[UUID | None] = mapped_column(points_to("decision.id"), default=None, index=True)
    of_meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None)
    words: Mapped[str] = mapped_column(default="")


class Dissent(Base):
    """Disagreement that a member asked to have recorded, in their own words."""

    __tablename__ = "dissent"

    decision_id: Mapped[UUID] = mapped_column(points_to("decision.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    person_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None)
    name: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
