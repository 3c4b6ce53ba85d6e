"""What an agenda warns of while something can still be done: sectors not involved, proposals waiting, short calls."""

from collections.abc import Iterator

from boardroom.documents.blocks import Block, Callout, Span, words
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.phrases import counted, listed, number_word, upper_first
from boardroom.documents.compose.source import Source
from boardroom.domain.involvement import Gap
from boardroom.domain.warned import CallWarning, StrandWarning, Waiting
from boardroom.domain.words import Stage

_STAGES = {Stage.SPECIFICATION: "Its specification", Stage.PROCUREMENT: "Its procurement"}
_LABEL = "Warning"


def warning_blocks(source: Source) -> Iterator[Block]:
    """Give a callout for each thing that the board is warned of, the strands first."""
    warned = source.record.warned
    for strand in warned.strands:
        yield Callout(
            lead=words(not_involved(strand), bold=True),
            label=_LABEL,
            lines=tuple(_lines(source, strand)),
        )
    for wait in warned.waiting:
        yield Callout(lead=words(waiting(wait), bold=True), label=_LABEL)
    for call in warned.calls:
        yield Callout(lead=words(short_call(call), bold=True), label=_LABEL)


def not_involved(strand: StrandWarning) -> str:
    """Return which sectors have taken no part in planning a strand."""
    return f"Not yet involved in planning “{strand.strand}”: {listed([one.value for one in strand.gap.sectors])}."


def begins(gap: Gap) -> str:
    """Return when the stage begins after which it is late: `Its specification is planned from …`."""
    when = short_date(gap.on)
    return f"{_STAGES[gap.stage]} began on {when}." if gap.entered else f"{_STAGES[gap.stage]} is planned from {when}."


def waiting(wait: Waiting) -> str:
    """Return how many proposals wait too long."""
    have = "waits" if wait.count == 1 else "wait"
    to = f" to {wait.board}" if wait.board else ""
    told = f"{counted(wait.count, 'proposal')}{to} {have} for an answer for longer than the {wait.promised} days agreed"
    return f"{upper_first(told)}: the oldest for {wait.longest} days."


def short_call(call: CallWarning) -> str:
    """Return that a call is too short."""
    named = f"Call {call.number} on “{call.strand}”" if call.number else f"The call on “{call.strand}”"
    open_for = counted(call.weeks, "week") if call.weeks else "less than a week"
    return f"{named} is open for {open_for}; {number_word(call.agreed)} are agreed, and no reason is given."


def _lines(source: Source, strand: StrandWarning) -> Iterator[tuple[Span, ...]]:
    yield words(begins(strand.gap))
    if strand.call_closes is not None:
        yield words(f"A call for proposals closes on {short_date(strand.call_closes)}.")
    item = strand.item
    if item is None:
        yield words("It is on no agenda yet.")
    elif source.item(item.item_id) is not None:
        yield words(f"It is taken at {source.place(item.item_id)}.")
    else:
        yield words(f"It comes to the meeting of {short_date(item.day)}.")
