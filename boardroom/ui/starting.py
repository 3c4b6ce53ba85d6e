"""The start of the desktop program: first the frame, then everything else, so that something stands at once."""

from __future__ import annotations

import gc
from itertools import chain
from locale import LC_TIME, setlocale
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from boardroom.ui.first_frame import FirstPaint, first_frame
from boardroom.ui.memory import Memory

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from boardroom.ui.program import Program


class Start(QObject):
    """Builds the program once its frame has been painted."""

    def __init__(self, shell: QMainWindow, memory: Memory, path: Path | None, documents: Path, log: Path) -> None:
        """Wait for the first paint of the shell."""
        super().__init__(shell)
        self._shell, self._memory, self._path = shell, memory, path
        self._documents, self._log = documents, log
        self.program: Program | None = None
        FirstPaint(shell).happened.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        from boardroom.ui.faults import Faults  # noqa: PLC0415 - after the first paint
        from boardroom.ui.kit.keys import show_key_hints  # noqa: PLC0415 - as above
        from boardroom.ui.kit.theme import dress  # noqa: PLC0415 - as above
        from boardroom.ui.program import Program  # noqa: PLC0415 - as above
        from boardroom.ui.tidying import Tidying  # noqa: PLC0415 - as above

        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self._memory.appearance, zoom=self._memory.zoom)
        show_key_hints(shown=self._memory.flag("keys.hints", otherwise=True))
        self.program = Program(self._memory, self._documents, self._shell)
        faults = Faults(self._log, self.program)
        faults.told.connect(self.program.window.refuse)
        self.program.begin(self._path)
        # What stands by now stays until the end: the collector needn't look at it again.
        gc.freeze()
        self._tidying = Tidying(self.program.window)


def application(command: str) -> QApplication:
    """Return the program's application, made as `command`.

    Qt takes on the locale of the system. What this program says of days is British everywhere, also in the file.
    """
    app = QApplication([command, "-style", "fusion"])
    app.setApplicationName("Boardroom")
    app.setApplicationDisplayName("Boardroom")
    setlocale(LC_TIME, "C")
    return app


def start(arguments: list[str], documents: Path, log: Path) -> int:
    """Run the desktop program until its window is closed.

    Args:
        arguments: the command line, a board file perhaps among them.
        documents: the user's folder of documents.
        log: the folder of the program's log.
    """
    gc.disable()
    app = application(arguments[0])
    memory = Memory()
    named = map(Path, arguments[1:])
    # Asked one by one: a folder on another computer may take seconds to answer.
    recent = (path for path in memory.recent if path.exists()) if not memory.is_first_start else ()
    shell = first_frame(memory)
    starting = Start(shell, memory, next(chain(named, recent), None), documents, log)
    shell.show()
    code = app.exec()
    del starting
    return code
