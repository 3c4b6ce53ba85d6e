"""What is painted first: the window's frame in its colours, with the name of the board that was open last.

It stands within a few milliseconds of a bare window, because it touches nothing of Qt that is costly to touch
first: no `Qt` namespace (its 94 enumerations cost 25 ms), no style sheet, no painting of our own. The rest of
the window is put into the same shell right after (docs/decisions/0014).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.fonts import FAMILY, load_fonts
from boardroom.ui.kit.tokens import DARK, LIGHT, Appearance

if TYPE_CHECKING:
    from boardroom.ui.memory import Memory

_RAIL, _HEAD, _BAR = 192, 64, 36
_DARK_BELOW = 128
_WIDE, _HIGH, _FRAME = 1280, 800, 40


class FirstPaint(QObject):
    """Tells once that a widget, or a part of it, was painted."""

    happened = Signal()

    def __init__(self, watched: QWidget) -> None:
        """Watch a widget that is about to be shown."""
        super().__init__(watched)
        # A window that is covered by its parts gets no paint event of its own.
        self._parts = [watched, *watched.findChildren(QWidget)]
        for part in self._parts:
            part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            for part in self._parts:
                part.removeEventFilter(self)
            self._parts.clear()
            QTimer.singleShot(0, self.happened.emit)
        return False


def first_frame(memory: Memory) -> QMainWindow:
    """Return a window with rail, head and message bar drawn as plain surfaces, not yet shown.

    Args:
        memory: what was remembered: where the window stood, its colours, the board file that was open last.
    """
    load_fonts()
    app_palette = QApplication.palette()
    system_is_dark = app_palette.color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW
    wants_dark = memory.appearance is Appearance.DARK
    tokens = DARK if wants_dark or (memory.appearance is not Appearance.LIGHT and system_is_dark) else LIGHT
    shell = QMainWindow()
    shell.setWindowTitle("Boardroom")
    inside = QWidget()
    row = QHBoxLayout(inside)
    column = QVBoxLayout()
    for layout in (row, column):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
    rail, head, page, bar = (_surface(one) for one in (tokens.sunken, tokens.surface, tokens.ground, tokens.surface))
    rail.setFixedWidth(_RAIL)
    head.setFixedHeight(_HEAD)
    bar.setFixedHeight(_BAR)
    recent = memory.recent
    name = recent[0].stem if recent else "Boardroom"
    # A label would take such a name for rich text; to tell it otherwise costs the start the names of Qt.
    title = QLabel("Boardroom" if "<" in name else name, head)
    font = QFont(FAMILY)
    font.setPixelSize(20)
    title.setFont(font)
    title.move(24, 16)
    ink = QPalette()
    ink.setColor(QPalette.ColorRole.WindowText, QColor(tokens.text))
    title.setPalette(ink)
    row.addWidget(rail)
    row.addLayout(column, 1)
    column.addWidget(head)
    column.addWidget(page, 1)
    column.addWidget(bar)
    shell.setCentralWidget(inside)
    if not memory.restore_window(shell):
        # On a small screen as much as there is, less what a window's own frame takes.
        screen = QApplication.primaryScreen().availableSize()
        shell.resize(min(_WIDE, screen.width()), min(_HIGH, screen.height() - _FRAME))
    return shell


def _surface(colour: str) -> QWidget:
    widget = QWidget()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
    return widget
