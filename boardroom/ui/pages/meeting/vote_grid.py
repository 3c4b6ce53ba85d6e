"""A named vote, member by member: Y, N, A and X set a vote and go on to the next member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import VoteOption
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.pages.meeting.vote_row import OPTIONS, MemberRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.voters import VoterView

_TWO_FROM = 560


class VoteGrid(QWidget):
    """The members by sector. One of them at a time is a stop of the Tab key; arrows go from one to the next."""

    changed = Signal()
    """A vote was set or taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it without members."""
        super().__init__(parent)
        self._rows: list[MemberRow] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(self.tr("Votes of the members"))
        wardrobe().changed.connect(self._relay)

    @property
    def rows(self) -> Sequence[MemberRow]:
        """The members' rows, in reading order."""
        return self._rows

    def show_voters(self, voters: Sequence[VoterView], votes: Mapping[UUID, VoteOption]) -> None:
        """Show members, and how those voted who have; the focus stays with its member, or goes to the next."""
        focused = next((at for at, row in enumerate(self._rows) if row.hasFocus()), None)
        onward = [] if focused is None else [row.voter.attendance_id for row in self._rows[focused:]]
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        before = None
        self._rows = []
        for voter in voters:
            row = MemberRow(voter, votes.get(voter.attendance_id), leads=voter.sector is not before)
            row.asked.connect(self._on_key)
            row.clicked.connect(self._on_clicked)
            before = voter.sector
            self._rows.append(row)
        self._columns = 0
        self._relay()
        able = {row.voter.attendance_id: row for row in self._rows if row.voter.may}
        first = next(iter(able.values()), None)
        if focused is None or first is None:
            self._stop_at(first)
        else:
            # Or else the next letter would be typed into something else.
            self._go_to(next((able[one] for one in onward if one in able), first))

    def votes(self) -> dict[UUID, VoteOption]:
        """Return how the members voted who have."""
        return {row.voter.attendance_id: row.option for row in self._rows if row.option is not None}

    def left(self) -> int:
        """Return how many have a vote and have not voted."""
        return sum(row.voter.may and row.option is None for row in self._rows)

    def set_locked(self, *, locked: bool) -> None:
        """Let votes be set, or not."""
        for row in self._rows:
            row.locked = locked

    def put_focus(self) -> None:
        """Put the focus on the first member who has not voted."""
        open_ones = [row for row in self._rows if row.voter.may and row.option is None]
        rows = open_ones or [row for row in self._rows if row.voter.may]
        if rows:
            self._go_to(rows[0])

    @Slot()
    def vote_the_rest(self) -> None:
        """Let all vote yes who may vote and have not voted."""
        for one in self._rows:
            if one.voter.may and one.option is None:
                one.vote(VoteOption.YES)
        self.changed.emit()

    @Slot(str)
    def _on_key(self, key: str) -> None:
        row = self.sender()
        if not isinstance(row, MemberRow):
            return
        at = self._rows.index(row)
        if key == "rest":
            self.vote_the_rest()
        elif key == "clear":
            row.vote(None)
            self.changed.emit()
        elif key in OPTIONS:
            row.vote(OPTIONS[key])
            self.changed.emit()
            self._step(at, 1)
        else:
            self._step(at, 1 if key == "down" else -1)

    @Slot(str)
    def _on_clicked(self, letter: str) -> None:
        row = self.sender()
        if isinstance(row, MemberRow):
            self._go_to(row)
            option = OPTIONS.get(letter)
            if option is not None:
                # A second click on the same cell takes the vote back.
                row.vote(None if row.option is option else option)
                self.changed.emit()

    def _step(self, at: int, by: int) -> None:
        ahead = self._rows[at + 1 :] if by > 0 else self._rows[:at][::-1]
        row = next((one for one in ahead if one.voter.may), None)
        if row is not None:
            self._go_to(row)

    def _go_to(self, row: MemberRow) -> None:
        self._stop_at(row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_at(self, stop: MemberRow | None) -> None:
        for row in self._rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted() != self._columns:
            self._relay()

    def _wanted(self) -> int:
        return 2 if self.width() >= theme().px(_TWO_FROM) else 1

    @Slot()
    def _relay(self) -> None:
        self._columns = self._wanted()
        self._grid.setHorizontalSpacing(theme().px(24))
        self._grid.setVerticalSpacing(0)
        # A sector isn't torn apart: the second column begins with one.
        half = (len(self._rows) + 1) // 2
        starts = [place for place, row in enumerate(self._rows) if row.leads]
        cut = min((place for place in starts if place >= half), default=len(self._rows))
        for place, row in enumerate(self._rows):
            second = self._columns > 1 and place >= cut
            self._grid.addWidget(row, place - cut if second else place, int(second))
            row.show()
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, self._columns - 1)
