"""What the desk tells the window: a sentence for the message bar, that something was done, how saving stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import datetime

T = TypeVar("T")


class Tone(Enum):
    """How the message bar says a thing."""

    DONE = "done"
    TOLD = "told"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for the message bar, and whether Undo stands beside it."""

    text: str
    tone: Tone = Tone.DONE
    undo: bool = False


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """That a service did its work, and what it gave back."""

    value: T


@dataclass(frozen=True, slots=True)
class Saving:
    """How the words on the screen stand against those on the disk.

    Attributes:
        waiting: edits that are not on the disk yet.
        at: when the last one reached it.
        trouble: why one didn't; its text is kept in the editor.
    """

    waiting: int
    at: datetime | None
    trouble: str = ""
