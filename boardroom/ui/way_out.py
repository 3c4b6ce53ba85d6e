"""Where Escape leads from a page that has no step of its own left to take."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from boardroom.ui.commands.places import PLACES
from boardroom.ui.links import Link
from boardroom.ui.pages import UNDER

if TYPE_CHECKING:
    from boardroom.ui.pages.page import Page


class Way(Enum):
    """What is no page of its own."""

    RAIL = "to the rail"
    BACK = "to where one was before"


def way_out(page: Page, behind: Link | None) -> Way | Link:
    """Return where one step out of a page leads.

    Args:
        page: the page that is shown.
        behind: where one was before, if anywhere.
    """
    if page.is_held:
        # A meeting that is in session isn't left by one Escape too many.
        return Way.RAIL
    link = page.link()
    if page.id in UNDER:
        if behind is not None and behind.page in UNDER and behind.meeting_id == link.meeting_id:
            # Such as the item from which the whole minutes were opened.
            return Way.BACK
        return Link(UNDER[page.id], "meeting", link.meeting_id or link.id)
    return Way.RAIL if page.id in {place.page for place in PLACES} else Way.BACK
