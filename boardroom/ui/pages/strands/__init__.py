"""Strands: the services being planned, each with its timeline of who took part and when."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.stages import stage_on
from boardroom.services.strands import add_strand
from boardroom.store.queries.meeting_list import next_meeting
from boardroom.store.queries.strands import strand_page, strand_rows
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.beside import Beside
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.count_heading import CountHeading
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint
from boardroom.ui.links import Link
from boardroom.ui.pages.elsewhere import not_here
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.strands import done
from boardroom.ui.pages.strands.by_hand import ask_who_took_part
from boardroom.ui.pages.strands.detail import StrandDetail
from boardroom.ui.pages.strands.words import gap_named, stage_line, stage_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.meeting_list import MeetingRow
    from boardroom.store.queries.strands import StrandPage, StrandRow
    from boardroom.ui.desk import Desk

_LIST = 216
_ENDLESS = 16777215


class StrandsPage(Page):
    """The plan's strands in a list, and the chosen one's timeline beside it."""

    id: ClassVar[str] = "strands"
    concerns: ClassVar[tuple[str, ...]] = (
        "strand",
        "strand_stage",
        "strand_sum",
        "priority",
        "outcome",
        "involvement",
        "agenda_item",
        "attendance",
        "attendance_item",
        "stay",
        "taking",
        "declaration",
        "declaration_item",
        "point",
        "heard",
        "call",
        "proposal",
        "proposer",
        "answer",
        "estimate",
        "proposal_outcome",
        "meeting",
        "meeting_day",
        "meeting_board",
        "terms_of_reference",
        "organisation",
        "organisation_status",
        "seat",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._strands: Sequence[StrandRow] = ()
        self._next: MeetingRow | None = None
        self._wanted_id: UUID | None = None
        self._heading = CountHeading(self.tr("Strands"))
        self.rows = Rows(self.tr("Strands"))
        self.detail = StrandDetail(desk)
        self.detail.call_asked.connect(self._call)
        self.detail.agenda_asked.connect(self._bring)
        self.detail.timeline.said.connect(self._on_said)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above = QVBoxLayout()
        self._above.addWidget(self._heading)
        column.addLayout(self._above)
        column.addWidget(self.rows, 1)
        self.beside = Beside(self._left, self.detail, self.tr("Choose a strand to see who took part, and when."))
        self.first = CommandButton(self.tr("Plan the first strand"), COMMANDS["strands.new"].key, "plus", main=True)
        self.first.clicked.connect(self._new)
        teaches = self.tr("A strand is one service that the board plans. Here you see who takes part in it, from when.")
        also = self.tr("Agenda items that are put on a strand, proposals and calls fill its timeline by themselves.")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.beside)
        self._stack.addWidget(Empty(teaches, self.first, hint(also)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.rows.feed(self._fetch)
        self.rows.chosen.connect(self._on_chosen)
        self.rows.opened.connect(self._on_opened)
        wardrobe().changed.connect(self._fit)
        self._fit()

    # What the window asks

    @override
    def head(self) -> Head:
        page = self._page()
        if not self._strands:
            return Head(self.tr("Strands"), self.tr("None yet"))
        if page is None:
            return Head(self.tr("Strands"), "", "", ("strands.new",))
        context = self.tr("Priority: {}").format(page.priority) if page.priority else ""
        if page.ended is not None and page.ended <= self.desk.today:
            chip = self.tr("Ended")
        else:
            chip = stage_name(stage_on(page.stages, self.desk.today))
        return Head(page.name, context, chip, ("strands.new", "strands.call"))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "strands.new": self._new,
            "strands.call": self._call,
            "strands.order": self.detail.value.ask_order,
            "strands.conflicts": self._write_conflicts,
            "strands.agenda": self._bring,
            "strands.begin": self._begin,
            "strands.decides": self._ask_who_decides,
            "strands.sum": self._ask_sum,
            "strands.involved": self._ask_who_took_part,
            "strands.end": self._end,
            "strands.source": self.detail.open_source,
            "strands.up": self._up,
            "strands.down": self._down,
            "strands.remove": self._remove,
            "strands.table": self._turn,
            "strands.stages": self._to_stages,
            "strands.about": self._to_about,
        }

    @override
    def why_not(self, command: str) -> str:
        if command == "strands.new":
            return "" if self.desk.board_id is not None else self.tr("there is no board")
        page = self._page()
        if page is None:
            return self.tr("no strand is chosen") if self._strands else self.tr("there is no strand yet")
        reasons = {
            "strands.agenda": self._why_no_agenda(),
            "strands.begin": self.tr("it is at its last stage") * (done.stage_to_begin(page, self.desk.today) is None),
            "strands.up": self.tr("it is the first one") * (page.id == self._beside(page.id)[0]),
            "strands.down": self.tr("it is the last one") * (page.id == self._beside(page.id)[-1]),
            "strands.source": self.tr("no mark of the timeline is chosen") * (self.detail.source() is None),
        }
        return reasons.get(command, "")

    def _why_no_agenda(self) -> str:
        if self._next is None:
            return self.tr("no meeting is planned")
        return self.tr("notice of the next meeting was given") if self._next.notice_given_on is not None else ""

    @override
    def open(self, link: Link) -> None:
        if link.entity == "strand" and link.id is not None:
            self._wanted_id = link.id
            self._stale = True

    @override
    def link(self) -> Link:
        chosen = self.rows.chosen_id()
        return Link(self.id, "strand", chosen) if chosen is not None else Link(self.id)

    @override
    def step_out(self) -> bool:
        return self.detail.asking.withdraw() or self.beside.step_out(self.rows)

    @override
    def columns(self) -> list[QWidget]:
        return [self.rows, self.detail] if self.beside.is_wide() else [self.rows]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self.detail:
            self.beside.open_detail()
            self.detail.focus_timeline()
        else:
            self._focus_list()

    @override
    def focus(self) -> None:
        if self._strands:
            self._focus_list()
        else:
            self.first.setFocus()

    def _focus_list(self) -> None:
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self.rows.setFocus()

    # Reading

    @override
    def reload(self) -> None:
        board_id, today = self.desk.board_id, self.desk.today
        self._strands = self.desk.read(strand_rows, board_id, today) if board_id is not None else ()
        self._next = self.desk.read(next_meeting, board_id, today) if board_id is not None else None
        self.first.setEnabled(not self.desk.read_only)
        self._stack.setCurrentIndex(0 if self._strands else 1)
        self._heading.say(str(len(self._strands)))
        self.rows.reload()
        wanted, self._wanted_id = self._wanted_id, None
        if wanted is not None and not self.rows.choose(wanted):
            gone = self.tr("That strand is not in this board’s plan any more.")
            self.desk.tell(not_here(self.desk, "strand", wanted, gone))
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self._show_chosen()

    def _fetch(self, after: int | None, limit: int) -> list[RowData]:
        today, start = self.desk.today, 0 if after is None else after + 1
        shown = enumerate(self._strands[start : start + limit], start=start)
        return [_row(one, at, stage_line(one.stage, one.ended, today)) for at, one in shown]

    def _show_chosen(self) -> None:
        chosen = self.rows.chosen_id()
        there = chosen is not None and any(one.id == chosen for one in self._strands)
        if there:
            self.detail.show_strand(self.desk.read(strand_page, chosen, self.desk.today), self._why_no_agenda())
        self.beside.fill(chosen=there)

    def _page(self) -> StrandPage | None:
        page, chosen = self.detail.page, self.rows.chosen_id()
        # While strands are read again, the one that stands beside them may be gone.
        there = page is not None and page.id == chosen and any(one.id == chosen for one in self._strands)
        return page if there else None

    @Slot(object)
    def _on_chosen(self, _id: object) -> None:
        self._show_chosen()
        self.head_changed.emit()
        self.commands_changed.emit()

    @Slot(str)
    def _on_said(self, _sentence: str) -> None:
        self.commands_changed.emit()

    @Slot(object)
    def _on_opened(self, _id: object) -> None:
        self.beside.open_detail()
        self.detail.focus_timeline()

    # What is done

    @Slot()
    def _new(self) -> None:
        if self.desk.board_id is None:
            return
        taken = {one.name.casefold() for one in self._strands}
        name = self.tr("New strand")
        free = next(one for one in _names(name) if one.casefold() not in taken)
        new = self.desk.attempt(self.tr("Put a strand into the plan"), add_strand, self.desk.board_id, free)
        if new is not None:
            self.rows.choose(new.value.id)
            self._to_about()

    @Slot()
    def _call(self) -> None:
        page = self._page()
        if page is not None:
            self.desk.show(Link("calls", "strand", page.id))

    def _write_conflicts(self) -> None:
        page = self._page()
        if page is not None:
            self.beside.open_detail()
            self.detail.conflicts.ask(page.id)

    @Slot()
    def _bring(self) -> None:
        page = self._page()
        if page is not None and self._next is not None:
            done.bring(self.desk, page, self._next)

    def _begin(self) -> None:
        page = self._page()
        if page is not None:
            done.begin_next(self.desk, page)

    def _ask_who_decides(self) -> None:
        self.beside.open_detail()
        self.detail.about.ask_who_decides()

    def _ask_who_took_part(self) -> None:
        page = self._page()
        if page is not None:
            self.beside.open_detail()
            ask_who_took_part(self.desk, self.detail.asking, page.id)

    def _ask_sum(self) -> None:
        self.beside.open_detail()
        self.detail.about.ask_sum()

    def _end(self) -> None:
        page = self._page()
        if page is not None:
            done.end_or_go_on(self.desk, page)

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        page = self._page()
        if page is not None:
            beside = self._beside(page.id)
            at = beside.index(page.id) + by
            if 0 <= at < len(beside):
                done.move(self.desk, page, beside[at])

    def _beside(self, strand_id: UUID) -> list[UUID]:
        """Return the strands among which one is moved: those that go on, or those that ended, which stand last."""
        today = self.desk.today
        over = {one.id: one.ended is not None and one.ended <= today for one in self._strands}
        return [one for one, is_over in over.items() if is_over is over[strand_id]]

    def _remove(self) -> None:
        page = self._page()
        if page is not None and not self.detail.about.remove_focused():
            done.remove(self.desk, page)

    def _turn(self) -> None:
        self.beside.open_detail()
        self.detail.turn()

    def _to_stages(self) -> None:
        self.beside.open_detail()
        self.detail.focus_stages()

    def _to_about(self) -> None:
        self.beside.open_detail()
        self.detail.focus_about()

    # Measures

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        wide = self.width() >= px(800)
        self._above.setContentsMargins(px(16), px(12), px(12), px(8))
        self._left.setMaximumWidth(theme().px(_LIST) if wide else _ENDLESS)


def _names(name: str) -> Iterator[str]:
    """Give a name, then the same with a number, without an end."""
    yield name
    yield from (f"{name} {number}" for number in count(2))


def _row(one: StrandRow, at: int, line: str) -> RowData:
    warned = gap_named(one.gap.sectors) if one.gap is not None else ""
    return RowData(
        id=one.id,
        key=at,
        title=one.name,
        second_line=line,
        icon="warning-fill" if one.gap is not None else "",
        icon_tone="caution",
        spoken=", ".join(filter(None, (one.name, line, warned))),
    )
