"""Where the Tab key goes: through some regions in the order in which they are read, and round again.

Qt's own order is that of creation: what comes later, as most of a page does, would come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def go_on(regions: Sequence[QWidget], *, forwards: bool) -> bool:
    """Put the focus on the next widget of some regions that takes it by Tab; returns whether there is one.

    Args:
        regions: in reading order; inside each, what is laid out first comes first.
        forwards: whether Tab was pressed, and not Shift+Tab.
    """
    stops = [stop for region in regions for stop in _stops(region)]
    focused = QApplication.focusWidget()
    if not stops:
        return False
    step = 1 if forwards else -1
    at = stops.index(focused) + step if focused in stops else (0 if forwards else -1)
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    stops[at % len(stops)].setFocus(reason)
    return True


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None:
        yield widget
    for child in _in_reading_order(widget):
        yield from _stops(child)


def _in_reading_order(widget: QWidget) -> list[QWidget]:
    """Return what stands in a widget: as its layout has it, and what no layout holds, by its place."""
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    loose = [child for child in children if child not in laid and not child.isWindow()]
    return [*laid, *sorted(loose, key=_place)]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    order = range(layout.count())
    if isinstance(layout, QGridLayout):
        # Rows and columns, in this order; the stubs don't say what comes back.
        order = sorted(order, key=layout.getItemPosition)  # type: ignore[assignment, arg-type]
    for at in order:
        item = layout.itemAt(at)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inner is not None:
            yield from _laid(inner)
        elif widget is not None:
            yield widget


def _place(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()
