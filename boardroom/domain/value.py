"""Value as users see it, beside what it costs: estimates on a stated scale, and cost per person and year.

The two are never merged into one score (product.md X8; Local Government Act 1999 s.3: economy, efficiency and
effectiveness, with users consulted). No SQLAlchemy here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import AnswerKind, Sector

THOUSANDTHS = 1000
_DECIMAL = re.compile(
    r"(?P<minus>[-\N{MINUS SIGN}])?(?P<whole>[0-9]{1,12}|[0-9]{1,3}(?:[, ][0-9]{3}){1,4})"
    r"(?:\.(?P<part>[0-9]{1,3})0*)?"
)
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_END = r"-?[0-9]{1,9}(?:\.[0-9]{1,3})?"
_RANGE = rf"(?:from\s+)?({_END})\s*(?:to|–|-)\s*({_END})(?![0-9]|[.,][0-9])"
# At either end of the words alone.
_SCALES = (re.compile(_RANGE, re.IGNORECASE), re.compile(rf".*[,:]\s*{_RANGE}\.?", re.IGNORECASE))
_YEAR = 12
_FEW = 10
_LARGEST = 1_000_000_000


class Confidence(StrEnum):
    """What an estimate rests on, in words."""

    NOBODY_ASKED = "nobody asked"
    FEW_ASKED = "few asked"
    NO_RANGE = "no range given"
    RANGE_GIVEN = "range given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated:
    """What users said of one proposal: the range in thousandths of the scale's unit, how many, who, their words."""

    lowest: int | None = None
    typical: int | None = None
    highest: int | None = None
    asked: int | None = None
    who: str = ""
    scale: str = ""
    words: str = ""
    actual: bool = False

    @property
    def confidence(self) -> Confidence:
        """What it rests on: fewer than 10 people asked are few; without both ends there is no range."""
        if not self.asked:
            return Confidence.NOBODY_ASKED
        if self.asked < _FEW:
            return Confidence.FEW_ASKED
        if self.lowest is None or self.highest is None:
            return Confidence.NO_RANGE
        return Confidence.RANGE_GIVEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Costed:
    """What a proposal costs: whole pence over so many months (None: once), for so many people in that time."""

    pence: int | None = None
    currency: str = "GBP"
    months: int | None = None
    people: int | None = None

    @property
    def per_person(self) -> int | None:
        """Whole pence for one person: in a year where it is known over how many months, else altogether."""
        if self.pence is None or not self.people:
            return None
        whole = self.pence * _YEAR / self.months if self.months else self.pence
        return round(whole / self.people)

    @property
    def unit(self) -> tuple[bool, str]:
        """What two costs per person share where they can be compared: whether they arise once, and the currency."""
        return (self.months is None, self.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """A proposal on a strand as its value is compared: no column is made of two others' mixture."""

    id: object
    number: str
    title: str
    sectors: tuple[Sector, ...]
    proposers: str
    answer: AnswerKind | None
    estimate: Estimated
    later: Estimated | None
    """What was measured once it ran."""
    cost: Costed
    outcomes: tuple[str, ...]


class ValueColumn(StrEnum):
    """By what proposals can be put in order, one at a time."""

    NUMBER = "number"
    TITLE = "proposal"
    ANSWER = "answer"
    LOWEST = "lowest estimate"
    TYPICAL = "typical estimate"
    HIGHEST = "highest estimate"
    ASKED = "number asked"
    COST = "cost per person"
    OUTCOMES = "outcomes served"


def thousandths_of(written: str) -> int | None:
    """Return a decimal number in thousandths, exactly: `7.5` is 7500; None where it is no number, or a finer one."""
    found = _DECIMAL.fullmatch(written.strip())
    if found is None:
        return None
    whole = int(re.sub(r"[^0-9]", "", found["whole"]))
    value = whole * THOUSANDTHS + int((found["part"] or "").ljust(3, "0"))
    return -value if found["minus"] else value


def figure_shown(thousandths: int) -> str:
    """Return a number of thousandths as screens and papers show it: `7.5`; it reads back as it was."""
    whole, part = divmod(abs(thousandths), THOUSANDTHS)
    shown = f"{whole}.{part:03}".rstrip("0").rstrip(".") if part else str(whole)
    return f"-{shown}" if thousandths < 0 else shown


def in_order(rows: Iterable[ValueRow], column: ValueColumn, *, falling: bool = False) -> list[ValueRow]:
    """Return rows by one column; those that say nothing there come last, whichever way it goes.

    Figures on another scale, costs that arise once and other money stand apart, each in their own order: 30 hours
    a week are not more than 9 of 10.

    Args:
        rows: as they came in.
        column: by which.
        falling: the greatest first.
    """
    rows = list(rows)
    said = [(key, row) for row in rows if (key := _key(row, column)) is not None]
    said.sort(key=lambda one: one[0], reverse=falling)
    # What is on one scale stays in that order.
    said.sort(key=lambda one: _unit(one[1], column))
    return [row for _, row in said] + [row for row in rows if _key(row, column) is None]


def scale_ends(rows: Iterable[ValueRow]) -> dict[str, tuple[int, int]]:
    """Return both ends of each scale that estimates are on, in thousandths: as it states them, or as they reach.

    `0 to 10` states its ends; of any other words the estimates themselves tell how far it reaches, from 0 on.
    """
    figures: dict[str, list[int]] = {}
    for row in rows:
        for one in (row.estimate, row.later):
            if one is not None:
                stated = (one.lowest, one.typical, one.highest)
                figures.setdefault(one.scale, []).extend(value for value in stated if value is not None)
    ends = {}
    for scale, values in figures.items():
        if values:
            low, high = stated_ends(scale) or (0, 0)
            low, high = min(low, *values), max(high, *values)
            ends[scale] = (low, high if high > low else low + THOUSANDTHS)
    return ends


def stated_ends(scale: str) -> tuple[int, int] | None:
    """Return both ends that the words of a scale begin or end with, in thousandths, the lower first.

    What stands further within, such as ages or hours of the day, is no scale: then None comes back.
    """
    # 1,000 to 5,000 are thousands.
    plain = _THOUSANDS.sub("", scale.strip())
    found = _SCALES[0].match(plain) or _SCALES[1].fullmatch(plain)
    if found is None:
        return None
    low, high = sorted(round(float(one) * THOUSANDTHS) for one in found.groups())
    return (low, high) if low < high else None


def checked_estimate(given: Estimated) -> Estimated:
    """Return an estimate whose figures fit together.

    Raises:
        Refusal: the lowest is above the typical one or that above the highest, a figure is out of all reason, or
            fewer than no people were asked.
    """
    named = [("lowest", given.lowest), ("typical", given.typical), ("highest", given.highest)]
    stated = [(name, value) for name, value in named if value is not None]
    for (less, low), (more, high) in pairwise(stated):
        if low > high:
            message = f"The {less} estimate is above the {more} one."
            raise Refusal(message)
    if any(abs(value) > _LARGEST for _, value in stated):
        message = "An estimate is a number from -1,000,000 to 1,000,000."
        raise Refusal(message)
    if given.asked is not None and given.asked < 0:
        message = "The number of people asked can’t be below 0."
        raise Refusal(message)
    return given


def checked_cost(given: Costed) -> Costed:
    """Return a cost whose figures make sense.

    Raises:
        Refusal: it is negative, over no months, or for no people.
    """
    if given.pence is not None and given.pence < 0:
        message = "The cost can’t be below 0."
        raise Refusal(message)
    if given.months is not None and given.months < 1:
        message = "The cost is for at least 1 month; leave it empty for a cost that arises once."
        raise Refusal(message)
    if given.people is not None and given.people < 1:
        message = "The proposal serves at least 1 person; leave it empty where it isn’t known."
        raise Refusal(message)
    return given


def _unit(row: ValueRow, column: ValueColumn) -> tuple[object, ...]:
    """Return what figures of a column must share to be compared."""
    match column:
        case ValueColumn.LOWEST | ValueColumn.TYPICAL | ValueColumn.HIGHEST:
            return (row.estimate.scale.casefold(),)
        case ValueColumn.COST:
            return row.cost.unit
        case _:
            return ()


def _key(row: ValueRow, column: ValueColumn) -> tuple[object, ...] | None:
    match column:
        case ValueColumn.NUMBER:
            if not row.number:
                return None
            # 9 comes before 10, and both before 9a.
            return (not row.number.isdecimal(), int(row.number) if row.number.isdecimal() else 0, row.number)
        case ValueColumn.TITLE:
            return (row.title.casefold(),)
        case ValueColumn.ANSWER:
            return None if row.answer is None else (list(AnswerKind).index(row.answer),)
        case ValueColumn.OUTCOMES:
            return (len(row.outcomes),)
        case _:
            value = {
                ValueColumn.LOWEST: row.estimate.lowest,
                ValueColumn.TYPICAL: row.estimate.typical,
                ValueColumn.HIGHEST: row.estimate.highest,
                ValueColumn.ASKED: row.estimate.asked,
                ValueColumn.COST: row.cost.per_person,
            }[column]
            return None if value is None else (value,)
