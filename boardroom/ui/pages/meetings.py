"""The Meetings place: all meetings of a board, and the chosen one with its agenda and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.store.queries.meeting_page import agenda_of
from boardroom.ui.commands import COMMANDS, Menu
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.links import Link
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.home_readiness import readiness_in
from boardroom.ui.pages.meetings_agenda import AgendaTable
from boardroom.ui.pages.meetings_begin import MeetingBegin
from boardroom.ui.pages.meetings_details import MeetingDetails
from boardroom.ui.pages.meetings_life import MeetingLife
from boardroom.ui.pages.meetings_list import MeetingsList
from boardroom.ui.pages.meetings_next import commands_of
from boardroom.ui.pages.meetings_pane import MeetingPane
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.series_plan import SeriesPlan
from boardroom.ui.said import meeting_said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.meeting_page import AgendaView
    from boardroom.ui.desk import Desk

_LIST, _BESIDE_FROM = 196, 700
_WHOLE = 16777215


class MeetingsPage(Page):
    """A list of meetings and the chosen one beside it, or in its place where the window is narrow."""

    id: ClassVar[str] = "meetings"
    concerns: ClassVar[tuple[str, ...]] = (
        "meeting",
        "meeting_board",
        "meeting_day",
        "agenda_item",
        "paper",
        "seal",
        "proposal",
        "answer",
        "decision",
        "action",
        "attendance",
        "membership",
        "terms_of_reference",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._view: AgendaView | None = None
        self._wanted: Link | None = None
        self._opened = False
        self.list = MeetingsList(desk)
        self.list.rows.chosen.connect(self._on_chosen)
        self.list.rows.opened.connect(self._on_opened)
        self.list.remove_wanted.connect(self._on_remove)
        self.asking = Asking()
        self.asking.asked.connect(self._on_asked)
        self.details = MeetingDetails(desk)
        self.agenda = AgendaTable(desk, self.asking)
        self.agenda.opened.connect(self._open_item)
        self.agenda.commands_changed.connect(self.commands_changed)
        self.life = MeetingLife(desk, self.asking)
        self.begin = MeetingBegin(desk, self.asking)
        self.begin.planned.connect(self._on_planned)
        self.series = SeriesPlan(desk)
        self.series.planned.connect(self._on_planned)
        self.series.left.connect(self._leave_series)
        plan = COMMANDS["meetings.plan"]
        self.plan = CommandButton(plan.said, plan.key, plan.icon)
        self.first = CommandButton(self.tr("Plan the first meeting"), plan.key, plan.icon, main=True)
        # The list is narrow; the key stands in the tooltip and the menu.
        self.plan.show_key(shown=False)
        for button in (self.plan, self.first):
            button.clicked.connect(self.begin.ask_when)
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._left = QWidget()
        self._left.setProperty("role", "ground")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.list, 1)
        self._below = QVBoxLayout()
        self._below.addWidget(self.plan)
        left.addLayout(self._below)
        self._rule = QFrame()
        self._rule.setProperty("role", "upright")
        self._right = MeetingPane(self.asking, self.details, self.agenda, self.first, self.series)
        self.desk.board_chosen.connect(self._right.leave_series)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left)
        across.addWidget(self._rule)
        across.addWidget(self._right, 1)

    # What the window asks

    @override
    def head(self) -> Head:
        if self._right.plans_series:
            # The button that does it stands below the days.
            return Head(self.tr("Plan a series of meetings"))
        if self._view is None:
            return Head(self.tr("Meetings"), self.tr("None yet") if self.list.is_bare else "")
        head = self._view.head
        status = self.tr("sealed") if head.sealed else str(head.status or "")
        # When and where it is, is the first line below.
        return Head(meeting_said(head), chip=status, commands=commands_of(head))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "meetings.series": self._plan_series,
            **self.begin.slots(),
            **self.life.slots(),
            **self.agenda.slots(),
            "meetings.open": self._open_meeting,
            "room.open": self._open_room,
            "meeting.minutes": self._open_minutes,
            "meetings.details": self.details.toggle,
            "meetings.words": self._narrow,
            "meetings.agenda": self._go_over,
        }

    @override
    def at_hand(self, rows: QWidget) -> tuple[str, ...]:
        return self.in_menu(Menu.MEETING if rows is self.list.rows else Menu.RECORD)

    @override
    def why_not(self, command: str) -> str:
        if command == "meetings.words":
            return ""
        if command == "meetings.series":
            return self.begin.why_not("meetings.plan")
        for part in (self.begin, self.life):
            if command in part.slots():
                return part.why_not(command)
        if self._view is None:
            return self.tr("no meeting is chosen")
        return self.agenda.edit.why_not(command) if command in self.agenda.slots() else ""

    @override
    def open(self, link: Link) -> None:
        if link.id is not None or link.meeting_id is not None:
            self._wanted = link
            self._opened = True
            self._stale = True

    @override
    def link(self) -> Link:
        if self._view is None:
            return Link(self.id)
        meeting_id, item_id = self._view.head.id, self.agenda.rows.chosen_id()
        focused = QApplication.focusWidget()
        if item_id is not None and focused is not None and self.agenda.isAncestorOf(focused):
            return Link(self.id, "agenda_item", item_id, meeting_id, item_id)
        return Link(self.id, "meeting", meeting_id, meeting_id)

    @override
    def step_out(self) -> bool:
        if self.asking.withdraw() or self.agenda.step_out():
            return True
        if self._right.plans_series:
            self._leave_series()
            return True
        if self.details.fold():
            self.details.change.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        focused = QApplication.focusWidget()
        if focused is not None and self._right.isAncestorOf(focused) and not self.list.is_bare:
            self._opened = False
            self.lay()
            self.list.take_focus()
            return True
        return False

    @override
    def columns(self) -> list[QWidget]:
        return [self._left, self._right] if self._is_wide() else [self._left if not self._opened else self._right]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self._left:
            self.list.take_focus()
        else:
            self.agenda.take_focus()

    @override
    def focus(self) -> None:
        if self.list.is_bare:
            self.first.setFocus()
        elif self._opened and not self._is_wide():
            self.agenda.take_focus()
        else:
            self.list.take_focus()

    # Reading

    @override
    def reload(self) -> None:
        self.list.reload()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            meeting_id = wanted.meeting_id or wanted.id
            if meeting_id is not None and not self.list.choose(meeting_id):
                self.desk.tell(self.tr("That meeting is not in the board file any more."))
        if self.list.rows.chosen_id() is None:
            self.list.rows.choose_first()
        self._show_meeting()
        if wanted is not None and wanted.entity == "agenda_item" and wanted.id is not None:
            self.agenda.choose(wanted.id)
        for button in (self.plan, self.first):
            button.explain(self.desk.read_only or self.begin.why_not("meetings.plan"))
        self.lay()

    def _show_meeting(self) -> None:
        chosen = self.list.rows.chosen_id()
        self._view = self.desk.read(agenda_of, chosen) if chosen is not None else None
        for part in (self.begin, self.life):
            part.show_meeting(self._view.head if self._view is not None else None)
        self._right.fill(chosen=self._view is not None)
        if self._view is not None:
            head = self._view.head
            self.details.show_meeting(head, readiness_in(self.desk, head, self.list.row(head.id)))
            self.agenda.show_agenda(self._view)
        self._right.settle()

    # What is done

    @Slot(object)
    def _on_chosen(self, _meeting_id: object) -> None:
        self.asking.withdraw()
        self._right.leave_series()
        self._show_meeting()
        self.head_changed.emit()

    @Slot(object)
    def _on_opened(self, _meeting_id: object) -> None:
        if self._is_wide():
            self._open_meeting()
        else:
            self._opened = True
            self.lay()
            self.agenda.take_focus()

    @Slot()
    def _on_remove(self) -> None:
        why_not = self.desk.read_only or self.why_not("meetings.remove")
        if why_not:
            self.desk.refuse(why_not)
        else:
            self.life.remove()

    def _plan_series(self) -> None:
        self.asking.withdraw()
        self._opened = True
        self._right.begin_series()
        self.lay()
        self.head_changed.emit()

    @Slot()
    def _leave_series(self) -> None:
        self._right.leave_series()
        self._opened = self._opened and self._view is not None
        self.lay()
        self.focus()
        self.head_changed.emit()

    @Slot()
    def _on_asked(self) -> None:
        self._opened = True
        self.lay()

    @Slot(object)
    def _on_planned(self, meeting_id: UUID) -> None:
        self.list.choose(meeting_id)
        self._right.leave_series()
        self._opened = True
        self.lay()
        self.asking.withdraw()
        self.agenda.take_focus()

    @Slot(object)
    def _open_item(self, item_id: UUID) -> None:
        if self._view is not None:
            self.desk.show(Link("meeting", "agenda_item", item_id, self._view.head.id, item_id))

    def _open_meeting(self) -> None:
        if self._view is not None:
            self.desk.show(Link("meeting", "meeting", self._view.head.id, self._view.head.id))

    def _open_room(self) -> None:
        if self._view is not None:
            self.desk.show(Link("room", "meeting", self._view.head.id, self._view.head.id))

    def _open_minutes(self) -> None:
        if self._view is not None:
            self.desk.show(Link("minutes", "meeting", self._view.head.id, self._view.head.id))

    def _narrow(self) -> None:
        self._opened = False
        self.lay()
        self.list.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_over(self) -> None:
        focused = QApplication.focusWidget()
        inside = focused is not None and self._right.isAncestorOf(focused)
        self._opened = not inside
        self.lay()
        if inside:
            self.list.take_focus()
        else:
            self.agenda.take_focus()

    # Laying out

    def _is_wide(self) -> bool:
        return self.width() >= theme().px(_BESIDE_FROM)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    @Slot()
    def lay(self) -> None:
        """Show list and meeting, or the one that is wanted."""
        wide, bare = self._is_wide(), self.list.is_bare
        self._left.setVisible(not bare and (wide or not self._opened))
        self._rule.setVisible(not bare and wide)
        self._right.setVisible(bare or wide or self._opened)
        self._left.setMaximumWidth(theme().px(_LIST) if wide else _WHOLE)
        self._left.setMinimumWidth(theme().px(_LIST) if wide else 0)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._below.setContentsMargins(px(12), px(8), px(12), px(12))
        self.lay()
