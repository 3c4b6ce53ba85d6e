"""One member's line of a named vote: the name, and a cell for each way of voting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from boardroom.domain.words import VoteOption
from boardroom.ui.kit.marks import MARK_HEIGHT, MARK_WIDTH, paint_mark, sector_name
from boardroom.ui.kit.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from boardroom.store.queries.voters import VoterView

OPTIONS: dict[str, VoteOption] = {
    "Y": VoteOption.YES, "N": VoteOption.NO, "A": VoteOption.ABSTAIN, "X": VoteOption.NOT_VOTING,
}  # fmt: skip
_ROW, _CELL, _CELL_HEIGHT = 28, 26, 20
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


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
        # Painted anew as the pointer comes and goes.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
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
        self.setAccessibleName(f"{self._called()}, {sector_name(self.voter.sector)}: {said}")

    def _called(self) -> str:
        """Return whose vote it is: a proxy's own, and the one for the absent member, are two."""
        if not self.voter.proxy_for:
            return self.voter.name
        return self.tr("{} for {}").format(self.voter.name, self.voter.proxy_for)

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

    def cell(self, option: VoteOption) -> QRect:
        """Return where the cell of a way of voting is."""
        return next(box for letter, box in self._cells() if OPTIONS[letter] is option)

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
        shown = QFontMetrics(painter.font()).elidedText(
            self._called(), Qt.TextElideMode.ElideRight, max(right - left, 0)
        )
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
            # Whoever points at a line reads what its cells mean.
            if chosen or self.hasFocus() or self.underMouse():
                painter.setPen(worn.colour("surface" if chosen else "muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
