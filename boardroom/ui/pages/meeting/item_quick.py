"""Quick entry: a line of the notes is shown as what it would become, while it is typed; Enter records it.

Nothing of it stands in the text: what was understood is said in a bar, the words used are tinted by the editor.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from boardroom.domain.quick_entry import understood
from boardroom.domain.spoken import spoken
from boardroom.domain.words import PointKind
from boardroom.services.quick_entry import record_entry
from boardroom.services.spoken import record_spoken
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.editor import is_letter
from boardroom.ui.kit.entry_bar import EntryBar
from boardroom.ui.kit.theme import wardrobe
from boardroom.ui.pages.meeting.item_known import KnownHere
from boardroom.ui.pages.meeting.item_names import Names
from boardroom.ui.pages.meeting.item_signs import ICONS, Margin, called
from boardroom.ui.pages.meeting.item_tint import Tint
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from boardroom.domain.entry import Entry
    from boardroom.domain.spoken import Spoken
    from boardroom.store.queries.quick_entry import Became
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.editor import ParagraphEditor
    from boardroom.ui.kit.editor_view import CaretLine

_MARKS = frozenset("?=!")
_FAR = 61
_ENTER, _ESCAPE = "Enter", "Esc"
_KEYS = {Qt.Key.Key_Return: _ENTER, Qt.Key.Key_Enter: _ENTER, Qt.Key.Key_Escape: _ESCAPE}
_KINDS = {
    "R": PointKind.REPORT,
    "S": PointKind.STATEMENT,
    "C": PointKind.CONCERN,
    "Q": PointKind.QUESTION,
    "A": PointKind.ANSWER,
    "H": PointKind.CHALLENGE,
}


class QuickEntry(QObject):
    """Stands by the editor of an item's notes, and has the keys first while a line of them would become something."""

    wanted = Signal(object)
    """Table and id of a record that is to be shown."""
    shown = Signal()
    """The bar says something, and should be seen."""

    def __init__(self, desk: Desk, editor: ParagraphEditor) -> None:
        """Read and show nothing yet."""
        super().__init__(editor)
        self._desk, self._editor = desk, editor
        self._known = KnownHere(desk, self)
        self._place: tuple[UUID, UUID] | None = None
        self._became: Mapping[UUID, Became] = {}
        self._kept: set[object] = set()
        self._line: CaretLine | None = None
        self._entry: Entry | None = None
        self._spoken: Spoken | None = None
        self._recording = False
        self._plain = False
        """The caret's line is a note like any other, and a letter more makes it nothing else."""
        self._letter = False
        self._tint = Tint(editor)
        self.bar = EntryBar()
        self.bar.decided.connect(self._on_decided)
        self.names = Names(editor)
        self._margin = Margin(editor)
        self._margin.wanted.connect(self.wanted)
        editor.hand_keys_to(self._on_key)
        editor.focus_moved.connect(self._on_focus)
        editor.edited.connect(self._on_edited)
        editor.cursorPositionChanged.connect(self._on_caret)
        wardrobe().changed.connect(self._on_theme)

    def open(self, place: tuple[UUID, UUID] | None) -> None:
        """Stand by the notes of another item.

        Args:
            place: meeting and item; None where nothing can be recorded.
        """
        self._place = place
        self._plain = False
        self._became = self._margin.became = {}
        self._kept.clear()
        self._line = None
        self._spoken = None
        self._show_nothing()

    def show_became(self, became: Mapping[UUID, Became]) -> None:
        """Take it that these lines were recorded."""
        self._became = self._margin.became = became
        if self._spoken is None:
            # Whoever is asked of what kind a point is goes on being asked.
            self._line = None
        self._look(typed=False)

    def begin_point(self) -> bool:
        """Ask of what kind the note under the caret is; returns whether it says who spoke."""
        if self._place is None or self._editor.isReadOnly() or not self._editor.hasFocus() or self._spoken is not None:
            return False
        line, known = self._editor.caret_line(), self._known.at(self._place[0])
        if known is None or line.id in self._became:
            return False
        found = spoken(line.text, known)
        if found is None:
            return False
        self.names.close_list()
        self._line, self._entry, self._spoken, self._plain = line, None, found, False
        self._say_point(found)
        return True

    def show_record(self) -> None:
        """Show what the line under the caret became."""
        one = self._became_here()
        if one is None:
            self._desk.tell(self.tr("Nothing was recorded from this line."))
        else:
            self.wanted.emit((one.table, one.id))

    # What is understood

    @Slot()
    def _on_edited(self) -> None:
        # Most of what is typed goes on in a plain line: to look at it takes as long as to show the letter.
        letter, self._letter = self._letter, False
        if not letter:
            self._look(typed=True)

    @Slot()
    def _on_caret(self) -> None:
        # Typing moves the caret too: the line is read once, when it is told that something was typed.
        if not self._editor.is_changing:
            self._look(typed=False)

    @Slot()
    def _on_theme(self) -> None:
        self._line = None
        self._look(typed=False)

    def _look(self, *, typed: bool) -> None:
        """Read the caret's line: nothing else of the text, and only where something has changed."""
        if self._recording:
            return
        if self._place is None or self._editor.isReadOnly() or not self._editor.hasFocus():
            self._show_nothing()
            return
        line = self._editor.caret_line()
        self._offer_names(line, typed=typed)
        before, self._line = self._line, line
        same = replace(before, caret=line.caret) if before is not None else None
        if same == line or (self._spoken is not None and same is not None and replace(same, id=line.id) == line):
            return
        self._spoken, self._entry, self._plain = None, None, False
        begins = line.text.lstrip()[:1]
        if line.id is not None and line.id in self._became:
            self._say_became(self._became[line.id])
        elif begins in _MARKS and line.key not in self._kept and (known := self._known.at(self._place[0])):
            self._entry = understood(line.text, known)
        else:
            if begins not in _MARKS:
                self._kept.discard(line.key)
                self._plain = "@" not in line.text
            self._show_nothing()
            return
        if self._entry is not None:
            self._say_entry(self._entry)
        elif line.id not in self._became:
            self._show_nothing()

    def _offer_names(self, line: CaretLine, *, typed: bool) -> None:
        if not typed and not self.names.open:
            return
        near = "@" in line.text[max(0, line.caret - _FAR) : line.caret]
        known = self._known.at(self._place[0]) if near and self._place is not None else None
        if known is None:
            self.names.close_list()
        else:
            self.names.look(line, known)

    def _became_here(self) -> Became | None:
        line = self._editor.caret_line()
        return None if line.id is None else self._became.get(line.id)

    # What is shown

    def _say_entry(self, entry: Entry) -> None:
        what, rest = entry.sentence
        record = () if entry.lacks else ((_ENTER, self.tr("record")),)
        choices = (*record, (_ESCAPE, self.tr("note")))
        other = self.bar.say(ICONS[entry.kind.value], what, rest, choices)
        self._tint.show(entry.spans)
        if other:
            self.shown.emit()

    def _say_point(self, found: Spoken) -> None:
        others = [(letter, kind.value) for letter, kind in _KINDS.items() if kind is not found.kind]
        choices = ((_ENTER, found.kind.value), *others, (_ESCAPE, self.tr("note")))
        self.bar.say(ICONS["point"], self.tr("Point"), self.tr(" by {}").format(found.by.printed), choices)
        self._tint.show(())
        self.shown.emit()

    def _say_became(self, one: Became) -> None:
        choices = ((COMMANDS["words.became"].key, self.tr("show")),)
        self.bar.say(ICONS[one.table], called(one), self.tr(" was recorded from this line"), choices)
        self._tint.show(())

    def _show_nothing(self) -> None:
        self._entry = self._spoken = None
        self.bar.close_bar()
        self._tint.show(())
        if self._place is None or not self._editor.hasFocus():
            self.names.close_list()

    # Keys and mouse

    def _on_key(self, event: QKeyEvent) -> bool:
        # Asked at every key: most mean nothing here.
        letter = self._plain and is_letter(event) and event.text().isalnum()
        self._letter = letter and not self._editor.textCursor().hasSelection()
        if self._entry is None and self._spoken is None and not self.names.open:
            return False
        if self._place is None or self._editor.isReadOnly():
            return False
        if self.names.press(event):
            return True
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        key = _KEYS.get(Qt.Key(event.key()), event.text().upper()) if plain else ""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in {_ENTER, _ESCAPE}:
            return False
        decision = self._decision(key)
        # What is selected is to be replaced.
        if decision is None or (key == _ENTER and self._editor.textCursor().hasSelection()):
            return False
        # A key that is held down doesn't record what it begins.
        if not event.isAutoRepeat():
            decision()
        return True

    def _decision(self, key: str) -> Callable[[], None] | None:
        """Return what a key does to what the bar says; None where it means nothing."""
        if self._entry is not None:
            return {_ENTER: self._record, _ESCAPE: self._keep}.get(key)
        if self._spoken is not None:
            kind = self._spoken.kind if key == _ENTER else _KINDS.get(key)
            return partial(self._record_point, kind) if kind is not None else {_ESCAPE: self._drop_point}.get(key)
        return None

    @Slot(str)
    def _on_decided(self, key: str) -> None:
        decision = self._decision(key)
        if decision is not None:
            decision()
        elif self._became_here() is not None:
            self.show_record()

    @Slot(bool)
    def _on_focus(self, gained: bool) -> None:  # noqa: FBT001 - as Qt tells it
        self._line = None
        if gained:
            self._look(typed=False)
            return
        self._spoken = None
        self._show_nothing()
        self.names.close_list()

    # What is done

    def _record(self) -> None:
        if self._entry is not None:
            name = self.tr("Record the {}: {}").format(self._entry.kind.value, short_name(self._entry.text))
            self._write(name, partial(record_entry, now=self._desk.now), self._entry)

    def _record_point(self, kind: PointKind) -> None:
        if self._spoken is not None:
            name = self.tr("Record a point: {}").format(short_name(self._spoken.text))
            self._write(name, record_spoken, self._spoken, kind)

    def _write(self, name: str, service: Callable[..., UUID], *what: object) -> None:
        """Record what was understood, and go on with a fresh line; where it is refused, the bar says why."""
        if self._place is None:
            return
        # A line that isn't stored yet has no id to be linked by. What is read anew meanwhile is the same line.
        self._recording = True
        try:
            saved = self._desk.flush()
            why_not = self.tr("The line isn’t saved yet, so it can’t be recorded.")
            if saved:
                line = self._editor.current_paragraph_id()
                why_not = self._desk.refused(name, service, *self._place, *what, line)
        finally:
            self._recording = False
        if why_not:
            self.bar.say("warning-circle", "", why_not, ((_ESCAPE, self.tr("note")),), refused=True)
            self._desk.refuse(why_not)
            self.shown.emit()
            return
        self._show_nothing()
        self._editor.begin_line()

    def _keep(self) -> None:
        """Let the line be a note."""
        if self._line is not None:
            self._kept.add(self._line.key)
        self._show_nothing()

    def _drop_point(self) -> None:
        self._line = None
        self._spoken = None
        self._show_nothing()
        self._look(typed=False)
