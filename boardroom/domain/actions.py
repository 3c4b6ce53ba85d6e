"""Actions: what was asked of whom, by when, and how it went."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import ActionStatus


class Action(Base):
    """A task as minuted [iCalendar VTODO]; its later life stands in its updates.

    Owners may be words (`owner_role`, `owner_organisation`), people, or both; the due date words, a date,
    or missing. `status` None: the record does not say. `proposal_id` is the proposal that it carries out.
    """

    __tablename__ = "action"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None, index=True)
    decision_id: Mapped[UUID | None] = mapped_column(points_to("decision.id"), default=None, index=True)
    proposal_id: Mapped[UUID | None] = mapped_column(points_to("proposal.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    owner_role: Mapped[str] = mapped_column(default="")
    owner_organisation: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None, index=True)
    due_words: Mapped[str] = mapped_column(default="")
    status: Mapped[ActionStatus | None] = mapped_column(default=ActionStatus.OPEN)


class ActionOwner(Base):
    """One owner of an action: a person, an organisation, or a person for an organisation.

    `name` and `organisation` are as printed on the day; empty ones are what they are called today.
    """

    __tablename__ = "action_owner"

    action_id: Mapped[UUID] = mapped_column(points_to("action.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    person_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None, index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None, index=True)
    name: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")


class ActionUpdate(Base):
    """What happened to an action after it was minuted; the latest status stands."""

    __tablename__ = "action_update"

    action_id: Mapped[UUID] = mapped_column(points_to("action.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    updated_on: Mapped[date]
    words: Mapped[str] = mapped_column(default="")
    status: Mapped[ActionStatus]
