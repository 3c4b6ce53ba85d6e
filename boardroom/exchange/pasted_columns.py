"""What a pasted table lists, and what each of its columns holds: told by its headers, else guessed by its cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import mean

from boardroom.domain.pasted import FIELDS, Field, PastedKind
from boardroom.exchange.british_dates import british_date, clock_time, minutes_of
from boardroom.exchange.pasted import PastedTable
from boardroom.exchange.pasted_words import HEADERS, role_of, sector_of

ITEM_NUMBER = re.compile(r"(?:item\s+)?(\d{1,3}(?:\.\d{1,3}){0,3})[.):]?", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"(?:item\s+)?\d{1,3}(?:\.\d{1,3}){0,3}[.):]?\s+\S", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:[A-Z][\w'’.\-]*|de|van|von|ap|ab|ferch|y)(?:\s+(?:[A-Z][\w'’.\-]*|de|van|von|ap|ab|ferch|y)){1,4}"
)
_LOOKED_AT = 50
_HEADER_ROWS = 3
_SURE = 0.6
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read: what it lists, what each column holds (None: passed over), and how many rows are headers."""

    kind: PastedKind
    columns: tuple[Field | None, ...]
    header_rows: int = 0

    def with_column(self, at: int, field: Field | None) -> "Reading":
        """Return the reading with another meaning of one column; two columns never have the same."""
        columns = [None if one is field else one for one in self.columns]
        columns[at] = field
        return replace(self, columns=tuple(columns))

    def place(self, field: Field) -> int | None:
        """Return which column holds a field."""
        return self.columns.index(field) if field in self.columns else None


def guess(table: PastedTable, kind: PastedKind | None = None) -> Reading:
    """Return how a table is most likely meant.

    Args:
        table: with at least one row.
        kind: what the user said that it lists; None to guess this too.
    """
    kinds = [kind] if kind else list(PastedKind)
    for at, row in enumerate(table.rows[:_HEADER_ROWS]):
        named = {one: _by_headers(row, one) for one in kinds}
        best = max(kinds, key=lambda one: (_main(named[one], one), sum(map(bool, named[one]))))
        told, filled = sum(map(bool, named[best])), sum(map(bool, row))
        if told and told * 2 >= filled and _main(named[best], best):
            return Reading(best, named[best], at + 1)
    if kind is None:
        kind = _kind_by_cells(table)
    return Reading(kind, _by_cells(table, kind))


def _main(columns: Sequence[Field | None], kind: PastedKind) -> bool:
    """Whether the column is there without which no row can be taken."""
    needed = {
        PastedKind.MEMBERS: {Field.NAME, Field.LAST_NAME},
        PastedKind.AGENDA: {Field.TITLE},
        PastedKind.ACTIONS: {Field.ACTION},
    }
    return not needed[kind].isdisjoint(columns)


def _by_headers(row: Sequence[str], kind: PastedKind) -> tuple[Field | None, ...]:
    spellings = HEADERS[kind]
    columns: list[Field | None] = []
    for cell in row:
        name = " ".join(re.sub(r"[^\w#]+", " ", cell.casefold()).split()) if len(cell) <= _SHORT else ""
        field = next((one for one in FIELDS[kind] if name in spellings.get(one, ()) and one not in columns), None)
        columns.append(field)
    if kind is PastedKind.AGENDA and Field.TITLE not in columns and Field.NUMBER in columns:
        # "Item" may head the numbers or the titles.
        columns[columns.index(Field.NUMBER)] = Field.TITLE
    return tuple(columns)


def _kind_by_cells(table: PastedTable) -> PastedKind:
    shares = [_Shares.of(_column(table, at)) for at in range(table.width)]
    if any(one.dates >= _SURE for one in shares):
        return PastedKind.ACTIONS
    if any(max(one.numbers, one.times, one.numbered) >= _SURE for one in shares):
        return PastedKind.AGENDA
    if any(max(one.sectors, one.roles) >= _SURE for one in shares):
        return PastedKind.MEMBERS
    if shares[0].people >= _SURE:
        return PastedKind.MEMBERS
    return PastedKind.AGENDA


def _by_cells(table: PastedTable, kind: PastedKind) -> tuple[Field | None, ...]:
    shares = {at: _Shares.of(_column(table, at)) for at in range(table.width)}
    order: tuple[Field, ...]
    match kind:
        case PastedKind.MEMBERS:
            found = _picked(shares, {Field.SECTOR: "sectors", Field.SEAT: "roles", Field.NAME: "people"})
            order = (Field.NAME, Field.SEAT, Field.ORGANISATION, Field.SECTOR)
            if len(shares) - len(found) == 1:
                order = (Field.NAME, Field.ORGANISATION, Field.SEAT, Field.SECTOR)
        case PastedKind.AGENDA:
            found = _picked(shares, {Field.NUMBER: "numbers", Field.TIME: "times"})
            rest = {at: one for at, one in shares.items() if at not in found}
            if rest:
                found[max(rest, key=lambda at: rest[at].length)] = Field.TITLE
            order = (Field.LEAD,)
        case PastedKind.ACTIONS:
            found = _picked(shares, {Field.DUE: "dates"})
            rest = {at: one for at, one in shares.items() if at not in found and one.numbers < _SURE}
            if rest:
                found[max(rest, key=lambda at: rest[at].length)] = Field.ACTION
            order = (Field.OWNER, Field.DUE, Field.ORGANISATION)
            found |= {at: None for at, one in shares.items() if at not in found and one.numbers >= _SURE}
    left = [field for field in order if field not in found.values()]
    for at in shares:
        if at not in found:
            found[at] = left.pop(0) if left else None
    return tuple(found[at] for at in shares)


@dataclass(frozen=True, slots=True)
class _Shares:
    """What share of a column's cells look like what, and how long they are."""

    numbers: float = 0
    numbered: float = 0
    times: float = 0
    dates: float = 0
    sectors: float = 0
    roles: float = 0
    people: float = 0
    length: float = 0

    @classmethod
    def of(cls, cells: Sequence[str]) -> "_Shares":
        if not cells:
            return cls()
        short = [cell for cell in cells if len(cell) <= _SHORT]
        whole = len(cells)
        return cls(
            numbers=sum(bool(ITEM_NUMBER.fullmatch(cell)) for cell in short) / whole,
            numbered=sum(bool(_LEADING_NUMBER.match(cell)) for cell in cells) / whole,
            times=sum(_is_time(cell) for cell in short) / whole,
            dates=sum(british_date(cell) is not None for cell in short) / whole,
            sectors=sum(sector_of(cell) is not None for cell in short) / whole,
            roles=sum(role_of(cell) is not None for cell in short) / whole,
            people=sum(bool(_PERSON.fullmatch(cell)) for cell in short) / whole,
            length=mean(map(len, cells)),
        )


def _is_time(cell: str) -> bool:
    return clock_time(cell) is not None or (minutes_of(cell) is not None and not cell.isdigit())


def _picked(shares: Mapping[int, _Shares], wanted: Mapping[Field, str]) -> dict[int, Field | None]:
    """Return for each field the first column that surely looks like it."""
    found: dict[int, Field | None] = {}
    for field, share in wanted.items():
        sure = [at for at, one in shares.items() if at not in found and getattr(one, share) >= _SURE]
        if sure:
            found[sure[0]] = field
    return found


def _column(table: PastedTable, at: int) -> list[str]:
    return [row[at] for row in table.rows[:_LOOKED_AT] if row[at]]
