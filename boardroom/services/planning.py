"""A meeting's own particulars: its name, place and days, that it was held, and taking out one that nobody has seen."""

from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.numbering import number_minutes
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.words import MeetingKind, MeetingStatus, MinuteNumbers
from boardroom.services.carrying import Carried, carry_agenda, carry_forward
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.meetings import plan_meeting
from boardroom.services.standing_rows import meeting_standing, standing
from boardroom.services.templates import put_template
from boardroom.store.queries import minute_numbers
from boardroom.store.queries import planning as find
from boardroom.store.queries.agenda import days_of, first_day, items_of


def change_meeting(  # noqa: PLR0913 - a meeting has these parts
    session: Session,
    meeting_id: UUID,
    *,
    name: str | Kept = KEPT,
    kind: MeetingKind | Kept | None = KEPT,
    venue: str | Kept = KEPT,
    next_date: date | Kept | None = KEPT,
    next_date_words: str | Kept = KEPT,
    next_words: str | Kept = KEPT,
) -> Meeting:
    """Change what a meeting says of itself; what isn't given stays.

    Raises:
        Refusal: the meeting is gone.
    """
    meeting = meeting_standing(session, meeting_id)
    meeting.name = clean_line(given(name, meeting.name))
    meeting.kind = given(kind, meeting.kind)
    meeting.venue = clean_line(given(venue, meeting.venue))
    meeting.next_date = given(next_date, meeting.next_date)
    meeting.next_date_words = clean_line(given(next_date_words, meeting.next_date_words))
    meeting.next_words = clean_text(given(next_words, meeting.next_words)).strip()
    return meeting


def change_day(  # noqa: PLR0913 - a day has these parts
    session: Session,
    day_id: UUID,
    *,
    held_on: date | Kept | None = KEPT,
    starts: time | Kept | None = KEPT,
    ends: time | Kept | None = KEPT,
    venue: str | Kept = KEPT,
    adjourned_because: str | Kept = KEPT,
) -> MeetingDay:
    """Change one day of a meeting; what isn't given stays. It may end after midnight.

    Raises:
        Refusal: notice was given for another date, the days would be out of order, or the day is gone.
    """
    day = standing(session, MeetingDay, day_id, "That day of the meeting")
    if held_on is not KEPT and held_on != day.held_on:
        _check_date(session, day, held_on)
        day.held_on = held_on
    day.starts, day.ends = given(starts, day.starts), given(ends, day.ends)
    day.venue = clean_line(given(venue, day.venue))
    day.adjourned_because = clean_line(given(adjourned_because, day.adjourned_because))
    return day


def mark_held(session: Session, meeting_id: UUID) -> Meeting:
    """Say that a planned meeting was held.

    Raises:
        Refusal: it was held already or called off, its date is open, or it is gone.
    """
    meeting = meeting_standing(session, meeting_id)
    if meeting.status is not MeetingStatus.PLANNED:
        message = f"This meeting is “{meeting.status or 'not stated'}” already; only a planned one is marked as held."
        raise Refusal(message)
    if first_day(session, meeting_id) is None:
        message = "Give the meeting its date first."
        raise Refusal(message)
    meeting.status = MeetingStatus.HELD
    return meeting


def draft_minutes(session: Session, meeting_id: UUID) -> Meeting:
    """Say that the minutes of a meeting are drafted and can be circulated, and number them by the host's rule.

    What has a minute number keeps it. Source: glossary, "Minute number: permanent".

    Raises:
        Refusal: it wasn't held, its minutes are confirmed already, or it is gone.
    """
    meeting = meeting_standing(session, meeting_id)
    if meeting.status not in {MeetingStatus.HELD, MeetingStatus.DRAFT_MINUTES, None}:
        message = f"This meeting is “{meeting.status}”; minutes are drafted of one that was held."
        raise Refusal(message)
    meeting.status = MeetingStatus.DRAFT_MINUTES
    _number_minutes(session, meeting_id)
    return meeting


def plan_next(  # noqa: PLR0913 - a meeting has these parts
    session: Session,
    board_id: UUID,
    held_on: date | None,
    *,
    from_id: UUID | None = None,
    template_id: UUID | None = None,
    name: str = "",
    starts: time | None = None,
    venue: str = "",
) -> tuple[Meeting, Carried]:
    """Plan a meeting whose agenda begins as an earlier one or a template says, with what is left to it.

    Args:
        session: of the unit of work.
        board_id: whose meeting it is.
        held_on: its day; None where that is open.
        from_id: the meeting whose procedural and standing items it takes over.
        template_id: the template that its agenda begins with.
        name: what it is called.
        starts: when it begins.
        venue: where it is.

    Returns:
        The meeting, and what was carried forward to it.

    Raises:
        Refusal: the earlier meeting or the template is gone.
    """
    meeting = plan_meeting(session, board_id, held_on, name=name, starts=starts, venue=venue)
    session.flush()
    if template_id is not None:
        put_template(session, meeting.id, template_id)
    if from_id is not None:
        return meeting, carry_agenda(session, meeting.id, from_id)
    return meeting, carry_forward(session, meeting.id)


def remove_meeting(session: Session, meeting_id: UUID) -> None:
    """Take out a planned meeting that nobody has seen, with its agenda, notes and whoever was expected.

    Raises:
        Refusal: notice was given or it was held (then it can be called off), something is recorded of it, or it
            is gone.
    """
    meeting = meeting_standing(session, meeting_id)
    if meeting.notice_given_on is not None or meeting.status is not MeetingStatus.PLANNED:
        message = "People know of this meeting: call it off instead, so that it stays in the record."
        raise Refusal(message)
    recorded = find.recorded_of(session, meeting_id)
    if recorded:
        message = f"{recorded} is recorded of this meeting; take that out first."
        raise Refusal(message)
    for row in find.rows_of(session, meeting_id):
        session.delete(row)
    session.delete(meeting)


def _number_minutes(session: Session, meeting_id: UUID) -> None:
    host = minute_numbers.host_of(session, meeting_id)
    if host is None or host.minute_numbers is MinuteNumbers.NONE:
        return
    items = items_of(session, meeting_id)
    given_before = minute_numbers.numbers_before(session, host, first_day(session, meeting_id))
    numbers = number_minutes(items, minute_numbers.minuted_of(session, meeting_id), given_before)
    for item in items:
        item.minute_number = numbers.get(item.id, item.minute_number)


def _check_date(session: Session, day: MeetingDay, held_on: date | None) -> None:
    meeting = meeting_standing(session, day.meeting_id)
    if meeting.notice_given_on is not None and meeting.status is MeetingStatus.PLANNED and day.held_on is not None:
        message = (
            f"Notice was given for {day.held_on.day} {day.held_on:%B %Y}: postpone the meeting and plan another one."
        )
        raise Refusal(message)
    if held_on is None:
        return
    for other in days_of(session, day.meeting_id):
        if other.held_on is None or other is day:
            continue
        if (other.held_on < held_on) is not (other.position < day.position) and other.held_on != held_on:
            message = f"The meeting also sat on {other.held_on.day} {other.held_on:%B %Y}; the days must be in order."
            raise Refusal(message)
