"""Text to be read from across a room: its size comes from the window's, and gives way until the words fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from boardroom.ui.kit.endless import line_shown, text_shown
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import PlainLabel, dye

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QResizeEvent

_SMALLER = 0.92
# Letters this large break a long word sooner than those of the window.
_LONG = re.compile(r"\S{24}(?=\S)")
_BREAK = "\u200b"


class LargeLabel(PlainLabel):
    """Plain words in pixels of a drawn screen, times the scale of the real one.

    With `least` the words wrap and grow smaller until they fit the place that the label has; what doesn't fit even
    then is cut at its end. The ear gets all of it.
    """

    def __init__(self, size: float, weight: int = 400, role: str = "", *, least: float = 0) -> None:
        """Make it empty.

        Args:
            size: pixels on the drawn screen.
            weight: of the letters.
            role: the colour, as for `label`: muted, accent, danger or caution.
            least: the smallest size; 0 where it is always the same, on one line.
        """
        super().__init__()
        self._size, self._weight, self._least = size, weight, least
        self._scale = 1.0
        self._said = ""
        if role:
            self.setProperty("role", role)
        if least:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._fit()

    @property
    def said(self) -> str:
        """The words, also where they are cut."""
        return self._said

    def say(self, text: str, role: str | None = None) -> None:
        """Say other words, perhaps in another colour."""
        if role is not None:
            dye(self, role)
        if text == self._said:
            return
        self._said = text
        self._fit()

    def set_scale(self, scale: float) -> None:
        """Take the scale of the window."""
        self._scale = scale
        self._fit()

    def high_in(self, width: int, size: float) -> int:
        """Return how high the words are in a width, in a size of the drawn screen."""
        return self._box(self._shown(), width, self._font(size)).height()

    def fit_into(self, width: int, height: int, most: float = 0) -> int:
        """Take the largest size in which the words fit; return how high they are then.

        Args:
            width: of the place.
            height: of the place.
            most: the largest size; 0 for the label's own.
        """
        size, text = most or self._size, self._shown()
        box = self._box(text, width, self._font(size))
        while box.height() > height and size > self._least:
            size = max(self._least, size * _SMALLER)
            box = self._box(text, width, self._font(size))
        if box.height() > height:
            text = self._cut(text, width, height, self._font(size))
            box = self._box(text, width, self._font(size))
        self._wear(self._font(size), text)
        return min(box.height(), height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._least:
            self.fit_into(self.width(), self.height())

    def _fit(self) -> None:
        if self._least:
            self.fit_into(self.width(), self.height())
        else:
            self._wear(self._font(self._size), self._shown())

    def _wear(self, font: QFont, text: str) -> None:
        self.setFont(font)
        super().setText(text)
        self.setAccessibleName(line_shown(self._said))

    def _font(self, size: float) -> QFont:
        font = theme().font(weight=self._weight)
        font.setPixelSize(max(1, round(size * self._scale)))
        return font

    def _shown(self) -> str:
        return _LONG.sub(rf"\g<0>{_BREAK}", text_shown(self._said))

    @staticmethod
    def _box(text: str, width: int, font: QFont) -> QRect:
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 1_000_000), int(flags), text)

    def _cut(self, text: str, width: int, height: int, font: QFont) -> str:
        fits, fails = 0, len(text)
        while fails - fits > 1:
            middle = (fits + fails) // 2
            if self._box(f"{text[:middle].rstrip()}…", width, font).height() <= height:
                fits = middle
            else:
                fails = middle
        return f"{text[:fits].rstrip()}…"


def scale_all(widget: QWidget, scale: float) -> None:
    """Give a scale to every large label inside a widget."""
    for one in widget.findChildren(LargeLabel):
        one.set_scale(scale)
