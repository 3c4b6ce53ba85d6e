"""Motions, their amendments, and the votes on them."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import Result, Sector, VoteBasis, VoteMethod, VoteOption, VoteResult


class Motion(Base):
    """A wording put to the meeting [Popolo Motion]; one with `amends_id` is an amendment of that motion."""

    __tablename__ = "motion"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(points_to("agenda_item.id"), index=True)
    amends_id: Mapped[UUID | None] = mapped_column(points_to("motion.id"), default=None)
    position: Mapped[int] = mapped_column(default=0)
    wording: Mapped[str]
    mover: Mapped[str] = mapped_column(default="")
    mover_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None)
    seconder: Mapped[str] = mapped_column(default="")
    seconder_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None)
    result: Mapped[Result] = mapped_column(default=Result.NOT_STATED)


class VoteEvent(Base):
    """A vote, on a motion or settling a decision [Popolo VoteEvent].

    Counts are as stated; None means not stated. `rest` names the option that all others took
    ("16 for, the rest against"). A threshold of None/None is a simple majority of votes cast: more yes
    than no. `casting` is the chair's vote on a tie.
    """

    __tablename__ = "vote_event"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID | None] = mapped_column(points_to("agenda_item.id"), default=None, index=True)
    motion_id: Mapped[UUID | None] = mapped_column(points_to("motion.id"), default=None)
    decision_id: Mapped[UUID | None] = mapped_column(points_to("decision.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    method: Mapped[VoteMethod] = mapped_column(default=VoteMethod.NOT_STATED)
    yes: Mapped[int | None] = mapped_column(default=None)
    no: Mapped[int | None] = mapped_column(default=None)
    abstain: Mapped[int | None] = mapped_column(default=None)
    absent: Mapped[int | None] = mapped_column(default=None)
    not_voting: Mapped[int | None] = mapped_column(default=None)
    rest: Mapped[VoteOption | None] = mapped_column(default=None)
    threshold_numerator: Mapped[int | None] = mapped_column(default=None)
    threshold_denominator: Mapped[int | None] = mapped_column(default=None)
    basis: Mapped[VoteBasis] = mapped_column(default=VoteBasis.CAST)
    casting: Mapped[VoteOption | None] = mapped_column(default=None)
    casting_by: Mapped[str] = mapped_column(default="")
    result: Mapped[VoteResult] = mapped_column(default=VoteResult.UNCLEAR)


class Vote(Base):
    """How one member voted; `proxy_for` names the member whose vote it is when cast for another."""

    __tablename__ = "vote"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    vote_event_id: Mapped[UUID] = mapped_column(points_to("vote_event.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    attendance_id: Mapped[UUID | None] = mapped_column(points_to("attendance.id"), default=None)
    person_id: Mapped[UUID | None] = mapped_column(points_to("person.id"), default=None)
    name: Mapped[str]
    sector: Mapped[Sector | None] = mapped_column(default=None)
    option: Mapped[VoteOption]
    proxy_for: Mapped[str] = mapped_column(default="")


class SectorTally(Base):
    """How one sector voted, as counts; None where not stated."""

    __tablename__ = "sector_tally"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    vote_event_id: Mapped[UUID] = mapped_column(points_to("vote_event.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    sector: Mapped[Sector]
    yes: Mapped[int | None] = mapped_column(default=None)
    no: Mapped[int | None] = mapped_column(default=None)
    abstain: Mapped[int | None] = mapped_column(default=None)
