"""What every report asks the board file: which meetings count, what its readers may not see, whose sector it was.

These are parts of statements: figures are counted in the database, and little is read.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    SQLColumnExpression,
    and_,
    func,
    literal,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance, AttendanceItem, Stay
from boardroom.domain.audience import Audience
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, MeetingBoard, MeetingDay
from boardroom.domain.people import OrganisationStatus
from boardroom.domain.period import Period
from boardroom.domain.votes import Motion
from boardroom.domain.words import MeetingStatus, Sector
from boardroom.store.queries.find import UNHELD
from boardroom.store.queries.hidden import hidden_from_the_public
from boardroom.store.queries.on_strand import kept_from
from boardroom.store.queries.sectors import in_force


@dataclass(frozen=True)
class Asked:
    """Of which board, of what time and for whom figures are wanted; made by `asked_of`.

    `today` is the day on which they are asked, where it matters: a time that isn't over is known up to then.
    """

    board_id: UUID
    period: Period
    audience: Audience = Audience.MEMBERS
    hidden_lines: frozenset[UUID] = frozenset()
    today: date | None = None

    @property
    def known(self) -> date:
        """The day up to which something has waited: the last one, or today where that is still to come."""
        return self.period.known_on(self.today)

    @cached_property
    def kept(self) -> CTE | None:
        """The items that its readers may not see."""
        return kept_from(self.audience)

    @cached_property
    def held(self) -> CTE:
        """The board's meetings that were held in that time: meeting, on."""
        return (
            select(Meeting.id.label("meeting"), first_day(Meeting.id).label("on"))
            .where(Meeting.id.in_(select(MeetingBoard.meeting_id).where(MeetingBoard.board_id == self.board_id)))
            .where(func.coalesce(Meeting.status, literal(MeetingStatus.HELD)).not_in(UNHELD))
            .where(self.within(first_day(Meeting.id)))
            .cte("held")
        )

    def within(self, day: SQLColumnExpression[Any]) -> ColumnElement[bool]:
        """Say that a day is in the period, as `Period.holds` does."""
        ended = or_(day.is_(None), day <= self.period.until)
        return ended if self.period.since is None else and_(ended, day >= self.period.since)

    def seen(self, item_id: SQLColumnExpression[Any]) -> ColumnElement[bool]:
        """Say that what stands under an item, or under none, may be seen."""
        if self.kept is None:
            return true()
        return or_(item_id.is_(None), item_id.not_in(select(self.kept.c.item)))

    def seen_attendance(self, attendance_id: SQLColumnExpression[Any]) -> ColumnElement[bool]:
        """Say that a line of the attendance may be seen: it isn't of somebody who came for hidden items alone."""
        return attendance_id.not_in(self.hidden_lines) if self.hidden_lines else true()

    def decision_seen(self, decision_id: SQLColumnExpression[Any]) -> ColumnElement[bool]:
        """Say that what hangs on a decision, or on none, may be seen."""
        if self.kept is None:
            return true()
        hidden = select(self.kept.c.item)
        secret = (
            select(Decision.id)
            .outerjoin(Motion, Motion.id == Decision.motion_id)
            .where(or_(Decision.item_id.in_(hidden), Motion.item_id.in_(hidden)))
        )
        return or_(decision_id.is_(None), decision_id.not_in(secret))


def asked_of(session: Session, board_id: UUID, period: Period, audience: Audience, today: date | None = None) -> Asked:
    """Return what is asked, with the lines of the attendance that its readers may not see."""
    asked = Asked(board_id, period, audience, today=today)
    if asked.kept is None:
        return asked
    kept = asked.kept
    # Only a meeting in which somebody came for a hidden item has such lines, and there are few.
    by_item = select(AttendanceItem.meeting_id).where(
        or_(AttendanceItem.item_id.in_(select(kept.c.item)), AttendanceItem.item_id.is_(None))
    )
    by_stay = select(Stay.meeting_id).where(Stay.arrived_item_id.in_(select(kept.c.item)))
    meetings = session.scalars(
        select(asked.held.c.meeting).where(
            asked.held.c.meeting.in_(select(kept.c.meeting_id)),
            or_(asked.held.c.meeting.in_(by_item), asked.held.c.meeting.in_(by_stay)),
        )
    ).all()
    hidden = frozenset[UUID]().union(*(hidden_from_the_public(session, one).attendances for one in meetings))
    return Asked(board_id, period, audience, hidden, today)


def first_day(meeting_id: SQLColumnExpression[Any]) -> SQLColumnExpression[date | None]:
    """Say on which day a meeting was first held."""
    wanted = (
        select(MeetingDay.held_on)
        .where(MeetingDay.meeting_id == meeting_id, MeetingDay.held_on.is_not(None))
        .order_by(MeetingDay.position, MeetingDay.id)
        .limit(1)
        .scalar_subquery()
    )
    return type_coerce(wanted, Date)


def sector_then(
    printed: SQLColumnExpression[Any], organisation_id: SQLColumnExpression[Any], on: SQLColumnExpression[Any]
) -> SQLColumnExpression[Sector]:
    """Say what somebody's sector was: as printed, else by the organisation's status on the day, else unknown."""
    status = (
        select(OrganisationStatus.sector)
        .where(OrganisationStatus.organisation_id == organisation_id, in_force(OrganisationStatus, on))
        .order_by(OrganisationStatus.starts.desc().nulls_last(), OrganisationStatus.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    said = func.coalesce(func.nullif(printed, Sector.UNKNOWN), func.nullif(status, Sector.UNKNOWN), Sector.UNKNOWN)
    return type_coerce(said, Attendance.__table__.c.sector.type)


def board_name(session: Session, board_id: UUID) -> str:
    """Return what a board is called."""
    return session.scalars(select(Board.name).where(Board.id == board_id)).one()


def first_meeting_on(session: Session, board_id: UUID) -> date | None:
    """Return the day of the first meeting that a board held, if any is known."""
    return session.scalar(
        select(func.min(MeetingDay.held_on))
        .join(Meeting, Meeting.id == MeetingDay.meeting_id)
        .join(MeetingBoard, MeetingBoard.meeting_id == Meeting.id)
        .where(MeetingBoard.board_id == board_id)
        .where(func.coalesce(Meeting.status, literal(MeetingStatus.HELD)).not_in(UNHELD))
    )
