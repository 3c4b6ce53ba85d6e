"""A meeting as it runs: which item was taken from when to when, and which sectors were heard on it."""

from datetime import datetime, time
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import Sector


class Sitting(Base):
    """That a day of a meeting is run here: from the start to the adjournment or the close, by the machine's clock.

    Without an end the meeting is in session.
    """

    __tablename__ = "sitting"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    day_id: Mapped[UUID] = mapped_column(points_to("meeting_day.id"))
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None] = mapped_column(default=None, index=True)


class Taking(Base):
    """A time in which an item was taken, within one day of the meeting; without an end it is being taken now.

    An item may be taken more than once: interrupted by another, or gone on with on another day. Local times, stamped
    by the computer and corrected by the secretary. `minutes_more` is what the chair gave it beyond its plan.
    """

    __tablename__ = "taking"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(points_to("agenda_item.id"), index=True)
    day_id: Mapped[UUID] = mapped_column(points_to("meeting_day.id"))
    position: Mapped[int] = mapped_column(default=0)
    began: Mapped[time]
    ended: Mapped[time | None] = mapped_column(default=None)
    minutes_more: Mapped[int] = mapped_column(default=0)


class Heard(Base):
    """That a sector was heard on an item, where no point and no proposal says so already."""

    __tablename__ = "heard"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(points_to("agenda_item.id"), index=True)
    sector: Mapped[Sector]
    at: Mapped[time | None] = mapped_column(default=None)
