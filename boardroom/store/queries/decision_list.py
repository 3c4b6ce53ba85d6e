"""The decision register: each decision with its reference, its result, and whether it stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, exists, func, select
from sqlalchemy.orm import Session

from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.words import LinkKind, Method, Result
from boardroom.store.queries.walk import PAGE, Found, Key, Way, holding, walk

ratified = exists().where(DecisionLink.of_decision_id == Decision.id, DecisionLink.kind == LinkKind.RATIFIES)
"""That a later decision ratified one that was taken without a quorum."""
to_ratify = and_(Decision.provisional.is_(True), ~ratified)
"""That a decision was taken without a quorum and waits to be ratified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision as the register and Home show it; `later` says what later decisions did to it."""

    id: UUID
    board: str
    day: date | None
    key: Key
    reference: str
    number: str
    wording: str
    result: Result | None
    method: Method | None
    provisional: bool
    later: tuple[LinkKind, ...]
    recommended_to: str
    reserved_to: str
    meeting_id: UUID | None
    item_id: UUID | None
    item_number: str
    restricted: bool

    @property
    def to_ratify(self) -> bool:
        """Whether it was taken without a quorum and waits to be ratified."""
        return self.provisional and LinkKind.RATIFIES not in self.later


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the register is narrowed to; `provisional`: only what waits to be ratified."""

    board_id: UUID | None = None
    results: Collection[Result] = ()
    provisional: bool = False
    words: str = ""
    oldest_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCounts:
    """How many decisions had which result, and how many wait to be ratified."""

    by_result: dict[Result | None, int]
    to_ratify: int

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.by_result.values())


def decisions_page(
    session: Session, wanted: Wanted, *, after: Key | None = None, limit: int = PAGE
) -> list[DecisionRow]:
    """Return the next page of the decision register, newest first or oldest first."""
    way = Way(board_id=wanted.board_id, where=_where(wanted), oldest_first=wanted.oldest_first)
    return decision_rows(session, walk(session, Decision, way, after=after, limit=limit))


def decision_rows(session: Session, found: Sequence[Found]) -> list[DecisionRow]:
    """Return what was found with everything that a row shows."""
    if not found:
        return []
    links = (
        select(DecisionLink.of_decision_id, DecisionLink.kind)
        .where(DecisionLink.of_decision_id.in_([one.entity.id for one in found]))
        .order_by(DecisionLink.id)
    )
    later: dict[UUID, list[LinkKind]] = {}
    for decision_id, kind in session.execute(links):
        if decision_id is not None:
            later.setdefault(decision_id, []).append(kind)
    rows = []
    for one in found:
        decision: Decision = one.entity
        rows.append(
            DecisionRow(
                id=decision.id,
                board=one.board,
                day=one.date,
                key=one.key,
                reference=decision.reference,
                number=decision.number,
                wording=decision.wording,
                result=decision.result,
                method=decision.method,
                provisional=decision.provisional,
                later=tuple(later.get(decision.id, ())),
                recommended_to=decision.recommended_to,
                reserved_to=decision.reserved_to,
                meeting_id=decision.meeting_id,
                item_id=decision.item_id,
                item_number=one.item_number,
                restricted=one.restricted,
            )
        )
    return rows


def count_decisions(session: Session, wanted: Wanted) -> DecisionCounts:
    """Return how many decisions had which result, and how many wait to be ratified."""
    waiting = func.sum(case((to_ratify, 1), else_=0))
    counted = select(Decision.result, func.count(Decision.id), waiting).group_by(Decision.result)
    counted = counted.where(*_where(wanted))
    if wanted.board_id is not None:
        counted = counted.where(Decision.board_id == wanted.board_id)
    rows = session.execute(counted).all()
    return DecisionCounts(
        by_result={result: count for result, count, _ in rows}, to_ratify=sum(waiting for *_, waiting in rows)
    )


def count_to_ratify(session: Session, board_id: UUID) -> int:
    """Return how many of a board's decisions wait to be ratified."""
    return session.scalar(select(func.count(Decision.id)).where(Decision.board_id == board_id, to_ratify)) or 0


def _where(wanted: Wanted) -> list[ColumnElement[bool]]:
    where = holding(Decision, wanted.words)
    if wanted.results:
        where.append(Decision.result.in_(wanted.results))
    if wanted.provisional:
        where.append(to_ratify)
    return where
