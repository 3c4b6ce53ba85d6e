"""Key hints: a key's name in a box beside the word that it belongs to. One setting hides them all."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from boardroom.ui.kit.theme import theme

_HEIGHT = 18


class _Board(QObject):
    """Whether key hints are shown, and who hears when that changes."""

    changed = Signal()
    rebound = Signal()
    """Commands have other keys now."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = True


_board: list[_Board] = []


def key_notice() -> _Board:
    """Return what tells by its `changed` that key hints were shown or hidden."""
    if not _board:
        _board.append(_Board())
    return _board[0]


def key_hints_shown() -> bool:
    """Whether key hints are shown now."""
    return key_notice().shown


def show_key_hints(*, shown: bool) -> None:
    """Show or hide every key hint of the program."""
    key_notice().shown = shown
    key_notice().changed.emit()


def key_width(text: str) -> int:
    """Return how wide the box of a key is, in pixels."""
    return QFontMetrics(theme().font(12, 600)).horizontalAdvance(text) + theme().px(10)


def paint_key(painter: QPainter, rect: QRect, text: str, ink: QColor | None = None) -> None:
    """Paint a key's name in its box, in the middle of a rectangle's height.

    Args:
        painter: where to.
        rect: as wide as `key_width` says.
        text: the key's name as the system writes it.
        ink: letters and border on a filled button; the quiet colours where it is left out.
    """
    worn = theme()
    height = worn.px(_HEIGHT)
    top = rect.top() + (rect.height() - height) / 2
    box = QRectF(rect.left() + 0.5, top + 0.5, rect.width() - 1, height - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink or worn.colour("line"), worn.edge_width))
    painter.setBrush(Qt.BrushStyle.NoBrush if ink else worn.colour("ground"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(worn.font(12, 600))
    painter.setPen(ink or worn.colour("muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class KeyHint(QWidget):
    """A key's name in its box."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Make the hint of a key, named as the system writes it; an empty one hides."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text = text
        self.setAccessibleName(text)
        key_notice().changed.connect(self._on_changed)
        self._on_changed()

    def text(self) -> str:
        """Return the key's name."""
        return self._text

    @override
    def sizeHint(self) -> QSize:
        return QSize(key_width(self._text), theme().px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_key(painter, self.rect(), self._text)
        painter.end()

    @Slot()
    def _on_changed(self) -> None:
        shown = bool(self._text) and key_hints_shown()
        # Qt would show what has no parent yet as a window of its own.
        if not shown or self.parentWidget() is not None:
            self.setVisible(shown)
