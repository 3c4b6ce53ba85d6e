"""Freeing what only Python's collector can free, at a moment when nobody waits for the window.

By itself the collector runs in the middle of anything, a save among others: looking at everything there is holds the
GUI thread for a tenth of a second. It also runs in whichever thread happens to allocate, and a widget that is freed
in the writer's thread takes the program with it.
"""

from __future__ import annotations

import gc
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from typing_extensions import override

if TYPE_CHECKING:
    from boardroom.ui.window import Window

_LOOK_EVERY: Final = 1000
QUIET: Final = 3.0
"""Seconds without a save, a key or a click, after which everything may be looked at."""
WHOLE_EVERY: Final = 60.0
"""Seconds from one look at everything to the next, at least."""
_YOUNG: Final = 1
_BY_HAND: Final = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


class Tidying(QObject):
    """Collects once a second what is young, and now and then, in a quiet moment, everything."""

    def __init__(self, window: Window) -> None:
        """Take the collector's work over for as long as a window is there."""
        super().__init__(window)
        self._window = window
        self._whole_at = self._touched_at = monotonic()
        # Qt's own window hears a key once; each widget would hear it again.
        handle = window.shell.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        gc.disable()
        self.destroyed.connect(gc.enable)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _BY_HAND:
            self.touch()
        return False

    def touch(self) -> None:
        """Hear that somebody works here."""
        self._touched_at = monotonic()

    @Slot()
    def _look(self) -> None:
        now, desk = monotonic(), self._window.desk
        quiet = now - self._touched_at >= QUIET and (desk is None or desk.quiet_for() >= QUIET)
        if quiet and now - self._whole_at >= WHOLE_EVERY:
            gc.collect()
            self._whole_at = now
        else:
            gc.collect(_YOUNG)
