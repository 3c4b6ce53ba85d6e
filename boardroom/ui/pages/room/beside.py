"""The windows beside the room: the second screen, which everybody reads, and the chair’s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QStyle

from boardroom.store.queries.projection import is_public
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.ui.pages.projection import Projection
    from boardroom.ui.pages.room import RoomPage
    from boardroom.ui.pages.room.chair import ChairWindow

_WIDE = 480
"""How wide the second screen is where there is one display."""
_CHAIRS_PART = 0.65
"""How much of the room's own display the chair's window takes."""
_BOTTOM_RIGHT = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
_FRAME = (
    Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowSystemMenuHint
    | Qt.WindowType.WindowMinMaxButtonsHint
    | Qt.WindowType.WindowCloseButtonHint
)
_WORDED = frozenset({"motion", "decision", "vote_event"})


class Beside(QObject):
    """Shows and hides both windows, each built when it is first wanted."""

    turned = Signal()
    """One of them has come, or gone."""

    def __init__(self, room: RoomPage) -> None:
        """Serve a room."""
        super().__init__(room)
        self._room, self._desk = room, room.desk
        self.projection: Projection | None = None
        self.chair: ChairWindow | None = None
        self._display: QScreen | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what does each command."""
        return {
            "room.screen": self.toggle_screen,
            "room.blank": self.toggle_blank,
            "room.show": self.show_wording,
            "room.chair": self.toggle_chair,
        }

    def why_not(self, command: str, current: UUID | None) -> str:
        """Return why a command can't run now.

        Args:
            command: one of `slots`.
            current: the item that is being taken.
        """
        if command == "room.blank" and not self.screen_is_on:
            return self.tr("the second screen is off")
        if command != "room.show":
            return ""
        shown = self._room.link().item_id
        if shown is None or shown != current:
            return self.tr("the item isn’t being taken")
        if not self._desk.read(is_public, shown):
            return self.tr("the item is restricted, and the public reads that screen")
        return "" if self._meant() is not None else self.tr("choose a motion or a decision first")

    @property
    def screen_is_on(self) -> bool:
        """Whether the second screen is to be seen."""
        return self.projection is not None and self.projection.isVisible()

    # The second screen

    def toggle_screen(self) -> None:
        """Show the second screen, or take it away."""
        if self.screen_is_on and self.projection is not None:
            self.projection.close()
            self._desk.tell(self.tr("The second screen is off."))
        else:
            self._show_screen()

    def _show_screen(self) -> None:
        meeting_id = self._meeting_id()
        if meeting_id is None:
            return
        if self.projection is None:
            from boardroom.ui.pages.projection import Projection  # noqa: PLC0415 - few meetings have a second screen

            self.projection = Projection(self._desk)
            self.projection.turned.connect(self.turned)
            self.destroyed.connect(self.projection.deleteLater)
        window = self.projection
        window.set_blank(blank=False)
        window.show_meeting(meeting_id)
        self._display = display_beside(self._room.screen(), QGuiApplication.screens())
        key = COMMANDS["room.blank"].key
        if self._display is None:
            self._show_small(window)
            self._desk.tell(self.tr("There is one display: the second screen is a small window here."))
        else:
            _keep_above(window, None)
            window.setScreen(self._display)
            window.setGeometry(self._display.geometry())
            window.showFullScreen()
            self._desk.tell(self.tr("The second screen is on. {} blanks it.").format(key))
        self._stay()

    def _show_small(self, window: Projection) -> None:
        """Show it in the corner of the only display, above the main window and away from the notes."""
        _keep_above(window, self._room.window())
        place = self._room.screen().availableGeometry()
        least = window.minimumSize()
        width = max(least.width(), min(theme().px(_WIDE), place.width() // 2))
        small = QRect(0, 0, width, max(least.height(), width * 9 // 16))
        small.moveBottomRight(place.bottomRight())
        window.showNormal()
        window.setGeometry(small)

    def leave(self) -> None:
        """Take the second screen away with the room: no words stay on the wall while the secretary works elsewhere."""
        if not self.screen_is_on or self.projection is None:
            return
        self.projection.close()
        running = self._room.running
        # What was done when the meeting was closed stays in the bar, with Undo.
        if running is not None and (running.in_session or running.adjourned):
            words = self.tr("The second screen is off outside the room. Back there, {} shows it again.")
            self._desk.tell(words.format(COMMANDS["room.screen"].key))

    def _stay(self) -> None:
        """Keep the focus in the room: a system may give it to any window that appears, whatever that window asks."""
        self._room.window().activateWindow()

    def toggle_blank(self) -> None:
        """Show a plain dark ground on the second screen, or the meeting again."""
        if self.projection is not None:
            blank = not self.projection.blank
            self.projection.set_blank(blank=blank)
            on, off = self.tr("The second screen is blank."), self.tr("The second screen shows the meeting again.")
            self._desk.tell(on if blank else off)

    def show_wording(self) -> None:
        """Put the wording that is meant on the second screen, which is turned on for it."""
        key, item_id = self._meant(), self._room.link().item_id
        if key is None or item_id is None:
            return
        # What is being typed into it is what the room is to read.
        self._desk.flush()
        if not self.screen_is_on:
            self._show_screen()
        if self.projection is not None:
            self.projection.put(item_id, key)
            self.projection.set_blank(blank=False)
            self._desk.tell(self.tr("The wording is on the second screen."))

    def _meant(self) -> tuple[str, UUID] | None:
        """Return what is being voted on, else what is chosen, else the only motion or decision there is."""
        item = self._room.item
        for section in (item.motions, item.decisions):
            if section.form is section.voting and section.voting.about is not None:
                return section.voting.about
        chosen = item.chosen()
        if chosen is not None and chosen[0] in _WORDED:
            return chosen
        keys = [row for one in (item.motions, item.decisions) for row in one.row_keys() if row[0] != "vote_event"]
        return keys[0] if len(keys) == 1 else None

    @Slot(QScreen)
    def _on_screen_removed(self, screen: QScreen) -> None:
        if self._display is None or screen != self._display or self.projection is None:
            return
        self._display = None
        if self.projection.isVisible():
            self.projection.close()
            words = self.tr("The second display is gone, and the second screen is hidden. {} shows it again.")
            self._desk.refuse(words.format(COMMANDS["room.screen"].key))

    # The chair's window

    def toggle_chair(self) -> None:
        """Show the chair's window, or take it away."""
        meeting_id = self._meeting_id()
        if self.chair is not None and self.chair.isVisible():
            self.chair.close()
        elif meeting_id is not None:
            if self.chair is None:
                from boardroom.ui.pages.room.chair import ChairWindow  # noqa: PLC0415 - few meetings have one

                self.chair = ChairWindow(self._desk)
                self.chair.turned.connect(self.turned)
                self.destroyed.connect(self.chair.deleteLater)
                self._put_beside(self.chair)
            self.chair.show_meeting(meeting_id)
            self.chair.show()
            self._stay()

    def _put_beside(self, window: ChairWindow) -> None:
        """Let it stand above the room until it is moved; on another display it may be the public that reads it."""
        _keep_above(window, self._room.window())
        place = self._room.screen().availableGeometry()
        size = window.size().boundedTo(place.size() * _CHAIRS_PART).expandedTo(window.minimumSize())
        window.setGeometry(QStyle.alignedRect(self._room.layoutDirection(), _BOTTOM_RIGHT, size, place))

    def _meeting_id(self) -> UUID | None:
        return self._room.link().meeting_id


def _keep_above(window: QWidget, below: QWidget | None) -> None:
    """Let a window stand above another one, which the focus goes back to; above none, it stands by itself."""
    # Of a window of any other kind X11 tells nobody what it stands above.
    kind = Qt.WindowType.Window if below is None else Qt.WindowType.Dialog
    if window.windowFlags() & Qt.WindowType.WindowType_Mask != kind:
        window.setWindowFlags((window.windowFlags() & ~Qt.WindowType.WindowType_Mask) | kind | _FRAME)
    window.winId()
    above = below.windowHandle() if below is not None else None
    window.windowHandle().setTransientParent(above)  # type: ignore[arg-type] # None takes it back, as Qt says


def display_beside(own: QScreen | None, screens: Sequence[QScreen]) -> QScreen | None:
    """Return the first display that shows something else than the room's own; a mirrored one does not."""
    if own is None:
        return None
    return next((one for one in screens if one != own and not one.geometry().intersects(own.geometry())), None)
