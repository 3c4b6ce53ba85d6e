"""The one door between widgets and the board file: read, write, save in the background, undo, and who hears of it.

No widget holds a session. Nothing here imports SQLAlchemy: the frame is painted before that is paid for.
"""

from __future__ import annotations

from datetime import date, datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from boardroom.domain.refusal import Refusal
from boardroom.ui.kit.jobs import wait_for_jobs
from boardroom.ui.told import Done, Said, Saving, Tone
from boardroom.ui.writer import Save, Work, Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.store.change import Change
    from boardroom.store.file import BoardFile
    from boardroom.ui.links import Link

T = TypeVar("T")
P = ParamSpec("P")

__all__ = ["Desk", "Done", "Said", "Saving", "Tone"]

_LOOK_EVERY = 1000


class Desk(QObject):
    """What the window and its pages work at: one board file, one of its boards."""

    changed = Signal(object)
    """A `Change` that was committed here or by another process."""
    said = Signal(object)
    """A `Said` for the message bar."""
    saving = Signal(object)
    """A `Saving`, whenever it differs."""
    asked = Signal(object)
    """A `Link` that somebody wants shown."""
    board_chosen = Signal()
    closed = Signal()
    """The board file is let go of: windows that stand beside the main one go too."""
    flush_wanted = Signal()
    """Editors hand over what they hold back; emitted before anything that must come after it."""

    def __init__(
        self,
        file: BoardFile,
        board_id: UUID | None,
        parent: QObject | None = None,
        *,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        """Sit down at an open board file.

        Args:
            file: the open board file.
            board_id: the board of it that is shown.
            parent: who owns the desk.
            clock: tells the present moment, local; the computer's where it is left out.
        """
        super().__init__(parent)
        self._clock = clock or _computers_clock
        self.file = file
        self._board_id = board_id
        self._writer = Writer(file, self)
        self._writer.saved.connect(self._typed)
        self._writer.refused.connect(self.refuse)
        self._writer.moved.connect(self._tell_saving)
        self._saved_at: datetime | None = None
        self._worked_at = monotonic()
        self._watch: Any = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    @property
    def board_id(self) -> UUID | None:
        """The board that the window shows, of those in the file."""
        return self._board_id

    @property
    def read_only(self) -> str:
        """Empty, or the sentence that says why nothing can be written."""
        return self.file.read_only

    @property
    def today(self) -> date:
        """The day that deadlines are counted from."""
        return self.now.date()

    @property
    def now(self) -> datetime:
        """The present moment, local: what is stamped in a meeting."""
        return self._clock()

    def quiet_for(self) -> float:
        """Return for how many seconds nothing was saved or changed."""
        return monotonic() - self._worked_at

    def choose_board(self, board_id: UUID | None) -> None:
        """Show another board of the file."""
        if board_id != self._board_id:
            self.flush()
            self._board_id = board_id
            self.board_chosen.emit()

    def sign_as(self, who: str) -> None:
        """Note changes under another name from now on; what was typed before stays under the one before."""
        self.flush()
        self.file.who = who
        self.tell(self.tr("Changes are now noted as {}’s.").format(self.file.who))

    # Reading

    def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a query of `store.queries` gives; its rows stay usable.

        Raises:
            Refusal: the file is gone or damaged, in a sentence.
        """
        with self.file.reading() as session:
            return query(session, *args, **kwargs)

    # Writing

    def write(
        self,
        label: str,
        service: Callable[..., T],
        *args: Any,  # noqa: ANN401 - the service's own
        merge: str | None = None,
        barrier: bool = False,
        **kwargs: Any,  # noqa: ANN401 - the service's own
    ) -> T:
        """Let a service write, as one step; everybody hears of the change, the message bar says its label.

        Args:
            label: what was done, as the message bar, the history and Undo name it: “Move item 8 up”.
            service: a function of `services` whose first argument is the session.
            *args: its further arguments.
            merge: typing under the same key joins one step, and the message bar stays as it is.
            barrier: that neither this step nor what came before it can be undone.
            **kwargs: its further arguments.

        Raises:
            Refusal: the service refused, or the file can't be written; nothing was changed.
        """
        self.flush()
        with self.file.writing(label, merge=merge, barrier=barrier) as session:
            value = service(session, *args, **kwargs)
        self._committed(self.file.last_change, quiet=merge is not None, barrier=barrier)
        return value

    def refused(
        self,
        label: str,
        service: Callable[..., object],
        *args: Any,  # noqa: ANN401 - the service's own
        **kwargs: Any,  # noqa: ANN401 - as `write`
    ) -> str:
        """Let a service write as `write` does; return the sentence that refuses it, empty where it was done."""
        try:
            self.write(label, service, *args, **kwargs)
        except Refusal as refusal:
            return str(refusal)
        return ""

    def attempt(
        self,
        label: str,
        service: Callable[..., T],
        *args: Any,  # noqa: ANN401 - as in `write`
        **kwargs: Any,  # noqa: ANN401 - as in `write`
    ) -> Done[T] | None:
        """Do as `write` does; a refusal is said in the message bar, and None comes back."""
        try:
            return Done(self.write(label, service, *args, **kwargs))
        except Refusal as refusal:
            self.refuse(str(refusal))
            return None

    def save(
        self,
        label: str,
        service: Callable[..., T],
        *args: Any,  # noqa: ANN401 - as in `write`
        merge: str,
        done: Callable[[T], None] | None = None,
        failed: Callable[[str], None] | None = None,
        **kwargs: Any,  # noqa: ANN401 - as in `write`
    ) -> None:
        """Save what is being typed, off the GUI thread and in order.

        Args:
            label: as in `write`.
            service: as in `write`.
            *args: as in `write`.
            merge: as in `write`.
            done: called on the GUI thread with what the service gave back.
            failed: called on the GUI thread with the sentence that says why it isn't on the disk.
            **kwargs: as in `write`.
        """
        work = Work(service, args, kwargs)
        self._writer.save(Save(label=label, merge=merge, work=work, done=done, failed=failed))

    def flush(self) -> bool:
        """Bring everything that was typed to the disk now; returns whether it got there."""
        self.flush_wanted.emit()
        self._writer.finish()
        return not self._writer.failing

    # Undo

    def undo(self) -> None:
        """Take back one's own last step, or say why it can't be."""
        from boardroom.store.undo import undo  # noqa: PLC0415 - SQLAlchemy comes after the first paint

        self._take_back(undo, self.tr("Undone: {}"))

    def redo(self) -> None:
        """Do again what was taken back last, or say why it can't be."""
        from boardroom.store.undo import redo  # noqa: PLC0415 - as above

        self._take_back(redo, self.tr("Done again: {}"))

    def _take_back(self, how: Callable[[BoardFile], Change], sentence: str) -> None:
        self.flush()
        try:
            change = how(self.file)
        except Refusal as refusal:
            self.refuse(str(refusal))
            return
        self._saved()
        self.changed.emit(change)
        self.said.emit(Said(sentence.format(change.label)))

    # What others hear

    def write_in_job(
        self,
        label: str,
        service: Callable[..., T],
        *args: Any,  # noqa: ANN401 - as in `write`
    ) -> tuple[T, Change]:
        """Let a service write in the thread of a job, as one step; tell of it by `wrote`, on the GUI thread.

        Args:
            label: as in `write`.
            service: as in `write`; what it raises, to cancel it too, leaves the file as it was.
            *args: as in `write`.

        Raises:
            Refusal: as `write`.
        """
        with self.file.writing(label) as session:
            value = service(session, *args)
        return value, self.file.last_change

    def wrote(self, change: Change) -> None:
        """Tell everybody of a step that a job has written, as `write` does."""
        self._committed(change, quiet=False, barrier=False)

    def tell(self, text: str) -> None:
        """Say in the message bar what isn't a change."""
        self.said.emit(Said(text, Tone.TOLD))

    @Slot(str)
    def refuse(self, text: str) -> None:
        """Say in the message bar why something was not done."""
        self.said.emit(Said(text, Tone.REFUSED))

    def show(self, link: Link) -> None:
        """Ask the window to show a thing."""
        self.asked.emit(link)

    def watch(self) -> None:
        """Hear from now on of what other processes write."""
        from boardroom.store.watch import Watch  # noqa: PLC0415 - as above

        self._watch = Watch(self.file.path)
        self._timer.start()

    def close(self) -> bool:
        """Bring what was typed to the disk and let go of the file; returns whether everything is saved."""
        # A job that goes on would find the file closed under it.
        wait_for_jobs()
        try:
            return self.flush()
        finally:
            self._timer.stop()
            if self._watch is not None:
                self._watch.close()
                self._watch = None
            self.file.close()
            self.closed.emit()

    @Slot()
    def _look(self) -> None:
        try:
            change = self._watch.look()
        except Exception:  # noqa: BLE001 - the driver's own errors: the file has gone; the next read says so
            self._timer.stop()
            return
        # Our own steps were told when they were made.
        if change is not None and change.rows and self.read_only:
            self.changed.emit(change)

    def _committed(self, change: Change, *, quiet: bool, barrier: bool) -> None:
        if not change.seq:
            return
        self._saved()
        self.changed.emit(change)
        if not quiet:
            self.said.emit(Said(change.label, undo=not barrier))

    def _saved(self) -> None:
        self._saved_at = datetime.now().astimezone()
        self._tell_saving()

    @Slot(object)
    def _typed(self, change: Change) -> None:
        if change.seq:
            self._committed(change, quiet=True, barrier=False)
        else:
            self._tell_saving()

    @Slot()
    def _tell_saving(self) -> None:
        self._worked_at = monotonic()
        trouble = next(iter(self._writer.failing.values()), "")
        self.saving.emit(Saving(self._writer.waiting, self._saved_at, trouble))


def _computers_clock() -> datetime:
    return datetime.now().astimezone()
