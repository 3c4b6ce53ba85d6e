"""What the meeting said of the minutes of earlier ones, and corrections made after these were sealed."""

from collections.abc import Iterator, Sequence

from boardroom.documents.blocks import Block, BulletList, Heading, ListItem, Paragraph, Tone, words
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.phrases import ended, joined, upper_first
from boardroom.documents.compose.source import Source
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import MinutesConfirmation


def confirmations_at(source: Source, item: AgendaItem) -> Iterator[Block]:
    """Give what was said at an item of earlier minutes."""
    yield from _said(source, source.under(source.record.confirmations, "item_id", item.id))


def other_confirmations(source: Source) -> Iterator[Block]:
    """Give what was said of earlier minutes without an item."""
    rows = [row for row in source.record.confirmations if source.item(row.item_id) is None]
    if rows:
        yield Heading("Earlier minutes", 2)
        yield from _said(source, rows)


def _said(source: Source, rows: Sequence[MinutesConfirmation]) -> Iterator[Block]:
    for row in rows:
        day = row.of_date or (source.record.other_days.get(row.of_meeting_id) if row.of_meeting_id else None)
        when = short_date(day) if day else row.of_words
        what = f"The minutes of {when}" if when else "The minutes of an earlier meeting"
        changes = source.under(source.record.amendments, "confirmation_id", row.id)
        lead = joined((what, row.result), ": ")
        # The list says what was changed, so the sentence leads into it.
        yield Paragraph(words(f"{lead}, with these corrections:" if changes else ended(lead)))
        if changes:
            yield BulletList(tuple(ListItem(words(ended(upper_first(change.text)))) for change in changes))


def corrections(source: Source) -> Iterator[Block]:
    """Give the later, dated corrections; the minutes above them stay as they were sealed."""
    rows = sorted(source.record.corrections, key=lambda row: row.corrected_on)
    if not rows:
        return
    yield Heading("Corrections", 2)
    yield Paragraph(words("Made after these minutes were confirmed; the text above is unchanged."), Tone.SMALL)
    numbers = {one.id: one.reference or one.number for one in source.record.decisions}
    for row in rows:
        number = numbers.get(row.decision_id, "") if row.decision_id else ""
        where = joined((source.place(row.item_id), f"decision {number}" if number else ""), ", ")
        lead = joined((short_date(row.corrected_on), where), ", ")
        yield Paragraph(words(ended(f"{lead}: {row.text}")))
