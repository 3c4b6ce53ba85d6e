"""Values that were typed and refused: where they stand, and what is said when one gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class _Refusals(QObject):
    """Knows of them wherever they stand."""

    given_way = Signal(str)
    """What was typed, and why it isn't kept: its field shows another record now."""

    def __init__(self) -> None:
        super().__init__()
        self._holding: WeakSet[QWidget] = WeakSet()

    def note(self, field: QWidget, *, holds: bool) -> None:
        """Hear whether a field holds what was to be stored and was refused."""
        if holds:
            self._holding.add(field)
        else:
            self._holding.discard(field)

    def held(self) -> bool:
        """Whether any field holds such a value."""
        return any(isValid(field) for field in self._holding)


_refusals: list[_Refusals] = []


def refusals() -> _Refusals:
    """Return the one that knows of every refused value: the window is not left over them without a word."""
    if not _refusals:
        _refusals.append(_Refusals())
    return _refusals[0]
