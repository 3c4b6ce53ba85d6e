"""An agenda item in the minutes: its heading, what happened around it, and what was said and settled."""

from collections.abc import Iterator
from dataclasses import replace

from boardroom.documents.blocks import Block, Heading, Paragraph, Tone, words
from boardroom.documents.compose.actions import action_table
from boardroom.documents.compose.confirmations import confirmations_at
from boardroom.documents.compose.decisions import decision_blocks
from boardroom.documents.compose.declarations import declarations_at
from boardroom.documents.compose.motions import loose_votes, motion_blocks
from boardroom.documents.compose.papers import papers_line
from boardroom.documents.compose.paragraphs import minute_text
from boardroom.documents.compose.phrases import ended, joined, upper_first
from boardroom.documents.compose.points import point_blocks
from boardroom.documents.compose.proposals import proposal_table, proposals_at
from boardroom.documents.compose.restricted import restriction_line
from boardroom.documents.compose.source import Source
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.words import ItemState

_DEEPEST = 6
"""The lowest level of heading that HTML and Word know."""


def item_heading(source: Source, item: AgendaItem, *, top: int, margin: str) -> Iterator[Block]:
    """Give an item's heading, its title in other languages, and why the public may not see more.

    Args:
        source: the record.
        item: the item.
        top: the level of the agenda's own items; what stands under them goes deeper.
        margin: what stands in the outer margin: a minute number, or the time.
    """
    level = min(top + source.depth(item), _DEEPEST)
    yield Heading(source.title(item), level, number=item.number, margin=margin, language=source.language)
    for row in source.under(source.record.item_translations, "item_id", item.id):
        tone = Tone.SUBTITLE if row.field == "title" else Tone.SMALL
        yield Paragraph(words(row.text), tone, row.language)
    if source.is_restricted(item):
        yield Paragraph(restriction_line(source, item), Tone.SMALL)


def item_parts(source: Source, item: AgendaItem) -> tuple[list[Block], list[Block], list[Block]]:
    """Return what the minutes say under an item: before its minute text, that text, and after it."""
    head = list(item_heading(source, item, top=2, margin=item.minute_number))
    if source.public and source.is_restricted(item):
        return head, [], []
    remarks = joined(_remarks(source, item))
    if remarks:
        head.append(Paragraph(words(remarks), Tone.SMALL))
    around = [*declarations_at(source, item), *confirmations_at(source, item)]
    text = list(minute_text(source, source.under(source.record.paragraphs, "item_id", item.id)))
    settled = list(_settled(source, item))
    if around or text or settled:
        # What stands between a heading and its text stays with the text.
        head = [replace(block, keep_with_next=True) if isinstance(block, Paragraph) else block for block in head]
    return [*head, *around], text, settled


def _settled(source: Source, item: AgendaItem) -> Iterator[Block]:
    """Give what was put forward and settled under an item."""
    record = source.record
    proposals = proposals_at(source, item)
    yield from point_blocks(source, item, proposals)
    if proposals:
        yield proposal_table(source, proposals)
    yield from motion_blocks(source, item)
    yield from loose_votes(source, item)
    for decision in source.under(record.decisions, "item_id", item.id):
        if decision.meeting_id == record.meeting.id:
            yield from decision_blocks(source, decision)
    actions = source.under(record.actions, "item_id", item.id)
    if actions:
        yield action_table(source, actions)


def _remarks(source: Source, item: AgendaItem) -> Iterator[str]:
    """Give sentences on how the item came up and what became of it."""
    if item.taken_after:
        yield ended(f"Taken after item {item.taken_after}")
    if item.parent_words:
        yield ended(f"Under item {item.parent_words}")
    yield from urgency(item)
    if item.state is ItemState.DEFERRED:
        yield ended(joined(("Deferred", f"to {item.deferred_to}" if item.deferred_to else "")))
    elif item.state is ItemState.WITHDRAWN:
        yield "Withdrawn."
    yield papers_line(source, item)
    if item.agenda_note:
        yield ended(upper_first(item.agenda_note))


def urgency(item: AgendaItem) -> Iterator[str]:
    """Say that an item is late or urgent, with the chair's reason (LGA 1972 s.100B(4))."""
    if item.urgent:
        yield ended(joined(("Urgent item", item.late_reason), ": "))
    elif item.late_reason:
        yield ended(f"Late item: {item.late_reason}")
