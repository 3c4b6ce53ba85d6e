"""Where the columns of a table stand: the first takes what is left, and columns go from the right when it is narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from boardroom.ui.kit.buttons import Button
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

FIRST_LEAST: Final = 240


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: its heading.
        width: in pixels at 100 %; the first column takes what is left over.
        right: whether figures stand at its right edge.
        sort: what `Rows.sort_wanted` names when its heading is pressed; empty where the page does not sort by it.
    """

    title: str
    width: int = 96
    right: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands now: its number, left edge and width in pixels."""

    number: int
    left: int
    width: int


def places(columns: Sequence[Column], width: int) -> list[Place]:
    """Return where the columns that fit into a width stand, from left to right."""
    worn = theme()
    widths = [worn.px(column.width) for column in columns[1:]]
    while widths and width - sum(widths) < worn.px(FIRST_LEAST):
        widths.pop()
    left = width - sum(widths)
    found = [Place(0, 0, left)]
    for number, wide in enumerate(widths, 1):
        found.append(Place(number, left, wide))
        left += wide
    return found


class Headings(QWidget):
    """The headings over a table; those that sort are buttons."""

    pressed = Signal(str)

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        """Make the headings of some columns."""
        super().__init__(parent)
        self.setProperty("role", "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._columns = tuple(columns)
        self._gutter = 0
        self._widgets: list[QLabel | Button] = []
        for column in columns:
            widget: QLabel | Button
            if column.sort:
                widget = Button(column.title, self)
                widget.setProperty("role", "heading")
                widget.setProperty("right", column.right)
                widget.setAccessibleDescription(self.tr("Sorts the list"))
                widget.clicked.connect(self._on_clicked)
            else:
                widget = label(column.title, "hint", self)
                if column.right:
                    widget.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._widgets.append(widget)

    def set_gutter(self, gutter: int) -> None:
        """Let the first heading begin where the rows' words begin."""
        self._gutter = gutter
        self._lay()

    def height_wanted(self) -> int:
        """Return how high the headings are, in pixels."""
        return theme().px(32)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._lay()

    def _lay(self) -> None:
        pad = theme().px(12)
        shown = places(self._columns, self.width())
        for widget in self._widgets[len(shown) :]:
            widget.hide()
        for place, widget in zip(shown, self._widgets, strict=False):
            widget.show()
            if place.number == 0:
                widget.setGeometry(self._gutter, 0, place.width - self._gutter, self.height() - 1)
            else:
                widget.setGeometry(place.left, 0, place.width - pad, self.height() - 1)

    @Slot()
    def _on_clicked(self) -> None:
        for column, widget in zip(self._columns, self._widgets, strict=True):
            if widget is self.sender():
                self.pressed.emit(column.sort)
