"""An item's notes beside its minute text, each saved as it is typed, and the key that takes a note over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import TextKind
from boardroom.services.texts import take_over_many
from boardroom.services.typed import keep_typed
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.editor import ParagraphEditor
from boardroom.ui.kit.keys import KeyHint, key_hints_shown
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label
from boardroom.ui.pages.meeting.item_quick import QuickEntry
from boardroom.ui.pages.meeting.item_signs import paint_sign, signs_of
from boardroom.ui.pages.spelt import spell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from boardroom.domain.text import ParagraphState
    from boardroom.store.change import Change
    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.editor_text import Changes, Draft

_BESIDE_FROM, _ROOMY = 620, 440
_LOWEST, _HIGHEST = 176, 420


class Typed(NamedTuple):
    """A text that was saved as it was typed, and whether it says anything now."""

    kind: TextKind
    item_id: UUID | None
    says: bool


class TextPane(QWidget):
    """One of the two texts: a heading, an editor, and why it isn't on the disk, where it isn't."""

    def __init__(self, desk: Desk, kind: TextKind, name: str, parent: QWidget | None = None) -> None:
        """Build it empty.

        Args:
            desk: where it is read and written.
            kind: notes or minute text.
            name: what stands above it.
            parent: where it stands.
        """
        super().__init__(parent)
        self._desk, self._kind, self._name = desk, kind, name
        self._expected: tuple[frozenset[UUID], Typed] | None = None
        self._giving_way: list[tuple[KeyHint, QLabel]] = []
        # Else each key would paint whatever lies below, down to the window.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.editor = ParagraphEditor(name)
        self.editor.setMinimumWidth(0)
        spell(desk, self.editor)
        self._head = QHBoxLayout()
        self._head.addWidget(label(name, "section"))
        self._head.addStretch(1)
        self._trouble = hint()
        self._trouble.setProperty("role", "danger hint")
        self._trouble.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.editor, 1)
        self._column.addWidget(self._trouble)
        self.editor.autosave.state_changed.connect(self._on_state)
        self.editor.said.connect(desk.tell)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._grow)
        desk.flush_wanted.connect(self.editor.autosave.flush)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def add_key(self, key: str, words: str, *, when_room: bool = False) -> None:
        """Show a key and what it does at the right of the heading.

        Args:
            key: its name.
            words: what it does.
            when_room: that it gives way where the text is narrow.
        """
        both = (KeyHint(key), label(words, "hint"))
        for widget in both:
            self._head.addWidget(widget)
        if when_room:
            self._giving_way.append(both)

    def put_below(self, widget: QWidget) -> None:
        """Put something at the editor's foot."""
        self._column.insertWidget(self._column.indexOf(self.editor) + 1, widget)

    def open(self, place: tuple[UUID, UUID | None, str], states: Sequence[ParagraphState], why_not: str) -> None:
        """Show the text of another item.

        Args:
            place: meeting, item, and how a step names the item.
            states: the paragraphs.
            why_not: why it can only be read; empty where it can be written.
        """
        self.editor.open(states, None if why_not else _Store(self, place))

    def trouble(self) -> str:
        """Return why what was typed isn't on the disk, as it stands below the editor; empty where it is."""
        return self._trouble.text()

    def refresh(self, states: Sequence[ParagraphState]) -> None:
        """Show what the board file says now; caret, selection and what isn't stored yet stay."""
        self.editor.refresh(states)

    def typed(self, change: Change) -> Typed | None:
        """Return what was typed here, if a change is no more than that, as it is told after each save."""
        expected, self._expected = self._expected, None
        if expected is None or set(change.rows) != {"paragraph"} or change.rows["paragraph"] != expected[0]:
            return None
        return expected[1]

    def save(
        self,
        place: tuple[UUID, UUID | None, str],
        draft: Draft,
        done: Callable[[Any], None],
        failed: Callable[[str], None],
    ) -> None:
        """Bring a draft to the disk, under the item that it was typed for."""
        meeting_id, item_id, called = place
        changes, paragraphs = draft.changes, draft.paragraphs
        self._desk.save(
            self.tr("Type in the {} of {}").format(self._name.lower(), called),
            keep_typed,
            meeting_id,
            item_id,
            self._kind,
            paragraphs,
            changed=changes.changed,
            added=changes.added,
            removed=changes.removed,
            merge=draft.merge,
            done=_Told(self, Typed(self._kind, item_id, _say_anything(paragraphs)), changes, paragraphs, done),
            failed=failed,
        )

    def expect(self, rows: frozenset[UUID], typed: Typed) -> None:
        """Hear that a draft is on the disk: a change of these rows, and of no other, shows nothing new here."""
        self._expected = (rows, typed) if rows else None

    @Slot()
    def _on_state(self) -> None:
        trouble = self.editor.autosave.trouble
        self._trouble.setText(self.tr("Not saved; the text stays here. {}").format(trouble) if trouble else "")
        self._trouble.setVisible(bool(trouble))

    @Slot()
    def _grow(self) -> None:
        px = theme().px
        wanted = round(self.editor.document().size().height()) + px(8)
        height = min(max(wanted, px(_LOWEST)), px(_HIGHEST))
        if height != self.editor.minimumHeight():
            self.editor.setMinimumHeight(height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().colour("surface"))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setSpacing(px(4))
        self._head.setSpacing(px(4))
        self._give_way()
        self._grow()

    def _give_way(self) -> None:
        """Show the keys that fit beside the heading."""
        roomy = self.width() >= theme().px(_ROOMY)
        for key, words in self._giving_way:
            words.setVisible(roomy)
            key.setVisible(roomy and key_hints_shown())


class _Store:
    """Saves drafts of one text; a new one for each opening, so that words never go to another item."""

    def __init__(self, pane: TextPane, place: tuple[UUID, UUID | None, str]) -> None:
        self._pane, self._place = pane, place

    def __call__(self, draft: Draft, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        self._pane.save(self._place, draft, done, failed)


class _Told:
    """Tells a pane that a draft is on the disk, and which rows that has touched."""

    def __init__(
        self,
        pane: TextPane,
        typed: Typed,
        changes: Changes,
        paragraphs: Sequence[ParagraphState],
        done: Callable[[Any], None],
    ) -> None:
        self._pane, self._typed, self._done = pane, typed, done
        self._touched = {state.id for state in changes.changed} | set(changes.removed)
        self._new = [place for place, state in enumerate(paragraphs) if state.id is None]

    def __call__(self, ids: Sequence[UUID]) -> None:
        rows = self._touched | {ids[place] for place in self._new}
        self._pane.expect(frozenset(one for one in rows if one is not None), self._typed)
        self._done(ids)


def _say_anything(paragraphs: Sequence[ParagraphState]) -> bool:
    return any(state.runs for state in paragraphs)


class ItemTexts(QWidget):
    """Notes beside minute text; one above the other where there is little room."""

    moved = Signal()
    """The caret stands elsewhere, or text is set in another way."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build both empty."""
        super().__init__(parent)
        self._desk = desk
        self._view: ItemView | None = None
        self._called = ""
        self.notes = TextPane(desk, TextKind.NOTE, self.tr("Notes"))
        self.minutes = TextPane(desk, TextKind.MINUTE, self.tr("Minute text"))
        self.notes.add_key("?", self.tr("proposal"), when_room=True)
        self.notes.add_key("=", self.tr("decision"), when_room=True)
        self.notes.add_key("!", self.tr("action"), when_room=True)
        self.notes.add_key(COMMANDS["words.take_over"].key, self.tr("into the minutes"))
        self.quick = QuickEntry(desk, self.notes.editor)
        self.notes.put_below(self.quick.bar)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.notes, 1)
        self._box.addWidget(self.minutes, 1)
        for pane in self.panes:
            pane.editor.mode_changed.connect(self.moved)
        wardrobe().changed.connect(self._lay)
        self._lay()

    @property
    def panes(self) -> tuple[TextPane, TextPane]:
        """Both texts, notes first."""
        return (self.notes, self.minutes)

    @property
    def editor(self) -> ParagraphEditor | None:
        """The editor that is typed into now."""
        return next((pane.editor for pane in self.panes if pane.editor.hasFocus()), None)

    def open(
        self,
        view: ItemView,
        called: str,
        why_not: str,
    ) -> None:
        """Show the texts of another item.

        Args:
            view: the item.
            called: how a step names it.
            why_not: why they can only be read.
        """
        self._called = called
        self.quick.open(None if why_not else (view.meeting_id, view.id))
        for pane, states in zip(self.panes, (view.notes, view.minute_text), strict=True):
            pane.open((view.meeting_id, view.id, called), states, why_not)
        self._mark(view)

    def refresh(self, view: ItemView) -> None:
        """Show what the board file says now."""
        for pane, states in zip(self.panes, (view.notes, view.minute_text), strict=True):
            pane.refresh(states)
        self._mark(view)

    def typed(self, change: Change) -> Typed | None:
        """Return what was typed into one of the two, if a change is no more than that."""
        answers = [pane.typed(change) for pane in self.panes]
        return next((one for one in answers if one is not None), None)

    def take_over(self) -> None:
        """Take the note under the caret, or those that are selected, over into the minute text; go to the next."""
        # What isn't stored yet has no id to be taken by.
        self._desk.flush()
        editor = self.notes.editor
        taken = self._view.taken_over if self._view is not None else frozenset()
        wanted = [one for one in editor.selected_paragraph_ids() if one not in taken]
        if not wanted:
            there = bool(editor.selected_paragraph_ids())
            self._desk.tell(
                self.tr("That note is in the minute text already.") if there else self.tr("There is no note here.")
            )
            return
        name = self.tr("Take {} notes of {} over into the minute text").format(len(wanted), self._called)
        if len(wanted) == 1:
            name = self.tr("Take a note of {} over into the minute text").format(self._called)
        done = self._desk.attempt(name, take_over_many, wanted)
        if done is None:
            return
        self.minutes.editor.go_to(done.value[-1].id)
        cursor = editor.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        if cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
            editor.setTextCursor(cursor)

    def _mark(self, view: ItemView) -> None:
        self._view = view
        self.notes.editor.set_marks(signs_of(view), paint_sign)
        self.quick.show_became(view.became)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    @Slot()
    def _lay(self) -> None:
        px = theme().px
        beside = self.width() >= px(_BESIDE_FROM)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(px(16))
