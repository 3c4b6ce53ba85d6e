"""The row under the pointer: its menu, which the menu key opens too; it is chosen where files are dropped on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from typing_extensions import override

from boardroom.ui.commands import COMMANDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from boardroom.ui.actions import Actions, Frame


class RowMenu(QObject):
    """Offers what the page can do now with the row that is chosen, and its history."""

    def __init__(self, shell: QMainWindow, actions: Actions, frame: Frame) -> None:
        """Begin to listen.

        Args:
            shell: the top-level window; what no widget takes for itself comes to it.
            actions: the commands with their keys.
            frame: knows the page that is shown.
        """
        super().__init__(shell)
        self._shell, self._actions, self._frame = shell, actions, frame
        shell.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        rows = list_at(self._shell.childAt(event.pos()) if by_mouse else QApplication.focusWidget())
        if rows is None:
            return False
        box = rows.visualRect(rows.currentIndex())
        where = event.globalPos() if by_mouse else rows.viewport().mapToGlobal(box.bottomLeft())
        if by_mouse and not rows.indexAt(rows.viewport().mapFromGlobal(where)).isValid():
            return False
        return self._open(rows, where)

    def _open(self, rows: QAbstractItemView, where: QPoint) -> bool:
        page = self._frame.current_page()
        if page is None or not rows.currentIndex().isValid() or not page.isAncestorOf(rows):
            return False
        wanted = [one for one in (*page.at_hand(rows), "history") if not self._actions.why_not(one)]
        menu = QMenu(self._shell)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = None
        for command_id in wanted:
            command = COMMANDS[command_id]
            if group not in {None, (command.menu, command.group)}:
                menu.addSeparator()
            group = (command.menu, command.group)
            menu.addAction(self._actions.action(command_id))
        menu.popup(where)
        return True


def list_at(widget: QWidget | None) -> QAbstractItemView | None:
    """Return the list that a widget is, or is part of."""
    while widget is not None and not isinstance(widget, QAbstractItemView):
        widget = widget.parentWidget()
    return widget


def choose_at(shell: QWidget, where: QPoint) -> None:
    """Choose the row that is at a place of a window, if one is."""
    rows = list_at(shell.childAt(where))
    if rows is not None:
        index = rows.indexAt(rows.viewport().mapFrom(shell, where))
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            rows.setCurrentIndex(index)
            rows.setFocus(Qt.FocusReason.MouseFocusReason)
