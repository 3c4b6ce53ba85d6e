"""Who was there, when and for what, and the interests they declared."""

from datetime import time
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import Presence, Sector


class Attendance(Base):
    """One line of a meeting's attendance: a person, or a group of people.

    Name, role, organisation and sector are kept as printed on the day. `counted` says that the line
    states a number of people; `headcount` None then means several, not counted. A line that is not
    counted is one person. `voting` None: as the seat says, else not known. `deputy_for` is the printed
    name of the member whom a substitute stands in for.
    """

    __tablename__ = "attendance"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    status: Mapped[Presence]
    person_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None, index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None, index=True)
    seat_id: Mapped[UUID | None] = mapped_column(points_to("seat.id"), default=None)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    sector: Mapped[Sector | None] = mapped_column(default=None)
    counted: Mapped[bool] = mapped_column(default=False)
    headcount: Mapped[int | None] = mapped_column(default=None)
    voting: Mapped[bool | None] = mapped_column(default=None)
    remote: Mapped[bool] = mapped_column(default=False)
    proxy: Mapped[bool] = mapped_column(default=False)
    deputy_for: Mapped[str] = mapped_column(default="")
    deputy_for_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None)
    remark: Mapped[str] = mapped_column(default="")


class Stay(Base):
    """A time in the room: from an arrival to a departure, by the clock, by the item, or in words."""

    __tablename__ = "stay"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    attendance_id: Mapped[UUID] = mapped_column(points_to("attendance.id"), index=True)
    day_id: Mapped[UUID | None] = mapped_column(points_to("meeting_day.id"), default=None)
    position: Mapped[int] = mapped_column(default=0)
    arrived_at: Mapped[time | None] = mapped_column(default=None)
    left_at: Mapped[time | None] = mapped_column(default=None)
    arrived_words: Mapped[str] = mapped_column(default="")
    left_words: Mapped[str] = mapped_column(default="")
    arrived_item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None)
    left_item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None)


class AttendanceItem(Base):
    """That an attendance was for one item only; `number` is what was printed, whether found or not."""

    __tablename__ = "attendance_item"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    attendance_id: Mapped[UUID] = mapped_column(points_to("attendance.id"), index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")


class Declaration(Base):
    """An interest stated at a meeting, and what followed from it.

    `recused`: took no part, and does not count for quorum or vote on the items named (on all items where
    none is). `dispensation` is the leave to take part despite the interest (Localism Act 2011 s.33).
    """

    __tablename__ = "declaration"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    person_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None, index=True)
    by: Mapped[str]
    sector: Mapped[Sector | None] = mapped_column(default=None)
    nature: Mapped[str]
    effect: Mapped[str] = mapped_column(default="")
    recused: Mapped[bool] = mapped_column(default=False)
    dispensation: Mapped[str] = mapped_column(default="")
    left_at: Mapped[time | None] = mapped_column(default=None)
    returned_at: Mapped[time | None] = mapped_column(default=None)


class DeclarationItem(Base):
    """An item that a declaration concerns; `number` is what was printed, whether found or not."""

    __tablename__ = "declaration_item"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    declaration_id: Mapped[UUID] = mapped_column(points_to("declaration.id"), index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")


class DeclarationTranslation(Base):
    """One field of a declaration in another language (BCP 47 tag)."""

    __tablename__ = "declaration_translation"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    declaration_id: Mapped[UUID] = mapped_column(points_to("declaration.id"), index=True)
    language: Mapped[str]
    field: Mapped[str]
    text: Mapped[str]
