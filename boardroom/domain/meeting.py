"""A meeting: its days, its boards, who presides, what it said of earlier minutes, and its seal."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import MeetingKind, MeetingStatus


class Meeting(Base):
    """One meeting of one board, or of several jointly [OParl Meeting].

    Everything that belongs to a meeting carries its `meeting_id`. `record_id` is the identity of the
    meeting record it came from. `quorate` is what the record states; None where it says nothing.
    The next meeting's day is `next_date`, or `next_date_words` where no date is stated; `next_words` is
    what the minutes said of it.
    """

    __tablename__ = "meeting"

    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[MeetingKind | None] = mapped_column(default=MeetingKind.ORDINARY)
    status: Mapped[MeetingStatus | None] = mapped_column(default=MeetingStatus.PLANNED, index=True)
    venue: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="Europe/London")
    language: Mapped[str] = mapped_column(default="")
    quorate: Mapped[bool | None] = mapped_column(default=None)
    status_reason: Mapped[str] = mapped_column(default="")
    notice_given_on: Mapped[date | None] = mapped_column(default=None)
    next_date: Mapped[date | None] = mapped_column(default=None)
    next_date_words: Mapped[str] = mapped_column(default="")
    next_words: Mapped[str] = mapped_column(default="")
    record_id: Mapped[str | None] = mapped_column(default=None, index=True)
    series_id: Mapped[UUID | None] = mapped_column(points_to("series.id"), default=None, index=True)


class MeetingBoard(Base):
    """That a meeting is one of this board; the first is the host, further ones make it joint.

    `name`, `kind`, `area` and `country` are the board's as printed on the day; with an empty `name` they
    are what the board says of itself.
    """

    __tablename__ = "meeting_board"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")


class MeetingDay(Base):
    """One sitting of a meeting: the first, or one reconvened after an adjournment. Local date and times."""

    __tablename__ = "meeting_day"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    held_on: Mapped[date | None] = mapped_column(default=None, index=True)
    starts: Mapped[time | None] = mapped_column(default=None)
    ends: Mapped[time | None] = mapped_column(default=None)
    venue: Mapped[str] = mapped_column(default="")
    adjourned_because: Mapped[str] = mapped_column(default="")


class Presiding(Base):
    """Who is in the chair from an item on (from the opening, where there is no item)."""

    __tablename__ = "presiding"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    from_item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None)
    person_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None)
    name: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")


class MinutesConfirmation(Base):
    """What this meeting said of the minutes of an earlier one: of a date, or of words where none is stated."""

    __tablename__ = "minutes_confirmation"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None)
    of_meeting_id: Mapped[UUID | None] = mapped_column(points_to("meeting.id"), default=None)
    of_date: Mapped[date | None] = mapped_column(default=None)
    of_words: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")


class MinutesAmendment(Base):
    """One change that was made to earlier minutes before they were confirmed."""

    __tablename__ = "minutes_amendment"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    confirmation_id: Mapped[UUID] = mapped_column(points_to("minutes_confirmation.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]


class Seal(Base):
    """That the minutes of a meeting are confirmed, signed and can't change.

    `record_hash` is the SHA-256 of the sealed record's canonical JSON, in hexadecimal. `surroundings` is what
    the minutes draw from outside their meeting, as it was when they were sealed: JSON, see `surroundings_of`.
    """

    __tablename__ = "seal"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    decision_id: Mapped[UUID] = mapped_column(points_to("decision.id"))
    signed_by: Mapped[str]
    signed_on: Mapped[date]
    sealed_at: Mapped[datetime]
    record_hash: Mapped[str]
    surroundings: Mapped[str] = mapped_column(default="")


class Correction(Base):
    """A later, dated change to sealed minutes, which themselves stay as they are."""

    __tablename__ = "correction"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None)
    decision_id: Mapped[UUID | None] = mapped_column(points_to("decision.id"), default=None)
    corrected_on: Mapped[date]
    text: Mapped[str]
