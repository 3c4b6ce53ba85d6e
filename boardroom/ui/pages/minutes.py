"""The whole minutes of a meeting as one page: the document on the screen, its minute text written where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from boardroom.documents.compose.minutes import lay_out_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingStatus, TextKind
from boardroom.services.meetings import correct_minutes
from boardroom.store.queries.item_page import states_of
from boardroom.store.queries.meeting_page import agenda_of
from boardroom.store.queries.meetings import load_meeting
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting.item_setting import Setting
from boardroom.ui.pages.meetings_life import MeetingLife
from boardroom.ui.pages.minutes_sheet import MinutesSheet
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.said import meeting_said, when_said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.domain.agenda import Paragraph
    from boardroom.store.change import Change
    from boardroom.store.queries.meeting_page import AgendaView, HeadView
    from boardroom.ui.desk import Desk

_LIFE = ("meetings.draft", "meetings.confirm", "meetings.seal")


class MinutesPage(Page):
    """Minutes as they will be read; what is minuted of itself is changed at its item."""

    id: ClassVar[str] = "minutes"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._meeting_id: UUID | None = None
        self._item_id: UUID | None = None
        self._asked_for: UUID | None = None
        self._agenda: AgendaView | None = None
        self.sheet = MinutesSheet(desk, self)
        self.life = MeetingLife(desk, self.sheet.asking)
        self._setting = Setting(desk, self.sheet)
        self.sheet.opened.connect(self._open_item)
        self.sheet.came_to.connect(self._on_item)

    # What the window asks

    @override
    def head(self) -> Head:
        if self._agenda is None:
            return Head(self.tr("Minutes"))
        head = self._agenda.head
        chip = self.tr("sealed") if head.sealed else str(head.status or "")
        title = self.tr("Minutes: {}").format(meeting_said(head))
        commands: tuple[str, ...] = ("minutes.versions", "export")
        if head.status is not MeetingStatus.PLANNED:
            commands = (*commands, self._next_step(head))
        return Head(title, when_said(head), chip, commands)

    def _next_step(self, head: HeadView) -> str:
        """Return the command that brings the minutes one step on."""
        if head.sealed:
            return "minutes.correct"
        if head.status is MeetingStatus.CONFIRMED:
            return "meetings.seal"
        return "meetings.confirm" if head.status is MeetingStatus.DRAFT_MINUTES else "meetings.draft"

    @override
    def open(self, link: Link) -> None:
        meeting_id = link.meeting_id or (link.id if link.entity == "meeting" else None)
        if meeting_id is None:
            return
        if meeting_id != self._meeting_id:
            self._meeting_id, self._item_id, self._stale = meeting_id, None, True
            self.sheet.clear()
        self.refresh()
        item_id = link.item_id or (link.id if link.entity == "agenda_item" else None)
        # Qt gives the focus back to where it was before; that is not where the link leads.
        self._asked_for = item_id
        if item_id is not None:
            self._item_id = item_id
            if self.isVisible():
                self.sheet.enter(item_id)
            else:
                self.sheet.go_to(item_id)

    @override
    def link(self) -> Link:
        return Link(self.id, "meeting", self._meeting_id, self._meeting_id, self._item_id)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        life = self.life.slots()
        return {
            "minutes.next_empty": self._next_empty,
            "minutes.item": self._open_this,
            "minutes.next": self.sheet.next,
            "minutes.previous": self.sheet.previous,
            "minutes.versions": self._versions,
            "minutes.correct": self._correct,
            **{one: life[one] for one in _LIFE},
            **self._setting.slots(),
        }

    @override
    def why_not(self, command: str) -> str:
        if self._agenda is None:
            return self.tr("no meeting is shown")
        if command in _LIFE:
            return self.life.why_not(command)
        if command == "minutes.correct" and not self._agenda.head.sealed:
            return self.tr("the minutes are not sealed; change them where they stand")
        if command.startswith("words."):
            sealed = self.tr("the minutes are sealed") if self._agenda.head.sealed else ""
            return sealed or ("" if self.sheet.editor is not None else self.tr("put the caret into a text first"))
        if command == "minutes.item" and self._item_id is None:
            return self.tr("no item is chosen")
        return ""

    @override
    def step_out(self) -> bool:
        if self.sheet.asking.withdraw():
            return True
        focused = QApplication.focusWidget()
        if focused is not None and self.sheet.area.isAncestorOf(focused) and self.sheet.outline.isVisible():
            self.sheet.outline.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    @override
    def columns(self) -> list[QWidget]:
        return [self.sheet.outline, self.sheet.area] if self.sheet.outline.isVisible() else [self.sheet.area]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self.sheet.outline:
            column.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.sheet.enter(self._item_id)

    @override
    def focus(self) -> None:
        asked_for, self._asked_for = self._asked_for, None
        item_id = asked_for or self._item_id
        if item_id is not None:
            self.sheet.enter(item_id)
        elif self.sheet.outline.isVisible():
            self.sheet.outline.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.sheet.enter(None)

    # Reading

    @override
    def reload(self) -> None:
        if self._meeting_id is None:
            return
        self._agenda = self.desk.read(agenda_of, self._meeting_id)
        record = self.desk.read(load_meeting, self._meeting_id, Audience.MEMBERS)
        minuted: dict[UUID | None, list[Paragraph]] = {}
        for one in record.paragraphs:
            if one.text_kind is TextKind.MINUTE:
                minuted.setdefault(one.item_id, []).append(one)
        texts = {item_id: states_of(rows) for item_id, rows in minuted.items()}
        self.life.show_meeting(self._agenda.head)
        sealed = self._agenda.head.sealed
        why_not = self.tr("These minutes are sealed and can only be corrected. {}.").format(sealed) if sealed else ""
        self.sheet.show_minutes(lay_out_minutes(record), self._agenda, texts, self.desk.read_only or why_not)

    @Slot(object)
    @override
    def _on_changed(self, change: Change) -> None:
        if self._meeting_id is None:
            return
        # What was typed here is on the screen already.
        if self.sheet.wrote(change):
            self.commands_changed.emit()
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    # What is done

    @Slot(object)
    def _on_item(self, item_id: UUID | None) -> None:
        self._item_id = item_id
        self.commands_changed.emit()

    @Slot(object)
    def _open_item(self, item_id: UUID | None) -> None:
        meeting_id = self._meeting_id
        entity, entity_id = ("meeting", meeting_id) if item_id is None else ("agenda_item", item_id)
        self.desk.show(Link("meeting", entity, entity_id, meeting_id, item_id))

    def _open_this(self) -> None:
        self._open_item(self._item_id)

    def _next_empty(self) -> None:
        if not self.sheet.next_empty():
            self.desk.tell(self.tr("Something is minuted at every item."))

    def _versions(self) -> None:
        self.desk.show(Link("versions", "meeting", self._meeting_id, self._meeting_id))

    def _correct(self) -> None:
        """Ask what is corrected."""
        text = TextField(self.tr("What is corrected"), needed=self.tr("Write what is corrected."))
        sentence = self.tr("A correction stands below the minutes, with the day of today.")
        self.sheet.asking.ask(sentence, self.tr("Add the correction"), partial(self._add_correction, text), [text])

    def _add_correction(self, text: TextField) -> str:
        try:
            self.desk.write(
                self.tr("Correct the minutes"), correct_minutes, self._meeting_id, text.value, on=self.desk.today
            )
        except Refusal as refusal:
            return str(refusal)
        return ""
