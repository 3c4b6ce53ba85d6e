"""Records for the palette: found by words, as rows that lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.row_model import RowData
    from boardroom.ui.links import Link


def records(_desk: Desk, _typed: str) -> list[tuple[RowData, Link]]:
    """Return what holds the words, best first, as rows of the palette with their links."""
    return []
