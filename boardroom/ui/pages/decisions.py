"""The decision register: what was settled, how, and whether it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import ItemKind, LinkKind, Method, Result
from boardroom.services.agenda import add_item
from boardroom.services.decisions import record_decision, remove_decision
from boardroom.store.queries.decision_list import DecisionCounts, Wanted, count_decisions, decisions_page
from boardroom.store.queries.decision_page import decision_page
from boardroom.store.queries.meeting_list import next_meeting
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.beside import Beside
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import short_day
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.filters import FilterButton, FilterLine
from boardroom.ui.kit.row_model import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label
from boardroom.ui.links import Link
from boardroom.ui.pages.action_detail import short_name
from boardroom.ui.pages.decision_detail import DecisionDetail
from boardroom.ui.pages.decision_words import later_word, method_words, result_words
from boardroom.ui.pages.origin import origin_link
from boardroom.ui.pages.page import Head, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.store.queries.decision_list import DecisionRow
    from boardroom.store.queries.meeting_list import MeetingRow
    from boardroom.ui.desk import Desk

_ICONS = {
    Result.CARRIED: ("check-circle", "accent"),
    Result.CARRIED_AS_AMENDED: ("check-circle", "accent"),
    Result.CARRIED_IN_PART: ("circle-half", "accent"),
    Result.RECOMMENDED: ("paper-plane-tilt", "accent"),
    Result.LOST: ("x-circle", "danger"),
    Result.WITHDRAWN: ("x-circle", ""),
    Result.NOTED: ("note", ""),
    Result.DEFERRED: ("hourglass", ""),
    Result.REFERRED: ("arrow-right", ""),
    Result.REFERRED_BACK: ("arrow-left", ""),
}


class DecisionsPage(Page):
    """The register, narrowed as wanted, and the chosen decision beside it."""

    id: ClassVar[str] = "decisions"
    concerns: ClassVar[tuple[str, ...]] = (
        "decision",
        "decision_condition",
        "decision_link",
        "dissent",
        "vote_event",
        "vote",
        "sector_tally",
        "motion",
        "meeting",
        "meeting_day",
        "agenda_item",
        "seal",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._counts = DecisionCounts(by_result={}, to_ratify=0)
        self._next: MeetingRow | None = None
        self._wanted_id: UUID | None = None
        self.result = FilterButton(self.tr("Result"), self._results(), COMMANDS["decisions.result"].key)
        self.provisional = FilterButton(
            self.tr("Standing"), self._provisionals(), COMMANDS["decisions.provisional"].key
        )
        self.words = FilterLine(self.tr("Words"), COMMANDS["decisions.words"].key)
        self.result.chosen.connect(self._narrow)
        self.provisional.chosen.connect(self._narrow)
        self.words.narrowed.connect(self._narrow)
        self.words.left.connect(self._focus_list)
        self.rows = Rows(self.tr("Decision register"))
        self.rows.chosen.connect(self._on_chosen)
        self.rows.opened.connect(self._on_opened)
        self._none = label("", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self.detail = DecisionDetail(desk)
        self.detail.agenda_asked.connect(self._put_on_agenda)
        new = COMMANDS["decisions.new"]
        self.first = CommandButton(self.tr("Record the first decision"), new.key, "plus", main=True)
        self.first.clicked.connect(self._new)
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._filters, filters = QWidget(), QHBoxLayout()
        self._filters.setLayout(filters)
        filters.addWidget(self.result)
        filters.addWidget(self.provisional)
        filters.addWidget(self.words, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filters)
        self._list = QStackedWidget()
        self._list.addWidget(self.rows)
        self._list.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._beside = Beside(left, self.detail, self.tr("Choose a decision to see how it was reached."))
        below = hint(self.tr("In a meeting, decisions are recorded at their item; here, those between meetings."))
        empty = Empty(
            self.tr("What the board settles is kept here, with how it was settled and why."), self.first, below
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._beside)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    # What the window asks

    @override
    def head(self) -> Head:
        if not self._counts.total:
            return Head(self.tr("Decisions"), self.tr("None yet"))
        total = self._counts.total
        context = self.tr("1 decision") if total == 1 else self.tr("{} decisions").format(total)
        chip = self.tr("{} to ratify").format(self._counts.to_ratify) if self._counts.to_ratify else ""
        return Head(self.tr("Decisions"), context, chip, ("decisions.new",))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "decisions.new": self._new,
            "decisions.source": self._go_to_source,
            "decisions.remove": self._remove,
            "decisions.result": self.result.open_menu,
            "decisions.provisional": self._toggle_provisional,
            "decisions.words": self.words.setFocus,
        }

    @override
    def why_not(self, command: str) -> str:
        if command == "decisions.new":
            return "" if self.desk.board_id is not None else self.tr("there is no board")
        if command in {"decisions.source", "decisions.remove"}:
            if self.rows.chosen_id() is None:
                return self.tr("no decision is chosen")
            if command == "decisions.source" and self._origin() is None:
                return self.tr("it was taken between meetings")
        return ""

    @override
    def open(self, link: Link) -> None:
        if link.entity == "decision" and link.id is not None:
            self._wanted_id = link.id
            self._stale = True

    @override
    def link(self) -> Link:
        chosen = self.rows.chosen_id()
        return Link("decisions", "decision", chosen) if chosen is not None else Link("decisions")

    @override
    def step_out(self) -> bool:
        return self._beside.step_out(self.rows)

    @override
    def columns(self) -> list[QWidget]:
        return [self.rows, self.detail] if self._beside.is_wide() else [self.rows]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self.rows:
            self._focus_list()
        else:
            self._on_opened(self.rows.chosen_id())

    @override
    def focus(self) -> None:
        if not self._counts.total:
            self.first.setFocus()
        else:
            self._focus_list()

    # Reading

    @override
    def reload(self) -> None:
        board_id = self.desk.board_id
        if board_id is None:
            self._counts, self._next = DecisionCounts(by_result={}, to_ratify=0), None
        else:
            self._counts = self.desk.read(count_decisions, Wanted(board_id=board_id))
            self._next = self.desk.read(next_meeting, board_id, self.desk.today)
        self.result.set_choices(self._results())
        self.provisional.set_choices(self._provisionals())
        self.first.explain(self.desk.read_only)
        self._stack.setCurrentIndex(0 if self._counts.total else 1)
        self._feed()
        wanted, self._wanted_id = self._wanted_id, None
        if wanted is not None:
            self._show_row(wanted)
        elif self.rows.chosen_id() is None:
            self.rows.choose_first()
        self._show_detail()

    def _results(self) -> list[tuple[Result | None, str]]:
        counts = self._counts.by_result
        return [
            (None, self.tr("All results")),
            *((one, f"{result_words(one)} {counts[one]}") for one in Result if counts.get(one)),
        ]

    def _provisionals(self) -> list[tuple[bool, str]]:
        return [(False, self.tr("All")), (True, self.tr("To ratify {}").format(self._counts.to_ratify))]

    def _feed(self) -> None:
        if self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()
        self._none.setText(self.tr("No decision is like that. Escape in the line empties it."))
        self._list.setCurrentIndex(1 if self.rows.is_empty() else 0)

    def _fetch(self, after: Any, limit: int) -> list[RowData]:  # noqa: ANN401 - the key of the register
        wanted = Wanted(
            board_id=self.desk.board_id,
            results=(self.result.value,) if self.result.value is not None else (),
            provisional=self.provisional.value,
            words=self.words.words,
        )
        today = self.desk.today
        return [self._row(one, today) for one in self.desk.read(decisions_page, wanted, after=after, limit=limit)]

    def _row(self, one: DecisionRow, today: date) -> RowData:
        chip, tone = "", ""
        if one.to_ratify:
            chip, tone = self.tr("to ratify"), "caution"
        elif one.later:
            chip, tone = later_word(one.later[-1]), "outline"
        icon, icon_tone = _ICONS.get(one.result or Result.NOT_STATED, ("circle-dashed", ""))
        item = self.tr("item {}").format(one.item_number) if one.item_number else ""
        parts = (result_words(one.result), method_words(one.method).lower(), item)
        return RowData(
            id=one.id,
            key=one.key,
            title=" ".join(one.wording.split()),
            number=one.reference or one.number,
            figure=short_day(one.day, today) if one.day is not None else "",
            figure_tone="muted",
            icon=icon,
            icon_tone=icon_tone,
            chip=chip,
            chip_tone=tone,
            second_line=" · ".join(filter(None, parts)),
            muted=LinkKind.SUPERSEDES in one.later,
        )

    def _show_row(self, decision_id: UUID) -> None:
        """Choose a decision; what hides it is lifted."""
        if not self.rows.choose(decision_id):
            self._show_all()
            if not self.rows.choose(decision_id):
                self.desk.tell(self.tr("That decision is not in the board file any more."))

    def _show_all(self) -> None:
        self.result.choose(None)
        self.provisional.choose(False)  # noqa: FBT003 - a value of the filter
        self.words.empty()
        self._feed()

    def _show_detail(self) -> None:
        chosen = self.rows.chosen_id()
        page = self.desk.read(decision_page, chosen) if chosen is not None else None
        if page is not None:
            none = "" if self._next is not None else self.tr("No meeting is planned.")
            self.detail.show_decision(page, self.desk.read_only or none)
        self._beside.fill(chosen=page is not None)

    # What is done

    @Slot()
    def _narrow(self) -> None:
        self._feed()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()

    def _toggle_provisional(self) -> None:
        self.provisional.choose(not self.provisional.value)

    @Slot()
    def _focus_list(self) -> None:
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_chosen(self, _id: object) -> None:
        self._show_detail()
        self.commands_changed.emit()

    @Slot(object)
    def _on_opened(self, decision_id: object) -> None:
        if decision_id is not None:
            self._beside.open_detail()
            self.detail.focus_first()

    @Slot()
    def _new(self) -> None:
        if self.desk.board_id is None:
            return
        said = self.tr("Record a decision between meetings")
        done = self.desk.attempt(said, _recorded, self.desk.board_id, self.tr("New decision"), on=self.desk.today)
        if done is not None:
            self._show_all()
            self._show_row(done.value)
            self._beside.open_detail()
            self.detail.focus_new()

    @Slot()
    def _put_on_agenda(self) -> None:
        """Let the next meeting ratify the chosen decision."""
        row, coming = self.rows.chosen_row(), self._next
        if row is None or coming is None:
            return
        title = self.tr("To ratify: {}").format(short_name(row.title))
        said = self.tr("Put a decision to ratify on the agenda of the {}").format(
            coming.name or self.tr("next meeting")
        )
        done = self.desk.attempt(said, _put_item, coming.id, title)
        if done is not None:
            self.desk.show(Link("meeting", "agenda_item", done.value, coming.id, done.value))

    def _go_to_source(self) -> None:
        origin = self._origin()
        if origin is not None:
            self.desk.show(origin)

    def _origin(self) -> Link | None:
        chosen = self.rows.chosen_id()
        page = self.desk.read(decision_page, chosen) if chosen is not None else None
        return origin_link(page.origin) if page is not None and page.origin is not None else None

    def _remove(self) -> None:
        chosen, row = self.rows.chosen_id(), self.rows.chosen_row()
        if chosen is not None and row is not None:
            name = self.tr("Remove the decision: {}").format(short_name(row.title))
            self.desk.attempt(name, remove_decision, chosen)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        layout = self._filters.layout()
        if layout is not None:
            layout.setContentsMargins(px(24), px(12), px(16), px(12))
            layout.setSpacing(px(8))
        self._none.setContentsMargins(px(24), px(24), px(24), px(24))


def _recorded(session: Session, board_id: UUID, wording: str, *, on: date) -> UUID:
    return record_decision(
        session, board_id, wording, method=Method.BETWEEN_MEETINGS, result=Result.CARRIED, decided_on=on
    ).id


def _put_item(session: Session, meeting_id: UUID, title: str) -> UUID:
    return add_item(session, meeting_id, title, kind=ItemKind.DECISION).id
