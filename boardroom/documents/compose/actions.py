"""Tables of actions: at the item, and all of them gathered at the end."""

from collections.abc import Sequence

from boardroom.documents.blocks import Cell, Column, Table, words
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.phrases import joined, upper_first
from boardroom.documents.compose.source import Source
from boardroom.domain.actions import Action, ActionOwner
from boardroom.domain.words import ActionStatus

_NOT_STATED = "Not stated"


def action_table(source: Source, actions: Sequence[Action]) -> Table:
    """Return the actions of one item: number, what, who, by when."""
    numbered = any(action.number for action in actions)
    columns = [Column("Action", 52), Column("Who", 28), Column("By", 20)]
    return Table(
        columns=tuple([Column("No.", 7), *columns] if numbered else columns),
        rows=tuple(_row(source, action, *([action.number] if numbered else [])) for action in actions),
        summary="Actions, who is to do them, and by when",
    )


def all_actions(source: Source) -> Table:
    """Return the meeting's actions in the order of its items, with the item of each."""
    order = {item.id: at for at, item in enumerate(source.items)}
    actions = sorted(
        source.record.actions, key=lambda one: order.get(one.item_id, len(order)) if one.item_id else len(order)
    )
    numbered = any(action.number for action in actions)
    columns = [Column("Item", 12), Column("Action", 44), Column("Who", 26), Column("By", 18)]
    return Table(
        columns=tuple([Column("No.", 7), *columns] if numbered else columns),
        rows=tuple(
            _row(source, action, *([action.number] if numbered else []), _item(source, action)) for action in actions
        ),
        summary="All actions of the meeting",
    )


def _row(source: Source, action: Action, *before: str) -> tuple[Cell, ...]:
    lines = [words(action.text)]
    if action.status not in {None, ActionStatus.OPEN}:
        lines.append(words(f"({action.status})"))
    return (
        *(Cell((words(text),), heads_row=at == 0) for at, text in enumerate(before)),
        Cell(tuple(lines), heads_row=not before, language=source.language),
        Cell((words(_who(source, action)),)),
        Cell((words(_by(action)),)),
    )


def _item(source: Source, action: Action) -> str:
    item = source.item(action.item_id)
    if item is None:
        return ""
    return item.number or upper_first(source.place(item.id))


def _who(source: Source, action: Action) -> str:
    """Return the owners: people and organisations, else the words used."""
    owners = source.under(source.record.action_owners, "action_id", action.id)
    people = [name for name in (_owner(source, one) for one in owners) if name]
    stated = joined((action.owner_role, action.owner_organisation), ", ")
    # Words that only repeat the owners' names say nothing more.
    if stated and all(stated.casefold() not in name.casefold() for name in people):
        people.append(stated)
    return "; ".join(people) or _NOT_STATED


def _owner(source: Source, one: ActionOwner) -> str:
    name = source.person(one.person_id, one.name)
    return joined((name, source.organisation(one.organisation_id, one.organisation)), ", ")


def _by(action: Action) -> str:
    due = short_date(action.due_on) if action.due_on else ""
    if due and action.due_words:
        return f"{due} ({action.due_words})"
    return due or upper_first(action.due_words) or _NOT_STATED
