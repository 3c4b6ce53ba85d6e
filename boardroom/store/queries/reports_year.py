"""A period in review: what the board met, decided, was asked and took on, quarter by quarter."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import SQLColumnExpression, String, and_, case, cast, extract, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action, ActionUpdate
from boardroom.domain.calls import Call
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting
from boardroom.domain.period import Span, spans
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.words import ActionStatus, Result, Stage
from boardroom.store.queries.reports import Asked, first_meeting_on
from boardroom.store.queries.reports_answered import Answered, answered, proposals_put
from boardroom.store.queries.reports_early import Early, early

KINDS = ("meetings", "decisions", "proposals", "actions")
"""What is counted span by span."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """That a strand entered a stage."""

    strand: str
    stage: Stage
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The figures. `actions` counts those taken on by their latest status, None where the record says none.

    `undated` are actions of no meeting and no decision: they aren't counted in a time that has a first day. `overdue`
    are actions that were open on the last day although their day had gone by; `inquorate` meetings whose record says
    that there was no quorum.
    """

    by_span: Mapping[Span, Mapping[str, int]]
    inquorate: int
    results: Mapping[Result | None, int]
    proposals: Answered
    actions: Mapping[ActionStatus | None, int]
    overdue: int
    undated: int
    entered: Sequence[Entered]
    calls: int
    early: Early

    def whole(self, kind: str) -> int:
        """How many of one of `KINDS` there were in all."""
        return sum(one.get(kind, 0) for one in self.by_span.values())


def review(session: Session, asked: Asked) -> Review:
    """Return what happened in a period."""
    by_span: dict[Span, Counter[str]] = {}
    days, undated = _by_quarter(session, asked)
    first = asked.period.since or first_meeting_on(session, asked.board_id) or asked.period.until
    first = min([first, *(date(year, 3 * quarter - 2, 1) for _, year, quarter, _ in days)])
    among = spans(first, asked.period.until)
    for what, year, quarter, number in days:
        span = Span(year, quarter) if among and among[0].quarter else Span(year)
        by_span.setdefault(span, Counter())[what] += number
    every: dict[Span, Mapping[str, int]] = {one: by_span.get(one, Counter()) for one in among}
    if undated:
        every[Span(0)] = undated
    actions = {row.status: row for row in session.execute(_actions(asked))}
    return Review(
        by_span=every,
        inquorate=session.scalar(
            select(func.count())
            .select_from(asked.held)
            .join(Meeting, Meeting.id == asked.held.c.meeting)
            .where(Meeting.quorate.is_(False))
        )
        or 0,
        results=_results(session, asked),
        proposals=answered(session, asked),
        actions={ActionStatus(one) if one else None: row.number for one, row in actions.items()},
        overdue=sum(row.overdue for one, row in actions.items() if one in {"open", "in progress"}),
        undated=_undated(session, asked),
        entered=_entered(session, asked),
        calls=session.scalar(
            select(func.count(Call.id)).where(
                Call.board_id == asked.board_id, asked.within(Call.opens), Call.withdrawn_on.is_(None)
            )
        )
        or 0,
        early=early(session, asked),
    )


def _decided(asked: Asked) -> Any:  # noqa: ANN401 - a CTE
    """Return the decisions of the period: result, on."""
    held = asked.held
    on = func.coalesce(held.c.on, Decision.decided_on)
    return (
        select(cast(Decision.result, String).label("result"), on.label("on"))
        .outerjoin(held, held.c.meeting == Decision.meeting_id)
        .where(Decision.board_id == asked.board_id)
        .where(or_(held.c.meeting.is_not(None), Decision.meeting_id.is_(None)), asked.within(on))
        .where(asked.seen(Decision.item_id), asked.decision_seen(Decision.id))
        .cte("decided")
    )


def _by_quarter(session: Session, asked: Asked) -> tuple[list[tuple[str, int, int, int]], dict[str, int]]:
    """Return kind, year, quarter and number of what has a day; and by kind the number of what has none."""
    tables = (asked.held, _decided(asked), proposals_put(asked), _taken_on(asked))
    rows = session.execute(union_all(*(_by_day(kind, one.c.on) for kind, one in zip(KINDS, tables, strict=True))))
    days: list[tuple[str, int, int, int]] = []
    undated: dict[str, int] = {}
    for what, year, quarter, number in rows:
        if year is None:
            undated[what] = number
        else:
            days.append((what, year, quarter, number))
    return days, undated


def _by_day(kind: str, on: SQLColumnExpression[Any]) -> Any:  # noqa: ANN401 - a statement
    year, quarter = extract("year", on), (extract("month", on) + 2) // 3
    wanted = select(
        literal(kind).label("what"), year.label("year"), quarter.label("quarter"), func.count().label("number")
    )
    return wanted.group_by(year, quarter)


def _results(session: Session, asked: Asked) -> dict[Result | None, int]:
    decided = _decided(asked)
    counted = select(decided.c.result, func.count()).group_by(decided.c.result)
    found = {Result(one) if one else None: number for one, number in session.execute(counted)}
    return {one: found[one] for one in (*Result, None) if one in found}


def _taken_on(asked: Asked) -> Any:  # noqa: ANN401 - a CTE
    """Return the actions taken on in the period: action, on. One of no meeting is of its decision's day."""
    held, settled = asked.held, asked.held.alias("settled")
    on = func.coalesce(held.c.on, settled.c.on, Decision.decided_on)
    between = and_(Action.meeting_id.is_(None), or_(settled.c.meeting.is_not(None), Decision.meeting_id.is_(None)))
    return (
        select(Action.id.label("action"), on.label("on"))
        .outerjoin(held, held.c.meeting == Action.meeting_id)
        .outerjoin(Decision, Decision.id == Action.decision_id)
        .outerjoin(settled, settled.c.meeting == Decision.meeting_id)
        .where(Action.board_id == asked.board_id)
        .where(or_(held.c.meeting.is_not(None), between), asked.within(on))
        .where(asked.seen(Action.item_id), asked.decision_seen(Action.decision_id))
        .cte("taken_on")
    )


def _undated(session: Session, asked: Asked) -> int:
    if asked.period.since is None:
        return 0
    wanted = (
        select(func.count())
        .select_from(Action)
        .outerjoin(Decision, Decision.id == Action.decision_id)
        .where(Action.board_id == asked.board_id, Action.meeting_id.is_(None))
        .where(Decision.meeting_id.is_(None), Decision.decided_on.is_(None), asked.decision_seen(Action.decision_id))
    )
    return session.scalar(wanted) or 0


def _actions(asked: Asked) -> Any:  # noqa: ANN401 - a statement
    taken, until = _taken_on(asked), asked.period.until
    latest = (
        select(ActionUpdate.status)
        .where(ActionUpdate.action_id == Action.id, ActionUpdate.updated_on <= until)
        .order_by(ActionUpdate.updated_on.desc(), ActionUpdate.position.desc(), ActionUpdate.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    status = cast(func.coalesce(latest, Action.status), String)
    return (
        select(
            status.label("status"),
            func.count().label("number"),
            func.sum(case((Action.due_on < asked.known, 1), else_=0)).label("overdue"),
        )
        .join(taken, taken.c.action == Action.id)
        .group_by(status)
    )


def _entered(session: Session, asked: Asked) -> list[Entered]:
    wanted = (
        select(Strand.name, StrandStage.stage, StrandStage.began)
        .join(Strand, Strand.id == StrandStage.strand_id)
        .where(Strand.board_id == asked.board_id, StrandStage.began.is_not(None), asked.within(StrandStage.began))
        .order_by(StrandStage.began, Strand.position, StrandStage.id)
    )
    return [Entered(strand=name, stage=stage, on=on) for name, stage, on in session.execute(wanted) if on is not None]
