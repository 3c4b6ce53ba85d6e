"""Votes: on a motion, or settling a decision; the result follows from the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.amending import CARRIED
from boardroom.domain.attendance import Attendance
from boardroom.domain.decisions import Decision
from boardroom.domain.refusal import Refusal
from boardroom.domain.tally import Count, Members, Tally, result_of_event
from boardroom.domain.text import clean_line
from boardroom.domain.vote_sentence import sentence
from boardroom.domain.votes import Motion, SectorTally, Vote, VoteEvent
from boardroom.domain.voting import members_at
from boardroom.domain.words import Result, Sector, VoteBasis, VoteMethod, VoteOption, VoteResult
from boardroom.services.amending import carried_as, refuse_late_amendment, refuse_unsettled_amendments
from boardroom.services.standing_rows import standing
from boardroom.store.queries.hanging import hanging_on, next_place
from boardroom.store.queries.room import room_at
from boardroom.store.queries.running import moment_at
from boardroom.store.queries.settled import decision_of_motion, votes_on_motion
from boardroom.store.queries.voters import vote_terms_at

_CASTING = (VoteOption.YES, VoteOption.NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """How one member votes: a line of the attendance, or a name of somebody who has none."""

    option: VoteOption
    attendance_id: UUID | None = None
    name: str = ""
    sector: Sector | None = None
    proxy_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """A vote as it was taken.

    Attributes:
        method: how.
        counts: the figures by option; an option that isn't named was not stated.
        casts: the members' own votes, instead of figures.
        sectors: figures by sector, instead or beside.
        rest: the option that all others took ("16 for, the rest against").
        threshold: the part of the votes that is needed; None for a simple majority.
        basis: of what that part is taken.
        casting: how the chair broke a tie, and `casting_by` who that was.
        result: as announced; None: as the figures give it.
    """

    method: VoteMethod = VoteMethod.NOT_STATED
    counts: Mapping[VoteOption, int] | None = None
    casts: Sequence[Cast] = ()
    sectors: Mapping[Sector, Mapping[VoteOption, int]] | None = None
    rest: VoteOption | None = None
    threshold: Fraction | None = None
    basis: VoteBasis = VoteBasis.CAST
    casting: VoteOption | None = None
    casting_by: str = ""
    result: VoteResult | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a vote stands before it is recorded: the sentence that would be minuted, the figures, what is odd in them."""

    sentence: str
    tally: Tally
    warnings: tuple[str, ...]


def as_it_stands(session: Session, meeting_id: UUID, item_id: UUID, ballot: Ballot) -> Standing:
    """Return how a vote would be minuted; nothing is written.

    Raises:
        Refusal: the vote can't have been like that.
    """
    event = VoteEvent(meeting_id=meeting_id, item_id=item_id)
    _, sectors, count = _fill(session, event, ballot)
    return Standing(sentence=sentence(event, count, sectors), tally=count.tally, warnings=count.warnings)


def vote_on_motion(session: Session, motion_id: UUID, ballot: Ballot) -> VoteEvent:
    """Record a vote on a motion or an amendment, which is carried or lost by it.

    Raises:
        Refusal: the vote can't have been like that, an amendment to the motion is not settled, the decision on it says
            otherwise, or the motion was withdrawn or is gone.
    """
    motion = standing(session, Motion, motion_id, "That motion")
    if motion.result is Result.WITHDRAWN:
        message = "That motion was withdrawn, so it isn't voted on."
        raise Refusal(message)
    refuse_unsettled_amendments(session, motion)
    event = VoteEvent(
        meeting_id=motion.meeting_id,
        item_id=motion.item_id,
        motion_id=motion_id,
        position=next_place(session, VoteEvent, "item_id", motion.item_id),
    )
    _take(session, event, ballot)
    session.add(event)
    return event


def vote_on_decision(session: Session, decision_id: UUID, ballot: Ballot) -> VoteEvent:
    """Record the vote that settled a decision; the decision's own result stays as it was recorded.

    Raises:
        Refusal: the vote can't have been like that, or the decision was taken between meetings or is gone.
    """
    decision = standing(session, Decision, decision_id, "That decision")
    if decision.meeting_id is None:
        message = "A vote belongs to a meeting; this decision was taken between meetings."
        raise Refusal(message)
    event = VoteEvent(
        meeting_id=decision.meeting_id,
        item_id=decision.item_id,
        decision_id=decision_id,
        position=next_place(session, VoteEvent, "decision_id", decision_id),
    )
    _take(session, event, ballot)
    session.add(event)
    return event


def change_vote(session: Session, vote_event_id: UUID, ballot: Ballot) -> VoteEvent:
    """Record a vote anew, in place of what was recorded of it.

    Raises:
        Refusal: the vote can't have been like that, or it is gone.
    """
    event = standing(session, VoteEvent, vote_event_id, "That vote")
    gave_a_result = event.result is not VoteResult.UNCLEAR
    _empty(session, event)
    _take(session, event, ballot)
    if event.motion_id is not None and (gave_a_result or event.result is not VoteResult.UNCLEAR):
        _follow_votes(session, event.motion_id, votes_on_motion(session, event.meeting_id, event.motion_id))
    return event


def remove_vote(session: Session, vote_event_id: UUID) -> None:
    """Take a vote out, with the members' votes; a motion that went by it goes by the vote before, if there was one.

    Raises:
        Refusal: it is gone.
    """
    event = standing(session, VoteEvent, vote_event_id, "That vote")
    _empty(session, event)
    if event.motion_id is not None and event.result is not VoteResult.UNCLEAR:
        votes = votes_on_motion(session, event.meeting_id, event.motion_id)
        _follow_votes(session, event.motion_id, [one for one in votes if one is not event])
    session.delete(event)


def _follow_votes(session: Session, motion_id: UUID, votes: Sequence[VoteEvent]) -> None:
    """Let a motion's result be that of the last vote on it which has one."""
    motion = standing(session, Motion, motion_id, "That motion")
    last = next((one for one in reversed(votes) if one.result is not VoteResult.UNCLEAR), None)
    if last is not None:
        _settle(session, motion, last)
        return
    decision = decision_of_motion(session, motion)
    motion.result = decision.result or Result.NOT_STATED if decision is not None else Result.NOT_STATED


def _settle(session: Session, motion: Motion, event: VoteEvent) -> None:
    """Let a motion's result be that of a vote.

    Raises:
        Refusal: the decision that is recorded on it says otherwise.
    """
    carried = event.result is VoteResult.CARRIED
    if carried and motion.result not in CARRIED:
        refuse_late_amendment(session, motion)
    decision = decision_of_motion(session, motion)
    if (
        decision is not None
        and (decision.result in CARRIED) is not carried
        and decision.result in {*CARRIED, Result.LOST}
    ):
        message = f"The decision on that motion is recorded as {decision.result}; take that out first."
        raise Refusal(message)
    motion.result = carried_as(session, motion) if carried else Result.LOST


def _empty(session: Session, event: VoteEvent) -> None:
    for entity in (Vote, SectorTally):
        for row in hanging_on(session, entity, "vote_event_id", [event.id]).get(event.id, ()):
            session.delete(row)


def _take(session: Session, event: VoteEvent, ballot: Ballot) -> None:
    votes, sectors, _ = _fill(session, event, ballot)
    session.add_all([*votes, *sectors])
    if event.motion_id is not None and event.result is not VoteResult.UNCLEAR:
        _settle(session, standing(session, Motion, event.motion_id, "That motion"), event)


def _fill(session: Session, event: VoteEvent, ballot: Ballot) -> tuple[list[Vote], list[SectorTally], Count]:
    """Let a vote be as a ballot says; returns the members' and sectors' votes, in no session yet, and the count."""
    counts = ballot.counts or {}
    if any(count < 0 for count in counts.values()):
        message = "A number of votes can't be below nought."
        raise Refusal(message)
    if ballot.threshold is not None and not 0 < ballot.threshold <= 1:
        message = "What is needed is a part of the votes: more than none, at most all."
        raise Refusal(message)
    if ballot.casting is not None and ballot.casting not in _CASTING:
        message = "A casting vote is given for or against."
        raise Refusal(message)
    if ballot.method is VoteMethod.BALLOT and ballot.casts:
        message = "A ballot is secret: give its figures, not who voted how."
        raise Refusal(message)
    event.method = ballot.method
    event.yes, event.no, event.abstain = (
        counts.get(one) for one in (VoteOption.YES, VoteOption.NO, VoteOption.ABSTAIN)
    )
    event.absent, event.not_voting = counts.get(VoteOption.ABSENT), counts.get(VoteOption.NOT_VOTING)
    event.rest, event.basis = ballot.rest, ballot.basis
    event.threshold_numerator = ballot.threshold.numerator if ballot.threshold else None
    event.threshold_denominator = ballot.threshold.denominator if ballot.threshold else None
    event.casting, event.casting_by = ballot.casting, clean_line(ballot.casting_by)
    votes, sectors = _votes(session, event, ballot.casts), _sectors(event, ballot.sectors or {})
    # Counted whatever was announced: a casting vote that can't have been is no announcement.
    count = _count(session, event, votes, sectors)
    event.result = ballot.result or count.result
    return votes, sectors, count


def _count(session: Session, event: VoteEvent, votes: Sequence[Vote], sectors: Sequence[SectorTally]) -> Count:
    members, casting_allowed = Members(), True
    if event.rest is not None or event.basis is not VoteBasis.CAST:
        moment = moment_at(session, event.meeting_id, event.item_id)
        members = members_at(room_at(session, event.meeting_id), moment)
    if event.casting is not None:
        casting_allowed = vote_terms_at(session, event.meeting_id).casting_vote
    if not casting_allowed:
        message = "The terms of reference give the chair no casting vote."
        raise Refusal(message)
    count = result_of_event(event, votes, sectors, members, casting_allowed=casting_allowed)
    if event.casting is not None and not count.tie and count.result is not VoteResult.UNCLEAR:
        equal = count.tally.yes == count.tally.no
        message = (
            "A casting vote breaks a tie under a simple majority; more than that is needed here."
            if equal
            else "The votes are not equal, so there is no casting vote."
        )
        raise Refusal(message)
    return count


def _votes(session: Session, event: VoteEvent, casts: Sequence[Cast]) -> list[Vote]:
    votes, voted = [], set[tuple[object, str]]()
    for place, cast in enumerate(casts):
        line = None if cast.attendance_id is None else _line(session, event, cast.attendance_id)
        name = clean_line(cast.name) or (line.name or line.role if line else "")
        if not name:
            message = "Say whose vote it is."
            raise Refusal(message)
        proxy_for = clean_line(cast.proxy_for)
        whose = (line.id if line else name.casefold(), proxy_for.casefold())
        if whose in voted:
            message = f"{name} votes twice."
            raise Refusal(message)
        voted.add(whose)
        votes.append(
            Vote(
                meeting_id=event.meeting_id,
                vote_event_id=event.id,
                position=place,
                attendance_id=line.id if line else None,
                person_id=line.person_id if line else None,
                name=name,
                sector=cast.sector or (line.sector if line else None),
                option=cast.option,
                proxy_for=proxy_for,
            )
        )
    return votes


def _line(session: Session, event: VoteEvent, attendance_id: UUID) -> Attendance:
    line = standing(session, Attendance, attendance_id, "That line of the attendance")
    if line.meeting_id != event.meeting_id:
        message = f"{line.name or line.role} is in the attendance of another meeting."
        raise Refusal(message)
    return line


def _sectors(event: VoteEvent, sectors: Mapping[Sector, Mapping[VoteOption, int]]) -> list[SectorTally]:
    if any(count < 0 for counts in sectors.values() for count in counts.values()):
        message = "A number of votes can't be below nought."
        raise Refusal(message)
    return [
        SectorTally(
            meeting_id=event.meeting_id,
            vote_event_id=event.id,
            position=place,
            sector=sector,
            yes=counts.get(VoteOption.YES),
            no=counts.get(VoteOption.NO),
            abstain=counts.get(VoteOption.ABSTAIN),
        )
        for place, (sector, counts) in enumerate(sectors.items())
    ]
