"""Faults of the program: written to a log on this computer, told in one sentence, and nothing sent anywhere."""

from __future__ import annotations

import logging
import sys
import time
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from boardroom.domain.refusal import Refusal

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_LOG = logging.getLogger("boardroom")
_LARGEST = 1_000_000
_MOMENT = 5.0


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
        self.log: Path | None = folder / "boardroom.log"
        self._told_at: dict[tuple[object, ...], float] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(self.log, maxBytes=_LARGEST, backupCount=1, delay=True, encoding="utf-8")
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            _LOG.addHandler(handler)
        except OSError:
            # Without a log a fault is still told.
            self.log = None
        sys.excepthook = self.catch

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a fault and tell it; a refusal that nobody caught is told as what it is."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Refusal):
            self.told.emit(str(error))
            return
        if self._was_told(kind, trace):
            return
        _LOG.error("fault", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        said = QCoreApplication.translate(
            "Faults", "A fault of the program ({}). What you did last may not be kept; what was saved before is safe."
        )
        where = QCoreApplication.translate("Faults", "Details are in {}.")
        sentences = [said.format(kind.__name__), *([where.format(self.log)] if self.log is not None else [])]
        self.told.emit(" ".join(sentences))

    def _was_told(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        """Whether the same fault came up a moment ago: one in a painting would come up with every frame."""
        last = trace
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        place = (kind, last and last.tb_frame.f_code.co_filename, last and last.tb_lineno)
        now = time.monotonic()
        before = self._told_at.get(place)
        self._told_at[place] = now
        return before is not None and now - before < _MOMENT
