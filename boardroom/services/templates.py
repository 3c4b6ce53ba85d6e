"""Agenda templates of a board: kept from a meeting's agenda, put on another one, named anew, taken out."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.refusal import Refusal
from boardroom.domain.templates import AgendaTemplate, TemplateItem
from boardroom.domain.text import clean_line
from boardroom.domain.words import ItemKind, ItemState
from boardroom.services.agenda import add_item, change_item
from boardroom.services.carrying import is_minutes_item
from boardroom.services.standing_rows import meeting_standing, standing
from boardroom.store.queries import templates as find
from boardroom.store.queries.agenda import items_of
from boardroom.store.queries.minute_numbers import host_of


def keep_as_template(session: Session, meeting_id: UUID, name: str) -> AgendaTemplate:
    """Keep the agenda of a meeting as a template of its board; one of the same name is made anew from it.

    Withdrawn items stay out, and so do the minutes of one day, which are carried forward by themselves. A restricted
    item is kept by the title that the public may read, without what stands under it.

    Raises:
        Refusal: it has no name or no item, or the meeting is gone.
    """
    meeting_standing(session, meeting_id)
    board = host_of(session, meeting_id)
    name = _named(name)
    if board is None:
        message = "This meeting belongs to no board, so no board can keep its agenda."
        raise Refusal(message)
    items = _kept(items_of(session, meeting_id))
    if not items:
        message = "There is no item on this agenda that a template could keep."
        raise Refusal(message)
    templates = find.templates_of(session, board.id)
    template = next((one for one in templates if one.name.casefold() == name.casefold()), None)
    if template is None:
        position = templates[-1].position + 1 if templates else 0
        template = AgendaTemplate(board_id=board.id, position=position, name=name)
        session.add(template)
    for row in find.template_items_of(session, template.id):
        session.delete(row)
    for position, (item, level) in enumerate(items):
        session.add(
            TemplateItem(
                template_id=template.id,
                position=position,
                level=level,
                title=item.public_title if item.restricted else item.title,
                kind=item.kind,
                standing=item.standing,
                minutes_planned=item.minutes_planned,
                lead=item.lead,
            )
        )
    return template


def rename_template(session: Session, template_id: UUID, name: str) -> AgendaTemplate:
    """Give a template another name.

    Raises:
        Refusal: it has no name, another one has it, or the template is gone.
    """
    template, name = _standing(session, template_id), _named(name)
    for other in find.templates_of(session, template.board_id):
        if other.id != template_id and other.name.casefold() == name.casefold():
            message = f"Another template is called “{other.name}” already."
            raise Refusal(message)
    template.name = name
    return template


def remove_template(session: Session, template_id: UUID) -> None:
    """Take out a template; agendas made from it stay, and a series goes on with empty ones.

    Raises:
        Refusal: the template is gone.
    """
    template = _standing(session, template_id)
    for series in find.series_with_template(session, template_id):
        series.template_id = None
    for row in find.template_items_of(session, template_id):
        session.delete(row)
    session.delete(template)


def put_template(session: Session, meeting_id: UUID, template_id: UUID) -> list[AgendaItem]:
    """Put the items of a template last on an agenda, with their numbers and sub-items; returns them in order.

    Raises:
        Refusal: the meeting or the template is gone, or notice was given.
    """
    _standing(session, template_id)
    put: list[AgendaItem] = []
    above: list[AgendaItem] = []
    for row in find.template_items_of(session, template_id):
        # A file may skip a level; nothing stands deeper than under the item before it.
        del above[max(row.level, 0) :]
        parent_id = above[-1].id if above else None
        item = add_item(session, meeting_id, row.title, kind=row.kind or ItemKind.DISCUSSION, parent_id=parent_id)
        change_item(session, item.id, lead=row.lead, minutes_planned=row.minutes_planned, standing=row.standing)
        above.append(item)
        put.append(item)
    return put


def _kept(items: Sequence[AgendaItem]) -> list[tuple[AgendaItem, int]]:
    """Return the items that a template keeps, each with how deep it stands among them."""
    levels: dict[UUID, int] = {}
    left_out: set[UUID] = set()
    kept = []
    for item in items:
        secret = item.restricted and not item.public_title
        undone = item.state is ItemState.WITHDRAWN or is_minutes_item(item.title)
        if secret or undone or item.parent_id in left_out:
            left_out.add(item.id)
            continue
        levels[item.id] = 0 if item.parent_id is None else levels.get(item.parent_id, -1) + 1
        kept.append((item, levels[item.id]))
        if item.restricted:
            left_out.add(item.id)
    return kept


def _standing(session: Session, template_id: UUID) -> AgendaTemplate:
    return standing(session, AgendaTemplate, template_id, "That template")


def _named(name: str) -> str:
    name = clean_line(name)
    if not name:
        message = "Give the template a name."
        raise Refusal(message)
    return name
