"""Paragraphs on the screen: their document, their measures, what stands beside them; the editor adds typing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QMimeData, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from boardroom.domain.text import ParagraphState
from boardroom.ui.kit.editor_blocks import block_format, blocks_in, letters, part_of, state_of, write_runs
from boardroom.ui.kit.editor_gutter import LEFT, RIGHT, Gutter
from boardroom.ui.kit.editor_paste import to_mime
from boardroom.ui.kit.editor_refresh import bring_up, place_of, position_of
from boardroom.ui.kit.editor_text import Text
from boardroom.ui.kit.endless import wrap_mode
from boardroom.ui.kit.theme import theme, wardrobe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextBlock

    from boardroom.ui.kit.editor_gutter import PaintMark
    from boardroom.ui.kit.editor_text import Entry

    Overlay = Callable[[QPainter, Sequence[tuple[QTextBlock, QRectF]], QRectF], None]
    """Paints over a part of the viewport; given are the blocks in it, where they lie in the viewport, and the part."""

# Some 85 letters of 16 pixels.
_LINE_LENGTH = 720
_LONGEST_LINE = 1_000


@dataclass(frozen=True, slots=True)
class CaretLine:
    """The paragraph that the caret stands in.

    Attributes:
        key: stays the same while the paragraph is there, before it is stored and after.
        id: the row's; None until it is stored.
        text: its words; empty where it is longer than anything that is typed as one line.
        caret: how many letters of the text stand before the caret.
    """

    key: object
    id: UUID | None
    text: str
    caret: int


class ParagraphView(QTextEdit):
    """Shows paragraphs and knows which row each of them is."""

    edited = Signal()
    """Somebody typed."""

    def __init__(self, name: str) -> None:
        """Show nothing yet.

        Args:
            name: what a screen reader calls it.
        """
        super().__init__()
        self._quiet = False
        self.is_changing = False
        """Something is being typed: the caret may have moved already, `edited` follows."""
        self._overlays: list[Overlay] = []
        # One undo for everything: the journal's.
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAccessibleName(name)
        self.setProperty("role", "editor")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        document: QTextDocument = self.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        # Qt asks it for its resolution again and again as it lays out: a widget has to look for its window first.
        self._paper = QImage(1, 1, QImage.Format.Format_RGB32)
        document.documentLayout().setPaintDevice(self._paper)
        document.setDefaultFont(theme().font(16))
        self._text = Text(self.document)
        self._gutter = Gutter(self._text)
        document.contentsChange.connect(self._on_change)
        document.contentsChanged.connect(self._on_changed)
        wardrobe().changed.connect(self._on_theme)
        self.show_paragraphs(())

    # What pages use

    def paragraphs(self) -> list[ParagraphState]:
        """Return the paragraphs as they stand; a blank line that was never stored is none."""
        return [state for _, state in self._text.states()]

    def current_paragraph_id(self) -> UUID | None:
        """Return the id of the caret's paragraph; None if it isn't stored yet."""
        return self._entry_at_caret().id

    def caret_line(self) -> CaretLine:
        """Return the caret's paragraph, cheaply however long it is."""
        cursor = self.textCursor()
        block, entry = cursor.block(), self._entry_at_caret()
        text = block.text() if block.length() <= _LONGEST_LINE else ""
        return CaretLine(entry, entry.id, text, letters(text, cursor.positionInBlock()))

    def margin_at(self, place: QPoint) -> UUID | None:
        """Return the paragraph whose left margin is at a place of the viewport; None for one that isn't stored."""
        if place.x() >= theme().px(LEFT):
            return None
        return self._text.entries[self.cursorForPosition(place).blockNumber()].id

    def selected_paragraph_ids(self) -> list[UUID]:
        """Return the ids of the paragraphs that the selection touches (or the caret), if stored."""
        entries = [self._text.entries[number] for number in self._selected_numbers()]
        return [entry.id for entry in entries if entry.id is not None]

    def go_to(self, paragraph_id: UUID) -> bool:
        """Put the caret at the start of a paragraph; returns whether it is here."""
        for number, entry in enumerate(self._text.entries):
            if entry.id == paragraph_id:
                self.setTextCursor(QTextCursor(self.document().findBlockByNumber(number)))
                self.ensureCursorVisible()
                return True
        return False

    def paint_over(self, overlay: Overlay) -> None:
        """Let something be painted over the words, such as marks that are no part of the text."""
        self._overlays.append(overlay)
        self.viewport().update()

    def set_marks(self, marks: Mapping[UUID, str], paint: PaintMark) -> None:
        """Show marks in the left margin.

        Args:
            marks: what is marked, by paragraph.
            paint: paints a mark into a rectangle of 28 x 20 pixels (at 100 %).
        """
        self._gutter.marks, self._gutter.paint_mark = marks, paint
        self.viewport().update()

    def show_paragraphs(self, states: Sequence[ParagraphState]) -> None:
        """Show another text, from its beginning."""
        self._quiet = True
        document = self.document()
        document.clear()
        self._wrap(states)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, state in enumerate(states):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(block_format(state))
            write_runs(cursor, state)
        if not states:
            cursor.setBlockFormat(block_format(ParagraphState()))
        # A new one: drafts of the old text may still be on their way. With the end of the edit the caret is heard of.
        self._text = self._gutter.text = Text(self.document)
        self._text.begin(states)
        cursor.endEditBlock()
        self._quiet = False
        self._set_margins()
        self.setTextCursor(QTextCursor(document))

    def refresh(self, states: Sequence[ParagraphState]) -> None:
        """Show what the board file says now; what was typed since, caret, selection and scroll stay."""
        caret = self.textCursor()
        places = [place_of(self._text, caret.anchor()), place_of(self._text, caret.position())]
        bar, top = self.verticalScrollBar(), self.cursorRect().top()
        value = bar.value()
        self._quiet = True
        self._wrap(states)
        bring_up(self._text, states, places)
        self._quiet = False
        anchor, position = (position_of(self._text, place) for place in places)
        now = self.textCursor()
        if anchor is not None and position is not None and (now.anchor(), now.position()) != (anchor, position):
            now.setPosition(anchor)
            now.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(now)
        # The words under the eyes stay where they are, also when lines above them come or go.
        bar.setValue(value)
        bar.setValue(value + self.cursorRect().top() - top)
        self.viewport().update()

    # How it happens

    def _wrap(self, states: Sequence[ParagraphState]) -> None:
        self.setWordWrapMode(wrap_mode("".join(run.text for run in state.runs) for state in states))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, document = self.textCursor(), self.document()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        states = []
        block = document.findBlock(start)
        while block.isValid() and block.position() <= end:
            whole = start <= block.position() and end >= block.position() + block.length() - 1
            state = state_of(block, None)
            runs = part_of(block, start - block.position(), end - block.position())
            apart = ParagraphState(runs=runs, language=state.language, restricted=state.restricted)
            states.append(state if whole else apart)
            block = block.next()
        return to_mime(states)

    def _entry_at_caret(self) -> Entry:
        return self._text.entries[self.textCursor().blockNumber()]

    def _selected_numbers(self) -> range:
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd())
        # A selection that ends before the first letter of a paragraph doesn't touch it.
        outside = last.blockNumber() > first.blockNumber() and cursor.selectionEnd() == last.position()
        return range(first.blockNumber(), last.blockNumber() + (0 if outside else 1))

    @Slot(int, int, int)
    def _on_change(self, position: int, removed: int, added: int) -> None:
        if not self._quiet:
            self.is_changing = True
            self._text.on_change(position, removed, added)

    @Slot()
    def _on_changed(self) -> None:
        self.is_changing = False
        if self._quiet:
            return
        self._restrict_merged()
        self.edited.emit()

    def _restrict_merged(self) -> None:
        waiting, self._text.to_restrict = self._text.to_restrict, []
        for entry in waiting:
            if not entry.restricted:
                number = self._text.entries.index(entry)
                self._set_state(number, restricted=True)

    def _set_state(self, number: int, **parts: Any) -> None:  # noqa: ANN401 - the fields of a ParagraphState
        state = replace(self._text.state(number), **parts)
        QTextCursor(self.document().findBlockByNumber(number)).setBlockFormat(block_format(state))

    @Slot()
    def _on_theme(self) -> None:
        """Take on other measures; nothing that was typed changes."""
        self._quiet = True
        document = self.document()
        document.setDefaultFont(theme().font(16))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number in range(len(self._text.entries)):
            cursor.setPosition(document.findBlockByNumber(number).position())
            cursor.setBlockFormat(block_format(self._text.state(number)))
        cursor.endEditBlock()
        self._quiet = False
        self._set_margins()

    def _set_margins(self) -> None:
        """Keep lines at 60 to 90 letters, however wide the editor is."""
        px = theme().px
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        room = self.viewport().width() - px(LEFT)
        wanted = QMarginsF(px(LEFT), px(8), max(px(RIGHT), room - px(_LINE_LENGTH)), px(8))
        if wanted == QMarginsF(form.leftMargin(), form.topMargin(), form.rightMargin(), form.bottomMargin()):
            return
        form.setLeftMargin(wanted.left())
        form.setTopMargin(wanted.top())
        form.setRightMargin(wanted.right())
        form.setBottomMargin(wanted.bottom())
        self._quiet = True
        frame.setFrameFormat(form)
        self._quiet = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        frame = self.document().rootFrame().frameFormat()
        right = self.viewport().width() - frame.rightMargin() + theme().px(RIGHT)
        clip, offset = QRectF(event.rect()), QPointF(0, self.verticalScrollBar().value())
        blocks = list(blocks_in(self.document(), clip, offset))
        self._gutter.paint(painter, blocks, right)
        for overlay in self._overlays:
            overlay(painter, blocks, clip)
        painter.end()
