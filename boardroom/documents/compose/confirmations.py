"""What the meeting said of the minutes of earlier ones, and corrections made after these were sealed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from boardroom.documents.blocks import Block, BulletList, Heading, ListItem, Paragraph, Tone, words
from boardroom.documents.compose.dates import month_name, short_date
from boardroom.documents.compose.phrases import ended, joined, upper_first
from boardroom.documents.compose.source import Source
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import MinutesConfirmation

_MINUTES = re.compile(r"\b(?:minutes|cofnodion)\b", re.IGNORECASE)
_SETTLED = re.compile(r"approv|confirm|correct|agree|accept|adopt|sign|ratif|receiv|cadarn|cymeradwy", re.IGNORECASE)
"""Beginnings of the words in which minutes are confirmed, in English and Welsh."""


def confirmations_at(source: Source, item: AgendaItem) -> Iterator[Block]:
    """Give what was said at an item of earlier minutes."""
    yield from _said(source, source.under(source.record.confirmations, "item_id", item.id))


def other_confirmations(source: Source) -> Iterator[Block]:
    """Give what was said of earlier minutes without an item."""
    blocks = list(_said(source, [row for row in source.record.confirmations if source.item(row.item_id) is None]))
    if blocks:
        yield Heading("Earlier minutes", 2)
        yield from blocks


def _said(source: Source, rows: Sequence[MinutesConfirmation]) -> Iterator[Block]:
    """Give what was settled and changed, as far as no decision of the meeting says it already."""
    for row in rows:
        day = _day(source, row)
        when = short_date(day) if day else row.of_words
        minutes = f"minutes of {when}" if when else "minutes of an earlier meeting"
        result = "" if _is_decided(source, row) else row.result
        changes = source.under(source.record.amendments, "confirmation_id", row.id)
        if changes:
            # The list says what was changed, so the sentence leads into it.
            lead = f"The {minutes}: {result}, with these" if result else f"In the {minutes} these"
            made = "corrections:" if result else "corrections were made:"
            yield Paragraph(words(f"{lead} {made}"), keep_with_next=True)
            yield BulletList(tuple(ListItem(words(ended(upper_first(change.text)))) for change in changes))
        elif result or not row.result:
            yield Paragraph(words(ended(joined((f"The {minutes}", result), ": "))))


def _is_decided(source: Source, row: MinutesConfirmation) -> bool:
    """Whether a decision of this meeting says the same of these minutes."""
    day = _day(source, row)
    settled = set(_SETTLED.findall(row.result.casefold()))
    for decision in source.record.decisions:
        item = source.item(decision.item_id)
        if item is None or (row.item_id is not None and row.item_id != item.id):
            continue
        said = f"{source.title(item)} {decision.wording}"
        if not _MINUTES.search(said) or not settled & set(_SETTLED.findall(decision.wording.casefold())):
            continue
        if _names(said, day) if day else row.item_id is not None:
            return True
    return False


def _day(source: Source, row: MinutesConfirmation) -> date | None:
    return row.of_date or (source.record.other_days.get(row.of_meeting_id) if row.of_meeting_id else None)


def _names(text: str, day: date) -> bool:
    """Whether a text names a day (`10 and 17 July`); the year may be left out, another one may not stand there."""
    others = r"(?:(?: and|,| to| &) [0-9]{1,2}(?:st|nd|rd|th)?)*"
    year = rf"(?! (?!{day.year})[0-9]{{4}})"
    pattern = rf"\b{day.day}(?:st|nd|rd|th)?{others} {month_name(day)}\b{year}"
    return re.search(pattern, text, re.IGNORECASE) is not None


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
