"""The process that looks words up, as the window sees it: started when it is asked, gone when nobody asks for a while.

The dictionaries take some 20 MB and a suggestion up to a second: neither may be felt here (hazard 27b).
"""

from __future__ import annotations

import json
import sys
from collections import deque
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal, Slot

_ROOT = Path(__file__).resolve().parents[3]
_CHILD = "boardroom.spelling.child"
_IDLE = 180_000
_MOST_FALLS = 3
_FAREWELL, _DEATH = 300, 5_000


class LookUp(QObject):
    """Sends questions and brings answers, in order; `boardroom.spelling.child` says what they look like."""

    answered = Signal(object, object)
    """A question and its answer; an empty one where the process fell over it."""

    def __init__(self, parent: QObject | None = None, *, idle: int = _IDLE) -> None:
        """Start nothing yet.

        Args:
            parent: what it belongs to.
            idle: for how many milliseconds the process waits for another question.
        """
        super().__init__(parent)
        self._process: QProcess | None = None
        self._open: deque[dict[str, Any]] = deque()
        self._read = b""
        self._falls = 0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(idle)
        self._idle.timeout.connect(self._rest_if_idle)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.end)

    @property
    def running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    @property
    def given_up(self) -> bool:
        """Whether nothing is answered any more: the process can't be started, or fell again and again at once."""
        return self._falls >= _MOST_FALLS

    def ask(self, question: dict[str, Any]) -> None:
        """Send a question."""
        if self.given_up:
            return
        self._open.append(question)
        self._idle.start()
        if self._process is None:
            self._start()
        else:
            self._send(question)

    def rest(self) -> None:
        """Let the process end; what it was asked stays without an answer. The next question starts another."""
        process, self._process = self._process, None
        self._open.clear()
        self._read = b""
        self._idle.stop()
        if process is not None:
            self._let_go(process)
            process.finished.connect(process.deleteLater)
            process.closeWriteChannel()

    @Slot()
    def end(self) -> None:
        """Let the process end, and wait until it has; one that was let go before may not have ended yet."""
        self.rest()
        for process in self.findChildren(QProcess):
            self._finish(process)

    def _start(self) -> None:
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._on_answers)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.setWorkingDirectory(str(_ROOT))
        process.setStandardErrorFile(QProcess.nullDevice())
        self._process = process
        # -E and -s: nothing of the user's surroundings decides which modules are loaded.
        process.start(sys.executable, ["-E", "-s", "-m", _CHILD])
        for question in tuple(self._open):
            self._send(question)

    def _send(self, question: dict[str, Any]) -> None:
        if self._process is not None:
            self._process.write(json.dumps(question).encode() + b"\n")

    @Slot()
    def _on_answers(self) -> None:
        if self._process is None:
            return
        *lines, self._read = (self._read + self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            if self._open:
                self._falls = 0
                self.answered.emit(self._open.popleft(), json.loads(line))

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        # What falls later is told as finished too.
        if error is QProcess.ProcessError.FailedToStart:
            self._fell(final=True)

    @Slot()
    def _on_finished(self) -> None:
        self._fell(final=False)

    def _fell(self, *, final: bool) -> None:
        process, self._process = self._process, None
        if process is not None:
            self._let_go(process)
            process.deleteLater()
        self._read = b""
        self._falls = _MOST_FALLS if final else self._falls + 1
        # The first may be the one that it fell over.
        lost = [self._open.popleft() for _ in range(len(self._open) if self.given_up else min(len(self._open), 1))]
        if self._open:
            self._start()
        for question in lost:
            self.answered.emit(question, {})

    def _let_go(self, process: QProcess) -> None:
        process.readyReadStandardOutput.disconnect(self._on_answers)
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)

    @Slot()
    def _rest_if_idle(self) -> None:
        if self._open:
            self._idle.start()
        else:
            self.rest()

    @staticmethod
    def _finish(process: QProcess) -> None:
        # It may be in the middle of a suggestion.
        if not process.waitForFinished(_FAREWELL):
            process.kill()
            process.waitForFinished(_DEATH)
