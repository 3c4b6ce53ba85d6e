"""What a pasted table lists and what its columns hold, in words, and what taking it in would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.pasted import Fate, Field, PastedKind

if TYPE_CHECKING:
    from boardroom.ui.pages.paste_work import Looked


def promise_of(looked: Looked | None) -> str:
    """Return what taking in would do, in a few words; None while nothing was read."""
    if looked is None:
        return _tr("from Word or Excel")
    new = looked.count(Fate.NEW)
    match looked.reading.kind:
        case PastedKind.MEMBERS:
            return _tr("Take in 1 member") if new == 1 else _tr("Take in {} members").format(new)
        case PastedKind.AGENDA:
            return _tr("Take in 1 agenda item") if new == 1 else _tr("Take in {} agenda items").format(new)
        case PastedKind.ACTIONS:
            return _tr("Take in 1 action") if new == 1 else _tr("Take in {} actions").format(new)


def kind_name(kind: PastedKind) -> str:
    """Return what a table of this kind lists."""
    return {
        PastedKind.MEMBERS: _tr("Members"),
        PastedKind.AGENDA: _tr("Agenda lines"),
        PastedKind.ACTIONS: _tr("Open actions"),
    }[kind]


def field_name(field: Field | None) -> str:
    """Return what a column holds; None for one that is passed over."""
    if field is None:
        return _tr("Passed over")
    return {
        Field.NAME: _tr("Name"),
        Field.FIRST_NAME: _tr("First name"),
        Field.LAST_NAME: _tr("Last name"),
        Field.SEAT: _tr("Seat"),
        Field.ORGANISATION: _tr("Organisation"),
        Field.SECTOR: _tr("Sector"),
        Field.NUMBER: _tr("Number"),
        Field.TITLE: _tr("Title"),
        Field.TIME: _tr("Time"),
        Field.LEAD: _tr("Lead"),
        Field.ITEM_KIND: _tr("Kind"),
        Field.ACTION: _tr("Action"),
        Field.OWNER: _tr("Owner"),
        Field.DUE: _tr("Due"),
        Field.STATUS: _tr("Status"),
    }[field]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PastePage", text)
