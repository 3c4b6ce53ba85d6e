"""Leaving a board file: only with everything typed on the disk, or when it was asked for twice."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from boardroom.ui.kit.refusals import refusals

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.desk import Desk

_FORGET_AFTER = 10_000


class Leaving(QObject):
    """Says whether the window may turn from what it shows."""

    def __init__(self, refuse: Callable[[str], None], parent: QObject) -> None:
        """Begin with nothing asked.

        Args:
            refuse: says a sentence in the message bar.
            parent: who owns this.
        """
        super().__init__(parent)
        self._refuse = refuse
        self._asked = QTimer(self)
        self._asked.setSingleShot(True)
        self._asked.setInterval(_FORGET_AFTER)

    def may_leave(self, desk: Desk) -> bool:
        """Return whether everything typed is on the disk; where it can't be, asking twice is an answer."""
        if self._is_saved(desk) or self._asked.isActive():
            return True
        self._asked.start()
        self._refuse(
            self.tr(
                "Some of what you typed is not saved; it is still in its editor. Do the same again to leave without it."
            )
        )
        return False

    def forget(self) -> None:
        """Ask anew the next time: the file was left."""
        self._asked.stop()

    @staticmethod
    def _is_saved(desk: Desk) -> bool:
        try:
            return desk.flush() and not refusals().held()
        except Exception:  # noqa: BLE001 - reported here: raised through Qt, it would let the window close over the text
            sys.excepthook(*sys.exc_info())
            return False
