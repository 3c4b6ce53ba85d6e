"""The two columns of Home, which scroll together: beside each other, or below each other in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.theme import theme, wardrobe

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QResizeEvent

_TWO_FROM_EMS = 64
_RIGHT_WIDTH = 288
_BODY = 14


class HomeBody(QScrollArea):
    """What is to be done at the left, what was changed at the right; the page scrolls, not its lists."""

    def __init__(self) -> None:
        """Make both columns empty."""
        super().__init__()
        self.left, self.right = QWidget(), QWidget()
        self.in_left, self.in_right = QVBoxLayout(self.left), QVBoxLayout(self.right)
        for column in (self.in_left, self.in_right):
            column.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._body.setProperty("role", "ground")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._across.addWidget(self.left, 1)
        self._across.addWidget(self.right)
        self.setProperty("role", "ground")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A stop of the Tab key of its own would only be in the way of what stands in it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._body)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def see(self, widget: QWidget, box: QRect) -> None:
        """Scroll to a part of a widget, with a line around it.

        Args:
            widget: what stands in one of the columns.
            box: the part, in the widget's own measures.
        """
        at = widget.mapTo(self._body, box.center())
        self.ensureVisible(at.x(), at.y(), 0, 2 * box.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put what was changed beside what is to be done, or below it."""
        worn = theme()
        two = self.window().width() >= worn.px(_BODY) * _TWO_FROM_EMS
        way = QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom
        if self._across.direction() is not way:
            self._across.setDirection(way)
        self.right.setMinimumWidth(worn.px(_RIGHT_WIDTH) if two else 0)
        self.right.setMaximumWidth(worn.px(_RIGHT_WIDTH) if two else 16777215)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._across.setContentsMargins(px(24), px(20), px(24), px(20))
        self._across.setSpacing(px(24))
        self.in_left.setSpacing(px(16))
        self.in_right.setSpacing(px(8))
        self._turn()
