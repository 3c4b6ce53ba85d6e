"""What one proposal is tied to: its strand, the items that considered it, its actions, earlier and later proposals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting
from boardroom.domain.proposal_life import LifeEvent, LifeStep, in_order, step_of
from boardroom.domain.proposals import Answer, Proposal
from boardroom.domain.words import AnswerKind, Stage
from boardroom.store.queries import proposals as find
from boardroom.store.queries.agenda import answered_day
from boardroom.store.queries.find import CALLED_OFF
from boardroom.store.queries.hanging import hanging_on
from boardroom.store.queries.on_strand import NOT_TAKEN
from boardroom.store.queries.origin import Origin, origin_of
from boardroom.store.queries.proposal_list import latest_answers
from boardroom.store.queries.proposal_strands import StrandSeen, strands_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsideredAt:
    """An item that considered a proposal; `id` None: it came up there.

    `taken`: its meeting's day has come, and neither was called off.
    """

    id: UUID | None
    origin: Origin
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedAction:
    """An action that carries a proposal out."""

    id: UUID
    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherProposal:
    """An earlier proposal that is taken up again, or a later one that does so."""

    id: UUID
    number: str
    words: str
    state: AnswerKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLinks:
    """What a proposal is tied to, and its life so far from its first day on.

    `stage`: the strand's on the day on which the proposal came in. What came up at a meeting was tabled by that;
    `tabled_by_hand`: somebody said so.
    """

    title: str
    strand: StrandSeen | None
    stage: Stage | None
    tabled_on: date | None
    tabled_by_hand: bool
    considered: tuple[ConsideredAt, ...]
    actions: tuple[LinkedAction, ...]
    earlier: OtherProposal | None
    later: tuple[OtherProposal, ...]
    step: LifeStep
    life: tuple[LifeEvent, ...]

    @property
    def came_up(self) -> bool:
        """Whether a meeting had it before it already."""
        return any(one.taken for one in self.considered)


def links_of(session: Session, proposal: Proposal, today: date) -> ProposalLinks:
    """Return what a proposal is tied to, as it is today."""
    came_up = origin_of(session, proposal.meeting_id, proposal.item_id)
    considered = [_considered(session, None, came_up, today)] if came_up is not None else []
    for row in find.items_of(session, proposal.id):
        origin = origin_of(session, row.meeting_id, row.item_id)
        if origin is not None:
            considered.append(_considered(session, row.id, origin, today))
    considered.sort(key=lambda one: (one.origin.held_on is None, one.origin.held_on or date.max))
    taken = [one for one in considered if one.taken]
    first = next((one.origin.held_on for one in taken if one.origin.held_on is not None), None)
    # What came up at a meeting was before the board by that.
    tabled = proposal.tabled_on or first
    answers = hanging_on(session, Answer, "proposal_id", [proposal.id]).get(proposal.id, [])
    asked_on = proposal.received_on or (came_up.held_on if came_up is not None else None)
    strands = strands_seen(session, [proposal.strand_id])
    strand = strands.get(proposal.strand_id) if proposal.strand_id is not None else None
    before = session.get(Proposal, proposal.earlier_id) if proposal.earlier_id is not None else None
    return ProposalLinks(
        title=proposal.title,
        strand=strand,
        stage=strand.stage_on(asked_on) if strand is not None else None,
        tabled_on=tabled,
        tabled_by_hand=proposal.tabled_on is not None,
        considered=tuple(considered),
        actions=tuple(
            LinkedAction(id=one.id, number=one.number, text=one.text) for one in find.actions_for(session, proposal.id)
        ),
        earlier=next(iter(_others(session, [before] if before is not None else [])), None),
        later=tuple(_others(session, find.taken_up_by(session, proposal.id))),
        step=step_of(tabled=tabled is not None, considered=bool(taken), answers=answers),
        life=in_order(_events(session, proposal, asked_on, tabled, taken, answers)),
    )


def _considered(session: Session, row_id: UUID | None, origin: Origin, today: date) -> ConsideredAt:
    meeting = session.get_one(Meeting, origin.meeting_id)
    item = session.get(AgendaItem, origin.item_id) if origin.item_id is not None else None
    called_off = meeting.status in CALLED_OFF or (item is not None and item.state in NOT_TAKEN)
    come = origin.held_on is None or origin.held_on <= today
    return ConsideredAt(id=row_id, origin=origin, taken=come and not called_off)


def actions_to_link(session: Session, board_id: UUID, words: str, limit: int) -> list[LinkedAction]:
    """Return a board's actions that hold some words, the latest first, as they are offered to be tied."""
    wanted = select(Action).where(Action.board_id == board_id, Action.proposal_id.is_(None))
    for word in words.split():
        wanted = wanted.where(Action.text.icontains(word, autoescape=True) | (Action.number == word))
    found = session.scalars(wanted.order_by(Action.id.desc()).limit(limit))
    return [LinkedAction(id=one.id, number=one.number, text=one.text) for one in found]


def _events(  # noqa: PLR0913, PLR0917 - the parts of a life
    session: Session,
    proposal: Proposal,
    asked_on: date | None,
    tabled: date | None,
    considered: Iterable[ConsideredAt],
    answers: Iterable[Answer],
) -> list[LifeEvent]:
    events = [LifeEvent(step=LifeStep.RECEIVED, on=asked_on)]
    if proposal.tabled_on is not None:
        events.append(LifeEvent(step=LifeStep.TABLED, on=tabled))
    events += [
        LifeEvent(
            step=LifeStep.CONSIDERED,
            on=one.origin.held_on,
            words=" ".join(filter(None, (one.origin.item_number, one.origin.item_title))),
        )
        for one in considered
        if one.origin.item_id is not None
    ]
    for one in answers:
        given_on = answered_day(session, one)
        events.append(LifeEvent(step=LifeStep.ANSWERED, on=given_on, words=one.answer.value))
        if one.told_on is not None:
            events.append(LifeEvent(step=LifeStep.TOLD, on=one.told_on))
    return events


def _others(session: Session, found: Iterable[Proposal]) -> list[OtherProposal]:
    rows = list(found)
    answers = latest_answers(session, [one.id for one in rows]) if rows else {}
    return [
        OtherProposal(
            id=one.id,
            number=one.number,
            words=one.title or one.text,
            state=answers[one.id].answer if one.id in answers else None,
        )
        for one in rows
    ]
