"""The times in which items were taken, corrected by the secretary."""

from datetime import time
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.refusal import Refusal
from boardroom.domain.running import Taking
from boardroom.domain.time_used import seconds_between
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.standing_rows import standing
from boardroom.store.queries.running import takings_of


def correct_taking(
    session: Session, taking_id: UUID, *, began: time | Kept | None = KEPT, ended: time | Kept | None = KEPT
) -> Taking:
    """Correct when an item was taken; one that followed or went before at the same moment moves with it.

    Args:
        session: of the unit of work.
        taking_id: the time of the item.
        began: when the item was begun.
        ended: when it was over.

    Raises:
        Refusal: a time is missing, an item would end before it began, it is being taken still, or the row is gone.
    """
    taking = standing(session, Taking, taking_id, "That time of the item")
    takings = list(takings_of(session, taking.meeting_id))
    at = takings.index(taking)
    old_began, old_ended = taking.began, taking.ended
    new_began, new_ended = given(began, old_began), given(ended, old_ended)
    if new_began is None:
        message = "Say when the item began."
        raise Refusal(message)
    if old_ended is None and new_ended is not None:
        message = "The item is being taken; its end is stamped when it is over."
        raise Refusal(message)
    if old_ended is not None and new_ended is None:
        message = "Say when the item ended."
        raise Refusal(message)
    taking.began, taking.ended = new_began, new_ended
    changed = [taking]
    for other in takings[max(at - 1, 0) : at]:
        if other.day_id == taking.day_id and other.ended == old_began:
            other.ended = new_began
            changed.append(other)
    for other in takings[at + 1 : at + 2]:
        if other.day_id == taking.day_id and other.began == old_ended and new_ended is not None:
            other.began = new_ended
            changed.append(other)
    for one in changed:
        if one.ended is not None and one.ended < one.began and not seconds_between(one.began, one.ended):
            message = "An item can't end before it began."
            raise Refusal(message)
    return taking
