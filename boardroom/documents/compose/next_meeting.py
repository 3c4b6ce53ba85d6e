"""When the next meeting is, as agenda and minutes end."""

from collections.abc import Iterator

from boardroom.documents.blocks import Block, Heading, Paragraph, words
from boardroom.documents.compose.dates import long_date
from boardroom.documents.compose.phrases import ended, upper_first
from boardroom.documents.compose.source import Source


def next_meeting(source: Source) -> Iterator[Block]:
    """Give the next meeting, by its date or in the words used."""
    meeting = source.record.meeting
    when = long_date(meeting.next_date) if meeting.next_date else meeting.next_date_words
    said = f"{when} ({meeting.next_words})" if when and meeting.next_words else when or meeting.next_words
    if said:
        yield Heading("Next meeting", 2)
        yield Paragraph(words(ended(upper_first(said))))
