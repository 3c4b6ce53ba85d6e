"""Type, measures and colours of the whole window, for light, dark and high contrast.

Sizes: docs/look.md. `dress` puts them on the application and keeps them when the system's change;
whoever paints asks `theme()` at every painting, and needs no notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette

from boardroom.ui.kit.fonts import FAMILY, load_fonts
from boardroom.ui.kit.stylesheet import stylesheet_of
from boardroom.ui.kit.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Appearance, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_BODY = 14
# Systems' own fonts stand at 12 to 15 pixels unless somebody made them larger; then the window follows.
_SYSTEM_BODY = 15.0


@dataclass(frozen=True, slots=True)
class Theme:
    """What the window wears now.

    Attributes:
        tokens: the colours.
        dark: whether light letters stand on a dark ground.
        contrast: whether the system, or the user, asks for high contrast.
        scale: text and measures against 100 %.
    """

    tokens: Tokens
    dark: bool
    contrast: bool
    scale: float

    def px(self, pixels: float) -> int:
        """Return a measure of look.md in device-independent pixels at the present text size."""
        return round(pixels * self.scale)

    def colour(self, token: str) -> QColor:
        """Return a token's colour, by its name."""
        return QColor(getattr(self.tokens, token))

    def font(self, size: float = _BODY, weight: int = 400, *, italic: bool = False) -> QFont:
        """Return the window's font in one of the sizes of look.md (12, 14, 16, 20, 28), figures of one width."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    @property
    def edge_width(self) -> int:
        """How thick the border of a control is."""
        return 2 if self.contrast else 1


class _Wardrobe(QObject):
    """Holds the theme, and changes it with the system's."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme(LIGHT, dark=False, contrast=False, scale=1.0)
        self.appearance = Appearance.SYSTEM
        self.zoom = 1.0
        self._app: QApplication | None = None
        self._system_scale = 1.0

    def dress(self, app: QApplication) -> None:
        """Put fonts, style and colours on the application."""
        if self._app is not app:
            self._app = app
            load_fonts()
            pixels = app.font().pointSizeF() * app.primaryScreen().logicalDotsPerInchY() / 72
            self._system_scale = min(max(pixels / _SYSTEM_BODY, 1.0), 2.5)
            hints = app.styleHints()
            hints.colorSchemeChanged.connect(self.put_on)
            hints.accessibility().contrastPreferenceChanged.connect(self.put_on)
        self.put_on()

    @Slot()
    def put_on(self) -> None:
        """Work out what to wear and wear it."""
        if self._app is None:
            return
        hints = self._app.styleHints()
        wanted = self.appearance
        dark = wanted is Appearance.DARK or (
            wanted in {Appearance.SYSTEM, Appearance.CONTRAST} and hints.colorScheme() is Qt.ColorScheme.Dark
        )
        contrast = wanted is Appearance.CONTRAST or (
            wanted is Appearance.SYSTEM
            and hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        )
        tokens = (CONTRAST_DARK if dark else CONTRAST_LIGHT) if contrast else (DARK if dark else LIGHT)
        worn, self.theme = self.theme, Theme(tokens, dark=dark, contrast=contrast, scale=self._system_scale * self.zoom)
        if worn == self.theme and self._app.styleSheet():
            # Every widget would be dressed anew for nothing.
            return
        self._app.setPalette(_palette_of(tokens))
        self._app.setFont(self.theme.font())
        self._app.setStyleSheet(stylesheet_of(tokens, self.theme.px, edge=self.theme.edge_width))
        self.changed.emit()


_wardrobe: list[_Wardrobe] = []


def wardrobe() -> _Wardrobe:
    """Return the one holder of the theme; its `changed` tells those who cache what they painted."""
    if not _wardrobe:
        _wardrobe.append(_Wardrobe())
    return _wardrobe[0]


def theme() -> Theme:
    """Return what the window wears now."""
    return wardrobe().theme


def dress(app: QApplication, appearance: Appearance = Appearance.SYSTEM, *, zoom: float = 1.0) -> None:
    """Put fonts, style and colours on an application, and follow the system's from then on.

    Args:
        app: the application.
        appearance: the system's colours, or always the same.
        zoom: the user's own text size against the system's.
    """
    mine = wardrobe()
    mine.appearance, mine.zoom = appearance, zoom
    mine.dress(app)


def wear(appearance: Appearance | None = None, *, zoom: float | None = None) -> None:
    """Change colours or text size, at once and everywhere."""
    mine = wardrobe()
    mine.appearance = mine.appearance if appearance is None else appearance
    mine.zoom = mine.zoom if zoom is None else zoom
    mine.put_on()


def _palette_of(tokens: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.ground,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.Mid: tokens.edge,
        QPalette.ColorRole.Light: tokens.line,
        QPalette.ColorRole.Dark: tokens.edge,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette
