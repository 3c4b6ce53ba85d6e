"""The chair's window: agenda, clock, quorum, who was not heard, and what must be said next. It only reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from boardroom.domain.said_next import said_next
from boardroom.store.queries.chair import chair_of
from boardroom.ui.kit.meters import QuorumMeter
from boardroom.ui.kit.theme import theme
from boardroom.ui.pages.apart import Apart, DrawnHead
from boardroom.ui.pages.meeting.quorum_words import quorum_sentence, quorum_tracks
from boardroom.ui.pages.projection.words import state_words, time_left
from boardroom.ui.pages.room.chair_agenda import ChairAgenda
from boardroom.ui.pages.room.chair_parts import NotHeard, ToBeSaid
from boardroom.ui.said import meeting_said

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from boardroom.store.queries.chair import ChairView
    from boardroom.ui.desk import Desk

_AGENDA, _PAD = 400, 18
_AGENDA_FROM = 1150
_SMALLEST = 0.62
"""Below this nobody reads it from a metre; the agenda gives way instead."""


class ChairWindow(Apart):
    """A window for who presides, to be read from a metre away."""

    concerns = (
        "sitting", "taking", "heard", "agenda_item", "meeting", "meeting_day", "meeting_board", "board", "point",
        "proposal", "proposer", "attendance", "attendance_item", "stay", "declaration", "declaration_item", "presiding",
        "seat", "membership", "terms_of_reference", "quorum_need", "person", "strand", "strand_stage", "call",
        "involvement", "answer",
    )  # fmt: skip
    drawn = (1280, 800)
    drawn_head = DrawnHead(
        "surface", above=22, heading=40, least=22, left=40, clock=68, height=132, side=28, over=16, under=14, between=32
    )

    def __init__(self, desk: Desk) -> None:
        """Build it out of sight."""
        super().__init__(desk)
        self.setWindowTitle(self.tr("Chair’s window – Boardroom"))
        self.setAccessibleName(self.tr("Chair’s window"))
        self._view: ChairView | None = None
        self.agenda, self.to_be_said, self.not_heard = ChairAgenda(), ToBeSaid(), NotHeard()
        self.meters: list[QuorumMeter] = []
        self._lay_out()
        self.setMinimumSize(320, 240)
        self.resize(1100, 700)

    def _lay_out(self) -> None:
        self._body, self._low = QFrame(), QFrame()
        self._body.setProperty("role", "surface")
        self._low.setProperty("role", "ground")
        self._quorums = QVBoxLayout()
        self._bottom = QHBoxLayout(self._low)
        quorums = QVBoxLayout()
        quorums.addLayout(self._quorums)
        quorums.addStretch(1)
        self._bottom.addLayout(quorums, 1)
        self._bottom.addWidget(self.not_heard, 1)
        right = QVBoxLayout(self._body)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.to_be_said)
        right.addLayout(self._middle, 1)
        right.addWidget(self._low)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.agenda)
        self._upright = _rule("upright")
        below.addWidget(self._upright)
        below.addWidget(self._body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        # Words give way to the window, not the window to words.
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self.head)
        whole.addWidget(_rule("rule"))
        whole.addLayout(below, 1)

    @override
    def read(self) -> None:
        if self.meeting_id is not None:
            self._view = self.desk.read(chair_of, self.meeting_id, self.desk.now)
            self._show(self._view)

    @override
    def could_not_read(self) -> None:
        self._view = None
        self.above.say("")
        self.left.say("")
        self.heading.say(self.tr("This meeting can’t be read."))
        self.agenda.show_agenda((), None)
        self.to_be_said.show_sayings(())
        self.not_heard.show_sectors((), taken=False)
        for meter in self.meters:
            meter.hide()

    def _show(self, view: ChairView) -> None:
        running = view.running
        item = next((one for one in view.agenda if one.id == running.current), None)
        number = self.tr("Item {}").format(item.number) if item is not None and item.number else ""
        self.above.say(" · ".join(filter(None, (number, meeting_said(view.head)))))
        self.heading.say(item.title if item is not None else state_words(view.head, running))
        self.agenda.show_agenda(view.agenda, running.current)
        self.not_heard.show_sectors(view.not_heard, taken=running.current is not None)
        while len(self.meters) < len(view.quorums):
            meter = QuorumMeter()
            self.meters.append(meter)
            self._quorums.addWidget(meter)
        for at, meter in enumerate(self.meters):
            meter.setVisible(at < len(view.quorums))
            if at < len(view.quorums):
                one = view.quorums[at]
                words = quorum_sentence(one, of_item=running.current is not None)
                named = f"{one.board}: {words}" if len(view.quorums) > 1 else words
                meter.show_quorum(named, quorum_tracks(one))
        self.fit()

    @override
    def tell_time(self) -> None:
        super().tell_time()
        now, view = self.desk.now, self._view
        if view is None:
            return
        words, over, seconds = "", False, 0
        current = view.running.current
        if current is not None:
            words, over = time_left(view.running, current, now)
            seconds = view.running.used_by(current, now) - 60 * (view.running.planned.get(current) or 0) if over else 0
        self.say_left(words, over=over)
        self.to_be_said.show_sayings(said_next(view.facts, seconds))

    @property
    @override
    def scale(self) -> float:
        return max(_SMALLEST, super().scale)

    @override
    def fit(self) -> None:
        super().fit()
        scale, px = self.scale, self.px
        roomy = self.width() >= px(_AGENDA_FROM)
        self.agenda.setVisible(roomy)
        self._upright.setVisible(roomy)
        self.agenda.setFixedWidth(px(_AGENDA))
        self.agenda.set_scale(scale)
        self._middle.setContentsMargins(px(28), px(24), px(28), px(8))
        self._low.setFixedHeight(min(px(self.not_heard.drawn_height() + 2 * _PAD), self.height() // 2))
        self._bottom.setContentsMargins(px(28), px(_PAD), px(28), px(_PAD))
        self._bottom.setSpacing(px(32))
        self.to_be_said.set_scale(scale)
        self.not_heard.set_scale(scale)
        for meter in self.meters:
            # It is drawn in the measures of the theme.
            meter.magnify(1.7 * scale / theme().scale / max(1, len(self.meters) ** 0.5))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _rule(role: str) -> QFrame:
    made = QFrame()
    made.setProperty("role", role)
    return made
