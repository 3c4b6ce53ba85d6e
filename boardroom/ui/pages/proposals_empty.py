"""The page of proposals before there is one: what the columns will hold, and how the first comes about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boardroom.domain.words import Sector
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.keys import KeyHint
from boardroom.ui.kit.marks import SectorMark
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label
from boardroom.ui.pages.proposals_words import COLUMNS, state_teaches, state_tone, state_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class NoProposals(QScrollArea):
    """The five states with their meaning, one sentence, one button, and the other way to begin."""

    def __init__(self, first: QPushButton, parent: QWidget | None = None) -> None:
        """Build it.

        Args:
            first: records the first proposal.
            parent: where it stands.
        """
        super().__init__(parent)
        # In a low window it scrolls; it never holds the page open.
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "ground")
        inside = QWidget()
        inside.setProperty("role", "ground")
        self._states = QGridLayout()
        for place, state in enumerate(COLUMNS):
            rule = QFrame()
            rule.setProperty("role", "heavy rule")
            self._states.addWidget(rule, 0, place)
            self._states.addWidget(label(state_words(state), "section"), 1, place)
            teaches = hint(state_teaches(state))
            self._states.addWidget(teaches, 2, place, Qt.AlignmentFlag.AlignTop)
            self._states.setColumnStretch(place, 1)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._states)
        sentence = self.tr("When a partner says how a service could be better, it is kept here until it has an answer.")
        whole.addWidget(Empty(sentence, first, self._also()), 1)
        self.setWidget(inside)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _also(self) -> QWidget:
        """Show what recording one in a meeting comes to."""
        also, px = QWidget(), theme().px
        column = QVBoxLayout(also)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        key = QHBoxLayout()
        key.addWidget(label(self.tr("In a meeting, at the agenda item where it comes up"), "field"))
        key.addWidget(KeyHint(COMMANDS["record.proposal"].key))
        key.addStretch(1)
        example = QHBoxLayout()
        example.setSpacing(px(8))
        example.addWidget(SectorMark(Sector.SERVICE_USERS))
        example.addWidget(label(self.tr("Ask young carers before the survey goes out")))
        example.addWidget(Chip(state_words(None), state_tone(None)))
        example.addStretch(1)
        column.addLayout(key)
        column.addLayout(example)
        return also

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._states.setContentsMargins(px(24), px(16), px(24), 0)
        self._states.setHorizontalSpacing(px(12))
        self._states.setVerticalSpacing(px(4))
