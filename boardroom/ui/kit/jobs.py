"""Long work off the GUI thread: a job with its progress, its end and a way to cancel it, and the bar that shows it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

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

    def __init__(self, name: str, work: Callable[[Progress], Any]) -> None:
        """Prepare a job.

        Args:
            name: what is being done, as the bar says it: "Writing the minutes".
            work: what is done; it calls its progress often, for only there it can be cancelled.
        """
        # No parent: it must outlive the page that started it until its thread has ended.
        super().__init__()
        self.name = name
        # Held here as well, so that what the work holds is never let go of in its thread.
        self._work = work
        self._run = _Run(work)

    def start(self) -> None:
        """Begin as soon as no other job runs."""
        run, told = self._run, _teller()
        _running[id(run)] = self
        _pool().start(partial(run.go, partial(told.moved.emit, id(run)), partial(told.over.emit, id(run))))

    @Slot()
    def cancel(self) -> None:
        """Ask the job to end; it does so the next time that it tells its progress."""
        self._run.is_cancelled = True

    def tell_end(self) -> None:
        """Tell what came of it, on the GUI thread."""
        run = self._run
        value, error, run.value, run.error = run.value, run.error, None, None
        match error:
            case None:
                self.done.emit(value)
            case CancelledError():
                self.cancelled.emit()
            case Refusal():
                self.refused.emit(str(error))
            case _:
                self.bug.emit(error)
        self.ended.emit()
        if error is not None and not isinstance(error, CancelledError | Refusal):
            raise error


class _Run:
    """A job's work in its thread; nothing of Qt, since either thread may be the last to let go of it."""

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        self._work: Callable[[Progress], Any] | None = work
        self._tell: Progress = _tell_nobody
        self._told_at = 0.0
        self.is_cancelled = False
        self.value: Any = None
        self.error: Exception | None = None

    def go(self, tell: Progress, over: Callable[[], None]) -> None:
        """Do the work once."""
        work, self._work, self._tell = self._work, None, tell
        try:
            if work is None or self.is_cancelled:
                self.error = CancelledError()
            else:
                self.value = work(self._progress)
        except Exception as error:  # noqa: BLE001 - told on the GUI thread, bugs among them
            self.error = error
        del work
        over()

    def _progress(self, done: int, whole: int) -> None:
        if self.is_cancelled:
            raise CancelledError
        now = time.monotonic()
        # A signal per block would keep the GUI thread busy with nothing else.
        if now - self._told_at >= _TOLD_EVERY or done == whole:
            self._told_at = now
            self._tell(done, whole)


def _tell_nobody(_done: int, _whole: int) -> None:
    """Stand in until the work begins."""


class _Teller(QObject):
    """Brings what threads tell of their runs to the GUI thread, and there to the jobs."""

    moved = Signal(object, int, int)
    over = Signal(object)

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        self.over.connect(self._on_over, Qt.ConnectionType.QueuedConnection)

    @Slot(object, int, int)
    def _on_moved(self, run: int, done: int, whole: int) -> None:
        job = _running.get(run)
        if job is not None:
            job.moved.emit(done, whole)

    @Slot(object)
    def _on_over(self, run: int) -> None:
        job = _running.pop(run, None)
        if job is not None:
            job.tell_end()


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


_running: dict[int, Job] = {}
"""By their runs; held until their end was told: a thread must not lose the job that it works for."""
_pools: list[QThreadPool] = []


def wait_for_jobs() -> None:
    """Cancel every job and wait for its thread to end: before the board file is closed."""
    for job in _running.values():
        job.cancel()
    if _pools:
        _pools[0].waitForDone()


@cache
def _teller() -> _Teller:
    return _Teller(QCoreApplication.instance())


def _pool() -> QThreadPool:
    if not _pools:
        pool = QThreadPool(QCoreApplication.instance())
        # One at a time: the fonts of two PDFs must not be made at once.
        pool.setMaxThreadCount(1)
        _pools.append(pool)
    return _pools[0]
