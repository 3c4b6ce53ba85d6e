"""The action log: what was asked of whom, by when, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from typing_extensions import override

from boardroom.domain.words import ActionStatus
from boardroom.services.actions import give_action, remove_action, update_action
from boardroom.store.queries.action_list import (
    ActionCounts,
    Standing,
    Wanted,
    actions_by_due_date,
    actions_page,
    count_actions,
)
from boardroom.store.queries.action_page import action_page
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import days_long, short_day
from boardroom.ui.kit.filters import FilterButton, FilterLine
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.pages.action_detail import ActionDetail
from boardroom.ui.pages.origin import origin_link
from boardroom.ui.pages.page import Head
from boardroom.ui.pages.register import RegisterPage
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from boardroom.store.queries.action_list import ActionRow
    from boardroom.ui.desk import Desk
    from boardroom.ui.links import Link

_FINISHED = (ActionStatus.DONE, ActionStatus.DROPPED)


class ActionsPage(RegisterPage):
    """A list of actions, narrowed as wanted, and the chosen one beside it."""

    id: ClassVar[str] = "actions"
    entity: ClassVar[str] = "action"
    concerns: ClassVar[tuple[str, ...]] = (
        "action",
        "action_owner",
        "action_update",
        "person",
        "organisation",
        "organisation_status",
        "membership",
        "meeting",
        "meeting_day",
        "agenda_item",
        "decision",
        "seal",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._counts = ActionCounts(open=0, overdue=0, done=0, dropped=0, total=0)
        self.standing = FilterButton(self.tr("Shown"), self._standings(), COMMANDS["actions.standing"].key)
        self.owner = FilterLine(self.tr("Owner"), COMMANDS["actions.owner"].key, "user")
        self.words = FilterLine(self.tr("Words"), COMMANDS["actions.words"].key)
        self.rows = Rows(self.tr("Actions"))
        self.rows.ticked.connect(self._on_ticked)
        self.detail = ActionDetail(desk)
        self.detail.done_asked.connect(self._toggle)
        first = CommandButton(self.tr("Record the first action"), COMMANDS["actions.new"].key, "plus", main=True)
        first.clicked.connect(self._new)
        self.lay_out(
            (self.standing, self.owner, self.words),
            self.detail,
            nothing=self.tr("Choose an action to see what became of it."),
            none_like_that=self.tr("No action is like that. Escape in a line empties it."),
            teaches=self.tr("What somebody promised to do is kept here until it is done."),
            first=first,
            also=self.tr("In a meeting, actions are recorded at their agenda item; here, those between meetings."),
        )

    # What the window asks

    @override
    def head(self) -> Head:
        counts = self._counts
        if not counts.total:
            return Head(self.tr("Actions"), self.tr("None yet"))
        context = self.tr("{} open").format(counts.open)
        if counts.overdue:
            context = self.tr("{}, {} overdue").format(context, counts.overdue)
        return Head(self.tr("Actions"), context, commands=("actions.new",))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "actions.new": self._new,
            "actions.done": self._toggle,
            "actions.update": self._write_line,
            "actions.source": self._go_to_source,
            "actions.remove": self._remove,
            "actions.standing": self.standing.open_menu,
            "actions.owner": self.owner.setFocus,
            "actions.words": self.words.setFocus,
        }

    @override
    def why_not(self, command: str) -> str:
        if command == "actions.new":
            return "" if self.desk.board_id is not None else self.tr("there is no board")
        if command in {"actions.done", "actions.update", "actions.remove", "actions.source"}:
            if self.rows.chosen_id() is None:
                return self.tr("no action is chosen")
            if command == "actions.source" and self._origin() is None:
                return self.tr("it came up between meetings")
        return ""

    # Reading

    @override
    def total(self) -> int:
        return self._counts.total

    @override
    def count(self) -> None:
        board_id = self.desk.board_id
        if board_id is None:
            self._counts = ActionCounts(open=0, overdue=0, done=0, dropped=0, total=0)
        else:
            self._counts = self.desk.read(count_actions, Wanted(board_id=board_id), self.desk.today)
        self.standing.set_choices(self._standings())

    def _standings(self) -> list[tuple[Standing | None, str]]:
        counts = self._counts
        return [
            (Standing.OPEN, self.tr("Open {}").format(counts.open)),
            (Standing.OVERDUE, self.tr("Overdue {}").format(counts.overdue)),
            (Standing.DONE, self.tr("Done {}").format(counts.done)),
            (Standing.DROPPED, self.tr("Dropped {}").format(counts.dropped)),
            (None, self.tr("All {}").format(counts.total)),
        ]

    @override
    def fetch(self, after: Any, limit: int) -> list[RowData]:
        wanted = Wanted(
            board_id=self.desk.board_id,
            standing=self.standing.value,
            owner=self.owner.words,
            words=self.words.words,
        )
        today = self.desk.today
        by_day = self.standing.value in {Standing.OPEN, Standing.OVERDUE}
        query = actions_by_due_date if by_day else actions_page
        found = self.desk.read(query, wanted, today, after=after, limit=limit)
        return [self._row(one, today, by_day=by_day) for one in found]

    def _row(self, one: ActionRow, today: date, *, by_day: bool) -> RowData:
        finished = one.status in _FINISHED
        figure, tone = "", ""
        if one.overdue and one.days_late is not None:
            figure, tone = self.tr("{} late").format(days_long(one.days_late)), "danger"
        elif finished and one.status is not None:
            figure, tone = one.status.value, "muted"
        elif one.due_on is not None:
            figure = short_day(one.due_on, today)
        said = [self.tr("Restricted")] if one.restricted else []
        said.append(one.owner or self.tr("nobody named"))
        if one.status is ActionStatus.IN_PROGRESS:
            said.append(self.tr("in progress"))
        if one.due_words and not finished:
            said.append(one.due_words)
        group = ""
        if by_day and self.standing.value is Standing.OPEN:
            group = self.tr("Overdue") if one.overdue else self.tr("To come")
            group = group if one.due_on is not None else self.tr("Without a date")
        return RowData(
            id=one.id,
            key=one.key,
            title=" ".join(one.text.split()),
            number=one.number,
            figure=figure,
            figure_tone=tone,
            mark=None if one.restricted else one.sector,
            icon="eye-slash" if one.restricted else "check-circle" if finished else "circle",
            icon_tone="caution" if one.restricted else "",
            second_line=" · ".join(said),
            group=group,
            muted=finished,
        )

    @override
    def show_all(self) -> None:
        self.standing.choose(None)
        self.owner.empty()
        self.words.empty()

    @override
    def show_chosen(self, chosen: UUID) -> bool:
        page = self.desk.read(action_page, chosen)
        if page is not None:
            self.detail.show_action(page)
        return page is not None

    # What is done

    @Slot(object)
    def _on_ticked(self, _id: object) -> None:
        self._toggle()

    @Slot()
    def _toggle(self) -> None:
        """Let what is to be done be done, and what is done be open again."""
        chosen = self.rows.chosen_id()
        page = self.desk.read(action_page, chosen) if chosen is not None else None
        if page is None:
            return
        name = short_name(page.action.text)
        if page.action.status in _FINISHED:
            said, status = self.tr("Open again: {}").format(name), ActionStatus.OPEN
        else:
            said, status = self.tr("Mark as done: {}").format(name), ActionStatus.DONE
        self.desk.attempt(said, update_action, chosen, status, on=self.desk.today)

    @Slot()
    def _new(self) -> None:
        if self.desk.board_id is None:
            return
        said = self.tr("Record an action")
        done = self.desk.attempt(said, give_action, self.desk.board_id, self.tr("New action"), number=None)
        if done is not None:
            self.standing.choose(Standing.OPEN)
            self.owner.empty()
            self.words.empty()
            self.begin(done.value.id)

    def _write_line(self) -> None:
        self.beside.open_detail()
        self.detail.focus_line()

    def _go_to_source(self) -> None:
        origin = self._origin()
        if origin is not None:
            self.desk.show(origin)

    def _origin(self) -> Link | None:
        chosen = self.rows.chosen_id()
        page = self.desk.read(action_page, chosen) if chosen is not None else None
        return origin_link(page.origin) if page is not None and page.origin is not None else None

    def _remove(self) -> None:
        chosen, row = self.rows.chosen_id(), self.rows.chosen_row()
        if chosen is not None and row is not None:
            self.desk.attempt(self.tr("Remove the action: {}").format(short_name(row.title)), remove_action, chosen)
