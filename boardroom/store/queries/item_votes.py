"""Motions with their amendments, and votes, as the Meeting page shows them at an item."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from boardroom.domain.amending import substantive
from boardroom.domain.tally import Tally, result_of_event
from boardroom.domain.vote_sentence import sentence
from boardroom.domain.votes import Motion, SectorTally, Vote, VoteEvent
from boardroom.domain.words import Result, Sector, VoteBasis, VoteMethod, VoteOption, VoteResult
from boardroom.store.queries.hanging import hanging_on


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberVoteView:
    """How one member voted."""

    id: UUID
    attendance_id: UUID | None
    person_id: UUID | None
    name: str
    sector: Sector | None
    option: VoteOption
    proxy_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorTallyView:
    """How one sector voted."""

    sector: Sector
    yes: int | None
    no: int | None
    abstain: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteView:
    """A vote; `sentence` is how the minutes say it, `warnings` what doesn't fit together in it."""

    id: UUID
    motion_id: UUID | None
    decision_id: UUID | None
    method: VoteMethod
    tally: Tally
    threshold: tuple[int, int] | None
    basis: VoteBasis
    casting: VoteOption | None
    casting_by: str
    result: VoteResult
    votes: tuple[MemberVoteView, ...]
    sectors: tuple[SectorTallyView, ...]
    sentence: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionView:
    """A motion; `amendments` are motions too, and `stands` is the wording that stands after those carried."""

    id: UUID
    amends_id: UUID | None
    wording: str
    mover: str
    seconder: str
    result: Result
    stands: str
    votes: tuple[VoteView, ...]
    amendments: tuple["MotionView", ...]


def motions_at(session: Session, item_id: UUID) -> Sequence[Motion]:
    """Return the motions put at an item, amendments too, in order."""
    return session.scalars(select(Motion).where(Motion.item_id == item_id).order_by(Motion.position, Motion.id)).all()


def votes_at(
    session: Session, meeting_id: UUID, item_id: UUID, motion_ids: Sequence[UUID], decision_ids: Sequence[UUID]
) -> list[VoteView]:
    """Return the votes taken at an item, on its motions and on its decisions, in order."""
    at_item = or_(
        VoteEvent.item_id == item_id,
        VoteEvent.motion_id.in_(motion_ids),
        VoteEvent.decision_id.in_(decision_ids),
    )
    wanted = select(VoteEvent).where(VoteEvent.meeting_id == meeting_id, at_item)
    events = session.scalars(wanted.order_by(VoteEvent.position, VoteEvent.id)).all()
    ids = [event.id for event in events]
    votes = hanging_on(session, Vote, "vote_event_id", ids)
    sectors = hanging_on(session, SectorTally, "vote_event_id", ids)
    return [_vote(event, votes.get(event.id, []), sectors.get(event.id, [])) for event in events]


def motion_tree(motions: Sequence[Motion], votes: Sequence[VoteView]) -> tuple[MotionView, ...]:
    """Return the motions that amend no other of these, each with its amendments under it."""
    known = {motion.id for motion in motions}
    standing = substantive(motions)
    views: dict[UUID, MotionView] = {}
    below: dict[UUID | None, list[Motion]] = {}
    for motion in motions:
        below.setdefault(motion.amends_id, []).append(motion)

    def view(motion: Motion) -> MotionView:
        # An amendment stands behind what it amends only once: a circle ends here.
        views[motion.id] = one = MotionView(
            id=motion.id,
            amends_id=motion.amends_id,
            wording=motion.wording,
            mover=motion.mover,
            seconder=motion.seconder,
            result=motion.result,
            stands=standing[motion.id].wording if motion.id in standing else motion.wording,
            votes=tuple(one for one in votes if one.motion_id == motion.id),
            amendments=tuple(view(one) for one in below.get(motion.id, ()) if one.id not in views),
        )
        return one

    return tuple(view(motion) for motion in motions if motion.amends_id not in known)


def _vote(event: VoteEvent, votes: Sequence[Vote], sectors: Sequence[SectorTally]) -> VoteView:
    count = result_of_event(event, votes, sectors)
    stated = event.threshold_numerator is not None and event.threshold_denominator is not None
    return VoteView(
        id=event.id,
        motion_id=event.motion_id,
        decision_id=event.decision_id,
        method=event.method,
        tally=count.tally,
        threshold=(event.threshold_numerator or 0, event.threshold_denominator or 1) if stated else None,
        basis=event.basis,
        casting=event.casting,
        casting_by=event.casting_by,
        result=event.result,
        votes=tuple(
            MemberVoteView(
                id=one.id,
                attendance_id=one.attendance_id,
                person_id=one.person_id,
                name=one.name,
                sector=one.sector,
                option=one.option,
                proxy_for=one.proxy_for,
            )
            for one in votes
        ),
        sectors=tuple(
            SectorTallyView(sector=one.sector, yes=one.yes, no=one.no, abstain=one.abstain) for one in sectors
        ),
        sentence=sentence(event, count, sectors),
        warnings=count.warnings,
    )
