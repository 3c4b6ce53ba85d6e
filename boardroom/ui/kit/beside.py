"""A list and what is chosen in it: side by side, or one in place of the other where the page is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_BESIDE_FROM = 800
_LEAST_DETAIL = 400


class Beside(QWidget):
    """Two panes: the list takes what the detail leaves; in a narrow page the detail covers the list until left."""

    def __init__(self, rows: QWidget, detail: QWidget, nothing: str, parent: QWidget | None = None) -> None:
        """Put both in their places.

        Args:
            rows: the list, with whatever stands above it.
            detail: what is shown of the chosen row.
            nothing: what stands there while no row is chosen.
            parent: where it stands.
        """
        super().__init__(parent)
        self._rows, self._detail = rows, QStackedWidget()
        self._detail.setProperty("role", "surface")
        self._detail.addWidget(detail)
        sentence = label(nothing, "muted")
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.setWordWrap(True)
        self._detail.addWidget(sentence)
        self._rule = QFrame()
        self._rule.setProperty("role", "upright")
        self._opened = self._on_call = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rows, 5)
        layout.addWidget(self._rule)
        layout.addWidget(self._detail, 4)
        wardrobe().changed.connect(self.lay)
        self.lay()

    def is_wide(self) -> bool:
        """Whether both are to be seen."""
        return self.width() >= theme().px(_BESIDE_FROM)

    def fill(self, *, chosen: bool) -> None:
        """Show the detail, or the sentence that stands there while no row is chosen."""
        self._detail.setCurrentIndex(0 if chosen else 1)

    def call_detail(self, *, only_then: bool) -> None:
        """Let the list have the whole width until the detail is opened, or let both stand there always."""
        if only_then != self._on_call:
            self._on_call, self._opened = only_then, False
            self.lay()

    def detail_is_open(self) -> bool:
        """Whether the detail is to be seen."""
        return self._opened or (self.is_wide() and not self._on_call)

    def open_detail(self) -> None:
        """Show the detail, in place of the list if need be; whoever calls puts the focus there."""
        self._opened = True
        self.lay()

    def step_out(self, to: QWidget) -> bool:
        """Go from the detail back to the list; returns whether that was a step.

        Args:
            to: what in the list takes the focus.
        """
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is self._detail or self._detail.isAncestorOf(focused))
        if not inside and not (self._opened and (self._on_call or not self.is_wide())):
            return False
        self._opened = False
        self.lay()
        to.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    @Slot()
    def lay(self) -> None:
        """Show both, or the one that is wanted."""
        wide, detail = self.is_wide(), self.detail_is_open()
        self._detail.setMinimumWidth(theme().px(_LEAST_DETAIL) if wide else 0)
        self._rows.setVisible(wide or not self._opened)
        self._detail.setVisible(detail)
        self._rule.setVisible(wide and detail)
