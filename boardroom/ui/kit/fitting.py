"""A scroll area that is as high as its content wants to be, as far as the page has room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Fitting(QScrollArea):
    """Holds what comes and goes above a list: it takes no more than it needs and gives way where there is little."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        """Hold a widget.

        Args:
            widget: what is shown; hidden, it takes no room.
            parent: where it stands.
        """
        super().__init__(parent)
        self._inside = widget
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(widget)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._inside.sizeHint().width(), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        inside = self._inside
        return inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt watches the widget already; a scroll area doesn't tell its own layout of what it hears there.
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._bar_where_needed()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._bar_where_needed()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # The layout keeps the height that it was told for another width, before there was one, or a wider one.
            self.updateGeometry()

    def _bar_where_needed(self) -> None:
        """Have a scroll bar only where there is less room than wanted: one that came too early would keep its place.

        Beside it words break earlier and the content grows higher, so that it would seem to be needed.
        """
        enough = self.height() >= self.heightForWidth(self.width())
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if enough else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if bar != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)
