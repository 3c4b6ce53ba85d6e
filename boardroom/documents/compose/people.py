"""A line of the attendance in words: who, as deputy for whom, how many, when and for what."""

from boardroom.documents.compose.dates import clock, short_date
from boardroom.documents.compose.phrases import joined, listed
from boardroom.documents.compose.proxies import proxy_notes
from boardroom.documents.compose.source import Source
from boardroom.domain.attendance import Attendance, Stay
from boardroom.domain.words import Presence

_MEMBERS = (Presence.PRESENT, Presence.SUBSTITUTE)


def who(source: Source, line: Attendance) -> str:
    """Return a line as minutes print it: `Tom Brackley (from 14:18, minute 137)`, `Officer (10)`."""
    name = source.person(line.person_id, line.name)
    words = name or line.role or ("Member" if line.status in _MEMBERS else "Representative")
    notes = [_headcount(line)]
    if name:
        notes.append(line.role)
    notes += [
        "chair" if _is_chair(source, line) else "",
        "deputy" if _is_nameless_deputy(line) else "",
        *proxy_notes(source, line),
        "remote" if line.remote else "",
        "not voting" if line.voting is False and line.status in _MEMBERS else "",
        _for_items(source, line),
        *(_stay(source, stay) for stay in source.under(source.record.stays, "attendance_id", line.id)),
        _not_for(source, line),
        line.remark,
    ]
    said = joined(notes, "; ")
    # The notes are of this person: they stand before the name of whom they stand in for.
    return f"{words} ({said}){_stands_in(source, line)}" if said else f"{words}{_stands_in(source, line)}"


def _headcount(line: Attendance) -> str:
    if not line.counted or line.headcount == 1:
        return ""
    return "several, not counted" if line.headcount is None else str(line.headcount)


def _stands_in(source: Source, line: Attendance) -> str:
    member = "" if line.proxy else source.person(line.deputy_for_id, line.deputy_for)
    return f", deputy for {member}" if member else ""


def _is_nameless_deputy(line: Attendance) -> bool:
    """Whether nothing else on the line says that this is a deputy."""
    if line.status is not Presence.SUBSTITUTE or line.deputy_for or line.deputy_for_id or line.proxy:
        return False
    return not any(word in line.role.casefold() for word in ("substitut", "deput"))


def _is_chair(source: Source, line: Attendance) -> bool:
    """Whether the line took the chair at the opening, and its role does not say so already."""
    opening = next((one for one in source.record.presidings if one.from_item_id is None), None)
    if opening is None or "chair" in line.role.casefold() or line.status not in _MEMBERS:
        return False
    if opening.person_id is not None and line.person_id is not None:
        return opening.person_id == line.person_id
    return bool(opening.name) and opening.name == line.name


def _for_items(source: Source, line: Attendance) -> str:
    rows = source.under(source.record.attendance_items, "attendance_id", line.id)
    places = [source.place(row.item_id, row.number) for row in rows]
    return f"for {listed(places)}" if any(places) else ""


def _not_for(source: Source, line: Attendance) -> str:
    """Say which items somebody who came took no part in because of an interest."""
    if line.status not in {*_MEMBERS, Presence.IN_ATTENDANCE} or line.counted:
        return ""
    record = source.record
    places = dict.fromkeys(
        source.place(row.item_id, row.number)
        for declaration in source.room.recusals(line)
        for row in source.under(record.declaration_items, "declaration_id", declaration.id)
    )
    return f"not for {listed([place for place in places if place])}" if any(places) else ""


def _stay(source: Source, stay: Stay) -> str:
    """Return a time in the room; one without either end says nothing, or on which of several days it was."""
    came = joined((clock(stay.arrived_at) if stay.arrived_at else "", source.place(stay.arrived_item_id)), ", ")
    before = f"before {source.place(stay.left_item_id)}" if source.item(stay.left_item_id) else ""
    left = joined((clock(stay.left_at) if stay.left_at else "", before), ", ")
    said = joined(
        (
            f"from {came}" if came else "",
            f"arrived {stay.arrived_words}" if stay.arrived_words else "",
            f"{'until' if stay.left_at else 'left'} {left}" if left else "",
            f"left {stay.left_words}" if stay.left_words else "",
        )
    )
    day = next((one for one in source.record.days if one.id == stay.day_id), None)
    if day is None or day.held_on is None or len(source.record.days) == 1:
        return said
    return joined((said, f"on {short_date(day.held_on)}" + ("" if said else " only")))
