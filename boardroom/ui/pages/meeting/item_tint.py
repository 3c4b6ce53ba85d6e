"""The words of a line that were understood, tinted by the editor: no part of its text or its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from boardroom.domain.entry import SpanRole
from boardroom.ui.kit.editor_blocks import units
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.domain.entry import Span
    from boardroom.ui.kit.editor import ParagraphEditor


class Tint:
    """Tints words of the caret's line; nothing else uses the editor's extra selections."""

    def __init__(self, editor: ParagraphEditor) -> None:
        """Stand by an editor."""
        self._editor = editor
        self._shown = False

    def show(self, spans: Sequence[Span]) -> None:
        """Tint these words of the line, and no others."""
        if not spans and not self._shown:
            return
        self._shown = bool(spans)
        block = self._editor.textCursor().block()
        text, worn = block.text(), theme()
        tinted = []
        for span in spans:
            form = QTextCharFormat()
            form.setBackground(worn.colour("tint"))
            if span.role is SpanRole.MARK:
                form.setForeground(worn.colour("accent"))
            # Where tints are the plain ground, a line says it.
            form.setFontUnderline(worn.contrast)
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + units(text[: span.start]))
            cursor.setPosition(block.position() + units(text[: span.end]), QTextCursor.MoveMode.KeepAnchor)
            one.cursor, one.format = cursor, form
            tinted.append(one)
        self._editor.setExtraSelections(tinted)
