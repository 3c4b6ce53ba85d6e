"""What is said of a restricted item: that it isn't for the public, and on what ground."""

from boardroom.documents.blocks import Span, words
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.phrases import ended, joined, upper_first
from boardroom.documents.compose.source import Source
from boardroom.domain.agenda import AgendaItem


def restriction_line(source: Source, item: AgendaItem) -> tuple[Span, ...]:
    """Return why an item is kept from the public; members also read the reason and the day of review.

    A sub-item without a ground of its own has that of the item it stands under.
    """
    known = source.ground_of(item)
    ground = joined((str(known.restriction) if known.restriction else "", known.ground), ", ")
    mark = words(f"Not for the public{':' if ground else '.'}", bold=True)
    reason = "" if source.public else ended(upper_first(item.restriction_reason))
    review = f"To be reviewed on {short_date(item.review_on)}." if item.review_on else ""
    more = joined((ended(ground), reason, review))
    return (*mark, *words(f" {more}")) if more else mark
