"""What one partner is told: what it proposed, what was decided and why, what was asked of it and of others for it.

What that partner may not read (partner_sight.py) is not loaded.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.base import Base
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import MeetingDay
from boardroom.domain.people import Organisation
from boardroom.domain.proposals import Answer, Proposal
from boardroom.domain.refusal import Gone
from boardroom.domain.words import ActionStatus, AnswerKind, ReasonCategory, Sector, Stage
from boardroom.store.queries.action_list import latest_status, owner_words, owners_of
from boardroom.store.queries.partner_sight import Sight, sight_of
from boardroom.store.queries.proposal_list import promised_days, proposer_words, proposers_of
from boardroom.store.queries.proposal_strands import strands_seen
from boardroom.store.queries.sectors import statuses_on

T = TypeVar("T", bound=Base)

_OVER = (ActionStatus.DONE, ActionStatus.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTold:
    """The answer that stands, and the decision that it rests on."""

    answer: AnswerKind
    category: ReasonCategory
    reason: str
    deferred_to: str
    on: date | None
    decision: str
    decision_number: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalTold:
    """A proposal of the partner. `withheld`: its answer stands in matter that the partner may not read.

    `stage` is the strand's on the day on which it came in; `considered`: the day and the item of each meeting.
    """

    id: UUID
    number: str
    title: str
    text: str
    asked_on: date | None
    together_with: tuple[str, ...]
    strand: str
    stage: Stage | None
    considered: tuple[tuple[date | None, str], ...]
    takes_up: str
    answer: AnswerTold | None
    withheld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionTold:
    """An action, and the number of the proposal that it carries out."""

    number: str
    text: str
    owner: str
    due_on: date | None
    due_words: str
    status: ActionStatus | None
    proposal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerAnswers:
    """All that one partner is told. `restricted`: some of it isn't public; `left_out`: some of it isn't there."""

    board: str
    language: str
    organisation: str
    sector: Sector | None
    today: date
    since: date | None
    promised_days: int | None
    proposals: tuple[ProposalTold, ...]
    asked_of_it: tuple[ActionTold, ...]
    asked_for_it: tuple[ActionTold, ...]
    restricted: bool
    left_out: bool

    def is_late(self, one: ProposalTold) -> bool:
        """Whether a proposal was answered before the document's first day, and the partner never told."""
        on = one.answer.on if one.answer is not None else None
        return self.since is not None and on is not None and on < self.since


def answers_for_partner(
    session: Session, board_id: UUID, organisation_id: UUID, today: date, *, since: date | None = None
) -> PartnerAnswers:
    """Return what one partner is told, and nothing that it may not read.

    Args:
        session: of the board file.
        board_id: the board that it proposed to.
        organisation_id: the partner.
        today: the day of the document.
        since: leaves out what was answered before that day and told, and actions that are over; None: everything.
            What was never told is in it: when the document has gone out, all answers are recorded as told.

    Raises:
        Gone: there is no such board or organisation.
    """
    board, body = session.get(Board, board_id), session.get(Organisation, organisation_id)
    if board is None or body is None:
        message = "This board file has no such board or organisation."
        raise Gone(message)
    sight = sight_of(session, board_id, organisation_id, today)
    status = statuses_on(session, [organisation_id], today).get(organisation_id)
    proposals = _proposals(session, organisation_id, sight)
    if since is not None:
        proposals = [one for one in proposals if not _was_told_before(one.answer, since)]
    return PartnerAnswers(
        board=board.name,
        language=board.language,
        organisation=(status.name if status is not None else "") or body.name,
        sector=status.sector if status is not None else None,
        today=today,
        since=since,
        promised_days=promised_days(session, board_id, today),
        proposals=tuple(proposals),
        asked_of_it=_actions(session, sight.asked_of_it, open_only=since is not None),
        asked_for_it=_actions(session, sight.asked_for_it, open_only=since is not None),
        restricted=sight.restricted,
        left_out=sight.left_out,
    )


def _was_told_before(answer: AnswerTold | None, since: date) -> bool:
    return answer is not None and answer.told_on is not None and answer.on is not None and answer.on < since


def _proposals(session: Session, organisation_id: UUID, sight: Sight) -> list[ProposalTold]:
    found = _by_id(session, Proposal, sight.proposals)
    answers = {one.proposal_id: one for one in _by_id(session, Answer, sight.answers.values()).values()}
    decisions = _by_id(session, Decision, sight.decisions)
    earlier = _by_id(session, Proposal, {one.earlier_id for one in found.values()} & found.keys())
    items = _by_id(session, AgendaItem, {item for _, item in sight.considered})
    proposers = proposers_of(session, list(found))
    strands = strands_seen(session, (one.strand_id for one in found.values()))
    at = [one.meeting_id for one in found.values()] + [one.meeting_id for one in answers.values()]
    held = _held_on(session, [*at, *(one.meeting_id for one in items.values())])
    told = []
    for one in found.values():
        asked_on = one.received_on or held.get(one.meeting_id)
        strand = strands.get(one.strand_id) if one.strand_id is not None else None
        before = earlier.get(one.earlier_id) if one.earlier_id is not None else None
        answer = answers.get(one.id)
        told.append(
            ProposalTold(
                id=one.id,
                number=one.number,
                title=one.title,
                text=one.text,
                asked_on=asked_on,
                together_with=tuple(
                    proposer_words(by) for by in proposers.get(one.id, ()) if by.organisation_id != organisation_id
                ),
                strand=strand.name if strand is not None else "",
                stage=strand.stage_on(asked_on) if strand is not None else None,
                considered=_considered(one.id, sight, items, held),
                takes_up=before.number if before is not None else "",
                answer=_answer(answer, decisions, held) if answer is not None else None,
                withheld=one.id in sight.withheld,
            )
        )
    return sorted(told, key=lambda one: (one.asked_on is None, one.asked_on or date.max, one.id))


def _considered(
    proposal_id: UUID, sight: Sight, items: Mapping[UUID, AgendaItem], held: Mapping[UUID | None, date | None]
) -> tuple[tuple[date | None, str], ...]:
    at = [items[item] for of, item in sight.considered if of == proposal_id and item in items]
    said = [(held.get(one.meeting_id), " ".join(filter(None, (one.number, one.title)))) for one in at]
    return tuple(sorted(said, key=lambda one: (one[0] is None, one[0] or date.max, one[1])))


def _answer(row: Answer, decisions: Mapping[UUID, Decision], held: Mapping[UUID | None, date | None]) -> AnswerTold:
    decision = decisions.get(row.decision_id) if row.decision_id is not None else None
    return AnswerTold(
        answer=row.answer,
        category=row.category,
        reason=row.reason,
        deferred_to=row.deferred_to,
        on=row.answered_on or held.get(row.meeting_id),
        decision=decision.wording if decision is not None else "",
        decision_number=(decision.reference or decision.number) if decision is not None else "",
        told_on=row.told_on,
    )


def _actions(session: Session, ids: Sequence[UUID], *, open_only: bool) -> tuple[ActionTold, ...]:
    found = _by_id(session, Action, ids)
    latest, owners = latest_status(session, list(found)), owners_of(session, list(found))
    carried = _by_id(session, Proposal, {one.proposal_id for one in found.values() if one.proposal_id is not None})
    told = [
        ActionTold(
            number=one.number,
            text=one.text,
            owner=owner_words(one, owners.get(one.id, ())),
            due_on=one.due_on,
            due_words=one.due_words,
            status=latest.get(one.id, one.status),
            proposal=carried[one.proposal_id].number if one.proposal_id in carried else "",
        )
        for one in found.values()
    ]
    kept = [one for one in told if not open_only or one.status not in _OVER]
    return tuple(sorted(kept, key=lambda one: (one.due_on is None, one.due_on or date.max)))


def _by_id(session: Session, entity: type[T], ids: Collection[UUID | None]) -> dict[UUID, T]:
    wanted = [one for one in ids if one is not None]
    if not wanted:
        return {}
    return {one.id: one for one in session.scalars(select(entity).where(entity.id.in_(wanted)).order_by(entity.id))}


def _held_on(session: Session, meeting_ids: Collection[UUID | None]) -> dict[UUID | None, date | None]:
    wanted = select(MeetingDay.meeting_id, MeetingDay.held_on).where(
        MeetingDay.meeting_id.in_({one for one in meeting_ids if one is not None}), MeetingDay.position == 0
    )
    found: dict[UUID | None, date | None] = {}
    found.update(session.execute(wanted).all())
    return found
