"""The card of the next meeting on Home: when it is, how ready it is, and what to do about it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.days import long_day, until, weekday_and_day
from boardroom.ui.kit.icons import paint_icon
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import dye, label, strong, wrapped
from boardroom.ui.pages.home_readiness import Line, readiness_lines

if TYPE_CHECKING:
    from datetime import date

    from boardroom.store.queries.home import NextMeeting
    from boardroom.store.queries.meeting_list import MeetingRow

_STACKED_BELOW = 600
_WHEN_WIDTH = 184


# The sign of a state, its colour, and the role of the words beside it.
_SIGNS = {
    "ready": ("check-circle-fill", "accent", ""),
    "due": ("clock-fill", "caution", "caution"),
    "waiting": ("clock-fill", "caution", ""),
    "wrong": ("warning-fill", "danger", "danger"),
    "open": ("circle", "muted", "muted"),
}


def times_and_venue(row: MeetingRow) -> str:
    """Return when on its day a meeting begins and ends, and where it is held."""
    times = time_shown(row.starts) if row.starts else ""
    if row.starts and row.ends:
        times = _tr("{} to {}").format(times, time_shown(row.ends))
    return ", ".join(part for part in (times, row.venue) if part)


class NextMeetingCard(QFrame):
    """When the next meeting is and how ready it is; one filled button for what comes next."""

    asked = Signal(str)
    """A command's id."""
    notice_agreed = Signal()
    """Notice was asked for, and then that it can't be taken back was read and agreed to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the card without a meeting."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._command = ""
        self._top = label("", "field")
        self._when = label("", "display")
        self._day = wrapped()
        self._place = wrapped(role="muted")
        self.button = CommandButton("", main=True)
        self.button.clicked.connect(self._on_button)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        for widget in (self._top, self._when, self._day, self._place):
            left.addWidget(widget)
        left.addSpacing(theme().px(8))
        left.addStretch(1)
        left.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._rule = QFrame()
        self._rule.setProperty("role", "upright")
        self._lines = _Lines()
        across = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, across)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.addWidget(self._left)
        self._across.addWidget(self._rule)
        self._across.addWidget(self._lines, 1)
        self._sure = _Sure()
        self._sure.yes.clicked.connect(self._on_agreed)
        self._sure.no.clicked.connect(self.withdraw_question)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(across)
        self._whole.addWidget(self._sure)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def show_meeting(self, coming: NextMeeting | None, why_not: str) -> None:
        """Show the next meeting, or that none is planned.

        Args:
            coming: the meeting.
            why_not: why nothing can be written; empty where it can.
        """
        self._lines.setVisible(coming is not None)
        self._rule.setVisible(coming is not None)
        if coming is None:
            self._top.setText(self.tr("Next meeting"))
            self._when.setText(self.tr("None planned"))
            self._day.setText("")
            self._place.setText(self.tr("Plan one, and its notice, papers and quorum are watched here."))
            self._offer("home.plan", self.tr("Plan a meeting"), why_not)
            self.setAccessibleName(self.tr("Next meeting: none planned"))
        else:
            name = coming.row.name
            self._top.setText(self.tr("Next meeting: {}").format(name) if name else self.tr("Next meeting"))
            self._when.setText(until(coming.in_days))
            self._day.setText(long_day(coming.row.day) if coming.row.day else "")
            self._place.setText(times_and_venue(coming.row))
            lines = readiness_lines(coming)
            self._lines.say(lines)
            if not coming.in_days:
                self._offer("room.open", COMMANDS["room.open"].said, "")
            elif coming.row.notice_given_on is None:
                self._offer("home.notice", COMMANDS["home.notice"].said, why_not)
            else:
                opens = self.tr("Open the {}").format(name) if name else COMMANDS["home.meeting"].said
                self._offer("home.meeting", opens, "")
            self.setAccessibleName(f"{self._top.text()}, {self._when.text()}")
        self._place.setVisible(bool(self._place.text()))
        self._day.setVisible(bool(self._day.text()))
        if self._command != "home.notice":
            self._sure.hide()

    def ask_whether_sure(self, today: date, name: str) -> None:
        """Say what can't be undone, and wait for a yes; nothing is covered meanwhile."""
        self._sure.ask(today, name)
        self.button.setEnabled(False)
        self._sure.yes.setFocus()

    def is_asking(self) -> bool:
        """Whether the question stands."""
        return self._sure.isVisibleTo(self)

    @Slot()
    def withdraw_question(self) -> None:
        """Take the question away, answered or not."""
        self._sure.hide()
        self.button.setEnabled(True)
        self.button.setFocus()

    def _offer(self, command_id: str, words: str, why_not: str) -> None:
        self._command = command_id
        self.button.say(words, COMMANDS[command_id].key)
        self.button.explain(why_not)

    @Slot()
    def _on_button(self) -> None:
        self.asked.emit(self._command)

    @Slot()
    def _on_agreed(self) -> None:
        self.notice_agreed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Stand side by side, or below each other where there is no room."""
        narrow = self.width() < theme().px(_STACKED_BELOW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._across.direction() is not way:
            self._across.setDirection(way)
        self._left.setMinimumWidth(0 if narrow else theme().px(_WHEN_WIDTH))
        dye(self._rule, "rule" if narrow else "upright")

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._whole.setContentsMargins(px(20), px(16), px(20), px(16))
        self._whole.setSpacing(px(16))
        self._across.setSpacing(px(20))
        left = self._left.layout()
        if left is not None:
            left.setSpacing(px(2))
        self._turn()


class _Lines(QWidget):
    """The lines of readiness under each other, their words in one column."""

    def __init__(self) -> None:
        super().__init__()
        self._said: list[Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(2, 1)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def say(self, lines: list[Line]) -> None:
        """Show other lines."""
        if lines == self._said:
            return
        self._said = lines
        clear(self._grid)
        for row, line in enumerate(lines):
            sign, token, role = _SIGNS[line.state]
            words = wrapped(line.words, role)
            # The three are one thing to the ear.
            words.setAccessibleName(f"{line.name}: {line.words}")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(_Sign(sign, token), row, 0, top)
            self._grid.addWidget(strong(line.name), row, 1, top)
            self._grid.addWidget(words, row, 2, top)
        self._grid.setRowStretch(len(lines), 1)

    @Slot()
    def _fit(self) -> None:
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(8))


class _Sign(QWidget):
    """A state as a small icon; its words stand beside it."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(16), theme().px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), theme().px(16)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(painter, box, self._name, theme().colour(self._token))
        painter.end()


class _Sure(QFrame):
    """What can't be undone, with a yes and a no."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self._words = wrapped()
        self.yes = CommandButton(self.tr("Notice is given"))
        self.no = CommandButton(self.tr("Not yet"), "Esc", role="link")
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.hide()

    def ask(self, today: date, name: str) -> None:
        """Ask about one meeting."""
        question = self.tr("Notice of the {} goes out today, {}? From then on late items need a reason; no Undo.")
        self._words.setText(question.format(name or self.tr("next meeting"), weekday_and_day(today)))
        self.yes.setAccessibleDescription(self._words.text())
        self.show()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)
