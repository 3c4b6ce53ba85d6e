"""The action log: what was asked of whom, by when, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
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
from boardroom.ui.kit.beside import Beside
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.days import days_long, short_day
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.filters import FilterButton, FilterLine
from boardroom.ui.kit.row_model import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label
from boardroom.ui.links import Link
from boardroom.ui.pages.action_detail import ActionDetail, short_name
from boardroom.ui.pages.origin import origin_link
from boardroom.ui.pages.page import Head, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.store.queries.action_list import ActionRow
    from boardroom.ui.desk import Desk

_FINISHED = (ActionStatus.DONE, ActionStatus.DROPPED)


class ActionsPage(Page):
    """A list of actions, narrowed as wanted, and the chosen one beside it."""

    id: ClassVar[str] = "actions"
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
        self._wanted_id: UUID | None = None
        self.standing = FilterButton(self.tr("Shown"), self._standings(), COMMANDS["actions.standing"].key)
        self.owner = FilterLine(self.tr("Owner"), COMMANDS["actions.owner"].key, "user")
        self.words = FilterLine(self.tr("Words"), COMMANDS["actions.words"].key)
        self.standing.chosen.connect(self._narrow)
        for line in (self.owner, self.words):
            line.narrowed.connect(self._narrow)
            line.left.connect(self._focus_list)
        self.rows = Rows(self.tr("Actions"))
        self.rows.chosen.connect(self._on_chosen)
        self.rows.opened.connect(self._on_opened)
        self.rows.ticked.connect(self._on_ticked)
        self._none = label("", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self.detail = ActionDetail(desk)
        self.detail.done_asked.connect(self._toggle)
        self.first = CommandButton(self.tr("Record the first action"), COMMANDS["actions.new"].key, "plus", main=True)
        self.first.clicked.connect(self._new)
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._filters, filters = QWidget(), QHBoxLayout()
        self._filters.setLayout(filters)
        filters.addWidget(self.standing)
        filters.addWidget(self.owner, 1)
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
        self._beside = Beside(left, self.detail, self.tr("Choose an action to see what became of it."))
        below = hint(self.tr("In a meeting, actions are recorded at their agenda item; here, those between meetings."))
        empty = Empty(self.tr("What somebody promised to do is kept here until it is done."), self.first, below)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._beside)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

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

    @override
    def open(self, link: Link) -> None:
        if link.entity == "action" and link.id is not None:
            self._wanted_id = link.id
            self._stale = True

    @override
    def link(self) -> Link:
        chosen = self.rows.chosen_id()
        return Link("actions", "action", chosen) if chosen is not None else Link("actions")

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
        board_id, today = self.desk.board_id, self.desk.today
        if board_id is None:
            self._counts = ActionCounts(open=0, overdue=0, done=0, dropped=0, total=0)
        else:
            self._counts = self.desk.read(count_actions, Wanted(board_id=board_id), today)
        self.standing.set_choices(self._standings())
        self.first.explain(self.desk.read_only)
        self._stack.setCurrentIndex(0 if self._counts.total else 1)
        self._feed()
        wanted, self._wanted_id = self._wanted_id, None
        if wanted is not None:
            self._show_row(wanted)
        elif self.rows.chosen_id() is None:
            self.rows.choose_first()
        self._show_detail()

    def _standings(self) -> list[tuple[Standing | None, str]]:
        counts = self._counts
        return [
            (Standing.OPEN, self.tr("Open {}").format(counts.open)),
            (Standing.OVERDUE, self.tr("Overdue {}").format(counts.overdue)),
            (Standing.DONE, self.tr("Done {}").format(counts.done)),
            (Standing.DROPPED, self.tr("Dropped {}").format(counts.dropped)),
            (None, self.tr("All {}").format(counts.total)),
        ]

    def _feed(self) -> None:
        if self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()
        self._none.setText(self.tr("No action is like that. Escape in a line empties it."))
        self._list.setCurrentIndex(1 if self.rows.is_empty() else 0)

    def _fetch(self, after: Any, limit: int) -> list[RowData]:  # noqa: ANN401 - the key of a list of actions
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
        said = [one.owner or self.tr("nobody named")]
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
            mark=one.sector,
            icon="" if one.sector else ("check-circle" if finished else "circle"),
            second_line=" · ".join(said),
            group=group,
            muted=finished,
        )

    def _show_row(self, action_id: UUID) -> None:
        """Choose an action; what hides it is lifted."""
        if not self.rows.choose(action_id):
            self.standing.choose(None)
            self.owner.empty()
            self.words.empty()
            self._feed()
            if not self.rows.choose(action_id):
                self.desk.tell(self.tr("That action is not in the board file any more."))

    def _show_detail(self) -> None:
        chosen = self.rows.chosen_id()
        page = self.desk.read(action_page, chosen) if chosen is not None else None
        if page is not None:
            self.detail.show_action(page)
        self._beside.fill(chosen=page is not None)

    # What is done

    @Slot()
    def _narrow(self) -> None:
        self._feed()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()

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
    def _on_opened(self, action_id: object) -> None:
        if action_id is not None:
            self._beside.open_detail()
            self.detail.focus_first()

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
        done = self.desk.attempt(said, _given, self.desk.board_id, self.tr("New action"))
        if done is not None:
            self.standing.choose(Standing.OPEN)
            self.owner.empty()
            self.words.empty()
            self._show_row(done.value)
            self._beside.open_detail()
            self.detail.focus_new()

    def _write_line(self) -> None:
        self._beside.open_detail()
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

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        layout = self._filters.layout()
        if layout is not None:
            layout.setContentsMargins(px(24), px(12), px(16), px(12))
            layout.setSpacing(px(8))
        self._none.setContentsMargins(px(24), px(24), px(24), px(24))


def _given(session: Session, board_id: UUID, text: str) -> UUID:
    return give_action(session, board_id, text).id
