"""The people of a meeting: one key each does the likely thing to the chosen person, and forms do the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from boardroom.domain.words import ItemKind, Presence
from boardroom.services.attendance import expect_members
from boardroom.ui.commands import COMMANDS
from boardroom.ui.pages.meeting import people_standing as stand
from boardroom.ui.pages.meeting.people_declared import DeclarationPanel
from boardroom.ui.pages.meeting.people_forms import AllHerePanel, ChairPanel, DeputyPanel, GroupPanel, PersonPanel
from boardroom.ui.pages.meeting.people_line import LinePanel
from boardroom.ui.pages.meeting.people_proxy import ProxyPanel
from boardroom.ui.pages.meeting.people_rows import Entry
from boardroom.ui.pages.meeting.people_view import PeopleView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.ui.desk import Desk

_NEED_A_LINE = frozenset({"people.proxy", "people.recused"})
_OF_A_LINE = _NEED_A_LINE | {"people.here", "people.remote", "people.deputy", "people.apologies"}


class PeopleColumn(PeopleView):
    """The right column of the Meeting page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the widgets; nothing is read before `show_meeting`."""
        super().__init__(desk, parent)
        self.rows.asked.connect(self._run)
        self.rows.opened.connect(self._on_opened)
        self.rows.chosen.connect(self._on_chosen)
        self.first.clicked.connect(self._begin)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "people.here": self._turn_here,
            "people.remote": self._turn_remote,
            "people.deputy": self._send_deputy,
            "people.proxy": self._give_proxy,
            "people.apologies": self._turn_apologies,
            "people.recused": self._turn_recused,
            "people.edit": self._edit,
            "people.remove": self._remove,
            "people.expect": self._expect,
            "people.all_here": self._all_here,
            "people.add": self._add,
            "people.add_group": self._add_group,
            "people.preside": self._preside,
            "people.declare": self._declare,
        }

    @override
    def why_not(self, command: str) -> str:
        if self._view is None or self._agenda is None:
            return self.tr("no meeting is shown")
        if COMMANDS[command].writes and self._agenda.head.sealed:
            return self.tr("the minutes are sealed")
        if command in _OF_A_LINE | {"people.edit", "people.remove"}:
            if self._is_elsewhere():
                return self.tr("choose somebody in the people column first (F4)")
            return self._why_not_chosen(command)
        if command in {"people.expect", "people.all_here"} and not self._view.expected and not self._view.lines:
            return self.tr("the board has no seats yet; add them under Partners")
        return ""

    def _why_not_chosen(self, command: str) -> str:
        entry = self._entry()
        if entry is None:
            return self.tr("nobody is chosen")
        line, seat = self._line(), self._seat()
        if command in _OF_A_LINE:
            if line is None and seat is None:
                return self.tr("that is no person")
            if seat is not None and seat.person_id is None:
                return self.tr("the seat is empty that day")
            if command in _NEED_A_LINE and line is None:
                return self.tr("that person has no line in the attendance yet")
        if entry.entity == "seat" and command in {"people.remove", "people.edit"}:
            return self.tr("that person has no line in the attendance yet")
        return ""

    # What is done

    @Slot(str)
    def _run(self, command: str) -> None:
        """Do what a key in the list stands for, or say why it can't be done."""
        reason = self.desk.read_only.rstrip(".") or self.why_not(command)
        if reason:
            self.desk.tell(f"{COMMANDS[command].said.rstrip('…')}: {reason}.")
        else:
            self.slots()[command]()

    @Slot(object)
    def _on_chosen(self, _entry: object) -> None:
        self.commands_changed.emit()
        # The particulars follow the choice; a form that adds somebody stays as it is.
        if isinstance(self.panel, LinePanel) and self.rows.hasFocus():
            self.close_panel()

    @Slot(object)
    def _on_opened(self, _entry: object) -> None:
        seat = self._seat()
        if seat is not None:
            self._run("people.here")
        else:
            self._run("people.edit")

    @Slot()
    def _begin(self) -> None:
        awaited = self._view is not None and any(one.person_id for one in self._view.expected)
        self._run("people.expect" if awaited else "people.add")

    def _turn_here(self) -> None:
        line, seat = self._line(), self._seat()
        if line is not None:
            stand.turn_here(self.desk, line)
        elif seat is not None:
            self._seat_as(Presence.PRESENT)

    def _turn_remote(self) -> None:
        line, seat = self._line(), self._seat()
        if line is not None:
            stand.turn_remote(self.desk, line)
        elif seat is not None:
            self._seat_as(Presence.PRESENT, remote=True)

    def _turn_apologies(self) -> None:
        line, seat = self._line(), self._seat()
        if line is not None:
            stand.turn_apologies(self.desk, line)
        elif seat is not None:
            self._seat_as(Presence.APOLOGIES)

    def _seat_as(self, status: Presence, *, remote: bool = False) -> None:
        seat = self._seat()
        if seat is None or self.meeting_id is None:
            return
        line_id = stand.expect(self.desk, self.meeting_id, seat, status, remote=remote)
        if line_id is not None:
            self.rows.choose(Entry("attendance", line_id))

    def _send_deputy(self) -> None:
        member = self._line() or self._seat()
        if member is not None and self.meeting_id is not None:
            self.open_panel(DeputyPanel(self.desk, self.meeting_id, member))

    def _give_proxy(self) -> None:
        member = self._line()
        if member is not None:
            self.open_panel(ProxyPanel(self.desk, member, self._lines))

    def _turn_recused(self) -> None:
        line = self._line()
        if line is None or self._view is None:
            return
        declared = stand.declared_by(self._view, line, self.item_id)
        if declared is not None:
            stand.turn_recused(self.desk, line, declared)
            return
        panel = self._open_declaration()
        by = line.name or ", ".join(filter(None, (line.role, line.organisation)))
        panel.begin(by, self._items_meant(), recused=True)

    def _declare(self) -> None:
        line = None if self._is_elsewhere() else self._line()
        panel = self._open_declaration()
        by = line.name if line is not None else ""
        panel.begin(by, self._items_meant(), recused=False)

    def _items_meant(self) -> list[UUID]:
        """Return the item that an interest is likely about; a procedural one, where interests are declared, is none."""
        item = self._items.get(self.item_id) if self.item_id is not None else None
        return [] if item is None or item.kind is ItemKind.PROCEDURAL else [item.id]

    def _open_declaration(self) -> DeclarationPanel:
        if self.meeting_id is None:
            message = "commands run only while a meeting is shown"
            raise ValueError(message)
        panel = DeclarationPanel(self.desk, self.meeting_id, self._items)
        self.open_panel(panel)
        return panel

    def _edit(self) -> None:
        """Open the chosen row's own form."""
        entry, line = self._entry(), self._line()
        if entry is None or self.meeting_id is None:
            return
        if line is not None:
            self.open_panel(LinePanel(self.desk, line, self._items))
            return
        declared = next((one for one in self._declarations if entry == ("declaration", one.id)), None)
        if declared is not None:
            self.open_panel(DeclarationPanel(self.desk, self.meeting_id, self._items, declared))
            return
        presiding = next((one for one in self._presiding if entry == ("presiding", one.id)), None)
        if presiding is not None:
            item = self._items.get(presiding.from_item_id) if presiding.from_item_id is not None else None
            panel = ChairPanel(self.desk, self.meeting_id, item, self._lines)
            self.open_panel(panel)
            panel.begin(presiding.name, presiding.reason)

    def _remove(self) -> None:
        entry = self._entry()
        if entry is not None and self._view is not None:
            stand.remove(self.desk, self._view, entry.entity, entry.id)

    def _expect(self) -> None:
        said = self.tr("List all members")
        done = self.desk.attempt(said, expect_members, self.meeting_id)
        if done is not None and not done.value:
            self.desk.tell(self.tr("Every member has a line already."))
        elif done is not None:
            self.rows.choose(Entry("attendance", done.value[0].id))
            self.focus()

    def _all_here(self) -> None:
        if self.meeting_id is not None:
            self.open_panel(AllHerePanel(self.desk, self.meeting_id))

    def _add(self) -> None:
        if self.meeting_id is not None:
            self.open_panel(PersonPanel(self.desk, self.meeting_id))

    def _add_group(self) -> None:
        if self.meeting_id is not None:
            self.open_panel(GroupPanel(self.desk, self.meeting_id))

    def _preside(self) -> None:
        if self.meeting_id is None:
            return
        item = self._items.get(self.item_id) if self.item_id is not None else None
        line = None if self._is_elsewhere() else self._line()
        panel = ChairPanel(self.desk, self.meeting_id, item, self._lines)
        self.open_panel(panel)
        if line is not None:
            panel.begin(line.name, "")

    def _is_elsewhere(self) -> bool:
        """Whether the focus is in another column: a single letter typed there is not meant for these people."""
        focused, page = QApplication.focusWidget(), self.parentWidget()
        if focused is None or page is None or not page.isAncestorOf(focused):
            return False
        return focused is not self and not self.isAncestorOf(focused)
