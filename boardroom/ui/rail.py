"""The rail: which board, its places with what waits in each, and search, commands and settings below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.commands import COMMANDS
from boardroom.ui.commands.places import PLACES
from boardroom.ui.kit.buttons import CommandButton, press_by_enter
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import plain_tooltip, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QPaintEvent

_BELOW = ("search", "palette")
_WIDE, _THIN = 192, 48
_LEAST = 200


class RailButton(QAbstractButton):
    """A place or a command on the rail: icon, word, and how many things wait there or its key."""

    # Qt asks how large it is before `__init__` is over.
    figure = ""
    thin = False

    def __init__(self, command_id: str, name: str, *, is_place: bool, parent: QWidget | None = None) -> None:
        """Make the button of a command."""
        super().__init__(parent)
        self.command_id = command_id
        self.setText(COMMANDS[command_id].said)
        self.setCheckable(is_place)
        self.setAutoExclusive(is_place)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setObjectName(name)
        self.show_figure("")

    def show_figure(self, figure: str) -> None:
        """Show how many things wait; the accessible name says it too."""
        command = COMMANDS[self.command_id]
        self.figure = figure
        waiting = self.tr("{} waiting").format(figure) if figure else ""
        self.setAccessibleName(", ".join(filter(None, (command.said, waiting))))
        self.setToolTip(plain_tooltip(f"{command.said}  {command.key}"))
        self.update()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not press_by_enter(self, e):
            super().keyPressEvent(e)

    @override
    def sizeHint(self) -> QSize:
        worn = theme()
        return QSize(worn.px(_THIN if self.thin else _WIDE) - worn.px(8), worn.px(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(worn.px(8), 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("surface" if self.isChecked() else "ground"))
            painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            painter.fillRect(QRectF(0, box.top(), worn.px(4), box.height()), worn.colour("accent"))
            if worn.contrast:
                painter.setPen(worn.colour("edge"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 4, 4)
        side = worn.px(20)
        at = QRectF(box.left() + worn.px(8), (self.height() - side) / 2, side, side)
        paint_icon(painter, at, COMMANDS[self.command_id].icon, worn.colour("text"))
        if not self.thin:
            self._paint_words(painter, box)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(worn.colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        worn, middle = theme(), Qt.AlignmentFlag.AlignVCenter
        painter.setPen(worn.colour("text"))
        painter.setFont(worn.font(weight=600 if self.isChecked() else 400))
        words = box.adjusted(worn.px(40), 0, -worn.px(8), 0)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        right = self.figure if self.isCheckable() else COMMANDS[self.command_id].key
        painter.setPen(worn.colour("muted"))
        painter.setFont(worn.font(12, 400 if self.isCheckable() else 600))
        if right:
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, right)


class Rail(QFrame):
    """The left edge of the window."""

    asked = Signal(str)
    """A command's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build every place; figures come when they are counted."""
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAccessibleName(self.tr("Places"))
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._thin = False
        self._board = wrapped("")
        self._board.setProperty("role", "strong")
        self._file = wrapped("")
        self._file.setProperty("role", "hint")
        choosing = COMMANDS["board.choose"]
        self._others = CommandButton("", choosing.key, "users", role="link")
        self._others.setObjectName("rail.boards")
        self._others.show_key(shown=False)
        self._others.clicked.connect(self._choose_board)
        self._others.hide()
        self._below_name = QHBoxLayout()
        self._below_name.addWidget(self._others)
        for widget in (self._board, self._file):
            self._layout.addWidget(widget)
        self._layout.addLayout(self._below_name)
        self._gap = QSpacerItem(0, 0)
        self._layout.addItem(self._gap)
        self._buttons = {place.page: self._add(self._layout, f"go.{place.page}", is_place=True) for place in PLACES}
        self._layout.addStretch(1)
        self._below = [self._add(self._layout, command_id, is_place=False) for command_id in _BELOW]
        wardrobe().changed.connect(self.fit)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Take the measures of the theme."""
        worn = theme()
        # A thin rail stands in low windows: every place is still there at 640 x 360.
        self._layout.setContentsMargins(0, worn.px(4 if self._thin else 12), 0, worn.px(4 if self._thin else 8))
        for words in (self._board, self._file):
            words.setContentsMargins(worn.px(16), 0, worn.px(8), 0)
        self._below_name.setContentsMargins(worn.px(8), 0, 0, 0)
        self._gap.changeSize(0, 0 if self._thin else worn.px(12))
        self.setFixedWidth(worn.px(_THIN if self._thin else _WIDE))
        for button in (*self._buttons.values(), *self._below):
            button.show_figure(button.figure)
            button.updateGeometry()
        self._others.say(self._others.words(), COMMANDS["board.choose"].key)
        self._layout.invalidate()

    @override
    def minimumSizeHint(self) -> QSize:
        # It turns thin, or goes, where there is no room; it must not keep the window from being made that small.
        return QSize(super().minimumSizeHint().width(), theme().px(_LEAST))

    @Slot()
    def _choose_board(self) -> None:
        self.asked.emit("board.choose")

    def offer_boards(self, words: str) -> None:
        """Lead to the other boards of the file; empty words where there is none."""
        self._others.say(words)
        self._others.setVisible(bool(words) and not self._thin)

    def _add(self, layout: QVBoxLayout, command_id: str, *, is_place: bool) -> RailButton:
        button = RailButton(command_id, f"rail.{command_id}", is_place=is_place, parent=self)
        button.clicked.connect(self._clicked)
        layout.addWidget(button)
        return button

    @Slot()
    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.asked.emit(button.command_id)

    def name(self, board: str, file: str) -> None:
        """Say which board of which file is shown."""
        self._board.setText(board)
        self._file.setText(file)

    def board_name(self) -> str:
        """Return the name of the board that is shown."""
        return self._board.text()

    def light(self, page: str) -> None:
        """Show where the user is."""
        for place, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(place == page)
            button.setAutoExclusive(True)

    def count(self, waiting: Mapping[str, int]) -> None:
        """Show how many things wait in each place."""
        for place, button in self._buttons.items():
            number = waiting.get(place, 0)
            button.show_figure(str(number) if number else "")

    def set_thin(self, *, thin: bool) -> None:
        """Show icons alone, or words too."""
        self._thin = thin
        self._board.setVisible(not thin)
        self._file.setVisible(not thin)
        self._others.setVisible(not thin and bool(self._others.words()))
        for button in (*self._buttons.values(), *self._below):
            button.thin = thin
        self.fit()

    def focus_current(self) -> None:
        """Put the focus on the place where the user is."""
        lit = [button for button in self._buttons.values() if button.isChecked()]
        (lit or list(self._buttons.values()))[0].setFocus(Qt.FocusReason.TabFocusReason)
