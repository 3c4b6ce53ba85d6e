"""How the window looks, as commands: colours, text size, keys on buttons, rail, full screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boardroom.ui.kit.keys import key_hints_shown, show_key_hints
from boardroom.ui.kit.theme import wear
from boardroom.ui.kit.tokens import Appearance

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.window import Window

_ZOOM_STEP = 1.125


class Looks(QObject):
    """Changes them at once and remembers them."""

    def __init__(self, window: Window) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window, self._memory = window, window.memory

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what does each command."""
        return {
            "text.larger": self._larger,
            "text.smaller": self._smaller,
            "text.ordinary": self._ordinary,
            "look.system": partial(self._wear, Appearance.SYSTEM),
            "look.light": partial(self._wear, Appearance.LIGHT),
            "look.dark": partial(self._wear, Appearance.DARK),
            "look.contrast": partial(self._wear, Appearance.CONTRAST),
            "keys.hints": self._toggle_keys,
            "rail.thin": self._window.folding.toggle_rail,
            "screen.full": self._full_screen,
        }

    def _wear(self, appearance: Appearance) -> None:
        self._memory.appearance = appearance
        self._window.drop_hidden()
        wear(appearance)

    def _larger(self) -> None:
        self._zoom(self._memory.zoom * _ZOOM_STEP)

    def _smaller(self) -> None:
        self._zoom(self._memory.zoom / _ZOOM_STEP)

    def _ordinary(self) -> None:
        self._zoom(1.0)

    def _zoom(self, times: float) -> None:
        self._memory.zoom = times
        self._window.drop_hidden()
        wear(zoom=self._memory.zoom)
        self._window.tell(self.tr("Text at {} %").format(round(self._memory.zoom * 100)))

    def _toggle_keys(self) -> None:
        show_key_hints(shown=not key_hints_shown())
        self._memory.keep_flag("keys.hints", value=key_hints_shown())

    def _full_screen(self) -> None:
        shell = self._window.shell
        if shell.isFullScreen():
            shell.showNormal()
        else:
            shell.showFullScreen()
