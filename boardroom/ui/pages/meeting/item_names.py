"""Names behind an @: a small list under the caret, those in the room first. Tab or Enter takes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QTextCursor

from boardroom.domain.known import KnownPerson, completions, folded, name_typed
from boardroom.ui.kit.editor_blocks import units
from boardroom.ui.kit.offered import Offered

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent

    from boardroom.domain.known import Known, Party
    from boardroom.ui.kit.editor import ParagraphEditor
    from boardroom.ui.kit.editor_view import CaretLine

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKING = {Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Names(QObject):
    """Offers names while one is typed behind an @. It has the list; whoever has the keys hands them on."""

    def __init__(self, editor: ParagraphEditor) -> None:
        """Stand by an editor."""
        super().__init__(editor)
        self._editor = editor
        self._at = -1
        self._closed: tuple[object, int] | None = None
        self._known: Known | None = None
        self._read: CaretLine | None = None
        self.offered = Offered(editor, self.tr("Names"))
        self.offered.taken.connect(self._take)
        editor.verticalScrollBar().valueChanged.connect(self.follow)

    @property
    def open(self) -> bool:
        """Whether names are offered now."""
        return not self.offered.isHidden()

    def look(self, line: CaretLine, known: Known) -> None:
        """Offer names for what was just typed, if it is one."""
        if line == self._read:
            return
        self._read = line
        found = name_typed(line.text, line.caret)
        if found is None or self._closed == (line.key, found[0]):
            self.close_list()
            return
        self._closed, self._known = None, known
        self._at, typed = found
        named = completions(known, typed)
        if len(named) == 1 and folded(named[0].name) == folded(typed.strip()):
            # It is typed to its end: Enter is the line's again.
            named = []
        rows = [(one.printed, "user" if isinstance(one, KnownPerson) else "buildings", one) for one in named]
        self.offered.offer(rows, self._caret())

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means to the list; returns whether it meant something."""
        if not self.open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.offered.step(_STEPS[key])
        elif key in _TAKING:
            self._take(self.offered.chosen)
        elif key == Qt.Key.Key_Escape:
            self._closed = (self._editor.caret_line().key, self._at)
            self.close_list()
        else:
            return False
        return True

    @Slot()
    def follow(self) -> None:
        """Stay with the caret, which was scrolled."""
        if not self.open:
            return
        if self._editor.rect().contains(self._caret().center()):
            self.offered.stand_by(self._caret())
        else:
            self.close_list()

    def _caret(self) -> QRect:
        return self._editor.cursorRect().translated(self._editor.viewport().pos())

    @Slot()
    def close_list(self) -> None:
        """Offer nothing."""
        self.offered.hide()

    @Slot(object)
    def _take(self, party: Party | None) -> None:
        """Put a name in the place of what was typed of it."""
        line = self._editor.caret_line()
        if party is None or not 0 <= self._at < line.caret:
            return
        # In a line that becomes a record the @ says that somebody is called; in a note it would only be read.
        called = line.text.lstrip()[:1] in {"?", "=", "!"}
        cursor = self._editor.textCursor()
        start = cursor.block().position()
        cursor.setPosition(start + units(line.text[: self._at + called]))
        cursor.setPosition(start + units(line.text[: line.caret]), QTextCursor.MoveMode.KeepAnchor)
        space = "" if line.text[line.caret :].startswith(" ") else " "
        name = self._known.written(party) if self._known is not None else party.name
        cursor.insertText(f"{name}{space}")
        self._editor.setTextCursor(cursor)
        self.close_list()
