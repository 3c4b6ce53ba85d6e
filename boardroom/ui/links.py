"""Where a thing is shown: what the palette, Home, search hits and the last place remembered lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Link:
    """A page, and the thing on it that is to be chosen.

    Attributes:
        page: the page's id (see `pages/__init__.py`).
        entity: table name of the thing, as in `Change.rows`; empty for the page itself.
        id: the thing's id.
        meeting_id: the meeting that it belongs to, for pages that show one meeting.
        item_id: the agenda item that it stands under.
    """

    page: str
    entity: str = ""
    id: UUID | None = None
    meeting_id: UUID | None = None
    item_id: UUID | None = None


_PAGES = {
    "action": "actions",
    "decision": "decisions",
    "proposal": "proposals",
    "person": "partners",
    "organisation": "partners",
    "seat": "partners",
    "interest": "partners",
    "strand": "strands",
    "outcome": "settings",
    "priority": "settings",
    "board": "settings",
    "terms_of_reference": "settings",
}
# … and of what has none, where it stands under no meeting.
_NOWHERE = {"meeting": "meetings"}


def link_to(entity: str, entity_id: UUID, meeting_id: UUID | None = None, item_id: UUID | None = None) -> Link:
    """Return the link that shows a thing where it is worked on: on its own page, at its meeting, else its history."""
    page = _PAGES.get(entity, "meeting" if meeting_id is not None else _NOWHERE.get(entity, "history"))
    return Link(page, entity, entity_id, meeting_id, item_id)
