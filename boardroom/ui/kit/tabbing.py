"""Where the Tab key goes: through some regions in the order in which they are read, and round again.

Qt's own order is that of creation; pages and buttons that come later would come last, behind the message bar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def go_on(regions: Sequence[QWidget], *, forwards: bool) -> bool:
    """Put the focus on the next widget of some regions that takes it by Tab; returns whether there is one.

    Args:
        regions: in reading order; inside each, Qt's own order holds.
        forwards: whether Tab was pressed, and not Shift+Tab.
    """
    stops = _stops(regions)
    focused = QApplication.focusWidget()
    if not stops:
        return False
    step = 1 if forwards else -1
    at = stops.index(focused) + step if focused in stops else (0 if forwards else -1)
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    stops[at % len(stops)].setFocus(reason)
    return True


def _stops(regions: Sequence[QWidget]) -> list[QWidget]:
    found: dict[QWidget, list[QWidget]] = {region: [] for region in regions}
    start = regions[0].window()
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        takes_it = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        if takes_it and widget.focusProxy() is None:
            for region in regions:
                if region is widget or region.isAncestorOf(widget):
                    found[region].append(widget)
        widget = widget.nextInFocusChain()
    return [widget for region in regions for widget in found[region]]
