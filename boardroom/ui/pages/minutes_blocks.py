"""What the minutes say by themselves, on the screen: the document's own blocks, read and copied, not typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit
from typing_extensions import override

from boardroom.ui.kit.editor_gutter import LEFT, RIGHT
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.pages.minutes_setting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from boardroom.documents.blocks import Block


_LINE_LENGTH = 720


class BlocksView(QTextEdit):
    """Blocks of a document, as high as they are; Enter asks to go where they are worked on."""

    opened = Signal()

    def __init__(self, name: str) -> None:
        """Show nothing yet; `name` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "sheet words")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._blocks: tuple[Block, ...] = ()
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        wardrobe().changed.connect(self._dress)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks; what shows them already stays as it is."""
        if tuple(blocks) != self._blocks or not blocks:
            self._blocks = tuple(blocks)
            self._dress()

    @Slot()
    def _dress(self) -> None:
        """Set the blocks anew, in the colours and sizes of now."""
        document: QTextDocument = self.document()
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(theme().font(16))
        Typesetter(document).write(self._blocks)
        self._set_margins()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._grow()

    def _set_margins(self) -> None:
        px = theme().px
        room = self.viewport().width() - px(LEFT)
        form: QTextFrameFormat = self.document().rootFrame().frameFormat()
        right = max(px(RIGHT), room - px(_LINE_LENGTH))
        if (form.leftMargin(), form.rightMargin()) != (px(LEFT), right):
            form.setLeftMargin(px(LEFT))
            form.setRightMargin(right)
            self.document().rootFrame().setFrameFormat(form)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._set_margins()

    @Slot()
    def _grow(self) -> None:
        height = round(self.document().size().height()) if self._blocks else 0
        if height != self.maximumHeight():
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(480), self.maximumHeight())

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not e.modifiers():
            self.opened.emit()
        elif e.key() == Qt.Key.Key_Escape:
            e.ignore()
        else:
            super().keyPressEvent(e)
