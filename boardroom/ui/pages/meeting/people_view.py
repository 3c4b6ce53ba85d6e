"""What the people column shows: quorum, people, declarations, the chair, and the form that is open below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import MeetingStatus
from boardroom.store.queries.attendance_page import attendance_after, attendance_of
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.keys import key_hints_shown
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label
from boardroom.ui.pages.meeting.column import Column
from boardroom.ui.pages.meeting.people_declared import DeclarationPanel
from boardroom.ui.pages.meeting.people_head import PeopleHead
from boardroom.ui.pages.meeting.people_line import LinePanel
from boardroom.ui.pages.meeting.people_list import PeopleList
from boardroom.ui.pages.meeting.people_rows import Entry, Kept, in_the_chair, rows_of

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.change import Change
    from boardroom.store.queries.attendance_page import AttendanceView, DeclarationView, LineView, PresidingView
    from boardroom.store.queries.meeting_page import AgendaRow, AgendaView
    from boardroom.store.queries.room import ExpectedView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.row_data import RowData
    from boardroom.ui.pages.meeting.people_panel import Panel

_CONCERNS = (
    "attendance", "attendance_item", "stay", "declaration", "declaration_item", "presiding", "agenda_item", "seat",
    "membership", "person", "organisation", "organisation_status", "terms_of_reference", "quorum_need", "meeting_day",
    "meeting", "meeting_board", "seal", "sitting", "taking",
)  # fmt: skip


class PeopleView(Column):
    """The people of a meeting as they are read; what is done to them stands in `PeopleColumn`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the widgets; nothing is read before `show_meeting`."""
        super().__init__(desk, parent)
        self.setProperty("role", "ground")
        self._view: AttendanceView | None = None
        self._since: dict[str, frozenset[UUID]] = {}
        self._kept: Kept = {}
        self._agenda: AgendaView | None = None
        self._items: dict[UUID, AgendaRow] = {}
        self.panel: Panel | None = None
        self.head = PeopleHead()
        rule = QFrame()
        rule.setProperty("role", "rule")
        self.rows = PeopleList(self.tr("People"))
        self.first = CommandButton("", COMMANDS["people.expect"].key, "list")
        self._taught = label("", "section")
        self._taught.setWordWrap(True)
        self._empty = QWidget()
        teaching = QVBoxLayout(self._empty)
        teaching.addWidget(self._taught)
        teaching.addWidget(self.first)
        then = self.tr(
            "Then a click on the sign, or Space, says who is here; A who sent apologies, D who sends a deputy."
        )
        teaching.addWidget(hint(then))
        teaching.addStretch(1)
        self.first.show_key(shown=False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(rule)
        self._column.addWidget(self._stack, 1)
        self._keys = hint(self.tr("Click or Space: here. A: apologies. D: deputy."))
        self._column.addWidget(self._keys)
        wardrobe().changed.connect(self._fit)
        self._fit()

    # What the page asks

    @Slot(object)
    def hear_agenda(self, agenda: AgendaView) -> None:
        """Hear the agenda as the page has read it; whoever is shown follows when they are read."""
        self._agenda = agenda
        self._items = {row.id: row for row in agenda.items}

    @override
    def show_meeting(self, meeting_id: UUID, item_id: UUID | None) -> None:
        if meeting_id != self.meeting_id:
            self.close_panel()
            # Empty seats are the same at every meeting; one of them would be taken for what was chosen.
            self.rows.choose(None)
        # What happened while the page was out of sight wasn't told.
        self._view, self._since, self._kept = None, {}, {}
        super().show_meeting(meeting_id, item_id)

    @override
    def reload(self) -> None:
        if self.meeting_id is None or self._agenda is None:
            return
        self._view = view = self._read(self.meeting_id)
        chair = in_the_chair(view.presiding, list(self._items), self.item_id)
        planned = self._agenda.head.status is MeetingStatus.PLANNED
        self.head.show_quorums(view.quorums, chair, of_item=self.item_id is not None, planned=planned)
        if self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()
        nobody = not view.lines and not view.declarations
        listed = self._stack.currentIndex() == 1 and not nobody
        self._stack.setCurrentIndex(1 if nobody else 0)
        self._keys.setVisible(not nobody and not self.desk.read_only and key_hints_shown())
        if nobody:
            self._teach(view)
        elif listed or self.rows.chosen_id() is None:
            # Nobody was seen here until now; what was chosen out of sight, such as an empty seat, isn't meant.
            self.rows.choose_first()
        self._follow()

    def _read(self, meeting_id: UUID) -> AttendanceView:
        where = (self.item_id, self.desk.now)
        if self._view is None:
            view = self.desk.read(attendance_of, meeting_id, *where)
        else:
            view = self.desk.read(attendance_after, self._view, self._since, *where)
        self._since = {}
        return view

    def hear(self, change: Change) -> None:
        """Hear of a change; what it is about is read with the next item."""
        for table, rows in change.rows.items():
            self._since[table] = self._since.get(table, frozenset()) | rows

    @override
    def follow(self, change: Change) -> None:
        self.hear(change)
        self.reload()

    @override
    def concerns(self, change: Change) -> bool:
        return change.touches(*_CONCERNS)

    @override
    def step_out(self) -> bool:
        if self.panel is None:
            return False
        self.close_panel()
        self.rows.setFocus()
        return True

    @override
    def choose(self, entity: str, entity_id: UUID) -> bool:
        return self.rows.choose(Entry(entity, entity_id))

    @override
    def chosen(self) -> tuple[str, UUID] | None:
        entry = self._entry()
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return (entry.entity, entry.id) if entry is not None and inside else None

    @override
    def focus(self) -> None:
        target = self.first if self._stack.currentWidget() is self._empty else self.rows
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Reading

    @property
    def view(self) -> AttendanceView | None:
        """Who is there for the item that is shown."""
        return self._view

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the list's own key; here it has none
        if after is not None or self._view is None:
            return []
        return rows_of(self._view, self._items, self.item_id, self._kept)

    def _teach(self, view: AttendanceView) -> None:
        """Say what stands here once there is somebody, and offer the quickest way to it."""
        awaited = sum(one.person_id is not None for one in view.expected)
        if awaited:
            self._taught.setText(self.tr("Who is here stands in this column, and the quorum is counted from it."))
            self.first.say(self.tr("List the {} members").format(awaited), COMMANDS["people.expect"].key)
        else:
            self._taught.setText(self.tr("Who is here stands in this column, once you add them."))
            self.first.say(self.tr("Add somebody"), COMMANDS["people.add"].key)
        sealed = self._agenda is not None and bool(self._agenda.head.sealed)
        self.first.explain(self.desk.read_only or (self.tr("The minutes are sealed.") if sealed else ""))

    def _follow(self) -> None:
        """Let the panel show what is stored now; what it is about may be gone."""
        if isinstance(self.panel, LinePanel):
            line = next((one for one in self._lines if one.id == self.panel.line_id), None)
            if line is not None:
                self.panel.show_line(line)
                return
        elif isinstance(self.panel, DeclarationPanel) and self.panel.declaration_id is not None:
            declared = next((one for one in self._declarations if one.id == self.panel.declaration_id), None)
            if declared is not None:
                self.panel.show_declaration(declared)
                return
        else:
            return
        self.close_panel()

    @property
    def _lines(self) -> tuple[LineView, ...]:
        return self._view.lines if self._view is not None else ()

    @property
    def _declarations(self) -> tuple[DeclarationView, ...]:
        return self._view.declarations if self._view is not None else ()

    @property
    def _presiding(self) -> tuple[PresidingView, ...]:
        return self._view.presiding if self._view is not None else ()

    def _entry(self) -> Entry | None:
        chosen = self.rows.chosen_id()
        return chosen if isinstance(chosen, Entry) else None

    def _line(self) -> LineView | None:
        entry = self._entry()
        return next((one for one in self._lines if entry == ("attendance", one.id)), None)

    def _seat(self) -> ExpectedView | None:
        entry = self._entry()
        seats = self._view.expected if self._view is not None else ()
        return next((one for one in seats if entry == ("seat", one.seat_id)), None)

    # The form below

    def open_panel(self, panel: Panel) -> None:
        """Open a form below the list, in place of another one."""
        self.close_panel()
        self.panel = panel
        panel.left.connect(self._leave_panel)
        panel.done.connect(self._on_done)
        self._column.addWidget(panel)
        self._fit_panel()
        panel.show()
        panel.focus_first()
        # The form takes room from the list; whom it is about stays in sight.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.rows.scrollTo(self.rows.currentIndex())

    def be_done(self) -> bool:
        """Do what the open form's button says, or close one that saves by itself; returns whether it has the focus."""
        panel, focused = self.panel, QApplication.focusWidget()
        if panel is None or focused is None or not panel.isAncestorOf(focused):
            return False
        if panel.button is not None:
            panel.give()
        else:
            self._leave_panel()
        return True

    @Slot()
    def close_panel(self) -> None:
        """Take the form away; what was typed into it and can be saved is saved."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        if panel.button is None:
            panel.commit()
        self._column.removeWidget(panel)
        panel.hide()
        panel.setParent(None)
        panel.deleteLater()

    @Slot()
    def _leave_panel(self) -> None:
        self.close_panel()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_done(self, entry: tuple[str, UUID] | None) -> None:
        if entry is not None:
            self.rows.choose(Entry(*entry))

    def _fit_panel(self) -> None:
        if self.panel is not None:
            self.panel.setMaximumHeight(self.height() * 3 // 5)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_panel()

    @Slot()
    def _fit(self) -> None:
        px, teaching = theme().px, self._empty.layout()
        if teaching is not None:
            teaching.setContentsMargins(px(16), px(16), px(12), px(16))
            teaching.setSpacing(px(16))
        self._keys.setContentsMargins(px(16), px(4), px(12), px(8))
