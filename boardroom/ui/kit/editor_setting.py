"""How paragraphs are set: bold, italic, lists, levels, language, restriction; the commands of the editor."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from boardroom.domain.text import ParagraphState
from boardroom.domain.words import ParagraphForm
from boardroom.ui.kit.editor_blocks import BOLD_FROM, MOST_LEVELS, block_format, write_runs
from boardroom.ui.kit.editor_view import ParagraphView

if TYPE_CHECKING:
    from collections.abc import Sequence


class SettableParagraphs(ParagraphView):
    """Paragraphs that commands set in another way; each command is a step of its own."""

    mode_changed = Signal()
    """Bold, italic, form, level, language or restriction at the caret may differ."""

    @abstractmethod
    def end_group(self) -> None:
        """End the step of the journal that typing goes into."""

    @property
    def mode(self) -> ParagraphState:
        """How the caret's paragraph is set."""
        return self._text.state(self.textCursor().blockNumber())

    @property
    def bold(self) -> bool:
        """Whether what is typed next is bold."""
        return self.currentCharFormat().fontWeight() >= BOLD_FROM

    @property
    def italic(self) -> bool:
        """Whether what is typed next is italic."""
        return self.currentCharFormat().fontItalic()

    @Slot()
    def toggle_bold(self) -> None:
        """Make the selection, or what is typed next, bold or not."""
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Normal if self.bold else QFont.Weight.Bold)
        self._set_letters(form)

    @Slot()
    def toggle_italic(self) -> None:
        """Make the selection, or what is typed next, italic or not."""
        form = QTextCharFormat()
        form.setFontItalic(not self.italic)
        self._set_letters(form)

    def make_list(self, form: ParagraphForm | str) -> None:
        """Make the selected paragraphs a list of one kind; if they are one already, take the signs off."""
        wanted = ParagraphForm(form)
        if all(self._text.state(number).form is wanted for number in self._selected_numbers()):
            wanted = ParagraphForm.BODY
        self._set_selected(form=wanted)

    def set_language(self, tag: str) -> None:
        """Say in which language the selected paragraphs are; empty for the board's own."""
        self._set_selected(language=tag)

    @Slot()
    def toggle_restricted(self) -> None:
        """Keep the selected paragraphs from the public, or open them if all are restricted."""
        restricted = all(self._text.state(number).restricted for number in self._selected_numbers())
        self._set_selected(restricted=not restricted)

    @Slot()
    def indent(self) -> None:
        """Move the selected paragraphs a level in."""
        self._shift(1)

    @Slot()
    def outdent(self) -> None:
        """Move the selected paragraphs a level out; on the first level their list signs go."""
        self._shift(-1)

    def _set_letters(self, form: QTextCharFormat) -> None:
        if self.isReadOnly():
            return
        self.end_group()
        self.mergeCurrentCharFormat(form)
        self.end_group()
        self.mode_changed.emit()

    def _set_selected(self, **parts: Any) -> None:  # noqa: ANN401 - the fields of a ParagraphState
        if self.isReadOnly():
            return
        self.end_group()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for number in self._selected_numbers():
            self._set_state(number, **parts)
        cursor.endEditBlock()
        self.end_group()
        self.mode_changed.emit()

    def _shift(self, by: int) -> None:
        if self.isReadOnly():
            return
        self.end_group()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for number in self._selected_numbers():
            state = self._text.state(number)
            if by < 0 and not state.level:
                self._set_state(number, form=ParagraphForm.BODY)
            else:
                self._set_state(number, level=min(state.level + by, MOST_LEVELS))
        cursor.endEditBlock()
        self.end_group()
        self.mode_changed.emit()

    def begin_line(self) -> None:
        """Put the caret into a fresh paragraph below its own."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        below = cursor.block().next()
        if below.isValid() and not below.text():
            cursor.setPosition(below.position())
        else:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert(self, states: Sequence[ParagraphState]) -> None:
        """Put paragraphs in the place of the selection; the first and the last join what stands there."""
        here, cursor = self.mode, self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        fresh = not cursor.block().text()
        plain = all(state.form is ParagraphForm.BODY and not state.level for state in states)
        for number, state in enumerate(states):
            form = ParagraphState(
                form=here.form if plain else state.form,
                level=here.level if plain else state.level,
                language=state.language or here.language,
                restricted=state.restricted or here.restricted,
            )
            if number:
                cursor.insertBlock(block_format(form))
            elif fresh:
                cursor.setBlockFormat(block_format(form))
            elif state.restricted and not here.restricted:
                # Words that are kept from the public take the paragraph that they come into with them.
                self._set_state(cursor.blockNumber(), restricted=True)
            write_runs(cursor, state)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
