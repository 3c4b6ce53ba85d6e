"""Rows of a pasted table as lines: members, agenda items, open actions, each with what is wrong by row and column."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time

from boardroom.domain.pasted import ActionLine, AgendaLine, Field, Line, MemberLine, PastedKind
from boardroom.domain.words import SeatRole
from boardroom.exchange.british_dates import british_date, clock_time, minutes_of
from boardroom.exchange.pasted import LONGEST_CELL, PastedTable
from boardroom.exchange.pasted_columns import ITEM_NUMBER, Reading
from boardroom.exchange.pasted_words import item_kind_of, over_as, role_of, sector_of

_NUMBERED = re.compile(r"(?:item\s+)?(\d{1,3}(?:\.\d{1,3}){0,3})[.):]?\s+(?=\S)", re.IGNORECASE)
_LETTERED = re.compile(r"\(?[a-z][.)]\s+(?=\S)")
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*$")
# Looking back keeps a row of a thousand dashes from being tried from each of them.
_TRAILING_TIME = re.compile(r"(?<![\s,\-\u2013])[\s,\-\u2013]+(\d{1,3}\s*(?:min|mins|minutes|m)\.?)\s*$", re.IGNORECASE)
_LEADING_CLOCK = re.compile(
    r"(\d{1,2}[:.]\d{2}(?:\s*[ap]m)?)(?:\s*[-\u2013]\s*\d{1,2}[:.]\d{2}(?:\s*[ap]m)?)?\s+(?=\S)"
)
_DAY_MINUTES = 1440
_LONGEST_SITTING = 600
_SHORT_DATE = 60


def lines_of(table: PastedTable, reading: Reading) -> tuple[Line, ...]:
    """Return what the rows below the headers say, in the sense of a reading."""
    found: list[Line] = []
    for number, row in list(zip(table.numbers, table.rows, strict=True))[reading.header_rows :]:
        long = next((at for at, cell in enumerate(row) if len(cell) > LONGEST_CELL and reading.columns[at]), None)
        if long is None:
            found.append(_line(number, row, reading))
        else:
            why = (
                f"column {long + 1} ({reading.columns[long]}) holds {len(row[long]):,} letters; "
                f"{LONGEST_CELL:,} are the most"
            )
            found.append(_nothing(reading.kind, number, why))
    if reading.kind is PastedKind.AGENDA:
        return _timed(table, reading, [one for one in found if isinstance(one, AgendaLine)])
    return tuple(found)


def _line(number: int, row: Sequence[str], reading: Reading) -> Line:
    match reading.kind:
        case PastedKind.MEMBERS:
            return _member(number, row, reading)
        case PastedKind.AGENDA:
            return _agenda_line(number, row, reading)
        case PastedKind.ACTIONS:
            return _action(number, row, reading)


def _nothing(kind: PastedKind, row: int, wrong: str) -> Line:
    match kind:
        case PastedKind.MEMBERS:
            return MemberLine(row=row, wrong=wrong)
        case PastedKind.AGENDA:
            return AgendaLine(row=row, wrong=wrong)
        case PastedKind.ACTIONS:
            return ActionLine(row=row, wrong=wrong)


def _member(number: int, row: Sequence[str], reading: Reading) -> MemberLine:
    cell = _cells(row, reading)
    name = cell(Field.NAME) or " ".join(filter(None, (cell(Field.FIRST_NAME), cell(Field.LAST_NAME))))
    organisation = cell(Field.ORGANISATION)
    if name and not organisation and (found := _IN_BRACKETS.search(name)):
        name, organisation = name[: found.start()], found[1].strip()
    seat, said = cell(Field.SEAT), cell(Field.SECTOR)
    sector = sector_of(said)
    wrong = ""
    if not name:
        wrong = "there is no name"
    elif said and sector is None:
        at = reading.place(Field.SECTOR)
        wrong = f"column {(at or 0) + 1} (sector): “{_excerpt(said)}” is not a sector"
    return MemberLine(
        row=number,
        wrong=wrong,
        name=name,
        seat=seat,
        role=role_of(seat) or SeatRole.MEMBER,
        organisation=organisation,
        sector=sector,
    )


def _agenda_line(number: int, row: Sequence[str], reading: Reading) -> AgendaLine:
    cell = _cells(row, reading)
    title, stated = cell(Field.TITLE), cell(Field.NUMBER)
    if clock := _LEADING_CLOCK.match(title):
        title = title[clock.end() :]
    depth = 0
    if found := ITEM_NUMBER.fullmatch(stated):
        depth = found[1].count(".")
    elif found := _NUMBERED.match(title):
        title, depth = title[found.end() :], found[1].count(".")
    elif _LETTERED.match(title) or _LETTERED.match(f"{stated} ."):
        title, depth = _LETTERED.sub("", title, count=1), 1
    title, lead, minutes = _without_marks(title, cell(Field.LEAD))
    said = cell(Field.TIME)
    return AgendaLine(
        row=number,
        wrong="" if title else "there is no title",
        title=title,
        depth=depth,
        minutes=minutes_of(said) or minutes,
        lead=lead,
        kind=item_kind_of(cell(Field.ITEM_KIND)),
    )


def _without_marks(title: str, lead: str) -> tuple[str, str, int | None]:
    """Return a title without the owner and the minutes that stand at its end, and those."""
    minutes: int | None = None
    while True:
        if found := _TRAILING_TIME.search(title):
            inside = found[1]
        elif found := _IN_BRACKETS.search(title):
            inside = found[1].strip()
        else:
            return title, lead, minutes
        length = None if inside.isdigit() else minutes_of(inside)
        if length is not None and minutes is None:
            minutes = length
        elif not lead and found.re is _IN_BRACKETS and _is_owner(inside):
            lead = inside
        else:
            return title, lead, minutes
        title = title[: found.start()].rstrip(" ,-\u2013")


def _is_owner(words: str) -> bool:
    """Whether words in brackets name people: capitals, no figures, and no abbreviation such as AOB."""
    parts = [one for one in re.split(r"[\s,/&]+", words) if one and one not in {"and", "of", "the", "for", "de", "ap"}]
    named = all(one[0].isupper() and not any(letter.isdigit() for letter in one) for one in parts)
    return bool(parts) and named and not (len(parts) == 1 and parts[0].isupper())


def _timed(table: PastedTable, reading: Reading, found: Sequence[AgendaLine]) -> tuple[Line, ...]:
    """Work out the minutes of lines that give the time at which they begin; depths step down one at a time."""
    starts = {number: _begins(row, reading) for number, row in zip(table.numbers, table.rows, strict=True)}
    lines: list[Line] = []
    depth = -1
    for at, line in enumerate(found):
        minutes = line.minutes
        following = next((starts[one.row] for one in found[at + 1 : at + 2]), None)
        begins = starts[line.row]
        if minutes is None and begins is not None and following is not None:
            passed = (_minute(following) - _minute(begins)) % _DAY_MINUTES
            minutes = passed if 0 < passed <= _LONGEST_SITTING else None
        depth = min(line.depth, depth + 1)
        lines.append(replace(line, minutes=minutes, depth=max(depth, 0)))
    return tuple(lines)


def _begins(row: Sequence[str], reading: Reading) -> time | None:
    cell = _cells(row, reading)
    said = cell(Field.TIME)
    if not said and (found := _LEADING_CLOCK.match(cell(Field.TITLE))):
        said = found[1]
    return clock_time(said) if len(said) <= _SHORT_DATE else None


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _action(number: int, row: Sequence[str], reading: Reading) -> ActionLine:
    cell = _cells(row, reading)
    text, due, status = cell(Field.ACTION), cell(Field.DUE), cell(Field.STATUS)
    over = over_as(status)
    day = british_date(due) if len(due) <= _SHORT_DATE else None
    wrong = ""
    if not text:
        wrong = "there is no action in it"
    elif over is not None:
        wrong = f"it is {over.value} already, says its status (“{_excerpt(status)}”)"
    return ActionLine(
        row=number,
        wrong=wrong,
        text=text,
        owner=cell(Field.OWNER),
        organisation=cell(Field.ORGANISATION),
        due_on=day,
        due_words="" if day else due,
    )


def _cells(row: Sequence[str], reading: Reading) -> Callable[[Field], str]:
    by_field = {field: row[at] for at, field in enumerate(reading.columns) if field is not None}
    return lambda field: by_field.get(field, "")


def _excerpt(words: str) -> str:
    return words if len(words) <= _SHORT_DATE else f"{words[:_SHORT_DATE]}…"
