"""The proposals of a board: each with its state, who put it, and how long it waited."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, aliased

from boardroom.domain.board import TermsOfReference
from boardroom.domain.meeting import MeetingDay
from boardroom.domain.proposal_life import age_in_days, is_due_again, is_late
from boardroom.domain.proposals import Answer, Proposal, Proposer
from boardroom.domain.words import AnswerKind, ReasonCategory, Sector, Stage
from boardroom.store.queries.on_strand import comes_to
from boardroom.store.queries.proposal_strands import strands_seen
from boardroom.store.queries.sectors import in_force, statuses_on
from boardroom.store.queries.walk import FIRST_DAY, PAGE, Found, Key, Way, holding, walk

LATEST_FIRST = (Answer.position.desc(), Answer.id.desc())
"""The order in which the answer that stands comes first: the last given, whether or not its day is stated."""
_ANSWER_DAY = aliased(MeetingDay)

state_of = (
    select(Answer.answer)
    .where(Answer.proposal_id == Proposal.id)
    .order_by(*LATEST_FIRST)
    .limit(1)
    .correlate(Proposal)
    .scalar_subquery()
)
"""The latest answer to a proposal; NULL while it is unanswered."""

unanswered = ~exists().where(Answer.proposal_id == Proposal.id)
"""That nobody has answered a proposal yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """One proposal as its list, its card and Home show it.

    `state` is the latest answer, None while unanswered. `days` is how long it has waited, or how long the
    answer took; None where a day is missing. `late`: unanswered for longer than the terms allow. `stage` is the
    strand's on the day on which it came in; `due_again`: the day has gone by to which it was deferred.
    """

    id: UUID
    board: str
    day: date | None
    key: Key
    number: str
    title: str
    text: str
    strand: str
    stage: Stage | None
    sector: Sector | None
    organisation: str
    state: AnswerKind | None
    category: ReasonCategory | None
    reason: str
    deferred_to: str
    asked_on: date | None
    answered_on: date | None
    told_on: date | None
    days: int | None
    late: bool
    due_again: bool
    meeting_id: UUID | None
    item_id: UUID | None
    item_number: str
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list of proposals is narrowed to.

    `states` may hold None, for unanswered; empty means all. `since` is the first day that counts.
    """

    board_id: UUID | None = None
    states: Collection[AnswerKind | None] = ()
    sector: Sector | None = None
    strand_id: UUID | None = None
    organisation_id: UUID | None = None
    words: str = ""
    since: date | None = None
    oldest_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCounts:
    """How many proposals stand where; `promised` is within how many days the terms want an answer."""

    by_state: dict[AnswerKind | None, int]
    late: int
    median_days: int | None
    promised: int | None

    @property
    def unanswered(self) -> int:
        """How many wait for an answer."""
        return self.by_state.get(None, 0)

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.by_state.values())


def proposals_page(
    session: Session,
    wanted: Wanted,
    today: date,
    *,
    after: Key | None = None,
    limit: int = PAGE,
) -> list[ProposalRow]:
    """Return the next page of proposals, newest first or oldest first; what has no date comes last."""
    way = Way(board_id=wanted.board_id, where=narrowed_to(wanted), oldest_first=wanted.oldest_first)
    found = walk(session, Proposal, way, after=after, limit=limit)
    return proposal_rows(session, found, today)


def proposal_rows(session: Session, found: Sequence[Found], today: date) -> list[ProposalRow]:
    """Return what was found with everything that a row shows."""
    if not found:
        return []
    ids = [one.entity.id for one in found]
    answers, proposers = latest_answers(session, ids), proposers_of(session, ids)
    days_of = _first_days(
        session, {one.meeting_id for one in answers.values()} | {one.entity.meeting_id for one in found}
    )
    promised = {
        board_id: promised_days(session, board_id, today) for board_id in {one.entity.board_id for one in found}
    }
    bodies = {
        one.organisation_id for each in proposers.values() for one in each if one.organisation_id and not one.sector
    }
    statuses = statuses_on(session, bodies, today) if bodies else {}
    strands = strands_seen(session, (one.entity.strand_id for one in found))
    rows = []
    for one in found:
        proposal: Proposal = one.entity
        answer, by = answers.get(proposal.id), proposers.get(proposal.id, [])
        asked_on = proposal.received_on or days_of.get(proposal.meeting_id)
        answered_on = None if answer is None else answer.answered_on or days_of.get(answer.meeting_id)
        days = age_in_days(asked_on, today, answered=answer is not None, answered_on=answered_on)
        strand = strands.get(proposal.strand_id) if proposal.strand_id is not None else None
        most = promised[proposal.board_id]
        sectors = [said.sector or _sector(statuses.get(said.organisation_id)) for said in by]  # type: ignore[arg-type]
        rows.append(
            ProposalRow(
                id=proposal.id,
                board=one.board,
                day=one.date,
                key=one.key,
                number=proposal.number,
                title=proposal.title,
                text=proposal.text,
                strand=strand.name if strand else "",
                stage=strand.stage_on(asked_on) if strand else None,
                sector=next(filter(None, sectors), None),
                organisation="; ".join(proposer_words(said) for said in by),
                state=answer.answer if answer else None,
                category=answer.category if answer else None,
                reason=answer.reason if answer else "",
                deferred_to=answer.deferred_to if answer else "",
                asked_on=asked_on,
                answered_on=answered_on,
                told_on=answer.told_on if answer else None,
                days=days,
                late=is_late(days, most, answered=answer is not None),
                due_again=answer is not None and is_due_again(answer.answer, answer.deferred_to, today),
                meeting_id=proposal.meeting_id,
                item_id=proposal.item_id,
                item_number=one.item_number,
                restricted=one.restricted,
            )
        )
    return rows


def count_proposals(session: Session, wanted: Wanted, today: date) -> ProposalCounts:
    """Return how many proposals stand in which state, how many are late, and the median days to an answer."""
    asked = func.coalesce(Proposal.received_on, FIRST_DAY.held_on)
    answered = (
        select(func.coalesce(Answer.answered_on, _ANSWER_DAY.held_on))
        .outerjoin(_ANSWER_DAY, (_ANSWER_DAY.meeting_id == Answer.meeting_id) & (_ANSWER_DAY.position == 0))
        .where(Answer.proposal_id == Proposal.id)
        .order_by(*LATEST_FIRST)
        .limit(1)
        .correlate(Proposal)
        .scalar_subquery()
    )
    counted = (
        select(state_of.label("state"), asked.label("asked"), answered.label("answered"))
        .outerjoin(FIRST_DAY, (FIRST_DAY.meeting_id == Proposal.meeting_id) & (FIRST_DAY.position == 0))
        .where(*narrowed_to(wanted))
    )
    if wanted.board_id is not None:
        counted = counted.where(Proposal.board_id == wanted.board_id)
    promised = None if wanted.board_id is None else promised_days(session, wanted.board_id, today)
    by_state: dict[AnswerKind | None, int] = {}
    late, taken = 0, []
    for state, asked_on, answered_on in session.execute(counted):
        by_state[state] = by_state.get(state, 0) + 1
        days = age_in_days(asked_on, today, answered=state is not None, answered_on=answered_on)
        if state is None:
            late += is_late(days, promised, answered=False)
        elif days is not None and state is not AnswerKind.WITHDRAWN:
            taken.append(days)
    return ProposalCounts(
        by_state=by_state, late=late, median_days=round(median(taken)) if taken else None, promised=promised
    )


def count_unanswered(session: Session, board_id: UUID) -> int:
    """Return how many of a board's proposals wait for an answer."""
    return session.scalar(select(func.count(Proposal.id)).where(Proposal.board_id == board_id, unanswered)) or 0


def promised_days(session: Session, board_id: UUID, today: date) -> int | None:
    """Return within how many days the terms in force want a proposal answered; None where there are none."""
    wanted = (
        select(TermsOfReference.answer_days)
        .where(TermsOfReference.board_id == board_id, in_force(TermsOfReference, today))
        .order_by(TermsOfReference.starts.desc().nulls_last(), TermsOfReference.id)
        .limit(1)
    )
    return session.scalars(wanted).first()


def latest_answers(session: Session, proposal_ids: Sequence[UUID]) -> dict[UUID, Answer]:
    """Return each proposal's last answer."""
    wanted = select(Answer).where(Answer.proposal_id.in_(proposal_ids)).order_by(Answer.position, Answer.id)
    return {answer.proposal_id: answer for answer in session.scalars(wanted)}


def proposers_of(session: Session, proposal_ids: Sequence[UUID]) -> dict[UUID, list[Proposer]]:
    """Return who put each proposal, in order."""
    wanted = select(Proposer).where(Proposer.proposal_id.in_(proposal_ids)).order_by(Proposer.position, Proposer.id)
    found: dict[UUID, list[Proposer]] = {}
    for one in session.scalars(wanted):
        found.setdefault(one.proposal_id, []).append(one)
    return found


def proposer_words(one: Proposer) -> str:
    """Return how a row names a proposer: the organisation, else the role, the name or the sector."""
    return str(one.organisation or one.role or one.name or one.sector or "not stated")


def narrowed_to(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Say which proposals are wanted, whatever their board."""
    where = holding(Proposal, wanted.words)
    if wanted.states:
        said = [state for state in wanted.states if state is not None]
        answered = state_of.in_(said)
        where.append(answered | unanswered if said and None in wanted.states else answered if said else unanswered)
    by = exists().where(Proposer.proposal_id == Proposal.id)
    if wanted.sector is not None:
        where.append(by.where(Proposer.sector == wanted.sector))
    if wanted.strand_id is not None:
        where.append(comes_to(wanted.strand_id))
    if wanted.organisation_id is not None:
        where.append(by.where(Proposer.organisation_id == wanted.organisation_id))
    if wanted.since is not None:
        held = exists().where(
            MeetingDay.meeting_id == Proposal.meeting_id, MeetingDay.position == 0, MeetingDay.held_on >= wanted.since
        )
        where.append((Proposal.received_on >= wanted.since) | (Proposal.received_on.is_(None) & held))
    return where


def _first_days(session: Session, meeting_ids: Collection[UUID | None]) -> dict[UUID | None, date | None]:
    ids = [one for one in meeting_ids if one is not None]
    wanted = select(MeetingDay.meeting_id, MeetingDay.held_on).where(
        MeetingDay.meeting_id.in_(ids), MeetingDay.position == 0
    )
    found: dict[UUID | None, date | None] = {}
    found.update(session.execute(wanted).all())
    return found


def _sector(status: object) -> Sector | None:
    return getattr(status, "sector", None)
