"""The wording on the second screen, who moved it, and its result, as far as the public may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from boardroom.domain.amending import substantive
from boardroom.domain.attendance import Attendance
from boardroom.domain.decisions import Decision
from boardroom.domain.tally import result_of_event
from boardroom.domain.vote_sentence import result_lines
from boardroom.domain.votes import Motion, SectorTally, Vote, VoteEvent
from boardroom.domain.words import Method, Result, Sector, VoteMethod, VoteOption
from boardroom.store.queries.hanging import hanging_on
from boardroom.store.queries.hidden import Hidden
from boardroom.store.queries.names import organisations_called, people_called

Put = tuple[str, UUID]
"""What is put on the screen: the table (motion, decision or vote_event) and the id."""

_SAID = (VoteOption.YES, VoteOption.NO, VoteOption.ABSTAIN)


class WordingKind(StrEnum):
    """What a wording on the screen is."""

    MOTION = "motion"
    AMENDMENT = "amendment"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorShown:
    """How one sector voted."""

    sector: Sector
    yes: int
    no: int
    abstain: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultShown:
    """What came of a wording.

    `headline` and `sentence` are those of a vote, `result` and `method` of a decision without one. Sectors are told
    where the vote was no secret one.
    """

    headline: str
    sentence: str
    result: Result | None
    method: Method | None
    recommended_to: str
    provisional: bool
    sectors: tuple[SectorShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingShown:
    """The wording that is being decided, or was; `mover` and `seconder` with their organisation."""

    kind: WordingKind
    wording: str
    mover: str
    seconder: str
    result: ResultShown | None


def wording_shown(
    session: Session, meeting_id: UUID, item_id: UUID | None, put: Put | None, hidden: Hidden
) -> WordingShown | None:
    """Return the wording that was put on the screen; None where it is of another item, or hidden from the public."""
    if put is None or item_id is None or item_id in hidden.items:
        return None
    entity, found = put
    if entity == "vote_event":
        about = session.execute(
            select(VoteEvent.motion_id, VoteEvent.decision_id).where(
                VoteEvent.id == found, VoteEvent.id.not_in(hidden.vote_events)
            )
        ).first()
        if about is None:
            return None
        entity, found = ("motion", about.motion_id) if about.motion_id is not None else ("decision", about.decision_id)
    if entity == "motion":
        return _motion(session, item_id, found, hidden)
    decision = session.scalars(
        select(Decision).where(
            Decision.id == found,
            Decision.meeting_id == meeting_id,
            Decision.item_id == item_id,
            Decision.id.not_in(hidden.decisions),
        )
    ).first()
    return _decision(session, decision, hidden) if decision is not None else None


def _motion(session: Session, item_id: UUID, motion_id: UUID, hidden: Hidden) -> WordingShown | None:
    # Hidden amendments don't come into the wording that stands.
    motions = session.scalars(
        select(Motion)
        .where(Motion.item_id == item_id, Motion.id.not_in(hidden.motions))
        .order_by(Motion.position, Motion.id)
    ).all()
    motion = next((one for one in motions if one.id == motion_id), None)
    if motion is None:
        return None
    settled = session.scalars(
        select(Decision)
        .where(Decision.motion_id == motion_id, Decision.id.not_in(hidden.decisions))
        .order_by(Decision.position.desc(), Decision.id)
    ).first()
    event = _latest_vote(session, VoteEvent.motion_id == motion_id, hidden)
    if event is None and settled is not None:
        event = _latest_vote(session, VoteEvent.decision_id == settled.id, hidden)
    stands = substantive(motions).get(motion.id, motion)
    called = people_called(session, (motion.mover_id, motion.seconder_id))
    mover, seconder = (
        _with_organisation(session, motion.meeting_id, name or (called.get(who, "") if who else ""), who, hidden)
        for name, who in ((motion.mover, motion.mover_id), (motion.seconder, motion.seconder_id))
    )
    stated = None if motion.result is Result.NOT_STATED else motion.result
    result = _result(session, event, settled, stated)
    return WordingShown(
        kind=WordingKind.MOTION if motion.amends_id is None else WordingKind.AMENDMENT,
        wording=stands.wording,
        mover=mover,
        seconder=seconder,
        result=result,
    )


def _decision(session: Session, decision: Decision, hidden: Hidden) -> WordingShown:
    event = _latest_vote(session, VoteEvent.decision_id == decision.id, hidden)
    stated = None if decision.result is Result.NOT_STATED else decision.result
    return WordingShown(
        kind=WordingKind.DECISION,
        wording=decision.wording,
        mover=decision.mover,
        seconder=decision.seconder,
        result=_result(session, event, decision, stated),
    )


def _latest_vote(session: Session, about: ColumnElement[bool], hidden: Hidden) -> VoteEvent | None:
    wanted = select(VoteEvent).where(about, VoteEvent.id.not_in(hidden.vote_events))
    return session.scalars(wanted.order_by(VoteEvent.position.desc(), VoteEvent.id)).first()


def _result(
    session: Session, event: VoteEvent | None, decision: Decision | None, stated: Result | None
) -> ResultShown | None:
    if event is None and stated is None:
        return None
    headline, sentence, sectors = "", "", tuple[SectorShown, ...]()
    if event is not None:
        votes = hanging_on(session, Vote, "vote_event_id", [event.id]).get(event.id, [])
        tallies = hanging_on(session, SectorTally, "vote_event_id", [event.id]).get(event.id, [])
        headline, sentence = result_lines(event, result_of_event(event, votes, tallies))
        # A sector with one member would tell how that member voted.
        sectors = () if event.method is VoteMethod.BALLOT else _sectors(votes, tallies)
    return ResultShown(
        headline=headline,
        sentence=sentence,
        result=stated,
        method=decision.method if decision is not None else None,
        recommended_to=decision.recommended_to if decision is not None else "",
        provisional=decision is not None and decision.provisional,
        sectors=sectors,
    )


def _sectors(votes: Sequence[Vote], tallies: Sequence[SectorTally]) -> tuple[SectorShown, ...]:
    if tallies:
        return tuple(
            SectorShown(sector=one.sector, yes=one.yes or 0, no=one.no or 0, abstain=one.abstain or 0)
            for one in tallies
        )
    said = [(vote.sector, vote.option) for vote in votes if vote.option in _SAID]
    known = dict.fromkeys(sector for sector, _ in said if sector is not None and sector is not Sector.UNKNOWN)
    return tuple(
        SectorShown(
            sector=sector,
            yes=said.count((sector, VoteOption.YES)),
            no=said.count((sector, VoteOption.NO)),
            abstain=said.count((sector, VoteOption.ABSTAIN)),
        )
        for sector in known
    )


def _with_organisation(session: Session, meeting_id: UUID, name: str, person_id: UUID | None, hidden: Hidden) -> str:
    """Return a name with the organisation that the attendance has for the person."""
    if not name or person_id is None:
        return name
    row = session.execute(
        select(Attendance.organisation, Attendance.organisation_id).where(
            Attendance.meeting_id == meeting_id,
            Attendance.person_id == person_id,
            Attendance.id.not_in(hidden.attendances),
        )
    ).first()
    if row is None:
        return name
    body = row.organisation or organisations_called(session, (row.organisation_id,)).get(row.organisation_id, "")
    return ", ".join(filter(None, (name, body)))
