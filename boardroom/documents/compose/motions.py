"""Motions and their amendments, with the votes on them, as far as no decision says it already."""

from collections.abc import Iterator

from boardroom.documents.blocks import Block, Paragraph, Span, Tone, words
from boardroom.documents.compose.decisions import moved_by, says_more, votes_on
from boardroom.documents.compose.phrases import ended, joined
from boardroom.documents.compose.source import Source
from boardroom.documents.compose.votes import event_line, names_line, result_line
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.decisions import Decision
from boardroom.domain.text import Run
from boardroom.domain.votes import Motion, VoteEvent


def motion_blocks(source: Source, item: AgendaItem) -> Iterator[Block]:
    """Give an item's motions, each followed by its amendments."""
    record = source.record
    here = source.under(record.motions, "item_id", item.id)
    tops = [motion for motion in here if not source.under(record.motions, "id", motion.amends_id)]
    seen = set()
    waiting = [(motion, "Motion" if motion.amends_id is None else "Amendment") for motion in reversed(tops)]
    # Amendments that amend each other in a circle have no first one; they follow as they stand.
    waiting = [(motion, "Amendment") for motion in reversed(here) if motion.amends_id is not None] + waiting
    while waiting:
        motion, label = waiting.pop()
        if motion.id in seen:
            continue
        seen.add(motion.id)
        amendments = source.under(record.motions, "amends_id", motion.id)
        decision = next(iter(source.under(record.decisions, "motion_id", motion.id)), None)
        if decision is None or says_more(source, motion, decision):
            yield from _motion(source, motion, label, decision)
        waiting += [(amendment, "Amendment") for amendment in reversed(amendments)]


def loose_votes(source: Source, item: AgendaItem) -> Iterator[Block]:
    """Give the votes at an item that were on no motion and settled no decision of the record."""
    for event in source.under(source.record.vote_events, "item_id", item.id):
        if event.motion_id is None and event.decision_id is None:
            yield from vote_blocks(source, event)


def vote_blocks(source: Source, event: VoteEvent) -> Iterator[Block]:
    """Give one vote by itself."""
    yield Paragraph((Run("Vote", bold=True), Run(f" {event_line(source, event)}")))
    names = names_line(source, event)
    if names:
        yield Paragraph(words(names), Tone.SMALL)


def _motion(source: Source, motion: Motion, label: str, decision: Decision | None) -> Iterator[Block]:
    yield Paragraph(
        (Run(label, bold=True), Run(f" {ended(motion.wording)}")), language=source.language, keep_with_next=True
    )
    events = source.under(source.record.vote_events, "motion_id", motion.id)
    if decision is not None:
        told = votes_on(source, decision)
        events = [event for event in events if event not in told and event.decision_id is None]
    moved = moved_by(source.person(motion.mover_id, motion.mover), source.person(motion.seconder_id, motion.seconder))
    result = "" if decision is not None else result_line(source, motion.result, None, events)
    spans: tuple[Span, ...] = (Run(joined((moved, "")) + (" " if moved and result else "")), Run(result, bold=True))
    if moved or result:
        yield Paragraph(tuple(span for span in spans if isinstance(span, Run) and span.text), Tone.SMALL)
    for at, event in enumerate(events):
        if at or decision is not None:
            yield from vote_blocks(source, event)
            continue
        names = names_line(source, event)
        if names:
            yield Paragraph(words(names), Tone.SMALL)
