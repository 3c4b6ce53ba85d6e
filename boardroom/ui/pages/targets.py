"""Where the thing that a step was about is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardroom.ui.links import Link

if TYPE_CHECKING:
    from boardroom.store.queries.targets import Target

# Where a change of each kind of thing is shown; what isn't here is shown where it stands in its meeting.
_PAGE_OF = {
    "proposal": "proposals",
    "action": "actions",
    "decision": "decisions",
    "person": "partners",
    "organisation": "partners",
    "seat": "partners",
    "interest": "partners",
    "board": "settings",
    "terms_of_reference": "settings",
}


def place_of(target: Target) -> Link:
    """Return the link to what a step was about."""
    page = _PAGE_OF.get(target.entity)
    if page is not None:
        return Link(page, target.entity, target.id, target.meeting_id, target.item_id)
    if target.item_id is not None:
        return Link("meeting", "agenda_item", target.item_id, target.meeting_id, target.item_id)
    if target.meeting_id is not None:
        return Link("meeting", "meeting", target.meeting_id, target.meeting_id)
    return Link("history", target.entity, target.id)
