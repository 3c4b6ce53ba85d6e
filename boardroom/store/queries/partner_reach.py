"""What one partner may read of a board's restricted matter: decided by ids, before a word of it is loaded.

Source: product.md A3 and X9; Procurement Act 2023 ss.81-83. Members read restricted matter; who has no seat reads
none of it, and whoever has an interest in a strand never gets that strand's.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.board import Membership, Seat
from boardroom.domain.interests import Interest
from boardroom.store.queries.hidden import restricted_among
from boardroom.store.queries.sectors import in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What an organisation may not read among some items.

    `seated`: it sits on the board. `unsure`: it has an interest that is tied to no strand, so that nobody can tell
    what it concerns. `barred` are the strands that it has an interest in, `strands` those of each restricted item.
    """

    restricted: frozenset[UUID]
    seated: bool
    unsure: bool
    barred: frozenset[UUID]
    strands: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)

    def hides(self, item_id: UUID | None, *also: UUID | None) -> bool:
        """Return whether what stands at an item is kept from the organisation.

        Args:
            item_id: the item; None hides nothing.
            also: further strands that the matter belongs to.
        """
        if item_id is None or item_id not in self.restricted:
            return False
        if not self.seated or self.unsure:
            return True
        of = self.strands.get(item_id, frozenset()) | {one for one in also if one is not None}
        # Whose strand isn't known may be any strand's.
        return bool(self.barred) and (not of or not of.isdisjoint(self.barred))


def sits_for(organisation_id: UUID, today: date) -> tuple[ColumnElement[bool], ...]:
    """Say of memberships and their seats that somebody sits there for an organisation on a day."""
    return _for_whom() == organisation_id, *_standing(today)


def reach_of(
    session: Session, board_id: UUID, organisation_id: UUID, today: date, item_ids: Iterable[UUID | None]
) -> Reach:
    """Return what an organisation may not read among items of a board's meetings; as `reaches_of`."""
    return reaches_of(session, board_id, [organisation_id], today, item_ids)[organisation_id]


def reaches_of(
    session: Session, board_id: UUID, organisation_ids: Collection[UUID], today: date, item_ids: Iterable[UUID | None]
) -> dict[UUID, Reach]:
    """Return what organisations may not read among items of a board's meetings; one read for all.

    Args:
        session: of the board file.
        board_id: whose items they are.
        organisation_ids: who is to read.
        today: on which day they sit on the board, and have their interests.
        item_ids: the items.
    """
    wanted = [one for one in item_ids if one is not None]
    restricted = restricted_among(session, wanted)
    if not restricted:
        nothing = Reach(restricted=restricted, seated=False, unsure=True, barred=frozenset())
        return dict.fromkeys(organisation_ids, nothing)
    sitting = (
        select(_for_whom().label("organisation_id"), Membership.person_id, Seat.board_id)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(_for_whom().in_(organisation_ids), *_standing(today))
    )
    seated: set[UUID] = set()
    # Of whom an interest counts: an organisation's own, and those of who sits for it.
    whose = {one: {one} for one in organisation_ids}
    for row in session.execute(sitting):
        whose.setdefault(row.person_id, set()).add(row.organisation_id)
        if row.board_id == board_id:
            seated.add(row.organisation_id)
    tied: dict[UUID, set[UUID | None]] = {one: set() for one in organisation_ids}
    interests = select(Interest.organisation_id, Interest.person_id, Interest.strand_id).where(
        or_(Interest.organisation_id.in_(whose), Interest.person_id.in_(whose)), in_force(Interest, today)
    )
    for body, person, strand in session.execute(interests):
        for organisation_id in set[UUID]().union(*(whose.get(one, ()) for one in (body, person) if one is not None)):
            tied[organisation_id].add(strand)
    strands = _strands_of(session, restricted)
    return {
        one: Reach(
            restricted=restricted,
            seated=one in seated,
            unsure=None in tied[one],
            barred=frozenset(strand_id for strand_id in tied[one] if strand_id is not None),
            strands=strands,
        )
        for one in organisation_ids
    }


def _for_whom() -> ColumnElement[UUID]:
    return func.coalesce(Membership.organisation_id, Seat.organisation_id)


def _standing(today: date) -> tuple[ColumnElement[bool], ...]:
    return in_force(Membership, today), in_force(Seat, today)


def _strands_of(session: Session, item_ids: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Return the strands of items and of those that they stand under."""
    at = select(AgendaItem.id.label("item"), AgendaItem.parent_id, AgendaItem.strand_id)
    way = at.where(AgendaItem.id.in_(list(item_ids))).cte(recursive=True)
    above = select(way.c.item, AgendaItem.parent_id, AgendaItem.strand_id)
    # UNION, not UNION ALL: circles are survived.
    way = way.union(above.join(AgendaItem, AgendaItem.id == way.c.parent_id))
    found: dict[UUID, frozenset[UUID]] = {}
    for item, strand in session.execute(select(way.c.item, way.c.strand_id).where(way.c.strand_id.is_not(None))):
        found[item] = found.get(item, frozenset()) | {strand}
    return found
