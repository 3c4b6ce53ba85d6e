"""A field of some lines: a reason, a purpose, a remit. Paragraphs of notes and minutes have their own editor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_text
from boardroom.ui.kit.field import Field
from boardroom.ui.kit.paste import CAP, broken
from boardroom.ui.kit.theme import theme

_MOST_LINES = 8
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TextField(Field[str]):
    """Some lines of clean text; it grows with them. Leaving it saves, and so does Ctrl+Enter."""

    def __init__(
        self,
        label: str,
        *,
        lines: int = 2,
        hint: str = "",
        placeholder: str = "",
        needed: str = "",
    ) -> None:
        """Lay out a field.

        Args:
            label: as in `Field`.
            lines: its height while there is little text.
            hint: as in `Field`.
            placeholder: an example, shown while it is empty.
            needed: the sentence that refuses an empty text; without it the text may be empty.
        """
        self.edit = _Lines(lines)
        self.edit.setPlaceholderText(placeholder)
        super().__init__(label, self.edit, "", hint=hint)
        self._needed = needed
        self._putting = False
        self.edit.textChanged.connect(self._on_text)

    @override
    def _show(self, value: str) -> None:
        # A text from elsewhere may hold a word without an end, which would hold up every key (hazard 13).
        shown = broken(value)
        if self.edit.text() == shown:
            return
        self._putting = True
        self.edit.setPlainText(shown)
        self._putting = False

    @override
    def _said(self) -> str:
        said = clean_text(self.edit.text()).strip()
        if not said and self._needed:
            raise Refusal(self._needed)
        return said

    @override
    def _lock(self, *, locked: bool) -> None:
        self.edit.setReadOnly(locked)

    @override
    def typed(self) -> str:
        return self.edit.text()

    @Slot()
    def _on_text(self) -> None:
        if not self._putting:
            self._on_edited()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _ENTER
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.try_again()
            return True
        return super().eventFilter(watched, event)


class _Lines(QPlainTextEdit):
    """Plain text that is as high as it needs to be."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return the text; Qt's own would turn no-break spaces into spaces (hazard 13)."""
        block, said = self.document().begin(), []
        while block.isValid():
            said.append(block.text())
            block = block.next()
        return "\n".join(said)

    @Slot()
    def _fit(self) -> None:
        # A plain-text document counts its height in lines as they are wrapped.
        lines = min(max(round(self.document().size().height()), self._lines), max(_MOST_LINES, self._lines))
        height = round(lines * self.fontMetrics().lineSpacing()) + theme().px(20)
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), self.height())

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(broken(clean_text(source.text()[:CAP])))
