"""Building an agenda: adding, moving, naming and removing items, numbers staying right."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting
from boardroom.domain.numbering import follow_order, number_added, renumber
from boardroom.domain.outline import Outline, move_after, outline, positions, put
from boardroom.domain.papers import Paper
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.words import ItemKind, ItemState, MeetingStatus, Restriction
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.papers import relabel_papers
from boardroom.services.standing_rows import item_standing, meeting_standing
from boardroom.services.stated import stated_line
from boardroom.store.queries import agenda as find
from boardroom.store.queries.hanging import hanging_on
from boardroom.store.queries.uses import users_of

_LONGEST = 24 * 60
_OWN = ("item_translation",)


def add_item(  # noqa: PLR0913 - an item has these parts
    session: Session,
    meeting_id: UUID,
    title: str,
    *,
    kind: ItemKind = ItemKind.DISCUSSION,
    parent_id: UUID | None = None,
    after_id: UUID | None = None,
    late_reason: str = "",
) -> AgendaItem:
    """Put a new item last on the agenda, last under another one, or just after one.

    Raises:
        Refusal: the title is blank; or notice was given and the chair's reason for a late item is missing
            (Local Government Act 1972 s.100B(4)).
    """
    late_reason = clean_text(late_reason).strip()
    meeting = meeting_standing(session, meeting_id)
    if _is_out(meeting) and not late_reason:
        message = "Notice was given, so this is a late item: say why the chair takes it as urgent."
        raise Refusal(message)
    items = list(find.items_of(session, meeting_id))
    item = AgendaItem(meeting_id=meeting_id, title=_titled(title), kind=kind, late_reason=late_reason)
    session.add(item)
    order = put(outline(items), item.id, parent_id, len(items))
    if after_id is not None:
        order = move_after(order, item.id, item_standing(session, after_id).id)
    _arrange(session, meeting, [*items, item], order)
    return item


def rename_item(session: Session, item_id: UUID, title: str) -> AgendaItem:
    """Give an item another title.

    Raises:
        Refusal: the title is blank, or the item is gone.
    """
    item = item_standing(session, item_id)
    item.title = _titled(title)
    return item


def change_item(  # noqa: PLR0913 - an item has these parts
    session: Session,
    item_id: UUID,
    *,
    kind: ItemKind | Kept | None = KEPT,
    lead: str | Kept = KEPT,
    minutes_planned: int | Kept | None = KEPT,
    standing: bool | Kept = KEPT,
    paper: str | Kept = KEPT,
    agenda_note: str | Kept = KEPT,
    taken_after: str | Kept = KEPT,
    urgent: bool | Kept = KEPT,
    late_reason: str | Kept = KEPT,
    minute_number: str | Kept = KEPT,
) -> AgendaItem:
    """Change what an item says of itself; what isn't given stays.

    Raises:
        Refusal: no meeting takes so many minutes, a late item would lose its reason, or the item is gone.
    """
    item = item_standing(session, item_id)
    if minutes_planned is not KEPT:
        item.minutes_planned = _minutes(minutes_planned)
    if late_reason is not KEPT:
        late_reason = clean_text(late_reason).strip()
        meeting = meeting_standing(session, item.meeting_id)
        if item.late_reason and not late_reason and _is_out(meeting):
            message = "This is a late item: the reason why the chair takes it as urgent must stand."
            raise Refusal(message)
        item.late_reason = late_reason
    was = item.kind
    item.kind = given(kind, item.kind)
    item.lead = clean_line(given(lead, item.lead))
    item.standing = given(standing, item.standing)
    item.paper = clean_line(given(paper, item.paper))
    item.agenda_note = clean_text(given(agenda_note, item.agenda_note)).strip()
    item.taken_after = clean_line(given(taken_after, item.taken_after))
    item.urgent = given(urgent, item.urgent)
    item.minute_number = clean_line(given(minute_number, item.minute_number))
    if ItemKind.HEADING in {was, item.kind} and was is not item.kind:
        # A heading isn't counted, so the numbers behind it follow.
        items = list(find.items_of(session, item.meeting_id))
        _arrange(session, meeting_standing(session, item.meeting_id), items, outline(items))
    return item


def number_item(session: Session, item_id: UUID, number: str) -> AgendaItem:
    """Give an item another number, as printed.

    Raises:
        Refusal: the agenda is still being built (numbers follow the order then), another item has the number,
            or the item is gone.
    """
    item = item_standing(session, item_id)
    meeting = meeting_standing(session, item.meeting_id)
    number = clean_line(number)
    if follow_order(meeting):
        message = "Until notice is given the numbers follow the order: move the item instead."
        raise Refusal(message)
    for other in find.items_of(session, item.meeting_id):
        if number and other.number == number and other is not item:
            message = f"“{other.title}” is item {number} already."
            raise Refusal(message)
    item.number = number
    return item


def move_item(session: Session, item_id: UUID, move: Callable[[Outline], Outline]) -> AgendaItem:
    """Move an item by one of the moves of `domain.outline`; numbers follow until notice was given.

    Raises:
        Refusal: the item would stand under itself, or is gone.
    """
    item = item_standing(session, item_id)
    items = list(find.items_of(session, item.meeting_id))
    _arrange(session, meeting_standing(session, item.meeting_id), items, move(outline(items)))
    return item


def remove_item(session: Session, item_id: UUID) -> None:
    """Take an item off an agenda that nobody has seen yet.

    Raises:
        Refusal: notice was given (then it can be withdrawn), or something stands under the item or leads to it.
    """
    item = item_standing(session, item_id)
    meeting = meeting_standing(session, item.meeting_id)
    if meeting.notice_given_on is not None or meeting.status is not MeetingStatus.PLANNED:
        message = "The agenda is out: withdraw the item, so that its number stays."
        raise Refusal(message)
    if users_of(session, AgendaItem, item_id, apart_from=_OWN):
        message = f"Something is recorded under “{item.title}”; take that out first, or withdraw the item."
        raise Refusal(message)
    for translation in find.translations_of(session, item_id):
        session.delete(translation)
    session.delete(item)
    items = [other for other in find.items_of(session, item.meeting_id) if other.id != item_id]
    _arrange(session, meeting, items, outline(items))


def withdraw_item(session: Session, item_id: UUID) -> AgendaItem:
    """Withdraw an item; its number stays and nobody else gets it.

    Raises:
        Refusal: the item is gone.
    """
    item = item_standing(session, item_id)
    item.state, item.deferred_to, item.deferred_to_id = ItemState.WITHDRAWN, "", None
    return item


def defer_item(session: Session, item_id: UUID, to: str) -> AgendaItem:
    """Defer an item to a named meeting.

    Raises:
        Refusal: no meeting is named, or the item is gone.
    """
    item = item_standing(session, item_id)
    to = stated_line(to, "Say to which meeting the item is deferred.")
    item.state, item.deferred_to, item.deferred_to_id = ItemState.DEFERRED, to, None
    return item


def take_item(session: Session, item_id: UUID) -> AgendaItem:
    """Mark an item as taken.

    Raises:
        Refusal: it was withdrawn or deferred, or is gone.
    """
    item = item_standing(session, item_id)
    if item.state in {ItemState.WITHDRAWN, ItemState.DEFERRED}:
        message = f"“{item.title}” was {item.state}; open it again first."
        raise Refusal(message)
    item.state = ItemState.TAKEN
    return item


def reopen_item(session: Session, item_id: UUID) -> AgendaItem:
    """Have an item still to be taken that was taken, deferred or withdrawn; after which one, it will say then.

    Raises:
        Refusal: the item is gone.
    """
    item = item_standing(session, item_id)
    if item.state is ItemState.TAKEN:
        item.taken_after = ""
    item.state, item.deferred_to, item.deferred_to_id = ItemState.OPEN, "", None
    return item


def restrict_item(  # noqa: PLR0913 - what the law asks to be stated
    session: Session,
    item_id: UUID,
    restriction: Restriction,
    *,
    ground: str,
    public_title: str,
    reason: str = "",
    review_on: date | None = None,
) -> AgendaItem:
    """Keep an item, and all under it, from the public; the public reads its number, public title and ground.

    Source: Local Government Act 1972 s.100A and Schedule 12A.

    Raises:
        Refusal: the ground or the public title is missing, or the item is gone.
    """
    item = item_standing(session, item_id)
    ground, public_title = clean_line(ground), clean_line(public_title)
    if not ground or not public_title:
        message = "A restricted item needs its ground and a title that the public may read."
        raise Refusal(message)
    item.restricted, item.restriction = True, restriction
    item.ground, item.public_title = ground, public_title
    item.restriction_reason, item.review_on = clean_text(reason).strip(), review_on
    return item


def open_item(session: Session, item_id: UUID) -> AgendaItem:
    """Let the public read an item again; ground, reason and review date go with the restriction.

    Raises:
        Refusal: the item is gone.
    """
    item = item_standing(session, item_id)
    item.restricted, item.restriction = False, None
    item.ground, item.public_title, item.restriction_reason, item.review_on = "", "", "", None
    return item


def _is_out(meeting: Meeting) -> bool:
    """Whether people have the agenda and the meeting is still to come."""
    return meeting.notice_given_on is not None and meeting.status is MeetingStatus.PLANNED


def _arrange(session: Session, meeting: Meeting, items: list[AgendaItem], order: Outline) -> None:
    """Give items the places and the numbers of an order; printed numbers stay once the agenda is out."""
    place_of = positions(order)
    parents = {place.id: place.parent_id for place in order}
    for item in items:
        item.position, item.parent_id = place_of[item.id], parents[item.id]
    numbers = renumber(items) if follow_order(meeting) else number_added(items)
    renumbered = [item for item in items if item.number != numbers[item.id]]
    papers = hanging_on(session, Paper, "item_id", (item.id for item in renumbered))
    for item in renumbered:
        relabel_papers(item, papers.get(item.id, ()), numbers[item.id])
        item.number = numbers[item.id]


def _titled(title: str) -> str:
    return stated_line(title, "Give the item a title.")


def _minutes(minutes: int | None) -> int | None:
    if minutes is not None and not 0 <= minutes <= _LONGEST:
        message = f"An item takes between 1 and {_LONGEST} minutes."
        raise Refusal(message)
    return minutes or None
