"""Buttons that name what they do: icon, words, and the key that does the same in its box."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
)
from typing_extensions import override

from boardroom.ui.kit.endless import line_shown
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.keys import key_hints_shown, key_notice, key_width, paint_key
from boardroom.ui.kit.theme import Theme, theme
from boardroom.ui.kit.words import plain_tooltip

_HEIGHT: Final = 32
_SMALL_HEIGHT: Final = 24
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def press_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button where Enter was pressed, once however long it is held; returns whether the key was Enter.

    Qt leaves Enter to a dialog's default button; there are no dialogs here. Every button hands its keys here first.
    """
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class Button(QPushButton):
    """A button of Qt's own looks that Enter presses."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """An icon that Enter presses."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)


class CommandButton(Button):
    """A button for a command. One filled button (`main`) on a screen."""

    def __init__(
        self,
        text: str,
        key: str = "",
        icon: str = "",
        *,
        main: bool = False,
        role: str = "",
    ) -> None:
        """Make the button.

        Args:
            text: what it does, in words; an ampersand is one.
            key: the key's name as the system writes it.
            icon: a Phosphor name.
            main: whether it is the screen's filled button.
            role: small, danger or link, for a button that is not the main one.
        """
        super().__init__()
        self._words, self._key, self._icon = text, key, icon
        self._key_fits = True
        self._why = ""
        self.setProperty("role", "main" if main else role)
        # Fields would let Enter press a button that is merely somewhere on the page.
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        key_notice().changed.connect(self._on_keys)
        self.say(text)

    def words(self) -> str:
        """Return what the button says."""
        return self._words

    def say(self, text: str, key: str | None = None) -> None:
        """Say another thing, and another key where one is given."""
        text = self._words = line_shown(text)
        self._key = self._key if key is None else key
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._tell()
        self.updateGeometry()
        self.update()

    def explain(self, why_not: str) -> None:
        """Switch the button off and say why, or on again with an empty reason."""
        self._why = why_not
        self.setEnabled(not why_not)
        self._tell()

    def show_key(self, *, shown: bool) -> None:
        """Leave the key out of the button where there is no room for it; the tooltip has it still."""
        if shown != self._key_fits:
            self._key_fits = shown
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        worn = theme()
        small = self.property("role") == "small"
        pad = worn.px(8 if small or self.property("role") == "link" else 13)
        width = 2 * pad + QFontMetrics(self._font(worn)).horizontalAdvance(self._words)
        if self._icon:
            width += worn.px(16 if small else 20) + worn.px(8 if self._words else 0)
        if self._shows_key():
            width += key_width(self._key) + worn.px(8)
        return QSize(width, worn.px(_SMALL_HEIGHT if small else _HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_inside(painter)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @Slot()
    def _on_keys(self) -> None:
        self.updateGeometry()
        self.update()

    def _paint_inside(self, painter: QPainter) -> None:
        worn = theme()
        role = self.property("role")
        token = {"main": "on_accent", "danger": "danger", "link": "accent"}.get(str(role), "text")
        ink = worn.colour(token if self.isEnabled() else "muted")
        font = self._font(worn)
        pad = worn.px(8 if role in {"small", "link"} else 13)
        left = max((self.width() - self.sizeHint().width()) // 2, 0) + pad
        if self._icon:
            size = worn.px(16 if role == "small" else 20)
            paint_icon(painter, QRectF(left, (self.height() - size) / 2, size, size), self._icon, ink)
            left += size + worn.px(8)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), _MIDDLE, self._words)
        if self._shows_key():
            width = key_width(self._key)
            right = left + QFontMetrics(font).horizontalAdvance(self._words) + worn.px(8)
            filled = role == "main" and self.isEnabled()
            paint_key(painter, QRect(right, 0, width, self.height()), self._key, ink if filled else None)

    def _font(self, worn: Theme) -> QFont:
        return worn.font(12 if self.property("role") == "small" else 14, 600)

    def _shows_key(self) -> bool:
        return bool(self._key) and self._key_fits and key_hints_shown()

    def _tell(self) -> None:
        """Give tooltip and description what the words alone don't say: the key, and the reason."""
        self.setAccessibleDescription(", ".join(part for part in (self._why, self._key) if part))
        self.setToolTip(plain_tooltip(self._why or (f"{self._words}  {self._key}" if self._key else "")))
