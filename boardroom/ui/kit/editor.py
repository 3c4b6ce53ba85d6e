"""The paragraph editor: notes and minute text are typed here, and saved as they are typed."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from boardroom.domain.words import ParagraphForm
from boardroom.ui.kit.autosave import Autosave, AutosaveState, Store
from boardroom.ui.kit.editor_paste import OWN, paragraphs_in
from boardroom.ui.kit.editor_setting import SettableParagraphs
from boardroom.ui.kit.paste import CAP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent

    from boardroom.domain.text import ParagraphState
    from boardroom.ui.kit.editor_text import Draft

_GROUPS = count(1)

_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_DELETING = (
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.DeleteEndOfLine,
    QKeySequence.StandardKey.DeleteCompleteLine,
)
_ERASERS = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier}


class ParagraphEditor(SettableParagraphs):
    """Paragraphs under the hands. What is saved is a `Draft`; who saves answers with its paragraphs' ids, in order.

    A step of the journal ends with a paragraph, at a switch between typing and deleting, and at a command;
    pauses and long typing are ended by the store.
    """

    caret_moved = Signal(object)
    """The id of the paragraph that the caret has come to; None if it isn't stored."""
    said = Signal(str)
    """A sentence for the message bar."""
    focus_moved = Signal(bool)
    """The keys come here now, or no longer; a menu or list that opens over the text takes none away."""

    def __init__(self, name: str) -> None:
        """Show nothing yet; `name` as in `ParagraphView`."""
        super().__init__(name)
        self._group = next(_GROUPS)
        self._merge = ""
        self._keys_first: Callable[[QKeyEvent], bool] | None = None
        self._menus: list[Callable[[QContextMenuEvent], bool]] = []
        self._deleting = False
        self._caret_at = self._entry_at_caret()
        self.autosave = Autosave(self, self._draft)
        self.autosave.stored.connect(self._on_stored)
        self.edited.connect(self.autosave.touch)
        self.cursorPositionChanged.connect(self._on_caret)
        self.currentCharFormatChanged.connect(self._on_mode)
        self.mode_changed.connect(self._tell_mode)
        self.set_read_only(read_only=True)

    # What pages use

    def open(self, states: Sequence[ParagraphState], store: Store | None) -> None:
        """Show another text; what was typed into the one before goes to the disk under its own ids.

        Args:
            states: its paragraphs as they are stored.
            store: saves a `Draft`; None makes the text one that is only read.
        """
        self.autosave.bind(store)
        self.show_paragraphs(states)
        self._group, self._deleting = next(_GROUPS), False
        self._caret_at = self._entry_at_caret()
        self.set_read_only(read_only=store is None)
        self.caret_moved.emit(self._caret_at.id)
        self.mode_changed.emit()

    @override
    def refresh(self, states: Sequence[ParagraphState]) -> None:
        """Show what the board file says now.

        While a save is under way nothing is done: paragraphs in the file may be those that are being stored.
        The change that the save makes has the page read again.
        """
        if self.autosave.state is not AutosaveState.SAVING:
            super().refresh(states)
            self._caret_at = self._entry_at_caret()
            self.mode_changed.emit()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the text be read, selected and copied only; Tab then leaves it."""
        self.setReadOnly(read_only)
        if read_only:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setTabChangesFocus(read_only)

    def offer_menu(self, offer: Callable[[QContextMenuEvent], bool]) -> None:
        """Let somebody open another menu than the usual one; `offer` returns whether it did.

        An event filter would do the same, at the price of a call into Python for every event of every key.
        """
        self._menus.append(offer)

    def hand_keys_to(self, first: Callable[[QKeyEvent], bool]) -> None:
        """Let somebody else have the keys first, who returns whether one meant something; no filter, as above."""
        self._keys_first = first

    # Saving

    def _draft(self) -> Draft | None:
        # A save that is tried again is the same save: the desk counts as failing what it knows by its key.
        merge = self._merge if self.autosave.trouble else f"text:{self._group}"
        self._merge = merge
        draft = self._text.draft(merge)
        return draft if draft.touched or draft.gone or self._text.gone else None

    @Slot(object, object)
    def _on_stored(self, draft: Draft, ids: Sequence[UUID]) -> None:
        draft.stored(ids)
        self.viewport().update()

    @override
    def end_group(self) -> None:
        """End the step: what was typed goes to the disk now, what comes next is another."""
        if self.autosave.edited:
            self.autosave.flush()
        self._group = next(_GROUPS)

    # Keys

    @override
    def event(self, e: QEvent) -> bool:
        if isinstance(e, QKeyEvent) and e.type() is QEvent.Type.ShortcutOverride and _is_undoing(e):
            # Qt's editors keep these two keys for themselves; here they are the window's.
            e.ignore()
            return False
        return super().event(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if self._keys_first is not None and self._keys_first(e):
            return
        if is_letter(e):
            self._switch(deleting=False)
            super().keyPressEvent(e)
            return
        if _is_undoing(e) or e.key() == Qt.Key.Key_Escape:
            e.ignore()
            return
        if self.isReadOnly() or not self._on_key(e):
            self._note_kind(e)
            super().keyPressEvent(e)

    @override
    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self._tell_focus(e)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self._tell_focus(e)

    def _tell_focus(self, e: QFocusEvent) -> None:
        if e.reason() is not Qt.FocusReason.PopupFocusReason:
            self.focus_moved.emit(e.gotFocus())

    @override
    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        if not any(offer(e) for offer in self._menus):
            super().contextMenuEvent(e)

    @override
    def inputMethodEvent(self, e: QInputMethodEvent) -> None:
        self._switch(deleting=False)
        super().inputMethodEvent(e)

    def _on_key(self, e: QKeyEvent) -> bool:
        """Do what a key means here; returns whether it meant something."""
        command = self._command_of(e)
        if command is None:
            return False
        command()
        return True

    def _command_of(self, e: QKeyEvent) -> Callable[[], None] | None:
        cursor = self.textCursor()
        state = self.mode
        set_apart = state.form is not ParagraphForm.BODY or state.level > 0
        plain_key = e.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if e.matches(QKeySequence.StandardKey.Bold) or e.matches(QKeySequence.StandardKey.Italic):
            return self.toggle_bold if e.matches(QKeySequence.StandardKey.Bold) else self.toggle_italic
        if e.key() == Qt.Key.Key_Tab and plain_key:
            return self.indent
        if e.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Without Ctrl these keys set lists here; with it they always lead out.
            return self._leave_forwards if e.key() == Qt.Key.Key_Tab else self._leave_backwards
        if e.key() == Qt.Key.Key_Backtab:
            return self.outdent if set_apart or cursor.hasSelection() else self._leave_backwards
        # Enter in an empty list line, and Backspace before the first letter, end the list.
        ends = e.key() in _ENTER and plain_key and not cursor.block().text()
        ends = ends or (e.key() == Qt.Key.Key_Backspace and cursor.atBlockStart() and not cursor.hasSelection())
        return self.outdent if ends and set_apart else None

    @Slot()
    def _leave_forwards(self) -> None:
        # QTextEdit's own stays where it is, since Tab is a key of its own here.
        QWidget.focusNextPrevChild(self, True)  # noqa: FBT003 - Qt's own argument

    @Slot()
    def _leave_backwards(self) -> None:
        QWidget.focusNextPrevChild(self, False)  # noqa: FBT003 - Qt's own argument

    def _note_kind(self, e: QKeyEvent) -> None:
        if e.key() in _ERASERS or any(map(e.matches, _DELETING)):
            self._switch(deleting=True)
        elif e.text() and e.text().isprintable():
            self._switch(deleting=False)

    def _switch(self, *, deleting: bool) -> None:
        if deleting is not self._deleting:
            self.end_group()
            self._deleting = deleting

    @Slot()
    def _on_caret(self) -> None:
        if self._quiet:
            return
        entry = self._entry_at_caret()
        if entry is not self._caret_at:
            self._caret_at = entry
            self.end_group()
            self.caret_moved.emit(entry.id)
            self.mode_changed.emit()

    @Slot()
    def _on_mode(self) -> None:
        # Half of a text that is being shown anew tells nothing.
        if not self._quiet:
            self.mode_changed.emit()

    @Slot()
    def _tell_mode(self) -> None:
        """Say to a screen reader what the margins show."""
        restricted = self.tr("Restricted paragraph.") if self.mode.restricted else ""
        language = self.tr("Language: {}.").format(self.mode.language) if self.mode.language else ""
        words = f"{restricted} {language}".strip()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    # Pasting

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are the window's to take.
        if any(url.isLocalFile() for url in source.urls()):
            return False
        return source.hasText() or source.hasHtml() or source.hasFormat(OWN)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly() or not self.canInsertFromMimeData(source):
            return
        states, too_long = paragraphs_in(source)
        self.end_group()
        self.insert(states)
        self.end_group()
        if too_long:
            sentence = self.tr("Only the beginning was pasted, {:,} characters at most; the rest was left out.")
            self.said.emit(sentence.format(CAP))


def is_letter(e: QKeyEvent) -> bool:
    """Whether a key can be nothing but a letter: to ask what else it might be takes as long as to show it."""
    return e.modifiers() in _PLAIN and bool(e.text()) and e.text().isprintable()


def _is_undoing(e: QKeyEvent) -> bool:
    return not is_letter(e) and any(map(e.matches, _UNDOING))
