"""The pasted table as it will be taken in: each row with its fate, then its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from boardroom.domain.pasted import Fate
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor

    from boardroom.domain.pasted import LineFate
    from boardroom.exchange.pasted import PastedTable

_SHOWN = 300
"""Letters of a cell; the rest would only slow the drawing."""
_Index = QModelIndex | QPersistentModelIndex
_BEFORE = 2
_NOWHERE = QModelIndex()


class PasteModel(QAbstractTableModel):
    """Rows: those below the headers. Columns: row number, fate, then the cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._cells: dict[int, tuple[str, ...]] = {}
        self._fates: Sequence[LineFate] = ()
        self._headers: Sequence[str] = ()

    def show_table(self, table: PastedTable, fates: Sequence[LineFate], headers: Sequence[str]) -> None:
        """Show another table."""
        self.beginResetModel()
        self._cells = dict(zip(table.numbers, table.rows, strict=True))
        self._fates, self._headers = fates, headers
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._cells, self._fates, self._headers = {}, (), ()
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._fates)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _BEFORE + len(self._headers)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Row"), self.tr("What happens"), *self._headers)[section]

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        fate = self._fates[index.row()]
        text = self._text(fate, index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(text[:_SHOWN])
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(fate, index.column())
            case _:
                return None

    def _text(self, fate: LineFate, column: int) -> str:
        if column == 0:
            return str(fate.line.row)
        if column == 1:
            said = {
                Fate.NEW: self.tr("New"),
                Fate.THERE: self.tr("There already"),
                Fate.WRONG: self.tr("Can’t be taken"),
            }[fate.fate]
            return f"{said}: {fate.why}" if fate.why else said
        return self._cells[fate.line.row][column - _BEFORE]

    def _ink(self, fate: LineFate, column: int) -> QColor:
        if column == 1 and fate.fate is not Fate.THERE:
            return theme().colour("accent" if fate.fate is Fate.NEW else "danger")
        return theme().colour("text" if fate.fate is Fate.NEW and column else "muted")
