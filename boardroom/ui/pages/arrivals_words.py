"""What a file that came in is, and what happens to it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.exchange.arriving import Arrival, ArrivalKind

if TYPE_CHECKING:
    from uuid import UUID


def kind_shown(one: Arrival) -> str:
    """Return what a file is, with a few words on what is in it."""
    kinds = {
        ArrivalKind.MEETING_RECORD: _tr("Meeting record"),
        ArrivalKind.BOARD_RECORD: _tr("Board record"),
        ArrivalKind.BOARD_FILE: _tr("Board file"),
        ArrivalKind.FORM: _tr("Proposal form"),
        ArrivalKind.PAPER: _tr("Paper"),
        ArrivalKind.NOTHING: _tr("Not taken"),
    }
    return f"{kinds[one.kind]}: {one.about}" if one.about else kinds[one.kind]


def fate_shown(one: Arrival, item_id: UUID | None) -> str:
    """Return what happens to a file, or why nothing does; a form that could be read is told of elsewhere.

    Args:
        one: the file.
        item_id: the agenda item that papers go to.
    """
    if one.wrong:
        return one.wrong
    match one.kind:
        case ArrivalKind.MEETING_RECORD:
            return _tr("The meeting comes into this board file")
        case ArrivalKind.BOARD_RECORD:
            return _tr("What this board file lacks of it comes in")
        case ArrivalKind.BOARD_FILE:
            return _tr("It can be opened in place of this one")
        case _:
            if item_id is None:
                return _tr("Open the agenda item first that it belongs to, and drop it there")
            return _tr("Attached as the last paper of the item")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Arrivals", text)
