"""Records found by words, as rows that lead somewhere: for the palette, and for whoever lists hits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.store.queries.found import FoundRow, find_records
from boardroom.store.queries.found_by_name import find_named
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.links import Link, link_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boardroom.ui.desk import Desk

_MOST = 8
_KINDS: dict[str, frozenset[str]] = {
    "?": frozenset({"proposal"}),
    "=": frozenset({"decision"}),
    "!": frozenset({"action"}),
    "@": frozenset({"person", "organisation", "seat"}),
}
_ICONS = {
    "proposal": "chat-centered-text",
    "decision": "scales",
    "action": "check-square",
    "person": "user",
    "organisation": "buildings",
    "seat": "identification-card",
    "strand": "path",
    "meeting": "users-three",
    "agenda_item": "list",
    "paper": "paperclip",
    "board": "users",
}


def records(desk: Desk, typed: str) -> list[tuple[RowData, Link]]:
    """Return what the words name and then what holds them, best first, as rows of the palette with their links."""
    kinds = _KINDS.get(typed[:1])
    words = typed[1:] if kinds is not None else typed
    # People and organisations belong to the file, not to one of its boards.
    board_id = None if kinds is not None and "person" in kinds else desk.board_id
    named = desk.read(find_named, words, desk.today, board_id=board_id) if kinds is None else []
    known = {one.target for one in named}
    found = desk.read(find_records, words, desk.today, board_id=board_id, kinds=kinds)
    found = [*named, *(one for one in found if one.target not in known)]
    group = QCoreApplication.translate("found", "In the record")
    return [
        (_row(one, group, words.split()), link_to(target.entity, target.id, target.meeting_id, target.item_id))
        for one in found[:_MOST]
        if (target := one.target) is not None
    ]


def _row(one: FoundRow, group: str, words: list[str]) -> RowData:
    named = f"{_kind_said(one.entity)} {one.number}, {one.title}" if one.number else one.title
    where = ", ".join(
        filter(None, (plain_day(one.day) if one.day else one.meeting, str(one.state) if one.state else ""))
    )
    return RowData(
        id=one.hit.entity_id,
        key=one.hit.entity_id,
        title=named,
        context=where,
        mark=one.sector,
        icon="eye-slash" if one.hit.restricted else _ICONS.get(one.entity, "file-text"),
        group=group,
        marked=tuple(_marked(named, words)),
    )


def _marked(title: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Return where the words begin a word of the title."""
    small = title.casefold()
    # Folding may make a letter two; then the places would be wrong ones.
    for word in words if len(small) == len(title) else ():
        for match in re.finditer(rf"\b{re.escape(word.casefold())}", small):
            yield match.span()


def _kind_said(entity: str) -> str:
    return {
        "proposal": QCoreApplication.translate("found", "Proposal"),
        "decision": QCoreApplication.translate("found", "Decision"),
        "action": QCoreApplication.translate("found", "Action"),
        "paper": QCoreApplication.translate("found", "Paper"),
        "agenda_item": QCoreApplication.translate("found", "Item"),
        "strand": QCoreApplication.translate("found", "Strand"),
    }.get(entity, "")
