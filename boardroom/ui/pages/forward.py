"""Forward plan: what comes to which meeting, by strand and stage, and the stages that no meeting takes yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.services.on_strand import bring_to_meeting
from boardroom.store.queries.forward import ForwardPlan, forward_plan
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.filters import FilterButton
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint
from boardroom.ui.links import Link
from boardroom.ui.pages.forward_rows import Line, rows_by_meeting, rows_by_strand
from boardroom.ui.pages.page import Head, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.row_data import RowData


class ForwardPage(Page):
    """One list, under its meetings or under its strands; Enter leads to where a row is worked on."""

    id: ClassVar[str] = "forward"
    concerns: ClassVar[tuple[str, ...]] = (
        "strand",
        "strand_stage",
        "agenda_item",
        "meeting",
        "meeting_day",
        "meeting_board",
        "board",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._plan: ForwardPlan | None = None
        self._rows: list[RowData] = []
        orders = [(False, self.tr("By meeting")), (True, self.tr("By strand"))]
        self.order = FilterButton(self.tr("Order"), orders, COMMANDS["forward.order"].key)
        self.order.chosen.connect(self._on_order)
        self.rows = Rows(self.tr("Forward plan"))
        self.rows.opened.connect(self._on_opened)
        self.rows.chosen.connect(self._on_chosen)
        self.first = CommandButton(self.tr("Plan a strand"), COMMANDS["go.strands"].key, "path", main=True)
        self.first.clicked.connect(self._to_strands)
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._above, self._filled = QHBoxLayout(), QWidget()
        self._above.addWidget(self.order)
        self._above.addStretch(1)
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above)
        column.addWidget(self.rows, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled)
        teaches = self.tr("What comes to which meeting stands here, as soon as strands have stages and items.")
        also = self.tr("An item is put on its strand on the page of its meeting.")
        self._stack.addWidget(Empty(teaches, self.first, hint(also)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    # What the window asks

    @override
    def head(self) -> Head:
        plan = self._plan
        if plan is None or not self._rows:
            return Head(self.tr("Forward plan"), self.tr("Nothing planned yet"))
        count = len(plan.meetings)
        context = self.tr("1 meeting planned") if count == 1 else self.tr("{} meetings planned").format(count)
        chip = self.tr("{} without a meeting").format(len(plan.without)) if plan.without else ""
        return Head(self.tr("Forward plan"), context, chip, ("forward.bring",))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "forward.bring": self._bring,
            "forward.strand": self._to_strand,
            "forward.order": self._other_order,
            "forward.document": self._show_document,
        }

    @override
    def why_not(self, command: str) -> str:
        line = self._chosen()
        if command in {"forward.bring", "forward.strand"} and line is None:
            return self.tr("nothing is chosen")
        if command == "forward.strand" and line is not None and line.strand_id is None:
            return self.tr("nothing on a strand is chosen")
        if command == "forward.bring" and line is not None:
            if line.item_id is not None or line.strand_id is None:
                return self.tr("choose a stage that has no meeting yet")
            if line.meeting_id is None:
                return self.tr("no meeting is planned in time")
        return ""

    @override
    def focus(self) -> None:
        if not self._rows:
            self.first.setFocus()
            return
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self.rows.setFocus()

    # Reading

    @override
    def reload(self) -> None:
        board_id = self.desk.board_id
        self._plan = None if board_id is None else self.desk.read(forward_plan, board_id, self.desk.today)
        self._feed()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()

    def _feed(self) -> None:
        plan = self._plan
        self._rows = [] if plan is None else rows_by_strand(plan) if self.order.value else rows_by_meeting(plan)
        self.rows.feed(self._fetch)
        self._stack.setCurrentIndex(0 if self._rows else 1)

    def _fetch(self, after: object, _limit: int) -> Sequence[RowData]:
        # They are all there at once.
        return self._rows if after is None else ()

    def _chosen(self) -> Line | None:
        chosen = self.rows.chosen_id()
        return chosen if isinstance(chosen, Line) else None

    # What is done

    @Slot(object)
    def _on_order(self, _by_strand: object) -> None:
        self._feed()
        self.focus()

    def _other_order(self) -> None:
        self.order.choose(not self.order.value)

    @Slot(object)
    def _on_chosen(self, _line: object) -> None:
        self.commands_changed.emit()

    @Slot(object)
    def _on_opened(self, line: object) -> None:
        if isinstance(line, Line):
            self.desk.show(line.link)

    def _bring(self) -> None:
        line, row = self._chosen(), self.rows.chosen_row()
        if line is None or line.strand_id is None or line.meeting_id is None:
            return
        label = self.tr("Bring to a meeting: {}").format(self._strand_named(line.strand_id, row))
        done = self.desk.attempt(label, bring_to_meeting, line.strand_id, line.meeting_id)
        if done is not None:
            self.rows.choose(self._line_of(done.value.id))

    def _line_of(self, item_id: UUID) -> object:
        lines = (one.id for one in self._rows if isinstance(one.id, Line))
        return next((line for line in lines if line.item_id == item_id), None)

    def _strand_named(self, strand_id: UUID, row: RowData | None) -> str:
        stages = self._plan.without if self._plan is not None else ()
        return next((one.strand for one in stages if one.strand_id == strand_id), row.title if row else "")

    def _to_strand(self) -> None:
        line = self._chosen()
        if line is not None and line.strand_id is not None:
            self.desk.show(Link("strands", "strand", line.strand_id))

    @Slot()
    def _to_strands(self) -> None:
        self.desk.show(Link("strands"))

    def _show_document(self) -> None:
        self.desk.show(Link("reports", "forward"))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._above.setContentsMargins(px(24), px(12), px(16), px(12))
        self._above.setSpacing(px(8))
