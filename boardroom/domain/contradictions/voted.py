"""Contradictions about votes: figures against attendance, members' votes, stated results and decisions."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from boardroom.domain.amending import CARRIED
from boardroom.domain.contradictions.said import (
    Contradiction,
    decision_words,
    item_of,
    item_words,
    line_words,
    plural,
)
from boardroom.domain.presence import Moment
from boardroom.domain.record import MeetingRecord, under
from boardroom.domain.room import Room
from boardroom.domain.tally import (
    Count,
    Members,
    Tally,
    result_of_event,
    stated_tally,
    tally_of_sectors,
    tally_of_votes,
)
from boardroom.domain.votes import Vote, VoteEvent
from boardroom.domain.voting import Voter, may_vote, members_at
from boardroom.domain.words import Method, Result, VoteOption, VoteResult

_SHOWN = (VoteOption.YES, VoteOption.NO, VoteOption.ABSTAIN)
_CALLED = {VoteOption.YES: "for", VoteOption.NO: "against", VoteOption.ABSTAIN: "abstaining"}


def vote_contradictions(room: Room) -> Iterator[Contradiction]:
    """Tell where votes disagree with themselves, with those present, or with what was decided."""
    record = room.record
    for event in record.vote_events:
        votes = under(record.votes, "vote_event_id", event.id)
        sectors = under(record.sector_tallies, "vote_event_id", event.id)
        item_id = _item_id(record, event)
        members = members_at(room, Moment(item_id=item_id))
        allowed = all(board.terms is None or board.terms.casting_vote for board in record.boards)
        count = result_of_event(event, votes, sectors, members, casting_allowed=allowed)
        place = f"{item_words(item_of(record, item_id))}, vote"
        said = [
            *count.warnings,
            *_figures(count, members, event),
            *_against(stated_tally(event), tally_of_votes(votes) if votes else None, "the members' own votes"),
            *_against(stated_tally(event), tally_of_sectors(sectors) if sectors else None, "the sectors' votes"),
            *_stated(event, count),
            *_voters(room, votes, Moment(item_id=item_id)),
        ]
        for sentence in said:
            yield Contradiction(place=place, sentence=sentence, about=event.id)
        yield from _settled(record, event, count)


def _item_id(record: MeetingRecord, event: VoteEvent) -> UUID | None:
    decided = (decision.item_id for decision in record.decisions if decision.id == event.decision_id)
    moved = (motion.item_id for motion in record.motions if motion.id == event.motion_id)
    return event.item_id or next(decided, None) or next(moved, None)


def _figures(count: Count, members: Members, event: VoteEvent) -> Iterator[str]:
    there = members.present
    # A rest worked out from those present can't disagree with them.
    if there is None or event.rest is not None:
        return
    here = count.tally.here
    if here > there:
        yield f"{plural(here, 'vote is', 'votes are')} counted, but {_present(there)} present."
    elif here < there and None not in (count.tally.yes, count.tally.no, count.tally.abstain):
        yield f"{plural(here, 'vote is', 'votes are')} counted, but {_present(there)} present: {there - here} fewer."


def _present(there: int) -> str:
    return plural(there, "voting member was", "voting members were")


def _against(stated: Tally, counted: Tally | None, what: str) -> Iterator[str]:
    if counted is None:
        return
    for option in _SHOWN:
        figure, found = stated.count(option), counted.count(option)
        if figure is not None and found is not None and figure != found:
            yield f"{figure} {_CALLED[option]} is stated, but {what} give {found}."


def _stated(event: VoteEvent, count: Count) -> Iterator[str]:
    if VoteResult.UNCLEAR in (event.result, count.result) or event.result is count.result:
        return
    # "Lost" is what minutes say of a tie, too.
    if {event.result, count.result} != {VoteResult.LOST, VoteResult.TIED}:
        yield f"The result is stated as {event.result}, but by the figures it is {count.result}."


def _voters(room: Room, votes: Sequence[Vote], moment: Moment) -> Iterator[str]:
    record = room.record
    boards = [board for board in record.boards if board.seats]
    known = [voter for board in boards for voter in may_vote(room, board, moment)]
    seated = any(line.seat_id is not None for line in record.attendances)
    seen = set[tuple[UUID | str, str]]()
    for vote in votes:
        if vote.option not in _SHOWN:
            continue
        line = next((one for one in record.attendances if _is_of(vote, one.id, one.person_id)), None)
        voted_as = (vote.person_id or vote.attendance_id or "", vote.proxy_for)
        if voted_as[0] and voted_as in seen:
            yield f"{vote.name} voted twice."
        seen.add(voted_as)
        if line is None:
            if vote.person_id is not None or vote.attendance_id is not None:
                yield f"{vote.name} voted, but does not stand in the attendance."
        elif not room.is_here(line, moment):
            yield f"{vote.name} voted, but was not in the room."
        elif room.is_recused(line, moment):
            yield f"{vote.name} voted in spite of a declared interest."
        elif seated and not vote.proxy_for:
            yield from _no_right(vote, [one for one in known if one.line is line])


def _is_of(vote: Vote, line_id: UUID, person_id: UUID | None) -> bool:
    if vote.attendance_id is not None:
        return vote.attendance_id == line_id
    return vote.person_id is not None and vote.person_id == person_id


def _no_right(vote: Vote, as_seen: Sequence[Voter]) -> Iterator[str]:
    """Say why somebody has no vote; at a joint meeting, a vote on one board is enough."""
    if as_seen and not any(voter.may for voter in as_seen):
        yield f"{vote.name or line_words(as_seen[0].line)} voted, but may not: {as_seen[0].reason}"


def _settled(record: MeetingRecord, event: VoteEvent, count: Count) -> Iterator[Contradiction]:
    result = count.result if event.result is VoteResult.UNCLEAR else event.result
    for decision in record.decisions:
        if decision.id != event.decision_id:
            continue
        place = decision_words(record, decision)
        said = []
        if _disagree(decision.result, result):
            said.append(f"The decision is {decision.result}, but the vote on it is {result}.")
        if decision.method in (Method.UNANIMOUS, Method.CONSENSUS) and count.tally.no:
            against = plural(count.tally.no, "vote was", "votes were")
            said.append(f"The decision is called {decision.method}, but {against} against.")
        for sentence in said:
            yield Contradiction(place=place, sentence=sentence, about=decision.id)
    for motion in record.motions:
        if motion.id == event.motion_id and _disagree(motion.result, result):
            sentence = f"The motion is {motion.result}, but the vote on it is {result}."
            yield Contradiction(
                place=f"{item_words(item_of(record, motion.item_id))}, motion", sentence=sentence, about=motion.id
            )


def _disagree(settled: Result | None, voted: VoteResult) -> bool:
    if voted is VoteResult.CARRIED:
        return settled is Result.LOST
    return voted in (VoteResult.LOST, VoteResult.TIED) and settled in CARRIED
