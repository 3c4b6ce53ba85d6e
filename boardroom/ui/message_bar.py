"""The message bar: what just happened in one sentence, with Undo; on the right what is on the disk."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, dye, label, plain_tooltip
from boardroom.ui.told import Said, Saving, Tone

_LATE = 2000
_ICONS = {Tone.DONE: ("check", "text"), Tone.TOLD: ("info", "text"), Tone.REFUSED: ("warning-circle", "danger")}


class MessageBar(QFrame):
    """The foot of the window; a sentence stays until the next."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Messages"))
        self._layout = QHBoxLayout(self)
        self._icon = QLabel()
        self._text = Elided("")
        self._text.setObjectName("message")
        undo = COMMANDS["undo"]
        self._undo = CommandButton(undo.said, undo.key, undo.icon)
        self._undo.setProperty("role", "link")
        self._undo.setObjectName("message.undo")
        self._undo.clicked.connect(self.undo_asked)
        self._undo.hide()
        self._saved = label("", "hint")
        self._saved.setObjectName("saved")
        for widget in (self._icon, self._text, self._undo):
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        self._layout.addWidget(self._saved)
        self._tone = Tone.DONE
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE)
        self._late.timeout.connect(self._say_late)
        wardrobe().changed.connect(self.fit)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Take the measures of the theme."""
        worn = theme()
        self.setFixedHeight(worn.px(36))
        self._layout.setContentsMargins(worn.px(16), 0, worn.px(16), 0)
        self._layout.setSpacing(worn.px(8))
        self._undo.say(COMMANDS["undo"].said, COMMANDS["undo"].key)
        self._show_icon()

    @Slot(object)
    def say(self, said: Said) -> None:
        """Show a sentence, and let a screen reader hear it."""
        self._tone = said.tone
        self._text.set_full(said.text)
        dye(self._text, "danger" if said.tone is Tone.REFUSED else "")
        self._undo.setVisible(said.undo)
        self._undo.setAccessibleName(f"{self._undo.words()}: {said.text}")
        self._show_icon()
        if not said.text:
            return
        announcement = QAccessibleAnnouncementEvent(self, said.text)
        if said.tone is Tone.REFUSED:
            announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(announcement)

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._text.full()

    @Slot()
    def outdate_undo(self) -> None:
        """Take the button of Undo away: it would take back something else than what is said beside it."""
        self._undo.hide()

    def clear(self) -> None:
        """Say nothing: the board file was left."""
        self.say(Said(""))
        self._late.stop()
        self._show_saved("", "hint")

    @Slot(object)
    def show_saving(self, saving: Saving) -> None:
        """Say how the words on the screen stand against those on the disk."""
        if saving.trouble:
            self._late.stop()
            self._show_saved(self.tr("Not saved: the text stays in its editor"), "danger hint", saving.trouble)
        elif saving.waiting:
            if not self._late.isActive() and not self._is_late():
                self._late.start()
                self._show_saved(self.tr("Saving"), "hint")
        else:
            self._late.stop()
            self._show_saved(
                self.tr("Saved {}").format(saving.at.time().isoformat("seconds")) if saving.at else "", "hint"
            )

    @Slot()
    def _say_late(self) -> None:
        self._show_saved(self.tr("Not saved yet: the text stays in its editor"), "danger hint")

    def _is_late(self) -> bool:
        return bool(self._saved.property("role") == "danger hint")

    def _show_saved(self, words: str, role: str, why: str = "") -> None:
        self._saved.setText(words)
        self._saved.setToolTip(plain_tooltip(why))
        self._saved.setAccessibleDescription(why)
        dye(self._saved, role)

    def _show_icon(self) -> None:
        side = theme().px(16)
        name, ink = _ICONS[self._tone]
        shown = icon(name, ink).pixmap(side, side) if self._text.full() else icon("").pixmap(side, side)
        self._icon.setPixmap(shown)
        self._icon.setFixedWidth(side)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
