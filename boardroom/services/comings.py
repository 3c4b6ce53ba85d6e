"""Coming and going: somebody's times in the room, by the clock, by the item or in words.

Whoever has none was there throughout.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.attendance import Attendance, Stay
from boardroom.domain.presence import IN_THE_ROOM
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import Presence
from boardroom.services.attendance import line_standing
from boardroom.services.standing_rows import item_standing, standing
from boardroom.store.queries.attendance import stays_of


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A moment of coming or going, said in one way at least; `day_id` where the meeting has several days."""

    at: time | None = None
    item_id: UUID | None = None
    words: str = ""
    day_id: UUID | None = None


def arrive(session: Session, attendance_id: UUID, when: When) -> Stay:
    """Record when somebody came, or came back; who was absent is present from then on.

    Said again before they left, it words the same arrival anew.

    Raises:
        Refusal: it isn't said when, or the line or the item is gone.
    """
    line = line_standing(session, attendance_id)
    when = _said(session, line, when)
    stays = stays_of(session, attendance_id)
    stay = stays[-1] if stays and not is_over(stays[-1]) else _new(session, line, stays)
    _come(line, stay, when)
    return stay


def leave(session: Session, attendance_id: UUID, when: When) -> Stay:
    """Record when somebody left; said again before they came back, it words the same departure anew.

    Raises:
        Refusal: it isn't said when, they aren't at the meeting, or the line or the item is gone.
    """
    line = line_standing(session, attendance_id)
    when = _said(session, line, when)
    stays = stays_of(session, attendance_id)
    stay = stays[-1] if stays else _new(session, line, stays)
    _go(line, stay, when)
    return stay


def stay_anew(
    session: Session, attendance_id: UUID, stay_id: UUID | None, arrival: When | None, *, departure: When | None
) -> None:
    """Say a time in the room anew, both its ends; an end that isn't given was not said.

    Args:
        session: of the unit of work.
        attendance_id: whose it is.
        stay_id: the time that is said anew; None for a first one.
        arrival: when they came.
        departure: when they left.

    Raises:
        Refusal: as `arrive` and `leave`, or the time in the room is gone.
    """
    line = line_standing(session, attendance_id)
    stay = None if stay_id is None else standing(session, Stay, stay_id, "That coming or going")
    if arrival is None and departure is None:
        if stay is not None:
            session.delete(stay)
        return
    # Where it stands, never by taking it out: other times in the room stay as they are.
    stay = stay or _new(session, line, stays_of(session, attendance_id))
    stay.arrived_at, stay.arrived_item_id, stay.arrived_words = None, None, ""
    stay.left_at, stay.left_item_id, stay.left_words = None, None, ""
    if arrival is not None:
        _come(line, stay, _said(session, line, arrival))
    if departure is not None:
        _go(line, stay, _said(session, line, departure))


def _come(line: Attendance, stay: Stay, when: When) -> None:
    stay.arrived_at, stay.arrived_item_id, stay.arrived_words = when.at, when.item_id, when.words
    stay.day_id = when.day_id or stay.day_id
    if line.status not in IN_THE_ROOM:
        line.status = Presence.PRESENT


def _go(line: Attendance, stay: Stay, when: When) -> None:
    if line.status not in IN_THE_ROOM:
        message = f"{line.name or line.role} isn't at the meeting, so can't leave it."
        raise Refusal(message)
    stay.left_at, stay.left_item_id, stay.left_words = when.at, when.item_id, when.words
    stay.day_id = when.day_id or stay.day_id


def _said(session: Session, line: Attendance, when: When) -> When:
    words = clean_line(when.words)
    if when.at is None and when.item_id is None and not words:
        message = "Say when: a time, an item, or in words."
        raise Refusal(message)
    if when.item_id is not None:
        item_standing(session, when.item_id, line.meeting_id)
    return When(at=when.at, item_id=when.item_id, words=words, day_id=when.day_id)


def is_over(stay: Stay) -> bool:
    """Whether a time in the room has an end."""
    return stay.left_at is not None or stay.left_item_id is not None or bool(stay.left_words)


def _new(session: Session, line: Attendance, earlier: Sequence[Stay]) -> Stay:
    position = earlier[-1].position + 1 if earlier else 0
    stay = Stay(meeting_id=line.meeting_id, attendance_id=line.id, position=position)
    session.add(stay)
    return stay
