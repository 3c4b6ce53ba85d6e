"""What one partner may read of a board's restricted matter: decided by ids, before a word of it is loaded.

Source: product.md A3 and X9; Procurement Act 2023 ss.81-83. Members read restricted matter; who has no seat reads
none of it, and whoever has an interest in a strand never gets that strand's.
"""

from collections.abc import Iterable, Mapping
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
    for_whom = func.coalesce(Membership.organisation_id, Seat.organisation_id)
    return for_whom == organisation_id, in_force(Membership, today), in_force(Seat, today)


def reach_of(
    session: Session, board_id: UUID, organisation_id: UUID, today: date, item_ids: Iterable[UUID | None]
) -> Reach:
    """Return what an organisation may not read among items of a board's meetings.

    Args:
        session: of the board file.
        board_id: whose items they are.
        organisation_id: who is to read.
        today: on which day it sits on the board, and has its interests.
        item_ids: the items.
    """
    wanted = [one for one in item_ids if one is not None]
    restricted = restricted_among(session, wanted)
    if not restricted:
        return Reach(restricted=restricted, seated=False, unsure=True, barred=frozenset())
    sitting = (
        select(Membership.person_id).join(Seat, Seat.id == Membership.seat_id).where(*sits_for(organisation_id, today))
    )
    on_board = sitting.where(Seat.board_id == board_id).limit(1)
    interests = session.scalars(
        select(Interest.strand_id).where(
            or_(Interest.organisation_id == organisation_id, Interest.person_id.in_(sitting)),
            in_force(Interest, today),
        )
    ).all()
    return Reach(
        restricted=restricted,
        seated=session.scalar(on_board) is not None,
        unsure=None in interests,
        barred=frozenset(one for one in interests if one is not None),
        strands=_strands_of(session, restricted),
    )


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
