"""People and organisations: they belong to the board file and may sit on several of its boards."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import Sector


class Person(Base):
    """Somebody who takes part, speaks, or owns an action [Popolo Person]."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(index=True)
    email: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")


class Organisation(Base):
    """A body that takes part [Popolo Organization]; what changes over time stands in its statuses."""

    __tablename__ = "organisation"

    name: Mapped[str] = mapped_column(index=True)
    short_name: Mapped[str] = mapped_column(default="")
    successor_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None)


class OrganisationStatus(Base):
    """What an organisation was called, its sector, and whether the law obliged it, between two days.

    Both days count; an open end means so far. Source of `statutory`: Children Act 2004 s.10(4).
    """

    __tablename__ = "organisation_status"

    organisation_id: Mapped[UUID] = mapped_column(points_to("organisation.id"), index=True)
    sector: Mapped[Sector]
    statutory: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None] = mapped_column(default=None)
    ends: Mapped[date | None] = mapped_column(default=None)
