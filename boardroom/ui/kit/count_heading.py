"""The heading over a list: what it holds, how many there are, and what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_KEYS_FROM = 480


class CountHeading(QWidget):
    """A heading of 16 px with a count beside it and keys at its right, where there is room."""

    def __init__(self, title: str, keys: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        """Make the heading.

        Args:
            title: what the list holds.
            keys: key names, several of them parted by spaces, and what they do.
            parent: where it stands.
        """
        super().__init__(parent)
        self._title = label(title, "section")
        self._count = Elided("", "muted")
        self._keys: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addStretch(1)
        for names, words in keys:
            self._add_key(names, words)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def say(self, count: str) -> None:
        """Say how many there are."""
        self._count.set_full(count)

    def _add_key(self, names: str, words: str) -> None:
        box = QWidget()
        inside = QHBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(4))
        for name in names.split():
            inside.addWidget(KeyHint(name))
        if words:
            inside.addWidget(label(words, "hint"))
        self._keys.append(box)
        self._row.addWidget(box)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_keys()

    def _show_keys(self) -> None:
        # One key of a narrow column is worth its room; a row of them is not.
        roomy = self.width() >= theme().px(_KEYS_FROM) or len(self._keys) == 1
        for box in self._keys:
            box.setVisible(roomy)

    @Slot()
    def _fit(self) -> None:
        self._row.setSpacing(theme().px(12))
        self._show_keys()
