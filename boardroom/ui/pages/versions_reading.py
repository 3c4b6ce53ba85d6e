"""Reading two versions of the minute text for the Versions page, in a job, and setting them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardroom.domain.compared import compare_texts
from boardroom.store.queries.versions import texts_at, versions_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from boardroom.domain.compared import Compared
    from boardroom.store.queries.versions import ItemText, Version
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.jobs import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoVersions:
    """What a job has read: the versions of a meeting or of one item, and two texts, of which the later is `after`."""

    meeting_id: UUID
    item_id: UUID | None
    versions: tuple[Version, ...]
    earlier: int | None
    later: int | None
    before: tuple[ItemText, ...]
    after: tuple[ItemText, ...]


def read_versions(
    desk: Desk, meeting_id: UUID, item_id: UUID | None, wanted: tuple[int | None, int | None], progress: Progress
) -> TwoVersions:
    """Read the versions of a meeting, or of one item, and two of their texts; by default the last but one, and now."""
    earlier, later = wanted
    progress(0, 0)
    versions = tuple(desk.read(versions_of, meeting_id, item_id))
    progress(0, 0)
    if earlier is None and versions:
        earlier = versions[min(1, len(versions) - 1)].seq
    last = later if later is not None else (versions[0].seq if versions else None)
    before = tuple(desk.read(texts_at, meeting_id, earlier, item_id)) if earlier is not None else ()
    progress(0, 0)
    after = tuple(desk.read(texts_at, meeting_id, last, item_id)) if last is not None else ()
    return TwoVersions(
        meeting_id=meeting_id,
        item_id=item_id,
        versions=versions,
        earlier=earlier,
        later=later,
        before=before,
        after=after,
    )


def item_by_item(before: Sequence[ItemText], after: Sequence[ItemText]) -> list[tuple[ItemText, list[Compared]]]:
    """Return both versions text by text, each as the later one has it, and its paragraphs, in the agenda's order."""
    earlier = {(one.item_id, one.kind): one for one in before}
    later = {(one.item_id, one.kind): one for one in after}
    order = list(later)
    for at, one in enumerate(before):
        if (one.item_id, one.kind) not in later:
            # Behind the item that it stood behind: both versions are in the agenda's order.
            known = [order.index(key) for key in list(earlier)[:at] if key in order]
            order.insert(max(known, default=-1) + 1, (one.item_id, one.kind))
    found = []
    for key in order:
        old, new = earlier.get(key), later.get(key)
        named = new or old
        if named is not None:
            found.append((named, compare_texts(old.paragraphs if old else (), new.paragraphs if new else ())))
    return found
