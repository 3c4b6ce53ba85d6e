"""Where something came from, in words, and the link that leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.ui.kit.days import plain_day
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from boardroom.store.queries.origin import Origin


def origin_words(origin: Origin | None) -> str:
    """Return where something came from: `14th meeting, 3 December 2026, item 6`."""
    if origin is None:
        return QCoreApplication.translate("Origin", "Between meetings")
    item = ""
    if origin.item_number:
        item = QCoreApplication.translate("Origin", "item {}").format(origin.item_number)
    day = plain_day(origin.held_on) if origin.held_on is not None else ""
    words = ", ".join(part for part in (origin.meeting, day, item or origin.item_title) if part)
    return words or QCoreApplication.translate("Origin", "A meeting without a date")


def restricted_word(origin: Origin | None) -> str:
    """Return the word for what came up at an item that isn't for the public; empty for what is open."""
    return QCoreApplication.translate("Origin", "Restricted") if origin is not None and origin.restricted else ""


def origin_link(origin: Origin) -> Link:
    """Return the link to where something came from."""
    if origin.item_id is not None:
        return Link("meeting", "agenda_item", origin.item_id, origin.meeting_id, origin.item_id)
    return Link("meeting", "meeting", origin.meeting_id, origin.meeting_id)
