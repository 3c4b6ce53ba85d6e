"""One action beside the list: its wording, owners and due date, where it came from, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ActionStatus
from boardroom.services.actions import change_action, remove_update, update_action
from boardroom.services.owners import change_owners
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.days import short_day
from boardroom.ui.kit.fields import ChoiceField, DateField, LineField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, hint, label, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.origin import origin_link, origin_words, restricted_word
from boardroom.ui.pages.register import Detail
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.action_page import ActionPage
    from boardroom.store.queries.item_actions import UpdateView
    from boardroom.ui.desk import Desk

_TONES = {ActionStatus.OPEN: "caution", ActionStatus.IN_PROGRESS: "tint"}


class ActionDetail(Detail):
    """What is known of one action; each field saves when it is left."""

    done_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._shown: ActionPage | None = None
        self._number, self._chip, self._restricted = Elided("", "section"), Chip(""), Chip("")
        self.done = CommandButton("", COMMANDS["actions.done"].key, "check-square")
        self.done.clicked.connect(self.done_asked)
        self.first_field = self.text = TextField(
            self.tr("What is to be done"), needed=self.tr("Write what is to be done.")
        )
        self.owners = TextField(
            self.tr("Who does it"), lines=1, hint=self.tr("One on each line: Priya Raman, Arrowmere Council")
        )
        self.due = DateField(self.tr("Due on"), self._today)
        self.due_words = LineField(self.tr("Due, in words"), placeholder=self.tr("before half-term"))
        self.source = CommandButton("", COMMANDS["actions.source"].key, "arrow-square-out", role="link")
        self.source.clicked.connect(self._open_source)
        self._decision = wrapped(role="muted")
        self._sealed = hint(self.tr("Its minutes are sealed: wording, owners and date stay as they were minuted."))
        self._story = QVBoxLayout()
        self.shorten = CommandButton(self.tr("Take its last line out"), "", "trash", role="small")
        self.shorten.clicked.connect(self.take_line_out)
        statuses = [(one, _status_words(one)) for one in ActionStatus]
        self.status = ChoiceField(self.tr("It is now"), statuses)
        self.line = LineField(self.tr("What happened"), placeholder=self.tr("Two villages visited; one hall is free"))
        self.add = CommandButton(self.tr("Add to its story"), "", "plus")
        self.add.clicked.connect(self.add_line)
        self.line.line.returnPressed.connect(self.add_line)
        self.history = CommandButton(
            self.tr("History of this"), COMMANDS["history"].key, "clock-counter-clockwise", role="link"
        )
        self.history.clicked.connect(self._open_history)
        self._lay_out()
        desk.flush_wanted.connect(self.commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("role", "surface")
        self._column = QVBoxLayout(body)
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addWidget(self._chip)
        head.addWidget(self._restricted)
        head.addStretch(1)
        head.addWidget(self.done)
        self._column.addLayout(head)
        dates = QHBoxLayout()
        dates.addWidget(self.due, 1, Qt.AlignmentFlag.AlignTop)
        dates.addWidget(self.due_words, 1, Qt.AlignmentFlag.AlignTop)
        for field in (self.text, self.owners):
            self._column.addWidget(field)
        self._column.addLayout(dates)
        self._column.addWidget(self._sealed)
        self._column.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._decision)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._column.addWidget(rule)
        self._column.addWidget(label(self.tr("What became of it"), "section"))
        self._column.addLayout(self._story)
        self._column.addWidget(self.shorten, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.line)
        last = QHBoxLayout()
        last.addWidget(self.status, 1, Qt.AlignmentFlag.AlignBottom)
        last.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(last)
        self._column.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._rows = (head, dates, last)
        self.setWidget(body)

    @property
    @override
    def fields(self) -> tuple[TextField | DateField | LineField, ...]:
        """What can be changed as minuted, in reading order."""
        return (self.text, self.owners, self.due, self.due_words)

    @property
    def action_id(self) -> UUID | None:
        """The action that is shown."""
        return self._shown.action.id if self._shown is not None else None

    def show_action(self, page: ActionPage) -> None:
        """Show an action; what is being typed into the same one stays."""
        same = self.action_id == page.action.id
        if not same:
            # What was typed for the one before is saved there first.
            self.commit()
        self._shown = page
        action = page.action
        self._number.set_full(self.tr("Action {}").format(action.number) if action.number else self.tr("Action"))
        self._chip.say(
            _status_words(action.status) if action.status else "",
            _TONES.get(action.status or ActionStatus.DONE, "outline"),
        )
        self._restricted.say(restricted_word(page.origin), "caution")
        finished = action.status in {ActionStatus.DONE, ActionStatus.DROPPED}
        self.done.say(self.tr("Open again") if finished else self.tr("Mark as done"))
        put(self.text, action.text, self._save_text, same=same)
        put(self.owners, "\n".join(page.owner_lines), self._save_owners, same=same)
        put(self.due, action.due_on, self._save_due, same=same)
        put(self.due_words, action.due_words, self._save_due_words, same=same)
        if not same:
            self.line.open("")
            self.status.open(action.status or ActionStatus.OPEN)
        elif not self.line.dirty:
            self.status.set_value(action.status or ActionStatus.OPEN)
        sealed = page.origin is not None and page.origin.sealed
        self._sealed.setVisible(sealed)
        for field in self.fields:
            field.set_read_only(self._desk.read_only or (self._sealed.text() if sealed else ""))
        for one in (self.line, self.status):
            one.set_read_only(self._desk.read_only)
        self.shorten.setVisible(bool(action.updates))
        for button in (self.add, self.done, self.shorten):
            button.explain(self._desk.read_only)
        self.source.say(origin_words(page.origin))
        self.source.explain("" if page.origin is not None else self.tr("It came up between meetings."))
        self._decision.setText(self.tr("Follows from: {}").format(page.decision) if page.decision else "")
        self._decision.setVisible(bool(page.decision))
        self._tell_story(action.updates)

    def _tell_story(self, updates: tuple[UpdateView, ...]) -> None:
        clear(self._story)
        if not updates:
            self._story.addWidget(hint(self.tr("Nothing was said of it since it was minuted.")))
        for update in updates:
            day = short_day(update.updated_on, self._desk.today)
            words = f"{day}  {_status_words(update.status)}"
            line = wrapped(f"{words}. {update.words}" if update.words else words)
            line.setAccessibleName(line.text())
            self._story.addWidget(line)

    def focus_line(self) -> None:
        """Put the caret where the next line of the story is written."""
        self.line.setFocus()
        self.ensureWidgetVisible(self.add)

    @Slot()
    def add_line(self) -> None:
        """Add what happened, and how the action stands now."""
        if self._shown is None:
            return
        self.line.commit()
        action, words = self._shown.action, self.line.value
        status = self.status.value
        if not words and status is action.status:
            self.line.refuse(self.tr("Write what happened, or choose how the action stands now."))
            self.line.setFocus()
            return
        name = self.tr("Say of the action that it is {}: {}").format(_status_words(status), short_name(action.text))
        done = self._desk.attempt(name, update_action, action.id, status, on=self._desk.today, words=words)
        if done is not None:
            self.line.open("")
            self.line.setFocus()

    @Slot()
    def take_line_out(self) -> None:
        """Take out what was said last of the action: it stands again as it did before."""
        updates = self._shown.action.updates if self._shown is not None else ()
        if self._shown is not None and updates:
            name = self.tr("Take back what was said of the action: {}").format(short_name(self._shown.action.text))
            self._desk.attempt(name, remove_update, updates[-1].id)

    @Slot()
    def _open_source(self) -> None:
        if self._shown is not None and self._shown.origin is not None:
            self._desk.show(origin_link(self._shown.origin))

    @Slot()
    def _open_history(self) -> None:
        if self._shown is not None:
            self._desk.show(Link("history", "action", self._shown.action.id))

    # Saving; each returns the sentence that refuses it

    def _save_text(self, value: str) -> str:
        return self._write(self.tr("Reword the action: {}"), change_action, text=value)

    def _save_owners(self, value: str) -> str:
        return self._write(self.tr("Say who does it: {}"), change_owners, value.splitlines())

    def _save_due(self, value: date | None) -> str:
        return self._write(self.tr("Say by when it is done: {}"), change_action, due_on=value)

    def _save_due_words(self, value: str) -> str:
        return self._write(self.tr("Say by when it is done: {}"), change_action, due_words=value)

    def _write(self, name: str, service: Callable[..., object], *args: object, **parts: Any) -> str:  # noqa: ANN401 - the parts of an action
        if self._shown is None:
            return ""
        action = self._shown.action
        try:
            self._desk.write(name.format(short_name(action.text)), service, action.id, *args, **parts)
        except Refusal as refusal:
            return str(refusal)
        return ""

    def _today(self) -> date:
        return self._desk.today

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(12))
        self._story.setSpacing(px(4))
        for row in self._rows:
            row.setSpacing(px(12))


def _status_words(status: ActionStatus) -> str:
    return status.value[:1].upper() + status.value[1:]
