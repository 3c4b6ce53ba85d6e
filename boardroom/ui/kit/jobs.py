"""Long work off the GUI thread: a job with its progress, its end and a way to cancel it, and the bar that shows it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label

Progress: TypeAlias = Callable[[int, int], None]
"""Called now and then with the work done and the whole of it (0: not known); raises where the job was cancelled."""

_TOLD_EVERY = 0.05
_KNOWN_STEPS = 1000


class CancelledError(Exception):
    """Raised inside a job by its progress once somebody has cancelled it; whatever it was about is undone."""


class Job(QObject):
    """Work that runs in a thread of its own and is told of on the GUI thread.

    Exactly one of `done`, `refused`, `bug` and `cancelled` comes, then `ended`. Work that was over before it
    noticed that it was cancelled is done.
    """

    moved = Signal(int, int)
    """Work done and the whole of it."""
    done = Signal(object)
    """What the work gave back."""
    refused = Signal(str)
    """The sentence that says why it wasn't done."""
    bug = Signal(object)
    """The exception; it is raised as well, where bugs are reported."""
    cancelled = Signal()
    ended = Signal()
    _over = Signal()

    def __init__(self, name: str, work: Callable[[Progress], Any]) -> None:
        """Prepare a job.

        Args:
            name: what is being done, as the bar says it: "Writing the minutes".
            work: what is done; it calls its progress often, for only there it can be cancelled.
        """
        # No parent: it must outlive the page that started it until its thread has ended.
        super().__init__()
        self.name = name
        self._work = work
        self._is_cancelled = False
        self._told_at = 0.0
        self._value: Any = None
        self._error: Exception | None = None
        self._over.connect(self._tell_end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin as soon as no other job runs."""
        _running.add(self)
        _pool().start(_Runner(self))

    @Slot()
    def cancel(self) -> None:
        """Ask the job to end; it does so the next time that it tells its progress."""
        self._is_cancelled = True

    def run(self) -> None:
        """Do the work, in the job's thread."""
        try:
            if not self._is_cancelled:
                self._value = self._work(self._progress)
            else:
                self._error = CancelledError()
        except Exception as error:  # noqa: BLE001 - told on the GUI thread, bugs among them
            self._error = error
        self._over.emit()

    def _progress(self, done: int, whole: int) -> None:
        if self._is_cancelled:
            raise CancelledError
        now = time.monotonic()
        # A signal per block would keep the GUI thread busy with nothing else.
        if now - self._told_at >= _TOLD_EVERY or done == whole:
            self._told_at = now
            self.moved.emit(done, whole)

    @Slot()
    def _tell_end(self) -> None:
        _running.discard(self)
        error = self._error
        match error:
            case None:
                self.done.emit(self._value)
            case CancelledError():
                self.cancelled.emit()
            case Refusal():
                self.refused.emit(str(error))
            case _:
                self.bug.emit(error)
        self.ended.emit()
        if error is not None and not isinstance(error, CancelledError | Refusal):
            raise error


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    @override
    def run(self) -> None:
        self._job.run()


class JobBar(QFrame):
    """Shows the job that it follows: its name, how far it is, and Cancel; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar, hidden."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._job: Job | None = None
        self._name = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = CommandButton(self.tr("Cancel"), role="small")
        self.cancel.clicked.connect(self._cancel)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name)
        self._row.addWidget(self.bar, 1)
        self._row.addWidget(self.cancel)
        wardrobe().changed.connect(self._fit)
        self._fit()
        self.hide()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self.bar.setMinimumWidth(px(40))
        self._row.setContentsMargins(px(8), px(8), px(8), px(8))
        self._row.setSpacing(px(8))

    @property
    def is_busy(self) -> bool:
        """Whether a job is going on."""
        return self._job is not None

    def follow(self, job: Job) -> None:
        """Show a job until its end, in place of the one before."""
        self._let_go()
        self._job = job
        self._name.setText(job.name)
        self.setAccessibleName(job.name)
        self.bar.setAccessibleName(job.name)
        self.cancel.setAccessibleName(self.tr("Cancel: {}").format(job.name))
        self.cancel.setEnabled(True)
        self.bar.setRange(0, 0)
        job.moved.connect(self._moved)
        job.ended.connect(self._ended)
        self.show()

    def step_out(self) -> bool:
        """Cancel the job that goes on; returns whether there is one."""
        if not self.is_busy:
            return False
        self._cancel()
        return True

    @Slot(int, int)
    def _moved(self, done: int, whole: int) -> None:
        # Reached by the job that is shown and by none before it: `_let_go` cut their ties.
        self.bar.setRange(0, _KNOWN_STEPS if whole else 0)
        if whole:
            self.bar.setValue(min(done, whole) * _KNOWN_STEPS // whole)

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)
            self._job.cancel()

    @Slot()
    def _ended(self) -> None:
        self._let_go()
        self.hide()

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.moved.disconnect(self._moved)
            self._job.ended.disconnect(self._ended)
            self._job = None


_running: set[Job] = set()
"""Held until their end was told: a thread must not lose the job that it works for."""
_pools: list[QThreadPool] = []


def wait_for_jobs() -> None:
    """Cancel every job and wait for its thread to end: before the board file is closed."""
    for job in _running:
        job.cancel()
    if _pools:
        _pools[0].waitForDone()


def _pool() -> QThreadPool:
    if not _pools:
        pool = QThreadPool(QCoreApplication.instance())
        # One at a time: the fonts of two PDFs must not be made at once.
        pool.setMaxThreadCount(1)
        _pools.append(pool)
    return _pools[0]
