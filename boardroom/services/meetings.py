"""The life of a meeting: planned, noticed, held, adjourned, its minutes confirmed, sealed and corrected."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.audience import Audience
from boardroom.domain.decisions import Decision
from boardroom.domain.fingerprint import record_hash
from boardroom.domain.meeting import Correction, Meeting, MeetingBoard, MeetingDay, MinutesConfirmation, Seal
from boardroom.domain.refusal import Refusal
from boardroom.domain.surroundings import surroundings_of
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.words import MeetingKind, MeetingStatus, Result
from boardroom.services.standing_rows import meeting_standing
from boardroom.services.stated import stated_text
from boardroom.store.queries import agenda as find
from boardroom.store.queries.meetings import load_meeting
from boardroom.store.queries.settled import is_ratified

_ACCEPTED = frozenset({Result.CARRIED, Result.CARRIED_AS_AMENDED, None})


def plan_meeting(  # noqa: PLR0913 - a meeting has these parts
    session: Session,
    board_id: UUID,
    held_on: date | None,
    *,
    name: str = "",
    starts: time | None = None,
    venue: str = "",
    kind: MeetingKind = MeetingKind.ORDINARY,
) -> Meeting:
    """Plan a meeting of a board; the date may be open."""
    meeting = Meeting(name=clean_line(name), kind=kind, venue=clean_line(venue))
    session.add_all(
        [
            meeting,
            MeetingBoard(meeting_id=meeting.id, board_id=board_id),
            MeetingDay(meeting_id=meeting.id, held_on=held_on, starts=starts),
        ]
    )
    return meeting


def give_notice(session: Session, meeting_id: UUID, on: date) -> Meeting:
    """Record the day on which notice of a meeting was given; the caller makes this step a barrier to undo.

    Raises:
        Refusal: the meeting is gone, or notice was given before.
    """
    meeting = meeting_standing(session, meeting_id)
    if meeting.notice_given_on is not None:
        message = f"Notice was given on {meeting.notice_given_on:%d %B %Y} already."
        raise Refusal(message)
    meeting.notice_given_on = on
    return meeting


def call_off(session: Session, meeting_id: UUID, reason: str, *, postponed: bool = False) -> Meeting:
    """Cancel or postpone a meeting, with the reason that those invited are told.

    Raises:
        Refusal: no reason is given, or the meeting was held.
    """
    meeting = meeting_standing(session, meeting_id)
    if meeting.status is not MeetingStatus.PLANNED:
        message = f"This meeting is {meeting.status or 'held'}; only a planned one can be called off."
        raise Refusal(message)
    reason = stated_text(reason, "Give the reason: those invited will be told.")
    meeting.status = MeetingStatus.POSTPONED if postponed else MeetingStatus.CANCELLED
    meeting.status_reason = reason
    return meeting


def reconvene(
    session: Session, meeting_id: UUID, held_on: date, *, starts: time | None = None, because: str = ""
) -> MeetingDay:
    """Go on with an adjourned meeting on another day: one record, one more date.

    Raises:
        Refusal: the new day lies before the last one.
    """
    days = find.days_of(session, meeting_standing(session, meeting_id).id)
    last = days[-1] if days else None
    if last is not None and last.held_on is not None and held_on < last.held_on:
        message = f"The meeting was adjourned on {last.held_on:%d %B %Y}; it can't be reconvened before that."
        raise Refusal(message)
    if last is not None:
        last.adjourned_because = clean_line(because)
    day = MeetingDay(meeting_id=meeting_id, position=last.position + 1 if last else 0, held_on=held_on, starts=starts)
    session.add(day)
    return day


def confirm_minutes(session: Session, meeting_id: UUID, decision_id: UUID) -> MinutesConfirmation:
    """Record that a later meeting's decision confirmed these minutes as a correct record.

    Raises:
        Refusal: the decision is of the same meeting, of none, was lost, or was taken without a quorum.
    """
    meeting = meeting_standing(session, meeting_id)
    at_meeting_id, item_id = _confirming(session, meeting_id, decision_id)
    days = find.days_of(session, meeting_id)
    confirmation = MinutesConfirmation(
        meeting_id=at_meeting_id,
        item_id=item_id,
        of_meeting_id=meeting_id,
        of_date=days[0].held_on if days else None,
        result="confirmed as a correct record",
    )
    meeting.status = MeetingStatus.CONFIRMED
    session.add(confirmation)
    return confirmation


def seal_minutes(session: Session, meeting_id: UUID, decision_id: UUID, *, signed_by: str, signed_on: date) -> Seal:
    """Seal confirmed and signed minutes: from here on they can only be corrected.

    The caller makes this step a barrier to undo. Source: Local Government Act 1972 Sch 12 para 41
    (minutes signed at the same or the next suitable meeting).

    Raises:
        Refusal: they aren't confirmed, are sealed already, or nobody signed.
    """
    meeting = meeting_standing(session, meeting_id)
    _confirming(session, meeting_id, decision_id)
    signed_by = clean_line(signed_by)
    if find.seal_of(session, meeting_id) is not None:
        message = "These minutes are sealed already."
        raise Refusal(message)
    if meeting.status is not MeetingStatus.CONFIRMED:
        message = "Minutes are sealed after they were confirmed as a correct record; these are not yet."
        raise Refusal(message)
    if not signed_by:
        message = "Say who signed the minutes."
        raise Refusal(message)
    record = load_meeting(session, meeting_id, Audience.MEMBERS)
    seal = Seal(
        meeting_id=meeting_id,
        decision_id=decision_id,
        signed_by=signed_by,
        signed_on=signed_on,
        sealed_at=datetime.now(UTC),
        record_hash=record_hash(record),
        surroundings=surroundings_of(record),
    )
    session.add(seal)
    return seal


def correct_minutes(
    session: Session, meeting_id: UUID, text: str, *, on: date, decision_id: UUID | None = None
) -> Correction:
    """Put a dated correction beside sealed minutes, which stay as they are.

    Raises:
        Refusal: the minutes aren't sealed (they can be edited), or there is no text.
    """
    text = clean_text(text).strip()
    if find.seal_of(session, meeting_id) is None:
        message = "These minutes aren't sealed; change them where they stand."
        raise Refusal(message)
    if not text:
        message = "Write what is corrected."
        raise Refusal(message)
    correction = Correction(meeting_id=meeting_id, decision_id=decision_id, corrected_on=on, text=text)
    session.add(correction)
    return correction


def _confirming(session: Session, meeting_id: UUID, decision_id: UUID) -> tuple[UUID, UUID | None]:
    """Return the meeting and the item at which a decision confirms these minutes, or say why it can't."""
    decision = session.get(Decision, decision_id)
    if decision is None or decision.meeting_id is None or decision.meeting_id == meeting_id:
        message = "Minutes are confirmed by a decision of a later meeting."
    elif decision.result not in _ACCEPTED:
        message = f"That decision was {decision.result}; it confirms nothing."
    elif decision.provisional and not is_ratified(session, decision_id):
        message = "That decision was taken without a quorum; ratify it first."
    else:
        return decision.meeting_id, decision.item_id
    raise Refusal(message)
