"""The decision register: what was settled, how, and whether it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from typing_extensions import override

from boardroom.domain.words import ItemKind, LinkKind, Method, Result
from boardroom.services.agenda import add_item
from boardroom.services.decisions import record_decision, remove_decision
from boardroom.store.queries.decision_list import DecisionCounts, Wanted, count_decisions, decisions_page
from boardroom.store.queries.decision_page import decision_page
from boardroom.store.queries.meeting_list import next_meeting
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import short_day
from boardroom.ui.kit.filters import FilterButton, FilterLine
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.links import Link
from boardroom.ui.pages.decision_detail import DecisionDetail
from boardroom.ui.pages.decision_words import later_word, method_words, result_words
from boardroom.ui.pages.origin import origin_link
from boardroom.ui.pages.page import Head
from boardroom.ui.pages.register import RegisterPage
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

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


class DecisionsPage(RegisterPage):
    """The register, narrowed as wanted, and the chosen decision beside it."""

    id: ClassVar[str] = "decisions"
    entity: ClassVar[str] = "decision"
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
        self.result = FilterButton(self.tr("Result"), self._results(), COMMANDS["decisions.result"].key)
        self.provisional = FilterButton(
            self.tr("Standing"), self._provisionals(), COMMANDS["decisions.provisional"].key
        )
        self.words = FilterLine(self.tr("Words"), COMMANDS["decisions.words"].key)
        self.rows = Rows(self.tr("Decision register"))
        self.detail = DecisionDetail(desk)
        self.detail.agenda_asked.connect(self._put_on_agenda)
        new = COMMANDS["decisions.new"]
        first = CommandButton(self.tr("Record the first decision"), new.key, "plus", main=True)
        first.clicked.connect(self._new)
        self.lay_out(
            (self.result, self.provisional, self.words),
            self.detail,
            nothing=self.tr("Choose a decision to see how it was reached."),
            none_like_that=self.tr("No decision is like that. Escape in the line empties it."),
            teaches=self.tr("What the board settles is kept here, with how it was settled and why."),
            first=first,
            also=self.tr("In a meeting, decisions are recorded at their item; here, those between meetings."),
        )

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

    # Reading

    @override
    def total(self) -> int:
        return self._counts.total

    @override
    def count(self) -> None:
        board_id = self.desk.board_id
        if board_id is None:
            self._counts, self._next = DecisionCounts(by_result={}, to_ratify=0), None
        else:
            self._counts = self.desk.read(count_decisions, Wanted(board_id=board_id))
            self._next = self.desk.read(next_meeting, board_id, self.desk.today)
        self.result.set_choices(self._results())
        self.provisional.set_choices(self._provisionals())

    def _results(self) -> list[tuple[Result | None, str]]:
        counts = self._counts.by_result
        return [
            (None, self.tr("All results")),
            *((one, f"{result_words(one)} {counts[one]}") for one in Result if counts.get(one)),
        ]

    def _provisionals(self) -> list[tuple[bool, str]]:
        return [(False, self.tr("All")), (True, self.tr("To ratify {}").format(self._counts.to_ratify))]

    @override
    def fetch(self, after: Any, limit: int) -> list[RowData]:
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
        if one.restricted:
            icon, icon_tone = "eye-slash", "caution"
        secret = self.tr("Restricted") if one.restricted else ""
        parts = (secret, result_words(one.result), method_words(one.method).lower(), item)
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

    @override
    def show_all(self) -> None:
        self.result.choose(None)
        self.provisional.choose(False)  # noqa: FBT003 - a value of the filter
        self.words.empty()

    @override
    def show_chosen(self, chosen: UUID) -> bool:
        page = self.desk.read(decision_page, chosen)
        if page is not None:
            none = "" if self._next is not None else self.tr("No meeting is planned.")
            self.detail.show_decision(page, self.desk.read_only or none)
        return page is not None

    # What is done

    def _toggle_provisional(self) -> None:
        self.provisional.choose(not self.provisional.value)

    @Slot()
    def _new(self) -> None:
        if self.desk.board_id is None:
            return
        said = self.tr("Record a decision between meetings")
        parts = {"method": Method.BETWEEN_MEETINGS, "result": Result.CARRIED, "decided_on": self.desk.today}
        done = self.desk.attempt(said, record_decision, self.desk.board_id, self.tr("New decision"), **parts)
        if done is not None:
            self.show_all()
            self.begin(done.value.id)

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
        done = self.desk.attempt(said, add_item, coming.id, title, kind=ItemKind.DECISION)
        if done is not None:
            self.desk.show(Link("meeting", "agenda_item", done.value.id, coming.id, done.value.id))

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
