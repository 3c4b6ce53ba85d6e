"""What the second screen shows: the item, the wording that is decided and its result, and only what the public may see.

Everybody in the room reads it, the public too. So it goes by the rule of documents for the public: nothing that
`hidden_from_the_public` names is read here, not even to be left out later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, load_only

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.time_used import next_to_take
from boardroom.domain.words import Restriction
from boardroom.store.queries.hidden import Hidden, hidden_from_the_public, restricted_among
from boardroom.store.queries.meeting_page import HeadView, head_of
from boardroom.store.queries.projected_wording import Put, WordingShown, wording_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """An item as the public may see it; of a restricted one the title is its public title, maybe empty.

    `of` is how many items the agenda has, where its numbers simply count them.
    """

    id: UUID
    number: str
    of: int | None
    title: str
    restricted: bool
    restriction: Restriction | None
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectionView:
    """What stands on the second screen."""

    head: HeadView
    item: ItemShown | None
    coming: ItemShown | None
    wording: WordingShown | None


def projection_of(session: Session, meeting_id: UUID, item_id: UUID | None, put: Put | None = None) -> ProjectionView:
    """Return what the second screen shows of a meeting.

    Args:
        session: of the reading.
        meeting_id: the meeting.
        item_id: the item that is being taken.
        put: the wording that was put on the screen; one of another item, or that the public may not see, isn't there.

    Raises:
        Gone: the meeting is gone.
    """
    head = head_of(session, meeting_id)
    hidden = hidden_from_the_public(session, meeting_id)
    # Their places alone: no word of a restricted item is read.
    bare = load_only(
        AgendaItem.meeting_id,
        AgendaItem.parent_id,
        AgendaItem.position,
        AgendaItem.number,
        AgendaItem.kind,
        AgendaItem.state,
        raiseload=True,
    )
    wanted = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position, AgendaItem.id)
    items = session.scalars(wanted.options(bare)).all()
    after = next_to_take(items, item_id)
    return ProjectionView(
        head=head,
        item=_item(session, items, item_id, hidden),
        coming=_item(session, items, after.id if after is not None else None, hidden),
        wording=wording_shown(session, meeting_id, item_id, put, hidden),
    )


def is_public(session: Session, item_id: UUID) -> bool:
    """Whether the public may see an item."""
    return session.get(AgendaItem, item_id) is not None and not restricted_among(session, [item_id])


def _item(session: Session, items: Sequence[AgendaItem], item_id: UUID | None, hidden: Hidden) -> ItemShown | None:
    place = next((one for one in items if one.id == item_id), None)
    if place is None:
        return None
    secret = place.id in hidden.items
    # By columns: of a restricted item the title stays in the file.
    title = AgendaItem.public_title if secret else AgendaItem.title
    ground, restriction = "", None
    if secret:
        ground, restriction = _ground(session, items, place)
    return ItemShown(
        id=place.id,
        number=place.number,
        of=_count(items, place),
        title=session.scalar(select(title).where(AgendaItem.id == place.id)) or "",
        restricted=secret,
        restriction=restriction,
        ground=ground,
    )


def _ground(session: Session, items: Sequence[AgendaItem], place: AgendaItem) -> tuple[str, Restriction | None]:
    """Return why an item is kept from the public: its own ground, else that of the item it stands under."""
    above = {one.id: one.parent_id for one in items}
    grounds = {
        row.id: row
        for row in session.execute(
            select(AgendaItem.id, AgendaItem.ground, AgendaItem.restriction).where(
                AgendaItem.meeting_id == place.meeting_id, AgendaItem.restricted.is_(True)
            )
        )
    }
    at: UUID | None = place.id
    seen = set[UUID]()
    while at is not None and at not in seen:
        seen.add(at)
        row = grounds.get(at)
        if row is not None and (row.ground or row.restriction):
            return row.ground, row.restriction
        at = above.get(at)
    return "", None


def _count(items: Sequence[AgendaItem], place: AgendaItem) -> int | None:
    tops = [one for one in items if one.parent_id is None and one.number]
    counting = place in tops and all(one.number == str(at) for at, one in enumerate(tops, 1))
    return len(tops) if counting else None
