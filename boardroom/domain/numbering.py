"""Numbers of agenda items and minutes, as printed: how they sort, and how they are given."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from uuid import UUID

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting
from boardroom.domain.outline import outline
from boardroom.domain.words import ItemKind, MeetingStatus

_DIGITS = re.compile("([0-9]+)")
_YEAR = re.compile("(?:19|20)[0-9]{2}")

NumberKey = tuple[int, tuple[tuple[int, int, str], ...]]


def number_key(number: str) -> NumberKey:
    """Return a key that sorts numbers as people do: 3.10 follows 3.9, 12a follows 12; none comes last.

    Figures are compared by length and then as text, so a number of any length can be sorted.
    Source: domain-facts, "3.10 follows 3.9".
    """
    parts = []
    for part in _DIGITS.split(number.casefold()):
        if part and _DIGITS.fullmatch(part):
            digits = part.lstrip("0")
            parts.append((0, len(digits), digits))
        elif part:
            parts.append((1, 0, part))
    return (0 if parts else 1, tuple(parts))


def follow_order(meeting: Meeting) -> bool:
    """Whether numbers of items and labels of papers follow the order still, because nobody has seen the agenda."""
    return meeting.status is MeetingStatus.PLANNED and meeting.notice_given_on is None


def renumber(items: Sequence[AgendaItem], *, first: int = 1) -> dict[UUID, str]:
    """Number an agenda afresh in its running order: `1`, `1.1`, `4.1.3`.

    This is for an agenda that nobody has seen yet, or when the secretary asks for it: every item takes
    its place in the count, a withdrawn one too. A heading that has no number gets none, and what stands
    under it is counted on as if the heading were not there. `first` lets numbers run on from an earlier
    meeting (Wirral, items 18 to 25). Source: product B1; domain-facts, "withdrawn (the number stays)".
    """
    by_id = {item.id: item for item in items}
    numbers: dict[UUID, str] = {}
    # Under which item each one is counted, past the headings without a number.
    counted_under: dict[UUID | None, UUID | None] = {None: None}
    counts: dict[UUID | None, int] = {None: first - 1}
    for place in outline(items):
        under = counted_under[place.parent_id]
        if _is_bare_heading(by_id[place.id]):
            numbers[place.id] = ""
            counted_under[place.id] = under
            continue
        counts[under] = counts.get(under, 0) + 1
        number = str(counts[under])
        numbers[place.id] = number if under is None else f"{numbers[under]}.{number}"
        counted_under[place.id] = place.id
    return numbers


def number_added(items: Sequence[AgendaItem]) -> dict[UUID, str]:
    """Return every item's number once the agenda is out: printed numbers stay, new items get the next.

    Nothing shifts: a withdrawn item keeps its number, odd or doubled numbers of a past record are left
    alone, and a late item is counted on from the greatest among its siblings, wherever it stands.
    Source: domain-facts, "withdrawn (the number stays)", late items (LGA 1972 s.100B(4)).
    """
    by_id = {item.id: item for item in items}
    numbers = {item.id: item.number for item in items}
    used = {item.number for item in items if item.number}
    counted_under: dict[UUID | None, UUID | None] = {None: None}
    siblings: dict[UUID | None, list[str]] = {}
    order = outline(items)
    for place in order:
        under = counted_under[place.parent_id]
        counted_under[place.id] = place.id if by_id[place.id].number or not _is_bare_heading(by_id[place.id]) else under
        if by_id[place.id].number:
            siblings.setdefault(under, []).append(by_id[place.id].number)
    for place in order:
        item = by_id[place.id]
        if item.number or _is_bare_heading(item):
            continue
        under = counted_under[place.parent_id]
        there = siblings.setdefault(under, [])
        prefix = "" if under is None else f"{numbers[under]}."
        number = _next_of(there, prefix, used)
        there.append(number)
        used.add(number)
        numbers[place.id] = number
    return numbers


def _is_bare_heading(item: AgendaItem) -> bool:
    return item.kind is ItemKind.HEADING and not item.number


def _next_of(siblings: Sequence[str], prefix: str, used: set[str]) -> str:
    found = [_last_figure(number) for number in siblings]
    count = max([figure for figure in found if figure is not None], default=len(siblings)) + 1
    while f"{prefix}{count}" in used:
        count += 1
    return f"{prefix}{count}"


def _last_figure(number: str) -> int | None:
    runs = _DIGITS.findall(number)
    # A figure of more than nine digits is no count of items; Python refuses to read one of thousands.
    return int(runs[-1]) if runs and len(runs[-1]) <= 9 else None  # noqa: PLR2004 - said above


def next_minute_number(existing: Iterable[str]) -> str:
    """Return the minute number that follows all those given this year; none is ever used twice.

    The style of the greatest number is kept: `903` gives `904`, `C1789` gives `C1790`, `2024/07` gives
    `2024/08`, `45/2024` gives `46/2024`. `existing` must hold withdrawn and deleted ones as well, or
    they would come again. Source: glossary, "Minute number: permanent, often running on all year".
    """
    return next(_following(existing))


def number_minutes(items: Sequence[AgendaItem], minuted: Collection[UUID], given: Iterable[str]) -> dict[UUID, str]:
    """Return the minute numbers to be given to items that have none yet, in running order.

    A sub-item stands under the number of its item, and its being minuted makes that one minuted. A heading
    has none; what stands under it is numbered as if the heading were not there.

    Args:
        items: those of a meeting.
        minuted: which of them the minutes say something of.
        given: the numbers that may not be given again, and that these run on from.
    """
    by_id = {item.id: item for item in items}
    # Under which numbered item each one stands; None under headings alone.
    stands_under: dict[UUID | None, UUID | None] = {None: None}
    waiting: dict[UUID, bool] = {}
    for place in outline(items):
        above = stands_under[place.parent_id]
        heading = by_id[place.id].kind is ItemKind.HEADING
        stands_under[place.id] = above if above is not None or heading else place.id
        numbered = stands_under[place.id]
        if numbered is not None:
            waiting[numbered] = waiting.get(numbered, False) or place.id in minuted
    following = _following([*given, *(item.minute_number for item in items)])
    return {
        item_id: next(following) for item_id, wanted in waiting.items() if wanted and not by_id[item_id].minute_number
    }


def _following(existing: Iterable[str]) -> Iterator[str]:
    """Give one after the other the minute numbers that follow all those given, without end."""
    given = set(existing)
    # Most boards number by plain figures, over many years: of those only the greatest is looked at closely.
    plain = {number for number in given if number.isascii() and number.isdecimal()}
    closely = [_split(number) for number in given - plain if _DIGITS.search(number)]
    if plain:
        closely.append(_split(max(plain, key=_by_value)))
    style, running = ("", ""), "0"
    if closely:
        styles = {(before, after) for before, _, after in closely}
        style = max(styles, key=lambda one: (number_key(one[0]), number_key(one[1]), one))
        running = max((figure for before, figure, after in closely if (before, after) == style), key=_by_value)
    while True:
        running = _plus_one(running)
        number = running.join(style)
        if number not in given:
            yield number


def _by_value(figures: str) -> tuple[int, str, str]:
    value = figures.lstrip("0")
    return len(value), value, figures


def _split(number: str) -> tuple[str, str, str]:
    """Part a number into what comes before, its running figure, and what comes after."""
    parts = _DIGITS.split(number)
    running = len(parts) - 2
    # 45/2024: the year stands last, the running figure before it.
    if running > 1 and _YEAR.fullmatch(parts[running]) and not _YEAR.fullmatch(parts[running - 2]):
        running -= 2
    after = "".join(parts[running + 1 :])
    return "".join(parts[:running]), parts[running], after if _DIGITS.search(after) else ""


def _plus_one(figure: str) -> str:
    """Add one to a run of figures of any length, as on paper; leading noughts keep its width."""
    digits = list(figure)
    for index in range(len(digits) - 1, -1, -1):
        if digits[index] != "9":
            digits[index] = str(int(digits[index]) + 1)
            return "".join(digits)
        digits[index] = "0"
    return "1" + "".join(digits)
