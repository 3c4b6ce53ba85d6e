"""What each column of a pasted table holds: a box over each, to say it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boardroom.domain.pasted import FIELDS, Field
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.fields import ComboBox
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import label
from boardroom.ui.pages.paste_words import field_name

if TYPE_CHECKING:
    from boardroom.exchange.pasted_columns import Reading


class ColumnBoxes(QScrollArea):
    """One box for each column; they scroll sideways where there are many."""

    chosen = Signal(int, object)
    """The number of a column, and the field that it shall be read as (None: passed over)."""

    def __init__(self) -> None:
        """Build it without columns."""
        super().__init__()
        self.boxes: list[QComboBox] = []
        px = theme().px
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(px(68))

    def show_reading(self, reading: Reading) -> None:
        """Show how a table is read now."""
        if len(self.boxes) != len(reading.columns):
            self._lay(len(reading.columns))
        for box, field in zip(self.boxes, reading.columns, strict=True):
            box.clear()
            for one in (None, *FIELDS[reading.kind]):
                box.addItem(field_name(one), one)
            box.setCurrentIndex(0 if field is None else box.findData(field))

    def _lay(self, count: int) -> None:
        clear(self._row)
        self.boxes = [self._box(at) for at in range(count)]
        self._row.addStretch(1)

    def _box(self, at: int) -> QComboBox:
        holder = QWidget()
        stack = QVBoxLayout(holder)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme().px(2))
        name = self.tr("Column {}").format(at + 1)
        stack.addWidget(label(name, "field"))
        box = ComboBox()
        box.setAccessibleName(self.tr("{} holds").format(name))
        box.activated.connect(self._on_activated)
        stack.addWidget(box)
        self._row.addWidget(holder)
        return box

    @Slot()
    def _on_activated(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox) and box in self.boxes:
            data = box.currentData()
            self.chosen.emit(self.boxes.index(box), Field(data) if data else None)
