"""Contradictions about the meeting as such: its days and times, notice, quorum, the next meeting."""

from collections.abc import Collection, Iterator
from datetime import date, time

from boardroom.domain.contradictions.said import (
    Contradiction,
    dates_in,
    day_words,
    held_days,
    plural,
    time_words,
    weekday_of,
)
from boardroom.domain.notice import clear_days
from boardroom.domain.presence import IN_THE_ROOM
from boardroom.domain.quorum import quorum_at
from boardroom.domain.record import MeetingRecord
from boardroom.domain.room import Room

_EVENING, _NIGHT_ENDS = time(17), time(6)


def sitting_contradictions(room: Room, holidays: Collection[date]) -> Iterator[Contradiction]:
    """Tell what the record says against itself of when, on what notice and with what quorum it met."""
    record = room.record
    yield from _times(record)
    yield from _notice(record, holidays)
    yield from _quorum(room)
    yield from _next_meeting(record)


def _times(record: MeetingRecord) -> Iterator[Contradiction]:
    previous: date | None = None
    for day in sorted(record.days, key=lambda day: day.position):
        place = f"Meeting, {day_words(day.held_on)}" if day.held_on else "Meeting"
        through_the_night = (
            day.starts is not None and day.ends is not None and day.starts >= _EVENING and day.ends <= _NIGHT_ENDS
        )
        if day.starts is not None and day.ends is not None and day.ends < day.starts and not through_the_night:
            sentence = f"It ends at {time_words(day.ends)}, before it starts at {time_words(day.starts)}."
            yield Contradiction(place=place, sentence=sentence, about=day.id)
        if previous is not None and day.held_on is not None and day.held_on < previous:
            sentence = f"It is reconvened on {day_words(day.held_on)}, before the day it follows."
            yield Contradiction(place=place, sentence=sentence, about=day.id)
        previous = day.held_on or previous


def _notice(record: MeetingRecord, holidays: Collection[date]) -> Iterator[Contradiction]:
    given, days = record.meeting.notice_given_on, held_days(record)
    if given is None or not days:
        return
    first = min(days)
    if given >= first:
        sentence = f"Notice is dated {day_words(given)}, which is not before the meeting on {day_words(first)}."
        yield Contradiction(place="Notice", sentence=sentence)
        return
    for board in record.boards:
        if board.terms is None:
            continue
        there = clear_days(given, first, board.terms.notice_kind, holidays)
        if there < board.terms.notice_days:
            kind = board.terms.notice_kind.value
            sentence = f"{board.board.name} gives {board.terms.notice_days} clear {kind} of notice; there were {there}."
            yield Contradiction(place="Notice", sentence=sentence)


def _quorum(room: Room) -> Iterator[Contradiction]:
    record = room.record
    stated = record.meeting.quorate
    # Numbers of people make no quorum, so where they stand no quorum can be denied either.
    if stated is None or any(line.counted and line.status in IN_THE_ROOM for line in record.attendances):
        return
    for board in record.boards:
        found = quorum_at(room, board)
        if found.quorate is None or found.quorate is stated:
            continue
        if stated:
            missing = "; ".join(found.unmet)
            sentence = f"The record says that there was a quorum, but by the terms of {board.board.name}: {missing}."
        else:
            here = plural(found.counted, "voting member", "voting members")
            sentence = (
                f"The record says that there was no quorum, but the terms of {board.board.name} are met "
                f"by the {here} present."
            )
        yield Contradiction(place="Quorum", sentence=sentence)


def _next_meeting(record: MeetingRecord) -> Iterator[Contradiction]:
    place, days = "Next meeting", held_days(record)
    following, said = record.meeting.next_date, dates_in(record.meeting.next_words)
    if days and following is not None and following <= max(days):
        sentence = f"It is dated {day_words(following)}, which is not after this meeting on {day_words(max(days))}."
        yield Contradiction(place=place, sentence=sentence)
    for one in said:
        if days and one.day <= max(days):
            sentence = f"The words give {day_words(one.day)}, which is not after this meeting."
            yield Contradiction(place=place, sentence=sentence)
        if not one.weekday_is_right:
            sentence = f"{day_words(one.day)} is called a {one.weekday}, but it is a {weekday_of(one.day)}."
            yield Contradiction(place=place, sentence=sentence)
    if following is not None and said and following not in [one.day for one in said]:
        sentence = f"The words give {day_words(said[0].day)}, the date is {day_words(following)}."
        yield Contradiction(place=place, sentence=sentence)
