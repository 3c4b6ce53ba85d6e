"""Votes in words: the sentence with method and figures, and who voted how, sector by sector."""

from collections.abc import Iterable, Sequence

from boardroom.documents.compose.phrases import ended
from boardroom.documents.compose.source import Source
from boardroom.domain.tally import result_of_event
from boardroom.domain.vote_sentence import VoteWords, sentence, vote_words
from boardroom.domain.votes import SectorTally, Vote, VoteEvent
from boardroom.domain.words import Method, Result, Sector, VoteMethod, VoteOption

_HOW = {
    Method.CONSENSUS: "by consensus",
    Method.UNANIMOUS: "unanimously",
    Method.MAJORITY: "by a majority",
    Method.VOTE: "by a vote",
    Method.SHOW_OF_HANDS: "on a show of hands",
    Method.RECORDED_VOTE: "by named vote",
    Method.BALLOT: "by ballot",
    Method.CHAIRS_RULING: "by the chair's ruling",
    Method.BETWEEN_MEETINGS: "between meetings",
}
_LABELS = {
    VoteOption.YES: "For",
    VoteOption.NO: "Against",
    VoteOption.ABSTAIN: "Abstained",
    VoteOption.ABSENT: "Absent",
    VoteOption.NOT_VOTING: "Not voting",
}
_CASTING = {VoteOption.YES: "for", VoteOption.NO: "against"}
_SAID_BY_VOTE = {
    Result.CARRIED: "Carried",
    Result.CARRIED_AS_AMENDED: "Carried as amended",
    Result.CARRIED_IN_PART: "Carried in part",
    Result.LOST: "Lost",
}


def result_line(
    source: Source, result: Result | None, method: Method | None, events: Sequence[VoteEvent], to: str = ""
) -> str:
    """Return what was settled and how, `Carried by named vote, 10 to 1, with 1 abstention`.

    Args:
        source: the record.
        result: what the decision or motion settled.
        method: how it was reached.
        events: the votes on it; only the first stands in this sentence.
        to: the body that a recommendation goes to.
    """
    plain = _plain_result(result, method, to)
    if not events:
        return plain
    if result in {None, Result.NOT_STATED}:
        return event_line(source, events[0])
    words, casting = _words(source, events[0])
    opening = _SAID_BY_VOTE.get(result) if result else None
    if opening is None and words.opening != "Lost":
        # The vote is on something other than what was settled ("recommended"): what it gave follows.
        lead = _plain_result(result, method if _says_more(events[0], method, words) else None, to).rstrip(".")
        return f"{lead}{words.how}{_with_result(words)}{casting}"
    if not words.opening:
        # The vote itself does not say; the decision does.
        rest = words.how + words.figures + casting
        return f"{plain.rstrip('.')}{rest}" if rest != "." else plain
    if opening is None or opening.split()[0] != words.opening:
        if events[0].method is not VoteMethod.NOT_STATED:
            plain = _plain_result(result, None, to)
        return f"{plain} {words.opening}{words.how}{words.figures}{casting}"
    how = f" {_HOW[method]}" if method is not None and _says_more(events[0], method, words) else ""
    return f"{opening}{how}{words.how}{words.figures}{casting}"


def _says_more(event: VoteEvent, method: Method | None, words: VoteWords) -> bool:
    """Whether the decision's method adds to what the vote itself says of how it was taken."""
    return event.method is VoteMethod.NOT_STATED and method in _HOW and "unanimously" not in words.how


def _with_result(words: VoteWords) -> str:
    """Return a vote's figures with its result before them, where both can stand: `, carried 10 to 1`."""
    rest = words.figures.removeprefix(", ")
    said = (rest[:1].isdigit() and " to " in rest.partition(",")[0]) or rest.startswith("on the casting vote")
    if not words.opening or not said or words.how.startswith((" unanimously", " nem. con.")):
        return words.figures
    return f", {words.opening.casefold()} {rest}"


def _words(source: Source, event: VoteEvent) -> tuple[VoteWords, str]:
    """Return a vote in words, and a sentence on a casting vote that the result doesn't rest on."""
    votes, sectors = _parts(source, event)
    count = result_of_event(event, votes, sectors)
    casting = ""
    if event.casting in _CASTING and not count.by_casting:
        by = f" by {event.casting_by}" if event.casting_by else ""
        casting = f" The casting vote was given {_CASTING[event.casting]}{by}."
    return vote_words(event, count, sectors), casting


def _parts(source: Source, event: VoteEvent) -> tuple[list[Vote], list[SectorTally]]:
    record = source.record
    return (
        source.under(record.votes, "vote_event_id", event.id),
        source.under(record.sector_tallies, "vote_event_id", event.id),
    )


def _plain_result(result: Result | None, method: Method | None, to: str) -> str:
    """Return result and method without figures, `Noted by consensus`."""
    how = f" {_HOW[method]}" if method in _HOW and method is not None else ""
    target = f" to {to}" if to else ""
    match result:
        case None:
            return f"Decided{how}." if how else ""
        case Result.NOT_STATED:
            return f"Decided{how}; the result is not stated." if how else "The result is not stated."
        case Result.CARRIED if method is Method.CHAIRS_RULING:
            return "By the chair's ruling."
        case Result.RECOMMENDED:
            return f"Recommended{how}{target}."
        case Result.REFERRED:
            return f"Referred{how}{target}."
        case _:
            return f"{result.value[:1].upper()}{result.value[1:]}{how}."


def event_line(source: Source, event: VoteEvent) -> str:
    """Return one vote in a sentence."""
    votes, sectors = _parts(source, event)
    return sentence(event, result_of_event(event, votes, sectors), sectors) + _words(source, event)[1]


def names_line(source: Source, event: VoteEvent) -> str:
    """Return who voted how: commas within a sector, semicolons between sectors."""
    chosen: dict[VoteOption, list[Vote]] = {option: [] for option in _LABELS}
    for vote in source.under(source.record.votes, "vote_event_id", event.id):
        chosen[vote.option].append(vote)
    return " ".join(f"{_LABELS[option]}: {ended(_by_sector(votes))}" for option, votes in chosen.items() if votes)


def _by_sector(votes: Iterable[Vote]) -> str:
    groups: dict[Sector, list[str]] = {sector: [] for sector in Sector}
    for vote in votes:
        name = f"{vote.proxy_for} (proxy: {vote.name})" if vote.proxy_for else vote.name
        groups[vote.sector or Sector.UNKNOWN].append(name)
    return "; ".join(", ".join(names) for names in groups.values() if names)
