"""The writer's thread: what is typed goes to the disk in order, off the GUI thread, and its end is told there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from boardroom.domain.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from boardroom.store.change import Change
    from boardroom.store.file import BoardFile


@dataclass(slots=True, kw_only=True)
class Save:
    """One thing to save, and who hears of its end."""

    label: str
    merge: str
    work: Callable[[Session], Any]
    done: Callable[[Any], None] | None = None
    failed: Callable[[str], None] | None = None


class Work:
    """A service with its arguments, waiting for its session."""

    def __init__(self, service: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Keep them until the writer's thread comes to them."""
        self._service, self._args, self._kwargs = service, args, kwargs

    def __call__(self, session: Session) -> Any:  # noqa: ANN401 - what the service gives back
        """Let the service do its work."""
        return self._service(session, *self._args, **self._kwargs)


class Writer(QObject):
    """Saves one thing after the other."""

    saved = Signal(object)
    """The `Change` that a save made; it waits no longer."""
    refused = Signal(str)
    """Why something isn't on the disk."""
    moved = Signal()
    """How many wait, or which fail, differs, but for what `saved` says."""
    _over = Signal(int)
    """The ticket of a save that has come to its end, told from the writer's thread."""

    def __init__(self, file: BoardFile, parent: QObject | None = None) -> None:
        """Write into an open board file."""
        super().__init__(parent)
        self._file = file
        self._pool = QThreadPool(self)
        # One thread: what was typed first is on the disk first.
        self._pool.setMaxThreadCount(1)
        self._waiting: dict[int, _Job] = {}
        self._over.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._tickets = 0
        self.failing: dict[str, str] = {}
        """Why each thing that failed last isn't on the disk, by its merge key."""

    @property
    def waiting(self) -> int:
        """How many saves are not over."""
        return len(self._waiting)

    def save(self, save: Save) -> None:
        """Put a save behind those that wait."""
        self._tickets += 1
        job = _Job(self._tickets, self._file, save, self._over.emit)
        self._waiting[job.ticket] = job
        self.moved.emit()
        # A function: a runnable of our own would never be let go of, with all the words that it saved.
        self._pool.start(job.run)

    def finish(self) -> None:
        """Wait until every save is over, and tell their ends."""
        # An editor that hears of an end may hand over what was typed meanwhile.
        while self._waiting:
            self._pool.waitForDone()
            for ticket in list(self._waiting):
                self._end(ticket)

    @Slot(int)
    def _end(self, ticket: int) -> None:
        job = self._waiting.pop(ticket, None)
        if job is None:
            return
        save = job.save
        if job.bug is not None:
            why = self.tr("A fault of the program kept it from being saved. The text stays in the editor.")
        else:
            why = job.refusal
        if why:
            self.failing[save.merge] = why
            _call(save.failed, why)
            self.moved.emit()
            self.refused.emit(why)
        else:
            self.failing.pop(save.merge, None)
            _call(save.done, job.value)
            self.saved.emit(job.change)
        if job.bug is not None:
            raise job.bug


def _call(told: Callable[[Any], None] | None, value: object) -> None:
    """Tell somebody, unless it is a widget that has gone meanwhile."""
    owner = getattr(told, "__self__", None)
    if told is not None and (not isinstance(owner, QObject) or isValid(owner)):
        told(value)


class _Job:
    """One save, in the writer's thread; nothing of Qt, since either thread may be the last to let go of it."""

    def __init__(self, ticket: int, file: BoardFile, save: Save, over: Callable[[int], None]) -> None:
        self.ticket, self.save = ticket, save
        self._over = over
        self.value: Any = None
        self.change: Change | None = None
        self.refusal = ""
        self.bug: Exception | None = None
        self._file = file

    def run(self) -> None:
        """Write; what comes of it is told on the GUI thread."""
        try:
            with self._file.writing(self.save.label, merge=self.save.merge) as session:
                self.value = self.save.work(session)
            self.change = self._file.last_change
        except Refusal as refusal:
            self.refusal = str(refusal)
        except Exception as error:  # noqa: BLE001 - raised again on the GUI thread, where bugs are reported
            self.bug = error
        self._over(self.ticket)
