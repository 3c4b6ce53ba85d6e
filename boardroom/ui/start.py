"""The first start, and starting a board: your name, the sample, a board of your own, or one opened before."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.text import clean_line
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, hint, label, mark_wrong, section, wrapped
from boardroom.ui.pages.page import Head

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from boardroom.ui.memory import Memory

_WIDEST = 640


class StartPage(QScrollArea):
    """One page that asks for a name and leads to a board."""

    sample_asked = Signal()
    new_asked = Signal(str)
    """The name of the board to start."""
    open_asked = Signal()
    recent_asked = Signal(str)

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        """Build it; recent boards are listed when it is shown."""
        super().__init__(parent)
        self._memory = memory
        self.setWidgetResizable(True)
        self.setProperty("role", "ground")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "ground")
        self.setWidget(inside)
        self._cards: list[QFrame] = []
        across = self._across = QHBoxLayout(inside)
        column = self._column = QVBoxLayout()
        across.addLayout(column)
        across.addStretch(1)
        self._build_name(column)
        self._build_sample(column)
        self._build_own(column)
        self._recent = QVBoxLayout()
        self._recent_title = section(self.tr("Opened before"))
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addStretch(1)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        worn = theme()
        self._across.setContentsMargins(worn.px(24), worn.px(24), worn.px(24), worn.px(24))
        self._column.setSpacing(worn.px(16))
        self.name.setMaximumWidth(worn.px(_WIDEST))
        self.name.setMinimumWidth(worn.px(320))
        for card in self._cards:
            card.setMaximumWidth(worn.px(_WIDEST))
            inside = card.layout()
            if inside is not None:
                inside.setContentsMargins(worn.px(20), worn.px(16), worn.px(20), worn.px(16))
                inside.setSpacing(worn.px(8))

    @staticmethod
    def head() -> Head:
        """Return what the window's head shows."""
        return Head("Boardroom", "")

    def _build_name(self, column: QVBoxLayout) -> None:
        column.addWidget(section(self.tr("Your name")))
        self.name = QLineEdit()
        self.name.setObjectName("start.name")
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.editingFinished.connect(self._keep_name)
        self.name.returnPressed.connect(self._go_on)
        column.addWidget(self.name)
        self._name_hint = hint(self.tr("It stands beside every change that you make, and nowhere else."))
        column.addWidget(self._name_hint)

    def _card(self, column: QVBoxLayout, heading: str, words: str) -> QVBoxLayout:
        card = QFrame()
        card.setProperty("role", "card")
        self._cards.append(card)
        layout = QVBoxLayout(card)
        layout.addWidget(section(heading))
        layout.addWidget(wrapped(words, "muted"))
        column.addWidget(card)
        return layout

    def _build_sample(self, column: QVBoxLayout) -> None:
        inside = self._card(
            column,
            self.tr("Look round first"),
            self.tr(
                "The sample board is a made-up partnership with two years of meetings. Change in it what you like: "
                "nothing of yours is in it."
            ),
        )
        self._open_sample = CommandButton(self.tr("Open the sample board"), "", "lightbulb", main=True)
        self._open_sample.setObjectName("start.sample")
        self._open_sample.clicked.connect(self._sample)
        inside.addWidget(self._open_sample, alignment=Qt.AlignmentFlag.AlignLeft)

    def _build_own(self, column: QVBoxLayout) -> None:
        inside = self._card(
            column,
            self.tr("Start your own board"),
            self.tr("A board lives in one file on this computer. You choose the folder next."),
        )
        inside.addWidget(label(self.tr("Name of the board"), "field"))
        self.board = QLineEdit()
        self.board.setObjectName("start.board")
        self.board.setAccessibleName(self.tr("Name of the board"))
        self.board.setPlaceholderText(self.tr("Rivermouth Children’s Partnership"))
        self.board.returnPressed.connect(self._new)
        inside.addWidget(self.board)
        self._wrong = label("", "danger")
        self._wrong.hide()
        inside.addWidget(self._wrong)
        row = QHBoxLayout()
        self._start = CommandButton(self.tr("Start the board…"), "", "file-plus")
        self._start.setObjectName("start.new")
        self._start.clicked.connect(self._new)
        other = CommandButton(self.tr("Open a board file…"), "", "folder-open")
        other.setObjectName("start.open")
        other.clicked.connect(self._open)
        row.addWidget(self._start)
        row.addWidget(other)
        row.addStretch(1)
        inside.addLayout(row)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_name()
        self.list_recent()

    def show_name(self) -> None:
        """Show the user's name as it is now: it can be given elsewhere too."""
        self.name.setText(self._memory.who)

    def list_recent(self) -> None:
        """List the board files that were opened before and are still there."""
        clear(self._recent)
        there = [path for path in self._memory.recent if os.path.lexists(path)]
        self._recent_title.setVisible(bool(there))
        for path in there:
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            button = CommandButton(path.stem, role="link")
            button.setProperty("path", str(path))
            button.setAccessibleName(self.tr("Open {}").format(path.name))
            button.clicked.connect(self._open_recent)
            layout.addWidget(button)
            layout.addWidget(Elided(str(path.parent), "hint"), 1)
            self._recent.addWidget(row)

    def focus(self, *, on_board: bool = False) -> None:
        """Put the focus on what is asked first.

        Args:
            on_board: that a board of one's own is wanted.
        """
        wanted = self.board if on_board and self._memory.who else self.name
        if not on_board and self._memory.who:
            self._open_sample.setFocus()
            return
        wanted.setFocus()
        wanted.selectAll()

    @Slot()
    def _keep_name(self) -> None:
        self._memory.who = self.name.text()

    @Slot()
    def _go_on(self) -> None:
        if self._is_named():
            self._open_sample.setFocus(Qt.FocusReason.TabFocusReason)

    def _is_named(self) -> bool:
        """Return whether there is a name; else say that it is wanted."""
        self._keep_name()
        if self._memory.who:
            mark_wrong(self.name, wrong=False)
            return True
        self._name_hint.setText(self.tr("Write your name first: it stands beside every change that you make."))
        mark_wrong(self.name, wrong=True)
        self.name.setFocus()
        return False

    @Slot()
    def _sample(self) -> None:
        if self._is_named():
            self.sample_asked.emit()

    @Slot()
    def _new(self) -> None:
        if not self._is_named():
            return
        name = clean_line(self.board.text())
        self._wrong.setText("" if name else self.tr("Give the board a name."))
        self._wrong.setVisible(not name)
        if name:
            self.new_asked.emit(name)
        else:
            self.board.setFocus()

    @Slot()
    def _open(self) -> None:
        if self._is_named():
            self.open_asked.emit()

    @Slot()
    def _open_recent(self) -> None:
        button = self.sender()
        if isinstance(button, CommandButton) and self._is_named():
            self.recent_asked.emit(str(button.property("path")))
