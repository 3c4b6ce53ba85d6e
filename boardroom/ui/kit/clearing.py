"""Taking out what was laid out before, so that something else can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout; none is to be seen from now on."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            # It goes only with the next turn of the event loop.
            widget.hide()
            widget.deleteLater()
