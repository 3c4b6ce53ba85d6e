"""A named vote, member by member: Y, N, A and X set a vote and go on to the next member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from boardroom.domain.words import VoteOption
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark, sector_name
from boardroom.ui.kit.theme import theme, wardrobe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from boardroom.store.queries.voters import VoterView

OPTIONS: dict[str, VoteOption] = {
    "Y": VoteOption.YES, "N": VoteOption.NO, "A": VoteOption.ABSTAIN, "X": VoteOption.NOT_VOTING,
}  # fmt: skip
_ROW, _CELL, _CELL_HEIGHT = 28, 26, 20
_TWO_FROM = 560
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


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
        """Show members, and how those voted who have."""
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
        self._stop_at(next((row for row in self._rows if row.voter.may), None))

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

    @Slot(str)
    def _on_key(self, key: str) -> None:
        row = self.sender()
        if not isinstance(row, MemberRow):
            return
        at = self._rows.index(row)
        if key == "rest":
            for one in self._rows:
                if one.voter.may and one.option is None:
                    one.vote(VoteOption.YES)
            self.changed.emit()
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
        for before, after in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, self._columns - 1)


class MemberRow(QWidget):
    """One member: the sector's mark where it begins, the name, and four cells; or why there is no vote."""

    asked = Signal(str)
    """A letter of a vote, or what else a key means: rest, clear, up, down."""
    clicked = Signal(str)
    """The letter of a cell; empty for the name."""

    def __init__(self, voter: VoterView, option: VoteOption | None, *, leads: bool) -> None:
        """Show a member.

        Args:
            voter: who it is.
            option: how they voted, if they have.
            leads: whether their sector begins here.
        """
        super().__init__()
        self.voter, self.option, self.leads = voter, option, leads
        self.locked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def vote(self, option: VoteOption | None) -> None:
        """Set a vote, or take it back."""
        if self.voter.may and not self.locked:
            self.option = option
            self._say()
            self.update()

    def _say(self) -> None:
        said = str(self.option) if self.option is not None else self._why() or self.tr("no vote yet")
        self.setAccessibleName(f"{self.voter.name}, {sector_name(self.voter.sector)}: {said}")

    def _why(self) -> str:
        if self.voter.may:
            return ""
        if self.voter.recused:
            return self.tr("recused, not counted")
        return self.tr("absent") if self.voter.absent else self.tr("no vote")

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(260), theme().px(_ROW))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._meant(event):
            # Here these letters are votes, whatever they are elsewhere in the window.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = self._meant(event)
        if meant and not (self.locked and meant not in {"up", "down"}):
            self.asked.emit(meant)
        else:
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> str:
        keys = {
            Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Backspace: "clear", Qt.Key.Key_Delete: "clear",
        }  # fmt: skip
        letter = event.text().upper()
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            return "rest" if letter == "Y" else ""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        return letter if letter in OPTIONS else keys.get(Qt.Key(event.key()), "")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.voter.may or self.locked:
            return
        place = event.position().toPoint()
        letter = next((one for one, box in self._cells() if box.contains(place)), "")
        self.clicked.emit(letter)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _cells(self) -> list[tuple[str, QRect]]:
        px = theme().px
        left = self.width() - px(4) - len(OPTIONS) * px(_CELL)
        top = (self.height() - px(_CELL_HEIGHT)) // 2
        return [
            (letter, QRect(left + number * px(_CELL), top, px(_CELL), px(_CELL_HEIGHT)))
            for number, letter in enumerate(OPTIONS)
        ]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        px = worn.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(worn.colour("accent"), 2))
            painter.setBrush(worn.colour("tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        if self.leads:
            top = (self.height() - px(MARK_HEIGHT)) / 2
            paint_mark(painter, QRectF(px(4), top, px(MARK_WIDTH), px(MARK_HEIGHT)), self.voter.sector)
        left = px(4 + MARK_WIDTH + 8)
        cells = self._cells()
        right = cells[0][1].left() - px(8) if self.voter.may else self.width() - px(4)
        painter.setFont(worn.font(12))
        why = self._why()
        if why:
            painter.setPen(worn.colour("muted"))
            painter.drawText(QRect(left, 0, right - left, self.height()), _RIGHT, why)
            right -= QFontMetrics(painter.font()).horizontalAdvance(why) + px(8)
        painter.setFont(worn.font(14))
        painter.setPen(worn.colour("text" if self.voter.may else "muted"))
        name = self.voter.name
        if self.voter.proxy_for:
            name = self.tr("{} for {}").format(name, self.voter.proxy_for)
        shown = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, max(right - left, 0))
        painter.drawText(QRect(left, 0, max(right - left, 0), self.height()), _MIDDLE, shown)
        if self.voter.may:
            self._paint_cells(painter, cells)
        painter.end()

    def _paint_cells(self, painter: QPainter, cells: Sequence[tuple[str, QRect]]) -> None:
        worn = theme()
        painter.setFont(worn.font(12, 700))
        for letter, box in cells:
            chosen = self.option is OPTIONS[letter]
            painter.setPen(QPen(worn.colour("edge"), worn.edge_width))
            painter.setBrush(worn.colour("text" if chosen else "surface"))
            painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
            if chosen or self.hasFocus():
                painter.setPen(worn.colour("surface" if chosen else "muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
