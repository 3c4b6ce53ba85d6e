"""The times in which items were taken, corrected by the secretary."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from itertools import pairwise
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.refusal import Refusal
from boardroom.domain.running import Taking
from boardroom.domain.time_used import seconds_between
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.standing_rows import standing
from boardroom.store.queries.agenda import days_of
from boardroom.store.queries.running import takings_of


def correct_taking(
    session: Session, taking_id: UUID, *, began: time | Kept | None = KEPT, ended: time | Kept | None = KEPT
) -> Taking:
    """Correct when an item was taken; one that followed or went before at the same moment moves with it.

    Two items are not taken at once. Times that overlap already, as after a clock was set back, can be put right one by
    one.

    Args:
        session: of the unit of work.
        taking_id: the time of the item.
        began: when the item was begun.
        ended: when it was over.

    Raises:
        Refusal: a time is missing, an item would end before it began or reach into another one, it is being taken
            still, or the row is gone.
    """
    taking = standing(session, Taking, taking_id, "That time of the item")
    takings = list(takings_of(session, taking.meeting_id))
    at = takings.index(taking)
    old_began, old_ended = taking.began, taking.ended
    days = {day.id: day.held_on for day in days_of(session, taking.meeting_id)}
    overlapped = _overlaps(takings, days)
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
    changed = [taking, *_moved_along(takings, at, old_began, old_ended)]
    for one in changed:
        if one.ended is not None and one.ended < one.began and not seconds_between(one.began, one.ended):
            message = "An item can't end before it began."
            raise Refusal(message)
    if _overlaps(takings, days) - overlapped:
        message = "Another item was being taken then; correct that one's time first."
        raise Refusal(message)
    return taking


def _moved_along(takings: Sequence[Taking], at: int, old_began: time, old_ended: time | None) -> Iterator[Taking]:
    """Move the end before and the beginning after, where they touched a time that was changed, and give them."""
    taking = takings[at]
    for other in takings[max(at - 1, 0) : at]:
        if other.day_id == taking.day_id and other.ended == old_began:
            other.ended = taking.began
            yield other
    for other in takings[at + 1 : at + 2]:
        if other.day_id == taking.day_id and other.began == old_ended and taking.ended is not None:
            other.began = taking.ended
            yield other


def _overlaps(takings: Sequence[Taking], days: Mapping[UUID, date | None]) -> set[UUID]:
    """Return the times that begin before the one before them has ended, also across a break on the same date."""
    return {
        after.id
        for one, after in pairwise(takings)
        if days.get(one.day_id) == days.get(after.day_id)
        and one.ended is not None
        and after.began < one.ended
        and not seconds_between(one.ended, after.began)
    }
