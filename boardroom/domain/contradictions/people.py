"""Contradictions about people: who is said to be there and not, for items that aren't there, and interests."""

from collections.abc import Iterator
from itertools import combinations

from boardroom.domain.attendance import Attendance, Stay
from boardroom.domain.contradictions.said import (
    Contradiction,
    are_the_same,
    away,
    away_words,
    item_of,
    item_words,
    line_words,
    listed,
    one_person,
    plural,
    time_words,
    unfound,
)
from boardroom.domain.meeting import Presiding
from boardroom.domain.presence import AWAY, IN_THE_ROOM, declarants
from boardroom.domain.record import MeetingRecord
from boardroom.domain.words import Presence

ATTENDANCE = "Attendance"
INTERESTS = "Declarations of interest"


def people_contradictions(record: MeetingRecord) -> Iterator[Contradiction]:
    """Tell what the record says against itself of who was there and who declared an interest."""
    yield from _twice(record)
    yield from _numbers_only(record)
    yield from _for_items(record)
    yield from _stays(record)
    yield from _stand_ins(record)
    yield from _in_the_chair(record)
    yield from _speakers(record)
    yield from _declarations(record)


def _twice(record: MeetingRecord) -> Iterator[Contradiction]:
    # A proxy has a line of their own beside the one they sit on; so has who sits for two boards.
    named = [line for line in record.attendances if line.person_id is not None or line.name]
    lines = [line for line in named if one_person(line) and not line.proxy]
    for one, other in combinations(lines, 2):
        if not are_the_same(one, other):
            continue
        who = line_words(one)
        gone = next((line for line in (one, other) if line.status in AWAY), None)
        if gone is not None and (one.status in IN_THE_ROOM or other.status in IN_THE_ROOM):
            sentence = f"{who} is marked present and also {away_words(gone)}."
            yield Contradiction(place=ATTENDANCE, sentence=sentence, about=other.id)
        elif one.status is other.status and (None in (one.seat_id, other.seat_id) or one.seat_id == other.seat_id):
            sentence = f"{who} stands there twice ({one.status})."
            yield Contradiction(place=ATTENDANCE, sentence=sentence, about=other.id)


def _numbers_only(record: MeetingRecord) -> Iterator[Contradiction]:
    members = [line for line in record.attendances if line.status in (Presence.PRESENT, Presence.SUBSTITUTE)]
    if members and all(line.counted for line in members):
        known = [line.headcount for line in members if line.headcount is not None]
        total = plural(sum(known), "person", "people") if len(known) == len(members) else "several people"
        sentence = f"Those present stand as a number ({total}), so no quorum can be worked out from them."
        yield Contradiction(place=ATTENDANCE, sentence=sentence)


def _for_items(record: MeetingRecord) -> Iterator[Contradiction]:
    for line in record.attendances:
        rows = [(row.item_id, row.number) for row in record.attendance_items if row.attendance_id == line.id]
        for number in unfound(rows, record):
            sentence = f"{line_words(line)} is said to be there for item {number}, which is not on the agenda."
            yield Contradiction(place=ATTENDANCE, sentence=sentence, about=line.id)


def _stays(record: MeetingRecord) -> Iterator[Contradiction]:
    lines = {line.id: line for line in record.attendances}
    order = {item.id: item.position for item in record.items}
    for stay in record.stays:
        line = lines.get(stay.attendance_id)
        if line is None:
            continue
        who = line_words(line)
        came, left = stay.arrived_item_id, stay.left_item_id
        if line.status not in IN_THE_ROOM:
            sentence = f"{who} {away_words(line) if line.status in AWAY else 'was not there'}, but came or left."
            yield Contradiction(place=ATTENDANCE, sentence=sentence, about=line.id)
        if came in order and left in order and order[left] < order[came]:
            there, gone = item_words(item_of(record, came)), item_words(item_of(record, left))
            sentence = f"{who} left at {gone}, before arriving at {there}."
            yield Contradiction(place=ATTENDANCE, sentence=sentence, about=line.id)
        yield from _clock(record, stay, line)


def _clock(record: MeetingRecord, stay: Stay, line: Attendance) -> Iterator[Contradiction]:
    """Compare a stay with the sitting's hours; a sitting without an end may have gone past midnight."""
    day = next((day for day in record.days if stay.day_id in (None, day.id)), None)
    if day is None or day.starts is None or day.ends is None or day.ends < day.starts:
        return
    who, ends = line_words(line), time_words(day.ends)
    if stay.arrived_at is not None and stay.arrived_at >= day.ends:
        sentence = f"{who} arrived at {time_words(stay.arrived_at)}, when the meeting was over ({ends})."
        yield Contradiction(place=ATTENDANCE, sentence=sentence, about=line.id)
    elif stay.left_at is not None and stay.left_at < (stay.arrived_at or day.starts):
        before = "arriving" if stay.arrived_at is not None else "the meeting began"
        at = time_words(stay.arrived_at or day.starts)
        sentence = f"{who} left at {time_words(stay.left_at)}, before {before} at {at}."
        yield Contradiction(place=ATTENDANCE, sentence=sentence, about=line.id)


def _stand_ins(record: MeetingRecord) -> Iterator[Contradiction]:
    moving = {stay.attendance_id for stay in record.stays}
    for line in record.attendances:
        if line.status is not Presence.SUBSTITUTE:
            continue
        for other in record.attendances:
            by_id = line.deputy_for_id is not None and line.deputy_for_id == other.person_id
            by_name = bool(line.deputy_for) and line.deputy_for.casefold() == other.name.casefold()
            if other.status is Presence.PRESENT and (by_id or by_name) and not moving & {line.id, other.id}:
                sentence = f"{line_words(line)} stands in for {line_words(other)}, who is present throughout."
                yield Contradiction(place=ATTENDANCE, sentence=sentence, about=line.id)


def _in_the_chair(record: MeetingRecord) -> Iterator[Contradiction]:
    absent = list(away(record))
    for row in record.presidings:
        gone = next((line for line in absent if _is_named(line, row)), None)
        if gone is not None:
            sentence = f"{line_words(gone)} is in the chair, but {away_words(gone)}."
            yield Contradiction(place="Presiding", sentence=sentence, about=row.id)


def _is_named(line: Attendance, row: Presiding) -> bool:
    return line.person_id == row.person_id if row.person_id is not None else bool(row.name) and line.name == row.name


def _speakers(record: MeetingRecord) -> Iterator[Contradiction]:
    absent = {line.person_id: line for line in away(record) if line.person_id is not None}
    for point in record.points:
        gone = absent.get(point.person_id) if point.person_id is not None else None
        if gone is not None:
            place = item_words(item_of(record, point.item_id))
            sentence = f"A point ({point.kind or 'statement'}) is by {line_words(gone)}, who {away_words(gone)}."
            yield Contradiction(place=place, sentence=sentence, about=point.id)


def _declarations(record: MeetingRecord) -> Iterator[Contradiction]:
    absent, made_by = list(away(record)), declarants(record)
    for declaration in record.declarations:
        rows = [(row.item_id, row.number) for row in record.declaration_items if row.declaration_id == declaration.id]
        missing = unfound(rows, record)
        if missing:
            which = plural(len(missing), "item", "items").split(" ", 1)[1]
            sentence = f"{declaration.by} declares an interest in {which} {listed(missing)}, not on the agenda."
            yield Contradiction(place=INTERESTS, sentence=sentence, about=declaration.id)
        gone = next((line for line in absent if line in made_by[declaration.id]), None)
        if gone is not None:
            sentence = f"{declaration.by} declares an interest, but {away_words(gone)}."
            yield Contradiction(place=INTERESTS, sentence=sentence, about=declaration.id)
        back = declaration.returned_at
        if declaration.left_at is not None and back is not None and back < declaration.left_at:
            sentence = (
                f"{declaration.by} is said to be back at {time_words(back)}, "
                f"before leaving at {time_words(declaration.left_at)}."
            )
            yield Contradiction(place=INTERESTS, sentence=sentence, about=declaration.id)
