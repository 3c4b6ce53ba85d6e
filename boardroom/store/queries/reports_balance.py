"""The balance round the table: who was there, spoke, proposed, was adopted and owns actions, by sector."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, String, cast, func, literal, select, union, union_all
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.agenda import Point
from boardroom.domain.attendance import Attendance
from boardroom.domain.board import Membership, Seat
from boardroom.domain.presence import IN_THE_ROOM
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.running import Heard
from boardroom.domain.words import Sector
from boardroom.store.queries.reports import Asked, sector_then
from boardroom.store.queries.reports_answered import Answered, Tally, answered
from boardroom.store.queries.sectors import in_force

_MEETINGS, _SPOKE, _POINTS, _ACTIONS = "meetings", "spoke", "points", "actions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a sector did: voting seats, meetings it was at, items it spoke at, points, proposals, actions it owns."""

    seats: int
    meetings: int
    spoke: int
    points: int
    proposals: Tally
    actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The figures by sector, in the sectors' order: those with a seat on the last day, and whoever did anything."""

    shares: Mapping[Sector, Share]
    meetings: int
    proposals: Answered


def balance(session: Session, asked: Asked) -> Balance:
    """Return the balance round the table in a period."""
    figures: dict[str, dict[Sector, int]] = {}
    for row in session.execute(union_all(*_counted(asked))):
        figures.setdefault(row.what, {})[Sector(row.sector)] = row.number
    seats = _seats(session, asked)
    proposals = answered(session, asked)
    known = {*seats, *proposals.by_sector, *(sector for one in figures.values() for sector in one)}
    return Balance(
        shares={
            sector: Share(
                seats=seats.get(sector, 0),
                meetings=figures.get(_MEETINGS, {}).get(sector, 0),
                spoke=figures.get(_SPOKE, {}).get(sector, 0),
                points=figures.get(_POINTS, {}).get(sector, 0),
                proposals=proposals.by_sector.get(sector, Tally()),
                actions=figures.get(_ACTIONS, {}).get(sector, 0),
            )
            for sector in Sector
            if sector in known
        },
        meetings=session.scalar(select(func.count()).select_from(asked.held)) or 0,
        proposals=proposals,
    )


def _seats(session: Session, asked: Asked) -> dict[Sector, int]:
    day = asked.period.until
    wanted = select(Seat.sector, func.count()).where(Seat.board_id == asked.board_id, Seat.voting, in_force(Seat, day))
    return dict(session.execute(wanted.group_by(Seat.sector)).all())


def _counted(asked: Asked) -> tuple[Select[Any], ...]:
    """Return a statement for each figure: what it is, a sector, a number."""
    held = asked.held
    seat = select(Seat.sector).where(Seat.id == Attendance.seat_id).scalar_subquery()
    printed = func.coalesce(func.nullif(Attendance.sector, Sector.UNKNOWN), seat)
    there = (
        select(
            held.c.meeting, cast(sector_then(printed, Attendance.organisation_id, held.c.on), String).label("sector")
        )
        .join(Attendance, Attendance.meeting_id == held.c.meeting)
        .where(Attendance.status.in_(IN_THE_ROOM), ~Attendance.proxy, asked.seen_attendance(Attendance.id))
        .distinct()
        .subquery("there")
    )
    point = (
        select(
            Point.id,
            Point.item_id,
            cast(sector_then(Point.sector, Point.organisation_id, held.c.on), String).label("sector"),
        )
        .join(held, held.c.meeting == Point.meeting_id)
        .where(asked.seen(Point.item_id))
        .cte("point_made")
    )
    heard = (
        select(Heard.item_id, cast(Heard.sector, String).label("sector"))
        .join(held, held.c.meeting == Heard.meeting_id)
        .where(asked.seen(Heard.item_id))
    )
    # By the meeting's day, not by when it came in: what waits for the next meeting has nobody heard yet.
    proposed = (
        select(
            Proposal.item_id,
            cast(sector_then(Proposer.sector, Proposer.organisation_id, held.c.on), String).label("sector"),
        )
        .join(held, held.c.meeting == Proposal.meeting_id)
        .join(Proposer, Proposer.proposal_id == Proposal.id)
        .where(Proposal.board_id == asked.board_id, Proposal.item_id.is_not(None), asked.seen(Proposal.item_id))
    )
    # A sector was heard on an item by a point, by a proposal, or because somebody marked it so.
    spoke = union(select(point.c.item_id, point.c.sector), heard, proposed).subquery("spoke")
    owned = _owned(asked)
    return tuple(
        select(literal(what).label("what"), one.c.sector.label("sector"), func.count().label("number")).group_by(
            one.c.sector
        )
        for what, one in ((_MEETINGS, there), (_SPOKE, spoke), (_POINTS, point), (_ACTIONS, owned))
    )


def _owned(asked: Asked) -> Any:  # noqa: ANN401 - a subquery
    """Return the actions of the period with the sectors of their owners, each once for a sector.

    A person's sector is that of the organisation that they act for, else that of their seat on the day.
    """
    held = asked.held
    seat = (
        select(Seat.sector)
        .join(Membership, Membership.seat_id == Seat.id)
        .where(Membership.person_id == ActionOwner.person_id, Seat.board_id == asked.board_id)
        .where(in_force(Membership, held.c.on))
        .order_by(Seat.position, Seat.id)
        .limit(1)
        .scalar_subquery()
    )
    none = literal(Sector.UNKNOWN.value)
    by_body = sector_then(none, ActionOwner.organisation_id, held.c.on)
    sector = func.coalesce(func.nullif(by_body, Sector.UNKNOWN), seat, Sector.UNKNOWN)
    return (
        select(Action.id, cast(sector, String).label("sector"))
        .join(held, held.c.meeting == Action.meeting_id)
        .outerjoin(ActionOwner, ActionOwner.action_id == Action.id)
        .where(Action.board_id == asked.board_id)
        .where(asked.seen(Action.item_id), asked.decision_seen(Action.decision_id))
        .distinct()
        .subquery("owned")
    )
