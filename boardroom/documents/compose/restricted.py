"""What is said of a restricted item: that it isn't for the public, and on what ground."""

from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.phrases import ended, joined
from boardroom.documents.compose.source import Source
from boardroom.domain.agenda import AgendaItem


def restriction_line(source: Source, item: AgendaItem) -> str:
    """Return why an item is kept from the public; members also read the reason and the day of review.

    A sub-item without a ground of its own has that of the item it stands under.
    """
    holder: AgendaItem | None = item
    seen = set()
    while holder is not None and not (holder.ground or holder.restriction) and holder.id not in seen:
        seen.add(holder.id)
        holder = source.item(holder.parent_id)
    known = holder if holder is not None and holder.restricted else item
    ground = joined((str(known.restriction) if known.restriction else "", known.ground), ", ")
    line = ended(joined(("Not for the public", ground), ": "))
    if source.public:
        return line
    reason = ended(item.restriction_reason[:1].upper() + item.restriction_reason[1:])
    return joined((line, reason, f"To be reviewed on {short_date(item.review_on)}." if item.review_on else ""))
