"""A sheet over the window, for a question or a choice: while it lies there it has every key, then gives focus back."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid
from typing_extensions import override

from boardroom.ui.kit.tabbing import go_on
from boardroom.ui.kit.theme import wardrobe

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_SHADE = 90


class Sheet(QWidget):
    """Escape, or a press beside it, closes it. Subclasses fill `card` and place it in `fit`."""

    def __init__(self, window: QWidget) -> None:
        """Build it closed.

        Args:
            window: what it lies over.
        """
        super().__init__(window)
        self._came_from: QWidget | None = None
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self.hide()
        window.installEventFilter(self)
        wardrobe().changed.connect(self._refit)

    @abstractmethod
    def fit(self) -> None:
        """Take the measures of the theme, and place the card."""

    def lie_down(self, focus: QWidget) -> None:
        """Lie over the window, with the focus on one of its widgets."""
        window = self.parentWidget()
        if self.isHidden() and window is not None:
            # The stubs know no None here; Qt answers it where nothing has the focus.
            self._came_from = window.focusWidget()
        self.show()
        self._refit()
        self.raise_()
        focus.setFocus()

    @Slot()
    def close_sheet(self) -> None:
        """Go away; the focus is where it was."""
        came_from, self._came_from = self._came_from, None
        # Its page may have been built anew meanwhile.
        if came_from is not None and isValid(came_from):
            came_from.setFocus()
        self.hide()

    @Slot()
    def _refit(self) -> None:
        window = self.parentWidget()
        if window is not None and not self.isHidden():
            self.setGeometry(window.rect())
            self.fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.parentWidget():
            self._refit()
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            # Else a key would act on the page below, out of sight.
            event.accept()
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return go_on([self.card], forwards=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _SHADE))
        painter.end()
