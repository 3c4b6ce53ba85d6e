"""The head of the window: what is shown, in which state, and what can be done next as buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton, ToolButton
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, plain_tooltip, wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from boardroom.ui.pages.page import Head

_KEYS_FROM = 900
_HEIGHT, _LOW = 64, 48
_LEAST = 320


class HeadBar(QFrame):
    """Title, context and buttons of the page that is shown; below it why the file is only read, where it is."""

    asked = Signal(str)
    """A command's id."""
    places_asked = Signal(QPoint)
    """Where on the screen the places should open, when there is no rail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._row = QFrame()
        self._row.setProperty("role", "head")
        self._layout = QHBoxLayout(self._row)
        self._title, self._context = Elided("", role="title"), Elided("", role="muted")
        self._title.setObjectName("head.title")
        self._chip = Chip("")
        self._chip.hide()
        self._buttons: list[CommandButton] = []
        self._held: QWidget | None = None
        self._lender: QWidget | None = None
        self._places = ToolButton()
        self._places.setObjectName("head.places")
        self._places.setIcon(icon("list"))
        self._places.setAccessibleName(self.tr("Places"))
        self._places.setToolTip(plain_tooltip(self.tr("Places")))
        self._places.clicked.connect(self._on_places)
        self._places.hide()
        for widget in (self._places, self._title, self._chip):
            self._layout.addWidget(widget)
        # The context takes what is left and gives way first; the title only where nothing else can.
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._context.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._layout.addWidget(self._context, 1)
        self._whole.addWidget(self._row)
        self._why = wrapped("")
        self._why.setObjectName("head.read-only")
        self._banner = QFrame()
        self._banner.setProperty("role", "warning")
        self._sign = QLabel()
        self._sign_name = "lock"
        inside = QHBoxLayout(self._banner)
        inside.addWidget(self._sign)
        inside.addWidget(self._why, 1)
        self._banner.hide()
        self._whole.addWidget(self._banner)
        self._shown: Head | None = None
        self._roomy = True
        wardrobe().changed.connect(self.fit)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Take the measures of the theme."""
        worn = theme()
        self._row.setFixedHeight(worn.px(_HEIGHT if self._roomy else _LOW))
        self._layout.setContentsMargins(worn.px(24), 0, worn.px(24), 0)
        self._layout.setSpacing(worn.px(12))
        self._places.setIcon(icon("list"))
        self._places.setMinimumSize(worn.px(32), worn.px(32))
        self._show_sign()

    def fold(self, *, roomy: bool, rail: bool) -> None:
        """Take less height in a low window, and offer the places where the rail has gone.

        Args:
            roomy: whether the window is high enough for the full height.
            rail: whether the rail is shown.
        """
        self._roomy = roomy
        self._places.setVisible(not rail)
        self.fit()

    @Slot()
    def _on_places(self) -> None:
        self.places_asked.emit(self._places.mapToGlobal(QPoint(0, self._places.height())))

    def warn(self, why: str, *, locked: bool) -> None:
        """Say why the file is only read, or what is unsafe about where it stands; empty for nothing.

        Args:
            why: the sentence.
            locked: whether the file is only read; a lock stands before the sentence then.
        """
        self._why.setText(why)
        self._banner.setAccessibleName(why)
        self._sign_name = "lock" if locked else "warning"
        self._show_sign()
        self._banner.setVisible(bool(why))

    def _show_sign(self) -> None:
        side = theme().px(20)
        self._sign.setPixmap(icon(self._sign_name, "caution").pixmap(side, side))
        self._sign.setFixedWidth(side)

    def hold(self, widget: QWidget | None) -> None:
        """Show what a page puts before the buttons, in place of what another one did; that goes back to its page."""
        if self._held is widget:
            return
        if self._held is not None:
            self._layout.removeWidget(self._held)
            self._held.hide()
            self._held.setParent(self._lender)
        self._held = widget
        if widget is not None:
            self._lender = widget.parentWidget()
            self._layout.insertWidget(self._layout.indexOf(self._context) + 1, widget)
            widget.show()

    def show_head(self, head: Head) -> None:
        """Show the head of a page."""
        self._title.set_full(head.title)
        self._context.set_full(head.context)
        self._chip.say(head.chip, "tint")
        self._chip.setVisible(bool(head.chip))
        if self._shown is None or (self._shown.commands, self._shown.filled) != (head.commands, head.filled):
            self._show_buttons(head.commands, filled=head.filled)
        self._shown = head

    def _show_buttons(self, commands: tuple[str, ...], *, filled: bool) -> None:
        focused = next((one.objectName() for one in self._buttons if one.hasFocus()), "")
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for command_id in commands:
            command = COMMANDS[command_id]
            main = filled and command_id == commands[-1]
            button = CommandButton(command.said, command.key, command.icon, main=main)
            button.setObjectName(f"head.{command_id}")
            button.setProperty("command", command_id)
            button.clicked.connect(self._clicked)
            self._layout.addWidget(button)
            self._buttons.append(button)
            if button.objectName() == focused:
                button.setFocus()
        self._fold()

    def show_keys(self) -> None:
        """Show the keys that the buttons' commands have now."""
        for button in self._buttons:
            command = COMMANDS[str(button.property("command"))]
            button.say(command.said, command.key)

    def set_reasons(self, reasons: dict[str, str]) -> None:
        """Show which buttons can't be used, with the reason as their tooltip."""
        for button in self._buttons:
            button.explain(reasons.get(str(button.property("command")), ""))

    @Slot()
    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, CommandButton):
            self.asked.emit(str(button.property("command")))

    @override
    def minimumSizeHint(self) -> QSize:
        # What doesn't fit is left out; else the buttons would keep the window from being made smaller at once.
        return QSize(theme().px(_LEAST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Leave out the keys on buttons, and all but the main button, where there is no room."""
        worn = theme()
        narrow = self.width() < worn.px(_KEYS_FROM - 200)
        for button in self._buttons:
            button.show_key(shown=self.width() >= worn.px(_KEYS_FROM))
            button.setVisible(not narrow or button is self._buttons[-1])
