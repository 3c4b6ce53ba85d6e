"""The outline of the minutes page: the items with what is still empty, and how a step names each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.words import ItemKind
from boardroom.ui.kit.row_data import RowData

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from boardroom.store.queries.meeting_page import AgendaRow
    from boardroom.ui.pages.minutes_part import PartView

OPENING = "opening"
"""The id of the outline's first row: what stands before the first item."""

_T = QCoreApplication.translate


def called(row: AgendaRow | None) -> str:
    """Return how a step and the ear name an item; None for the meeting itself."""
    if row is None:
        return _T("Minutes", "the meeting")
    return _T("Minutes", "item {}").format(row.number) if row.number else f"“{row.title}”"


def is_wanted(row: AgendaRow) -> bool:
    """Return whether something should be minuted at an item: a heading says enough."""
    return row.kind is not ItemKind.HEADING


def outline_rows(parts: Sequence[PartView], rows: Mapping[UUID, AgendaRow]) -> list[RowData]:
    """Return the rows of the outline.

    Args:
        parts: the parts of the page, in order.
        rows: the items by id.
    """
    found = []
    for part in parts:
        row = rows.get(part.item_id) if part.item_id is not None else None
        if row is None:
            found.append(RowData(id=OPENING, key=None, title=_T("Minutes", "Opening and attendance")))
            continue
        empty = part.empty and is_wanted(row)
        found.append(
            RowData(
                id=row.id,
                key=None,
                title=row.title or row.public_title,
                number=row.number,
                indent=row.depth,
                context=_T("Minutes", "empty") if empty else "",
                icon="circle-dashed" if empty else "check",
                icon_tone="caution" if empty else "muted",
            )
        )
    return found
