"""Contradictions about what was settled: ratified, decided without a quorum, answered, asked of the absent."""

import re
from collections.abc import Iterator
from datetime import date

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.amending import CARRIED
from boardroom.domain.attendance import Attendance
from boardroom.domain.contradictions.said import (
    Contradiction,
    are_the_same,
    away,
    away_words,
    dates_in,
    day_words,
    decision_words,
    held_days,
    item_of,
    item_words,
    line_words,
    listed,
    one_person,
    shortened,
)
from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.presence import IN_THE_ROOM, Moment
from boardroom.domain.provisional import was_quorate
from boardroom.domain.record import MeetingRecord
from boardroom.domain.room import Room
from boardroom.domain.words import AnswerKind, Method, Result

_SENTENCES = re.compile(r"(?<=[.;!?])\s+")


def decision_contradictions(room: Room) -> Iterator[Contradiction]:
    """Tell where decisions, motions, answers, actions and confirmed minutes disagree with the rest."""
    record = room.record
    for decision in record.decisions:
        for sentence in (*_links(record, decision), *_decision(room, decision)):
            yield Contradiction(place=decision_words(record, decision), sentence=sentence, about=decision.id)
    yield from _motions(record)
    yield from _answers(record)
    yield from _actions(record)
    yield from _minutes(record)


def _links(record: MeetingRecord, decision: Decision) -> Iterator[str]:
    days = held_days(record)
    for link in record.decision_links:
        if link.decision_id != decision.id:
            continue
        if link.of_decision_id is None and link.of_meeting_id is None:
            what = f"“{shortened(link.words)}”, which" if link.words else "something that"
            yield f"It {link.kind} {what} is not found in this board file."
        if link.of_decision_id == decision.id:
            yield f"It {link.kind} itself."
        day = _day_of(record, link)
        if day is not None and days and day > max(days):
            yield f"It {link.kind} what was decided later, on {day_words(day)}."


def _day_of(record: MeetingRecord, link: DecisionLink) -> date | None:
    earlier = record.other_decisions.get(link.of_decision_id) if link.of_decision_id else None
    meeting_id = earlier.meeting_id if earlier is not None else link.of_meeting_id
    return record.other_days.get(meeting_id) if meeting_id else None


def _decision(room: Room, decision: Decision) -> Iterator[str]:
    record = room.record
    days = held_days(record)
    if decision.meeting_id is None or decision.method is Method.BETWEEN_MEETINGS:
        return
    if decision.decided_on is not None and days and decision.decided_on not in days:
        yield f"It is dated {day_words(decision.decided_on)}, which is no day of this meeting."
    if decision.method is Method.UNANIMOUS and any(one.decision_id == decision.id for one in record.dissents):
        yield "It is called unanimous, but dissent is recorded."
    if not decision.provisional and decision.result not in CARRIED:
        return
    quorate = was_quorate(room, Moment(item_id=decision.item_id))
    if quorate is False and not decision.provisional:
        yield "It was carried without a quorum, but is not marked as provisional."
    if quorate is True and decision.provisional:
        yield "It is marked as provisional, but there was a quorum."


def _motions(record: MeetingRecord) -> Iterator[Contradiction]:
    by_id = {motion.id: motion for motion in record.motions}
    for motion in record.motions:
        place = f"{item_words(item_of(record, motion.item_id))}, motion"
        if motion.mover_id is not None and motion.mover_id == motion.seconder_id:
            yield Contradiction(
                place=place, sentence=f"{motion.mover or 'One person'} both moved and seconded it.", about=motion.id
            )
        amended = by_id.get(motion.amends_id) if motion.amends_id else None
        if amended is not None and amended.item_id != motion.item_id:
            other = item_words(item_of(record, amended.item_id))
            yield Contradiction(place=place, sentence=f"It amends a motion under {other}.", about=motion.id)


def _answers(record: MeetingRecord) -> Iterator[Contradiction]:
    results = {decision.id: decision.result for decision in record.decisions}
    for answer in record.answers:
        place = item_words(item_of(record, answer.item_id))
        adopted = answer.answer in (AnswerKind.ADOPTED, AnswerKind.ADAPTED)
        if adopted and answer.decision_id is not None and results.get(answer.decision_id) is Result.LOST:
            sentence = f"A proposal is {answer.answer}, but the decision on it is lost."
            yield Contradiction(place=place, sentence=sentence, about=answer.id)
        if answer.told_on is not None and answer.answered_on is not None and answer.told_on < answer.answered_on:
            sentence = f"The proposer was told on {day_words(answer.told_on)}, before the proposal was answered."
            yield Contradiction(place=place, sentence=sentence, about=answer.id)


def _actions(record: MeetingRecord) -> Iterator[Contradiction]:
    days = held_days(record)
    gone = list(away(record))
    for action in record.actions:
        place = f"{item_words(item_of(record, action.item_id))}, action {action.number}".rstrip()
        for line in gone:
            if _owns(record, action, line):
                sentence = f"“{shortened(action.text)}” is given to {line_words(line)}, who {away_words(line)}."
                yield Contradiction(place=place, sentence=sentence, about=action.id)
        if action.due_on is not None and days and action.due_on < min(days):
            sentence = f"“{shortened(action.text)}” is due on {day_words(action.due_on)}, before this meeting."
            yield Contradiction(place=place, sentence=sentence, about=action.id)


def _owns(record: MeetingRecord, action: Action, line: Attendance) -> bool:
    """Whether an action is given to the person on a line: by id, by name, or by a role that no one present has."""
    owners = [owner.person_id for owner in record.action_owners if owner.action_id == action.id]
    if line.person_id is not None and line.person_id in owners:
        return True
    owner = action.owner_role.casefold()
    if not owner or not one_person(line):
        return False
    if owner == line.name.casefold():
        return True
    return _has_role(line, action) and not any(
        other.status in IN_THE_ROOM and _has_role(other, action) and not are_the_same(other, line)
        for other in record.attendances
    )


def _has_role(line: Attendance, action: Action) -> bool:
    return (
        action.owner_role.casefold() == line.role.casefold()
        and action.owner_organisation.casefold() == line.organisation.casefold()
    )


_ABOUT_THEM = re.compile(
    r"\b(?:correct\w*|errors?|mistakes?|amendments?|arising) (?:to|in|of|from|on)\b.*\bminutes", re.IGNORECASE
)
"""Titles of items that speak of minutes confirmed long ago: "A correction to the minutes of 23 January"."""


def _minutes(record: MeetingRecord) -> Iterator[Contradiction]:
    days = held_days(record)
    for confirmation in record.confirmations:
        place = item_words(item_of(record, confirmation.item_id)) if confirmation.item_id else "Earlier minutes"
        of, known = confirmation.of_date, record.other_days.get(confirmation.of_meeting_id or record.meeting.id)
        if of is not None and days and of >= min(days):
            sentence = f"The minutes confirmed are dated {day_words(of)}, which is not before this meeting."
            yield Contradiction(place=place, sentence=sentence, about=confirmation.id)
        if of is not None and known is not None and of != known:
            sentence = f"The minutes confirmed are dated {day_words(of)}, but that meeting was on {day_words(known)}."
            yield Contradiction(place=place, sentence=sentence, about=confirmation.id)
    stated = {one.of_date for one in record.confirmations if one.of_date is not None}
    confirming = {one.item_id for one in record.confirmations}
    for item in record.items:
        if item.id in confirming or ("minutes" in item.title.casefold() and not _ABOUT_THEM.search(item.title)):
            yield from _minutes_in_words(record, item, stated)


def _minutes_in_words(record: MeetingRecord, item: AgendaItem, stated: set[date]) -> Iterator[Contradiction]:
    """Compare the dates of minutes in a title, in the decisions under it, and as stated."""
    titled = {one.day for one in dates_in(item.title)}
    texts = [decision.wording for decision in record.decisions if decision.item_id == item.id]
    resolved = {
        one.day
        for text in texts
        for sentence in _SENTENCES.split(text)
        if "minutes" in sentence.casefold()
        for one in dates_in(sentence)
    }
    right = stated or titled
    for found in sorted((titled | resolved) - right) if right else ():
        words = listed([day_words(day) for day in sorted(right)])
        sentence = f"It speaks of the minutes of {day_words(found)}, but elsewhere they are those of {words}."
        yield Contradiction(place=item_words(item), sentence=sentence, about=item.id)
