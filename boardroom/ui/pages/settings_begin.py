"""How a new board begins: members first, then a meeting; and where a file holds no board yet, its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.services.boards import create_board
from boardroom.store.queries.meeting_list import count_meetings
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.fields import LineField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import section, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.settings_section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView
    from boardroom.ui.desk import Desk


class Beginning(Section):
    """What to fill in first; it goes away once there are members and a meeting."""

    def __init__(self, desk: Desk) -> None:
        """Build it."""
        super().__init__(desk)
        self._sheet = QFrame()
        self._sheet.setProperty("role", "card")
        self._inside = QVBoxLayout(self._sheet)
        self._words = wrapped()
        self.paste = CommandButton(
            self.tr("Paste members from Word or Excel"), COMMANDS["paste.table"].key, "clipboard-text", main=True
        )
        self.paste.clicked.connect(self._paste)
        self.by_hand = CommandButton(self.tr("Add members one by one"), COMMANDS["go.partners"].key, "user-plus")
        self.by_hand.clicked.connect(self._by_hand)
        self.plan = CommandButton(self.tr("Plan the first meeting"), COMMANDS["go.meetings"].key, "calendar")
        self.plan.clicked.connect(self._plan)
        self._inside.addWidget(section(self.tr("A board in three steps")))
        self._inside.addWidget(self._words)
        self._buttons = QVBoxLayout()
        for button in (self.paste, self.by_hand, self.plan):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.addLayout(self._buttons)
        self.column.addWidget(self._sheet)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @override
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        """Show what is still to be done; nothing, where all is."""
        members = any(seat.holder is not None for seat in seats)
        met = bool(self.desk.read(count_meetings, view.id))
        self._words.setText(
            self.tr("The members are there. Look over the quorum below, then plan the first meeting.")
            if members
            else self.tr(
                "First say who sits on the board: copy a table of names, roles and organisations and paste it. "
                "Then look over the quorum below, and plan the first meeting."
            )
        )
        self.paste.setVisible(not members)
        self.by_hand.setVisible(not members)
        self.plan.setVisible(not met)
        for button in (self.paste, self.by_hand, self.plan):
            button.explain(self.desk.read_only)
        self.setVisible(not (members and met) and not self.desk.read_only)

    @override
    def focus_first(self) -> None:
        """Put the focus on the next step."""
        (self.plan if self.paste.isHidden() else self.paste).setFocus()

    @Slot()
    def _paste(self) -> None:
        self.desk.show(Link("paste"))

    @Slot()
    def _by_hand(self) -> None:
        self.desk.show(Link("partners", "seat"))

    @Slot()
    def _plan(self) -> None:
        self.desk.show(Link("meetings"))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._sheet.setMaximumWidth(px(1120))
        self._inside.setContentsMargins(px(24), px(20), px(24), px(20))
        self._inside.setSpacing(px(12))
        self._buttons.setSpacing(px(8))


class NoBoard(Empty):
    """Where a file holds no board: one sentence, a name, a button."""

    def __init__(self, desk: Desk) -> None:
        """Build it."""
        self._desk = desk
        self.start = CommandButton(self.tr("Start the board"), "", "plus", main=True)
        self.name = LineField(self.tr("Name of the board"), needed=self.tr("Give the board a name."))
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.start, 0, Qt.AlignmentFlag.AlignBottom)
        super().__init__(self.tr("This file holds no board yet. What is it called?"), None, below)
        self.start.clicked.connect(self._start)
        self.name.line.returnPressed.connect(self._start)

    def focus_first(self) -> None:
        """Put the caret into the name."""
        self.name.setFocus()

    @Slot()
    def _start(self) -> None:
        if not self.name.commit() or not self.name.value:
            self.name.setFocus()
            return
        done = self._desk.attempt(
            self.tr("Start the board “{}”").format(self.name.value), create_board, self.name.value
        )
        if done is not None:
            self._desk.choose_board(done.value.id)
