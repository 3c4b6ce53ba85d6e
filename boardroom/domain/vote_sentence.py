"""One sentence for the minutes about a vote."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from boardroom.domain.tally import Count, Tally, threshold_of
from boardroom.domain.votes import SectorTally, VoteEvent
from boardroom.domain.words import VoteBasis, VoteMethod, VoteOption, VoteResult

_METHOD = {
    VoteMethod.HANDS: " on a show of hands",
    VoteMethod.NAMED: " by named vote",
    VoteMethod.BALLOT: " by ballot",
    VoteMethod.SECTORS: " by sector vote",
    VoteMethod.NOT_STATED: "",
}
_OPENING = {
    VoteResult.CARRIED: "Carried",
    VoteResult.LOST: "Lost",
    VoteResult.TIED: "Lost",
    VoteResult.UNCLEAR: "",
}
_BASIS = {
    VoteBasis.CAST: "the votes cast",
    VoteBasis.PRESENT: "the voting members present",
    VoteBasis.ENTITLED: "all voting members",
}
_REST = {
    VoteOption.YES: "the rest in favour",
    VoteOption.NO: "the rest against",
    VoteOption.ABSTAIN: "the rest abstaining",
    VoteOption.ABSENT: "the rest being absent",
    VoteOption.NOT_VOTING: "the rest not voting",
}
_SMALL_WORDS = {
    Fraction(1, 2): "more than half",
    Fraction(2, 3): "at least two thirds",
    Fraction(3, 4): "at least three quarters",
    Fraction(3, 5): "at least three fifths",
    Fraction(4, 5): "at least four fifths",
    Fraction(1): "all",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteWords:
    """A vote in words, in parts.

    `Carried`, ` by named vote`, `, 10 to 1, with 1 abstention.`

    `opening` is empty where neither the record nor the figures give a result. Each further part brings
    its own space or comma; `figures` ends with the full stop.
    """

    opening: str
    how: str
    figures: str


def sentence(event: VoteEvent, count: Count, sectors: Sequence[SectorTally] = ()) -> str:
    """Return a vote as minutes say it, in one sentence.

    `Carried by named vote, 10 to 1, with 1 abstention.` The arguments are those of `vote_words`.
    """
    words = vote_words(event, count, sectors)
    if not words.opening:
        return f"Voted on{words.how}, the result not being stated{words.figures}"
    return words.opening + words.how + words.figures


def vote_words(event: VoteEvent, count: Count, sectors: Sequence[SectorTally] = ()) -> VoteWords:
    """Return a vote in words, for a sentence that opens in another way ("Carried as amended").

    Args:
        event: the vote as recorded; the result that it states is the one said, whatever the figures give
            (a contradiction is told elsewhere, the minutes keep to the record).
        count: what the tally gave, from `result_of_event`.
        sectors: the sectors' tallies, a sentence of their own at the end.

    A partial tally is printed as it was stated: a derived figure is no record of what was said.
    Source: glossary, "Method", "Nem. con.", "Casting vote".
    """
    tally, result = _told(event, count)
    figures = "".join(f", {part}" for part in [*_tie(event, count, result), *_figures(tally, event.rest)])
    needed = _needed(event)
    figures += f" ({needed})." if needed else "."
    if sectors:
        by_sector = "; ".join(_sector_words(one) for one in sectors)
        figures += f" {by_sector[:1].upper()}{by_sector[1:]}."
    return VoteWords(opening=_OPENING[result], how=_how(event, tally, result), figures=figures)


def result_lines(event: VoteEvent, count: Count) -> tuple[str, str]:
    """Return a vote as a whole room reads it from a screen: `Carried, 10 to 1`, and the rest of its sentence.

    Args:
        event: as in `vote_words`.
        count: as in `vote_words`.
    """
    tally, result = _told(event, count)
    figures = _figures(tally, event.rest)
    counted = figures[:1] if tally.yes is not None or tally.no is not None else []
    headline = ", ".join([_OPENING[result] or "Result not stated", *counted])
    needed = _needed(event)
    parts = [_how(event, tally, result).strip(), *_tie(event, count, result), *figures[len(counted) :], needed]
    rest = ", ".join(filter(None, parts))
    return headline, f"{rest[:1].upper()}{rest[1:]}." if rest else ""


def _told(event: VoteEvent, count: Count) -> tuple[Tally, VoteResult]:
    """Return the figures and the result that are said."""
    tally = count.tally if event.rest is None else _without_derived(count.tally, event)
    return tally, count.result if event.result is VoteResult.UNCLEAR else event.result


def _tie(event: VoteEvent, count: Count, result: VoteResult) -> list[str]:
    if count.tie and count.by_casting:
        return [f"on the casting vote of {event.casting_by or 'the Chair'}, the votes being equal"]
    return ["the votes being equal"] if count.tie or result is VoteResult.TIED else []


def _needed(event: VoteEvent) -> str:
    threshold = threshold_of(event)
    return "" if threshold is None else f"{_threshold_words(threshold)} of {_BASIS[event.basis]} needed"


def _how(event: VoteEvent, tally: Tally, result: VoteResult) -> str:
    """Say the method, and that nobody was against where that is stated."""
    against_nobody = result is VoteResult.CARRIED and tally.no == 0 and tally.yes != 0 and event.rest is None
    if not against_nobody:
        return _METHOD[event.method]
    # Without a stated number of abstentions, only "none against" is sure.
    return (" unanimously" if tally.abstain == 0 else " nem. con.") + _METHOD[event.method]


def _figures(tally: Tally, rest: VoteOption | None) -> list[str]:
    figures = []
    if tally.yes is not None and tally.no is not None:
        figures.append(f"{tally.yes} to {tally.no}")
    elif tally.yes is not None:
        figures.append(f"{tally.yes} in favour")
    elif tally.no is not None:
        figures.append(f"{tally.no} against")
    if tally.abstain:
        figures.append(f"with {tally.abstain} {'abstention' if tally.abstain == 1 else 'abstentions'}")
    if tally.not_voting:
        figures.append(f"{tally.not_voting} not voting")
    if tally.absent:
        figures.append(f"{tally.absent} absent")
    if rest is not None:
        figures.append(_REST[rest])
    return figures


def _without_derived(tally: Tally, event: VoteEvent) -> Tally:
    return Tally(
        yes=tally.yes if event.yes is not None else None,
        no=tally.no if event.no is not None else None,
        abstain=tally.abstain if event.abstain is not None else None,
        absent=tally.absent if event.absent is not None else None,
        not_voting=tally.not_voting if event.not_voting is not None else None,
    )


def _threshold_words(threshold: Fraction) -> str:
    return _SMALL_WORDS.get(threshold, f"at least {threshold.numerator} in {threshold.denominator}")


def _sector_words(one: SectorTally) -> str:
    figures = _figures(Tally(yes=one.yes, no=one.no, abstain=one.abstain), None)
    if (one.yes, one.no) == (0, 0):
        # Nobody voted: only abstentions are left to be told.
        figures = [figure.removeprefix("with ") for figure in figures[1:]] or ["no votes"]
    return f"{one.sector}: {', '.join(figures) or 'not stated'}"
