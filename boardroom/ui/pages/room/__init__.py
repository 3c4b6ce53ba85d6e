"""The room: a meeting as it runs, on one screen. The Meeting page with a clock, and the keys that move it on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Slot
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus
from boardroom.services import running
from boardroom.store.queries.running import RunningView, running_of, taking_open
from boardroom.ui.kit.fields import LineField
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting import MeetingPage
from boardroom.ui.pages.page import Head
from boardroom.ui.pages.room.agenda import RoomAgenda
from boardroom.ui.pages.room.beside import Beside
from boardroom.ui.pages.room.clock import RoomClock
from boardroom.ui.pages.room.item import RoomItem
from boardroom.ui.pages.room.strip import RoundStrip
from boardroom.ui.pages.room.watch import ClockWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from boardroom.domain.words import Sector
    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk

_AT_AGENDA, _AT_ITEM = 0, 1
_MORE = 5
_SECOND = 1000
_RUNS = ("sitting", "taking", "heard", "agenda_item", "meeting", "meeting_day")
_TABLE = ("heard", "point", "proposal", "proposer", "attendance", "stay", "declaration", "declaration_item")
_NEED_SESSION = frozenset({"room.next", "room.take", "room.more", "room.adjourn", "room.close"})


class RoomPage(MeetingPage):
    """One meeting that runs: the item that is being taken, its time, who was heard on it, and who is there."""

    id: ClassVar[str] = "room"
    thin_rail: ClassVar[bool] = True
    agenda: RoomAgenda
    item: RoomItem

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the columns, the clock and the strip."""
        self.running: RunningView | None = None
        super().__init__(desk, parent)
        self.clock = RoomClock(self)
        self.clock.more_asked.connect(self._more)
        self.strip = RoundStrip(desk)
        self.strip.point_asked.connect(self._point_of)
        self.item.put_below_head(self.strip)
        self.item.closing.close_asked.connect(self.close_meeting)
        self.item.covered.connect(self.head_changed)
        self.beside = Beside(self)
        self.beside.turned.connect(self.commands_changed)
        self._watch = ClockWatch(desk, self)
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()

    @override
    def _make_agenda(self, desk: Desk) -> RoomAgenda:
        return RoomAgenda(desk)

    @override
    def _make_item(self, desk: Desk) -> RoomItem:
        return RoomItem(desk)

    @override
    def head(self) -> Head:
        head = super().head()
        return Head(head.title, head.context, chip=self._state(), commands=self._buttons())

    @override
    def head_widget(self) -> QWidget:
        return self.clock

    @override
    def open(self, link: Link) -> None:
        meeting_id = link.meeting_id or (link.id if link.entity == "meeting" else None)
        if meeting_id is not None and link.item_id is None and link.entity in {"", "meeting"}:
            # The room comes back at the item that is being taken.
            taking = self.desk.read(taking_open, meeting_id)
            if taking is not None:
                link = Link(self.id, "agenda_item", taking.item_id, meeting_id, taking.item_id)
        super().open(link)

    @override
    def reload(self) -> None:
        self._read()
        super().reload()
        self._show_table()

    @override
    def _follow(self, change: Change, meeting_id: UUID) -> None:
        if change.touches(*_RUNS):
            before = self.running.current if self.running is not None else None
            self._read()
            current = self.running.current if self.running is not None else None
            if current is not None and current != before and self._item_id in {before, None}:
                # Whoever looks at the item that was taken goes on with the meeting; everything is read once.
                self._item_id = current
                self._read_head(meeting_id)
                self.agenda.read_after(change)
                self.people.hear(change)
                for column in self._all:
                    column.show_item(current)
                self._show_table()
                self.commands_changed.emit()
                return
            self.head_changed.emit()
        super()._follow(change, meeting_id)
        if change.touches(*_RUNS, *_TABLE):
            self._show_table()

    @override
    def _choose_item(self, item_id: UUID | None) -> None:
        before = self._item_id
        super()._choose_item(item_id)
        if self._item_id != before:
            self._show_table()

    @property
    @override
    def is_held(self) -> bool:
        return self.running is not None and self.running.in_session

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # A window that is only minimised has not been left.
        if not event.spontaneous():
            self.beside.leave()

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            **super().slots(),
            "room.start": self.start,
            "room.next": self.take_next,
            "room.take": self.take_shown,
            "room.more": self._more,
            "room.round": self.strip.enter,
            "room.call": self.strip.call_next,
            "room.times": self._correct_times,
            "room.adjourn": self._ask_why,
            "room.reconvene": self.reconvene,
            "room.close": self.ask_to_close,
            **self.beside.slots(),
        }

    @override
    def why_not(self, command: str) -> str:
        if not command.startswith("room."):
            return super().why_not(command)
        view, head = self.running, self._head
        if view is None or head is None:
            return self.tr("no meeting is shown")
        if command in self.beside.slots():
            return self.beside.why_not(command, view.current)
        begun = view.opened_at is not None
        missing = (
            (command in _NEED_SESSION and not view.in_session, self.tr("the meeting isn’t in session")),
            (command == "room.start" and begun, self.tr("it has been started")),
            (
                command == "room.start" and head.status is not MeetingStatus.PLANNED,
                self.tr("only a planned meeting is started"),
            ),
            (command == "room.reconvene" and not view.adjourned, self.tr("it was not adjourned")),
            (command == "room.times" and not view.takings, self.tr("no item was taken yet")),
            (command == "room.more" and view.current is None, self.tr("no item is being taken")),
            (command == "room.take" and self._item_id is None, self.tr("there is no item")),
            (command == "room.take" and self._item_id == view.current, self.tr("it is being taken")),
        )
        return next((reason for holds, reason in missing if holds), "")

    # What is done

    def start(self) -> None:
        """Start the meeting; one that is planned for another day is asked about first."""
        planned = self._head.held_on if self._head is not None else None
        if planned is None or planned == self.desk.today:
            self._start()
            return
        sentence = self.tr("It is planned for {}. Start it today, and change its day?")
        day = f"{planned:%A} {planned.day} {planned:%B %Y}"
        self.agenda.asking.ask(sentence.format(day), self.tr("Start it today"), self._start_today)

    def _start(self) -> None:
        if self.desk.attempt(self.tr("Start the meeting"), running.start_meeting, self._meeting_id, self.desk.now):
            self._show_current()

    def _start_today(self) -> str:
        words, now = self.tr("Start the meeting today"), self.desk.now
        why_not = self.desk.refused(words, running.start_meeting, self._meeting_id, now, change_day=True)
        if not why_not:
            self._show_current()
        return why_not

    def take_next(self) -> None:
        """Be done with the present item and show the next."""
        if self.desk.attempt(self.tr("Take the next item"), running.take_next, self._meeting_id, self.desk.now):
            self._show_current()

    def take_shown(self) -> None:
        """Take the item that is shown."""
        self.desk.attempt(self.tr("Take this item"), running.take, self._item_id, self.desk.now)

    @Slot()
    def _more(self) -> None:
        self.desk.attempt(self.tr("Give it 5 minutes more"), running.give_more_time, self._meeting_id, _MORE)

    def _correct_times(self) -> None:
        self._columns.go_to(_AT_AGENDA)
        self.agenda.toggle_times()

    def _ask_why(self) -> None:
        why = LineField(self.tr("Reason"), placeholder=self.tr("A break of ten minutes"))
        why.open("")
        sentence = self.tr("The meeting stops, and goes on with Reconvene.")
        self.agenda.asking.ask(sentence, self.tr("Adjourn"), partial(self._adjourn, why), [why])

    def _adjourn(self, why: LineField) -> str:
        words = self.tr("Adjourn the meeting")
        return self.desk.refused(words, running.adjourn, self._meeting_id, self.desk.now, because=why.value)

    def reconvene(self) -> None:
        """Go on with the meeting at its item."""
        if self.desk.attempt(self.tr("Reconvene"), running.reconvene, self._meeting_id, self.desk.now):
            self._show_current()

    def ask_to_close(self) -> None:
        """Show what is still open; close the meeting where nothing is, or when it is shown already."""
        if self.item.is_closing or not self.item.show_what_is_open():
            self.close_meeting()
        else:
            self._columns.go_to(_AT_ITEM)

    @Slot()
    def close_meeting(self) -> None:
        """Close the meeting; its minutes are drafted with it."""
        done = self.desk.attempt(self.tr("Close the meeting"), running.close_meeting, self._meeting_id, self.desk.now)
        if done is not None:
            self.item.show_item_again()
            self.desk.show(Link("minutes", "meeting", self._meeting_id, self._meeting_id))

    def _show_current(self) -> None:
        """Show the item that is being taken, with the caret in its notes."""
        current = self.running.current if self.running is not None else None
        if current is not None:
            self._choose_item(current)
            self.agenda.choose("agenda_item", current)
            self.item.focus()

    @Slot(object)
    def _point_of(self, sector: Sector) -> None:
        self.item.points.begin_for(sector)

    # What is shown

    def _read(self) -> None:
        if self._meeting_id is None:
            return
        self.running = self.desk.read(running_of, self._meeting_id)
        self.agenda.show_running(self.running, self.desk.now)
        self._show_time()

    def _show_table(self) -> None:
        try:
            # Before the start nobody can have been heard.
            begun = self.running is not None and self.running.opened_at is not None
            self.strip.show_item(self._item_id if begun else None, self.people.view)
        except Refusal as refusal:
            self._could_not_read(refusal)

    @Slot()
    def _on_tick(self) -> None:
        self._watch.look(in_session=self.running is not None and self.running.in_session)
        if self.isVisible():
            self._show_time()

    def _show_time(self) -> None:
        view, now = self.running, self.desk.now
        if view is None:
            return
        current = view.current
        number = self.agenda.number_of(current) if current is not None else ""
        self.clock.show_time(
            now,
            number,
            used=view.used_by(current, now) if current is not None else 0,
            planned=60 * (view.planned.get(current) or 0) if current is not None else 0,
            running=current is not None,
        )
        self.agenda.show_time(now)
        if self.item.is_closing:
            self.item.closing.show_time(now)

    def _state(self) -> str:
        view = self.running
        if view is None or self._head is None:
            return ""
        if view.in_session:
            return ""
        return self.tr("adjourned") if view.adjourned else str(self._head.status or "")

    def _buttons(self) -> tuple[str, ...]:
        view = self.running
        if view is None or self._head is None or self.item.is_closing:
            # The filled button stands below what is still open.
            return ()
        if view.in_session:
            onward = "room.next" if view.current is not None or view.to_come else "room.close"
            return ("room.screen", onward)
        if view.adjourned:
            return ("room.reconvene",)
        return ("room.start",) if view.opened_at is None else ("meeting.minutes",)
