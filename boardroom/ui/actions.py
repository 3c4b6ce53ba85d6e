"""The command table brought to life: one QAction for each command, its menu, its keys, and what it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from boardroom.domain.refusal import Refusal
from boardroom.ui.commands import COMMANDS, Command, Menu
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.words import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMainWindow, QMenu

    from boardroom.ui.pages.page import Page


class Frame(Protocol):
    """What the actions ask of the window."""

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each of the frame's own commands."""

    def why_not(self, command_id: str) -> str:
        """Return why a command can't run with the file that is open."""

    def current_page(self) -> Page | None:
        """Return the page that is shown."""

    def tell(self, text: str) -> None:
        """Say a sentence in the message bar."""

    def refuse(self, text: str) -> None:
        """Say in the message bar why something was not done."""


class Actions(QObject):
    """Runs commands by their id, wherever they were given: by key, menu, button or palette."""

    def __init__(self, window: QMainWindow, frame: Frame) -> None:
        """Make nothing yet: `build` does, after the first paint."""
        super().__init__(window)
        self._window = window
        self._frame = frame
        self._actions: dict[str, QAction] = {}
        self._menus: dict[Menu, QMenu] = {}
        for menu in Menu:
            title = QCoreApplication.translate("menus", menu.value)
            self._menus[menu] = window.menuBar().addMenu(f"&{title}")
        # Asked of the menus themselves, PySide would take each menu away with the wrapper of its title.
        self._titles = dict(zip(Menu, window.menuBar().actions(), strict=True))

    def build(self) -> None:
        """Fill the menus."""
        for menu, widget in self._menus.items():
            group = 0
            for command in sorted((one for one in COMMANDS.values() if one.menu is menu), key=lambda one: one.group):
                if command.group != group:
                    widget.addSeparator()
                    group = command.group
                widget.addAction(self._action(command))
            widget.setToolTipsVisible(True)
            widget.aboutToShow.connect(self.say_what_runs)
            # A key must be heard even where its command can't run: then the reason is said.
            widget.aboutToHide.connect(self.let_all_run)
        self.follow_page()

    def _action(self, command: Command) -> QAction:
        action = QAction(icon(command.icon), command.said, self._window)
        action.setData(command.id)
        action.setToolTip(plain_tooltip(command.about))
        # Roles would let macOS move entries by what their text resembles.
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(self._triggered)
        self._actions[command.id] = action
        return action

    @Slot()
    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.run(str(action.data()))

    def action(self, command_id: str) -> QAction:
        """Return what stands in the menus for a command."""
        return self._actions[command_id]

    def in_scope(self, command: Command) -> bool:
        """Whether a command belongs to the frame or to the page that is shown."""
        page = self._frame.current_page()
        return not command.pages or (page is not None and page.id in command.pages)

    def why_not(self, command_id: str) -> str:
        """Return an empty string where a command can run now, else the reason."""
        command, page = COMMANDS[command_id], self._frame.current_page()
        if not self.in_scope(command):
            return elsewhere()
        try:
            reason = self._frame.why_not(command_id)
            if not reason and page is not None and command_id in page.slots():
                reason = page.why_not(command_id)
        except Refusal as refusal:
            # Asking may need to read: of a file that has vanished, its sentence is the reason.
            reason = str(refusal).rstrip(".")
        return reason

    def run(self, command_id: str) -> None:
        """Do what a command does; where it can't, say why."""
        reason = self.why_not(command_id)
        if reason:
            self._frame.tell(f"{COMMANDS[command_id].said.rstrip('…')}: {reason.rstrip('.')}.")
            return
        page = self._frame.current_page()
        slot = page.slots().get(command_id) if page is not None else None
        slot = slot or self._frame.slots().get(command_id)
        try:
            if slot is not None:
                slot()
        except Refusal as refusal:
            # A file that has vanished, mostly: wherever it is noticed, it is said in a sentence.
            self._frame.refuse(str(refusal))

    def follow_page(self) -> None:
        """Let the keys and menu entries of the page that is shown act, and no other's."""
        for command_id, action in self._actions.items():
            command = COMMANDS[command_id]
            mine = self.in_scope(command)
            action.setVisible(mine)
            action.setShortcuts([QKeySequence(key) for key in command.bound] if mine else [])
        shown = {COMMANDS[command_id].menu for command_id, action in self._actions.items() if action.isVisible()}
        for menu, title in self._titles.items():
            # A menu that opens to nothing would look broken.
            title.setVisible(menu in shown)

    def open_menus(self) -> None:
        """Open the first menu; the arrow keys go on from there."""
        bar = self._window.menuBar()
        bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        bar.setActiveAction(next(one for one in bar.actions() if one.isVisible()))

    @Slot()
    def say_what_runs(self) -> None:
        """Grey what can't run now, with the reason beside it."""
        for command_id, action in self._actions.items():
            reason = self.why_not(command_id) if action.isVisible() else ""
            action.setEnabled(not reason)
            action.setToolTip(plain_tooltip(reason or COMMANDS[command_id].about))

    @Slot()
    def let_all_run(self) -> None:
        """Let keys through again."""
        for action in self._actions.values():
            action.setEnabled(True)

    @Slot(QPoint)
    def show_places(self, where: QPoint) -> None:
        """Open the menu of the places, where there is no rail."""
        self._menus[Menu.GO].popup(where)

    def rename(self, command_id: str, text: str) -> None:
        """Let a menu entry say what it would do: “Undo: Move item 8 up”."""
        if command_id in self._actions:
            self._actions[command_id].setText(text.replace("&", "&&"))


def elsewhere() -> str:
    """Return the reason of a command that belongs to another page."""
    return QCoreApplication.translate("Actions", "not on this page")
