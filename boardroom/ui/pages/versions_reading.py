"""Reading two versions of the minute text for the Versions page, in a job, and setting them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardroom.domain.compared import compare_texts
from boardroom.store.queries.versions import minute_text_at, versions_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from boardroom.domain.compared import Compared
    from boardroom.store.queries.versions import ItemText, Version
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.jobs import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoVersions:
    """What a job has read: the versions, and two texts of which the later one is `after`."""

    meeting_id: UUID
    versions: tuple[Version, ...]
    earlier: int | None
    later: int | None
    before: tuple[ItemText, ...]
    after: tuple[ItemText, ...]


def read_versions(
    desk: Desk, meeting_id: UUID, earlier: int | None, later: int | None, progress: Progress
) -> TwoVersions:
    """Read the versions of a meeting, and the texts of two of them; by default the one before the last, and now."""
    progress(0, 0)
    versions = tuple(desk.read(versions_of, meeting_id))
    progress(0, 0)
    if earlier is None and versions:
        earlier = versions[min(1, len(versions) - 1)].seq
    last = later if later is not None else (versions[0].seq if versions else None)
    before = tuple(desk.read(minute_text_at, meeting_id, earlier)) if earlier is not None else ()
    progress(0, 0)
    after = tuple(desk.read(minute_text_at, meeting_id, last)) if last is not None else ()
    return TwoVersions(
        meeting_id=meeting_id, versions=versions, earlier=earlier, later=later, before=before, after=after
    )


def item_by_item(
    before: Sequence[ItemText], after: Sequence[ItemText]
) -> list[tuple[str, UUID | None, list[Compared]]]:
    """Return both texts item by item: heading, id and paragraphs, in the agenda's order."""
    earlier = {one.item_id: one for one in before}
    later = {one.item_id: one for one in after}
    order = [one.item_id for one in after]
    for at, one in enumerate(before):
        if one.item_id not in later:
            # Behind the item that it stood behind: both versions are in the agenda's order.
            known = [order.index(other.item_id) for other in before[:at] if other.item_id in order]
            order.insert(max(known, default=-1) + 1, one.item_id)
    found = []
    for item_id in order:
        old, new = earlier.get(item_id), later.get(item_id)
        named = new or old
        heading = f"{named.number} {named.title}".strip() if named is not None else ""
        compared = compare_texts(old.paragraphs if old else (), new.paragraphs if new else ())
        found.append((heading, item_id, compared))
    return found
