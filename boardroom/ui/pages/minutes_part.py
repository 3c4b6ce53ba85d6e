"""One item of the minutes page: what the document says of itself, and the minute text between, built when seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.documents.blocks import Callout, Heading, Table
from boardroom.domain.words import TextKind
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.pages.meeting.item_texts import TextPane
from boardroom.ui.pages.minutes_blocks import BlocksView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from boardroom.documents.blocks import Block
    from boardroom.documents.compose.minutes import Part
    from boardroom.domain.text import ParagraphState
    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk

_LETTERS = 85


class SheetText(TextPane):
    """Minute text as it stands in the minutes: no heading of its own, and as high as its words."""

    def __init__(self, desk: Desk, called: str) -> None:
        """Build it empty; `called` is the item, for the ear."""
        super().__init__(desk, TextKind.MINUTE, self.tr("Minute text"))
        first = self._head.itemAt(0)
        heading = first.widget() if first is not None else None
        if heading is not None:
            heading.hide()
        self.editor.setAccessibleName(self.tr("Minute text of {}").format(called))
        self.editor.setProperty("role", "sheet")
        self.editor.setPlaceholderText(self.tr("Nothing is minuted here yet."))
        self.editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def _grow(self) -> None:
        px = theme().px
        height = max(round(self.editor.document().size().height()) + px(4), px(48))
        if height != self.editor.maximumHeight():
            self.editor.setFixedHeight(height)


class PartView(QWidget):
    """A part of the minutes."""

    opened = Signal(object)
    """The id of the item that is to be worked on where it stands."""
    entered = Signal(object)
    """The id of the item whose text has the focus now."""
    written = Signal()
    """Its text was changed by hand."""

    def __init__(self, desk: Desk, item_id: UUID | None, called: str) -> None:
        """Take the room that it will likely need; nothing is built yet.

        Args:
            desk: where it is read and written.
            item_id: the item; None for what belongs to the meeting itself.
            called: how the item is named in a step and for the ear.
        """
        super().__init__()
        self._desk, self.item_id, self.called = desk, item_id, called
        self._part: Part | None = None
        self._states: Sequence[ParagraphState] = ()
        self._place: tuple[UUID, UUID | None, str] | None = None
        self._why_not = ""
        self.before: BlocksView | None = None
        self.text: SheetText | None = None
        self.after: BlocksView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @property
    def built(self) -> bool:
        """Whether its widgets are there."""
        return self.text is not None

    @property
    def empty(self) -> bool:
        """Whether nothing is minuted here."""
        states = self.text.editor.paragraphs() if self.text is not None else self._states
        return not any(run.text.strip() for state in states for run in state.runs)

    def show_part(
        self,
        part: Part,
        states: Sequence[ParagraphState],
        place: tuple[UUID, UUID | None, str],
        why_not: str,
    ) -> None:
        """Show what the minutes say here now; what is being typed stays.

        Args:
            part: the document's own blocks.
            states: the minute text.
            place: meeting, item, and how a step names the item.
            why_not: why the text can only be read; empty where it can be written.
        """
        again = self._place is not None and (why_not == self._why_not)
        self._part, self._states, self._place, self._why_not = part, states, place, why_not
        if self.text is None or self.before is None or self.after is None:
            self._reserve()
            return
        self.before.show_blocks(part.before)
        self.after.show_blocks(part.after)
        if again:
            self.text.refresh(states)
        else:
            self.text.open(place, states, why_not)
        self._show_or_hide()

    def build(self) -> None:
        """Make the widgets."""
        if self.text is not None or self._part is None or self._place is None:
            return
        self.before = BlocksView(self.tr("{}, what is minuted of itself").format(self.called))
        self.text = SheetText(self._desk, self.called)
        self.after = BlocksView(self.tr("{}, what was settled").format(self.called))
        self.before.show_blocks(self._part.before)
        self.after.show_blocks(self._part.after)
        self.text.open(self._place, self._states, self._why_not)
        for view in (self.before, self.after):
            view.opened.connect(self._open)
        # What can be read aloud as a heading is no stop on the way; what was settled leads to where it is changed.
        self.before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.text.editor.installEventFilter(self)
        self.text.editor.edited.connect(self.written)
        for widget in (self.before, self.text, self.after):
            self._column.addWidget(widget)
        self.setMinimumHeight(0)
        self._show_or_hide()

    def wrote(self, change: Change) -> bool:
        """Whether a change is no more than what was typed here."""
        return self.text is not None and self.text.typed(change) is not None

    def _show_or_hide(self) -> None:
        if self._part is None or self.text is None or self.after is None:
            return
        # Of sealed minutes, a place without text is no place to write.
        self.text.setVisible(bool(self._states) or not self._why_not)
        self.after.setVisible(bool(self._part.after))

    def _reserve(self) -> None:
        """Take the room that the part will likely need."""
        if self._part is None:
            return
        px = theme().px
        lines = sum(_lines(block) for block in (*self._part.before, *self._part.after))
        lines += sum(sum(len(run.text) for run in state.runs) // _LETTERS + 1 for state in self._states)
        self.setMinimumHeight(px(24) * lines + px(72))

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.item_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit(self.item_id)
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        self._column.setSpacing(theme().px(4))


def _lines(block: Block) -> int:
    match block:
        case Table(_, rows):
            return 2 + 2 * len(rows)
        case Callout(lines=lines):
            return 3 + len(lines)
        case Heading():
            return 2
        case _:
            return 1
