"""What a vote gave: tallies, also partial ones, measured against a threshold."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from boardroom.domain.votes import SectorTally, Vote, VoteEvent
from boardroom.domain.words import VoteBasis, VoteOption, VoteResult

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many voted in which way; None where that is not stated. `rest` is what all others did."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    absent: int | None = None
    not_voting: int | None = None
    rest: VoteOption | None = None

    def count(self, option: VoteOption) -> int | None:
        """Return the count of one option."""
        match option:
            case VoteOption.YES:
                return self.yes
            case VoteOption.NO:
                return self.no
            case VoteOption.ABSTAIN:
                return self.abstain
            case VoteOption.ABSENT:
                return self.absent
            case VoteOption.NOT_VOTING:
                return self.not_voting

    @property
    def here(self) -> int:
        """How many of those in the room are accounted for; absent ones are not in it."""
        return sum(self.count(option) or 0 for option in VoteOption if option is not VoteOption.ABSENT)

    @property
    def is_empty(self) -> bool:
        """Whether no count is stated at all."""
        return all(self.count(option) is None for option in VoteOption)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRule:
    """What a motion needs.

    A `threshold` of None is a simple majority: more yes than no. One half means more than half; any other
    fraction at least that part of the `basis` ("two thirds" is carried by exactly two thirds).
    `casting_allowed` says whether the terms give the chair a casting vote.
    """

    threshold: Fraction | None = None
    basis: VoteBasis = VoteBasis.CAST
    casting_allowed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """How many have a vote: in the room, and in all; None where that is not known."""

    present: int | None = None
    entitled: int | None = None


SIMPLE_MAJORITY = VoteRule()
NOT_KNOWN = Members()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What a tally gave: the result, whether the casting vote made it, and the tally with the rest filled in."""

    result: VoteResult
    tally: Tally
    tie: bool
    by_casting: bool
    warnings: tuple[str, ...]

    @property
    def carried(self) -> bool:
        """Whether the motion is carried; a tie that nobody breaks is not."""
        return self.result is VoteResult.CARRIED


def stated_tally(event: VoteEvent) -> Tally:
    """Return the counts as they stand in the record."""
    return Tally(
        yes=event.yes,
        no=event.no,
        abstain=event.abstain,
        absent=event.absent,
        not_voting=event.not_voting,
        rest=event.rest,
    )


def tally_of_votes(votes: Iterable[Vote]) -> Tally:
    """Count a named vote from the members' own votes."""
    counts = Counter(vote.option for vote in votes)
    return Tally(
        yes=counts[VoteOption.YES],
        no=counts[VoteOption.NO],
        abstain=counts[VoteOption.ABSTAIN],
        absent=counts[VoteOption.ABSENT],
        not_voting=counts[VoteOption.NOT_VOTING],
    )


def tally_of_sectors(tallies: Sequence[SectorTally]) -> Tally:
    """Add up the sectors; an option that one of them does not state is not stated for all."""

    def total(counts: list[int | None]) -> int | None:
        known = [count for count in counts if count is not None]
        return sum(known) if counts and len(known) == len(counts) else None

    return Tally(
        yes=total([one.yes for one in tallies]),
        no=total([one.no for one in tallies]),
        abstain=total([one.abstain for one in tallies]),
    )


def tally_of(event: VoteEvent, votes: Sequence[Vote] = (), sectors: Sequence[SectorTally] = ()) -> Tally:
    """Return the tally of a vote: as stated where it is stated, else counted from members' or sectors' votes."""
    stated = stated_tally(event)
    if not stated.is_empty:
        return stated
    return tally_of_votes(votes) if votes else tally_of_sectors(sectors)


def with_rest(tally: Tally, present: int | None) -> tuple[Tally, tuple[str, ...]]:
    """Fill in "the rest" of a partial tally from the number present, and say that it was done.

    Source: data, edge case "partial tally" ("16 for, the rest against"): derived from the attendance.
    """
    if tally.rest is None:
        return tally, ()
    if tally.count(tally.rest) is not None:
        return tally, (f'The votes "{tally.rest}" are stated both as a number and as the rest.',)
    if present is None:
        return tally, ("How many the rest are can't be told, because the number present is not known.",)
    if tally.rest is VoteOption.ABSENT:
        return tally, ("The rest are said to be absent, so they can't be counted from those present.",)
    rest = present - tally.here
    if rest < 0:
        return tally, (f"More votes are counted ({tally.here}) than voting members were present ({present}).",)
    said = f"The rest ({rest}) is worked out from the {present} voting members present."
    return _with_count(tally, tally.rest, rest), (said,)


def _with_count(tally: Tally, option: VoteOption, count: int) -> Tally:
    match option:
        case VoteOption.YES:
            return replace(tally, yes=count)
        case VoteOption.NO:
            return replace(tally, no=count)
        case VoteOption.ABSTAIN:
            return replace(tally, abstain=count)
        case VoteOption.ABSENT:
            return replace(tally, absent=count)
        case VoteOption.NOT_VOTING:
            return replace(tally, not_voting=count)


def result_of(
    tally: Tally,
    rule: VoteRule = SIMPLE_MAJORITY,
    members: Members = NOT_KNOWN,
    casting: VoteOption | None = None,
) -> Count:
    """Return what a tally gave.

    Args:
        tally: the counts; a partial one is filled in from the members present where they are known.
        rule: what the motion needs.
        members: how many have a vote.
        casting: how the chair broke a tie.

    A casting vote counts only on a tie of votes cast under a simple majority, and only where the terms
    allow it; a tie without one is not carried. Source: LGA 1972 Sch 12 para 39 (majority of those
    present and voting; second or casting vote on equality); product S3, M6.
    """
    full, warnings = with_rest(tally, members.present)
    if rule.threshold is None or (rule.threshold == HALF and rule.basis is VoteBasis.CAST):
        result = _simple(full, members.present)
    else:
        base, missing = _base(full, rule.basis, members)
        result = VoteResult.UNCLEAR if base is None else _special(full, rule.threshold, base)
        warnings += missing
    tie = result is VoteResult.TIED
    said = list(warnings)
    by_casting = False
    if casting is not None and not tie:
        said.append("A casting vote is recorded, but the votes were not equal.")
    elif casting is not None and not rule.casting_allowed:
        said.append("A casting vote is recorded, but the terms of reference give the chair none.")
    elif casting in (VoteOption.YES, VoteOption.NO):
        result = VoteResult.CARRIED if casting is VoteOption.YES else VoteResult.LOST
        by_casting = True
    return Count(result=result, tally=full, tie=tie, by_casting=by_casting, warnings=tuple(said))


def _simple(tally: Tally, present: int | None) -> VoteResult:
    """More yes than no; what is not stated is bounded by the number present, and decides if it can't matter."""
    if tally.yes is not None and tally.no is not None:
        if tally.yes == tally.no:
            return VoteResult.TIED
        return VoteResult.CARRIED if tally.yes > tally.no else VoteResult.LOST
    if present is None or tally.is_empty or tally.here > present:
        return VoteResult.UNCLEAR
    unknown = present - tally.here
    if tally.yes is not None and tally.yes > unknown:
        return VoteResult.CARRIED
    if tally.no is not None and tally.no > unknown:
        return VoteResult.LOST
    return VoteResult.UNCLEAR


def _base(tally: Tally, basis: VoteBasis, members: Members) -> tuple[int | None, tuple[str, ...]]:
    match basis:
        case VoteBasis.CAST:
            if tally.yes is None or tally.no is None:
                return None, ("Votes for and against must both be known for a majority of the votes cast.",)
            return tally.yes + tally.no, ()
        case VoteBasis.PRESENT:
            known, what = members.present, "voting members were present"
        case VoteBasis.ENTITLED:
            known, what = members.entitled, "voting members there are"
    return known, () if known is not None else (f"How many {what} is not known, so the majority can't be checked.",)


def _special(tally: Tally, threshold: Fraction, base: int) -> VoteResult:
    if tally.yes is None:
        return VoteResult.UNCLEAR
    needed = base * threshold
    # Nobody's vote is no majority, whatever the fraction of nothing is.
    enough = tally.yes > needed if threshold == HALF else tally.yes >= needed
    return VoteResult.CARRIED if enough and tally.yes > 0 else VoteResult.LOST


def result_of_event(
    event: VoteEvent,
    votes: Sequence[Vote] = (),
    sectors: Sequence[SectorTally] = (),
    members: Members = NOT_KNOWN,
    *,
    casting_allowed: bool = True,
) -> Count:
    """Return what a recorded vote gave, from its own counts or else its members' or sectors' votes."""
    rule = VoteRule(threshold=threshold_of(event), basis=event.basis, casting_allowed=casting_allowed)
    return result_of(tally_of(event, votes, sectors), rule, members, event.casting)


def threshold_of(event: VoteEvent) -> Fraction | None:
    """Return the part of the votes that a motion needed; None for a simple majority."""
    if event.threshold_numerator is None or not event.threshold_denominator:
        return None
    return Fraction(event.threshold_numerator, event.threshold_denominator)
