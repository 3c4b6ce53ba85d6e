"""Wavy lines below words that are spelt wrong, painted over an editor: no part of its text, its formats or its layout.

Only what is painted is looked up, so a long text costs no more than a short one; and the word that is being typed is
left alone until the caret is out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor
from shiboken6 import isValid

from boardroom.spelling.dictionaries import dictionary_of
from boardroom.spelling.words import Word, words_in
from boardroom.ui.kit.editor_blocks import block_at, language_of, units
from boardroom.ui.kit.waves import part_seen, underline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QPainter, QTextBlock

    from boardroom.ui.kit.editor import ParagraphEditor
    from boardroom.ui.kit.spelling import Spelling

_WHOLE = 4_000
"""Of a longer paragraph only the lines that are painted are looked at."""
_MOST_KEPT = 200


class _Marked(NamedTuple):
    """The words of a text, and what was known of them at the time."""

    edition: int
    learnt: int
    words: tuple[Word, ...]
    wrong: tuple[Word, ...]
    unknown: tuple[Word, ...]


class Underlines(QObject):
    """The spelling of one editor's text."""

    woken = Signal()
    """Somebody edits the text: the names that it may hold are wanted."""

    def __init__(self, editor: ParagraphEditor, spelling: Spelling, language: Callable[[], str]) -> None:
        """Stand by an editor; nothing is looked up before its text, or another one, is edited.

        Args:
            editor: it owns the underlines.
            spelling: what is known of words.
            language: says which language a paragraph is in that names none.
        """
        super().__init__(editor)
        self.editor, self.spelling = editor, spelling
        self._language = language
        self._typed_at = -1
        self._kept: dict[tuple[str, str], _Marked] = {}
        editor.edited.connect(self._on_edited)
        editor.cursorPositionChanged.connect(self._on_caret)
        spelling.learned.connect(self._on_learned)
        editor.paint_over(self._paint)

    def wake(self) -> None:
        """Look words up from now on."""
        if not self.spelling.awake:
            self.woken.emit()
            self.spelling.wake()

    def language_at(self, block: QTextBlock) -> str:
        """Return the language whose dictionary a paragraph is looked up in; empty if there is none."""
        return dictionary_of(language_of(block) or self._language())

    def word_at(self, position: int) -> tuple[str, QTextCursor] | None:
        """Return the language of the word at a place of the text, and the word, selected."""
        block = self.editor.document().findBlock(position)
        language = self.language_at(block)
        if not language:
            return None
        for word in _in_units(block.text()):
            if block.position() + word.start <= position <= block.position() + word.end:
                return language, self.select(block, word)
        return None

    def next_wrong(self, position: int) -> QTextCursor | None:
        """Return the next word from a place of the text on that is known to be wrong, selected.

        Behind the end of the text its beginning follows.
        """
        found: QTextCursor | None = None
        for language, block, word in self._all():
            if self.spelling.is_wrong(language, word.text):
                cursor = self.select(block, word)
                if cursor.selectionStart() >= position:
                    return cursor
                found = found or cursor
        return found

    def unsure(self) -> bool:
        """Whether words of the text haven't been looked up; they are from now on."""
        missing: dict[str, list[str]] = {}
        for language, _, word in self._all():
            if self.spelling.is_wrong(language, word.text) is None:
                missing.setdefault(language, []).append(word.text)
        for language, words in missing.items():
            self.spelling.want(language, words)
        return bool(missing)

    @staticmethod
    def select(block: QTextBlock, word: Word) -> QTextCursor:
        """Return a word of a block as a selection."""
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + word.start)
        cursor.setPosition(block.position() + word.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # Words

    def _all(self) -> Iterator[tuple[str, QTextBlock, Word]]:
        block = self.editor.document().begin()
        while block.isValid():
            language = self.language_at(block)
            if language:
                for word in _in_units(block.text()):
                    yield language, block, word
            block = block.next()

    def _marked(self, language: str, text: str) -> _Marked:
        """Return which words of a text are wrong; that of a paragraph is painted again and again."""
        kept = self._kept.get((language, text))
        edition, learnt = self.spelling.edition, self.spelling.learnt
        if kept is not None and kept.edition == edition and (not kept.unknown or kept.learnt == learnt):
            return kept
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        words = kept.words if kept is not None else tuple(_in_units(text))
        verdicts = [(word, self.spelling.is_wrong(language, word.text)) for word in words]
        wrong = tuple(word for word, verdict in verdicts if verdict)
        unknown = tuple(word for word, verdict in verdicts if verdict is None)
        marked = self._kept[language, text] = _Marked(edition, learnt, words, wrong, unknown)
        return marked

    # Painting

    def _paint(self, painter: QPainter, clip: QRectF, offset: QPointF) -> None:
        if not self.spelling.awake or self.editor.isReadOnly():
            return
        document = self.editor.document()
        layout = document.documentLayout()
        block = block_at(document, clip.top() + offset.y())
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(-offset)
            if rect.top() > clip.bottom():
                return
            if rect.bottom() >= clip.top():
                self._paint_block(painter, block, clip, offset)
            block = block.next()

    def _paint_block(self, painter: QPainter, block: QTextBlock, clip: QRectF, offset: QPointF) -> None:
        language = self.language_at(block)
        if not language:
            return
        text, first, layout = block.text(), 0, block.layout()
        corner = layout.position() - offset
        if len(text) > _WHOLE:
            first, text = part_seen(text, layout, clip.top() - corner.y(), clip.bottom() - corner.y())
        typed = self._typed_at - block.position() - first if self.editor.hasFocus() else -1
        marked = self._marked(language, text)
        for word in marked.wrong:
            if not word.start <= typed <= word.end:
                underline(painter, layout, corner, first + word.start, first + word.end)
        unknown = [word.text for word in marked.unknown if not word.start <= typed <= word.end]
        if unknown:
            self.spelling.want(language, unknown)

    # What happens

    @Slot()
    def _on_edited(self) -> None:
        self._typed_at = self.editor.textCursor().position()
        self.wake()

    @Slot()
    def _on_caret(self) -> None:
        if self._typed_at not in {-1, self.editor.textCursor().position()}:
            self._typed_at = -1
            self.editor.viewport().update()

    @Slot()
    def _on_learned(self) -> None:
        if isValid(self.editor) and self.editor.isVisible():
            self.editor.viewport().update()


def _in_units(text: str) -> Iterator[Word]:
    """Return the words of a text, placed as Qt counts."""
    if units(text) == len(text):
        yield from words_in(text)
        return
    at = last = 0
    for word in words_in(text):
        at += units(text[last : word.start])
        yield Word(at, at + len(word.text), word.text)
        at += len(word.text)
        last = word.end
