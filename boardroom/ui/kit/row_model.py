"""The rows of a list for its view, fetched page by page behind their key; the list is never loaded whole."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.row_data import Heading, RowData, with_headings

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

# More than a tall screen shows, and no more: the first ones are what a page of the window waits for.
PAGE: Final = 60
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# Views ask for these at every row of every frame, and reaching into an enumeration of Qt is slow.
_DISPLAY, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
_OF_HEADING = Qt.ItemFlag.NoItemFlags
_OF_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class Role(IntEnum):
    """What the model answers beyond Qt's own roles."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


_ENTRY = Role.ENTRY


class RowModel(QAbstractListModel):
    """Rows and the headings between them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a list of nothing."""
        super().__init__(parent)
        self.headings: tuple[str, ...] = ()
        """Names of the table's columns after the first, spoken with their cells."""
        self._fetch: Callable[[Any, int], Sequence[RowData]] | None = None
        self._entries: list[RowData | Heading] = []
        self._places: dict[Hashable, int] = {}
        self._last: RowData | None = None
        self._more = False
        self.page = PAGE
        self.waits = False
        """Whether further rows come only when they are asked for, not as the view scrolls."""
        self.widest_number = ""
        self.widest_figure = ""
        self.has_marks = False
        self.has_second_lines = False
        self.has_headings = False

    def feed(self, fetch: Callable[[Any, int], Sequence[RowData]]) -> None:
        """Take rows from a page function, from the first row on.

        Args:
            fetch: called with the key of the last row (None at the beginning) and how many rows are wanted.
        """
        self._fetch = fetch
        self.read_again(self.page)

    def read_again(self, count: int) -> None:
        """Read the first rows anew, at least as many as asked for; views hear only of what differs."""
        if self._fetch is None:
            return
        rows = list(self._fetch(None, count))
        entries = list(with_headings(rows, "", self._known()))
        more = len(rows) >= count
        if entries == self._entries:
            self._more = more
            return
        if [_id_of(entry) for entry in entries] == [_id_of(entry) for entry in self._entries]:
            self._take(entries, more=more)
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._take(entries, more=more)
        self.endResetModel()

    def _known(self) -> frozenset[int]:
        """Return which rows are shown as they are: a page that gives the same one again has it looked at no more."""
        return frozenset(map(id, self._entries))

    def entry(self, row: int) -> RowData | Heading:
        """Return what stands at a place."""
        return self._entries[row]

    def row_of(self, wanted: Hashable) -> int:
        """Return the place of a row by its id, or -1 while it isn't loaded."""
        return self._places.get(wanted, -1)

    def id_at(self, place: int) -> Hashable | None:
        """Return the id of the row at a place; None for a heading, and outside the list."""
        if not 0 <= place < len(self._entries):
            return None
        entry = self._entries[place]
        return entry.id if isinstance(entry, RowData) else None

    def first_id_from(self, place: int) -> Hashable | None:
        """Return the id of the first row at or after a place."""
        for number in range(max(place, 0), len(self._entries)):
            if (found := self.id_at(number)) is not None:
                return found
        return None

    def rows(self) -> list[RowData]:
        """Return the rows that are loaded, without headings."""
        return [entry for entry in self._entries if isinstance(entry, RowData)]

    def has_more(self) -> bool:
        """Whether there are rows behind those that are loaded."""
        return self._more

    def fetch_rows(self, count: int) -> None:
        """Load more rows behind those that are there."""
        if self._fetch is None or not self._more:
            return
        rows = self._fetch(self._last.key if self._last else None, count)
        self._more = len(rows) >= count
        entries = list(with_headings(rows, self._last.group if self._last else ""))
        if not entries:
            return
        first = len(self._entries)
        self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
        self._entries.extend(entries)
        self._note(entries, first)
        self.endInsertRows()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return self._more and not self.waits and not parent.isValid()

    @override
    def fetchMore(self, parent: _Index) -> None:
        self.fetch_rows(self.page)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._entries[index.row()], Heading):
            return _OF_HEADING
        return _OF_ROW

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == _DISPLAY:
            return entry.title
        if role == _ENTRY:
            return entry
        return self.spoken(entry) if role == _SPOKEN else None

    def spoken(self, entry: RowData | Heading) -> str:
        """Return the sentence that a screen reader says for a row."""
        if isinstance(entry, Heading):
            return ", ".join(part for part in (entry.title, entry.count, entry.note) if part)
        if entry.spoken:
            return entry.spoken
        head = f"{entry.number} {entry.title}".strip()
        cells = [f"{name} {cell.text}" for name, cell in zip(self.headings, entry.cells, strict=False) if cell.text]
        box = ""
        if entry.ticked is not None:
            box = (
                QCoreApplication.translate("Rows", "ticked")
                if entry.ticked
                else QCoreApplication.translate("Rows", "not ticked")
            )
        parts = (
            head,
            box,
            sector_name(entry.mark) if entry.mark else "",
            entry.second_line,
            *cells,
            entry.chip,
            entry.context,
            entry.figure,
            *entry.reason,
            entry.key_hint,
        )
        return ", ".join(part for part in parts if part)

    def _take(self, entries: list[RowData | Heading], *, more: bool) -> None:
        self._entries = entries
        self._places = {}
        self._last = None
        self._more = more
        self.widest_number = self.widest_figure = ""
        self.has_marks = self.has_second_lines = self.has_headings = False
        self._note(entries, 0)

    def _note(self, entries: Iterable[RowData | Heading], first: int) -> None:
        """Remember what the painting of every row depends on."""
        for place, entry in enumerate(entries, first):
            if isinstance(entry, Heading):
                self.has_headings = True
                continue
            self._places[entry.id] = place
            self._last = entry
            if len(entry.number) > len(self.widest_number):
                self.widest_number = entry.number
            if len(entry.figure) > len(self.widest_figure):
                self.widest_figure = entry.figure
            self.has_marks = self.has_marks or entry.mark is not None or bool(entry.icon) or entry.ticked is not None
            self.has_second_lines = self.has_second_lines or bool(entry.second_line)


def _id_of(entry: RowData | Heading) -> Hashable:
    return entry.id if isinstance(entry, RowData) else entry
