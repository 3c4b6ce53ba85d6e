"""A meeting's own particulars: on one line, and as fields when they are wanted; below them how ready it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import MeetingKind
from boardroom.services.planning import change_day, change_meeting
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField, TimeField, words_of
from boardroom.ui.kit.form import Form, put
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, label, strong, wrapped
from boardroom.ui.said import meeting_said, when_said

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.meeting_page import DayView, HeadView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field
    from boardroom.ui.pages.home_readiness import Line

_ROLES = {"ready": "muted", "due": "caution", "waiting": "", "wrong": "danger", "open": "muted"}


class MeetingDetails(QWidget):
    """The chosen meeting in a line; its fields unfold below it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._head: HeadView | None = None
        self._days: tuple[UUID, ...] = ()
        self._fields: list[tuple[Field[Any], str, UUID | None]] = []
        self.form: Form | None = None
        self._line = Elided("", "strong")
        self._why = wrapped("", "caution")
        self.change = CommandButton(
            COMMANDS["meetings.details"].said, COMMANDS["meetings.details"].key, "pencil-simple", role="small"
        )
        self.change.clicked.connect(self.toggle)
        self._ready = QGridLayout()
        self._ready.setColumnStretch(1, 1)
        self._ready.setContentsMargins(0, 0, 0, 0)
        self._wanted: list[Line] = []
        self._lines: list[Line] = []
        self._roomy = True
        top = QHBoxLayout()
        top.addWidget(self._line, 1)
        top.addWidget(self.change)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self._why)
        self._column.addLayout(self._ready)
        desk.flush_wanted.connect(self.commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_meeting(self, head: HeadView, lines: list[Line]) -> None:
        """Show a meeting; what is being typed into the same one stays.

        Args:
            head: the meeting.
            lines: how ready it is; nothing for one that is not planned any more.
        """
        same = self._head is not None and self._head.id == head.id
        self._head = head
        self._line.set_full(when_said(head) or meeting_said(head))
        why = head.status_reason or head.sealed
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._wanted = lines
        if self.form is not None and not (same and self._days == tuple(day.id for day in head.days)):
            self.fold()
        if self.form is not None:
            self._fill(same=True)
        self._tell()

    def make_room(self, *, roomy: bool) -> None:
        """Show how ready the meeting is where there is height for it, else of that the notice alone."""
        self._roomy = roomy
        self._tell()

    @Slot()
    def toggle(self) -> None:
        """Unfold the fields, or fold them."""
        if self.form is not None:
            self.fold()
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._head is not None:
            self._build(self._head)
            self._fill(same=False)
            self._tell()
            self._fields[0][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> bool:
        """Fold the fields; returns whether they were to be seen."""
        if self.form is None:
            return False
        self.commit()
        self._column.removeWidget(self.form)
        self.form.hide()
        self.form.deleteLater()
        self.form, self._fields = None, []
        self._tell()
        return True

    @Slot()
    def commit(self) -> None:
        """Save what was typed and not left yet."""
        if self.form is not None:
            self.form.commit()

    def _build(self, head: HeadView) -> None:
        self.form = Form()
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._days = tuple(day.id for day in head.days)
        self.form.add_group()
        self._add(LineField(self.tr("Name"), placeholder=self.tr("15th meeting")), "name", None)
        self._add(ChoiceField(self.tr("Kind"), [*words_of(MeetingKind)]), "kind", None)
        for number, day in enumerate(head.days):
            if number:
                self.form.add_group(self.tr("Reconvened"))
            self._add(DateField(self.tr("Day"), self._today), "held_on", day.id)
            if not number:
                self._add(LineField(self.tr("Venue"), placeholder=self.tr("Town Hall, Room 2")), "venue", None)
            else:
                self._add(LineField(self.tr("Venue, if it is another one")), "venue", day.id)
            self._add(TimeField(self.tr("Begins")), "starts", day.id)
            self._add(TimeField(self.tr("Ends")), "ends", day.id)
        self._column.insertWidget(1, self.form)
        # A layout shows what is put into it only later; the focus goes there now.
        self.form.show()

    def _add(self, field: Field[Any], part: str, day_id: UUID | None) -> None:
        if self.form is not None:
            self.form.add(field)
            self._fields.append((field, part, day_id))

    def _fill(self, *, same: bool) -> None:
        head = self._head
        if head is None:
            return
        days = {day.id: day for day in head.days}
        locked = self._desk.read_only or (self.tr("The minutes are sealed.") if head.sealed else "")
        for field, part, day_id in self._fields:
            of: HeadView | DayView = head if day_id is None else days[day_id]
            value = getattr(of, part)
            put(field, value, partial(self._save, part, day_id), same=same)
            field.set_read_only(locked)

    def _save(self, part: str, day_id: UUID | None, value: object) -> str:
        if self._head is None:
            return ""
        name = self.tr("Change the {} of the {}").format(_WORDS[part], meeting_said(self._head))
        parts: dict[str, Any] = {part: value}
        try:
            if day_id is None:
                self._desk.write(name, change_meeting, self._head.id, **parts)
            else:
                self._desk.write(name, change_day, day_id, **parts)
        except Refusal as refusal:
            return str(refusal)
        return ""

    def _tell(self) -> None:
        """Say how ready the meeting is, unless its fields need the room."""
        lines = [] if self.form is not None else self._wanted if self._roomy else self._wanted[:1]
        if lines == self._lines:
            return
        self._lines = lines
        clear(self._ready)
        for row, line in enumerate(lines):
            words = label(line.words, _ROLES[line.state])
            words.setWordWrap(True)
            # The two are one thing to the ear.
            words.setAccessibleName(f"{line.name}: {line.words}")
            for column, part in enumerate((strong(line.name), words)):
                self._ready.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
                # A layout shows what is put into it only later, when what stands below would have to jump.
                part.show()

    def _today(self) -> date:
        return self._desk.today

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(24), px(12), px(16), px(12))
        self._column.setSpacing(px(8))
        self._ready.setHorizontalSpacing(px(16))
        self._ready.setVerticalSpacing(px(4))


_WORDS = {
    "name": "name",
    "kind": "kind",
    "venue": "venue",
    "held_on": "day",
    "starts": "beginning",
    "ends": "end",
}
