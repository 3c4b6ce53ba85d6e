"""The register of interests: what connects people and organisations to the board's matters, from day to day.

What is declared at a meeting is a declaration (domain/attendance.py); it may repeat what stands here.
"""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to


class Interest(Base):
    """A stated connection of a person, of an organisation, or of a person through one, to a matter.

    `nature` says what connects them, `matter` what it concerns, `strand_id` which strand, where it is one. Both days
    count; an open end means so far. It belongs to the board file, as its person and its organisation do.
    Source: Localism Act 2011 s.29.
    """

    __tablename__ = "interest"

    person_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None, index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None, index=True)
    strand_id: Mapped[UUID | None] = mapped_column(points_to("strand.id"), default=None, index=True)
    nature: Mapped[str]
    matter: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None] = mapped_column(default=None)
    ends: Mapped[date | None] = mapped_column(default=None)
    declared_on: Mapped[date | None] = mapped_column(default=None)
