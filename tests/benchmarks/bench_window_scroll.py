"""Lists of 100,000 rows: what a frame costs as they scroll, against a bare list view over a bare model of strings."""

from __future__ import annotations

import tempfile
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView
from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from tests.benchmarks.ratio import Row, compare, table
from tests.benchmarks.window_here import HEIGHT, application

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BOUND = 1.5
MANY = 100_000
TURNS = 301
_WIDTH = 640
_ROW = 36
View = TypeVar("View", bound=QListView)
_SECTORS = tuple(Sector)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Bare(QAbstractListModel):
    """Strings, and nothing else that a list view asks for."""

    def __init__(self, texts: Sequence[str], parent: QObject) -> None:
        """Hold the strings."""
        super().__init__(parent)
        self._texts = texts

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._texts)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row()]
        # As high as our rows: a frame of either list holds as many.
        return QSize(0, _ROW) if role == Qt.ItemDataRole.SizeHintRole else None


def measure() -> list[Row]:
    """Compare a frame after a step of the wheel, after Page Down, and far away; every row has words of its own."""
    with tempfile.TemporaryDirectory() as folder:
        application(Path(folder))
        bare = bare_list()
        return [
            compare(f"{what}, after {how}", Scroll(ours, by), Scroll(bare, by), bound=BOUND, turns=TURNS)
            for what, ours in (("rows of words", plain_rows()), ("rows with all parts", full_rows()))
            for how, by in (("a step of the wheel", 3 * _ROW), ("a page", HEIGHT - _ROW), ("a jump", 977 * _ROW))
        ]


class Scroll:
    """Brings a list further, from its beginning to its end and again, until it is painted."""

    def __init__(self, view: QListView, by: int) -> None:
        """Scroll a list that is shown by so many pixels at a time."""
        self._bar = view.verticalScrollBar()
        self._values = cycle(range(0, self._bar.maximum(), by))

    def __call__(self) -> None:
        """Paint one frame."""
        self._bar.setValue(next(self._values))
        QApplication.processEvents()


def bare_list() -> QListView:
    """Return the list we are compared with, shown."""
    view = QListView()
    view.setModel(Bare([_title(at) for at in range(MANY)], view))
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return _shown(view)


def plain_rows() -> Rows:
    """Return a list of ours with words and a number only."""
    return _rows(_plain)


def full_rows() -> Rows:
    """Return a list of ours with everything that a row can show."""
    return _rows(_full)


def _plain(at: int) -> RowData:
    return RowData(id=at, key=at, title=_title(at), number=str(at))


def _full(at: int) -> RowData:
    return RowData(
        id=at, key=at, title=_title(at), number=str(at), context=f"{at % 28 + 1} May", figure=f"{at % 300} days",
        figure_tone="danger" if at % 7 == 0 else "", mark=_SECTORS[at % len(_SECTORS)],
        chip=("Open", "Answered")[at % 2], chip_tone="outline",
    )  # fmt: skip


def _rows(make: Callable[[int], RowData]) -> Rows:
    rows = Rows("Rows")
    rows.feed(partial(_page, make))
    # As a user who went to the end: all of them are there.
    while len(rows.loaded()) < MANY:
        rows.fetch_more()
    return _shown(rows)


def _page(make: Callable[[int], RowData], after: int | None, limit: int) -> list[RowData]:
    first = 0 if after is None else after + 1
    return [make(at) for at in range(first, min(first + limit, MANY))]


def _title(at: int) -> str:
    return f"Weekend sessions in village hall {at:,}, with what they would cost the partners"


def _shown(view: View) -> View:
    view.resize(_WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()
    return view


if __name__ == "__main__":
    print(table(measure(), reference="bare list"))
