"""Calls for proposals: what was asked of whom and for how long, and who was told what and when."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import Stage, TellingKind


class Call(Base):
    """A call for proposals: an invitation to every sector on a strand, open from one day to another, both counted.

    `stage` is the strand's when the call opens. `short_reason` says why it is open for fewer weeks than the terms of
    reference agree (12 by default: the Compact); `left_out_reason` why a sector with a seat isn't invited.
    """

    __tablename__ = "call"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    strand_id: Mapped[UUID] = mapped_column(points_to("strand.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    question: Mapped[str]
    stage: Mapped[Stage | None] = mapped_column(default=None)
    opens: Mapped[date]
    closes: Mapped[date]
    short_reason: Mapped[str] = mapped_column(default="")
    left_out_reason: Mapped[str] = mapped_column(default="")
    scale: Mapped[str] = mapped_column(default="")
    withdrawn_on: Mapped[date | None] = mapped_column(default=None)


class CallInvited(Base):
    """That an organisation is invited to a call; what it was told stands in its tellings."""

    __tablename__ = "call_invited"

    call_id: Mapped[UUID] = mapped_column(points_to("call.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(points_to("organisation.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class Telling(Base):
    """That an organisation was told something about a strand on a day: the register of equal information.

    Source: Procurement Act 2023 s.16 and ss.81-83: nobody gets an unfair advantage from being told more or sooner.
    """

    __tablename__ = "telling"

    strand_id: Mapped[UUID] = mapped_column(points_to("strand.id"), index=True)
    call_id: Mapped[UUID | None] = mapped_column(points_to("call.id"), default=None, index=True)
    organisation_id: Mapped[UUID] = mapped_column(points_to("organisation.id"), index=True)
    told_on: Mapped[date]
    kind: Mapped[TellingKind]
    what: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
