"""What can be done next with a meeting, by how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardroom.domain.words import MeetingStatus

if TYPE_CHECKING:
    from boardroom.store.queries.meeting_page import HeadView

_NEXT = {
    MeetingStatus.HELD: ("meetings.open", "meetings.draft", "meeting.minutes"),
    MeetingStatus.DRAFT_MINUTES: ("export", "meeting.minutes", "meetings.confirm"),
    MeetingStatus.CONFIRMED: ("export", "meeting.minutes", "meetings.seal"),
}
_LATER = ("export", "meetings.open", "meeting.minutes")


def commands_of(head: HeadView) -> tuple[str, ...]:
    """Return what can be done next with a meeting, the likeliest last."""
    if head.sealed or head.status is None:
        return _LATER
    if head.status is not MeetingStatus.PLANNED:
        return _NEXT.get(head.status, _LATER)
    if head.notice_given_on is None:
        return ("meetings.open", "item.add", "meetings.notice")
    return ("export", "room.open", "meetings.open")
