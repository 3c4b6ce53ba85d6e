"""What became of the proposals that were put in a period: by sector, and by the stage at which they were put."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Integer, Select, String, and_, case, cast, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from boardroom.domain.calls import Call
from boardroom.domain.plan import StrandStage
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.stages import ORDER, place_of
from boardroom.domain.words import AnswerKind, ReasonCategory, Sector
from boardroom.store.queries.on_strand import on_strands
from boardroom.store.queries.proposal_list import promised_days
from boardroom.store.queries.reports import Asked, first_day, sector_then

ON_NO_STRAND = -2
"""The place of a stage, where a proposal is on no strand; -1: before the first stage."""

ANSWERS = (AnswerKind.ADOPTED, AnswerKind.ADAPTED, AnswerKind.DEFERRED, AnswerKind.DECLINED)


@dataclass(slots=True)
class Tally:
    """How proposals fared.

    `states` counts them by their answer, None for unanswered; `days` how long answers took, in days, by how many
    took so long; `late` how many unanswered ones wait longer than the terms allow. `reasons` are those for declining.
    """

    states: Counter[AnswerKind | None] = field(default_factory=Counter)
    reasons: Counter[ReasonCategory] = field(default_factory=Counter)
    days: Counter[int] = field(default_factory=Counter)
    late: int = 0
    told: int = 0

    @property
    def put(self) -> int:
        """How many were put."""
        return self.states.total()

    @property
    def answered(self) -> int:
        """How many were answered; withdrawn ones needed no answer."""
        return sum(self.states[one] for one in ANSWERS)

    @property
    def due(self) -> int:
        """How many were to be answered."""
        return self.put - self.states[AnswerKind.WITHDRAWN]

    @property
    def waiting(self) -> int:
        """How many have no answer."""
        return self.states[None]

    @property
    def agreed(self) -> int:
        """How many were adopted or adapted."""
        return self.states[AnswerKind.ADOPTED] + self.states[AnswerKind.ADAPTED]

    @property
    def too_late(self) -> int:
        """How many fell to the specification or the timetable."""
        return self.reasons[ReasonCategory.SPECIFICATION] + self.reasons[ReasonCategory.TIMETABLE]

    @property
    def median_days(self) -> float | None:
        """The median of days to an answer; None where none is known."""
        return median(self.days.elements()) if self.days else None

    def count(self, row: Any, number: int, promised: int | None) -> None:  # noqa: ANN401 - a row of the statement
        """Count proposals that fared alike."""
        state = AnswerKind(row.state) if row.state is not None else None
        self.states[state] += number
        if state is AnswerKind.DECLINED:
            self.reasons[ReasonCategory(row.category)] += number
        if state is None:
            self.late += number if row.days is not None and promised is not None and row.days > promised else 0
            return
        self.told += number if row.told else 0
        if row.days is not None and state is not AnswerKind.WITHDRAWN:
            self.days[max(row.days, 0)] += number


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The figures. A proposal that several sectors put counts for each of them, and once in the whole.

    `by_stage`: the places of stages in their order, as `place_of` gives them, or `ON_NO_STRAND`. `promised`: within
    how many days the terms wanted an answer on the last day.
    """

    whole: Tally
    by_sector: Mapping[Sector, Tally]
    by_stage: Mapping[int, Tally]
    promised: int | None


def answered(session: Session, asked: Asked) -> Answered:
    """Return what became of the proposals of a period, as it was known on its last day, or today before that."""
    promised = promised_days(session, asked.board_id, asked.known)
    whole, by_sector, by_stage = Tally(), dict[Sector, Tally](), dict[int, Tally]()
    for row in session.execute(_counted(asked)):
        by_sector.setdefault(Sector(row.sector), Tally()).count(row, row.number, promised)
        if row.once:
            whole.count(row, row.once, promised)
            by_stage.setdefault(row.stage, Tally()).count(row, row.once, promised)
    return Answered(
        whole=whole,
        by_sector={one: by_sector[one] for one in Sector if one in by_sector},
        by_stage=dict(sorted(by_stage.items())),
        promised=promised,
    )


def proposals_put(asked: Asked) -> CTE:
    """Return the board's proposals that were put in the period: proposal, on, strand.

    One whose answer the readers may not see is left out: to count it as waiting would be untrue.
    """
    items = on_strands(asked.board_id)
    on = func.coalesce(Proposal.received_on, first_day(Proposal.meeting_id))
    put = (
        select(
            Proposal.id.label("proposal"),
            on.label("on"),
            func.coalesce(Proposal.strand_id, Call.strand_id, items.c.strand).label("strand"),
        )
        .outerjoin(Call, Call.id == Proposal.call_id)
        .outerjoin(items, items.c.item == Proposal.item_id)
        .where(Proposal.board_id == asked.board_id, asked.within(on), asked.seen(Proposal.item_id))
    )
    if asked.kept is not None:
        standing = _standing(asked, Answer.proposal_id == Proposal.id).correlate(Proposal).scalar_subquery()
        seen = select(Answer.id).where(_seen(asked))
        put = put.where(or_(standing.is_(None), standing.in_(seen)))
    return put.cte("put")


def _standing(asked: Asked, *where: ColumnElement[bool]) -> Select[UUID]:
    """Return the last of these answers that was given by the last day."""
    on = func.coalesce(Answer.answered_on, first_day(Answer.meeting_id))
    known = select(Answer.id).where(*where, or_(on.is_(None), on <= asked.period.until))
    return known.order_by(Answer.position.desc(), Answer.id.desc()).limit(1)


def _seen(asked: Asked) -> ColumnElement[bool]:
    return and_(asked.seen(Answer.item_id), asked.decision_seen(Answer.decision_id))


def _counted(asked: Asked) -> Any:  # noqa: ANN401 - a statement of many columns
    put = proposals_put(asked)
    answer = _last_answers(asked, put)
    place = case({one.value: place_of(one) for one in ORDER}, value=cast(StrandStage.stage, String))
    stage = (
        select(func.coalesce(func.max(place), -1))
        .where(StrandStage.strand_id == put.c.strand, StrandStage.began <= put.c.on)
        .scalar_subquery()
    )
    known = case((answer.c.answer.is_(None), asked.known.isoformat()), else_=cast(answer.c.on, String))
    days = func.julianday(known) - func.julianday(put.c.on)
    by = (
        select(
            put.c.proposal,
            cast(sector_then(Proposer.sector, Proposer.organisation_id, put.c.on), String).label("sector"),
        )
        .outerjoin(Proposer, Proposer.proposal_id == put.c.proposal)
        .distinct()
        .cte("by")
    )
    each = (
        select(
            by.c.sector,
            case((put.c.strand.is_(None), ON_NO_STRAND), else_=stage).label("stage"),
            cast(answer.c.answer, String).label("state"),
            cast(answer.c.category, String).label("category"),
            (answer.c.told_on <= asked.period.until).label("told"),
            cast(days, Integer).label("days"),
            case((func.row_number().over(partition_by=by.c.proposal, order_by=by.c.sector) == 1, 1), else_=0).label(
                "first"
            ),
        )
        .join(put, put.c.proposal == by.c.proposal)
        .outerjoin(answer, answer.c.proposal_id == by.c.proposal)
        .subquery("each")
    )
    alike = (each.c.sector, each.c.stage, each.c.state, each.c.category, each.c.told, each.c.days)
    return select(
        *alike, func.count().label("number"), type_coerce(func.sum(each.c.first), Integer).label("once")
    ).group_by(*alike)


def _last_answers(asked: Asked, put: CTE) -> CTE:
    """Return the answer to each proposal that stood on the last day of the period."""
    on = func.coalesce(Answer.answered_on, first_day(Answer.meeting_id))
    nth = func.row_number().over(partition_by=Answer.proposal_id, order_by=(Answer.position.desc(), Answer.id.desc()))
    every = (
        select(Answer.proposal_id, Answer.answer, Answer.category, Answer.told_on, on.label("on"), nth.label("nth"))
        .where(Answer.proposal_id.in_(select(put.c.proposal)))
        .where(or_(on.is_(None), on <= asked.period.until))
        .where(_seen(asked))
        .subquery("every_answer")
    )
    return select(every).where(every.c.nth == 1).cte("last_answer")
