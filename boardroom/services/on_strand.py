"""What stands on a strand: agenda items, put on one or taken off it."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.plan import Strand
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemKind
from boardroom.services.agenda import add_item
from boardroom.services.standing_rows import item_standing, standing
from boardroom.store.queries import plan as find
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.on_strand import NOT_TAKEN


def put_item_on(session: Session, item_id: UUID, strand_id: UUID | None) -> AgendaItem:
    """Say on which strand an agenda item is; None: on none. What is done at it counts as planning that strand.

    Raises:
        Refusal: item or strand is gone, or the strand is in the plan of a board that doesn't meet there.
    """
    item = item_standing(session, item_id)
    if strand_id is not None and not find.meets(session, item.meeting_id, _strand(session, strand_id).board_id):
        message = "That strand is in the plan of another board, which doesn't meet here."
        raise Refusal(message)
    item.strand_id = strand_id
    return item


def bring_to_meeting(session: Session, strand_id: UUID, meeting_id: UUID) -> AgendaItem:
    """Put an item on a strand last on the agenda of a meeting, called as the strand is.

    Raises:
        Refusal: strand or meeting is gone, its board doesn't meet there, notice was given, or it stands there already.
    """
    name = _strand(session, strand_id).name
    same = (one for one in items_of(session, meeting_id) if (one.strand_id, one.title) == (strand_id, name))
    if any(one.state not in NOT_TAKEN for one in same):
        message = f"“{name}” stands on that agenda already."
        raise Refusal(message)
    item = add_item(session, meeting_id, name, kind=ItemKind.DISCUSSION)
    return put_item_on(session, item.id, strand_id)


def _strand(session: Session, strand_id: UUID) -> Strand:
    return standing(session, Strand, strand_id, "That strand")
