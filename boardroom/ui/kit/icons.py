"""Icons: Phosphor outlines, drawn as letters of their font (package qtawesome, whose import costs too much)."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from boardroom.ui.kit.theme import theme

# Names and code points of Phosphor 1.3; a test compares them with the package's own table.
# fmt: off
CODES: dict[str, int] = {
    "arrow-bend-down-right": 0xF011, "arrow-clockwise": 0xF020, "arrow-counter-clockwise": 0xF021,
    "arrow-down": 0xF022, "arrow-left": 0xF03B, "arrow-line-down": 0xF03C, "arrow-right": 0xF044,
    "arrow-square-out": 0xF058, "arrow-up": 0xF061, "arrows-left-right": 0xF04D, "bookmark-simple": 0xF095,
    "buildings": 0xF0A8, "calendar": 0xF0AC, "calendar-blank": 0xF0AD, "calendar-plus": 0xF0AF,
    "calendar-x": 0xF0B0, "caret-down": 0xF0C2, "caret-left": 0xF0C3,
    "caret-right": 0xF0C4, "caret-up": 0xF0C5, "chart-bar": 0xF0D2, "chat-centered-text": 0xF0DB, "check": 0xF0E7,
    "check-bold": 0xF465, "check-circle": 0xF0E8, "check-circle-fill": 0xF851, "check-square": 0xF0EA,
    "circle": 0xF0EC, "circle-dashed": 0xF0ED, "circle-fill": 0xF857, "circle-half": 0xF0EE,
    "clipboard-text": 0xF0F8, "clock": 0xF0F9, "clock-counter-clockwise": 0xF0FC, "clock-fill": 0xF866,
    "columns": 0xF10E, "command": 0xF10F, "copy": 0xF114, "dots-six-vertical": 0xF144, "dots-three": 0xF145,
    "download-simple": 0xF14C, "export": 0xF15A, "eye": 0xF15B, "eye-slash": 0xF15E, "file": 0xF167,
    "file-pdf": 0xF16C, "file-plus": 0xF16D, "file-text": 0xF170, "flag": 0xF17C, "floppy-disk": 0xF181,
    "folder": 0xF186, "folder-open": 0xF18C, "funnel": 0xF196, "gear": 0xF19B, "git-diff": 0xF1A8,
    "hand-palm": 0xF1BD, "handshake": 0xF1C0, "hourglass": 0xF1D0, "house": 0xF1D8, "identification-card": 0xF1DC,
    "info": 0xF1E0, "keyboard": 0xF1E5, "lightbulb": 0xF1ED, "link": 0xF1F3, "list": 0xF1FA,
    "list-bullets": 0xF1FB, "list-numbers": 0xF1FD, "lock": 0xF1FF, "lock-fill": 0xF969, "lock-open": 0xF204,
    "magnifying-glass": 0xF20A, "megaphone": 0xF215, "minus": 0xF21A, "monitor": 0xF21D, "moon": 0xF21F,
    "note": 0xF22A, "note-pencil": 0xF22E, "paper-plane-tilt": 0xF25C, "paperclip": 0xF258, "path": 0xF25D,
    "pause": 0xF25E,
    "pencil": 0xF263, "pencil-simple": 0xF266, "play": 0xF27C, "play-fill": 0xF9E7, "plus": 0xF27F,
    "printer": 0xF288, "projector-screen": 0xF28B, "prohibit": 0xF289, "question": 0xF293, "rows": 0xF2A6,
    "scales": 0xF2AA,
    "sign-out": 0xF2C7, "sliders": 0xF2CF, "sort-ascending": 0xF2DC, "square": 0xF2ED, "sun": 0xF2FE, "table": 0xF304,
    "text-aa": 0xF310, "text-bolder": 0xF315, "text-italic": 0xF31D, "timer": 0xF329, "translate": 0xF333,
    "trash": 0xF334, "tray": 0xF336,
    "upload-simple": 0xF345, "user": 0xF346, "user-circle": 0xF347, "user-plus": 0xF34F,
    "users": 0xF351, "users-three": 0xF354, "video-camera": 0xF356, "video-camera-fill": 0xFAC0, "warning": 0xF35C,
    "warning-circle": 0xF35D, "warning-fill": 0xFAC7, "x": 0xF36D, "x-circle": 0xF36E,
}
# fmt: on


class _Glyph(QIconEngine):
    """Draws one icon in the colour of the theme at the moment of painting."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "muted" if mode is QIcon.Mode.Disabled else self._token
        paint_icon(painter, QRectF(rect), self._name, theme().colour(token))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return _Glyph(self._name, self._token)


def icon(name: str, ink: str = "text") -> QIcon:
    """Return an icon by its Phosphor name, in the colour of a token of the theme."""
    if not name:
        return QIcon()
    return QIcon(_Glyph(name, ink))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Paint an icon into a square, as large as it is."""
    painter.save()
    font = QFont(_family())
    font.setPixelSize(max(1, round(min(rect.width(), rect.height()))))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chr(CODES[name]))
    painter.restore()


@cache
def _family() -> str:
    """Load the icons' font from its package and return its name."""
    found = find_spec("qtawesome")
    for folder in (found.submodule_search_locations or ()) if found else ():
        for path in sorted((Path(folder) / "fonts").glob("phosphor-*.ttf")):
            number = QFontDatabase.addApplicationFont(str(path))
            return QFontDatabase.applicationFontFamilies(number)[0]
    return ""
