"""One strand beside the list: its warning, the timeline or its table, what is proposed on it, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from boardroom.store.queries.strands import meeting_of
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.icons import icon
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label, plain_tooltip
from boardroom.ui.links import Link, link_to
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.strands.about import About
from boardroom.ui.pages.strands.by_hand import ask_about
from boardroom.ui.pages.strands.chart import chart_of
from boardroom.ui.pages.strands.conflicts_out import ConflictsOut
from boardroom.ui.pages.strands.legend import Legend
from boardroom.ui.pages.strands.stages import StageDays
from boardroom.ui.pages.strands.table import table_rows
from boardroom.ui.pages.strands.timeline import Timeline
from boardroom.ui.pages.strands.value import Value
from boardroom.ui.pages.strands.words import early_words, gap_left, gap_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from boardroom.domain.involvement import Part
    from boardroom.store.queries.strands import StrandPage
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.row_data import RowData

_TABLE_ROWS = 10


class StrandDetail(QScrollArea):
    """All of one strand, in a column that scrolls; its fields save when they are left."""

    call_asked = Signal()
    """The warning’s button: a call is to be opened on it."""
    agenda_asked = Signal()
    """The warning’s other button: it is to stand on the next agenda."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self.page: StrandPage | None = None
        self._lines: Sequence[RowData] = ()
        self._parts: dict[int, Part] = {}
        self.asking = Asking()
        self._warning, self._sign, self._warned = QFrame(), QLabel(), label("", "caution")
        self._how = self.tr("Arrow keys go from mark to mark in the timeline, and Enter opens one.")
        self.timeline, self.legend, self._said = Timeline(), Legend(), hint(self._how)
        self.table = Rows(self.tr("Who took part, and when"))
        self.value = Value(desk)
        self.conflicts = ConflictsOut(desk)
        self.stages, self.about = StageDays(desk), About(desk, self.asking)
        self.call, self.agenda = self._button("strands.call"), self._button("strands.agenda")
        self._lay_out()
        self.timeline.said.connect(self._on_said)
        self.timeline.opened.connect(self._open)
        self.table.opened.connect(self._on_opened)
        self.table.feed(self._fetch)
        self.call.clicked.connect(self.call_asked)
        self.agenda.clicked.connect(self.agenda_asked)
        self.asking.asked.connect(self._show_asking)
        desk.flush_wanted.connect(self.commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _button(self, command: str) -> CommandButton:
        return CommandButton(COMMANDS[command].said, COMMANDS[command].key, role="small")

    def _lay_out(self) -> None:
        # It is always there: a bar that came and went would change the width, and with it the height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "ground")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._warning.setProperty("role", "warning")
        self._warned.setWordWrap(True)
        self._within = QGridLayout(self._warning)
        self._within.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._within.addWidget(self._warned, 0, 1)
        self._within.setColumnStretch(1, 1)
        self._picture = QWidget()
        self._drawn = QVBoxLayout(self._picture)
        self._drawn.setContentsMargins(0, 0, 0, 0)
        for drawn in (self.timeline, self.legend, self._said):
            self._drawn.addWidget(drawn)
        self._views = QStackedWidget()
        self._views.addWidget(self._picture)
        self._views.addWidget(self.table)
        self._views.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        body = QWidget()
        body.setProperty("role", "ground")
        self._column = QVBoxLayout(body)
        for part in self._parts_in_order():
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(body)

    def _parts_in_order(self) -> tuple[QWidget, ...]:
        above = (self._warning, self.asking, self.conflicts)
        return (*above, self._views, _rule(), self.value, _rule(), self.stages, self.about)

    # Showing

    def show_strand(self, page: StrandPage, why_no_agenda: str) -> None:
        """Show a strand; what is being typed into the same one stays.

        Args:
            page: the strand.
            why_no_agenda: why it can't be put on the next agenda; empty where it can.
        """
        same = self.page is not None and self.page.id == page.id
        if not same:
            # What was typed for the one before is saved there first.
            self.commit()
            self.asking.withdraw()
            self.verticalScrollBar().setValue(0)
        self.page = page
        today = self._desk.today
        chart = chart_of(page, today)
        self._warning.setVisible(page.gap is not None)
        if page.gap is not None:
            self._warned.setText(f"{gap_named(page.gap.sectors)} {gap_left(page, today)}")
        self.call.explain(self._desk.read_only)
        self.agenda.explain(self._desk.read_only or why_no_agenda)
        self.timeline.show_chart(chart, page.name, same=same)
        self.legend.say(early_words(chart))
        self._parts, self._lines = table_rows(chart)
        self.table.reload()
        self._fit_views()
        self.value.show_strand(page.id)
        self.stages.show_stages(page, same=same)
        self.about.show_strand(page, same=same)

    @Slot()
    def commit(self) -> None:
        """Save what was typed and not left yet."""
        self.stages.form.commit()
        self.about.form.commit()

    # What the page asks

    def is_table(self) -> bool:
        """Whether the timeline is shown as lines to read."""
        return self._views.currentIndex() == 1

    def turn(self) -> None:
        """Show the picture, or the same as lines, and put the focus there."""
        self._views.setCurrentIndex(0 if self.is_table() else 1)
        self._fit_views()
        self.focus_timeline()

    def focus_timeline(self) -> None:
        """Put the focus on the picture, or on the lines."""
        shown = self.table if self.is_table() else self.timeline
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.is_table() and self.table.chosen_id() is None:
            self.table.choose_first()
        self.ensureWidgetVisible(shown)

    def focus_stages(self) -> None:
        """Put the caret where the next stage is planned."""
        field = next(iter(self.stages.planned.values()))
        field.setFocus()
        self.ensureWidgetVisible(field)

    def focus_about(self) -> None:
        """Put the caret into the name."""
        self.about.focus_new()
        self.ensureWidgetVisible(self.about.name)

    def source(self) -> Part | None:
        """Return what is chosen in the picture, or in the lines."""
        if self.is_table():
            return self._parts.get(self.table.chosen_id())
        spot = self.timeline.spot()
        return next((one for one in spot.parts if one.occasion is spot.kind), None) if spot is not None else None

    def open_source(self) -> None:
        """Show where what is chosen was recorded, as Enter does."""
        part = self.source()
        if part is not None:
            self._open(part)

    def _link(self, part: Part) -> Link | None:
        if part.id is None:
            return None
        if part.entity == "proposal":
            return link_to("proposal", part.id)
        found = self._desk.read(meeting_of, part.entity, part.id)
        return Link("meeting", "agenda_item", found[1], found[0], found[1]) if found is not None else None

    @Slot(object)
    def _open(self, part: Part) -> None:
        if part.entity == "involvement" and part.id is not None:
            ask_about(self._desk, self.asking, part.id)
            return
        link = self._link(part)
        if link is not None:
            self._desk.show(link)

    @Slot(object)
    def _on_opened(self, row_id: int) -> None:
        if row_id in self._parts:
            self._open(self._parts[row_id])

    @Slot(str)
    def _on_said(self, sentence: str) -> None:
        self._said.setText(sentence or self._how)
        if not sentence:
            return
        at = self.timeline.mapTo(self.widget() or self, self.timeline.at())
        self.ensureVisible(at.x(), at.y(), 0, theme().px(48))
        if self._said.visibleRegion().isEmpty():
            # In a low window the sentence below is out of sight.
            QToolTip.showText(self.timeline.mapToGlobal(self.timeline.at()), plain_tooltip(sentence), self.timeline)

    @Slot()
    def _show_asking(self) -> None:
        self.verticalScrollBar().setValue(0)

    def _fetch(self, after: int | None, limit: int) -> Sequence[RowData]:
        start = 0 if after is None else after + 1
        return self._lines[start : start + limit]

    # Measures

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Put the buttons beside the warning where there is room, else below it."""
        wide = self.viewport().width() >= theme().px(680)
        for at, button in enumerate((self.agenda, self.call)):
            self._within.addWidget(button, 0 if wide else 1 + at, 2 + at if wide else 1, Qt.AlignmentFlag.AlignLeft)

    def _fit_views(self) -> None:
        high = sum(max(self.table.sizeHintForRow(row), 0) for row in range(min(len(self._lines), _TABLE_ROWS)))
        self.table.setMinimumHeight(max(high, theme().px(36)) + 2 if self.is_table() else 0)
        # A stack is as high as its highest page; the one that isn't shown takes no room.
        for shown in (self._picture, self.table):
            taken = shown is self._views.currentWidget()
            policy = QSizePolicy.Policy.Preferred if taken else QSizePolicy.Policy.Ignored
            shown.setSizePolicy(QSizePolicy.Policy.Preferred, policy)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        side = px(20)
        self._sign.setPixmap(icon("warning-fill", "caution").pixmap(side, side))
        self._sign.setFixedWidth(side)
        self._column.setContentsMargins(px(24), px(12), px(16), px(24))
        self._column.setSpacing(px(12))
        self._drawn.setSpacing(px(4))
        self._within.setContentsMargins(px(12), px(6), px(12), px(6))
        self._within.setHorizontalSpacing(px(8))
        self._within.setVerticalSpacing(px(6))
        self._place_buttons()
        self._fit_views()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    return rule
