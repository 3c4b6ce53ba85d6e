"""The duty to co-operate: how often the statutory partners were there, and what they brought, in a period.

Source: Children Act 2004 s.10(4); which organisations the law obliges stands in their statuses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    String,
    case,
    cast,
    exists,
    extract,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.agenda import Point
from boardroom.domain.attendance import Attendance
from boardroom.domain.base import Identifier
from boardroom.domain.board import Board, Membership, Seat
from boardroom.domain.people import Organisation, OrganisationStatus
from boardroom.domain.period import Span, span_of, spans
from boardroom.domain.presence import AWAY, IN_THE_ROOM
from boardroom.domain.proposals import Proposer
from boardroom.domain.words import Sector
from boardroom.store.queries.reports import Asked, sector_then
from boardroom.store.queries.reports_answered import proposals_put
from boardroom.store.queries.sectors import in_force

_POINTS, _PROPOSALS, _ACTIONS = "points", "proposals", "actions"


@dataclass(slots=True)
class Presences:
    """Meetings at which somebody was due, at which they were there, and for which apologies alone were sent."""

    due: int = 0
    there: int = 0
    apologies: int = 0


@dataclass(slots=True, kw_only=True)
class Partner:
    """One statutory partner: its attendance in the whole period and by span, and what it contributed."""

    id: UUID
    name: str
    sector: Sector
    whole: Presences = field(default_factory=Presences)
    by_span: dict[Span, Presences] = field(default_factory=dict)
    points: int = 0
    proposals: int = 0
    actions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """The figures: the partners by sector and name, the spans in order, and how many meetings each had."""

    partners: Sequence[Partner]
    meetings: Mapping[Span, int]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The quarters or years of the period in which the board met."""
        return tuple(self.meetings)


def duty(session: Session, asked: Asked) -> Duty:
    """Return how the statutory partners took part in a period.

    A meeting counts for a partner where the law obliged it on the day. Whoever came for an organisation counts for it:
    a member, a deputy, an officer.
    """
    days = [day for (day,) in session.execute(select(asked.held.c.on).where(asked.held.c.on.is_not(None)))]
    among = spans(min(days), max(days)) if days else ()
    meetings = dict.fromkeys(among, 0)
    for day in days:
        span = span_of(day, among)
        if span is not None:
            meetings[span] += 1
    partners: dict[UUID, Partner] = {}
    for row in session.execute(_attended(asked, years=bool(among) and not among[0].quarter)):
        partner = partners.setdefault(
            row.organisation, Partner(id=row.organisation, name=row.name, sector=Sector(row.sector))
        )
        span = Span(row.year, row.quarter)
        for one in (partner.whole, partner.by_span.setdefault(span, Presences())):
            one.due += row.due
            one.there += row.there
            one.apologies += row.apologies
    for row in session.execute(union_all(*_contributed(asked))):
        if row.organisation in partners:
            setattr(partners[row.organisation], row.what, row.number)
    order = list(Sector)
    return Duty(
        partners=sorted(partners.values(), key=lambda one: (order.index(one.sector), one.name, str(one.id))),
        meetings={span: number for span, number in meetings.items() if number},
    )


def _attended(asked: Asked, *, years: bool) -> Select[Any]:
    """Count by partner and span: meetings due, there, apologies alone."""
    held, came, status = asked.held, _came(asked), OrganisationStatus
    due = (
        select(status.organisation_id.label("organisation"), held.c.meeting, held.c.on)
        .join(held, in_force(status, held.c.on))
        .where(status.statutory, held.c.on.is_not(None), _of_board(asked, came))
        .distinct()
        .cte("due")
    )
    year = extract("year", due.c.on)
    quarter = literal(0) if years else (extract("month", due.c.on) + 2) // 3
    counted = (
        select(
            due.c.organisation,
            year.label("year"),
            quarter.label("quarter"),
            func.count().label("due"),
            func.sum(func.coalesce(came.c.there, 0)).label("there"),
            func.sum(case((came.c.there == 0, came.c.away), else_=0)).label("apologies"),
        )
        .outerjoin(came, (came.c.meeting == due.c.meeting) & (came.c.organisation == due.c.organisation))
        .group_by(due.c.organisation, year, quarter)
        .subquery("counted")
    )
    sector = sector_then(literal(Sector.UNKNOWN.value), counted.c.organisation, literal(asked.period.until))
    return select(counted, Organisation.name, cast(sector, String).label("sector")).join(
        Organisation, Organisation.id == counted.c.organisation
    )


def _came(asked: Asked) -> CTE:
    """Return by meeting and organisation whether it was there, and whether somebody sent apologies or was absent."""
    seat = select(Seat.organisation_id).where(Seat.id == Attendance.seat_id).scalar_subquery()
    organisation = type_coerce(func.coalesce(Attendance.organisation_id, seat), Identifier())
    mine = asked.seen_attendance(Attendance.id)
    return (
        select(
            Attendance.meeting_id.label("meeting"),
            organisation.label("organisation"),
            func.max(case((Attendance.status.in_(IN_THE_ROOM) & ~Attendance.proxy & mine, 1), else_=0)).label("there"),
            func.max(case((Attendance.status.in_(AWAY), 1), else_=0)).label("away"),
        )
        .join(asked.held, asked.held.c.meeting == Attendance.meeting_id)
        .group_by(Attendance.meeting_id, organisation)
        .cte("came")
    )


def _of_board(asked: Asked, came: CTE) -> ColumnElement[bool]:
    """Say that an organisation is a partner of this board: every one is, where the file holds no other board."""
    organisation = OrganisationStatus.organisation_id
    other = exists().where(Board.id != asked.board_id)
    seats = select(Seat.organisation_id).where(Seat.board_id == asked.board_id, Seat.organisation_id.is_not(None))
    sits = (
        select(Membership.organisation_id)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(Seat.board_id == asked.board_id, Membership.organisation_id.is_not(None))
    )
    attended = select(came.c.organisation).where(came.c.organisation.is_not(None))
    return or_(~other, organisation.in_(seats), organisation.in_(sits), organisation.in_(attended))


def _came_for(meeting_id: SQLColumnExpression[Any], person_id: SQLColumnExpression[Any]) -> ScalarSelect[Any]:
    """Say for which organisation a person came to a meeting: the line's, else that of the seat."""
    return (
        select(func.coalesce(Attendance.organisation_id, Seat.organisation_id))
        .outerjoin(Seat, Seat.id == Attendance.seat_id)
        .where(Attendance.meeting_id == meeting_id, Attendance.person_id == person_id)
        .order_by(Attendance.position, Attendance.id)
        .limit(1)
        .scalar_subquery()
    )


def _contributed(asked: Asked) -> tuple[Any, ...]:
    """Return a statement for each kind of contribution: what it is, the organisation, a number."""
    held, put = asked.held, proposals_put(asked)
    spoke_for = func.coalesce(Point.organisation_id, _came_for(Point.meeting_id, Point.person_id))
    points = (
        select(spoke_for.label("organisation"), Point.id)
        .join(held, held.c.meeting == Point.meeting_id)
        .where(asked.seen(Point.item_id))
        .subquery("points_made")
    )
    proposals = (
        select(Proposer.organisation_id.label("organisation"), put.c.proposal.label("id"))
        .join(put, put.c.proposal == Proposer.proposal_id)
        .distinct()
        .subquery("proposals_of")
    )
    acts_for = func.coalesce(ActionOwner.organisation_id, _came_for(Action.meeting_id, ActionOwner.person_id))
    actions = (
        select(acts_for.label("organisation"), Action.id)
        .join(Action, Action.id == ActionOwner.action_id)
        .join(held, held.c.meeting == Action.meeting_id)
        .where(Action.board_id == asked.board_id)
        .where(asked.seen(Action.item_id), asked.decision_seen(Action.decision_id))
        .distinct()
        .subquery("actions_of")
    )
    return tuple(
        select(
            literal(what).label("what"),
            type_coerce(one.c.organisation, Identifier()).label("organisation"),
            func.count().label("number"),
        )
        .where(one.c.organisation.is_not(None))
        .group_by(one.c.organisation)
        for what, one in ((_POINTS, points), (_PROPOSALS, proposals), (_ACTIONS, actions))
    )
