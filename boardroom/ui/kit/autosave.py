"""What was typed goes to the disk by itself, under the id that it was typed for.

One save of a widget is under way at a time; what is typed meanwhile goes next. Nothing here knows what a save does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import Enum
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from shiboken6 import isValid
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PAUSE = 800
"""Milliseconds after the last key."""
LONGEST = 900
"""Milliseconds after the first key that isn't saved, at most: what is then written is on the disk within a second."""
SHADOW = 150
"""Milliseconds before that moment from which on the next key brings the save with it.

Between two keys there is time, and most of it behind the first: a save that begins there is done before the second.
"""
PAINTED = 10
"""Milliseconds in which a key is on the screen."""
AGAIN = 5000
"""Milliseconds after which a failed save is tried again."""

Store = Callable[[Any, Callable[[Any], None], Callable[[str], None]], None]
"""Saves a content: `store(content, done, failed)`; later one of the two is called, on the GUI thread.

`done` takes what the service gave back, `failed` the sentence that says why the content isn't on the disk.
"""


class AutosaveState(Enum):
    """How a widget's words stand against those on the disk."""

    CLEAN = "clean"
    WAITING = "waiting"
    SAVING = "saving"
    FAILED = "failed"


class Autosave(QObject):
    """Keeps the edits of one widget until they are stored, each bound to the id it was typed for."""

    state_changed = Signal()
    stored = Signal(object, object)
    """A content that has reached the disk, and what the service gave back."""

    def __init__(self, widget: QWidget, gather: Callable[[], Any]) -> None:
        """Watch over a widget.

        Args:
            widget: what is typed into; losing the focus and hiding save at once.
            gather: returns the widget's content as it stands; None if the disk has it already.
        """
        super().__init__(widget)
        self._gather = gather
        self._store: Store | None = None
        self._edited = False
        self._first = self._due = 0.0
        self._queue: deque[_Waiting] = deque()
        self._flying: _Waiting | None = None
        self._told = AutosaveState.CLEAN
        self._trouble = ""
        self._timer = _single_shot(self, self._on_time)
        self._again = _single_shot(self, self.flush)
        widget.installEventFilter(self)

    @property
    def state(self) -> AutosaveState:
        """How the words on the screen stand against those on the disk."""
        if self.trouble:
            return AutosaveState.FAILED
        if self._flying is not None:
            return AutosaveState.SAVING
        return AutosaveState.WAITING if self._edited or self._queue else AutosaveState.CLEAN

    @property
    def trouble(self) -> str:
        """Why something that was typed here isn't on the disk, in a sentence; empty when nothing failed."""
        return self._trouble or next((one.trouble for one in self._queue if one.trouble), "")

    @property
    def edited(self) -> bool:
        """Whether the widget holds what has not been handed over yet."""
        return self._edited

    def bind(self, store: Store | None) -> None:
        """Open the widget for another id: what was typed before is handed over under the old one first.

        Args:
            store: saves what is typed from now on; None while the widget shows nothing that can be saved.
        """
        self.flush()
        self._store, self._edited, self._trouble = store, False, ""
        self._tell()

    @Slot()
    def touch(self) -> None:
        """Hear that something was typed."""
        if self._store is None:
            return
        now = monotonic()
        if not self._edited:
            self._edited, self._first = True, now
            self._tell()
        left = LONGEST - round((now - self._first) * 1000)
        if left <= SHADOW:
            self._due = now
            self._timer.start(max(0, min(PAINTED, left)))
            return
        wait = min(PAUSE, left)
        self._due = now + wait / 1000
        # Set anew at every key, a timer is as dear as all else that is done here; it looks when it is over.
        if not self._timer.isActive():
            self._timer.start(wait)

    @Slot()
    def _on_time(self) -> None:
        left = round((self._due - monotonic()) * 1000)
        if left > 0:
            self._timer.start(left)
        else:
            self.flush()

    @Slot()
    def flush(self) -> None:
        """Hand over what was typed, now; a save that failed is tried again."""
        self._timer.stop()
        self._again.stop()
        if self._edited and self._store is not None:
            self._edited = False
            # A content is whole: one that failed, or still waits, needn't be written once more before it.
            self._queue = deque(one for one in self._queue if one.store is not self._store)
            try:
                content = self._gather()
            except Exception:
                self._edited, self._trouble = True, self._fault()
                self._tell()
                raise
            if content is not None:
                self._queue.append(_Waiting(self._store, content))
            else:
                self._trouble = ""
        for one in self._queue:
            one.tried = False
        self._next()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide} and self._edited:
            self.flush()
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        flying = next((one for one in self._queue if not one.tried), None) if self._flying is None else None
        if flying is not None:
            self._queue.remove(flying)
            self._flying, flying.tried = flying, True
            try:
                flying.store(flying.content, partial(self._on_done, flying), partial(self._on_failed, flying))
            except Exception:
                # Or else it would be under way for ever, and nothing would say that it isn't on the disk.
                self._on_failed(flying, self._fault())
                raise
        self._tell()

    def _fault(self) -> str:
        return self.tr("A fault of the program kept it from being saved. The text stays in the editor.")

    def _on_done(self, flown: _Waiting, value: object) -> None:
        # The widget may be gone by the time its last words are on the disk.
        if self._flying is not flown or not isValid(self):
            return
        self._flying = None
        if flown.store is self._store:
            self._trouble = ""
        self.stored.emit(flown.content, value)
        self._next()

    def _on_failed(self, flown: _Waiting, sentence: str) -> None:
        if self._flying is not flown or not isValid(self):
            return
        self._flying = None
        if flown.store is self._store:
            # The widget still has the words: they are gathered anew with what is typed meanwhile.
            self._edited, self._trouble = True, sentence
        else:
            flown.trouble = sentence
            self._queue.append(flown)
        self._again.start(AGAIN)
        self._next()

    def _tell(self) -> None:
        if self.state is not self._told:
            self._told = self.state
            self.state_changed.emit()


class _Waiting:
    """A content on its way to the disk."""

    def __init__(self, store: Store, content: object) -> None:
        self.store = store
        self.content = content
        self.tried = False
        self.trouble = ""


def _single_shot(parent: QObject, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(slot)
    return timer
