"""What is said where a link leads to a thing that the page doesn't show: another board's, or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.store.queries.targets import board_holding

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.ui.desk import Desk


def not_here(desk: Desk, entity: str, entity_id: UUID, gone: str) -> str:
    """Return why a thing isn't shown.

    Args:
        desk: whose board is shown.
        entity: its table's name.
        entity_id: its id.
        gone: what is said where it isn't in the file.
    """
    held = desk.read(board_holding, entity, entity_id)
    if held is None or held[0] == desk.board_id:
        return gone
    said = QCoreApplication.translate("elsewhere", "That belongs to “{}”, another board of this file.")
    return said.format(held[1])
