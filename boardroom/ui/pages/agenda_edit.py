"""Building an agenda, wherever it is listed: adding, naming, moving, deferring, withdrawing and removing items."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemState, MeetingStatus
from boardroom.services.agenda import (
    add_item,
    remove_item,
    rename_item,
    reopen_item,
    take_item,
)
from boardroom.services.running import defer_to, withdraw
from boardroom.ui.kit.fields import LineField
from boardroom.ui.kit.name_field import Named, NameField
from boardroom.ui.pages.agenda_moves import AgendaMoves
from boardroom.ui.pages.agenda_title import TitleLine
from boardroom.ui.pages.agenda_words import called
from boardroom.ui.pages.completing import meetings_ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.store.queries.meeting_page import AgendaRow, AgendaView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.rows import Rows
    from boardroom.ui.pages.asking import Asking

_OF_ITEM = frozenset(
    {
        "item.add_below",
        "item.rename",
        "item.details",
        "item.up",
        "item.down",
        "item.in",
        "item.out",
        "item.tick",
        "item.defer",
        "item.withdraw",
        "item.remove",
        "paper.attach",
        "paper.promise",
        "paper.restrict",
    }
)


class AgendaEdit(QObject):
    """What can be done to the items of one list; the list itself is the page's."""

    added = Signal(object)
    """The id of a new item: the page reads again and chooses it before its title is typed."""

    def __init__(self, desk: Desk, rows: Rows, asking: Asking) -> None:
        """Edit the agenda that a list shows.

        Args:
            desk: where it is written.
            rows: the list; its ids are those of items.
            asking: where questions about them are put.
        """
        super().__init__(rows)
        self._desk, self._rows, self._asking = desk, rows, asking
        self._view: AgendaView | None = None
        self._by_itself: UUID | None = None
        self.title = TitleLine(rows)
        self.title.typed.connect(self._on_typed)
        self._moves = AgendaMoves(desk, rows)
        self._moves.begun.connect(self.title.commit)
        rows.ticked.connect(self._on_ticked)
        rows.chosen.connect(self._on_chosen)
        rows.pressed.connect(self._on_pressed)
        rows.installEventFilter(self)
        desk.flush_wanted.connect(self.title.commit)

    def show_agenda(self, view: AgendaView) -> None:
        """Hear what the list shows now."""
        self._view = view
        self._moves.show_agenda(view)

    def chosen_by_itself(self, item_id: UUID | None) -> None:
        """Hear which item the list chose when it appeared: nobody meant it, so a new one doesn't stand below it."""
        self._by_itself = item_id

    @Slot(object)
    def _on_chosen(self, row_id: object) -> None:
        if row_id is not None and row_id != self._by_itself:
            self._by_itself = None

    @Slot()
    def _on_pressed(self) -> None:
        self._by_itself = None

    def item(self) -> AgendaRow | None:
        """Return the item that is chosen."""
        chosen = self._rows.chosen_id()
        items = self._view.items if self._view is not None else ()
        return next((one for one in items if one.id == chosen), None)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command of an agenda."""
        return {
            "item.add": self.add,
            "item.add_below": self.add_below,
            "item.rename": self.rename,
            **self._moves.slots(),
            "item.tick": self.tick,
            "item.defer": self.ask_where_to,
            "item.withdraw": self.withdraw,
            "item.remove": self.remove,
        }

    def why_not(self, command: str) -> str:
        """Return why a command of an agenda can't run now."""
        if self._view is None:
            return self.tr("no meeting is chosen")
        if self._view.head.sealed and command != "item.details":
            return self.tr("the minutes are sealed")
        item = self.item()
        if command in _OF_ITEM:
            return self._why_not_item(command, item) if item is not None else self.tr("no item is chosen")
        return ""

    def _why_not_item(self, command: str, item: AgendaRow) -> str:
        if command == "item.withdraw" and item.state is ItemState.WITHDRAWN:
            return self.tr("it is withdrawn already")
        if command == "paper.restrict" and not item.papers:
            return self.tr("it has no paper")
        return self._moves.why_not(command, item)

    def step_out(self) -> bool:
        """Go one step out on Escape."""
        return self.title.cancel() or self._asking.withdraw()

    # Adding and naming

    def add(self) -> None:
        """Put a new item below the one that was chosen; at the end where none was."""
        self.title.commit()
        item = self.item()
        if item is not None and item.id == self._by_itself:
            item = None
        self._add(item.parent_id if item else None, item.id if item else None)

    def add_below(self) -> None:
        """Put a new item under the chosen one."""
        self.title.commit()
        item = self.item()
        if item is not None:
            self._add(item.id, None)

    def _add(self, parent_id: UUID | None, after_id: UUID | None) -> None:
        if self._view is None:
            return
        head = self._view.head
        if head.notice_given_on is not None and head.status is MeetingStatus.PLANNED:
            reason = LineField(
                self.tr("Why the chair takes it as urgent"),
                placeholder=self.tr("The grant closes before the next meeting"),
                needed=self.tr("A late item needs the chair's reason."),
            )
            sentence = self.tr("Notice was given, so this is a late item.")
            answer = partial(self._add_late, parent_id, after_id, reason)
            self._asking.ask(sentence, self.tr("Add late item"), answer, [reason])
            return
        sentence = self._put_in(parent_id, after_id, "")
        if sentence:
            self._desk.refuse(sentence)

    def _add_late(self, parent_id: UUID | None, after_id: UUID | None, reason: LineField) -> str:
        return self._put_in(parent_id, after_id, reason.value)

    def _put_in(self, parent_id: UUID | None, after_id: UUID | None, late_reason: str) -> str:
        if self._view is None:
            return ""
        name = self.tr("New item")
        try:
            new = self._desk.write(
                self.tr("Add an item"),
                add_item,
                self._view.head.id,
                name,
                parent_id=parent_id,
                after_id=after_id,
                late_reason=late_reason,
            )
        except Refusal as refusal:
            return str(refusal)
        self.added.emit(new.id)
        if self._rows.choose(new.id):
            self.title.open(new.id, name)
        return ""

    def rename(self) -> None:
        """Type the title of the chosen item where it stands."""
        item = self.item()
        if item is not None:
            self._rows.choose(item.id)
            self.title.open(item.id, item.title)

    @Slot(object, str)
    def _on_typed(self, item_id: UUID, title: str) -> None:
        self._desk.attempt(self.tr("Name the item “{}”").format(title), rename_item, item_id, title)

    # What becomes of it

    def tick(self) -> None:
        """Say that the chosen item was taken, or is open again."""
        item = self.item()
        if item is None:
            return
        if item.state is ItemState.OPEN:
            self._desk.attempt(self.tr("Tick {} as taken").format(called(item)), take_item, item.id)
        else:
            self._desk.attempt(self.tr("Open {} again").format(called(item)), reopen_item, item.id)

    @Slot(object)
    def _on_ticked(self, _item_id: object) -> None:
        why_not = self._desk.read_only or self.why_not("item.tick")
        if why_not:
            self._desk.refuse(why_not)
        else:
            self.tick()

    def ask_where_to(self) -> None:
        """Ask to which meeting the chosen item is deferred."""
        item = self.item()
        if item is None or self._view is None:
            return
        ahead = partial(meetings_ahead, self._desk, self._view.head.id, self._view.head.held_on)
        to = NameField(
            self.tr("Deferred to"),
            ahead,
            placeholder=self.tr("the meeting of 28 January 2027"),
            needed=self.tr("Say to which meeting it is deferred."),
        )
        planned = ahead()
        next_one = Named(planned[0].text, planned[0].id) if planned else Named()
        same = (Named(one.text, one.id) for one in planned if one.text == item.deferred_to)
        to.open(next(same, Named(item.deferred_to)) if item.deferred_to else next_one)
        sentence = self.tr("{} is not dealt with at this meeting.").format(self._titled(item))
        self._asking.ask(sentence, self.tr("Defer the item"), partial(self._defer, item, to), [to])
        # Enter defers to the meeting that is offered; typing names another.
        to.line.selectAll()

    def _defer(self, item: AgendaRow, to: NameField) -> str:
        words, meant = self.tr("Defer {}").format(called(item)), to.value
        likely = to.offered(meant.text) if meant.text and meant.id is None else ()
        if len(likely) == 1:
            # Part of a day, or of a name, that fits one meeting only.
            meant = Named(likely[0].text, likely[0].id)
        return self._desk.refused(words, defer_to, item.id, meant.text, self._desk.now, to_id=meant.id)

    def withdraw(self) -> None:
        """Withdraw the chosen item."""
        item = self.item()
        if item is not None:
            self._desk.attempt(self.tr("Withdraw {}").format(called(item)), withdraw, item.id, self._desk.now)

    def remove(self) -> None:
        """Take the chosen item off the agenda, or say why not and offer to withdraw it."""
        self.title.cancel()
        item = self.item()
        if item is None:
            return
        sentence = self._desk.refused(self.tr("Remove {}").format(called(item)), remove_item, item.id)
        if sentence and item.state is not ItemState.WITHDRAWN:
            self._asking.ask(sentence, self.tr("Withdraw the item"), partial(self._withdraw, item))
        elif sentence:
            self._desk.refuse(sentence)

    def _withdraw(self, item: AgendaRow) -> str:
        return self._desk.refused(self.tr("Withdraw {}").format(called(item)), withdraw, item.id, self._desk.now)

    # Inside

    def _titled(self, item: AgendaRow) -> str:
        return f"{item.number} {item.title}".strip()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Del in the list remove what is chosen there."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete and not event.modifiers() & _CHORD:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                why_not = self._desk.read_only or self.why_not("item.remove")
                if why_not:
                    self._desk.refuse(why_not)
                else:
                    self.remove()
                return True
        return super().eventFilter(watched, event)


_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
