"""What minutes draw from outside their meeting: boards and terms, names, earlier decisions, other days.

All of it lives on after the minutes are sealed. So the seal keeps it as it was, as text, and sealed minutes
are composed from that (docs/decisions/0007).
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from boardroom.domain.board import Board, Membership, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.canonical import canonical, row_from_plain, row_to_plain
from boardroom.domain.record import BoardAtMeeting, MeetingRecord


def surroundings_of(record: MeetingRecord) -> str:
    """Return what a record holds that belongs to no meeting or to another one, as canonical JSON.

    An object with `boards` in order, and by id the names of `people` and `organisations`, the `decisions`
    of other meetings, and the first `days` of these.
    """
    return canonical(
        {
            "boards": [_board_to_plain(board) for board in record.boards],
            "people": {str(one.id): one.name for one in record.people.values()},
            "organisations": {str(one.id): one.name for one in record.organisations.values()},
            "decisions": {str(one.id): row_to_plain(one) for one in record.other_decisions.values()},
            "days": {str(meeting_id): day.isoformat() for meeting_id, day in record.other_days.items()},
        }
    )


def board_from_plain(data: Mapping[str, Any]) -> BoardAtMeeting:
    """Return a board as it stood, from one of the `boards` of `surroundings_of`.

    Raises:
        ValueError: it is none.
    """
    try:
        return BoardAtMeeting(
            board=row_from_plain(Board, data["board"]),
            terms=None if data["terms"] is None else row_from_plain(TermsOfReference, data["terms"]),
            needs=[row_from_plain(QuorumNeed, one) for one in data["needs"]],
            seats=[row_from_plain(Seat, one) for one in data["seats"]],
            memberships=[row_from_plain(Membership, one) for one in data["memberships"]],
            filled_seat_ids=frozenset(UUID(one) for one in data["filled"]),
        )
    except (AttributeError, KeyError, TypeError) as error:
        message = "this is no board as it stood on a day"
        raise ValueError(message) from error


def _board_to_plain(board: BoardAtMeeting) -> dict[str, object]:
    return {
        "board": row_to_plain(board.board),
        "terms": None if board.terms is None else row_to_plain(board.terms),
        "needs": [row_to_plain(one) for one in board.needs],
        "seats": [row_to_plain(one) for one in board.seats],
        "memberships": [row_to_plain(one) for one in board.memberships],
        "filled": sorted(str(one) for one in board.filled_seat_ids),
    }
