"""The board: its terms of reference, seats, memberships and deputies."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to
from boardroom.domain.words import DayKind, MinuteNumbers, QuorumBase, SeatRole, Sector


class Board(Base):
    """The deciding meeting of a partnership [Popolo Organization].

    `minute_numbers` says how minutes that are still to be drafted are numbered; numbers once given stay.
    """

    __tablename__ = "board"

    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="en-GB")
    accountable_body_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None)
    minute_numbers: Mapped[MinuteNumbers] = mapped_column(default=MinuteNumbers.NONE)


class TermsOfReference(Base):
    """How a board works between two days: quorum, decisions, notice, calls for proposals.

    A quorum may be a number, a fraction of all or of filled voting seats with a floor, a number of
    different sectors, and named needs (`QuorumNeed`); every form that is filled in must be met.
    `answer_days` is within how many days the board promises to answer a proposal.
    """

    __tablename__ = "terms_of_reference"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    starts: Mapped[date | None] = mapped_column(default=None)
    ends: Mapped[date | None] = mapped_column(default=None)
    remit: Mapped[str] = mapped_column(default="")
    quorum_number: Mapped[int | None] = mapped_column(default=None)
    quorum_numerator: Mapped[int | None] = mapped_column(default=None)
    quorum_denominator: Mapped[int | None] = mapped_column(default=None)
    quorum_base: Mapped[QuorumBase] = mapped_column(default=QuorumBase.FILLED_SEATS)
    quorum_floor: Mapped[int | None] = mapped_column(default=None)
    quorum_sectors: Mapped[int | None] = mapped_column(default=None)
    consensus_first: Mapped[bool] = mapped_column(default=True)
    majority_numerator: Mapped[int] = mapped_column(default=1)
    majority_denominator: Mapped[int] = mapped_column(default=2)
    casting_vote: Mapped[bool] = mapped_column(default=True)
    notice_days: Mapped[int] = mapped_column(default=5)
    notice_kind: Mapped[DayKind] = mapped_column(default=DayKind.WORKING)
    call_weeks: Mapped[int] = mapped_column(default=12)
    answer_days: Mapped[int] = mapped_column(default=56)


class QuorumNeed(Base):
    """One named part of a quorum: so many holders of a role, or so many of a sector."""

    __tablename__ = "quorum_need"

    terms_id: Mapped[UUID] = mapped_column(points_to("terms_of_reference.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    role: Mapped[str] = mapped_column(default="")
    sector: Mapped[Sector | None] = mapped_column(default=None)
    least: Mapped[int] = mapped_column(default=1)


class Seat(Base):
    """A place on a board that stays when its holder changes [Popolo Post]."""

    __tablename__ = "seat"

    board_id: Mapped[UUID] = mapped_column(points_to("board.id"), index=True)
    name: Mapped[str]
    role: Mapped[SeatRole] = mapped_column(default=SeatRole.MEMBER)
    sector: Mapped[Sector] = mapped_column(default=Sector.UNKNOWN)
    organisation_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None, index=True)
    voting: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)
    starts: Mapped[date | None] = mapped_column(default=None)
    ends: Mapped[date | None] = mapped_column(default=None)


class Membership(Base):
    """A person in a seat between two days, on behalf of an organisation [Popolo Membership].

    `voting` is None where the person votes as the seat does.
    """

    __tablename__ = "membership"

    seat_id: Mapped[UUID] = mapped_column(points_to("seat.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(points_to("person.id"), index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(points_to("organisation.id"), default=None, index=True)
    voting: Mapped[bool | None] = mapped_column(default=None)
    starts: Mapped[date | None] = mapped_column(default=None)
    ends: Mapped[date | None] = mapped_column(default=None)


class Deputy(Base):
    """A named stand-in for the holder of a seat; a seat may have several, taken in order."""

    __tablename__ = "deputy"

    seat_id: Mapped[UUID] = mapped_column(points_to("seat.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(points_to("person.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    starts: Mapped[date | None] = mapped_column(default=None)
    ends: Mapped[date | None] = mapped_column(default=None)
