"""Fields in groups, in one column or two as the width allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import section

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from boardroom.ui.kit.field import Field, Save

T = TypeVar("T")
# A line of 90 letters of body text is about this wide; two columns need as much again to be worth it.
_COLUMN = 560
_TWO_COLUMNS_FROM = 640


class Form(QWidget):
    """Groups of fields under their headings. Reading order is the order in which they were added."""

    def __init__(self, two_from: int = _TWO_COLUMNS_FROM) -> None:
        """Begin an empty form.

        Args:
            two_from: the width from which its fields stand in two columns, in pixels at 100 %.
        """
        super().__init__()
        self._two_from = two_from
        self._groups: list[_Group] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addStretch(1)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def add_group(self, heading: str = "") -> None:
        """Begin a group; fields added from now on stand in it."""
        group = _Group(heading, self._two_from)
        self._groups.append(group)
        self._layout.insertWidget(self._layout.count() - 1, group)

    def add(self, *fields: Field[Any], wide: bool = False) -> None:
        """Add fields to the last group.

        Args:
            *fields: in reading order.
            wide: that each takes the whole width, as text of some lines does.
        """
        if not self._groups:
            self.add_group()
        for field in fields:
            self._groups[-1].add(field, wide=wide)

    def fields(self) -> list[Field[Any]]:
        """Return the fields in reading order."""
        return [field for group in self._groups for field in group.fields]

    @Slot()
    def _fit(self) -> None:
        self._layout.setSpacing(theme().px(24))
        for group in self._groups:
            group.fit()

    @Slot()
    def commit(self) -> bool:
        """Save what was typed in any field; returns whether no field is wrong."""
        # Each one is asked, also behind a wrong one.
        answers = [field.commit() for field in self.fields()]
        return all(answers)

    def focus_wrong(self) -> None:
        """Put the caret where the first refused value stands."""
        for field in self.fields():
            if field.wrong:
                field.setFocus()
                return

    def set_read_only(self, why: str) -> None:
        """Let every field be read only, and say why; an empty sentence lets them be changed again."""
        for field in self.fields():
            field.set_read_only(why)


class _Group(QWidget):
    """A heading and its fields."""

    def __init__(self, heading: str, two_from: int) -> None:
        super().__init__()
        self._two_from = two_from
        self.fields: list[Field[Any]] = []
        self._wide: set[int] = set()
        self._columns = 0
        self._heading = section(heading)
        if not heading:
            self._heading.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._heading, 0, 0, 1, 2)
        if heading:
            self.setAccessibleName(heading)
        self.fit()

    def fit(self) -> None:
        """Take the measures of the theme."""
        px = theme().px
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(16))
        for at, field in enumerate(self.fields):
            field.setMaximumWidth(px(2 * _COLUMN if at in self._wide else _COLUMN))
        if self._columns:
            self._lay_out(self._columns_at(self.width()))

    def _columns_at(self, width: int) -> int:
        return 2 if width >= theme().px(self._two_from) else 1

    def add(self, field: Field[Any], *, wide: bool) -> None:
        """Add a field behind the others."""
        if wide:
            self._wide.add(len(self.fields))
        self.fields.append(field)
        self._lay_out(self._columns or 1)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self._columns_at(event.size().width())
        if columns != self._columns:
            self._lay_out(columns)

    def _lay_out(self, columns: int) -> None:
        self._columns = columns
        row, column = 1, 0
        for at, field in enumerate(self.fields):
            span = columns if at in self._wide else 1
            if column + span > columns:
                row, column = row + 1, 0
            # A widget that is in the layout already moves.
            self._grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


def put(field: Field[T], value: T, save: Save[T], *, same: bool) -> None:
    """Show a value in a field: of the same record, whose typed words stay, or of another one.

    Args:
        field: where it is shown.
        value: what is stored.
        save: stores what is typed; returns the sentence that refuses it, or nothing.
        same: whether the record is the one that the field shows already.
    """
    if same:
        field.set_value(value)
    else:
        field.open(value, save)
