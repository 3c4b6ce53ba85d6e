"""The agenda of a meeting: what is to be taken, when, led by whom, on which paper."""

from collections.abc import Iterator
from uuid import UUID

from boardroom.documents.blocks import Block, Document, Heading, Paragraph, Tone, words
from boardroom.documents.compose import front
from boardroom.documents.compose.dates import clock, long_date, short_date
from boardroom.documents.compose.items import item_heading, urgency
from boardroom.documents.compose.next_meeting import next_meeting
from boardroom.documents.compose.papers import papers_line
from boardroom.documents.compose.phrases import ended, joined, upper_first
from boardroom.documents.compose.source import Source
from boardroom.documents.compose.warned import warning_blocks
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.audience import Audience
from boardroom.domain.record import MeetingRecord
from boardroom.domain.timing import starting_times
from boardroom.domain.words import ItemKind, MeetingStatus

_KINDS = {
    ItemKind.DECISION: "For decision",
    ItemKind.DISCUSSION: "For discussion",
    ItemKind.INFORMATION: "For information",
}


def compose_agenda(record: MeetingRecord, audience: Audience) -> Document:
    """Return the agenda of a meeting for an audience; the same record gives the same blocks each time.

    Args:
        record: the meeting as loaded for this audience.
        audience: who is to read the agenda.
    """
    source = Source(record, audience)
    title = front.title(source, "Agenda for")
    boards = front.boards(source)
    day = f", {short_date(source.first_day)}" if source.first_day else ""
    return Document(
        title=f"{title}{day}",
        language="en-GB",
        blocks=tuple(_blocks(source, title)),
        running_head=boards,
        state=_state(source),
        footnote=front.agenda_footnote(source),
        subject=joined((boards, title), ": ") + day,
        author=boards,
    )


def _state(source: Source) -> str:
    status = source.record.meeting.status
    return upper_first(status.value) if status in {MeetingStatus.CANCELLED, MeetingStatus.POSTPONED} else "Agenda"


def _blocks(source: Source, title: str) -> Iterator[Block]:
    meeting = source.record.meeting
    yield Heading(title, 1)
    for line in _when_and_where(source):
        yield Paragraph(words(line), Tone.SUBTITLE)
    if len(source.board_names) > 1:
        yield Paragraph(words(f"Joint meeting of {front.boards(source)}"), Tone.SUBTITLE)
    if meeting.status in {MeetingStatus.CANCELLED, MeetingStatus.POSTPONED}:
        said = joined((f"This meeting is {meeting.status}", meeting.status_reason), ": ")
        yield Paragraph(words(ended(said), bold=True))
    if meeting.notice_given_on:
        yield Paragraph(words(f"Notice given on {long_date(meeting.notice_given_on)}."), Tone.SMALL)
    yield from warning_blocks(source)
    if source.items:
        yield Heading("Items", 2)
    times = _times(source)
    for item in source.items:
        yield from _item(source, item, times.get(item.id, ""))
    yield from next_meeting(source)


def _when_and_where(source: Source) -> Iterator[str]:
    days = source.record.days
    if not days:
        yield joined((source.record.meeting.venue, "Date not yet set"), ". ")
    for at, day in enumerate(days):
        venue = day.venue or (source.record.meeting.venue if at == 0 else "")
        times = f"at {clock(day.starts)}" if day.starts and not day.ends else front.times(day)
        when = long_date(day.held_on) if day.held_on else "Date not yet set"
        yield joined((joined((when, times)), venue), ", ")


def _item(source: Source, item: AgendaItem, at: str) -> Iterator[Block]:
    yield from item_heading(source, item, top=3, margin=at)
    if source.public and source.is_restricted(item):
        return
    line = joined(_remarks(source, item))
    if line:
        yield Paragraph(words(line), Tone.SMALL)
    if item.agenda_note:
        yield Paragraph(words(ended(upper_first(item.agenda_note))), language=source.language)


def _remarks(source: Source, item: AgendaItem) -> Iterator[str]:
    """Give what one must know to prepare for an item."""
    if item.kind in _KINDS and item.kind is not None:
        yield f"{_KINDS[item.kind]}."
    if item.lead:
        yield ended(f"Led by {item.lead}")
    if item.minutes_planned:
        yield "1 minute." if item.minutes_planned == 1 else f"{item.minutes_planned} minutes."
    yield papers_line(source, item)
    yield from urgency(item)
    if item.taken_after:
        yield ended(f"To be taken after item {item.taken_after}")
    if item.parent_words:
        yield ended(f"Under item {item.parent_words}")
    if item.deferred_to:
        yield ended(f"Deferred to {item.deferred_to}")


def _times(source: Source) -> dict[UUID, str]:
    """Return the time at which each item with planned minutes begins, as it is printed."""
    day = next(iter(source.record.days), None)
    times = starting_times(source.items, day.starts if day else None)
    told = {}
    for item in source.items:
        if source.public and source.is_restricted(item):
            # How long it takes is not told, so what follows can't be timed.
            break
        if item.id in times:
            told[item.id] = clock(times[item.id])
    return told
