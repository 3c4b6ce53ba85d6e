"""A list over the window to pick one thing from, narrowed by what is typed; Enter takes it, Escape lets it be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.line_sheet import LineSheet
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtWidgets import QWidget

    from boardroom.ui.kit.row_data import RowData

_LEAST, _MOST = 2, 8


class Pick(LineSheet):
    """Offers rows; the words of title and second line are searched."""

    def __init__(self, window: QWidget) -> None:
        """Build it closed.

        Args:
            window: what it lies over.
        """
        super().__init__(window, "pick")
        self._offered: Sequence[RowData] = ()
        self._answer: Callable[[Hashable], object] | None = None
        self._enter = label("", "hint")
        for widget in (KeyHint("Enter"), self._enter, KeyHint("Esc"), label(self.tr("close"), "hint")):
            self.foot.addWidget(widget)
        self.foot.addStretch(1)

    def offer(self, asked: str, does: str, rows: Sequence[RowData], answer: Callable[[Hashable], object]) -> None:
        """Offer some things.

        Args:
            asked: what is picked.
            does: what Enter does with it.
            rows: the things.
            answer: called with the id of the row that was picked, when the focus is back where it was.
        """
        self._offered, self._answer = rows, answer
        self._enter.setText(does)
        self.rows.setAccessibleName(asked)
        self.ask_for(asked)

    @override
    def fitting(self, typed: str) -> Sequence[RowData]:
        words = typed.casefold().split()
        return [
            row for row in self._offered if all(one in f"{row.title} {row.second_line}".casefold() for one in words)
        ]

    @override
    def drawn_height(self) -> int:
        headings = {row.group for row in self._offered if row.group}
        return 96 + 48 * max(_LEAST, min(len(self._offered) + len(headings), _MOST))

    @override
    def take(self, row_id: Hashable | None) -> None:
        answer = self._answer
        if row_id is None or answer is None or not self.rows.holds(row_id):
            return
        self.close_sheet()
        answer(row_id)


def pick_over(window: QWidget) -> Pick:
    """Return what is picked from over a window, built when it is first wanted."""
    return window.findChild(Pick, options=Qt.FindChildOption.FindDirectChildrenOnly) or Pick(window)
