"""Minutes of a meeting, as a good clerk writes them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from boardroom.documents.blocks import Block, Document, Heading, Paragraph, SignatureLines, Tone, words
from boardroom.documents.compose import front
from boardroom.documents.compose.actions import all_actions
from boardroom.documents.compose.attendance import attendance
from boardroom.documents.compose.confirmations import corrections, other_confirmations
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.decisions import decision_blocks
from boardroom.documents.compose.declarations import other_declarations
from boardroom.documents.compose.items import item_parts
from boardroom.documents.compose.motions import vote_blocks
from boardroom.documents.compose.next_meeting import next_meeting
from boardroom.documents.compose.paragraphs import minute_text
from boardroom.documents.compose.phrases import ended, joined, upper_first
from boardroom.documents.compose.proposals import other_proposals
from boardroom.documents.compose.source import Source
from boardroom.domain.audience import Audience
from boardroom.domain.record import MeetingRecord
from boardroom.domain.words import MeetingKind, MeetingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the minutes say at one item (None: before the first), parted where its minute text stands."""

    item_id: UUID | None
    before: tuple[Block, ...]
    text: tuple[Block, ...]
    after: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole minutes, part by part: the same blocks in the same order as in the document."""

    opening: Part
    items: tuple[Part, ...]
    closing: tuple[Block, ...]


def compose_minutes(record: MeetingRecord, audience: Audience) -> Document:
    """Return the minutes of a meeting for an audience.

    Args:
        record: the meeting as loaded for this audience.
        audience: who is to read the minutes.

    The same record gives the same blocks each time. Source: product A1, A3; domain-facts, "Good minutes".
    """
    source = Source(record, audience)
    title = front.title(source, _noun(source))
    boards = front.boards(source)
    day = f", {short_date(source.first_day)}" if source.first_day else ""
    return Document(
        title=f"{title}{day}",
        language="en-GB",
        blocks=tuple(_blocks(source, title)),
        running_head=boards,
        state=front.state(source),
        footnote=front.footnote(source),
        reference=front.reference(source),
        subject=joined((boards, title), ": ") + day,
        author=boards,
    )


def _noun(source: Source) -> str:
    return "Notes of" if source.record.meeting.kind is MeetingKind.INFORMAL else "Minutes of"


def lay_out_minutes(record: MeetingRecord) -> Sheet:
    """Return the minutes of a meeting as members read them, parted where their minute text stands."""
    source = Source(record, Audience.MEMBERS)
    return _sheet(source, front.title(source, _noun(source)))


def _blocks(source: Source, title: str) -> Iterator[Block]:
    sheet = _sheet(source, title)
    for part in (sheet.opening, *sheet.items):
        yield from (*part.before, *part.text, *part.after)
    yield from sheet.closing


def _sheet(source: Source, title: str) -> Sheet:
    text = minute_text(source, source.under(source.record.paragraphs, "item_id", None))
    opening = Part(item_id=None, before=tuple(_opening(source, title)), text=tuple(text), after=())
    items = []
    for item in source.items:
        before, said, after = item_parts(source, item)
        items.append(Part(item_id=item.id, before=tuple(before), text=tuple(said), after=tuple(after)))
    return Sheet(opening=opening, items=tuple(items), closing=tuple(_closing(source)))


def _opening(source: Source, title: str) -> Iterator[Block]:
    yield Heading(title, 1)
    for line in front.held(source):
        yield Paragraph(words(line), Tone.SUBTITLE)
    if len(source.board_names) > 1:
        yield Paragraph(words(f"Joint meeting of {front.boards(source)}"), Tone.SUBTITLE)
    yield from _standing(source)
    if front.was_held(source):
        yield from attendance(source)
    yield from other_declarations(source)
    yield from other_confirmations(source)


def _closing(source: Source) -> Iterator[Block]:
    yield from _without_item(source)
    yield from other_proposals(source)
    yield from _between_meetings(source)
    if source.record.actions:
        yield Heading("Actions", 2)
        yield all_actions(source)
    signature = list(_signature(source))
    for block in next_meeting(source):
        # A place to sign alone on a page could be put behind any minutes.
        yield replace(block, keep_with_next=True) if signature and isinstance(block, Paragraph) else block
    yield from signature
    yield from corrections(source)


def _standing(source: Source) -> Iterator[Block]:
    """Say at the top what changes how all the rest is read."""
    meeting = source.record.meeting
    match meeting.status:
        case MeetingStatus.CANCELLED | MeetingStatus.POSTPONED:
            said = joined((upper_first(meeting.status.value), meeting.status_reason), ": ")
            yield Paragraph(words(ended(said), bold=True))
        case _ if meeting.status_reason:
            yield Paragraph(words(ended(upper_first(meeting.status_reason))))
    if meeting.quorate is False:
        provisional = any(one.provisional for one in source.record.decisions)
        more = " What was decided is provisional until a quorate meeting ratifies it." if provisional else ""
        yield Paragraph(words(f"The meeting had no quorum.{more}", bold=True))


def _without_item(source: Source) -> Iterator[Block]:
    """Give the meeting's decisions and votes that stand under no item."""
    record = source.record
    decisions = [
        one for one in record.decisions if one.meeting_id == record.meeting.id and source.item(one.item_id) is None
    ]
    votes = [
        one
        for one in record.vote_events
        if source.item(one.item_id) is None and one.motion_id is None and one.decision_id is None
    ]
    if not decisions and not votes:
        return
    yield Heading("Other decisions", 2)
    for decision in decisions:
        yield from decision_blocks(source, decision)
    for event in votes:
        yield from vote_blocks(source, event)


def _between_meetings(source: Source) -> Iterator[Block]:
    """Give the decisions that were taken since the last meeting and are minuted here (product M13)."""
    decisions = [one for one in source.record.decisions if one.meeting_id != source.record.meeting.id]
    if decisions:
        yield Heading("Decisions between meetings", 2)
        for decision in decisions:
            yield from decision_blocks(source, decision)


def _signature(source: Source) -> Iterator[Block]:
    """Give the place for the signature; sealed minutes say who signed."""
    if not front.was_held(source):
        return
    seal = next(iter(source.record.seals), None)
    if seal is None:
        yield Paragraph(words("Signed as a correct record:"), Tone.SMALL, keep_with_next=True)
        yield SignatureLines(("Chair", "Date"))
        return
    yield Paragraph(words(f"Signed as a correct record by {seal.signed_by} on {short_date(seal.signed_on)}."))
