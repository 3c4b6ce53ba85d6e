"""The bar at an editor's foot: what the line under the caret would become, and the keys that decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import dye, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_SOON = 600
"""Milliseconds without a key after which a screen reader says what is shown: not at every letter."""
_WORDS = 280
"""Pixels at 100 % that the words need beside the keys."""


class EntryBar(QFrame):
    """Says something in a sentence, with a few choices. It takes no focus: its keys are pressed in the editor."""

    decided = Signal(str)
    """The key whose choice was pressed by mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it, hidden."""
        super().__init__(parent)
        self.setProperty("role", "entry")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icon, self._sign, self._ink = QLabel(), "", ""
        self._icon.setAccessibleName(" ")
        self._what, self._rest = label("", "strong"), label()
        self._rest.setWordWrap(True)
        self._sentence = ""
        self._told: tuple[str, str, str, tuple[tuple[str, str], ...], bool] | None = None
        self._choices: tuple[tuple[str, str], ...] = ()
        self._buttons: list[CommandButton] = []
        self._said = QHBoxLayout()
        self._said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._said.addWidget(self._what, 0, Qt.AlignmentFlag.AlignTop)
        self._said.addWidget(self._rest, 1, Qt.AlignmentFlag.AlignTop)
        self._grid = QGridLayout()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addLayout(self._said, 1)
        self._box.addLayout(self._grid)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._announce)
        wardrobe().changed.connect(self._fit)
        self.hide()
        self._fit()

    @property
    def sentence(self) -> str:
        """What is said; empty while the bar is hidden."""
        return "" if self.isHidden() else self._sentence

    def say(
        self, sign: str, what: str, rest: str, choices: Sequence[tuple[str, str]] = (), *, refused: bool = False
    ) -> bool:
        """Show a sentence; returns whether another one, or none, was shown before.

        Args:
            sign: the icon before it.
            what: how it begins, in bold.
            rest: how it goes on, with the space or mark between the two.
            choices: key and words of what can be done.
            refused: whether it says why something was not done.
        """
        told = (sign, what, rest, tuple(choices), refused)
        if told == self._told and not self.isHidden():
            # So it is at most keys of a line, and to lay it out takes longer than to show the letter.
            return False
        self._told = told
        new = f"{what}{rest}" != self._sentence or self.isHidden()
        self._sign, self._ink, self._sentence = sign, "danger" if refused else "text", f"{what}{rest}"
        # The space between the two labels is the layout's.
        self._what.setText(f"{what}:" if rest.startswith(":") else what)
        self._what.setVisible(bool(what))
        self._rest.setText(rest.removeprefix(":").strip())
        dye(self._rest, "danger" if refused else "")
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._make_buttons()
        self._show_icon()
        self._lay()
        self.show()
        if new:
            self._soon.start()
        return True

    def close_bar(self) -> None:
        """Go away."""
        self._soon.stop()
        self.hide()

    def _make_buttons(self) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for key, words in self._choices:
            button = CommandButton(words, key, role="small")
            button.setProperty("decides", key)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)

    def _show_icon(self) -> None:
        side = theme().px(16)
        self._icon.setFixedHeight(QFontMetrics(self.font()).height())
        self._icon.setPixmap(icon(self._sign, self._ink or "text").pixmap(side, side))

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, CommandButton):
            self.decided.emit(str(sender.property("decides")))

    @Slot()
    def _announce(self) -> None:
        if self.isVisible():
            keys = "; ".join(f"{key}: {words}" for key, words in self._choices)
            words = f"{self.sentence}. {keys}" if keys else self.sentence
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @override
    def hasHeightForWidth(self) -> bool:
        # How the keys stand differs with the width: the bar takes its height when it has one.
        return False

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        return QSize(widest + theme().px(24), self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._box.setContentsMargins(px(12), px(6), px(12), px(6))
        self._box.setSpacing(px(8))
        self._said.setSpacing(px(6))
        self._grid.setSpacing(px(4))
        self._show_icon()
        self._lay()

    def _lay(self) -> None:
        """Put the keys beside the words where there is room, else below, in as many rows as they need."""
        px = theme().px
        widths = [button.sizeHint().width() + px(4) for button in self._buttons]
        room = self.width() - px(24)
        beside = sum(widths) + px(_WORDS) <= room
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        each = max(widths, default=1)
        columns = max(len(widths), 1) if beside or sum(widths) <= room else max(room // each, 1)
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        # What room is left stands behind the last key.
        self._grid.setColumnStretch(columns, 0 if beside else 1)
        for at, button in enumerate(self._buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, at // columns, at % columns, Qt.AlignmentFlag.AlignLeft)
            button.show()
        # What the inner layout has learned reaches the outer one only with the next event.
        self._box.invalidate()
        wraps = self._box.hasHeightForWidth()
        height = self._box.heightForWidth(self.width()) if wraps else self._box.sizeHint().height()
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
