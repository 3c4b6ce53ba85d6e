"""The second screen: what everybody in the room reads, and nothing that the public may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout
from typing_extensions import override

from boardroom.store.queries.projection import projection_of
from boardroom.store.queries.running import running_of
from boardroom.ui.kit.days import long_day
from boardroom.ui.kit.large import LargeLabel
from boardroom.ui.kit.tokens import DARK
from boardroom.ui.pages.apart import Apart, DrawnHead
from boardroom.ui.pages.projection.result import ResultBand
from boardroom.ui.pages.projection.words import (
    Wording,
    item_words,
    kept_words,
    kind_words,
    put_by,
    state_words,
    time_left,
)
from boardroom.ui.said import meeting_said

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.store.queries.projected_wording import Put
    from boardroom.store.queries.projection import ProjectionView
    from boardroom.store.queries.running import RunningView
    from boardroom.ui.desk import Desk

_SIDE, _FOOT, _BAND = 80, 104, 244


class Projection(Apart):
    """The second screen's window. It never takes the focus from the room."""

    concerns = (
        "sitting", "taking", "agenda_item", "meeting", "meeting_day", "meeting_board", "board", "motion", "decision",
        "vote_event", "vote", "sector_tally", "person", "organisation", "attendance",
    )  # fmt: skip
    drawn_head = DrawnHead(
        "ground", above=30, heading=50, least=26, left=40, clock=92,
        height=152, side=_SIDE, over=24, under=20, between=48,
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        """Build it out of sight."""
        super().__init__(desk)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowTitle(self.tr("Second screen – Boardroom"))
        self.setAccessibleName(self.tr("Second screen"))
        self._put: tuple[UUID, Put] | None = None
        self._view: ProjectionView | None = None
        self._running: RunningView | None = None
        self._blank = False
        self.wording, self.band = Wording(), ResultBand()
        self.next = LargeLabel(30, 600)
        self.coming = LargeLabel(30, least=20)
        self.coming.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.board = LargeLabel(30, 400, "muted", least=20)
        self.board.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self.setMinimumSize(320, 180)
        self.resize(960, 540)

    def _lay_out(self) -> None:
        self._foot, self._dark = QFrame(), QFrame()
        self._foot.setProperty("role", "bar")
        # A dark ground in every theme: it says nothing, and lights up nothing.
        self._dark.setStyleSheet(f"background: {DARK.sunken};")
        self._dark.setAccessibleName(self.tr("The second screen is blank"))
        self._below = QHBoxLayout(self._foot)
        self._below.addWidget(self.next)
        self._below.addWidget(self.coming, 3)
        self._below.addWidget(self.board, 2)
        self._lit = QFrame()
        self._lit.setProperty("role", "surface")
        column = QVBoxLayout(self._lit)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rule = QFrame()
        rule.setProperty("role", "rule")
        for part, stretch in ((self.head, 0), (rule, 0), (self.wording, 1), (self.band, 0), (self._foot, 0)):
            column.addWidget(part, stretch)
        self._stack = QStackedLayout(self)
        # Words give way to the window, not the window to words.
        self._stack.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)
        self._stack.addWidget(self._lit)
        self._stack.addWidget(self._dark)

    # What the room says

    @property
    def blank(self) -> bool:
        """Whether nothing is shown on purpose."""
        return self._blank

    def set_blank(self, *, blank: bool) -> None:
        """Show a plain dark ground, or the meeting again."""
        self._blank = blank
        self._stack.setCurrentWidget(self._dark if blank else self._lit)

    def put(self, item_id: UUID, put: Put) -> None:
        """Put a wording of an item on the screen; it stays until another item is taken."""
        self._put = (item_id, put)
        self.reload()

    # Showing

    @override
    def read(self) -> None:
        if self.meeting_id is None:
            return
        running = self.desk.read(running_of, self.meeting_id)
        if self._put is not None and self._put[0] != running.current:
            self._put = None
        put = self._put[1] if self._put is not None else None
        self._running = running
        self._view = self.desk.read(projection_of, self.meeting_id, running.current, put)
        self._show(self._view)

    @override
    def could_not_read(self) -> None:
        # What stood here may not be for the public any more.
        self._view = None
        for one in (self.above, self.heading, self.left, self.next, self.coming, self.board):
            one.say("")
        self.wording.say("", "", "")
        self.band.show_result(None)

    def _show(self, view: ProjectionView) -> None:
        item, wording = view.item, view.wording
        meeting = meeting_said(view.head)
        day = long_day(view.head.held_on) if view.head.name and view.head.held_on is not None else ""
        boards = " · ".join(name for _, name in view.head.boards)
        number = item_words(item)
        if wording is not None and item is not None:
            self.above.say(number)
            self.heading.say(item.title)
            self.wording.say(kind_words(wording), wording.wording, put_by(wording))
        elif item is not None:
            self.above.say(day)
            self.heading.say(meeting)
            self.wording.say(number, item.title or self.tr("Restricted item"), kept_words(item), large=True)
        else:
            self.above.say(day)
            self.heading.say(meeting)
            self.wording.say("", state_words(view.head, self._running), "", large=True)
        self.band.show_result(wording.result if wording is not None else None)
        coming = view.coming
        title = "" if coming is None else coming.title or self.tr("Restricted item")
        running = self._running
        goes_on = running is None or running.opened_at is None or running.in_session or running.adjourned
        shown = coming is not None and goes_on
        parts = (coming.number, title) if coming is not None and shown else ()
        self.next.say(self.tr("Next") if parts else "")
        self.coming.say("  ".join(filter(None, parts)))
        self.board.say(boards)
        self.fit()

    @override
    def tell_time(self) -> None:
        super().tell_time()
        running, view = self._running, self._view
        words, over = "", False
        # How long a restricted item takes is not told.
        if running is not None and view is not None and view.item is not None and not view.item.restricted:
            words, over = time_left(running, view.item.id, self.desk.now)
        self.say_left(words, over=over)

    @override
    def fit(self) -> None:
        super().fit()
        scale, px = self.scale, self.px
        side = px(_SIDE)
        self._foot.setFixedHeight(px(_FOOT))
        self._below.setContentsMargins(side, px(16), side, px(16))
        self._below.setSpacing(px(32))
        self.wording.set_scale(scale, side)
        self.band.set_scale(scale, side, px(_BAND))
