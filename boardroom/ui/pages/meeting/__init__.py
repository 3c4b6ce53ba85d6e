"""The Meeting page: agenda, item and people side by side, or behind tabs where the window is narrow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.store.queries.meeting_page import agenda_of, head_of
from boardroom.ui.commands import COMMANDS, Menu
from boardroom.ui.kit.columns import Columns, Layout, Pane
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting.agenda import AgendaColumn
from boardroom.ui.pages.meeting.item import ItemColumn
from boardroom.ui.pages.meeting.people import PeopleColumn
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.said import meeting_said, when_said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.store.change import Change
    from boardroom.store.queries.meeting_page import HeadView
    from boardroom.ui.desk import Desk

_AGENDA, _PEOPLE = 280, 284
_AT_AGENDA, _AT_ITEM, _AT_PEOPLE = range(3)


class MeetingPage(Page):
    """One meeting: what is on its agenda, what is written under an item, and who is there."""

    id = "meeting"
    agenda: AgendaColumn
    item: ItemColumn

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the three columns."""
        super().__init__(desk, parent)
        self._meeting_id: UUID | None = None
        self._item_id: UUID | None = None
        self._head: HeadView | None = None
        self.agenda, self.item, self.people = self._make_agenda(desk), self._make_item(desk), PeopleColumn(desk)
        self._all = (self.agenda, self.item, self.people)
        self._columns = Columns(
            (
                Pane(self.agenda, self.tr("Agenda"), COMMANDS["meeting.agenda"].key, _AGENDA),
                Pane(self.item, self.tr("Item"), COMMANDS["meeting.item"].key),
                Pane(self.people, self.tr("People"), COMMANDS["meeting.people"].key, _PEOPLE),
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._columns)
        self.agenda.was_read.connect(self.people.hear_agenda)
        for column in self._all:
            column.item_chosen.connect(self._choose_item)
            column.commands_changed.connect(self.commands_changed)

    def _make_agenda(self, desk: Desk) -> AgendaColumn:
        return AgendaColumn(desk)

    def _make_item(self, desk: Desk) -> ItemColumn:
        return ItemColumn(desk)

    @override
    def head(self) -> Head:
        if self._head is None:
            return Head(self.tr("Meeting"))
        return Head(
            meeting_said(self._head),
            when_said(self._head),
            chip=self.tr("sealed") if self._head.sealed else str(self._head.status or ""),
            commands=("meeting.minutes", "export", "item.add"),
        )

    @override
    def open(self, link: Link) -> None:
        meeting_id = link.meeting_id or (link.id if link.entity == "meeting" else None)
        if meeting_id is None:
            return
        item_id = link.item_id or (link.id if link.entity == "agenda_item" else None)
        by_itself: UUID | None = None
        if meeting_id != self._meeting_id or (item_id is not None and item_id != self._item_id):
            self._meeting_id = meeting_id
            self._stale = True
            if item_id is None:
                rows = self.desk.read(agenda_of, meeting_id).items
                item_id = next((row.id for row in rows), None)
                by_itself = item_id
            self._item_id = item_id
        self.refresh()
        if by_itself is not None:
            self.agenda.edit.chosen_by_itself(by_itself)
        if link.id is not None:
            for number, column in enumerate(self._all):
                if column.choose(link.entity, link.id):
                    # Where the agenda would cover the item, or stand in its place, the item is what was meant.
                    beside = self._columns.layout_now() is Layout.BESIDE
                    self._columns.go_to(number if beside or column is not self.agenda else _AT_ITEM)
                    break

    @override
    def link(self) -> Link:
        chosen = self.item.chosen()
        entity, chosen_id = chosen or (
            ("agenda_item", self._item_id) if self._item_id is not None else ("meeting", self._meeting_id)
        )
        return Link(self.id, entity, chosen_id, self._meeting_id, self._item_id)

    @override
    def reload(self) -> None:
        if self._meeting_id is None:
            return
        self._head = self.desk.read(head_of, self._meeting_id)
        for column in self._all:
            column.show_meeting(self._meeting_id, self._item_id)

    @Slot(object)
    @override
    def _on_changed(self, change: Change) -> None:
        if self._meeting_id is None:
            return
        if not self.isVisible():
            self._stale = True
            return
        try:
            self._follow(change, self._meeting_id)
        except Refusal as refusal:
            self._could_not_read(refusal)

    def _follow(self, change: Change, meeting_id: UUID) -> None:
        if change.touches("meeting", "meeting_day", "seal", "board"):
            self._read_head(meeting_id)
        typed = self.item.texts.typed(change)
        if typed is not None and self.agenda.knows(typed):
            # Each save of what is being typed comes here; it is on the screen already.
            return
        for column in self._all:
            if column.concerns(change) and not (typed is not None and column is self.item):
                column.follow(change)
        self.commands_changed.emit()

    def _read_head(self, meeting_id: UUID) -> None:
        self._head = self.desk.read(head_of, meeting_id)
        self.head_changed.emit()

    @Slot(object)
    def _choose_item(self, item_id: UUID | None) -> None:
        if item_id == self._item_id or self._meeting_id is None:
            return
        # What was typed under the item before is on the disk before another one is shown.
        self.desk.flush()
        self._item_id = item_id
        for column in self._all:
            column.show_item(item_id)
        self.commands_changed.emit()

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "meeting.minutes": self._show_minutes,
            "room.open": self._show_room,
            "meeting.agenda": partial(self._columns.go_to, _AT_AGENDA),
            "meeting.item": self._to_item,
            "meeting.people": partial(self._columns.go_to, _AT_PEOPLE),
            "item.next": self._next_item,
            "item.previous": self._previous_item,
            **self.agenda.slots(),
            **self.item.slots(),
            **self.people.slots(),
            "words.take_over": self._be_done,
        }

    @override
    def at_hand(self, rows: QWidget) -> tuple[str, ...]:
        column = next((one for one in self._all if one.isAncestorOf(rows)), None)
        own = column.slots() if column is not None else {}
        # What is done to words is no business of a row.
        known = (*self.in_menu(Menu.MEETING), *self.in_menu(Menu.RECORD))
        return tuple(one for one in known if one in own and not one.startswith("words."))

    @override
    def why_not(self, command: str) -> str:
        for column in self._all:
            if command in column.slots():
                return column.why_not(command)
        return ""

    def _be_done(self) -> None:
        """Be done with the form that is typed into, in whichever column; else take the note over."""
        if not self.people.be_done():
            self.item.take_over()

    def _to_item(self) -> None:
        """Put the caret into the notes, from wherever on the page."""
        self._columns.go_to(_AT_ITEM)
        self.item.focus()

    def _show_minutes(self) -> None:
        self.desk.show(Link("minutes", "meeting", self._meeting_id, self._meeting_id, self._item_id))

    def _show_room(self) -> None:
        self.desk.show(Link("room", "meeting", self._meeting_id, self._meeting_id))

    def _next_item(self) -> None:
        self._step(1)

    def _previous_item(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        ids = self.agenda.item_ids()
        at = ids.index(self._item_id) + by if self._item_id in ids else 0
        if 0 <= at < len(ids):
            self._choose_item(ids[at])

    @override
    def step_out(self) -> bool:
        return self._columns.step_out() or any(column.step_out() for column in self._all)

    @override
    def columns(self) -> list[QWidget]:
        return list(self._all)

    @override
    def focus_column(self, column: QWidget) -> None:
        self._columns.go_to(self._all.index(column))

    @override
    def focus(self) -> None:
        # What can only be read is gone through item by item, as long as the agenda covers none of it.
        walks = self.item.is_locked and self._columns.layout_now() is Layout.BESIDE
        (self.agenda if walks else self.item).focus()
