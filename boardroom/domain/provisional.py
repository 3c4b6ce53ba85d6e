"""Whether what is settled at a moment stands, or is provisional because there was no quorum for it."""

from boardroom.domain.amending import CARRIED
from boardroom.domain.presence import IN_THE_ROOM, Moment
from boardroom.domain.quorum import quorum_at
from boardroom.domain.room import Room
from boardroom.domain.words import Method, Result


def was_quorate(room: Room, moment: Moment) -> bool | None:
    """Return whether there was a quorum: as stated, but for the item's own, which only the figures tell.

    None where neither says so. A number of people in the attendance can't be counted by seats.
    """
    record = room.record
    if not any(line.counted and line.status in IN_THE_ROOM for line in record.attendances):
        found = [quorum_at(room, board, moment).quorate for board in record.boards]
        if False in found:
            return False
        if found and None not in found:
            return True
    return record.meeting.quorate


def is_provisional(room: Room, moment: Moment, method: Method | None, result: Result | None) -> bool:
    """Whether a decision that is settled like that at a moment waits to be ratified by a quorate meeting.

    Before anybody is marked as here nothing is known of a quorum. Source: glossary, "Inquorate".
    """
    if result not in CARRIED or method is Method.BETWEEN_MEETINGS:
        return False
    marked = any(line.status in IN_THE_ROOM for line in room.record.attendances)
    return marked and was_quorate(room, moment) is False
