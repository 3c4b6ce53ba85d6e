"""Decisions, set so that the eye finds them, and the dissent recorded with them."""

from collections.abc import Iterator
from uuid import UUID

from boardroom.documents.blocks import Block, Callout, Paragraph, Span, plain_text, words
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.phrases import ended, joined, upper_first
from boardroom.documents.compose.source import Source
from boardroom.documents.compose.votes import event_line, names_line, result_line
from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.votes import Motion, VoteEvent
from boardroom.domain.words import LinkKind, Result

_LINKS = {
    LinkKind.RATIFIES: "Ratifies",
    LinkKind.AMENDS: "Amends",
    LinkKind.SUPERSEDES: "Supersedes",
}
_TARGETS = frozenset({Result.RECOMMENDED, Result.REFERRED})


def decision_blocks(source: Source, decision: Decision) -> Iterator[Block]:
    """Give a decision with method, figures, names and conditions, then the dissent."""
    lead = decision.wording
    if decision.reference and decision.number and decision.number != decision.reference:
        lead = f"{decision.number} {lead}"
    yield Callout(
        lead=words(lead, bold=True),
        label="Decision",
        number=decision.reference or decision.number,
        lines=tuple(line for line in _lines(source, decision) if plain_text(line)),
        language=source.language,
    )
    for dissent in source.under(source.record.dissents, "decision_id", decision.id):
        name = source.person(dissent.person_id, dissent.name)
        text = joined((f"{name} asked that this dissent be recorded", dissent.words), ": ")
        yield Paragraph(words(ended(text)))


def votes_on(source: Source, decision: Decision) -> list[VoteEvent]:
    """Return the votes that settled a decision: its own, else those on its motion."""
    events = source.under(source.record.vote_events, "decision_id", decision.id)
    if events or decision.motion_id is None:
        return events
    on_motion = source.under(source.record.vote_events, "motion_id", decision.motion_id)
    return [event for event in on_motion if event.decision_id is None]


def moved_by(mover: str, seconder: str) -> str:
    """Return who moved and who seconded, in a sentence."""
    if mover:
        return f"Moved by {mover}, seconded by {seconder}." if seconder else f"Moved by {mover}."
    return f"Seconded by {seconder}." if seconder else ""


def _lines(source: Source, decision: Decision) -> Iterator[tuple[Span, ...]]:
    """Give the lines under the wording, most needed first."""
    if decision.provisional:
        yield words("Provisional: taken without a quorum.", bold=True)
    if decision.decided_on is not None and decision.meeting_id != source.record.meeting.id:
        yield words(f"Decided on {short_date(decision.decided_on)}, between meetings.")
    yield from _how_settled(source, decision)
    for condition in source.under(source.record.conditions, "decision_id", decision.id):
        yield words(ended(f"Condition: {condition.text}"))
    if decision.recommended_to and decision.result not in _TARGETS:
        yield words(ended(f"Recommended to {decision.recommended_to}"))
    if decision.reserved_to:
        yield words(ended(f"The decision is reserved to {decision.reserved_to}"))
    for link in source.under(source.record.decision_links, "decision_id", decision.id):
        yield words(_link(source, link))
    yield words(ended(upper_first(decision.remark)))


def _how_settled(source: Source, decision: Decision) -> Iterator[tuple[Span, ...]]:
    """Give mover and seconder, method and figures, and who voted how."""
    events = votes_on(source, decision)
    to = decision.recommended_to if decision.result in _TARGETS else ""
    result = result_line(source, decision.result, decision.method, events, to)
    moved = _moved(source, decision)
    lead = words(f"{moved} " if result else moved) if moved else ()
    yield (*lead, *words(result, bold=True)) if result else lead
    for at, event in enumerate(events):
        if at:
            yield words(f"Further vote: {event_line(source, event)}")
        yield words(names_line(source, event))


def _moved(source: Source, decision: Decision) -> str:
    motion = next(iter(source.under(source.record.motions, "id", decision.motion_id)), None)
    if motion is None or says_more(source, motion, decision):
        return moved_by(decision.mover, decision.seconder)
    return moved_by(
        decision.mover or source.person(motion.mover_id, motion.mover),
        decision.seconder or source.person(motion.seconder_id, motion.seconder),
    )


def says_more(source: Source, motion: Motion, decision: Decision) -> bool:
    """Whether a motion has to be printed beside the decision on it: amended on the way, or worded otherwise."""
    amended = bool(source.under(source.record.motions, "amends_id", motion.id))
    return amended or motion.wording.strip().casefold() != decision.wording.strip().casefold()


def _link(source: Source, link: DecisionLink) -> str:
    """Return what a decision does to an earlier one; the words as stated where nothing was found."""
    what = _LINKS[link.kind]
    earlier = _earlier(source, link.of_decision_id)
    if earlier is not None:
        day = source.record.other_days.get(earlier.meeting_id) if earlier.meeting_id else earlier.decided_on
        number = earlier.reference or earlier.number
        name = f"decision {number}" if number else "the decision"
        when = f" of {short_date(day)}" if day else ""
        return ended(f"{what} {name}{when}" + ("" if number else f": {earlier.wording}"))
    if link.of_meeting_id is not None:
        day = source.record.other_days.get(link.of_meeting_id)
        when = f"of {short_date(day)}" if day else "whose date is not recorded"
        return f"{what} the decisions of the meeting {when}."
    return ended(f"{what}: {link.words}") if link.words else ""


def _earlier(source: Source, decision_id: UUID | None) -> Decision | None:
    if decision_id is None:
        return None
    here = next(iter(source.under(source.record.decisions, "id", decision_id)), None)
    return here or source.record.other_decisions.get(decision_id)
