"""Faults of the program: written to a log on this computer, told in one sentence, and nothing sent anywhere."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from boardroom.domain.refusal import Refusal

if TYPE_CHECKING:
    from types import TracebackType

_LOG = logging.getLogger("boardroom")
_LARGEST = 1_000_000


class Faults(QObject):
    """Catches what nobody caught; `told` carries the sentence for the message bar."""

    told = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Take over from Python's own hook.

        Args:
            folder: where the log is kept.
            parent: who owns this.
        """
        super().__init__(parent)
        self.log = folder / "boardroom.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(self.log, maxBytes=_LARGEST, backupCount=1, delay=True, encoding="utf-8")
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            _LOG.addHandler(handler)
        except OSError:
            # Without a log a fault is still told.
            self.log = Path()
        sys.excepthook = self.catch

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a fault and tell it; a refusal that nobody caught is told as what it is."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Refusal):
            self.told.emit(str(error))
            return
        _LOG.error("fault", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        sentence = QCoreApplication.translate(
            "Faults", "A fault of the program ({}). What was saved is safe; details are in {}."
        )
        self.told.emit(sentence.format(kind.__name__, self.log))
