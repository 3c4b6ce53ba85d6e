"""Every command with its key and what it does, made from the command table alone; each key can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.ui.commands import COMMANDS, Command, Menu
from boardroom.ui.commands.bindings import is_changed
from boardroom.ui.commands.command import native
from boardroom.ui.commands.places import PLACES
from boardroom.ui.kit.key_catcher import KeyCatcher
from boardroom.ui.kit.row_columns import Column
from boardroom.ui.kit.row_data import Cell, RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import dye, hint, label
from boardroom.ui.memory import Memory
from boardroom.ui.own_keys import give_back, give_key
from boardroom.ui.pages.page import Head, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from boardroom.ui.desk import Desk

_STEERING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class KeysPage(Page):
    """A list that can be narrowed by typing; below it, while a key is being changed, what waits for it."""

    id: ClassVar[str] = "keys"
    menu: ClassVar[Menu] = Menu.EDIT

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """List all commands."""
        super().__init__(desk, parent)
        self._memory = Memory()
        self._layout = QVBoxLayout(self)
        self.line = QLineEdit()
        self.line.setObjectName("keys.line")
        self.line.setPlaceholderText(self.tr("Narrow to words or a key"))
        self.line.setAccessibleName(self.tr("Narrow to words or a key"))
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self._layout.addWidget(self.line)
        self.rows = Rows(self.tr("Commands and their keys"))
        self.rows.setObjectName("keys.rows")
        self.rows.set_columns((Column(self.tr("Command")), Column(self.tr("Key"), 140), Column(self.tr("Does"), 520)))
        self.rows.feed(self._page)
        self.rows.opened.connect(self._change)
        self.rows.chosen.connect(self._chosen)
        self._layout.addWidget(self.rows, 1)
        self._layout.addWidget(self._build_change())
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _build_change(self) -> QFrame:
        self._changing = QFrame()
        self._changing.setProperty("role", "card")
        inside = QVBoxLayout(self._changing)
        self._asked = label("", "strong")
        self.catcher = KeyCatcher()
        self.catcher.setObjectName("keys.catcher")
        self.catcher.setPlaceholderText(self.tr("Press the new key; Esc leaves it as it is"))
        self.catcher.caught.connect(self._caught)
        self.catcher.given_up.connect(self.step_out)
        self._answer = hint("")
        for widget in (self._asked, self.catcher, self._answer):
            inside.addWidget(widget)
        self._changing.hide()
        return self._changing

    @Slot()
    def _fit(self) -> None:
        worn = theme()
        self._layout.setContentsMargins(worn.px(24), worn.px(16), worn.px(24), worn.px(16))
        self._layout.setSpacing(worn.px(12))
        self.line.setMaximumWidth(worn.px(480))
        self.catcher.setMaximumWidth(worn.px(480))

    @override
    def head(self) -> Head:
        about = self.tr("Every command, where it acts and what it does")
        return Head(self.tr("Keys"), about, commands=("keys.back", "keys.change"))

    @override
    def reload(self) -> None:
        self.rows.reload()

    @override
    def focus(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {"keys.change": self._change, "keys.back": self._give_back, "keys.all": self._give_all_back}

    @override
    def why_not(self, command: str) -> str:
        chosen = self.rows.chosen_id()
        if command in {"keys.change", "keys.back"} and chosen is None:
            return self.tr("no command is chosen")
        if command == "keys.back" and not is_changed(chosen):
            return self.tr("it has the key that it was delivered with")
        if command == "keys.all" and not any(is_changed(one) for one in COMMANDS):
            return self.tr("every key is as delivered")
        return ""

    @Slot()
    @override
    def step_out(self) -> bool:
        if self._changing.isHidden():
            return False
        self._changing.hide()
        self.rows.setFocus()
        return True

    @Slot()
    def _change(self) -> None:
        """Wait for the new key of the chosen command."""
        command = COMMANDS[self.rows.chosen_id()]
        asked = self.tr("New key for “{}”, now {}").format(command.said.rstrip("…"), command.key)
        self._asked.setText(asked)
        self.catcher.setAccessibleName(asked)
        self._say("", "hint")
        self._changing.show()
        self.catcher.setFocus()
        # The list has become lower: the command whose key is asked for stays in sight.
        self._layout.activate()
        self.rows.choose(command.id)

    def _say(self, words: str, role: str) -> None:
        self._answer.setText(words)
        self._answer.setVisible(bool(words))
        self.catcher.setAccessibleDescription(words)
        dye(self._answer, role)

    @Slot(str)
    def _caught(self, key: str) -> None:
        command = COMMANDS[self.rows.chosen_id()]
        try:
            give_key(self._memory, command, key)
        except Refusal as refusal:
            # The field waits on: another key can be pressed at once.
            self._say(str(refusal), "danger hint")
            self.desk.refuse(str(refusal))
            return
        self.step_out()
        self._tell(self.tr("“{}” is on {} now.").format(command.said.rstrip("…"), native(key)))

    def _give_back(self) -> None:
        self._give_back_all_of(COMMANDS[self.rows.chosen_id()])

    def _give_all_back(self) -> None:
        self._give_back_all_of(*COMMANDS.values())

    def _give_back_all_of(self, *commands: Command) -> None:
        try:
            give_back(self._memory, *commands)
        except Refusal as refusal:
            self.desk.refuse(str(refusal))
        else:
            self._tell(self.tr("As delivered again."))

    def _tell(self, sentence: str) -> None:
        self.rows.reload()
        self.commands_changed.emit()
        self.desk.tell(sentence)

    @Slot()
    def _narrow(self) -> None:
        self.rows.reload()
        self.rows.choose_first()

    @Slot()
    def _chosen(self) -> None:
        # The field below asks for the key of what was chosen before.
        self._changing.hide()
        self.commands_changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the line move in the list, and Enter change what is chosen."""
        if watched is self.line and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
            if event.key() in _STEERING or plain_enter:
                self.rows.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _page(self, after: object, _limit: int) -> list[RowData]:
        if after is not None:
            return []
        wanted = self.line.text().casefold().split()
        found = [one for one in sorted(COMMANDS.values(), key=_place) if all(word in _words(one) for word in wanted)]
        return [_row(one) for one in found]


def _place(command: Command) -> tuple[bool, str, int, int]:
    return bool(command.pages), _where(command), list(Menu).index(command.menu), command.group


def _where(command: Command) -> str:
    """Return where a command acts, in words."""
    if not command.pages:
        return QCoreApplication.translate("Keys", "Everywhere: {}").format(command.menu.value)
    names = {place.page: place.text for place in PLACES}
    return ", ".join(names.get(page, page.capitalize()) for page in command.pages)


def _words(command: Command) -> str:
    return f"{command.said} {' '.join(command.bound)} {command.key} {command.about} {_where(command)}".casefold()


def _row(command: Command) -> RowData:
    return RowData(
        id=command.id,
        key=command.id,
        title=command.said.rstrip("…"),
        icon=command.icon or "command",
        bold=is_changed(command.id),
        cells=(Cell(command.key), Cell(command.about, "muted")),
        group=_where(command),
        spoken=f"{command.said.rstrip('…')}, {command.key}. {command.about}",
    )
