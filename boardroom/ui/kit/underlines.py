"""Wavy lines below words that are spelt wrong, painted over an editor: no part of its text, its formats or its layout.

Only what is painted is looked up, so a long text costs no more than a short one; and the word that is being typed is
left alone until the caret is out of it. At a key only what Qt paints anew is painted: whoever asks for more here makes
each key as dear as the whole viewport.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QTextCursor
from shiboken6 import isValid

from boardroom.spelling.dictionaries import dictionary_of
from boardroom.spelling.words import Word, words_in
from boardroom.ui.kit.editor_blocks import blocks_in, language_of, units
from boardroom.ui.kit.waves import paint_waves, part_seen, waves_below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtGui import QPainter, QTextBlock, QTextLayout

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


class _Drawn(NamedTuple):
    """Where the waves of a block lie, by word; it holds for these marks, and for lines of this length."""

    marked: _Marked
    width: float
    waves: tuple[tuple[Word, tuple[QRectF, ...]], ...]


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
        self._edition = spelling.edition
        self._focused = False
        self._kept: dict[tuple[str, str], _Marked] = {}
        self._drawn: dict[int, _Drawn] = {}
        self._blocks = editor.document().blockCount()
        editor.document().contentsChange.connect(self._on_change)
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

    def lost(self) -> bool:
        """Whether there are words in the text that could not be looked up."""
        return any(self.spelling.is_lost(language, word.text) for language, _, word in self._all())

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
        # The one that was made first goes: at each key a paragraph has another text.
        if len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        words = kept.words if kept is not None else tuple(_in_units(text))
        verdicts = [(word, self.spelling.is_wrong(language, word.text)) for word in words]
        wrong = tuple(word for word, verdict in verdicts if verdict)
        unknown = tuple(word for word, verdict in verdicts if verdict is None)
        marked = self._kept[language, text] = _Marked(edition, learnt, words, wrong, unknown)
        return marked

    # Painting

    def _paint(self, painter: QPainter, blocks: Sequence[tuple[QTextBlock, QRectF]], clip: QRectF) -> None:
        if not self.spelling.awake or self.editor.isReadOnly():
            return
        if self._focused is not self.editor.hasFocus():
            self._focused = self.editor.hasFocus()
            self._update_typed()
        for block, _ in blocks:
            self._paint_block(painter, block, clip)

    def _corner(self, block: QTextBlock) -> QPointF:
        """Return where a block's layout begins in the viewport; what it measures counts from there."""
        return block.layout().position() - QPointF(0, self.editor.verticalScrollBar().value())

    def _seen(self, block: QTextBlock, clip: QRectF) -> tuple[int, str]:
        """Return the part of a block's text that is looked at, and where it begins."""
        text = block.text()
        if len(text) <= _WHOLE:
            return 0, text
        top = self._corner(block).y()
        return part_seen(text, block.layout(), clip.top() - top, clip.bottom() - top)

    def _paint_block(self, painter: QPainter, block: QTextBlock, clip: QRectF) -> None:
        language = self.language_at(block)
        if not language:
            return
        first, text = self._seen(block, clip)
        typed = self._typed_at - block.position() - first if self._focused else -1
        marked = self._marked(language, text)
        if marked.wrong:
            corner = self._corner(block)
            seen = clip.translated(-corner)
            waves = [
                wave
                for word, its in self._waves(block, first, marked)
                if not word.start <= typed <= word.end
                for wave in its
                if wave.intersects(seen)
            ]
            paint_waves(painter, corner, waves)
        unknown = [word.text for word in marked.unknown if not word.start <= typed <= word.end]
        if unknown:
            self.spelling.want(language, unknown)

    def _waves(self, block: QTextBlock, first: int, marked: _Marked) -> tuple[tuple[Word, tuple[QRectF, ...]], ...]:
        """Return where the waves of a block lie; they stay while nothing of it changes, wherever it moves."""
        layout, number = block.layout(), block.blockNumber()
        width = layout.lineAt(0).width()
        drawn = self._drawn.get(number)
        if drawn is None or drawn.marked is not marked or drawn.width != width:
            if len(self._drawn) >= _MOST_KEPT:
                self._drawn.clear()
            drawn = self._drawn[number] = _Drawn(marked, width, _all_waves(layout, first, marked.wrong))
        return drawn.waves

    # What happens

    @Slot(int, int, int)
    def _on_change(self, position: int, _removed: int, added: int) -> None:
        """Forget where waves lie in the blocks that were touched; those behind them have other numbers now."""
        document = self.editor.document()
        more, self._blocks = document.blockCount() - self._blocks, document.blockCount()
        if not self._drawn:
            return
        last = document.characterCount() - 1
        first = document.findBlock(min(position, last)).blockNumber()
        end = document.findBlock(min(position + added, last)).blockNumber()
        self._drawn = {
            number if number < first else number + more: drawn
            for number, drawn in self._drawn.items()
            if number < first or number > end - more
        }

    @Slot()
    def _on_edited(self) -> None:
        self._typed_at = self.editor.textCursor().position()
        self.wake()

    @Slot()
    def _on_caret(self) -> None:
        # Typing moves the caret too: Qt paints that line anyway.
        if not self.editor.is_changing and self._typed_at not in {-1, self.editor.textCursor().position()}:
            self._update_typed()
            self._typed_at = -1

    def _update_typed(self) -> None:
        """Paint anew where the word lies that was typed last, and nothing else."""
        block = self.editor.document().findBlock(self._typed_at)
        if self._typed_at < 0 or not block.isValid():
            return
        layout = block.layout()
        line = layout.lineForTextPosition(self._typed_at - block.position())
        if not line.isValid():
            return
        # A word may reach into the line above it and below it.
        first = layout.lineAt(max(line.lineNumber() - 1, 0))
        last = layout.lineAt(min(line.lineNumber() + 1, layout.lineCount() - 1))
        top = layout.position().y() + first.y()
        self._update(QRectF(0, top, self.editor.viewport().width(), last.y() + last.height() - first.y()))

    def _update(self, part: QRectF) -> None:
        """Paint a part of the document anew."""
        top = self.editor.verticalScrollBar().value()
        self.editor.viewport().update(part.translated(0, -top).toAlignedRect())

    @Slot()
    def _on_learned(self) -> None:
        if not isValid(self.editor) or not self.editor.isVisible():
            return
        if self._edition != self.spelling.edition:
            self._edition = self.spelling.edition
            self.editor.viewport().update()
            return
        clip, offset = QRectF(self.editor.viewport().rect()), QPointF(0, self.editor.verticalScrollBar().value())
        for block, rect in blocks_in(self.editor.document(), clip, offset):
            language = self.language_at(block)
            if language and self._differs(language, self._seen(block, clip)[1]):
                self.editor.viewport().update(rect.toAlignedRect())

    def _differs(self, language: str, text: str) -> bool:
        """Whether other words of a text are known to be wrong than when it was painted last."""
        before = self._kept.get((language, text))
        return before is None or (bool(before.unknown) and self._marked(language, text).wrong != before.wrong)


def _all_waves(layout: QTextLayout, first: int, words: Iterable[Word]) -> tuple[tuple[Word, tuple[QRectF, ...]], ...]:
    return tuple((word, tuple(waves_below(layout, first + word.start, first + word.end))) for word in words)


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
