"""A field that takes the next key as it is pressed, whatever that key does elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_ALONE = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown}


class KeyCatcher(QLineEdit):
    """Shows nothing of its own; Escape gives up, Tab goes on."""

    caught = Signal(str)
    """The key with its modifiers, in Qt's portable words."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setReadOnly(True)

    @override
    def event(self, arg__1: QEvent) -> bool:
        if arg__1.type() is QEvent.Type.ShortcutOverride:
            arg__1.accept()
            return True
        return super().event(arg__1)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        key = Qt.Key(arg__1.key())
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key not in _ALONE:
            # Which of two keys of the same name was pressed makes no difference.
            modifiers = arg__1.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            pressed = QKeySequence(QKeyCombination(modifiers, key))
            self.caught.emit(pressed.toString(QKeySequence.SequenceFormat.PortableText))
