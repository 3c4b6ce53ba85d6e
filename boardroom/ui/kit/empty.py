"""Empty states: one sentence that teaches, one button, and the quickest way to fill the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

_WIDTH = 560


class Empty(QWidget):
    """What stands where there is nothing yet."""

    def __init__(
        self,
        sentence: str,
        button: QPushButton | None = None,
        hint: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            sentence: what is kept here, and since when there will be some.
            button: makes the first one.
            hint: how else it can be filled; under a rule.
            parent: where it stands.
        """
        super().__init__(parent)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        self._sentence: QLabel = label(sentence, "title")
        self._sentence.setWordWrap(True)
        inside.addWidget(self._sentence)
        if button is not None:
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if hint is not None:
            rule = QFrame()
            rule.setProperty("role", "rule")
            inside.addWidget(rule)
            inside.addWidget(hint)
        across = QHBoxLayout()
        across.addStretch(1)
        # It gives way where the page is narrower than it would like to be.
        across.addWidget(self._inside, 100)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(across)
        whole.addStretch(3)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def say(self, sentence: str) -> None:
        """Say another sentence."""
        self._sentence.setText(sentence)

    @Slot()
    def _fit(self) -> None:
        worn = theme()
        self._inside.setMaximumWidth(worn.px(_WIDTH))
        inside, whole = self._inside.layout(), self.layout()
        if inside is not None and whole is not None:
            inside.setSpacing(worn.px(24))
            whole.setContentsMargins(worn.px(24), worn.px(24), worn.px(24), worn.px(24))
