"""What happens to the window as a whole: it is to be closed, another program comes before it, files are dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow


class ShellEvents(QObject):
    """Hears the events of the top-level window."""

    turned_away = Signal()
    """Another program is worked with now."""
    dropped = Signal(list, QPoint)
    """Paths of files of this computer, none where something else was dropped; and where in the window."""

    def __init__(self, shell: QMainWindow, may_close: Callable[[], bool]) -> None:
        """Begin to listen.

        Args:
            shell: the top-level window.
            may_close: asked before it closes; what is open is let go of there.
        """
        super().__init__(shell)
        self._shell, self._may_close = shell, may_close
        shell.setAcceptDrops(True)
        shell.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Close:
                if not self._may_close():
                    event.ignore()
                    return True
            case QEvent.Type.ActivationChange if not self._shell.isActiveWindow():
                self.turned_away.emit()
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                if event.mimeData().hasUrls():
                    event.acceptProposedAction()
                    return True
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
                if paths:
                    event.acceptProposedAction()
                self.dropped.emit(paths, event.position().toPoint())
                return True
            case _:
                pass
        return super().eventFilter(watched, event)
