"""What earlier meetings leave to an agenda, put there by itself: minutes to confirm, deferred items, what is open."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.days import MONTHS
from boardroom.domain.outline import Outline, put
from boardroom.domain.plan import Strand
from boardroom.domain.words import ItemKind, ItemState
from boardroom.services.agenda import add_item, change_item, move_item
from boardroom.services.standing_rows import meeting_standing
from boardroom.store.queries import carrying as find
from boardroom.store.queries.agenda import first_day, items_of
from boardroom.store.queries.minute_numbers import host_of
from boardroom.store.queries.plan import meets
from boardroom.store.queries.proposal_list import count_unanswered

MATTERS_ARISING = "Matters arising and open actions"
_MATTERS = "matters arising"
PROPOSALS_WAITING = "Proposals waiting for an answer"
_NEARLY_A_YEAR = 330
_MINUTES_OF = re.compile(
    rf"(?i)minutes of .*\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))?.*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What was put on an agenda: days of minutes to confirm, and how much the items are about.

    `actions` and `proposals` are how many are open where the item for them was added, else nought.
    """

    minutes: tuple[date, ...] = ()
    deferred: int = 0
    actions: int = 0
    proposals: int = 0
    repeated: int = 0

    def __bool__(self) -> bool:
        """Whether anything was put there."""
        return bool(self.minutes or self.deferred or self.actions or self.proposals or self.repeated)


def carry_agenda(session: Session, meeting_id: UUID, from_id: UUID) -> Carried:
    """Put on an agenda what stands on every one, as on an earlier meeting's, and what is left to it.

    The first are procedural and standing items. Source: product B2 (carried forward by itself).

    Raises:
        Refusal: one of the meetings is gone, or notice was given.
    """
    meeting_standing(session, meeting_id)
    there = {item.title.casefold(): item.id for item in items_of(session, meeting_id)}
    meeting_standing(session, from_id)
    copies: dict[UUID | None, UUID] = {}
    repeated = 0
    for item, restricted_by in _with_restriction(items_of(session, from_id)):
        if not (item.standing or item.kind is ItemKind.PROCEDURAL) or item.state is ItemState.DEFERRED:
            continue
        title = item.title.casefold()
        if title not in there and not is_minutes_item(item.title):
            there[title] = _copy(session, meeting_id, item, restricted_by, copies.get(item.parent_id)).id
            repeated += 1
        if title in there:
            copies[item.id] = there[title]
    left = carry_forward(session, meeting_id)
    return Carried(
        minutes=left.minutes, deferred=left.deferred, actions=left.actions, proposals=left.proposals, repeated=repeated
    )


def carry_forward(session: Session, meeting_id: UUID) -> Carried:
    """Put on an agenda what is left to it and isn't there yet, behind the items that open the meeting.

    Minutes to confirm, one item for open actions and one for proposals without an answer, and the items that were
    deferred to it: by its id, by the meeting before it to none by its id, or to one that was called off. What is
    restricted stays so, with its ground, reason and review date. Source: product B2.

    Raises:
        Refusal: the meeting is gone, or notice was given.
    """
    meeting_standing(session, meeting_id)
    board = host_of(session, meeting_id)
    if board is None:
        return Carried()
    on = first_day(session, meeting_id)
    previous = find.previous_of(session, board.id, meeting_id, on)
    place = _Place(session, meeting_id)
    days = []
    for held_on in _days_to_confirm(session, board.id, meeting_id, on, previous):
        if not place.has_minutes_of(held_on, last=previous is not None and held_on == previous.held_on):
            place.add(f"Minutes of {held_on.day} {_month(held_on)}{_year(held_on, on)}", ItemKind.DECISION)
            days.append(held_on)
    place.pass_matters()
    actions = place.add_once(MATTERS_ARISING, find.count_open_actions(session, board.id))
    deferred = place.add_deferred(find.deferred_to(session, board.id, meeting_id, on, previous))
    proposals = place.add_once(PROPOSALS_WAITING, count_unanswered(session, board.id))
    return Carried(minutes=tuple(days), deferred=deferred, actions=actions, proposals=proposals)


def is_minutes_item(title: str) -> bool:
    """Whether an item is about the minutes of one meeting, by its day: the next agenda names another one."""
    return _MINUTES_OF.fullmatch(title) is not None


class _Place:
    """Where on an agenda what is carried forward goes, and what stands there already."""

    def __init__(self, session: Session, meeting_id: UUID) -> None:
        self._session, self._meeting_id = session, meeting_id
        items = items_of(session, meeting_id)
        self._titles, self._named = _titles(items), [item.title for item in items]
        own = [item for item in items if item.parent_id is None]
        self._at = next((at for at, item in enumerate(own) if not _opens(item)), len(own))
        self._matters_next = self._at < len(own) and own[self._at].title.casefold().startswith(_MATTERS)

    def has_minutes_of(self, day: date, *, last: bool) -> bool:
        """Whether an item is about the minutes of a day, or of the last meeting where that was it."""
        for title in self._named:
            found = _MINUTES_OF.fullmatch(title)
            if found is None:
                if last and re.match(r"(?i)minutes of (the )?(last|previous) meeting", title):
                    return True
            elif _same_day(found, day):
                return True
        return False

    def add(self, title: str, kind: ItemKind) -> AgendaItem:
        """Put a new item behind those that were carried before it."""
        item = add_item(self._session, self._meeting_id, title, kind=kind)
        self._bring(item)
        return item

    def add_once(self, title: str, count: int) -> int:
        """Put an item there where there is something for it to be about; returns how much, nought where it stood."""
        # “Matters arising” alone, or with the actions from the last meeting, is the same item by another name.
        begins = _MATTERS if title == MATTERS_ARISING else title.casefold()
        if not count or any(one.startswith(begins) for one in self._titles):
            return 0
        self.add(title, ItemKind.DISCUSSION)
        return count

    def pass_matters(self) -> None:
        """Go on behind the matters arising, where they stood there before."""
        self._at += self._matters_next

    def add_deferred(self, items: Iterable[AgendaItem]) -> int:
        """Put deferred items there, each with what stands under it; returns how many."""
        added = 0
        for item in items:
            agenda = list(_with_restriction(items_of(self._session, item.meeting_id)))
            branch = list(_branch(agenda, item.id))
            if item.title.casefold() in self._titles or _is_under_deferred(agenda, item):
                continue
            copies: dict[UUID | None, UUID] = {}
            for one, restricted_by in branch:
                # What came along with a restricted item stays restricted by it.
                by = (
                    None if restricted_by is not one and restricted_by and restricted_by.id in copies else restricted_by
                )
                copy = _copy(self._session, self._meeting_id, one, by, copies.get(one.parent_id))
                copies[one.id] = copy.id
                if one.id == item.id:
                    self._bring(copy)
            self._titles.add(item.title.casefold())
            added += 1
        return added

    def _bring(self, item: AgendaItem) -> None:
        move_item(self._session, item.id, partial(_at, item_id=item.id, index=self._at))
        self._at += 1


def _same_day(said: re.Match[str], day: date) -> bool:
    same = (int(said["day"]), said["month"].casefold()) == (day.day, _month(day).casefold())
    return same and said["year"] in {None, str(day.year)}


def _month(day: date) -> str:
    # By strftime it would be that of the system's language, which the next agenda needn't know.
    return MONTHS[day.month - 1]


def _at(order: Outline, *, item_id: UUID, index: int) -> Outline:
    return put(order, item_id, None, index)


def _opens(item: AgendaItem) -> bool:
    said = item.title.casefold()
    return item.kind is ItemKind.PROCEDURAL or said.startswith("minutes of ")


def _titles(items: Iterable[AgendaItem]) -> set[str]:
    return {item.title.casefold() for item in items}


def _days_to_confirm(
    session: Session, board_id: UUID, meeting_id: UUID, on: date | None, previous: find.Earlier | None
) -> list[date]:
    """Return the days whose minutes are to be confirmed at a meeting; what an agenda before it deals with isn't."""
    if previous is None:
        return []
    if previous.is_ahead:
        return [previous.held_on]
    held = {one.held_on for one in find.unconfirmed_before(session, board_id, meeting_id, on)}
    return sorted(held | ({previous.held_on} if previous.to_confirm else set()))


def _year(day: date, on: date | None) -> str:
    """Return a year where the day alone would be taken for another one."""
    return "" if on is None or (on - day).days < _NEARLY_A_YEAR else f" {day.year}"


def _with_restriction(items: Iterable[AgendaItem]) -> Iterator[tuple[AgendaItem, AgendaItem | None]]:
    """Give each item with the one that keeps it from the public: itself, or one above it."""
    by: dict[UUID, AgendaItem | None] = {}
    for item in items:
        above = by.get(item.parent_id) if item.parent_id is not None else None
        by[item.id] = item if item.restricted else above
        yield item, by[item.id]


def _branch(
    agenda: Iterable[tuple[AgendaItem, AgendaItem | None]], item_id: UUID
) -> Iterator[tuple[AgendaItem, AgendaItem | None]]:
    """Give an item and what under it wasn't dealt with either."""
    within = {item_id}
    for item, restricted_by in agenda:
        if item.id == item_id:
            yield item, restricted_by
        elif item.parent_id in within and item.state in {ItemState.OPEN, ItemState.DEFERRED}:
            within.add(item.id)
            yield item, restricted_by


def _is_under_deferred(agenda: list[tuple[AgendaItem, AgendaItem | None]], item: AgendaItem) -> bool:
    """Whether an item above was deferred the same way, so that it brings this one along."""
    items = {one.id: one for one, _ in agenda}
    above, seen = item.parent_id, {item.id}
    while above is not None and above in items and above not in seen:
        seen.add(above)
        one = items[above]
        if one.state is ItemState.DEFERRED and one.deferred_to_id == item.deferred_to_id:
            return True
        above = one.parent_id
    return False


def _copy(
    session: Session, meeting_id: UUID, item: AgendaItem, restricted_by: AgendaItem | None, parent_id: UUID | None
) -> AgendaItem:
    """Put an item on another agenda; what the public doesn't get here, it doesn't get there."""
    copy = add_item(session, meeting_id, item.title, kind=item.kind or ItemKind.DISCUSSION, parent_id=parent_id)
    change_item(session, copy.id, lead=item.lead, minutes_planned=item.minutes_planned, standing=item.standing)
    strand = session.get(Strand, item.strand_id) if item.strand_id is not None else None
    if strand is not None and meets(session, meeting_id, strand.board_id):
        # By it an interest in the strand names the item, and its planning counts there.
        copy.strand_id = strand.id
    if restricted_by is not None:
        copy.restricted, copy.restriction = True, restricted_by.restriction
        copy.ground, copy.public_title = restricted_by.ground, restricted_by.public_title
        copy.restriction_reason, copy.review_on = restricted_by.restriction_reason, restricted_by.review_on
    return copy
