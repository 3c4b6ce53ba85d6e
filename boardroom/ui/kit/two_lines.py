"""A title on up to two lines, broken between words, the second cut at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from boardroom.ui.kit.row_ink import Ink

_MOST = 4096


class TwoLines:
    """Breaks titles, and keeps what it has broken: measuring words costs most of a painting."""

    def __init__(self) -> None:
        """Begin with nothing kept."""
        self._kept: dict[tuple[str, str, int], tuple[str, ...]] = {}

    def forget(self) -> None:
        """Measure everything anew: the theme differs, or what is shown."""
        self._kept.clear()

    def of(self, title: str, ink: Ink, size: str, width: int) -> tuple[str, ...]:
        """Return a title as its one or two lines.

        Args:
            title: the words.
            ink: measures them.
            size: the font, as `Ink` calls it.
            width: the room of a line, in pixels.
        """
        key = (title, size, width)
        if key not in self._kept:
            if len(self._kept) > _MOST:
                self._kept.clear()
            self._kept[key] = _broken(title, ink, size, width)
        return self._kept[key]


def _broken(title: str, ink: Ink, size: str, width: int) -> tuple[str, ...]:
    metrics = ink.metrics(size)
    if metrics.horizontalAdvance(title) <= width:
        return (title,)
    first = ""
    for word in title.split(" "):
        tried = f"{first} {word}".strip()
        if metrics.horizontalAdvance(tried) > width:
            break
        first = tried
    if not first:
        return (metrics.elidedText(title, Qt.TextElideMode.ElideRight, width),)
    rest = title[len(first) :].strip()
    return (first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
